"""Let the shipped verifier learn on, on a machine without a GPU: its upper layers, from pairs written for it.

    python shipped.py ../../src/onrecord/assets RUN
    python pairs.py --data DATA/checking --made made.jsonl.gz --out pairs.jsonl.xz
    python further.py --pairs pairs.jsonl.xz --begin RUN/shipped.npz --out RUN

What the lower layers give is computed once and kept (0.8 kB a word piece). Beside the written pairs stand as many of
the other sets, whose targets are in part what the shipped weights think, so that what they know stays.
"""

from __future__ import annotations

import argparse
import math
import time
from pathlib import Path

import numpy as np
import torch
from rows import Rows, load
from torch import nn
from torch.nn import functional
from train import SMOOTHING, Log, base_folder, new_model, save, targets_of

BESIDE = {
    "vitaminc_real": 8,
    "vitaminc_synthetic": 2,
    "fever_dev": 3,
    "fm2_dev": 1,
    "docnli_fever": 1,
    "begin": 1,
    "factcg_news": 1,
    "wice_partial": 1,
    "claims_corrupted": 1,
    "mnli_dev": 4,
    "snli_devtest": 1,
    "cad_nli": 1,
    "conjnli_adv": 1,
    "joined": 2,
    "news_synth": 6,
    "made": 5,
}
"""Shares of the other sets in what stands beside the written pairs."""

PEAK = 6e-5
WARM = 0.05


class Upper:
    """The layers that learn, over what the others gave for each row."""

    def __init__(self, model: nn.Module, rows: Rows, frozen: int, tokens: int) -> None:
        self.model, self.rows, self.frozen, self.tokens = model, rows, frozen, tokens
        self.states: dict[int, torch.Tensor] = {}

    @torch.no_grad()
    def keep(self, chosen: np.ndarray) -> None:
        """Compute what the lower layers give for ``chosen``."""
        self.model.eval()
        for batch in self.rows.batches(chosen, self.tokens, np.random.default_rng(0)):
            inputs = self.rows.inputs(batch)
            mask = inputs["attention_mask"]
            states = self.model.bert.embeddings(inputs["input_ids"], token_type_ids=inputs["token_type_ids"])
            for layer in self.model.bert.encoder.layer[: self.frozen]:
                states = layer(states, mask)
            for row, state in zip(batch, states, strict=True):
                self.states[int(row)] = state[: self.rows.lengths[row]].half()

    def logits(self, batch: np.ndarray) -> torch.Tensor:
        """Return logits, shape (batch, 3)."""
        states = nn.utils.rnn.pad_sequence([self.states[int(row)] for row in batch], batch_first=True).float()
        lengths = torch.from_numpy(self.rows.lengths[batch])
        mask = (torch.arange(states.shape[1])[None] < lengths[:, None])[:, None, None]
        for layer in self.model.bert.encoder.layer[self.frozen :]:
            states = layer(states, mask)
        return self.model.classifier(self.model.dropout(self.model.bert.pooler(states)))

    @torch.no_grad()
    def judge(self, chosen: np.ndarray) -> torch.Tensor:
        """Return probabilities, shape (all rows, 3), nought for those not in ``chosen``."""
        self.model.eval()
        out = torch.zeros((len(self.rows.labels), 3))
        for batch in self.rows.batches(chosen, 2 * self.tokens, np.random.default_rng(0)):
            out[torch.from_numpy(batch)] = self.logits(batch).softmax(-1)
        return out

    def figures(self) -> dict[str, float]:
        """Return accuracy on each development set, and the area under the curve where there are two classes."""
        found = {}
        for name, members in self.rows.sets.items():
            if not name.startswith(("dev_", "eval_")):
                continue
            chances, labels = self.judge(members)[members].numpy(), self.rows.labels[members]
            true, others = chances[labels == 0, 0], chances[labels != 0, 0]
            found[f"{name} area"] = float((true[:, None] > others[None]).mean())
            found[name] = float((chances.argmax(-1) == labels).mean())
        return {name: round(value, 4) for name, value in found.items()}


def beside(rows: Rows, count: int, chance: np.random.Generator) -> np.ndarray:
    """Draw about ``count`` rows of the other sets."""
    whole = sum(share for name, share in BESIDE.items() if name in rows.sets)
    drawn = [
        chance.permutation(rows.sets[name])[: count * share // whole]
        for name, share in BESIDE.items()
        if name in rows.sets
    ]
    return np.concatenate(drawn)


def learn(upper: Upper, chosen: np.ndarray, targets: torch.Tensor, passes: int, log: Log) -> None:
    """Train the upper layers on ``chosen`` rows, the learning rate at nought after ``passes``."""
    chance = np.random.default_rng(1)
    parts = [*upper.model.bert.encoder.layer[upper.frozen :], upper.model.bert.pooler, upper.model.classifier]
    parameters = [one for part in parts for one in part.parameters()]
    optimizer = torch.optim.AdamW(parameters, lr=0.0, betas=(0.9, 0.98), weight_decay=0.02)
    total = passes * sum(1 for _ in upper.rows.batches(chosen, upper.tokens, chance))
    step, running, told = 0, 0.0, time.monotonic()
    for number in range(passes):
        for batch in upper.rows.batches(chosen, upper.tokens, chance):
            done = min(1.0, step / total)
            for group in optimizer.param_groups:
                group["lr"] = PEAK * min(1.0, done / WARM) * 0.5 * (1 + math.cos(math.pi * done))
            upper.model.train()
            loss = -(targets[torch.from_numpy(batch)] * torch.log_softmax(upper.logits(batch), -1)).sum(-1).mean()
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(parameters, 1.0)
            optimizer.step()
            step += 1
            running += (loss.item() - running) * (0.02 if step > 1 else 1.0)
            if time.monotonic() - told > 60:
                told = time.monotonic()
                log.write(step=step, of=total, loss=round(running, 4))
        log.write(passed=number + 1, loss=round(running, 4), **upper.figures())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--pairs", type=Path, required=True, help="file written by pairs.py")
    parser.add_argument("--begin", type=Path, required=True, help="weights written by shipped.py")
    parser.add_argument("--base", type=Path, help="folder of another encoder of the same shape")
    parser.add_argument("--out", type=Path, required=True, help="folder for weights and log.jsonl")
    parser.add_argument("--frozen", type=int, default=3, help="lower layers that stay as they are")
    parser.add_argument("--passes", type=int, default=3)
    parser.add_argument("--beside", type=float, default=1.0, help="rows of other sets for each written one")
    parser.add_argument("--tokens", type=int, default=4096)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    base = options.base or base_folder()
    log = Log(options.out / "log.jsonl")
    torch.manual_seed(1)
    rows = load(options.pairs, base, "cpu", part=1, unlabelled=0, seed=0)
    model = new_model(base, "cpu")
    model.load_state_dict({n: torch.from_numpy(v).float() for n, v in np.load(options.begin).items()}, strict=False)
    upper = Upper(model, rows, options.frozen, options.tokens)
    written = np.concatenate([rows.sets[name] for name in ("written", "strangers")])
    others = beside(rows, int(options.beside * len(written)), np.random.default_rng(2))
    chosen = np.concatenate([written, others])
    developing = [members for name, members in rows.sets.items() if name.startswith(("dev_", "eval_"))]
    upper.keep(np.concatenate([chosen, *developing]))
    log.write(written=len(written), beside=len(others), **upper.figures())
    targets = targets_of(rows, upper.judge(others))
    exact = functional.one_hot(torch.from_numpy(rows.labels[written]), 3).float() * (1 - SMOOTHING) + SMOOTHING / 3
    targets[torch.from_numpy(written)] = exact
    learn(upper, chosen, targets, options.passes, log)
    save(model, options.out, "student", {"begun": options.begin.name})


if __name__ == "__main__":
    main()
