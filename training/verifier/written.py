"""Read the pairs that were written for the training: news passages, each with statements that it bears out or not.

In ``written/*.txt`` a passage is a line that begins with ``P:``; the statements on it follow, one a line, behind ``+``
(supported), ``-`` (contradicted) or ``?`` (neither). An empty line stands between two passages.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

MARKS = {"+": "supports", "-": "contradicts", "?": "neither"}
KEPT_APART = 12
"""Every twelfth passage, by its digest, is not learned from: it chooses."""


def passages(path: Path) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Yield each passage with its statements and their labels; a line that is neither raises ValueError."""
    for part in path.read_text(encoding="utf-8").split("\n\n"):
        if not (lines := part.strip().splitlines()):
            continue
        statements = [(line[:1], line[1:].strip()) for line in lines[1:]]
        if not lines[0].startswith("P: ") or not all(mark in MARKS and text for mark, text in statements):
            raise ValueError(f"{path}: a passage is a line with P: and statements behind +, - or ?, not {part[:80]!r}")
        yield lines[0][3:].strip(), [(text, MARKS[mark]) for mark, text in statements]


def rows_of(folder: Path, *, apart: bool) -> Iterator[dict[str, str]]:
    """Yield the pairs in ``folder`` in the form of the other sets: those kept apart, or all others."""
    for path in sorted(folder.glob("*.txt")):
        for passage, statements in passages(path):
            chosen = int(hashlib.sha256(passage.encode()).hexdigest(), 16) % KEPT_APART == 0
            if chosen is apart:
                for text, label in statements:
                    yield {"premise": passage, "hypothesis": text, "label": label}
