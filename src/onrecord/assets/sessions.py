"""Running a model in ONNX: one text at a time, several side by side; those that ship are opened once a process."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.assets import asset

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

EMBEDDER = "embedder.int8.onnx"

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")


def cores() -> int:
    """Return how many processors the process may use."""
    return len(os.sched_getaffinity(0))


def session(path: Path) -> InferenceSession:
    """Open a model that is called from several threads at once, each call with another length of text."""
    import onnxruntime  # noqa: PLC0415 (takes a tenth of a second, in vain where no model is asked)

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # texts run side by side instead
    options.enable_mem_pattern = False  # every text has another length
    # Two steps joined into one that takes more time than both: a tenth of the judge's.
    slower = ["SkipLayerNormFusion"]
    return onnxruntime.InferenceSession(
        str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=slower
    )


@cache
def shipped_session(name: str) -> InferenceSession:
    """Open a model that ships.

    Raises:
        ModelError: its file is missing or damaged.
    """
    return session(asset(name))


@cache
def shipped_tokenizer(longest: int | None = None) -> Tokenizer:
    """Return the tokenizer that ships, cutting texts behind ``longest`` pieces.

    Raises:
        ModelError: its file is missing or damaged.
    """
    found = Tokenizer.from_file(str(asset("tokenizer.json")))
    found.no_padding()
    if longest is None:
        found.no_truncation()
    else:
        found.enable_truncation(longest)
    return found


def run_embedder(pieces: Sequence[int], output: str) -> NDArray[np.float32]:
    """Return what the embedder that ships makes of the word pieces of a text.

    Its ``embedding`` has shape (384,) and unit length, the ``states`` of its four lower layers shape (pieces, 384).

    Raises:
        ModelError: its file is missing or damaged.
    """
    ids = np.array([pieces], np.int64)
    feed = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
    feed["whole"] = np.array(output == "embedding")
    found: NDArray[np.float32] = shipped_session(EMBEDDER).run([output], feed)[0][0]
    return found


def side_by_side(work: Callable[[_Item], _Result], items: Sequence[_Item], *, threads: int) -> list[_Result]:
    """Return what ``work`` makes of each item, in order."""
    if min(threads, len(items)) <= 1:
        return [work(item) for item in items]
    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(work, items))


def readable(text: str, characters: int) -> str:
    """Return the beginning of ``text`` as a tokenizer takes it: nothing it could choke on, no megabytes."""
    return text[:characters].encode("utf-8", "replace").decode("utf-8")
