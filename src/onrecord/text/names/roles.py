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

_HELD_BY_MANY = frozenset(
    "lawmaker legislator judge prosecutor attorney lawyer diplomat soldier private detective officer constable "
    "firefighter "
    "deputy trooper inspector clerk father captain lieutenant sergeant corporal major delegate".split()
)
"""Offices of which a text may well tell of several holders."""

ADDRESSES = frozenset("mr mrs ms miss dr sir lord lady dame rev fr hon".split())
"""How somebody is addressed, which nobody leaves as an office is left."""

ROLES = frozenset(role.strip() for role in (_OFFICES + "|" + _CALLINGS).replace("\n", " ").split("|"))
_HELD = frozenset(office.strip() for office in _OFFICES.replace("\n", " ").split("|"))
_CHIEFS = frozenset(
    ("chief executive", "chief executive officer", "ceo", "coach", "head coach", "chair", "chairman", "chairwoman")
)
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

_PORTFOLIOS = (
    "state foreign finance defence defense interior home health justice energy education trade culture labor labour "
    "commerce agriculture transport transportation housing environment economy treasury war tourism information"
).split()
_OFFICE_OF = re.compile(
    rf"(?P<office>(?:under)?secretary|minister) of (?:the )?(?P<what>{'|'.join(_PORTFOLIOS)}|"
    r"(?:foreign|home|veterans|internal) affairs|public safety|homeland security|public works|"
    r"social services|national defen[cs]e|higher education)"
)
_ADJECTIVES = frozenset("major general private justice".split())
"""Roles that are roles with a capital only: "is a major concern"."""

_ANY_ROLE = "|".join(re.escape(role) for role in sorted(ROLES, key=len, reverse=True))
_ANY_FORMER = "|".join(FORMER)
_BEFORE = re.compile(
    rf"(?:\b(?P<former>{_ANY_FORMER})[\s-]+(?:[\w.’'-]+\s+){{0,4}}?)?\b(?P<role>{_ANY_ROLE})\.?,?\s*$", re.IGNORECASE
)
_BEFORE_OF = re.compile(
    rf"\b[Tt]he (?:(?P<former>{_ANY_FORMER}) )?(?P<role>{_ANY_ROLE}) (?:for|of|at) "
    r"(?:the )?(?:[\w’'&-]+ ){0,4}(?P<body>[\w’'-]+), $"
)
_SET_OFF = re.compile(r"[,.;)]")
_LAST_WORD = re.compile(r"(\w+)\.?,?\s*$")
_LAST_WORDS = frozenset(re.findall(r"\w+", role)[-1] for role in ROLES)
_BEFORE_FORMER = re.compile(rf"\b(?:{_ANY_FORMER})[\s-]+(?:[\w.’'-]+\s+){{0,3}}?$", re.IGNORECASE)
_AFTER = re.compile(
    r"(?:(?P<comma>,\s+)|\s+(?:is|was|became|becomes|remains|will\sbe)\s+|\s+(?P<made>was\s|is\s|has\sbeen\s)?"
    r"(?:sworn\sin|appointed|named|elected|installed)(?:\s+as)?\s+(?(made)|(?-i:(?![A-Z]))))"  # "named Lund as mayor"
    rf"(?:(?:the|a|an|its|their|his|her|who\sis|who\swas)\s+)?(?P<former>\b(?:{_ANY_FORMER})\b)?[\s-]*"
    rf"(?:(?!(?:an?|the|its|his|her|their|by|with|within|\w+ed)\s)[\w’'-]+\s+){{0,3}}?(?P<role>{_ANY_ROLE})\b(?!['’]|\s(?-i:[A-Z]))"
    r"(?(comma)(?=[^\w\s]|\s[^\w\s]|\s?$|\s(?:of|for|at|in|who|whose|which|that|and|or|on|from|with|to|since|until|under|based|as|by|"
    r"turned|\w+ing)\b))",
    re.IGNORECASE,
)
_PLACED = re.compile(r"\b(?:in|at|near|from|across)\s(?:the\s)?$")
"""What stands before a place: "in Tarn, her father …" is nothing of Tarn's."""
_BODY = re.compile(rf"(?:['’]s)?\s+({'|'.join(BODIES)})\b")
_LOOK = 60  # characters on either side of a name


@dataclass(frozen=True, slots=True)
class Role:
    """A role in lower case, and whether it is said to be past; empty words when none is given."""

    words: str = ""
    former: bool = False


def is_office(role: str) -> bool:
    """Say whether a role is an office that mostly one person holds: the mayor is one, a candidate is not."""
    plain = role.lower()
    held = plain in _HELD and plain not in _HELD_BY_MANY
    return held or office_of(plain) is not None or plain in _CHIEFS


def office_of(words: str) -> str | None:
    """Return the role that words in lower case are when they are an office with what it is for.

    "Minister of finance" is the finance minister; a secretary of state is called that.
    """
    found = _OFFICE_OF.fullmatch(words)
    if found is None or words in ROLES:
        return found and words
    return f"{found['what']} {found['office']}"


def role_before(text: str, start: int, end: int) -> Role:
    """Return the role that stands before a name from ``start`` to ``end``: "former finance minister".

    "The mayor of Tarn, Karl Holt, …" too, where a comma follows; "the wife of the mayor, Karl Holt, …" has two.
    """
    before = text[max(0, start - _LOOK) : start]
    beside = _BEFORE_OF.search(before) if before.endswith(", ") and _SET_OFF.match(text, end) else None
    if beside is not None and beside["body"].lower() not in ROLES:
        return Role(beside["role"].lower(), bool(beside["former"]))
    last = _LAST_WORD.search(before)
    if last is None or last[1].lower() not in _LAST_WORDS:
        return Role()
    found = _BEFORE.search(before)
    return Role(found["role"].lower(), bool(found["former"])) if found and found["role"] not in _ADJECTIVES else Role()


def former_before(text: str, start: int) -> bool:
    """Say whether the words before a capitalised role make it a past one, such as "former U.S. President"."""
    return bool(_BEFORE_FORMER.search(text[max(0, start - _LOOK) : start]))


def role_after(text: str, start: int, end: int) -> Role:
    """Return the role given after a name that stands from ``start`` to ``end``.

    "…, the finance minister", "… was sworn in as mayor", "… administration".
    """
    after = text[end : end + _LOOK]
    body = _BODY.match(after)
    if body:
        return Role(body[1].lower())
    found = _AFTER.match(after)
    if (
        found is None
        or found["role"] in _ADJECTIVES
        or (found["comma"] and _PLACED.search(text, max(0, start - 12), start))
    ):
        return Role()
    return Role(found["role"].lower(), bool(found["former"]))
