"""Every noun of onrecord: frozen, slotted, keyword-only values, checked when they are made.

Offsets count Unicode code points of ``Document.text`` and are half-open. Collections are tuples.
A moment is a ``date`` when only the day is known and a ``datetime`` in UTC when the instant is;
nothing here turns the one into the other.

Terms: spans and quotes follow the W3C Web Annotation selectors, ``Memento`` RFC 7089,
``Attribution`` PARC and PolNeAR, ``Evidence`` FEVER, ``Verdict`` AVeriTeC.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from math import isfinite

Moment = date | datetime
"""A day (``date``) or an instant (``datetime``, UTC)."""


def latest(moment: Moment) -> datetime:
    """Return the last instant that ``moment`` may stand for: itself, or the end of its day in UTC."""
    if isinstance(moment, datetime):
        return moment
    return datetime.combine(moment, time.max, UTC)


def day_of(moment: Moment) -> date:
    """Return the UTC day of ``moment``."""
    return moment.date() if isinstance(moment, datetime) else moment


def _require(condition: bool, message: str) -> None:
    if not condition:
        raise ValueError(message)


def _require_moment(moment: Moment | None, name: str) -> None:
    if isinstance(moment, datetime):
        _require(moment.tzinfo is UTC, f"{name} must be a datetime in datetime.UTC, or a date")


# Text and where it came from -------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A non-empty half-open range of code points in ``Document.text``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        _require(0 <= self.start < self.end, f"a span needs 0 <= start < end, not {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def cut(self, text: str) -> str:
        """Return the characters this span covers.

        Raises:
            ValueError: the span reaches past the end of ``text``.
        """
        _require(self.end <= len(text), f"span {self.start}..{self.end} reaches past a text of {len(text)} characters")
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Say whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Say whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A Web Annotation TextQuoteSelector: the exact words with a little of what stands around them."""

    exact: str
    prefix: str = ""
    suffix: str = ""

    def __post_init__(self) -> None:
        _require(bool(self.exact), "a quote needs its exact words")


class DateKind(StrEnum):
    """How a publication date is known."""

    STATED = "stated"
    """The source's own metadata or field states it."""
    GIVEN = "given"
    """The person who handed in the document gave it."""
    ADDRESS = "address"
    """It stands in the document's address."""
    UNKNOWN = "unknown"
    """It is not known; such a document is never dated evidence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One publication of one text. Build it with :func:`document`, which computes ``id``."""

    id: str
    """32 hexadecimal digits: a digest of text, address and publication date (see ``document_id``)."""
    text: str
    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    """The outlet's name, or its registered domain when no name is stated."""
    url: str | None = None
    language: str | None = None
    """BCP 47 primary tag, such as ``en``."""
    published_at: Moment | None = None
    modified_at: Moment | None = None
    captured_at: Moment | None = None
    """When this copy was taken; never used in place of ``published_at``."""
    date_kind: DateKind = DateKind.UNKNOWN
    source_id: str | None = None
    """The identifier the source gave, kept so that it can be looked up."""
    partial: bool = False
    """Whether the source gave a part of the text only, as feeds give teasers; the word is that of ninjs."""

    def __post_init__(self) -> None:
        _require(bool(self.text.strip()), "a document needs text")
        for name in ("published_at", "modified_at", "captured_at"):
            _require_moment(getattr(self, name), name)
        known = self.published_at is not None
        _require(known == (self.date_kind is not DateKind.UNKNOWN), "date_kind is unknown exactly when published_at is")
        expected = document_id(self.text, url=self.url, published_at=self.published_at)
        _require(self.id == expected, f"document id {self.id} is not the digest {expected} of its content")

    def quote(self, span: Span, *, around: int = 32) -> Quote:
        """Return ``span`` as a quote with up to ``around`` characters on either side."""
        return Quote(
            exact=span.cut(self.text),
            prefix=self.text[max(0, span.start - around) : span.start],
            suffix=self.text[span.end : span.end + around],
        )


def document_id(text: str, *, url: str | None, published_at: Moment | None) -> str:
    """Return the id of a document: a digest of its text, address and publication date.

    The address and the date take part because the same words published twice are two publications
    of one origin: dropping the second would lose who carried it, and since when.
    """
    key = json.dumps([text, url, published_at and published_at.isoformat()], ensure_ascii=False)
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def document(
    text: str,
    *,
    title: str | None = None,
    byline: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    language: str | None = None,
    published_at: Moment | None = None,
    modified_at: Moment | None = None,
    captured_at: Moment | None = None,
    date_kind: DateKind | None = None,
    source_id: str | None = None,
    partial: bool = False,
) -> Document:
    """Build a :class:`Document`, computing its id; a date without a kind counts as given.

    Raises:
        ValueError: the text is empty or a moment is not a date or a UTC datetime.
    """
    kind = date_kind or (DateKind.UNKNOWN if published_at is None else DateKind.GIVEN)
    return Document(
        id=document_id(text, url=url, published_at=published_at),
        text=text,
        title=title,
        byline=byline,
        publisher=publisher,
        url=url,
        language=language,
        published_at=published_at,
        modified_at=modified_at,
        captured_at=captured_at,
        date_kind=kind,
        source_id=source_id,
        partial=partial,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class RawBlock:
    """A run of text as the reader found it, before anyone says what it is."""

    span: Span
    element: str | None = None
    """For HTML: the path of the element it came from, such as ``html/body/main/article/p[3]``."""
    hints: tuple[str, ...] = ()
    """For HTML: lower-cased class, id, role and itemprop words on that path, nearest first."""
    link_share: float = 0.0
    """Share of its characters that stand inside links, 0 to 1."""
    stressed_share: float = 0.0
    """Share of its characters set in bold or italics, 0 to 1."""

    def __post_init__(self) -> None:
        for name in ("link_share", "stressed_share"):
            _require(0.0 <= getattr(self, name) <= 1.0, f"{name} is a share between 0 and 1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A document with its raw blocks in order; what the readers return and ``restore`` takes."""

    document: Document
    raw_blocks: tuple[RawBlock, ...]

    def __post_init__(self) -> None:
        _require_ordered(tuple(block.span for block in self.raw_blocks), self.document.text)


def _require_ordered(spans: tuple[Span, ...], text: str) -> None:
    """Check that spans stand in order, do not overlap and end inside ``text``."""
    end = 0
    for span in spans:
        _require(span.start >= end, f"spans overlap or are out of order at {span.start}")
        end = span.end
    _require(end <= len(text), f"spans reach {end}, past the end of the text at {len(text)}")


# What restore finds ----------------------------------------------------------------------------


class ReasonCode(StrEnum):
    """Why something was decided. The words beside a code are for people; the code is for programs."""

    # restoring
    REPEATS_PAGE = "repeats_page"
    REPLY_ADDRESS = "reply_address"
    REPLY_OFFER = "reply_offer"
    REPLY_SEARCH_RESULTS = "reply_search_results"
    REPLY_KNOWLEDGE_DATE = "reply_knowledge_date"
    REPLY_MARKUP = "reply_markup"
    CITATION_GAP = "citation_gap"
    BROKEN_SENTENCE = "broken_sentence"
    GLUED_JOIN = "glued_join"
    CLASH_WITH_PAGE = "clash_with_page"
    RESTATES_PAGE = "restates_page"
    FURNITURE_WORDS = "furniture_words"
    FURNITURE_ELEMENT = "furniture_element"
    LINK_DENSITY = "link_density"
    OTHER_STORY = "other_story"
    POSITION = "position"
    # comparing
    SAME_WORDS = "same_words"
    SAME_MEANING = "same_meaning"
    NUMBER_DIFFERS = "number_differs"
    DATE_DIFFERS = "date_differs"
    NEGATED = "negated"
    SOURCE_DENIES = "source_denies"
    ROLE_DIFFERS = "role_differs"
    ENTITY_DIFFERS = "entity_differs"
    SAID_NOT_SO = "said_not_so"
    # resolving
    LATER_REPORT = "later_report"
    SINGLE_ORIGIN = "single_origin"
    SEVERAL_ORIGINS = "several_origins"
    SOURCES_DIFFER = "sources_differ"
    NOTHING_ON_TOPIC = "nothing_on_topic"
    TOPIC_SILENT = "topic_silent"
    ONLY_LATER = "only_later"
    ONLY_COPIES = "only_copies"
    OPINION = "opinion"
    QUESTION = "question"
    FORECAST = "forecast"
    NOT_ALONE = "not_alone"
    BUDGET = "budget"
    IN_REMOVED_PASSAGE = "in_removed_passage"
    OWN_BODY = "own_body"
    NO_CITATION = "no_citation"
    VERIFIER_SILENT = "verifier_silent"
    # reading and running
    DATE_UNKNOWN = "date_unknown"
    ARCHIVE_MISSING = "archive_missing"
    ARCHIVE_EMPTY = "archive_empty"
    UNDATED_IGNORED = "undated_ignored"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A code, its words for a reader and, where there are any, the two spans compared."""

    code: ReasonCode
    words: str
    here: Span | None = None
    """In the document under examination."""
    there: Span | None = None
    """In the evidence document."""

    def __post_init__(self) -> None:
        _require(bool(self.words.strip()), f"reason {self.code} needs words")


class BlockKind(StrEnum):
    """What a block is on its page."""

    HEADLINE = "headline"
    KICKER = "kicker"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATELINE = "dateline"
    BODY = "body"
    SUBHEAD = "subhead"
    PULL_QUOTE = "pull_quote"
    CAPTION = "caption"
    LIST = "list"
    TABLE = "table"
    LIVE_ENTRY = "live_entry"
    CORRECTION = "correction"
    CREDIT = "credit"
    TEASER = "teaser"
    NEWSLETTER = "newsletter"
    ADVERT = "advert"
    CONSENT = "consent"
    INTERFACE = "interface"
    COMMENTS = "comments"
    PAYWALL = "paywall"
    DUPLICATE = "duplicate"


ARTICLE_KINDS = (
    BlockKind.BODY,
    BlockKind.SUBHEAD,
    BlockKind.LIST,
    BlockKind.TABLE,
    BlockKind.LIVE_ENTRY,
    BlockKind.PULL_QUOTE,
)
"""The kinds that make up an article's running text."""

FURNITURE_KINDS = (
    BlockKind.TEASER,
    BlockKind.NEWSLETTER,
    BlockKind.ADVERT,
    BlockKind.CONSENT,
    BlockKind.INTERFACE,
    BlockKind.COMMENTS,
    BlockKind.PAYWALL,
    BlockKind.DUPLICATE,
)
"""The kinds that belong to the site, not to the article."""


class RemovalKind(StrEnum):
    """What a passage that does not belong to its page is."""

    CHATBOT_REPLY = "chatbot_reply"
    OTHER_ARTICLE = "other_article"
    FOREIGN = "foreign"
    TEASER = "teaser"
    NEWSLETTER = "newsletter"
    ADVERT = "advert"
    CONSENT = "consent"
    INTERFACE = "interface"
    COMMENTS = "comments"
    PAYWALL = "paywall"
    DUPLICATE = "duplicate"


class RemovalStatus(StrEnum):
    """Whether a foreign passage was taken out or only pointed at."""

    REMOVED = "removed"
    SUSPECTED = "suspected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A labelled block of the page."""

    span: Span
    kind: BlockKind
    element: str | None = None
    score: float = 1.0
    reasons: tuple[Reason, ...] = ()

    def __post_init__(self) -> None:
        _require_score(self.score)


def _require_score(score: float) -> None:
    _require(0.0 <= score <= 1.0, f"a score lies between 0 and 1, not {score}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """A passage that does not belong to its page; when only suspected it stays in the text."""

    span: Span
    kind: RemovalKind
    status: RemovalStatus
    score: float
    reasons: tuple[Reason, ...]

    def __post_init__(self) -> None:
        _require_score(self.score)
        _require(bool(self.reasons), "a removal needs its reasons")


@dataclass(frozen=True, slots=True, kw_only=True)
class Restoration:
    """A page with its blocks labelled and its foreign passages found.

    ``kept`` and the removals with status ``removed`` partition the text: put back together in order
    they are the text, character for character.
    """

    document: Document
    blocks: tuple[Block, ...]
    kept: tuple[Span, ...]
    removals: tuple[Removal, ...]

    def __post_init__(self) -> None:
        text = self.document.text
        _require_ordered(tuple(block.span for block in self.blocks), text)
        _require_ordered(tuple(removal.span for removal in self.removals), text)
        parts = sorted((*self.kept, *self.removed), key=lambda span: span.start)
        end = 0
        for part in parts:
            _require(part.start == end, f"kept and removed leave a gap or overlap at {part.start}")
            end = part.end
        _require(end == len(text), f"kept and removed end at {end}, the text at {len(text)}")

    @property
    def removed(self) -> tuple[Span, ...]:
        """The spans taken out, in order."""
        return tuple(r.span for r in self.removals if r.status is RemovalStatus.REMOVED)

    @property
    def restored(self) -> str:
        """The text without the removed passages."""
        return "".join(span.cut(self.document.text) for span in self.kept)


# What extract finds ----------------------------------------------------------------------------


class Directness(StrEnum):
    """How a source's words are given."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who is said to have said what: spans of source, cue and content, in the PARC sense."""

    content: Span
    source: Span | None = None
    cue: Span | None = None
    speaker: str | None = None
    """The source's one name within the text, or None when it could not be resolved."""
    directness: Directness = Directness.INDIRECT


class StatementKind(StrEnum):
    """What a statement is; only events, states and figures are checked as facts."""

    EVENT = "event"
    STATE = "state"
    FIGURE = "figure"
    FORECAST = "forecast"
    OPINION = "opinion"
    QUESTION = "question"


FACTUAL_KINDS = (StatementKind.EVENT, StatementKind.STATE, StatementKind.FIGURE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """Days from ``start`` to ``end``, both included."""

    start: date
    end: date

    def __post_init__(self) -> None:
        _require(not isinstance(self.start, datetime) and not isinstance(self.end, datetime), "an interval is of days")
        _require(self.start <= self.end, f"an interval starts before it ends, not {self.start}..{self.end}")


class Bound(StrEnum):
    """How a figure bounds what it counts."""

    EXACTLY = "exactly"
    ABOUT = "about"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    LESS_THAN = "less_than"
    AT_MOST = "at_most"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number with its unit, what it counts and how it bounds it."""

    span: Span
    value: float
    unit: str = ""
    """Such as ``percent``, ``USD``, ``day``, ``km``; empty for a bare count."""
    counted: str = ""
    """The words that say what is counted, such as ``Palestinians``; empty when not stated."""
    bound: Bound = Bound.EXACTLY

    def __post_init__(self) -> None:
        _require(isfinite(self.value), f"a figure is a finite number, not {self.value}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One thing a text states, readable alone.

    ``span`` covers it in ``Document.text``, a removed passage in its middle included; ``text`` are the
    kept words, with what stands for a pronoun added in square brackets only.
    """

    id: str
    document_id: str
    span: Span
    text: str
    kind: StatementKind
    attribution: Attribution | None = None
    time: Interval | None = None
    figures: tuple[Figure, ...] = ()
    foreign: RemovalKind | None = None
    """The kind of the removed passage it stands in; None when it belongs to the page."""

    def __post_init__(self) -> None:
        _require(bool(self.text.strip()), "a statement needs text")


# What find returns -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Which publications a search may use: published after ``after`` and not later than ``until``."""

    until: Moment
    after: Moment | None = None

    def __post_init__(self) -> None:
        _require_moment(self.until, "until")
        _require_moment(self.after, "after")

    def admits(self, published_at: Moment | None) -> bool:
        """Say whether a publication date lies in the window; an unknown one never does."""
        if published_at is None or latest(published_at) > latest(self.until):
            return False
        return self.after is None or latest(published_at) > latest(self.after)


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
    """It credits the agency."""


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
        _require_moment(self.at, "at")
        _require(bool(self.other), "a tie needs another")
        _require((self.document_id is None) == (self.kind is TieKind.CREDIT), "an agency is no document")


@dataclass(frozen=True, slots=True, kw_only=True)
class Memento:
    """A document as it stood at a moment, and the origin its words come from."""

    document: Document
    origin: str
    """Names the origin: an agency, or the id of the earliest document with these words."""
    ties: tuple[Tie, ...] = ()
    """What it is counted once with among the documents found, and what shows it; a few of many."""
    own: bool = False
    """True when it is the page under examination itself."""

    @property
    def at(self) -> Moment | None:
        """The moment that ``as_of`` is compared with: when it was published."""
        return self.document.published_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What the archive held on a statement's topic up to the date asked for."""

    documents: int = 0
    """Dated documents on the topic, published not later than ``as_of``."""
    first: Moment | None = None
    last: Moment | None = None
    later: int = 0
    """Documents on the topic that were published after ``as_of``; counted, never read as evidence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A passage found for a statement, with the memento it is cut from."""

    memento: Memento
    span: Span
    score: float
    """Between 0 and 1: how near the passage is to the statement, compared over all finders."""

    def __post_init__(self) -> None:
        _require_score(self.score)
        self.span.cut(self.memento.document.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Everything found for one statement: candidates, best first, and what the archive covers."""

    candidates: tuple[Candidate, ...]
    coverage: Coverage


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


# What verify decides ---------------------------------------------------------------------------


class Stance(StrEnum):
    """How a passage stands to a statement."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A passage's text and a statement's text, to be judged."""

    premise: str
    hypothesis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Probabilities that a premise supports, refutes or says nothing of a hypothesis; they sum to one."""

    supports: float
    refutes: float
    neutral: float
    reasons: tuple[Reason, ...] = ()

    def __post_init__(self) -> None:
        for score in (self.supports, self.refutes, self.neutral):
            _require_score(score)
        total = self.supports + self.refutes + self.neutral
        _require(abs(total - 1.0) < 1e-6, f"the three probabilities sum to one, not {total}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A span cut from a stored document, and how it stands to a statement.

    It cannot be made unless ``quote`` is what ``span`` cuts from the document, character for character.
    """

    memento: Memento
    span: Span
    quote: str
    stance: Stance
    score: float
    reasons: tuple[Reason, ...] = ()

    def __post_init__(self) -> None:
        _require_score(self.score)
        _require(self.span.cut(self.memento.document.text) == self.quote, "the quote is not what its span cuts out")


class Label(StrEnum):
    """A verdict's label; ``words`` is what people read."""

    SUPPORTED = "supported"
    REFUTED = "refuted"
    CONFLICTING = "conflicting"
    SUPERSEDED = "superseded"
    NOT_ENOUGH_EVIDENCE = "not_enough_evidence"
    NOT_CHECKED = "not_checked"

    @property
    def words(self) -> str:
        """The label in words."""
        return _LABEL_WORDS[self]


_LABEL_WORDS = {
    Label.SUPPORTED: "On record",
    Label.REFUTED: "Contradicted by the record",
    Label.CONFLICTING: "Disputed",
    Label.SUPERSEDED: "Superseded",
    Label.NOT_ENOUGH_EVIDENCE: "Not on record",
    Label.NOT_CHECKED: "Not checked",
}

_NEEDED_STANCES = {
    Label.SUPPORTED: (Stance.SUPPORTS,),
    Label.REFUTED: (Stance.REFUTES,),
    Label.CONFLICTING: (Stance.SUPPORTS, Stance.REFUTES),
    Label.SUPERSEDED: (Stance.SUPPORTS, Stance.REFUTES),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Origins:
    """How many independent origins stand on either side."""

    supporting: int = 0
    refuting: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the record says of one statement as of a date.

    Law 2 is held here: a label that claims something cannot be made without evidence on its side, and
    no evidence may be published after ``as_of``. The page itself may testify only on foreign statements.
    """

    statement: Statement
    label: Label
    as_of: Moment
    evidence: tuple[Evidence, ...]
    origins: Origins
    reasons: tuple[Reason, ...]
    coverage: Coverage
    score: float

    def __post_init__(self) -> None:
        _require_score(self.score)
        _require_moment(self.as_of, "as_of")
        _require(bool(self.reasons), f"a verdict of {self.label} needs its reasons")
        stances = {evidence.stance for evidence in self.evidence}
        for stance in _NEEDED_STANCES.get(self.label, ()):
            _require(stance in stances, f"{self.label} needs evidence that {stance}")
        window = Window(until=self.as_of)
        for evidence in self.evidence:
            if evidence.memento.own:
                _require(self.statement.foreign is not None, "a page is not evidence for its own statements")
            else:
                _require(window.admits(evidence.memento.at), "evidence must be dated, and not later than as_of")


# What people are handed ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A model that took part, named with the SHA-256 digest of its file."""

    name: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What a result was made from; the same run gives the same bytes."""

    version: str
    as_of: Moment
    archive_revision: str
    models: tuple[Model, ...] = ()
    settings: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A checked page: what belongs to it, what the record says of its statements, and how it was made."""

    restoration: Restoration
    verdicts: tuple[Verdict, ...]
    run: Run
    notices: tuple[Reason, ...] = ()
    """What a reader must know of the whole, such as an unknown date or a missing archive."""


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

    def __post_init__(self) -> None:
        _require(bool(self.citations), "a sentence of a brief needs a citation")

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
        _require(bool(self.speaker.strip()), "a voice has a name")
        _require(bool(self.sentences), "a voice has said something")


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacement:
    """What was reported, and what one of the same sources reported in its place later."""

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
        _require(len(self.sides) >= 2, "a dispute has two sides or more")


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
        _require_cited(self.sentences, self.citations, window)
        for memento in self.related:
            _require(window.admits(memento.at), "a related story is dated, and not later than as_of")


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
        _require_moment(self.since, "since")
        _require(latest(self.since) < latest(self.as_of), "since lies before as_of")
        _require_cited(self.sentences, self.citations, Window(until=self.as_of))


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Documents of about one time that tell one thing."""

    title: str
    """The headline of one of them."""
    mementos: tuple[Memento, ...]
    """In order of publication."""

    def __post_init__(self) -> None:
        _require(bool(self.mementos), "a story is told by somebody")
        moments = [latest(one.at) for one in self.mementos if one.at is not None]
        _require(len(moments) == len(self.mementos) and moments == sorted(moments), "a story is told in order of time")

    @property
    def days(self) -> Interval:
        """From the first publication to the last."""
        days = [day_of(one.at) for one in self.mementos if one.at is not None]
        return Interval(start=days[0], end=days[-1])

    @property
    def origins(self) -> int:
        """How many independent origins tell it."""
        return len({one.origin for one in self.mementos})


@dataclass(frozen=True, slots=True, kw_only=True)
class Stories:
    """The stories on a topic up to a date, the newest first."""

    topic: str
    as_of: Moment
    since: Moment | None = None
    stories: tuple[Story, ...]
    coverage: Coverage
    run: Run

    def __post_init__(self) -> None:
        window = Window(until=self.as_of, after=self.since)
        for story in self.stories:
            _require(all(window.admits(one.at) for one in story.mementos), "a story is told within the dates asked for")


def _sides(disputes: tuple[Dispute, ...], replacements: tuple[Replacement, ...]) -> tuple[CitedSentence, ...]:
    against = (side for dispute in disputes for side in dispute.sides)
    return (*against, *(side for each in replacements for side in (each.before, each.after)))


def _require_cited(sentences: tuple[CitedSentence, ...], citations: tuple[Citation, ...], window: Window) -> None:
    """Check that every sentence is cut from what it cites, and nothing is cited that the window does not admit."""
    quotes = {citation.number: citation.evidence.quote for citation in citations}
    _require(tuple(quotes) == tuple(range(1, len(citations) + 1)), "citations are numbered from 1")
    for citation in citations:
        _require(
            window.admits(citation.evidence.memento.at),
            "a brief cites nothing later than as_of, and nothing up to since",
        )
    for sentence in sentences:
        _require(all(number in quotes for number in sentence.citations), "a sentence cites a number not listed")
        cited = tuple(quotes[number] for number in sentence.citations)
        _require(sentence.is_cut_from(cited), f"not cut from its sources: {sentence.text!r}")
