"""When people are told: by their clock, never in their quiet hours, and of one thing no more often than they want."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.data import Delivery, DeliveryState, Outcome, Quiet, Recipient, Way
from onrecord.follow import begun, due, ended

NOON = datetime(2025, 9, 3, 12, tzinfo=UTC)
ADA = Recipient(
    id="a", way=Way.MAIL, target="ada@tribune.example", added_at=NOON - timedelta(days=9), zone="Europe/Berlin"
)
NIGHT = Quiet(begin=time(22), end=time(7))


def berlin(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=ZoneInfo("Europe/Berlin")).astimezone(UTC)


def never(_: datetime) -> int:
    return 0


def at(recipient: Recipient, now: datetime) -> datetime:
    return due(recipient, at=now, told=never).at


def test_by_default_one_is_told_at_once():
    assert at(ADA, NOON) == NOON
    assert not due(ADA, at=NOON, told=never).together


@pytest.mark.parametrize(
    ("now", "then"),
    [
        (berlin(2025, 9, 3, 21, 59), berlin(2025, 9, 3, 21, 59)),
        (berlin(2025, 9, 3, 22, 0), berlin(2025, 9, 4, 7, 0)),
        (berlin(2025, 9, 4, 6, 59, 59), berlin(2025, 9, 4, 7, 0)),
        (berlin(2025, 9, 4, 7, 0), berlin(2025, 9, 4, 7, 0)),
        # the nights in which summer time begins and ends: nine and eleven hours of quiet, less one and more one
        (berlin(2025, 3, 29, 23, 0), datetime(2025, 3, 30, 5, 0, tzinfo=UTC)),
        (berlin(2025, 10, 25, 23, 0), datetime(2025, 10, 26, 6, 0, tzinfo=UTC)),
    ],
)
def test_quiet_hours_go_by_the_clock(now, then):
    assert at(replace(ADA, quiet=NIGHT), now) == then


def test_what_waits_for_the_end_of_quiet_hours_is_told_together():
    assert due(replace(ADA, quiet=NIGHT), at=berlin(2025, 9, 3, 23), told=never).together


@pytest.mark.parametrize(
    ("hour", "now", "then"),
    [
        (time(8), berlin(2025, 9, 3, 7, 59, 59), berlin(2025, 9, 3, 8)),
        (time(8), berlin(2025, 9, 3, 8, 0), berlin(2025, 9, 4, 8)),
        (time(0), berlin(2025, 9, 3, 8, 0), berlin(2025, 9, 4, 0)),
        # there is no half past two on the day that summer time begins, and there are two on the day that it ends
        (time(2, 30), berlin(2025, 3, 30, 1, 0), datetime(2025, 3, 30, 1, 0, tzinfo=UTC)),
        (time(2, 30), berlin(2025, 10, 26, 1, 0), datetime(2025, 10, 26, 0, 30, tzinfo=UTC)),
        (time(2, 30), datetime(2025, 10, 26, 0, 45, tzinfo=UTC), berlin(2025, 10, 27, 2, 30)),
    ],
)
def test_a_digest_comes_once_a_day_at_its_hour(hour, now, then):
    found = due(replace(ADA, digest=hour), at=now, told=never)
    assert (found.at, found.together, found.held_back) == (then, True, False)


def test_a_zone_may_leave_out_a_day():
    samoa = replace(ADA, zone="Pacific/Apia", digest=time(8))  # which had no 30 December 2011
    before = datetime(2011, 12, 29, 9, tzinfo=ZoneInfo("Pacific/Apia"))
    assert samoa.clock(at(samoa, before.astimezone(UTC))).date().day == 31


def test_what_is_more_than_enough_for_a_day_is_told_in_the_morning():
    asked = []

    def told(since: datetime) -> int:
        asked.append(since)
        return 2

    found = due(replace(ADA, at_most=2), at=berlin(2025, 9, 3, 15), told=told)
    assert (found.at, found.together, found.held_back) == (berlin(2025, 9, 4, 8), True, True)
    assert asked == [berlin(2025, 9, 3, 0)]
    assert due(replace(ADA, at_most=3), at=berlin(2025, 9, 3, 15), told=told).at == berlin(2025, 9, 3, 15)


clocks = st.times().map(lambda clock: clock.replace(second=0, microsecond=0))
moments = st.integers(0, 2_000_000_000).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))


@given(moments, clocks, clocks, st.sampled_from(sorted(available_timezones())))
def test_nobody_is_ever_told_in_their_quiet_hours_nor_later_than_need_be(now, begin, end, zone):
    if begin == end:
        return
    one = replace(ADA, zone=zone, quiet=Quiet(begin=begin, end=end))
    then = at(one, now)
    assert then >= now
    assert not one.quiet.holds(one.clock(then).time())
    assert then == now or one.quiet.holds(one.clock(then - timedelta(minutes=1)).time())
    assert then - now <= timedelta(days=2)


def tried(times: int) -> Delivery:
    delivery = Delivery(id="d", recipient="a", made_at=NOON, due_at=NOON)
    for _ in range(times):
        delivery = begun(delivery)
    return delivery


def test_attempts_come_further_and_further_apart_and_end():
    silent = Outcome(error="it did not answer")
    waits = []
    for number in range(1, 9):
        delivery = ended(tried(number), silent, recipient=ADA, at=NOON)
        waits.append((delivery.due_at - NOON).total_seconds())
    assert waits[:7] == [5, 300, 1800, 7200, 18_000, 36_000, 36_000]
    assert (delivery.state, delivery.error) == (DeliveryState.FAILED, "it did not answer")
    assert ended(tried(1), replace(silent, final=True), recipient=ADA, at=NOON).state is DeliveryState.FAILED


def test_the_other_side_is_left_alone_as_long_as_it_says_within_a_day_and_nobody_is_woken_by_another_attempt():
    hour, week = NOON + timedelta(hours=1), NOON + timedelta(days=7)
    for until, then in ((hour, hour), (week, NOON + timedelta(days=1)), (NOON, NOON + timedelta(seconds=5))):
        assert ended(tried(1), Outcome(error="busy", until=until), recipient=ADA, at=NOON).due_at == then
    quiet = replace(ADA, quiet=NIGHT)
    assert ended(tried(6), Outcome(error="busy"), recipient=quiet, at=NOON).due_at == berlin(2025, 9, 4, 7)


def test_what_was_told_in_the_end_has_no_error():
    told = ended(begun(replace(tried(1), error="busy")), Outcome(code=204), recipient=ADA, at=NOON)
    assert (told.state, told.told_at, told.error, told.code, told.attempts) == (DeliveryState.TOLD, NOON, None, 204, 2)
