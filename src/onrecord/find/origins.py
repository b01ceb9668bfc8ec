"""Telling origins apart: copies of one text, and all that one agency is credited with, have one origin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from onrecord.data import Memento, latest
from onrecord.text.shingles import copies, shingles

_AGENCIES = {
    "ap": "Associated Press",
    "associated press": "Associated Press",
    "afp": "AFP",
    "agence france presse": "AFP",
    "agence france-presse": "AFP",
    "reuters": "Reuters",
    "thomson reuters": "Reuters",
    "upi": "UPI",
    "united press international": "UPI",
    "dpa": "dpa",
    "deutsche presse-agentur": "dpa",
    "epd": "epd",
    "kna": "KNA",
    "apa": "APA",
    "ansa": "ANSA",
    "efe": "EFE",
    "lusa": "Lusa",
    "anp": "ANP",
    "belga": "Belga",
    "pti": "PTI",
    "press trust of india": "PTI",
    "ani": "ANI",
    "ians": "IANS",
    "pa": "PA Media",
    "pa media": "PA Media",
    "press association": "PA Media",
    "aap": "AAP",
    "australian associated press": "AAP",
    "cp": "The Canadian Press",
    "canadian press": "The Canadian Press",
    "xinhua": "Xinhua",
    "tass": "TASS",
    "interfax": "Interfax",
    "ukrinform": "Ukrinform",
    "kyodo": "Kyodo",
    "kyodo news": "Kyodo",
    "yonhap": "Yonhap",
    "jiji": "Jiji",
    "anadolu": "Anadolu",
    "anadolu agency": "Anadolu",
    "wafa": "WAFA",
    "irna": "IRNA",
    "bernama": "Bernama",
    "antara": "Antara",
}
"""Agencies by the names they are credited under: the members of MINDS and of the European Alliance of News Agencies,
and those whose copy English-language outlets carry most."""

_GENERIC = re.compile(r"(?:[A-Z][\w’'-]+ )+(?:Wire|Newswire|News Agency|Press Agency|News Service|Wire Service)")
"""What an agency that is not listed calls itself."""

_NAME = r"(?P<name>[A-Z][\w.&’'-]*(?: [\w.&’'-]+){0,4})"
_DATELINE = re.compile(rf"^[^\n(]{{0,60}}\({_NAME}\)\s*[-–—:]", re.MULTILINE)
_CREDIT = re.compile(
    rf"\W*(?:(?i:source|credit|by|with (?:agency )?inputs? from|©|\(c\)|copyright)[\s\d:©]*)?(?i:the )?{_NAME}\W*"
)
"""A line that is a credit and nothing else."""
_BYLINE = re.compile(r"\s*(?:,|\||/|;|\band\b|\bfor\b|\bby\b)\s*", re.IGNORECASE)
_CREDIT_LENGTH = 80
_EDGE = 600
"""Characters at either end of a text where a dateline or a credit stands."""


def name_origins(mementos: Sequence[Memento]) -> tuple[Memento, ...]:
    """Return the mementos with their origins told apart, in the order given.

    Copies are known by their shingles and share the origin of the earliest; where one of them credits an agency,
    the agency is the origin, of them and of everything else it is credited with. A page's memento stays its own.
    """
    by_date = sorted(mementos, key=_by_date)
    firsts = copies([shingles(memento.document.text) for memento in by_date])
    origins: dict[int, str] = {}
    for memento, first in zip(by_date, firsts, strict=True):
        if first not in origins or origins[first] == by_date[first].document.id:
            origins[first] = _credited(memento) or by_date[first].document.id
    named = {memento.document.id: origins[first] for memento, first in zip(by_date, firsts, strict=True)}
    return tuple(replace(memento, origin=named[memento.document.id]) for memento in mementos)


def _by_date(memento: Memento) -> tuple[bool, datetime, str]:
    known = memento.at is not None
    return (not known, latest(memento.at) if memento.at else datetime.min.replace(tzinfo=UTC), memento.document.id)


def _credited(memento: Memento) -> str | None:
    """Return the agency that a document credits or is published by; not the outlet that credits itself."""
    document = memento.document
    head, tail = document.text[:_EDGE], document.text[-_EDGE:]
    parts = _BYLINE.split(document.byline or "")
    named = [document.publisher or "", *parts] if len(parts) == 1 else [document.publisher or ""]
    named += [match["name"] for match in _DATELINE.finditer(head)]
    lines = (line for line in (*head.splitlines(), *tail.splitlines()) if len(line) <= _CREDIT_LENGTH)
    named += [match["name"] for line in lines if (match := _CREDIT.fullmatch(line))]
    listed = (_listed(part) for part in parts)  # among other names, only a known one: Wire may be a family's
    return next((agency for agency in (*listed, *map(_agency, named)) if agency), None)


def _agency(name: str) -> str | None:
    """Return the one name of an agency, or None for what is none."""
    plain = _plain(name)
    return _listed(plain) or (plain if _GENERIC.fullmatch(plain) else None)


def _listed(name: str) -> str | None:
    """Return a known agency; three letters in another case than its own are a word, or a state (Pa.)."""
    plain = _plain(name)
    listed = _AGENCIES.get(plain.lower())
    return None if len(plain) <= 3 and plain not in (listed, plain.upper()) else listed


def _plain(name: str) -> str:
    return " ".join(name.split()).strip(" .").removeprefix("The ").removeprefix("the ")
