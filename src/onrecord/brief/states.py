"""How things stand, where reports put it differently: disputed at about one time, replaced later."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

from onrecord.brief.citing import Citations
from onrecord.brief.figures import Counts, sources
from onrecord.brief.revisions import disputes, replacements
from onrecord.brief.salience import alike
from onrecord.brief.sentences import Sentence
from onrecord.data import Candidate, Dispute, Opposition, Replacement, Window

Oppose = Callable[[Sequence[tuple[Candidate, Candidate]]], Sequence[Opposition | None]]
"""Returns for each pair of reports what they hold against each other by their words."""
Opposed = tuple[Sentence, Sentence, Opposition]
"""Two sentences, the earlier one first, and what they hold against each other."""

_LOOKED, _COMPARED = 200, 120
"""The best sentences that are looked through, and the likest pairs that are compared, each in a few milliseconds."""
_ALIKE = 0.5
"""Share of terms from which two sentences may be of one thing."""
_DAYS_APART = 2
"""Reports this near in time speak of one moment; further apart things may have changed."""
_LONG = 366
"""Days after which a report is no news of what was told before."""


def opposed(told: Sequence[Sentence], oppose: Oppose) -> list[Opposed]:
    """Return the sentences that say yes and no to one thing, or have somebody in an office and out of it, each once."""
    return _each_once(sorted(_told_apart(told, oppose), key=lambda each: (_days(each), *each[1].told)))


def turns(told: Sequence[Sentence], oppose: Oppose) -> list[list[Opposed]]:
    """Return how things changed: from each report to the first later one that has it otherwise, and on from there."""
    changed = [each for each in _told_apart(_said_anew(told), oppose) if _has_changed(each)]
    changed.sort(key=lambda each: (each[1].told, each[0].told))
    after: dict[tuple[str, int], Opposed] = {}
    for each in changed:
        after.setdefault(each[0].place, each)
    before: dict[tuple[str, int], Opposed] = {}
    for each in after.values():  # of those that changed into one the first tells since when it was so
        before[each[1].place] = min(before.get(each[1].place, each), each, key=lambda one: one[0].told)
    kept = {each[0].place: each for each in before.values()}
    found = []
    for each in kept.values():
        if each[0].place not in before:
            chain = [each]
            while following := kept.get(chain[-1][1].place):
                chain.append(following)
            found.append(chain)
    return sorted(found, key=lambda chain: chain[0][0].told)


def _said_anew(told: Sequence[Sentence]) -> list[Sentence]:
    """Leave out what is said again in the same words within days; said later, it may have come to be so again."""
    said: dict[str, Sentence] = {}
    kept = []
    for one in sorted(told, key=lambda each: each.told):
        words = " ".join(one.words.split()).lower()
        if words not in said or (one.told[0] - said[words].told[0]).days > _DAYS_APART:
            kept.append(one)
        said[words] = one
    return sorted(kept, key=lambda each: each.key)


def _told_apart(told: Sequence[Sentence], oppose: Oppose) -> list[Opposed]:
    in_time = sorted([one for one in told if not one.leans][:_LOOKED], key=lambda one: one.told)
    pairs = [
        (-likeness, *one.place, *other.place, one, other)
        for one, other in combinations(in_time, 2)
        if one.memento.document.id != other.memento.document.id
        and one.words != other.words
        and (likeness := alike(one.terms, other.terms)) >= _ALIKE
    ]
    likest = [(one, other) for *_, one, other in sorted(pairs, key=lambda pair: pair[:-2])[:_COMPARED]]
    found = oppose([(_candidate(one), _candidate(other)) for one, other in likest])
    return [(*pair, opposition) for pair, opposition in zip(likest, found, strict=True) if opposition]


def superseded(apart: Iterable[Opposed]) -> frozenset[tuple[str, int]]:
    """Return the places of sentences that tell how things stood before they changed."""
    return frozenset(each[0].place for each in apart if _has_changed(each))


def all_disputes(counts: Counts, apart: Iterable[Opposed], cited: Citations, lately: Window) -> Iterator[Dispute]:
    """Yield what is disputed: figures, then how things stand."""
    yield from disputes(counts, cited, lately)
    yield from state_disputes(apart, cited, lately)


def all_replacements(
    counts: Counts, apart: Iterable[Opposed], cited: Citations, lately: Window
) -> Iterator[Replacement]:
    """Yield what was replaced: figures, then how things stood."""
    yield from replacements(counts, cited, lately)
    yield from state_replacements(apart, cited, lately)


def state_disputes(apart: Iterable[Opposed], cited: Citations, lately: Window) -> Iterator[Dispute]:
    """Yield what two origins say yes and no to at about one time, one of them ``lately``.

    A no before a yes is no dispute: what had not happened on Monday may have happened on Tuesday.
    """
    for each in apart:
        one, other, opposition = each
        no = any(opposition.says_no) if _days(each) == 0 else opposition.says_no[1]
        near = no and _days(each) <= _DAYS_APART and not set(sources(one)) & set(sources(other))
        if near and any(lately.admits(side.memento.at) for side in (one, other)):
            yield Dispute(about=_about(each), sides=(cited.cite(one), cited.cite(other)))


def state_replacements(apart: Iterable[Opposed], cited: Citations, lately: Window) -> Iterator[Replacement]:
    """Yield how things stood, behind it how they stand by a later report that came ``lately``."""
    for each in apart:
        one, other, _ = each
        if _has_changed(each) and other.memento.at is not None and lately.admits(other.memento.at):
            before, after = cited.cite(one), cited.cite(other)
            yield Replacement(about=_about(each), before=before, after=after, replaced_at=other.memento.at)


def _has_changed(each: Opposed) -> bool:
    one, other, opposition = each
    same = set(sources(one)) & set(sources(other))
    return opposition.is_state and (1 if same else _DAYS_APART + 1) <= _days(each) <= _LONG


def _each_once(apart: Iterable[Opposed]) -> list[Opposed]:
    """Return the pairs, nearest in time first, without those that tell of a sentence again."""
    found: list[Opposed] = []
    heard: set[tuple[str, int]] = set()
    for each in apart:
        places = {each[0].place, each[1].place}
        if not places & heard:
            found.append(each)
            heard |= places
    return found


def _candidate(one: Sentence) -> Candidate:
    return Candidate(memento=one.memento, span=one.span, score=0.0)


def _days(each: Opposed) -> int:
    return (each[1].told[0].date() - each[0].told[0].date()).days


def _about(each: Opposed) -> str:
    one, other, opposition = each
    words = (opposition.here.cut(one.memento.document.text), opposition.there.cut(other.memento.document.text))
    return " or ".join(f"“{' '.join(part.split())}”" for part in words)
