"""Times that name no day, told for what they are."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.data import TimeKind
from onrecord.text.undated import find_undated

CASES = [
    ("They were held for nearly 600 days.", "nearly 600 days", TimeKind.DURATION),
    ("It took two to three months.", "two to three months", TimeKind.DURATION),
    ("The half-hour show ended.", "half-hour", TimeKind.DURATION),
    ("A months-long siege ended.", "months-long", TimeKind.DURATION),
    ("He played for 13-plus years.", "13-plus years", TimeKind.DURATION),
    ("It went on for decades.", "decades", TimeKind.DURATION),
    ("The 46-year-old driver was freed.", "46-year-old", TimeKind.AGE),
    ("Olga Renn, 70, was freed.", "70", TimeKind.AGE),
    ("Everyone 16 and older may come.", "16 and older", TimeKind.AGE),
    ("She left school at age 15.", "age 15", TimeKind.AGE),
    ("They meet every Monday.", "every Monday", TimeKind.SET),
    ("They meet on Tuesdays.", "Tuesdays", TimeKind.SET),
    ("Schools open five days a week.", "five days a week", TimeKind.SET),
    ("It has 300,000 visitors a year.", "a year", TimeKind.SET),
    ("It costs $4.99 per month.", "per month", TimeKind.SET),
    ("It is paid annually.", "annually", TimeKind.SET),
    ("A week later he fell.", "A week later", TimeKind.UNRESOLVED),
    ("He was fired two days before the vote.", "two days before", TimeKind.UNRESOLVED),
    ("It opened that same day and closed the next day.", "the next day", TimeKind.UNRESOLVED),
    ("The day after the vote, she left.", "The day after", TimeKind.UNRESOLVED),
    ("The valley was flooded half a century ago.", "half a century ago", TimeKind.UNRESOLVED),
    ("It struck at 1.30pm local time.", "1.30pm local time", TimeKind.UNRESOLVED),
    ("It will open in the weeks to come.", "weeks to come", TimeKind.UNRESOLVED),
]


@pytest.mark.parametrize(("sentence", "words", "kind"), CASES)
def test_what_a_time_without_a_day_is(sentence, words, kind):
    assert (words, kind) in [(time.words, time.kind) for time in find_undated(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "A second bill was passed.",
        "He reads the Daily Post.",
        "It began three days ago.",
        "It lasts.",
        "The third in as many weeks.",
    ],
)
def test_what_is_no_such_time(sentence):
    assert find_undated(sentence) == ()


@given(st.text(alphabet="0123456789 ,.-a$%daysweekmonthyerpnold", max_size=200))
def test_they_stand_in_order_and_apart(text):
    found = find_undated(text)
    assert all(time.span.cut(text) == time.words and time.interval is None for time in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
