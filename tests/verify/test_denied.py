"""A no is denied by a yes to the same thing alone: of the same one, to the same one, on the same day."""

import pytest
from tests.verify.newsroom import ON_MONDAY, check, report

from onrecord.data import Label

TRUE = [
    ("No one was killed in the fire in Sorrel on Monday.", "A fire in Sorrel on Monday killed 40 sheep and burned two barns."),
    ("No children were hurt on Monday in Sorrel.", "Two teachers were hurt on Monday in Sorrel when a wall fell as children played."),
    ("The bridge in Sorrel was not damaged on Monday.", "The flood on Monday damaged the road to the bridge in Sorrel."),
    ("The council did not raise taxes on Monday.", "The council raised fees on Monday, and kept taxes as they were."),
    ("Lund did not resign on Monday.", "Lund's deputy resigned on Monday, hours before Lund spoke."),
    ("The museum in Sorrel was not open on Monday.", "The museum shop in Sorrel was open on Monday."),
    ("Acmar did not close its plant in Tarn on Monday.", "Acmar closed its shop beside the plant in Tarn on Monday."),
    ("The ferry did not sail on Monday.", "The ferry's sister ship sailed on Monday."),
    ("Police fired no shots in Sorrel on Monday.", "Shots were fired at police in Sorrel on Monday."),
    ("The strike did not affect trains in Sorrel on Monday.", "The strike affected buses in Sorrel on Monday; trains carried more passengers."),
    ("The prosecutor did not charge Lund on Monday.", "The prosecutor charged Lund's brother on Monday."),
    ("The storm did not reach Tarn on Monday.", "The storm reached Sorrel on Monday and turned away before Tarn."),
    ("The army did not enter Harrow on Monday.", "The army entered the suburbs of Harrow on Monday."),
    ("The hospital in Sorrel has no intensive-care beds free on Monday.", "The hospital in Sorrel has 40 intensive-care beds, all of them taken on Monday."),
    ("The mayor was not invited on Monday.", "The mayor's deputy was invited on Monday."),
    ("The rescuers found no survivors on Monday.", "The rescuers found two bodies on Monday; the survivors had been found on Sunday."),
    ("The water in Sorrel is not safe to drink since Monday.", "The water in Tarn is safe to drink, that in Sorrel has not been since Monday."),
    ("The boat never reached the shore on Monday.", "The boat's crew reached the shore on Monday."),
]  # fmt: skip
FALSE = [
    ("No one was killed in the fire in Sorrel on Monday.", "A fire in Sorrel on Monday killed two farmers."),
    ("No children were hurt on Monday in Sorrel.", "Two children were hurt on Monday in Sorrel when a wall fell."),
    ("The bridge in Sorrel was not damaged on Monday.", "The flood on Monday damaged the bridge in Sorrel."),
    ("The council did not raise taxes on Monday.", "The council raised taxes on Monday, and kept fees as they were."),
    ("Lund did not resign on Monday.", "Lund resigned on Monday."),
    ("The museum in Sorrel was not open on Monday.", "The museum in Sorrel was open on Monday."),
    ("Acmar did not close its plant in Tarn on Monday.", "On Monday Acmar closed its plant in Tarn."),
    ("Police fired no shots in Sorrel on Monday.", "Police fired shots in Sorrel on Monday."),
    ("The strike did not affect trains in Sorrel on Monday.", "The strike affected trains and buses in Sorrel on Monday."),
    ("The prosecutor did not charge Lund on Monday.", "The prosecutor charged Lund on Monday."),
    ("The storm did not reach Tarn on Monday.", "The storm reached Tarn on Monday."),
    ("The army did not enter Harrow on Monday.", "The army entered Harrow on Monday."),
    ("The mayor was not invited on Monday.", "The mayor was invited on Monday."),
    ("The rescuers found no survivors on Monday.", "The rescuers found two survivors on Monday."),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "text"), TRUE, ids=[statement for statement, _ in TRUE])
def test_a_no_is_not_denied_by_a_yes_to_something_else(statement, text):
    assert check(statement, report(text), **ON_MONDAY).label is not Label.REFUTED


@pytest.mark.parametrize(("statement", "text"), FALSE, ids=[statement for statement, _ in FALSE])
def test_a_no_is_denied_by_a_yes_to_the_same(statement, text):
    assert check(statement, report(text), **ON_MONDAY).label is Label.REFUTED
