"""Errors as problems of RFC 9457: one shape for every face, its codes from the one table."""

from __future__ import annotations

import re

from onrecord.errors import OnrecordError
from onrecord.surfaces.status import status_of
from onrecord.wire import Json

MEDIA_TYPE = "application/problem+json"


def code_of(error: BaseException) -> str:
    """Return what programs call an error: ``InputMalformed`` is ``input_malformed``."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", type(error).__name__).lower()


def problem(error: OnrecordError, *, status: int | None = None, instance: str | None = None) -> Json:
    """Return an error as a problem: what happened, why, and what to try."""
    code = code_of(error)
    return {
        "type": f"urn:onrecord:problem:{code}",
        "title": error.what,
        "status": status or status_of(error).http,
        "detail": error.why,
        "instance": instance,
        "code": code,
        "hint": error.fix,
    }


def unexpected(error: BaseException) -> OnrecordError:
    """Say that an error is ours; nothing of what was handed in is told."""
    return OnrecordError(
        "onrecord failed",
        why=f"this is an error of onrecord's own ({type(error).__name__}), not of what you handed in",
        fix="tell whoever looks after the service, with the id of the request",
    )
