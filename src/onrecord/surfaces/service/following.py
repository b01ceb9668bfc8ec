"""Following statements: another look at each, and what of it is news, kept so that nothing is told twice."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import TypeVar

from onrecord import engine, wire
from onrecord.data import Document, Followed, Source, Transition, Verdict, Watch
from onrecord.errors import InputMalformed
from onrecord.surfaces.service import polling, telling
from onrecord.text.moments import format_moment
from onrecord.wire import Json, load
from onrecord.wiring import Desk, Kept

Noun = TypeVar("Noun")
Documents = Mapping[str, Document]

AT_ONCE = 32
"""Statements looked at together, which is faster than one by one."""

Look = tuple[Watch, Transition | None]
"""What is known of something followed after a look at the record, and what of it is news."""


def follow(kept: Kept, words: str) -> Followed:
    """Follow a statement from now on.

    Raises:
        InputEmpty: there are no words.
        UsageError: it is followed already.
    """
    statement = engine.statement_of(words)
    followed = Followed(id=statement.id, words=statement.text, added_at=datetime.now(UTC))
    kept.followed.add(followed)
    return followed


def follow_any(kept: Kept, what: str) -> str:
    """Follow a source where ``what`` is an address, else a statement, and return what it goes by.

    Raises:
        InputEmpty: there are no words.
        UsageError: it is followed already.
    """
    return polling.follow(kept, what).url if polling.is_address(what) else follow(kept, what).id


def unfollow(kept: Kept, what: str) -> None:
    """Follow the source at an address, or the statement of an id, no longer; what came of it is kept.

    Raises:
        InputMissing: it is not followed.
    """
    if polling.is_address(what):
        kept.sources.remove(what)
    else:
        kept.followed.remove(what)


def look(kept: Kept, desk: Desk, *, as_of: datetime, at: datetime | None = None) -> Iterator[Look]:
    """Look at everything followed that was last looked at before ``as_of``, and keep what is found, one by one.

    What stands after each is on the disk when it is yielded, with the deliveries that tell of it; a look that is cut
    off goes on where it was. What another process looked at in the meantime is its news, and none here. People are told
    by the clock, ``at``, whatever date governs; now, when it is not given.
    """
    now = at or datetime.now(UTC)
    waiting = [one for one in kept.followed.all() if one.followed.looked_at is None or one.followed.looked_at < as_of]
    for start in range(0, len(waiting), AT_ONCE):
        batch = waiting[start : start + AT_ONCE]
        asked = [(engine.statement_of(one.followed.words), one.trace) for one in batch]
        for one, seen in zip(batch, desk.look_again(asked, as_of=as_of), strict=True):
            yield _kept(kept, desk, one, seen, as_of=as_of, at=now)


def _kept(
    kept: Kept, desk: Desk, one: Watch, seen: tuple[str, Verdict | None], *, as_of: datetime, at: datetime
) -> Look:
    trace, verdict = seen
    label, shape, news = one.followed.label, one.verdict, None
    if verdict is not None:
        before = one.verdict and _again(load.verdict, one.verdict, desk)
        news = engine.transition(before or None, verdict)
        if engine.stands_aside(before or None, verdict):
            label, shape = verdict.label, wire.encode(wire.verdict(verdict))
    followed = replace(one.followed, looked_at=as_of, label=label)
    looked = Watch(followed=followed, trace=trace, verdict=shape)
    notice = None if news is None else telling.notice(news)
    first = kept.followed.looked(one, looked, notice=notice, plan=telling.plan(at))
    return looked, news if first else None


def news(kept: Kept, desk: Desk, *, limit: int, followed: str | None = None) -> tuple[Transition, ...]:
    """Return what was told before, the newest first; what rests on documents that are held no more is left out."""
    alerts = kept.followed.alerts(limit=limit, followed=followed)
    found = (_again(load.transition, each.notice.transition, desk) for each in alerts)
    return tuple(each for each in found if each is not None)


def _again(read: Callable[[Json, Documents], Noun], given: str, desk: Desk) -> Noun | None:
    """Read what was kept as JSON; None where its evidence is not held any more."""
    shape = json.loads(given)
    verdicts = [shape["before"], shape["after"]] if "before" in shape else [shape]
    cited = sorted({each["document_id"] for verdict in verdicts for each in verdict["evidence"]})
    documents = {memento.document.id: memento.document for memento in desk.archive.mementos(cited)}
    try:
        return read(shape, documents)
    except InputMalformed:
        return None


def listed(kept: Kept) -> Json:
    """Return what is followed: sources and how they fare, statements and the verdict that stands, and who is told."""
    return {
        "schema": wire.SCHEMA,
        "sources": [_source(one) for one in kept.sources.all()],
        "followed": [_statement(one.followed) for one in kept.followed.all()],
        "recipients": telling.listed(kept),
        "deliveries": telling.failing(kept),
    }


def _source(one: Source) -> Json:
    return {
        "url": one.url,
        "state": "failing" if one.error else "waiting" if one.checked_at is None else "well",
        "checked_at": _written(one.checked_at),
        "succeeded_at": _written(one.succeeded_at),
        "due_at": _written(one.due_at),
        "failures": one.failures,
        "error": one.error,
    }


def _statement(one: Followed) -> Json:
    return {"id": one.id, "statement": one.words, "label": one.label, "looked_at": _written(one.looked_at)}


def _written(at: datetime | None) -> str | None:
    return None if at is None else format_moment(at)
