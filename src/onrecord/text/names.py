"""Names of people, bodies and places in Latin script, with the role a text gives them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.data import Span
from onrecord.text.words import STOP_WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name where it stands: its words, the role given beside it, and whether that role is past."""

    span: Span
    words: str
    role: str = ""
    former: bool = False


_ROLES = (
    "president|vice president|prime minister|deputy prime minister|minister|foreign minister|finance minister|"
    "defence minister|defense minister|interior minister|health minister|justice minister|chancellor|premier|"
    "secretary|secretary of state|secretary general|secretary-general|governor|mayor|senator|congressman|"
    "congresswoman|representative|judge|justice|chief justice|attorney general|prosecutor|general|colonel|major|"
    "captain|lieutenant|sergeant|admiral|commander|king|queen|prince|princess|pope|cardinal|archbishop|bishop|"
    "imam|rabbi|sheikh|ayatollah|professor|doctor|dr|mr|mrs|ms|sir|lord|lady|dame|coach|manager|director|"
    "chief executive|ceo|chairman|chairwoman|chair|spokesman|spokeswoman|spokesperson|press secretary|envoy|"
    "ambassador|commissioner|sheriff|police chief|speaker|leader|editor|founder|owner|analyst|soldier|journalist|"
    "lawmaker|deputy|rep|sen|gov|gen|lt|col|sgt|capt|rev|harbourmaster|superintendent|inspector"
)
_FORMER = "former|ex|late|ousted|previous|one-time|deposed"
_PARTICLE = r"(?:de|da|di|del|della|der|den|van|von|bin|ibn|al|el|la|le|du|dos|of|the|for)"
_CAP = r"(?:[A-Z][^\W\d_]*(?:['’.-][^\W\d_]+)*|[A-Z]{2,}|[A-Z]\.(?:[A-Z]\.)*)"
_NAME = re.compile(
    rf"\b{_CAP}(?:(?:\s|-){_CAP}|\s(?:{_PARTICLE}\s){{1,2}}(?={_CAP}){_CAP}|\s&\s{_CAP}){{0,7}}", re.UNICODE
)
_BEFORE = re.compile(
    rf"(?:\b(?P<former>{_FORMER})[\s-]+)?(?:[A-Z][\w.]*\s+){{0,2}}?(?P<role>{_ROLES})\.?\s*$", re.IGNORECASE
)
_LEADING_ROLE = re.compile(
    rf"(?:(?P<former>{_FORMER})[\s-]+)?(?:(?:U\.?S\.?|[A-Z][a-z]+n|UK)\s+)?(?P<role>{_ROLES})\b\.?\s+(?=[A-Z])",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"(?:,\s+|\s+(?:is|was|became|becomes|remains|will be)\s+|\s+(?:was |is |has been )?(?:sworn in|appointed|named|"
    rf"elected|installed)(?:\s+as)?\s+)(?:(?:the|a|an|its|their|his|her|who is|who was)\s+)?(?P<former>{_FORMER})?\s*"
    rf"(?:[\w’'-]+\s+){{0,3}}?(?P<role>{_ROLES})\b",
    re.IGNORECASE,
)
_ADMINISTRATION = re.compile(r"(?:['’]s)?\s+(administration|government|cabinet|presidency)\b")
_POSSESSIVE = re.compile(r"['’]s?$")
_NOT_NAMES = frozenset(STOP_WORDS) | frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december there here yes no also however meanwhile earlier later last next key "
    "would could should might must according despite several many some all both each another".split()
)
_LOOK = 60


def find_names(text: str) -> tuple[Name, ...]:
    """Return the names in ``text`` in order."""
    found = []
    for match in _NAME.finditer(text):
        start, end = _without_edges(text, match.start(), match.end())
        if start < end:
            found.append(_named(text, start, end))
    return tuple(name for name in found if name is not None)


def _without_edges(text: str, start: int, end: int) -> tuple[int, int]:
    """Take sentence-opening function words and possessive endings off a run of capitals."""
    while start < end:
        word = re.match(r"\S+", text[start:end])
        if word is None or word.group().lower().strip(".,’'") not in _NOT_NAMES:
            break
        start += word.end()
        while start < end and text[start].isspace():
            start += 1
    possessive = _POSSESSIVE.search(text[start:end])
    return start, end - len(possessive.group()) if possessive else end


def _named(text: str, start: int, end: int) -> Name | None:
    words = text[start:end]
    role, former = "", False
    leading = _LEADING_ROLE.match(words)
    if leading:
        role, former = leading["role"], bool(leading["former"])
        start += leading.end()
        words = text[start:end]
    before = _BEFORE.search(text[max(0, start - _LOOK) : start])
    if before:
        role, former = before["role"], former or bool(before["former"])
    elif not role:
        rule = _ADMINISTRATION.match(text[end : end + _LOOK])
        after = _AFTER.match(text[end : end + _LOOK])
        if rule:
            role = rule.group(1)
        elif after:
            role, former = after["role"], bool(after["former"])
    if not words or words.lower() in _NOT_NAMES:
        return None
    return Name(span=Span(start=start, end=end), words=words, role=role.lower().rstrip("."), former=former)
