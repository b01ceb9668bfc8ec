"""How firmly something is to come: who hopes to do it has not said that he will."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.data import Span
from onrecord.verify.reading.gist import Gist
from onrecord.verify.reading.polarity import TO_COME, Hedge
from onrecord.verify.reading.tokens import Word, compared, root

_ROWS = (
    "may might could can would should",
    "hope hopes hoped aim aims aimed want wants wanted propose proposes proposed considering offer offers offered",
    "expect expects expected forecast forecasts forecasting predict predicts predicted likely",
    "plan plans planned planning intend intends intended pledge pledges pledged vow vows vowed promise promises "
    "promised agree agrees agreed agreeing",
)
_GRADES = {word: grade for grade, row in enumerate(_ROWS) for word in row.split()}
_FIRM = len(_ROWS)
"""\"Will", "is due to", "is to" and the like."""
_ASKED_OF = dict.fromkeys("scheduled slated set due".split(), _FIRM - 1)
"""What asks less of the record than it gives itself: "is scheduled to open" is on record by "is planned to open"."""
_FAR = 12
"""Words before a deed among which what makes it one to come stands."""
_DUE = re.compile(
    r"\b(?:is|are|was|were|(?:has|have|had) been)\s(?:now\s|still\s|not\s)?"
    r"(?:due|scheduled|set|planned|expected|fixed)\s(?:in|on|at|by|for|next|later)\b"
    r"|\b(?:set|fixed|scheduled)\s(?:the|an?|its|his|her|their)\s(?:[\w’'-]+\s){1,6}?for\s(?:\d|(?:next|[A-Z][a-z]+day)\b)"
)
"""What is to come without a verb: "its report is due in September"."""
_HOPES = re.compile(
    r"\b(?P<how>hope|want|expect|plan|intend|promise)(?:e?d|s|ned)?\s(?:(?:that\s)?(?P<who>(?!to\b)(?:[\w’'-]+\s){1,5}?)"
    r"(?:will|would|to)|to)\s(?P<deed>[a-z]+)"
)
"""What somebody hopes to do, or that another will: "hopes to win", "hopes that Holt will win"."""
_SELF = frozenset("he she it they".split())
_MODALS = frozenset("would will shall".split())


def is_ahead(text: Gist) -> bool:
    """Say whether a text tells of something as to come: planned, expected, hoped for."""
    return bool(_ahead(text)) or _DUE.search(text.text) is not None


def less_firm(here: Gist, there: Gist) -> Span | None:
    """Return by what the record has something to come less firmly than the statement: "hopes to", and "will"."""
    mine = _ahead(here)
    if not mine:
        return None
    least = min(_grade(here, mine[-1]), _ASKED_OF.get(here.words[mine[-1].at].plain, _FIRM))
    deed = next((word for word in here.words[mine[-1].at + 1 :] if _is_told(word)), None)
    places = [at for at, word in enumerate(there.words) if deed and root(word.stem) == root(deed.stem)]
    before = [hedge for hedge in (_leads_to(there, at) for at in places) if hedge]
    told = before or _ahead(there)
    if not told:
        return _of_another(here, there)
    firmest = (
        max(told, key=lambda hedge: _grade(there, hedge)) if before else min(told, key=lambda one: _grade(there, one))
    )
    return there.words[firmest.at].span if _grade(there, firmest) < least else _of_another(here, there)


def _of_another(here: Gist, there: Gist) -> Span | None:
    """Return by what the record has somebody hope that another does what by the statement he hopes to do himself."""
    own = {(one["how"], root(compared(one["deed"]))) for one in _HOPES.finditer(here.text) if not one["who"]}
    for one in _HOPES.finditer(there.text) if own else ():
        other = one["who"] and one["who"].strip().lower() not in _SELF
        if other and (one["how"], root(compared(one["deed"]))) in own:
            return Span(start=one.start(), end=one.end())
    return None


def _is_told(word: Word) -> bool:
    return word.content and word.plain not in _GRADES


def _ahead(text: Gist) -> Sequence[Hedge]:
    plain = [text.words[one.at].plain for one in text.hedges]
    told = zip(text.hedges, plain, strict=True)
    return [
        one
        for one, word in told
        if one.kind == TO_COME or word == "likely" or (word == "would" and _is_said(text, text.words[one.at]))
    ]


def _leads_to(text: Gist, at: int) -> Hedge | None:
    """Return what makes a word of a text one of what is to come, or may be, in its sentence."""
    home = next((span for span in text.sentences if span.covers(text.words[at].span)), None)
    near = [one for one in text.hedges if 0 < at - one.at <= _FAR and home and home.covers(text.words[one.at].span)]
    return next((one for one in reversed(near) if one.kind == TO_COME or text.words[one.at].plain in _GRADES), None)


def _grade(text: Gist, hedge: Hedge) -> int:
    """Return how firm a word is; in somebody's words "would" is "will"."""
    word = text.words[hedge.at]
    return _FIRM if word.plain in _MODALS and _is_said(text, word) else _GRADES.get(word.plain, _FIRM)


def _is_said(text: Gist, word: Word) -> bool:
    return any(saying.cue and saying.content.covers(word.span) for saying in text.sayings)
