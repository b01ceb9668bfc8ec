"""From known pages to a labeller: votes of words, a first look, a second look that sees what the first said.

Whatever a page's own publisher says is left out while that page is measured for training: its words' votes come from
other publishers, and what the second look learns from was said by a first look that had not seen the publisher.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from benchmarks.restoring.pages import KnownPage
from benchmarks.restoring.truth import truth_of

from onrecord.data import BlockKind, Page
from onrecord.errors import OnrecordError
from onrecord.read import read_bytes
from onrecord.restore.blocks.context import context
from onrecord.restore.blocks.labeller import KINDS, Labeller, Network
from onrecord.restore.blocks.measure import Measured, measure
from onrecord.restore.blocks.own import Matrix
from onrecord.restore.blocks.votes import VIEWS, Heard, Votes, heard

FOLDS = 5
LEAST = 4
"""Publishers on whose pages a word must stand before it has a vote: a word of fewer could name their pages."""

_OTHER, _ARTICLE = 0, tuple(KINDS.index(kind) for kind in ("body", "subhead", "list"))
_VOICE = 4.0  # votes a publisher has at most for one word, however often it stands on its pages
_PRIOR = 4.0  # votes that the usual shares of the kinds have
_KEPT_NEAR, _KEPT_FAR = 0.7, 0.15  # shares kept of the blocks that are none of an article, near one and far from it
_HIDDEN, _DECAY, _RATE, _BATCH = 64, 0.03, 2e-3, 256
_EPOCHS = {"guess": 6, "first": 8, "second": 8}
_NETWORKS = {"guess": 2, "inner": 2, "first": 3, "second": 3}

Rows = dict[int, Matrix]


@dataclass(frozen=True)
class Example:
    """A known page, read, aligned and measured."""

    known: KnownPage
    page: Page
    truth: tuple[BlockKind | None, ...]
    measured: Measured
    words: list[Heard]

    @classmethod
    def of(cls, known: KnownPage) -> Example:
        page = read_bytes(known.html)
        return cls(known, page, truth_of(known, page), measure(page), heard(page))

    @cached_property
    def labels(self) -> np.ndarray:
        """The kind of each block as a row of ``KINDS``."""
        told = {kind.value: row for row, kind in enumerate(map(BlockKind, KINDS[1:]), 1)} | {
            "table": KINDS.index("list")
        }
        return np.array([told[kind.value] if kind else _OTHER for kind in self.truth])

    @cached_property
    def unsure(self) -> np.ndarray:
        """Blocks not to learn from: repeats of the article's, and what fundus's parsers leave out of an article."""
        labels, text = self.labels, self.page.document.text
        article = np.flatnonzero(np.isin(labels, _ARTICLE))
        if not len(article):
            return np.zeros(len(labels), dtype=bool)
        blocks = [raw.span.cut(text) for raw in self.page.raw_blocks]
        held = {block for block, label in zip(blocks, labels, strict=True) if label and len(block) > 24}
        return np.array(
            [
                not label
                and (
                    block in held or (bool(self.known.title) and article[0] < n < article[-1] + 2 and _is_left_out(raw))
                )
                for n, (raw, block, label) in enumerate(zip(self.page.raw_blocks, blocks, labels, strict=True))
            ]
        )

    def kept(self, random: np.random.Generator) -> np.ndarray:
        """Return the rows to train on: all that are told, and a share of the many others."""
        labels = self.labels
        known = np.flatnonzero(labels != _OTHER)
        order = np.arange(len(labels))
        near = (order > known[0] - 15) & (order < known[-1] + 10) if len(known) else order < 0
        drawn = random.random(len(labels)) < np.where(near, _KEPT_NEAR, _KEPT_FAR)
        return ((labels != _OTHER) | drawn) & ~self.unsure


def _is_left_out(raw) -> bool:  # noqa: ANN001
    """Say whether a block is of a list, table or quotation: most parsers of fundus take paragraphs alone."""
    steps = (raw.element or "").split("/")[-3:]
    return raw.link_share < 0.5 and any(step.startswith(("li[", "tr[", "blockquote")) for step in steps)


def examples_of(known: Iterable[KnownPage]) -> list[Example]:
    """Read pages, those aside that cannot be read: some hold their article in a program alone."""
    found = []
    for page in known:
        with suppress(OnrecordError):
            found.append(Example.of(page))
    return found


def folds(examples: Sequence[Example], count: int = FOLDS) -> list[tuple[list[int], list[int]]]:
    """Split examples into training and test ones so that no publisher is in both, in either data set."""
    publishers = sorted({example.known.publisher for example in examples})
    order = np.random.default_rng(7).permutation(len(publishers))
    fold = {publishers[at]: n % count for n, at in enumerate(order)}
    of = [fold[example.known.publisher] for example in examples]
    return [
        ([n for n, at in enumerate(of) if at != f], [n for n, at in enumerate(of) if at == f]) for f in range(count)
    ]


def learn(examples: Sequence[Example]) -> Labeller:
    """Train a labeller on all of ``examples``."""
    random = np.random.default_rng(0)
    kept = [example.kept(random) for example in examples]
    everyone = list(range(len(examples)))
    votes, without = _votes(examples)
    rows = {n: _rows(example, without) for n, example in enumerate(examples)}
    labels = _guessed(examples, rows, kept)
    first = _train(everyone, rows, labels, kept, "first")
    said: Rows = {}
    for some, others in folds(examples, FOLDS - 1):
        judge = _train(some, rows, labels, kept, "first", networks=_NETWORKS["inner"])
        said |= {n: judge.likely(rows[n]) for n in others}
    seen = {n: np.hstack((rows[n], context(said[n], examples[n].measured.layout, KINDS))) for n in everyone}
    return Labeller(votes, first, _train(everyone, seen, labels, kept, "second"))


def out_of_fold(examples: Sequence[Example]) -> Iterator[tuple[list[int], Labeller]]:
    """Yield for each fold its test pages and a labeller that has seen none of their publishers."""
    for train, test in folds(examples):
        yield test, learn([examples[n] for n in train])


def _guessed(examples: Sequence[Example], rows: Rows, kept: list[np.ndarray]) -> list[np.ndarray]:
    """Return the labels, those of scrapinghub's other blocks guessed: it asserts nothing but the body."""
    told = [n for n, example in enumerate(examples) if example.known.title]
    labels = [example.labels for example in examples]
    guess = _train(told, rows, labels, kept, "guess")
    for n, example in enumerate(examples):
        if not example.known.title:
            likely = guess.likely(rows[n])
            likely[:, _ARTICLE] = 0.0
            labels[n] = np.where(example.labels == _OTHER, likely.argmax(axis=1), example.labels)
    return labels


def _votes(examples: Sequence[Example]) -> tuple[tuple[Votes, ...], Callable[[str], tuple[Votes, ...]]]:
    """Count how words speak on fundus's pages; return the votes, and a way to have them without a publisher's."""
    counts = [defaultdict(lambda: defaultdict(lambda: np.zeros(len(KINDS)))) for _ in VIEWS]
    usual: dict[str, np.ndarray] = defaultdict(lambda: np.zeros(len(KINDS)))
    for example in examples:
        if not example.known.title:
            continue
        publisher = example.known.publisher
        for label, words in zip(example.labels, example.words, strict=True):
            usual[publisher][label] += 1
            for view, own in enumerate(words):
                for word in own:
                    counts[view][word][publisher][label] += 1
    share = np.mean([one / one.sum() for one in usual.values()], axis=0)
    voices = [
        {
            word: {who: one / one.sum() * min(_VOICE, one.sum() ** 0.5) for who, one in by.items()}
            for word, by in sorted(view.items())
            if len(by) >= LEAST
        }
        for view in counts
    ]
    sums = [{word: np.sum(list(by.values()), axis=0) for word, by in view.items()} for view in voices]

    def odds(found: np.ndarray) -> np.ndarray:
        return np.log((found + _PRIOR * share) / (found.sum() + _PRIOR)) - np.log(share)

    whole = tuple(
        Votes(
            {word: row for row, word in enumerate(view)}, np.array([odds(found) for found in view.values()], np.float32)
        )
        for view in sums
    )

    def without(publisher: str) -> tuple[Votes, ...]:
        made = []
        for votes, view, total in zip(whole, voices, sums, strict=True):
            values, rows = votes.values.copy(), dict(votes.rows)
            for word, row in votes.rows.items():
                if publisher in view[word]:
                    values[row] = odds(total[word] - view[word][publisher])
                    if len(view[word]) == LEAST:
                        del rows[word]
            made.append(Votes(rows, values))
        return tuple(made)

    return whole, without


def _rows(example: Example, without: Callable[[str], tuple[Votes, ...]]) -> Matrix:
    counted = [
        votes.count([block[n] for block in example.words]) for n, votes in enumerate(without(example.known.publisher))
    ]
    return np.hstack((example.measured.values, *counted)).astype(np.float32)


def _train(
    pages: Sequence[int],
    rows: Rows,
    labels: list[np.ndarray],
    kept: list[np.ndarray],
    look: str,
    networks: int | None = None,
) -> Network:
    """Train networks by gradient descent (Adam, Kingma and Ba 2015) on the kept rows of some pages."""
    x = np.vstack([rows[n][kept[n]] for n in pages])
    y = np.concatenate([labels[n][kept[n]] for n in pages])
    mean, scale = x.mean(axis=0), x.std(axis=0) + 1e-3
    x = np.clip((x - mean) / scale, -4.0, 4.0).astype(np.float32)
    made = [_network(x, y, _EPOCHS[look], seed) for seed in range(networks or _NETWORKS[look])]
    return Network(mean, scale, np.array([inner for inner, _ in made]), np.array([outer for _, outer in made]))


def _network(x: Matrix, y: np.ndarray, epochs: int, seed: int) -> tuple[Matrix, Matrix]:
    random = np.random.default_rng(seed)

    def start(inputs: int, outputs: int) -> Matrix:
        bound = (6.0 / (inputs + outputs)) ** 0.5  # Glorot and Bengio 2010
        return random.uniform(-bound, bound, (inputs + 1, outputs)).astype(np.float32)

    weights = [start(x.shape[1], _HIDDEN), start(_HIDDEN, len(KINDS))]
    means, squares = [np.zeros_like(w) for w in weights], [np.zeros_like(w) for w in weights]
    wanted = np.eye(len(KINDS), dtype=np.float32)[y]
    step = 0
    for _ in range(epochs):
        order = random.permutation(len(x))
        for at in range(0, len(order), _BATCH):
            batch = order[at : at + _BATCH]
            hidden = np.maximum(x[batch] @ weights[0][:-1] + weights[0][-1], 0.0)
            logits = hidden @ weights[1][:-1] + weights[1][-1]
            shares = np.exp(logits - logits.max(axis=1, keepdims=True))
            wrong = (shares / shares.sum(axis=1, keepdims=True) - wanted[batch]) / len(batch)
            back = (wrong @ weights[1][:-1].T) * (hidden > 0)
            slopes = [np.vstack((a.T @ b, b.sum(axis=0))) for a, b in ((x[batch], back), (hidden, wrong))]
            step += 1
            for n, slope in enumerate(slopes):
                slope[:-1] += _DECAY / len(batch) * weights[n][:-1]
                means[n] = 0.9 * means[n] + 0.1 * slope
                squares[n] = 0.999 * squares[n] + 0.001 * slope**2
                move = means[n] / (1 - 0.9**step) / (np.sqrt(squares[n] / (1 - 0.999**step)) + 1e-8)
                weights[n] -= (_RATE * move).astype(np.float32)
    return weights[0], weights[1]


def shares(examples: Sequence[Example]) -> Counter[str]:
    """Count the kinds of blocks in some examples."""
    return Counter(KINDS[label] for example in examples for label in example.labels)
