"""What is only tried for: of "a campaign to save the museum" it is not saved."""

import pytest
from tests.verify.newsroom import check, report

from onrecord.data import Label

TRIED = [
    ("Tarn saved the museum.", "A campaign to save the museum in Tarn began on Monday."),
    ("Tarn was reconnected to the grid.", "Efforts to reconnect Tarn to the grid began on Monday."),
    ("Ida Renn is free.", "Watch Ida Renn's wife: Effort to free her doesn't match the rhetoric."),
    (
        "Free at last: Ida Renn released from a Corvian prison",
        "The ministry revealed last week the existence of a “substantial offer” to free Ida Renn, in prison in Corvia.",
    ),
    ("Lund freed the hostages in Tarn.", "Lund made an appeal to free the hostages in Tarn."),
]
TOLD = [
    ("Ida Renn was freed.", "Ida Renn was freed on Monday. Efforts to free others go on."),
    (
        "Ida Renn launched a campaign to save the museum in Tarn.",
        "A campaign to save the museum in Tarn was launched by Ida Renn.",
    ),
    (
        "Ida Renn is leading a drive to save the museum in Tarn.",
        "Ida Renn leads the campaign to save it, Tarn's museum.",
    ),
    ("Halme Ferries rejected a bid by Acmar.", "Acmar's bid to buy Halme Ferries was rejected by Halme Ferries."),
    (
        "The appeal by Tom Lund was heard by the court in Tarn.",
        "The court in Tarn heard the appeal by Tom Lund on Monday.",
    ),
    ("Rescuers in Tarn found the boy.", "After a long effort to find the boy, rescuers in Tarn found him on Monday."),
    ("Tarn won its bid to host the games.", "Tarn has won its bid to host the games."),
    ("The offer of Acmar ended on Monday.", "The offer of Acmar to shareholders ended on Monday."),
]


@pytest.mark.parametrize(("statement", "text"), TRIED)
def test_what_is_only_tried_for_is_not_on_record(statement, text):
    assert check(statement, report(text)).label is Label.NOT_ENOUGH_EVIDENCE


@pytest.mark.parametrize(("statement", "text"), TOLD)
def test_what_is_done_beside_something_tried_is_on_record(statement, text):
    assert check(statement, report(text)).label is Label.SUPPORTED
