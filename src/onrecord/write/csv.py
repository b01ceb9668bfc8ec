"""Series as a table for a spreadsheet (RFC 4180): a row for each report, each cell as it is or empty."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from onrecord.data import CitedSentence, Moment, Series, Span
from onrecord.text.moments import format_moment

COLUMNS = (
    *("series", "counted", "unit", "reported_at", "value", "bound", "counted_by", "source", "origins"),
    *("superseded_at", "words", "sentence", "url", "document_id", "start", "end"),
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would reckon with (OWASP, CSV injection)."""

_Cell = str | float | None


def series(given: Series) -> str:
    """Return the reports of all series, those of figures first, numbered through."""
    written = StringIO()
    table = csv.writer(written)
    table.writerow(COLUMNS)
    table.writerows([_harmless(cell) for cell in row] for row in _rows(given))
    return written.getvalue()


def _rows(given: Series) -> Iterator[tuple[_Cell, ...]]:
    for number, figures in enumerate(given.figures, start=1):
        for each in figures.observations:
            point, when = each.point, format_moment(each.reported_at)
            counted = (number, point.counted, point.unit, when, point.value, point.bound, point.counted_by)
            passed = _moment(each.superseded_at)
            yield *counted, point.source, each.origins, passed, *_cut(given, each.sentence, each.span)
    for number, states in enumerate(given.states, start=len(given.figures) + 1):
        for state in states.states:
            stood = (number, None, None, format_moment(state.reported_at), None, None, None)
            yield *stood, state.source, None, _moment(state.superseded_at), *_cut(given, state.sentence, state.span)


def _moment(at: Moment | None) -> str | None:
    return format_moment(at) if at else None


def _cut(given: Series, sentence: CitedSentence, span: Span) -> tuple[_Cell, ...]:
    evidence = given.citations[sentence.citations[0] - 1].evidence
    document = evidence.memento.document
    return span.cut(document.text), evidence.quote, document.url, document.id, span.start, span.end


def _harmless(cell: _Cell) -> _Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
