"""Read a treebank of Universal Dependencies: sentences of words with their heads, relations and parts of speech."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Tree:
    """A sentence: ``heads`` count its words from 1, and 0 is the root; ``starts`` are where its words begin in it."""

    text: str
    words: list[str]
    starts: list[int]
    heads: list[int]
    relations: list[str]
    parts: list[str]


def trees(path: Path) -> Iterator[Tree]:
    """Yield the trees of a file in CoNLL-U; ``obl:tmod`` and the like count as ``obl``, passives stay apart."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.splitlines()
        text = next((line[9:] for line in lines if line.startswith("# text = ")), "")
        rows = [line.split("\t") for line in lines if line[:1].isdigit()]
        rows = [row for row in rows if row[0].isdigit()]
        if not rows:
            continue
        starts, at = [], 0
        for row in rows:
            found = text.find(row[1], at)
            at = found if found >= 0 else at  # parts of a contraction may be spelt otherwise
            starts.append(at)
            at += len(row[1]) if found >= 0 else 0
        yield Tree(
            text=text,
            words=[row[1] for row in rows],
            starts=starts,
            heads=[int(row[6]) for row in rows],
            relations=[_plain(row[7]) for row in rows],
            parts=[row[3] for row in rows],
        )


def _plain(relation: str) -> str:
    kept = relation.endswith((":pass", ":agent", ":relcl", ":poss"))
    return relation if kept else relation.partition(":")[0]
