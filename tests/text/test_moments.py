from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.moments import format_moment, parse_moment

MOMENTS = st.dates() | st.datetimes(timezones=st.just(UTC))


def test_a_day_stays_a_day_and_an_instant_an_instant():
    assert parse_moment("2025-05-19") == date(2025, 5, 19)
    assert parse_moment("2025-05-19T16:30:00+02:00") == datetime(2025, 5, 19, 14, 30, tzinfo=UTC)


@pytest.mark.parametrize("words", ["", "yesterday", "2025-13-01", "2025-05-19T14:30:00", "19.05.2025"])
def test_anything_else_is_refused(words):
    with pytest.raises(ValueError):  # noqa: PT011 (the words differ by cause)
        parse_moment(words)


@given(MOMENTS)
def test_writing_then_reading_gives_the_same(moment):
    read = parse_moment(format_moment(moment))
    assert read == moment
    assert type(read) is type(moment)
