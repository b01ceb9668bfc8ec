"""Quotation marks in the styles of many languages, nested, unbalanced and mistaken for one another."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.data import Span
from onrecord.extract.reading.quotes import bare_words, quoted

QUOTED = [
    ("“The wall will hold,” she said. “For now.”", ["The wall will hold,", "For now."]),
    ('"The wall will hold," she said.', ["The wall will hold,"]),
    ("„Die Mauer hält“, sagte sie.", ["Die Mauer hält"]),
    ("»Die Mauer hält«, sagte sie.", ["Die Mauer hält"]),
    ("« Le mur tient », a-t-elle dit.", [" Le mur tient "]),
    ("”Muren håller”, sade hon.", ["Muren håller"]),
    ("「壁は持つ」と彼女は言った。", ["壁は持つ"]),
    ("‘We back the workers’ rights,’ she said.", ["We back the workers’ rights,"]),
    ("'I won't go,' she said, 'and that's it.'", ["I won't go,", "and that's it."]),
    ("“He told me ‘go’ and I went,” she said.", ["He told me ‘go’ and I went,"]),
    ("“A “safe” wall holds,” she said. “It does.”", ["A “safe” wall holds,", "It does."]),
    ("“This one is left open, she said. “This one is not,” she said.", ["This one is not,"]),
    ("“Left open at the end, as news does", ["Left open at the end, as news does"]),
    ("The wall is 6'2\" tall and 'leaks'.", ["leaks"]),
    ("Rock ’n’ roll of the ’90s, the workers’ and farmers’ music.", []),
    ("He's in the 'right' place, isn't he?", ["right"]),
    ('"', []),
    ("“”", []),
    ("’ ’ ' '", []),
]


@pytest.mark.parametrize(("text", "expected"), QUOTED)
def test_what_stands_in_quotation_marks(text, expected):
    assert [span.cut(text) for span in quoted(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The wall holds,”", "The wall holds"),
        (" — the wall is “safe”", "the wall is “safe”"),
        ("the workers’", "the workers’"),
        ('it is "safe"', 'it is "safe"'),
        ("» Die Mauer «,", "Die Mauer"),
    ],
)
def test_words_without_the_marks_around_them(text, expected):
    bare = bare_words(text, Span(start=0, end=len(text)))
    assert bare.cut(text) == expected


@pytest.mark.parametrize("text", ["“”", " ,", "—", '""'])
def test_marks_alone_are_no_words(text):
    assert bare_words(text, Span(start=0, end=len(text))) is None


@given(st.text(alphabet="ab '\"“”„‘’«»‹›「」.,", max_size=60))
def test_quotations_stand_in_order_inside_the_text(text):
    found = quoted(text)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(span.end <= len(text) for span in found)
