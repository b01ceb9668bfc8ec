"""What belongs together: the figure of a year, of a name, of a part, and the day of a deed.

"4 crowns in 2020 and 6 now" has 6 and 2020, and not the two together.
"""

from __future__ import annotations

import re

from onrecord.data import Figure, Interval, Span
from onrecord.text.dates import TimeExpression
from onrecord.text.names import Name
from onrecord.text.sentences import sentences
from onrecord.verify.counted import counted_by, piece_of, pieces
from onrecord.verify.doers import deed_of
from onrecord.verify.gist import Gist
from onrecord.verify.names import mentions, same_bearer
from onrecord.verify.times import bears_out, resolved
from onrecord.verify.tokens import TO_BE, Word, root
from onrecord.verify.values import entails

_OF_TIME = re.compile(r"[^\W\d]*(?:\s[^\W\d]+){0,2}?\s(?:in|on|at|for|by|during|since|last|this|of)?\s?")
"""Between a figure and its time: "4.6 percent in April", "390 pupils last year"."""
_PART_BEFORE = re.compile(
    r"\b(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|some|most|none|few|many|part)\s"
    r"(?:out\s)?of\s(?:the|its|his|her|their|these|those|all)\s$",
    re.IGNORECASE,
)
"""Before the figure of a whole, a part of which is told of: "3 of the 40 buses"."""
_OF = re.compile(r"\bof\s(?:\w+\s)?$")
_BUT = re.compile(
    r"\b(?:all|every\w*|any\w*|each)\s(?:\w+\s)?(?:but|except(?:\sfor)?|save|other than|bar)\s$", re.IGNORECASE
)
"""Before those of whom the contrary is told: "all but two"."""
_HAVE = frozenset("has have had".split())


def unmet_pairs(here: Gist, there: Gist) -> tuple[Span, ...]:
    """Return the figures and times of a statement that the record has, though of something else than the statement."""
    figures = [
        figure.span
        for figure in here.figures
        if _is_of_another_time(figure, here, there)
        or _is_of_another_name(figure, here, there)
        or _is_of_the_whole(figure, here, there)
    ]
    return (*figures, *(time.span for time, days in resolved(here) if _is_of_another_deed(days, here, there)))


def _alike(figure: Figure, here: Gist, there: Gist) -> list[Figure]:
    """Return the figures of the record in the unit of one of the statement, none of a length of time."""
    return [
        one
        for one in there.figures
        if one.unit == figure.unit and (figure.unit or _may_count(one, figure, there, here))
    ]


def _may_count(one: Figure, figure: Figure, there: Gist, here: Gist) -> bool:
    """Say whether two bare figures may count one thing; one may leave out what: "41 seats, the others 27"."""
    mine, theirs = counted_by(figure, here), counted_by(one, there)
    return not mine or not theirs or mine[-1] in theirs or theirs[-1] in mine


def _is_of_another_time(figure: Figure, here: Gist, there: Gist) -> bool:
    """Say whether every time of the record that is the statement's only one stands with another figure: "350 in 2020".

    Only where the statement has no second figure either, which might be that one.
    """
    rivals, times = _alike(figure, here, there), resolved(here)
    if len(times) != 1 or len(here.times) != 1 or sum(one.unit == figure.unit for one in here.figures) != 1:
        return False
    told = [time for time, days in resolved(there) if bears_out(times[0][1], days)]
    if _stands_apart(told, [one for one in rivals if entails(one, figure)], rivals, there):
        return True
    beside = [_figure_of(time, there, rivals) for time in told]
    others = bool(told) and all(one is not None and not entails(one, figure) for one in beside)
    return others and any(entails(one, figure) for one in rivals)


def _stands_apart(told: list[TimeExpression], agreeing: list[Figure], rivals: list[Figure], there: Gist) -> bool:
    """Say whether a time and all figures of a statement stand in different sentences, and other figures by the time."""
    parts = sentences(there.text)
    homes = [part for part in parts if any(part.covers(time.span) for time in told)]
    beside = [one for one in rivals if any(home.covers(one.span) for home in homes)]
    return bool(agreeing and homes and beside) and not any(one in beside for one in agreeing)


def _figure_of(time: TimeExpression, text: Gist, figures: list[Figure]) -> Figure | None:
    """Return the figure that stands right before a time, with what it counts between at most."""
    near = [one for one in figures if one.span.end <= time.span.start]
    last = max(near, key=lambda one: one.span.end, default=None)
    return last if last and _OF_TIME.fullmatch(text.text, last.span.end, time.span.start) else None


def _is_of_another_name(figure: Figure, here: Gist, there: Gist) -> bool:
    """Say whether the record has a figure of a name that the statement lacks, and another one of the statement's.

    Of "the Liberal Party won 41 seats and the Farmers' Party 27" the Farmers' Party has not 41.
    """
    subject = next(iter(here.names), None)
    rivals = _alike(figure, here, there)
    agreeing = [one for one in rivals if entails(one, figure)]
    if subject is None or not agreeing or subject.span.start > figure.span.start:
        return False
    own = _parts_of(subject, there)
    theirs = [piece_of(one, there) for one in agreeing]
    strange = all(any(piece.covers(name.span) and not mentions(here, name) for name in there.names) for piece in theirs)
    others = [one for one in rivals if one not in agreeing and any(piece.covers(one.span) for piece in own)]
    return strange and bool(others) and not any(piece in own for piece in theirs)


def _parts_of(subject: Name, text: Gist) -> list[Span]:
    """Return the parts of a text that name somebody, with those behind in the same sentence that name nobody."""
    own: list[Span] = []
    for piece in pieces(text):
        named = [name for name in text.names if piece.covers(name.span)]
        goes_on = bool(own) and own[-1].end == piece.start and text.text[piece.start - 1] not in ".;"
        if any(same_bearer(subject, name) for name in named) or (goes_on and not named):
            own.append(piece)
    return own


def _is_of_the_whole(figure: Figure, here: Gist, there: Gist) -> bool:
    """Say whether the record tells of a part of so many, or of all but so many, what the statement tells of them."""
    agreeing = [one for one in _alike(figure, here, there) if entails(one, figure)]
    before = [there.text[: one.span.start] for one in agreeing]
    if agreeing and all(_BUT.search(one) for one in before):
        return _BUT.search(here.text[: figure.span.start]) is None
    if not agreeing or not all(_PART_BEFORE.search(one) for one in before):
        return False
    if _OF.search(here.text[: figure.span.start]):
        return False
    said = {root(word.stem) for word in here.words if _weighs(word)} - {*counted_by(figure, here)}
    return any(said & {root(word.stem) for word in _predicate(one, there)} for one in agreeing)


def _predicate(figure: Figure, text: Gist) -> list[Word]:
    """Return the words of weight behind the verb that follows a figure: "3 of the 40 buses in Lind are electric"."""
    behind = [word for word in text.words if word.span.start >= figure.span.end]
    at = next((n for n, word in enumerate(behind) if word.plain in TO_BE | _HAVE), len(behind))
    return [word for word in behind[at:] if _weighs(word)]


def _weighs(word: Word) -> bool:
    return word.content and not word.capital and word.plain[0].isalpha()


def _is_of_another_deed(days: Interval, here: Gist, there: Gist) -> bool:
    """Say whether the deed stands in parts with other times alone: "began on 3 June and ended on 9 June"."""
    deed = deed_of(here)
    told = resolved(there)
    if deed is None or len(told) < 2 or len(here.times) > 1:
        return False
    parts = pieces(there)
    homes = [
        part for part in parts if any(part.covers(w.span) and root(w.stem) == root(deed.stem) for w in there.words)
    ]
    timed = [[its for time, its in told if part.covers(time.span)] for part in homes]
    return bool(homes) and all(timed) and not any(bears_out(days, its) for some in timed for its in some)
