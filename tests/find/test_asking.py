"""What the open web is asked for: few words, those that tell one story from others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies
from onrecord.find import query_of


@pytest.mark.parametrize(
    ("words", "terms"),
    [
        ("The Kessel flood killed 31 people", ("Kessel", "killed", "people", "flood")),
        ("ferry strike in Port Sorrel", ("Port Sorrel", "strike", "ferry")),
        ("Premier Orla Venn resigned on Monday, her office said.", ("Orla Venn", "resigned", "premier", "monday")),
        ("The toll is 4 marks", ("marks", "toll")),
        ("港の通行料が上がる", ("港の通行料が上がる",)),
        ("31", ("31",)),
    ],
)
def test_names_first_then_the_longest_words_and_no_figures(words, terms):
    assert query_of(words).terms == terms


@strategies.unhurried
@given(st.one_of(strategies.texts, st.text(min_size=1).filter(str.strip)))
def test_any_words_give_one_to_four_terms(words):
    query = query_of(words)
    assert 1 <= len(query.terms) <= 4
    assert all(query.terms)
