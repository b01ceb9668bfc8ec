"""Who asked: how likely a sentence speaks to somebody who did, by what it means.

Two layers, learned for it in ``training/splices/asked.py``, read on from what the four lower ones of the shipped
embedder make of the sentence. The card stands beside their weights in ``assets``.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from onrecord.assets.sessions import readable, run_embedder, shipped_session, shipped_tokenizer

FILE = "register.int8.onnx"
_PIECES = 128  # of a sentence that are read
CHARACTERS = 16 * _PIECES  # of it that are handed to the tokenizer, which would otherwise split megabytes


def states(sentence: str) -> NDArray[np.float32]:
    """Return what the lower layers make of a sentence, shape (pieces, 384); training reads sentences by this too."""
    return run_embedder(shipped_tokenizer(_PIECES).encode(readable(sentence, CHARACTERS)).ids, "states")


@lru_cache(maxsize=1024)
def by_meaning(sentence: str) -> float:
    """Return the log-odds that a sentence speaks to somebody who asked; it is looked at more than once on a page."""
    return float(shipped_session(FILE).run(None, {"states": states(sentence)[None]})[0][0])
