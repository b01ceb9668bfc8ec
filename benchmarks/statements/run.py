"""Who said what: sources, cues and contents on PolNeAR's dev split, by token, and who spoke the direct quotations.

Data: ``statements/polnear_train_dev.tar.xz``, 84 news articles of 2016 that people annotated (Newell, Margolin and
Ruths 2018). The shipped tagger was trained on the train split (``training/attribution``); dev is only reported.

A token is right when it has the role that the annotators gave it, in whatever attribution: first as paragraphs are
read, then in the statements, which keep one attribution each. The frames alone, without the tagger, are the baseline;
how far two annotators of the same article agree is what can be hoped for. An attribution is found when its cue is, if
only in part; its source and content are right when they overlap.
A direct quotation is one whose annotated content stands in quotation marks, eight words or more, with an annotated
source; its speaker is right when the source of the statement that holds most of it overlaps the annotated one, or when
it is given, by name, to whom that source stands for. Quotations left open are counted apart: that is not wrong.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from benchmarks.statements.frames import by_frames
from benchmarks.statements.polnear import Article, Ranges, annotated, articles, roles, words
from benchmarks.statements.scoring import as_read, compared, marks_of, paragraphs, score

from onrecord.data import Page, Restoration, Span, Statement
from onrecord.extract import extract
from onrecord.extract.attributing.attribution import find_relations
from onrecord.extract.tagging.linking import Relation
from onrecord.read import read_text
from onrecord.restore import restore

MANY = ("train", "dev")
"""Splits with articles that several people annotated, 18 in all: how far two of them agree."""
LEAST_WORDS = 8
LEAST_QUOTED = 0.9


def stated(text: str) -> tuple[Page, Restoration, tuple[Statement, ...]]:
    page = read_text(text)
    restoration = restore(page)
    return page, restoration, extract(restoration)


def in_statements(text: str) -> list[Relation]:
    """Return the attributions that the statements of a text keep."""
    page, _, statements = stated(text)
    if page.document.text != text:
        return []  # reading has mended the text, so offsets do not compare; none of PolNeAR's is
    kept = (statement.attribution for statement in statements if statement.attribution is not None)
    return [Relation(source=one.source, cue=one.cue, contents=(one.content,)) for one in kept]


def annotators() -> dict[str, float]:
    """Return the F1 of each role between any two annotators of one article: what there is to agree on."""
    wanted: list[str] = []
    found: list[str] = []
    for readings in (readings for split in MANY for readings in annotated(split)):
        tokens = words(readings[0].text)
        for one, other in combinations((roles(tokens, reading.relations) for reading in readings), 2):
            wanted += one
            found += other
    return {f"annotators_{name}": value for name, value in compared(wanted, found).items() if name.endswith("_f1")}


def linked(read: Sequence[Article]) -> dict[str, float]:
    """Return how many annotated cues are found, if in part, and how often theirs are the source and content."""
    counts: Counter[str] = Counter()
    for article in read:
        found = [told for told in as_read(article.text, find_relations) if told.cue]
        for wanted in article.relations:
            told = next((one for one in found if one.cue and _shared((one.cue,), wanted.cue)), None)
            counts["cues"] += bool(wanted.cue)
            counts["found"] += told is not None
            if told is not None and wanted.source:
                counts["sources"] += 1
                counts["sources_right"] += told.source is not None and _shared((told.source,), wanted.source) > 0
            if told is not None and wanted.content:
                counts["contents"] += 1
                counts["contents_right"] += _shared(told.contents, wanted.content) > 0
    return {
        "cues_found": round(counts["found"] / counts["cues"], 4),
        "cues_with_their_source": round(counts["sources_right"] / counts["sources"], 4),
        "cues_with_their_content": round(counts["contents_right"] / counts["contents"], 4),
    }


def quotations(article: Article) -> Iterator[tuple[Ranges, Ranges]]:
    """Yield the content and source of each annotated direct quotation that has a source."""
    inside = {
        at
        for offset, paragraph in paragraphs(article.text)
        for quote in paragraph.quotes
        for at in range(offset + quote.start, offset + quote.end)
    }
    for relation in article.relations:
        places = [at for start, end in relation.content for at in range(start, end)]
        said = sum(len(article.text[start:end].split()) for start, end in relation.content)
        if relation.source and said >= LEAST_WORDS and sum(at in inside for at in places) >= LEAST_QUOTED * len(places):
            yield relation.content, relation.source


def speakers(read: Sequence[Article]) -> dict[str, float]:
    """Return how many direct quotations are given to the annotated source, to another, and to none."""
    counts: Counter[str] = Counter()
    for article in read:
        _, _, statements = stated(article.text)
        counts.update(_judged(statements, content, source, article.text) for content, source in quotations(article))
    total = sum(counts.values())
    return {
        "direct_quotations": total,
        "direct_speaker_right": round(counts["right"] / max(1, total), 4),
        "direct_speaker_wrong": round(counts["wrong"] / max(1, total), 4),
        "direct_speaker_open": round(counts["open"] / max(1, total), 4),
    }


def _judged(statements: Sequence[Statement], content: Ranges, source: Ranges, text: str) -> str:
    """Judge the statement that holds most of a quotation; one whose source stands elsewhere by its speaker's name."""
    told = max(statements, key=lambda statement: _shared((statement.span,), content), default=None)
    attribution = told.attribution if told is not None else None
    if attribution is None or (attribution.source is None and attribution.speaker is None):
        return "open"
    if attribution.source is not None:
        return "right" if _shared((attribution.source,), source) else "wrong"
    others = [other.attribution for other in statements if other.attribution and other.attribution.source]
    there = {other.speaker for other in others if other.source and _shared((other.source,), source)}
    named = "".join(text[start:end] for start, end in source)
    last = (attribution.speaker or "").split()[-1]
    return "right" if attribution.speaker in there or last in named else "wrong"


def _shared(spans: Sequence[Span], ranges: Ranges) -> int:
    return sum(max(0, min(span.end, end) - max(span.start, start)) for span in spans for start, end in ranges)


def run() -> dict[str, float]:
    read = articles("dev")
    figures: dict[str, float] = {"articles": len(read)}
    ways: dict[str, Callable[[str], list[Relation]]] = {
        "": lambda text: as_read(text, find_relations),
        "stated_": in_statements,
        "frames_": lambda text: as_read(text, lambda paragraphs: [by_frames(one) for one in paragraphs]),
    }
    for way, relations in ways.items():
        scored = score(read, lambda text, relations=relations: marks_of(relations(text)))  # type: ignore[misc]
        figures |= {f"{way}{name}": value for name, value in scored.items()}
    figures |= annotators() | linked(read) | speakers(read)
    pages = [read_text(article.text) for article in read]
    restored = [restore(page) for page in pages]
    count = sum(len(extract(restoration, whole=True)) for restoration in restored)
    began = time.process_time()
    figures["statements"] = sum(len(extract(restoration)) for restoration in restored)
    figures["sentences_per_second"] = round(count / (time.process_time() - began), 1)
    return figures
