"""How much a statement is worth checking before others, in points that each have a name.

What counts is what tells check-worthy sentences from others in ClaimBuster (Hassan et al. 2017: numbers, names, past
tense, length) and in the CheckThat! Lab (names, numbers and dates carry most; opinions and what is spoken in the first
person do not), the lead, which news writes first, and that a pasted passage is why a page is checked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.data import Attribution, Directness, Statement, StatementKind, Worth, WorthPart
from onrecord.text.names import find_names

_KINDS = {
    StatementKind.FIGURE: 1.0,
    StatementKind.EVENT: 1.0,
    StatementKind.STATE: 0.5,
    StatementKind.FORECAST: -1.0,
    StatementKind.OPINION: -2.0,
    StatementKind.QUESTION: -3.0,
}
# Points of kind, names, figures, lead and length: the best of 576 choices on 53 articles (docs/measured.md).
_A_FIGURE, _MOST_FIGURES = 0.5, 2
_A_TIME = 0.5
_A_NAME, _MOST_NAMES = 0.5, 3
_FOREIGN = 6.0
_LEAD, _FADES = 4.0, 10
"""Points of the first statement of a page; ten statements on they are half of that."""
_WORDS, _LONG = 10, 30
"""Words for a point, and the most that count."""
_UNRESOLVED = -1.0
_SPOKEN = -1.0
_SPEAKS = re.compile(r"\b(?:I|(?i:we|you|my|our|your)|I['’]m|(?i:we|you)['’]re)\b")


def weighed(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Return the statements of a page, in reading order, with what speaks for and against checking each."""
    place = 0
    found = []
    for statement in statements:
        found.append(replace(statement, worth=tuple(_worth(statement, place))))
        place += statement.foreign is None
    return tuple(found)


def most_worth(statements: Sequence[Statement], most: int | None) -> tuple[Statement, ...]:
    """Return at most so many statements, those most worth checking, in reading order; of equals the first."""
    if most is None:
        return tuple(statements)
    ranked = sorted(range(len(statements)), key=lambda at: (-statements[at].score, at))
    return tuple(statements[at] for at in sorted(ranked[:most]))


def _worth(statement: Statement, place: int) -> Iterator[Worth]:
    words = statement.text.split()
    names = len(find_names(statement.text))
    parts = (
        (WorthPart.KIND, _KINDS[statement.kind]),
        (WorthPart.FIGURES, _A_FIGURE * min(_MOST_FIGURES, len(statement.figures))),
        (WorthPart.TIME, _A_TIME * bool(statement.times)),
        (WorthPart.NAMES, _A_NAME * min(_MOST_NAMES, names)),
        (WorthPart.FOREIGN, _FOREIGN * (statement.foreign is not None)),
        (WorthPart.LEAD, round(_LEAD / (1 + place / _FADES), 2) if statement.foreign is None else 0.0),
        (WorthPart.LENGTH, min(len(words), _LONG) / _WORDS),
        (WorthPart.UNRESOLVED, _UNRESOLVED * bool(statement.unresolved)),
        (WorthPart.SPOKEN, _SPOKEN * (_is_quoted(statement.attribution) and bool(_SPEAKS.search(statement.text)))),
    )
    return (Worth(part=part, points=points) for part, points in parts if points)


def _is_quoted(attribution: Attribution | None) -> bool:
    return attribution is not None and attribution.directness is Directness.DIRECT
