"""Briefing: a topic as of a date, every sentence cut from a dated source.

Nothing here writes a sentence. Sentences are chosen, put in order, and given the absolute day in brackets where the
source says "Monday"; :class:`onrecord.data.Brief` refuses any other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.brief.figures import Reported, disputed, replaced, series
from onrecord.brief.gaps import gaps
from onrecord.brief.sections import choose, stories, takeaways
from onrecord.brief.sentences import Sentence, gather_sentences
from onrecord.brief.timeline import dated, entries
from onrecord.data import (
    Brief,
    Citation,
    CitedSentence,
    Dispute,
    Evidence,
    FigurePoint,
    Found,
    Moment,
    Run,
    Section,
    Stance,
    TimelineEntry,
)

__all__ = ("write_brief",)

_ENTRIES = 10
_POINTS = 12


def write_brief(topic: str, found: Found, *, as_of: Moment, run: Run) -> Brief:
    """Write up what was found on ``topic``; with nothing found, a brief without sections that says so."""
    told = gather_sentences(topic, [one for one in found.candidates if one.memento.at is not None])
    counts = series(told)
    cited = _Citations()
    stale = replaced(counts.values())
    sections = stories(choose(told))
    short = [cited.cite(one) for one in takeaways(sections, stale)]
    written = [
        Section(title=story.title(stale), sentences=tuple(cited.cite(one) for one in story.in_order()))
        for story in sections
    ]
    timeline = [TimelineEntry(time=time, sentence=cited.cite(one)) for time, one in entries(told, most=_ENTRIES)]
    figures, disputes = _figures(counts, cited)
    return Brief(
        topic=topic,
        as_of=as_of,
        takeaways=tuple(short),
        sections=tuple(written),
        timeline=tuple(timeline),
        figures=figures,
        disputes=disputes,
        gaps=tuple(gaps(topic, told, found.coverage, as_of)),
        citations=tuple(cited.listed),
        coverage=found.coverage,
        run=run,
    )


@dataclass(slots=True)
class _Citations:
    """Numbers sentences in the order in which they are first cited."""

    listed: list[Citation] = field(default_factory=list)
    numbers: dict[tuple[str, int], int] = field(default_factory=dict)

    def cite(self, sentence: Sentence) -> CitedSentence:
        if sentence.place not in self.numbers:
            self.numbers[sentence.place] = len(self.listed) + 1
            evidence = Evidence(
                memento=sentence.memento,
                span=sentence.span,
                quote=sentence.words,
                stance=Stance.NEUTRAL,
                score=min(1.0, sentence.score / 4),
            )
            self.listed.append(Citation(number=self.numbers[sentence.place], evidence=evidence))
        return CitedSentence(text=dated(sentence), citations=(self.numbers[sentence.place],))


def _figures(
    counts: Mapping[str, Sequence[Reported]], cited: _Citations
) -> tuple[tuple[FigurePoint, ...], tuple[Dispute, ...]]:
    points: list[FigurePoint] = []
    disputes: list[Dispute] = []
    for counted, reported in counts.items():
        sides = disputed(reported)
        if sides is not None:
            disputes.append(Dispute(about=counted, sides=tuple(cited.cite(sentence) for sentence, _ in sides)))
        if len(points) + len(reported) > _POINTS:
            continue
        points += [
            FigurePoint(
                counted=counted,
                value=figure.value,
                unit=figure.unit,
                bound=figure.bound,
                reported_at=sentence.memento.at,
                source=sentence.memento.document.publisher,
                sentence=cited.cite(sentence),
            )
            for sentence, figure in reported
            if sentence.memento.at is not None
        ]
    return tuple(points), tuple(disputes)
