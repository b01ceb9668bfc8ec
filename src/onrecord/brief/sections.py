"""Which sentences a brief is made of, and the sections they stand in: each is a story, told in order of time."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from onrecord.brief.days import tells_of_later, times_of
from onrecord.brief.salience import alike
from onrecord.brief.sentences import Sentence, numbers_of, say_the_same
from onrecord.brief.titles import headline, is_headed, title_of
from onrecord.brief.usable import is_vague
from onrecord.text.words import terms

OF_ONE_ORIGIN = 3
"""One sentence in so many may be of one origin, so that no source is the whole brief."""
_FEWEST = 3
"""Sections up to which one may be told under no headline of its own, but words of its sentences."""
_POOL = 2
"""How many times as many sentences are looked through as are told: those that stand in no section are left out."""
_HALF = 30
"""Days after which what speaks for the newest report, beside what speaks for any, is halved."""
_SOON = 7
"""Days after which what was to come is news no longer."""
_SAME_MATTER, _MUCH = 0.4, 4
"""Share of terms, numbers aside, or how many of them, from which a later sentence with other numbers tells the same
matter anew."""
_TOGETHER = 0.3
"""Share of the rarer terms from which two documents tell one story."""
_FOLLOWED = 0.5
"""Share of a headline's terms from which another one, not long before or after, follows the same story."""
_PART, _REST = 7, 3
"""Sentences after which a long story goes on in a section of its own, and how many that needs at least."""
_LONG = 14
"""Days without a word after which what is told is another story."""


@dataclass(slots=True)
class Story:
    """Sentences of one or more documents about one thing, the best first."""

    sentences: list[Sentence]

    def tells(self, other: Story, common: frozenset[str]) -> bool:
        """Say whether two stories of about one time are one: by their rarer terms, or by their headlines."""
        another = other.sentences[0]
        near = [one for one in self.sentences if _apart(one, another) <= _LONG]
        together = alike(self._said - common, other._said - common) >= _TOGETHER
        return any(together or alike(headline(one), headline(another)) >= _FOLLOWED for one in near)

    @property
    def _said(self) -> frozenset[str]:
        return frozenset[str]().union(*(sentence.terms | headline(sentence) for sentence in self.sentences))

    def title(self, replaced: frozenset[tuple[str, int]], taken: frozenset[str] = frozenset()) -> str:
        """Return what it is called; see :func:`onrecord.brief.titles.title_of`."""
        return title_of(self.sentences, replaced, taken)

    def in_parts(self) -> list[Story]:
        """Part what is too long to be read at once where another day or report begins; a short rest stays before it."""
        parts: list[list[Sentence]] = [[]]
        for one in self.in_order():
            last = parts[-1]
            another = last and last[-1].memento.document.id != one.memento.document.id
            day = last and last[-1].told[0].date() < one.told[0].date()
            if another and len(last) >= (_PART if day else _PART + _REST):
                parts.append([])
            parts[-1].append(one)
        if len(parts) > 1 and len(parts[-1]) < _REST:
            rest = parts.pop()
            parts[-1] += rest
        rank = {one.place: at for at, one in enumerate(self.sentences)}
        return [Story(sorted(part, key=lambda one: rank[one.place])) for part in parts]

    def in_order(self) -> list[Sentence]:
        """Return the sentences by date of publication, those of one document as they stand there."""
        return sorted(self.sentences, key=lambda sentence: sentence.told)


def choose(told: Sequence[Sentence], *, most: int, of_one: int | None = None) -> list[Sentence]:
    """Return the best sentences that do not say the same, ``of_one`` of an origin or else a third of ``most``."""
    few = max(1, most // OF_ONE_ORIGIN if of_one is None else of_one)
    chosen: list[Sentence] = []
    heard: Counter[str] = Counter()
    for sentence in told:
        origin = sentence.memento.origin
        if heard[origin] < few and not any(say_the_same(sentence, other) for other in chosen):
            chosen.append(sentence)
            heard[origin] += 1
        if len(chosen) == most:
            break
    return chosen


def newest_first(told: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """Return the sentences, best first, where the newest count twice: a brief is written for its date."""
    last = max((one.told[0] for one in told), default=None)
    weighed = (replace(one, score=one.score * (1 + math.exp2(-_days_before(last, one) / _HALF))) for one in told)
    return tuple(sorted(weighed, key=lambda one: one.key))


def _days_before(last: datetime | None, one: Sentence) -> int:
    return (last - one.told[0]).days if last else 0


def sectioned(topic: str, told: Sequence[Sentence], *, most: int, sections: int) -> list[Story]:
    """Return up to so many stories under headlines that tell them, of the best sentences in them, ``most`` in all."""
    sought = frozenset(terms(topic))
    chosen = _clear(choose(told, most=_POOL * most, of_one=most // OF_ONE_ORIGIN), sought)
    found = stories(chosen, most=sections)
    placed = {one.place for story in found for one in story.sentences}
    best = {one.place for one in [one for one in chosen if one.place in placed][:most]}
    cut = [Story(_clear([one for one in story.sentences if one.place in best], sought)) for story in found]
    headed = [story for story in cut if is_headed(story.sentences)]
    others = [story for story in cut if story.sentences and not is_headed(story.sentences)]
    return _parted(headed + others[: max(0, _FEWEST - len(headed))], sections)


def _parted(found: list[Story], most: int) -> list[Story]:
    """Part the longest stories, as far as there may be more sections."""
    parted = {at: story.in_parts() for at, story in enumerate(found)}
    room = most - len(found)
    for at in sorted(parted, key=lambda at: -len(found[at].sentences)):
        if len(parted[at]) - 1 > room:
            parted[at] = [found[at]]
        room -= len(parted[at]) - 1
    return [part for at in range(len(found)) for part in parted[at]]


def _clear(told: Sequence[Sentence], topic: frozenset[str]) -> list[Sentence]:
    """Leave out what opens with "the company" where the sentence before it, which says which, is not told."""
    kept: dict[tuple[str, int], Sentence] = {}
    ends: dict[str, int] = {}
    for one in sorted(told, key=lambda each: each.place):
        document, start = one.memento.document, one.span.start
        follows = not document.text[ends.get(document.id, 0) : start].strip() and document.id in ends
        if follows or not is_vague(one.words, topic):
            kept[one.place] = one
            ends[document.id] = one.span.end
    return [one for one in told if one.place in kept]


def stories(chosen: Sequence[Sentence], *, most: int) -> list[Story]:
    """Gather the sentences of each document, and the documents that tell one story; what fits in none is left out.

    Documents under headlines that tell what they tell come before those that speak of it in passing.
    """
    common = _common(chosen)
    by_document: dict[str, list[Sentence]] = {}
    for sentence in chosen:
        by_document.setdefault(sentence.memento.document.id, []).append(sentence)
    found: list[Story] = []
    for told in map(Story, sorted(by_document.values(), key=is_headed, reverse=True)):
        same = next((story for story in found if story.tells(told, common)), None)
        if same is not None:
            same.sentences += told.sentences
        elif len(found) < most:
            found.append(told)
    return found


def takeaways(
    topic: str, found: Sequence[Story], told: Sequence[Sentence], replaced: frozenset[tuple[str, int]], *, most: int
) -> list[Sentence]:
    """Return the best sentence of each story and of what else was ``told``, then the next best, the newest first.

    Each has a word of the topic, and none says what another does. None of them gives a figure that was given anew
    since, tells with one number what was told later with another, or looks ahead from a day that is long over. What
    opens with "the deal", and does not say which, comes last; what is dated after its own publication does not come.
    """
    sought = frozenset(terms(topic))
    placed = {sentence.place for story in found for sentence in story.sentences}
    beside = Story([one for one in told if one.place not in placed])
    every = [sentence for story in (*found, beside) for sentence in story.sentences]
    on_topic = {one.place for one in every if sought & one.terms} or {one.place for one in every}
    last = max((one.told[0] for one in every), default=None)
    ranked = []
    for story in (*found, beside):
        current = [
            one for one in story.sentences if one.place in on_topic - replaced and not _outdated(one, every, sought)
        ]
        kept = [one for one in current if not (one.ahead and _days_before(last, one) > _SOON)]
        best = sorted(kept, key=lambda one: (is_vague(one.words, sought), one.key))
        ranked += [(is_vague(one.words, sought), rank, one.key, one) for rank, one in enumerate(best)]
    chosen: list[Sentence] = []
    for *_, one in sorted(ranked, key=lambda each: each[:3]):
        said = any(say_the_same(one, other) for other in chosen)
        if len(chosen) < most and not said and not any(tells_of_later(one, time) for time in times_of(one)):
            chosen.append(one)
    return sorted(chosen, key=lambda one: one.told, reverse=True)


def _outdated(sentence: Sentence, told: Sequence[Sentence], sought: frozenset[str]) -> bool:
    """Say whether a later sentence tells the same matter, by more than the words of the topic, with other numbers."""
    numbers = numbers_of(sentence)
    matter = sentence.terms - numbers - sought
    return bool(numbers) and any(
        numbers_of(other)
        and not numbers <= numbers_of(other)
        and other.told[0].date() > sentence.told[0].date()
        and (alike(matter, other.terms - numbers_of(other)) >= _SAME_MATTER or len(matter & other.terms) >= _MUCH)
        for other in told
    )


def _apart(one: Sentence, other: Sentence) -> int:
    """Return the days between two publications."""
    return abs((one.told[0] - other.told[0]).days)


def _common(chosen: Sequence[Sentence]) -> frozenset[str]:
    """Return terms that more than a quarter of the sentences have; they tell no stories apart."""
    spread = Counter(term for sentence in chosen for term in sentence.terms)
    return frozenset(term for term, count in spread.items() if count > max(2, len(chosen) // 4))
