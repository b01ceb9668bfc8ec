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
TRUE += [
    ("Wheat prices in Sorrel rose on Monday.", "Barley prices in Sorrel fell on Monday."),
    ("The school in Tarn opened on Monday.", "The school in Tarn's old mill closed on Monday."),
    ("Lund won the race in Sorrel on Monday.", "Lund lost a shoe in the race in Sorrel on Monday and still came first."),
    ("The council approved the budget on Monday.", "The council rejected two changes to the budget on Monday before passing it."),
    ("The factory in Tarn reopened on Monday.", "Acmar, which closed its factory in Halme on Monday, has another in Tarn."),
    ("The strike began on Monday.", "The strike ended its first day on Monday with a march."),
    ("The talks ended on Monday.", "The talks that began on Sunday went on until Monday."),
    ("Holt sold her house on Monday.", "Holt bought a boat on Monday."),
    ("The crown gained against the dollar on Monday.", "The crown lost against the euro on Monday."),
    ("Turnout rose in Tarn on Monday.", "Turnout fell in Veldania on Monday, though not in Tarn."),
    ("The tower is 90 metres high since Monday.", "With its mast the tower is 110 metres high since Monday, without it 90."),
    ("Pia Lund is the new mayor of Sorrel since Monday.", "Former mayor Pia Lund of Tarn became mayor of Sorrel on Monday."),
]  # fmt: skip
TRUE += [
    ("The bill did not pass on Monday.", "The bill passed its first reading on Monday and failed the second."),
    ("None of the passengers was hurt on Monday.", "The driver was hurt on Monday, his passengers were not."),
    ("The dam did not burst on Monday.", "The dam was about to burst on Monday."),
    ("The fire did not spread to the town on Monday.", "The fire spread to the forest on Monday, away from the town."),
    ("The teachers did not strike on Monday.", "The nurses struck on Monday with the drivers."),
    ("Lund did not call Holt a liar on Monday.", "Holt called Lund a liar on Monday."),
    ("Tarn did not beat Sorrel on Monday.", "Sorrel beat Tarn on Monday."),
    ("The price did not rise on Monday.", "The price rose by a crown on Sunday and stayed there on Monday."),
]  # fmt: skip
FALSE += [
    ("The bill did not pass on Monday.", "The bill passed on Monday."),
    ("None of the passengers was hurt on Monday.", "Two passengers were hurt on Monday."),
    ("The dam did not burst on Monday.", "The dam burst on Monday."),
    ("The fire did not spread to the town on Monday.", "The fire spread to the town on Monday."),
    ("Tarn did not beat Sorrel on Monday.", "Tarn beat Sorrel on Monday."),
    ("The price did not rise on Monday.", "The price rose by a crown on Monday."),
    ("Wheat prices in Sorrel rose on Monday.", "Wheat prices in Sorrel fell on Monday."),
    ("Lund won the race in Sorrel on Monday.", "Lund lost the race in Sorrel on Monday."),
    ("The council approved the budget on Monday.", "The council rejected the budget on Monday."),
    ("The strike began on Monday.", "The strike ended on Monday."),
    ("The crown gained against the dollar on Monday.", "The crown lost against the dollar on Monday."),
    ("Turnout rose in Tarn on Monday.", "Turnout fell in Tarn on Monday."),
    ("Pia Lund is the mayor of Sorrel since Monday.", "Pia Lund, the former mayor of Sorrel, spoke on Monday."),
]


@pytest.mark.parametrize(("statement", "text"), TRUE, ids=[statement for statement, _ in TRUE])
def test_a_no_is_not_denied_by_a_yes_to_something_else(statement, text):
    assert check(statement, report(text), **ON_MONDAY).label is not Label.REFUTED


@pytest.mark.parametrize(("statement", "text"), FALSE, ids=[statement for statement, _ in FALSE])
def test_a_no_is_denied_by_a_yes_to_the_same(statement, text):
    assert check(statement, report(text), **ON_MONDAY).label is Label.REFUTED
