"""Who speaks in each sentence of a text, and whom its subject stands for, read paragraph by paragraph."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeGuard

from onrecord.data import Attribution, Directness, Span
from onrecord.extract.attributing.attribution import attribution_of
from onrecord.extract.attributing.guard import guarded, outermost
from onrecord.extract.attributing.labels import labelled
from onrecord.extract.reading.cast import Cast
from onrecord.extract.reading.paragraphs import Paragraph
from onrecord.extract.reading.subjects import DETERMINERS, Clause, Words, find_main, is_empty
from onrecord.extract.reading.verbs import is_adverb
from onrecord.extract.referring.antecedents import PRONOUNS, Mentions, unknown_subject
from onrecord.extract.referring.deeds import deed_of, opening_deed
from onrecord.extract.referring.references import Scene
from onrecord.extract.tagging.linking import Relation
from onrecord.extract.tongues.bearers import Bearers
from onrecord.extract.tongues.hearsay import stands_alone
from onrecord.text.names import Name, find_names

_POINTING = ("this", "that", "these", "those")
"""Subjects that point at what was told before: "This marks a shift"."""
_AFTER_VERBS = frozenset("that as from to it him her them us why how what more up out down off me you".split())
_ASKING = re.compile(r"\bask", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject that is a pronoun or a description, and where what it stands for is named; None when that is open."""

    span: Span
    meant: Span | None
    person: str | None = None
    """Whom it stands for, by the one name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A sentence of a paragraph with what is said in it, by whom, and what its subject stands for."""

    sentence: Span
    words: Words
    clause: Clause | None
    relations: tuple[Relation, ...]
    """Those with words in it."""
    speakers: tuple[str | None, ...]
    subject: Subject | None
    labelled: bool = False
    """A label says who speaks."""
    verbatim: bool = False
    """It stands in a transcript, in the speaker's own words."""

    @property
    def signs(self) -> bool:
        """Whether it only says who said what stands before it: "— Tomas Verrin"."""
        return self.labelled and not any(
            part.overlaps(self.sentence) for one in self.relations for part in one.contents
        )

    def attribution(self, paragraph: Paragraph, pieces: Sequence[Span]) -> Attribution | None:
        """Return what is said, and who says it, in pieces of the sentence."""
        whole = Span(start=pieces[0].start, end=pieces[-1].end)
        for relation, speaker in zip(self.relations, self.speakers, strict=True):
            if relation.apart is not None and relation.apart.covers(whole):
                return Attribution(
                    source=relation.source, cue=relation.cue, content=relation.contents[0], speaker=speaker
                )
        here = [
            at
            for at, relation in enumerate(self.relations)
            if relation.states
            and relation.apart is None
            and any(content.overlaps(piece) for content in relation.contents for piece in pieces)
            and not _in_a_gap(relation.cue, whole, pieces)
        ]
        main = outermost([self.relations[at] for at in here], whole)
        if main is None:
            return None
        found = attribution_of(self.relations[here[main]], paragraph, whole)
        if found is None:
            return None
        how = Directness.DIRECT if self.verbatim else found.directness
        return replace(found, speaker=self.speakers[here[main]], directness=how)


class Listener:
    """Reads the paragraphs of a text in order and keeps in mind who spoke and what was named."""

    def __init__(self, cast: Cast, *, english: bool = True, bearers: Bearers | None = None) -> None:
        """Take the names of the whole text; clauses are read in English only, ``bearers`` name sources in others."""
        self._english = english
        self._bearers = bearers
        self.cast = cast
        self._scene = Scene(cast)
        self._mentions = Mentions(cast)
        self._going_on: str | None = None
        """Who spoke in the sentence before: a quotation that stands alone goes on with it."""

    def listen(self, paragraph: Paragraph, found: Sequence[Relation], start: int) -> Iterator[Heard]:
        """Yield the sentences of the next paragraph.

        Args:
            paragraph: begins at the character ``start`` of the text.
            found: its relations as they were found.
            start: see ``paragraph``.
        """
        label = labelled(paragraph, self._scene.cast)
        if (
            label is not None
            and not self._english
            and not (label.speaker and " " in label.speaker and self.cast.is_person(label.speaker))
        ):
            label = None  # any noun may look like a name
        relations = (label.relation,) if label else guarded(found, paragraph) if self._english else tuple(found)
        speakers: dict[int, str | None] = {0: label.speaker} if label else {}
        if label and not label.answers:
            self._scene.forget()
            self._mentions.forget()
        heard = [
            self._hear(paragraph, sentence, relations, speakers, start, labelled=label is not None)
            for sentence in paragraph.sentences
        ]
        for one in heard:
            # A source may be named in a later sentence than what it says.
            here = [at for at, relation in enumerate(relations) if _touches(relation, one.sentence)]
            yield replace(
                one,
                relations=tuple(relations[at] for at in here),
                speakers=tuple(speakers.get(at) for at in here),
                labelled=label is not None,
                verbatim=label is not None and label.verbatim,
            )

    def pass_over(self, heading: str) -> None:
        """Take in the names of a heading, which states nothing."""
        self._scene.pass_on(heading, names_in(heading), None)

    def _hear(
        self,
        paragraph: Paragraph,
        sentence: Span,
        relations: Sequence[Relation],
        speakers: dict[int, str | None],
        start: int,
        *,
        labelled: bool,
    ) -> Heard:
        """Enter the speakers of relations whose source stands in ``sentence``, or that go on with the one before."""
        text = sentence.cut(paragraph.text)
        named = names_in(text)
        if labelled:
            named = tuple(name for name in named if not _is_teller(name, sentence, relations[0]))
        words = Words.of(text, _tokens(paragraph, sentence))
        clause = find_main(words) if words.low and self._english else None
        if clause is not None and _in_quotation(paragraph, sentence.start + words.spans[clause.first].start):
            clause = None
        here = [at for at, relation in enumerate(relations) if _is_inside(relation.source, sentence)]
        tellers = [_moved(source, sentence) for at in here if (source := relations[at].source) is not None]
        subject = (
            self._subject(words, clause, named, tellers)
            if clause
            else self._opening(paragraph, sentence, words, tellers)
        )
        said = [_moved(part, sentence) for at in here for part in relations[at].contents if sentence.covers(part)]
        for at, relation in enumerate(relations):
            if relation.source is None and relation.cue is None and _begins_in(relation.contents[0], sentence):
                if self._english or stands_alone(paragraph, relation.contents[0]):
                    speakers.setdefault(at, self._going_on)
            elif relation.source is not None and at in here and self._bearers is not None:
                speakers.setdefault(at, self._name(relation, paragraph))
            elif relation.source is not None and at in here:
                source = _moved(relation.source, sentence)
                speakers.setdefault(at, self._speaker(words, source, named, said))
        subject = subject or self._unknown(paragraph, [relations[at] for at in here], sentence)
        main = outermost([relations[at] for at in here], sentence)
        nearest = next((name.words for name in reversed(named) if self.cast.may_be_person(name.words)), None)
        unknown = unknown_subject(words, named, self.cast) or nearest
        teller = speakers.get(here[main]) if main is not None and not labelled else None
        self._scene.pass_on(text, named, teller, meant=subject.person if subject else None, unknown=unknown)
        for at in here:
            # A body that speaks is named last: "he" does not stand for it.
            body = relations[at].source
            if body is not None and speakers.get(at) is None and self._english:
                speakers[at] = self._mentions.teller(body.cut(paragraph.text), text, named)
        meant = subject.meant if subject else None
        self._mentions.pass_on(words, clause, named, start + sentence.start, meant)
        self._going_on = _goes_on(paragraph, sentence, relations, speakers)
        return Heard(sentence=sentence, words=words, clause=clause, relations=(), speakers=(), subject=subject)

    def _name(self, relation: Relation, paragraph: Paragraph) -> str | None:
        source, cue = (part.cut(paragraph.text) if part is not None else "" for part in (relation.source, relation.cue))
        return self._bearers.name(source, cue) if self._bearers is not None else None

    def _unknown(self, paragraph: Paragraph, relations: Sequence[Relation], sentence: Span) -> Subject | None:
        """Return the pronoun that says something in a language in which nobody can be told by it."""
        if self._bearers is not None:
            for source in (relation.source for relation in relations if relation.source is not None):
                if self._bearers.is_pronoun(source.cut(paragraph.text)):
                    return Subject(_moved(source, sentence), None)
        return None

    def _speaker(self, words: Words, source: Span, named: Sequence[Name], said: Sequence[Span]) -> str | None:
        """Return the one name of a source; whose bearer is unknown and does something before it leaves "she" open."""
        free = [name for name in named if not any(part.covers(name.span) for part in said)]
        before = [name for name in free if name.span.end <= source.start]
        if source.cut(words.text).lower() in ("he", "she") and unknown_subject(words, before, self.cast) is not None:
            return None
        return self._scene.speaker(words.text, source, named, said)

    def _opening(self, paragraph: Paragraph, sentence: Span, words: Words, tellers: Sequence[Span]) -> Subject | None:
        """Return the "he", "she" or "this" that opens a sentence whose clauses cannot be told."""
        if not words.low or _in_quotation(paragraph, sentence.start):
            return None
        after = words.low[1] if len(words.low) > 1 else ""
        if _points(words) or (words.low[0] in ("it", "they") and after.isalpha()):
            return Subject(words.spans[0], None)
        deed = opening_deed(words)
        if deed is not None and self._mentions.begun:
            return Subject(words.span(0, 2), self._mentions.deed(deed))
        if words.low[0] not in ("he", "she"):
            return None
        if words.text.startswith(" [", words.spans[0].end):
            return None  # it is named already
        tells = words.spans[0] in tellers
        person = self._scene.pronoun(words.low[0], words.text, words.spans[0], (), tells=tells)
        return Subject(words.spans[0], self._scene.cast.places.get(person) if person else None, person)

    def _subject(self, words: Words, clause: Clause, named: Sequence[Name], tellers: Sequence[Span]) -> Subject | None:
        """Return the subject of a sentence when it is a pronoun or a description, with what it stands for."""
        first = words.low[clause.first]
        alone = clause.last - clause.first == 1
        span = words.span(clause.first, clause.first + 1 if first in PRONOUNS else clause.last)
        if words.text.startswith(" [", span.end) or (first == "it" and alone and is_empty(words, clause)):
            return None
        if PRONOUNS.get(first) in ("he", "she") and (alone or first in ("his", "her")):
            told = [name for name in named if name.span.end <= span.start]
            if unknown_subject(words, told, self.cast) is not None:
                return Subject(span, None)
            person = self._scene.pronoun(PRONOUNS[first], words.text, span, told, tells=span in tellers)
            return Subject(span, self._scene.cast.places.get(person) if person else None, person)
        if first in _POINTING and alone:
            return Subject(span, None)
        if (first in ("they", "it") and alone) or first in ("their", "its"):
            return Subject(span, self._mentions.antecedent(words, clause))
        meant = self._mentions.antecedent(words, clause)
        holder = self._scene.holder(span.cut(words.text)) if meant is None and not clause.aside else None
        meant = meant or (self._scene.cast.places.get(holder) if holder else None)
        open_ = meant is None and self._mentions.begun and deed_of(words, clause) is not None
        return Subject(span, meant, holder) if meant is not None or open_ else None


def _points(words: Words) -> bool:
    """Say whether a sentence opens with "this" and a verb in -s that no list holds: "This marks a shift"."""
    low = words.low[:3]
    verb = (
        len(low) == 3
        and low[0] in ("this", "that")
        and low[1].endswith("s")
        and not low[1].endswith(("ss", "us", "is"))
    )
    return verb and (low[2] in DETERMINERS or low[2] in _AFTER_VERBS or is_adverb(low[2]))


def names_in(text: str) -> tuple[Name, ...]:
    """Return the names in ``text``, none where all is in capitals, which tell a name from no other word."""
    return () if text.isupper() else find_names(text)


def _is_teller(name: Name, sentence: Span, relation: Relation) -> bool:
    """Say whether a name of a sentence is that of who speaks in it: "he" is somebody else in what is said."""
    source = relation.source
    return _is_inside(source, sentence) and _moved(source, sentence).covers(name.span)


def _tokens(paragraph: Paragraph, sentence: Span) -> tuple[Span, ...]:
    """Return the words and signs of a sentence, as spans of it."""
    first = bisect_left(paragraph.tokens, sentence.start, key=lambda token: token.start)
    last = bisect_left(paragraph.tokens, sentence.end, key=lambda token: token.start)
    return tuple(_moved(token, sentence) for token in paragraph.tokens[first:last] if token.end <= sentence.end)


def _touches(relation: Relation, sentence: Span) -> bool:
    parts = (relation.source, relation.cue, *relation.contents)
    return any(part is not None and part.overlaps(sentence) for part in parts)


def _in_a_gap(cue: Span | None, whole: Span, pieces: Sequence[Span]) -> bool:
    return cue is not None and whole.covers(cue) and not any(piece.overlaps(cue) for piece in pieces)


def _goes_on(
    paragraph: Paragraph, sentence: Span, relations: Sequence[Relation], speakers: dict[int, str | None]
) -> str | None:
    """Return who speaks on in a quotation that stands alone after ``sentence``; after a question nobody does."""
    at = outermost(relations, sentence)
    if at is None and sentence.cut(paragraph.text).endswith(":"):
        at = max((n for n, relation in enumerate(relations) if _begins_in(relation.cue, sentence)), default=None)
    if at is None:
        return None
    cue = relations[at].cue
    return None if cue is not None and _ASKING.search(cue.cut(paragraph.text)) else speakers.get(at)


def _in_quotation(paragraph: Paragraph, offset: int) -> bool:
    return any(quote.start <= offset < quote.end for quote in paragraph.quotes)


def _is_inside(span: Span | None, sentence: Span) -> TypeGuard[Span]:
    return span is not None and sentence.covers(span)


def _begins_in(span: Span | None, sentence: Span) -> bool:
    return span is not None and sentence.start <= span.start < sentence.end


def _moved(span: Span, sentence: Span) -> Span:
    return Span(start=span.start - sentence.start, end=span.end - sentence.start)
