"""Comparing who holds, and who no longer holds, an office."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.data import Reason, ReasonCode, Span
from onrecord.text.names import Name
from onrecord.verify.comparing.doers import deed_of
from onrecord.verify.comparing.findings import clash
from onrecord.verify.comparing.leaving import left_office
from onrecord.verify.comparing.names import mentions, place_phrase, same_bearer
from onrecord.verify.reading.gist import Gist
from onrecord.verify.reading.tokens import root

FORMER = frozenset("former ex ousted deposed".split())
_LEAVING = "outgoing"
"""Who is so is in office still, and out of it soon: it is held against neither."""
_ONCE = FORMER | {_LEAVING, "then", "once", "formerly", "previously"}
_USED_TO = re.compile(r"\bused to\b")
_HOUSE = re.compile(r"(?:['’]s)?\s+(administration|government|cabinet|presidency)\b")
_UNDER = re.compile(r"\bunder\s(?:the\s)?(?:[\w.’'-]+\s){0,5}$", re.IGNORECASE)
_AS = re.compile(r"\sas\s(?:the\s)?")
_TO = re.compile(r"\bto\s$")
_IN = re.compile(r"\b(?:of|in)\s(?:the\s)?$")
_IS = re.compile(
    r"\s(?:is|was)\s(?:the\s|an?\s)?((?:(?!(?:of|at|in|for|with|from)\b)[a-z-]+\s?){1,4}?)(?=\s(?:of|at|in|for)\b|[.,]|$)"
)
_BESIDE = re.compile(r"\b(?:[Tt]he|[A-Z][\w-]*[’']s?)\s((?:[a-z-]+\s){0,3}[a-z-]+),\s(?=[A-Z])")
_TITLE = 60
"""Characters before a name in which "under" and a title stand."""
_PRESENT = frozenset("is are has have isn't aren't hasn't haven't".split())
_PAST = frozenset("was were had did wasn't weren't hadn't didn't".split())
"""What was done under somebody may have been done before; only what is, or has been until now, is held against now."""
_GOVERNING = {
    "president": "administration",
    "prime minister": "government",
    "premier": "government",
    "chancellor": "government",
}
"""Offices that a government goes by, with what those who govern are called after their holder."""
_PEOPLE = ("ian", "ese", "ish", "an", "i", "ch")
"""Endings of names of peoples: "the Israeli government" names a country, not whoever leads it."""


def compare_offices(here: Gist, there: Gist, *, speakers: frozenset[str], record: str) -> tuple[Reason, ...]:
    """Find those whom one text has in an office and the other out of it, and offices that two people hold.

    ``speakers`` are the institutions that speak in the statement's text: two administrations are held against
    each other only where one institution speaks for both.
    """
    left = () if _outlived(here, there) else left_office(here, there)
    by_name = [*_former(here, there), *_holders(here, there, speakers), *left]
    of_one = _is_of_one(here, there)
    by_word = [*_past(here, there), *((mine, theirs) for theirs, mine in _past(there, here))] if of_one else []
    return tuple(
        clash(ReasonCode.ROLE_DIFFERS, (here.text, mine), (there.text, theirs), record=record)
        for mine, theirs in by_name or by_word
    )


def _is_of_one(here: Gist, there: Gist) -> bool:
    """Say whether both name the same; that an office is in one place tells nothing where the statement names more."""
    placed = {one for one in here.names if _IN.search(here.text, 0, one.span.start) or place_phrase(here.text, one)}
    return any(mentions(there, name) for name in [one for one in here.names if one not in placed] or here.names)


def _outlived(here: Gist, there: Gist) -> bool:
    """Say whether the record tells what happened to somebody's government as the statement does, whoever left since."""
    deed = deed_of(here)
    of_house = any(_HOUSE.match(here.text, name.span.end) for name in here.names)
    return of_house and deed is not None and root(deed.stem) in there.roots


def names_office_left(here: Gist, there: Gist, clashes: Iterable[Reason]) -> bool:
    """Say whether the record names the office that somebody left, as the statement does: "resigned as mayor"."""
    left = (one.there.end for one in clashes if one.code is ReasonCode.ROLE_DIFFERS and one.there)
    behind = [_AS.match(there.text, end) for end in left]
    roles = tuple({name.role for name in here.names if name.role})
    return any(found and there.text[found.end() :].lower().startswith(roles) for found in behind)


def held_by_another(here: Gist, there: Gist) -> Reason | None:
    """Find an office that the statement gives to one person and the record, naming both, to another only."""
    for name in here.names:
        if _TO.search(here.text, 0, _with_title(here.text, name).start):
            continue  # "the first to coach Corvia" names no coach
        holders = [other for other in there.names if _same_role(name, other)] or _apposed(name, here, there)
        named = any(same_bearer(name, other) for other in there.names)
        if named and holders and not any(same_bearer(name, other) for other in holders):
            holder = _with_title(there.text, holders[0])
            words = f"on record as {holders[0].role or _stated_role(name, here)}: “{holders[0].words}”"
            return Reason(code=ReasonCode.ROLE_DIFFERS, words=words, here=name.span, there=holder)
    return None


def _stated_role(name: Name, text: Gist) -> str:
    """Return what a text says that somebody is: "shop steward", of "Lund is the shop steward at Tarn"."""
    told = _IS.match(text.text, name.span.end)
    return told[1] if told else ""


def _apposed(name: Name, here: Gist, there: Gist) -> list[Name]:
    """Return whom the record names beside what the statement says that somebody is: "the steward, Ida Holt,"."""
    role = _stated_role(name, here)
    ends = {told.end() for told in _BESIDE.finditer(there.text) if role and told[1] == role}
    return [other for other in there.names if other.span.start in ends]


def _former(here: Gist, there: Gist) -> Iterator[tuple[Span, Span]]:
    for name in here.names:
        for other in there.names:
            apart = _is_former(here.text, name) != _is_former(there.text, other)
            apart = apart and not (name.role and _takes_office(name.role, there))
            apart = apart and not any(_is_leaving(*one) for one in ((here.text, name), (there.text, other)))
            if apart and _same_role(name, other) and same_bearer(name, other):
                yield _with_title(here.text, name), _with_title(there.text, other)


def _past(one: Gist, other: Gist) -> Iterator[tuple[Span, Span]]:
    """Yield offices that ``other`` calls former and ``one`` does not: "harbour master", "former harbour master".

    "Then-harbour master" leaves open who it is now.
    """
    if any(word.plain in _ONCE for word in one.words) or _USED_TO.search(one.text):
        return
    held = {root(word.stem): word for word in one.words if word.content and not word.capital}
    for at, word in enumerate(other.words):
        if word.plain in FORMER and not _is_titled(other, word.span):
            after = other.words[at + 1 : at + 4]
            office = [held[root(named.stem)] for named in after if root(named.stem) in held]
            if office:
                mine = Span(start=office[0].span.start, end=max(named.span.end for named in office))
                yield mine, Span(start=word.span.start, end=after[-1].span.end)


def _is_titled(text: Gist, former: Span) -> bool:
    """Say whether "former" stands in somebody's title: then by name it is told who else holds the office."""
    return any(
        name.role
        and former.end <= name.span.start <= former.end + _TITLE
        and not text.text[former.end : name.span.start].lower().strip().removesuffix(name.role)
        for name in text.names
    )


def _same_role(name: Name, other: Name) -> bool:
    return bool(name.role) and name.role == other.role


def _takes_office(role: str, there: Gist) -> bool:
    """Say whether somebody comes into an office by the record, who may have held one like it before."""
    came = (
        r"\b(?:becom(?:e|es|ing)|became|elected|appointed|named|sworn in|returns?|returned|again|is now|now)\s"
        r"(?:as\s|to be\s)?(?:(?:the|an?|its|their)\s)?(?:(?:new|next|first|acting)\s)?"
    )
    return re.search(came + re.escape(role) + r"\b", there.text, re.IGNORECASE) is not None


def _is_former(text: str, name: Name) -> bool:
    return name.former or text[_with_title(text, name).start :].lower().startswith(tuple(FORMER))


def _is_leaving(text: str, name: Name) -> bool:
    return text[max(0, _with_title(text, name).start - _TITLE) : name.span.start].lower().count(_LEAVING) > 0


def _with_title(text: str, name: Name) -> Span:
    """Return the name with the words of its role in front of it: "former President X"."""
    start = text.lower().rfind(name.role, max(0, name.span.start - 60), name.span.start)
    if start < 0:
        return name.span
    before = re.search(
        r"(?:former|ex|ousted|late)[\s-]+(?:[\w.]+\s+){0,2}$", text[max(0, start - 40) : start], re.IGNORECASE
    )
    return Span(start=start - len(before.group()) if before else start, end=name.span.end)


def _holders(here: Gist, there: Gist, speakers: frozenset[str]) -> Iterator[tuple[Span, Span]]:
    """Yield two people who govern by what one institution says."""
    if not speakers & speakers_of(there):
        return
    for one in _reigns(here):
        for other in _reigns(there):
            if one.offices & other.offices and not same_bearer(one.bearer, other.bearer):
                yield one.span, other.span


@dataclass(frozen=True, slots=True)
class _Reign:
    """Those who govern, by the name of who leads them: "the Venn administration", "under President Venn"."""

    bearer: Name
    offices: frozenset[str]
    span: Span


def _reigns(text: Gist) -> Iterator[_Reign]:
    present = any(word.plain in _PRESENT for word in text.words) and not any(word.plain in _PAST for word in text.words)
    for name in text.names:
        house = _HOUSE.match(text.text, name.span.end)
        under = _UNDER.search(text.text, max(0, name.span.start - _TITLE), name.span.start)
        if house and not name.words.casefold().endswith(_PEOPLE):
            offices = frozenset((house[1], name.role or house[1]))
            yield _Reign(name, offices, Span(start=name.span.start, end=house.end()))
        elif under and present and name.role in _GOVERNING and not _is_former(text.text, name):
            offices = frozenset((name.role, _GOVERNING[name.role]))
            yield _Reign(name, offices, Span(start=under.start(), end=name.span.end))


def speakers_of(text: Gist) -> frozenset[str]:
    """Return the names of those that a text gives the word to, or says that they have not spoken."""
    spans = [saying.source for saying in text.sayings if saying.source]
    spans += [Span(start=0, end=negation.cue.start) for negation in text.negations if negation.cue.start]
    return frozenset(name.words for name in text.names if any(span.covers(name.span) for span in spans))
