"""How the words around a figure bound it: "more than", "up to", "or so"."""

from __future__ import annotations

import re

from onrecord.data import Bound
from onrecord.text.numbers.units import LASTING

_WORDS = (
    (Bound.AT_MOST, r"at\smost|up\sto|(?:no|not)\smore\sthan|a\smaximum\sof|as\s(?:many|much|high)\sas"),
    (
        Bound.AT_LEAST,
        r"at\sleast|as\s(?:few|little|low)\sas|no\s(?:fewer|less)\sthan|not\sless\sthan|a\sminimum\sof|minimum",
    ),
    (Bound.LESS_THAN, r"less\sthan|fewer\sthan|lower\sthan|smaller\sthan|shorter\sthan|under|below|(?:short|shy)\sof"),
    (
        Bound.MORE_THAN,
        r"more\sthan|greater\sthan|higher\sthan|larger\sthan|longer\sthan|over|above|upwards\sof|exceed(?:s|ed|ing)?|in\sexcess\sof"
        r"|surpass(?:es|ed|ing)?|topp(?:ed|ing)|tops",
    ),
    (
        Bound.ABOUT,
        r"about|around|some|roughly|approximately|nearly|almost|close(?:r)?\sto|near|nearer|nearing|(?:an\s)?estimated|circa|~",
    ),
)
_BEFORE = re.compile(
    "(?:"
    + "|".join(rf"(?P<b{at}>(?<!\w)(?:{words}))" for at, (_, words) in enumerate(_WORDS))
    + r")\s?(?P<article>the\s|a\s)?$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"[\s-]?(?:(?P<least>\+|plus\b|(?:or|and)\s(?:more|higher|older|over|above)\b|and\s(?:counting|up)\b(?!\s(?:from|to)\b))"
    r"|(?P<most>(?:or|and)\s(?:fewer|less|younger|under|below)\b)"
    r"|(?P<about>or\sso\b|-odd\b))"
)
_KINDS_BEHIND = {"least": Bound.AT_LEAST, "most": Bound.AT_MOST, "about": Bound.ABOUT}
_LONGER = re.compile(
    r"\b(?:for|in|after|of|by|than|is|was|were|been|lasted|lasting|took|takes|spent|well|just)\sover\s$", re.IGNORECASE
)


_UPWARD = re.compile(
    r"\b(?:back|went|gone|rose|risen|climbed|crept|edged|inched|ticked|jumped|shot)\sup\sto\s$",
    re.IGNORECASE,
)
_WHERE = ("over", "above", "under", "below", "near")


def bound_before(words: str, unit: str, *, old: bool = False) -> Bound | None:
    """Return how ``words``, which end where a figure begins, bound it; ``old`` says that it is an age."""
    found = _BEFORE.search(words)
    if found is not None and _UPWARD.search(words):
        return None  # "back up to 61 percent"
    if found is None or (found["article"] and found.group().lower().startswith(_WHERE)):
        return None  # "under a 12-page order" says where
    if unit in LASTING and not old and found.group().lower().startswith("over") and not _LONGER.search(words):
        return None  # "over five years" is how long, "for over five years" is how much longer
    return next(_WORDS[int(name[1:])][0] for name, hit in found.groupdict().items() if hit and name != "article")


def bound_behind(text: str, end: int) -> tuple[Bound | None, int]:
    """Return how the words behind a figure bound it ("10+", "5 days or more"), and where it ends with them."""
    found = _BEHIND.match(text, end)
    return (_KINDS_BEHIND[found.lastgroup or "about"], found.end()) if found else (None, end)
