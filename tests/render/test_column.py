"""The column is the text: nothing added, nothing lost, every statement in it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies
from onrecord.data import (
    Block,
    BlockKind,
    Reason,
    ReasonCode,
    Removal,
    RemovalKind,
    RemovalStatus,
    Restoration,
    Span,
    Statement,
    StatementKind,
    document,
)
from onrecord.render.column import Cut, Run, column, gap_after
from onrecord.text.spans import gaps, lines

WHY = (Reason(code=ReasonCode.BROKEN_SENTENCE, words="it breaks a sentence"),)


def page(text, *removed, blocks=None):
    """A page with each of the words in ``removed`` taken out, a block a line."""
    cuts = tuple(
        Removal(span=spot(text, words), kind=RemovalKind.FOREIGN, status=RemovalStatus.REMOVED, score=1.0, reasons=WHY)
        for words in removed
    )
    return Restoration(
        document=document(text, published_at=date(2025, 5, 19)),
        blocks=tuple(Block(span=span, kind=BlockKind.BODY) for span in blocks or lines(text)),
        kept=gaps((cut.span for cut in cuts), len(text)),
        removals=cuts,
    )


def spot(text, words):
    start = text.index(words)
    return Span(start=start, end=start + len(words))


def statement(text, words):
    return Statement(id=words, document_id="d", span=spot(text, words), text=words, kind=StatementKind.EVENT)


def shown(text, rows):
    """Write rows as text, cuts in braces."""
    return [
        "".join(f"{{{part.span.cut(text)}}}" if isinstance(part, Cut) else part.span.cut(text) for part in row.parts)
        for row in rows
    ]


def test_a_paragraph_is_a_row():
    text = "The dam holds.\n\nFerries sail again.\n"
    assert shown(text, column(page(text))) == ["The dam holds.", "Ferries sail again."]


def test_a_passage_between_paragraphs_is_a_row_of_its_own():
    text = "The dam holds.\n\nIs there more?\n\nAsk away!\n\nFerries sail again."
    rows = column(page(text, "Is there more?\n\nAsk away!\n\n"))
    assert shown(text, rows) == ["The dam holds.", "{Is there more?\n\nAsk away!}", "Ferries sail again."]
    assert [row.is_cut for row in rows] == [False, True, False]


def test_a_paragraph_broken_by_a_passage_reads_on():
    text = "The mayor and his Understood!\n\nAsk away.council sail on Monday.\n\nThe dam holds."
    rows = column(page(text, "Understood!\n\nAsk away."))
    assert shown(text, rows) == [
        "The mayor and his {Understood!\n\nAsk away.}council sail on Monday.",
        "The dam holds.",
    ]


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        ("The mayor and his Ships sank.council sail.", " "),
        ("The mayor and his Ships sank. council sail.", ""),
        ("The trans Ships sank.port company sails.", " "),
        ("The transShips sank.port company sails.", ""),
        ("The mayor sails. Ships sank.", ""),
    ],
)
def test_a_mark_in_the_place_of_a_passage_breaks_no_word(text, gap):
    (row,) = column(page(text, "Ships sank."))
    assert gap_after(row.cuts[0], text) == gap


def test_blocks_that_share_a_line_share_a_row():
    text = "PORT SORREL — The dam holds.\nFerries sail."
    blocks = (Span(start=0, end=12), Span(start=14, end=28), Span(start=29, end=42))
    assert shown(text, column(page(text, blocks=blocks))) == ["PORT SORREL — The dam holds.", "Ferries sail."]


def test_a_statement_is_not_of_the_passage_that_breaks_it():
    text = "The mayor and his Ships sank. council sail on Monday."
    broken, pasted = statement(text, text), statement(text, "Ships sank.")
    (row,) = column(page(text, "Ships sank. "), (broken, pasted))
    head, cut, tail = row.parts
    assert (head.opens, head.within, tail.closes, tail.within) == ((0,), 0, (0,), 0)
    assert {run.within for run in cut.runs} == {1, None}
    assert cut.closes == (1,)


def test_of_nested_statements_the_outermost_marks():
    text = "Officials said the dam holds."
    whole, inner = statement(text, text), statement(text, "the dam holds")
    (row,) = column(page(text), (inner, whole))
    assert [run.within for run in row.parts] == [1, 1, 1]
    assert [run.closes for run in row.parts] == [(), (0,), (1,)]


@st.composite
def pages_with_statements(draw):
    found = draw(strategies.restorations())
    return found, draw(st.lists(strategies.statements(found.document), max_size=5))


def runs_of(row):
    return [run for part in row.parts for run in (part.runs if isinstance(part, Cut) else (part,))]


@strategies.unhurried
@given(pages_with_statements())
def test_rows_are_the_text(given):
    found, statements = given
    text = found.document.text
    rows = column(found, statements)
    ends = [0, *(row.span.end for row in rows)]
    starts = [*(row.span.start for row in rows), len(text)]
    assert not any(text[end:start].strip() for end, start in zip(ends, starts, strict=True))
    for row in rows:
        assert "".join(run.span.cut(text) for run in runs_of(row)) == row.span.cut(text)


@strategies.unhurried
@given(pages_with_statements())
def test_every_statement_opens_and_closes_once(given):
    found, statements = given
    runs = [run for row in column(found, statements) for run in runs_of(row)]
    everyone = list(range(len(statements)))
    assert sorted(index for run in runs for index in run.opens) == everyone
    assert sorted(index for run in runs for index in run.closes) == everyone


@strategies.unhurried
@given(pages_with_statements())
def test_what_is_cut_was_removed_and_what_runs_was_kept(given):
    found, statements = given
    text = found.document.text
    removed = [span for span in found.removed if span.cut(text).strip()]
    cuts = [cut for row in column(found, statements) for cut in row.cuts if cut.span.cut(text).strip()]
    assert [cut.span.cut(text).strip() for cut in cuts] == [span.cut(text).strip() for span in removed]
    kept = [part for row in column(found) for part in row.parts if isinstance(part, Run)]
    assert not any(run.span.overlaps(span) for run in kept for span in found.removed)
