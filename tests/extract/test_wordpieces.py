"""Word pieces of a paragraph, and the windows in which those of a text are read."""

from itertools import accumulate

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.extract.reading.paragraphs import paragraph_of, parts
from onrecord.extract.tagging.wordpieces import CONTEXT, LENGTH, SEP, TRAITS, windows, word_pieces


def traits_of(text, *, continues=False):
    """The first token's and all other traits as (shape, begins a token, begins a sentence, quoted, follows)."""
    found = word_pieces(paragraph_of(text, continues=continues))
    return [(t >> 4, t >> 3 & 1, t >> 2 & 1, t >> 1 & 1, t & 1) for t in found.traits.tolist()]


def test_an_uncased_encoder_is_told_how_words_are_written():
    assert [shape for shape, *_ in traits_of("The NATO a I 5 ,")[:-1]] == [1, 2, 0, 3, 4, 5]


def test_tokens_sentences_and_quotations_are_marked():
    pieces = word_pieces(paragraph_of("He left. “No,” she said."))
    _, begins, opens, quoted, _ = zip(*traits_of("He left. “No,” she said."), strict=True)
    assert pieces.places.tolist() == [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
    assert begins == (1,) * 10 + (0,)
    assert [place for place, is_opening in enumerate(opens) if is_opening] == [0, 3]
    assert [place for place, is_quoted in enumerate(quoted) if is_quoted] == [4, 5]


def test_a_paragraph_knows_that_it_goes_on_with_a_quotation():
    assert {follows for *_, follows in traits_of("“And more.", continues=True)} == {1}


@given(st.text(min_size=1, max_size=200))
@settings(max_examples=200, deadline=None)
def test_every_token_has_its_piece(text):
    for line in text.splitlines():
        for part in parts(paragraph_of(line)):
            pieces = word_pieces(part)
            assert len(pieces.places) == len(part.tokens)
            assert np.all(np.diff(pieces.places) >= 0)
            assert pieces.ids[-1] == SEP
            assert pieces.places.max() < len(pieces.ids) == len(pieces.traits)
            assert 0 <= pieces.traits.min() <= pieces.traits.max() < TRAITS


@given(st.lists(st.integers(1, 700), max_size=40))
def test_windows_read_every_piece_once(sizes):
    ends = list(accumulate(sizes))
    found = list(windows(ends))
    assert [one.own for one in found] == [0, *(one.end for one in found)][: len(found)]
    assert not ends or found[-1].end == ends[-1]
    for window in found:
        assert window.own - CONTEXT <= window.start <= window.own < window.end < window.start + LENGTH
    starts = {0, *ends}
    assert all(window.start in starts or window.start == window.own for window in found)


def test_paragraphs_stay_whole_where_they_can():
    assert [(one.start, one.own, one.end) for one in windows([100, 200, 260, 400])] == [(0, 0, 200), (200, 200, 400)]
    assert [(one.start, one.own, one.end) for one in windows([100, 150, 400])] == [(0, 0, 150), (150, 150, 400)]
    assert [(one.start, one.own, one.end) for one in windows([100, 150, 340])] == [(0, 0, 150), (100, 150, 340)]


def test_a_paragraph_too_long_for_a_window_is_cut():
    assert [(one.start, one.own, one.end) for one in windows([300, 320])] == [(0, 0, 255), (255, 255, 320)]
