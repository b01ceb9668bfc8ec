"""Reading the sentences of a brief in their paragraphs: who says what, and whom "he" and "she" stand for."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from onrecord.brief.sentences import Sentence
from onrecord.data import Attribution, Document, Span, Statement, StatementKind
from onrecord.text.names import find_names
from onrecord.text.sentences import sentences
from onrecord.text.words import content_words

Reader = Callable[[Document, Sequence[Span]], Sequence[Statement]]
"""Returns the statements of the paragraphs of a document that some spans stand in."""

_THE = "the "
_TELLING, _LONGEST = 2, 8  # words with content at least, and words at most, by which a source is told
_LOOK = 600  # characters in which the sentence before stands
_OPENER = re.compile(r"^(?:He|She) \[([^\]]+)\]")


def read_in_place(told: Sequence[Sentence], read: Reader) -> dict[tuple[str, int], Sentence]:
    """Return the sentences by place, each with who says it; one that leans on a name nobody is sure of is left out."""
    by_document: dict[str, list[Sentence]] = {}
    for sentence in told:
        by_document.setdefault(sentence.memento.document.id, []).append(sentence)
    found = {}
    for of_one in by_document.values():
        statements = read(of_one[0].memento.document, [sentence.span for sentence in of_one])
        for sentence in of_one:
            spoken = _spoken(sentence, [one for one in statements if one.span.overlaps(sentence.span)])
            if spoken.opener or not sentence.leans:
                found[sentence.place] = spoken
    return found


def _spoken(sentence: Sentence, statements: Sequence[Statement]) -> Sentence:
    """Return a sentence with its one speaker; where parts of it are different people's, it has none."""
    opening = next((one for one in statements if one.span.start == sentence.span.start), None)
    opener = _OPENER.match(opening.text) if opening else None
    text = sentence.memento.document.text
    said = [one.attribution for one in statements if one.attribution]
    speakers = {attribution.speaker for attribution in said}
    alone = said[0] if len(speakers) == 1 and len(said) == 1 else None
    speaker = _named(text, alone) if alone else None
    return replace(
        sentence,
        speaker=speaker,
        said=alone.content if alone and speaker else None,
        ahead=any(one.kind is StatementKind.FORECAST for one in statements),
        opener=opener[1] if opener and _is_sure(text, sentence.span.start, opener[1]) else None,
    )


def _named(text: str, said: Attribution) -> str | None:
    """Name a source: a body in full, somebody by their name, and "the interior ministry", but no "officials"."""
    words = " ".join(said.source.cut(text).split()) if said.source else ""
    whole = words[len(_THE) :] if words.lower().startswith(_THE) and len(words.split()) <= _LONGEST else ""
    if said.speaker:
        return whole if said.speaker in whole else said.speaker
    return words if whole and len(content_words(whole)) >= _TELLING else None


def _is_sure(text: str, start: int, name: str) -> bool:
    """Say whether the sentence before names that person, by whatever part of the name, and nobody and nothing else."""
    before = text[max(0, start - _LOOK) : start].rstrip()
    last = [span.cut(before) for span in sentences(before)][-1:]
    named = [one.words.split()[-1] for one in find_names(last[0])] if last else []
    return bool(named) and set(named) == {name.rsplit(maxsplit=1)[-1]}
