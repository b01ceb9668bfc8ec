"""Join what onnxruntime can compute in one step: each layer's attention becomes one QAttention.

    python training/embedder/fuse.py MODEL

Query, key and value have the same input, so their matrices stand side by side in one product, and what follows needs
no turning of arrays between the steps. Weights, scales and zero points are those of the int8 file, to the bit.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import onnx
from onnx import helper, numpy_helper

LAYERS = 6
HEADS = 12
PARTS = ("query", "key", "value")
MASK = "mask"


def fuse(path: Path) -> None:
    """Rewrite the quantised model in ``path``."""
    model = onnx.load(path)
    graph = model.graph
    values = {one.name: one for one in graph.initializer}
    makers = {name: node for node in graph.node for name in node.output}
    added = [helper.make_node("Cast", ["attention_mask"], [MASK], to=onnx.TensorProto.INT32)]
    for layer in range(LAYERS):
        name = f"/bert/encoder/layer.{layer}/attention"
        products = [makers[f"{name}/self/{part}/MatMul_output_0_output_quantized"] for part in PARTS]
        quantised, _, zero_point, _ = products[0].input
        joined = {
            "weight": [node.input[1] for node in products],
            "bias": [f"{name[1:].replace('/', '.')}.self.{part}.bias" for part in PARTS],
            "scale": [node.input[1].replace("_quantized", "_scale") for node in products],
            "zero_point": [node.input[3] for node in products],
        }
        for what, names in joined.items():
            parts = [numpy_helper.to_array(values[one]) for one in names]
            graph.initializer.append(numpy_helper.from_array(np.concatenate(parts, axis=-1), f"{name}/{what}"))
        inputs = [
            quantised,
            f"{name}/weight",
            f"{name}/bias",
            quantised.replace("_quantized", "_scale"),
            f"{name}/scale",
            MASK,
            zero_point,
            f"{name}/zero_point",
        ]
        added.append(
            helper.make_node("QAttention", inputs, [f"{name}/context"], domain="com.microsoft", num_heads=HEADS)
        )
        output = makers[f"{name}/output/dense/MatMul_output_0_output_quantized"]
        taken = makers[output.input[0]]
        if makers[taken.input[0]].op_type == "Slice":  # a model that needs only the first position of its last layer
            taken = makers[taken.input[0]]
        taken.input[0] = f"{name}/context"
    steps = needed([*graph.node, *added], [one.name for one in graph.output])
    used = {name for node in steps for name in node.input}
    kept = [one for one in graph.initializer if one.name in used]
    for field, content in (("node", steps), ("initializer", kept), ("value_info", [])):
        graph.ClearField(field)
        getattr(graph, field).extend(content)
    model.opset_import.append(helper.make_opsetid("com.microsoft", 1))
    onnx.save(model, path)


def needed(nodes: list[onnx.NodeProto], outputs: list[str]) -> list[onnx.NodeProto]:
    """Return the nodes that ``outputs`` are computed from, each after those it needs."""
    makers = {name: node for node in nodes for name in node.output}
    ordered: dict[int, onnx.NodeProto] = {}
    waiting = [(name, False) for name in reversed(outputs)]
    while waiting:
        name, ready = waiting.pop()
        node = makers.get(name)
        if node is None or id(node) in ordered:
            continue
        if ready:
            ordered[id(node)] = node
        else:
            waiting.append((name, True))
            waiting += [(one, False) for one in reversed(node.input)]
    return list(ordered.values())


if __name__ == "__main__":
    fuse(Path(sys.argv[1]))
