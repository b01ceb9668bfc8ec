"""GDELT's two searches: DOC 2.0 over the articles of three months, Context 2.0 over the sentences of three days.

Both shed load, and answer 429 to the first request of a day as to any other: each is asked once for a query, and
no longer when it refuses. What GDELT dates is when it first saw an article, which may be later than it was published.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

from onrecord.adapters.indexes import inside, json_in, leads, moment_in, objects, stamp
from onrecord.adapters.polite import Polite
from onrecord.data import Lead, LeadDate, Query

_PAUSES = 5.0
"""Of a second: "please limit requests to one every 5 seconds", its answer 429 says."""
_MOST = 250
"""Articles it gives at most."""
_MONTHS = timedelta(days=90)
"""As far back as DOC goes (blog.gdeltproject.org, GDELT DOC 2.0 API debuts)."""
_HOURS = timedelta(hours=72)
"""As far back as Context goes (blog.gdeltproject.org, Announcing the GDELT Context 2.0 API)."""
_FOREIGN = str.maketrans(dict.fromkeys('"()\\', " "))
"""What means something in a query."""


class GdeltDoc:
    """Articles of the last three months that have all the terms of a query."""

    name = "gdelt-doc"

    def __init__(self, base: str, polite: Polite) -> None:
        """Ask the service at ``base``."""
        self._base, self._polite = base.rstrip("/"), polite

    def unfit(self, until: datetime) -> str | None:
        """Say why it cannot answer for what was published until then."""
        return None if until > datetime.now(UTC) - _MONTHS else "it knows the last three months only"

    def since(self, until: datetime) -> datetime | None:  # noqa: ARG002 (its months count from now)
        """Return from when on it is searched."""
        return datetime.now(UTC).replace(microsecond=0) - _MONTHS

    def look_up(self, queries: Sequence[Query], *, until: datetime, limit: int) -> Iterator[Lead]:
        """Yield articles that GDELT first saw by then, the newest first."""
        since = self.since(until) or until
        window = {"startdatetime": stamp(since), "enddatetime": stamp(min(until, datetime.now(UTC)))}
        for query in queries:
            yield from _named(self._polite, f"{self._base}/doc/doc", query, window, until=until, limit=limit)


class GdeltContext:
    """Articles of the last three days with one sentence that has all the terms of a query."""

    name = "gdelt-context"

    def __init__(self, base: str, polite: Polite) -> None:
        """Ask the service at ``base``."""
        self._base, self._polite = base.rstrip("/"), polite

    def unfit(self, until: datetime) -> str | None:
        """Say why it cannot answer for what was published until then."""
        return None if until > datetime.now(UTC) - _HOURS else "it knows the last 72 hours only"

    def since(self, until: datetime) -> datetime | None:  # noqa: ARG002 (its hours count from now)
        """Return from when on it is searched."""
        return datetime.now(UTC).replace(microsecond=0) - _HOURS

    def look_up(self, queries: Sequence[Query], *, until: datetime, limit: int) -> Iterator[Lead]:
        """Yield articles that GDELT first saw by then, the newest first."""
        for query in queries:
            window = {"timespan": "72h"}
            yield from _named(self._polite, f"{self._base}/context/context", query, window, until=until, limit=limit)


def _named(
    polite: Polite, address: str, query: Query, window: dict[str, str], *, until: datetime, limit: int
) -> Iterator[Lead]:
    sought = " ".join(f'"{term}"' if " " in term else term for term in _terms(query))
    asked = {"query": sought, "mode": "artlist", "format": "json", "sort": "datedesc", "maxrecords": min(limit, _MOST)}
    answer = json_in(polite.ask(f"{address}?{urlencode({**asked, **window})}", pauses=_PAUSES))
    for article in objects(inside(answer, "articles")):
        seen = moment_in(article.get("seendate"))
        yield from leads(
            article.get("url"), title=article.get("title"), at=seen, dated=LeadDate.FIRST_SEEN, until=until
        )


def _terms(query: Query) -> Iterator[str]:
    """Yield the terms of a query as GDELT takes them: nothing that means something else to it."""
    for term in query.terms:
        if words := " ".join(term.translate(_FOREIGN).split()):
            yield words
