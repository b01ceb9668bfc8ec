"""What does not belong to a page, in words."""

from __future__ import annotations

from onrecord.data import Removal, RemovalKind, RemovalStatus, Restoration, StatementKind
from onrecord.render.phrases import count, letter, sentence
from onrecord.render.words.sources import because

SHORT_PASSAGE = 400
"""Characters up to which a passage of the site's own, such as a teaser, is read past without being folded."""


NOT_BELONGING = "does not belong to this page"


PERHAPS_NOT_BELONGING = "may not belong to this page"


def kind(what: RemovalKind | StatementKind | str) -> str:
    """Return the name of a kind in words."""
    return "passage from elsewhere" if what is RemovalKind.FOREIGN else str(what).replace("_", " ")


def removal(found: Removal) -> str:
    """Say what a passage is and why it does not belong to its page."""
    return f"{removed(found)} ({because(found.reasons)})"


def removed(found: Removal) -> str:
    """Say what a passage is, and that it does not belong to its page or may not."""
    belonging = NOT_BELONGING if found.status is RemovalStatus.REMOVED else PERHAPS_NOT_BELONGING
    return f"{belonging}: {kind(found.kind)}, {count(len(found.span), 'character')}"


def removed_kinds(page: Restoration) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return what the removed passages are, each kind with the letters of its passages."""
    letters: dict[str, list[str]] = {}
    cut = (removal for removal in page.removals if removal.status is RemovalStatus.REMOVED)
    for place, removal in enumerate(cut, start=1):
        letters.setdefault(kind(removal.kind), []).append(letter(place))
    return tuple((named, tuple(each)) for named, each in letters.items())


def unfolded(found: Removal) -> bool:
    """Say whether a removed passage is shown at once: what came from elsewhere always, a site's own when short."""
    elsewhere = (RemovalKind.CHATBOT_REPLY, RemovalKind.OTHER_ARTICLE, RemovalKind.FOREIGN)
    return found.kind in elsewhere or len(found.span) <= SHORT_PASSAGE


def removals(page: Restoration) -> str:
    """Say how much of a page does not belong to it."""
    cut = page.removed
    doubted = len(page.removals) - len(cut)
    size = count(sum(map(len, cut)), "character")
    parts = [
        f"{count(len(cut), 'passage')}, {size}, {'does' if len(cut) == 1 else 'do'} not belong to this page"
        if cut
        else "no passage was found that does not belong to this page"
    ]
    if doubted:
        parts.append(f"{count(doubted, 'passage')} may not, and {'stays' if doubted == 1 else 'stay'} in the text")
    return sentence("; ".join(parts))
