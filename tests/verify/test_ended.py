"""States that the record tells of as past, or ends itself, are not on record as so; those that last are."""

import pytest
from tests.verify.newsroom import check, report

from onrecord.data import Label
from onrecord.verify.reading.gist import gist
from onrecord.verify.weighing import ended

OVER = [
    ("A red warning is in force for the west coast.", "The red warning for the west coast has been lifted. An amber warning stays in force in the north."),
    ("The Tarrow Princess is back in service.", "The Tarrow Queen's sister ship, the Tarrow Princess, has been taken out of service for checks."),
    ("The copper mine at Skarn is closed.", "The copper mine at Skarn closed on 25 April after a fire. It reopened on Wednesday, with half of its miners back at work."),
    ("Lunden airport is closed.", "Lunden airport was closed for two hours on Friday morning after a drone was seen. It reopened at 9.40 a.m."),
    ("The Varn bridge is closed to cars.", "The Varn bridge was reopened to cars at 6 p.m. but remains closed to lorries."),
    ("The Varn bridge is closed.", "The Varn bridge was reopened to cars at 6 p.m. but remains closed to lorries."),
    ("The Mill Lane in Sorrel is closed to cars.", "The Mill Lane in Sorrel was closed to lorries on Friday but stays open to cars."),
    ("The driver in Quay Street is suspended.", "The driver, who had been suspended, was reinstated on Sunday in Quay Street."),
    ("Rolf Aune is mayor of Hellevig.", "Rolf Aune had been minister since 2021. Before that he was mayor of Hellevig."),
    ("The ceasefire in Tabor holds.", "The army retook the town of Tabor, ending the ceasefire in Tabor that had held since October."),
    ("Tom Lund is in custody.", "Tom Lund was arrested on Friday and held in custody in Harrow. He was released on Monday."),
    ("A woman is missing in Pell.", "A woman in Pell who had been reported missing was found unharmed."),
]  # fmt: skip

LASTING = [
    ("An amber warning is in force in the north.", "The red warning for the west coast has been lifted. An amber warning stays in force in the north."),
    ("The curfew is in force in Tarn.", "The curfew in Tarn is in force until Friday, when it is to be lifted."),
    ("The Tarrow Princess is in service.", "The Tarrow Princess is in service again after the Tarrow Queen was taken out of service."),
    ("The boy is in hospital.", "The boy is in hospital in Tarn and out of danger."),
    ("The copper mine at Skarn reopened on Wednesday.", "The copper mine at Skarn closed on 25 April after a fire. It reopened on Wednesday, with half of its miners back at work."),
    ("The copper mine at Skarn closed on 25 April.", "The copper mine at Skarn closed on 25 April after a fire. It reopened on Wednesday, with half of its miners back at work."),
    ("Lunden airport was closed for two hours on Friday.", "Lunden airport was closed for two hours on Friday morning after a drone was seen. It reopened at 9.40 a.m."),
    ("The Varn bridge is closed to lorries.", "The Varn bridge was reopened to cars at 6 p.m. but remains closed to lorries."),
    ("The Varn bridge was reopened to cars.", "The Varn bridge was reopened to cars at 6 p.m. but remains closed to lorries."),
    ("The bridge in Tabor is closed.", "The bridge in Tabor is closed and will be reopened in May."),
    ("The bridge in Tabor is closed.", "The bridge in Tabor remains closed. It has not been reopened since the flood."),
    ("The bridge in Tabor is closed.", "The bridge in Tabor has been closed for two years. The tunnel reopened on Monday."),
    ("The bridge in Tabor is closed.", "The bridge in Tabor has been closed since Monday."),
    ("The bridge in Tabor is closed.", "The bridge in Tabor was closed on Monday because of ice."),
    ("Pia Lund is mayor of Harrow.", "Pia Lund, who had been deputy mayor, is mayor of Harrow."),
    ("Pia Lund is mayor of Harrow.", "Pia Lund, previously a nurse, was elected mayor of Harrow on Monday."),
    ("Tom Lund is in custody.", "Tom Lund is in custody in Harrow. His brother was released on Monday."),
    ("The mill in Harrow employs 30 people.", "The mill in Harrow, which had belonged to Acmar, employs 30 people."),
    ("Dockers at Dunmere are on strike.", "Dockers at Dunmere are on strike; those at Pell returned to work on Friday."),
    ("Two people are missing in Pell.", "Two people are missing in Pell: a farmer and his grandson. A woman who had been reported missing was found unharmed."),
    ("Pia Lund is the owner of the mill in Sorrel.", "Pia Lund, the owner of the mill in Sorrel, had closed it in May."),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "text"), OVER)
def test_what_is_over_is_not_on_record_as_so(statement, text):
    assert check(statement, report(text)).label is Label.NOT_ENOUGH_EVIDENCE


@pytest.mark.parametrize(("statement", "text"), LASTING)
def test_what_lasts_and_what_was_are_on_record(statement, text):
    assert check(statement, report(text)).label is Label.SUPPORTED


def test_nothing_that_is_over_is_passed_by_before_parsing(monkeypatch):
    statements, texts = zip(*OVER, *LASTING, strict=True)
    pairs = [(gist(statement), text[:at], text[at:]) for statement in statements for text in texts for at in (60, 999)]
    quick = [ended.is_over(*pair) for pair in pairs]
    monkeypatch.setattr(ended, "_may_be_over", lambda *_: True)
    assert quick == [ended.is_over(*pair) for pair in pairs]
    assert any(quick)


def test_what_the_record_cannot_have_as_over_is_not_parsed(monkeypatch):
    monkeypatch.delattr(ended, "parse")
    assert ended.is_over(gist("The ferry sank off Pell."), "The ferry sank off Pell, where it was built.", "") is None
    assert (
        ended.is_over(gist("The bridge is closed."), "The bridge is closed until May.", " It opened in 1931.") is None
    )
