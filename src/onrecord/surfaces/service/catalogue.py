"""What an archive holds, by name, by address and by date, without the texts."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime

from onrecord.data import Holding, Moment, latest
from onrecord.errors import InputMissing, UsageError
from onrecord.text.addresses import page_of

SHORTEST = 6
"""Characters of an id that are enough to name a document, when no other begins with them."""
_NEVER = datetime.min.replace(tzinfo=UTC)


class Catalogue:
    """The holdings of one state of an archive."""

    def __init__(self, holdings: Sequence[Holding]) -> None:
        """Take them by publication date, undated ones last, then by id."""
        self.holdings = tuple(holdings)
        self._dates = [latest(one.published_at) for one in holdings if one.published_at is not None]
        self._places = {one.document_id: place for place, one in enumerate(holdings)}
        self._pages: dict[str, list[Holding]] = defaultdict(list)
        for one in holdings:
            if page := page_of(one.url):
                self._pages[page].append(one)

    def page(self, *, as_of: Moment, after: str | None, limit: int) -> tuple[tuple[Holding, ...], bool]:
        """Return up to ``limit`` documents published by ``as_of``, behind the one of that id, and whether more follow.

        Raises:
            UsageError: there is no document of that id to go on from.
        """
        if after is not None and after not in self._places:
            why = "the archive holds no such document any more"
            raise UsageError("the list cannot go on from there", why=why, fix="begin again without a cursor")
        start = 0 if after is None else self._places[after] + 1
        end = bisect_right(self._dates, latest(as_of))
        return self.holdings[start : min(start + limit, end)], start + limit < end

    def named(self, name: str) -> Holding:
        """Return the one document whose id is ``name`` or begins with it.

        Raises:
            InputMissing: there is none.
            UsageError: there are several.
        """
        if name in self._places:
            return self.holdings[self._places[name]]
        found = [one for one in self.holdings if one.document_id.startswith(name)] if len(name) >= SHORTEST else []
        if len(found) > 1:
            ids = ", ".join(one.document_id for one in found[:5])
            raise UsageError(f"{name} names {len(found)} documents", why=f"they are {ids}", fix="give one of these ids")
        if not found:
            fix = f"give an id, or {SHORTEST} of its first characters or more"
            raise InputMissing(f"there is no document {name[:64]}", why="the archive holds none of that id", fix=fix)
        return found[0]

    def versions(self, url: str) -> tuple[Holding, ...]:
        """Return what is held of the page at ``url``, whatever its address looks like, the oldest version first.

        Raises:
            InputMissing: nothing is.
        """
        found = self._pages.get(page_of(url) or "", [])
        if not found:
            why = "the archive holds no copy of it"
            raise InputMissing(f"there is nothing of {url[:200]}", why=why, fix="add a copy, or check the address")
        return tuple(sorted(found, key=lambda one: (_at(one), one.document_id)))


def standing(versions: Sequence[Holding], as_of: Moment) -> Holding:
    """Return the version that stood at a moment; the first where all are later, as RFC 7089 asks (4.5.3)."""
    before = [one for one in versions if _at(one) <= latest(as_of)]
    return before[-1] if before else versions[0]


def _at(holding: Holding) -> datetime:
    return latest(holding.version_at) if holding.version_at else _NEVER
