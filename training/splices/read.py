"""What the networks read of a page while they learn: the gate a crop of its tokens, the judge windows of its pieces."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
from base import FOLDER
from benchmarks.splices.pages import SplicedPage
from tokenizers import Tokenizer

from onrecord.restore.pasted.gate import KINDS
from onrecord.restore.pasted.pieces import LENGTH, TABLES, Window, hidden, read_pieces, window
from onrecord.restore.pasted.tokens import Tokens, read_tokens
from onrecord.text.spans import lines

LONGEST = 1000  # tokens of a page that the gate learns from at once
HIDING = (0.0, 0.0, 0.06, 0.15, 0.3)  # shares of words hidden on a page: rare words must not be all that is known
HASHED_HIDING = (0.03, 0.08, 0.15)
NEAR = 0.85  # of the windows of a spliced page lie near where a passage starts or ends
SHORT = 0.45  # of the windows are short, as are places that are read closely
SHORTEST = 60
STRIDE = 250  # tokens from one window to the next when all of a page is read

Cut = Callable[[str], tuple[int, ...]]
Crop = tuple[np.ndarray, np.ndarray]
Filled = tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, int]
Batch = tuple[Crop, tuple[np.ndarray, ...]]


def cutter() -> Cut:
    """Return what cuts words into pieces, as the judge does."""
    tokenizer = Tokenizer.from_file(str(FOLDER / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    known: dict[str, tuple[int, ...]] = {}

    def cut(word: str) -> tuple[int, ...]:
        if word not in known:
            if len(known) > 300_000:
                known.clear()
            known[word] = tuple(tokenizer.encode(word[:40], add_special_tokens=False).ids)
        return known[word]

    return cut


def labels(page: SplicedPage, tokens: Tokens) -> np.ndarray:
    """Return for each token its kind (0: the page's own), and whether a passage starts or ends with it."""
    found = np.zeros((len(tokens), 3), dtype=np.int64)
    for splice in page.splices:
        first, last = np.searchsorted(tokens.starts, [splice.start, splice.end])
        if first < last:
            found[first:last, 0] = KINDS.index(splice.kind)
            found[first, 1] = found[last - 1, 2] = 1
    return found


def examples(page: SplicedPage, cut: Cut, rng: random.Random, *, every: bool = False) -> tuple[Crop, list[Filled]]:
    """Return a crop for the gate and windows for the judge, some words hidden; with ``every`` all, as they are."""
    tokens = read_tokens(page.text, lines(page.text))
    told = labels(page, tokens)
    pieces = read_pieces(page.text, tokens, cut)
    chance = np.random.default_rng(rng.randrange(1 << 30))
    if every:
        spans = [(start, None) for start in range(0, max(1, len(tokens) - 40), STRIDE)]
    else:
        chosen = chance.random(len(tokens)) < rng.choice(HIDING)
        pieces = replace(pieces, ids=hidden(pieces.ids, np.repeat(chosen, np.diff(pieces.firsts))))
        spans = _aimed(told, pieces.firsts, rng)
    windows = [_filled(window(pieces, start, end), told, start) for start, end in spans]
    first = rng.randrange(max(1, len(tokens) - LONGEST + 1))
    features = tokens.features[first : first + LONGEST].astype(np.int16)
    if not every:
        features[chance.random(len(features)) < rng.choice(HASHED_HIDING), 0] = 0
    return (features, told[first : first + LONGEST].astype(np.int8)), windows


def _aimed(told: np.ndarray, firsts: np.ndarray, rng: random.Random) -> list[tuple[int, int | None]]:
    """Return where some windows start, and where short ones end."""
    spans: list[tuple[int, int | None]] = []
    bounds = np.flatnonzero(told[:, 1] | told[:, 2]).tolist()
    latest = max(0, int(np.searchsorted(firsts, firsts[-1] - 430)) - 1)
    for _ in range(rng.choice((2, 2, 3)) if bounds else rng.choice((1, 2)) if len(told) > 350 else 1):
        aim = rng.choice(bounds) if bounds and rng.random() < NEAR else rng.randrange(len(told))
        if rng.random() < SHORT:
            length = rng.randrange(SHORTEST, 330)
            start = max(0, min(len(told) - SHORTEST, aim - rng.randrange(length)))
            spans.append((start, start + length))
        else:
            spans.append((min(latest, max(0, aim - rng.randrange(330))), None))
    return spans


def _filled(read: Window, told: np.ndarray, first: int) -> Filled:
    """Return a window's arrays at full length, and its length; what is told is -1 where no token begins."""
    size = len(read.ids)
    ids, kinds = np.zeros(LENGTH, np.int32), np.zeros(LENGTH, np.int8)
    features = np.zeros((LENGTH, len(TABLES)), np.int16)
    wanted = np.full((LENGTH, 3), -1, np.int8)
    ids[:size], kinds[:size], features[:size] = read.ids, read.kinds, read.features
    wanted[read.heads] = told[first : first + len(read.heads)]
    return ids, kinds, features, wanted, size


def packed(crops: Sequence[Crop], windows: Sequence[Filled]) -> Batch:
    """Put crops and windows into one batch."""
    longest = max(len(one) for one, _ in crops)
    features = np.zeros((len(crops), longest, 4), np.int16)
    told = np.full((len(crops), longest, 3), -1, np.int8)
    for at, (one, label) in enumerate(crops):
        features[at, : len(one)], told[at, : len(one)] = one, label
    return (features, told), tuple(
        np.stack([np.asarray(part) for part in parts]) for parts in zip(*windows, strict=True)
    )
