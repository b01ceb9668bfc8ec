"""How work is asked for, whichever face it is asked through."""

from __future__ import annotations

from onrecord import wire
from onrecord.data import Job, JobKind, Moment, Request
from onrecord.surfaces.service.asked import Handed
from onrecord.surfaces.service.whole import Service
from onrecord.text.moments import format_moment


def order_check(
    service: Service,
    given: Handed,
    *,
    as_of: Moment,
    by: str,
    max_statements: int | None = None,
    key: str | None = None,
) -> Job:
    """Have a page checked; it is read at once, so that what is none is refused before anything is kept.

    Raises:
        Busy: too many jobs wait already.
        InputError: it is no page.
        StateConflict: the idempotency key came with another request before.
    """
    page = given.page().document
    asked = {
        "media_type": given.media_type,
        "url": given.url,
        "published": given.published,
        "as_of": format_moment(as_of),
        "max_statements": max_statements,
    }
    wanted = Request(about=wire.encode(asked), body=given.body)
    return service.jobs.submit(JobKind.CHECK, wanted, title=page.title or page.text[:80], by=by, key=key)
