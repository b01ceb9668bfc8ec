"""Texts that speak from the past: they have somebody act in an office whom the record has out of it since.

Only what the record had before and has otherwise now is held against a statement. Who is newly in an office, or
newly out of it, may be so since yesterday: what the record does not have yet it does not contradict.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.data import Interval, OfficeMention, Span, Standing, day_of
from onrecord.text.offices import (
    GOVERNING,
    GOVERNMENT,
    RECENT,
    SETTLED,
    YEAR,
    Office,
    day_in_office,
    find_offices,
    may_be,
    same_place,
    unlike,
)
from onrecord.verify.reading.gist import Gist

ORIGINS = 2
"""Texts of different origin that must have it so; one may err, or be older than its date says."""
_MOST = 0.75
"""Share of mentions that name one person, for it to be sure who is meant."""
_FEW = 0.25
"""Share of mentions that may speak of coming back or being elected without somebody being about to."""
_SHARED = re.compile(
    r"^(?:senator|minister|secretary|leader|manager|director|ambassador|chief of staff|king|queen|emperor"
    r"|(?:vice|deputy|assistant|associate|lieutenant|co|shadow|lt).*)$"
)
"""Offices that several people hold at once, and titles that many bodies have."""
_POSTS = frozenset(
    ("chief executive", "coach", "chair", "manager", "director", "leader", "secretary", "minister", "ambassador")
)
"""Posts one may leave in one body and hold in another."""
_AGAIN = re.compile(
    r"\b(?:return\w*|reinstat\w+|comeback|(?:back|again) as|re-?elect\w*|re-?appoint\w*|sworn in|inaugurat\w+|appointed"
    r"|designate|elect)\b",
    re.IGNORECASE,
)
_AROUND = 160
"""Characters around a mention in which it is told that somebody is coming back."""
_IN = (Standing.HOLDS, Standing.ACTING, Standing.OUTGOING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outdated:
    """An office as a statement has it, and as the record has had it since."""

    here: Span
    since: tuple[OfficeMention, ...]
    """What the record has now, one mention of each origin, newest first."""
    before: OfficeMention | None
    """Where the record last had it as the statement does."""
    changed: date
    """The first day of late on which it is so."""
    share: float
    """Share of the late mentions that have it so, as if there were one more for and one against."""


def find_outdated(
    stated: Gist, mentions: Sequence[OfficeMention], *, time: Interval | None, as_of: date, origins: int = ORIGINS
) -> Outdated | None:
    """Return the first office in a text that the record had so once and has otherwise by the day spoken of.

    ``origins`` says how many texts of different origin must have it so.
    """
    for office in find_offices(stated.text):
        day = day_in_office(stated.text, office, time=time, as_of=as_of)
        if day is not None and not _is_reported(stated, office):
            outdated = _outdated(office, mentions, day, origins)
            if outdated is not None:
                return outdated
    return None


def _is_reported(stated: Gist, office: Office) -> bool:
    """Say whether it stands in what somebody is said to have said: then it is theirs."""
    return any(saying.source and saying.content.covers(office.span) for saying in stated.sayings)


def _outdated(office: Office, mentions: Sequence[OfficeMention], day: date, origins: int) -> Outdated | None:
    of_office = [one for one in mentions if _same_office(office, one) and day_of(one.at) <= day - SETTLED]
    mine = [one for one in of_office if _is_mine(office, one)]
    late = [one for one in mine if day_of(one.at) > day - RECENT]
    back = [one for one in late if one.standing is Standing.ELECT or _is_back(one)]
    if not _of_one(office, mine) or _count(back) > _FEW * _count(late):
        return None
    others = [one for one in of_office if one.standing is Standing.HOLDS and unlike(office.person, one.person)]
    if office.standing is Standing.HOLDS:
        return _left(office, mine, late, _successor(office, mine, others, after=day - RECENT), origins)
    if office.standing in (Standing.FORMER, Standing.ELECT):
        return _came(office, mine, late, [one for one in others if day_of(one.at) > day - RECENT], origins)
    return None


def _left(
    office: Office,
    mine: Sequence[OfficeMention],
    late: Sequence[OfficeMention],
    successor: Sequence[OfficeMention],
    origins: int,
) -> Outdated | None:
    """Find that somebody is called former by now, or that another holds the office."""
    left = [one for one in late if one.standing is Standing.FORMER]
    held = [one for one in mine if one.standing in _IN]
    last = max((day_of(one.at) for one in held), default=date.min)
    out = [one for one in mine if one.standing is Standing.FORMER and day_of(one.at) > last]
    for now in (left, successor, [*out, *left, *successor] if left or successor else []):
        first = min((day_of(one.at) for one in now), default=date.max)
        still = [one for one in held if day_of(one.at) >= first]
        if _count(now) >= max(origins, 2 * _count(still)) and (now is left or len(still) < len(held)):
            return _found(office, now, against=still, before=held)
    return None


def _successor(
    office: Office, mine: Sequence[OfficeMention], others: Sequence[OfficeMention], *, after: date
) -> list[OfficeMention]:
    """Return the late mentions of the one other person in the very office; none where that is not sure."""
    place = office.of or _usual(one.of for one in mine if one.of)
    if not place or several_hold(office.office):
        return []
    there = [one for one in others if same_place(place, one.of) and day_of(one.at) > after]
    person = _usual(one.person for one in there)
    theirs = [one for one in there if person and may_be(person, one.person)]
    last = max((day_of(one.at) for one in mine if one.standing in _IN), default=date.min)
    side_by_side = any(last - YEAR < day_of(one.at) <= last for one in others if person and may_be(person, one.person))
    return theirs if _count(theirs) >= _MOST * _count(there) and not side_by_side else []


def _came(
    office: Office,
    mine: Sequence[OfficeMention],
    late: Sequence[OfficeMention],
    others: Sequence[OfficeMention],
    origins: int,
) -> Outdated | None:
    """Find that somebody is in the office by now whom the record had out of it, or not yet in it, before."""
    before = [one for one in mine if one.standing is office.standing]
    others = [one for one in others if same_place(office.of, one.of) is not False]
    now = [one for one in late if one.standing is Standing.HOLDS]
    if _count(now) < origins or not before or _count(others) >= _count(now):
        return None
    if max(day_of(one.at) for one in before) >= min(day_of(one.at) for one in now):
        return None
    if office.standing is Standing.ELECT and any(one.standing is Standing.FORMER for one in late):
        return None
    return _found(office, now, against=(), before=before)


def _found(
    office: Office, now: Sequence[OfficeMention], *, against: Sequence[OfficeMention], before: Iterable[OfficeMention]
) -> Outdated:
    newest = sorted(now, key=lambda one: (day_of(one.at), one.memento.document.id, -one.span.start), reverse=True)
    by_origin: dict[str, OfficeMention] = {}
    for one in newest:
        by_origin.setdefault(one.memento.origin, one)
    share = (len(by_origin) + 1) / (len(by_origin) + _count(against) + 2)
    first = min(day_of(one.at) for one in now)
    last = max((one for one in before if day_of(one.at) <= first), key=lambda one: day_of(one.at), default=None)
    return Outdated(here=office.span, since=tuple(by_origin.values()), before=last, changed=first, share=share)


def _same_office(office: Office, mention: OfficeMention) -> bool:
    return mention.office in GOVERNING if office.office == GOVERNMENT else mention.office == office.office


def _is_mine(office: Office, mention: OfficeMention) -> bool:
    """Say whether a mention may be of the same person in the same body; a surname alone may be anybody's."""
    same = same_place(office.of, mention.of)
    if same is None and office.of and (office.office in _POSTS or " " not in mention.person):
        return False
    return same is not False and may_be(office.person, mention.person)


def _of_one(office: Office, mentions: Sequence[OfficeMention]) -> bool:
    """Say whether mentions are of one person in one office, but for a slip."""
    whole = [one.person for one in mentions if " " in one.person]
    person = office.person if " " in office.person else _usual(whole)
    alike = sum(may_be(person or name, name) for name in whole)
    return len({one.office for one in mentions}) == 1 and alike >= _MOST * len(whole)


def several_hold(office: str) -> bool:
    """Say whether several people hold such an office at once."""
    return _SHARED.match(office) is not None


def _usual(words: Iterable[str]) -> str:
    """Return what is said most often; the first of equals in the alphabet, nothing where nothing is said."""
    counts = Counter(words)
    return min(counts, key=lambda one: (-counts[one], one), default="")


def _is_back(mention: OfficeMention) -> bool:
    text, span = mention.memento.document.text, mention.span
    return bool(_AGAIN.search(text, max(0, span.start - _AROUND), min(len(text), span.end + _AROUND)))


def _count(mentions: Sequence[OfficeMention]) -> int:
    return len({one.memento.origin for one in mentions})
