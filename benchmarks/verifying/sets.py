"""Passage and statement pairs to test on, and the windows in which a long passage is read."""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.data import data

from onrecord.data import Pair
from onrecord.text.sentences import sentences
from onrecord.text.words import content_words, stem

LABELS = ("supports", "contradicts", "neither", "not_supports")
SIZES = (2, 3, 4)
"""Sentences of a window."""
READ = 6
"""Windows of a document that are read, those with most of the statement's words; and its nearest sentences as one."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Whole:
    """A statement held against a document: each part of it against several windows."""

    label: int
    parts: tuple[tuple[Pair, ...], ...]


def rows(name: str) -> list[Row]:
    with gzip.open(data(f"checking/{name}.jsonl.gz"), "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def pair_of(row: Row) -> Pair:
    return Pair(premise=row["premise"], hypothesis=row["hypothesis"])


def label_of(row: Row) -> int:
    return LABELS.index(row["label"])


def cut(text: str) -> list[str]:
    return [span.cut(text) for span in sentences(text, "en")]


def windows(statement: str, told: Sequence[str]) -> tuple[Pair, ...]:
    """Return the windows over the sentences ``told`` that are nearest to ``statement`` by its words."""
    asked = {stem(word) for word in content_words(statement)}
    shared = [asked & {stem(word) for word in content_words(sentence)} for sentence in told]
    places = [(at, at + size) for size in SIZES for at in range(max(1, len(told) - size + 1))]
    places.sort(key=lambda place: (-len(set().union(*shared[place[0] : place[1]])), place[1] - place[0], place[0]))
    nearest = sorted(sorted(range(len(told)), key=lambda at: (-len(shared[at]), at))[: max(SIZES)])
    texts = [" ".join(told[start:end]) for start, end in places[:READ]] + [" ".join(told[at] for at in nearest)]
    return tuple(Pair(premise=text, hypothesis=statement) for text in dict.fromkeys(texts))


def wice(name: str) -> list[Whole]:
    """Return claims of Wikipedia with the web page each cites (Kamoi and others 2023)."""
    return [
        Whole(label_of(row), (windows(row["hypothesis"], [one for one in row["evidence"] if one.strip()]),))
        for row in rows(name)
    ]


def summaries(name: str) -> list[Whole]:
    """Return summaries with the article each is of; every sentence of a summary is held against the article."""
    return [
        Whole(
            label_of(row),
            tuple(windows(sentence, cut(row["premise"])) for sentence in cut(row["hypothesis"])),
        )
        for row in rows(name)
    ]


def sentences_of_summaries(name: str) -> list[Whole]:
    """Return each sentence of some summaries, as it was labelled by itself, with the article its summary is of."""
    return [
        Whole(LABELS.index("supports" if true else "not_supports"), (windows(sentence, told),))
        for row in rows(name)
        for told in (cut(row["premise"]),)
        for sentence, true in row["sents"]
    ]


def revisions(found: Sequence[Row]) -> Iterator[list[int]]:
    """Yield places of rows on one statement whose passages give it different labels."""
    by_case: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, row in enumerate(found):
        by_case[row["case"], row["hypothesis"]].append(at)
    yield from (places for places in by_case.values() if len({found[at]["label"] for at in places}) > 1)


def contrasts(found: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """Yield places of a statement that a passage supports and of the same statement with one thing changed."""
    true: dict[tuple[str, str], int] = {}
    for at, row in enumerate(found):
        if row["label"] == "supports":
            true.setdefault((row["premise"], row["how"]), at)
    for at, row in enumerate(found):
        base = true.get((row["premise"], row.get("base", "")))
        if row["label"] == "contradicts" and base is not None:
            yield base, at
