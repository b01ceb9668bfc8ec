"""Series over the whole record: the same thing counted, and how one thing stood, as reports came in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.brief.citing import Citations
from onrecord.brief.figures import (
    Reported,
    by_day,
    counted_in,
    counted_of,
    counter,
    is_series,
    matters,
    place_of,
    point,
    runs,
    sources,
    sure,
)
from onrecord.brief.reading import Reader, read_in_place
from onrecord.brief.revisions import moved, of_one_matter
from onrecord.brief.sentences import Sentence, gather_reports
from onrecord.brief.states import Oppose, turns
from onrecord.brief.things import things
from onrecord.data import FigureSeries, Found, Moment, Observation, Run, Series, State, StateSeries
from onrecord.text.numbers import find_figures
from onrecord.text.origins import count_origins
from onrecord.text.words import terms

_READ = 400
"""Sentences with figures that are read in their paragraphs, at most: reading one takes a hundredth of a second."""


def tell_series(
    topic: str, found: Found, *, as_of: Moment, run: Run, read: Reader, oppose: Oppose, since: Moment | None = None
) -> Series:
    """Return the series on ``topic``; where it is a statement with a figure, those of what that counts alone."""
    told = gather_reports(topic, [one for one in found.candidates if one.memento.at is not None])
    asked = {terms(matter) for figure in find_figures(topic) if (matter := counted_of(topic, figure))}
    cited = Citations()
    sought = frozenset(terms(topic))  # what is on a topic shares its words, of whatever it tells
    counts = [each for each in _counts(told, read, sought) if not asked or terms(counted_in(each[0])) in asked]
    return Series(
        topic=topic,
        as_of=as_of,
        since=since,
        figures=tuple(_figures(each, cited, sought) for each in counts),
        states=() if asked else tuple(_states(told, oppose, cited)),
        citations=tuple(cited.listed),
        coverage=found.coverage,
        run=run,
    )


def _counts(told: Sequence[Sentence], read: Reader, sought: frozenset[str]) -> list[list[Reported]]:
    """Return the reports of each series, in order of time, each sentence read in its paragraph."""
    found = [part for reported in matters(told) for run in runs(sure(reported)) for part in things(run, sought)]
    wanted = {one.place: one for part in found if is_series(part) for one, _ in part}
    known = read_in_place(list(wanted.values())[:_READ], read)
    read_parts = ([(known[one.place], figure) for one, figure in part if one.place in known] for part in found)
    return sorted((part for part in read_parts if is_series(part)), key=_longest_first)


def _longest_first(part: Sequence[Reported]) -> tuple[object, ...]:
    """Order series by how many values they have, then by what they tell: copies add reports, and stand anywhere."""
    values = tuple(dict.fromkeys(figure.value for _, figure in part))
    return (-len(values), part[0][0].told[0].date(), values, counted_in(part[0]), by_day(part[0]))


def _figures(reported: Sequence[Reported], cited: Citations, sought: frozenset[str]) -> FigureSeries:
    """Cite each figure of each counter where it is reported first."""
    counted, reports = counted_in(reported[0]), _by_counter(reported)
    told = [
        Observation(
            point=point(counted, same[0], cited),
            span=place_of(same[0]),
            origins=count_origins(sentence.memento for sentence, _ in same),
            superseded_at=_superseded_at(same, reported, sought),
        )
        for same in reports
    ]
    return FigureSeries(observations=tuple(told))


def _by_counter(reported: Sequence[Reported]) -> list[list[Reported]]:
    """Gather the reports of each figure of each counter, in order of time.

    One that names no counter goes with those that gave the figure before it; so does a copy, whatever it leaves out.
    """
    reports: list[list[Reported]] = []
    for one in sorted(reported, key=lambda each: (each[0].told[0], each[1].value, each[0].place)):
        same = next((each for each in reports if _says_the_same(one, each)), None)
        if same is not None:
            same.append(one)
        else:
            reports.append([one])
    return reports


def _says_the_same(one: Reported, told: Sequence[Reported]) -> bool:
    origins = {sentence.memento.origin for sentence, _ in told}
    of_it = not counter(one) or one[0].memento.origin in origins or _name(one) == _name(told[0])
    return one[1].value == told[0][1].value and of_it


def _superseded_at(told: Sequence[Reported], reported: Sequence[Reported], sought: frozenset[str]) -> Moment | None:
    """Return when the same counter, or the same source where neither names one, was first reported with another."""
    first, figure = told[0]
    known = {source for sentence, _ in told for source in sources(sentence)}
    later = [
        one[0]
        for one in reported
        if one[0].told[0].date() > first.told[0].date()
        and moved(figure, one[1])
        and of_one_matter(told[0], one, sought)
        and _name(one) == _name(told[0])
        and (counter(one) or known & {*sources(one[0])})
    ]
    return min(later, key=lambda sentence: sentence.told).memento.at if later else None


def _name(one: Reported) -> tuple[str, ...]:
    return terms(counter(one) or "")


def _states(told: Sequence[Sentence], oppose: Oppose, cited: Citations) -> Iterator[StateSeries]:
    for chain in turns(told, oppose):
        reports = [(chain[0][0], chain[0][2].here), *((other, opposition.there) for _, other, opposition in chain)]
        moments = [sentence.memento.at for sentence, _ in reports]
        yield StateSeries(
            states=tuple(
                State(
                    sentence=cited.cite(sentence),
                    span=span,
                    reported_at=at,
                    source=sentence.memento.document.publisher,
                    superseded_at=ended,
                )
                for (sentence, span), at, ended in zip(reports, moments, [*moments[1:], None], strict=True)
                if at is not None
            )
        )
