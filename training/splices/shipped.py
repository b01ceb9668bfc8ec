"""Write the models that ship back as what training leaves, to learn on from: ``python shipped.py ASSETS OUT``.

The matrices come as the bytes and scales that ``export.py`` made of them.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import onnx
from export import GATE
from onnx import numpy_helper

_MATRICES = ("qkv", "mix", "widen", "narrow")


def judge(path: Path) -> dict[str, np.ndarray]:
    """Return the weights of the judge by the names that ``train.py`` gives them."""
    graph = onnx.load(path).graph
    stored = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    found = {name: value for name, value in stored.items() if name.startswith("judge.")}
    products = [node.input[1] for node in graph.node if node.op_type == "MatMulInteger"]  # in the order of the layers
    names = [f"judge.layers.{at // 4}.{_MATRICES[at % 4]}.weight" for at in range(len(products) - 1)]
    for name, product in zip([*names, "judge.out.weight"], products, strict=True):
        found[name] = (stored[product] * stored[product.replace("_quantized", "_scale")]).T
    return {name.replace("judge.", "judge/", 1): value.astype(np.float16) for name, value in found.items()}


def gate(path: Path) -> dict[str, np.ndarray]:
    with np.load(path) as stored:
        return {
            f"{GATE}/{name}": stored[name]
            for name in stored.files
            if name not in ("looks", "bounds", "weighing", "thresholds")
        }


def main(assets: Path, out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    np.savez(out / "weights.part0.npz", **judge(assets / "splices.int8.onnx"), **gate(assets / "splices.npz"))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
