"""What a figure measures where nothing behind it is counted: "inflation fell to 3.2 percent" measures inflation.

The verb tells it: what rises, stands at or reaches a figure is its subject, what somebody raises or puts at one its
object. Where neither can be told a figure measures nothing that is said.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.data import Figure, Span
from onrecord.extract.attributing.guard import SAYING
from onrecord.extract.measuring import (
    AHEAD,
    BEING,
    BETWEEN,
    CHANGES,
    HOW,
    LASTING,
    LENGTHS,
    LONG,
    MEASURES,
    MOVING,
    NEAR,
    NUMBERS,
    PARTS,
    SETTING,
    TO,
    WHERE,
)
from onrecord.extract.reading.subjects import DETERMINERS, OWNERS, PREPOSITIONS, PRONOUNS, SCOPES, Words
from onrecord.extract.reading.tokens import tokenize
from onrecord.extract.reading.verbs import Form, is_adverb
from onrecord.text.names.openers import CALENDAR

_COMPARED = re.compile(
    r"(?:\sper\s\w+)?(?:\s(?:in|on|at)\s[\w\s]{1,24}|\sa\s\w+\searlier)?[,;(]?\s\(?(?:(?:up|down)\s)?(?:from|compared\s(?:with|to)|against"
    r"|versus)\s(?:an?\s)?(?:(?:about|around|just|only|revised|previous)\s)*"
)
"""What stands between a figure and that of before: "to 3.2 percent in May, from 2.4"."""
_ONWARD = re.compile(
    r"(?:\sin\s(?:length|width|height|depth))?,?\s(?:and|but)\s(?P<verb>[a-z]+)\s(?:(?:about|around|nearly|almost|some|over)\s)?"
)
"""What stands between two figures of one subject: "weighs 40 kg and measures 2 metres"."""
_HELD = re.compile(r"(?<=-)[a-z]+(?=\s)|-(?:strong|high|long|wide|tall|deep|thick)(?=\s)")
"""The end of a figure that describes a noun behind it: "a 2-metre wall", "an 800-strong crowd"."""
_LONGEST_HELD = 3  # words of that noun
_ANSWERING = frozenset(
    "say support oppose back favor favour want expect believe think approve disapprove trust".split()
)
"""What a share of those who were asked does, spelled as nouns are; other verbs are told by their form."""
_LONGEST_ANSWER = 6  # words
_MODALS = frozenset("can could may might must should will would to".split())
_JOINTS = frozenset("and or but while".split())
_NOBODY = PRONOUNS | frozenset(
    "having him her them us me i we you there this that these those which who what one".split()
)
_SIGNS = frozenset("- ’ ' & % $ £ €".split())
_FINITE = (Form.AUXILIARY, Form.PAST, Form.PRESENT)
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
        if figure.counted or any(figure.span.overlaps(one) for one in but):
            found.append(figure)
            continue
        same = found and _is_of_same(text, found[-1], figure)
        found.append(replace(figure, counted=found[-1].counted if same else _measure(_Place.of(words, figure))))
    return tuple(found)


def _is_of_same(text: str, before: Figure, figure: Figure) -> bool:
    """Say whether a figure is held against the one before it: "from 2.4 percent", "213 votes to 208"."""
    start, end = before.span.end, figure.span.start
    against = text[start:end] == f" {before.counted} to "
    onward = _ONWARD.fullmatch(text, start, end)
    goes_on = onward is not None and onward["verb"] in MOVING | NEAR
    return bool(before.counted) and (against or goes_on or _COMPARED.fullmatch(text, start, end) is not None)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a figure stands among the words of its sentence."""

    words: Words
    figure: Figure
    at: int
    """The first of its words."""
    end: int
    """The first word behind it."""
    first: int
    """The first word before it that is neither "to about" nor another figure."""

    @classmethod
    def of(cls, words: Words, figure: Figure) -> _Place:
        at, end = (bisect_left(words.spans, edge, key=_start) for edge in (figure.span.start, figure.span.end))
        first = at - 1
        while first > 0 and (words.low[first] in BETWEEN or words.low[first][0].isdigit()) and at - first < _REACH:
            first -= 1
        return cls(words, figure, at, end, first)

    @property
    def is_before_a_place(self) -> bool:
        """Whether what follows says where: "5 km from the town", "3 points ahead"."""
        return self.end < len(self.words.low) and self.words.low[self.end] in WHERE


def _start(span: Span) -> int:
    return span.start


def _measure(place: _Place) -> str:
    if place.at == 0 and not _HELD.search(place.words.text, place.figure.span.start, place.figure.span.end + 8):
        return _answer(place)
    if place.figure.unit in LASTING and {*place.words.low[place.first : place.at]} & LONG:
        return ""
    return _answer(place) or _described(place) or _noun(place) or _by_verb(place)


def _answer(place: _Place) -> str:
    """Return what a share of those who were asked did or said: "31 percent named the mayor"."""
    words, verb = place.words, place.words.past_adverbs(place.end)
    if place.figure.unit != "percent" or not _opens_a_clause(words, place.at):
        return ""
    told = words.form(verb) in (Form.PAST, Form.PRESENT, Form.ENDED) and words.low[verb] not in MOVING | NEAR | SETTING
    if verb >= len(words.low) or not (told or words.low[verb] in _ANSWERING):
        return ""
    last = verb + 1
    while last < min(len(words.low), verb + _LONGEST_ANSWER) and words.low[last].isalpha():
        if words.low[last] in SCOPES | _JOINTS or words.low[last] in ("in", "as", "compared"):
            break
        last += 1
    return words.span(place.end, last).cut(words.text) if last > verb + 1 else ""


def _opens_a_clause(words: Words, at: int) -> bool:
    """Say whether nothing but "in the survey" stands before a word in its clause."""
    while at and words.low[at - 1] in ("about", "only", "some", "just", "nearly", "almost"):
        at -= 1
    if at == 0 or words.low[at - 1] in (",", ":", ";", "that", *_JOINTS):
        return True
    leads = words.low[0] in PREPOSITIONS and at <= _LONGEST
    return leads and not any(words.form(n) is not None or not words.low[n].isalpha() for n in range(at))


def _described(place: _Place) -> str:
    """Return the noun that a figure stands before as an adjective does: "a 2-metre wall", "a $40m deal"."""
    words, figure = place.words, place.figure
    held = _HELD.search(words.text, figure.span.start, figure.span.end + 8)
    if held is not None and held.end() >= figure.span.end:
        first = bisect_left(words.spans, held.end(), key=_start)
    elif words.low[place.at - 1] in ("a", "an", "the", *OWNERS) and (
        not words.low[place.at][0].isalnum() or figure.unit == "percent"
    ):
        first = place.end
    else:
        return ""
    if words.low[first : first + 1] and words.low[first] in CHANGES:
        return _changed(place, first + 1)
    last = first
    while last < min(len(words.low), first + _LONGEST_HELD) and words.low[last].isalpha():
        small = words.low[last] in PREPOSITIONS | DETERMINERS | SCOPES | _JOINTS | WHERE
        if small or is_adverb(words.low[last]) or words.form(last) is not None or words.low[last] in MOVING | SETTING:
            break
        last += 1
    return words.span(first, last).cut(words.text) if last > first else ""


def _changed(place: _Place, at: int) -> str:
    """Return what changes by a figure: "a 5 percent rise in sales"."""
    words = place.words
    if words.low[at : at + 1] not in (("in",), ("of",)):
        return ""
    first = next((to for to in range(at + 1, len(words.low)) if words.low[to] not in DETERMINERS), len(words.low))
    last = first
    while last < min(len(words.low), first + _LONGEST) and not _ends_before(words, last):
        last += 1
    return _cut(place, first, last)


def _noun(place: _Place) -> str:
    """Return the noun of "a death toll of 74", of "with turnout at 61 percent" and of "a magnitude 6.4 quake"."""
    words, first = place.words, place.first
    if words.low[place.at - 1] == "magnitude":
        return words.spans[place.at - 1].cut(words.text)
    of = first >= 1 and words.low[first] == "of" and words.low[first - 1] not in PARTS
    of = of and (place.figure.unit not in LASTING or words.low[first - 1] in MEASURES)
    at = words.low[first] in MEASURES and words.low[first + 1] == "at" and words.form(first) is None
    return _cut(place, *_noun_before(words, first if of else first + 1)) if of or at else ""


def _noun_before(words: Words, last: int) -> tuple[int, int]:
    """Return where the noun phrase begins that ends before a word, and that word."""
    first = last
    while first > 0 and not (
        words.low[first - 1] in DETERMINERS | PREPOSITIONS | SCOPES | _JOINTS | MOVING | SETTING
        or (not words.low[first - 1][0].isalpha() and words.low[first - 1] not in _SIGNS)
        or words.form(first - 1) is not None
        or (words.low[first - 1] == "forecast" and first < last)
    ):
        first -= 1
    if 0 < first < last - 1 and words.low[first - 1] in _MODALS:
        first += 1  # "may face fines of 300 crowns"
    return first, last


def _by_verb(place: _Place) -> str:
    """Return the subject or object of the verb before a figure, whichever that verb says it measures."""
    verb = _verb_before(place)
    if verb is None or (place.figure.unit in LENGTHS and place.is_before_a_place):
        return ""
    word = place.words.low[verb]
    if word in BEING:
        return _subject(place, verb) if verb >= place.first and _may_be(place, verb) else ""
    if word in NEAR:
        return _subject(place, verb) if _is_near(place, verb) else ""
    return _subject(place, verb) if word in MOVING and _moves(place, verb) else _set(place, verb)


def _verb_before(place: _Place) -> int | None:
    words = place.words
    for at in range(place.at - 1, max(-1, place.at - _REACH), -1):
        word = words.low[at]
        if word in BEING or (word in MOVING | NEAR | SETTING and not words.is_capital(at)):
            return at
        onward = word == "," and words.low[at + 1] in TO  # "grew for a year, to 7 million"
        sign = not word[0].isalnum() and word not in BETWEEN | _SIGNS and not onward
        if sign or word in SCOPES or word in _JOINTS - {"and"} or words.form(at) is not None:
            return None
    return None


def _may_be(place: _Place, verb: int) -> bool:
    """Say whether "was" can say what a figure measures: bare numbers and spans of time need a noun of measure."""
    if place.is_before_a_place:
        return False
    first, last = _subject_words(place.words, verb)
    unit = place.figure.unit
    high = place.end < len(place.words.low) and place.words.low[place.end] in HOW
    alone = high if unit in LENGTHS else unit not in ("", *LASTING)
    return alone or bool({*place.words.low[first:last]} & MEASURES)


def _is_near(place: _Place, verb: int) -> bool:
    """Say whether a figure follows "gained" or "closed" close enough to be what the subject gained or closed at."""
    near = verb >= place.first or _is_a_time(place.words, verb + 1)
    return near and (place.figure.unit not in ("", *LASTING) or place.words.low[place.at - 1] == "at")


def _moves(place: _Place, verb: int) -> bool:
    """Say whether a verb moves its subject, and no object: "grew by 5 percent", not "grew revenue by 5 percent"."""
    words, behind = place.words, place.words.past_adverbs(verb + 1)
    if words.low[behind] == "of":
        return False  # "proposes rises of 20 percent"
    return behind > place.first or words.low[behind] in PREPOSITIONS | BETWEEN or _is_a_time(words, behind)


def _is_a_time(words: Words, at: int) -> bool:
    """Say whether "the day" or "last week" stands there."""
    opens = words.low[at] in ("the", "a", "last", "this", "next")
    return opens and words.low[at + 1] in {*LASTING, "session", "quarter"}


def _set(place: _Place, verb: int) -> str:
    """Return what somebody sets at a figure, or in the passive what was set."""
    words = place.words
    end = next((to for to in range(place.at - 1, verb, -1) if words.low[to] in TO), None)
    if end is None:
        return ""
    first = words.past_adverbs(verb + 1)
    if first < end and words.low[first] not in PREPOSITIONS and not words.low[first][0].isdigit():
        start = next((to for to in range(first, end) if words.low[to] not in DETERMINERS), end)
        return _cut(place, start, end)
    return _subject(place, verb) if words.low[verb - 1] in BEING or first == end else ""


def _subject(place: _Place, verb: int) -> str:
    return _cut(place, *_subject_words(place.words, verb))


def _subject_words(words: Words, verb: int) -> tuple[int, int]:
    """Return where the subject of a verb begins and ends; nowhere when that cannot be told."""
    last = verb
    while last > 0 and (
        is_adverb(words.low[last - 1]) or words.form(last - 1) is Form.AUXILIARY or words.low[last - 1] in BEING | AHEAD
    ):
        last -= 1
    if last > 1 and words.low[last - 1] == ",":  # "Inflation, which had peaked in May, fell to …"
        opened = next((at for at in range(last - 2, max(0, last - _ASIDE), -1) if words.low[at] == ","), None)
        if opened is None:
            return last, last
        last = opened
    first = last
    while first > 0 and not _ends_before(words, first - 1):
        first -= 1
    if first > 1 and words.low[first - 1] in ("who", "which", "whose"):  # "people who sleep little are 30 percent …"
        last = first = first - 1
        while first > 0 and not _ends_before(words, first - 1):
            first -= 1
    joint = next((at for at in range(last - 1, first - 1, -1) if words.low[at] in _JOINTS), None)
    if joint is not None and (words.low[joint] == "but" or (first > 0 and _is_told(words, first - 1))):
        first = joint + 1  # "profit rose 12% and revenue fell", but not "said sales of cars and trucks fell"
    return _without_time(words, first, last), last


def _ends_before(words: Words, at: int) -> bool:
    """Say whether no subject reaches back to a word: a sign, a verb, a number, "that"."""
    word = words.low[at]
    sign = not word[0].isalnum() and word not in _SIGNS and word != "'s"
    clause = word == "as" and words.low[at - 1 : at] != ("such",)
    return sign or clause or word in SCOPES or _is_told(words, at) or _says(words, at)


def _is_told(words: Words, at: int) -> bool:
    """Say whether a word belongs to another clause, which tells something of its own."""
    word = words.low[at]
    finite = words.form(at) in _FINITE or word in MOVING | SETTING
    return (finite or word[0].isdigit() or word == "%") and not _says(words, at)


def _says(words: Words, at: int) -> bool:
    return not words.is_capital(at) and SAYING.fullmatch(words.low[at]) is not None


def _without_time(words: Words, first: int, last: int) -> int:
    """Return where a subject begins behind "in March"; its end where another phrase leads up to it."""
    while first < last and (
        not words.low[first][0].isalnum() or words.low[first] in _JOINTS or is_adverb(words.low[first])
    ):
        first += 1
    if first < last and words.low[first] in PREPOSITIONS:
        times = (at for at in range(first + 1, min(last, first + 4)) if words.low[at] in CALENDAR)
        first = next(times, last - 1) + 1
    while first < last and words.low[first] in DETERMINERS | {"that"}:
        first += 1
    return first


def _cut(place: _Place, first: int, last: int) -> str:
    """Return the head of a noun phrase with what it is of, as it is written: "death toll", "price of oil"."""
    words = place.words
    last = next(_ends(words, first, last), last)
    if last - first == 1 and words.low[first] in NUMBERS:
        return ""  # "put the number at 24": of what was told before
    if first < last - 2 and words.low[first] in NUMBERS and words.low[first + 1] == "of":
        first = next((at for at in range(first + 2, last) if words.low[at] not in DETERMINERS), last)
    if not 0 < last - first <= _LONGEST or words.low[first] in _NOBODY:
        return ""
    if place.figure.unit in LENGTHS and all(words.is_capital(at) for at in range(first, last)):
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
