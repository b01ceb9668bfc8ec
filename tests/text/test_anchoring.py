"""Words are found again where they can only stand in one place, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.data import Quote, Span, document
from onrecord.text.anchoring import anchor

TEXT = (
    "KESSEL - The dam gave way before dawn. The flood has killed 58 people, the ministry said on Friday.\n"
    "More than 2,400 people have left their homes. The school in Tarn takes in families.\n"
    "The council met on Saturday. The council will meet again on Monday, its head said.\n"
)
KILLED = "The flood has killed 58 people, the ministry said on Friday."


def quoted(words: str, text: str = TEXT) -> tuple[Quote, Span]:
    start = text.index(words)
    span = Span(start=start, end=start + len(words))
    return document(text).quote(span), span


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        (TEXT, KILLED),
        ("An update stands here now.\n" + TEXT, KILLED),
        (TEXT.replace("58", "74"), KILLED.replace("58", "74")),
        (
            TEXT.replace("the ministry said on Friday", "the interior ministry said late on Friday"),
            "The flood has killed 58 people, the interior ministry said late on Friday.",
        ),
        (
            TEXT.replace("The flood has", "The water has"),
            "The water has killed 58 people, the ministry said on Friday.",
        ),
        (TEXT.replace("KESSEL - The dam gave way before dawn. ", ""), KILLED),
    ],
    ids=["same", "moved", "a figure", "words put in", "first words", "what stood before is gone"],
)
def test_words_are_found_again(changed, words):
    found = anchor(*quoted(KILLED)[:1], changed, quoted(KILLED)[1])
    assert found is not None
    assert found.span.cut(changed).strip(". ") == words.strip(". ")
    assert found.exact == (words == KILLED)


@pytest.mark.parametrize(
    "changed",
    ["", "Another story altogether, about pears.", TEXT.replace(KILLED, ""), TEXT.replace(KILLED, "Nothing was said.")],
)
def test_words_that_are_gone_are_nowhere(changed):
    quote, span = quoted(KILLED)
    assert anchor(quote, changed, span) is None


def test_of_two_equal_places_neither_is_taken():
    twice = f"{TEXT}\n{TEXT}"
    quote, span = quoted(KILLED)
    assert anchor(quote, twice, span) is None


def test_what_stands_around_tells_two_places_apart():
    quote, span = quoted("The council")
    found = anchor(quote, "A line more.\n" + TEXT, span)
    assert found is not None
    assert found.span.start == span.start + len("A line more.\n")


@pytest.mark.parametrize("words", ["大坝在黎明前决堤", "السد انهار قبل الفجر", "Плотину прорвало на рассвете"])
def test_any_script(words):
    text = f"一二三。{words}。四五六。"
    quote, span = quoted(words, text)
    found = anchor(quote, "新。" + text, span)
    assert found is not None
    assert (found.span.cut("新。" + text), found.exact) == (words, True)


@given(st.text(min_size=1, max_size=60), st.text(max_size=200), st.text(max_size=20))
def test_an_anchor_lies_in_the_text(words, text, around):
    found = anchor(Quote(exact=words, prefix=around, suffix=around), text)
    if found is not None:
        assert found.span.end <= len(text)
        assert 0 <= found.score <= 1
        assert found.exact == (found.span.cut(text) == words)


def test_megabytes_are_looked_through_in_a_moment():
    filler = "The ferry sails on Monday, the harbour master said.\n" * 90_000
    quote, _ = quoted(KILLED)
    changed = filler + TEXT.replace("58", "74") + filler
    found = anchor(quote, changed)
    assert found is not None
    assert "74 people" in found.span.cut(changed)
