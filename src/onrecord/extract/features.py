"""What the attribution tagger sees of a paragraph: the words around each token, its sentence and its quotations.

Training and reading share this file: a change of a feature's name needs a new training. The model knows features by
hash only.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.extract.contexts import context_features
from onrecord.extract.paragraphs import Paragraph, Word

WINDOW = 3
"""Tokens on either side whose words are seen."""

_EDGE = Word(plain="_", shape="_", classes=(-1, -1, -1), cue=0)


def window_features(word: Word, offset: int) -> tuple[str, ...]:
    """Return the features that a word gives the token ``offset`` places before it."""
    seen = (
        (2, f"w={word.plain}"),
        (3, f"c={word.classes[0]}"),
        (3, f"d={word.classes[1]}"),
        (1, f"e={word.classes[2]}"),
        (2, f"s={word.shape}"),
        (3, f"q={word.cue}"),
    )
    return tuple(f"{offset}:{name}" for reach, name in seen if abs(offset) <= reach)


def edge_feature(offset: int) -> str:
    """Return the feature of a token whose neighbour at ``offset`` lies outside the paragraph."""
    return f"{offset}:none"


def token_features(paragraph: Paragraph, words: Sequence[Word]) -> list[list[str]]:
    """Return the features of each token beside those of its window, one list a token."""
    padded = [_EDGE, _EDGE, *words, _EDGE, _EDGE]
    found = context_features(paragraph, words)
    for at, features in enumerate(found):
        features.extend(_neighbour_features(padded[at : at + 5]))
    return found


def _neighbour_features(around: Sequence[Word]) -> list[str]:
    before, word, after = around[1:4]
    found = [
        "bias",
        f"z3={word.plain[-3:]}",
        f"z2={word.plain[-2:]}",
        f"sc={word.shape}/{word.classes[0]}",
        f"t:{before.classes[0]}/{word.classes[0]}/{after.classes[0]}",
        f"ts:{before.shape}/{word.shape}/{after.shape}",
    ]
    for place in range(4):
        left, right = around[place], around[place + 1]
        found.append(f"{place - 2}b:{left.plain}/{right.plain}")
        found.append(f"{place - 2}d:{left.classes[1]}/{right.classes[1]}")
    return found
