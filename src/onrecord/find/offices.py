"""Looking up who is given which office, and when, over the whole archive."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from onrecord.data import (
    FACTUAL_KINDS,
    Document,
    Hit,
    Memento,
    Moment,
    OfficeMention,
    Passage,
    Span,
    Standing,
    Statement,
    Window,
    day_of,
    latest,
)
from onrecord.find.versions import in_force
from onrecord.ports import Finder
from onrecord.text.offices import (
    GOVERNING,
    GOVERNMENT,
    RECENT,
    SETTLED,
    YEAR,
    Office,
    day_in_office,
    find_offices,
    may_be,
    same_place,
)

_SEEN = 40
"""Passages looked at for each way of asking after an office."""
_LATE, _EARLIER = 40, 12
"""Documents handed on, the newest of those that a report of late tells from and of those before."""
_OUT = (Standing.FORMER, Standing.ELECT)


def look_up_offices(
    statements: Sequence[Statement], *, archive: Finder, as_of: Moment
) -> tuple[tuple[OfficeMention, ...], ...]:
    """Return for each statement who is given the offices that it has somebody act in, in order of time.

    Nothing is handed on where no report of late has it otherwise than the statement, and nothing is read that was
    published after the day the statement speaks of.
    """
    asked = [_asked(statement, as_of) for statement in statements]
    queries: dict[Window, dict[str, None]] = {}
    for one in (one for some in asked for one in some):
        for window, words in one.queries:
            queries.setdefault(window, {}).update(dict.fromkeys(words))
    found = {
        (window, query): hits
        for window, some in queries.items()
        for query, hits in zip(some, archive.find(list(some), window=window, limit=_SEEN), strict=True)
    }
    ids = sorted({hit.passage.document_id for hits in found.values() for hit in hits})
    held = {document.id: document for document in archive.documents(ids)}
    standing = in_force(held, as_of)
    told = [
        [mention for one in some for mention in one.relevant(mentions(one.hits(found), standing))] for some in asked
    ]
    return _of_their_origins(told, archive)


def mentions(passages: Iterable[Passage], documents: Mapping[str, Document]) -> tuple[OfficeMention, ...]:
    """Return the offices that passages give to people, in order of time."""
    found: dict[tuple[str, Span], OfficeMention] = {}
    for passage in passages:
        document = documents.get(passage.document_id)
        if document is None:
            continue
        for office in find_offices(passage.span.cut(document.text)):
            span = Span(start=passage.span.start + office.span.start, end=passage.span.start + office.span.end)
            found[passage.document_id, span] = OfficeMention(
                memento=Memento(document=document, origin=document.id),
                span=span,
                person=office.person,
                office=office.office,
                of=office.of,
                standing=office.standing,
            )
    return tuple(sorted(found.values(), key=lambda one: (latest(one.at), one.memento.document.id, one.span.start)))


@dataclass(frozen=True, slots=True)
class _Asked:
    """An office that somebody is said to act in on a day, and the words for it."""

    office: Office
    words: str
    day: date

    @property
    def queries(self) -> tuple[tuple[Window, tuple[str, ...]], ...]:
        """What to look for: in the last year who holds the office and who left it, before that the same person."""
        person = self.office.person
        office = self.words.replace(person, "").strip(" ,")
        named = (f"former {person}", self.words)
        holders = f"President {person}" if self.office.office == GOVERNMENT else office
        return (
            (Window(until=self.day - SETTLED, after=self.day - RECENT), (*named, holders)),
            (Window(until=self.day - RECENT, after=self.day - YEAR), (*named, holders)),
            (Window(until=self.day - YEAR), named),
        )

    def hits(self, found: Mapping[tuple[Window, str], Sequence[Hit]]) -> Iterable[Passage]:
        """Return the passages that were found for it, each once."""
        asked = ((window, query) for window, words in self.queries for query in words)
        return dict.fromkeys(hit.passage for key in asked for hit in found[key])

    def relevant(self, told: Sequence[OfficeMention]) -> list[OfficeMention]:
        """Return the mentions of the office, or none where nothing of late has it otherwise."""
        of_office = [one for one in told if self._is_same(one)]
        late = [one for one in of_office if day_of(one.at) > self.day - RECENT]
        if not any(self._is_otherwise(one, of_office) for one in late):
            return []
        earlier = [one for one in of_office if one not in late]
        mine = [one for one in earlier if may_be(self.office.person, one.person)]
        now = {one.person for one in late if not may_be(self.office.person, one.person)}
        others = [one for one in earlier if any(may_be(person, one.person) for person in now)]
        return [*_newest(mine, _EARLIER), *_newest(others, _EARLIER), *_newest(late, _LATE)]

    def _is_same(self, one: OfficeMention) -> bool:
        return one.office in GOVERNING if self.office.office == GOVERNMENT else one.office == self.office.office

    def _is_otherwise(self, one: OfficeMention, told: Sequence[OfficeMention]) -> bool:
        if may_be(self.office.person, one.person):
            return one.standing is (Standing.HOLDS if self.office.standing in _OUT else Standing.FORMER)
        places = {self.office.of, *(each.of for each in told if may_be(self.office.person, each.person))}
        in_it = one.standing is Standing.HOLDS
        return self.office.standing is Standing.HOLDS and in_it and any(same_place(place, one.of) for place in places)


def _newest(told: Sequence[OfficeMention], most: int) -> list[OfficeMention]:
    """Return the mentions in the newest documents, in order of time."""
    kept = list(dict.fromkeys(one.memento.document.id for one in reversed(told)))[:most]
    return [one for one in told if one.memento.document.id in kept]


def _of_their_origins(
    told: Sequence[Sequence[OfficeMention]], archive: Finder
) -> tuple[tuple[OfficeMention, ...], ...]:
    """Return the mentions with the origins of their documents told apart."""
    ids = sorted({one.memento.document.id for some in told for one in some})
    known = {memento.document.id: memento for memento in archive.mementos(ids)}
    return tuple(
        tuple(dict.fromkeys(replace(one, memento=known[one.memento.document.id]) for one in some)) for some in told
    )


def _asked(statement: Statement, as_of: Moment) -> tuple[_Asked, ...]:
    if statement.kind not in FACTUAL_KINDS:
        return ()
    days = {
        office: day_in_office(statement.text, office, time=statement.time, as_of=day_of(as_of))
        for office in find_offices(statement.text)
    }
    return tuple(
        _Asked(office, office.span.cut(statement.text), day) for office, day in days.items() if day is not None
    )
