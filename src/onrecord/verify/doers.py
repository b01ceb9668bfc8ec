"""Who does it: not whom the record has it done to, nor who is named in another of its sentences."""

from __future__ import annotations

from collections.abc import Collection

from onrecord.data import Reason, ReasonCode, Span
from onrecord.text.names import Name
from onrecord.text.sentences import sentences
from onrecord.verify.findings import clip
from onrecord.verify.gist import Gist
from onrecord.verify.names import mentions, same_bearer
from onrecord.verify.tokens import find_words

_OPENING = 3
"""Words before which a name that opens a sentence begins, those of its title aside: "On Monday Veldania ..."."""
_OVERCOME = frozenset(
    "beat beats beating beaten defeat defeats defeated defeating overcame overcoming against over by edging edged "
    "trounced trouncing thrashed thrashing ousted ousting succeeding succeeded replacing replaced unseated unseating "
    "accused accusing sued suing killed killing arrested arresting invaded invading attacked attacking struck".split()
)
"""Words whose object is whom it is done to."""
_PASSIVE = frozenset("is are was were be been being got".split())


def done_by_another(here: Gist, there: Gist, shared: Collection[int]) -> Reason | None:
    """Find the statement's subject only as whom the record has it done to, or in another sentence than the rest."""
    subject = _subject(here)
    if subject is None or any(word.plain in _PASSIVE for word in here.words):
        return None
    bearers = [name for name in there.names if same_bearer(subject, name) or name.words == subject.words]
    if not bearers:
        return None
    others = [name for name in there.names if not mentions(here, name)]
    for name in bearers:
        suffers = _word_before(there, name) in _OVERCOME and any(other.span.end <= name.span.start for other in others)
        if not (suffers or _apart(there, name, others, shared)):
            return None
    words = f"on record of another than “{clip(subject.words)}”"
    return Reason(code=ReasonCode.ENTITY_DIFFERS, words=words, here=subject.span, there=bearers[0].span)


def _subject(text: Gist) -> Name | None:
    """Return the name that opens a sentence."""
    first = next(iter(text.names), None)
    if first is None or len(text.within(Span(start=0, end=first.span.start or 1))) > _OPENING:
        return None
    return first


def _word_before(text: Gist, name: Name) -> str:
    before = find_words(text.text[max(0, name.span.start - 24) : name.span.start])
    return before[-1].plain if before else ""


def _apart(text: Gist, name: Name, others: list[Name], shared: Collection[int]) -> bool:
    """Say whether most of what is shared stands in another sentence than the name, and that one names others."""
    parts = sentences(text.text)
    if len(parts) < 2:
        return False
    told = [text.words[at].span for at in shared if not name.span.covers(text.words[at].span)]
    counts = {part: sum(part.covers(span) for span in told) for part in parts}
    main = max(parts, key=lambda part: (counts[part], -part.start))
    return not main.covers(name.span) and any(main.covers(other.span) for other in others)
