"""How much of a statement words of the record have, counted in names, figures, times and content words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from onrecord.data import Span
from onrecord.text.numbers.units import LASTING
from onrecord.verify.comparing.findings import Finding
from onrecord.verify.reading.clauses import find_tail
from onrecord.verify.reading.gist import Gist
from onrecord.verify.reading.tokens import root

_NUMBERED = re.compile(r"\b[A-Z]\w*-\d+\b")
"""A name with a number in it: "BW-17"."""
_HOUR = re.compile(r"\b(\d{1,2})[.:](\d\d)(?=\s?[ap]\.?m\b)")
"""An hour with its minutes, with a full stop or a colon between."""
_GOALLESS = re.compile(r"\b(?:goalless|scoreless)\b", re.IGNORECASE)
Unit = tuple[Span, bool]
"""A name, figure, time or word of the statement, and whether the record has it."""


def units_of(here: Gist, there: Gist, finding: Finding) -> tuple[Unit, ...]:
    """Return what the statement is made of: what was compared, and its other content words."""
    compared = [
        *((span, True) for span in finding.met),
        *((span, False) for span in finding.missing),
        *((reason.here, False) for reason in finding.clashes if reason.here),
    ]
    # Who says it is compared apart; the verb of saying is no part of what is said.
    taken = [*(span for span, _ in compared), *(saying.cue for saying in here.sayings if saying.cue)]
    others = (
        (word.span, root(word.stem) in there.roots)
        for word in here.words
        if word.content and not any(span.overlaps(word.span) for span in taken)
    )
    return (*compared, *others)


def share(units: Iterable[Unit]) -> float:
    """Return the share of units that the record has; 0 when there are none."""
    met = [had for _, had in units]
    return sum(met) / len(met) if met else 0.0


def least_share(here: Gist, units: Sequence[Unit]) -> float:
    """Return the share of units the record has, in all or in the words that the statement says somebody said.

    That the record has him speak, on the same day and with all his titles, does not make it have what he said.
    """
    said = ([unit for unit in units if saying.content.covers(unit[0])] for saying in here.sayings if saying.cue)
    return min((share(units), *(share(some) for some in said if some)))


def unmet_numbers(here: Gist, there: Gist, met: Finding, *around: Gist) -> tuple[Span, ...]:
    """Return numbers that count nothing, scores and labels, where the record has not the same: 3-1, Route 9.

    One that is part of a name, "BW-17", may stand ``around`` as names may.
    """
    known = {word.stem for word in there.words} | ({"0"} if _GOALLESS.search(there.text) else set())
    lengths = {(one.value, one.unit) for one in there.numbers if one.unit in LASTING}
    # "in 20 years", "for twenty years"
    lasting = [one.span for one in here.numbers if (one.value, one.unit) in lengths]
    known |= {part for one in _HOUR.finditer(there.text) for part in (one[1], one[2], f"{one[1]}.{one[2]}")}
    taken = [*lasting, *met.met, *met.missing, *(reason.here for reason in met.clashes if reason.here)]
    numbers = [word.span for word in here.words if word.plain[0].isdigit() and word.stem not in known]
    beside = {name[0] for one in around for name in _NUMBERED.finditer(one.text)}
    named = {name.end() for name in _NUMBERED.finditer(here.text) if name[0] in beside}
    return tuple(span for span in numbers if span.end not in named and not any(one.overlaps(span) for one in taken))


def unmet_tail(here: Gist, *records: Gist) -> tuple[Span, ...]:
    """Return what a statement adds at its end where the records have less than half of its words."""
    tail = find_tail(here.text)
    added = [here.words[at] for at in here.within(tail) if here.words[at].content] if tail else []
    met = sum(any(root(word.stem) in record.roots for record in records) for word in added)
    return (tail,) if tail and 2 * met < len(added) else ()
