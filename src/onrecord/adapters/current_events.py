"""Wikipedia's current events: a page for each day, a sentence for each event, and the reports that it cites.

Only what it cites is taken, never its sentences: these may have been written later than their day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlencode

from onrecord.adapters.indexes import Matching, failed, inside, json_in, leads, plain
from onrecord.adapters.polite import Polite
from onrecord.data import Lead, LeadDate, Query

_DAYS = 7
"""Pages read, one after the other: the week before the date asked for."""
_FIRST = date(2002, 1, 1)
"""The year of its first pages."""
_MONTHS = tuple("January February March April May June July August September October November December".split())
_MISSING = "missingtitle"
_CITED = re.compile(r"\[(https?://[^\s\[\]]+)[^\[\]]*\]")
_INNER = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
_TEMPLATE = re.compile(r"\{\{[^{}]*\}\}|'{2,}")


class CurrentEvents:
    """Reports cited for the events of the week before the date asked for."""

    name = "wikipedia"

    def __init__(self, base: str, polite: Polite) -> None:
        """Ask the MediaWiki at ``base``, the address of its ``api.php``."""
        self._base, self._polite = base, polite

    def unfit(self, until: datetime) -> str | None:
        """Say why it cannot answer for what was published until then."""
        return None if until.date() > _FIRST else f"its pages begin in {_FIRST.year}"

    def since(self, until: datetime) -> datetime | None:
        """Return from when on it is searched."""
        return datetime.combine(_days(until)[-1], datetime.min.time(), UTC)

    def look_up(self, queries: Sequence[Query], *, until: datetime, limit: int) -> Iterator[Lead]:
        """Yield what is cited for events whose sentence has the terms of a query, the newest first."""
        matching = Matching(queries, limit)
        for day in _days(until):
            for line in self._page(day).splitlines():
                told = plain(_INNER.sub(r"\1", _TEMPLATE.sub("", _CITED.sub("", line.lstrip("*: ")))))
                cited = _CITED.findall(line) if line.startswith("*") else []
                if cited and matching.takes((told,)):
                    for url in cited:
                        yield from leads(url, title=told, at=day, dated=LeadDate.TOLD_OF, until=until)
            if matching.full:
                return

    def _page(self, day: date) -> str:
        """Return the source of the page of a day; nothing where there is none yet."""
        page = f"Portal:Current_events/{day.year}_{_MONTHS[day.month - 1]}_{day.day}"
        asked = {"action": "parse", "page": page, "prop": "wikitext", "format": "json", "formatversion": 2, "maxlag": 5}
        fetched = self._polite.ask(f"{self._base}?{urlencode(asked)}")
        answer = json_in(fetched)
        source = inside(answer, "parse", "wikitext")
        if isinstance(source, str):
            return source
        if inside(answer, "error", "code") == _MISSING:
            return ""
        raise failed(fetched, f"it refuses: {plain(str(inside(answer, 'error', 'info')))[:120]}")


def _days(until: datetime) -> list[date]:
    """Return the days whose pages are read, the newest first."""
    last = min(until, datetime.now(UTC)).date()
    return [last - timedelta(days=back) for back in range(_DAYS)]
