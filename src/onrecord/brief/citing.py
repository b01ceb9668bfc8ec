"""Numbering what is cited."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.brief.days import dated
from onrecord.brief.sentences import Sentence
from onrecord.data import Citation, CitedSentence, Evidence, Stance


@dataclass(slots=True)
class Citations:
    """Numbers sentences in the order in which they are first cited."""

    listed: list[Citation] = field(default_factory=list)
    _numbers: dict[tuple[str, int], int] = field(default_factory=dict)

    def cite(self, sentence: Sentence) -> CitedSentence:
        """Return a sentence with the number of its source."""
        if sentence.place not in self._numbers:
            self._numbers[sentence.place] = len(self.listed) + 1
            evidence = Evidence(
                memento=sentence.memento,
                span=sentence.span,
                quote=sentence.words,
                stance=Stance.NEUTRAL,
                score=min(1.0, sentence.score / 4),
            )
            self.listed.append(Citation(number=self._numbers[sentence.place], evidence=evidence))
        return CitedSentence(text=dated(sentence), citations=(self._numbers[sentence.place],))
