"""Documents and restored pages from JSON."""

from __future__ import annotations

from datetime import date, datetime

from onrecord.data import (
    Block,
    BlockKind,
    DateKind,
    Document,
    Interval,
    Reason,
    ReasonCode,
    Removal,
    RemovalKind,
    RemovalStatus,
    Restoration,
    Span,
)
from onrecord.wire.view import View


def span_from(view: View) -> Span:
    """Read a span."""
    return Span(start=view["start"].count(), end=view["end"].count())


def day_from(view: View) -> date:
    """Read a day."""
    day = view.moment()
    return view.refuse("is an instant, not a day") if isinstance(day, datetime) else day


def interval_from(view: View) -> Interval:
    """Read an interval."""
    return Interval(start=day_from(view["start"]), end=day_from(view["end"]))


def reason_from(view: View) -> Reason:
    """Read a reason."""
    return Reason(
        code=view["code"].among(ReasonCode),
        words=view["words"].words(),
        here=view["here"].maybe(span_from),
        there=view["there"].maybe(span_from),
    )


def document_from(view: View) -> Document:
    """Read a document."""
    return Document(
        id=view["id"].words(),
        text=view["text"].words(),
        title=view["title"].maybe(View.words),
        byline=view["byline"].maybe(View.words),
        publisher=view["publisher"].maybe(View.words),
        url=view["url"].maybe(View.words),
        language=view["language"].maybe(View.words),
        rights=view.later("rights", None).maybe(View.words),
        published_at=view["published_at"].maybe(View.moment),
        modified_at=view["modified_at"].maybe(View.moment),
        captured_at=view["captured_at"].maybe(View.moment),
        date_kind=view["date_kind"].among(DateKind),
        source_id=view["source_id"].maybe(View.words),
        partial=view.later("partial", False).flag(),
        reviews_claim=view.later("reviews_claim", False).flag(),
    )


def restoration_from(view: View) -> Restoration:
    """Read a restoration."""
    made = Restoration(
        document=document_from(view["document"]),
        blocks=view["blocks"].each(block_from),
        kept=view["kept"].each(span_from),
        removals=view["removals"].each(removal_from),
    )
    if view["restored"].words() != made.restored:
        view["restored"].refuse("is not what is kept of the text")
    return made


def block_from(view: View) -> Block:
    """Read a block."""
    return Block(
        span=span_from(view),
        kind=view["kind"].among(BlockKind),
        element=view["element"].maybe(View.words),
        score=view["score"].number(),
        reasons=view["reasons"].each(reason_from),
    )


def removal_from(view: View) -> Removal:
    """Read a removal."""
    return Removal(
        span=span_from(view),
        kind=view["kind"].among(RemovalKind),
        status=view["status"].among(RemovalStatus),
        score=view["score"].number(),
        reasons=view["reasons"].each(reason_from),
    )
