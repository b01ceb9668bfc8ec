"""Permalinks: where a check, a statement and a span of a document are found."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from onrecord.data import Document, Evidence, Job, Moment, Span, Statement
from onrecord.text.moments import format_moment

_AROUND = 140
"""Characters of a document that are shown on either side of what is quoted: a sentence or two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A quote where it stands: what surrounds it, and the page that shows it in its document."""

    href: str
    before: str
    after: str


def held_at(found: Evidence) -> Held | None:
    """Return where a piece of evidence stands; None where it is the page under examination itself."""
    if found.memento.own:
        return None
    document, span = found.memento.document, found.span
    return Held(href=span_at(document, span), before=before(document, span), after=after(document, span))


def before(document: Document, span: Span) -> str:
    """Return what stands before a span in its paragraph, from a word's beginning on."""
    start = max(0, span.start - _AROUND)
    words = document.text[start : span.start].rpartition("\n")
    if words[1] or start == 0:
        return words[2]
    return f"…{words[2][words[2].find(' ') :]}"


def after(document: Document, span: Span) -> str:
    """Return what stands behind a span in its paragraph, up to a word's end."""
    end = span.end + _AROUND
    words = document.text[span.end : end].partition("\n")
    if words[1] or end >= len(document.text):
        return words[0]
    return f"{words[0][: words[0].rfind(' ') + 1]}…"


def span_at(document: Document, span: Span) -> str:
    """Return the page that shows a span in its document."""
    return f"/d/{document.id}@{span.start}-{span.end}#span"


def place_of(job: Job) -> str:
    """Return the page of what a job makes."""
    return f"/{job.kind[0]}/{job.id}"


def statement_at(statement: Statement, as_of: Moment) -> str:
    """Return the permalink of a statement as of a moment."""
    return f"/s/{statement.id}?as_of={quote(format_moment(as_of))}"
