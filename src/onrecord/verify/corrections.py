"""Corrections: words that tell what a newsroom had wrong bear out nothing by themselves."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.data import Reason, ReasonCode
from onrecord.text.sentences import sentences

_NOTE = re.compile(
    r"\W*(?:corrections?|clarifications?|editor['’]s note|erratum"
    r"|this (?:article|story|report) (?:was|has been) (?:amended|corrected|updated))\b",
    re.IGNORECASE,
)
"""How a paragraph begins in which a newsroom corrects itself."""
_PRINTED = (
    r"(?:(?:earlier|previous|original|initial|first|online|print(?:ed)?) (?:version|edition)s?"
    r"|article|story|report|item|column|headline|caption|graphic|chart|map|obituary|newsletter|podcast)s?"
)
"""What a newsroom says that it had something in."""
_WRONGLY = (
    r"(?:mis(?:stat|identifi|spell?|spelt|report|quot|attribut|represent|characteri[sz]|nam|dat|plac|label|print|translat"
    r"|calculat|describ|interpret)(?:e?d|led)?|incorrectly|wrongly|erroneously|mistakenly|inaccurately|in error"
    r"|(?:due to|because of|owing to|through) an? (?:[a-z]+ )?(?:error|mistake))"
)
_ITS_OWN = re.compile(rf"\b(?:{_PRINTED}|we|our)\b", re.IGNORECASE)
_MENTIONED = re.compile(rf"\b(?:{_PRINTED}|{_WRONGLY})\b", re.IGNORECASE)
_WRONG = re.compile(rf"\b{_WRONGLY}\b", re.IGNORECASE)


def takes_back(quoted: str, paragraph: str, stated: str, *, title: str = "") -> Reason | None:
    """Return why quoted words may be those of a report that its newsroom takes back, or None where they are not.

    In a correction, which ``paragraph`` or the ``title`` of its document begins with, that is whatever mentions a
    report or a mistake; elsewhere what mentions both. ``stated`` is the statement, which may itself be of the mistake.
    """
    noted = _NOTE.match(paragraph) or _NOTE.match(title)
    told = _MENTIONED.search(quoted) if noted else _ITS_OWN.search(quoted) and _WRONG.search(quoted)
    if not told or _WRONG.search(stated):
        return None
    return Reason(code=ReasonCode.SAID_NOT_SO, words="tells what was reported wrongly")


@lru_cache(maxsize=1_024)
def mistakes_in(text: str) -> tuple[str, ...]:
    """Return the sentences in which a newsroom tells what it had wrong on this very page."""
    notes = (line for line in text.splitlines() if _NOTE.match(line))
    told = (span.cut(note) for note in notes for span in sentences(note))
    return tuple(words for words in told if _MENTIONED.search(words))
