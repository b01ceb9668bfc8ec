"""Comparing figures: value with rounding and bound, unit, and what is counted."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from onrecord.data import Figure, ReasonCode, Span
from onrecord.text.numbers.ages import is_bracketed
from onrecord.text.numbers.units import LASTING
from onrecord.verify.comparing.ages import same_age
from onrecord.verify.comparing.counted import NEAR, around, beside, counted_by, piece_of, pieces, taken_up
from onrecord.verify.comparing.fates import fates_in
from onrecord.verify.comparing.findings import Finding, clash
from onrecord.verify.comparing.names import mentions
from onrecord.verify.comparing.renderings import COMMON, FROM, told_otherwise
from onrecord.verify.comparing.times import lasts, more_of, whole
from onrecord.verify.comparing.values import BEYOND, entails
from onrecord.verify.reading.gist import Gist
from onrecord.verify.reading.tokens import Word, compared, root

_OF_PLACE = re.compile(r"\b(?:in|at|of|for|across)\s(?:the\s)?$")
_SETTING = re.compile(r"(?<!many)(?<!much)(?<!few)(?<!little)\s(?:when|as)\s$")
"""Before a part that is told for all the others: "12 were killed and 30 hurt when a quake of magnitude 6 struck"."""
_ANYBODY = root(compared("people"))
_PEOPLE = frozenset(
    root(compared(word))
    for word in "people staff patients workers employees residents passengers guests visitors customers pupils "
    "students members officers assistants commuters soldiers children women men teachers nurses doctors drivers miners "
    "sailors tourists farmers journalists lawmakers prisoners detainees survivors victims civilians leaders "
    "suspects inmates refugees migrants villagers fans protesters players neighbours".split()
)
_APART = re.compile(
    r"\s(?:(?:shy|short|ahead) of|(?!other|rather)(?:\w+er|more|less) than|(?:above|below|behind|off)\s(?:the|an?)\s)"
)
"""Behind a figure that only tells how far apart two things are: "7 mph shy of", "seven more than"."""
_THE_REST = re.compile(r"\s(?:others?|more|fewer|less|further)\b(?!\sthan)")
"""Behind a figure that does not count all: "a guard and two other men" are three."""
_TOGETHER = re.compile(r"\b(?:together|combined|jointly|between them)\b", re.IGNORECASE)
"""By what the figures of several are told as one, which none of theirs contradicts."""
_STEP = 24
"""Characters before a figure in which "from" stands."""
_HAVING = re.compile(
    r"\b(?:with|won|wins|has|have|had|took|takes|got|gets|gained|holds?|held|lost|to)\s(?:only\s|just\s)?$"
)
_ENDING = re.compile(r"(?:,\s(?:while|and|but|up|down)\b|;|\.(?!\d)|\s(?:and|while|but)\s|$)")
"""Around a figure of which is left out what it counts."""
_COMPARED = re.compile(
    r"\b(?:compared (?:with|to)|as against|instead of|rather than|up on|down on)\s(?:[a-z]+\s)?[$€£]?$"
)
"""Before a figure that is only put beside another."""
_BESIDE = 12
"""Characters behind a figure, or what it counts, within which its time stands."""
_BEFORE = re.compile(
    r"\b(?:had (?:still |once )?been|previously|before|earlier|used to|formerly|until then)\b", re.IGNORECASE
)
"""By what a statement speaks of how it was once."""
_TAKES_UP = frozenset("he she it they his her its their who which".split())
_TELLING_NAMES = 2
"""Names that make sure that as many people are the same: "140 people were on the train from Harrow to Sorrel"."""
_ENOUGH_OF_IT = 2
"""Words of a statement beside a figure that takes up somebody, what it counts aside, which tell its thing wherever the
names stand: "after the group raised its bid to 43 crowns a share"."""


def compare_figures(here: Gist, there: Gist, *, record: str, title: Gist | None = None) -> Finding:
    """Hold each figure of a statement against those of the record that count the same thing in the same unit.

    Of an age the ``title`` of the record will do: "Ida Holt, weaver, dies at 88".
    """
    finding = Finding()
    for figure in here.figures:
        rivals = [
            other
            for other in there.figures
            if _same_thing(figure, other, here, there) and not given_up(there, other, figure, here)
        ]
        answers = [entails(rival, figure) for rival in rivals]
        agreeing = [
            rival
            for rival, answer in zip(rivals, answers, strict=True)
            if answer
            and (figure.unit not in LASTING or more_of(there.text, rival.span) == more_of(here.text, figure.span))
        ]
        if not rivals:
            agreeing = [other for other in there.figures if _same_figure(figure, other, here, there)]
        before = [one for one in there.figures if _held_before(one, there, figure, here)]
        if (before and any(_at_its_time(one, there, here) for one in before)) or told_otherwise(figure, here, there):
            finding += Finding(met=(figure.span,))
        elif (before and _BEFORE.search(here.text)) or any(_is_compared(one, there, figure) for one in there.figures):
            finding += Finding(missing=(figure.span,))
        elif title and same_age(figure, here, title) and _is_of_them(here, title):
            finding += Finding(met=(figure.span,))
        elif agreeing and all(_of_other(rival, there, figure, here) for rival in agreeing):
            finding += Finding(missing=(figure.span,))
        elif agreeing:
            finding += Finding(met=(figure.span,))
        elif (
            (against := _against(figure, rivals, here, there))
            and all(answer is False for answer in answers)
            and not _told_bare(figure, there, here)
        ):
            nearest = min(against, key=lambda rival: (abs(rival.value - figure.value), rival.span.start))
            said, recorded = (here.text, figure.span), (there.text, nearest.span)
            finding += Finding(clashes=(clash(ReasonCode.NUMBER_DIFFERS, said, recorded, record=record),))
        else:
            finding += Finding(missing=(figure.span,))
    return finding


def in_its_figures(here: Gist, there: Gist) -> Gist:
    """Return a statement as a model can hold it against the record, which has one of its figures otherwise.

    A model takes "close to 90" for something else than 88, "18 months" than "a year and a half", 6 than six, and an
    age in brackets than one between commas. Where the record's figure bears out the statement's, the statement is given
    the record's words for it.
    """
    text = here.text
    for figure in reversed([one for one in here.figures if one.bound not in BEYOND]):
        told = _told_by(figure, here, there)
        if told is not None:
            text = text[: figure.span.start] + told.cut(there.text) + text[whole(here.text, figure).end :]
        elif figure.unit == "year" and is_bracketed(here.text, *_ends(figure)):
            behind = text[figure.span.end + 1 :]
            comma = "" if behind[:1] in (",", ".", ";") else ","
            text = f"{text[: figure.span.start - 2]}, {figure.span.cut(here.text)}{comma}{behind}"
    return here if text == here.text else Gist(text=text, anchor=here.anchor, said_of=here.said_of)


def _ends(figure: Figure) -> tuple[int, int]:
    return figure.span.start, figure.span.end


def _told_by(figure: Figure, here: Gist, there: Gist) -> Span | None:
    """Return the only figure of the record that bears out one of the statement, where it is written otherwise."""
    rivals = [other for other in there.figures if _same_thing(figure, other, here, there)]
    if len(rivals) == 1 and rivals[0].value != figure.value and entails(rivals[0], figure):
        return rivals[0].span
    length = lasts(here.text, figure)
    same = [
        other
        for other in there.numbers
        if (other.value, other.unit) == (figure.value, figure.unit) or (length and lasts(there.text, other) == length)
    ]
    old = here.text.startswith(" old", figure.span.end)  # "is 38 old" says nothing
    told = whole(there.text, same[0]) if len(same) == 1 and not old else None
    mine = whole(here.text, figure).cut(here.text)
    return None if told is None or told.cut(there.text).casefold() == mine.casefold() else told


def _told_bare(figure: Figure, there: Gist, here: Gist) -> bool:
    """Say whether the record has a figure too, of which it leaves out what is counted: "…, the media office 61,700"."""
    bare = (other for other in there.figures if other.unit == figure.unit and not counted_by(other, there))
    return any(entails(other, figure) and not given_up(there, other, figure, here) for other in bare)


def given_up(there: Gist, other: Figure, figure: Figure, here: Gist) -> bool:
    """Say whether the record only tells where a figure came from, "to 31 from 12", and the statement does not."""
    before = there.text[max(0, other.span.start - _STEP) : other.span.start]
    return bool(FROM.search(before)) and len(there.figures) > 1 and not FROM.search(here.text[: figure.span.start])


def _held_before(other: Figure, there: Gist, figure: Figure, here: Gist) -> bool:
    """Say whether a figure of the statement is the one that the record has something come from: "down from 41"."""
    same = other.unit == figure.unit and entails(other, figure)
    return bool(same) and given_up(there, other, figure, here)


def _is_compared(other: Figure, there: Gist, figure: Figure) -> bool:
    """Say whether a figure of the statement is one that the record only puts beside another: "compared with 8.2"."""
    same = other.unit in ("", None, figure.unit) and other.value == figure.value
    return same and _COMPARED.search(there.text, max(0, other.span.start - _STEP), other.span.start) is not None


def _at_its_time(other: Figure, there: Gist, here: Gist) -> bool:
    """Say whether the statement's time stands right behind a figure of the record: "from 3.1 percent in January"."""
    asked = {time.words.casefold() for time in here.times}
    near = (time for time in there.times if 0 <= time.span.start - other.span.end <= _BESIDE)
    return any(time.words.casefold() in asked for time in near)


def _same_thing(figure: Figure, other: Figure, here: Gist, there: Gist) -> bool:
    """Say whether two figures have one unit and count one thing, or measure it where nothing is counted."""
    if figure.unit != other.unit or _differ_in_fate(figure, other, here, there):
        return False
    if bool(_APART.match(here.text, figure.span.end)) != bool(_APART.match(there.text, other.span.end)):
        return False
    counted, recounted = counted_by(figure, here), counted_by(other, there)
    if counted and recounted:
        return counted[-1] in recounted or recounted[-1] in counted
    if not figure.unit and (counted or recounted):
        return bool(counted) and not recounted and _is_left_out(other, counted[-1], there)
    return len(around(figure, here) & around(other, there)) >= (1 if figure.unit else 2)


def _is_left_out(figure: Figure, counted: str, there: Gist) -> bool:
    """Say whether a record leaves out what a figure counts, for it names it beside: "came second with 22, … its seats".

    An age, a place and a score count nothing.
    """
    before = _HAVING.search(there.text, max(0, figure.span.start - _STEP), figure.span.start)
    return before is not None and _ENDING.match(there.text, figure.span.end) is not None and counted in there.roots


def _same_figure(figure: Figure, other: Figure, here: Gist, there: Gist) -> bool:
    """Say whether the record has a telling figure itself, of what it only calls otherwise: 45 samples, 45 specimens.

    One is telling if few would have it by chance, or if it is of people, and something of what is said around the
    two must be one.
    """
    broken = figure.value % 1 != 0
    counted = counted_by(other, there)[-1:]
    of_people = _ANYBODY in counted_by(figure, here)[-1:] and (
        not _PEOPLE.isdisjoint(counted) if counted else _fare_alike(figure, other, here, there)
    )
    telling = figure.value > COMMON or broken or of_people or (figure.unit and figure.unit not in LASTING)
    one = telling and other.unit == figure.unit and other.value == figure.value and entails(other, figure)
    alike = bool(one) and not _differ_in_fate(figure, other, here, there)
    met = bool(beside(figure, here) & beside(other, there)) or (
        of_people and figure.value > COMMON and sum(mentions(there, name) for name in here.names) >= _TELLING_NAMES
    )
    return alike and met and not given_up(there, other, figure, here)


def _is_of_them(here: Gist, title: Gist) -> bool:
    """Say whether a title names whom a statement begins with."""
    return any(mentions(title, name) for name in here.names[:1])


def _differ_in_fate(figure: Figure, other: Figure, here: Gist, there: Gist) -> bool:
    """Say whether something else became of those whom one figure counts: hurt, and not killed."""
    mine = frozenset() if figure.unit else fates_in(piece_of(figure, here).cut(here.text))
    theirs = fates_in(piece_of(other, there).cut(there.text)) if mine else mine
    whole = taken_up(other, there) if mine and not theirs else None  # "eleven were hurt, two of them badly"
    theirs = fates_in(piece_of(whole, there).cut(there.text)) if whole else theirs
    return bool(theirs) and not mine & theirs


def _fare_alike(figure: Figure, other: Figure, here: Gist, there: Gist) -> bool:
    """Say whether the same became of those whom one figure counts and the other only numbers: "killing three"."""
    mine, theirs = (fates_in(piece_of(one, text).cut(text.text)) for one, text in ((figure, here), (other, there)))
    return bool(mine & theirs)


def _of_other(figure: Figure, there: Gist, mine: Figure, here: Gist) -> bool:
    """Say whether a figure of the record is of another thing: the statement's words stand with another one only.

    "Killed 12 in Northgate and hurt 30 in Harrow" has 12, and Harrow, and not 12 in Harrow. What is counted in another
    unit takes nothing away: "fined £15,000 after eating a six-foot shark". Nor does what the
    statement counts so too, right beside the figure: "60 cars and 240 passengers".
    """
    told = {
        (one.value, counted)
        for one in here.figures
        if (counted := counted_by(one, here)) != counted_by(mine, here) and _side_by_side(one, mine, here)
    }
    rivals = [
        other
        for other in there.figures
        if other.unit == figure.unit
        and not (other.counted and (other.value, counted_by(other, there)) in told)
        and other != taken_up(figure, there)
    ]
    parts = pieces(there)
    if any(piece.overlaps(figure.span) and _SETTING.search(there.text, 0, piece.start) for piece in parts):
        return False
    own = {at for piece in parts if piece.overlaps(figure.span) for at in there.within(piece)}
    counted = counted_by(figure, there)
    said = _said_of(there, own - {*there.within(figure.span)}, figure)
    if counted and counted[-1:] == counted_by(mine, here)[-1:] and not said:
        return False  # "two lifeboats and a boat brought the 188 passengers": it has all that is said of both
    takes_up = any(there.words[at].plain in _TAKES_UP for at in own)
    if takes_up and len(_said_of(there, own, figure) & here.roots) >= _ENOUGH_OF_IT:
        return False
    others = {
        at
        for piece in parts
        if not (piece.overlaps(figure.span) or _SETTING.search(there.text, 0, piece.start))
        and any(piece.covers(other.span) for other in rivals)
        for at in there.within(piece)
    }
    others -= _shared_with(figure, own, there)
    roots = {root(there.words[at].stem) for at in others} - {root(there.words[at].stem) for at in own}
    elsewhere = {root(word.stem) for at, word in enumerate(there.words) if at not in others}
    left_out = counted_by(mine, here)[-1:] if not counted else ()
    left_out = left_out if left_out and _is_left_out(figure, left_out[0], there) else ()
    own_words = (word for word in _words_of(mine, here) if root(word.stem) not in left_out)
    return any(word.content and root(word.stem) in roots - elsewhere and word.plain[0].isalpha() for word in own_words)


def _shared_with(figure: Figure, own: Collection[int], text: Gist) -> set[int]:
    """Return the words before the first figure that the part of another takes up: "destroyed 37 and killed 400".

    Without a verb the part takes up that of the first too: "6% of patch users and 19% of tablet takers".
    """
    first = min(one.span.start for one in text.figures)
    before = [at for at, word in enumerate(text.words) if word.content and word.span.end <= first]
    led_by = [at for at in own if text.words[at].content and text.words[at].span.end <= figure.span.start]
    return set() if len(led_by) > 1 else {*before[: len(before) - len(led_by)]}


def _side_by_side(one: Figure, other: Figure, text: Gist) -> bool:
    """Say whether nothing but what the first one counts and an "and" stands between two figures."""
    first, last = sorted((one, other), key=lambda figure: figure.span.start)
    between = (word for word in text.words if first.span.end <= word.span.start and word.span.end <= last.span.start)
    return all(word.plain in ("and", "or") or root(word.stem) in counted_by(first, text) for word in between)


def _said_of(text: Gist, places: Iterable[int], figure: Figure) -> frozenset[str]:
    """Return the roots of the content words at ``places`` of a text, without what a figure counts."""
    said = {root(text.words[at].stem) for at in places if text.words[at].content and text.words[at].plain[0].isalpha()}
    return frozenset(said.difference(counted_by(figure, text)))


def _words_of(figure: Figure, text: Gist) -> Iterable[Word]:
    """Return the words of a text without what another of its figures counts: "two goals and three assists"."""
    others = [other.span for other in text.figures if other.span != figure.span]
    apart = [
        piece
        for piece in pieces(text)
        if not piece.overlaps(figure.span) and any(piece.covers(other) for other in others)
    ]
    return (word for word in text.words if not any(piece.covers(word.span) for piece in apart))


def _against(figure: Figure, rivals: list[Figure], here: Gist, there: Gist) -> list[Figure]:
    """Return the rivals of which the same is said: 200 people hired are not 400 people sacked.

    Where either side has a word the other has not, they may speak of two things and are not held against each other.
    Nor is a rival that the statement has too, as another figure of its own, or one of another name's.
    """
    said = around(figure, here) - {*counted_by(figure, here)}
    found = []
    for rival in rivals:
        if is_elsewhere(rival, there, here) or _is_of_a_stranger(rival, there, here):
            continue
        if _describes(rival, there) != _describes(figure, here):
            continue
        if _counts_otherwise(figure, here) != _counts_otherwise(rival, there):
            continue
        others = (one for one in here.figures if one.value == rival.value != figure.value)
        if any(_same_thing(one, rival, here, there) for one in others):
            continue
        told = around(rival, there) - {*counted_by(rival, there)}
        if said & told and not (said - there.roots and told - here.roots):
            found.append(rival)
    return found


def _counts_otherwise(figure: Figure, text: Gist) -> tuple[bool, bool, bool]:
    """Say whether a figure counts only the rest, what was at first, or what several have together."""
    return (
        _THE_REST.match(text.text, figure.span.end) is not None,
        FROM.search(text.text, max(0, figure.span.start - _STEP), figure.span.start) is not None,
        _TOGETHER.search(text.text) is not None,
    )


def _is_of_a_stranger(figure: Figure, there: Gist, here: Gist) -> bool:
    """Say whether a figure is told of a name that the statement lacks, whose own names stand in other parts alone.

    "The Tarn bakery sold 900 loaves, three times as many as the Ostwick bakery" has no 900 of Ostwick.
    """
    part = piece_of(figure, there)
    told = [name for name in there.names if part.covers(name.span)]
    led = any(name.span.end <= figure.span.start for name in told)
    elsewhere = any(mentions(here, name) for name in there.names if name not in told)
    return led and elsewhere and not any(mentions(here, name) for name in told)


def _describes(figure: Figure, text: Gist) -> bool:
    """Say whether a figure only describes what follows: a two-state plan is not of two states."""
    return text.text[figure.span.end : figure.span.end + 1] == "-"


def is_elsewhere(figure: Figure, there: Gist, here: Gist) -> bool:
    """Say whether a figure of the record is of a place or body that the statement does not name: "in Corvia"."""
    near = (name for name in there.names if abs(name.span.start - figure.span.end) <= NEAR)
    return any(
        _OF_PLACE.search(there.text[max(0, name.span.start - _STEP) : name.span.start]) and not mentions(here, name)
        for name in near
    )
