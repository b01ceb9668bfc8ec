"""Train the splice models: ``python train.py --work FOLDER --minutes M``, on pages of the train fold, made as it goes.

Processes make pages; the gate and the judge learn from the same ones, from the start or, with ``--begin FOLDER``, on
from what a training left, and then the mean of both is kept (Wortsman et al. 2022, Robust fine-tuning of zero-shot
models): it forgets less. The clock ends the training, when the rates have fallen to nothing. What was learned lies in
``FOLDER/out``, for ``export.py``.
"""

from __future__ import annotations

import argparse
import gc
import json
import math
import multiprocessing
import os
import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F  # noqa: N812 (its usual name)

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
import carriers
import learned
from base import base_weights
from benchmarks.splices import pages, sources
from model import OUT, Gate, Judge, path_loss

from onrecord.restore.pasted.gate import KINDS
from read import Batch, cutter, examples, packed

WINDOWS, FEW_WINDOWS = 128, 8  # of a batch of the judge, and of one where there is no GPU
GATE_RATE, JUDGE_RATE, NEW_RATE = 4e-3, 3e-4, 2e-3
WIDTHS = (32,)
LEARNED_ON = 0.6  # of the rates, for networks that have learned before
KEPT = 0.5  # of the weights that a training goes on from, in the mean with what it comes to


Arrays = Sequence[np.ndarray]


def make(worker: int, workers: int, made: multiprocessing.Queue[Batch], windows: int) -> None:
    """Make batches for ever, of the pages whose number leaves ``worker`` over."""
    os.nice(5)
    torch.set_num_threads(1)
    cut = cutter()
    number = worker
    while True:
        crops, found = [], []
        while len(found) < windows:
            crop, more = examples(learned.page(number), cut, random.Random(f"windows {number}"))
            crops.append(crop)
            found += more
            number += workers
        made.put(packed(crops, found[:windows]))


def loss_of(out: torch.Tensor, told: torch.Tensor, ends: float) -> torch.Tensor:
    """Return the loss of both networks: of the kind, and ``ends`` times that of starts and ends, which are few."""
    seen = told[..., 0] >= 0
    out, told = out.float()[seen], told[seen].long()
    kind = F.cross_entropy(out[:, : len(KINDS)], told[:, 0], reduction="sum")
    weight = torch.tensor(2.0, device=out.device)
    bounds = F.binary_cross_entropy_with_logits(
        out[:, len(KINDS) : OUT], told[:, 1:].float(), pos_weight=weight, reduction="sum"
    )
    return (kind + ends * bounds) / len(out)


def figures(out: torch.Tensor, told: torch.Tensor) -> dict[str, float]:
    """Return precision and recall of foreign tokens, of starts and of ends."""
    seen = told[..., 0] >= 0
    out, told = out.float()[seen], told[seen].long()
    foreign = out[:, : len(KINDS)].softmax(-1)[:, 0] < 0.5
    pairs = {
        "foreign": (foreign, told[:, 0] > 0),
        "start": (out[:, len(KINDS)] > 0, told[:, 1] > 0),
        "end": (out[:, len(KINDS) + 1] > 0, told[:, 2] > 0),
    }
    found = {}
    for name, (said, truth) in pairs.items():
        hit = float((said & truth).sum())
        found[f"{name}_precision"] = round(hit / max(1.0, float(said.sum())), 4)
        found[f"{name}_recall"] = round(hit / max(1.0, float(truth.sum())), 4)
    return found


def stored(folder: Path) -> dict[str, np.ndarray]:
    """Return the weights that a training left in a folder."""
    found = {}
    for path in sorted(folder.glob("weights.part*.npz")):
        with np.load(path) as part:
            found |= {name: part[name] for name in part.files}
    return found


def save(folder: Path, networks: dict[str, torch.nn.Module]) -> None:
    """Write the weights in two files: a gate's tables as int8 with one scale a row, all else as float16."""
    folder.mkdir(parents=True, exist_ok=True)
    parts: list[dict[str, np.ndarray]] = [{}, {}]
    for name, network in networks.items():
        for key, value in network.state_dict().items():
            array = value.detach().float().cpu().numpy()
            part = min(parts, key=lambda one: sum(kept.nbytes for kept in one.values()))
            if name.startswith("gate") and key.startswith("tables"):
                scale = np.maximum(np.abs(array).max(1, keepdims=True), 1e-8) / 127
                part[f"{name}/{key}"] = np.round(array / scale).astype(np.int8)
                part[f"{name}/{key}.scale"] = scale.astype(np.float16)
            elif key != "words":  # those of the base
                part[f"{name}/{key}"] = array.astype(np.float16)
    for at, part in enumerate(parts):
        path = folder / f"weights.part{at}.npz.tmp"
        with path.open("wb") as file:
            np.savez(file, **part)
        path.replace(folder / f"weights.part{at}.npz")


class Learner:
    """The networks with what moves them."""

    def __init__(self, device: torch.device, layers: int) -> None:
        torch.manual_seed(1)
        self.device = device
        self.judge = Judge(base_weights(), layers).to(device)
        self.gates = {f"gate{width}": Gate(width).to(device) for width in WIDTHS}
        fresh = ("tables", "out", "kinds")
        named = list(self.judge.named_parameters())
        groups = [
            {"params": [value for name, value in named if not name.startswith(fresh)], "rate": JUDGE_RATE},
            {"params": [value for name, value in named if name.startswith(fresh)], "rate": NEW_RATE},
        ]
        self.of_judge = torch.optim.AdamW(groups, lr=JUDGE_RATE, weight_decay=0.01, betas=(0.9, 0.98))
        self.of_gates = {
            name: torch.optim.AdamW([{"params": list(gate.parameters()), "rate": GATE_RATE}], lr=GATE_RATE)
            for name, gate in self.gates.items()
        }

    def take(self, weights: dict[str, np.ndarray], share: float = 1.0) -> None:
        """Take over what a training left, in a mean with what is there where ``share`` says so."""
        for name, network in self.networks.items():
            own = {key.removeprefix(f"{name}/"): value for key, value in weights.items() if key.startswith(f"{name}/")}
            for key in [key for key in own if key.endswith(".scale")]:
                own[key.removesuffix(".scale")] = own[key.removesuffix(".scale")] * own.pop(key).astype(np.float32)
            state = network.state_dict()
            there = {key: torch.from_numpy(value).float().to(self.device) for key, value in own.items()}
            network.load_state_dict(state | {key: torch.lerp(state[key], one, share) for key, one in there.items()})

    def begin(self, weights: dict[str, np.ndarray], frozen: int) -> None:
        """Learn on from what a training left, but for the ``frozen`` lowest layers of the judge and what they read."""
        self.take(weights)
        if frozen:
            for name, value in self.judge.named_parameters():
                below = not name.startswith(("layers", "out"))
                value.requires_grad_(not below and not any(name.startswith(f"layers.{at}.") for at in range(frozen)))
        small = 1.0 if self.device.type == "cuda" else math.sqrt(FEW_WINDOWS / WINDOWS)
        for optimizer in (self.of_judge, *self.of_gates.values()):
            for group in optimizer.param_groups:
                group["rate"] *= LEARNED_ON * small

    @property
    def networks(self) -> dict[str, torch.nn.Module]:
        return {"judge": self.judge, **self.gates}

    def on(self, arrays: Arrays) -> list[torch.Tensor]:
        return [torch.from_numpy(one).to(self.device, non_blocking=True) for one in arrays]

    def judged(self, arrays: Arrays) -> tuple[torch.Tensor, torch.Tensor]:
        longest = int(arrays[-1].max())
        ids, kinds, features, told = self.on([one[:, :longest] for one in arrays[:-1]])
        (sizes,) = self.on(arrays[-1:])
        mask = (torch.arange(longest, device=self.device)[None] < sizes[:, None])[:, None, None, :]
        with torch.autocast(self.device.type, torch.bfloat16, enabled=self.device.type == "cuda"):
            return self.judge(ids.long(), features.int(), kinds.long(), mask), told

    def gated(self, name: str, arrays: Arrays) -> tuple[torch.Tensor, torch.Tensor]:
        features, told = self.on(arrays)
        return self.gates[name](features.int(), (told[..., :1] >= 0).float()), told

    def learn_gates(self, arrays: Arrays, rate: float) -> list[float]:
        found = []
        for name, gate in self.gates.items():
            found.append(_step(self.of_gates[name], gate, loss_of(*self.gated(name, arrays), ends=4.0), rate))
        return found

    def learn_judge(self, arrays: Arrays, rate: float) -> float:
        out, told = self.judged(arrays)
        tokens = (told[..., 0] >= 0).sum()
        loss = loss_of(out, told, ends=3.0) + 3 * path_loss(out[..., OUT:], told).sum() / tokens
        return _step(self.of_judge, self.judge, loss, rate)

    def look(self, crops: Arrays, windows: Sequence[Arrays]) -> dict[str, object]:
        """Return how dev pages are read."""
        for network in self.networks.values():
            network.eval()
        with torch.no_grad():
            outs = [self.judged(part) for part in windows]
            paths = torch.cat([path_loss(out[..., OUT:], told) for out, told in outs])
            found: dict[str, object] = {"path_loss": round(float(paths.mean()), 4)}
            found["judge"] = figures(torch.cat([out for out, _ in outs]), torch.cat([told for _, told in outs]))
            for name in self.gates:
                found[name] = figures(*self.gated(name, crops))
        for network in self.networks.values():
            network.train()
        return found


def _step(optimizer: torch.optim.Optimizer, network: torch.nn.Module, loss: torch.Tensor, rate: float) -> float:
    for group in optimizer.param_groups:
        group["lr"] = group["rate"] * rate
    optimizer.zero_grad(set_to_none=True)
    loss.backward()
    torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimizer.step()
    return float(loss.detach())


def dev_pages(count: int, windows: int) -> tuple[Arrays, list[Arrays]]:
    """Return crops and batches of windows of dev pages."""
    cut = cutter()
    crops, found = [], []
    for number in range(count):
        for make_one in (pages.spliced, pages.clean, pages.hard):
            crop, more = examples(make_one("dev", number), cut, random.Random(number), every=True)
            crops.append(crop)
            found += more
    batches = [packed(crops[:1], found[at : at + windows])[1] for at in range(0, len(found), windows)]
    return packed(crops, found[:1])[0], batches


def main() -> None:
    ask = argparse.ArgumentParser()
    ask.add_argument("--work", type=Path, required=True)
    ask.add_argument("--minutes", type=float, default=20)
    ask.add_argument("--workers", type=int, default=6)
    ask.add_argument("--layers", type=int, default=6)
    ask.add_argument("--begin", type=Path)
    ask.add_argument("--frozen", type=int, default=0)
    given = ask.parse_args()
    began = time.monotonic()
    end = began + 60 * given.minutes
    cuda = torch.cuda.is_available()
    windows = WINDOWS if cuda else FEW_WINDOWS
    for fold in ("train", "dev"):  # read once, before there are processes that share it
        pages.shelves(fold), sources.replies(fold), sources.furniture(fold)
    learned.mined(), carriers.leading()
    gc.collect()
    gc.freeze()
    context = multiprocessing.get_context("fork")
    made = context.Queue(maxsize=3 * given.workers)
    for worker in range(given.workers):
        context.Process(target=make, args=(worker, given.workers, made, windows), daemon=True).start()
    learner = Learner(torch.device("cuda" if cuda else "cpu"), given.layers)
    if given.begin:
        learner.begin(stored(given.begin), given.frozen)
    dev = dev_pages(120 if cuda else 4, windows)
    out = given.work / "out"
    started = looked = time.monotonic()
    steps, gate_steps, kept, halved = 0, 0, [], False
    while (done := (time.monotonic() - started) / (end - started)) < 1:
        for_gates, for_judge = made.get()
        fall = 0.5 * (1 + math.cos(math.pi * done))
        losses = learner.learn_gates(for_gates, min(1, (gate_steps + 1) / 100) * fall)
        gate_steps += 1
        if gate_steps % 2 and cuda and made.qsize() > 2 * given.workers:  # pages to spare: the gates take them
            continue
        kept.append([*losses, learner.learn_judge(for_judge, min(1, (steps + 1) / 200) * fall)])
        steps += 1
        if not halved and done > 0.5:
            halved = True
            save(out, learner.networks)
        if time.monotonic() - looked > 90:
            looked = time.monotonic()
            losses = np.mean(kept[-300:], axis=0).round(4).tolist()
            print(json.dumps({"steps": steps, "gates": gate_steps, "losses": losses, **learner.look(*dev)}), flush=True)
    if given.begin:
        learner.take(stored(given.begin), KEPT)
    save(out, learner.networks)
    print(json.dumps({"steps": steps, "gates": gate_steps, **learner.look(*dev)}), flush=True)


if __name__ == "__main__":
    main()
