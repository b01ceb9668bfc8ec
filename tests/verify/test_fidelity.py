"""Other words for a sentence: what may stand for it, and what may not, by the reason that is given."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.verify.newsroom import VERIFIER

from onrecord.verify import Rewording, judge_rewordings

FRIDAY = date(2025, 9, 5)

COUNT = "The flood has killed 31 people, the interior ministry said on Friday."
REFUSAL = "The mayor of Tarn did not sign the contract, the council said."
PLAN = "Engineers may open the north gate next week, the water board said."
AID = "The cabinet approved the aid for the flooded towns on Monday."
WARNED = "“We were not warned,” Mayor Ida Marsh told reporters in Harrow on Friday."


def reason(cut, offered, language="en"):
    (found,) = judge_rewordings([Rewording(cut=cut, offered=offered, day=FRIDAY, language=language)], verifier=VERIFIER)
    return found.code.value if found else None


SAME = [
    (COUNT, "The interior ministry said on Friday that the flood has killed 31 people."),
    (REFUSAL, "The council said the mayor of Tarn did not sign the contract."),
    (PLAN, "The water board said engineers may open the north gate next week."),
    (AID, "On Monday the cabinet approved the aid for the flooded towns."),
    (
        "He [Tom Reed] resigned on 9 September after three days of protest in Harrow.",
        "After three days of protest in Harrow, [Tom Reed] resigned on 9 September.",
    ),
    (
        "The Kessel dam gave way on Thursday [4 September 2025], and at least 12 people were killed.",
        "At least 12 people were killed when the Kessel dam gave way on Thursday [4 September 2025].",
    ),
]


@pytest.mark.parametrize(("cut", "offered"), SAME)
def test_the_same_in_another_order_may_stand_for_it(cut, offered):
    assert reason(cut, offered) is None


OTHER = [
    ("number_differs", COUNT, "The interior ministry said on Friday that the flood has killed 13 people."),
    ("number_differs", "At least 12 people were killed in the flood.", "In the flood, 12 people were killed."),
    ("negated", REFUSAL, "The council said the mayor of Tarn did sign the contract."),
    ("likelihood_differs", PLAN, "The water board said engineers will open the north gate next week."),
    ("date_differs", AID, "On Tuesday the cabinet approved the aid for the flooded towns."),
    ("date_differs", COUNT, "The flood killed 31 people on Friday, the interior ministry said."),
    ("entity_differs", AID, "On Monday the cabinet of Anna Brandt approved the aid for the flooded towns."),
    ("said_not_so", "The flood has killed 31 people, the ministry said.", "The flood has killed 31 people."),
    ("said_not_so", COUNT, "The interior ministry confirmed on Friday that the flood has killed 31 people."),
    ("said_not_so", COUNT, "The health ministry said on Friday that the flood has killed 31 people."),
    ("quotation_differs", WARNED, "Mayor Ida Marsh told reporters in Harrow on Friday: “We were never warned.”"),
    ("quotation_differs", WARNED, "Mayor Ida Marsh told reporters in Harrow on Friday that they were not warned."),
    ("not_one_sentence", AID, f"{AID} More is to come."),
    ("not_one_sentence", AID, "**On Monday** the cabinet approved the aid for the flooded towns."),
    ("not_one_sentence", AID, "The cabinet approved the <b>aid</b> for the flooded towns on Monday."),
    ("not_one_sentence", AID, "The cabinet approved the aid\nfor the flooded towns on Monday."),
    ("not_one_sentence", AID, "The cabinet approved the aid for the flooded towns on Monday\u202e."),
    ("not_one_sentence", AID, "The c\u0430binet approved the aid for the flooded towns on Monday."),
    ("not_one_sentence", AID, "On Monday the cabinet approved the aid for the flooded towns. " * 1_000),
    ("words_differ", AID, "On Monday the cabinet tragically approved the aid for the flooded towns."),
    ("words_differ", "The court found the minister guilty.", "The court found the minister guilty of fraud."),
    ("words_differ", "He [Tom Reed] resigned on 9 September.", "[Tim Reed] resigned on 9 September."),
    ("words_differ", "The dam broke on Monday [1 September 2025].", "The dam broke on Monday 1 September 2025."),
    ("entity_differs", "The Northgate team beat Harrow.", "Harrow beat the Northgate team."),
    ("entity_differs", "Ida Marsh asked Tom Reed why he had left.", "Tom Reed asked Ida Marsh why he had left."),
    ("not_borne_out", "Prices rose in March as wages fell.", "Prices fell in March as wages rose."),
    ("not_borne_out", "Some of the schools reopened in Tarn.", "All of the schools reopened in Tarn."),
]


@pytest.mark.parametrize(("code", "cut", "offered"), OTHER)
def test_what_says_more_or_less_or_else_may_not(code, cut, offered):
    assert reason(cut, offered) == code


def test_each_offer_gets_its_own_reason_in_order():
    offers = [
        Rewording(cut=cut, offered=offered, day=FRIDAY, language="en")
        for cut, offered in (*SAME, *(o[1:] for o in OTHER))
    ]
    found = judge_rewordings(offers, verifier=VERIFIER)
    assert [one.code.value if one else None for one in found] == [None] * len(SAME) + [code for code, *_ in OTHER]
    assert judge_rewordings([], verifier=VERIFIER) == ()


def test_words_in_a_language_that_is_not_compared_stay():
    cut = "Das Kabinett billigte am Montag die Hilfe für die überfluteten Städte."
    assert reason(cut, "Am Montag billigte das Kabinett die Hilfe für die überfluteten Städte.", "de") is not None


@given(st.text(max_size=200))
def test_whatever_comes_back_is_judged(offered):
    assert reason(AID, offered) is not None or offered.strip() == AID
