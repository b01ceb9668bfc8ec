"""The words of offices in English, and of how they are held."""

from __future__ import annotations

import re

from onrecord.data import Standing

GOVERNING = ("president", "prime minister", "premier", "chancellor", "first minister", "governor", "mayor")
"""Offices whose holder gives a government its name: "the Venn administration"."""
GOVERNMENT = "government"
"""What such words give as the office: which of ``GOVERNING`` it is, they do not say."""

DEPARTMENTS = (
    r"(?:foreign|finance|defen[cs]e|interior|home|health|justice|energy|education|trade|culture|labou?r|treasury|"
    r"commerce|agriculture|transport(?:ation)?|housing|environment|economy|homeland security|veterans affairs|press)"
)
OFFICES = (
    rf"presidents?|prime ministers?|first ministers?|(?:{DEPARTMENTS} )?ministers?|(?:{DEPARTMENTS} )?secretary"
    r"(?: of (?:state|defen[cs]e|the treasury|health|education|energy|labor|commerce|homeland security))?"
    r"|secretary[ -]general|chancellors?|premiers?|governors?|govs?\.?|mayors?|speakers?(?: of the house)?|"
    r"chief executive(?: officer)?|ceo|head coach|coach|managers?|party leader|opposition leader|leader|"
    r"majority leader|minority leader|chief of staff|attorney general|auditor general|chief justice|police chief|"
    r"fire chief|council (?:head|leader)|director|chairman|chairwoman|chairperson|"
    r"chair|ambassador|senators?|sen\.|king|queen|pope|emperor"
)
RANKS = r"(?:vice|deputy|assistant|associate|lieutenant|co|shadow|lt\.?)"

_WORDS_OF = {
    Standing.FORMER: "former ex ousted previous one-time onetime deposed retired erstwhile late disgraced",
    Standing.ACTING: "acting interim caretaker",
    Standing.ELECT: "elect designate incoming",
    Standing.OUTGOING: "outgoing departing",
    Standing.THEN: "then",
}
STANDINGS = {word: standing for standing, words in _WORDS_OF.items() for word in words.split()}

PASSING = frozenset(
    "new newly elected current currently incumbent sitting longtime long-time embattled right-wing left-wing "
    "conservative far-right centrist democratic republican liberal".split()
)
"""What is said of a holder and makes no other office of it."""
ENDS = frozenset(
    "a an the its their his her our my your this that and or with by to from said says told as of on in for under like "
    "between at when if while but where who whose which was is were are both also".split()
)
"""Words that stand before a title and say nothing of it."""
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february july september october november "
    "december".split()
)
"""Days and months that are nobody's name."""
NO_NAMES = CALENDAR | frozenset(
    "the a an in on at and but it he she they mr mrs ms dr i of if as who what why when where how rep sen gov".split()
)

_ONE_NAME = (
    (re.compile(r"^govs?\.?$"), "governor"),
    (re.compile(r"^sen\.$"), "senator"),
    (re.compile(r"^(?:ceo|chief executive officer)$"), "chief executive"),
    (re.compile(r"^head coach$"), "coach"),
    (re.compile(r"^chair(?:man|woman|person)$"), "chair"),
    (re.compile(r"^speaker of the house$"), "speaker"),
    (re.compile(r"defence"), "defense"),
    (re.compile(r"labour"), "labor"),
    (re.compile(r"^(president|(?:prime |first )?minister|chancellor|premier|mayor|speaker|senator|governor)s$"), r"\1"),
)


def named(office: str) -> str:
    """Return the one name of an office that is written in several ways: ``chief executive`` for CEO."""
    plain = " ".join(office.lower().replace("-", " ").split())
    for pattern, name in _ONE_NAME:
        plain = pattern.sub(name, plain)
    return plain
