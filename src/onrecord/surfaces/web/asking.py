"""What the screens ask of a request."""

from __future__ import annotations

from datetime import UTC, datetime

from starlette.requests import Request

from onrecord.data import Moment, Role
from onrecord.settings import as_of as governing
from onrecord.settings import moment
from onrecord.surfaces.service import Caller, Service
from onrecord.text.moments import format_moment


def asked(request: Request, role: Role) -> tuple[Service, Caller]:
    """Return the service and who asks, who may do what ``role`` may.

    Raises:
        NotAllowed: they may not.
    """
    caller: Caller = request.state.caller
    caller.must(role)
    service: Service = request.app.state.service
    return service, caller


def as_of(given: str) -> Moment:
    """Return the date that governs; now where none is given.

    Raises:
        UsageError: it is none, or has not come yet.
    """
    return governing(given.strip() or None)


def since(given: str) -> Moment | None:
    """Return the date from which on something is asked; None where none is given.

    Raises:
        UsageError: it is none.
    """
    return moment(given.strip()) if given.strip() else None


def today() -> str:
    """Return the day, beyond which no date of a form may lie."""
    return format_moment(datetime.now(UTC).date())


def revision(service: Service) -> str:
    """Return the state of the archive: what is asked for again while it is the same was answered already."""
    return service.desks.current().archive.revision
