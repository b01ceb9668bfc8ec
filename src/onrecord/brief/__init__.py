"""Briefing: a topic as of a date, every sentence cut from a dated source.

Nothing here writes a sentence. Sentences are chosen, put in order, and given the absolute day in brackets where the
source says "Monday"; :class:`onrecord.data.Brief` refuses any other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.brief.figures import disputed, series
from onrecord.brief.sentences import Sentence, alike, gather_sentences, say_the_same
from onrecord.brief.timeline import dated, entries
from onrecord.data import (
    Brief,
    Citation,
    CitedSentence,
    Coverage,
    Dispute,
    Evidence,
    FigurePoint,
    Found,
    Moment,
    Reason,
    ReasonCode,
    Run,
    Section,
    Stance,
    TimelineEntry,
    latest,
)
from onrecord.text.words import terms

__all__ = ("write_brief",)

_SENTENCES = 24
_SECTIONS = 6
_TAKEAWAYS = 4
_ENTRIES = 10
_POINTS = 12
_TOGETHER = 0.3
"""Share of the rarer terms from which two sentences belong in one section."""


def write_brief(topic: str, found: Found, *, as_of: Moment, run: Run) -> Brief:
    """Write up what was found on ``topic``; with nothing found, a brief without sections that says so."""
    told = gather_sentences(topic, [one for one in found.candidates if one.memento.at is not None])
    chosen = _choose(told)
    cited = _Citations()
    takeaways = tuple(cited.cite(one) for one in sorted(chosen, key=lambda s: (-s.origins, *s.key))[:_TAKEAWAYS])
    sections = tuple(
        Section(title=_title(group[0]), sentences=tuple(cited.cite(one) for one in group)) for group in _group(chosen)
    )
    timeline = tuple(
        TimelineEntry(time=interval, sentence=cited.cite(one)) for interval, one in entries(told, most=_ENTRIES)
    )
    figures, disputes = _figures(told, cited)
    return Brief(
        topic=topic,
        as_of=as_of,
        takeaways=takeaways,
        sections=sections,
        timeline=timeline,
        figures=figures,
        disputes=disputes,
        gaps=_gaps(topic, told, found.coverage),
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
        key = (sentence.memento.document.id, sentence.span.start)
        if key not in self.numbers:
            self.numbers[key] = len(self.listed) + 1
            evidence = Evidence(
                memento=sentence.memento,
                span=sentence.span,
                quote=sentence.words,
                stance=Stance.NEUTRAL,
                score=min(1.0, sentence.score / 4),
            )
            self.listed.append(Citation(number=self.numbers[key], evidence=evidence))
        return CitedSentence(text=dated(sentence), citations=(self.numbers[key],))


def _choose(told: Sequence[Sentence]) -> list[Sentence]:
    """Return the best sentences that do not say the same, no origin having more than a third of them."""
    chosen: list[Sentence] = []
    for sentence in told:
        same = any(say_the_same(sentence, other) for other in chosen)
        heard = sum(other.memento.origin == sentence.memento.origin for other in chosen)
        if not same and heard < _SENTENCES // 3:
            chosen.append(sentence)
        if len(chosen) == _SENTENCES:
            break
    return chosen


def _group(chosen: Sequence[Sentence]) -> list[list[Sentence]]:
    """Put sentences together that share a document or enough of their rarer terms, the best sentence first."""
    common = _common(chosen)
    groups: list[list[Sentence]] = []
    for sentence in chosen:
        near = max(groups, key=lambda group: _nearness(sentence, group, common), default=None)
        if near is not None and (_nearness(sentence, near, common) >= _TOGETHER or len(groups) == _SECTIONS):
            near.append(sentence)
        else:
            groups.append([sentence])
    return [[group[0], *sorted(group[1:], key=_by_date)] for group in groups]


def _common(chosen: Sequence[Sentence]) -> frozenset[str]:
    """Return terms that more than a quarter of the sentences have; they tell no sections apart."""
    spread = Counter(term for sentence in chosen for term in sentence.terms)
    return frozenset(term for term, count in spread.items() if count > max(2, len(chosen) // 4))


def _nearness(sentence: Sentence, group: Sequence[Sentence], common: frozenset[str]) -> float:
    """Return how near a sentence is to a group, 0 to 1: one document is one story."""
    if any(sentence.memento.document.id == other.memento.document.id for other in group):
        return 1.0
    return max(alike(sentence.terms - common, other.terms - common) for other in group)


def _by_date(sentence: Sentence) -> tuple[object, ...]:
    at = sentence.memento.at
    return (latest(at) if at is not None else None, sentence.memento.document.id, sentence.span.start)


def _title(sentence: Sentence) -> str:
    """Return the source's own headline, or the sentence's first words where it has none."""
    return sentence.memento.document.title or " ".join(sentence.words.split()[:8])


def _figures(told: Sequence[Sentence], cited: _Citations) -> tuple[tuple[FigurePoint, ...], tuple[Dispute, ...]]:
    points: list[FigurePoint] = []
    disputes: list[Dispute] = []
    for counted, reported in series(told).items():
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


def _gaps(topic: str, told: Sequence[Sentence], coverage: Coverage) -> tuple[Reason, ...]:
    """Say what the archive does not: words of the topic that no sentence has, and what lies after the date."""
    if not told:
        return (Reason(code=ReasonCode.NOTHING_ON_TOPIC, words=f"nothing on “{topic}” up to the date asked for"),)
    said = frozenset(term for sentence in told for term in sentence.terms)
    silent = [word for word in dict.fromkeys(topic.split()) if (stems := frozenset(terms(word))) and not stems & said]
    found = [Reason(code=ReasonCode.TOPIC_SILENT, words=f"no sentence found speaks of “{word}”") for word in silent]
    if coverage.later:
        words = f"{coverage.later} later documents on the topic were left out: they were published after the date"
        found.append(Reason(code=ReasonCode.ONLY_LATER, words=words))
    return tuple(found)
