"""Which sentences a brief is made of, and the sections they stand in: each is a story, told in order of time."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.brief.sentences import Sentence, alike, say_the_same
from onrecord.text.words import terms

_SENTENCES = 24
_OF_ONE_ORIGIN = 8
"""Sentences of one origin at most: a third, so that no source is the whole brief."""
_SECTIONS = 6
_TAKEAWAYS = 5
_TOGETHER = 0.3
"""Share of the rarer terms from which two documents tell one story."""
_FOLLOWED = 0.5
"""Share of a headline's terms from which another one, not long before or after, follows the same story."""
_LONG = 14
"""Days without a word after which what is told is another story."""
_ADDRESS = re.compile(r"\S+-\S+-\S+")
"""A title that is the end of an address, and no words."""


@dataclass(slots=True)
class Story:
    """Sentences of one or more documents about one thing, the best first."""

    sentences: list[Sentence]

    def tells(self, other: Story, common: frozenset[str]) -> bool:
        """Say whether two stories of about one time are one: by their rarer terms, or by their headlines."""
        another = other.sentences[0]
        near = [one for one in self.sentences if _apart(one, another) <= _LONG]
        together = alike(self._said - common, other._said - common) >= _TOGETHER
        return any(together or alike(_headline(one), _headline(another)) >= _FOLLOWED for one in near)

    @property
    def _said(self) -> frozenset[str]:
        return frozenset[str]().union(*(sentence.terms | _headline(sentence) for sentence in self.sentences))

    def title(self, replaced: frozenset[tuple[str, int]]) -> str:
        """Return the headline of the best source that gives no figure given anew since, or its first words."""
        stale = {document for document, _ in replaced}
        current = (one for one in self.sentences if one.memento.document.id not in stale)
        best = next(current, self.sentences[0])
        title = best.memento.document.title or ""
        return title if title and not _ADDRESS.fullmatch(title) else " ".join(best.words.split()[:8])

    def in_order(self) -> list[Sentence]:
        """Return the sentences by date of publication, those of one document as they stand there."""
        return sorted(self.sentences, key=lambda sentence: sentence.told)


def choose(told: Sequence[Sentence]) -> list[Sentence]:
    """Return the best sentences that do not say the same, no origin having more than a third of them."""
    chosen: list[Sentence] = []
    heard: Counter[str] = Counter()
    for sentence in told:
        origin = sentence.memento.origin
        if heard[origin] < _OF_ONE_ORIGIN and not any(say_the_same(sentence, other) for other in chosen):
            chosen.append(sentence)
            heard[origin] += 1
        if len(chosen) == _SENTENCES:
            break
    return chosen


def stories(chosen: Sequence[Sentence]) -> list[Story]:
    """Gather the sentences of each document, and the documents that tell one story; what fits in none is left out."""
    common = _common(chosen)
    by_document: dict[str, list[Sentence]] = {}
    for sentence in chosen:
        by_document.setdefault(sentence.memento.document.id, []).append(sentence)
    found: list[Story] = []
    for told in map(Story, by_document.values()):
        same = next((story for story in found if story.tells(told, common)), None)
        if same is not None:
            same.sentences += told.sentences
        elif len(found) < _SECTIONS:
            found.append(told)
    return found


def takeaways(found: Sequence[Story], replaced: frozenset[tuple[str, int]]) -> list[Sentence]:
    """Return the best sentence of each story, then the next best, none with a figure that was given anew since."""
    ranked = [
        (rank, sentence)
        for story in found
        for rank, sentence in enumerate(one for one in story.sentences if one.place not in replaced)
    ]
    return [one for _, one in sorted(ranked, key=lambda each: (each[0], each[1].key))][:_TAKEAWAYS]


def _headline(sentence: Sentence) -> frozenset[str]:
    return frozenset(terms(sentence.memento.document.title or ""))


def _apart(one: Sentence, other: Sentence) -> int:
    """Return the days between two publications."""
    return abs((one.told[0] - other.told[0]).days)


def _common(chosen: Sequence[Sentence]) -> frozenset[str]:
    """Return terms that more than a quarter of the sentences have; they tell no stories apart."""
    spread = Counter(term for sentence in chosen for term in sentence.terms)
    return frozenset(term for term, count in spread.items() if count > max(2, len(chosen) // 4))
