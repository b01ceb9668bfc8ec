"""What comparing one aspect of a statement with the record yields, and the words for it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from onrecord.data import Moment, Reason, ReasonCode, Span, day_of

_LONGEST = 80
"""Characters of a quotation inside a reason; the spans give the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a statement's figures, times or names meet in the record; spans cut from the statement."""

    met: tuple[Span, ...] = ()
    """Borne out by the record."""
    missing: tuple[Span, ...] = ()
    """The record says nothing of them."""
    clashes: tuple[Reason, ...] = ()
    """Held against by the record, each with its span here and its span there."""

    def __add__(self, other: Finding) -> Finding:
        return Finding(
            met=self.met + other.met, missing=self.missing + other.missing, clashes=self.clashes + other.clashes
        )


def clash(code: ReasonCode, here: tuple[str, Span], there: tuple[str, Span], *, record: str) -> Reason:
    """Hold words of the statement against words of the record: 'says "53,000" where the record says "61,700"'."""
    said, recorded = clip(here[1].cut(here[0])), clip(there[1].cut(there[0]))
    words = f"says “{said}” where {record} says “{recorded}”"
    return Reason(code=code, words=words, here=here[1], there=there[1])


def dated(reason: Reason, here: date, there: date, *, said: str, record: str) -> Reason:
    """Return a reason with the days that both mean by ``said``, say "Thursday", which alone would differ in nothing."""
    words = f"says “{clip(said)}”, {day_words(here)}, where {record} says it of {day_words(there)}"
    return replace(reason, words=words)


def clip(words: str) -> str:
    """Return ``words`` on one line, at most eighty characters of them."""
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"


def day_words(moment: Moment) -> str:
    """Write the day of ``moment`` as people read it: 19 May 2025."""
    day = day_of(moment)
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


_MONTHS = tuple("January February March April May June July August September October November December".split())
