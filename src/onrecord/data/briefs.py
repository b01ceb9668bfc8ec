"""A topic written up: every sentence cut from a dated source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from onrecord.data.findings import Coverage, Memento
from onrecord.data.moments import Interval, Moment, Window, latest, require_moment
from onrecord.data.reasons import Reason
from onrecord.data.reports import Run
from onrecord.data.requiring import require
from onrecord.data.statements import Bound
from onrecord.data.verdicts import Evidence


class Length(StrEnum):
    """How much a brief tells."""

    SHORT = "short"
    STANDARD = "standard"
    LONG = "long"


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A numbered piece of evidence of a brief."""

    number: int
    evidence: Evidence


_ADDED = re.compile(r" ?\[[^\]]*\]|\u2026")


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedSentence:
    """A sentence cut from its sources: beside bracketed additions every piece stands in a cited quote."""

    text: str
    citations: tuple[int, ...]
    reworded: str | None = None
    """The same as a model puts it, found to say no more and no less; ``text`` stays what was cut."""
    kept: Reason | None = None
    """Why it stays as it was cut, where a model was asked to put it in other words."""

    def __post_init__(self) -> None:
        require(bool(self.citations), "a sentence of a brief needs a citation")
        require(self.reworded is None or bool(self.reworded.strip()), "what was reworded has words")
        require(self.reworded is None or self.kept is None, "a sentence is reworded, or stays as it was cut")

    def is_cut_from(self, quotes: tuple[str, ...]) -> bool:
        """Say whether every piece of the text, additions in brackets aside, stands in one of ``quotes``."""
        pieces = (piece.strip() for piece in _ADDED.split(self.text))
        return all(any(piece in quote for quote in quotes) for piece in pieces if piece)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A numbered section of a brief; its title is cut from a source."""

    title: str
    sentences: tuple[CitedSentence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """What happened on a day, or over a few."""

    time: Interval
    sentence: CitedSentence


@dataclass(frozen=True, slots=True, kw_only=True)
class FigurePoint:
    """A figure as reported at a moment, by whom it was counted."""

    counted: str
    value: float
    unit: str
    bound: Bound
    reported_at: Moment
    source: str | None
    """Who published it."""
    sentence: CitedSentence
    counted_by: str | None = None
    """Who is said to have counted, where the sentence says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Somebody who is named, and the sentences that say what they said, in order of time."""

    speaker: str
    sentences: tuple[CitedSentence, ...]

    def __post_init__(self) -> None:
        require(bool(self.speaker.strip()), "a voice has a name")
        require(bool(self.sentences), "a voice has said something")


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacement:
    """What was reported, and what came in its place later: a figure from one of the same sources, a state from any."""

    about: str
    before: CitedSentence
    after: CitedSentence
    replaced_at: Moment
    """When the later report was published."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """Sides that the record holds against each other."""

    about: str
    sides: tuple[CitedSentence, ...]

    def __post_init__(self) -> None:
        require(len(self.sides) >= 2, "a dispute has two sides or more")


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """A topic as of a date, every sentence cut from a dated source."""

    topic: str
    as_of: Moment
    since: Moment | None = None
    """Where it is given, nothing is cited that was published up to then."""
    takeaways: tuple[CitedSentence, ...]
    sections: tuple[Section, ...]
    timeline: tuple[TimelineEntry, ...]
    figures: tuple[FigurePoint, ...]
    voices: tuple[Voice, ...] = ()
    disputes: tuple[Dispute, ...]
    replacements: tuple[Replacement, ...] = ()
    gaps: tuple[Reason, ...]
    """What the archive does not say, with its coverage."""
    related: tuple[Memento, ...] = ()
    """Other stories that touch the topic, one document each; of them nothing is told but title, publisher and day."""
    citations: tuple[Citation, ...]
    coverage: Coverage
    run: Run

    @property
    def sentences(self) -> tuple[CitedSentence, ...]:
        """Every sentence of the brief, in reading order."""
        return (
            *self.takeaways,
            *(sentence for section in self.sections for sentence in section.sentences),
            *(entry.sentence for entry in self.timeline),
            *(point.sentence for point in self.figures),
            *(sentence for voice in self.voices for sentence in voice.sentences),
            *_sides(self.disputes, self.replacements),
        )

    def __post_init__(self) -> None:
        window = Window(until=self.as_of, after=self.since)
        require_cited(self.sentences, self.citations, window)
        for memento in self.related:
            require(memento.stood_in(window), "a related story is dated, and not later than as_of")


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What a topic's record gained between two dates."""

    topic: str
    since: Moment
    as_of: Moment
    new: tuple[CitedSentence, ...]
    """What was published after ``since`` and is in nothing published up to then, in order of time."""
    replacements: tuple[Replacement, ...]
    """What was replaced after ``since``; what it replaced may be older."""
    disputes: tuple[Dispute, ...]
    """What came to be disputed after ``since``."""
    gaps: tuple[Reason, ...]
    citations: tuple[Citation, ...]
    coverage: Coverage
    run: Run

    @property
    def sentences(self) -> tuple[CitedSentence, ...]:
        """Every sentence, in reading order."""
        return (*self.new, *_sides(self.disputes, self.replacements))

    def __post_init__(self) -> None:
        require_moment(self.since, "since")
        require(latest(self.since) < latest(self.as_of), "since lies before as_of")
        require_cited(self.sentences, self.citations, Window(until=self.as_of))


def topic_id(words: str) -> str:
    """Return what a topic goes by, however it is spaced and capitalised."""
    return sha256(f"topic {' '.join(words.casefold().split())}".encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """What documents that came in lately say of a topic that nothing before them said."""

    topic: str
    as_of: Moment
    new: tuple[CitedSentence, ...]
    """The most telling first."""
    citations: tuple[Citation, ...]

    @property
    def at(self) -> Moment:
        """The moment it was noticed at."""
        return self.as_of

    @property
    def sources(self) -> tuple[Evidence, ...]:
        """What each sentence is cut from, in order."""
        return tuple(self.citations[each.citations[0] - 1].evidence for each in self.new)

    def __post_init__(self) -> None:
        require(bool(self.new), "an update says something")
        require_cited(self.new, self.citations, Window(until=self.as_of))


def _sides(disputes: tuple[Dispute, ...], replacements: tuple[Replacement, ...]) -> tuple[CitedSentence, ...]:
    against = (side for dispute in disputes for side in dispute.sides)
    return (*against, *(side for each in replacements for side in (each.before, each.after)))


def require_cited(sentences: Sequence[CitedSentence], citations: tuple[Citation, ...], window: Window) -> None:
    """Check that every sentence is cut from what it cites, and nothing is cited that the window does not admit."""
    quotes = {citation.number: citation.evidence.quote for citation in citations}
    require(tuple(quotes) == tuple(range(1, len(citations) + 1)), "citations are numbered from 1")
    for citation in citations:
        require(
            citation.evidence.memento.stood_in(window),
            "a brief cites nothing later than as_of, nor changed later, and nothing up to since",
        )
    for sentence in sentences:
        require(all(number in quotes for number in sentence.citations), "a sentence cites a number not listed")
        cited = tuple(quotes[number] for number in sentence.citations)
        require(sentence.is_cut_from(cited), f"not cut from its sources: {sentence.text!r}")
