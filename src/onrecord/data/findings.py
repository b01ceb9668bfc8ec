"""What finding returns: passages of the archive, with the copies and origins of their documents."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.data.documents import Document
from onrecord.data.moments import Moment, Window, require_moment
from onrecord.data.requiring import require, require_score
from onrecord.data.searches import Search
from onrecord.data.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """What is known of a stored document without its text."""

    document_id: str
    url: str | None = None
    published_at: Moment | None = None
    version_at: Moment | None = None
    """From when it counts as the version of its page; see ``Document.version_at``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Two to four whole sentences of a stored document."""

    document_id: str
    span: Span


class Retriever(StrEnum):
    """Which ranking found a passage."""

    WORDING = "wording"
    VECTOR = "vector"
    MERGED = "merged"
    PAGE = "page"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A passage with the score its retriever gave it; scores compare within one retriever only."""

    passage: Passage
    score: float
    retriever: Retriever


class TieKind(StrEnum):
    """How it is known that two documents, or a document and an agency, have one origin."""

    SAME_WORDS = "same_words"
    """The one has half of the other's words, in its order."""
    REWORDED = "reworded"
    """The one is rewritten from the other."""
    SAME_PAGE = "same_page"
    """They are versions, mirrors or translations of one page, by its address."""
    CREDIT = "credit"
    """It credits the agency, or the outlet that the other document is of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """What shows that a document counts once with another, or with all that an agency is credited with."""

    kind: TieKind
    other: str
    """Who published the other document, or the agency."""
    document_id: str | None = None
    """The other document; None for an agency."""
    at: Moment | None = None
    """When the other document was published."""
    quote: str = ""
    """The words that show it: the longest run both have, or the credit; empty where only the addresses do."""
    here: Span | None = None
    """Where they stand in the document; None for a credit in its byline or imprint."""
    there: Span | None = None
    """Where they stand in the other document."""

    def __post_init__(self) -> None:
        require_moment(self.at, "at")
        require(bool(self.other), "a tie needs another")
        require(self.document_id is not None or self.kind is TieKind.CREDIT, "only an agency is no document")


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginRuling:
    """A person's word on whether two documents have one origin; the last one on a pair stands."""

    documents: tuple[str, str]
    """Their ids."""
    together: bool | None
    """Whether they have one origin; None takes back what was ruled before."""
    by: str
    reason: str
    at: Moment

    def __post_init__(self) -> None:
        require_moment(self.at, "at")
        require(self.documents[0] != self.documents[1], "a ruling is on two documents")
        require(bool(self.by.strip()) and bool(self.reason.strip()), "a ruling says by whom and why")


@dataclass(frozen=True, slots=True, kw_only=True)
class Memento:
    """A document as it stood at a moment, and the origin its words come from."""

    document: Document
    origin: str
    """Names the origin: an agency, or the id of the earliest document with these words."""
    ties: tuple[Tie, ...] = ()
    """What it is counted once with among the documents found, and what shows it; a few of many."""
    rulings: tuple[OriginRuling, ...] = ()
    """What people ruled on it and another of the documents found, where that decided its origin."""
    own: bool = False
    """True when it is the page under examination itself."""

    @property
    def at(self) -> Moment | None:
        """The moment that ``as_of`` is compared with: when it was published."""
        return self.document.published_at

    def stood_in(self, window: Window) -> bool:
        """Say whether these words were published within a window, and not changed after it for all that is known."""
        return window.admits(self.at) and not self.document.changed_after(window.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What the archive held on a statement's topic up to the date asked for."""

    documents: int = 0
    """Dated documents on the topic, published not later than ``as_of``."""
    more: bool = False
    """Whether there is more on the topic than was read; ``documents`` are the nearest, and the others not counted."""
    first: Moment | None = None
    last: Moment | None = None
    later: int = 0
    """Documents on the topic that were published after ``as_of``; counted, never read as evidence."""
    changed: int = 0
    """Documents on the topic of which only copies changed after ``as_of`` are held; no evidence either."""
    undated: int = 0
    """Documents on the topic whose date is not known; no evidence either."""
    consulted: bool = True
    """Whether there was an archive to look in; of what is counted over none, nothing is said to be held."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A passage found for a statement, with the memento it is cut from."""

    memento: Memento
    span: Span
    score: float
    """Between 0 and 1: how near the passage is to the statement, compared over all finders."""

    def __post_init__(self) -> None:
        require_score(self.score)
        self.span.cut(self.memento.document.text)


class Standing(StrEnum):
    """How somebody stands to an office by the words beside their name."""

    HOLDS = "holds"
    ACTING = "acting"
    """In it until somebody is chosen: acting, interim, caretaker."""
    OUTGOING = "outgoing"
    ELECT = "elect"
    """Chosen, and not yet in it: elect, designate, incoming."""
    FORMER = "former"
    THEN = "then"
    """In it at the time that is told of, whoever holds it now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeMention:
    """Words of the record that give somebody an office: "former Premier Orla Venn"."""

    memento: Memento
    span: Span
    person: str
    """The name as it stands there."""
    office: str
    """In lower case."""
    of: str
    """Whose office it is, as it stands there; empty when not said."""
    standing: Standing

    def __post_init__(self) -> None:
        self.span.cut(self.memento.document.text)
        require(self.memento.at is not None, "a mention of a role is dated")

    @property
    def quote(self) -> str:
        """The words themselves."""
        return self.span.cut(self.memento.document.text)

    @property
    def at(self) -> Moment:
        """When they were published."""
        assert self.memento.at is not None
        return self.memento.at


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Everything found for one statement: candidates, best first, and what the archive covers."""

    candidates: tuple[Candidate, ...]
    coverage: Coverage
    offices: tuple[OfficeMention, ...] = ()
    """Who is given the offices that the statement names, in order of time."""
    search: Search | None = None
    """What the open web was asked before; None where only the archive was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stats:
    """What an archive holds. ``revision`` changes with every commit and names the state read."""

    documents: int
    passages: int
    origins: int
    undated: int
    first: Moment | None
    last: Moment | None
    revision: str
    bytes: int
