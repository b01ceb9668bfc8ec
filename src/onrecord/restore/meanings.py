"""What sentences mean, as the shipped embedder puts it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.assets.sessions import readable, shipped_session, shipped_tokenizer

DIMENSIONS = 384
_EMBEDDER = "embedder.int8.onnx"
_PIECES = 128  # of a sentence that are read
_CHARACTERS = 16 * _PIECES  # of it that are handed to the tokenizer, which would otherwise split megabytes


def meanings(sentences: Sequence[str]) -> NDArray[np.float32]:
    """Return one row a sentence, shape (sentences, DIMENSIONS), each of unit length."""
    rows = np.empty((len(sentences), DIMENSIONS), np.float32)
    for row, sentence in zip(rows, sentences, strict=True):
        ids = np.array([shipped_tokenizer(_PIECES).encode(readable(sentence, _CHARACTERS)).ids], np.int64)
        feed = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        row[:] = shipped_session(_EMBEDDER).run(None, feed)[0][0]
    return rows
