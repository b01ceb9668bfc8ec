"""What somebody is, by whom the record calls so: not whom it names beside him, nor whose relative he is."""

import pytest
from tests.verify.newsroom import check, report

from onrecord.data import Label

ROUND = "Top seed Mats Kroll takes on qualifier Ben Ashdown in Thursday's first round."
DEAL = (
    "Veldt and Ostrava Sound signed a deal on Monday. Fisheries Minister Greta Solberg of Ostrava Sound called it a fair day's "
    "work."
)
BLIGHT = (
    "Blight has been found in Marl, the plant health service said on Monday. Up to a fifth of the crop could be lost, said Jonas "
    "Petty of the growers' association."
)
DASK = "Mirela Dask, the daughter of a coal merchant, studied law before turning to art."

OTHERWISE = [
    ("Ben Ashdown is the top seed.", ROUND),
    ("Mats Kroll is a qualifier.", ROUND),
    ("Vesthavn are the champions.", "Champions Skarn beat Vesthavn 2-0 in Tarn."),
    ("Greta Solberg is fisheries minister of Veldt.", DEAL),
    ("Jonas Petty is with the plant health service.", BLIGHT),
    ("Mirela Dask was a coal merchant.", DASK),
    ("Rolf Lind is the mayor of Pell.", "Rolf Lind, son of the mayor of Pell, was arrested on Monday."),
]

SO = [
    ("Mats Kroll is the top seed.", ROUND),
    ("Ben Ashdown is a qualifier.", ROUND),
    ("Skarn are the champions.", "Champions Skarn beat Vesthavn 2-0 in Tarn."),
    ("Greta Solberg is fisheries minister of Ostrava Sound.", DEAL),
    (
        "Ida Holt is mayor of Pell.",
        "Pell lost its court on Monday. Mayor Ida Holt of the Wren Party resigned in Pell.",
    ),
    ("Jonas Petty is with the growers' association.", BLIGHT),
    ("Mirela Dask was the daughter of a coal merchant.", DASK),
    ("Mirela Dask was a painter.", "Mirela Dask, the daughter of a painter, was a painter herself in Tarn."),
    (
        "Tom Lund was the victim.",
        "Tom Lund was shot in Pell on Monday. Friends of the victim, Tom Lund, said he had been threatened.",
    ),
    ("Ida Holt is the champion.", "The parents of the champion, Ida Holt, live in Pell."),
    ("Pia Lund was the champion.", "Rival Ida Holt beat the champion, Pia Lund, in Tarn."),
    ("Pia Lund is the captain of Skarn.", "Captain Pia Lund of Skarn missed the penalty."),
]


@pytest.mark.parametrize(("statement", "text"), OTHERWISE)
def test_what_the_record_has_another_be_is_not_on_record(statement, text):
    assert check(statement, report(text)).label is Label.NOT_ENOUGH_EVIDENCE


@pytest.mark.parametrize(("statement", "text"), SO)
def test_what_it_has_somebody_be_is(statement, text):
    assert check(statement, report(text)).label is Label.SUPPORTED
