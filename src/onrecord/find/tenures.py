"""Who held which office when: mentions of roles over the whole archive, brought together by person and office."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from onrecord.data import Moment, OfficeMention, Standing, Tenure, Window, day_of, latest
from onrecord.find.offices import mentions
from onrecord.find.versions import in_force
from onrecord.ports import Finder
from onrecord.text.offices import may_be, office_in, same_place
from onrecord.text.origins import count_origins
from onrecord.text.words import terms

_SLICE = timedelta(days=182)
"""Days asked after at once: what is written most of would else hide the years in which less was."""
_SLICES = 24
"""Slices of half a year before all that came earlier is one."""
_SEEN = 60
"""Passages looked at in each slice for each way of asking."""


def gather_tenures(query: str, *, archive: Finder, as_of: Moment, since: Moment | None = None) -> tuple[Tenure, ...]:
    """Return who is given the office, or which offices somebody is given, in order of the first mention.

    Args:
        query: an office with or without whose it is, or a person: "Veldanian foreign minister", "Orla Venn".
        archive: where it is looked up.
        as_of: nothing published later is read.
        since: nothing published up to then is read.
    """
    asked = (query, f"former {query}")
    hits = [
        hit
        for window in _slices(as_of, since)
        for hits in archive.find(asked, window=window, limit=_SEEN)
        for hit in hits
    ]
    ids = sorted({hit.passage.document_id for hit in hits})
    held = {document.id: document for document in archive.documents(ids)}
    told = mentions(dict.fromkeys(hit.passage for hit in hits), in_force(held, as_of))
    meant = [one for one in told if _is_meant(one, query)]
    origins = {
        memento.document.id: memento for memento in archive.mementos(sorted({one.memento.document.id for one in meant}))
    }
    found = [
        _tenure(some) for some in _together([replace(one, memento=origins[one.memento.document.id]) for one in meant])
    ]
    return tuple(sorted(found, key=lambda one: (latest(one.first.at), one.person, one.office, one.of, one.standing)))


def _slices(as_of: Moment, since: Moment | None) -> Iterator[Window]:
    """Yield windows from ``as_of`` back to ``since``, or to the beginning."""
    until = as_of
    for _ in range(_SLICES):
        after = day_of(until) - _SLICE
        if since is not None and latest(after) <= latest(since):
            break
        yield Window(until=until, after=after)
        until = after
    yield Window(until=until, after=since)


def _is_meant(one: OfficeMention, query: str) -> bool:
    """Say whether a mention is of the office, person and place asked after."""
    office = office_in(query)
    if office and one.office != office:
        return False
    said = set(terms(f"{one.person} {one.office} {one.of} {one.quote} {office}"))
    rest = [word for word in query.split() if not set(terms(word)) <= said]
    return not rest or bool(one.of and same_place(" ".join(rest), one.of))


def _together(told: Sequence[OfficeMention]) -> Iterator[list[OfficeMention]]:
    """Yield mentions of one person in one office of one body at one standing.

    A surname alone, or an office of which it is not said whose it is, goes with the one person or body that it may
    be of; where there are two, it stands for itself.
    """
    by_office: dict[tuple[str, Standing], list[OfficeMention]] = defaultdict(list)
    for one in told:
        by_office[one.office, one.standing].append(one)
    for some in by_office.values():
        groups: list[list[OfficeMention]] = []
        for one in sorted(some, key=lambda one: (-len(one.person.split()), not one.of)):
            fitting = [group for group in groups if _fits(one, group)]
            if len(fitting) == 1:
                fitting[0].append(one)
            elif not fitting:
                groups.append([one])
        yield from (sorted(group, key=lambda one: latest(one.at)) for group in groups)


def _fits(one: OfficeMention, group: Sequence[OfficeMention]) -> bool:
    place = next((each.of for each in group if each.of), "")
    return may_be(one.person, group[0].person) and same_place(one.of, place) is not False


def _tenure(told: Sequence[OfficeMention]) -> Tenure:
    return Tenure(
        person=_usual(one.person for one in told),
        office=told[0].office,
        of=_usual(one.of for one in told if one.of),
        standing=told[0].standing,
        first=told[0],
        last=told[-1],
        documents=len({one.memento.document.id for one in told}),
        origins=count_origins(one.memento for one in told),
    )


def _usual(words: Iterable[str]) -> str:
    counts = Counter(words)
    return min(counts, key=lambda one: (-counts[one], -len(one), one), default="")
