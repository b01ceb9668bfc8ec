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

RISE = (
    "The biggest gains were made by the Meadow League of Sanna Okoye, which rose from 12 seats to 33. The Democrats fell to 22; "
    "their leader, Piet Drummond, resigned on the night."
)
SCHOOL = (
    "The head teacher of Fenwick Academy, Gareth Sool, returned to work on Monday. The inquiry, led by the retired inspector "
    "Celia Brough, found that marks had been changed in 14 cases."
)

OTHERWISE = [
    ("Piet Drummond leads the Meadow League.", RISE),
    ("Celia Brough is a head teacher.", SCHOOL),
    ("Ben Ashdown is the top seed.", ROUND),
    ("Mats Kroll is a qualifier.", ROUND),
    ("Vesthavn are the champions.", "Champions Skarn beat Vesthavn 2-0 in Tarn."),
    ("Greta Solberg is fisheries minister of Veldt.", DEAL),
    ("Jonas Petty is with the plant health service.", BLIGHT),
    ("Mirela Dask was a coal merchant.", DASK),
    ("Rolf Lind is the mayor of Pell.", "Rolf Lind, son of the mayor of Pell, was arrested on Monday."),
]

SO = [
    ("Gareth Sool is a head teacher.", SCHOOL),
    ("Celia Brough is a retired inspector.", SCHOOL),
    (
        "Lena Quist heads the museum.",
        "Lasco bought the museum in Tarn. Its director, Lena Quist, heads the museum since 2019.",
    ),
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


COUGH = report(
    "Babies under six months are most in danger, says Dr Femi Larsen of the office.",
    title="Whooping cough: what you need to know",
)
QUIET = report(
    'Its leader, Dag Moe, called the result "less than our members deserve but more than we feared".',
    title="Minister threw telephone",
)
LAKE = report(
    "A boy was pulled from a lake and taken to Saltmere hospital. Mayor Frode Quigley said it would be looked at again."
)
MARCH = report("A march is planned for Saturday. The mayor of Thornby, Frode Quigley, said he would join it.")
SPOKE = [
    (
        "Strand declined an honour.",
        "Poet laureate Emeka Strand turned down a knighthood, saying he could not kneel to a king who had never read him.",
    ),
    ("Ida Holt resigned on Monday.", '"I am tired," said Ida Holt, who stepped down on Monday.'),
    ("Rolf Lind lost his house.", "Rolf Lind, whose house burned down, said he had nothing left."),
    ("Femi Larsen is a doctor.", "Babies under six months are most in danger, says Dr Femi Larsen of the office."),
    ("Pia Rask represents Maja Orlund.", "Maja Orlund's lawyer, Pia Rask, said she would appeal."),
]


@pytest.mark.parametrize(
    ("statement", "told"), [("Femi Larsen has whooping cough.", COUGH), ("Dag Moe threw a telephone.", QUIET)]
)
def test_who_only_speaks_has_done_nothing_else(statement, told):
    assert check(statement, told).label is Label.NOT_ENOUGH_EVIDENCE


def test_of_what_place_somebody_is_mayor_another_report_tells():
    assert check("Frode Quigley is mayor of Saltmere.", LAKE, MARCH).label is Label.NOT_ENOUGH_EVIDENCE
    assert check("Frode Quigley is mayor of Thornby.", LAKE, MARCH).label is Label.SUPPORTED


@pytest.mark.parametrize(("statement", "text"), SPOKE)
def test_what_is_told_of_who_speaks_is_on_record(statement, text):
    assert check(statement, report(text)).label is Label.SUPPORTED


@pytest.mark.parametrize(("statement", "text"), OTHERWISE)
def test_what_the_record_has_another_be_is_not_on_record(statement, text):
    assert check(statement, report(text)).label is Label.NOT_ENOUGH_EVIDENCE


@pytest.mark.parametrize(("statement", "text"), SO)
def test_what_it_has_somebody_be_is(statement, text):
    assert check(statement, report(text)).label is Label.SUPPORTED
