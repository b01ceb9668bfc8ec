"""What a figure measures where nothing behind it is counted: "inflation fell to 3.2 percent" measures inflation.

The verb tells it: what rises, stands at or reaches a figure is its subject, what somebody raises or puts at one its
object. Where neither can be told a figure measures nothing that is said.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.data import Figure, Span
from onrecord.extract.guard import SAYING
from onrecord.extract.subjects import DETERMINERS, OWNERS, PREPOSITIONS, PRONOUNS, SCOPES, Words
from onrecord.extract.tokens import tokenize
from onrecord.extract.verbs import Form, is_adverb
from onrecord.text.names.openers import CALENDAR

_MOVING = frozenset(
    "rose rises rise risen rising grow drop climb shrink slow widen narrow ease total average exceed decline fell falls fall fallen falling climbed climbs climbing dropped drops dropping declined "
    "declines jumped jumps surged surges soared soars slipped slips eased eases edged edges grew grows grown growing "
    "shrank shrinks shrunk widened widens narrowed narrows slowed slows accelerated quickened cooled plunged plunges "
    "tumbled tumbles slumped slumps dipped dips swelled swells ballooned doubled tripled quadrupled went goes gone "
    "reached reaches reach hit hits topped tops passed passes exceeded exceeds surpassed crossed crosses neared nears "
    "approached touched stood stands stand remained remains averaged averages totalled totaled totals amounted came "
    "measured measures registered peaked peaks rebounded recovered advanced retreated".split()
)
"""Verbs whose subject is what a figure behind them measures."""
_NEAR = frozenset(
    "gained gains lost loses shed sheds added adds cost costs worth weighs weighed closed closes ended ends finished "
    "opened traded trades settled".split()
)
"""Verbs of which that holds where a figure with a unit, or "at" one, follows: "gained 3 percent", "closed at 7,410"."""
_SETTING = frozenset(
    "raised raises raising cut cuts cutting lowered lowers lowering increased increases increasing reduced reduces "
    "reducing decreased decreases hiked hikes slashed slashes trimmed trims put puts putting set sets setting lifted "
    "lifts boosted boosts pushed pushes pushing brought brings bringing took takes taking kept keeps keeping left held "
    "holds estimated estimates revised revises capped caps fixed valued values priced".split()
)
"""Verbs whose object is measured, where they have one: "raised rates to 4 percent", but "rates were raised to"."""
_COMPARED = re.compile(
    r"(?:\s(?:in|on|at)\s[\w\s]{1,24}|\sa\s\w+\searlier)?[,;(]?\s\(?(?:(?:up|down)\s)?(?:from|compared\s(?:with|to)|against|versus)"
    r"\s(?:an?\s)?(?:(?:about|around|just|only|revised|previous)\s)*"
)
"""What stands between a figure and that of before: "to 3.2 percent in May, from 2.4"."""
_AHEAD = frozenset("to expected forecast projected predicted estimated set likely due going tipped bound poised".split())
"""What stands between "is" and a verb of what is to come: "is expected to reach"."""
_HELD = re.compile(r"(?<=-)[a-z]+(?=\s)|-(?:strong|high|long|wide|tall|deep|thick)(?=\s)")
"""The end of a figure that describes a noun behind it: "a 2-metre wall", "an 800-strong crowd"."""
_LONGEST_HELD = 3
_BEING = frozenset("is are was were be been being 's".split())
_TO = frozenset("to at by from".split())
_BETWEEN = (
    _TO
    | frozenset(
        "about around roughly nearly almost some approximately over under above below more less fewer than least most "
        "only just as many much high low an a estimated up down higher lower record the all-time new total in out "
        "between well still back further another exactly precisely".split()
    )
    | frozenset("percent % per cent pct $ £ € ¥ million billion trillion bn m points point degrees - – ~ and".split())
)
"""What may stand between a verb and its figure, another figure's unit among it: "rose 12% to about $3 billion"."""
_MEASURES = frozenset(
    "toll number count tally total magnitude population turnout rate index average median mean score level price ratio "
    "reading capacity attendance circulation membership workforce temperature unemployment inflation speed height depth "
    "width length weight distance expectancy wait age percentage proportion share majority lead gap deficit surplus "
    "record threshold limit target estimate figure size strength".split()
)
"""Nouns of which a bare number can be told with no verb but "was"."""
_PARTS = frozenset(
    "group team crew class couple pair family handful series set list total sum maximum minimum average excess out "
    "period part end start first last one any some all each top out half age because instead ahead".split()
)
"""What stands before "of" and is no measure: "a total of 74"."""
_NUMBERS = frozenset("number count total amount tally".split())
_HOW = frozenset("high tall long wide deep thick across higher lower taller longer".split())
_WHERE = frozenset("from away off north south east west ahead behind short outside inside".split())
_LENGTHS = frozenset("m km mile foot yard inch cm mm".split())
_LASTING = frozenset("day week month year decade hour minute second".split())
_JOINTS = frozenset("and or but while".split())
_NOBODY = PRONOUNS | frozenset("i we you there this that these those which who what one".split())
_SIGNS = frozenset("- ’ ' & % $ £ €".split())
_REACH = 14
"""Words before a figure among which its verb stands."""
_LONGEST = 7
"""Words of a measure: longer ones are clauses that were misread."""
_ASIDE = 25
"""Words between commas that may part a subject from its verb."""


def with_measures(text: str, figures: Sequence[Figure], *, but: Sequence[Span] = ()) -> tuple[Figure, ...]:
    """Return the figures of a text, those that count nothing with what they measure; those in ``but`` say when."""
    if all(figure.counted for figure in figures):
        return tuple(figures)
    words = Words.of(text, tokenize(text))
    found: list[Figure] = []
    for figure in figures:
        if not figure.counted and not any(figure.span.overlaps(one) for one in but):
            own = found[-1].counted if found and _COMPARED.fullmatch(text, found[-1].span.end, figure.span.start) else ""
            figure = replace(figure, counted=own or _measure(words, figure))
        found.append(figure)
    return tuple(found)


def _measure(words: Words, figure: Figure) -> str:
    starts = words.spans
    at = bisect_left(starts, figure.span.start, key=lambda span: span.start)
    end = bisect_left(starts, figure.span.end, key=lambda span: span.start)
    after = words.low[end : end + 1]
    held = _HELD.search(words.text, figure.span.start, figure.span.end + 8)
    if held is not None and held.end() >= figure.span.end:
        return _described(words, bisect_left(starts, held.end(), key=lambda span: span.start))
    if at and words.low[at - 1] in ("a", "an", "the", *OWNERS) and not words.low[at][0].isdigit():
        return _described(words, end)  # "a $40m deal"
    if figure.unit in _LENGTHS and after and after[0] in _WHERE:
        return ""  # "fell 5 km from the town" is where
    first = at - 1
    while first > 0 and (words.low[first] in _BETWEEN or _is_number(words, first)) and at - first < _REACH:
        first -= 1
    if first >= 1 and words.low[first] == "of" and (words.low[first - 1] not in _PARTS):
        return _cut(words, *_noun_before(words, first), figure)
    if words.low[first] in _MEASURES and words.low[first + 1 : first + 2] == ("at",) and words.form(first) is None:
        return _cut(words, *_noun_before(words, first + 1), figure)
    for verb in range(at - 1, max(-1, at - _REACH), -1):
        word = words.low[verb]
        if word in _BEING and verb >= first:
            return _subject(words, verb, figure) if _may_be(words, verb, figure, after) else ""
        if word in _MOVING and not words.is_capital(verb):
            behind = words.past_adverbs(verb + 1)
            moves = behind > first or words.low[behind] in PREPOSITIONS | _BETWEEN or _is_a_time(words, behind)
            return _subject(words, verb, figure) if moves else _set(words, verb, at, figure)
        if word in _NEAR and not words.is_capital(verb):
            told = figure.unit not in ("", *_LASTING) or words.low[at - 1] == "at"
            return _subject(words, verb, figure) if told and (verb >= first or _is_a_time(words, verb + 1)) else ""
        if word in _SETTING and not words.is_capital(verb):
            return _set(words, verb, at, figure)
        if word in SCOPES or word in _JOINTS - {"and"} or (not word[0].isalnum() and word not in _BETWEEN | _SIGNS):
            return ""
        if words.form(verb) is not None:
            return ""
    return ""


def _described(words: Words, first: int) -> str:
    """Return the noun with what stands before it, up to the next verb, small word or sign."""
    last = first
    while last < min(len(words.low), first + _LONGEST_HELD) and words.low[last].isalpha():
        small = words.low[last] in PREPOSITIONS | DETERMINERS | SCOPES | _JOINTS | _WHERE
        if small or is_adverb(words.low[last]) or words.form(last) is not None or words.low[last] in _MOVING | _SETTING:
            break
        last += 1
    return words.span(first, last).cut(words.text) if last > first else ""


def _is_a_time(words: Words, at: int) -> bool:
    """Say whether "the day" or "the week" stands there."""
    return words.low[at] in ("the", "a", "last", "this", "next") and words.low[at + 1] in {*_LASTING, "session", "quarter"}


def _is_number(words: Words, at: int) -> bool:
    return words.low[at][0].isdigit()


def _may_be(words: Words, verb: int, figure: Figure, after: Sequence[str]) -> bool:
    """Say whether "was" can say what a figure measures: bare numbers and spans of time need a noun of measure."""
    if after and after[0] in _WHERE:
        return False
    first, last = _subject_words(words, verb)
    named = bool({*words.low[first:last]} & _MEASURES)
    if figure.unit in _LENGTHS:
        return named or (bool(after) and after[0] in _HOW)
    return named or (bool(figure.unit) and figure.unit not in _LASTING)


def _set(words: Words, verb: int, at: int, figure: Figure) -> str:
    """Return what somebody sets at a figure, or in the passive what was set."""
    end = next((to for to in range(at - 1, verb, -1) if words.low[to] in _TO), None)
    if end is None:
        return ""
    first = words.past_adverbs(verb + 1)
    if first < end and words.low[first] not in PREPOSITIONS and not _is_number(words, first):
        start = next((to for to in range(first, end) if words.low[to] not in DETERMINERS), end)
        return _cut(words, start, end, figure)
    return _subject(words, verb, figure) if words.low[verb - 1] in _BEING or first == end else ""


def _subject(words: Words, verb: int, figure: Figure) -> str:
    return _cut(words, *_subject_words(words, verb), figure)


def _subject_words(words: Words, verb: int) -> tuple[int, int]:
    """Return where the subject of a verb begins and ends; nowhere when that cannot be told."""
    last = verb
    while last > 0 and (
        is_adverb(words.low[last - 1])
        or words.form(last - 1) is Form.AUXILIARY
        or words.low[last - 1] in _BEING | _AHEAD
    ):
        last -= 1
    if last > 1 and words.low[last - 1] == ",":  # "Inflation, which had peaked in May, fell to …"
        opened = next((at for at in range(last - 2, max(0, last - _ASIDE), -1) if words.low[at] == ","), None)
        if opened is None:
            return last, last
        last = opened
    first = last
    stopped = ""
    while first > 0:
        word = words.low[first - 1]
        sign = not word[0].isalnum() and word not in _SIGNS and word != "'s"
        finite = words.form(first - 1) in (Form.AUXILIARY, Form.PAST, Form.PRESENT)
        saying = not words.is_capital(first - 1) and SAYING.fullmatch(word) is not None
        if sign or finite or saying or word in SCOPES or word in _MOVING | _SETTING or _is_number(words, first - 1):
            stopped = "" if saying or sign else word
            break
        first -= 1
    joint = next((at for at in range(last - 1, first - 1, -1) if words.low[at] in _JOINTS), None)
    if joint is not None and (stopped or words.low[joint] == "but"):
        first = joint + 1
    return _without_time(words, first, last), last


def _without_time(words: Words, first: int, last: int) -> int:
    """Return where a subject begins behind "in March"; its end where another phrase leads up to it."""
    while first < last and (words.low[first] in _JOINTS or is_adverb(words.low[first])):
        first += 1
    if first < last and words.low[first] in PREPOSITIONS:
        times = (at for at in range(first + 1, min(last, first + 4)) if words.low[at] in CALENDAR)
        first = next(times, last - 1) + 1
    while first < last and words.low[first] in DETERMINERS | {"that"}:
        first += 1
    return first


def _noun_before(words: Words, of: int) -> tuple[int, int]:
    """Return the noun phrase before "of": "a death toll of 74"."""
    first = of
    while first > 0 and not (
        words.low[first - 1] in DETERMINERS | PREPOSITIONS | SCOPES | _JOINTS
        or (not words.low[first - 1][0].isalnum() and words.low[first - 1] not in _SIGNS)
        or words.form(first - 1) is not None
        or _is_number(words, first - 1)
        or words.low[first - 1] in _MOVING | _SETTING
    ):
        first -= 1
    return first, of


def _cut(words: Words, first: int, last: int, figure: Figure) -> str:
    """Return the head of a noun phrase with what it is of, as it is written: "death toll", "price of oil"."""
    last = next(_ends(words, first, last), last)
    if first < last - 2 and words.low[first] in _NUMBERS and words.low[first + 1] == "of":
        first = next((at for at in range(first + 2, last) if words.low[at] not in DETERMINERS), last)
    if not 0 < last - first <= _LONGEST or words.low[first] in _NOBODY:
        return ""
    if figure.unit in _LENGTHS and all(words.is_capital(at) for at in range(first, last)):
        return ""  # somebody's name: who climbed 300 metres
    if not any(words.low[at].isalpha() and words.low[at] not in CALENDAR for at in range(first, last)):
        return ""
    return " ".join(words.span(first, last).cut(words.text).split())


def _ends(words: Words, first: int, last: int) -> Iterator[int]:
    """Yield where the head of a noun phrase ends: at a preposition other than its first "of"."""
    of = False
    for at in range(first + 1, last):
        if words.low[at] in PREPOSITIONS - {"per"} and (of or words.low[at] != "of"):
            yield at
        of = of or words.low[at] == "of"
