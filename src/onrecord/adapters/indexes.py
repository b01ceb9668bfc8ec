"""What the indexes of the open web have in common: JSON that is not trusted, dates, and words that match."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from html import unescape
from typing import Any

from onrecord.adapters.fetch import Fetched
from onrecord.data import Lead, LeadDate, Moment, Query, Review, latest
from onrecord.errors import NetworkError
from onrecord.text.words import terms

_LONGEST_ADDRESS = 2_000
"""Characters; what is longer no browser takes either."""
_LONGEST_WORDS = 500
"""Characters kept of a title or a claim."""
_TAG = re.compile(r"<[^<>]{0,1000}>")
_SHARE = 0.5
"""Of the terms of a query that a line must have to be named for it, two of them at least: a title has few words, and
the page behind it is judged by all of its own."""


def failed(fetched: Fetched, why: str) -> NetworkError:
    """Return the error of an answer that cannot be used."""
    return NetworkError(f"{fetched.url[:200]} cannot be used", why=why, fix="try later")


def json_in(fetched: Fetched) -> Any:  # noqa: ANN401 (JSON is anything)
    """Read an answer of JSON; letters that are none, and characters that JSON forbids, are passed over.

    Raises:
        NetworkError: it is something else.
    """
    words = fetched.body.decode("utf-8-sig", "replace")
    try:
        return json.loads(words, strict=False)
    except (ValueError, RecursionError) as error:
        said = plain(words)
        raise failed(fetched, f"it answers with no JSON, but says: {said[:120]}" if said else str(error)) from error


def objects(given: object) -> Iterator[Mapping[str, Any]]:
    """Yield the objects in what should be a list of them."""
    yield from (each for each in given if isinstance(each, dict)) if isinstance(given, list) else ()


def inside(given: object, *names: str) -> Any:  # noqa: ANN401
    """Return what stands under these names, one inside the other; None where that is not there."""
    for name in names:
        given = given.get(name) if isinstance(given, dict) else None
    return given


def words_in(given: object) -> str | None:
    """Return words; None for anything else."""
    return plain(given[: 4 * _LONGEST_WORDS])[:_LONGEST_WORDS] or None if isinstance(given, str) else None


def plain(words: str) -> str:
    """Return what is to be read of words that may hold tags and entities."""
    return " ".join(unescape(_TAG.sub(" ", words)).split())


def moment_in(given: object) -> Moment | None:
    """Read a date as the indexes write it: ``20260831T120000Z``, ``20260831120000``, RFC 3339, a day."""
    if not isinstance(given, str):
        return None
    try:
        if len(given) == len("2026-08-31"):
            return datetime.fromisoformat(given).date()
        if given[:14].isdecimal():
            return datetime.strptime(given[:14], "%Y%m%d%H%M%S").replace(tzinfo=UTC)
        read = datetime.fromisoformat(given)
        return (read if read.tzinfo else read.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def stamp(at: datetime) -> str:
    """Write an instant as the indexes take it: ``20260831120000``."""
    return at.astimezone(UTC).strftime("%Y%m%d%H%M%S")


def leads(
    url: object, *, title: object, at: Moment | None, dated: LeadDate, until: datetime, review: Review | None = None
) -> Iterator[Lead]:
    """Yield the lead that an index gives; nothing where its address is none of the web, or its date lies later."""
    if not isinstance(url, str) or not url.startswith(("http://", "https://")) or len(url) > _LONGEST_ADDRESS:
        return
    later = at is not None and latest(at) > until and dated is not LeadDate.TOLD_OF  # of a day that is not over yet
    if url.split()[1:] or later:
        return
    yield Lead(url=url, title=words_in(title), at=at, dated=dated if at else None, review=review)


class Matching:
    """Says for which of several queries a line of words is of use; each takes ``limit`` lines and no more."""

    def __init__(self, queries: Sequence[Query], limit: int) -> None:
        self._sought = [frozenset(terms(" ".join(query.terms))) for query in queries]
        self._left = [limit] * len(queries)

    @property
    def full(self) -> bool:
        """Whether every query has as many lines as it may."""
        return not any(self._left)

    def takes(self, line: Iterable[str | None]) -> bool:
        """Say whether words match one of the queries that still takes some."""
        said = frozenset(terms(" ".join(filter(None, line))))
        for place, sought in enumerate(self._sought):
            shared = len(sought & said)
            if self._left[place] and shared >= min(2, len(sought)) and shared >= _SHARE * len(sought):
                self._left[place] -= 1
                return True
        return False
