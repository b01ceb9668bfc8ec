"""Which words of a brief are cut from its sources, and which are a model's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from onrecord.data import Brief, CitedSentence
from onrecord.render.phrases import count, sentence

_PIECE = re.compile(r"\w+(?:['’.,-]\w+)*|\W+")
OPENING, CLOSING = "‹", "›"
"""Around words of a model, where a form has neither lines nor slopes to show them by."""


def told(given: CitedSentence) -> Iterator[tuple[str, bool]]:
    """Yield a sentence in runs of words, each with whether its source has them."""
    if given.reworded is None:
        yield given.text, True
        return
    cut = {piece.lower() for piece in _PIECE.findall(given.text)}
    pieces = _PIECE.findall(given.reworded)
    ours = [not piece[0].isalnum() or piece.lower() in cut for piece in pieces]
    for is_cut, run in groupby(zip(pieces, ours, strict=True), key=lambda each: each[1]):
        yield "".join(piece for piece, _ in run), is_cut


MADE = (
    "every sentence cut from a dated source",
    "every sentence cut from a dated source, or made from one and compared with it",
)


def made(brief: Brief) -> str:
    """Say how the sentences of a brief came about."""
    return MADE[any(each.reworded for each in brief.sentences)]


def tally(brief: Brief) -> str:
    """Say how many sentences a model put in other words, and why the others stay; empty where none was asked."""
    asked = dict.fromkeys(each for each in brief.sentences if each.reworded or each.kept)
    if not asked:
        return ""
    kept = Counter(each.kept.words for each in asked if each.kept)
    number = len(asked) - kept.total()
    stand = "stands" if number == 1 or len(asked) == 1 else "stand"
    words = f"{number:,} of {count(len(asked), 'sentence')} {stand} in a model’s words, those not in the source marked"
    why = "; ".join(f"{many:,} because {reason}" for reason, many in kept.most_common())
    stay = "stays as it was" if kept.total() == 1 else "stay as they were"
    return sentence(words) + (f" {sentence(f'{kept.total():,} {stay} cut: {why}')}" if kept else "")
