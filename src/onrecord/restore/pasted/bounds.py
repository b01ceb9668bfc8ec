"""Bounds of a passage: of the likeliest places where it may start and end, the two around which the page reads on.

A cut is judged by both of its ends at once, for what stands before it and what stands after it are to read as one
again: a finished sentence asks for a new one, a broken sentence for its rest, half a word for its other half.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from onrecord.assets import asset
from onrecord.restore.pasted.judge import Stretch, is_word
from onrecord.restore.pasted.passages import Passage, Paths, passage
from onrecord.restore.pasted.tokens import GAPS, LOWER, NEW_LINE, NUMBER, Tokens
from onrecord.restore.words import UNFINISHED

_CHOICES = 8  # likeliest places for each end, and as many of those where a line or sentence starts or ends
_AROUND = 60  # tokens on either side of an end among which these are looked for
_BEGINS = 200  # tokens of a passage among which the sentence that it breaks off is looked for
_HEADLINE = 25  # tokens of a headline at most
_LEAST = -30.0  # log-likelihood below which one place is as unlikely as any other
_ODDS = 8.0  # log-odds beyond which nothing is surer
_STOPS, _CLOSED, _GOES_ON = ".!?…:", "\"”’')]*", ",;:.?!)]”’—–-%"
_MARKUP, _QUOTES = "#*-•[|", '"“”'

_END = ("likely", "own odds", "inside", "outside", "glued", "small letter", "capital", "number", "markup", "quotation",
    "stop")  # fmt: skip
_LEFT = ("line", "line without an end", "finished", "broken, capital", "broken, small letter")
_RIGHT = ("line", "line with the rest", "sentence", "stop, rest", "rest")
_BROKEN = _LEFT.index("broken, capital")
_RESTS = _RIGHT.index("stop, rest")
_WORSE = 1e3  # more than any two cuts differ by
FEATURES = (
    *(f"start {name}" for name in _END), *(f"end {name}" for name in _END),
    *(f"{left}, {right}" for left in _LEFT for right in _RIGHT),
    "likely together", "a word again", "no word", "said twice", "quotation open in it", "quotation open without it",
)  # fmt: skip
"""What a cut is judged by: each of its ends, what meets at the join, and how well."""


@dataclass(frozen=True, slots=True)
class Cuts:
    """What one passage may mean: pairs of a first and a last token of the stretch, and the features of each."""

    pairs: tuple[tuple[int, int], ...]
    features: NDArray[np.float64]


class Places:
    """The tokens of a stretch as places for a passage to start and end."""

    def __init__(self, text: str, tokens: Tokens, stretch: Stretch) -> None:
        self.first, last = stretch.first, stretch.last
        bounds = zip(tokens.starts[self.first : last].tolist(), tokens.ends[self.first : last].tolist(), strict=True)
        shapes, gaps = np.divmod(tokens.features[self.first : last, 2], GAPS)
        self.words = [text[start:end] for start, end in bounds]
        self.shapes: list[int] = shapes.tolist()
        self.gaps: list[int] = gaps.tolist()
        """Of each token: its shape, and the gap before it."""
        self.lines = [0, *(np.flatnonzero(gaps[1:] >= NEW_LINE) + 1).tolist(), len(self.words)]
        own = stretch.kinds[:, 0]
        self.odds = np.clip(np.log1p(-np.minimum(np.exp(own), 1 - 1e-6)) - own, -_ODDS, _ODDS).tolist()
        self.starts = np.clip(stretch.starts, -_ODDS, _ODDS).tolist()
        self.ends = np.clip(stretch.ends, -_ODDS, _ODDS).tolist()
        self.quotes = [0, *accumulate(word in _QUOTES for word in self.words)]

    def finished(self, at: int) -> bool:
        """Say whether a sentence is finished before a token."""
        before = at - 1
        while before > max(0, at - 4) and self.words[before] in _CLOSED:
            before -= 1
        return before < 0 or self.words[before] in _STOPS

    def left(self, at: int) -> int:
        """Return which of ``_LEFT`` a token stands behind."""
        if self.finished(at) or at == 0 or self.gaps[at] >= NEW_LINE:
            begins = at == 0 or self.gaps[at] >= NEW_LINE
            return 2 * (not begins) + (not (self.finished(at) or self._is_below_headline(at)))
        return 3 + (self.shapes[at] == LOWER)

    def _is_below_headline(self, at: int) -> bool:
        """Say whether a token begins the second line, and behind the first no sentence goes on: it is a headline."""
        second = self.first == 0 and self.lines[1:2] == [at]
        return second and at <= _HEADLINE and UNFINISHED.search(self.words[at - 1]) is None

    def is_broken_off(self, at: int) -> bool:
        """Say whether a capital stands behind a word after which a sentence goes on."""
        return self.left(at) == 3 and UNFINISHED.search(self.words[at - 1]) is not None

    def right(self, at: int) -> int:
        """Return which of ``_RIGHT`` follows a token."""
        if at + 1 >= len(self.words):
            return 0
        goes_on = self.shapes[at + 1] == LOWER or self.words[at + 1] in _GOES_ON
        if not goes_on or self.gaps[at + 1] >= NEW_LINE:
            return 2 * (self.gaps[at + 1] < NEW_LINE) + goes_on
        return 3 + (not self.finished(at + 1))

    def takes_rest(self, first: int, last: int) -> bool:
        """Say whether a cut breaks off a sentence inside its line and leaves it nothing there to go on with.

        What it ends with is then that sentence's own, though behind "the", or where it is glued to that, the rest may
        stand in the next line. The headline is no sentence.
        """
        broken = self.left(first) >= _BROKEN and self.gaps[first] and not UNFINISHED.search(self.words[first - 1])
        breaks = broken and (self.first > 0 or self.lines[1] <= first)
        return bool(breaks) and self.right(last) == 0 and self.finished(last + 1)

    def may_start(self, at: int) -> bool:
        """Say whether a line or a sentence starts with a token, or a capital follows small letters."""
        return self.left(at) < 3 or (self.shapes[at] != LOWER and self.shapes[at - 1] == LOWER)

    def may_end(self, at: int) -> bool:
        """Say whether a line or a sentence ends with a token."""
        return self.right(at) < 2 or self.finished(at + 1)

    def start(self, at: int, likely: float) -> tuple[float, ...]:
        """Return the features of a start."""
        outside = self.odds[at - 1] if at else -_ODDS
        glued = at > 0 and self.gaps[at] == 0
        return (max(_LEAST, likely), self.starts[at], self.odds[at], outside, glued, *self._said(at), self.finished(at))

    def end(self, at: int, likely: float) -> tuple[float, ...]:
        """Return the features of an end."""
        behind = at + 1 < len(self.words)
        outside = self.odds[at + 1] if behind else -_ODDS
        glued = behind and self.gaps[at + 1] == 0
        said = self._said(at + 1) if behind else (0.0,) * 5
        return (max(_LEAST, likely), self.ends[at], self.odds[at], outside, glued, *said, self.finished(at + 1))

    def _said(self, at: int) -> tuple[float, ...]:
        shape, word = self.shapes[at], self.words[at]
        return (shape == LOWER, LOWER < shape < NUMBER, shape == NUMBER, word in _MARKUP, word in "\"“‘'")

    def join(self, first: int, last: int, likely: float) -> tuple[float, ...]:
        """Return the features of what meets when the tokens from ``first`` to ``last`` are cut out."""
        found = [0.0] * (len(_LEFT) * len(_RIGHT))
        found[len(_RIGHT) * self.left(first) + self.right(last)] = 1.0
        word = said = False
        glued = False
        if first > 0 and last + 1 < len(self.words):
            before, behind = self.words[first - 1], self.words[last + 1]
            said = before.lower() == behind.lower()
            glued = not self.gaps[first] and not self.gaps[last + 1] and before.isalpha() and behind.isalpha()
            word = glued and is_word(before + behind)
        line = self.lines[bisect_right(self.lines, first) - 1]
        line_end = self.lines[bisect_right(self.lines, last)]
        inside = self.quotes[last + 1] - self.quotes[first]
        rest = self.quotes[first] - self.quotes[line] + self.quotes[line_end] - self.quotes[last + 1]
        return (*found, max(_LEAST, likely), word, glued and not word, said, inside % 2, rest % 2)


def rebound(text: str, tokens: Tokens, stretch: Stretch, found: Sequence[Passage]) -> list[Passage]:
    """Return the passages of a stretch, in order, each between the bounds that fit the page best."""
    paths, places = Paths.of(stretch), Places(text, tokens, stretch)
    better: list[Passage] = []
    for at, one in enumerate(found):
        low = better[-1].last + 1 if better else stretch.first
        high = found[at + 1].first if at + 1 < len(found) else stretch.last
        cuts = cuts_of(places, paths, one, range(low, high))
        fit = cuts.features @ weights()
        if places.takes_rest(*cuts.pairs[int(fit.argmax())]):
            fit = np.where([places.right(last) >= _RESTS for _, last in cuts.pairs], fit, fit - _WORSE)
        better.append(passage(stretch, paths, *cuts.pairs[int(fit.argmax())]))
    return better


def cuts_of(places: Places, paths: Paths, one: Passage, room: range) -> Cuts:
    """Return the cuts that a passage may mean among the page's tokens in ``room``."""
    low, high, first, last = (at - places.first for at in (room.start, room.stop, one.first, one.last))
    starts = _likeliest(paths.opening, range(low, last + 1), first, places.may_start)
    broken = [at for at in range(first + 1, min(last, first + _BEGINS)) if places.is_broken_off(at)]
    starts = sorted({*starts, *broken[:_CHOICES]})
    ends = _likeliest(paths.closing, range(first, high), last, places.may_end)
    top = paths.likely(first, last)
    best = float(paths.opening[starts].max()), float(paths.closing[ends].max())
    lefts = {at: places.start(at, float(paths.opening[at]) - best[0]) for at in starts}
    rights = {at: places.end(at, float(paths.closing[at]) - best[1]) for at in ends}
    pairs = tuple((start, end) for start in starts for end in ends if start <= end)
    joins = (places.join(start, end, paths.likely(start, end) - top) for start, end in pairs)
    rows = [(*lefts[start], *rights[end], *join) for (start, end), join in zip(pairs, joins, strict=True)]
    return Cuts(pairs, np.array(rows, dtype=np.float64))


def _likeliest(worth: NDArray[np.float64], every: range, taken: int, fits: Callable[[int], bool]) -> list[int]:
    """Return the likeliest places of all, and of those around the one taken that fit, in order."""
    all_of_them = (every.start + np.argsort(-worth[every.start : every.stop], kind="stable")[:_CHOICES]).tolist()
    near = range(max(every.start, taken - _AROUND), min(every.stop, taken + _AROUND + 1))
    fitting = sorted(filter(fits, near), key=lambda at: (-float(worth[at]), at))
    return sorted({*all_of_them, *fitting[:_CHOICES]})


@cache
def weights() -> NDArray[np.float64]:
    """Return what was learned with the models (``training/splices/bounds.py``)."""
    with np.load(asset("splices.npz")) as stored:
        return np.asarray(stored["bounds"], dtype=np.float64)
