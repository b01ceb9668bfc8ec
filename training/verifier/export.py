"""Export a trained verifier to int8 ONNX and calibrate its temperature on development sets.

    python export.py --run RUN --data DATA/checking --out OUT

Writes ``verifier.int8.onnx`` and ``verifier.json`` (temperature, the development figures it was chosen by, digests)
into OUT. The temperature minimises the log loss of the int8 model, not of the original (Guo and others 2017, "On
Calibration of Modern Neural Networks").
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import tempfile
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from train import DEVELOPMENT, LONGEST, Row, read
from transformers import AutoModelForSequenceClassification, AutoTokenizer

INPUTS = ("input_ids", "attention_mask", "token_type_ids")


class Logits(torch.nn.Module):
    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.model = AutoModelForSequenceClassification.from_pretrained(folder, attn_implementation="eager")

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor, token_type_ids: torch.Tensor):
        return self.model(input_ids, attention_mask, token_type_ids).logits


def export(folder: Path, path: Path) -> None:
    ids = torch.arange(1000, 1032).reshape(2, 16)
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / "fp32.onnx"
        torch.onnx.export(
            Logits(folder).eval(),
            (ids, torch.ones_like(ids), torch.zeros_like(ids)),
            whole,
            opset_version=17,
            dynamo=False,
            input_names=list(INPUTS),
            output_names=["logits"],
            dynamic_axes={name: {0: "batch", 1: "length"} for name in INPUTS} | {"logits": {0: "batch"}},
        )
        quantize_dynamic(whole, path, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)


def logits_of(path: Path, tokenizer: AutoTokenizer, rows: list[Row]) -> np.ndarray:
    """Return logits, shape (rows, 3)."""
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    order = sorted(range(len(rows)), key=lambda index: len(rows[index].premise))
    out = np.zeros((len(rows), 3), np.float32)
    for start in range(0, len(order), 32):
        batch = order[start : start + 32]
        encoded = tokenizer(
            [rows[i].premise for i in batch],
            [rows[i].hypothesis for i in batch],
            truncation="only_first",
            max_length=LONGEST,
            padding=True,
            return_tensors="np",
        )
        out[batch] = session.run(None, {name: encoded[name].astype(np.int64) for name in INPUTS})[0]
    return out


def probabilities(logits: np.ndarray, temperature: float) -> np.ndarray:
    scaled = logits / temperature
    scaled = np.exp(scaled - scaled.max(1, keepdims=True))
    return scaled / scaled.sum(1, keepdims=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    path = options.out / "verifier.int8.onnx"
    export(options.run / "final", path)
    tokenizer = AutoTokenizer.from_pretrained(options.run / "final")
    chance = random.Random(7)
    sets = {name: chance.sample(read(options.data / f"{name}.jsonl.gz"), 1500) for name in DEVELOPMENT}
    scored = {name: logits_of(path, tokenizer, rows) for name, rows in sets.items()}
    logits = np.concatenate(list(scored.values()))
    labels = np.array([row.label for rows in sets.values() for row in rows])
    grid = np.arange(0.5, 4.0, 0.05)
    losses = [-np.log(probabilities(logits, t)[np.arange(len(labels)), labels] + 1e-9).mean() for t in grid]
    temperature = round(float(grid[int(np.argmin(losses))]), 2)
    figures = {
        name: round(float((scored[name].argmax(1) == [row.label for row in rows]).mean()), 4)
        for name, rows in sets.items()
    }
    about = {
        "labels": ["supports", "refutes", "neutral"],
        "longest": LONGEST,
        "temperature": temperature,
        "development_accuracy": figures,
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
    }
    (options.out / "verifier.json").write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(about, indent=1))


if __name__ == "__main__":
    main()
