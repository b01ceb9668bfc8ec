"""Ways in which a record may have a figure otherwise: in words, in another unit, without what it has just counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from onrecord.data import Bound, Figure, Span
from onrecord.text.names import Name
from onrecord.text.numbers.units import LASTING
from onrecord.text.sentences import sentences
from onrecord.verify.comparing.ages import same_age
from onrecord.verify.comparing.counted import PART_OF, beside, counted_by, piece_of
from onrecord.verify.comparing.directions import FELL, UP
from onrecord.verify.comparing.fates import fates_in
from onrecord.verify.comparing.names import mentions, same_bearer
from onrecord.verify.comparing.parts import PARTS, stands_behind
from onrecord.verify.comparing.times import lasts, more_of
from onrecord.verify.comparing.values import entails
from onrecord.verify.reading.gist import Gist
from onrecord.verify.reading.tokens import compared, find_roots, root

FROM = re.compile(r"\bfrom\s(?:(?:about|around|over|nearly|some|an? \w+)\s)?[$€£]?$", re.IGNORECASE)
"""Before the figure that something was at first."""
COMMON = 12
"""Counts up to here are told of many things at once."""
_TO = re.compile(r"\s(?:[a-z]+\s)?to\s|[-–]")
"""Between the two figures of a vote or game: "five to four", "five judges to four"."""
_VOTE = re.compile(r"(?<![\w.–-])(\d{1,3})[–-](\d{1,3})(?![\w–-]|\.\d)")
"""A vote or game in digits, which is read as a label: "5-4"."""
_FROM_BEFORE = re.compile(r"[^.;:\d]{0,40}?[,\s](?:(?:up|down)\s)?(?:against|from|compared\s(?:with|to))\s[$€£]?")
"""Between a figure and the one before it in time."""
_TO_NOW = re.compile(r"(?:\s[a-z]+){0,5}\sto\s[$€£]?")
"""Between a figure and the one after it in time."""
_LASTS = re.compile(r"\b(?:for|over|lasting|within)\s(?:the\s(?:next|past|last)\s)?$", re.IGNORECASE)
_OVER = re.compile(r"\bover\s(?:the\scourse\sof\s)?$", re.IGNORECASE)
_SENTENCED = re.compile(r"\b(?:sentenced\s(?:[\w ]{1,40}\s)?to|(?:sentence|term) of|has|have|had)\s$")
_TIMES = (root(compared("times")),)
_OFTEN = {2.0: re.compile(r"\btwice\b", re.IGNORECASE), 3.0: re.compile(r"\bthree times\b", re.IGNORECASE)}
_BESIDE = 30
"""Characters between how often something was done and the verb that says what."""
_PEOPLE = (root(compared("people")),)
_EMPLOYS = re.compile(r"\bemploy(?:s|ed|ing)?\s(?:[a-z]+\s){0,3}$")
_STAFF = frozenset(root(compared(word)) for word in ("employees", "workers", "staff"))
_FEWEST = 2
"""Names of a list."""
_COUNTED_LIST = re.compile(r"\s(?:[\w’'-]+\s){0,4}[\w’'-]+,\s")
_TAKEN_UP = re.compile(r",\sthe\s")
_OTHERS = re.compile(r"\s(?:others|other\speople|more(?:\speople)?)\b(?!\sthan)")
_LISTED = re.compile(r",?\s(?:and\s)?")
_THE, _BOTH = re.compile(r"\bbetween the $"), re.compile(r"\bbetween (?:the two|both)\b")
_BUT = re.compile(r"\ball\sbut\s$", re.IGNORECASE)


_HALF = re.compile(r"\b(?:by|in)\s(?:almost\s|nearly\s|about\s)?$")
_HALVED = re.compile(r"\bhalv(?:ed|es|ing)\b", re.IGNORECASE)
_TOLL = re.compile(
    r"\bdeath\stoll\b[^.;:\d]{0,80}?\s(?:to|at|of|is|was|reached|hit)\s(?:(?:at\sleast|about|around|nearly|more\sthan)\s)?$",
    re.IGNORECASE,
)
_TOLL_FROM = re.compile(
    r"\bdeath\stoll\s(?:from|in)\s([^\W\d](?:[\w’'-]*\s(?!in\b|at\b|on\b)){0,4}[\w’'-]+)", re.IGNORECASE
)
"""What a toll is of: "the death toll from the floods in Tarn"."""
_FAR = 120
"""Characters before a figure in which it is told that it is a toll."""
_DEAD = fates_in("dead")


def told_otherwise(figure: Figure, here: Gist, there: Gist) -> bool:
    """Say whether the record has a figure of a statement in one of these ways."""
    return any(way(figure, here, there) for way in _WAYS)


def _as_length(figure: Figure, here: Gist, there: Gist) -> bool:
    """Say whether how long something is, "a ten-day pause", is in the record how long it lasts: "for ten days".

    Or it lasts "over ten days". So is who was sentenced to six years and a month jailed for six years and a month, and
    what is so "after 30 days without a case" where there was no case for 30 days.
    """
    sentenced = _SENTENCED.search(here.text, 0, figure.span.start) is not None
    without = bool(there.negations) and here.text.startswith(" without ", figure.span.end)
    over = _OVER.search(here.text, 0, figure.span.start) and not here.text.startswith((" ago", " old"), figure.span.end)
    describes = figure.unit in LASTING and (sentenced or without or over or "-" in figure.span.cut(here.text))
    told = (one for one in there.numbers if one.unit == figure.unit and _LASTS.search(there.text, 0, one.span.start))
    more = more_of(here.text, figure.span)
    return describes and any(entails(one, figure) and more_of(there.text, one.span) == more for one in told)


def _in_other_units(figure: Figure, here: Gist, there: Gist) -> bool:
    """Say whether a length of time is in the record in other units: 18 months, a year and a half."""
    mine = next((one for one in here.figures if _belongs_to(one, figure, here)), figure)
    length = lasts(here.text, mine)
    told = (one for one in there.numbers if (one.value, one.unit) != (mine.value, mine.unit))
    return length is not None and any(
        lasts(there.text, one) == length and beside(one, there) & beside(mine, here) for one in told
    )


def _belongs_to(whole: Figure, figure: Figure, text: Gist) -> bool:
    """Say whether a figure is the second of a length that is told in two units: "four years and six months"."""
    more = more_of(text.text, whole.span)
    return bool(more) and text.text[whole.span.end : figure.span.end].lower().endswith(more) and whole != figure


def _in_turn(figure: Figure, here: Gist, there: Gist) -> bool:
    """Say whether the record has a figure of whom the statement names, told in turn.

    "Orr and Hahn got 18 and ten months respectively" has Hahn's ten months.
    """
    for part in sentences(there.text) if "respectively" in there.text else ():
        told = [one for one in there.figures if one.unit == figure.unit and part.covers(one.span)]
        before = (one for one in there.names if told and part.start <= one.span.start < told[0].span.start)
        names = [*before][-len(told) :]
        listed = all(_LISTED.fullmatch(there.text, one.span.end, next_.span.start) for one, next_ in pairwise(names))
        meant = [name for name, one in zip(names, told, strict=False) if one.value == figure.value]
        if len(names) == len(told) > 1 and listed and [name for name in names if mentions(here, name)] == meant:
            return True
    return False


def _as_often(figure: Figure, here: Gist, there: Gist) -> bool:
    """Say whether how often somebody did something is in the record as so many deeds: "after six nominations"."""
    words = [word for word in here.words if word.content and word.span.end <= figure.span.start]
    often = counted_by(figure, here)[:1] == _TIMES and words
    same = (one for one in there.figures if one.value == figure.value and not one.unit)
    return bool(often) and any(root(words[-1].stem) in counted_by(one, there)[-1:] for one in same)


def _as_staff(figure: Figure, here: Gist, there: Gist) -> bool:
    """Say whether so many people work for somebody by one of the two: "has 900 employees", "employs 900 people"."""
    texts = ((here, figure), *((there, one) for one in there.figures if one.value == figure.value and not one.unit))
    told = [
        bool(_EMPLOYS.search(text.text, 0, one.span.start) or _STAFF & {*counted_by(one, text)[-1:]})
        for text, one in texts
    ]
    return told[0] and any(told[1:]) and all(mentions(there, name) for name in here.names[:1])


def _as_listed(figure: Figure, here: Gist, there: Gist) -> bool:
    """Say whether a figure is of those whom both name side by side: "two members, Ada Finch and Per Solm,"."""
    listed = _list_of(here, figure.span.end) or _list_before(here, figure.span.start)
    if figure.unit or len(listed) < _FEWEST or figure.value != len(listed):
        return False
    first = [
        name for last, name in pairwise((None, *there.names)) if name and not (last and _goes_on(there, last, name))
    ]
    again = [_names_from(there, name) for name in first]
    return any(
        len(one) == len(listed) and all(any(same_bearer(name, mine) for mine in listed) for name in one)
        for one in again
    )


def _list_of(text: Gist, at: int) -> list[Name]:
    """Return the names that are told right behind a figure and what it counts."""
    first = next((name for name in text.names if _COUNTED_LIST.fullmatch(text.text, at, name.span.start)), None)
    return _names_from(text, first) if first else []


def _list_before(text: Gist, at: int) -> list[Name]:
    """Return the names before "the" and a figure that takes them up: "Ada Finch and Per Solm, the two members"."""
    before = [name for name in text.names if name.span.end <= at]
    if not before or not _TAKEN_UP.fullmatch(text.text, before[-1].span.end, at):
        return []
    lists = (_names_from(text, name) for name in before)
    return next((some for some in lists if some[-1] == before[-1] and len(some) >= _FEWEST), [])


def _goes_on(text: Gist, last: Name, name: Name) -> bool:
    return _LISTED.fullmatch(text.text, last.span.end, name.span.start) is not None


def _names_from(text: Gist, first: Name) -> list[Name]:
    """Return a name and those that follow it with a comma or "and" between."""
    found = [first]
    for name in text.names:
        if name.span.start > first.span.start and _LISTED.fullmatch(text.text, found[-1].span.end, name.span.start):
            found.append(name)
    return found


def _as_twice(figure: Figure, here: Gist, there: Gist) -> bool:
    """Say whether the record has done twice what the statement counts two of: "two warnings", "warned her twice"."""
    often = _OFTEN.get(figure.value)
    if often is None or figure.unit or figure.bound is not Bound.EXACTLY:
        return False
    counted = counted_by(figure, here)[-1:]
    return any(
        root(word.stem) in counted and abs(word.span.start - one.start()) <= _BESIDE
        for one in often.finditer(there.text)
        for word in there.words
    )


def _as_others(figure: Figure, here: Gist, there: Gist) -> bool:
    """Say whether a figure is of others who fared as the record has so many people fare: "eleven others were hurt"."""
    others = not figure.unit and _OTHERS.match(here.text, figure.span.end)
    fates = fates_in(piece_of(figure, here).cut(here.text)) if others else frozenset()
    return bool(fates) and any(
        one.value == figure.value
        and counted_by(one, there)[-1:] == _PEOPLE
        and fates_in(piece_of(one, there).cut(there.text)) == fates
        for one in there.figures
    )


def _as_both(figure: Figure, here: Gist, there: Gist) -> bool:
    """Say whether a figure only takes up two who are known, as in the record: "between the two countries"."""
    two = figure.value == 2 and figure.bound is Bound.EXACTLY and not figure.unit
    return two and bool(_THE.search(here.text, 0, figure.span.start) and _BOTH.search(there.text))


def _all_but(figure: Figure, here: Gist, there: Gist) -> bool:
    """Say whether a figure is of those who are left out, as in the record: "all but six"."""
    if not stands_behind(_BUT, figure, here):
        return False
    return any(figure.value == one.value and stands_behind(_BUT, one, there) for one in there.figures)


def _as_article(figure: Figure, here: Gist, there: Gist) -> bool:
    """Say whether the record has "a day" for "one day"."""
    first, _, rest = here.text[figure.span.start :].lower().partition(" ")
    thing = re.match(r"[a-z]+", rest)
    if first != "one" or thing is None:
        return False
    return re.search(rf"\ban?\s{thing[0]}\b", there.text.lower()) is not None


def _in_score(figure: Figure, here: Gist, there: Gist) -> bool:
    """Say whether a figure is of a vote or game that the record has with both its figures: "nine votes to four"."""
    known = {values for values, _ in _scores(there)}
    known |= {(float(one[1]), float(one[2])) for one in _VOTE.finditer(there.text)}
    return any(figure.span in spans and values in known for values, spans in _scores(here))


def _in_step(figure: Figure, here: Gist, there: Gist) -> bool:
    """Say whether a figure is one of two that something was at in turn, as the record has them: "67%, up from 61%"."""
    known = {(before.value, after.value, after.unit) for before, after in _steps(there)}
    return any(
        figure in (before, after) and (before.value, after.value, after.unit) in known for before, after in _steps(here)
    )


def _steps(text: Gist) -> Iterator[tuple[Figure, Figure]]:
    """Yield figures of one unit before and after a change: "up to 67%, against 61%", "from 61% to 67%"."""
    for one, other in pairwise(text.figures):
        between = text.text[one.span.end : other.span.start]
        if one.unit == other.unit and _FROM_BEFORE.fullmatch(between):
            yield other, one
        elif one.unit == other.unit and _TO_NOW.fullmatch(between) and FROM.search(text.text[: one.span.start]):
            yield one, other


def _as_multiple(figure: Figure, here: Gist, there: Gist) -> bool:
    """Say whether a figure is how many times more something is, and the record's only multiple is the same."""
    multiples = {other.value for other in there.figures if counted_by(other, there)[:1] == _TIMES}
    return counted_by(figure, here)[:1] == _TIMES and multiples == {figure.value}


def _as_bare(figure: Figure, here: Gist, there: Gist) -> bool:
    """Say whether the record leaves out the unit that it has just told: "wants 310 metres; the others offer 240".

    Not what it was before, "down from 240", where the statement does not say so either.
    """
    united = (other for other in there.numbers if other.unit == figure.unit)
    first = next((other.span.end for other in united), len(there.text))
    telling = figure.unit not in ("", *LASTING) and (figure.value > COMMON or figure.value % 1 != 0)
    return telling and any(
        other.value == figure.value
        and not other.unit
        and (not FROM.search(there.text, 0, other.span.start) or FROM.search(here.text, 0, figure.span.start))
        and (PART_OF.match(there.text, other.span.end) or (first < other.span.start and not counted_by(other, there)))
        for other in there.figures
    )


def _as_toll(figure: Figure, here: Gist, there: Gist) -> bool:
    """Say whether so many dead are told as a toll by one of the two: "nine people died", "the toll rose to nine"."""
    told = [one for one in there.figures if not one.unit and entails(one, figure)]
    causes = [find_roots(one[1]) for text in (here, there) for one in _TOLL_FROM.finditer(text.text)]
    if figure.unit or not told or not all(cause & here.roots & there.roots for cause in causes):
        return False
    if _is_toll(figure, here):
        return any(_is_of_the_dead(one, there) or _is_toll(one, there) for one in told)
    return _is_of_the_dead(figure, here) and any(_is_toll(one, there) for one in told)


def _is_toll(figure: Figure, text: Gist) -> bool:
    start = figure.span.start
    return _TOLL.search(text.text, max(0, start - _FAR), start) is not None


def _is_of_the_dead(figure: Figure, text: Gist) -> bool:
    return fates_in(piece_of(figure, text).cut(text.text)) == _DEAD


def _as_half(figure: Figure, here: Gist, there: Gist) -> bool:
    """Say whether what fell by half has halved by the record."""
    by = (figure.value, figure.unit) == (50.0, "percent") and stands_behind(_HALF, figure, here)
    return bool(by) and bool(here.roots & FELL) and not here.roots & UP and _HALVED.search(there.text) is not None


def _scores(text: Gist) -> list[tuple[tuple[float, float], tuple[Span, Span]]]:
    return [
        ((one.value, other.value), (one.span, other.span))
        for one, other in pairwise(text.figures)
        if _TO.fullmatch(text.text, one.span.end, other.span.start) and not FROM.search(text.text, 0, one.span.start)
    ]


_WAYS = (
    _in_other_units,
    _in_turn,
    _all_but,
    _as_both,
    _as_often,
    _as_twice,
    _as_staff,
    _as_listed,
    _as_others,
    same_age,
    _as_article,
    _as_length,
    _in_score,
    _in_step,
    _as_multiple,
    _as_bare,
    _as_toll,
    _as_half,
    *PARTS,
)
