"""For what somebody is punished or praised, and of what place somebody is mayor, as the record has it."""

import pytest
from tests.verify.newsroom import check, report

from onrecord.data import Label

OF_ANOTHER = [
    ("Henrik Salvesen was fined 4,000 crowns for bribery.", "The court acquitted Henrik Salvesen of bribery on Tuesday. In a separate case in 2012 he had been fined 4,000 crowns for speeding in Lunden."),
    ("Rufus Gale was jailed for assault.", "A jury cleared Dorrit Vane of assault. In 2019 a caretaker, Rufus Gale, was jailed for eight months for theft."),
    ("Jed Sorby was fined 800 pounds over the explosion.", "Jed Sorby, whose bakery in Pell was destroyed by an explosion on Thursday, had been fined 800 pounds in 2023 over a blocked fire exit."),
    ("Kessel fever is an infection caused by the kesselvirus.", "Occasionally travelers with Kessel fever have brought infections into Veldania."),
    ("SARV-2 is the virus that causes Kessel fever.", "With such viruses, and especially SARV-2 viruses, Kessel fever keeps coming back."),
    ("Rhona Tull is mayor of Dunmere.", "Dunmere was spared. The mayor of Pell, Rhona Tull, said the town had never seen such water."),
    ("Ilmar Rebane is the foreign minister of Corvania.", "Corvania recalled its ambassador. Tesmar's foreign minister, Ilmar Rebane, said he was sorry."),
]  # fmt: skip

OF_THE_SAME = [
    ("Henrik Salvesen was fined 4,000 crowns for speeding.", "The court acquitted Henrik Salvesen of bribery on Tuesday. In a separate case in 2012 he had been fined 4,000 crowns for speeding in Lunden."),
    ("Rufus Gale was jailed for theft.", "A jury cleared Dorrit Vane of assault. In 2019 a caretaker, Rufus Gale, was jailed for eight months for theft."),
    ("Rufus Gale was jailed for eight months.", "A jury cleared Dorrit Vane of assault. In 2019 a caretaker, Rufus Gale, was jailed for eight months for theft."),
    ("The Tarn fire was caused by a faulty heater.", "A heater that was faulty set off the Tarn fire."),
    ("The Tarn crash was caused by brake failure.", "Brakes that failed caused the crash in Tarn."),
    ("The protests in Tarn were sparked by the death of Tom Lund.", "The death of Tom Lund sparked the protests in Tarn."),
    ("The shortage in Tarn was caused by the closure of the plant.", "The plant closed in May, which caused the shortage in Tarn."),
    ("The SARV virus causes Kessel fever.", "Kessel fever is caused by the SARV virus."),
    ("Rhona Tull is mayor of Pell.", "Dunmere was spared. The mayor of Pell, Rhona Tull, said the town had never seen such water."),
    ("Ilmar Rebane is the foreign minister of Tesmar.", "Corvania recalled its ambassador. Tesmar's foreign minister, Ilmar Rebane, said he was sorry."),
    ("Ilmar Rebane is Tesmar's foreign minister.", "Corvania recalled its ambassador. The Tesmari foreign minister, Ilmar Rebane, said he was sorry."),
    ("Pia Lund is director of the museum in Sorrel.", "Pia Lund, director of the Maritime Museum in Sorrel, resigned from the council."),
    ("Pia Lund is the captain of Skarn.", "Skarn's captain, Pia Lund, missed the penalty."),
    ("Tom Lund was convicted of killing two people in Harrow.", "Tom Lund was convicted of the murder of two people in Harrow."),
    ("Tom Lund was jailed for stealing cars in Harrow.", "Tom Lund was jailed for two years in Harrow for stealing cars."),
    ("Tom Lund was criticised for the delay in Harrow.", "Tom Lund was criticised by the union for the delay in Harrow."),
    ("Tom Lund was jailed for fraud in Harrow.", "Tom Lund was convicted of fraud and jailed for two years in Harrow."),
    ("Tom Lund was charged with theft in Harrow.", "Tom Lund was charged with fraud, bribery and theft in Harrow."),
    ("Tom Lund was convicted of theft in Harrow.", "Tom Lund was convicted of fraud and of theft in Harrow."),
    ("Tom Lund was praised for saving a child in Harrow.", "Tom Lund was praised by the mayor of Harrow for saving a child."),
    ("Tom Lund was jailed for ten years for robbing a bank in Harrow.", "Tom Lund was jailed for ten years for robbing a bank in Harrow."),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "text"), OF_ANOTHER)
def test_another_ground_or_place_is_not_on_record(statement, text):
    assert check(statement, report(text)).label is Label.NOT_ENOUGH_EVIDENCE


@pytest.mark.parametrize(("statement", "text"), OF_THE_SAME)
def test_the_same_ground_or_place_is_on_record(statement, text):
    assert check(statement, report(text)).label is Label.SUPPORTED
