"""How long a brief is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

from onrecord.data import Brief, Length

_CHARACTERS_PER_TOKEN = 4
"""Of English in the vocabularies of language models; a rule of thumb, since each of them counts otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """The most that each part of a brief may hold."""

    sentences: int
    """In the sections, all together."""
    sections: int
    takeaways: int
    entries: int
    points: int
    speakers: int
    related: int

    def smaller(self) -> Iterator[Budget]:
        """Yield this budget and those with fewer sentences, every part cut in the same measure, the first ones last."""
        for sentences in range(self.sentences, 0, -1):
            cut = {part.name: getattr(self, part.name) * sentences // self.sentences for part in fields(self)}
            yield Budget(**{**cut, "sections": max(1, cut["sections"]), "takeaways": max(1, cut["takeaways"])})


BUDGETS = {
    Length.SHORT: Budget(sentences=8, sections=3, takeaways=3, entries=5, points=6, speakers=3, related=3),
    Length.STANDARD: Budget(sentences=24, sections=6, takeaways=5, entries=10, points=12, speakers=6, related=6),
    Length.LONG: Budget(sentences=48, sections=12, takeaways=8, entries=20, points=30, speakers=12, related=12),
}


def tokens(brief: Brief) -> int:
    """Reckon how many tokens the words of a brief have, those of its sources among them."""
    told = [sentence.text for sentence in brief.sentences] + [section.title for section in brief.sections]
    told += [reason.words for reason in brief.gaps]
    for citation in brief.citations:
        source = citation.evidence.memento.document
        told += [citation.evidence.quote, *filter(None, (source.title, source.publisher, source.url, source.rights))]
    told += [part for memento in brief.related for part in (memento.document.title, memento.document.url) if part]
    return sum(map(len, told)) // _CHARACTERS_PER_TOKEN
