"""What happened when: sentences by the days they speak of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import islice
from math import fsum, log, sqrt

from onrecord.brief.days import days_in, tells_of_later, times_of
from onrecord.brief.salience import alike
from onrecord.brief.sentences import Sentence, say_the_same
from onrecord.brief.usable import is_vague
from onrecord.data import Interval
from onrecord.text.origins import count_origins
from onrecord.text.words import terms

_SHORT = 3
"""Days that one entry may tell of: "at the weekend" has its place in order of time, "last week" has not."""
_OWN = 0.25
"""What a sentence is worth beside what it shares with the others of its day."""
_HEARD = 0.25
"""What each entry of an origin takes from its next one, so that no origin is the whole timeline."""
_LONG_AGO = 366  # days before the report
_ONE_EVENT, _SURE = 0.6, 3
"""Share of terms from which two sentences tell one event, and origins from which its day is sure."""
_LOOSE = re.compile(r"\b(?:weeks?|months?|ago|overnight)\b")
"""In a time that has days to reckon with and is no day: "earlier this week", "a week ago"."""
_ASIDE = re.compile(
    r"\b(?:the|an?|its|his|her|their|this|that|since|until|till|before|by|after|following|from|through|"
    r"despite|than|as of)\s$",
    re.IGNORECASE,
)
"""Before a time that only says which event is meant, or how long: "the 7 May storm", "shut until Friday"."""
Spoken = tuple[Interval, Sentence]
"""A time of some days at most, and a sentence that speaks of it."""


def days_spoken_of(topic: str, sentences: Sequence[Sentence]) -> tuple[tuple[Spoken, ...], ...]:
    """Return for each day the sentences on the topic that speak of it, the day that most texts speak of first.

    A day long before the report that only one origin speaks of is a comparison, and no part of what happened. How often
    a day is mentioned tells best which to tell, of what nothing was trained for (Gholipour Ghalandari and
    Ifrim, Examining the state-of-the-art in news timeline summarization, 2020).
    """
    sought = frozenset(terms(topic))
    spoken: dict[date, list[Spoken]] = {}
    for sentence in sentences:
        interval = _day_of(sentence)
        if interval and (not sought or sought & sentence.terms):
            spoken.setdefault(interval.start, []).append((interval, sentence))
    told = (each for each in spoken.values() if _origins(each) > 1 or not all(map(_is_long_ago, each)))
    return tuple(map(tuple, sorted(told, key=_mentions)))


def _day_of(sentence: Sentence) -> Interval | None:
    """Return the day that a sentence speaks of, if in passing: the shortest of its times, the first that had come.

    "Agreed on Wednesday, ending a strike that began July 14" tells of Wednesday.
    """
    short = [
        time.interval
        for time in times_of(sentence)
        if time.interval and days_in(time) < _SHORT and not _LOOSE.search(time.words)
    ]
    reported = sentence.told[0].date()
    return min(short, key=lambda found: (found.end - found.start, found.start > reported), default=None)


def _tells(one: Spoken) -> bool:
    """Say whether a sentence tells what happened then, and names the day not only to say what it speaks of.

    What is told as done on a day after its publication contradicts itself, and has no day.
    """
    when, sentence = one
    return any(
        time.interval == when
        and not _ASIDE.search(sentence.words[: time.span.start])
        and not tells_of_later(sentence, time)
        for time in times_of(sentence)
    )


def _foretells(one: Spoken) -> bool:
    return one[1].told[0].date() < one[0].start


def _is_long_ago(spoken: Spoken) -> bool:
    time, sentence = spoken
    return (sentence.told[0].date() - time.end).days >= _LONG_AGO


def _origins(told: Sequence[Spoken]) -> int:
    return count_origins(sentence.memento for _, sentence in told)


def entries(spoken: Sequence[Sequence[Spoken]], *, most: int) -> tuple[Spoken, ...]:
    """Return the first days, in order, each with the sentence that tells best of it; an event is told once.

    What was reported when the day had come goes before what was said ahead of it, and what says of whom it speaks
    before what opens with "the company". Of those the best is what has most of what several origins say of that day.
    What one origin tells of a day in the words of another day, which several speak of, stands most likely on a page
    with a wrong date.
    """
    best: list[Spoken] = []
    sure: list[Sentence] = []
    heard: Counter[str] = Counter()
    for told in spoken:
        weights = _weights(told)
        ranked = sorted(
            (
                _foretells(one),
                is_vague(one[1].words),
                -weight / (1 + _HEARD * heard[one[1].memento.origin]),
                at,
            )
            for at, (one, weight) in enumerate(zip(told, weights, strict=True))
        )
        telling = (told[at] for *_, at in ranked if _tells(told[at]))
        origins = _origins(told)
        known = sure if origins == 1 else []
        fresh = (
            one
            for one in telling
            if not any(say_the_same(one[1], other) for _, other in best)
            and not any(alike(one[1].terms, other.terms) >= _ONE_EVENT for other in known)
        )
        for one in islice(fresh, 1):
            best.append(one)
            sure += [one[1]] if origins >= _SURE else []
            heard[one[1].memento.origin] += 1
        if len(best) == most:
            break
    return tuple(sorted(best, key=lambda entry: entry[0].start))


def _weights(told: Sequence[Spoken]) -> list[float]:
    """Return what speaks for each sentence of a day: its own score, and what of its terms other origins have too.

    Terms are summed and divided by the root of their number: a full sentence tells more than a short one, a list of
    everything no more than its parts.
    """
    said: dict[str, set[str]] = {}
    for _, one in told:
        said.setdefault(one.memento.origin, set()).update(one.terms)
    spread = Counter(term for terms_of in said.values() for term in terms_of)
    shared = [fsum(log(spread[term]) for term in one.terms) / sqrt(len(one.terms) or 1) for _, one in told]
    most = max(shared, default=0.0) or 1.0
    return [one.score * (_OWN + each / most) for (_, one), each in zip(told, shared, strict=True)]


def _mentions(told: Sequence[Spoken]) -> tuple[object, ...]:
    """Order days by how many texts speak of them, copies aside, those of as many by their best sentence."""
    return (-len({sentence.memento.origin for _, sentence in told}), *told[0][1].key)
