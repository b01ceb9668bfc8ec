"""GDELT's two searches: DOC 2.0 over the articles of three months, Context 2.0 over the sentences of three days.

Both shed load, and answer 429 to the first request of a day as to any other: each is asked once for a query, and
no longer when it refuses. What GDELT dates is when it first saw an article, which may be later than it was published.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Any
from urllib.parse import urlencode

from onrecord.adapters.indexes import inside, json_in, leads, moment_in, objects, stamp
from onrecord.adapters.polite import Polite
from onrecord.data import Lead, LeadDate, Query

_PAUSES = 5.0
"""Of a second: "please limit requests to one every 5 seconds", its answer 429 says."""
_MOST = 200
"""Articles asked for where the newest may all be later than the date asked for; Context gives no more."""
_FOREIGN = str.maketrans(dict.fromkeys('"()\\', " "))
"""What means something in a query."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """One of the searches, as GDELT offers it."""

    name: str
    path: str
    """Where it stands below the service's address."""
    reach: timedelta
    """How far back it goes, from now."""
    reach_words: str
    dated: bool
    """Whether it takes the times between which an article was seen; else all it knows is asked for."""


DOC = Search(name="gdelt-doc", path="doc/doc", reach=timedelta(days=90), reach_words="three months", dated=True)
"""Over articles. Three months are what it was announced with (blog.gdeltproject.org, GDELT DOC 2.0 API debuts)."""
CONTEXT = Search(
    name="gdelt-context", path="context/context", reach=timedelta(hours=72), reach_words="72 hours", dated=False
)
"""Over sentences, each of which has all the terms. 72 hours are what it was announced with (blog.gdeltproject.org,
Announcing the GDELT Context 2.0 API)."""


class GdeltSearch:
    """Articles that have all the terms of a query, by one of the searches."""

    def __init__(self, search: Search, base: str, polite: Polite) -> None:
        """Ask the service at ``base``, politely."""
        self.name = search.name
        self._search, self._polite = search, polite
        self._address = f"{base.rstrip('/')}/{search.path}"

    def unfit(self, until: datetime) -> str | None:
        """Say why it cannot answer for what was published until then."""
        known = until > datetime.now(UTC) - self._search.reach
        return None if known else f"it knows the last {self._search.reach_words} only"

    def since(self, until: datetime) -> datetime:  # noqa: ARG002 (its reach counts from now)
        """Return from when on it is searched."""
        return datetime.now(UTC).replace(microsecond=0) - self._search.reach

    def look_up(self, queries: Sequence[Query], *, until: datetime, limit: int) -> Iterator[Lead]:
        """Yield articles that GDELT first saw by then, the newest first."""
        dated = self._search.dated
        window = {"startdatetime": stamp(self.since(until)), "enddatetime": stamp(until)} if dated else {}
        most = limit if dated else _MOST
        asked = {"mode": "artlist", "format": "json", "sort": "datedesc", "maxrecords": most, **window}
        for query in queries:
            address = f"{self._address}?{urlencode({'query': _sought(query), **asked})}"
            articles = objects(inside(json_in(self._polite.ask(address, pauses=_PAUSES)), "articles"))
            yield from islice((lead for article in articles for lead in _lead(article, until)), limit)


def _lead(article: Mapping[str, Any], until: datetime) -> Iterator[Lead]:
    seen, title = moment_in(article.get("seendate")), article.get("title")
    return leads(article.get("url"), title=title, at=seen, dated=LeadDate.FIRST_SEEN, until=until)


def _sought(query: Query) -> str:
    """Write a query as GDELT takes it: names in quotes, and nothing that means something else to it."""
    terms = (" ".join(term.translate(_FOREIGN).split()) for term in query.terms)
    return " ".join(f'"{term}"' if " " in term else term for term in terms if term)
