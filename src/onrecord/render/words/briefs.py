"""Briefs and stories in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from onrecord.data import (
    Brief,
    Changes,
    CitedSentence,
    FigurePoint,
    Memento,
    Moment,
    Observation,
    Offices,
    Section,
    Series,
    State,
    Stories,
    Story,
    day_of,
    latest,
)
from onrecord.render.phrases import count, day, days, heading, sentence
from onrecord.render.words.sources import origin
from onrecord.render.words.verdicts import counted_of, coverage
from onrecord.text.origins import count_origins

NO_SERIES = "No figure was given anew and nothing was reported to have changed, which is no denial."


def figure_series(points: Iterable[FigurePoint]) -> tuple[tuple[str, tuple[FigurePoint, ...]], ...]:
    """Gather the points that count the same in the same unit, in order of time, under what they count."""
    series: dict[tuple[str, str], list[FigurePoint]] = {}
    for point in points:
        series.setdefault((point.counted, point.unit), []).append(point)
    told = (tuple(sorted(each, key=lambda point: latest(point.reported_at))) for each in series.values())
    return tuple((counted(each[0]), each) for each in told)


def counted(point: FigurePoint) -> str:
    """Say what a figure counts, as a heading."""
    return heading(point.counted or point.unit or "number")


def dated(brief: Brief, section: Section) -> tuple[tuple[str, CitedSentence], ...]:
    """Return the sentences of a section, each with the day it was published where that is another than before."""
    told = {citation.number: citation.evidence.memento.at for citation in brief.citations}
    dates = (told[sentence.citations[0]] for sentence in section.sentences)
    days = ["", *(day(day_of(at)) if at else "" for at in dates)]
    marks = ["" if now == before else now for before, now in pairwise(days)]
    return tuple(zip(marks, section.sentences, strict=True))


def since(brief: Brief | Stories | Offices | Series) -> str:
    """Say from when on a brief cites what was published, where that was asked for."""
    return f", and of what was published after {day(brief.since)}" if brief.since else ""


def told_on(given: Brief | Changes, sentence: CitedSentence) -> str:
    """Return the day on which the source of a sentence was published."""
    at = _source(given, sentence).at
    return day(day_of(at)) if at else ""


def attested(given: Brief | Changes, sentence: CitedSentence) -> str:
    """Say who published the source of a sentence, when, and where its words come from."""
    source = _source(given, sentence)
    origin_of = origin(source, shown=False)
    parts = (source.document.publisher or "publisher unknown", told_on(given, sentence), origin_of)
    return ", ".join(part for part in parts if part)


def _source(given: Brief | Changes, sentence: CitedSentence) -> Memento:
    return given.citations[sentence.citations[0] - 1].evidence.memento


def told_by(story: Story) -> str:
    """Say when a story was told, by how many documents and how many origins."""
    return (
        f"{days(story.days)} · {count(len(story.mementos), 'document')} · {counted_of(count_origins(story.mementos))}"
    )


def also(event: Sequence[Memento]) -> str | None:
    """Name who else published what the first of some documents tells; None where nobody did."""
    others = tuple(dict.fromkeys(one.document.publisher or "publisher unknown" for one in event[1:]))
    if not others:
        return None
    more = f" and {count(len(others) - NAMED, 'other')}" if len(others) > NAMED else ""
    return f"also in {', '.join(others[:NAMED])}{more}"


NAMED = 5
"""Publishers of one event that are named."""


def reporter(point: FigurePoint) -> str:
    """Say who counted, where that is known, and who published it."""
    source = point.source or "source unknown"
    return f"{point.counted_by}, in {source}" if point.counted_by else source


def observed(each: Observation) -> str:
    """Say who counted and who published it first, how many origins report it, and when it was superseded."""
    return _passed(f"{reporter(each.point)} · {counted_of(each.origins)}", each.superseded_at)


def stood(state: State) -> str:
    """Say who published how something stood, and when it was superseded."""
    return _passed(state.source or "source unknown", state.superseded_at)


def _passed(told: str, superseded_at: Moment | None) -> str:
    return f"{told} · superseded {day(superseded_at)}" if superseded_at else told


def cited_before(given: Brief | Changes | Series) -> dict[int, int]:
    """Return the citations of a document that an earlier one cites too, each with the first of them, by number."""
    first: dict[str, int] = {}
    known = (
        (each.number, first.setdefault(each.evidence.memento.document.id, each.number)) for each in given.citations
    )
    return {number: before for number, before in known if before != number}


def rights_unstated(given: Brief | Changes | Series) -> str | None:
    """Say once which of the sources state nothing of their rights; None where all of them do."""
    silent = [each.number for each in given.citations if not each.evidence.memento.document.rights]
    if len(silent) == len(given.citations):
        return "Licence not stated by any of the sources." if silent else None
    return f"Licence not stated: {', '.join(map(str, silent))}." if silent else None


def covered(brief: Brief | Changes | Series) -> str:
    """Say what a brief is made from."""
    cited = count_origins(citation.evidence.memento for citation in brief.citations)
    parts = f"{count(len(brief.citations), 'citation')} from {counted_of(cited)}" if cited else "nothing is cited"
    return f"{coverage(brief.coverage, brief.as_of)} {sentence(parts)}"
