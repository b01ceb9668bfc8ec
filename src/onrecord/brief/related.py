"""Stories that touch a topic and are not told in its brief."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.brief.naming import names_in
from onrecord.brief.salience import alike
from onrecord.brief.sentences import Sentence
from onrecord.data import Candidate, Memento
from onrecord.text.words import terms

_ONE_STORY = 0.5
"""Share of the shorter headline's terms from which two headlines stand over one story."""


def related(
    topic: str, candidates: Sequence[Candidate], cited: Iterable[Sentence], *, most: int
) -> tuple[Memento, ...]:
    """Return one document for each story that is headed by a word of the topic and not cited, the nearest first.

    Where the topic names something, the headline names it too, or a part of it: "max" is no 737 Max.
    """
    sought, named = frozenset(terms(topic)), names_in(topic)
    told = [frozenset(terms(sentence.memento.document.title or "")) for sentence in cited]
    found: list[Memento] = []
    for candidate in candidates:
        title = candidate.memento.document.title or ""
        headline = frozenset(terms(title))
        if len(found) == most:
            break
        if (
            headline & sought
            and (not named or named & names_in(title))
            and candidate.memento.at
            and not any(alike(headline, other) >= _ONE_STORY for other in told)
        ):
            told.append(headline)
            found.append(candidate.memento)
    return tuple(found)
