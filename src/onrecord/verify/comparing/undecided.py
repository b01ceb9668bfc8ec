"""What the record leaves to be decided or done, though it may be so by a statement: a vote, a time, a decision."""

from __future__ import annotations

import re

from onrecord.data import Span
from onrecord.verify.comparing.doers import deed_of
from onrecord.verify.reading.gist import Gist
from onrecord.verify.reading.polarity import TO_COME
from onrecord.verify.reading.tokens import compared, root

_PUT_TO_VOTE = re.compile(
    r"\b(?:vot(?:es?|ed|ing)|ballots?|referendums?|referenda|plebiscite|polls?|decid(?:es?|ed|ing)|decisions?|debates?)"
    r"\s((?:[a-z]+\s){0,3}?)whether\b([^.;]{1,120})",
    re.IGNORECASE,
)
"""What is still to be decided, though it may be so by the statement: "a vote on whether wolves may be hunted"."""
_TIME_TO = re.compile(
    r"\b(?:has|have|had|given|gives?|gave)\s(?:[\w’'-]+\s){0,3}(?:hours|days|weeks|months|years|until\s[\w\s]{1,20}?)\sto\s(\w+)"
)
"""A time in which something may still be done: "has ten days to challenge the ruling"."""
UNDOING = frozenset(
    root(compared(word))
    for word in """
    cancel cancelled cancelling cancellation postpone scrap lift abandon drop revoke repeal overturn suspend withdraw
    reverse block retract rescind annul quash
    """.split()
)
"""Verbs by which what they have as their object is no longer, or not yet, so."""
_FACES = re.compile(
    r"\b(?:fac(?:e[ds]?|ing)|risk(?:s|ed|ing)?|threatened\swith)\s(?:(?!(?:and|but)\b)[\w’'-]+\s){0,6}?"
    r"(ban|fines?|jail|prison|imprisonment|sentences?|penalt(?:y|ies)|closure|eviction|extradition|deportation|expulsion|dismissal"
    r"|suspension|removal|demolition|bankruptcy|trial|execution|impeachment|disqualification|relegation)\b"
)
"""What may be done to somebody, or is to be: "faces a ban of up to four years"."""
_DONE_BY = {
    "expulsion": "expelled", "closure": "closed", "dismissal": "dismissed", "suspension": "suspended",
    "imprisonment": "jailed", "removal": "removed", "penalties": "penalised", "penalty": "penalised",
}  # fmt: skip
"""What is done to whom this then happens."""
_HAS_BEEN = re.compile(r"\b(?:has|have|had)\s(?:already\s)?been\s([a-z]+)", re.IGNORECASE)
_DECIDING = re.compile(r"\b(voted|votes|decided|decides|resolved|agreed)\s(?:[^,;.]{0,60}?\s)?to\s([a-z]+)")
_SETTLED = UNDOING | {
    root(compared(word)) for word in "reject accept approve support back oppose allow ban name call".split()
}
"""What is done by its being decided."""
_AGREED = r"\b(?:agree|consent|commit)(?:s|d|ed|ted)?\b[^,;.]{0,40}?\sto\s"
_AGREED_TO = re.compile(rf"{_AGREED}(?:an?|the|its|his|her|their|more|higher|lower|new|\d[\d.,]*)\b")
_AGREED_TO_DO = re.compile(rf"{_AGREED}([a-z]+)")
_TAKING = frozenset(
    root(compared(word))
    for word in "accept make grant give pay introduce adopt have be sign hold take implement back allow approve".split()
)
"""What somebody does who agrees to a thing."""
OPEN = frozenset("if whether unless".split())


def undecided(here: Gist, there: Gist) -> Span | None:
    """Return words by which the record leaves open what is done by a statement."""
    ways = (_put_to_vote, _in_time, _only_decided, _only_faced, _agreed_to_do)
    return next(filter(None, (way(here, there) for way in ways)), None)


def _put_to_vote(here: Gist, there: Gist) -> Span | None:
    """Find what is so by the statement only as what is still to be decided."""
    deed = None if any(word.plain in OPEN for word in here.words) else deed_of(here)
    if deed is None:
        return None
    told = [word.span for word in there.words if root(word.stem) == root(deed.stem)]
    asked = [Span(start=one.start(), end=one.end(2)) for one in _PUT_TO_VOTE.finditer(there.text)]
    decided = next((one for one in asked if told and one.covers(told[0])), None)
    all_ = decided and all(any(one.covers(span) for one in asked) for span in told)
    return decided if decided and all_ else None


def _in_time(here: Gist, there: Gist) -> Span | None:
    """Find the record giving somebody time to do what is done by the statement: "has ten days to appeal"."""
    given = (time for time in _TIME_TO.finditer(there.text) if root(compared(time[1].lower())) in here.roots)
    time = None if _TIME_TO.search(here.text) else next(given, None)
    return time and Span(start=time.start(), end=time.end())


def _only_decided(here: Gist, there: Gist) -> Span | None:
    """Find what has been done by the statement only decided: "have been closed", "voted to close three schools"."""
    done = [one[1].lower() for one in _HAS_BEEN.finditer(here.text)]
    deed = next((root(compared(word)) for word in done if root(compared(word)) in there.roots), None)
    to_come = _DECIDING.search(here.text) or any(one.kind == TO_COME for one in here.hedges)
    if deed is None or deed in _SETTLED or to_come:
        return None
    told = [word.span for word in there.words if root(word.stem) == deed]
    decided = [one for one in _DECIDING.finditer(there.text) if root(compared(one[2].lower())) == deed]
    ends = {one.end(2) for one in decided}
    only = decided and all(span.end in ends for span in told)
    return Span(start=decided[0].start(), end=decided[0].end()) if only else None


def _only_faced(here: Gist, there: Gist) -> Span | None:
    """Find what has been done to somebody by a statement as what he only faces: "risks a fine of 2,000 crowns"."""
    deed = None if here.hedges or _FACES.search(here.text) else deed_of(here)
    if deed is None:
        return None
    for one in _FACES.finditer(there.text):
        noun = one[1].lower()
        kinds = {root(compared(word)) for word in (noun, _DONE_BY.get(noun, noun))}
        told = sum(root(word.stem) in kinds for word in there.words)
        if kinds & here.roots and told == 1:
            return Span(start=one.start(), end=one.end())
    return None


def _agreed_to_do(here: Gist, there: Gist) -> Span | None:
    """Find what somebody agreed to by a statement as what he agreed to do with it: "to forgo a wage increase"."""
    told = list(_AGREED_TO_DO.finditer(there.text)) if _AGREED_TO.search(here.text) else []
    known = here.roots | _TAKING
    if not told or _AGREED_TO.search(there.text) or any(root(compared(one[1])) in known for one in told):
        return None
    return Span(start=told[0].start(), end=told[0].end())
