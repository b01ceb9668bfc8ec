"""What a block shows by itself: its length, its signs, its resemblance to the page's title and to known furniture."""

from __future__ import annotations

import re
import string
from collections import Counter
from collections.abc import Sequence
from math import log1p
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.restore.words import BYLINE, CORRECTION, CREDIT, DATELINE, FURNITURE, LIST_ITEM, furniture_of

Matrix = NDArray[Any]
"""Figures in rows and columns."""

OWN = tuple(
    "characters words ended colon upper digits commas stops quoted lower year clock at slash bar dots lines title "
    "title_in title_of bullet furniture byline credit dateline correction capitals letters word_length question "
    "repeated".split()
)
"""The columns of :func:`own`."""

_HEAD = 240  # characters looked at; longer blocks go on as they began
_WORD = 12  # letters; scripts without spaces have a word at least every so many
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d\d\b")
_STOPS = re.compile(r"[.!?。！？؟।۔։።။។][”\"'’»)\]]*(?:\s|$)")
_ENDED = re.compile(r"[.!?…。！？؟।۔։።။។][”\"'’»)\]」』]*$")
_LETTERS = re.compile(r"[^\W\d_]")
_OTHERS = re.compile(r"[^\x00-\x7f]+")
_ASCII_LETTERS, _CAPITALS, _DIGITS = string.ascii_letters.encode(), string.ascii_uppercase.encode(), b"0123456789"
_NEITHER = bytes(sign for sign in range(128) if not chr(sign).isalnum())
_QUOTES = "“„«\"‘'»「『-–—"


_FURNITURE = {None: 0} | {kind: n for n, (kind, _) in enumerate(FURNITURE, 1)}
_STOPLESS = re.compile(r"[\u0e01-\u0eff][^A-Za-z]*$")
"""The end of a block in Thai or Lao, which have no full stops."""
_RUNNING = 60  # characters from which such a block is running text
_DENSE = re.compile(r"[\u1200-\u137f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_MORE = 1.5  # letters more that such a character stands for: news in Chinese and Japanese has 0.4 of English's length


def size_of(block: str) -> float:
    """Return the length of a block in letters, characters that stand for several counted as more than one."""
    return len(block) if block.isascii() else len(block) + _MORE * len(_DENSE.findall(block))


def bare(words: str) -> str:
    """Return the letters and digits of some words, in lower case."""
    folded = words.casefold()
    if folded.isascii():
        return folded.encode().translate(None, _NEITHER).decode()
    return "".join(filter(str.isalnum, folded))


def _counted(head: str) -> tuple[int, int, int]:
    """Return how many letters, capitals and digits are among some characters."""
    code = head.encode("ascii", "ignore")
    rest, small = code.translate(None, _ASCII_LETTERS), code.translate(None, _CAPITALS)
    letters, capitals = len(code) - len(rest), len(code) - len(small)
    digits = len(rest) - len(rest.translate(None, _DIGITS))
    if len(code) < len(head):
        others = "".join(_OTHERS.findall(head))
        more = _LETTERS.findall(others)
        letters, capitals = letters + len(more), capitals + sum(map(str.isupper, more))
        digits += sum(map(str.isdigit, others))
    return letters, capitals, digits


def _runs_on(block: str) -> bool:
    """Say whether a block is running text in a script without full stops."""
    return len(block) >= _RUNNING and _STOPLESS.search(block[-6:]) is not None


def own(blocks: Sequence[str], sizes: Sequence[float], title: str | None) -> Matrix:
    """Return what each block of a size (:func:`size_of`) shows by itself, shape (blocks, len(OWN))."""
    heading = bare(title or "")
    counted = Counter(block[:_HEAD] for block in blocks)
    sized = dict(zip(blocks, sizes, strict=True))  # one block in four says what another one does
    rows = {block: row for row, block in enumerate(sized)}
    signs = [(*_signs(block, size, heading), min(5, counted[block[:_HEAD]])) for block, size in sized.items()]
    found: Matrix = np.array(signs, dtype=np.float32)[[rows[block] for block in blocks]]
    return found


def _signs(block: str, size: float, title: str) -> tuple[float, ...]:
    short = len(block) <= _HEAD
    head = block[:_HEAD]
    words = head.split()
    count = max(len(words) * max(1.0, len(block) / _HEAD), size / _WORD)
    letters, capitals, digits = _counted(head)
    name = bare(head) if short and title else ""
    return (
        log1p(size),
        log1p(count),
        _ENDED.search(block[-6:]) is not None or _runs_on(block),
        block[-1] == ":",
        capitals / max(1, letters),
        digits / len(head),
        head.count(",") / len(words),
        min(8, len(_STOPS.findall(head))),
        block[0] in _QUOTES,
        block[0].islower(),
        digits > 0 and _YEAR.search(head) is not None,
        digits > 0 and _CLOCK.search(head) is not None,
        "@" in head,
        head.count("/") if short else 0,
        ("|" in head) + ("·" in head or "•" in head),
        block.endswith(("…", "...")),
        min(10, block.count("\n")),
        bool(name) and name == title,
        len(name) > 3 and name in title,
        bool(name) and len(title) > 3 and title in name,
        LIST_ITEM.match(block) is not None,
        _FURNITURE[furniture_of(head)] if short else 0,
        short and BYLINE.fullmatch(head) is not None,
        short and CREDIT.fullmatch(head) is not None,
        short and digits > 0 and DATELINE.fullmatch(head) is not None,
        short and CORRECTION.fullmatch(head) is not None,
        sum([word[0].isupper() for word in words]) / len(words),
        letters / len(head),
        len(head) / len(words),
        block[-1] in "?？؟",
    )
