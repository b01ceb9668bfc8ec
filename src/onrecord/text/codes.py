"""Numbers that stand for words: equal words have equal ones, on every machine, and others all but certainly not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from onrecord.text.words import INVISIBLE, MARKS, TRAILING, UNSPACED

Codes = NDArray[np.uint64]
"""One for each word, in order."""
Places = NDArray[np.int64]
"""Of words in their text."""

_GOLDEN = 0x9E3779B97F4A7C15
_MIX = 0xBF58476D1CE4E5B9
# Odd constants of SplitMix64 (Steele, Lea and Flood 2014), which spread what differs over all bits.
_LONGEST = 64
"""Letters of a word of which the order counts."""
_POWERS = np.array([pow(_GOLDEN, place, 1 << 64) for place in range(_LONGEST)], dtype=np.uint64)

_GAP, _LETTER, _ALONE, _MARK, _UNSEEN = range(5)
_CHARACTERS = 0x31350
"""Up to the last ideograph; what comes after are signs."""


def code_words(text: str) -> Codes:
    """Return the codes of the words of ``text`` in order, whatever their case.

    A word is a run of letters and digits with the marks on them, or one letter where a script has no spaces; characters
    that are not seen are passed over. All at once, which takes a twentieth of the time of ``text.words``.
    """
    units, kinds, _ = _read(text.lower())
    return _coded(units, kinds, _starts(kinds))


def place_words(text: str) -> tuple[Codes, Places, Places]:
    """Return the codes of words as :func:`code_words` has them, and where each begins and ends in ``text``.

    The dotted capital I of Turkish, of which two characters become in lower case, is read as any i.
    """
    units, kinds, seen = _read(text.replace("\u0130", "i").lower())
    starts = _starts(kinds)
    if not len(starts):
        return _coded(units, kinds, starts), starts, starts
    gaps = np.append(np.flatnonzero(kinds == _GAP), len(kinds))
    ends = np.minimum(np.append(starts[1:], len(kinds)), gaps[np.searchsorted(gaps, starts)])
    if seen is None:
        return _coded(units, kinds, starts), starts, ends
    return _coded(units, kinds, starts), seen[starts], seen[ends - 1] + 1


def _read(lowered: str) -> tuple[NDArray[np.uint32], NDArray[np.uint8], Places | None]:
    """Return the characters that are seen, what each is to a word, and where they stand; None where all are seen."""
    units: NDArray[np.uint32] = np.frombuffer(lowered.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    kinds = _kinds().take(units, mode="clip")
    unseen = kinds == _UNSEEN
    if not unseen.any():
        return units, kinds, None
    seen = np.flatnonzero(~unseen)
    return units[seen], kinds[seen], seen


def _starts(kinds: NDArray[np.uint8]) -> Places:
    """Return where words begin."""
    letters, begins = kinds == _LETTER, kinds == _ALONE
    inside = letters | (kinds == _MARK)
    begins[:1] |= letters[:1]
    begins[1:] |= letters[1:] & ~inside[:-1]
    return np.flatnonzero(begins)


def _coded(units: NDArray[np.uint32], kinds: NDArray[np.uint8], starts: Places) -> Codes:
    if not len(starts):
        return np.empty(0, dtype=np.uint64)
    first = starts[0]
    steps = np.ones(len(units) - first, dtype=np.int64)
    steps[0] = 0
    steps[starts[1:] - first] -= np.diff(starts)
    letters = units[first:].astype(np.uint64) + np.uint64(1)
    letters *= _POWERS.take(np.cumsum(steps), mode="clip")  # by the letter's place in its word
    letters *= (kinds[first:] != _GAP).astype(np.uint64)
    return mixed(np.add.reduceat(letters, starts - first))  # a polynomial in the letters, as in Rabin's fingerprints


def code_tokens(tokens: Sequence[str]) -> Codes:
    """Return the codes of words that were read already; not those that :func:`code_words` gives."""
    return np.fromiter(map(_code, tokens), dtype=np.uint64, count=len(tokens))


def run_codes(codes: Codes, size: int) -> Codes:
    """Return a code for each run of ``size`` words, in the order of the runs; none where there are fewer words."""
    runs = max(0, len(codes) - size + 1) if size else 0
    found = np.zeros(runs, dtype=np.uint64)
    for place in range(size if runs else 0):
        found = found * np.uint64(_GOLDEN) + codes[place : place + runs]
    return mixed(found)


def mixed(codes: Codes) -> Codes:
    """Spread what differs between codes over all their bits."""
    codes = (codes ^ (codes >> np.uint64(31))) * np.uint64(_MIX)
    found: Codes = codes ^ (codes >> np.uint64(29))
    return found


@lru_cache(maxsize=65_536)
def _code(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


@cache
def _kinds() -> NDArray[np.uint8]:
    """Return what each character is to a word."""
    every = "".join(map(chr, range(_CHARACTERS)))
    kinds = np.full(_CHARACTERS + 1, _GAP, dtype=np.uint8)
    for kind, some in (
        (_LETTER, r"[^\W_]"),
        (_ALONE, f"[{UNSPACED}]"),
        (_MARK, f"[{MARKS}{TRAILING}]"),
        (_UNSEEN, f"[{INVISIBLE}]"),
    ):
        for run in re.finditer(f"{some}+", every):
            kinds[run.start() : run.end()] = kind
    return kinds
