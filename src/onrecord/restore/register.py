"""Register: how likely a sentence speaks to somebody who asked, by its function words and its talk of texts and tools.

A logistic regression over hashed words and pairs of words, names and figures and what stands in quotation marks left
out. ``training/splices/register.py`` makes its weights; the card stands beside them in ``assets``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from onrecord.assets import asset
from onrecord.data import Span
from onrecord.text.sentences import sentences

SIZE = 1 << 17
FILE = "register.npz"
_QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)")
_FIGURE = re.compile(r"\d[\d.,:]*")
_NAME = re.compile(r"(?<=[a-z,;0] )(?!I\b)[A-Z][\w'-]*(?: [A-Z][\w'-]*)*")
_PART = re.compile(r"[a-z']+|[^\w\s]|0")
_PERSON = re.compile(r"(?<![\w@#'’-])(?:I|me|my|you|your|yours)(?![\w-])", re.IGNORECASE)
_SPARE = 6
"""One line in so many of a page may speak as "I" or to "you" elsewhere; where more do, the page itself does."""
_LEAST = 5  # words of a line that tells how a page speaks
_REACH = 2  # lines before and behind those that speak to an asker in which the same reply may stand
_BARE = 2.0
"""How far above it they are in a line that has neither "I" nor "you"."""
_SLACK = 2.0
"""How far below the bound the log-odds of a sentence may be that stands near one above it."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What the regression has learned."""

    of_parts: NDArray[np.float32]
    """Shape (SIZE,): of each hashed word or pair of words."""
    bias: float
    least: float
    """The bound: log-odds above which a sentence speaks to an asker."""


def features(sentence: str) -> list[int]:
    """Return the hashed words and pairs of words of a sentence, each once; training reads them by this too."""
    plain = _FIGURE.sub("0", _QUOTED.sub(" ", sentence).replace("’", "'"))
    parts = _PART.findall(_NAME.sub("xx", plain).lower())
    pairs = (f"{one} {other}" for one, other in pairwise(parts))
    return list({_place(part) for part in (*parts, *pairs)})


@lru_cache(maxsize=65_536)
def _place(part: str) -> int:
    return crc32(part.encode("utf-8", "surrogatepass")) % SIZE


def speaking(text: str, lines: Sequence[Span], weights: Weights | None = None) -> tuple[Span, ...]:
    """Return the runs of sentences that speak to somebody who asked, on a page that else says neither "I" nor "you".

    Columns, letters, interviews and advice do so throughout: of what is said there, words alone tell nothing.
    ``weights`` are those to try in place of the ones that ship.
    """
    spoken = [at for at, line in enumerate(lines) if _PERSON.search(_QUOTED.sub(" ", line.cut(text)))]
    if not spoken:  # as on half of all pages
        return ()
    said = [_said(text, line, weights or shipped()) for line in lines]
    highest = [max((odds for _, odds in some), default=-_SLACK) for some in said]
    firm = [at for at, odds in enumerate(highest) if odds > (0 if at in spoken else _BARE)]
    if not firm:
        return ()
    near = range(max(0, firm[0] - _REACH), min(len(lines), firm[-1] + 1 + _REACH))
    told = {at for at in near if firm[0] <= at <= firm[-1] or highest[at] > -_SLACK}
    rest = [at for at, line in enumerate(lines) if at not in told and len(line.cut(text).split()) >= _LEAST]
    if 2 * (firm[-1] + 1 - firm[0]) > len(lines) or _SPARE * len(set(spoken).intersection(rest)) > len(rest):
        return ()
    runs: list[Span] = []
    for sentence in (one for at in near for one, odds in said[at] if odds > -_SLACK):
        if runs and not text[runs[-1].end : sentence.start].strip():
            runs[-1] = Span(start=runs[-1].start, end=sentence.end)
        else:
            runs.append(sentence)
    return tuple(runs)


def _said(text: str, line: Span, weights: Weights) -> list[tuple[Span, float]]:
    """Return the sentences of a line, and how far above the bound the odds of each are that it speaks to an asker."""
    words = line.cut(text)
    return [
        (
            Span(start=line.start + said.start, end=line.start + said.end),
            float(weights.of_parts[features(said.cut(words))].sum()) + weights.bias - weights.least,
        )
        for said in sentences(words, "en")
    ]


@cache
def shipped() -> Weights:
    """Return the weights that ship."""
    with np.load(asset(FILE)) as stored:
        return Weights(
            stored["weights"].astype(np.float32) * float(stored["scale"]), float(stored["bias"]), float(stored["least"])
        )
