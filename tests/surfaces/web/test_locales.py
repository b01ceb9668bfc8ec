"""Days and numbers as each language of the desk writes them."""

from datetime import UTC, date, datetime

import pytest

from onrecord.data import Interval
from onrecord.render import phrases
from onrecord.surfaces.web.languages import LANGUAGES
from onrecord.surfaces.web.locales import LOCALES

GERMAN = LOCALES["de"]


@pytest.mark.parametrize(
    ("start", "end", "english", "german"),
    [
        (date(2025, 5, 19), date(2025, 5, 19), "19 May 2025", "19. Mai 2025"),
        (date(2025, 5, 12), date(2025, 5, 19), "12–19 May 2025", "12.–19. Mai 2025"),
        (date(2025, 3, 3), date(2025, 5, 19), "3 March – 19 May 2025", "3. März – 19. Mai 2025"),
        (
            date(2024, 12, 31),
            date(2025, 1, 1),
            "31 December 2024 – 1 January 2025",
            "31. Dezember 2024 – 1. Januar 2025",
        ),
    ],
)
def test_intervals(start, end, english, german):
    days = Interval(start=start, end=end)
    assert (phrases.days(days), GERMAN.dates(days)) == (english, german)


def test_instants_have_their_time():
    noon = datetime(2025, 10, 3, 12, 5, tzinfo=UTC)
    assert (phrases.day(noon), GERMAN.date(noon)) == ("3 October 2025, 12:05 UTC", "3. Oktober 2025, 12:05 UTC")


@pytest.mark.parametrize(("value", "german"), [(61_700, "61.700"), (2.5, "2,5"), (1234.5, "1.234,5"), (7, "7")])
def test_numbers(value, german):
    assert GERMAN.number(value) == german


def test_every_other_language_has_its_months():
    assert set(LOCALES) == set(list(LANGUAGES)[1:])
    assert all(len(each.months) == len(each.short_months) == 12 for each in LOCALES.values())
