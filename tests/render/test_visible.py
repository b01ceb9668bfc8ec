"""Hostile characters and addresses."""

import unicodedata
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies
from onrecord.render.visible import address, address_at, flowing, line, set_lines, visible

texts = st.text(strategies.LETTERS)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain — “words”", "plain — “words”"),
        ("\x1b[31mred", "⟨U+001B⟩[31mred"),
        ("\x9b31mred", "⟨U+009B⟩31mred"),
        ("over\rwritten", "over⟨U+000D⟩written"),
        ("null\x00", "null⟨U+0000⟩"),
        ("\u202edlrow", "⟨U+202E⟩dlrow"),
        ("\udc80", "⟨U+DC80⟩"),
        ("می‌خواهم", "می‌خواهم"),  # Persian needs its joiners
    ],
)
def test_what_would_steer_a_screen_is_spelled_out(text, shown):
    assert visible(text) == shown


@strategies.unhurried
@given(texts)
def test_nothing_left_steers_a_screen(text):
    left = {unicodedata.category(character) for character in flowing(text)}
    assert not left & {"Cc", "Cs"}
    assert not {unicodedata.bidirectional(character) for character in visible(text)} & {"RLO", "LRO", "RLE", "LRE"}


@strategies.unhurried
@given(texts)
def test_a_line_is_one(text):
    assert len(line(text).splitlines()) <= 1
    assert line(line(text)) == line(text)


def test_lines_that_mean_something_are_kept():
    assert set_lines("One \t two\nthree\n \n\n\nfour") == "One two\nthree\n\nfour"


@pytest.mark.parametrize(
    "url", ["https://tribune.example/a?b=c&d=%20#e", "HTTP://ledger.example", "https://kühl.example/ß"]
)
def test_a_web_address_may_be_followed(url):
    assert address(url) == url


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "file:///etc/passwd",
        "//tribune.example/a",
        'https://tribune.example/"onclick="alert(1)',
        "https://tribune.example/<b>",
        "https://tribune.example/a b",
        "https://tribune.example/\x1b]8;;",
        "https://tribune.example/\u202e",
        " https://tribune.example/",
    ],
)
def test_anything_else_may_not(url):
    assert address(url) is None


def test_an_address_names_the_quote_it_is_opened_for():
    at = "https://tribune.example/a?b=c"
    assert address_at(at, "killed 31 people,\n so far") == f"{at}#:~:text=killed%2031%20people%2C%20so%20far"
    long = "one two-and three four five " + "six " * 20 + "a b c d e"
    assert address_at(at, long) == f"{at}#:~:text=one%20two%2Dand%20three%20four%20five,a%20b%20c%20d%20e"
    assert address_at(f"{at}#part", "killed") == f"{at}#part"
    assert address_at(at, " ") == at
    assert address_at("javascript:alert(1)", "killed") is None


@given(texts)
def test_whatever_is_quoted_an_address_stays_one(quote):
    url = "https://tribune.example/a"
    named = address_at(url, quote)
    assert address(named) == named
    assert named == url or unquote(named).startswith(
        f"{url}#:~:text={quote.split()[0][:1].encode('utf-8', 'replace').decode()}"
    )
