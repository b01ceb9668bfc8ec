"""What two reports hold against each other by their words."""

import pytest
from tests.verify.newsroom import MONDAY, TUESDAY, report

from onrecord.verify import oppose


def opposed(one, other):
    (found,) = oppose([(report(one, on=MONDAY), report(other, on=TUESDAY, by="Island Ledger"))])
    return found


HELD = [
    ("The quay at Northgate is closed.", "The quay at Northgate is open.", "closed", "open", True),
    (
        "The ban on night sailing is in force.",
        "The ban on night sailing is not in force.",
        "force",
        "not in force",
        True,
    ),
    (
        "The army said it controls the town of Harrow.",
        "The rebels said the army does not control the town of Harrow.",
        "controls",
        "not control",
        False,
    ),
    (
        "Talks between the union and the board have ended.",
        "Talks between the union and the board have not ended.",
        "ended",
        "not ended",
        True,
    ),
    (
        "Ida Marsh, the director of the water board, opened the gate.",
        "Former water board director Ida Marsh opened the gate.",
        "Ida Marsh",
        "Former water board director Ida Marsh",
        True,
    ),
]


@pytest.mark.parametrize(("one", "other", "mine", "theirs", "state"), HELD)
def test_yes_and_no_to_one_thing(one, other, mine, theirs, state):
    found = opposed(one, other)
    assert (found.here.cut(one), found.there.cut(other), found.is_state) == (mine, theirs, state)
    assert found.says_no == (False, theirs.startswith("not"))
    back = opposed(other, one)
    assert (back.there.cut(one), back.here.cut(other), back.says_no) == (mine, theirs, found.says_no[::-1])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The quay at Northgate was closed on Monday.", "The quay at Northgate was not closed on Friday."),
        ("The board did not approve the budget of 2024.", "The board approved the budget of 2025."),
        ("The quay at Northgate is closed.", "The quay at Port Sorrel is open."),
        ("The court found the harbour master guilty.", "The court found the captain not guilty."),
        ("Schools in Tarn are closed.", "Schools in Tarn may open on Monday."),
        ("The council has not voted on the toll.", "The council will vote on the toll on Monday."),
        ("Schools in Tarn are closed.", "Not all schools in Tarn are closed."),
        ("The storm killed 12 people.", "The storm did not kill 31 people."),
        ("President Anna Brandt signed the treaty.", "President Olaf Venn signed the treaty."),
        ("The quay at Northgate is closed.", "The quay at Northgate is closed, the board said."),
        ("Das Tor von Tarn ist offen.", "Das Tor von Tarn ist nicht offen."),
    ],
)
def test_another_day_name_number_or_plan_is_no_opposition(one, other):
    assert opposed(one, other) is None
    assert opposed(other, one) is None
