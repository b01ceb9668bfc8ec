"""Scores of who said what by token: what the annotators marked against what was found."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from benchmarks.statements.polnear import ROLES, Article, roles, words

from onrecord.extract.reading.paragraphs import Paragraph, paragraph_of, parts
from onrecord.extract.tagging.linking import Relation
from onrecord.text.spans import lines

Marks = dict[int, str]
"""The role of each character offset that has one."""


def paragraphs(text: str) -> Iterator[tuple[int, Paragraph]]:
    """Yield the paragraphs of a text with their offsets."""
    continues = False
    for line in lines(text):
        paragraph = paragraph_of(line.cut(text), language="en", continues=continues)
        continues = paragraph.is_open
        yield from ((line.start, part) for part in parts(paragraph))


def score(read: Sequence[Article], mark: Callable[[str], Marks]) -> dict[str, float]:
    """Return precision, recall and F1 of each role over the tokens of ``read``."""
    wanted: list[str] = []
    found: list[str] = []
    for article in read:
        tokens = words(article.text)
        marks = mark(article.text)
        wanted += roles(tokens, article.relations)
        found += [marks.get(start, "") for start, _ in tokens]
    return compared(wanted, found)


def compared(wanted: Sequence[str], found: Sequence[str]) -> dict[str, float]:
    """Return precision, recall and F1 of each role in ``found``, one role a token."""
    figures = {}
    for role in ROLES:
        right = sum(one == other == role for one, other in zip(wanted, found, strict=True))
        precision, recall = right / max(1, found.count(role)), right / max(1, wanted.count(role))
        figures[f"{role}_precision"] = round(precision, 4)
        figures[f"{role}_recall"] = round(recall, 4)
        figures[f"{role}_f1"] = round(2 * precision * recall / max(precision + recall, 1e-9), 4)
    return figures


def as_read(text: str, read: Callable[[Sequence[Paragraph]], Sequence[Sequence[Relation]]]) -> list[Relation]:
    """Return the relations of a whole text, offsets counted in it; ``read`` finds those of each of its paragraphs."""
    cut = tuple(paragraphs(text))
    told = read([paragraph for _, paragraph in cut])
    return [relation.moved(offset) for (offset, _), found in zip(cut, told, strict=True) for relation in found]


def marks_of(relations: Sequence[Relation]) -> Marks:
    """Return the role of each character; where parts overlap, cues and sources stand above contents."""
    found: Marks = {}
    for role in ("content", "source", "cue"):
        for relation in relations:
            spans = relation.contents if role == "content" else (getattr(relation, role),)
            for span in spans:
                if span is not None:
                    found |= dict.fromkeys(range(span.start, span.end), role)
    return found
