"""PolNeAR's annotations, read from the archive they came in: who is said to have said what, per article.

Articles that several people annotated are read once, by the first annotator's name, so that every article counts
the same. What is marked as discarded or open to discussion is no attribution.
"""

from __future__ import annotations

import re
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from benchmarks.data import data

ROLES = ("source", "cue", "content")
Ranges = tuple[tuple[int, int], ...]
"""Half-open ranges of offsets; a part may stand in several pieces."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """One annotated attribution."""

    source: Ranges
    cue: Ranges
    content: Ranges


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A text with its annotated attributions."""

    name: str
    text: str
    relations: tuple[Relation, ...]


def articles(split: str) -> tuple[Article, ...]:
    """Return the articles of ``split`` (``train`` or ``dev``) by name, each as its first annotator reads it."""
    return tuple(readings[0] for readings in annotated(split))


@cache
def annotated(split: str) -> tuple[tuple[Article, ...], ...]:
    """Return the articles of ``split`` by name, each once for every annotator, by the annotators' names."""
    texts: dict[str, str] = {}
    notes: dict[str, list[str]] = {}
    with tarfile.open(data("statements/polnear_train_dev.tar.xz")) as archive:
        for member in sorted(archive.getmembers(), key=lambda member: member.name):
            _, _, path = member.name.rpartition(f"data/{split}/")
            folder, _, file = path.partition("/")
            if member.isfile() and folder in ("text", "attributions") and f"data/{split}/" in member.name:
                content = archive.extractfile(member)
                words = content.read().decode("utf-8") if content else ""
                if folder == "text":
                    texts[file.removesuffix(".txt")] = words
                else:
                    notes.setdefault(file.rpartition("_")[0], []).append(words)
    return tuple(
        tuple(Article(name=name, text=text, relations=tuple(_relations(note))) for note in notes.get(name, [""]))
        for name, text in texts.items()
    )


def _relations(notes: str) -> Iterator[Relation]:
    spans: dict[str, Ranges] = {}
    events = []
    for line in notes.splitlines():
        key, _, rest = line.partition("\t")
        if re.fullmatch(r"T\d+", key):
            places = re.match(r"\S+ ([\d ;]+)", rest)
            if places:
                pairs = (piece.split() for piece in places[1].split(";"))
                spans[key] = tuple((int(start), int(end)) for start, end in pairs)
        elif re.fullmatch(r"E\d+", key):
            events.append(rest.split())
    for event in events:
        if event and event[0].startswith("Attribution"):
            parts: dict[str, Ranges] = dict.fromkeys(ROLES, ())
            for argument in event[1:]:
                role, _, key = argument.partition(":")
                plain = re.sub(r"\d+$", "", role).lower()
                if plain in parts:
                    parts[plain] += spans.get(key, ())
            yield Relation(**parts)


def words(text: str) -> tuple[tuple[int, int], ...]:
    """Return the tokens that scores are counted in: words and single signs."""
    return tuple(match.span() for match in re.finditer(r"\w+|[^\w\s]", text))


def roles(tokens: tuple[tuple[int, int], ...], relations: tuple[Relation, ...]) -> tuple[str, ...]:
    """Return one role a token, empty where it has none; a token in two attributions keeps the first."""
    starts = {start: at for at, (start, _) in enumerate(tokens)}
    found = [""] * len(tokens)
    for relation in relations:
        for role in ROLES:
            for start, end in getattr(relation, role):
                for offset in range(start, end):
                    at = starts.get(offset)
                    if at is not None and not found[at]:
                        found[at] = role
    return tuple(found)
