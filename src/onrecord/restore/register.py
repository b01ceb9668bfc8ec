"""Register: how likely a sentence speaks to somebody who asked, by its function words and its talk of texts and tools.

A logistic regression over hashed words and pairs of words, names and figures and what stands in quotation marks left
out; and for the sentences that it does not rule out, a small network over what the embedder makes of them, which knows
wordings that were never learned from. ``training/splices/register.py`` makes the weights of both; the card stands
beside them in ``assets``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from math import inf
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from onrecord.assets import asset
from onrecord.data import Span
from onrecord.restore.joins import OPENING
from onrecord.restore.meanings import meanings
from onrecord.text.sentences import sentences
from onrecord.text.spans import joined

SIZE = 1 << 17
LEAST_WORDS = 3
"""Words of a sentence that tells anything."""
FILE = "register.npz"
_QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)")
_FIGURE = re.compile(r"\d[\d.,:]*")
_NAME = re.compile(r"(?<=[a-z,;0] )(?!I\b)[A-Z][\w'-]*(?: [A-Z][\w'-]*)*")
_PART = re.compile(r"[a-z']+|[^\w\s]|0")
_PERSON = re.compile(r"(?<![\w@#'’-])(?:I|me|my|you|your|yours)(?![\w-])", re.IGNORECASE)
_SPARE = 6
"""One line in so many of a page may speak as "I" or to "you" elsewhere; where more do, the page itself does."""
_LEAST = 5  # words of a line that tells how a page speaks
_THROUGHOUT = 2
"""One line in so many: letters, columns, recipes and advice speak so."""
_REACH = 2  # lines before and behind those that speak to an asker in which the same reply may stand
_BARE = 2.0
"""How far above it they are in a line that has neither "I" nor "you"."""
_SLACK = 2.5
"""How far below the bound the log-odds of a sentence with "I" or "you" may be that stands near one above it."""
_MOST = 256
"""Sentences so read of one page, in a second or two; where there would be more, the page itself speaks so."""
_WORTH = 0.0
"""Log-odds by words below which a sentence is not read by what it means; 120 of those of 633 articles are above."""
MEANT = 0.3
"""What the log-odds by meaning weigh beside those by words."""
_THROUGH = 2.0
"""How far above the bound the sentences of a line are together that says "I" or "you" and speaks to an asker from end
to end. Of 5,633 news articles, none of a test, none has such a line. Without the two a list of sources may read so."""
_TWO = 2
"""Sentences above the bound that such a line has, unless it has fewer."""
_ENDS = 14
"""Words with which such a line begins and ends, each near the bound: else it may have words of the page there. Of 153
lines of replies that another hand wrote 21 do not, and neither do the four that have such words."""
_LETTERS = re.compile(r"[a-z]{3}")
_MEETS = re.compile(r"[a-z:][A-Z]|[a-z:.,]\[|[a-z,]\*\*|\w ?<")
"""Where two texts may meet in a line: without a space, or at a bracket that opens a mark."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What the regression and the network have learned."""

    of_parts: NDArray[np.float32]
    """Shape (SIZE,): of each hashed word or pair of words."""
    bias: float
    hidden: NDArray[np.float32]
    """Shape (DIMENSIONS, units)."""
    hidden_bias: NDArray[np.float32]
    out: NDArray[np.float32]
    """Shape (units,)."""
    out_bias: float
    least: float
    """The bound: log-odds above which a sentence speaks to an asker."""

    def by_words(self, sentence: str) -> float:
        """Return the log-odds that the regression gives."""
        return float(self.of_parts[features(sentence)].sum()) + self.bias

    def by_meaning(self, rows: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the log-odds that the network gives from the meanings of sentences, shape (sentences, DIMENSIONS)."""
        units: NDArray[np.float32] = np.maximum(rows @ self.hidden + self.hidden_bias, 0)
        return units @ self.out + np.float32(self.out_bias)


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
    spoken = [at for at, line in enumerate(lines) if _speaks_out(line.cut(text))]
    weights = weights or shipped()
    said = [_said(text, line, weights) for line in lines]
    if sum(odds > _WORTH for some in said for _, odds in some) > _MOST:
        return ()
    highest = [max(_odds(text, some, weights, _WORTH), default=-inf) for some in said]
    firm = [at for at, odds in enumerate(highest) if odds > (0 if at in spoken else _BARE)]
    if not firm or 2 * (firm[-1] + 1 - firm[0]) > len(lines):
        return ()
    near = range(max(0, firm[0] - _REACH), min(len(lines), firm[-1] + 1 + _REACH))
    if sum(len(said[at]) for at in near) > _MOST:
        return ()
    speak = {at: _speak(text, said[at], weights) for at in near}
    told = {at for at in near if firm[0] <= at <= firm[-1] or speak[at]}
    rest = [at for at, line in enumerate(lines) if at not in told and len(line.cut(text).split()) >= _LEAST]
    if _SPARE * len(set(spoken).intersection(rest)) > len(rest):
        return ()
    return joined(text, (one for at in near for one in speak[at]))


def throughout(text: str, lines: Sequence[Span], asked: Sequence[Span]) -> dict[Span, float]:
    """Return those of ``lines`` that speak to an asker from end to end, with how far above the bound they are.

    ``asked`` is what :func:`speaking` found. Where a line has words of the page beside those of a reply, or may have
    them because two texts meet in it, it is none of these. What stands next to one may speak less clearly.
    """
    near = [at for at, line in enumerate(lines) if any(line.overlaps(run) for run in asked)]
    above = {at: _through(text, lines[at]) for at in near}
    found = {at for at in near if above[at] > _THROUGH and _speaks_out(lines[at].cut(text))}
    for step in (1, -1):
        for at in near[::step]:
            if above[at] > 0 and at - step in found:
                found.add(at)
    return {lines[at]: above[at] for at in sorted(found)}


def _through(text: str, line: Span) -> float:
    """Return how far above the bound the sentences of a line are together, 0 where not all of it is a reply's."""
    words = line.cut(text)
    said = [one for one in _said(text, line, shipped()) if one[1] > -inf]
    odds = _odds(text, said, shipped(), -inf)
    spoken = {one: how for (one, _), how in zip(said, odds, strict=True) if how > 0}
    parts = words.split()
    half = 2 * sum(len(one.cut(text).split()) for one in spoken) >= len(parts)
    ends = min(shipped().by_words(" ".join(some)) for some in (parts[:_ENDS], parts[-_ENDS:])) - shipped().least
    whole = half and len(spoken) >= min(_TWO, len(odds)) and ends > -_SLACK
    meets = OPENING.search(words) or _MEETS.search(words) or words.count('"') % 2
    return sum(spoken.values()) if spoken and whole and not meets and _LETTERS.search(words) else 0.0


def likeliest(text: str, span: Span) -> float:
    """Return how far above the bound the likeliest sentence of a passage is to speak to an asker."""
    return max(_odds(text, _said(text, span, shipped()), shipped(), -inf), default=-inf)


def speaks_itself(text: str, lines: Sequence[Span], apart: Span) -> bool:
    """Say whether a page says "I" or "you" throughout, a passage of it left ``apart``."""
    rest = (line.cut(text) for line in lines if not line.overlaps(apart))
    telling = [_speaks_out(line) for line in rest if len(line.split()) >= _LEAST]
    return _THROUGHOUT * sum(telling) >= max(1, len(telling))


def _speaks_out(line: str) -> bool:
    """Say whether a line says "I" or "you" outside quotation marks."""
    return _PERSON.search(line) is not None and _PERSON.search(_QUOTED.sub(" ", line)) is not None


def _said(text: str, line: Span, weights: Weights) -> list[tuple[Span, float]]:
    """Return the sentences of a line, and the log-odds by words of each."""
    found = [Span(start=line.start + one.start, end=line.start + one.end) for one in sentences(line.cut(text), "en")]
    return [
        (one, weights.by_words(words) if len((words := one.cut(text)).split()) >= LEAST_WORDS else -inf)
        for one in found
    ]


def _speak(text: str, said: Sequence[tuple[Span, float]], weights: Weights) -> list[Span]:
    """Return the sentences that speak to an asker, given that one near them does."""
    odds = zip(said, _odds(text, said, weights, -inf), strict=True)
    return [one for (one, _), how in odds if how > (-_SLACK if _PERSON.search(one.cut(text)) else 0)]


def _odds(text: str, said: Sequence[tuple[Span, float]], weights: Weights, worth: float) -> list[float]:
    """Return how far above the bound the log-odds of sentences are; -inf where words are not above ``worth``."""
    read = [by_words > worth for _, by_words in said]
    if not any(read):  # as of nearly every line
        return [-inf] * len(said)
    rows = meanings([one.cut(text) for (one, _), worth_it in zip(said, read, strict=True) if worth_it])
    meant = iter(weights.by_meaning(rows).tolist())
    return [
        by_words + MEANT * next(meant) - weights.least if worth_it else -inf
        for (_, by_words), worth_it in zip(said, read, strict=True)
    ]


@cache
def shipped() -> Weights:
    """Return the weights that ship."""
    with np.load(asset(FILE)) as stored:
        return Weights(
            of_parts=stored["weights"].astype(np.float32) * float(stored["scale"]),
            bias=float(stored["bias"]),
            hidden=stored["hidden"].astype(np.float32),
            hidden_bias=stored["hidden_bias"].astype(np.float32),
            out=stored["out"].astype(np.float32),
            out_bias=float(stored["out_bias"]),
            least=float(stored["least"]),
        )
