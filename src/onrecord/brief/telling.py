"""The documents on a topic, gathered into the stories they tell."""

from __future__ import annotations

from onrecord.brief.revisions import replaced
from onrecord.brief.sections import stories
from onrecord.brief.sentences import gather_sentences
from onrecord.data import Found, Moment, Run, Stories, Story

_STORIES = 24


def tell_stories(topic: str, found: Found, *, as_of: Moment, run: Run, since: Moment | None) -> Stories:
    """Return the stories nearest to ``topic``, the one with the newest report first."""
    told = gather_sentences(topic, [one for one in found.candidates if one.memento.at is not None])
    stale = replaced(told)
    made = []
    for one in stories([sentence for sentence in told if not sentence.leans], most=_STORIES):
        documents = {sentence.memento.document.id: sentence.memento for sentence in one.in_order()}
        made.append(Story(title=one.title(stale), mementos=tuple(documents.values())))
    return Stories(
        topic=topic,
        as_of=as_of,
        since=since,
        stories=tuple(sorted(made, key=lambda story: (story.days.end, story.title), reverse=True)),
        coverage=found.coverage,
        run=run,
    )
