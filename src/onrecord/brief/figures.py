"""Figures over time, with who counted."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations

from onrecord.brief.citing import Citations
from onrecord.brief.sentences import Sentence
from onrecord.data import Figure, FigurePoint, Span, day_of
from onrecord.text.dates import find_times
from onrecord.text.numbers import find_figures
from onrecord.text.sentences import sentences as sentences_of
from onrecord.text.words import content_words, terms

Reported = tuple[Sentence, Figure]
Counts = Mapping[str, Sequence[Reported]]
"""What is counted, with its figures by day of report."""

_CLAUSE_END = re.compile(r"[,;:.!?“”()]\s|[.!?]$")
_CLAUSES = re.compile(r"((?<=[,;:.!?“”()])\s)")
_NAME = re.compile(r"(?<=\s)[A-Z][\w’'-]*")
"""A word with a capital inside a sentence names somebody; nothing happened to a count by it."""
_JOINED = re.compile(r"\s(?:and|but|nor|or)\b")
"""Behind what is counted: what follows is told of others ("killed six people and injured dozens")."""
ONE_EVENT = 31
"""Days from one report of a figure to the next, in news of one event."""

LARGE, _MULTIPLE = 100, 3
"""A count of so many that is so many times another one, within a month, is taken for a count of something else."""

_SHORTLY = (365, 3)
"""Days after which a time in the clause of a figure makes it another event's, "a 1960 wave that killed 61"; after which
a weekday tells that its page went on later, and nobody knows when it counted."""
_LEANS = re.compile(r"(?:It|They|The (?:\w+ )?toll|The number of (?:the )?(?:dead|deaths|victims))\b")
"""How a sentence begins with a toll of what the one before it tells of."""
_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")

_NO_COUNT = re.compile(
    r"\b(?:every|each|per|another|additional|further|first|last|next)\s$"
    r"|\b(?:set|due|expected|scheduled|slated|likely|poised|ready|agreed|preparing|plan(?:s|ned)?|want(?:s|ed)?)\sto\s[^,;:]*$"
    r"|\b(?:call(?:s|ed)?|ask(?:s|ed)?|push(?:es|ed)?)\sfor\s[^,;:]*$"
    r"|\b(?:will|would|could|might|may|should|must)\s[^,;:]*$"
)
"""Before a figure that is no count of what was: a rate, a part that is added, what is to come."""
_ADDED = re.compile(r"\s(?:more|other|additional|further)\b")
"""After one that is added to another."""

_PUTS = re.compile(
    r"((?:The\s)?(?:[\w’'.-]+\s){0,4}?[\w’'.-]+)\s(?:on\s\w+\s)?(?:put|puts|raised|raises|revised|revises|lowered|lowers)"
    r"\s(?:its|their|his|her|the)\s(?:\w+\s){0,3}?(?:count|number|toll|tally|figure|estimate)\b"
    r"[^,;:.!?“”()\d]*\b(?:to|at)\s(?:(?:at least|more than|about|nearly)\s)?(?=\d)"
)
"""How a sentence begins in which somebody puts their count at what follows: "The union raised its count to 81"."""
_AT_LEAST = r"(?:(?:at least|more than|about|nearly|almost|some|over|an estimated)\s)?"
_TOLL = re.compile(
    rf"\btoll\b[^.;:\d]{{0,80}}\b(?:to|at|of|past|reached|surpassed|passed|topped|exceeded|hit|is|was)\s(?:now\s)?{_AT_LEAST}$"
    rf"|\bkill(?:ed|ing|s)\s{_AT_LEAST}$"
)
_DEAD = re.compile(r"\s(?:people\s)?(?:were\s|are\s)?(?:dead|deaths|fatalities|killed)\b")
_TOLLED = "deaths"
_DEATHS = frozenset((_TOLLED, "fatalities"))
_PEOPLE = frozenset(("", "people", "persons"))
_PERSONS = frozenset(("people", "persons", "men", "women", "children", "residents", "americans", "citizens", "adults"))
"""Who is counted of many things; without what happened to them it is not said of which."""
_WHO_DIED = frozenset(
    "workers employees miners sailors fishermen soldiers troops civilians villagers passengers pilgrims worshippers "
    "tourists travellers travelers climbers hikers migrants inmates prisoners patients students pupils shoppers".split()
)
"""Who the dead were where a report tells of no others: "a fire killed four workers" is its toll."""
_DYING = frozenset(("killed", "died", "dead", "deaths", "die", "kill", "kills", "killing"))
_BESIDE = frozenset(("according", "excluding", "following", "including", "involving", "regarding"))
"""What stands beside a count like what happened, and says nothing of it."""
KILLED = "people killed"
"""A toll, the dead and those who died are counted as one."""


def is_series(run: Sequence[Reported]) -> bool:
    """Say whether reports give at least two values, and of one thing."""
    return len({figure.value for _, figure in run}) > 1 and not _mixed(run)


def matters(sentences: Sequence[Sentence]) -> list[list[Reported]]:
    """Return the figures of each thing that is counted, each value of a publisher where it is given first."""
    found: dict[tuple[str, ...], dict[tuple[str, float], Reported]] = defaultdict(dict)
    counts = [
        (sentence, figure)
        for sentence in sorted(sentences, key=lambda each: each.told)
        for figure in find_figures(sentence.words)
        if (matter := counted_of(sentence.words, figure))
        and sentence.memento.at is not None
        and _is_of_now(sentence, figure, matter)
    ]
    for sentence, figure in _with_tolls(counts):
        key = (*terms(counted_of(sentence.words, figure)), figure.unit)
        found[key].setdefault((sources(sentence)[1], figure.value), (sentence, figure))
    return [list(reported.values()) for _, reported in sorted(found.items())]


def _with_tolls(counts: Sequence[Reported]) -> Iterator[Reported]:
    """Yield the counts, and the only dead that a document tells of, whoever they were, as those of a toll."""
    dead: dict[str, set[float]] = defaultdict(set)
    for sentence, figure in counts:
        if counted_of(sentence.words, figure) == KILLED or _tells_who_died(sentence.words, figure):
            dead[sentence.memento.document.id].add(figure.value)
    for sentence, figure in counts:
        alone = len(dead[sentence.memento.document.id]) == 1
        toll = alone and _tells_who_died(sentence.words, figure)
        yield sentence, replace(figure, counted=_TOLLED) if toll else figure


def _tells_who_died(words: str, figure: Figure) -> bool:
    who = figure.counted.rpartition(" ")[2].lower()
    return not figure.unit and who in _WHO_DIED and _happened(words, figure) in _DYING


def _is_of_now(sentence: Sentence, figure: Figure, matter: str) -> bool:
    """Say whether a figure is of the time of its report, and a count at all.

    The dead are of the time that the sentence tells: "The storm struck in August 2004, and 31 people died".
    """
    words, place = sentence.words, figure.span
    if _NO_COUNT.search(words[: place.start]) or _ADDED.match(words, place.end):
        return False
    start = 0 if matter == KILLED else _clause_start(words, place)
    at = sentence.memento.at
    day = day_of(at) if at is not None else None
    times = find_times(words, anchor=day)
    near = (time for time in times if time.span.start >= start and time.interval)
    if any(
        day and time.interval and _SHORTLY[bool(_WEEKDAY.match(time.words))] < (day - time.interval.end).days
        for time in near
    ):
        return False
    return bool(times) or matter != KILLED or not _LEANS.match(words) or not _tells_of_old(_before(sentence), day)


def _before(sentence: Sentence) -> str:
    """Return the sentence before one in its paragraph."""
    text, start = sentence.memento.document.text, sentence.span.start
    before = text[text.rfind("\n", 0, start) + 1 : start]
    return next((span.cut(before) for span in reversed(sentences_of(before))), "")


def _tells_of_old(words: str, day: date | None) -> bool:
    """Say whether all times of a sentence are of another event than that of its day: "a flood struck in 1954"."""
    times = [time.interval for time in find_times(words, anchor=day) if time.interval]
    return bool(day and times) and all((day - time.end).days > _SHORTLY[False] for time in times if day)


def _clause_start(words: str, place: Span) -> int:
    return len("".join(_CLAUSES.split(words[: place.start])[:-1]))


def clause_of(words: str, place: Span) -> str:
    """Return the clause that a figure stands in."""
    return words[_clause_start(words, place) : place.end] + _CLAUSES.split(words[place.end :])[0]


def sure(reported: Iterable[Reported]) -> list[Reported]:
    """Leave out what one document counts twice and differently: it counts two things, and not the same way."""
    values: dict[str, set[float]] = defaultdict(set)
    told = sorted(reported, key=by_day)
    for sentence, figure in told:
        values[sentence.memento.document.id].add(figure.value)
    return [one for one in told if len(values[one[0].memento.document.id]) == 1]


def runs(told: Sequence[Reported]) -> list[tuple[Reported, ...]]:
    """Part the reports of different events: those with more than a month between them."""
    runs: list[list[Reported]] = []
    for one in told:
        if runs and (one[0].told[0] - runs[-1][-1][0].told[0]).days <= ONE_EVENT:
            runs[-1].append(one)
        else:
            runs.append([one])
    return [tuple(run) for run in runs]


def _mixed(run: Sequence[Reported]) -> bool:
    """Say whether two things were counted under one name: a large count is followed by one far below it."""
    values = [figure.value for _, figure in run]
    return any(before >= LARGE and before > _MULTIPLE * after for before, after in combinations(values, 2))


def far_apart(one: float, other: float) -> bool:
    """Say whether two counts are too far apart to be of one thing."""
    smaller, larger = sorted((one, other))
    return smaller >= LARGE and larger > _MULTIPLE * smaller


def sources(sentence: Sentence) -> tuple[str, str]:
    """Return the origin of a sentence and its publisher; what shares either of them is one source."""
    return sentence.memento.origin, sentence.memento.document.publisher or sentence.memento.origin


def _happened(words: str, figure: Figure) -> str:
    """Return the word beside a figure that says what happened to what it counts: "killed", "left", "missing".

    It stands after what is counted, in the same clause ("12 people were killed"), else before the figure
    ("has killed 31 people").
    """
    counted = words.find(figure.counted, figure.span.end)
    if counted < 0:  # "the number of people killed rose to 74"
        counted = words.rfind(figure.counted, 0, figure.span.start)
    after = _CLAUSE_END.split(words[counted + len(figure.counted) :], maxsplit=1)[0] if counted >= 0 else ""
    after = "" if _JOINED.match(after) else after
    before = _CLAUSE_END.split(words[: figure.span.start])[-1]
    named = {word.lower() for word in _NAME.findall(words)}
    told = [[word for word in content_words(part) if word not in named] for part in (after, before)]
    return next(iter(told[0]), "") or next(reversed(told[1]), "")


def points(counts: Counts, cited: Citations, *, most: int) -> Iterator[FigurePoint]:
    """Yield up to ``most`` figures with who published them and, where the sentence says so, who counted."""
    left = most
    for counted, reported in counts.items():
        if len(reported) > left:
            continue
        left -= len(reported)
        yield from (point(counted, each, cited) for each in reported)


def point(counted: str, reported: Reported, cited: Citations) -> FigurePoint:
    """Return a figure with who published it and, where the sentence says so, who counted."""
    sentence, figure = reported
    assert sentence.memento.at is not None  # matters() takes dated ones only
    return FigurePoint(
        counted=counted,
        value=figure.value,
        unit=figure.unit,
        bound=figure.bound,
        reported_at=sentence.memento.at,
        source=sentence.memento.document.publisher,
        counted_by=counter(reported),
        sentence=cited.cite(sentence),
    )


def counter(reported: Reported) -> str | None:
    """Return who is said to have counted: whoever says the figure, or puts their own count at it."""
    sentence, figure = reported
    if sentence.said and sentence.said.covers(place_of(reported)):
        return sentence.speaker
    puts = _PUTS.match(sentence.words)
    named = puts and puts.end() == figure.span.start and puts[1]
    return f"the {named[4:]}" if named and named.startswith("The ") else named or None


def place_of(reported: Reported) -> Span:
    """Return where a figure stands in the text of its document."""
    sentence, figure = reported
    return Span(start=sentence.span.start + figure.span.start, end=sentence.span.start + figure.span.end)


def counted_in(reported: Reported) -> str:
    """Say what a reported figure counts and what happened to it."""
    sentence, figure = reported
    return counted_of(sentence.words, figure)


def counted_of(words: str, figure: Figure) -> str:
    """Say what a figure in some words counts and what happened to it; nothing where that is not said."""
    place = figure.span
    if not figure.counted:
        dead = not figure.unit and (_TOLL.search(words[: place.start]) or _DEAD.match(words, place.end))
        return KILLED if dead else ""
    if figure.counted in _PEOPLE and not figure.unit and _TOLL.search(words[: place.start]):
        return KILLED  # "the toll rose to 31 people as rescue crews went on"
    happened = _happened(words, figure)
    if figure.counted in _DEATHS:
        return KILLED
    if happened in _BESIDE or (not happened and figure.counted in _PERSONS):
        return ""
    if figure.counted in _PEOPLE and happened in _DYING:
        return KILLED
    return f"{figure.counted} {happened}".strip()


def by_day(reported: Reported) -> tuple[object, ...]:
    """Order reports by day, those of one day by value."""
    sentence, figure = reported
    return (sentence.told[0].date(), figure.value, *sentence.place)
