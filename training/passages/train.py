"""Train the table of word pieces that gives passages their vectors, towards those of the shipped encoder.

    python training/passages/train.py FOLDER ARTICLES PAIRS ASSETS

ARTICLES is JSON Lines of dated documents, PAIRS the folder of premises and hypotheses, FOLDER keeps what is done: run
again after an interruption, it goes on where it stopped. Writes ``passages.npy`` into ASSETS and its SHA-256 into
``digests.json`` there, and prints how near the vectors are to the encoder's on articles it did not learn from.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch.nn.functional import embedding_bag, normalize

from onrecord.adapters.minilm import LENGTH, MiniLM
from onrecord.assets import asset
from onrecord.data import day_of
from onrecord.find import cut_passages
from onrecord.read import read_paths
from onrecord.restore import restore

LEARNT_UNTIL = date(2022, 10, 1)
"""Articles from this day on are held out: three in ten of their passages."""
PAIRS = {
    "train_vitaminc_real": 14_000, "train_fever_dev": 9_000, "train_mnli_dev": 5_000, "train_wice_partial": 2_000,
}  # fmt: skip
"""Texts taken of each set, at most: what is not news."""
SHORTEST = 40  # characters
PIECE = 4_096
"""Passages that the encoder reads before their vectors are kept."""
EPOCHS, BATCH = 4, 2_048
RATE, WARMING = 3e-2, 50
CLIPPED = 99.99
"""Of a hundred numbers of the table those that int8 does not cut off."""


@dataclass(frozen=True, slots=True)
class Texts:
    """What the encoder read and what it made of it."""

    pieces: torch.Tensor
    """Shape (all word pieces,)."""
    starts: torch.Tensor
    """Shape (texts + 1,): where each text's begin."""
    vectors: torch.Tensor
    """Shape (texts, 384)."""


def passages(articles: Path, *, learnt: bool) -> Iterator[str]:
    """Yield the passages of articles published before the day, or from it on."""
    for page in read_paths([articles], refused=print, passed=print):
        at = page.document.published_at
        if at is not None and (day_of(at) < LEARNT_UNTIL) is learnt:
            yield from (one.span.cut(page.document.text) for one in cut_passages(restore(page)))


def others(pairs: Path, tokenizer: Tokenizer) -> Iterator[str]:
    """Yield texts that are no news, and every word piece alone, so that none has no vector."""
    for name, most in PAIRS.items():
        with gzip.open(pairs / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
        found = sorted({value for row in rows for value in row.values() if isinstance(value, str)})
        found = [text for text in found if len(text) > SHORTEST]
        random.Random(0).shuffle(found)
        yield from found[:most]
    for word in sorted(tokenizer.get_vocab()):
        yield word.removeprefix("##")


def taught(texts: Sequence[str], folder: Path, tokenizer: Tokenizer) -> Texts:
    """Have the encoder read the texts, in pieces that are kept."""
    folder.mkdir(parents=True, exist_ok=True)
    encoder = MiniLM()
    for at in range(0, len(texts), PIECE):
        kept = folder / f"{at:09}.npy"
        if not kept.exists():
            done = folder / "writing.npy"
            np.save(done, encoder.embed(texts[at : at + PIECE]).astype(np.float16))
            done.rename(kept)
            print(f"{at + PIECE:,} of {len(texts):,} texts read", flush=True)
    pieces = [np.array(one.ids) for one in tokenizer.encode_batch(list(texts))]
    return Texts(
        pieces=torch.from_numpy(np.concatenate(pieces)),
        starts=torch.from_numpy(np.cumsum([0, *map(len, pieces)])),
        vectors=torch.from_numpy(np.concatenate([np.load(one) for one in sorted(folder.glob("0*.npy"))])),
    )


def summed(table: torch.Tensor, texts: Texts, some: torch.Tensor) -> torch.Tensor:
    """Return the unit vectors that the table gives some of the texts."""
    first = texts.starts[some]
    many = texts.starts[some + 1] - first
    offsets = many.cumsum(0) - many
    places = torch.arange(int(many.sum())) + torch.repeat_interleave(first - offsets, many)
    return normalize(embedding_bag(texts.pieces[places], table, offsets, mode="mean", sparse=True), dim=1)


def nearness(table: torch.Tensor, texts: Texts) -> float:
    """Return the mean cosine between the table's vectors and the encoder's."""
    with torch.no_grad():
        parts = torch.arange(len(texts.vectors)).split(BATCH)
        cosines = [(summed(table, texts, some) * texts.vectors[some].float()).sum(1) for some in parts]
    return float(torch.cat(cosines).mean())


def learn(texts: Texts, held_out: Texts, words: int) -> NDArray[np.float32]:
    """Return the table whose sums are nearest to the encoder's vectors."""
    torch.manual_seed(0)
    table = torch.nn.Parameter(torch.randn(words, texts.vectors.shape[1]) * 0.02)
    optimiser = torch.optim.SparseAdam([table], lr=RATE)
    steps = EPOCHS * (len(texts.vectors) // BATCH)
    step = 0
    for epoch in range(EPOCHS):
        for some in torch.randperm(len(texts.vectors)).split(BATCH):
            if len(some) < BATCH:
                continue
            for group in optimiser.param_groups:
                group["lr"] = RATE * min(1, (step + 1) / WARMING) * (1 - step / steps) + 1e-5
            loss = 1 - (summed(table, texts, some) * texts.vectors[some].float()).sum(1).mean()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            step += 1
        print(f"epoch {epoch + 1}: cosine {nearness(table, held_out):.4f} on articles held out", flush=True)
    return table.detach().numpy()


def whole_numbers(table: NDArray[np.float32]) -> NDArray[np.int8]:
    """Return the table in int8, all of one scale: only the direction of a sum counts."""
    scale = float(np.percentile(np.abs(table), CLIPPED)) / 127
    return np.clip(np.round(table / scale), -127, 127).astype(np.int8)


def export(table: NDArray[np.int8], assets: Path) -> str:
    np.save(assets / "passages.npy", table)
    digests = json.loads((assets / "digests.json").read_text(encoding="utf-8"))
    digests["passages.npy"] = hashlib.sha256((assets / "passages.npy").read_bytes()).hexdigest()
    (assets / "digests.json").write_text(json.dumps(digests, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return digests["passages.npy"]


def main(folder: Path, articles: Path, pairs: Path, assets: Path) -> None:
    tokenizer = Tokenizer.from_file(str(asset("tokenizer.json")))
    tokenizer.no_padding()
    tokenizer.enable_truncation(LENGTH)
    news = list(passages(articles, learnt=True))
    learnt = taught([*news, *others(pairs, tokenizer)], folder / "learnt", tokenizer)
    held_out = taught(list(passages(articles, learnt=False))[::7], folder / "held_out", tokenizer)
    table = whole_numbers(learn(learnt, held_out, tokenizer.get_vocab_size()))
    near = nearness(torch.from_numpy(table).float(), held_out)
    print(f"int8: cosine {near:.4f} on articles held out; SHA-256 {export(table, assets)}")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
