"""Reading the sentences of a brief in their paragraphs: who says what, and whom "he" and "she" stand for."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from onrecord.brief.sentences import Sentence
from onrecord.data import Attribution, Document, Span, Statement
from onrecord.text.words import content_words

Reader = Callable[[Document, Sequence[Span]], Sequence[Statement]]
"""Returns the statements of the paragraphs of a document that some spans stand in."""

_TELLING, _LONGEST = 2, 5  # words with content at least, and words at most, by which a source is told
_OPENER = re.compile(r"^(?:He|She) \[([^\]]+)\]")


def read_in_place(told: Sequence[Sentence], read: Reader) -> dict[tuple[str, int], Sentence]:
    """Return the sentences by place, each with who says it; one that leans on a name nobody is sure of is left out."""
    by_document: dict[str, list[Sentence]] = {}
    for sentence in told:
        by_document.setdefault(sentence.memento.document.id, []).append(sentence)
    found = {}
    for sentences in by_document.values():
        statements = read(sentences[0].memento.document, [sentence.span for sentence in sentences])
        for sentence in sentences:
            spoken = _spoken(sentence, [one for one in statements if one.span.overlaps(sentence.span)])
            if spoken.opener or not sentence.leans:
                found[sentence.place] = spoken
    return found


def _spoken(sentence: Sentence, statements: Sequence[Statement]) -> Sentence:
    """Return a sentence with its one speaker; where parts of it are different people's, it has none."""
    opening = next((one for one in statements if one.span.start == sentence.span.start), None)
    opener = _OPENER.match(opening.text) if opening else None
    said = [one.attribution for one in statements if one.attribution]
    speakers = {attribution.speaker for attribution in said}
    alone = said[0] if len(speakers) == 1 and len(said) == 1 else None
    speaker = (alone.speaker or _described(sentence.memento.document.text, alone)) if alone else None
    return replace(
        sentence,
        speaker=speaker,
        said=alone.content if alone and speaker else None,
        opener=opener and opener[1],
    )


def _described(text: str, said: Attribution) -> str | None:
    """Return a source that is the one of its kind and has no name: "the interior ministry", and no "officials"."""
    words = " ".join(said.source.cut(text).split()) if said.source else ""
    one = words.lower().startswith("the ") and len(words.split()) <= _LONGEST
    return words if one and len(content_words(words)) >= _TELLING else None
