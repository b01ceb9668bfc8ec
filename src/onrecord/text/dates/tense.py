"""Whether the words around a place in a sentence speak of what was or of what is to come."""

from __future__ import annotations

import re
from enum import IntEnum


class Tense(IntEnum):
    """Which way in time."""

    PAST = -1
    OPEN = 0
    FUTURE = 1


_LOOK = 90  # characters on either side; further words belong to other clauses more often than not
_FAR = 200  # characters before that may look ahead where those nearer tell nothing
_SENTENCE_END = re.compile(r"[.;:!?](?=\s|[”\"’']|$)")
_CLAUSE_END = re.compile(r"[.;:!?](?=\s|[”\"’]|$)|\s[–—-]{1,2}\s")
_SIGN = re.compile(
    r"""\b(?:
    (?P<future>(?:will|won['’]t|shall|would|wouldn['’]t|['’]ll
        |(?:should|must|ought\sto)(?!\s(?:not\s)?have\b)|needs?\sto|ha(?:s|ve)\sto
        |(?:is|are|was|were|be|been|['’]s|['’]re)\s(?:not\s)?(?:\w+ly\s)?
            (?:expected|scheduled|set|due|slated|planned|poised|likely|going|supposed
            |forecast|projected|predicted|anticipated)
        |(?:is|are|was|were)\sto(?=\s[a-z])(?!\s(?:blame|the|an?|me|him|her|us|them|this|that|date|say|some|which)\b)
        |(?:has|have)(?=\suntil\b)|as\s(?:planned|scheduled)|plans?\sto|planning\sto|scheduled|upcoming
        |deadline(?!\s(?:was|passed|came|had|expired|went)\b)|to\sbe
        |(?:pushed\sback|postponed|delayed|rescheduled|extended|adjourned|deferred)(?=\s(?:to|until|till)\b)
        |(?P<present>(?<!\bthe\s)(?<!\ba\s)(?<!\bits\s)(?<!\ban\s)(?<!\bhome\s)(?<!\btax\s)(?<!\d\s)
                (?:begins?|starts?|returns?(?!\s(?:it|them|him|her|us)\b)|runs?)
            |turns?(?=\s\d)|expires?|ends|(?-i:opens?)|closes|airs|arrives?|takes?\s(?:place|effect)|kicks?\soff
            |continues?|premieres?|debuts|hosts|meets|launches|reopens?|resumes?|(?:that|this|it)\schanges|heads\sto|takes\son
            |go(?:es)?\s(?:into\seffect|on\ssale|to\strial|head-to-head|toe-to-toe)|expects?(?!ed)
            |ha(?:s|ve)\san?\s(?:\w+\s)?(?:deal|game|match|meeting|hearing|show|concert|appointment|vote|race|debate|deadline)
            |(?:is|are)\s(?:closed|held|celebrated|observed)(?=\son\b))
        |(?:the|an?|its|his|her|their)\s(?:planned|scheduled|expected|anticipated|proposed|forthcoming|looming)(?=\s[a-z])
        |looking\sforward\sto|(?:hopes?|aims?|intends?)\sto|ha(?:s|ve)\sbeen\s(?:asked|told|ordered|invited|summoned)\sto
        |(?:prepar(?:e|es|ing)|brac(?:e|es|ing)|gear(?:s|ing)?\sup)(?=\s(?:for|to)\b)
        |plays|flies|travels|departs|retires|faces\s(?:trial|court|a\shearing)|comes\s(?:into\sforce|into\seffect)
        |(?:is|are)\s(?:flying|travel+ing|meeting|leaving|holding|hosting|playing|visiting|returning|arriving|heading|headlining
            |staging|missing(?=\s$))\b
        |(?-i:can|could|may|might)(?!\s(?:not|have)\b|n['’]t)
        |remains?|stays?|is\sthe
        )(?:\s(?:not|no\slonger|also|to|be|have|been|\w{2,20}ly))*(?:\s\w+)?)
    |(?P<past>after\s\w{2,30}ing|had\sbeen\s(?:\w+ly\s)?(?:expected|scheduled|set|due|slated|planned|poised|likely|going|supposed)(?:\sto)?|said|says|tells|told|heard|was|were|had|did|(?<!to\s)(?:has|have)|(?<!\ba\s)(?<!\ban\s)(?<!\bthe\s)\w{2,30}ed|went|came|took|made|began|held|met|found|got|left|won
        |lost|hit|quit|fell|rose|ran|saw|gave|wrote|shot|cut|led|became|brought|spoke|struck|sent|kept|built|drew|broke|grew
        |tore|blew|drove|threw|swept|knew|thought|felt|chose|rode|flew|sank|wore|swore|stole|froze|shook|forgot|hid|dealt|meant
        |stuck|hung|paid|laid|taught|bought|sought|slept|withdrew|undertook|stood|understood|arose|burst|beat
        |died|fought|fled|sold|spent|caught|born|made|given|taken|seen|done|written|known|shown|beaten|chosen)
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""A sign of what is to come takes its verb with it, so that "will be opened" is one sign and not two."""

_UNTIL = re.compile(r"\b(?:by|until|till|through|starting|beginning)\s(?:on\s|early\s|late\s)?$", re.IGNORECASE)

_HOLDING = re.compile(
    r"\b(?:ban(?:ned|s)?|barred|bars|suspend(?:ed|s)|impos(?:ed|es)|order(?:ed|s)|remand(?:ed|s)|extend(?:ed|s)|prolong(?:ed|s)"
    r"|cancel(?:l?ed|s)|called\soff|halt(?:ed|s)|paus(?:ed|es)"
    r"|detain(?:ed|s)|delay(?:ed|s)|postpon(?:ed|es)|gave|given|(?:on\s)?loan(?:ed|s)?|leas(?:ed|es)|sign(?:ed|s)|contract(?:ed)?)\b",
    re.IGNORECASE,
)
"""What has been done to last: "banned gatherings until Thursday"."""

_ARRANGED_FOR = re.compile(
    r"\b(?:(?:call|schedul|plan|book|fix|slat|set|arrang|announc|order|propos)\w*\s(?:[\w’'-]+\s){0,6}?for|moved\sto|a\sdate\sin"
    r"|in\stheat(?:er|re)s|due\s(?:out|back))\s(?:next\s|early\s|late\s)?$",
    re.IGNORECASE,
)
"""Before the day that something is arranged for: "called a strike for Tuesday"."""

_AIMING = re.compile(
    r"\b(?:(?:promis|pledg|expect|demand|want|need|propos|forecast|predict|plan|schedul)\w*"
    r"|(?:agree|order|ask|urg|intend|told|tell|requir|gave|give|seek|sought|decid|commit|hop|aim|vow|tri|try)\w*\s"
    r"(?:[\w’'-]+\s){0,6}?to\s[a-z]\w+)\b",
    re.IGNORECASE,
)
"""What somebody wants to be done: "hoped to finish by Friday"."""

_ON = re.compile(r"(?:^|[\s“\"])(?:on|over|during|at)\s(?:the\s)?$", re.IGNORECASE)
_ARRANGED = re.compile(
    r"\b(?:cancel|call|postpon|schedul|plan|book|ban|bann|sold|ticket|invit|announc|mov|delay|reschedul|due|slat|agree|confirm"
    r"|declar|nam|fix|reserv|regist|sign|hop|expect|set|date|deadline|prepar|rehears|pick|chose|approv|licen[cs]|order"
    r"|propos|rais|fear|pledg|promis|vow|ask|urg|oppos|back|support|threaten|warn|march|rally|rallies|vote|match|game|election"
    r"|meeting|strike|concert|festival|protest|demonstration|hearing|summit|talks|visit|trip|event|fight|race|debate|launch"
    r"|wedding)(?:s|es|ed|d|led|ned|ing|ling|e|en)?\b",
    re.IGNORECASE,
)
"""What is arranged, and what somebody arranges: "banned the march on 5 April" tells no march of last year."""
_NOW = re.compile(r"\b(?:is|are)\s(?:\w+ly\s)?$")
_HARM = re.compile(
    r"\s(?:deadly\s|fatal\s|terrorist\s|mass\s)?(?:siege|attacks?|shootings?|crash|collision|killings?|murders?|massacre|raids?|fire|blaze"
    r"|explosions?|blasts?|bombings?|earthquake|quake|flood|storm|riots?|coup|arrests?|deaths?)\b"
)
"""What nobody plans for a day: "the 1 February siege" is over."""
_AGREED = re.compile(r"\b(?:agreed|decided|promised|pledged|vowed)\s(?:[\w’'-]+\s){0,2}?to\s[a-z]\w+", re.IGNORECASE)
_LED = re.compile(r"^(?:but|and|so|then)$", re.IGNORECASE)
_ASIDE = re.compile(r",\s(?:as|like|who|which|whose)\s[^,]{1,60},")
_WAS = re.compile(
    r"(?:was|were)\s(?:(?:not|\w+ly)\s)?(?:expected|scheduled|set|due|slated|supposed|to\b)", re.IGNORECASE
)
_OF_SPEECH = re.compile(r"(?:said|says|tells|told|heard|has|have|shown|known|seen|given)\b", re.IGNORECASE)
_TO = re.compile(r"\bto\s[a-z]+\b")
_NEAR = 40  # characters before a day
_BESIDE, _BEFORE_VERB = 3, 6
"""Words that may stand between a verb and the day on which it happened, and between that day and its verb."""


def is_done(text: str, start: int, end: int) -> bool:
    """Say whether a day is that on which something was done: "On Easter Sunday he left", "died in Tarn on 2 April"."""
    clause = before(text, start)
    on = _ON.search(clause)
    if _HARM.match(text, end):
        ahead = any(sign["future"] for sign in _SIGN.finditer(clause[-_NEAR:]))
        return on is None and not ahead and not _ARRANGED.search(clause)
    if on is None or _ARRANGED.search(clause) or _ARRANGED.search(_CLAUSE_END.split(text[end : end + _LOOK])[0]):
        return False
    signs = list(_SIGN.finditer(clause))
    if signs:
        if _is_planned(clause, signs[-1]):
            return False
        return _of(signs[-1]) is Tense.PAST and len(clause[signs[-1].end() : on.start()].split()) <= _BESIDE
    behind = _behind(text, end)
    verb = _SIGN.search(behind)
    led = _LED.sub("", clause[: on.start()].strip(' ,“"'))
    return (
        not led and verb is not None and _of(verb) is Tense.PAST and len(behind[: verb.start()].split()) <= _BEFORE_VERB
    )


def _is_planned(clause: str, sign: re.Match[str]) -> bool:
    """Say whether a participle just before a day tells nothing that has been done: "it is attempted on 23 May"."""
    return clause[sign.end() :].strip().lower() == "on" and bool(_NOW.search(clause, 0, sign.start()))


def tense_at(text: str, start: int, end: int) -> Tense:
    """Tell the tense of what ``text`` says at ``start`` to ``end``: by the nearest verb before it, else after it.

    The words are those of news: "will open Monday" and "On Monday, the court is due to rule" look ahead, and so does
    "through Monday" where anything does.
    """
    clause = before(text, start)
    read = list(_SIGN.finditer(clause))
    if _ARRANGED_FOR.search(clause) or (read and _is_planned(clause, read[-1])):
        return Tense.FUTURE
    signs = [_of(sign) for sign in read]
    ahead = _UNTIL.search(clause)
    if signs and ahead and (_HOLDING.search(clause) or _AIMING.search(clause)):
        return Tense.FUTURE
    if signs:
        return Tense.FUTURE if ahead and Tense.FUTURE in signs else signs[-1]
    after = _SIGN.search(_behind(text, end))
    if after:
        return _of(after)
    sentence = _SENTENCE_END.split(text[max(0, start - _FAR) : start])[-1]
    earlier = [_of(sign) for sign in _SIGN.finditer(sentence)]
    if earlier[-1:] == [Tense.FUTURE] or (ahead and not earlier):
        return Tense.FUTURE
    return Tense.OPEN


def is_plain(text: str, start: int, end: int) -> bool:
    """Say whether what looks ahead is a bare present, which tells of what was as well: "opens a May speech"."""
    signs = list(_SIGN.finditer(before(text, start)))
    sign = signs[-1] if signs else _SIGN.search(_behind(text, end))
    return sign is not None and sign["present"] is not None


def is_agreed(text: str, start: int) -> bool:
    """Say whether somebody agreed to do something then, or agreed it then: "agreed to pay $5m in May"."""
    clause = before(text, start)
    agreed = list(_AGREED.finditer(clause))
    return bool(agreed) and not any(sign["past"] for sign in _SIGN.finditer(clause, agreed[-1].end()))


def is_over(text: str, start: int, end: int) -> bool:
    """Say whether what was then to come is over, as told: "90 more ships came over the next 70 years"."""
    clause = before(text, start)
    signs = list(_SIGN.finditer(clause))
    led = _SIGN.search(_behind(text, end)) if not signs else None
    last = signs[-1] if signs else led
    told = last is not None and _of(last) is Tense.PAST and not _OF_SPEECH.match(last[0])
    ahead = any(_of(sign) is Tense.FUTURE for sign in signs) or _AIMING.search(clause) or _TO.search(clause)
    return told and not ahead and not _ARRANGED.search(clause)


def was_due(text: str, start: int) -> bool:
    """Say whether it was due then, which does not tell if it still is: "was expected to clear Wednesday"."""
    signs = list(_SIGN.finditer(before(text, start)))
    return bool(signs) and _WAS.match(signs[-1][0]) is not None


def _behind(text: str, end: int) -> str:
    """Return what stands behind ``end`` in the same clause, without asides: "On Friday, Holt, as he has before, …"."""
    return _ASIDE.sub("", _CLAUSE_END.split(text[end : end + _LOOK], maxsplit=1)[0])


def before(text: str, start: int, look: int = _LOOK) -> str:
    """Return what stands before ``start`` in the same clause."""
    return _CLAUSE_END.split(text[max(0, start - look) : start])[-1]


def _of(sign: re.Match[str]) -> Tense:
    return Tense.FUTURE if sign["future"] else Tense.PAST
