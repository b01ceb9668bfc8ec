"""Counting who stands behind documents, each voice once."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.data import Document, Memento, day_of
from onrecord.text.addresses import site_of

_EDITION = re.compile(
    r"(?<! of)(?<!radio)(?<!news)(?<!times)(?<!press)"
    r"(?:\W+(?:international|world|global|online|digital|app|mobile|edition|english|uk|us|usa|asia|africa|europe"
    r"|australia|india|canada|en español|brasil|deutschland|france))+\W*$"
    r"|\.(?:com|co\.uk|org|net|de|fr|es)$|^the\s+|\W+$",
    re.IGNORECASE,
)
"""What an edition's name has beside the publisher's: where it is for, or how it is read. The Times of India and Radio
France are no editions of others."""

_FIRST = 8
"""Words of a document without a title that stand for one."""


def publisher_of(memento: Memento) -> frozenset[str]:
    """Return what a publisher is known by: its name without the edition's, and the domain it registered.

    A document that has neither stands for itself.
    """
    document = memento.document
    name = _named(document.publisher or "")
    known = {f"name {name}"} if name else set()
    if site := site_of(document.url):
        known.add(f"site {site}")
    return frozenset(known or {document.id})


def _named(publisher: str) -> str:
    return _EDITION.sub("", _EDITION.sub("", publisher.strip().casefold()))


def is_id(origin: str) -> bool:
    """Say whether an origin has no name of its own, and goes by the id of a document."""
    return len(origin) == 32 and set(origin) <= set("0123456789abcdef")


def called(document: Document) -> str:
    """Return what a reader knows a document by: its publisher, its address, or else its title or first words."""
    words = document.text.split(maxsplit=_FIRST)
    begins = " ".join(words[:_FIRST]) + ("…" if words[_FIRST:] else "")
    return document.publisher or document.url or f"“{document.title or begins}”"


def voice_of(memento: Memento) -> str:
    """Name who speaks in a document: its publisher, else its origin by name, else what it is called, with its day."""
    document = memento.document
    if not (document.publisher or is_id(memento.origin)):
        return memento.origin
    if document.publisher or document.url or memento.at is None:
        return called(document)
    day = day_of(memento.at)
    return f"{called(document)}, {day.day} {day:%B %Y}"


def count_origins(mementos: Iterable[Memento]) -> int:
    """Return the largest number of documents of which no two share an origin or a publisher.

    Wire copy carried by two papers is one, and so are two reports of one paper or of its editions. Whose report is
    copied is its voice, whoever copies it, where it or another one of theirs is there; an agency speaks through any
    that carries it. It is the size of a maximum matching between origins and publishers, found by augmenting paths
    (Kuhn 1955).
    """
    told = list(mementos)
    families = _families(map(publisher_of, told))
    carried: dict[str, set[str]] = {}
    for one in told:
        carried.setdefault(one.origin, set()).add(families[min(publisher_of(one))])
    carried |= {one.origin: {families[voice]} for one in told if (voice := _first_voice(one)) in families}
    carried |= {one.origin: {families[min(publisher_of(one))]} for one in told if one.origin == one.document.id}
    matched: dict[str, str] = {}
    return sum(_match(origin, carried, matched, set()) for origin in sorted(carried))


def _first_voice(memento: Memento) -> str | None:
    """Return what the publisher of the report is known by that a document counts once with, if it is no agency's."""
    return next((f"name {_named(tie.other)}" for tie in memento.ties if tie.document_id == memento.origin), None)


def _families(publishers: Iterable[frozenset[str]]) -> dict[str, str]:
    """Return for each name and domain the family it is of: those are joined that one document has both of."""
    families: dict[str, str] = {}
    for known in set(publishers):
        joined = {families.get(one, one) for one in known}
        families |= dict.fromkeys(known, min(joined))
        if len(joined) > 1:
            families = {one: min(joined) if family in joined else family for one, family in families.items()}
    return families


def _match(origin: str, carried: dict[str, set[str]], matched: dict[str, str], tried: set[str]) -> bool:
    for publisher in sorted(carried[origin] - tried):
        tried.add(publisher)
        if publisher not in matched or _match(matched[publisher], carried, matched, tried):
            matched[publisher] = origin
            return True
    return False


def independent(one: Memento, other: Memento) -> bool:
    """Say whether two mementos share neither origin nor publisher."""
    return one.origin != other.origin and not publisher_of(one) & publisher_of(other)
