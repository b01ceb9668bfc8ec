"""Train the splice model: ``python train.py OUT.npz [PAGES] [MINUTES]``, on pages of the train fold, made as it goes.

The network is the one ``onrecord.restore.network`` runs; shapes are written once, there.
"""

from __future__ import annotations

import math
import multiprocessing
import random
import sys
import time
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F  # noqa: N812 (its usual name)

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from benchmarks.splices.pages import SplicedPage, clean, hard, spliced

from onrecord.restore.network import DILATIONS, KINDS, PAGE_AFTER
from onrecord.restore.tokens import ECHOES, ENDINGS, SHAPES, WORDS, Tokens, read_tokens
from onrecord.text.spans import lines

WIDTH = 48
LONGEST = 700  # tokens of a page that are learned from at once
BATCH = 12
RATE = 4e-3


class Network(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.tables = nn.ModuleList(nn.Embedding(size, WIDTH) for size in (WORDS, ENDINGS, SHAPES, ECHOES))
        for table in self.tables:
            nn.init.normal_(table.weight, std=0.5)
        self.convolutions = nn.ModuleList(nn.Conv1d(WIDTH, WIDTH, 3, dilation=d, padding=d) for d in DILATIONS)
        self.mixes = nn.ModuleList(nn.Linear(WIDTH, WIDTH) for _ in DILATIONS)
        self.page = nn.Linear(WIDTH, 2 * WIDTH)
        self.out = nn.Linear(WIDTH, len(KINDS) + 2)

    def forward(self, features: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        h = sum(table(features[..., at]) for at, table in enumerate(self.tables))
        h = F.dropout(h, 0.1, self.training)
        for at, (convolution, mix) in enumerate(zip(self.convolutions, self.mixes, strict=True)):
            u = F.layer_norm(h, (WIDTH,)) * mask
            u = F.relu(convolution(u.transpose(1, 2)).transpose(1, 2))
            h = h + mix(u)
            if at == PAGE_AFTER:
                mean = (F.layer_norm(h, (WIDTH,)) * mask).sum(1, keepdim=True) / mask.sum(1, keepdim=True)
                add, scale = self.page(mean).chunk(2, -1)
                h = h * (1 + torch.tanh(scale)) + add
        return self.out(F.layer_norm(h, (WIDTH,)))


def labels(page: SplicedPage, tokens: Tokens) -> np.ndarray:
    """Return for each token its kind (0: the page's own), and whether a passage starts or ends with it."""
    found = np.zeros((len(tokens), 3), dtype=np.int64)
    for splice in page.splices:
        first, last = np.searchsorted(tokens.starts, [splice.start, splice.end])
        if first < last:
            found[first:last, 0] = KINDS.index(splice.kind)
            found[first, 1] = found[last - 1, 2] = 1
    return found


def example(number: int) -> tuple[np.ndarray, np.ndarray]:
    rng = random.Random(number)
    make = rng.choices((spliced, clean, hard), (70, 15, 15))[0]
    page = make("train", number)
    tokens = read_tokens(page.text, lines(page.text))
    told = labels(page, tokens)
    start = rng.randrange(max(1, len(tokens) - LONGEST + 1))
    features = tokens.features[start : start + LONGEST].copy()
    hidden = np.random.default_rng(number).random(len(features)) < 0.06  # rare words must not be all it knows
    features[hidden, 0] = 0
    return features, told[start : start + LONGEST]


def batch(number: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    examples = [example(number * BATCH + at) for at in range(BATCH)]
    longest = max(len(features) for features, _ in examples)
    features = np.zeros((BATCH, longest, 4), dtype=np.int64)
    told = np.zeros((BATCH, longest, 3), dtype=np.int64)
    mask = np.zeros((BATCH, longest, 1), dtype=np.float32)
    for at, (one, label) in enumerate(examples):
        features[at, : len(one)], told[at, : len(one)], mask[at, : len(one)] = one, label, 1
    return features, told, mask


def loss_of(out: torch.Tensor, told: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    flat = mask[..., 0]
    kind = F.cross_entropy(out[..., : len(KINDS)].transpose(1, 2), told[..., 0], reduction="none")
    weight = torch.tensor(4.0)  # the ends of passages are few
    ends = F.binary_cross_entropy_with_logits(
        out[..., len(KINDS) :], told[..., 1:].float(), pos_weight=weight, reduction="none"
    )
    return (flat * (kind + 4 * ends.sum(-1))).sum() / flat.sum()


def export(network: Network, path: str) -> None:
    """Write the weights: tables as int8 with one scale a row, the rest as float16."""
    found = {}
    for name, value in network.state_dict().items():
        array = value.detach().numpy()
        if name.startswith("tables"):
            scale = np.maximum(np.abs(array).max(1, keepdims=True), 1e-8) / 127
            found[name] = np.round(array / scale).astype(np.int8)
            found[f"{name}.scale"] = scale.astype(np.float16)
        else:
            found[name] = array.astype(np.float16)
    np.savez(path, **found)


def load(network: Network, path: str) -> None:
    """Go on from weights that :func:`export` wrote."""
    stored = {name: torch.from_numpy(value.astype(np.float32)) for name, value in np.load(path).items()}
    for name in [name for name in stored if name.endswith(".scale")]:
        stored[name.removesuffix(".scale")] *= stored.pop(name)
    network.load_state_dict(stored)


def main(path: str, pages: int = 30_000, minutes: float = 60, start: str = "") -> None:
    torch.manual_seed(1)
    torch.set_num_threads(1)
    network = Network()
    if start:
        load(network, start)
    steps = pages // BATCH
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=0.01)
    began, kept = time.monotonic(), []
    with multiprocessing.get_context("fork").Pool(1) as pool:  # one process makes pages while the other learns
        for step, (features, told, mask) in enumerate(pool.imap(batch, range(steps))):
            done = max(step / steps, (time.monotonic() - began) / (60 * minutes))
            if done >= 1:
                break
            rate = RATE * min(1, (step + 1) / 50) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * done)))
            for group in optimizer.param_groups:
                group["lr"] = rate
            loss = loss_of(
                network(*map(torch.from_numpy, (features, mask))), torch.from_numpy(told), torch.from_numpy(mask)
            )
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            kept.append(float(loss.detach()))
            if step % 50 == 49:
                print(step + 1, round(time.monotonic() - began), f"{np.mean(kept[-50:]):.4f}", flush=True)
            if step % 250 == 249:
                export(network, path)
    export(network, path)


if __name__ == "__main__":
    main(sys.argv[1], *(float(given) if "." in given else int(given) for given in sys.argv[2:]))
