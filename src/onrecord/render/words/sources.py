"""Documents and evidence in words: what they are called, who published them, and what they are counted once with."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.data import Document, Memento, OriginRuling, Reason, Tie, TieKind, day_of
from onrecord.render.phrases import day, heading
from onrecord.text.origins import is_id


def title(page: Document, text: str | None = None) -> str:
    """Return what a document is called: its title, or else the first line of its text, or of what is left of it."""
    lines = (page.text if text is None else text).lstrip()[:500].splitlines()
    words = page.title or (lines[0].strip() if lines else "untitled")
    return shortened(words, 120)


def whole_title(page: Document, text: str | None = None) -> str:
    """Return what a document is called above itself, where nothing of its title may be lost; see :func:`title`."""
    return " ".join((page.title or "").split()) or title(page, text)


def imprint(page: Document) -> tuple[str, ...]:
    """Say who published a document, who wrote it and when; an unknown date is said to be unknown."""
    dated = f"published {day(page.published_at)}" if page.published_at else "publication date unknown"
    changed = f"changed {day(page.modified_at)}" if page.modified_at else None
    first, *others = (part for part in (page.publisher, page.byline, dated, changed) if part)
    return (heading(first), *others)


def credit(source: Memento) -> tuple[str, ...]:
    """Say who published a piece of evidence, when, when our copy was taken if on another day, and if it is a part."""
    if source.own:
        return ("this page itself",)
    page = source.document
    dated = day(page.published_at) if page.published_at else "date unknown"
    parts = [page.publisher or "publisher unknown", dated]
    if page.captured_at and (page.published_at is None or day_of(page.captured_at) != day_of(page.published_at)):
        parts.append(f"copy taken {day(day_of(page.captured_at))}")
    return (*parts, "a part of its text only") if page.partial else tuple(parts)


def rights(page: Document) -> str | None:
    """Return what a document states of its rights, the beginning where it is long."""
    return f"rights: {shortened(page.rights, RIGHTS_SHOWN)}" if page.rights else None


RIGHTS_SHOWN = 240
"""Characters of it: three lines of a terminal."""


def origin(source: Memento, *, shown: bool = True) -> str | None:
    """Name the origin of a piece of evidence where it is not who published it, and what it is counted once with.

    Where it is ``shown``, with the words that tell so.
    """
    if source.own:
        return None
    agencies = [tie for tie in source.ties if tie.kind is TieKind.CREDIT and tie.document_id is None]
    credited = next((shortened(tie.quote, 60) for tie in agencies), None)
    named = named_origin(source)
    because = f", because it is credited: “{credited}”" if credited and shown else ""
    parts = [f"origin: {named}{because}"] if named else []
    others = [tie for tie in source.ties if tie not in agencies]
    parts += (_once_with(tie, shown=shown) for tie in others[:TIES_SHOWN])
    if len(others) > TIES_SHOWN:
        parts.append(f"and with {len(others) - TIES_SHOWN} more")
    parts += map(overruled, source.rulings)
    return "; ".join(parts) or None


def named_origin(source: Memento) -> str | None:
    """Return the name of an origin where it has one, and another than who published the document."""
    other = source.origin not in (source.document.id, source.document.publisher)
    return source.origin if other and not is_id(source.origin) else None


def overruled(given: OriginRuling) -> str:
    """Say what a person ruled on two documents, when and why."""
    said = {True: "are of one origin", False: "are of two origins", None: "are as they are found to be again"}
    one, other = (key[:12] for key in given.documents)
    return f"{one} and {other} {said[given.together]}, ruled {given.by} on {day(given.at)}: “{given.reason}”"


def _once_with(tie: Tie, *, shown: bool) -> str:
    if not shown:
        return f"counted once with {tie.other}"
    dated = f", {day(tie.at)}" if tie.at else ""
    both = f": “{shortened(tie.quote, 90)}”" if tie.quote else ""
    return f"counted once with {tie.other}{dated}, because {_TIED[tie.kind]}{both}"


TIES_SHOWN = 2


_TIED = {
    TieKind.SAME_WORDS: "both have the same words",
    TieKind.REWORDED: "one is reworded from the other",
    TieKind.SAME_PAGE: "both are versions of one page",
    TieKind.CREDIT: "it is credited",
}


def shortened(text: str, most: int = 160) -> str:
    """Return the beginning of a text that is longer than ``most`` characters."""
    return text if len(text) <= most else f"{text[: most - 1].rsplit(maxsplit=1)[0].rstrip(',;:–—-')}…"


def because(reasons: Iterable[Reason]) -> str:
    """Return reasons as one clause."""
    return "; ".join(dict.fromkeys(reason.words.strip().rstrip(".") for reason in reasons))
