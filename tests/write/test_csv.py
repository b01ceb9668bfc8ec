"""Series as a table for a spreadsheet."""

import csv
from io import StringIO

from hypothesis import given

import strategies
from onrecord.write import csv as table


@strategies.unhurried
@given(strategies.series())
def test_a_row_for_each_report_and_no_cell_is_a_formula(series):
    rows = list(csv.reader(StringIO(table.series(series), newline="")))
    reports = [
        *(one for each in series.figures for one in each.observations),
        *(one for each in series.states for one in each.states),
    ]
    assert rows[0] == list(table.COLUMNS)
    assert len(rows) == 1 + len(reports)
    for row, report in zip(rows[1:], reports, strict=True):
        assert len(row) == len(table.COLUMNS)
        evidence = series.citations[report.sentence.citations[0] - 1].evidence
        cut = report.span.cut(evidence.memento.document.text)
        assert row[table.COLUMNS.index("words")] in (cut, f"'{cut}")
        assert not any(cell.startswith(("=", "+", "@", "\t", "\r")) for cell in row)
