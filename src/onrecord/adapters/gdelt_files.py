"""GDELT's Article List: files of a minute, each with the articles that GDELT first saw then, by title and a sentence.

There is no list of the files: about two in a quarter of an hour, at minutes that vary, and nothing at the others.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from onrecord.adapters.fetch import Fetched
from onrecord.adapters.indexes import Matching, failed, leads, moment_in, stamp
from onrecord.adapters.polite import Polite
from onrecord.data import Lead, LeadDate, Query
from onrecord.errors import NetworkError

_QUARTER = timedelta(minutes=15)
_OFFSETS = range(8)
"""Minutes after a quarter at which there may be a file."""
_QUARTERS = 4
"""Looked at before the date asked for: 32 requests, 8 seconds of pauses."""
_PAUSES = 0.25
"""Of a second: files of a store that is made to be read in bulk."""
_GAP = (403, 404)
"""What the store answers where there is no file."""
_LARGEST = 64 << 20
"""Bytes of a file, unpacked; ten times what one has."""


class GdeltFiles:
    """Articles that GDELT first saw in the hour before the date asked for."""

    name = "gdelt-files"

    def __init__(self, base: str, polite: Polite) -> None:
        """Read the files under ``base``."""
        self._base, self._polite = base.rstrip("/"), polite

    def unfit(self, until: datetime) -> str | None:  # noqa: ARG002 (where there are gaps only, it fails)
        """Say why it cannot answer for what was published until then."""
        return None

    def since(self, until: datetime) -> datetime | None:
        """Return from when on it is searched."""
        return _quarter(min(until, datetime.now(UTC))) - (_QUARTERS - 1) * _QUARTER

    def look_up(self, queries: Sequence[Query], *, until: datetime, limit: int) -> Iterator[Lead]:
        """Yield articles whose title or sentence has the terms of a query, the newest first."""
        matching = Matching(queries, limit)
        last = min(until, datetime.now(UTC))
        quarters = (_quarter(last) - back * _QUARTER for back in range(_QUARTERS))
        minutes = (quarter + timedelta(minutes=offset) for quarter in quarters for offset in reversed(_OFFSETS))
        read = False
        for minute in (each for each in minutes if each <= last):
            articles = self._articles(minute)
            read = read or articles is not None
            for article in articles or ():
                if matching.full:
                    return
                if matching.takes((_words(article, "title"), _words(article, "desc"))):
                    seen, title = moment_in(article.get("date")), article.get("title")
                    yield from leads(article.get("url"), title=title, at=seen, dated=LeadDate.FIRST_SEEN, until=until)
        if not read:
            why = f"it has no file of the hour before {last:%Y-%m-%d %H:%M} UTC"
            raise NetworkError(f"{self._base} cannot be searched", why=why, fix="leave it out")

    def _articles(self, minute: datetime) -> Iterator[dict[str, Any]] | None:
        """Return the lines of the file of a minute that can be read; None where there is no file."""
        try:
            fetched = self._polite.ask(f"{self._base}/{stamp(minute)}.gal.json.gz", pauses=_PAUSES)
        except NetworkError as error:
            if error.status in _GAP:
                return None
            raise
        return _articles_in(_unpacked(fetched))


def _articles_in(lines: bytes) -> Iterator[dict[str, Any]]:
    for line in lines.decode("utf-8", "replace").splitlines():
        try:
            article = json.loads(line, strict=False)
        except (ValueError, RecursionError):
            continue
        if isinstance(article, dict):
            yield article


def _unpacked(fetched: Fetched) -> bytes:
    """Unpack a file, unless that was done on its way.

    Raises:
        NetworkError: it is not whole, or something else.
    """
    if fetched.body.lstrip().startswith(b"{"):
        return fetched.body
    unpacking = zlib.decompressobj(16 + zlib.MAX_WBITS)
    try:
        lines = unpacking.decompress(fetched.body, _LARGEST)
    except zlib.error as error:
        raise failed(fetched, f"it is no list of articles, or its gzip is damaged ({error})") from error
    if not unpacking.eof:
        raise failed(fetched, "its gzip ends before its end, or has more than a file has")
    return lines


def _quarter(at: datetime) -> datetime:
    return at.replace(minute=at.minute - at.minute % 15, second=0, microsecond=0)


def _words(article: dict[str, Any], name: str) -> str | None:
    given = article.get(name)
    return given if isinstance(given, str) else None
