"""The networks that restoring runs by onnxruntime, and what sentences mean, as the shipped embedder puts it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.assets import asset

DIMENSIONS = 384
_EMBEDDER = "embedder.int8.onnx"
_PIECES = 128  # of a sentence that are read
_CHARACTERS = 16 * _PIECES  # of it that are handed to the tokenizer, which would otherwise split megabytes


def meanings(sentences: Sequence[str]) -> NDArray[np.float32]:
    """Return one row a sentence, shape (sentences, DIMENSIONS), each of unit length."""
    rows = np.empty((len(sentences), DIMENSIONS), np.float32)
    for row, sentence in zip(rows, sentences, strict=True):
        readable = sentence[:_CHARACTERS].encode("utf-8", "replace").decode("utf-8")
        ids = np.array([tokenizer(_PIECES).encode(readable).ids], np.int64)
        feed = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        row[:] = session(_EMBEDDER).run(None, feed)[0][0]
    return rows


@cache
def tokenizer(longest: int | None = None) -> Tokenizer:
    """Return the tokenizer that ships, cutting texts behind ``longest`` pieces."""
    found = Tokenizer.from_file(str(asset("tokenizer.json")))
    found.no_padding()
    if longest is None:
        found.no_truncation()
    else:
        found.enable_truncation(longest)
    return found


@cache
def session(name: str) -> onnxruntime.InferenceSession:
    """Open a model that ships, when it is first asked."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # pages are read side by side instead
    options.enable_mem_pattern = False  # every text has another length
    return onnxruntime.InferenceSession(str(asset(name)), options, providers=["CPUExecutionProvider"])
