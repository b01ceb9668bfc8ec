"""People with the office that a text gives them, whose office it is, and whether they hold it still.

Read in English: "former Veldanian Premier Orla Venn", "Orla Venn, the premier of Veldania", "Veldania's acting
premier, Orla Venn", "the Venn administration". What has no name beside it names nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.data import Span, Standing
from onrecord.text.offices.vocabulary import (
    CALENDAR,
    ENDS,
    GOVERNMENT,
    NO_NAMES,
    OFFICES,
    PASSING,
    RANKS,
    STANDINGS,
    named,
)

_TITLE = re.compile(
    rf"(?<![\w’'@#/.-])(?P<prefix>(?:then|ex|former|acting|interim)-)?(?P<office>(?:{RANKS}[ -])?(?:{OFFICES}))"
    r"(?P<elect>-(?:elect|designate))?(?![\w’'@-])",
    re.IGNORECASE,
)
_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽ"
_PART = rf"(?!Jr\b|Sr\b)(?:(?:[{_UPPER}]\.)+|[{_UPPER}][^\W\d_]*(?:[’'-][{_UPPER}]?[^\W\d_]+)*)"
_PARTICLE = r"(?:(?:de|da|di|del|della|der|den|van|von|bin|ibn|al|el|la|le|du|dos|y)\s){0,2}"
_NAME = rf"{_PART}(?: {_PARTICLE}{_PART}){{0,4}}(?: [JS]r\.)?"
_AFTER = re.compile(rf"(?: of (?:the )?(?P<of>{_NAME})(?=,))?(?P<comma>,)?[ \u00a0](?P<name>{_NAME})")
_PUT = re.compile(r"appointed|installed")
"""Who was elected or named may not be in yet."""
_WAS = re.compile(r"\b(?:was|is|been) $")
_PRIZE = re.compile(r" of the (?:year|season|month|week|decade|century)\b")
_OF = re.compile(rf" (?:of|for) (?:the )?(?P<of>{_NAME})")
_BEFORE = re.compile(
    rf"(?<![\w-])(?<!of )(?<!the )(?<!in )(?P<name>{_NAME})"
    r"(?:, | (?:is|remains|has become|became|(?:was|is|has been) (?:sworn in|appointed|installed)(?: as)?) "
    r"(?:now |still )?)"
    r"(?:(?:the|a|an|its|their|his|her|our) )*$"
)
_HOUSE = re.compile(rf"(?P<name>{_PART})['’]?s?\s(?:administration|government|cabinet)\b")
_OWN_HOUSE = re.compile(r"['’]s?\s(?:administration|government|cabinet)\b")
_QUALIFIER = re.compile(r"[\w.’'&-]+(?=[ \u00a0])")
_SPACE = re.compile(r"(?:['’]s)?[ \u00a0]")
_INITIALS = re.compile(r"(?:\w\.)+")
_POSSESSIVE = re.compile(r"['’]s?$")
_LOOK = 120
"""Characters before a title in which its bearer and what qualifies it stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office given to somebody: "former Veldanian Premier Orla Venn"."""

    span: Span
    """From the first word that belongs to it to the last, the name among them."""
    person: str
    office: str
    """In lower case; offices of one kind by one name: ``chief executive`` for CEO."""
    of: str
    """Whose office it is, as written, such as ``Veldanian`` or ``Acmar``; empty when not said."""
    standing: Standing


def find_offices(text: str) -> tuple[Office, ...]:
    """Return the offices that ``text`` gives to people by name, in order."""
    given = (_given(text, title) for title in _TITLE.finditer(text))
    found = [office for office in given if office]
    taken = [office.span for office in found]
    found += [office for office in _houses(text) if not any(office.span.overlaps(span) for span in taken)]
    return tuple(sorted(found, key=lambda office: (office.span.start, office.span.end)))


def office_in(text: str) -> str:
    """Return the one name of the first office that ``text`` names, whoever holds it; empty when there is none."""
    title = _TITLE.search(text)
    return named(title["office"]) if title else ""


def _given(text: str, title: re.Match[str]) -> Office | None:
    """Return who bears a title: the name after it, else the one before it."""
    qualified = _qualified(text, title)
    if qualified is None or _PRIZE.match(text, title.end()):
        return None
    start, of, standing = qualified
    office = named(title["office"])
    after = _AFTER.match(text, title.end())
    if after and _is_name(after["name"]) and (not after["comma"] or text[after.end() : after.end() + 1] == ","):
        name = _cut(after["name"])
        end = after.start("name") + len(name)
        house = _OWN_HOUSE.match(text, end)
        span = Span(start=start, end=house.end() if house else end)
        return Office(span=span, person=name, office=office, of=of or after["of"] or "", standing=standing)
    before = _BEFORE.search(text, max(0, start - _LOOK), start)
    if before and _is_name(before["name"]):
        behind = None if of else _OF.match(text, title.end())
        span = Span(start=before.start(), end=behind.end() if behind else title.end())
        whose = behind["of"] if behind else of
        return Office(span=span, person=_cut(before["name"]), office=office, of=whose, standing=standing)
    return None


def _qualified(text: str, title: re.Match[str]) -> tuple[int, str, Standing] | None:
    """Return where a title begins with what qualifies it, whose it is and how it is held.

    None when a word before it makes another office of it, which nobody here knows: "defensive line coach".
    """
    start = title.start()
    of: list[str] = []
    standing = Standing.ELECT if title["elect"] else Standing.HOLDS
    if title["prefix"]:
        standing = STANDINGS[title["prefix"][:-1].lower()]
    for word in _words_before(text, start):
        plain = word.group().lower()
        prefix, _, rest = word.group().rpartition("-")
        if prefix.lower() in ("then", "ex"):
            standing = STANDINGS[prefix.lower()]
            of.append(rest)
        elif plain in STANDINGS:
            standing = STANDINGS[plain]
        elif (
            plain in ENDS
            or plain in NO_NAMES
            or _is_put(text, word)
            or (plain[-1] in ".:" and not _INITIALS.fullmatch(plain))
        ):
            break
        elif word.group()[0].isupper():
            of.append(_POSSESSIVE.sub("", word.group()))
        elif plain not in PASSING:
            if of or title["office"][0].isupper():
                break
            return None
        start = word.start()
    return start, " ".join(reversed(of)), standing


def _is_put(text: str, word: re.Match[str]) -> bool:
    """Say whether a word says that somebody came into an office: "was appointed premier"."""
    return bool(_PUT.fullmatch(word.group()) and _WAS.search(text, max(0, word.start() - 6), word.start()))


def _words_before(text: str, end: int) -> Iterator[re.Match[str]]:
    """Yield the words before a place, from the last backwards, as far as only spaces part them."""
    for word in reversed(list(_QUALIFIER.finditer(text, max(0, end - _LOOK), end))):
        if not _SPACE.fullmatch(text, word.end(), end):
            return
        yield word
        end = word.start()


def _houses(text: str) -> Iterator[Office]:
    for house in _HOUSE.finditer(text):
        if _is_name(house["name"]):
            before = text[max(0, house.start() - 8) : house.start()].lower()
            standing = Standing.FORMER if before.endswith(("former ", "ex-")) else Standing.HOLDS
            span = Span(start=house.start(), end=house.end())
            yield Office(span=span, person=_cut(house["name"]), office=GOVERNMENT, of="", standing=standing)


def _is_name(words: str) -> bool:
    return words.split(maxsplit=1)[0].lower().rstrip(".") not in NO_NAMES


def _cut(name: str) -> str:
    """Return a name up to where a day or a possessive ends it."""
    kept = []
    for word in name.split(" "):
        if word.lower() in CALENDAR:
            break
        kept.append(_POSSESSIVE.sub("", word))
        if kept[-1] != word:
            break
    return " ".join(kept)
