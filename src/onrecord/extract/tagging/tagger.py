"""The attribution tagger: the layers of all-MiniLM-L6-v2 in int8, trained to say what each word is.

Its card, ``assets/attribution.md``, says what it was learned from and how well it does.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from onrecord.assets.sessions import cores, shipped_session, side_by_side
from onrecord.data import Span
from onrecord.extract.reading.paragraphs import Paragraph
from onrecord.extract.reading.tokens import tokenize
from onrecord.extract.tagging.wordpieces import CLS, Window, WordPieces, windows, word_pieces

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

FILE = "attribution.int8.onnx"

Odds = NDArray[np.float32]


class Role(StrEnum):
    """What a token is in an attribution."""

    SOURCE = "S"
    CUE = "C"
    CONTENT = "N"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of tokens with one role."""

    role: Role
    span: Span
    leads: bool = False
    """It stands before its cue."""
    telling: bool = False
    """It is a cue with a word that mostly stands in cues."""


@cache
def shipped() -> Tagger:
    """Return the shipped tagger, read once a process.

    Raises:
        ModelError: its file is missing or damaged.
    """
    return Tagger(shipped_session(FILE))


class Tagger:
    """The model, with what the notes in its file say: its labels, and the words that mostly stand in cues."""

    def __init__(self, session: InferenceSession) -> None:
        """Take a session of the file that ``training/attribution/export.py`` writes."""
        self._session = session
        notes: Mapping[str, str] = session.get_modelmeta().custom_metadata_map
        labels: list[str] = json.loads(notes["labels"])
        self._telling: frozenset[str] = frozenset(json.loads(notes["telling"]))
        self._roles = np.array([[label[2:3] == role for role in ("", *Role)] for label in labels], dtype=np.float32)
        self._leading = np.array([label.endswith("<") for label in labels])
        self._begins = np.array([label.startswith("B") for label in labels])

    def read(self, paragraphs: Sequence[Paragraph]) -> list[list[Piece]]:
        """Return the parts of attributions in each paragraph of a text, in order; each is read with its neighbours.

        What is read at once depends on the text alone, not on the processors at hand.
        """
        read = [word_pieces(paragraph) for paragraph in paragraphs]
        if not read:
            return []
        ids = np.concatenate([pieces.ids for pieces in read])
        traits = np.concatenate([pieces.traits for pieces in read])
        ends = np.cumsum([len(pieces.ids) for pieces in read]).tolist()

        def run(window: Window) -> Odds:
            here = slice(window.start, window.end)
            feed = {"ids": np.array([[CLS, *ids[here]]]), "traits": np.array([[0, *traits[here]]])}
            odds: Odds = self._session.run(None, feed)[0][0]
            return odds[1 + window.own - window.start :]

        odds = np.concatenate(side_by_side(run, list(windows(ends)), threads=cores()))
        starts = (0, *ends)
        return [
            self._pieces(paragraph, pieces, odds[start:])
            for paragraph, pieces, start in zip(paragraphs, read, starts, strict=False)
        ]

    def _pieces(self, paragraph: Paragraph, pieces: WordPieces, odds: Odds) -> list[Piece]:
        odds = odds[pieces.places]
        by_role = odds @ self._roles
        roles = by_role.argmax(axis=1)
        own = (np.arange(len(roles)), roles)
        leads = (odds * self._leading).sum(axis=1) > 0.5 * by_role[own]
        begins = ((odds * self._begins) @ self._roles)[own] >= 0.5 * by_role[own]
        begins |= np.concatenate(([True], roles[1:] != roles[:-1]))
        found = []
        for first, end in pairwise((*np.flatnonzero(begins).tolist(), len(roles))):
            if roles[first]:
                span = Span(start=paragraph.tokens[first].start, end=paragraph.tokens[end - 1].end)
                found.append(self._piece(tuple(Role)[roles[first] - 1], span, bool(leads[first]), paragraph.text))
        return found

    def _piece(self, role: Role, span: Span, leads: bool, text: str) -> Piece:
        is_cue = role is Role.CUE
        words = span.cut(text).lower() if is_cue else ""
        telling = any(token.cut(words) in self._telling for token in tokenize(words))
        return Piece(role=role, span=span, leads=leads and not is_cue, telling=telling)
