"""What a topic asks for, and whether what a document is about has it."""

from __future__ import annotations

import re
from functools import lru_cache
from math import ceil

from onrecord.brief.naming import CAPITAL, names_in, spelled_out
from onrecord.data import Memento
from onrecord.text.words import terms

_NAMED = re.compile(rf"\b{CAPITAL}[\w’'-]+(?:[\s-]+(?:\d+|{CAPITAL}[\w’'-]+))*")
"""Names that follow each other: one thing is asked for by "Port Sorrel", and no two."""
_MOST = 0.6
"""Share of the things asked for that a document has to be on: three of four or five; up to three it has all."""
_OPINION = re.compile(
    r"(?:opinion|editorial|op-ed|column|commentary|letters? to the editor|letters?)\b\s?[:|–—-]", re.IGNORECASE
)
_COLUMN = re.compile(r"/(?:opinions?|editorials?|commentary|comment|columnists?|op-ed)/")
"""How columns are marked, in headlines and in addresses."""
_ROUNDUP = re.compile(
    r"\bthings (?:to|you need to) know\b|\b(?:five|ten|\d+) things\b|\bpodcasts?\b|\b(?:daily|morning|evening)"
    r" briefing\b|\bnewsletter\b|\bnews from around\b|\b50 states\b"
    r"|\b(?:year|week|month|day|news) in (?:review|photos|pictures)\b"
    r"|^(?!.*\b(?:and|is|are|was|were|has|will|says?)\b)[^,:]{3,40}(?:, [^,:]{3,40}){2,}(?:,[^,:]*)?"
    r"(?:\.\.\.|…|: (?:\w+['’]s )?News\b.*)$"
    r"|\bstory lines\b|\bphotos (?:this|of the) (?:week|day)\b|\bquiz\b|\btop stories\b",
    re.IGNORECASE,
)
"""A headline over many matters; it tells none of them."""
_FEW = 3
"""Things asked for up to which all of them are there, where the search is ``strict``."""
LEAD = 600
"""Characters from the beginning of a document in which it says what it is about."""


def is_opinion(memento: Memento) -> bool:
    """Say whether a document tells what its writer thinks, by its headline or its address."""
    return bool(_OPINION.match(memento.document.title or "") or _COLUMN.search(memento.document.url or ""))


def is_roundup(title: str) -> bool:
    """Say whether a headline stands over many matters: what is below it is on none of them as a whole."""
    return bool(_ROUNDUP.search(title))


def has_of(topic: str, words: str) -> float:
    """Return the share of what is asked for that some words have; names that follow each other are one thing."""
    named, said = _parts(topic)
    return _found(topic, words, meant=False) / max(1, len(named) + len(said))


def is_about(topic: str, memento: Memento, words: str, *, meant: bool, strict: bool) -> bool:
    """Say whether a passage is of what is asked for: most of it is in it, in its headline or in how its article begins.

    Names that follow each other are one thing, so that "Port Sorrel protests" are not what else is of Port Sorrel. What
    is ``meant`` by a passage, by the nearness of its vector, stands for the words that name nothing, not for a name. A
    topic of few words is of all of them, where the search is ``strict``.
    """
    named, said = _parts(topic)
    title = memento.document.title or ""
    if named and names_in(f"{title}\n{words}").isdisjoint(name for part in named for name in part):
        return False  # its article may name it once, in passing
    about = f"{title}\n{memento.document.text[:LEAD]}\n{words}"
    asked = len(named) + len(said)
    return _found(topic, about, meant=meant) >= (asked if strict and asked <= _FEW else ceil(_MOST * asked))


def _found(topic: str, words: str, *, meant: bool) -> int:
    named, said = _parts(topic)
    has = names_in(words)
    return sum(len(part & has) >= _MOST * len(part) for part in named) + len(
        said if meant else said.intersection(terms(words))
    )


@lru_cache(maxsize=256)
def _parts(topic: str) -> tuple[tuple[frozenset[str], ...], frozenset[str]]:
    """Return the names of a topic, those that follow each other together, and its other terms."""
    topic = spelled_out(topic)
    return tuple(map(names_in, _NAMED.findall(topic))), frozenset(terms(_NAMED.sub(" ", topic)))
