"""Turn trained weights into the int8 ONNX file that onrecord ships, its probabilities calibrated.

    python export.py --weights RUN/student.npz --pairs pairs.jsonl.xz --out ../../src/onrecord/assets

Writes ``verifier.int8.onnx`` into OUT and enters its SHA-256 into ``digests.json`` there. The temperature is what makes
the log loss of the int8 model least on the development sets (Guo and others 2017, "On Calibration of Modern Neural
Networks"); the last layer is divided by it, so that the file itself is calibrated.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tempfile
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from rows import Rows, load
from torch import nn
from train import base_folder, new_model

sys.path.append(str(Path(__file__).resolve().parents[1] / "embedder"))
from fuse import fuse

INPUTS = ("input_ids", "attention_mask", "token_type_ids")
NAME = "verifier.int8.onnx"
GRID = np.arange(0.5, 3.0, 0.02)


class FirstOnly(nn.Module):
    """Attention that looks at every position and answers for the first: all that the last layer is asked for."""

    def __init__(self, attention: nn.Module) -> None:
        super().__init__()
        self.self, self.output = attention.self, attention.output

    def forward(self, states: torch.Tensor, mask: torch.Tensor, **rest: object) -> tuple[torch.Tensor, None]:
        context = self.self(states, mask, **rest)[0]
        return self.output(context[:, :1], states[:, :1]), None


class Logits(nn.Module):
    """The trained model, its logits divided by a temperature."""

    def __init__(self, weights: Path, base: Path, temperature: float) -> None:
        super().__init__()
        model = new_model(base, "cpu", attention="eager")
        state = {name: torch.from_numpy(value).float() for name, value in np.load(weights).items()}
        missing, unexpected = model.load_state_dict(state, strict=False)
        if unexpected or any("word_embeddings" not in name for name in missing):
            sys.exit(f"{weights} does not fit the base: {missing}, {unexpected}")
        self.bert, self.classifier = model.bert, model.classifier
        last = self.bert.encoder.layer[-1]
        last.attention = FirstOnly(last.attention)
        with torch.no_grad():
            self.classifier.weight /= temperature
            self.classifier.bias /= temperature

    def forward(
        self, input_ids: torch.Tensor, attention_mask: torch.Tensor, token_type_ids: torch.Tensor
    ) -> torch.Tensor:
        return self.classifier(self.bert(input_ids, attention_mask, token_type_ids).pooler_output)


def export(model: nn.Module, path: Path) -> None:
    """Write ``model`` in seven bits a weight, one scale a channel, as the embedder is (``training/embedder``)."""
    ids = torch.arange(1000, 1032).reshape(2, 16)
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / "fp32.onnx"
        torch.onnx.export(
            model,
            (ids, torch.ones_like(ids), torch.zeros_like(ids)),
            whole,
            opset_version=17,
            dynamo=False,
            input_names=list(INPUTS),
            output_names=["logits"],
            dynamic_axes={name: {0: "batch", 1: "length"} for name in INPUTS} | {"logits": {0: "batch"}},
        )
        quantize_dynamic(whole, path, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    fuse(path)


def logits_of(path: Path, rows: Rows, chosen: np.ndarray) -> np.ndarray:
    """Return logits, shape (chosen, 3), each pair judged alone, as onrecord does."""
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    ids, out = rows.ids.numpy(), np.zeros((len(chosen), 3), np.float32)
    for at, row in enumerate(chosen):
        piece = ids[rows.starts[row] : rows.starts[row] + rows.lengths[row]].astype(np.int64)[None]
        second = (np.arange(piece.shape[1]) >= rows.seconds[row]).astype(np.int64)[None]
        out[at] = session.run(None, dict(zip(INPUTS, (piece, np.ones_like(piece), second), strict=True)))[0][0]
    return out


def probabilities(logits: np.ndarray, temperature: float) -> np.ndarray:
    scaled = np.exp((logits - logits.max(1, keepdims=True)) / temperature)
    return scaled / scaled.sum(1, keepdims=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--pairs", type=Path, required=True, help="file written by pairs.py")
    parser.add_argument("--base", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    base, path = options.base or base_folder(), options.out / NAME
    rows = load(options.pairs, base, "cpu", part=0, unlabelled=0, seed=0)
    export(Logits(options.weights, base, 1.0).eval(), path)
    choosing = {name: rows.sets[name] for name in ("dev_mnli", "dev_vitaminc_real", "dev_news_synth")}
    scored = {name: logits_of(path, rows, members) for name, members in choosing.items()}
    logits = np.concatenate(list(scored.values()))
    labels = np.concatenate([rows.labels[members] for members in choosing.values()])
    losses = [-np.log(probabilities(logits, t)[np.arange(len(labels)), labels] + 1e-9).mean() for t in GRID]
    temperature = round(float(GRID[int(np.argmin(losses))]), 2)
    export(Logits(options.weights, base, temperature).eval(), path)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    record = options.out / "digests.json"
    digests = json.loads(record.read_text(encoding="utf-8")) if record.exists() else {}
    record.write_text(json.dumps(digests | {NAME: digest}, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    right = {name: (scored[name].argmax(1) == rows.labels[members]).mean() for name, members in choosing.items()}
    about = {"temperature": temperature, "sha256": digest, "bytes": path.stat().st_size}
    print(json.dumps(about | {name: round(float(share), 4) for name, share in right.items()}, indent=1))


if __name__ == "__main__":
    main()
