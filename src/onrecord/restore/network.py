"""The splice model: for each token of a page, what it belongs to, and whether a foreign passage starts or ends there.

A small convolutional network over hashed words (dilated residual convolutions, as in WaveNet: van den Oord and others
2016), run in numpy. ``training/splices`` makes its weights; the card stands beside them in ``assets``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import exp

import numpy as np
from numpy.typing import NDArray

from onrecord.assets import asset
from onrecord.restore.tokens import Tokens

KINDS = (
    "own", "chatbot_reply", "other_article", "teaser", "newsletter", "advert", "consent", "interface", "comments",
    "duplicate",
)  # fmt: skip
DILATIONS = (1, 2, 4, 8, 16, 32, 64)
PAGE_AFTER = 3
"""After this layer every token learns what the page is about: the mean of all its tokens."""

_FILE = "splices.npz"
_ROWS = 32
_PART = 1 << 14
"""Tokens read at once: longer pages are read in parts, so that memory is bounded and time linear."""


@dataclass(frozen=True, slots=True)
class Scores:
    """What the model says of each token."""

    kinds: NDArray[np.float32]
    """Shape (tokens, kinds): log-probabilities of belonging to the page or to a passage of each kind."""
    starts: NDArray[np.float32]
    """Shape (tokens,): log-odds that a foreign passage starts with the token."""
    ends: NDArray[np.float32]
    """Shape (tokens,): log-odds that one ends with it."""


@dataclass(frozen=True, slots=True)
class _Layer:
    convolution: NDArray[np.float32]
    """Shape (3 * width, width): weights for the token ``dilation`` before, the token itself and the one after."""
    bias: NDArray[np.float32]
    mix: NDArray[np.float32]
    mix_bias: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Weights:
    tables: tuple[NDArray[np.float32], ...]
    layers: tuple[_Layer, ...]
    page: NDArray[np.float32]
    page_bias: NDArray[np.float32]
    out: NDArray[np.float32]
    out_bias: NDArray[np.float32]


def score_tokens(tokens: Tokens) -> Scores:
    """Score the tokens of a page."""
    weights = _weights()
    parts = [_run(tokens.features[at : at + _PART], weights) for at in range(0, len(tokens), _PART)]
    out = np.concatenate(parts) if parts else np.zeros((0, len(KINDS) + 2), dtype=np.float32)
    logits = out[:, : len(KINDS)]
    top = logits.max(axis=1, keepdims=True) if len(out) else logits[:, :1]
    kinds = logits - top - np.log(np.exp(logits - top).sum(axis=1, keepdims=True))
    return Scores(kinds=kinds, starts=out[:, -2], ends=out[:, -1])


def _run(features: NDArray[np.int32], weights: _Weights) -> NDArray[np.float32]:
    state = weights.tables[0][features[:, 0]]
    for at in range(1, len(weights.tables)):
        state += weights.tables[at][features[:, at]]
    length, width = state.shape
    edge = max(DILATIONS)
    padded = np.zeros((length + 2 * edge, width), dtype=np.float32)
    wide = np.zeros((-(-length // _ROWS) * _ROWS, 3 * width), dtype=np.float32)
    for at, (dilation, layer) in enumerate(zip(DILATIONS, weights.layers, strict=True)):
        padded[edge : edge + length] = _normal(state)
        for place, shift in enumerate((-dilation, 0, dilation)):
            wide[:length, place * width : (place + 1) * width] = padded[edge + shift : edge + shift + length]
        hidden = _times(wide, layer.convolution)
        hidden += layer.bias
        np.maximum(hidden, 0, out=hidden)
        state += _times(hidden, layer.mix)[:length]
        state += layer.mix_bias
        if at == PAGE_AFTER:
            add, scale = np.split(_normal(state).mean(axis=0) @ weights.page + weights.page_bias, 2)
            state *= 1 + np.tanh(scale)
            state += add
    found: NDArray[np.float32] = _normal(state) @ weights.out + weights.out_bias
    return found


def _times(rows: NDArray[np.float32], weights: NDArray[np.float32]) -> NDArray[np.float32]:
    """Multiply a few rows at a time: so small a product is not spread over threads, which would wait for each other."""
    product: NDArray[np.float32] = rows.reshape(-1, _ROWS, rows.shape[1]) @ weights
    return product.reshape(len(rows), -1)


def _normal(state: NDArray[np.float32]) -> NDArray[np.float32]:
    """Give each row mean 0 and variance 1 (layer normalisation without scale and offset)."""
    centred: NDArray[np.float32] = state - state.mean(axis=1, keepdims=True)
    variance = np.einsum("ij,ij->i", centred, centred) / state.shape[1]
    centred *= (1 / np.sqrt(variance + 1e-5))[:, None]
    return centred


@dataclass(frozen=True, slots=True)
class Judge:
    """Weights by which a proposed passage is judged, and the probabilities from which it is pointed at and removed."""

    weights: tuple[float, ...]
    bias: float
    suspected: float
    removed: float
    """For replies."""
    removed_other: float
    """For other kinds, which are shorter and have less to be told by."""

    def score(self, features: tuple[float, ...]) -> float:
        """Return the probability that a passage with these features is foreign and rightly bounded."""
        odds = self.bias + sum(weight * value for weight, value in zip(self.weights, features, strict=True))
        return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, odds))))


@cache
def judge() -> Judge:
    """Return the judge that was calibrated with the model (``training/splices/calibrate.py``)."""
    stored = _stored()
    *weights, bias = stored["judge"].tolist()
    suspected, removed, other = stored["thresholds"].tolist()
    return Judge(weights=tuple(weights), bias=bias, suspected=suspected, removed=removed, removed_other=other)


@cache
def _stored() -> dict[str, NDArray[np.float32]]:
    with np.load(asset(_FILE)) as file:
        return {name: file[name].astype(np.float32) for name in file.files}


@cache
def _weights() -> _Weights:
    stored = _stored()
    tables = [stored[f"tables.{at}.weight"] * stored[f"tables.{at}.weight.scale"] for at in range(4)]
    layers = [
        _Layer(
            convolution=np.concatenate([stored[f"convolutions.{at}.weight"][:, :, tap].T for tap in range(3)]),
            bias=stored[f"convolutions.{at}.bias"],
            mix=np.ascontiguousarray(stored[f"mixes.{at}.weight"].T),
            mix_bias=stored[f"mixes.{at}.bias"],
        )
        for at in range(len(DILATIONS))
    ]
    return _Weights(
        tables=tuple(tables),
        layers=tuple(layers),
        page=np.ascontiguousarray(stored["page.weight"].T),
        page_bias=stored["page.bias"],
        out=np.ascontiguousarray(stored["out.weight"].T),
        out_bias=stored["out.bias"],
    )
