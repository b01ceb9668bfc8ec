"""Following statements: another look at each, and what of it is news, kept so that nothing is told twice."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import TypeVar

from onrecord import engine, wire
from onrecord.data import Document, Followed, Transition, Verdict, Watch
from onrecord.errors import InputMalformed
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


def look(kept: Kept, desk: Desk, *, as_of: datetime) -> Iterator[Look]:
    """Look at everything followed that was last looked at before ``as_of``, and keep what is found, one by one.

    What stands after each is on the disk when it is yielded; a look that is cut off goes on where it was.
    """
    waiting = [one for one in kept.followed.all() if one.followed.looked_at is None or one.followed.looked_at < as_of]
    for start in range(0, len(waiting), AT_ONCE):
        batch = waiting[start : start + AT_ONCE]
        asked = [(engine.statement_of(one.followed.words), one.trace) for one in batch]
        for one, seen in zip(batch, desk.look_again(asked, as_of=as_of), strict=True):
            yield _kept(kept, desk, one, seen, as_of)


def _kept(kept: Kept, desk: Desk, one: Watch, seen: tuple[str, Verdict | None], as_of: datetime) -> Look:
    trace, verdict = seen
    label, shape, news = one.followed.label, one.verdict, None
    if verdict is not None:
        before = one.verdict and _again(load.verdict, one.verdict, desk)
        news = engine.transition(before or None, verdict)
        if engine.stands_aside(before or None, verdict):
            label, shape = verdict.label, wire.encode(wire.verdict(verdict))
    followed = replace(one.followed, looked_at=as_of, label=label)
    looked = Watch(followed=followed, trace=trace, verdict=shape)
    kept.followed.looked(looked, transition=None if news is None else wire.encode(wire.transition(news)))
    return looked, news


def news(kept: Kept, desk: Desk, *, limit: int, followed: str | None = None) -> tuple[Transition, ...]:
    """Return what was told before, the newest first; what rests on documents that are held no more is left out."""
    alerts = kept.followed.alerts(limit=limit, followed=followed)
    found = (_again(load.transition, each.transition, desk) for each in alerts)
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
