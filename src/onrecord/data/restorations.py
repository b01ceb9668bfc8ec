"""What restoring finds: the blocks of a page, and what does not belong to it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.data.documents import Document
from onrecord.data.reasons import Reason
from onrecord.data.requiring import require, require_score
from onrecord.data.spans import Span, require_ordered


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
        require_score(self.score)


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """A passage that does not belong to its page; when only suspected it stays in the text."""

    span: Span
    kind: RemovalKind
    status: RemovalStatus
    score: float
    reasons: tuple[Reason, ...]

    def __post_init__(self) -> None:
        require_score(self.score)
        require(bool(self.reasons), "a removal needs its reasons")


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
        require_ordered(tuple(block.span for block in self.blocks), text)
        require_ordered(tuple(removal.span for removal in self.removals), text)
        parts = sorted((*self.kept, *self.removed), key=lambda span: span.start)
        end = 0
        for part in parts:
            require(part.start == end, f"kept and removed leave a gap or overlap at {part.start}")
            end = part.end
        require(end == len(text), f"kept and removed end at {end}, the text at {len(text)}")

    @property
    def removed(self) -> tuple[Span, ...]:
        """The spans taken out, in order."""
        return tuple(r.span for r in self.removals if r.status is RemovalStatus.REMOVED)

    @property
    def restored(self) -> str:
        """The text without the removed passages."""
        return "".join(span.cut(self.document.text) for span in self.kept)
