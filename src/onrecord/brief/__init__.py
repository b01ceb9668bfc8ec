"""Briefing: a topic as of a date, every sentence cut from a dated source.

Nothing here writes a sentence. Sentences are chosen, put in order, and given in brackets the absolute day where the
source says "Monday" and the name where it opens with "he" or "she"; :class:`onrecord.data.Brief` refuses any other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from onrecord.brief.budget import BUDGETS, Budget, tokens
from onrecord.brief.changes import write_changes
from onrecord.brief.citing import Citations
from onrecord.brief.doubts import without_doubted_days
from onrecord.brief.figures import Counts, points
from onrecord.brief.gaps import gaps, out_of_budget
from onrecord.brief.observations import tell_series
from onrecord.brief.reading import Reader, read_in_place
from onrecord.brief.related import related
from onrecord.brief.revisions import overtaken, replaced
from onrecord.brief.rewording import prose, with_wordings
from onrecord.brief.sections import Story, newest_first, sectioned, takeaways
from onrecord.brief.sentences import Sentence, gather_sentences
from onrecord.brief.states import Oppose, Opposed, all_disputes, all_replacements, opposed, superseded
from onrecord.brief.telling import tell_stories
from onrecord.brief.things import series
from onrecord.brief.timeline import Spoken, days_spoken_of, entries
from onrecord.brief.updates import write_update
from onrecord.brief.voices import voices
from onrecord.data import Brief, Found, Length, Moment, Run, Section, TimelineEntry, Voice, Window

__all__ = (
    "Oppose",
    "Reader",
    "prose",
    "tell_series",
    "tell_stories",
    "with_wordings",
    "write_brief",
    "write_changes",
    "write_update",
)

_BEYOND = 24
"""Sentences that are read beyond those there is room for, at most: reading one takes a hundredth of a second."""


def write_brief(
    topic: str,
    found: Found,
    *,
    as_of: Moment,
    run: Run,
    read: Reader,
    oppose: Oppose,
    since: Moment | None = None,
    length: Length = Length.STANDARD,
    max_tokens: int | None = None,
) -> Brief:
    """Write up what was found on ``topic``; with nothing found, a brief without sections that says so.

    Args:
        topic: what is asked for.
        found: what the record has on it.
        as_of: the date that governs.
        run: what it is made from.
        read: reads sentences in their paragraphs.
        oppose: says what two reports hold against each other.
        since: where nothing published up to then was looked for.
        length: how much to tell.
        max_tokens: the most that sentences and sources may come to, reckoned at four characters a token.
    """
    gathered = gather_sentences(topic, [one for one in found.candidates if one.memento.at is not None])
    told = newest_first(without_doubted_days(gathered))
    budget = BUDGETS[length]
    told = _read(topic, told, read, most=min(2 * budget.sentences, budget.sentences + _BEYOND))
    empty = Brief(
        topic=topic,
        as_of=as_of,
        since=since,
        takeaways=(),
        sections=(),
        timeline=(),
        figures=(),
        disputes=(),
        gaps=tuple(gaps(topic, told, found.coverage, as_of, since)),
        citations=(),
        coverage=found.coverage,
        run=run,
    )
    material = _Material.of(topic, told, oppose)
    for smaller in budget.smaller() if told else ():
        made = _written(empty, material, found, smaller)
        if max_tokens is None or tokens(made) <= max_tokens:
            return made
    return replace(empty, gaps=(*empty.gaps, out_of_budget(max_tokens))) if told and max_tokens else empty


@dataclass(frozen=True, slots=True)
class _Material:
    """What a brief is made from, whatever its length."""

    told: tuple[Sentence, ...]
    counts: Counts
    apart: Sequence[Opposed]
    stale: frozenset[tuple[str, int]]
    """Sentences of what was replaced since."""
    passed: frozenset[tuple[str, int]]
    """Sentences of tolls that are not what to lead with."""
    spoken: tuple[tuple[Spoken, ...], ...]

    @classmethod
    def of(cls, topic: str, told: tuple[Sentence, ...], oppose: Oppose) -> _Material:
        apart = opposed(told, oppose)
        stale = replaced(told) | superseded(apart)
        return cls(told, series(topic, told), apart, stale, overtaken(told), days_spoken_of(topic, told))


def _read(topic: str, told: Sequence[Sentence], read: Reader, *, most: int) -> tuple[Sentence, ...]:
    """Read the best sentences and those with figures over time; of the others those that lean on a name go."""
    counted = [sentence for reported in series(topic, told).values() for sentence, _ in reported]
    wanted = {one.place: one for one in (*told[:most], *counted)}
    known = read_in_place(tuple(wanted.values()), read)
    known = {
        place: one if not one.given or one.given[1] not in topic else replace(one, given=None)
        for place, one in known.items()
    }
    known |= {one.place: one for one in told if one.place not in wanted and not one.leans}
    return tuple(known[one.place] for one in told if one.place in known)


def _written(empty: Brief, material: _Material, found: Found, budget: Budget) -> Brief:
    """Fill the parts of a brief, none of them beyond its budget."""
    window = Window(until=empty.as_of, after=empty.since)
    told, counts, apart, stale = material.told, material.counts, material.apart, material.stale
    cited = Citations()
    chosen = sectioned(empty.topic, told, most=budget.sentences, sections=budget.sections)
    short = takeaways(empty.topic, chosen, told[: budget.sentences], stale | material.passed, most=budget.takeaways)
    sections = sorted(chosen, key=lambda story: story.in_order()[-1].told, reverse=True)
    return replace(
        empty,
        takeaways=tuple(cited.cite(one) for one in short),
        sections=tuple(
            Section(title=title, sentences=tuple(cited.cite(one) for one in story.in_order()))
            for title, story in _titled(sections, stale)
        ),
        timeline=tuple(
            TimelineEntry(time=time, sentence=cited.cite(one))
            for time, one in entries(material.spoken, most=budget.entries)
        ),
        figures=tuple(points(counts, cited, most=budget.points)),
        voices=tuple(
            Voice(speaker=name, sentences=tuple(map(cited.cite, said)))
            for name, said in voices(empty.topic, told, most=budget.speakers)
        ),
        disputes=tuple(islice(all_disputes(counts, apart, cited, window), budget.speakers)),
        replacements=tuple(islice(all_replacements(counts, apart, cited, window), budget.speakers)),
        related=related(empty.topic, found.candidates, _cited(told, cited), most=budget.related),
        citations=tuple(cited.listed),
    )


def _titled(sections: Iterable[Story], stale: frozenset[tuple[str, int]]) -> Iterator[tuple[str, Story]]:
    """Yield the sections with their titles, no two the same."""
    taken: frozenset[str] = frozenset()
    for story in sections:
        title = story.title(stale, taken)
        taken |= {title}
        yield title, story


def _cited(told: Iterable[Sentence], cited: Citations) -> list[Sentence]:
    documents = {citation.evidence.memento.document.id for citation in cited.listed}
    return [sentence for sentence in told if sentence.memento.document.id in documents]
