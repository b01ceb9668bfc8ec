"""Pages as they stood: the captures of the Wayback Machine, and the TimeGate of any archive of the web (RFC 7089)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from email.utils import format_datetime
from urllib.parse import urlencode

from onrecord.adapters.indexes import json_in, moment_in, stamp
from onrecord.adapters.polite import Polite
from onrecord.errors import NetworkError
from onrecord.ports import Copy

_PAUSES = 2.5
"""Of a second: its list is asked 24 times a minute, as by the client edgi-govdata-archiving/wayback 0.5.1."""
_PLAYED = 0.125
"""Of a second: captures are asked for 8 times a second, as by the same."""
_OLDEST = "19960101000000"
"""The year it begins in."""
_ITS_OWN = re.compile(r"(?<=/web/)(\d{14})(?=/)")
"""Names a capture in the Wayback Machine's dress; with ``id_`` behind the digits it comes as it was captured."""
_GONE = (403, 404, 410)


class Captures:
    """Copies that the Wayback Machine lists, newest first, of pages that were there and were HTML."""

    name = "wayback"

    def __init__(self, base: str, polite: Polite) -> None:
        """Ask the service at ``base``."""
        self._base, self._polite = base.rstrip("/"), polite

    def copies(self, urls: Sequence[str], *, until: datetime) -> Iterator[Copy | None]:
        """Yield the last copy of each page that was taken by then."""
        for url in urls:
            asked = {
                "url": url,
                "output": "json",
                "from": _OLDEST,
                "to": stamp(until),
                "filter": ["statuscode:200", "mimetype:text/html"],
                "fl": "timestamp,original",
                "limit": -1,
                "fastLatest": "true",
            }
            listed = self._polite.ask(f"{self._base}/cdx/search/cdx?{urlencode(asked, doseq=True)}", pauses=_PAUSES)
            yield self._last(json_in(listed), until)

    def _last(self, rows: object, until: datetime) -> Copy | None:
        """Fetch the last capture in a list whose first row names the columns."""
        rows = [row for row in rows if isinstance(row, list) and len(row) == 2] if isinstance(rows, list) else []
        dated = [(at, str(of)) for stated, of in rows if isinstance(at := moment_in(stated), datetime) and at <= until]
        if not dated:
            return None
        at, of = max(dated)
        address = f"{self._base}/web/{stamp(at)}id_/{of}"
        fetched = self._polite.ask(address, pauses=_PLAYED)
        taken = fetched.memento_at or (at if fetched.url == address else None)  # it leads to the nearest there is
        return Copy(url=fetched.url, body=fetched.body, taken_at=taken) if taken and taken <= until else None


class TimeGate:
    """Copies that an archive of the web gives when it is asked for a page as of a moment."""

    name = "memento"

    def __init__(self, base: str, polite: Polite) -> None:
        """Ask the TimeGate at ``base``, behind which the address of a page goes."""
        self._base, self._polite = base.rstrip("/") + "/", polite

    def copies(self, urls: Sequence[str], *, until: datetime) -> Iterator[Copy | None]:
        """Yield the copy of each page that stands for that moment; one that was taken later is none."""
        for url in urls:
            yield self._copy(url, until)

    def _copy(self, url: str, until: datetime) -> Copy | None:
        asked = format_datetime(until.astimezone(UTC), usegmt=True)
        try:
            fetched = self._polite.ask(self._base + url, pauses=_PAUSES, headers={"Accept-Datetime": asked})
            if fetched.memento_at and _ITS_OWN.search(fetched.url):
                fetched = self._polite.ask(_ITS_OWN.sub(r"\1id_", fetched.url), pauses=_PLAYED)
        except NetworkError as error:
            if error.status in _GONE:
                return None
            raise
        if fetched.memento_at is None or fetched.memento_at > until:
            return None
        return Copy(url=fetched.url, body=fetched.body, taken_at=fetched.memento_at)
