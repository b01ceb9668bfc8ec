"""Deliveries over days: what is held back is counted and told, and whoever dies in between tells again under the same id."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from onrecord import wiring
from onrecord.data import (
    DeliveryState,
    Followed,
    FollowedKind,
    Message,
    Notice,
    NoticeKind,
    Outcome,
    Quiet,
    Recipient,
    Watch,
)
from onrecord.surfaces.service import telling
from onrecord.surfaces.service.telling import Manners

NOON = datetime(2025, 9, 3, 12, tzinfo=UTC)


class Listener:
    """Hears messages, and answers as it is told to."""

    def __init__(self, *outcomes: Outcome) -> None:
        self.heard: list[Message] = []
        self._outcomes = list(outcomes)

    def tell(self, messages: Iterable[Message]) -> Iterator[Outcome]:
        for message in messages:
            self.heard.append(message)
            yield self._outcomes.pop(0) if self._outcomes else Outcome()

    def told(self) -> list[list[str]]:
        return [[one["title"] for one in json.loads(each.body)["data"]["alerts"]] for each in self.heard]


class Diary:
    """A store with one topic that is followed, and news of it by the hour."""

    def __init__(self, kept) -> None:
        self.kept = kept
        self.watch = Watch(followed=Followed(id="t", words="Kessel", kind=FollowedKind.TOPIC, added_at=NOON))
        self.kept.followed.add(self.watch.followed)
        self.number = 0

    def tell(self, **manners) -> None:
        telling.add(self.kept, "true", Manners(**manners))

    def note(self, at: datetime, title: str | None = None) -> None:
        """Note that something happened."""
        self.number += 1
        notice = Notice(
            id=f"urn:{self.number}",
            title=title or f"N{self.number}",
            text="…",
            kind=NoticeKind.UPDATE,
            shape='{"schema": "x"}',
        )
        after = replace(self.watch, followed=replace(self.watch.followed, looked_at=at))
        assert self.kept.followed.looked(self.watch, after, notice=notice, plan=telling.plan(at))
        self.watch = after

    def deliver(self, at: datetime, listener: Listener) -> list[DeliveryState]:
        def teller(_: Recipient) -> Listener:
            return listener

        return [one.state for one in telling.deliver(self.kept, teller, at=at)]


@pytest.fixture
def diary(tmp_path):
    kept = wiring.open_store(tmp_path / "desk")
    with kept.store:
        yield Diary(kept)


def hours(number: float) -> datetime:
    return NOON + timedelta(hours=number)


def test_what_is_more_than_wanted_is_counted_and_told_in_the_morning(diary):
    diary.tell(at_most=2)
    for hour in range(5):
        diary.note(hours(hour))
    listener = Listener()
    diary.deliver(hours(5), listener)
    assert listener.told() == [["N1"], ["N2"]]
    diary.note(hours(13))  # the next day, by the clock of UTC
    diary.deliver(hours(19), listener)
    diary.deliver(hours(20), listener)
    assert listener.told()[2:] == [["N6"], ["N3", "N4", "N5"]]
    digest = json.loads(listener.heard[-1].body)
    assert (digest["type"], digest["data"]["held_back"]) == ("digest", 3)
    assert "3 of these were held back" in listener.heard[-1].text
    assert listener.heard[-1].subject == "3 changes in what you follow"


def test_a_title_of_several_lines_makes_a_subject_of_one(diary):
    diary.tell()
    diary.note(NOON, "On record: 31 people\r\nBcc: eve@evil.example\x00")
    listener = Listener()
    diary.deliver(NOON, listener)
    assert listener.heard[0].subject == "On record: 31 people⟨U+000D⟩ Bcc: eve@evil.example⟨U+0000⟩"


def test_what_comes_up_in_quiet_hours_is_told_together_when_they_end(diary):
    diary.tell(quiet=Quiet(begin=time(22), end=time(7)))
    for hour in (9, 10, 12, 18):
        diary.note(hours(hour))
    listener = Listener()
    for hour in (9, 10, 12, 18.9):
        diary.deliver(hours(hour), listener)
    assert listener.told() == [["N1"]]
    diary.deliver(hours(19), listener)
    assert listener.told() == [["N1"], ["N2", "N3", "N4"]]


def test_nobody_is_woken_by_a_cycle_that_comes_late(diary):
    diary.tell(quiet=Quiet(begin=time(22), end=time(7)))
    diary.note(hours(9))
    listener = Listener()
    assert diary.deliver(hours(11), listener) == []
    assert diary.deliver(hours(19), listener) == [DeliveryState.TOLD]


def test_a_digest_that_is_being_told_takes_up_nothing_more(diary):
    diary.tell(digest=time(14))
    diary.note(hours(0))
    listener = Listener(Outcome(error="busy"))
    assert diary.deliver(hours(2), listener) == [DeliveryState.TRYING]
    diary.note(hours(2))
    assert diary.deliver(hours(3), listener) == [DeliveryState.TOLD]
    assert listener.told() == [["N1"], ["N1"]]
    assert listener.heard[0] == listener.heard[1]
    diary.deliver(hours(26), listener)
    assert listener.told()[2:] == [["N2"]]


def test_whoever_dies_between_telling_and_noting_it_tells_again_under_the_same_id(diary):
    class Dies(Listener):
        def tell(self, messages):
            for _ in super().tell(messages):
                raise KeyboardInterrupt

    diary.tell()
    diary.note(NOON)
    dying, living = Dies(), Listener()
    with pytest.raises(KeyboardInterrupt):
        diary.deliver(NOON, dying)
    assert diary.deliver(NOON, living) == [DeliveryState.TOLD]
    assert dying.heard == living.heard
    ((told,),) = [diary.kept.telling.deliveries(limit=9)]
    assert told.delivery.attempts == 2


def test_one_that_cannot_be_told_is_left_alone_for_the_rest_of_the_cycle_and_given_up_in_the_end(diary):
    diary.tell()
    diary.note(NOON)
    diary.note(hours(1))
    silent = [Outcome(error="busy")] * 20
    listener = Listener(*silent)
    assert diary.deliver(hours(2), listener) == [DeliveryState.TRYING]
    at = hours(2)
    while len(listener.heard) < 16:
        at += timedelta(hours=11)
        diary.deliver(at, listener)
    assert {each.delivery.state for each in diary.kept.telling.deliveries(limit=9)} == {DeliveryState.FAILED}
    assert [each["error"] for each in telling.failing(diary.kept)] == ["busy", "busy"]


def test_two_processes_do_not_tell_at_once(diary):
    diary.tell()
    diary.note(NOON)
    listener = Listener()
    with diary.kept.telling.alone() as alone:
        assert alone
        assert diary.deliver(NOON, listener) == []
    assert diary.deliver(NOON, listener) == [DeliveryState.TOLD]


def test_of_two_that_look_at_once_one_has_news(diary):
    before = diary.watch
    diary.note(NOON)
    notice = Notice(id="urn:2", title="N2", text="…", kind=NoticeKind.UPDATE, shape="{}")
    after = replace(before, followed=replace(before.followed, looked_at=hours(1)))
    assert not diary.kept.followed.looked(before, after, notice=notice, plan=telling.plan(NOON))
    assert [one.notice.id for one in diary.kept.followed.alerts(limit=9)] == ["urn:1"]
