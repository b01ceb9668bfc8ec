"""Write the verifier that ships back as what training leaves, to learn on from: ``python shipped.py ASSETS OUT``.

The matrices come as the bytes and scales that ``export.py`` made of them; of the embeddings those that are learned.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import onnx
from export import NAME
from onnx import numpy_helper

_PARTS = ("query", "key", "value")
_LAYER = ("attention.output.dense", "intermediate.dense", "output.dense")
_TABLES = ("token_type_embeddings", "position_embeddings")


def weights(path: Path) -> dict[str, np.ndarray]:
    """Return the weights in ``path`` by the names that ``train.py`` gives them, in half precision."""
    graph = onnx.load(path).graph
    stored = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    found = {name: value for name, value in stored.items() if value.dtype == np.float32 and name.startswith("bert.")}
    found = {name: value for name, value in found.items() if "_scale" not in name}
    found["classifier.bias"] = stored["classifier.bias"]
    for table in _TABLES:
        name = f"bert.embeddings.{table}.weight"
        zero = stored[f"{name}_zero_point"].astype(np.float32)
        found[name] = (stored[f"{name}_quantized"] - zero) * stored[f"{name}_scale"]
    products = [node.input[1] for node in graph.node if node.op_type == "MatMulInteger"]  # in the order of the layers
    layers = range((len(products) - 2) // len(_LAYER))
    names = [f"bert.encoder.layer.{layer}.{part}" for layer in layers for part in _LAYER]
    for name, product in zip([*names, "bert.pooler.dense", "classifier"], products, strict=True):
        found[f"{name}.weight"] = (stored[product] * stored[product.replace("_quantized", "_scale")]).T
    for layer in layers:
        name = f"/bert/encoder/layer.{layer}/attention"
        joined = stored[f"{name}/weight"] * stored[f"{name}/scale"]
        matrices, biases = np.split(joined, len(_PARTS), axis=1), np.split(stored[f"{name}/bias"], len(_PARTS))
        for part, matrix, bias in zip(_PARTS, matrices, biases, strict=True):
            found[f"bert.encoder.layer.{layer}.attention.self.{part}.weight"] = matrix.T
            found[f"bert.encoder.layer.{layer}.attention.self.{part}.bias"] = bias
    return {name: value.astype(np.float16) for name, value in found.items()}


def main(assets: Path, out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    np.savez(out / "shipped.npz", **weights(assets / NAME))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
