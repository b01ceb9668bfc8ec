"""The longest run of words of two texts, and where words stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.codes import code_words, place_words
from onrecord.text.runs import longest_run

WORDS = st.lists(st.sampled_from(["dam", "Orlo", "ferry", "İzmir", "die", "水", "กำ", "na\u00adme"]), max_size=60)


def shared(one: str, other: str) -> tuple[str, str] | None:
    found = longest_run(one, other)
    return found and (found[0].cut(one), found[1].cut(other))


def test_a_run_is_found_whatever_its_case_and_marks():
    one = "KESSEL - The flood has killed 31 people, the ministry said on Tuesday."
    other = "On Tuesday night: the Flood has killed 31 people - the ministry said."
    run = ("The flood has killed 31 people, the ministry said", "the Flood has killed 31 people - the ministry said")
    assert shared(one, other) == run


def test_of_two_runs_the_longer_and_of_what_is_said_twice_the_first():
    said = "one two three four five six seven"
    other = f"{said} eight. Then again {said} eight, and one two three four five six."
    assert shared(f"one two three four five six, said he. {said}", other) == (said, said)
    assert longest_run(said, other)[1].start == 0


@pytest.mark.parametrize(
    ("one", "other"), [("", ""), ("five words are too few", "five words are too few"), ("a b c d e f", "f e d c b a")]
)
def test_what_shares_no_run_of_six_has_none(one, other):
    assert longest_run(one, other) is None


def test_where_words_have_no_spaces_letters_are_counted():
    one, other = "市長は木曜日に橋を閉じた。", "市長は木曜日に橋を開けた。"
    assert shared(one, other) == ("市長は木曜日に橋を", "市長は木曜日に橋を")


def test_characters_that_are_not_seen_and_a_dotted_capital_i_leave_offsets_right():
    one = "İn İzmir the har\u00adbour was shut by the strike."
    other = "İİ: the harbour was shut by the strike."
    assert shared(one, other) == ("the har\u00adbour was shut by the strike", "the harbour was shut by the strike")


@given(WORDS, st.lists(st.sampled_from([" ", ", ", "\n", " - "]), min_size=60, max_size=60))
def test_words_are_cut_where_they_stand(words, gaps):
    text = "".join(word + gap for word, gap in zip(words, gaps, strict=False))
    codes, begins, ends = place_words(text)
    assert len(codes) == len(begins) == len(ends)
    assert "".join(text[a:b] for a, b in zip(begins, ends, strict=True)) == "".join(words)
    if "İ" not in text:
        assert codes.tolist() == code_words(text).tolist()


@given(WORDS, st.integers(0, 12), WORDS, WORDS)
def test_the_run_is_the_same_words_and_no_shorter_than_what_both_have_once(before, planted, after, other):
    same = [f"once{place}" for place in range(planted)]
    one, two = " ".join((*before, *same, *after)), " ".join((*other, *same))
    found = longest_run(one, two)
    if found is None:
        assert planted < 6
    else:
        codes = [place_words(span.cut(text))[0].tolist() for span, text in zip(found, (one, two), strict=True)]
        assert codes[0] == codes[1]
        assert len(codes[0]) >= planted
