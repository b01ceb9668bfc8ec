"""Following statements: another look at each, and what of it is news, kept so that nothing is told twice."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from onrecord import engine, wire
from onrecord.data import (
    Document,
    Followed,
    FollowedKind,
    News,
    NoticeKind,
    Source,
    Transition,
    Update,
    Verdict,
    Watch,
    topic_id,
)
from onrecord.errors import InputEmpty, InputMalformed
from onrecord.surfaces.service import messages, polling, telling
from onrecord.text.addresses import is_address
from onrecord.text.moments import format_moment
from onrecord.wire import Json, load
from onrecord.wiring import Desk, Kept

Noun = TypeVar("Noun")
Documents = Mapping[str, Document]

AT_ONCE = 32
"""Statements looked at together, which is faster than one by one."""

LATE = timedelta(days=7)
"""By which a document may come in after its publication and still be news of a topic."""

Look = tuple[Watch, Transition | Update | None]
"""What is known of something followed after a look at the record, and what of it is news."""


def follow(kept: Kept, words: str) -> Followed:
    """Follow a statement from now on.

    Raises:
        InputEmpty: there are no words.
        UsageError: it is followed already.
    """
    statement = engine.statement_of(" ".join(words.split()))
    return _follow(kept, Followed(id=statement.id, words=statement.text, added_at=datetime.now(UTC)))


def follow_topic(kept: Kept, words: str) -> Followed:
    """Follow a topic from now on.

    Raises:
        InputEmpty: there are no words.
        UsageError: it is followed already.
    """
    if not words.strip():
        raise InputEmpty("the topic is empty", why="there are no words in it", fix="name one")
    kind = FollowedKind.TOPIC
    topic = Followed(id=topic_id(words), words=" ".join(words.split()), kind=kind, added_at=datetime.now(UTC))
    return _follow(kept, topic)


def _follow(kept: Kept, followed: Followed) -> Followed:
    kept.followed.add(followed)
    return followed


def follow_any(kept: Kept, what: str) -> str:
    """Follow a source where ``what`` is an address, else a statement, and return what it goes by.

    Raises:
        InputEmpty: there are no words.
        UsageError: it is followed already, or an address and none of the web.
    """
    address = is_address(what) or ("://" in what and len(what.split()) == 1)
    return polling.follow(kept, what).url if address else follow(kept, what).id


def unfollow(kept: Kept, what: str) -> None:
    """Follow the source at an address, or the statement of an id, no longer; what came of it is kept.

    Raises:
        InputMissing: it is not followed.
    """
    if is_address(what):
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
    topics = [one for one in waiting if one.followed.kind is FollowedKind.TOPIC]
    statements = [one for one in waiting if one.followed.kind is FollowedKind.STATEMENT]
    for start in range(0, len(statements), AT_ONCE):
        batch = statements[start : start + AT_ONCE]
        asked = [(engine.statement_of(one.followed.words), one.trace) for one in batch]
        for one, seen in zip(batch, desk.look_again(asked, as_of=as_of), strict=True):
            yield _judged(kept, desk, one, seen, as_of=as_of, at=now)
    for one in topics:
        yield _read_up(kept, desk, one, as_of=as_of, at=now)


def _judged(
    kept: Kept, desk: Desk, one: Watch, seen: tuple[str, Verdict | None], *, as_of: datetime, at: datetime
) -> Look:
    """Keep what a look at a statement brought."""
    trace, verdict = seen
    label, shape, news = one.followed.label, one.verdict, None
    if verdict is not None:
        before = one.verdict and _again(load.verdict, one.verdict, desk)
        news = engine.transition(before or None, verdict)
        if engine.stands_aside(before or None, verdict):
            label, shape = verdict.label, wire.encode(wire.verdict(verdict))
    followed = replace(one.followed, looked_at=as_of, label=label)
    looked = Watch(followed=followed, trace=trace, verdict=shape)
    notice = None if news is None else messages.notice(news)
    first = kept.followed.looked(one, looked, notice=notice, plan=telling.plan(at))
    return looked, news if first else None


def _read_up(kept: Kept, desk: Desk, one: Watch, *, as_of: datetime, at: datetime) -> Look:
    """Keep what a look at a topic brought; the first one tells what is there, and so nothing new."""
    topic, before = one.followed, one.followed.looked_at
    seen = kept.followed.seen(topic.id) if before else None
    found, came = desk.update(topic.words, since=(before or as_of) - LATE, as_of=as_of, seen=seen)
    looked = replace(one, followed=replace(topic, looked_at=as_of))
    notice = None if found is None else messages.notice(found)
    first = kept.followed.looked(one, looked, notice=notice, plan=telling.plan(at), seen=came)
    return looked, found if first else None


def news(kept: Kept, desk: Desk, *, limit: int, followed: str | None = None) -> tuple[Transition, ...]:
    """Return the changed verdicts told before, the newest first; without those that rest on documents held no more."""
    return tuple(each for each in told(kept, desk, limit=limit, followed=followed) if isinstance(each, Transition))


def news_of(at: datetime, told: Sequence[Transition | Update], *, looked: int = 0) -> News:
    """Gather what was told as one noun."""
    turns = tuple(each for each in told if isinstance(each, Transition))
    updates = tuple(each for each in told if isinstance(each, Update))
    return News(as_of=at, looked=looked, transitions=turns, updates=updates)


def told(kept: Kept, desk: Desk, *, limit: int, followed: str | None = None) -> tuple[Transition | Update, ...]:
    """Return all that was told before, the newest first; what rests on documents that are held no more is left out."""
    notices = (each.notice for each in kept.followed.alerts(limit=limit, followed=followed))
    found = (_again(_LOADS[each.kind], each.shape, desk) for each in notices)
    return tuple(each for each in found if each is not None)


_LOADS: dict[NoticeKind, Callable[[Json, Documents], Transition | Update]] = {
    NoticeKind.TRANSITION: load.transition,
    NoticeKind.UPDATE: load.update,
}


def _again(read: Callable[[Json, Documents], Noun], given: str, desk: Desk) -> Noun | None:
    """Read what was kept as JSON; None where its evidence is not held any more."""
    shape = json.loads(given)
    parts = [shape["before"], shape["after"]] if "before" in shape else [shape]
    evidence = [each for part in parts for each in part.get("evidence", ())]
    evidence += [each["evidence"] for each in shape.get("citations", ())]
    cited = sorted({each["document_id"] for each in evidence})
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
        "failed_at": _written(one.failed_at),
        "last_error": one.last_error,
        "moved_to": one.moved_to,
    }


def _statement(one: Followed) -> Json:
    looked = _written(one.looked_at)
    return {"id": one.id, "kind": one.kind, "statement": one.words, "label": one.label, "looked_at": looked}


def _written(at: datetime | None) -> str | None:
    return None if at is None else format_moment(at)
