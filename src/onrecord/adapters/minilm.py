"""The shipped embedder, a dual encoder: all-MiniLM-L6-v2 reads what is asked, a table of word pieces what is stored.

Texts go through the transformer, in int8 by onnxruntime, one by one and in parallel. Int8 scales its activations over
all it is given at once, so in a batch a text's vector would depend on its neighbours; alone it depends on nothing but
the text, nothing is padded, and batches of texts of one length would gain a tenth of the time at best.

A passage's vector is the sum of its word pieces', brought to unit length. They were trained towards what the
transformer gives for whole passages, as model2vec (Tulkens and van Dongen, 2024) distils encoders into tables; the
card says how near they come. Sums of whole numbers are the same on every machine, and cost next to nothing.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from onrecord.assets import asset, digest
from onrecord.assets.sessions import EMBEDDER, cores, readable, run_embedder, shipped_tokenizer, side_by_side
from onrecord.data import Model
from onrecord.ports import Vectors

LENGTH = 256
"""Word pieces of a text that are read, as the model's card says; two to four sentences have about 140."""

_CHARACTERS = 32 * LENGTH
"""Characters handed to the tokenizer, which would otherwise split megabytes to keep 256 pieces."""

_TABLE = "passages.npy"


class MiniLM:
    """Embeds texts into 384 dimensions. The model is read on first use."""

    dimensions = 384

    def __init__(self, *, threads: int | None = None) -> None:
        """Use ``threads`` processors, by default all that the process may use."""
        self.threads = threads or cores()

    @property
    def models(self) -> tuple[Model, ...]:
        """The names of both, each with the SHA-256 of its file."""
        return (
            Model(name="all-MiniLM-L6-v2-int8", digest=digest(EMBEDDER)),
            Model(name="passages-int8", digest=digest(_TABLE)),
        )

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Return one row a text, shape (len(texts), 384), each of unit length; a text given twice is read once.

        Raises:
            ModelError: the model's files are missing or damaged.
        """
        places = {text: place for place, text in enumerate(dict.fromkeys(texts))}
        vectors = np.empty((len(places), self.dimensions), dtype=np.float32)
        for place, vector in enumerate(side_by_side(self._embed, list(places), threads=self.threads)):
            vectors[place] = vector
        return vectors[[places[text] for text in texts]]

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Return one row a passage, shape (len(texts), 384), each of unit length and near what :meth:`embed` gives.

        Raises:
            ModelError: the model's files are missing or damaged.
        """
        vectors = np.empty((len(texts), self.dimensions), dtype=np.float32)
        for place, text in enumerate(texts):
            total = self._table[self._pieces(text)].sum(axis=0, dtype=np.int64)
            vectors[place] = total / math.sqrt(total @ total)
        return vectors

    def _pieces(self, text: str) -> list[int]:
        """Return the word pieces of a text, at least the marks of its beginning and end."""
        return shipped_tokenizer(LENGTH).encode(readable(text, _CHARACTERS)).ids

    def _embed(self, text: str) -> NDArray[np.float32]:
        return run_embedder(self._pieces(text), "embedding")

    @cached_property
    def _table(self) -> NDArray[np.int8]:
        """Shape (pieces, 384): a vector for each word piece, all of one scale."""
        table: NDArray[np.int8] = np.load(asset(_TABLE), allow_pickle=False)
        return table
