"""Learn the two layers of ``register.int8.onnx`` and set from where a sentence counts: ``python asked.py ASSETS``.

They start as the two upper layers of the embedder, read what its four lower ones make of a sentence, and learn from
what ``register.py`` reads; of the sentences of articles mostly from those that by their words may speak to an asker.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from multiprocessing import Pool
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F  # noqa: N812 (its usual name)

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
import written
from base import base_weights
from benchmarks.splices.pages import clean
from benchmarks.splices.sources import articles
from export import write_int8
from model import Layer, of_bert
from register import OF_ARTICLE, enter, of_articles, said, turns, write

from onrecord.restore.pasted.asked import FILE, states
from onrecord.restore.pasted.register import shipped, speaking
from onrecord.text.spans import lines

LAYERS = 2
HARD = -2.5  # log-odds by words above which a sentence of an article is hard
EASY = 8_000  # other sentences of articles
EPOCHS, STEP, RATE, CHUNK = 3, 32, 2e-4, 1024
WEIGHTS = (2.0, 1.0, 1.5, 3.0)  # of written replies, how others begin and end, articles, written paragraphs
FALSE_PAGES = 0.002  # share of the dev fold's plain articles with a sentence that counts


def upper_layers(count: int) -> tuple[nn.ModuleList, int]:
    """Return so many of the embedder's upper layers as it came, and how wide they are."""
    base = base_weights()
    width = base["embeddings.word_embeddings.weight"].shape[1]
    inner = base["encoder.layer.0.intermediate.dense.weight"].shape[0]
    layers = nn.ModuleList(Layer(width, inner, width // 32) for _ in range(count))
    for at, layer in enumerate(layers):
        layer.load_state_dict(of_bert(base, 6 - count + at))
    return layers, width


class Upper(nn.Module):
    """Layers of BERT, the mean of the pieces that they give, and log-odds."""

    def __init__(self) -> None:
        super().__init__()
        self.layers, width = upper_layers(LAYERS)
        self.out = nn.Linear(width, 1)

    def forward(self, h: torch.Tensor, mask: torch.Tensor | None = None) -> torch.Tensor:
        """Return log-odds, shape (sentences,), from states of shape (sentences, pieces, width)."""
        seen = None if mask is None else mask[:, None, None, :].expand(-1, -1, h.shape[1], -1)
        for layer in self.layers:
            h = layer(h, seen)
        mean = h.mean(1) if mask is None else (h * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        return self.out(F.dropout(mean, 0.1, self.training))[:, 0]


def sentences() -> tuple[list[str], np.ndarray, np.ndarray]:
    """Return sentences, whether each speaks to an asker, and what it weighs."""
    rng = random.Random(1)
    asked = [one for reply in written.replies() for one in said(reply)]
    turned = list(dict.fromkeys(turns()))
    told = [one for some in of_articles("train", OF_ARTICLE, rng) for one in some]
    hard = [one for one in told if shipped().by_words(one) > HARD]
    easy = rng.sample(sorted(set(told).difference(hard)), EASY)
    own = [one for paragraph in written.own() for one in said(paragraph)]
    sizes = [len(asked), len(turned), len(hard) + len(easy), len(own)]
    print(len(asked), len(turned), len(hard), len(easy), len(own), flush=True)
    truth, weight = np.repeat([1.0, 1.0, 0.0, 0.0], sizes), np.repeat(WEIGHTS, sizes)
    return [*asked, *turned, *hard, *easy, *own], truth.astype(np.float32), weight.astype(np.float32)


def half(sentence: str) -> np.ndarray:
    return states(sentence).astype(np.float16)


def batches(sizes: np.ndarray, rng: np.random.Generator) -> Iterator[np.ndarray]:
    """Yield every place once, those of like size together."""
    order = rng.permutation(len(sizes))
    for at in range(0, len(order), CHUNK):
        chunk = order[at : at + CHUNK]
        chunk = chunk[np.argsort(sizes[chunk], kind="stable")]
        parts = [chunk[start : start + STEP] for start in range(0, len(chunk), STEP)]
        rng.shuffle(parts)
        yield from parts


def learn(read: list[np.ndarray], truth: np.ndarray, weight: np.ndarray) -> Upper:
    torch.manual_seed(1)
    rng = np.random.default_rng(1)
    upper, sizes = Upper(), np.array([len(one) for one in read])
    taught = torch.optim.AdamW(upper.parameters(), RATE, weight_decay=0.01)
    steps = EPOCHS * -(-len(read) // STEP)
    pace = torch.optim.lr_scheduler.OneCycleLR(taught, RATE, steps + EPOCHS * -(-len(read) // CHUNK), pct_start=0.1)
    loss_of = nn.BCEWithLogitsLoss(reduction="none")
    for epoch in range(EPOCHS):
        lost = []
        for part in batches(sizes, rng):
            h = torch.nn.utils.rnn.pad_sequence([torch.from_numpy(read[at]).float() for at in part], batch_first=True)
            mask = torch.arange(h.shape[1])[None] < torch.from_numpy(sizes[part])[:, None]
            loss = (loss_of(upper(h, mask), torch.from_numpy(truth[part])) * torch.from_numpy(weight[part])).mean()
            taught.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(upper.parameters(), 1.0)
            taught.step()
            pace.step()
            lost.append(loss.item())
        print("epoch", epoch, "loss", round(float(np.mean(lost)), 4), flush=True)
    return upper.eval()


def speaks(at: int) -> bool:
    text = clean("dev", at).text
    return bool(speaking(text, lines(text)))


def main(assets: Path) -> None:
    texts, truth, weight = sentences()
    with Pool() as pool:
        read = pool.map(half, texts, chunksize=64)
    upper = learn(read, truth, weight)
    axes = {"states": {1: "pieces"}, "odds": {0: "sentences"}}
    write_int8(upper, {"states": torch.zeros(1, 16, upper.out.in_features)}, axes, assets / FILE)
    enter(assets, FILE)
    print("counts from", bound(assets))


def bound(assets: Path) -> float:
    """Write the least bound at which no more plain pages than ``FALSE_PAGES`` have a sentence that counts."""
    low, high = 0, 90  # tenths
    while low < high:
        tried = (low + high) // 2
        write(assets, least=np.float32(tried / 10))
        with Pool() as pool:
            false = np.mean(pool.map(speaks, range(len(articles("dev"))), chunksize=16))
        print("from", tried / 10, "of plain pages", round(float(false), 4), flush=True)
        low, high = (low, tried) if false <= FALSE_PAGES else (tried + 1, high)
    write(assets, least=np.float32(high / 10))
    return high / 10


if __name__ == "__main__":
    main(Path(sys.argv[1]))
