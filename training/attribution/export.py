"""Write a trained tagger as the int8 ONNX file that onrecord ships.

    python training/attribution/export.py PUPIL.npz DATA.npz.xz OUT.onnx

The graph is put together from the operators that onnxruntime computes in one step: each layer is one QAttention, three
products of 8-bit numbers and two norms. Matrices have one scale a column and seven bits: with eight, the 16-bit sums of
processors without VNNI overflow. Activations are scaled on the fly, over all that is read at once.

The file's notes hold the labels and the words that mostly stand in cues.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
import onnx
from base import WORDS, base
from corpus import Corpus
from onnx import TensorProto, helper, numpy_helper

from onrecord.extract.tagging.wordpieces import LENGTH

HEADS = 12
EPSILON = 1e-12
TABLE_BITS, MATRIX_BITS = 127, 63
MICROSOFT = "com.microsoft"


class Graph:
    """Nodes and constants in the making."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, name: str, value: np.ndarray) -> str:
        self.constants.append(numpy_helper.from_array(value, name))
        return name

    def node(self, kind: str, inputs: list[str], outputs: list[str], domain: str = "", **settings: object) -> str:
        self.nodes.append(helper.make_node(kind, inputs, outputs, name=outputs[0], domain=domain, **settings))
        return outputs[0]

    def quantised(self, value: str) -> tuple[str, str, str]:
        """Return an activation in 8 bits with its scale and zero point."""
        names = (f"{value}.8", f"{value}.8.scale", f"{value}.8.zero")
        if not any(node.output[0] == names[0] for node in self.nodes):
            self.node("DynamicQuantizeLinear", [value], list(names))
        return names

    def matrix(self, name: str, rows: np.ndarray) -> tuple[str, str, str]:
        """Enter a matrix given as (outputs, inputs)."""
        table, scale = eight_bits(rows, MATRIX_BITS)
        zero = np.zeros(len(rows), dtype=np.int8)
        return (
            self.constant(name, np.ascontiguousarray(table.T)),
            self.constant(f"{name}.scale", scale[:, 0]),
            self.constant(f"{name}.zero", zero),
        )

    def linear(self, name: str, value: str, rows: np.ndarray, bias: np.ndarray) -> str:
        eight, scale, zero = self.quantised(value)
        matrix, its_scale, its_zero = self.matrix(f"{name}.weight", rows)
        inputs = [eight, matrix, scale, its_scale, zero, its_zero, self.constant(f"{name}.bias", bias)]
        return self.node("MatMulIntegerToFloat", inputs, [name], MICROSOFT)

    def table(self, name: str, rows: np.ndarray, at: str) -> str:
        """Look up rows of a table kept in 8 bits."""
        eight, scale = eight_bits(rows, TABLE_BITS)
        looked = self.node("Gather", [self.constant(f"{name}.table", eight), at], [f"{name}.row"])
        scaled = self.node("Gather", [self.constant(f"{name}.scale", scale), at], [f"{name}.row.scale"])
        whole = self.node("Cast", [looked], [f"{name}.float"], to=TensorProto.FLOAT)
        return self.node("Mul", [whole, scaled], [name])


def eight_bits(rows: np.ndarray, most: int) -> tuple[np.ndarray, np.ndarray]:
    """Return rows as whole numbers of at most ``most``, and the scale of each."""
    scale = np.maximum(np.abs(rows).max(axis=1, keepdims=True), 1e-8).astype(np.float32) / most
    return np.round(rows / scale).astype(np.int8), scale.astype(np.float32)


def whole(arrays: np.lib.npyio.NpzFile, name: str) -> np.ndarray:
    """Return an array that may be kept in 8 bits with a scale a row."""
    value = arrays[name].astype(np.float32)
    scale = f"{name}.scale"
    return value * arrays[scale].astype(np.float32) if scale in arrays.files else value


def build(weights: np.lib.npyio.NpzFile, words: np.ndarray, notes: dict[str, str]) -> onnx.ModelProto:
    """Return the model: ``ids`` and ``traits`` of shape (1, pieces) in, odds of shape (1, pieces, labels) out."""
    graph = Graph()
    get = {name: whole(weights, name) for name in weights.files if not name.endswith(".scale")}
    layers = 1 + max(int(name.split(".")[1]) for name in get if name.startswith("layers."))
    seen = graph.table("words", words, "ids")
    shape = graph.node("Shape", ["ids"], ["ids.shape"])
    zero, one = (graph.constant(f"number.{n}", np.array(n, dtype=np.int64)) for n in (0, 1))
    length = graph.node("Gather", [shape, one], ["length"])
    places = graph.node("Range", [zero, length, one], ["range"])
    placed = graph.table("places", get["places.weight"][:LENGTH], places)
    traits = graph.node("Gather", [graph.constant("traits.weight", get["traits.weight"]), "traits"], ["traits.row"])
    seen = graph.node("Add", [seen, placed], ["seen.placed"])
    seen = graph.node("Add", [seen, traits], ["seen.whole"])
    norm = [graph.constant(f"norm.{kind}", get[f"norm.{kind}"]) for kind in ("weight", "bias")]
    seen = graph.node("LayerNormalization", [seen, *norm], ["seen"], epsilon=EPSILON, axis=-1)
    for number in range(layers):
        name = f"layers.{number}"
        eight, scale, point = graph.quantised(seen)
        matrix, its_scale, its_point = graph.matrix(f"{name}.qkv.weight", get[f"{name}.qkv.weight"])
        bias = graph.constant(f"{name}.qkv.bias", get[f"{name}.qkv.bias"])
        inputs = [eight, matrix, bias, scale, its_scale, "", point, its_point]
        attended = graph.node("QAttention", inputs, [f"{name}.context"], MICROSOFT, num_heads=HEADS)
        attended = linear(graph, get, f"{name}.attended", attended)
        seen = normed(graph, get, f"{name}.attended_norm", seen, attended)
        inner = linear(graph, get, f"{name}.inner", seen)
        inner = graph.node("Gelu", [inner], [f"{name}.gelu"], MICROSOFT)
        seen = normed(graph, get, f"{name}.outer_norm", seen, linear(graph, get, f"{name}.outer", inner))
    head = graph.constant("head.weight", np.ascontiguousarray(get["head.weight"].T))
    scores = graph.node("MatMul", [seen, head], ["scores.bare"])
    scores = graph.node("Add", [scores, graph.constant("head.bias", get["head.bias"])], ["scores"])
    graph.node("Softmax", [scores], ["odds"], axis=-1)
    sides = [helper.make_tensor_value_info(name, TensorProto.INT64, [1, "pieces"]) for name in ("ids", "traits")]
    out = helper.make_tensor_value_info("odds", TensorProto.FLOAT, [1, "pieces", len(get["head.bias"])])
    made = helper.make_graph(graph.nodes, "attribution", sides, [out], graph.constants)
    model = helper.make_model(
        made, opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)], ir_version=9
    )
    helper.set_model_props(model, notes)
    onnx.checker.check_model(model)
    return model


def linear(graph: Graph, get: dict[str, np.ndarray], name: str, value: str) -> str:
    return graph.linear(name, value, get[f"{name}.weight"], get[f"{name}.bias"])


def normed(graph: Graph, get: dict[str, np.ndarray], name: str, value: str, added: str) -> str:
    norm = [graph.constant(f"{name}.{kind}", get[f"{name}.{kind}"]) for kind in ("weight", "bias")]
    return graph.node("SkipLayerNormalization", [value, added, *norm], [name], MICROSOFT, epsilon=EPSILON)


def main(pupil: str, data: str, out: str) -> None:
    """Build the model and save it."""
    corpus = Corpus(Path(data))
    notes = {"labels": json.dumps(corpus.names), "telling": corpus.telling}
    onnx.save(build(np.load(pupil), base()[WORDS], notes), out)
    print(f"{out}: {Path(out).stat().st_size:,} bytes")


if __name__ == "__main__":
    main(*sys.argv[1:])
