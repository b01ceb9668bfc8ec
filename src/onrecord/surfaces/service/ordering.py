"""How work is asked for, whichever face it is asked through."""

from __future__ import annotations

from onrecord import wire
from onrecord.data import Job, JobKind, Length, Moment, Request
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


def order_brief(
    service: Service,
    topic: str,
    *,
    as_of: Moment,
    by: str,
    since: Moment | None = None,
    length: Length = Length.STANDARD,
    max_tokens: int | None = None,
    key: str | None = None,
) -> Job:
    """Have a topic written up.

    Raises:
        Busy: too many jobs wait already.
        StateConflict: the idempotency key came with another request before.
    """
    asked = {
        "topic": topic,
        "as_of": format_moment(as_of),
        "since": since and format_moment(since),
        "length": length,
        "max_tokens": max_tokens,
    }
    return service.jobs.submit(JobKind.BRIEF, Request(about=wire.encode(asked)), title=topic, by=by, key=key)


def order_history(
    service: Service,
    statement: str,
    *,
    as_of: Moment,
    by: str,
    since: Moment | None = None,
    key: str | None = None,
) -> Job:
    """Have the verdict on a statement replayed.

    Raises:
        Busy: too many jobs wait already.
        StateConflict: the idempotency key came with another request before.
    """
    asked = {"statement": statement, "as_of": format_moment(as_of), "since": since and format_moment(since)}
    wanted = Request(about=wire.encode(asked))
    return service.jobs.submit(JobKind.HISTORY, wanted, title=statement, by=by, key=key)
