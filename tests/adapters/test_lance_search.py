"""Searching in a window of dates: a filter is left out only where it would let everything through."""

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from onrecord.adapters.lance_rows import microseconds
from onrecord.adapters.lance_search import extent_of
from onrecord.data import Undated, Window

DAYS = st.dates(min_value=date(2025, 9, 1), max_value=date(2025, 9, 9))
MOMENTS = DAYS | DAYS.map(lambda day: datetime(day.year, day.month, day.day, 12, tzinfo=UTC))
WINDOWS = st.builds(Window, until=MOMENTS, after=st.none() | MOMENTS) | st.just(Undated())


@given(st.lists(st.none() | MOMENTS, min_size=1), WINDOWS)
def test_all_rows_none_or_those_that_the_window_admits(published, window):
    admitted = [window.admits(one) for one in published]
    where = extent_of([one and microseconds(one) for one in published]).filter(window)
    assert (where != "") or all(admitted)
    assert (where is not None) or not any(admitted)
    if all(admitted):
        assert where == ""


def test_an_archive_of_nothing_has_nothing_to_filter():
    assert extent_of([]).filter(Window(until=date.max)) is None
    assert extent_of([]).filter(Undated()) is None


@given(st.lists(st.none() | MOMENTS), WINDOWS)
def test_documents_in_a_window_are_counted(published, window):
    extent = extent_of([one and microseconds(one) for one in published])
    assert extent.count(window) == sum(window.admits(one) for one in published)
