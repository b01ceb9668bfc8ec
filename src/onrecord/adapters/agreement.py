"""The first verifier: how far two texts agree, by their words and by their meaning as an embedder sees it.

Agreement tells support from silence. It cannot tell support from contradiction, which is what the symbolic
comparison of ``verify`` is for.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.data import Judgement, Model, Pair
from onrecord.ports import Embedder
from onrecord.text.words import content_words, stem


class AgreementVerifier:
    """Judges pairs by shared words and by the cosine of their vectors."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder

    @property
    def models(self) -> tuple[Model, ...]:
        """The embedder's models; no other takes part."""
        return self._embedder.models

    def judge(self, pairs: Sequence[Pair]) -> tuple[Judgement, ...]:
        """Return one judgement a pair, in order; every text is embedded once."""
        texts = list(dict.fromkeys(text for pair in pairs for text in (pair.premise, pair.hypothesis)))
        if not texts:
            return ()
        vectors = self._embedder.embed(texts)
        row = {text: at for at, text in enumerate(texts)}
        return tuple(
            _judgement(pair, float(vectors[row[pair.premise]] @ vectors[row[pair.hypothesis]])) for pair in pairs
        )


def _judgement(pair: Pair, cosine: float) -> Judgement:
    """Take agreement for the chance that both speak of one thing, and again for the chance that they say the same.

    Nothing is fitted here: what joins the judgement with the comparison is calibrated, on this very form.
    """
    agreement = min(1.0, max(0.0, (_shared(pair) + cosine) / 2))
    return Judgement(supports=agreement**2, refutes=agreement * (1 - agreement), neutral=1 - agreement)


def _shared(pair: Pair) -> float:
    """Return the share of the hypothesis's words that the premise has; figures are compared elsewhere, by value."""
    held, asked = ({stem(word) for word in content_words(text)} for text in (pair.premise, pair.hypothesis))
    asked = {word for word in asked if not word[0].isdigit()}
    return len(asked & held) / len(asked) if asked else 0.0
