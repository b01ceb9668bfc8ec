"""The gate: for each token of a page, what it belongs to, and whether a foreign passage starts or ends there.

It reads every page and points at what the judge is to read. A small convolutional network over hashed words (dilated
residual convolutions, as in WaveNet: van den Oord and others 2016), run in numpy. ``training/splices`` makes its
weights; the card stands beside them in ``assets``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import log1p

import numpy as np
from numpy.typing import NDArray

from onrecord.assets import asset
from onrecord.restore.pasted.tokens import Tokens

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
    """Shape (3, width, width): weights for the token ``dilation`` before, the token itself and the one after."""
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
    looks: tuple[float, float, float]
    """Likelihood of being foreign, and log-odds of a start and of an end, from which a token is pointed at."""


def score_tokens(tokens: Tokens) -> Scores:
    """Score the tokens of a page."""
    weights = _weights()
    parts = [_run(tokens.features[at : at + _PART], weights) for at in range(0, len(tokens), _PART)]
    out = np.concatenate(parts) if parts else np.zeros((0, len(KINDS) + 2), dtype=np.float32)
    logits = out[:, : len(KINDS)]
    top = logits.max(axis=1, keepdims=True) if len(out) else logits[:, :1]
    kinds = logits - top - np.log(np.exp(logits - top).sum(axis=1, keepdims=True))
    return Scores(kinds=kinds, starts=out[:, -2], ends=out[:, -1])


def points_at(scores: Scores) -> NDArray[np.bool_]:
    """Say of each token whether something there asks for a closer look."""
    inside, start, end = _weights().looks
    pointed: NDArray[np.bool_] = (scores.kinds[:, 0] < log1p(-inside)) | (scores.starts > start) | (scores.ends > end)
    return pointed


def _run(features: NDArray[np.int32], weights: _Weights) -> NDArray[np.float32]:
    state = weights.tables[0].take(features[:, 0], axis=0)
    for at in range(1, len(weights.tables)):
        state += weights.tables[at].take(features[:, at], axis=0)
    length, width = state.shape
    size, edge = -(-length // _ROWS) * _ROWS, max(DILATIONS)
    padded = np.zeros((size + 2 * edge, width), dtype=np.float32)
    hidden = np.empty((size // _ROWS, _ROWS, width), dtype=np.float32)
    added, none = np.empty_like(hidden), np.zeros_like(hidden)
    for at, (dilation, layer) in enumerate(zip(DILATIONS, weights.layers, strict=True)):
        padded[edge : edge + length] = _normal(state)
        hidden[:] = layer.bias
        for shift, taps in zip((-dilation, 0, dilation), layer.convolution, strict=True):
            # A few rows at a time: so small a product is not spread over threads, which would wait for each other.
            hidden += np.matmul(_rows(padded[edge + shift : edge + shift + size]), taps, out=added)
        np.maximum(hidden, none, out=hidden)  # four times as fast as with a number
        state += np.matmul(hidden, layer.mix, out=added).reshape(size, width)[:length]
        state += layer.mix_bias
        if at == PAGE_AFTER:
            add, scale = np.split(_normal(state).mean(axis=0) @ weights.page + weights.page_bias, 2)
            state *= 1 + np.tanh(scale)
            state += add
    found: NDArray[np.float32] = _normal(state) @ weights.out + weights.out_bias
    return found


def _rows(state: NDArray[np.float32]) -> NDArray[np.float32]:
    return state.reshape(-1, _ROWS, state.shape[1])


def _normal(state: NDArray[np.float32]) -> NDArray[np.float32]:
    """Give each row mean 0 and variance 1 (layer normalisation without scale and offset)."""
    mean = np.einsum("ij->i", state) / np.float32(state.shape[1])
    centred: NDArray[np.float32] = state - mean[:, None]
    variance = np.einsum("ij,ij->i", centred, centred) / state.shape[1]
    centred *= (1 / np.sqrt(variance + 1e-5))[:, None]
    return centred


@cache
def _stored() -> dict[str, NDArray[np.float32]]:
    with np.load(asset(_FILE)) as file:
        return {
            name: file[name].astype(np.float32)
            for name in file.files
            if name not in ("bounds", "weighing", "thresholds")
        }


@cache
def _weights() -> _Weights:
    stored = _stored()
    tables = [stored[f"tables.{at}.weight"] * stored[f"tables.{at}.weight.scale"] for at in range(4)]
    layers = [
        _Layer(
            convolution=np.ascontiguousarray(stored[f"convolutions.{at}.weight"].transpose(2, 1, 0)),
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
        looks=tuple(stored["looks"].tolist()),
    )
