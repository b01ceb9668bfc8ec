"""What somebody decided or plans, told of again as "the decision" or "the move"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.data import Span
from onrecord.extract.reading.subjects import PREPOSITIONS, SCOPES, Clause, Words
from onrecord.extract.reading.verbs import Form, form_of

_NOUN = "decision|move|plan|proposal|ruling|announcement|measure|step|verdict"
_FINITE = (Form.AUXILIARY, Form.PAST, Form.PRESENT)
_DEEDS = frozenset(form for noun in _NOUN.split("|") for form in (noun, f"{noun}s"))
_POINTING = ("the", "this", "that", "these", "those")
_TOLD = re.compile(
    rf"\b(?:(?:his|her|its|their|our)\s|(?=(?:an?|the)\s))(?P<deed>(?:(?:an?|the)\s)?(?P<like>(?:(?!(?:an?|the|his|her|its|their|our)\b)[\w-]+\s){{0,3}}?)"
    rf"(?P<noun>{_NOUN})s?\s"
    r"(?:to|that|for|on|of|against)\s[^.,;:!?()“”\"]{3,90}?"
    r"(?=[.,;:!?()“”\"]|$|\s(?:after|when|while|because|but|was|were|is|are|has|had|will|would|and|last|next|this|yesterday)\s"
    r"|\son\s\w+day\b))",
    re.IGNORECASE,
)
"""A deed with what it is: "a plan to sell the port"."""


def told_deeds(text: str) -> Iterator[tuple[str, Span]]:
    """Yield the deeds of a sentence of which it says what they are, each by its noun and where it stands."""
    if any(noun in text for noun in _DEEDS):
        for found in _TOLD.finditer(text):
            if not any(form_of(word) in _FINITE for word in found["like"].lower().split()):
                yield found["noun"].lower(), Span(start=found.start("deed"), end=found.end("deed"))


def opening_deed(words: Words) -> str | None:
    """Return the noun of the deed that opens a sentence whose clauses cannot be told: "The move angered drivers"."""
    low = words.low
    if len(low) < 3 or low[0] not in _POINTING or low[1] not in _DEEDS or not low[2].isalpha() or words.is_capital(2):
        return None
    small = low[2] in PREPOSITIONS | SCOPES | {"to", "and", "or", "is"}
    may_do = low[2].endswith(("ed", "s")) or low[1].endswith("s")
    return low[1].removesuffix("s") if may_do and not small else None


def deed_of(words: Words, clause: Clause) -> str | None:
    """Return the noun of a subject such as "the decision" that stands for what was told before; None for others.

    One that is described ("the plan to sell the port", "the move, which …") or that the verb explains ("the plan is
    to …") says itself what it is.
    """
    low = words.low[clause.first : clause.last]
    if len(low) != 2 or low[0] not in _POINTING or low[1] not in _DEEDS or clause.aside:
        return None
    explained = words.low[clause.verb] in ("is", "was") and words.low[clause.end : clause.end + 1] == ("to",)
    return None if explained else low[1].removesuffix("s")
