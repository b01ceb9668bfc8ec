"""Earlier fact-checks: Google's search of them, which needs a key, and the feed of ClaimReview that needs none."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import mkstemp
from typing import IO, Any
from urllib.parse import urlencode

from onrecord.adapters.indexes import Matching, inside, json_in, leads, moment_in, objects, words_in
from onrecord.adapters.polite import Polite
from onrecord.data import Lead, LeadDate, Query, Review, latest
from onrecord.errors import NetworkError

KEY = "ONRECORD_FACTCHECK_KEY"
"""Names the key in the environment; a key is no setting, for settings are shown."""

_LARGEST = 1 << 30
"""Bytes of the feed: five times what it has."""
_SECONDS = 600.0
"""For the whole of it, at 3 megabits a second."""
_PART = "claimreview-*.part"
"""How copies are called that are coming, or were when somebody was killed."""
_FRESH = timedelta(days=1)
"""How long a copy of the feed is used; it is made anew every day."""
_PIECE = 1 << 20
"""Characters read at a time."""
_BETWEEN = re.compile(r"[\s,]*")
_LONGEST = 8 << 20
"""Characters of one item, of which most have a thousand."""


class FactCheckTools:
    """Fact-checks that Google finds for the words of a query."""

    name = "factcheck-tools"

    def __init__(self, base: str, polite: Polite) -> None:
        """Ask the service at ``base``."""
        self._base, self._polite = base.rstrip("/"), polite

    def unfit(self, until: datetime) -> str | None:  # noqa: ARG002 (what it gives is dated)
        """Say why it cannot answer for what was published until then."""
        return None if os.environ.get(KEY) else f"it needs a key, which the environment gives as {KEY}"

    def since(self, until: datetime) -> datetime | None:  # noqa: ARG002 (all of it)
        """Return from when on it is searched."""
        return None

    def look_up(self, queries: Sequence[Query], *, until: datetime, limit: int) -> Iterator[Lead]:
        """Yield reviews that were published by then."""
        for query in queries:
            asked = urlencode({"query": query.words[:500], "pageSize": limit})
            here = replace(self._polite.bounds, redirects=0)  # the key is for this address, and for no other
            key = {"X-Goog-Api-Key": os.environ.get(KEY, "")}
            fetched = self._polite.ask(f"{self._base}/v1alpha1/claims:search?{asked}", headers=key, bounds=here)
            for claim in objects(inside(json_in(fetched), "claims")):
                for review in objects(claim.get("claimReview")):
                    yield from _reviewed(
                        review.get("url"),
                        claim=claim.get("text"),
                        claimant=claim.get("claimant"),
                        rating=review.get("textualRating"),
                        publisher=inside(review, "publisher", "name") or inside(review, "publisher", "site"),
                        stated=review.get("reviewDate"),
                        title=review.get("title"),
                        until=until,
                    )


class ClaimReviewFeed:
    """Fact-checks of the feed that Data Commons makes of the markup of their pages; it is kept for a day."""

    name = "claimreview"

    def __init__(self, address: str, polite: Polite, folder: Path) -> None:
        """Read the feed at ``address``, and keep it in ``folder``."""
        self._address, self._polite, self._kept = address, polite, folder / "claimreview.json"

    def unfit(self, until: datetime) -> str | None:  # noqa: ARG002 (what it gives is dated)
        """Say why it cannot answer for what was published until then."""
        return None

    def since(self, until: datetime) -> datetime | None:  # noqa: ARG002 (all of it)
        """Return from when on it is searched."""
        return None

    def look_up(self, queries: Sequence[Query], *, until: datetime, limit: int) -> Iterator[Lead]:
        """Yield reviews that were published by then, of claims that have the terms of a query."""
        matching = Matching(queries, limit)
        try:
            self._refresh()
            with self._kept.open(encoding="utf-8", errors="replace") as feed:
                for item in _items(feed, self._address):
                    if matching.full:
                        return
                    claim, at = item.get("claimReviewed"), moment_in(item.get("datePublished"))
                    known = at is not None and latest(at) <= until
                    if known and isinstance(claim, str) and matching.takes((claim,)):
                        yield from _reviewed(
                            item.get("url"),
                            claim=claim,
                            claimant=inside(item, "itemReviewed", "author", "name"),
                            rating=inside(item, "reviewRating", "alternateName"),
                            publisher=inside(item, "author", "name"),
                            stated=item.get("datePublished"),
                            title=None,
                            until=until,
                        )
        except OSError as error:
            raise _unusable(self._address, f"it cannot be kept in {self._kept.parent} ({error})") from error

    def _refresh(self) -> None:
        """Fetch the feed, unless the copy there is is of today."""
        with suppress(FileNotFoundError):
            if _age(self._kept) < _FRESH:
                return
        self._kept.parent.mkdir(parents=True, exist_ok=True)
        for left in self._kept.parent.glob(_PART):
            with suppress(FileNotFoundError):  # another process cleans up as well
                if _age(left) > _FRESH:
                    left.unlink()
        prefix, suffix = _PART.split("*")
        number, name = mkstemp(dir=self._kept.parent, prefix=prefix, suffix=suffix)
        path = Path(name)
        try:
            with os.fdopen(number, "wb") as coming:
                bounds = replace(self._polite.bounds, size=_LARGEST, seconds=_SECONDS)
                self._polite.ask(self._address, bounds=bounds, into=coming)
            with path.open(encoding="utf-8", errors="replace") as feed:
                next(_items(feed, self._address), None)  # what is no feed is not kept
            path.replace(self._kept)
        finally:
            path.unlink(missing_ok=True)


def _age(path: Path) -> timedelta:
    return datetime.now(UTC) - datetime.fromtimestamp(path.stat().st_mtime, UTC)


def _items(feed: IO[str], address: str) -> Iterator[Mapping[str, Any]]:
    """Yield the reviews of a feed, one after the other, without holding the whole of it.

    Raises:
        NetworkError: it is no such feed, or ends before its end.
    """
    reading = json.JSONDecoder(strict=False)
    held = feed.read(_PIECE)
    begun = held.find('"dataFeedElement"')
    at = held.find("[", begun) + 1
    if begun < 0 or not at:
        raise _unusable(address, "it is no feed of ClaimReview")
    while True:
        between = _BETWEEN.match(held, at)
        at = between.end() if between else at
        if held.startswith("]", at):
            return
        try:
            element, at = reading.raw_decode(held, at)
        except (ValueError, RecursionError) as error:
            more = feed.read(_PIECE)
            if not more or len(held) - at > _LONGEST:
                raise _unusable(address, "it ends before its end, or is broken") from error
            held, at = held[at:] + more, 0
            continue
        given = inside(element, "item")
        yield from objects(given if isinstance(given, list) else [given])


def _reviewed(
    url: object,
    *,
    claim: object,
    claimant: object,
    rating: object,
    publisher: object,
    stated: object,
    title: object,
    until: datetime,
) -> Iterator[Lead]:
    """Yield a review that says of what it is, what came of it, and when it was published."""
    words, rated, at = words_in(claim), words_in(rating), moment_in(stated)
    if words and rated and at:
        review = Review(claim=words, rating=rated, claimant=words_in(claimant), publisher=words_in(publisher))
        yield from leads(url, title=title, at=at, dated=LeadDate.PUBLISHED, until=until, review=review)


def _unusable(address: str, why: str) -> NetworkError:
    return NetworkError(f"{address[:200]} cannot be used", why=why, fix="try later")
