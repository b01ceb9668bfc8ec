"""Corrections: words that tell what a newsroom had wrong bear out nothing by themselves."""

from __future__ import annotations

from functools import lru_cache

from onrecord.data import Reason, ReasonCode
from onrecord.text.numbers import find_figures
from onrecord.text.sentences import sentences
from onrecord.text.taken_back import CALLED_WRONG, ITS_OWN, MENTIONED, NOTE, PROVED_WRONG, WRONG, heads_note


def takes_back(quoted: str, paragraph: str, stated: str, *, title: str = "") -> Reason | None:
    """Return why quoted words may be those of a report that its newsroom takes back, or None where they are not.

    In a correction, which ``paragraph`` or ``title`` begins with, that is whatever mentions a report or a mistake;
    elsewhere what mentions both. ``stated`` is the statement, which may itself be of the mistake, or have the figure
    that a sentence of its own sets right.
    """
    noted = NOTE.match(paragraph) or heads_note(title)
    told = MENTIONED.search(quoted) if noted else ITS_OWN.search(quoted) and WRONG.search(quoted)
    if not (told or PROVED_WRONG.search(quoted)) or CALLED_WRONG.search(stated) or _set_right(quoted, stated):
        return None
    return Reason(code=ReasonCode.SAID_NOT_SO, words="tells what was reported wrongly")


def _set_right(quoted: str, stated: str) -> bool:
    """Say whether a statement's figures stand where no mistake is told of: "We gave 26. The bus carried 16 people"."""
    mine = _values(stated)
    said = [span.cut(quoted) for span in sentences(quoted)]
    right, wrong = (
        {
            value
            for one in said
            if bool(MENTIONED.search(one) or PROVED_WRONG.search(one)) is told
            for value in _values(one)
        }
        for told in (False, True)
    )
    return bool(mine) and mine <= right and not mine & wrong


def _values(words: str) -> frozenset[float]:
    return frozenset(figure.value for figure in find_figures(words))


@lru_cache(maxsize=1_024)
def mistakes_in(text: str) -> tuple[str, ...]:
    """Return the sentences in which a newsroom tells what it had wrong on this very page."""
    notes = (line for line in text.splitlines() if NOTE.match(line))
    told = (span.cut(note) for note in notes for span in sentences(note))
    return tuple(words for words in told if MENTIONED.search(words))
