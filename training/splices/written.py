"""Passages written for the training, in ``lines``: what assistants say, lines of sites, and what only looks foreign."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).with_name("lines")


@cache
def replies() -> tuple[str, ...]:
    """Return what assistants say to those who write, to those who ask, and beside a text."""
    return tuple(row["text"] for name in ("edit", "talk", "aside") for row in _rows(name))


@cache
def own() -> tuple[str, ...]:
    """Return paragraphs that belong to a page, though they speak to somebody, sell or list something."""
    return tuple(row["text"] for row in _rows("own"))


@cache
def of_sites() -> dict[str, tuple[str, ...]]:
    """Return lines of sites, by kind."""
    found: dict[str, list[str]] = {}
    for row in _rows("site"):
        found.setdefault(row["kind"], []).append(row["text"])
    return {kind: tuple(lines) for kind, lines in found.items()}


def _rows(name: str) -> list[dict[str, str]]:
    path = _FOLDER / f"{name}.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []
