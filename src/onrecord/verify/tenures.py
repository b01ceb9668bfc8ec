"""Texts that speak from the past: they have somebody act in an office whom the record has out of it since.

Only what the record had before and has otherwise now is held against a statement. Who is newly in an office, or
newly out of it, may be so since yesterday: what the record does not have yet it does not contradict.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from onrecord.data import (
    Evidence,
    Interval,
    Label,
    Moment,
    OfficeMention,
    Origins,
    Reason,
    ReasonCode,
    Span,
    Stance,
    Standing,
    Verdict,
    day_of,
)
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
from onrecord.text.sentences import sentences
from onrecord.verify.claims import Claim
from onrecord.verify.findings import clash, clip, day_words
from onrecord.verify.gist import Gist
from onrecord.verify.origins import count_origins
from onrecord.verify.places import place
from onrecord.verify.quotes import LONGEST
from onrecord.verify.resolve import REPLACEABLE

_ORIGINS = 2
"""Texts of different origin that must have it so; one may err, or be older than its date says."""
_SHOWN = 3
"""Texts shown of those that have it otherwise."""
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


def hold_to_offices(verdict: Verdict, claim: Claim, mentions: Sequence[OfficeMention], *, as_of: Moment) -> Verdict:
    """Return the verdict on a statement, changed where the statement speaks from the past of an office.

    What is on record otherwise, or disputed, stays as it is; so does what a report bears out since the office changed.
    """
    if verdict.label not in (Label.NOT_ENOUGH_EVIDENCE, Label.SUPPORTED) or not mentions:
        return verdict
    statement = claim.statement
    outdated = find_outdated(claim.gist, mentions, time=statement.time, as_of=day_of(as_of))
    if outdated is None:
        return verdict
    against = tuple(_evidence(one, claim, outdated) for one in outdated.since[:_SHOWN])
    reasons = (*against[0].reasons, *_until(outdated))
    if verdict.label is Label.NOT_ENOUGH_EVIDENCE:
        before = (_cut(outdated.before, Stance.NEUTRAL, 0.0),) if outdated.before else ()
        return _instead(verdict, Label.REFUTED, (*against, *before), reasons, outdated)
    held = tuple(one for one in verdict.evidence if one.stance is Stance.SUPPORTS)
    stale = all(one.memento.at and day_of(one.memento.at) < outdated.changed for one in held)
    if not stale or statement.kind not in REPLACEABLE or statement.time is not None:
        return verdict
    return _instead(verdict, Label.SUPERSEDED, (*held, *against), (*reversed(reasons),), outdated)


def _instead(
    verdict: Verdict, label: Label, evidence: tuple[Evidence, ...], reasons: tuple[Reason, ...], outdated: Outdated
) -> Verdict:
    supporting = (one for one in evidence if one.stance is Stance.SUPPORTS)
    refuting = (one for one in evidence if one.stance is Stance.REFUTES)
    place_told = tuple(reason for reason in verdict.reasons if reason.code is ReasonCode.IN_REMOVED_PASSAGE)
    return replace(
        verdict,
        label=label,
        evidence=evidence,
        origins=Origins(supporting=count_origins(supporting), refuting=count_origins(refuting)),
        reasons=(*reasons, *place_told),
        score=outdated.share,
    )


def _evidence(mention: OfficeMention, claim: Claim, outdated: Outdated) -> Evidence:
    document = mention.memento.document
    record = f"the record of {day_words(mention.at)}"
    differs = clash(
        ReasonCode.ROLE_DIFFERS, (claim.gist.text, outdated.here), (document.text, mention.span), record=record
    )
    differs = replace(differs, here=place(claim.statement, outdated.here))
    return replace(_cut(mention, Stance.REFUTES, outdated.share), reasons=(differs,))


def _cut(mention: OfficeMention, stance: Stance, score: float) -> Evidence:
    """Quote the sentence that a mention stands in."""
    document, span = mention.memento.document, mention.span
    start, end = max(0, span.start - LONGEST), min(len(document.text), span.end + LONGEST)
    around = sentences(document.text[start:end], document.language)
    spans = (Span(start=start + one.start, end=start + one.end) for one in around)
    whole = next((one for one in spans if one.covers(span)), span)
    return Evidence(memento=mention.memento, span=whole, quote=whole.cut(document.text), stance=stance, score=score)


def _until(outdated: Outdated) -> tuple[Reason, ...]:
    if outdated.before is None:
        return ()
    words = f"“{clip(outdated.before.quote)}” is on record of {day_words(outdated.before.at)}, otherwise since"
    return (Reason(code=ReasonCode.LATER_REPORT, words=words, there=outdated.before.span),)


def find_outdated(
    stated: Gist, mentions: Sequence[OfficeMention], *, time: Interval | None, as_of: date
) -> Outdated | None:
    """Return the first office in a text that the record had so once and has otherwise by the day spoken of."""
    for office in find_offices(stated.text):
        day = day_in_office(stated.text, office, time=time, as_of=as_of)
        if day is not None and not _is_reported(stated, office):
            outdated = _outdated(office, mentions, day)
            if outdated is not None:
                return outdated
    return None


def _is_reported(stated: Gist, office: Office) -> bool:
    """Say whether it stands in what somebody is said to have said: then it is theirs."""
    return any(saying.source and saying.content.covers(office.span) for saying in stated.sayings)


def _outdated(office: Office, mentions: Sequence[OfficeMention], day: date) -> Outdated | None:
    of_office = [one for one in mentions if _same_office(office, one) and day_of(one.at) <= day - SETTLED]
    mine = [one for one in of_office if _is_mine(office, one)]
    late = [one for one in mine if day_of(one.at) > day - RECENT]
    back = [one for one in late if one.standing is Standing.ELECT or _is_back(one)]
    if not _of_one(office, mine) or _count(back) > _FEW * _count(late):
        return None
    others = [one for one in of_office if one.standing is Standing.HOLDS and unlike(office.person, one.person)]
    if office.standing is Standing.HOLDS:
        return _left(office, mine, late, _successor(office, mine, others, after=day - RECENT))
    if office.standing in (Standing.FORMER, Standing.ELECT):
        return _came(office, mine, late, [one for one in others if day_of(one.at) > day - RECENT])
    return None


def _left(
    office: Office, mine: Sequence[OfficeMention], late: Sequence[OfficeMention], successor: Sequence[OfficeMention]
) -> Outdated | None:
    """Find that somebody is called former by now, or that another holds the office."""
    left = [one for one in late if one.standing is Standing.FORMER]
    held = [one for one in mine if one.standing in _IN]
    last = max((day_of(one.at) for one in held), default=date.min)
    out = [one for one in mine if one.standing is Standing.FORMER and day_of(one.at) > last]
    for now in (left, successor, [*out, *left, *successor] if left or successor else []):
        first = min((day_of(one.at) for one in now), default=date.max)
        still = [one for one in held if day_of(one.at) >= first]
        if _count(now) >= max(_ORIGINS, 2 * _count(still)) and (now is left or len(still) < len(held)):
            return _found(office, now, against=still, before=held)
    return None


def _successor(
    office: Office, mine: Sequence[OfficeMention], others: Sequence[OfficeMention], *, after: date
) -> list[OfficeMention]:
    """Return the late mentions of the one other person in the very office; none where that is not sure."""
    place = office.of or _usual(one.of for one in mine if one.of)
    if not place or _SHARED.match(office.office):
        return []
    there = [one for one in others if same_place(place, one.of) and day_of(one.at) > after]
    person = _usual(one.person for one in there)
    theirs = [one for one in there if person and may_be(person, one.person)]
    last = max((day_of(one.at) for one in mine if one.standing in _IN), default=date.min)
    side_by_side = any(last - YEAR < day_of(one.at) <= last for one in others if person and may_be(person, one.person))
    return theirs if _count(theirs) >= _MOST * _count(there) and not side_by_side else []


def _came(
    office: Office, mine: Sequence[OfficeMention], late: Sequence[OfficeMention], others: Sequence[OfficeMention]
) -> Outdated | None:
    """Find that somebody is in the office by now whom the record had out of it, or not yet in it, before."""
    before = [one for one in mine if one.standing is office.standing]
    others = [one for one in others if same_place(office.of, one.of) is not False]
    now = [one for one in late if one.standing is Standing.HOLDS]
    if _count(now) < _ORIGINS or not before or _count(others) >= _count(now):
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


def _usual(words: Iterable[str]) -> str:
    """Return what is said most often; the first of equals in the alphabet, nothing where nothing is said."""
    counts = Counter(words)
    return min(counts, key=lambda one: (-counts[one], one), default="")


def _is_back(mention: OfficeMention) -> bool:
    text, span = mention.memento.document.text, mention.span
    return bool(_AGAIN.search(text, max(0, span.start - _AROUND), min(len(text), span.end + _AROUND)))


def _count(mentions: Sequence[OfficeMention]) -> int:
    return len({one.memento.origin for one in mentions})
