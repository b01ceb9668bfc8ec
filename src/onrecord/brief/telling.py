"""The documents on a topic, gathered into the stories they tell, and the events of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, groupby

from onrecord.brief import sections
from onrecord.brief.revisions import replaced
from onrecord.brief.sentences import Sentence, gather_reports, once, say_the_same
from onrecord.data import Found, Memento, Moment, Run, Stories, Story, latest

_STORIES = 24


def tell_stories(topic: str, found: Found, *, as_of: Moment, run: Run, since: Moment | None) -> Stories:
    """Return the stories nearest to ``topic``, the one with the newest report first.

    A document that only repeats what another tells stands in the story of that one.
    """
    reports = gather_reports(topic, [one for one in found.candidates if one.memento.at is not None])
    told = once(reports)
    stale = replaced(told)
    gathered = sections.stories([sentence for sentence in told if not sentence.leans], most=_STORIES)
    placed = {sentence.memento.document.id for one in gathered for sentence in one.sentences}
    made = []
    for one in gathered:
        events = []
        for told_of in _events(one.in_order()):
            copies = _copies(told_of, reports, placed)
            placed |= copies.keys()
            events.append(
                _in_order({**{each.memento.document.id: each.memento for each in told_of}, **copies}.values())
            )
        mementos = _in_order(chain(*events))
        made.append(Story(title=_title(one, stale, mementos), mementos=mementos, events=tuple(events)))
    return Stories(
        topic=topic,
        as_of=as_of,
        since=since,
        stories=tuple(sorted(made, key=lambda story: (story.days.end, story.title), reverse=True)),
        coverage=found.coverage,
        run=run,
    )


def _events(told: Sequence[Sentence]) -> list[list[Sentence]]:
    """Part the sentences of a story, in order of time: a document that mostly says what one before does is with it."""
    events: list[list[Sentence]] = []
    for _, sentences in groupby(sorted(told, key=lambda one: one.told), key=lambda one: one.memento.document.id):
        of_one = list(sentences)
        event = next((event for event in events if _repeats(of_one, event)), None)
        if event is None:
            events.append(of_one)
        else:
            event += of_one
    return events


def _repeats(told: Sequence[Sentence], event: Sequence[Sentence]) -> bool:
    return 2 * sum(any(_is_said_by(one, other) for other in event) for one in told) > len(told)


def _is_said_by(one: Sentence, other: Sentence) -> bool:
    """Say whether another sentence says the same, and not a part of it only: "Five people are still missing"."""
    return say_the_same(one, other) and 2 * len(one.terms & other.terms) > len(one.terms)


def _copies(told: Sequence[Sentence], reports: Sequence[Sentence], placed: set[str]) -> dict[str, Memento]:
    """Return the documents, of those in no story yet, that have one of these sentences word for word."""
    said = {one.wording for one in told}
    carrying = (one.memento for one in reports if one.wording in said)
    return {memento.document.id: memento for memento in carrying if memento.document.id not in placed}


def _in_order(mementos: Iterable[Memento]) -> tuple[Memento, ...]:
    dated = ((latest(one.at), one.document.id, one) for one in mementos if one.at is not None)
    return tuple(one for *_, one in sorted(dated, key=lambda each: each[:2]))


def _title(story: sections.Story, stale: frozenset[tuple[str, int]], mementos: Sequence[Memento]) -> str:
    """Return the headline that says most of a story, else that of its last document: a story is no statement."""
    headlines = [one.document.title for one in mementos if one.document.title]
    for title in (story.title(stale), story.title(frozenset())):
        if any(headline.startswith(title.removesuffix("…").rstrip()) for headline in headlines):
            return title
    return headlines[-1] if headlines else title
