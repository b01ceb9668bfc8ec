"""What people say of what onrecord says: notes, with everything that was done to them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from onrecord.data.moments import Moment, require_moment
from onrecord.data.requiring import require
from onrecord.data.spans import Quote, Span
from onrecord.data.verdicts import Label

LONGEST_NOTE = 10_000
"""Characters of a note; what is longer is an article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words of a document that a note is about: a Web Annotation target with its two selectors."""

    document_id: str
    span: Span
    quote: Quote
    url: str | None = None
    """Where the document was published: other versions of it are found by that."""

    def __post_init__(self) -> None:
        require(len(self.span) == len(self.quote.exact), "the span is as long as the words it covers")


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What a note is about: words of a document, a statement made there, or a brief on a topic as of a date."""

    words: Words | None = None
    statement_id: str | None = None
    topic: str | None = None
    as_of: Moment | None = None
    """Of the verdict or the brief."""

    def __post_init__(self) -> None:
        require_moment(self.as_of, "as_of")
        brief = self.topic is not None
        require(brief != (self.words is not None), "a note is about words of a document or about a brief")
        require(not (brief and self.statement_id), "a statement is made in a document")
        require(not brief or self.as_of is not None, "a brief is as of a date")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """A person's word against a verdict; the verdict stays beside it with its evidence."""

    machine: Label
    """The verdict that is overruled."""
    person: Label
    """What the person holds it to be."""

    def __post_init__(self) -> None:
        require(self.machine is not self.person, "a ruling says otherwise than the verdict")


class Act(StrEnum):
    """What may be done to a note."""

    WRITTEN = "written"
    CHANGED = "changed"
    RESOLVED = "resolved"
    REOPENED = "reopened"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One thing that was done to a note: who did what, and when. None is ever changed or taken away."""

    act: Act
    by: str
    at: datetime
    words: str = ""
    """Of the note, where it was written or changed."""

    def __post_init__(self) -> None:
        require(self.at.tzinfo is UTC, "a revision is made at an instant in UTC")
        require(0 < len(self.by) <= 80 and self.by.isprintable(), "who did it has a name, of 80 characters at most")
        telling = self.act in (Act.WRITTEN, Act.CHANGED)
        require(telling == bool(self.words.strip()), "a note has words where it is written or changed, and only there")
        require(len(self.words) <= LONGEST_NOTE, f"a note has {LONGEST_NOTE:,} characters at most")


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note with its whole history. A ruling is a note too: its words are the reason."""

    id: str
    """16 hexadecimal digits drawn by chance."""
    target: Target
    revisions: tuple[Revision, ...]
    """In the order they were made; the first wrote it."""
    reply_to: str | None = None
    """The note that it answers."""
    ruling: Ruling | None = None

    def __post_init__(self) -> None:
        acts = [revision.act for revision in self.revisions]
        require(bool(acts) and acts[0] is Act.WRITTEN and Act.WRITTEN not in acts[1:], "a note is written once, first")
        require(Act.WITHDRAWN not in acts[:-1], "nothing is done to a note that was withdrawn")
        require(self.reply_to != self.id, "a note does not answer itself")
        require(self.ruling is None or self.target.statement_id is not None, "a ruling is on a statement")

    @property
    def words(self) -> str:
        """What it says now."""
        return next(revision.words for revision in reversed(self.revisions) if revision.words)

    @property
    def by(self) -> str:
        """Who wrote it."""
        return self.revisions[0].by

    @property
    def at(self) -> datetime:
        """When it was written."""
        return self.revisions[0].at

    @property
    def version(self) -> int:
        """How many things were done to it."""
        return len(self.revisions)

    @property
    def is_resolved(self) -> bool:
        """Whether it was settled, and not opened again since."""
        acts = [revision.act for revision in self.revisions if revision.act in (Act.RESOLVED, Act.REOPENED)]
        return acts[-1:] == [Act.RESOLVED]

    @property
    def is_withdrawn(self) -> bool:
        """Whether whoever wrote it took it back; it stays readable."""
        return self.revisions[-1].act is Act.WITHDRAWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Where the words of a note stand in a text: exactly one place, or none is given."""

    span: Span
    exact: bool
    """Whether they stand there letter for letter."""
    score: float
    """How well words and surroundings agree, 0 to 1."""
