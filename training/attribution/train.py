"""Train the attribution tagger within a given time, on a GPU or a processor.

    python training/attribution/train.py DATA.npz.xz OUT --minutes M [--plain] [--width W]

Teachers, each of which has not seen one of six parts of PolNeAR's train articles, say what they think of the articles
they have not seen and of other news; a pupil learns that beside the labels. So it learns what annotators agree on
rather than what one of them marked, and from more text than they read. ``--plain`` trains on the labels alone, in a
tenth of the time. The first three teachers leave out the last part by date, and the best of them chooses how all
others are trained. The dev split is reported only.

Writes ``OUT/pupil.npz``, without the base's words, and ``OUT/log.jsonl``.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path

import numpy as np
import torch
from base import base
from corpus import FOLDS, NO_LABEL, Batches, Corpus
from encoder import Encoder, start_from
from torch.nn import functional

from onrecord.extract.tagging.wordpieces import SEP, TRAITS

ON_GPU = torch.cuda.is_available()
DEVICE = torch.device("cuda" if ON_GPU else "cpu")
BATCH = 32
"""Windows of about 190 pieces."""
HIDDEN = 0.05
"""Share of the pieces that are hidden in training: names and topics should matter less than the words around."""
TAUGHT = 0.6
"""Weight of what teachers say beside the labels, where there are labels."""
SETTINGS = ({"rate": 1.5e-4, "epochs": 8}, {"rate": 3e-4, "epochs": 6}, {"rate": 3e-4, "epochs": 12})
PUPIL_EPOCHS = 16
WARM = 0.08


def log(folder: Path, **entry: object) -> None:
    with (folder / "log.jsonl").open("a") as file:
        file.write(json.dumps(entry) + "\n")
    print(json.dumps(entry), flush=True)


def autocast() -> torch.autocast:
    return torch.autocast(DEVICE.type, dtype=torch.bfloat16, enabled=ON_GPU)


@torch.no_grad()
def odds(model: Encoder, corpus: Corpus, batches: Batches, texts: list[int]) -> dict[int, np.ndarray]:
    """Return the odds of the labels of each piece of each text, read as the tagger reads."""
    model.eval()
    jobs = [(window, text) for text in texts for window in corpus.windows(text)]
    jobs.sort(key=lambda job: job[0][2] - job[0][0])
    found = {text: np.zeros((corpus.size([text]), len(corpus.names)), dtype=np.float16) for text in texts}
    for at in range(0, len(jobs), 4 * BATCH):
        part = jobs[at : at + 4 * BATCH]
        places, mask = batches.places([(begin, end) for (begin, _, end), _ in part])
        with autocast():
            scores = model(batches.ids[places], batches.traits[places], mask)
        rows = torch.softmax(scores.float(), -1).half().cpu().numpy()
        for ((begin, own, end), text), row in zip(part, rows, strict=True):
            start = corpus.part(text).start
            found[text][own - start : end - start] = row[1 + own - begin : 1 + end - begin]
    model.train()
    return found


def scored(corpus: Corpus, found: dict[int, np.ndarray]) -> dict[str, float]:
    """Return the F1 of each role over the first pieces of tokens."""
    labels = np.concatenate([corpus.labels[corpus.part(text)] for text in found])
    seen = labels != NO_LABEL
    wanted = corpus.roles[labels[seen]].argmax(-1)
    told = np.concatenate([rows.astype(np.float32) @ corpus.roles for rows in found.values()])[seen].argmax(-1)
    figures = {}
    for number, role in enumerate(("source", "cue", "content"), start=1):
        right = ((wanted == number) & (told == number)).sum()
        figures[role] = float(2 * right / max(1, (wanted == number).sum() + (told == number).sum()))
    figures["mean"] = sum(figures.values()) / 3
    return {name: round(value, 4) for name, value in figures.items()}


def taught(corpus: Corpus, files: list[str]) -> torch.Tensor:
    """Return what teachers think of each piece: of articles those that have not seen them, of news all."""
    total = torch.zeros(len(corpus.ids), len(corpus.names), dtype=torch.float16)
    teachers: defaultdict[int, int] = defaultdict(int)
    for file in files:
        for key, rows in np.load(file).items():
            total[corpus.part(int(key))] += torch.from_numpy(rows)
            teachers[int(key)] += 1
    for text, count in teachers.items():
        total[corpus.part(text)] /= count
        for copy in corpus.readings.get(text, [text])[1:]:
            total[corpus.part(copy)] = total[corpus.part(text)]
    return total


def optimizer_of(model: Encoder, rate: float) -> torch.optim.Optimizer:
    """Return AdamW; what is new learns four times as fast as what the base brings."""
    named = [(name, value) for name, value in model.named_parameters() if value.requires_grad]
    fresh = [value for name, value in named if name in ("head.weight", "traits.weight")]
    tables = [value for name, value in named if value.ndim == 2 and name not in ("head.weight", "traits.weight")]
    groups = [
        {"params": [value for _, value in named if value.ndim == 1], "peak": rate, "weight_decay": 0.0},
        {"params": tables, "peak": rate, "weight_decay": 0.01},
        {"params": fresh, "peak": 4 * rate, "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=ON_GPU)


def learn(asked: dict) -> None:
    """Train one model: a teacher without the part ``fold``, or a pupil (``fold`` is None) on everything."""
    began, folder = time.time(), Path(asked["out"])
    torch.manual_seed(asked["seed"])
    chance = np.random.default_rng(asked["seed"])
    corpus = Corpus(Path(asked["data"]))
    batches = Batches(corpus, DEVICE)
    model = Encoder(len(corpus.names), TRAITS)
    start_from(model, {name: torch.from_numpy(value) for name, value in base().items()})
    model.words.weight.requires_grad_(False)
    model.to(DEVICE).train()
    read = [text for text in corpus.train if corpus.fold[text] != asked["fold"]]
    held = [text for text in corpus.train if corpus.fold[text] == asked["fold"]]
    soft = taught(corpus, asked["teachers"]).to(DEVICE) if asked["teachers"] else None
    news = corpus.news[: len(corpus.news) // 2] if soft is not None else []
    labels = torch.from_numpy(np.where(corpus.labels == NO_LABEL, -1, corpus.labels)).to(DEVICE)
    optimizer = optimizer_of(model, asked["rate"])
    steps = asked["epochs"] * corpus.size([*read, *news]) // (BATCH * 190)
    start, step, progress, waiting = time.time(), 0, 0.0, []
    while progress < 1.0:
        if not waiting:
            texts = [int(chance.choice(corpus.readings[text])) for text in read]
            texts += chance.choice(corpus.news, len(news), replace=False).tolist()
            waiting = corpus.batches(texts, BATCH, chance)
        places, mask = batches.places(waiting.pop())
        progress = max((time.time() - start) / max(1.0, asked["until"] - start), step / steps)
        for group in optimizer.param_groups:
            group["lr"] = group["peak"] * min(1.0, progress / WARM) * max(0.0, 1.0 - progress)
        with autocast():
            scores = model(batches.masked(places, HIDDEN), batches.traits[places], mask)
        logs = functional.log_softmax(scores.float(), -1)
        wanted = labels[places]
        counted = wanted >= 0
        if soft is None:
            loss = functional.nll_loss(logs[counted], wanted[counted])
        else:
            hard = functional.one_hot(wanted.clamp(min=0), len(corpus.names)).float()
            target = torch.where(counted[..., None], (1 - TAUGHT) * hard + TAUGHT * soft[places], soft[places].float())
            unlabelled = ~counted.any(-1, keepdim=True) & (places > 1) & (batches.ids[places] != SEP)
            loss = -(target * logs).sum(-1)[counted | unlabelled].mean()
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        step += 1
        if step % 100 == 0:
            log(folder, name=asked["name"], step=step, steps=steps, loss=round(loss.item(), 4))
    figures = {"dev": scored(corpus, odds(model, corpus, batches, corpus.dev))}
    if held:
        seen = odds(model, corpus, batches, held)
        figures["held"] = scored(corpus, seen)
        seen |= odds(model, corpus, batches, corpus.news)
        np.savez(folder / f"{asked['name']}.npz", **{str(text): rows for text, rows in seen.items()})
    else:
        np.savez_compressed(folder / f"{asked['name']}.npz", **packed(model))
    (folder / f"{asked['name']}.json").write_text(json.dumps(figures))
    log(folder, name=asked["name"], step=step, steps=steps, seconds=round(time.time() - began), **figures)


def packed(model: Encoder) -> dict[str, np.ndarray]:
    """Return the weights, tables in 8 bits with a scale a row; the words are the base's."""
    found = {}
    for name, tensor in model.state_dict().items():
        value = tensor.float().cpu().numpy()
        if value.ndim == 2 and name not in ("head.weight", "traits.weight", "words.weight"):
            scale = np.maximum(np.abs(value).max(axis=1, keepdims=True), 1e-8) / 127
            found |= {name: np.round(value / scale).astype(np.int8), f"{name}.scale": scale.astype(np.float32)}
        elif name != "words.weight":
            found[name] = value.astype(np.float32)
    return found


def run(jobs: list[dict], width: int, seconds: float) -> list[dict]:
    """Train models side by side, ``width`` at a time, each in its share of the time."""
    share = seconds * min(1.0, width / len(jobs))
    running: list[subprocess.Popen[bytes]] = []
    for job in jobs:
        while sum(process.poll() is None for process in running) >= width:
            time.sleep(0.5)
        asked = json.dumps({**job, "until": time.time() + share})
        running.append(subprocess.Popen([sys.executable, __file__, "--job", asked]))
    if any(process.wait() for process in running):
        raise SystemExit("a training failed")
    return jobs


def main() -> None:
    """Train teachers and a pupil, or one plain model."""
    options = argparse.ArgumentParser()
    options.add_argument("data", type=Path, nargs="?")
    options.add_argument("out", type=Path, nargs="?")
    options.add_argument("--minutes", type=float, default=12.0, help="on one H100; a processor takes a day")
    options.add_argument("--width", type=int, default=3 if ON_GPU else 1, help="trainings side by side")
    options.add_argument("--plain", action="store_true", help="learn from the labels alone")
    options.add_argument("--job", help=argparse.SUPPRESS)
    asked = options.parse_args()
    if asked.job:
        learn(json.loads(asked.job))
        return
    asked.out.mkdir(parents=True, exist_ok=True)
    seconds = 60 * asked.minutes
    common = {"data": str(asked.data), "out": str(asked.out), "teachers": [], "fold": None}
    if asked.plain:
        run([{**common, "name": "pupil", "seed": 0, **SETTINGS[1]}], 1, seconds)
        return
    last = {**common, "fold": FOLDS - 1}
    candidates = [{**last, "name": f"choose{n}", "seed": n, **one} for n, one in enumerate(SETTINGS)]
    tried = run(candidates, asked.width, 0.13 * seconds)
    means = [json.loads((asked.out / f"{one['name']}.json").read_text())["held"]["mean"] for one in tried]
    setting = SETTINGS[int(np.argmax(means))]
    log(asked.out, chosen=setting, means=means)
    places = [(seed, fold) for seed in (1, 2) for fold in range(FOLDS if seed == 2 else FOLDS - 1)]
    teachers = run(
        [{**common, "name": f"teacher{s}.{f}", "seed": 10 * s + f, "fold": f, **setting} for s, f in places],
        asked.width,
        0.37 * seconds,
    )
    files = [str(asked.out / f"{one['name']}.npz") for one in (*tried, *teachers)]
    pupil = {**common, "name": "pupil", "seed": 101, "teachers": files, "rate": setting["rate"]}
    run([{**pupil, "epochs": PUPIL_EPOCHS}], 1, 0.45 * seconds)


if __name__ == "__main__":
    main()
