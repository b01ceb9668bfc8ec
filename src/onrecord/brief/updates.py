"""What documents that came in lately say of a topic that nothing before them said, in as few sentences as will do."""

from __future__ import annotations

from collections.abc import Sequence, Set

from onrecord.brief.citing import Citations
from onrecord.brief.doubts import without_doubted_days
from onrecord.brief.novelty import Said, is_new, reworded
from onrecord.brief.reading import Reader, read_in_place
from onrecord.brief.sentences import Sentence, gather_sentences
from onrecord.data import Found, Moment, Update, Window
from onrecord.text.origins import independent

_MOST = 3
"""Sentences told of a topic at one time, each of another origin: an alert is read at a glance."""
_CONSIDERED = 16
"""Sentences looked at for them, the best."""


def write_update(
    topic: str, found: Found, *, seen: Set[str] | None, since: Moment, as_of: Moment, read: Reader, said: Said
) -> tuple[Update | None, frozenset[str]]:
    """Say what is new on ``topic`` in documents published after ``since`` and not seen before.

    Where ``seen`` is None, it is the first look, and all that is there was. Returns the update, None where there is
    nothing to tell, and the ids of all documents published after ``since``.
    """
    lately = Window(until=as_of, after=since)
    dated = [one for one in found.candidates if one.memento.at is not None]
    came = frozenset(one.memento.document.id for one in dated if lately.admits(one.memento.at))
    fresh = came - (came if seen is None else seen)
    gathered = without_doubted_days(gather_sentences(topic, dated)) if fresh else ()
    best = [one for one in gathered if one.memento.document.id in fresh]
    before = gather_sentences(topic, [one for one in dated if one.memento.document.id not in fresh]) if best else ()
    told = _new(best, before, read, said)
    cited = Citations()
    new = tuple(map(cited.cite, told))
    update = Update(topic=topic, as_of=as_of, new=new, citations=tuple(cited.listed)) if new else None
    return update, came


def _new(best: Sequence[Sentence], before: Sequence[Sentence], read: Reader, said: Said) -> list[Sentence]:
    """Return the sentences that say something new, beside what was known and beside each other."""
    unknown = reworded(best, before)[:_CONSIDERED]
    placed = read_in_place(unknown, read)
    told: list[Sentence] = []
    for sentence in (placed[one.place] for one in unknown if one.place in placed):
        apart = all(independent(one.memento, sentence.memento) for one in told)
        if not apart or not is_new(sentence, (*told, *before), said):
            continue
        told.append(sentence)
        if len(told) == _MOST:
            break
    return told
