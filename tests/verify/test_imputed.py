"""What somebody is only charged with, cleared of or kept from is not on record as done; what is told as done is."""

import pytest
from tests.verify.newsroom import check, report

from onrecord.data import Label

ONLY_IMPUTED = [
    ("Karl Udd took bribes.", "A court in Brannoch acquitted former minister Karl Udd of taking bribes on Monday."),
    ("Runa Falk stole 40,000 crowns from the school.", "A jury in Ostwick acquitted teacher Runa Falk of stealing 40,000 crowns from the school."),
    ("Lars Tomsen evaded taxes.", "A court cleared businessman Lars Tomsen of evading taxes on Monday."),
    ("Lars Tomsen evaded taxes.", "Businessman Lars Tomsen was found not guilty of evading taxes on Monday."),
    ("Nell Greve sold expired drugs.", "Prosecutors charged pharmacist Nell Greve with selling expired drugs."),
    ("Nell Greve sold expired drugs.", "Nell Greve, a pharmacist in Sorrel, goes on trial on Monday for selling expired drugs."),
    ("Nell Greve sold expired drugs.", "Pharmacist Nell Greve was arrested on suspicion of selling expired drugs."),
    ("Nell Greve sold expired drugs.", "Nell Greve denies charges of selling expired drugs."),
    ("Odd Hamre poisoned six dogs.", "Police suspect farmer Odd Hamre of poisoning six dogs in Sorrel."),
    ("Jory Pell misused public funds.", "The board absolved senator Jory Pell of misusing public funds."),
    ("Sven Aker smuggled gold to Tarn.", "The court overturned the conviction of pilot Sven Aker for smuggling gold to Tarn."),
    ("Aja Loft blamed the dam operator.", "Governor Aja Loft stopped short of blaming the dam operator."),
    ("Aja Loft left Sorrel.", "Police prevented Aja Loft from leaving Sorrel on Monday."),
    ("The Lind river broke its record.", "The Lind river fell 4 centimetres short of its record on Monday."),
    ("Tom Lund sold the mill in Harrow.", "Tom Lund came close to selling the mill in Harrow on Monday."),
    ("The authority approved the takeover of Sundby.", "The takeover of Sundby needs the approval of the authority, which is expected by May."),
    ("Ulf Tang resigned.", "The prime minister, Ulf Tang, ruled out resigning."),
    ("A court in Pell banned the strike.", "A court in Pell had rejected the operator's request to ban the strike."),
]  # fmt: skip

TOLD_AS_DONE = [
    ("Runa Falk stole 40,000 crowns from the school.", "Runa Falk was convicted of stealing 40,000 crowns from the school."),
    ("Runa Falk was acquitted of stealing 40,000 crowns.", "A jury in Ostwick acquitted teacher Runa Falk of stealing 40,000 crowns."),
    ("Nell Greve is charged with selling expired drugs.", "Prosecutors charged pharmacist Nell Greve with selling expired drugs."),
    ("Sven Aker was found guilty of smuggling gold to Tarn.", "Pilot Sven Aker was found guilty of smuggling gold to Tarn."),
    ("Tom Lund killed his brother in Harrow.", "Tom Lund killed his brother in Harrow, a jury found, but cleared him of stealing his car."),
    ("Pia Lund closed the mill in Sorrel.", "Pia Lund, who is charged with fraud, closed the mill in Sorrel on Monday."),
    ("The authority approved the takeover of Sundby.", "The takeover of Sundby got the approval of the authority on Monday."),
    ("A court in Pell banned the strike.", "A court in Pell banned the strike at the operator's request."),
    ("Ulf Tang ruled out resigning.", "The prime minister, Ulf Tang, ruled out resigning."),
    ("A court in Pell rejected a request to ban the strike.", "A court in Pell had rejected the operator's request to ban the strike."),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "text"), ONLY_IMPUTED)
def test_what_is_only_imputed_is_not_on_record(statement, text):
    assert check(statement, report(text)).label is Label.NOT_ENOUGH_EVIDENCE


@pytest.mark.parametrize(("statement", "text"), TOLD_AS_DONE)
def test_what_is_told_as_done_is_on_record(statement, text):
    assert check(statement, report(text)).label is Label.SUPPORTED
