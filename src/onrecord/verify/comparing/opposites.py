"""The opposite of it: what the statement has done, gained or kept, and the record undone, lost or dropped.

Where the record has the opposite of the same thing, and nowhere the statement's own word, it bears nothing out. Nor
does it contradict anything by that alone: both may be done, one after the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from onrecord.data import Span
from onrecord.text.names import Name
from onrecord.verify.comparing.names import same_bearer
from onrecord.verify.reading.gist import Gist
from onrecord.verify.reading.tokens import compared, root

_SIDES = """
    raise / hold, keep, freeze, froze, frozen
    accept, approve, adopt, endorse, uphold, confirm
        / reject, annul, annulled, overturn, quash, reverse, revoke, veto, block, shelve, oppose, reinstate
    grow, rise, swell, expand / shrink, shrank, shrunk, fall, contract, dwindle, halve
    double, triple, treble / halve
    convict, guilty of, guilty on, found guilty / acquit, clear, exonerate
    =jailed, =imprisoned, detain, arrest / release, free, freed, set free, let go
    hire / dismiss, axe
    obey, comply, heed / defy, ignore, flout, disobey, disregard
    abolish, scrap / keep, preserve, maintain
    re elected, reelected / voted out, oust, unseat
    early, ahead of schedule, ahead of time / late, behind schedule, overdue, days over, weeks over, months over
    ran normally, runs normally, running normally, as usual / stood still, standstill, halt
    under way, still burning, still raging, still going on / stop, end, out by, put out
    switched on, turned on / switched off, turned off
    promote / relegate, demote
    install, erect / remove, dismantle
    legalise, legalize, allow / ban, outlaw, forbid, forbade, forbidden
    survive / die
    safe, harmless / unsafe, dangerous
    evening, night / morning
    admit, confess, acknowledge / deny
    praise, welcome, applaud / criticise, condemn, slam, denounce
    lengthen, extend, prolong / shorten, curtail
    strengthen, tighten, toughen / weaken, loosen, relax, ease
    widen / narrow
    accelerate, speed up / slow, slow down
    upgrade / downgrade
    overstate, overestimate / understate, underestimate
    surplus / deficit, shortfall
    unanimous, unanimously / divided, split
    voluntary / compulsory, mandatory, obligatory
    temporary, temporarily / permanent, permanently
    optimistic, upbeat / pessimistic, gloomy
    appear, emerge / vanish, disappear
    marry / divorce
    expel, expelled / admit, readmit
    amateur / professional
"""
_CONVERSES = """
    buy / sell, ship, supply, deliver, hand over
    take over, taking over / hand over
    hide / find
    employ / work for, works for, worked for
    donate, award / receive
    lead / trail
"""
"""What one does, and what the other: only of the same one they say opposite things. Behind "=" stands a word that is
compared as it is written."""

Phrase = tuple[str, ...]


def _phrases(side: str) -> frozenset[Phrase]:
    words = (phrase.split() for phrase in side.split(","))
    return frozenset(tuple(word if word.startswith("=") else compared(word) for word in phrase) for phrase in words)


_ROWS = tuple(
    (own, other, table is _CONVERSES)
    for table in (_SIDES, _CONVERSES)
    for row in re.split(r"\n    (?! )", table.strip())
    for own, other in [tuple(map(_phrases, row.split("/"))), tuple(map(_phrases, row.split("/")))[::-1]]
)
_KNOWN = frozenset(phrase for own, *_ in _ROWS for phrase in own)
_LENGTHS = sorted({len(phrase) for phrase in _KNOWN})
_SUFFERED = re.compile(r"\b(?:is|are|was|were|be|been|being)\s(?:\w+\s)?$")
_NEAR = 5
"""Words of weight to either side among which the thing stands of which both are told."""


def unmet_opposites(here: Gist, there: Gist) -> tuple[Span, ...]:
    """Return words of a statement of which the record has the opposite of the same thing, and nowhere the word."""
    if here.negations or there.negations:
        return ()
    return tuple(dict.fromkeys(_opposed(here, there)))


def _opposed(here: Gist, there: Gist) -> Iterator[Span]:
    mine, theirs = _told(here), _told(there)
    for own, opposite, converse in _ROWS:
        some, others = mine.keys() & own, theirs.keys() & opposite
        if some and others and not mine.keys() & opposite and not theirs.keys() & own:
            at, other = mine[min(some)], theirs[min(others)]
            about = _around(here, at) & _around(there, other)
            if about and not _is_met(here, at, there) and (not converse or _is_of_one(here, at, there, other)):
                yield at


@lru_cache(maxsize=512)
def _told(text: Gist) -> dict[Phrase, Span]:
    """Return where a text has each of the phrases first."""
    found: dict[Phrase, Span] = {}
    for at, word in enumerate(text.words):
        for length in _LENGTHS:
            some = text.words[at : at + length]
            told = [tuple(one.stem for one in some)] + ([(f"={word.plain}",)] if length == 1 else [])
            for phrase in told:
                if phrase in _KNOWN:
                    found.setdefault(phrase, Span(start=word.span.start, end=some[-1].span.end))
    return found


def _is_met(here: Gist, mine: Span, there: Gist) -> bool:
    """Say whether the record has a word of the same root."""
    said = next((word for word in here.words if word.content and mine.covers(word.span)), None)
    return said is not None and root(said.stem) in there.roots


def _is_of_one(here: Gist, mine: Span, there: Gist, theirs: Span) -> bool:
    """Say whether both are told of the name before them, and of nobody behind: "Brekk sold it to Acmar" is not."""
    suffered = any(_SUFFERED.search(text.text, 0, at.start) for text, at in ((here, mine), (there, theirs)))
    whom = [name for name in here.names if name.span.end <= mine.start]
    told = [name.span.start for name in there.names if whom and _is_one(whom[0], name)]
    return not suffered and bool(told) and all(at < theirs.start for at in told)


def _is_one(name: Name, other: Name) -> bool:
    """Say whether two names may be one; what somebody is may begin it: "Archivist Ida Holt"."""
    return same_bearer(name, other) or other.words.endswith(f" {name.words}")


def _around(text: Gist, at: Span) -> frozenset[str]:
    """Return the roots of the words of weight next to a phrase."""
    before = [root(word.stem) for word in text.words if word.content and word.span.end <= at.start]
    behind = [root(word.stem) for word in text.words if word.content and word.span.start >= at.end]
    return frozenset((*before[-_NEAR:], *behind[:_NEAR]))
