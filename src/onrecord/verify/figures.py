"""Comparing figures: value with rounding and bound, unit, and what is counted."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise

from onrecord.data import Figure, ReasonCode, Span
from onrecord.text.numbers.units import LASTING
from onrecord.text.words import content_words
from onrecord.verify.ages import same_age
from onrecord.verify.fates import fates_in
from onrecord.verify.findings import Finding, clash
from onrecord.verify.gist import Gist
from onrecord.verify.names import mentions
from onrecord.verify.times import more_of
from onrecord.verify.tokens import Word, compared, root
from onrecord.verify.values import BEYOND, entails

_LONGEST_COUNTED = 4
"""Words that name what is counted: "officially confirmed new cases"."""
_NEAR = 60
"""Characters to either side of a figure in which the thing measured is named."""
_FROM = re.compile(r"\bfrom\s(?:(?:about|around|over|nearly|some|an? \w+)\s)?[$€£]?$", re.IGNORECASE)
_OF_PLACE = re.compile(r"\b(?:in|at|of|for|across)\s(?:the\s)?$")
_PIECE = re.compile(r"[,;:.](?=\s)|\s(?:and|but|while|when|whereas|as)\s")
_SETTING = re.compile(r"(?<!many)(?<!much)(?<!few)(?<!little)\s(?:when|as)\s$")
"""Before a part that is told for all the others: "12 were killed and 30 hurt when a quake of magnitude 6 struck"."""
_TO = re.compile(r"\s(?:[a-z]+\s)?to\s|[-–]")
"""Between the two figures of a vote or game: "five to four", "five judges to four"."""
_VOTE = re.compile(r"(?<![\w.–-])(\d{1,3})[–-](\d{1,3})(?![\w–-]|\.\d)")
"""A vote or game in digits, which is read as a label: "5-4"."""
_FROM_BEFORE = re.compile(r"[^.;:\d]{0,40}?[,\s](?:(?:up|down)\s)?(?:against|from|compared\s(?:with|to))\s[$€£]?")
"""Between a figure and the one before it in time."""
_TO_NOW = re.compile(r"(?:\s[a-z]+){0,5}\sto\s[$€£]?")
"""Between a figure and the one after it in time."""
_LASTS = re.compile(r"\b(?:for|over|lasting|within)\s(?:the\s(?:next|past|last)\s)?$", re.IGNORECASE)
_SENTENCED = re.compile(r"\b(?:sentenced\s(?:[\w ]{1,40}\s)?to|(?:sentence|term) of|has|have|had)\s$")
_NUMBER = "(?:[\\d,]+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_TIMES = (root(compared("times")),)
_PART_OF = re.compile(rf"\s(?:out\s)?of\s(?:(?:the|its|his|her|their)\s(?:{_NUMBER}\s)?|{_NUMBER}\s)", re.IGNORECASE)
"""Between a figure and what it counts a part of: "four of the 15 ministries", "nine out of eleven chapters"."""
_SOME_OF = re.compile(r"\b(?:\w+est|first|last|only|one|some|all) of (?:the |its |their )?$", re.IGNORECASE)
_OF_THEM = re.compile(r"\sof\s(?:them|whom)\b")
_NUMBERED = re.compile(r"(?:-\d+)?\s*")
"""Between two words that say what is counted: "COVID-19 cases"."""
_STEP = 24
"""Characters before a figure in which "from" stands."""
_CLAUSE = re.compile(r"[,;:.?!](?=\s)| – | — ")
_COMMON = 12
"""Counts up to here are told of many things at once."""
_TAKES_UP = frozenset("he she it they his her its their who which".split())
_ENOUGH_OF_IT = 2
"""Words of a statement beside a figure that takes up somebody, what it counts aside, which tell its thing wherever the
names stand: "after the group raised its bid to 43 crowns a share"."""


def compare_figures(here: Gist, there: Gist, *, record: str) -> Finding:
    """Hold each figure of a statement against those of the record that count the same thing in the same unit."""
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
        if any(same(figure, here, there) for same in _ALIKE):
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


def _as_length(figure: Figure, here: Gist, there: Gist) -> bool:
    """Say whether how long something is, "a ten-day pause", is in the record how long it lasts: "for ten days".

    So is who was sentenced to six years and a month jailed for six years and a month.
    """
    sentenced = _SENTENCED.search(here.text, 0, figure.span.start) is not None
    describes = figure.unit in LASTING and (sentenced or "-" in figure.span.cut(here.text))
    told = (one for one in there.numbers if one.unit == figure.unit and _LASTS.search(there.text, 0, one.span.start))
    more = more_of(here.text, figure.span)
    return describes and any(entails(one, figure) and more_of(there.text, one.span) == more for one in told)


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
        elif one.unit == other.unit and _TO_NOW.fullmatch(between) and _FROM.search(text.text[: one.span.start]):
            yield one, other


def _as_multiple(figure: Figure, here: Gist, there: Gist) -> bool:
    """Say whether a figure is how many times more something is, and the record's only multiple is the same."""
    multiples = {other.value for other in there.figures if counted_by(other, there)[:1] == _TIMES}
    return counted_by(figure, here)[:1] == _TIMES and multiples == {figure.value}


def _as_bare(figure: Figure, _: Gist, there: Gist) -> bool:
    """Say whether the record leaves out the unit that it has just told: "wants 310 metres; the others offer 240"."""
    united = (other for other in there.numbers if other.unit == figure.unit)
    first = next((other.span.end for other in united), len(there.text))
    telling = figure.unit not in ("", *LASTING) and (figure.value > _COMMON or figure.value % 1 != 0)
    return telling and any(
        other.value == figure.value
        and not other.unit
        and (_PART_OF.match(there.text, other.span.end) or (first < other.span.start and not counted_by(other, there)))
        for other in there.figures
    )


def _as_part(figure: Figure, here: Gist, there: Gist) -> bool:
    """Say whether a figure is a part of what was counted just before, as in the record: "five of them from Kell"."""
    mine = _OF_THEM.match(here.text, figure.span.end)
    parts = (other for other in there.figures if _OF_THEM.match(there.text, other.span.end))
    return mine is not None and [other.value for other in parts] == [figure.value]


def _as_whole(figure: Figure, here: Gist, there: Gist) -> bool:
    """Say whether a figure is of how many something is one or some, as in the record: "the largest of five"."""
    wholes = {one.value for one in there.figures if _SOME_OF.search(there.text, 0, one.span.start)}
    return _SOME_OF.search(here.text, 0, figure.span.start) is not None and wholes == {figure.value}


_ALIKE = (same_age, _as_article, _as_length, _in_score, _in_step, _as_multiple, _as_bare, _as_part, _as_whole)
"""Ways in which the record may have a figure otherwise."""


def _scores(text: Gist) -> list[tuple[tuple[float, float], tuple[Span, Span]]]:
    return [
        ((one.value, other.value), (one.span, other.span))
        for one, other in pairwise(text.figures)
        if _TO.fullmatch(text.text, one.span.end, other.span.start) and not _FROM.search(text.text, 0, one.span.start)
    ]


def in_its_figures(here: Gist, there: Gist) -> Gist:
    """Return a statement as a model can hold it against the record, which has one of its figures exactly or rounded.

    A model takes "close to 90" for something else than 88. Where the record's figure bears out the statement's, the
    statement is given the record's words for it.
    """
    text = here.text
    for figure in reversed([one for one in here.figures if one.bound not in BEYOND]):
        rivals = [other for other in there.figures if _same_thing(figure, other, here, there)]
        bearing = [other for other in rivals if other.value != figure.value and entails(other, figure)]
        if bearing and len(rivals) == 1:
            text = text[: figure.span.start] + bearing[0].span.cut(there.text) + text[figure.span.end :]
    return here if text == here.text else Gist(text=text, anchor=here.anchor, said_of=here.said_of)


def _told_bare(figure: Figure, there: Gist, here: Gist) -> bool:
    """Say whether the record has a figure too, of which it leaves out what is counted: "…, the media office 61,700"."""
    bare = (other for other in there.figures if other.unit == figure.unit and not counted_by(other, there))
    return any(entails(other, figure) and not given_up(there, other, figure, here) for other in bare)


def given_up(there: Gist, other: Figure, figure: Figure, here: Gist) -> bool:
    """Say whether the record only tells where a figure came from, "to 31 from 12", and the statement does not."""
    before = there.text[max(0, other.span.start - _STEP) : other.span.start]
    return bool(_FROM.search(before)) and len(there.figures) > 1 and not _FROM.search(here.text[: figure.span.start])


def _same_thing(figure: Figure, other: Figure, here: Gist, there: Gist) -> bool:
    """Say whether two figures have one unit and count one thing, or measure it where nothing is counted."""
    if figure.unit != other.unit or _differ_in_fate(figure, other, here, there):
        return False
    counted, recounted = counted_by(figure, here), counted_by(other, there)
    if counted and recounted:
        return counted[-1] in recounted or recounted[-1] in counted
    if not figure.unit and (counted or recounted):
        return False
    return len(_around(figure, here) & _around(other, there)) >= (1 if figure.unit else 2)


def _same_figure(figure: Figure, other: Figure, here: Gist, there: Gist) -> bool:
    """Say whether the record has a telling figure itself, of what it only calls otherwise: 45 samples, 45 specimens.

    One is telling if few would have it by chance, and something of what is said around the two must be one.
    """
    broken = figure.value % 1 != 0
    telling = figure.value > _COMMON or broken or (figure.unit and figure.unit not in LASTING)
    one = telling and other.unit == figure.unit and other.value == figure.value and entails(other, figure)
    alike = bool(one) and not _differ_in_fate(figure, other, here, there)
    return alike and bool(_beside(figure, here) & _beside(other, there)) and not given_up(there, other, figure, here)


def _differ_in_fate(figure: Figure, other: Figure, here: Gist, there: Gist) -> bool:
    """Say whether something else became of those whom one figure counts: hurt, and not killed."""
    mine = frozenset() if figure.unit else fates_in(piece_of(figure, here).cut(here.text))
    theirs = fates_in(piece_of(other, there).cut(there.text)) if mine else mine
    return bool(theirs) and not mine & theirs


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
        if other.unit == figure.unit and not (other.counted and (other.value, counted_by(other, there)) in told)
    ]
    pieces = _pieces(there)
    if any(piece.overlaps(figure.span) and _SETTING.search(there.text, 0, piece.start) for piece in pieces):
        return False
    own = {at for piece in pieces if piece.overlaps(figure.span) for at in there.within(piece)}
    takes_up = any(there.words[at].plain in _TAKES_UP for at in own)
    if takes_up and len(_said_of(there, own, figure) & here.roots) >= _ENOUGH_OF_IT:
        return False
    others = {
        at
        for piece in pieces
        if not (piece.overlaps(figure.span) or _SETTING.search(there.text, 0, piece.start))
        and any(piece.covers(other.span) for other in rivals)
        for at in there.within(piece)
    }
    others -= _shared_with(figure, own, there)
    roots = {root(there.words[at].stem) for at in others} - {root(there.words[at].stem) for at in own}
    elsewhere = {root(word.stem) for at, word in enumerate(there.words) if at not in others}
    own_words = _words_of(mine, here)
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


def _pieces(text: Gist) -> list[Span]:
    """Return the parts of a text between its signs and conjunctions."""
    cuts = [0, *(cut.end() for cut in _PIECE.finditer(text.text)), len(text.text)]
    return [Span(start=start, end=end) for start, end in pairwise(cuts) if start < end]


def piece_of(figure: Figure, text: Gist) -> Span:
    """Return the part of a text, between signs and conjunctions, in which a figure begins."""
    return next(piece for piece in _pieces(text) if piece.start <= figure.span.start < piece.end)


def _said_of(text: Gist, places: Iterable[int], figure: Figure) -> frozenset[str]:
    """Return the roots of the content words at ``places`` of a text, without what a figure counts."""
    said = {root(text.words[at].stem) for at in places if text.words[at].content and text.words[at].plain[0].isalpha()}
    return frozenset(said.difference(counted_by(figure, text)))


def _words_of(figure: Figure, text: Gist) -> Iterable[Word]:
    """Return the words of a text without what another of its figures counts: "two goals and three assists"."""
    others = [other.span for other in text.figures if other.span != figure.span]
    apart = [
        piece
        for piece in _pieces(text)
        if not piece.overlaps(figure.span) and any(piece.covers(other) for other in others)
    ]
    return (word for word in text.words if not any(piece.covers(word.span) for piece in apart))


def _against(figure: Figure, rivals: list[Figure], here: Gist, there: Gist) -> list[Figure]:
    """Return the rivals of which the same is said: 200 people hired are not 400 people sacked.

    Where either side has a word the other has not, they may speak of two things and are not held against each other.
    Nor is a rival that the statement has too, as another figure of its own.
    """
    said = _around(figure, here) - {*counted_by(figure, here)}
    found = []
    for rival in rivals:
        if is_elsewhere(rival, there, here) or _describes(rival, there) != _describes(figure, here):
            continue
        others = (one for one in here.figures if one.value == rival.value != figure.value)
        if any(_same_thing(one, rival, here, there) for one in others):
            continue
        told = _around(rival, there) - {*counted_by(rival, there)}
        if said & told and not (said - there.roots and told - here.roots):
            found.append(rival)
    return found


def _describes(figure: Figure, text: Gist) -> bool:
    """Say whether a figure only describes what follows: a two-state plan is not of two states."""
    return text.text[figure.span.end : figure.span.end + 1] == "-"


def is_elsewhere(figure: Figure, there: Gist, here: Gist) -> bool:
    """Say whether a figure of the record is of a place or body that the statement does not name: "in Corvia"."""
    near = (name for name in there.names if abs(name.span.start - figure.span.end) <= _NEAR)
    return any(
        _OF_PLACE.search(there.text[max(0, name.span.start - _STEP) : name.span.start]) and not mentions(here, name)
        for name in near
    )


def counted_by(figure: Figure, text: Gist) -> tuple[str, ...]:
    """Return the roots of the words after a figure that say what it counts, up to the next function word."""
    if figure.counted:
        return tuple(root(compared(word)) for word in content_words(figure.counted))
    found: list[str] = []
    part = _PART_OF.match(text.text, figure.span.end)
    end = part.end() if part else figure.span.end
    for word in text.words:
        if word.span.start < end:
            continue
        if (
            not word.content
            or len(found) == _LONGEST_COUNTED
            or not _NUMBERED.fullmatch(text.text, end, word.span.start)
        ):
            break
        found.append(root(word.stem))
        end = word.span.end
    return tuple(found)


def _around(figure: Figure, text: Gist) -> frozenset[str]:
    """Return the roots of content words near a figure and in its clause, names aside: what is said of it."""
    near = (word for word in _near_words(figure, text) if word.content and not word.capital)
    return frozenset(root(word.stem) for word in near if word.plain[0].isalpha())


def _beside(figure: Figure, text: Gist) -> frozenset[str]:
    """Return the roots of the content words near a figure in its clause, names too."""
    return frozenset(root(word.stem) for word in _near_words(figure, text) if word.content and word.plain[0].isalpha())


def _near_words(figure: Figure, text: Gist) -> list[Word]:
    """Return the words near a figure and in its clause."""
    first, last = figure.span.start, figure.span.end
    start = max((cut.end() for cut in _CLAUSE.finditer(text.text, max(0, first - _NEAR), first)), default=first - _NEAR)
    after = _CLAUSE.search(text.text, last, last + _NEAR)
    end = after.start() if after else last + _NEAR
    return [word for word in text.words if start <= word.span.start and word.span.end <= end]
