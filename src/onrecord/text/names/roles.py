"""Roles that the news gives people beside their names, and whether they are past."""

from __future__ import annotations

import re
from dataclasses import dataclass

_OFFICES = """
president|vice president|prime minister|deputy prime minister|minister|foreign minister|finance minister|
defence minister|defense minister|interior minister|health minister|justice minister|energy minister|
education minister|trade minister|culture minister|deputy minister|chancellor|vice chancellor|premier|first lady|
secretary|secretary of state|secretary general|secretary-general|press secretary|undersecretary|governor|
lieutenant governor|mayor|deputy mayor|senator|congressman|congresswoman|representative|delegate|councillor|
councilor|councilman|councilwoman|alderman|mp|lawmaker|legislator|speaker|majority leader|minority leader|
opposition leader|party leader|leader|deputy leader|judge|justice|chief justice|magistrate|attorney general|
solicitor general|district attorney|state attorney|prosecutor|chief prosecutor|attorney|lawyer|ombudsman|envoy|
special envoy|ambassador|diplomat|consul|commissioner|high commissioner|spokesman|spokeswoman|spokesperson|
administrator|treasurer|controller|auditor|inspector|superintendent|harbourmaster|warden|clerk|registrar|
general|colonel|lieutenant colonel|major|major general|captain|lieutenant|sergeant|corporal|admiral|commander|marshal|
brigadier|private|soldier|police chief|fire chief|chief of staff|chief|sheriff|deputy sheriff|deputy|trooper|detective|
officer|constable|firefighter|king|queen|prince|princess|crown prince|duke|duchess|emperor|sultan|emir|baron|pope|
cardinal|archbishop|bishop|father|imam|rabbi|sheikh|ayatollah|pastor|reverend|vicar|sir|lord|lady|dame
"""
_CALLINGS = """
professor|doctor|dr|mr|mrs|ms|miss|rep|reps|sen|sens|gov|gen|lt|lt gov|lt col|maj|col|sgt|cpl|capt|adm|cmdr|det|rev|
fr|prof|hon|supt|coach|head coach|manager|campaign manager|director|executive director|managing director|
general manager|chief executive|chief executive officer|ceo|cfo|coo|chief economist|chair|chairman|chairwoman|
chairperson|vice chair|editor|editor-in-chief|founder|co-founder|owner|publisher|analyst|economist|historian|
scientist|engineer|researcher|author|writer|novelist|poet|playwright|columnist|reporter|journalist|correspondent|
anchor|host|actor|actress|singer|rapper|musician|comedian|filmmaker|producer|activist|organizer|organiser|strategist|
pollster|adviser|advisor|national security adviser|aide|candidate|nominee|farmer|teacher|nurse|surgeon|physician|
resident|astronaut|billionaire|businessman|businesswoman|entrepreneur|artist|architect|designer|photographer|student|
quarterback|goalkeeper|striker|midfielder|skipper|chef
"""
BODIES = ("administration", "government", "cabinet", "presidency")
"""What a leader's name is put before when it stands for all who govern."""

ROLES = frozenset(role.strip() for role in (_OFFICES + "|" + _CALLINGS).replace("\n", " ").split("|"))
FORMER = (
    "former",
    "ex",
    "then",
    "late",
    "ousted",
    "previous",
    "one-time",
    "onetime",
    "deposed",
    "retired",
    "erstwhile",
)

_ANY_ROLE = "|".join(re.escape(role) for role in sorted(ROLES, key=len, reverse=True))
_ANY_FORMER = "|".join(FORMER)
_BEFORE = re.compile(
    rf"(?:\b(?P<former>{_ANY_FORMER})[\s-]+(?:[\w.’'-]+\s+){{0,4}}?)?\b(?P<role>{_ANY_ROLE})\.?,?\s*$", re.IGNORECASE
)
_LAST_WORD = re.compile(r"(\w+)\.?,?\s*$")
_LAST_WORDS = frozenset(re.findall(r"\w+", role)[-1] for role in ROLES)
_BEFORE_FORMER = re.compile(rf"\b(?:{_ANY_FORMER})[\s-]+(?:[\w.’'-]+\s+){{0,3}}?$", re.IGNORECASE)
_AFTER = re.compile(
    r"(?:,\s+|\s+(?:is|was|became|becomes|remains|will\sbe)\s+|\s+(?:was\s|is\s|has\sbeen\s)?"
    r"(?:sworn\sin|appointed|named|elected|installed)(?:\s+as)?\s+)"
    rf"(?:(?:the|a|an|its|their|his|her|who\sis|who\swas)\s+)?(?P<former>\b(?:{_ANY_FORMER})\b)?[\s-]*"
    rf"(?:[\w’'-]+\s+){{0,3}}?(?P<role>{_ANY_ROLE})\b",
    re.IGNORECASE,
)
_BODY = re.compile(rf"(?:['’]s)?\s+({'|'.join(BODIES)})\b")
_LOOK = 60  # characters on either side of a name


@dataclass(frozen=True, slots=True)
class Role:
    """A role in lower case, and whether it is said to be past; empty words when none is given."""

    words: str = ""
    former: bool = False


def role_before(text: str, start: int) -> Role:
    """Return the role that ends where a name starts: "former finance minister"."""
    before = text[max(0, start - _LOOK) : start]
    last = _LAST_WORD.search(before)
    if last is None or last[1].lower() not in _LAST_WORDS:
        return Role()
    found = _BEFORE.search(before)
    return Role(found["role"].lower(), bool(found["former"])) if found else Role()


def former_before(text: str, start: int) -> bool:
    """Say whether the words before a capitalised role make it a past one, such as "former U.S. President"."""
    return bool(_BEFORE_FORMER.search(text[max(0, start - _LOOK) : start]))


def role_after(text: str, end: int) -> Role:
    """Return the role given after a name: "…, the finance minister", "… was sworn in as mayor", "… administration"."""
    after = text[end : end + _LOOK]
    body = _BODY.match(after)
    if body:
        return Role(body[1].lower())
    found = _AFTER.match(after)
    return Role(found["role"].lower(), bool(found["former"])) if found else Role()
