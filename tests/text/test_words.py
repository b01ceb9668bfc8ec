from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.words import STOP_WORDS, content_words, stem, terms, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor’s 1,250 dockers didn't strike.", "the mayor 1,250 dockers didn't strike"),
        ("COVID-19 rose 3.5% in the U.N. camp", "covid 19 rose 3.5 in the u.n camp"),
        ("O'Brien met the teachers' union", "o'brien met the teachers union"),
        ("Port\u200b Sor\u00adrel", "port sorrel"),
        ("İstanbul, Zürich, Ærø", "i̇stanbul zürich ærø"),
        ("Президент прибыл", "президент прибыл"),
        ("हिन्दी में", "हिन्दी में"),
        ("カタカナの町", "カタカナ の 町"),
        ("... -- !", ""),
        ("", ""),
    ],
)
def test_words(text: str, expected: str):
    assert " ".join(words(text)) == expected


def test_function_words_carry_no_content():
    assert content_words("It was the ferry that they had been waiting for") == ("ferry", "waiting")
    assert content_words("a Port Sorrel man and not a woman") == ("port", "sorrel", "man", "woman")


def test_capitals_tell_acronyms_from_function_words():
    assert content_words("The WHO told us who it is in the US") == ("who", "told", "us")
    assert content_words("WHO TOLD US") == ("told",)


@pytest.mark.parametrize(
    "same",
    [
        "kill kills killed killing",
        "stop stops stopped stopping",
        "city cities",
        "deny denies denied denying",
        "hope hopes hoped hoping",
        "agree agreed agrees",
        "pass passes passed passing",
        "erdogan erdoğan Erdoğan",
        "strasse straße",
        "1250 1,250",
        "un u.n",
    ],
)
def test_forms_that_meet(same: str):
    assert len({stem(word) for word in same.split()}) == 1


@pytest.mark.parametrize("different", ["crisis crises", "bus bush", "red reed", "sing sign", "status state", "3.5 35"])
def test_forms_that_do_not(different: str):
    forms = different.split()
    assert len({stem(word) for word in forms}) == len(forms)


def test_terms_are_pairs_where_words_have_no_ends():
    assert terms("首都で地震") == ("首都", "都で", "で地", "地震")
    assert terms("震") == ("震",)
    assert terms("The dockers’ 1,250 cities") == ("docker", "1250", "citi")


def test_terms_are_those_that_archives_hold():
    """A change of these makes a new archive format: raise ``adapters.lance_place.FORMAT`` with this digest."""
    sample = (
        "The U.N. envoy’s 1,250 reports denied killings in Zürich; WHO agreed. Президент 首都で地震 เกิดแผ่นดินไหว हिन्दी"
    )
    told = hashlib.sha256(" ".join(terms(sample)).encode()).hexdigest()
    assert told[:16] == "535c0ade628df5ca"


def test_stop_words_are_words():
    assert all(words(word) == (word,) for word in STOP_WORDS)


@given(st.text(st.characters(), max_size=200))
def test_any_text_has_words_without_spaces_in_them(text: str):
    for word in (*words(text), *content_words(text), *terms(text)):
        assert word
        assert not any(character.isspace() for character in word)


@given(st.text(st.characters(), max_size=100))
def test_content_words_are_among_the_words(text: str):
    assert set(content_words(text)) <= set(words(text))


@pytest.mark.parametrize("piece", ["a.", "a'", "1,", "中", "a", "\x00", "\ud800 ", "\u200b", "U.S.", "\u0301"])
def test_megabyte_lines_take_linear_time(piece: str):
    text = piece * (1_000_000 // len(piece))
    assert len(words(text)) <= len(text)
    assert len(terms(text)) <= len(text)


@given(st.text(st.sampled_from("aZéß09 .,'’-_—\n“İǅ"), max_size=40))
def test_a_letter_of_another_script_changes_no_other_word(text: str):
    assert words(text + " 日") == (*words(text), "日")
    assert terms(text + " 日日") == (*terms(text), "日日")
