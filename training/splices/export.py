"""Write what training left as the files that onrecord ships: ``python export.py OUT ASSETS``.

``splices.npz`` gets the gate, ``splices.int8.onnx`` the judge. ``calibrate.py`` sets the thresholds afterwards.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import numpy as np
import torch
from base import base_weights
from model import Judge
from onnxruntime.quantization import QuantType, quantize_dynamic
from train import stored

GATE = "gate32"
LOOKS = (0.2, -1.5, -1.5)  # until calibrated


class Shipped(torch.nn.Module):
    """The judge with its words as bytes, one scale a word."""

    def __init__(self, judge: Judge) -> None:
        super().__init__()
        scale = judge.words.abs().amax(1, keepdim=True) / 127
        self.register_buffer("scale", scale)
        self.register_buffer("words", (judge.words / scale).round().to(torch.int8))
        self.judge = judge

    def forward(self, ids: torch.Tensor, features: torch.Tensor, kinds: torch.Tensor) -> torch.Tensor:
        return self.judge.read(self.words[ids].float() * self.scale[ids], features, kinds)


def judge_of(weights: dict[str, np.ndarray]) -> Judge:
    judge = Judge(
        base_weights(), 1 + max(int(name.split(".")[1]) for name in weights if name.startswith("judge/layers"))
    )
    own = {name.removeprefix("judge/"): torch.from_numpy(value.astype(np.float32)) for name, value in weights.items()}
    judge.load_state_dict({name: own.get(name, value) for name, value in judge.state_dict().items()})
    return judge.eval()


def export(judge: Judge, path: Path) -> None:
    """Write the judge as int8 ONNX."""
    ids = torch.arange(1000, 1064).reshape(1, 64)
    given = {"ids": ids, "features": torch.zeros(1, 64, 4, dtype=torch.long), "kinds": torch.ones_like(ids)}
    write_int8(Shipped(judge), given, {name: {0: "windows", 1: "pieces"} for name in (*given, "scores")}, path)


def write_int8(
    network: torch.nn.Module, given: dict[str, torch.Tensor], axes: dict[str, dict[int, str]], path: Path
) -> None:
    """Write a network as int8 ONNX: matrices with one scale a channel in seven bits, as for the embedder.

    ``given`` is an example of what it reads; ``axes`` names the axes of any length, of its outputs last.
    """
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "fp32.onnx"
        torch.onnx.export(
            network,
            tuple(given.values()),
            whole,
            opset_version=17,
            dynamo=False,
            input_names=list(given),
            output_names=list(axes)[len(given) :],
            dynamic_axes=axes,
        )
        quantize_dynamic(
            whole,
            path,
            op_types_to_quantize=["MatMul"],
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,
        )


def main(folder: Path, assets: Path) -> None:
    weights = stored(folder)
    export(judge_of(weights), assets / "splices.int8.onnx")
    gate = {name.removeprefix(f"{GATE}/"): value for name, value in weights.items() if name.startswith(f"{GATE}/")}
    np.savez(assets / "splices.npz", **gate, looks=np.array(LOOKS, dtype=np.float32))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
