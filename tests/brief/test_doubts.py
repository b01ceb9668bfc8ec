"""Days that cannot be known are not told."""

from dataclasses import replace
from datetime import date

import pytest

from brief.reports import RUN, found_of
from brief.test_brief import brief_of, texts
from onrecord.brief import write_brief
from onrecord.data import document
from onrecord.extract import extract_at
from onrecord.verify import oppose

SHUT = "The board shut the quay of Tarn on Tuesday after its crane fell."


def changed_on(day):
    """Brief on a report of 24 September 2025, a Wednesday, whose page was changed on a day."""
    found = found_of((SHUT, date(2025, 9, 24)))
    (one,) = found.candidates
    page = document(SHUT, title="The quay", published_at=date(2025, 9, 24), modified_at=day)
    found = replace(found, candidates=(replace(one, memento=replace(one.memento, document=page)),))
    return write_brief("quay", found, as_of=date(2025, 10, 30), run=RUN, read=extract_at, oppose=oppose)


def test_a_page_changed_within_the_week_has_its_day():
    brief = changed_on(date(2025, 9, 26))
    assert any("Tuesday [23 September 2025]" in text for text in texts(brief))
    assert brief.timeline


def test_a_page_changed_after_another_tuesday_has_none():
    brief = changed_on(date(2025, 10, 3))
    assert SHUT in texts(brief)
    assert not brief.timeline


def test_a_page_that_tells_as_done_what_came_after_its_date_has_no_weekday():
    words = f"{SHUT} The captains of Tarn opened the quay on 2 October 2025 with a feast."
    assert all("[" not in text for text in texts(brief_of((words, date(2025, 9, 24)), as_of=date(2025, 10, 30))))


def test_what_as_many_tell_of_another_week_has_no_date():
    other = "On Tuesday the board shut the quay of Tarn when its crane fell, the captains said."
    brief = brief_of((SHUT, date(2025, 9, 24)), (other, date(2025, 9, 17)))
    assert texts(brief)
    assert all("[" not in text for text in texts(brief))


def test_a_day_without_its_year_is_of_none_where_others_tell_of_it_in_another():
    """The page of the whole year goes on after its date: its "8 August" is that of the year it was begun in."""
    storm = ("A storm struck the quay of Tarn on 8 August, the captains said.", date(2025, 3, 22))
    (entry,) = brief_of(storm).timeline
    assert entry.time.start == date(2024, 8, 8)
    other = ("The storm that struck the quay of Tarn on Aug. 8 took ten boats.", date(2025, 8, 9))
    assert [entry.time.start for entry in brief_of(storm, other).timeline] == [date(2025, 8, 8)]


def test_what_most_tell_of_one_week_has_its_date_there_and_none_elsewhere():
    told = (
        (SHUT, date(2025, 9, 10), "A"),
        ("On Tuesday the board shut the quay of Tarn when its crane fell, the captains said.", date(2025, 9, 24), "B"),
        ("The quay of Tarn was shut by the board on Tuesday after the crane fell.", date(2025, 9, 23), "C"),
    )
    brief = brief_of(*told)
    assert [entry.time.start for entry in brief.timeline] == [date(2025, 9, 23)]
    assert not any("9 September" in text for text in texts(brief))


@pytest.mark.parametrize(
    "words",
    [
        "The captains planned to meet at the quay of Tarn over the weekend.",
        "The board of the quay was preparing to open it over the weekend.",
        "The race at the quay had been scheduled for the weekend, the board said.",
    ],
)
def test_a_weekend_in_a_plan_is_no_day(words):
    assert brief_of((words, date(2025, 9, 24))).timeline == ()


def test_a_weekend_that_is_over_has_its_place():
    (entry,) = brief_of(("The crane of the quay fell over the weekend, the board said.", date(2025, 9, 24))).timeline
    assert entry.time.start == date(2025, 9, 20)


def test_a_day_that_is_counted_back_to_has_no_date():
    words = "The crane of the quay fell five days ago, the board said."
    assert set(texts(brief_of((words, date(2025, 9, 24))))) == {words}


def test_a_toll_ahead_of_its_day_is_a_later_one_on_a_page_that_was_written_on():
    rising = [
        ("The flood in the Tarn valley killed 500 people, the captains said.", date(2025, 9, 1)),
        ("The flood in the Tarn valley killed 1,100 people, rescuers said.", date(2025, 9, 3)),
        ("The flood in the Tarn valley has now killed 1,300 people, the board said.", date(2025, 9, 5)),
    ]
    ahead = ("The flood in the Tarn valley last week killed 4,100 people as of Tuesday.", date(2025, 9, 2))
    told = " ".join(texts(brief_of(*rising, ahead)))
    assert "1,300" in told
    assert "4,100" not in told
    told = " ".join(texts(brief_of(*rising[:2], ahead)))  # one report behind may count a part
    assert "4,100" in told
