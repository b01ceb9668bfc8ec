"""Who does what in a sentence of several clauses: "the council backed it, but residents did not" has two doers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from onrecord.data import Span
from onrecord.verify.comparing.doers import deed_of
from onrecord.verify.reading.clauses import find_clauses, find_verb
from onrecord.verify.reading.gist import Gist
from onrecord.verify.reading.tokens import TO_BE, Word, find_words, root

_TAKING_UP = frozenset("he she it they this that these those his her its their who which there".split())
"""In a subject, what goes on with whom or what was told of before."""
_GOING_ON = frozenset("remains stays continues keeps seems appears looks".split())
"""Verbs that may look like the noun of a subject: "reopened to cars but remains closed to lorries"."""
_OBJECTS = frozenset("it them him her its their".split())
_AND = re.compile(r"(?<!,)\s(?:and|while|whereas|but)\s")
"""What may join two clauses without a sign, and as often two words."""
_MOST = 6
"""Such joints of a sentence that are tried; more stand in lists alone."""
_FEW = 7
"""Words behind one among which the verb of a clause with a subject of its own stands."""
_NO_SUBJECT = frozenset("who which that whose to not by as if when".split())
"""In what looks like a subject behind "and", what makes it none: "fans and players who came"."""


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause with the roots of its subject, those of its nouns that are no names, and of the rest."""

    words: tuple[Word, ...]
    subject: frozenset[str]
    nouns: frozenset[str]
    told: frozenset[str]
    goes_on: bool
    """It is of whom or what the one before is of."""


def unmet_clause(here: Gist, there: Gist) -> tuple[Span, ...]:
    """Return what a statement has somebody do where the record has it of another clause's subject alone.

    In the passive that clause may tell it of what it takes up: "the plan passed, but a court stopped it".
    """
    deed, verb = deed_of(here), find_verb(here.words)
    if deed is None or verb is None:
        return ()
    before = [root(word.stem) for word in here.words[:verb] if word.content]
    passive = any(word.plain in TO_BE for word in here.words[verb:] if word.span.start < deed.span.start)
    for clauses in _told(there):
        own = [one for one in clauses if one.subject.intersection(before[:1])]
        others = [one for one in clauses if one not in own and root(deed.stem) in one.told]
        others_only = own and others and not any(root(deed.stem) in one.told | one.subject for one in own)
        kin = frozenset[str]().union(*(one.subject for one in own)) - {before[0]} if others_only else frozenset[str]()
        if others_only and all(_is_of_another(one, here, before[0], kin, passive=passive) for one in others):
            return (deed.span,)
    return ()


def _is_of_another(clause: _Clause, here: Gist, subject: str, kin: frozenset[str], *, passive: bool) -> bool:
    """Say whether a clause has a subject of its own, which the statement does not name, and nothing of its subject.

    What both subjects are called (``kin``) tells neither from the other: "the pilots' union", "the cabin crew union".
    """
    taken_up = passive and any(word.plain in _OBJECTS for word in clause.words)
    called = clause.nouns or clause.subject
    called = called - kin or called
    apart = subject not in clause.subject | clause.told and not called & here.roots
    return bool(clause.subject) and apart and not (taken_up or clause.goes_on)


def _told(text: Gist) -> Iterator[list[_Clause]]:
    for sentence in text.sentences:
        words = sentence.cut(text.text)
        found = [
            _clause(part)
            for span in find_clauses(words) or (Span(start=0, end=len(words)),)
            for part in _parted(span.cut(words))
        ]
        if len(found) > 1:
            yield found


def _parted(clause: str) -> Iterator[str]:
    """Yield the clauses that are joined without a sign, each with a subject and a verb: "they fell and prices rose"."""
    start = 0
    for joint in islice(_AND.finditer(clause), _MOST):
        before, behind = find_words(clause[start : joint.start()]), find_words(clause[joint.end() :])
        verb = find_verb(behind[: _FEW + 1])
        told = verb is not None and not any(word.plain in _NO_SUBJECT for word in behind[:verb])
        if told and find_verb(before) is not None:
            yield clause[start : joint.start()]
            start = joint.end()
    yield clause[start:]


def _clause(text: str) -> _Clause:
    words = find_words(text)
    verb = find_verb(words) or find_verb(words, loose=True) or 0
    return _Clause(
        words=words,
        subject=_roots(words[:verb]),
        nouns=_roots([word for word in words[:verb] if not word.capital or word is words[0]]),
        told=_roots(words[verb:]),
        goes_on=any(word.plain in _TAKING_UP for word in words[:verb])
        or any(word.plain in _GOING_ON for word in words[:1]),
    )


def _roots(words: Iterable[Word]) -> frozenset[str]:
    return frozenset(root(word.stem) for word in words if word.content)
