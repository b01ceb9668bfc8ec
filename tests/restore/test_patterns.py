"""Patterns that are read on every line are written for the engine; each says what its plain form says, in linear time."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.read import runs
from onrecord.restore.labelling.buttons import are_buttons, find_buttons
from onrecord.restore.pasted import joins, register, tokens
from onrecord.restore.words import SITE, SITE_IN_SMALL
from onrecord.text.spans import lines

PLAIN = {
    "space": (runs._SPACE, r"[\t\n\r\f][ \t\n\r\f]*| [ \t\n\r\f]+", " \t\na\xa0"),
    "glued stop": (
        joins.GLUED_STOP,
        r"(?<=[a-z]{3})(?:[”\"’)](?=[.!?]))?[.!?][”\"’)]*(?=[A-Z][a-z’']+[ ,]|I[ ’'])",
        "abc.!”’) ABI,",
    ),
    "person": (
        register._PERSON,
        r"(?<![\w@#'’-])(?i:I|me|my|you|your|yours)(?![\w-])",
        "IiMmYyEeOoUuRrSs @’-",
    ),
    "name": (register._NAME, r"(?<=[a-z,;0] )(?!I\b)[A-Z][\w'-]*(?: [A-Z][\w'-]*)*", "ab,0 IAB'-"),
    "aside": (
        register._ASIDE,
        r"\([^()\n]{12,}\)|\[[^\[\]\n]{30,}\]|[—–] ?[^—–()\n]{12,300}? ?[—–]",
        ["(", ")", "[", "]", "—", "–", " ", "the first of twelve", "as the mill says", "\n"],
    ),
    "token": (
        tokens._TOKEN,
        r"(\d+(?:[.,]\d+)*|[A-Z]?[^\W\d_A-Z]+(?:['’][^\W\d_A-Z]+)*|[A-Z]+(?![a-z])|[^\W_]|"
        r"[^\w\s\x00-\x1f\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|_)",
        "aéßÉABz’'12.,_ -水\xad",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", PLAIN)
@settings(max_examples=400, deadline=None)
@given(data=st.data())
def test_a_pattern_finds_what_its_plain_form_finds(name, data):
    pattern, plain, signs = PLAIN[name]
    text = "".join(data.draw(st.lists(st.sampled_from(signs), max_size=40)))
    ends = [at.end() for at in pattern.finditer(text)]
    assert ends == [at.end() for at in re.finditer(plain, text)]
    assert name == "glued stop" or pattern.split(text) == re.split(plain, text)


@pytest.mark.parametrize("name", PLAIN)
@pytest.mark.parametrize("hostile", ["I", "A ", "abc.", "abc.”", ".’", "(", "— a", "[x", "’", "I am (", " \n", "a\xa0"])
def test_a_pattern_takes_no_longer_on_what_repeats(name, hostile):
    began = time.process_time()
    assert sum(1 for _ in PLAIN[name][0].finditer(hostile * 100_000)) <= 400_000
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    "button",
    [
        "Share on Facebook", "VIEW COMMENTS (24)", "5 min read", "0:12 / 2:45", "© 2025 The Sorrel Post all rights reserved",
        "Facebook Twitter Email", "Register Log in", "12 comments Share Save",
        "_ga_visits 2 years This cookie is set by the shop.",
    ],
)  # fmt: skip
def test_a_text_with_a_button_is_searched_for_it(button):
    text = f"The ferry between Dunmere and the island of {button} Karsholm will run all winter, the council decided."
    assert find_buttons(text, lines(text))
    assert are_buttons(button)


@pytest.mark.parametrize("words", ["Sign up", "read more", "Newsletters", "your privacy", "Don’t miss", "CLICK HERE"])
@pytest.mark.parametrize("before", ["", "“", "so ", "\n", "-"])
def test_what_sites_say_is_known_to_be_there(words, before):
    text = f"{before}{words} today"
    assert SITE.search(text)
    assert SITE_IN_SMALL.search(f"\n{text.lower()}")
