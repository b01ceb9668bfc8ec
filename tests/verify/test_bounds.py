"""Bounds: "more than 50" and "before 6 May" are held against the nearest figure or day of the record."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.verify.newsroom import VERIFIER

from onrecord.data import Pair
from onrecord.verify import judge_pairs
from onrecord.verify.comparing.bounds import keeps_bounds
from onrecord.verify.reading.gist import gist


@pytest.mark.parametrize(
    ("statement", "record", "kept"),
    [
        ("More than 60 homes burned at Tarn.", "The fire at Tarn destroyed 61 homes.", True),
        ("More than 60 homes burned at Tarn.", "The fire at Tarn destroyed 58 homes.", False),
        ("More than 60 homes burned at Tarn.", "The fire at Tarn destroyed 60 homes.", False),
        ("More than 60 homes burned at Tarn.", "The fire at Tarn destroyed over 60 homes.", True),
        ("At least 60 homes burned at Tarn.", "The fire at Tarn destroyed 60 homes.", True),
        ("Under £2.4 bn was spent on the bridge.", "The bridge cost £2.3 bn.", True),
        ("Under £2.4 bn was spent on the bridge.", "The bridge cost £2,450 mn.", False),
        # what is counted goes by another name, and is about as many
        ("More than 180 infections were counted.", "There are 185 confirmed cases.", True),
        ("More than 180 infections were counted.", "There were three arrests.", None),
        ("Fewer than 16 districts have cases.", "There are 210 cases in 15 out of 28 districts.", True),
        ("More than 10 COVID-19 cases were found.", "There are 12 cases, 5 of them abroad.", True),
        # another order is another thing
        ("The club paid more than $2 million.", "Tickets cost $15.", None),
        # one that is crossed is enough
        ("More than 60 homes and over 12 shops burned.", "The fire destroyed 61 homes and 11 shops.", False),
        ("The bridge opened before 6 May 2025.", "The bridge opened on 3 May 2025.", True),
        ("The bridge opened after 6 May 2025.", "The bridge opened on 3 May 2025.", False),
        ("The bridge opened after 6 May 2025.", "The bridge opened in 2025.", None),
        ("The bridge opened on 6 May 2025 and cost £3m.", "The bridge opened on 3 May 2025.", None),
    ],
)
def test_the_nearest_figure_or_day_keeps_a_bound_or_crosses_it(statement, record, kept):
    assert keeps_bounds(gist(statement), gist(record)) is kept


@given(st.integers(2, 10_000), st.integers(2, 10_000))
def test_no_figure_keeps_both_more_than_and_fewer_than(bound, told):
    record = gist(f"The storm damaged {told:,} roofs.")
    more, fewer = (keeps_bounds(gist(f"{how} than {bound:,} roofs broke."), record) for how in ("More", "Fewer"))
    assert (more, fewer) == (told > bound, told < bound)


@pytest.mark.parametrize(("told", "more"), [(58, False), (62, True)])
@pytest.mark.parametrize("bound", ["More than", "Fewer than"])
def test_a_model_that_cannot_count_is_put_right(told, more, bound):
    pair = Pair(
        premise=f"The fire at Tarn destroyed {told} homes, the county said.",
        hypothesis=f"{bound} 60 homes burned at Tarn.",
    )
    (judged,) = judge_pairs([pair], verifier=VERIFIER)
    sure = judged.supports if more == (bound == "More than") else judged.refutes
    assert sure > 0.7
