"""Write what the attribution tagger is trained on: word pieces of PolNeAR's articles with labels, and of other news.

    python training/attribution/prepare.py NEWS.jsonl.xz OUT.npz.xz

The news has no labels: pupils learn there what their teachers say. Of PolNeAR's articles every annotator's reading
is kept; the dev split is in the file to be reported and takes no part in training.
"""

from __future__ import annotations

import io
import json
import lzma
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from benchmarks.statements.polnear import ROLES, Article, annotated
from benchmarks.statements.scoring import paragraphs

from onrecord.extract.reading.paragraphs import Paragraph
from onrecord.extract.reading.tokens import tokenize
from onrecord.extract.tagging.wordpieces import word_pieces

LETTERS = {"source": "S", "cue": "C", "content": "N"}
LABELS = ("O", *(f"{place}-{role}" for role in ("S<", "S>", "C", "N<", "N>") for place in "BI"))
"""``B-`` where a piece begins, ``I-`` inside it; ``<`` and ``>`` say whether it stands before its cue or behind it."""
NO_LABEL = 255
SPLITS = TRAIN, DEV, NEWS = 0, 1, 2

NEWS_PIECES = 1_000_000
NEWS_SHARE = 0.07
"""Of the articles: they are taken from all years."""
NEWS_CHARACTERS = (800, 12_000)

TELLING = 0.6
"""Share of a word's occurrences in cues from which it tells by itself that somebody says something."""
LEAST_SEEN = 5
"""Occurrences under which nothing is said of a word."""


def roles_by_character(article: Article) -> dict[int, tuple[str, int, int]]:
    """Return for each annotated character its role, relation and piece; sources and contents say on which side."""
    found: dict[int, tuple[str, int, int]] = {}
    for number, relation in enumerate(article.relations):
        anchors = relation.cue or relation.source or ((0, 0),)
        for role in ROLES:
            for piece, (start, end) in enumerate(getattr(relation, role)):
                side = "" if role == "cue" else "<" if start < anchors[0][0] else ">"
                for offset in range(start, end):
                    found.setdefault(offset, (LETTERS[role] + side, number, piece))
    return found


def labels(roles: dict[int, tuple[str, int, int]], offset: int, paragraph: Paragraph) -> list[str]:
    """Return the label of each token."""
    found, before = [], None
    for token in paragraph.tokens:
        role = roles.get(offset + token.start)
        found.append("O" if role is None else ("I-" if role == before else "B-") + role[0])
        before = role
    return found


def encoded(text: str, readings: Sequence[Article]) -> Iterator[dict[str, np.ndarray]]:
    """Yield a text once for every reading, or once without labels: its pieces, traits, labels and paragraphs' sizes."""
    cut = [(offset, paragraph, word_pieces(paragraph)) for offset, paragraph in paragraphs(text)]
    ids = np.concatenate([pieces.ids for _, _, pieces in cut]).astype(np.uint16)
    traits = np.concatenate([pieces.traits for _, _, pieces in cut]).astype(np.uint8)
    sizes = np.array([len(pieces.ids) for _, _, pieces in cut], dtype=np.uint16)
    for reading in readings or (None,):
        found = []
        roles = roles_by_character(reading) if reading else {}
        for offset, paragraph, pieces in cut:
            own = np.full(len(pieces.ids), NO_LABEL, dtype=np.uint8)
            if reading:
                names = labels(roles, offset, paragraph)
                for place, name in reversed(list(zip(pieces.places.tolist(), names, strict=True))):
                    own[place] = LABELS.index(name)
                own[-1] = NO_LABEL
            found.append(own)
        yield {"ids": ids, "traits": traits, "labels": np.concatenate(found), "paragraphs": sizes}


def telling(read: Sequence[Article]) -> list[str]:
    """Return the words that mostly stand in cues."""
    seen: Counter[str] = Counter()
    in_cue: Counter[str] = Counter()
    for article in read:
        roles = roles_by_character(article)
        for token in tokenize(article.text):
            word = token.cut(article.text).lower()
            seen[word] += 1
            in_cue[word] += roles.get(token.start, "O")[0] == "C"
    return sorted(
        word for word, count in in_cue.items() if count >= max(TELLING * seen[word], 1) and seen[word] >= LEAST_SEEN
    )


def news(path: str) -> Iterator[str]:
    """Yield articles of all years with their titles."""
    chance = random.Random(0)
    with lzma.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            if chance.random() < NEWS_SHARE:
                article = json.loads(line)
                text = f"{article['title'] or ''}\n{article['text']}"
                if NEWS_CHARACTERS[0] <= len(text) <= NEWS_CHARACTERS[1]:
                    yield text


def main(news_path: str, out: str) -> None:
    """Read, encode and write."""
    texts: list[dict[str, np.ndarray]] = []
    about: list[tuple[int, int, int]] = []
    train = sorted(annotated("train"), key=lambda readings: (readings[0].name.split("_")[1], readings[0].name))
    for split, articles in ((TRAIN, train), (DEV, [readings[:1] for readings in annotated("dev")])):
        for readings in articles:
            for number, text in enumerate(encoded(readings[0].text, readings)):
                texts.append(text)
                about.append((split, number, len(readings)))
    left = NEWS_PIECES
    for words in news(news_path):
        texts += encoded(words, ())
        about.append((NEWS, 0, 1))
        left -= len(texts[-1]["ids"])
        if left <= 0:
            break
    arrays = {name: np.concatenate([text[name] for text in texts]) for name in texts[0]}
    arrays["about"] = np.array(about, dtype=np.uint8)
    arrays["counts"] = np.array([len(text["paragraphs"]) for text in texts], dtype=np.uint16)
    arrays["names"] = np.array(LABELS)
    arrays["telling"] = np.array(json.dumps(telling([readings[0] for readings in train]), ensure_ascii=False))
    file = io.BytesIO()
    np.savez(file, **arrays)
    Path(out).write_bytes(lzma.compress(file.getvalue()))
    print(f"{out}: {len(texts)} texts, {len(arrays['ids']):,} pieces, {Path(out).stat().st_size:,} bytes")


if __name__ == "__main__":
    main(*sys.argv[1:])
