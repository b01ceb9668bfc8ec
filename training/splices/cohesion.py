"""Make ``cohesion.npz``, by which lines on another matter are told: ``python cohesion.py ASSETS [PAGES]``.

Words get vectors from the table of word pieces that ships for passages, turned to the axes that vary most among the
articles of the train fold, and their rarity there. The vectors are learned on until a few lines of an article are
nearer to the rest of it than to others (a contrastive loss within the batch, as in CLIP: Radford and others, 2021). On
pages of those articles, one half as they are and one half with some paragraphs of another article between two lines, a
network of two hidden layers learns which runs of lines are the pasted ones: no shorter, no longer, and none on a page
as it is. The dev fold sets how far apart a run must be to be read closely.
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import numpy as np
import torch

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from benchmarks.splices.pages import clean, cut_lines, draw, other_than
from benchmarks.splices.sources import articles

from onrecord.adapters.minilm import MiniLM
from onrecord.assets import asset
from onrecord.restore import cohesion
from onrecord.restore.pasted.cohesion import LAYERS, LONGEST, Cohesion
from onrecord.restore.pasted.tokens import GAPS, NUMBER, WORDS, read_tokens
from onrecord.text.spans import lines

FILE = "cohesion.npz"
DIMENSIONS = 64
COMMON = 1 / 1500  # share of all words from which one says nothing of the matter
SEEN = 3  # times a word stands in the articles, at least, to have a vector
RAREST = 16.0  # nats
MOST = 5  # paragraphs that are pasted, at most
OWN = 30  # runs of each page as it is that are learned from
HIDDEN = (32, 16)
EPOCHS, PASSES, BATCH = 4, 30, 256
LOOKED = 0.03  # share of the plain pages of the dev fold that are read closely for a run of theirs


Run = tuple[int, int]
"""The first line of a run and the line behind it."""


def table() -> dict[str, np.ndarray]:
    """Return vectors and rarity of the hashed words of the train fold."""
    times: Counter[tuple[int, str]] = Counter()
    stories = []
    for article in articles("train"):
        text = "\n".join(article.paragraphs)
        every = lines(text)
        tokens = read_tokens(text, every)
        spelt = tokens.features[:, 2] < NUMBER * GAPS
        places = zip(tokens.starts[spelt].tolist(), tokens.ends[spelt].tolist(), strict=True)
        words = (text[start:end].lower() for start, end in places)
        times.update(zip(tokens.features[spelt, 0].tolist(), words, strict=True))
        bounds = np.searchsorted(tokens.starts[spelt], [line.start for line in every[1:]])
        stories.append(np.split(tokens.features[spelt, 0], bounds))
    model = MiniLM(threads=1)
    sums, counts = np.zeros((WORDS, model.dimensions)), np.zeros(WORDS)
    for (home, word), count in times.items():
        counts[home] += count
        if count >= SEEN:
            sums[home] += count * model._table[model._tokenizer.encode(word).ids[1:-1]].sum(axis=0, dtype=np.int64)
    vectors = sums / np.maximum(counts, 1)[:, None]
    _, axes = np.linalg.eigh(vectors.T @ (vectors * counts[:, None]))
    common = counts > counts.sum() * COMMON
    stories = [[line[~common[line]] for line in story] for story in stories]
    vectors = near_their_own(vectors @ axes[:, ::-1][:, :DIMENSIONS], stories)
    vectors[common] = 0
    rarity = np.where(common, 0, np.minimum(RAREST, np.log(counts.sum() / np.maximum(counts, 1))))
    scale = np.maximum(np.abs(vectors).max(axis=1, keepdims=True), 1e-6) / 127
    return {
        "vectors": (vectors / scale).round().astype(np.int8),
        "scale": scale.astype(np.float32),
        "rarity": rarity.astype(np.float16),
    }


def near_their_own(vectors: np.ndarray, stories: list[list[np.ndarray]]) -> np.ndarray:
    """Learn the vectors on until a few lines are nearer to the rest of their story than to others of the batch."""
    vectors = vectors / np.sqrt((vectors**2).sum(axis=1).mean())
    learned = torch.nn.Parameter(torch.from_numpy(vectors.astype(np.float32)))
    sharp = torch.nn.Parameter(torch.tensor(2.5))
    steps = torch.optim.Adam([{"params": [learned], "lr": 2e-3}, {"params": [sharp], "lr": 1e-2}])
    rng = random.Random(0)
    long = [whole for story in stories if len(whole := [line for line in story if len(line)]) > 2 * LONGEST - 1]
    for _ in range(EPOCHS):
        rng.shuffle(long)
        for at in range(0, len(long) - BATCH + 1, BATCH):
            pairs = [parted(story, rng) for story in long[at : at + BATCH]]
            few, rest = (summed(learned, side) for side in zip(*pairs, strict=True))
            near = few @ rest.T * sharp.exp()
            own = torch.arange(BATCH)
            loss = torch.nn.functional.cross_entropy(near, own) + torch.nn.functional.cross_entropy(near.T, own)
            steps.zero_grad()
            loss.backward()
            steps.step()
    found: np.ndarray = learned.detach().numpy()
    return found


def parted(story: list[np.ndarray], rng: random.Random) -> tuple[np.ndarray, np.ndarray]:
    """Return the words of a few lines that stand together, and those of the rest."""
    count = rng.randrange(1, LONGEST + 1)
    first = rng.randrange(len(story) - count)
    return np.concatenate(story[first : first + count]), np.concatenate(story[:first] + story[first + count :])


def summed(vectors: torch.Tensor, rows: tuple[np.ndarray, ...]) -> torch.Tensor:
    """Return one sum of word vectors a row, of unit length."""
    ids = torch.from_numpy(np.concatenate(rows).astype(np.int64))
    starts = torch.from_numpy(np.cumsum([0, *(len(row) for row in rows[:-1])]))
    return torch.nn.functional.normalize(torch.nn.functional.embedding_bag(ids, vectors, starts, mode="sum"))


def pasted(fold: str, number: int) -> tuple[str, Run]:
    """Return an article of a fold with paragraphs of another one between two of its lines, and which lines they are."""
    rng = random.Random(f"cohesion {fold} {number}")
    article = draw(fold, rng)
    own = cut_lines(article, rng)
    other = other_than(article, fold, rng).paragraphs
    first = rng.randrange(len(other))
    more = other[first : first + rng.randrange(1, MOST + 1)]
    at = rng.randrange(1, len(own))
    return "\n".join([*own[:at], *more, *own[at:]]), (at, at + len(more))


def examples(pages: int) -> tuple[np.ndarray, np.ndarray]:
    """Return features of runs, and which of them are what was pasted: half of the pages have such a run."""
    rng = np.random.default_rng(0)
    rows, truth = [], []
    for number in range(pages):
        text, (first, end) = pasted("train", number)
        part = part_of(text)
        if part is not None and end <= len(part.sizes):
            runs = [run for run in part.runs() if run[0] < end and first < run[1] and run != (first, end)]
            rows.append(part.features([(first, end), *runs]))
            truth += [1, *(0 for _ in runs)]
        part = part_of(clean("train", number).text)
        runs = [] if part is None else part.runs()
        if runs:
            kept = rng.choice(len(runs), min(OWN, len(runs)), replace=False)
            rows.append(part.features([runs[at] for at in kept]))
            truth += [0] * len(kept)
    return np.concatenate(rows), np.array(truth)


def part_of(text: str) -> cohesion.Part | None:
    """Return the lines of a page compared with each other, where they can be."""
    every = lines(text)
    part = Cohesion(read_tokens(text, every), [line.start for line in every]).parts[0]
    return part if part.comparable else None


def learn(rows: np.ndarray, truth: np.ndarray) -> dict[str, np.ndarray]:
    """Return the layers of the network, the scaling of the features taken into the first."""
    mean, scale = rows.mean(axis=0), rows.std(axis=0) + 1e-6
    torch.manual_seed(0)
    sizes = (rows.shape[1], *HIDDEN, 1)
    layers = [torch.nn.Linear(size, next_size) for size, next_size in pairwise(sizes)]
    network = torch.nn.Sequential(layers[0], *(part for layer in layers[1:] for part in (torch.nn.ReLU(), layer)))
    values = torch.from_numpy(((rows - mean) / scale).astype(np.float32))
    wanted = torch.from_numpy(truth.astype(np.float32))
    steps = torch.optim.Adam(network.parameters(), lr=1e-3, weight_decay=1e-5)
    rates = torch.optim.lr_scheduler.CosineAnnealingLR(steps, PASSES)
    for _ in range(PASSES):
        for some in torch.randperm(len(values)).split(BATCH):
            loss = torch.nn.functional.binary_cross_entropy_with_logits(network(values[some])[:, 0], wanted[some])
            steps.zero_grad()
            loss.backward()
            steps.step()
        rates.step()
    matrices = [layer.weight.detach().numpy().T for layer in layers]
    biases = [layer.bias.detach().numpy() for layer in layers]
    biases[0] = biases[0] - (mean / scale) @ matrices[0]
    matrices[0] = matrices[0] / scale[:, None]
    found = {f"matrix{n}": matrix.astype(np.float32) for n, matrix in enumerate(matrices)}
    return found | {f"bias{n}": bias.astype(np.float32) for n, bias in enumerate(biases)}


def far(pages: int) -> float:
    """Return the log-odds that ``LOOKED`` of the plain pages of the dev fold reach, and say what pasted runs do."""
    plain = np.array([furthest(clean("dev", number).text)[1] for number in range(len(articles("dev")))])
    found = []
    for number in range(pages):
        text, run = pasted("dev", number)
        told, odds = furthest(text)
        found.append((odds, told == run))
    for share in (0.002, 0.005, 0.01, 0.02, LOOKED, 0.05, 0.1):
        bound = float(np.quantile(plain, 1 - share))
        told = [exact for odds, exact in found if odds > bound]
        ours = f"of pasted runs {len(told) / pages:.3f}, to the line {sum(told) / pages:.3f}"
        print(f"{share:.3f} of plain pages are above {bound:.2f}; {ours}")
    return float(np.quantile(plain, 1 - LOOKED))


def furthest(text: str) -> tuple[Run, float]:
    """Return the run of a page that is furthest apart, and its log-odds."""
    part = part_of(text)
    runs = part.runs() if part is not None else []
    if part is None or not runs:
        return (0, 0), float("-inf")
    odds = part.odds(runs)
    return runs[int(odds.argmax())], float(odds.max())


def main(folder: str, pages: int = 8000) -> None:
    assets = Path(folder)
    layers = {f"{name}{n}": np.zeros(1, dtype=np.float32) for n in range(LAYERS) for name in ("matrix", "bias")}
    found = table() | layers | {"far": np.array(0.0, dtype=np.float32)}
    write(assets, found)
    found |= learn(*examples(pages))
    write(assets, found)
    write(assets, found | {"far": np.array(far(pages // 8), dtype=np.float32)})


def write(assets: Path, found: dict[str, np.ndarray]) -> None:
    """Store the file and its digest, and let it be read anew."""
    np.savez(assets / FILE, **found)
    record = assets / "digests.json"
    digests = json.loads(record.read_text(encoding="utf-8"))
    digests[FILE] = sha256((assets / FILE).read_bytes()).hexdigest()
    record.write_text(json.dumps(digests, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    for cached in (asset, cohesion.weights):
        cached.cache_clear()


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
