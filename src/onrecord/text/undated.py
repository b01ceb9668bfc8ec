"""Times that name no day of their own: durations, ages, sets, lone hours, and those counted from another time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from onrecord.data import Span, TimeKind
from onrecord.text.dates import TimeExpression, find_times
from onrecord.text.dates.hours import CLOCK
from onrecord.text.dates.vocabulary import MONTH_NAME, WEEKDAY
from onrecord.text.numbers.ages import is_apposed
from onrecord.text.numbers.numerals import WORDS

_TRIGGER = re.compile(
    r"\b(?:seconds?|minutes?|hours?|days?|weeks?|weekends?|months?|years?|decades?|centur(?:y|ies)|seasons?|aged?|ages|old|older"
    r"|younger|every|each|per|annual|annually|yearly|monthly|weekly|daily|hourly|nightly|noon|midnight|a\.?m|p\.?m)\b|\d[ap]\.?m\b"
    rf"|{WEEKDAY}s\b|,\s\d{{1,3}}[,.]|\b(?:he|she|who)(?:['’]s|\s\w+)\s(?:\w+\s)?\d",
    re.IGNORECASE,
)
_UNIT = r"(?:second|minute|hour|day|week|month|year|decade|century|centurie)"
_NUMBER = rf"(?:\d[\d,.]*(?:[-\s](?:thousand|million|billion)\b)?|{WORDS})"
_COUNT = (
    rf"(?:{_NUMBER}(?:\s(?:to|or|and)\s|\s?[-–]\s?){_NUMBER}|{_NUMBER}(?:[-\s]plus|\+)?|an?|another|half(?:\san?)?|many|several"
    r"|(?:a|the)\s(?:few|couple(?:\sof)?|number\sof)|few|a\shalf|one\sor\stwo)"
)
_ABOUT = r"(?:(?:nearly|almost|about|around|roughly|some|more\sthan|over|at\sleast|less\sthan|up\sto|just|only)\s)?"
_LENGTH = rf"{_ABOUT}{_COUNT}[-\s](?:(?:more|full|straight|consecutive|whole|long)\s)?{_UNIT}s?"

_FORMS: tuple[tuple[TimeKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        (TimeKind.AGE, rf"\b{_NUMBER}[-\s](?:year|month|week|day)s?[-\s]olds?\b"),
        (TimeKind.AGE, r"\b(?:aged?|ages)\s(?:of\s)?\d{1,3}(?:\s?(?:to|and|[-–])\s?\d{1,3})?(?![\w,.]?\d|%)"),
        (TimeKind.AGE, r"\b\d{1,3}\s(?:and|or)\s(?:older|younger)\b"),
        (
            TimeKind.AGE,
            r"\b(?:he|she|who)(?:['’]s|\s(?:is|was|turned|turns))\s(?:just\s|only\s|about\s|still\s)?(?P<x>\d{1,2})"
            r"(?=[.,;:)!?](?!\d)|$|\s(?:when|and|but|or|now)\b)",
        ),
        (
            TimeKind.SET,
            rf"\b(?:every|each)\s(?:(?:other|single|few|{_NUMBER})\s)?(?:{_UNIT}s?|weekend|morning|afternoon|evening|night|spring"
            rf"|summer|fall|autumn|winter|(?-i:{WEEKDAY}|{MONTH_NAME}))\b",
        ),
        (TimeKind.SET, rf"\bper\s{_UNIT}\b|\b(?:annually|yearly|monthly|hourly|nightly)\b|\b(?-i:weekly|daily)\b"),
        (TimeKind.SET, rf"\b(?:once|twice|{_NUMBER}\s(?:times|days|hours|nights))\s(?:an?|per|each|every)\s{_UNIT}\b"),
        (
            TimeKind.SET,
            r"(?:\b(?!(?:lasts?|takes?|was|is|has|spends?|needs?|costs|gains|less|this|his)\b)\w+s|\d|%|[mb]illion|percent)\s"
            r"(?P<x>an?\s(?:day|week|month|year))\b(?!\s(?:ago|later|earlier|before|after|of|and)\b)",
        ),
        (TimeKind.SET, rf"\b(?-i:{WEEKDAY})(?:s|\s(?:mornings|afternoons|evenings|nights))\b"),
        (TimeKind.UNRESOLVED, rf"{_LENGTH}\s(?:later|earlier|before|after|prior|into|away)\b"),
        (
            TimeKind.UNRESOLVED,
            rf"\b(?:that|the\s(?:same|following|previous|next|preceding))\s(?:{_UNIT}|weekend|morning|afternoon|evening|night)\b",
        ),
        (
            TimeKind.UNRESOLVED,
            rf"\b(?:(?:the|in)\s)?(?:recent|coming|past\sfew|last\sfew|next\sfew|next\scouple\sof|past\scouple\sof|last\scouple\sof)\s"
            rf"{_UNIT}s\b|\b{_UNIT}s\s(?:to\scome|before|after|later|earlier|ahead)\b",
        ),
        (
            TimeKind.UNRESOLVED,
            r"\bthe\s(?:day|week|month|year|morning|evening|night)\s(?:after|before)\b(?!\s(?:yesterday|last|tomorrow))",
        ),
        (
            TimeKind.UNRESOLVED,
            r"\b(?:half\sa|a\squarter\s(?:of\sa\s)?)[\s-]?(?:century|decade)\sago\b|\bcenturies\sago\b",
        ),
        (TimeKind.UNRESOLVED, r"\b(?:this|last|next|the\sfirst\shalf\sof\sthe)\sseason\b"),
        (TimeKind.UNRESOLVED, rf"(?<![\w.:$])(?-i:{CLOCK})"),
        (TimeKind.DURATION, rf"\b(?<!as\s)(?!a\ssecond\b|an?\s{_UNIT}s\b){_LENGTH}\b(?![-\s](?:old|ago|from)\b)"),
        (TimeKind.DURATION, rf"\b(?:for|over|after|in|within|took|takes|takes?|last(?:ed|s)?)\s(?P<x>{_UNIT}s)\b"),
        (TimeKind.DURATION, rf"\b{_UNIT}s-long\b"),
    )
)


def find_undated(text: str, *, language: str = "en") -> tuple[TimeExpression, ...]:
    """Return the durations, ages and sets of ``text``, and times without a day to stand on, in order; English only."""
    if language != "en" or not _TRIGGER.search(text):
        return ()
    found = sorted(_found(text), key=lambda time: (time.span.start, -time.span.end))
    kept: list[TimeExpression] = []
    for time in found:
        if not kept or time.span.start >= kept[-1].span.end:
            kept.append(time)
    return tuple(kept)


def find_all(text: str, *, anchor: date | None, language: str = "en") -> tuple[TimeExpression, ...]:
    """Return every time expression of ``text``, in order; where two overlap, the one that may have days."""
    dated = find_times(text, anchor=anchor, language=language)
    others = (
        time
        for time in find_undated(text, language=language)
        if not any(time.span.overlaps(each.span) for each in dated)
    )
    return tuple(sorted((*dated, *others), key=lambda time: time.span.start))


def _found(text: str) -> Iterator[TimeExpression]:
    for kind, pattern in _FORMS:
        for match in pattern.finditer(text):
            start, end = match.span("x" if "x" in pattern.groupindex else 0)
            yield _time(text, start, end, kind)
    for match in re.finditer(r"(?<=,\s)\d{1,3}(?=\W|$)", text):
        if is_apposed(text, *match.span()):
            yield _time(text, *match.span(), TimeKind.AGE)


def _time(text: str, start: int, end: int, kind: TimeKind) -> TimeExpression:
    return TimeExpression(span=Span(start=start, end=end), interval=None, words=text[start:end], kind=kind)
