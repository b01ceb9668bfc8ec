"""What belongs together: the figure of a year, of a name, of a part, and the day of a deed.

"4 crowns in 2020 and 6 now" has 6 and 2020, and not the two together.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from onrecord.data import Figure, Interval, Span
from onrecord.text.dates import TimeExpression
from onrecord.text.names import Name
from onrecord.text.sentences import sentences
from onrecord.text.words import stem
from onrecord.verify.comparing.counted import counted_by, piece_of, pieces
from onrecord.verify.comparing.directions import DOWN, UP
from onrecord.verify.comparing.doers import deed_of
from onrecord.verify.comparing.names import mentions, same_bearer
from onrecord.verify.comparing.times import bears_out, resolved
from onrecord.verify.comparing.values import entails
from onrecord.verify.reading.clauses import find_verb
from onrecord.verify.reading.gist import MONTHS, Gist
from onrecord.verify.reading.tokens import TO_BE, Word, compared, find_roots, root

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
_NUMBER = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen|(?:twenty|thirty"
    "|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]+)?"
)
_LONG_APART = re.compile(
    rf"\b(?:an?|several|few|{_NUMBER}|\d+)\s(?:[a-z]+\s)?"
    r"(?P<unit>day|week|month|year|decade|centur)(?:s|y|ies)?\s(?:after|before|later|earlier|afterwards)\b,?[^,;.]*"
    r"|\b(?:2[4-9]|[3-9]\d|\d{3,}|twenty-[a-z]+"
    r"|(?:thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]+)?)\shours\s"
    r"(?:after|before|later|earlier)\b,?[^,;.]*",
    re.IGNORECASE,
)
"""How long before or after something else, and what was: "fifty hours after a tunnel collapsed", "a decade later"."""
_LENGTHS = {"day": 1, "week": 7, "month": 28, "year": 365, "decade": 3_650, "centur": 36_500}
"""The days of each."""
_WITHOUT_VERB = re.compile(
    r"(?:,|;|\band|\bwhile|\bbut)\s(?:[Tt]he\s)?(?P<name>[A-Z][\w’-]*(?:\s[A-Z][\w’-]*){0,3})\s(?:(?:at|by|with|to|on|only|just)\s)?"
    r"(?P<number>\d[\d,]*(?:\.\d+)?)(?:\s(?:percent|per cent|million|billion|[a-z]+))?(?=[,;.]|\sand\b|$)"
)
"""Somebody with a figure of his own, for whom the verb goes on: "Tolm employs 900 people, Brekk Marine 450"."""
_NOT_YET = find_roots("expect forecast predict estimate demand offer ask")
"""What figures are given for that are not so yet, or not at all."""
_HAVE = frozenset("has have had".split())
_OF_THESE = re.compile(r"(?:^|[,;:.–—]\s|\b(?:that|but|and)\s)of (?:the\s|its\s|their\s)?$", re.IGNORECASE)
_SOME = re.compile(r"(?:\s[a-z]+){1,3},?\s(?:only\s)?")
"""Between the figure of a whole and that of a part: "of nine posts four are vacant"."""
_ONE_OF = re.compile(r"\bone of (?:the\s|his\s|her\s|their\s)?$", re.IGNORECASE)
_OWNS = re.compile(r"\b(?:has|have|had)\s(?:got\s)?$")
_MORE_OR_LESS = re.compile(
    r"\s?(?:[a-z]+\s){0,2}?(?:(?:more|fewer|less|higher|lower|longer|shorter|dearer|cheaper|earlier|later)\sthan\b"
    r"|(?:over|under|below|above|short\sof|off)\s(?:the\s|its\s|her\s|his\s)?(?:[a-z]+\s)?(?:budget|limit|records?|average|target|norm|mark)\b)"
)
"""Behind a figure that is only how far something is from something else: "20 centimetres below the record"."""
_THE_ONE = re.compile(r"\b(?:the|that|another)\sones?\s(?:in|at|near|on|for|of)\s(?:the\s)?(?P<whose>[A-Z][\w’-]*)")
"""What is told of another of the same kind: "close the mill in Halme and keep the one in Tarn"."""
_CLAUSE = re.compile(r"[,;.]|\s(?:and|but|while|whereas|or)\s")
_NOUN_OF = re.compile(
    r"\b([a-z]+)\sof\s(?:(?:about|around|some|nearly|almost|over|more than)\s)?[$€£]?$", re.IGNORECASE
)
_BESIDE_NAME = re.compile(
    r",\s(?:with|home to|a (?:town|city|village) of)\s(?:(?:about|around|some|nearly|its|over|more than)\s)?"
)
_ASIDE = re.compile(r",\s(?:who|which)\s[^,;.]{1,120},")
_SCORED = re.compile(r"\b\d{1,3}\sto\s$")
"""Before the second figure of a vote or game, which counts nothing else: "voted 14 to 9 on Monday"."""
_LEADS_TIME = frozenset("in on at by from until since".split())
_MONTH = re.compile(rf"\b(?:{MONTHS})\b")
_FROM_ELSE = frozenset(
    "by than more fewer less over under below above short off extra additional ahead behind late gap lead margin "
    "difference exceed exceeds exceeded exceeding overran".split()
)


def unmet_pairs(here: Gist, there: Gist) -> tuple[Span, ...]:
    """Return the figures and times of a statement that the record has, though of something else than the statement."""
    figures = [
        figure.span
        for figure in here.figures
        if _is_of_another_time(figure, here, there)
        or _is_of_another_name(figure, here, there)
        or _is_of_the_whole(figure, here, there)
        or _is_how_far(figure, here, there)
        or _is_of_who_came_before(figure, here, there)
        or _is_not_what_was_expected(figure, here, there)
        or _is_of_another_noun(figure, here, there)
        or _is_told_beside_another(figure, here, there)
    ]
    times = [time.span for time, days in resolved(here) if _is_of_another_deed(days, here, there)]
    apart = (time.span for time in here.times if _is_long_apart(time, here, there))
    aside = (time.span for time, days in resolved(here) if _is_of_an_aside(days, here, there))
    return (*figures, *times, *apart, *aside, *_dated_otherwise(here, there), *_of_the_other_one(here, there))


def _of_the_other_one(here: Gist, there: Gist) -> tuple[Span, ...]:
    """Return the place of what a statement has something done to, where the record has it done to another alone."""
    deed = deed_of(here)
    for one in _THE_ONE.finditer(there.text) if deed else ():
        named = [name for name in here.names if name.words == one["whose"]]
        start = max((cut.end() for cut in _CLAUSE.finditer(there.text, 0, one.start())), default=0)
        end = next((cut.start() for cut in _CLAUSE.finditer(there.text, one.end())), len(there.text))
        alone = there.text.count(one["whose"]) == 1
        if named and alone and deed and root(deed.stem) not in find_roots(there.text[start:end]):
            return (named[0].span,)
    return ()


def _alike(figure: Figure, here: Gist, there: Gist) -> list[Figure]:
    """Return the figures of the record in the unit of one of the statement, none of a length of time."""
    return [
        one
        for one in there.figures
        if one.unit == figure.unit and (figure.unit or _may_count(one, figure, there, here))
        if one.unit or not (_SCORED.search(there.text, 0, one.span.start) and counted_by(figure, here))
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
    if any(piece in own for piece in theirs):
        return False
    strange = all(any(piece.covers(name.span) and not mentions(here, name) for name in there.names) for piece in theirs)
    return strange and any(one not in agreeing and any(piece.covers(one.span) for piece in own) for one in rivals)


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
    if agreeing and _OWNS.search(here.text, 0, figure.span.start) and all(_ONE_OF.search(one) for one in before):
        return True  # who is one of five children has no five children
    if agreeing and all(_is_shared_out(one, there) for one in agreeing):
        return _OF.search(here.text[: figure.span.start]) is None
    if not agreeing or not all(_PART_BEFORE.search(one) for one in before):
        return False
    if _OF.search(here.text[: figure.span.start]):
        return False
    said = {root(word.stem) for word in here.words if _weighs(word)} - {*counted_by(figure, here)}
    return any(said & {root(word.stem) for word in _predicate(one, there)} for one in agreeing)


def _is_of_who_came_before(figure: Figure, here: Gist, there: Gist) -> bool:
    """Say whether the record has a figure of those before, and another right behind whom the statement names."""
    subject = next(iter(here.names), None)
    agreeing = [one for one in there.figures if one.value == figure.value and one.unit in (figure.unit, "")]
    if subject is None or not agreeing or subject.span.start > figure.span.start:
        return False
    for one in _WITHOUT_VERB.finditer(there.text):
        named = next((name for name in there.names if one.start("name") <= name.span.start < one.end("name")), None)
        number = float(one["number"].rstrip(".,").replace(",", ""))
        its = number in (figure.value, figure.value / 1e6, figure.value / 1e9)
        if named and same_bearer(subject, named) and not its:
            return all(other.span.end <= one.start("name") for other in agreeing)
    return False


def _is_not_what_was_expected(figure: Figure, here: Gist, there: Gist) -> bool:
    """Say whether the record has a figure as so, and another as what was expected, asked for or offered."""
    verb = next((root(word.stem) for word in here.words if root(word.stem) in _NOT_YET), None)
    parts = [span for span in sentences(there.text) if verb in find_roots(span.cut(there.text))] if verb else []
    told = [[one for one in there.numbers if part.covers(one.span)] for part in parts]
    agreeing = any(one.value == figure.value for one in there.figures)
    return agreeing and bool(told) and all(some and figure.value not in {one.value for one in some} for some in told)


def _is_of_another_noun(figure: Figure, here: Gist, there: Gist) -> bool:
    """Say whether what a figure is "of" has another one: "a profit of 142 million on sales of 1.9 billion"."""
    mine = _NOUN_OF.search(here.text, 0, figure.span.start)
    told = {one: _NOUN_OF.search(there.text, 0, one.span.start) for one in there.figures if one.unit == figure.unit}
    agreeing = [noun for one, noun in told.items() if entails(one, figure)]
    if mine is None or not agreeing or not all(agreeing):
        return False
    kind = root(compared(mine[1].lower()))
    kinds = [root(compared(noun[1].lower())) for noun in told.values() if noun]
    return kind in kinds and all(root(compared(noun[1].lower())) != kind for noun in agreeing if noun)


def _is_told_beside_another(figure: Figure, here: Gist, there: Gist) -> bool:
    """Say whether a figure is told in an aside to another name: "Harrow, with 900 inhabitants, lies far from Tarn"."""
    subject = next(iter(here.names), None)
    agreeing = [one for one in there.figures if one.unit == figure.unit and entails(one, figure)]
    if subject is None or not agreeing:
        return False
    owners = [
        [name for name in there.names if _BESIDE_NAME.fullmatch(there.text, name.span.end, one.span.start)]
        for one in agreeing
    ]
    return all(owners) and not any(mentions(here, name) for some in owners for name in some)


def _is_of_an_aside(days: Interval, here: Gist, there: Gist) -> bool:
    """Say whether a time is told of something else in an aside: "Lund, who won it in 1998, was born in Tarn"."""
    deed = deed_of(here)
    told = [time.span for time, its in resolved(there) if bears_out(days, its)]
    asides = [Span(start=one.start(), end=one.end()) for one in _ASIDE.finditer(there.text)]
    if deed is None or not told or not asides or len(here.times) != 1:
        return False
    places = [word.span for word in there.words if root(word.stem) == root(deed.stem)]
    inside = all(any(one.covers(span) for one in asides) for span in told)
    return inside and bool(places) and not any(one.covers(span) for one in asides for span in places)


def _is_shared_out(figure: Figure, text: Gist) -> bool:
    """Say whether a smaller figure tells of how many of so many something is so: "of nine posts four are vacant"."""
    behind = next((one for one in text.figures if one.span.start >= figure.span.end), None)
    return (
        behind is not None
        and behind.value < figure.value
        and _OF_THESE.search(text.text[: figure.span.start]) is not None
        and _SOME.fullmatch(text.text, figure.span.end, behind.span.start) is not None
    )


def _is_how_far(figure: Figure, here: Gist, there: Gist) -> bool:
    """Say whether a figure of the record is only how far something is from something else, not so the statement's."""
    agreeing = [one for one in _alike(figure, here, there) if entails(one, figure)]
    if not agreeing or not all(_MORE_OR_LESS.match(there.text, one.span.end) for one in agreeing):
        return False
    told = {word.plain for word in here.words} & _FROM_ELSE
    return not told and not any(root(word.stem) in UP | DOWN for word in here.words)


def _predicate(figure: Figure, text: Gist) -> list[Word]:
    """Return the words of weight behind the verb that follows a figure: "3 of the 40 buses in Lind are electric"."""
    behind = [word for word in text.words if word.span.start >= figure.span.end]
    at = next((n for n, word in enumerate(behind) if word.plain in TO_BE | _HAVE), None)
    if at is None:  # "three of its seven members voted for one"
        end = next((one.end for one in sentences(text.text) if one.covers(figure.span)), len(text.text))
        return [word for word in behind if word.span.end <= end and _weighs(word)]
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


def _dated_otherwise(here: Gist, there: Gist) -> tuple[Span, ...]:
    """Return the times right behind a deed of a statement where the record has another right behind it each time.

    "Full until March, will close in June and reopen" has not the place close in March.
    """
    told: dict[str, list[TimeExpression | None]] = {}
    beside = {place: time for time, place in _behind_deeds(there)}
    for place, word in enumerate(there.words):
        told.setdefault(root(word.stem), []).append(beside.get(place))
    found = []
    for time, place in _behind_deeds(here):
        rivals = told.get(root(here.words[place].stem), [])
        if rivals and all(one is not None and _is_another_time(time, one) for one in rivals):
            found.append(time.span)
    return tuple(found)


def _behind_deeds(text: Gist) -> list[tuple[TimeExpression, int]]:
    """Return times with the place of the word that each stands right behind, a preposition between: "close in June"."""
    found, ends = [], [word.span.end for word in text.words]
    for time in text.times:
        at = bisect_right(ends, time.span.start)
        led = at > 1 and text.words[at - 1].plain in _LEADS_TIME
        deed = text.words[at - 2] if led else None
        if deed and deed.content and deed.plain.isalpha() and not deed.capital:
            found.append((time, at - 2))
    return found


def _is_another_time(one: TimeExpression, other: TimeExpression) -> bool:
    """Say whether two times are surely not one; a month without its year is told by its name."""
    if one.words.casefold() == other.words.casefold():
        return False
    if one.interval and other.interval:
        return not bears_out(one.interval, other.interval) and not bears_out(other.interval, one.interval)
    months = [_MONTH.search(time.words) for time in (one, other)]
    return all(months) and len({month[0] for month in months if month}) > 1


def _is_long_apart(time: TimeExpression, here: Gist, there: Gist) -> bool:
    """Say whether the record has the deed only so long before or after something else, which was at that time."""
    verb = find_verb(here.words)
    deed = deed_of(here)
    if deed is None or verb is None or not (deed is here.words[verb] or deed.plain.endswith("ed")):
        return False  # "was among the banks that reduced their rates"
    told = [word.span for word in there.words if stem(word.plain) == stem(deed.plain)]
    days = time.interval
    length = (days.end - days.start).days if days else 0
    apart = [
        Span(start=one.start(), end=one.end())
        for one in _LONG_APART.finditer(there.text)
        if _LENGTHS[(one["unit"] or "day").lower()] > length
    ]
    if not told or not apart or not all(any(one.covers(span) for one in apart) for span in told):
        return False
    timed = [one.span for one in there.times if _is_time(one, time)]
    return bool(timed) and not any(one.covers(span) for one in apart for span in timed)


def _is_time(told: TimeExpression, asked: TimeExpression) -> bool:
    """Say whether a time of the record is one of a statement, which may not know of which week its Monday is."""
    if told.interval and asked.interval:
        return bears_out(asked.interval, told.interval)
    return asked.words.casefold() in told.words.casefold()
