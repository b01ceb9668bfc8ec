"""Learn who depends on whom in a sentence: ``python learn.py TREEBANK ASSETS``.

Two layers that start as the upper ones of the embedder read on from what its four lower ones make of a sentence;
heads and relations are scored by biaffine products of what they make of two words (Dozat and Manning 2017).
"""

from __future__ import annotations

import random
import sys
from dataclasses import replace
from multiprocessing import Pool
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F  # noqa: N812 (its usual name)

sys.path.insert(1, str(Path(__file__).resolve().parents[1] / "splices"))
from asked import batches, upper_layers
from export import write_int8
from register import enter
from treebank import Tree, trees

from onrecord.verify.reading.grammar import FILE, PARTS, RELATIONS, pieces_of, shape_of

LAYERS, SHAPES = 2, 4
ARC, REL = 192, 96  # widths of what two words are told apart by
EPOCHS, STEP, RATE = 6, 32, 3e-4
DROPPED = 0.25
LONGEST = 80  # words
RENAMED = 0.7  # of the names in a sentence that is read once more with others
HELD = 4  # of the sentences of news one in so many is not learned from
_ONSETS = ("b", "br", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "st", "t", "th", "v", "w", "z", "")
_VOWELS = ("a", "e", "i", "o", "u", "ai", "ei", "oo")
_ENDS = ("", "", "l", "n", "r", "s", "m", "nd", "rk", "sh", "v")
_NEVER = -1e4


class Parser(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.layers, width = upper_layers(LAYERS)
        self.shapes = nn.Embedding(SHAPES, width)
        nn.init.zeros_(self.shapes.weight)
        self.sides = nn.Linear(width, 2 * ARC + 2 * REL)
        self.arc = nn.Linear(ARC + 1, ARC, bias=False)
        self.relation = nn.Linear(REL + 1, len(RELATIONS) * (REL + 1), bias=False)
        self.part = nn.Linear(width, len(PARTS))

    def forward(
        self,
        states: torch.Tensor,
        first: torch.Tensor,
        last: torch.Tensor,
        shapes: torch.Tensor,
        seen: torch.Tensor | None = None,
    ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Return scores of heads, of relations to each head, and of parts of speech.

        ``states`` have shape (sentences, pieces, width); ``first`` and ``last`` say in which pieces each word
        begins and ends, shape (sentences, words), and 0 stands for the root, whose piece is the first. Heads
        come in shape (sentences, words, words), relations in (sentences, words, words, relations).
        """
        mask = None if seen is None else seen[:, None, None, :].expand(-1, -1, states.shape[1], -1)
        h = states
        for layer in self.layers:
            h = layer(h, mask)
        h = sum(h.gather(1, at[..., None].expand(-1, -1, h.shape[-1])) for at in (first, last)) / 2
        h = F.dropout(h + self.shapes(shapes), DROPPED, self.training)
        sides = F.dropout(F.gelu(self.sides(h)), DROPPED, self.training)
        own, head, mine, theirs = sides.split((ARC, ARC, REL, REL), -1)
        one = torch.ones_like(own[..., :1])
        heads = self.arc(torch.cat((own, one), -1)) @ head.transpose(1, 2)
        to = self.relation(torch.cat((mine, one), -1)).view(*mine.shape[:2], len(RELATIONS), REL + 1)
        relations = torch.einsum("bwrk,bvk->bwvr", to, torch.cat((theirs, one), -1))
        return heads, relations, self.part(h)


def read(tree: Tree) -> tuple[np.ndarray, list[int], list[int]]:
    spans = [(start, start + len(word)) for start, word in zip(tree.starts, tree.words, strict=True)]
    states, first, last = pieces_of(tree.text, spans)
    return states.astype(np.float16), first, last


def padded(rows: list[list[int]], fill: int = 0) -> torch.Tensor:
    return nn.utils.rnn.pad_sequence([torch.tensor(row) for row in rows], batch_first=True, padding_value=fill)


class Sentences:
    """Trees with what the embedder makes of them."""

    def __init__(self, found: list[Tree]) -> None:
        self.trees = [tree for tree in found if len(tree.words) <= LONGEST]
        with Pool() as pool:
            self.read = pool.map(read, self.trees, chunksize=64)
        self.sizes = np.array([len(states) for states, *_ in self.read])

    def batch(self, part: np.ndarray) -> tuple[list[torch.Tensor], list[torch.Tensor]]:
        """Return what the parser reads and what it has to say; what stands behind a sentence is -1."""
        states = nn.utils.rnn.pad_sequence(
            [torch.from_numpy(self.read[at][0]).float() for at in part], batch_first=True
        )
        seen = torch.arange(states.shape[1])[None] < torch.from_numpy(self.sizes[part])[:, None]
        some = [self.trees[at] for at in part]
        first, last = (padded([[0, *self.read[at][which]] for at in part]) for which in (1, 2))
        shapes = padded([[0, *map(shape_of, tree.words)] for tree in some])
        truth = [
            padded([[-1, *tree.heads] for tree in some], -1),
            padded([[-1, *(RELATIONS.index(one) for one in tree.relations)] for tree in some], -1),
            padded([[-1, *(PARTS.index(one) for one in tree.parts)] for tree in some], -1),
        ]
        return [states, first, last, shapes, seen], truth


def scores(parser: Parser, given: list[torch.Tensor], truth: list[torch.Tensor]) -> tuple[torch.Tensor, ...]:
    heads, relations, parts = parser(*given)
    inside = truth[0] >= 0
    behind = torch.cat((torch.ones_like(inside[:, :1]), inside[:, 1:]), 1)
    heads = heads.masked_fill(~behind[:, None, :], _NEVER)
    of_head = relations.gather(2, truth[0].clamp(min=0)[..., None, None].expand(-1, -1, 1, len(RELATIONS)))[:, :, 0]
    return heads[inside], of_head[inside], parts[inside], relations, inside


def learn(taught: Sentences, held: dict[str, Sentences]) -> Parser:
    torch.manual_seed(1)
    rng = np.random.default_rng(1)
    parser = Parser()
    by = torch.optim.AdamW(parser.parameters(), RATE, weight_decay=0.01)
    steps = EPOCHS * sum(1 for _ in batches(taught.sizes, rng))
    pace = torch.optim.lr_scheduler.OneCycleLR(by, RATE, steps + 1, pct_start=0.1)
    for epoch in range(EPOCHS):
        parser.train()
        lost = []
        for part in batches(taught.sizes, rng):
            given, truth = taught.batch(part)
            heads, relations, parts, _, inside = scores(parser, given, truth)
            loss = sum(
                F.cross_entropy(said, right[inside])
                for said, right in zip((heads, relations, parts), truth, strict=True)
            )
            by.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(parser.parameters(), 1.0)
            by.step()
            pace.step()
            lost.append(loss.item())
        print("epoch", epoch, "loss", round(float(np.mean(lost)), 4), flush=True)
        print({name: measure(parser, some) for name, some in held.items()}, flush=True)
    return parser.eval()


def measure(parser: Parser, held: Sentences) -> dict[str, float]:
    """Return the shares of words with the right head, and with the right relation to it too, punctuation aside."""
    parser.eval()
    counts = np.zeros(4)
    with torch.no_grad():
        for part in batches(held.sizes, np.random.default_rng(0)):
            given, truth = held.batch(part)
            heads, _, parts, relations, inside = scores(parser, given, truth)
            chosen = heads.argmax(-1)
            every = relations[inside].gather(1, chosen[:, None, None].expand(-1, 1, len(RELATIONS)))[:, 0].argmax(-1)
            counted = truth[1][inside] != RELATIONS.index("punct")
            right = (chosen == truth[0][inside]) & counted
            counts += [
                counted.sum().item(),
                right.sum().item(),
                (right & (every == truth[1][inside])).sum().item(),
                ((parts.argmax(-1) == truth[2][inside]) & counted).sum().item(),
            ]
    return {
        name: round(value / counts[0], 4) for name, value in zip(("heads", "both", "parts"), counts[1:], strict=True)
    }


def with_names(tree: Tree, rng: random.Random) -> Tree:
    """Return a sentence with made-up names for its own: news is full of such as nobody has seen before."""
    text, words, starts, at = "", [], [], 0
    for word, start, part in zip(tree.words, tree.starts, tree.parts, strict=True):
        named = part == "PROPN" and word.isalpha() and not word.isupper() and rng.random() < RENAMED
        text += tree.text[at:start]
        words.append(made_up(rng) if named else word)
        starts.append(len(text))
        text += words[-1]
        at = start + len(word)
    return replace(tree, text=text + tree.text[at:], words=words, starts=starts)


def made_up(rng: random.Random) -> str:
    syllables = (rng.choice(_ONSETS) + rng.choice(_VOWELS) + rng.choice(_ENDS) for _ in range(rng.choice((1, 2, 2, 3))))
    return "".join(syllables).capitalize()


def main(folder: Path, assets: Path) -> None:
    rng = random.Random(1)
    taught, held, news = (
        list(trees(folder / name))
        for name in ("en_ewt-ud-train.conllu", "en_ewt-ud-dev.conllu", "en_pud-ud-test.conllu")
    )
    taught += [tree for at, tree in enumerate(news) if at % HELD]
    taught += [with_names(tree, rng) for tree in taught if "PROPN" in tree.parts]
    dev = {"EWT": Sentences(held), "PUD": Sentences(news[::HELD])}
    parser = learn(Sentences(taught), dev)
    given, _ = dev["EWT"].batch(np.array([0]))
    axes = {"states": {1: "pieces"}, "first": {1: "words"}, "last": {1: "words"}, "shapes": {1: "words"}}
    axes |= {"heads": {1: "words", 2: "words"}, "relations": {1: "words", 2: "words"}, "parts": {1: "words"}}
    write_int8(parser, dict(zip(axes, given[:4], strict=False)), axes, assets / FILE)
    enter(assets, FILE)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
