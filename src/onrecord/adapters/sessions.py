"""Running a model in ONNX: one text at a time, several side by side."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

import onnxruntime

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")


def cores() -> int:
    """Return how many processors the process may use."""
    return len(os.sched_getaffinity(0))


def session(path: Path) -> onnxruntime.InferenceSession:
    """Open a model that is called from several threads at once, each call with another length of text."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # texts run side by side instead
    options.enable_mem_pattern = False  # every text has another length
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def side_by_side(work: Callable[[_Item], _Result], items: Sequence[_Item], *, threads: int) -> list[_Result]:
    """Return what ``work`` makes of each item, in order."""
    if min(threads, len(items)) <= 1:
        return [work(item) for item in items]
    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(work, items))


def readable(text: str, characters: int) -> str:
    """Return the beginning of ``text`` as a tokenizer takes it: nothing it could choke on, no megabytes."""
    return text[:characters].encode("utf-8", "replace").decode("utf-8")
