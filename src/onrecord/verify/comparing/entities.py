"""Comparing who and what: another name in the same place, names the other way round, things described otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from onrecord.data import Reason, ReasonCode, Span
from onrecord.text.names import Name
from onrecord.text.sentences import sentences
from onrecord.verify.comparing.findings import clash
from onrecord.verify.comparing.names import mentions, strangers
from onrecord.verify.reading.gist import Gist
from onrecord.verify.reading.tokens import TO_BE, Word, find_words, root

_NEAR = 3
"""Words to either side of a name that tell its place in a sentence."""
_ALIKE = 2
"""Neighbouring words that two names share to stand in one place."""
_BODIES = frozenset(
    """
    ministry minister department secretary agency office court judge bank party union federation league club team
    university college school hospital church army navy police council committee commission board chamber parliament
    government company firm airline newspaper spokesman spokeswoman spokesperson officer official director manager
    """.split()
)
"""Bodies and officers that are told apart by the word before them."""
_SYMMETRIC = frozenset("and or with between by from".split())
"""Words around which two names may change places and mean the same, or that make an active sentence passive."""


def compare_entities(here: Gist, there: Gist, *, record: str) -> tuple[Reason, ...]:
    """Find names of the record that stand where the statement has another, and names that changed places.

    Neither contradicts by itself: what holds of one may hold of another too.
    """
    spans = [*_rivals(here, there), *_swapped(here, there), *_otherwise_described(here, there)]
    return tuple(
        clash(ReasonCode.ENTITY_DIFFERS, (here.text, mine), (there.text, theirs), record=record)
        for mine, theirs in spans
    )


def _rivals(here: Gist, there: Gist) -> Iterator[tuple[Span, Span]]:
    others = strangers(there, here)
    for name in here.names:
        if mentions(there, name):
            continue
        place = _place(here, name)
        rival = max(others, key=lambda other: (len(place & _place(there, other)), -other.span.start), default=None)
        if rival and len(place & _place(there, rival)) >= _ALIKE:
            yield name.span, rival.span


def _place(text: Gist, name: Name) -> frozenset[str]:
    """Return the roots of the words next to a name, function words too, each with its side."""
    inside = text.within(name.span)
    if not inside:
        return frozenset()
    first, last = inside[0], inside[-1]
    before = (f"-{root(word.stem)}" for word in text.words[max(0, first - _NEAR) : first] if word.content)
    after = (f"+{root(word.stem)}" for word in text.words[last + 1 : last + 1 + _NEAR] if word.content)
    return frozenset((*before, *after))


def _swapped(here: Gist, there: Gist) -> Iterator[tuple[Span, Span]]:
    """Yield neighbouring names of the statement that the record has in the other order."""
    order = [(name, place) for name in here.names if (place := _only_place(name, there)) is not None]
    for (one, first), (other, second) in pairwise(order):
        if second.start > first.start:
            continue
        said, recorded = _between(here, one.span, other.span), _between(there, second, first)
        titles = {root(word.stem) for name in (one, other, *there.names) for word in find_words(name.role)}
        verbs = {root(word.stem) for word in said if word.content} & {root(word.stem) for word in recorded} - titles
        turned = _is_passive(said, verbs) != _is_passive(recorded, verbs)
        if _in_apposition(here, one.span, other.span) or _in_apposition(there, second, first):
            continue
        if here.text[: one.span.start].endswith(" against ") or _part_sentences(there, second, first):
            continue  # neither is the one whose verb it is
        if verbs and not turned and not any(word.plain in _SYMMETRIC for word in (*said, *recorded)):
            yield Span(start=one.span.start, end=other.span.end), Span(start=second.start, end=first.end)


def _in_apposition(text: Gist, one: Span, other: Span) -> bool:
    """Say whether what is between two names says who one of them is: "the Harrow baker, Tom Lund"."""
    between = text.text[one.end : other.start].strip() if one.end < other.start else ""
    return between.endswith(",") or (between.startswith(", ") and "," not in between[1:])


def _part_sentences(text: Gist, one: Span, other: Span) -> bool:
    return not any(sentence.covers(one) and sentence.covers(other) for sentence in sentences(text.text))


def _is_passive(between: tuple[Word, ...], verbs: set[str]) -> bool:
    """Say whether one of some verbs is done to the first of two names, by the words between: "was sentenced to"."""
    return any(
        word.plain in TO_BE and root(after.stem) in verbs and not after.plain.endswith("ing")
        for word, after in pairwise(between)
    )


def _otherwise_described(here: Gist, there: Gist) -> Iterator[tuple[Span, Span]]:
    """Yield bodies and officers of another kind: the health ministry, the transport ministry."""
    described = {root(word.stem): (before, word) for before, word in _bodies(there)}
    for before, word in _bodies(here):
        other = described.get(root(word.stem))
        if other and root(before.stem) not in there.roots and root(other[0].stem) not in here.roots:
            mine = Span(start=before.span.start, end=word.span.end)
            yield mine, Span(start=other[0].span.start, end=other[1].span.end)


def _bodies(text: Gist) -> Iterator[tuple[Word, Word]]:
    """Yield the nouns for bodies and officers that have their kind in front of them, outside names."""
    for before, word in pairwise(text.words):
        if word.plain in _BODIES and before.content and not before.capital and not before.plain[0].isdigit():
            yield before, word


def _only_place(name: Name, text: Gist) -> Span | None:
    last = name.words.casefold().split()[-1]
    found = [word.span for word in text.words if word.plain == last and word.capital]
    return found[0] if len(found) == 1 else None


def _between(text: Gist, one: Span, other: Span) -> tuple[Word, ...]:
    if one.end >= other.start:
        return ()
    return tuple(text.words[at] for at in text.within(Span(start=one.end, end=other.start)))
