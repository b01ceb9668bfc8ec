"""Pairs as token ids, all on the device, and batches of like lengths cut from them."""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

LONGEST = 256
"""Word pieces of a pair; a window of four sentences and a statement have about 180."""

LONGEST_STATEMENT = 96
NOT_SUPPORTS = 3
UNLABELLED = 4


@dataclass(frozen=True, slots=True)
class Rows:
    """``ids`` holds the pieces of all pairs one after the other, each pair with its marks."""

    ids: torch.Tensor
    starts: np.ndarray
    lengths: np.ndarray
    seconds: np.ndarray
    """Where the statement begins in each pair."""
    labels: np.ndarray
    sets: dict[str, np.ndarray]
    """Rows of each set."""

    def inputs(self, chosen: np.ndarray) -> dict[str, torch.Tensor]:
        """Return the model's input for ``chosen`` rows, shape (rows, longest of them)."""
        device = self.ids.device
        numbers = np.stack([self.starts[chosen], self.lengths[chosen], self.seconds[chosen]])
        starts, lengths, seconds = torch.from_numpy(numbers).to(device, non_blocking=True)[:, :, None]
        places = torch.arange(-(-int(self.lengths[chosen].max()) // 8) * 8, device=device)[None]
        mask = places < lengths
        ids = self.ids[(starts + places).clamp(max=len(self.ids) - 1)].long()
        return {
            "input_ids": torch.where(mask, ids, 0),
            "attention_mask": mask[:, None, None],
            "token_type_ids": ((places >= seconds) & mask).long(),
        }

    def batches(self, chosen: np.ndarray, tokens: int, chance: np.random.Generator) -> Iterator[np.ndarray]:
        """Cut ``chosen`` rows into batches of like lengths and at most ``tokens`` pieces, in random order."""
        lengths = self.lengths[chosen] + chance.uniform(0, 6, len(chosen))
        order = chosen[np.argsort(-lengths, kind="stable")]
        cuts, start = [], 0
        while start < len(order):
            cuts.append(start)
            start += max(1, tokens // int(self.lengths[order[start : start + 8]].max()))
        parts = np.split(order, cuts[1:])
        for at in chance.permutation(len(parts)):
            yield parts[at]


def encode(tokenizer: Tokenizer, premises: list[str], statements: list[str]) -> tuple[list[list[int]], list[int]]:
    """Return the pieces of each pair, the passage cut to what the statement leaves, and where the statement begins."""
    start, end = (tokenizer.token_to_id(mark) for mark in ("[CLS]", "[SEP]"))
    texts = list(dict.fromkeys((*premises, *statements)))
    known: dict[str, list[int]] = {}
    for at in range(0, len(texts), 20_000):
        some = texts[at : at + 20_000]
        encoded = tokenizer.encode_batch_fast([text[: 16 * LONGEST] for text in some], add_special_tokens=False)
        known |= {text: one.ids for text, one in zip(some, encoded, strict=True)}
    pairs, seconds = [], []
    for premise, statement in zip(premises, statements, strict=True):
        second = known[statement][:LONGEST_STATEMENT]
        first = [start, *known[premise][: LONGEST - 3 - len(second)], end]
        pairs.append([*first, *second, end])
        seconds.append(len(first))
    return pairs, seconds


def load(path: Path, base: Path, device: str, *, part: int, unlabelled: int, seed: int) -> Rows:
    """Read every ``part``-th pair (0: what chooses alone) and add ``unlabelled`` ones for teachers to judge.

    These are pairs turned round, the statement taken for the passage.
    """
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    choosing = [row for row in rows if row["set"].startswith(("dev_", "eval_"))]
    if part != 1:
        rows = (rows[::part] if part else []) + choosing[:: max(1, part // 20)]
    chance = np.random.default_rng(seed)
    turnable = [row for row in rows if len(row["p"]) < 400 and not row["set"].startswith(("dev_", "eval_"))]
    for at in chance.permutation(len(turnable))[:unlabelled]:
        row = turnable[at]
        rows.append({"set": "turned", "p": row["h"], "h": row["p"], "l": UNLABELLED})
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    pairs, seconds = encode(tokenizer, [row["p"] for row in rows], [row["h"] for row in rows])
    lengths = np.array([len(pair) for pair in pairs])
    flat = np.fromiter((piece for pair in pairs for piece in pair), np.int32, int(lengths.sum()))
    sets: dict[str, list[int]] = {}
    for at, row in enumerate(rows):
        sets.setdefault(row["set"], []).append(at)
    return Rows(
        ids=torch.from_numpy(flat).to(device),
        starts=np.concatenate([[0], np.cumsum(lengths)[:-1]]),
        lengths=lengths,
        seconds=np.array(seconds),
        labels=np.array([row["l"] for row in rows]),
        sets={name: np.array(members) for name, members in sets.items()},
    )
