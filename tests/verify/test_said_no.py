"""A no by other words, a denial that ends where its speaker goes on, what is foreseen by nobody named, what goes unsaid."""

import time

import pytest
from tests.verify.newsroom import check, report

from onrecord.data import Label
from onrecord.verify.comparing.alike import in_its_no
from onrecord.verify.comparing.attribution import hear
from onrecord.verify.reading.gist import gist

WITHOUT = "Some 4,000 homes in Halme were without power."
SYRUP = "Renn denies having taken the drug and says it was in a syrup."
INVOLVED = "The brothers from Tarn deny any involvement."
SEATS = "The Alliance came second with 22, while the Farmers' Party doubled its seats to 12."
SET_OFF = (
    "A detector in the mine of Tarn was faulty, the labour office said on Monday. In a report, it said that the alarm was "
    "set off by hand."
)
EXPECTS = "The bank of Veldania expects unemployment to rise to 5.9 percent by December."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Some 4,000 homes in Halme had no electricity.", WITHOUT),
        ("Some 4,000 homes in Halme had no electricity.", "Some 4,000 homes in Halme lost power."),
        ("There were no injuries in the fire in Halme.", "Nobody was hurt in the fire in Halme."),
        ("No one was injured in the fire in Halme.", "There were no injuries in the fire in Halme."),
        ("Jan Holt was not hurt.", "The driver, Jan Holt, was unharmed."),
        ("Three miners were missing in Tarn.", "Three miners were unaccounted for in Tarn."),
        ("Nobody has been charged over the fire in Tarn.", "No one has been charged over the fire in Tarn."),
        ("The brothers from Tarn said they were not involved.", INVOLVED),
        ("Renn said he had not taken the drug knowingly.", "Renn denies having taken the drug knowingly."),
        ("Renn denies having taken the drug.", SYRUP),
        ("Renn says it was in a syrup.", SYRUP),
        ("According to the labour office, the alarm in Tarn was set off by hand.", SET_OFF),
        ("Unemployment in Veldania is forecast to rise to 5.9 percent by December.", EXPECTS),
        ("The Alliance finished second with 22 seats.", SEATS),
        ("Dario Kessel attributed the decline to a 19-day strike in Tarn.", "Dario Kessel put the decline down to a 19-day strike in Tarn."),
    ],
)  # fmt: skip
def test_what_is_put_by_another_no_is_on_record(text, told):
    assert check(text, report(told)).label is Label.SUPPORTED


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Some 4,000 homes in Halme had no electricity.", "Power was restored to 4,000 homes in Halme."),
        ("Some 4,000 homes in Halme had no electricity.", "Some 4,000 homes in Halme were without water."),
        ("Some 4,000 homes in Halme had no electricity.", "Some 4,000 homes in Halme have their own power."),
        ("No one was injured in the fire in Halme.", "There were no deaths in the fire in Halme."),
        ("No one was injured in the fire in Halme.", "There were no serious injuries in the fire in Halme."),
        ("No one was killed in the fire in Halme.", "Nobody was hurt in the fire in Tarn."),
        ("The brothers from Tarn were not involved.", INVOLVED),
        ("The police in Tarn said the brothers were not involved.", INVOLVED),
        ("Renn said he had taken the drug knowingly.", "Renn denies having taken the drug knowingly."),
        ("Renn denies that it was in a syrup.", SYRUP),
        ("Renn said nobody had known of the cracks in Tarn.", "Renn denied that nobody had known of the cracks in Tarn."),
        ("Renn said that it had leaked.", "Renn said the dam was safe and denied that it had leaked."),
        ("According to the union, the alarm in Tarn was set off by hand.", f"{SET_OFF} The union said nothing."),
        ("Holt is expected to win the election in Veldania.", "Holt expects to win the election in Veldania."),
        ("Holt is expected to win the election in Veldania.", "Renn expects Holt to win the election in Veldania."),
        ("Unemployment in Veldania will rise to 5.9 percent by December.", EXPECTS),
        ("The Alliance finished second with 12 seats.", SEATS),
        ("The Alliance lost 22 seats.", SEATS),
        ("Lund won 22 medals in Tarn.", "Lund, 22, won two medals in Tarn."),
        ("Lund won 22 seats in Tarn.", "Lund won 22 percent in Tarn, and five seats."),
    ],
)  # fmt: skip
def test_what_only_sounds_like_it_is_not(text, told):
    assert check(text, report(told)).label is not Label.SUPPORTED


def test_who_denies_one_thing_and_says_another_is_not_on_record_denying_that():
    told, here = gist(SYRUP), gist("Renn maintains that it was in a syrup.")
    denied, said = told.sayings
    assert denied.content.cut(SYRUP) == "having taken the drug"
    assert not said.denied
    assert hear(("Renn",), here, told, range(len(told.words)), beside=None).denial is None


@pytest.mark.parametrize(
    ("stated", "told", "asked"),
    [
        ("Nobody was hurt.", "There were no injuries.", "There were no injuries."),
        ("They had no electricity.", "They were without power.", "They had no power."),
        ("They had electricity.", "They were without power.", "They had electricity."),
        ("Nobody came.", "Nobody came, and no one called.", "Nobody came."),
    ],
)
def test_a_model_is_asked_by_the_records_no(stated, told, asked):
    assert in_its_no(stated, told) == asked


@pytest.mark.parametrize(
    "words", ["denied it and said ", "no one was hurt and nobody ", "without power no ", "expects and "]
)
def test_hostile_input_is_read_in_linear_time(words):
    started = time.perf_counter()
    in_its_no(words * 10_000, words * 10_000)
    assert len(gist(f"Renn {words * 300}").sayings) < 1_000
    assert time.perf_counter() - started < 10
