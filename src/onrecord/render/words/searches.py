"""What the open web was asked, in words: a line for each source, one for the pages, one for each earlier fact-check."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from onrecord.data import Asked, AskedState, Lead, Search
from onrecord.render.phrases import count, day
from onrecord.render.words.sources import shortened


def searched(given: Search) -> Iterator[tuple[str, str, str | None]]:
    """Yield what a search of the open web came to: of each line its name, its words, and an address to follow."""
    for each in given.asked:
        yield each.source, _asked(each), None
    for told in _captured(given) if given.pages else ():
        yield "pages", told, None
    for lead in given.reviews:
        yield "fact-check", _reviewed(lead), lead.url


def _asked(given: Asked) -> str:
    """Say what a source gave, or why it did not."""
    named = f"named {count(len(given.leads), 'page')}" if given.leads else ""
    if given.copies is not None:
        named = f"gave {count(given.copies, 'page')} as they stood" if given.copies else ""
    since = f"; searched from {day(given.since)} on" if given.since else ""
    if given.state is AskedState.LEFT_OUT:
        return f"left out: {given.why}"
    if given.state is AskedState.FAILED:
        return f"failed: {given.why}" + (f"; {named} before that" if named else "")
    nothing = "answered with nothing to name" if given.copies is None else "has no copy of what it was asked for"
    return (named or nothing) + since


def _captured(given: Search) -> Iterator[str]:
    """Say how many of the pages that were named are in the archive, and why the others are not."""
    taken = [each for each in given.pages if each.document_id]
    copies = sum(each.copy is not None for each in taken)
    yield f"{len(taken)} of {count(len(given.pages), 'page')} taken into the archive" + (
        f", {copies} of them as an archive of the web has them" if copies else ""
    )
    for why, times in Counter(each.why for each in given.pages if not each.document_id).items():
        yield f"{times} not: {why}"
    if given.unread:
        yield f"{given.unread} more were named and not asked for"


def _reviewed(given: Lead) -> str:
    """Tell an earlier fact-check: the claim, what came of it, who reviewed it and when."""
    assert given.review is not None, "only a fact-check is told as one"
    review = given.review
    said = f"{review.claimant}: " if review.claimant else ""
    by = ", ".join(part for part in (review.publisher, day(given.at) if given.at else None) if part)
    return f"{said}“{shortened(review.claim)}” was rated “{shortened(review.rating, 80)}”" + (f" by {by}" if by else "")
