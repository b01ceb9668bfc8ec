"""Cross-encoders: models that read a passage and a statement together and say how the one stands to the other.

The shipped one is all-MiniLM-L6-v2, trained further and in int8; a folder may hold any other with the same exports.
Pairs go through the model one by one and in parallel, for the reasons that texts do in ``minilm``.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import file_digest
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from tokenizers import Tokenizer

from onrecord.assets import asset, digest
from onrecord.assets.sessions import cores, readable, session, side_by_side
from onrecord.data import Judgement, Model, Pair
from onrecord.errors import ModelError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

LENGTH = 256
"""Word pieces of a pair that are read, as in training; two sentences and a statement have about 110."""
STATEMENT = 96
"""Word pieces of these that a statement may have; the passage has the rest."""
_CHARACTERS = 32 * LENGTH

SUPPORTS, REFUTES, NEUTRAL = range(3)
CLASSES = {
    "supports": SUPPORTS,
    "entailment": SUPPORTS,
    "refutes": REFUTES,
    "contradiction": REFUTES,
    "neutral": NEUTRAL,
    "not_entailment": NEUTRAL,
}
"""What models of entailment call their classes."""
_SILENT = Judgement(supports=0.0, refutes=0.0, neutral=1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """A cross-encoder as files."""

    name: str
    model: Path
    tokenizer: Path
    classes: tuple[int, ...]
    """What each score of the model speaks for: ``SUPPORTS``, ``REFUTES`` or ``NEUTRAL``."""
    digest: str


def shipped() -> Exported:
    """Return the cross-encoder that comes with onrecord.

    Raises:
        ModelError: its files are missing or damaged.
    """
    return Exported(
        name="verifier-minilm-int8",
        model=asset("verifier.int8.onnx"),
        tokenizer=asset("tokenizer.json"),
        classes=(SUPPORTS, REFUTES, NEUTRAL),
        digest=digest("verifier.int8.onnx"),
    )


def exported(folder: Path) -> Exported:
    """Return the cross-encoder in ``folder``: ``config.json`` with ``id2label``, ``tokenizer.json``, ``model.onnx``.

    Raises:
        ModelError: a file is missing, or its classes are not those of entailment.
    """
    try:
        labels = json.loads((folder / "config.json").read_text(encoding="utf-8"))["id2label"]
        classes = tuple(CLASSES[str(labels[key]).lower()] for key in sorted(labels, key=int))
        with (folder / "model.onnx").open("rb") as file:
            found = file_digest(file, "sha256").hexdigest()
        (folder / "tokenizer.json").open("rb").close()
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise _unusable(folder, f"{type(error).__name__}: {error}") from error
    if SUPPORTS not in classes:
        raise _unusable(folder, "none of its classes is entailment")
    name = folder.resolve().name or "model"
    return Exported(
        name=name, model=folder / "model.onnx", tokenizer=folder / "tokenizer.json", classes=classes, digest=found
    )


def _unusable(folder: Path, why: str) -> ModelError:
    fix = "export an entailment model to config.json (id2label), tokenizer.json, model.onnx, or leave --verifier out"
    return ModelError(f"the verifier in {folder} cannot be used", why=why, fix=fix)


class CrossEncoder:
    """Judges pairs by one model, which is read on first use."""

    def __init__(self, files: Exported, *, threads: int | None = None) -> None:
        """Use ``threads`` processors, by default all that the process may use."""
        self._files = files
        self._threads = threads or cores()

    @property
    def models(self) -> tuple[Model, ...]:
        """The model's name and the SHA-256 of its file."""
        return (Model(name=self._files.name, digest=self._files.digest),)

    def judge(self, pairs: Sequence[Pair]) -> tuple[Judgement, ...]:
        """Return one judgement a pair, in order; a pair given twice is read once, the longest first.

        Where a text is empty, or the model's answer is not a number, nothing is said: neutral, for certain.

        Raises:
            ModelError: the model's files cannot be used, or it does not answer with a score a class.
        """
        asked = sorted(set(pairs), key=lambda pair: -len(pair.premise))
        judged = dict(zip(asked, side_by_side(self._judge, asked, threads=self._threads), strict=True))
        return tuple(judged[pair] for pair in pairs)

    def _judge(self, pair: Pair) -> Judgement:
        premise, statement = readable(pair.premise, _CHARACTERS), self._cut(readable(pair.hypothesis, _CHARACTERS))
        if not premise.strip() or not statement.strip():
            return _SILENT
        encoded = self._tokenizer.encode(premise, statement)
        given = {"input_ids": encoded.ids, "attention_mask": encoded.attention_mask, "token_type_ids": encoded.type_ids}
        feed = {name: np.array([given[name]], dtype=np.int64) for name in self._inputs}
        scores = np.asarray(self._session.run(None, feed)[0], dtype=np.float64).ravel()
        if len(scores) != len(self._files.classes):
            raise _unusable(self._files.model.parent, f"it gives {len(scores)} scores for a pair")
        if not np.isfinite(scores).all():
            return _SILENT
        odds = np.exp(scores - scores.max())
        chances = [0.0, 0.0, 0.0]
        for place, share in zip(self._files.classes, odds / odds.sum(), strict=True):
            chances[place] += float(share)
        return Judgement(supports=chances[SUPPORTS], refutes=chances[REFUTES], neutral=chances[NEUTRAL])

    def _cut(self, statement: str) -> str:
        """Return what of a statement is read."""
        ends = self._tokenizer.encode(statement, add_special_tokens=False).offsets[:STATEMENT]
        return statement[: ends[-1][1]] if ends else ""

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        try:
            tokenizer = Tokenizer.from_file(str(self._files.tokenizer))
        except Exception as error:  # what tokenizers raises has no type of its own
            raise _unusable(self._files.tokenizer.parent, str(error)) from error
        tokenizer.no_padding()
        tokenizer.enable_truncation(LENGTH, strategy="only_first")
        return tokenizer

    @cached_property
    def _session(self) -> InferenceSession:
        try:
            return session(self._files.model)
        except Exception as error:  # onnxruntime has a type for each way to fail
            raise _unusable(self._files.model.parent, str(error)) from error

    @cached_property
    def _inputs(self) -> tuple[str, ...]:
        return tuple(one.name for one in self._session.get_inputs())
