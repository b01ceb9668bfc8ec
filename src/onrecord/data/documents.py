"""What was published, and how a reader found it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from onrecord.data.moments import Moment, latest, require_moment
from onrecord.data.requiring import require
from onrecord.data.spans import Quote, Span, require_ordered


class DateKind(StrEnum):
    """How a publication date is known."""

    STATED = "stated"
    """The source itself states it: in its metadata, a field or its date line."""
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
    rights: str | None = None
    """What the source states of its rights: a notice, terms of use, the address of a licence (Dublin Core, IPTC)."""
    published_at: Moment | None = None
    modified_at: Moment | None = None
    captured_at: Moment | None = None
    """When this copy was taken; never used in place of ``published_at``."""
    date_kind: DateKind = DateKind.UNKNOWN
    source_id: str | None = None
    """The identifier the source gave, kept so that it can be looked up."""
    partial: bool = False
    """Whether the source gave a part of the text only, as feeds give teasers; the word is that of ninjs."""
    reviews_claim: bool = False
    """Whether its page is marked up as a ClaimReview of schema.org, a fact-check, which repeats what it examines."""

    def __post_init__(self) -> None:
        require(bool(self.text.strip()), "a document needs text")
        for name in ("published_at", "modified_at", "captured_at"):
            require_moment(getattr(self, name), name)
        known = self.published_at is not None
        require(known == (self.date_kind is not DateKind.UNKNOWN), "date_kind is unknown exactly when published_at is")
        expected = document_id(self.text, url=self.url, published_at=self.published_at)
        require(self.id == expected, f"document id {self.id} is not the digest {expected} of its content")

    @property
    def version_at(self) -> Moment | None:
        """From when it counts as the version of its page: when it was changed, else copied, else published."""
        return self.modified_at or self.captured_at or self.published_at

    def changed_after(self, moment: Moment) -> bool:
        """Say whether this copy may hold words written after ``moment`` (docs/decisions/0008-copies-changed-later.md).

        It may when its page was changed later, and the copy was not taken by then.
        """
        until = latest(moment)
        taken = self.captured_at is not None and latest(self.captured_at) <= until
        return self.modified_at is not None and latest(self.modified_at) > until and not taken

    def quote(self, span: Span, *, around: int = 32) -> Quote:
        """Return ``span`` as a quote with up to ``around`` characters on either side."""
        return Quote(
            exact=span.cut(self.text),
            prefix=self.text[max(0, span.start - around) : span.start],
            suffix=self.text[span.end : span.end + around],
        )


@lru_cache(maxsize=1)  # asked twice of each document: when it is made, and when it is checked
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
    rights: str | None = None,
    published_at: Moment | None = None,
    modified_at: Moment | None = None,
    captured_at: Moment | None = None,
    date_kind: DateKind | None = None,
    source_id: str | None = None,
    partial: bool = False,
    reviews_claim: bool = False,
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
        rights=rights,
        published_at=published_at,
        modified_at=modified_at,
        captured_at=captured_at,
        date_kind=kind,
        source_id=source_id,
        partial=partial,
        reviews_claim=reviews_claim,
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
        # Asked of hundreds of blocks a page, as scores are: words for the error are made when there is one.
        if not (0.0 <= self.link_share <= 1.0 and 0.0 <= self.stressed_share <= 1.0):
            raise ValueError(f"shares lie between 0 and 1, not {self.link_share} and {self.stressed_share}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Words of a page that lead somewhere."""

    span: Span
    url: str
    """As the page gives it; relative to its own where it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A document with its raw blocks in order; what the readers return and ``restore`` takes."""

    document: Document
    raw_blocks: tuple[RawBlock, ...]
    links: tuple[Link, ...] = ()
    """The links of its markup, in order; a plain text has none."""

    def __post_init__(self) -> None:
        require_ordered(tuple(block.span for block in self.raw_blocks), self.document.text)
