"""The sentences a brief may be cut from, each with what speaks for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise

from onrecord.brief.naming import names_in
from onrecord.brief.salience import Part, alike, salience, share
from onrecord.brief.topic import LEAD, has_of, is_about, is_opinion, is_roundup
from onrecord.brief.usable import opened, stands_alone, wants_a_name
from onrecord.data import Candidate, Memento, Span, day_of, latest
from onrecord.text.sentences import sentences
from onrecord.text.taken_back import taken_back
from onrecord.text.words import terms

_SAME = 0.5  # share of terms from which two sentences of one time say much the same
_SAME_WITH_SOME, _SOME = 0.6, 2  # where one of them gives more numbers than the other, which gives so many
_SAME_WITH_MORE = 0.75  # where one of them gives numbers and the other none
_SAME_WORDS = 0.9  # and from which they do whatever time lies between
_ONE_TIME = 1  # days
_NEAR, _NEAR_ENOUGH = 0.75, 0.55
"""Nearness from which a passage under another title may be on the topic: a share of the nearest one's, or this."""
_TITLED = 0.6
"""Share of the topic's terms from which a title says that all below it is on the topic: 2 of 2 or 3, 3 of 4 or 5."""
_NAMED = 0.4
"""Share of what is asked for that a sentence under another title has itself: 1 of 2, 2 of 3 to 5."""
_ALL = 1.0
_ITS_TOLL = re.compile(
    r"The (?:(?:(?:death|official|confirmed|overall) )?toll|number of (?:the )?(?:dead|deaths|victims))"
    r" (?:now|is|has|stands)\b"
)
"""How a sentence begins that gives the toll of what the one before it tells of, as it is now."""
_MEANT, _SURELY_MEANT = 0.6, 0.65
"""Nearness by meaning from which a passage in other words is on the topic; from which it needs none of its words."""
_READ = 20_000
"""Characters of a document in which the names of the topic are looked for; a long article has 10,000."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a stored document, and what speaks for it."""

    memento: Memento
    span: Span
    words: str
    terms: frozenset[str]
    score: float
    leans: bool
    """Whether it opens with a "he" or "she" whose name stands elsewhere."""
    speaker: str | None = None
    """Who is named as having said it."""
    said: Span | None = None
    """What of the document they said."""
    opener: str | None = None
    """Whom the "he" or "she" that opens it stands for."""
    given: tuple[int, str] | None = None
    """Where in its words a speaker is named by the last name alone, and the names before it."""
    ahead: bool = False
    """Whether it tells what is to come."""
    unsure: bool = False
    """Whether it cannot be known which day its "Monday" is."""

    @property
    def place(self) -> tuple[str, int]:
        """The document it stands in, and where."""
        return (self.memento.document.id, self.span.start)

    @property
    def wording(self) -> str:
        """Its words, whatever the spaces between them and the case they are in."""
        return " ".join(self.words.split()).lower()

    @property
    def key(self) -> tuple[float, str, int]:
        """Orders sentences, the best first; total, so that a brief comes out the same each time."""
        return (-self.score, *self.place)

    @property
    def told(self) -> tuple[datetime, str, int]:
        """Orders sentences by when they were published, those of one document as they stand there."""
        at = self.memento.at
        assert at is not None  # write_brief() takes dated ones only
        return (latest(at), *self.place)


def gather_sentences(topic: str, candidates: Sequence[Candidate]) -> tuple[Sentence, ...]:
    """Return the sentences of the passages found that are on the topic, each once, best first."""
    return once(gather_reports(topic, candidates))


def gather_reports(topic: str, candidates: Sequence[Candidate]) -> tuple[Sentence, ...]:
    """Return the sentences of the passages found that are on the topic, as often as they are reported.

    What its publisher took back in a later report is none.
    """
    sought = frozenset(terms(topic))
    told = _reported(topic, [one for one in candidates if not is_opinion(one.memento)]) or _reported(topic, candidates)
    reports = list({one.memento.document.id: one.memento for one in candidates}.values())
    told = [part for part in told if not taken_back(part.words, part.memento, reports)]
    found = {}
    for part, (_, score) in zip(told, salience(sought, told), strict=True):
        memento, span = part.memento, part.span
        leans = not stands_alone(memento.document.text, span)
        found[memento.document.id, span.start] = Sentence(memento, span, part.words, part.terms, score, leans)
    return tuple(sorted(found.values(), key=lambda sentence: sentence.key))


def _reported(topic: str, candidates: Sequence[Candidate]) -> list[Part]:
    named = _of_those_named(topic, candidates)
    return _told(topic, named or candidates, strict=bool(named))


def once(found: Iterable[Sentence]) -> tuple[Sentence, ...]:
    """Return of sentences with the same words the one that was published first, with the best score; best first."""
    same_words: dict[str, list[Sentence]] = {}
    for sentence in found:
        same_words.setdefault(sentence.wording, []).append(sentence)
    told = (
        replace(min(same, key=lambda one: one.told), score=max(one.score for one in same))
        for same in same_words.values()
    )
    return tuple(sorted(told, key=lambda sentence: sentence.key))


def _of_those_named(topic: str, candidates: Sequence[Candidate]) -> Sequence[Candidate]:
    """Return the candidates whose documents name all that the topic names.

    What is near a topic by its common words alone ("Tarn water crisis": the water crisis of another town) is off it.
    Names are compared by how they begin, so that a country is named by its people.
    """
    named = names_in(topic)
    texts = {one.memento.document.id: one.memento.document for one in candidates}
    said = {key: names_in(f"{one.title or ''}\n{one.text[:_READ]}") for key, one in texts.items()}
    on_topic = {key for key, names in said.items() if named <= names}
    return [one for one in candidates if one.memento.document.id in on_topic]


def _told(topic: str, candidates: Sequence[Candidate], *, strict: bool) -> list[Part]:
    """Return what is on the topic: under a title that is, or near it and with some of its words.

    Of what the topic asks for it has most, itself or by what its document is about: a document may name it in passing.
    Under another title a sentence names somebody or something of it: "accounting" alone is none of a bank's accounts.
    """
    sought, named = frozenset(terms(topic)), names_in(topic)
    heads = {one.memento.document.id: _head(one.memento) for one in candidates}
    nearest = max((candidate.score for candidate in candidates), default=0.0)

    def has_enough(words: str) -> bool:
        return has_of(topic, words) >= _NAMED and (not named or not named.isdisjoint(names_in(words)))

    found = []
    for candidate in candidates:
        words = candidate.span.cut(candidate.memento.document.text)
        shared = len(sought.intersection(terms(words))) / (len(sought) + 1)
        meant = candidate.score >= max(_SURELY_MEANT, shared + 0.01)  # nearer than its words make it
        if not is_about(topic, candidate.memento, words, meant=meant, strict=strict):
            continue
        title = candidate.memento.document.title or ""
        titled = share(sought, terms(title)) >= _TITLED and not is_roundup(title)
        headed = not named or not named.isdisjoint(heads[candidate.memento.document.id])
        near = candidate.score >= max(_MEANT, shared + 0.01)  # nearer than its words make it
        whole = headed and (titled or near)
        if whole or candidate.score >= min(_NEAR_ENOUGH, _NEAR * nearest):
            parts = _parts(candidate)
            found += [
                part
                for before, part in pairwise((None, *parts))
                if part and (whole or has_enough(part.words) or (before and _gives_its_toll(topic, before, part)))
            ]
    return found


def _gives_its_toll(topic: str, before: Part, part: Part) -> bool:
    """Say whether a sentence gives the toll of what the one right before it tells of, which is on all that is asked."""
    between = part.memento.document.text[before.span.end : part.span.start]
    return bool(_ITS_TOLL.match(part.words)) and not between.strip() and has_of(topic, before.words) >= _ALL


def _head(memento: Memento) -> frozenset[str]:
    """Return the names in the headline of a document and where it begins: a title may name the state for the town."""
    return names_in(f"{memento.document.title or ''}\n{memento.document.text[:LEAD]}")


def _parts(candidate: Candidate) -> list[Part]:
    text = candidate.memento.document.text
    start = candidate.span.start
    found = []
    for span in sentences(candidate.span.cut(text), candidate.memento.document.language):
        whole = opened(text, Span(start=start + span.start, end=start + span.end))
        said = frozenset(terms(whole.cut(text)))
        if said and (stands_alone(text, whole) or wants_a_name(text, whole)):
            words = whole.cut(text)
            found.append(Part(memento=candidate.memento, span=whole, words=words, terms=said, near=candidate.score))
    return found


def say_the_same(one: Sentence, other: Sentence) -> bool:
    """Say whether one of two sentences can be left out.

    What is said days later in like words is often the opposite (a denial and its withdrawal), so likeness decides
    only between reports of about one time; and what gives another number says something else.
    """
    fewer, more = sorted((numbers_of(one), numbers_of(other)), key=len)
    if one.memento.at is None or other.memento.at is None or not _is_within(fewer, more):
        return False
    apart = abs((day_of(one.memento.at) - day_of(other.memento.at)).days)
    same = _SAME if fewer == more else _SAME_WITH_SOME if fewer else _SAME_WITH_MORE
    return alike(one.terms, other.terms) >= (same if apart <= _ONE_TIME else _SAME_WORDS)


def _is_within(fewer: frozenset[str], more: frozenset[str]) -> bool:
    """Say whether numbers are the others, none, or several of them: "25-22" of "25-22 in Super Bowl 58"."""
    return not fewer or fewer == more or (fewer < more and len(fewer) >= _SOME)


def numbers_of(sentence: Sentence) -> frozenset[str]:
    """Return the numbers among the terms of a sentence."""
    return frozenset(term for term in sentence.terms if term[0].isdecimal())
