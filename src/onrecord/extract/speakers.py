"""Who speaks in each sentence of a text, read paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.data import Attribution, Span
from onrecord.extract.attribution import attribution_of
from onrecord.extract.cast import Cast
from onrecord.extract.guard import guarded, outermost
from onrecord.extract.labels import labelled
from onrecord.extract.linking import Relation
from onrecord.extract.paragraphs import Paragraph
from onrecord.extract.references import Scene, opening_pronoun
from onrecord.text.names import Name, find_names

_ASKING = re.compile(r"\bask", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A sentence, who is said to have said what in it, and whom the "he" or "she" that opens it stands for."""

    sentence: Span
    attribution: Attribution | None
    person: str | None


class Listener:
    """Reads the paragraphs of a text in order and keeps in mind who spoke."""

    def __init__(self, cast: Cast) -> None:
        """Take the names of the whole text."""
        self._scene = Scene(cast)
        self._going_on: str | None = None
        """Who spoke in the sentence before: a quotation that stands alone goes on with it."""

    def listen(self, paragraph: Paragraph, found: Sequence[Relation]) -> Iterator[Told]:
        """Yield the sentences of the next paragraph, whose relations as they were found are ``found``."""
        label = labelled(paragraph, self._scene.cast)
        relations = (label.relation,) if label else guarded(found, paragraph)
        speakers: dict[int, str | None] = {0: label.speaker} if label else {}
        people = [self._hear(paragraph, sentence, relations, speakers) for sentence in paragraph.sentences]
        for sentence, person in zip(paragraph.sentences, people, strict=True):
            attribution = _attribution(paragraph, sentence, relations, speakers)
            yield Told(sentence=sentence, attribution=attribution, person=person)

    def _hear(
        self, paragraph: Paragraph, sentence: Span, relations: Sequence[Relation], speakers: dict[int, str | None]
    ) -> str | None:
        """Enter the speakers of the relations whose source stands in ``sentence``, or that go on with the one before.

        Returns whom the pronoun that opens the sentence stands for.
        """
        words = sentence.cut(paragraph.text)
        named = names_in(words)
        pronoun = opening_pronoun(words)
        person = self._scene.person(pronoun) if pronoun and not _in_quotation(paragraph, sentence.start) else None
        here = [at for at, relation in enumerate(relations) if _is_inside(relation.source, sentence)]
        said = [_moved(part, sentence) for at in here for part in relations[at].contents if sentence.covers(part)]
        for at, relation in enumerate(relations):
            if relation.source is None and relation.cue is None and _begins_in(relation.contents[0], sentence):
                speakers.setdefault(at, self._going_on)
            elif relation.source is not None and at in here:
                source = _moved(relation.source, sentence)
                speakers.setdefault(at, self._scene.speaker(words, source, named, said))
        main = outermost([relations[at] for at in here], sentence)
        self._scene.pass_on(named, speakers.get(here[main]) if main is not None else None)
        self._going_on = _goes_on(paragraph, sentence, relations, speakers)
        return person


def names_in(text: str) -> tuple[Name, ...]:
    """Return the names in ``text``, none where all is in capitals, which tell a name from no other word."""
    return () if text.isupper() else find_names(text)


def _attribution(
    paragraph: Paragraph, sentence: Span, relations: Sequence[Relation], speakers: dict[int, str | None]
) -> Attribution | None:
    at = outermost(relations, sentence)
    found = attribution_of(relations[at], paragraph, sentence) if at is not None else None
    return replace(found, speaker=speakers.get(at)) if found is not None and at is not None else None


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


def _is_inside(span: Span | None, sentence: Span) -> bool:
    return span is not None and sentence.covers(span)


def _begins_in(span: Span | None, sentence: Span) -> bool:
    return span is not None and sentence.start <= span.start < sentence.end


def _moved(span: Span, sentence: Span) -> Span:
    return Span(start=span.start - sentence.start, end=span.end - sentence.start)
