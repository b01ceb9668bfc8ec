"""Whom a report brings in behind what it tells of others, and whom it has named before it brings in somebody else."""

import pytest
from tests.verify.newsroom import check, report

from onrecord.data import Label

WOLF = (
    "A hunter who shot a protected wolf near Marl in December has been fined 6,000 florins. The district court withdrew his "
    "permit.\n\nGarrick Poole, 52, had reported the shooting himself. His companion, Nils Holt, was not charged."
)
PAINTER = (
    "Mirela Dask has died at the age of 91. She died on Thursday at her home, her son Anton said.\n\nBorn in Eastholt in 1934, "
    "she studied law before turning to art. Her husband, the sculptor Ruben Falk, died in 2003."
)
MINE = (
    "Rescuers brought two miners to the surface at the Greystone pit near Crane on Monday evening. A third, Willem Stroud, is "
    "still missing."
)
TRIED = "Two men were convicted of theft in Pell on Monday. A third, Tom Lund, was cleared."
RAID = (
    "A guard, Ludo Harkness, was slightly hurt by flying glass in Corbel.\n\nAn hour later a break-in in Thornby was foiled. "
    "A 27-year-old man was arrested there."
)
RIDER = "Ida Holt won the race in Pell. Born in Tarn, she grew up in Lunden. Rolf Lind came second."
OFFICIALS = (
    "Two officials were arrested in Pell on Monday over the theft of port dues. Ida Holt, the treasurer, and her deputy, Tom "
    "Lund, are accused of taking 300,000 crowns."
)
CHIEFS = (
    "A former harbour chief and his deputy were convicted in Lunden on Tuesday. Henrik Salvesen got five years. His deputy, "
    "Maja Orlund, got three."
)
DRIVER = (
    "A bus driver jumped into a lake in Thornby on Sunday and saved a boy who had fallen through the ice. Tilda Brage, 37, was "
    "on her way home when she heard screams."
)
STUDIO = "She was still painting at 91. Mirela Dask died in Tarn on Thursday.\n\nHer son found her."

AIRLINE = (
    "Selkie Air filed for protection from its creditors on Thursday. The airline owes 510 million florins. Its budget arm, "
    "Selkie Hop, which flies mainly to the islands, is not affected."
)
CABINET = (
    "An hour later a break-in at the Thornby coin cabinet was foiled. A 27-year-old man was arrested there. It was not clear "
    "whether the two cases are linked, said Inspector Maud Kerrigan."
)
DELEGATES = (
    "The Democrats meanwhile elected Edda Winther as their leader, with 61 percent of the delegates; her rival, Boris Hallett, "
    "left the hall before the result was read."
)

OF_OTHERS = [
    ("Selkie Hop owes 510 million florins.", AIRLINE),
    ("Maud Kerrigan was arrested.", CABINET),
    ("Boris Hallett won 61 percent of the delegates.", DELEGATES),
    ("Nils Holt was fined 6,000 florins.", WOLF),
    ("Nils Holt shot a wolf near Marl.", WOLF),
    ("Ruben Falk was born in Eastholt in 1934.", PAINTER),
    ("Ruben Falk studied law.", PAINTER),
    ("Willem Stroud was rescued on Monday.", MINE),
    ("Tom Lund was convicted of theft in Pell.", TRIED),
    ("Ludo Harkness was arrested.", RAID),
    ("Rolf Lind was born in Tarn.", RIDER),
]

OF_THEM = [
    ("Selkie Air owes 510 million florins.", AIRLINE),
    ("Edda Winther was elected leader of the Democrats.", DELEGATES),
    (
        "Maud Kerrigan arrested a man in Pell.",
        "A man was arrested in Pell on Monday by Maud Kerrigan, an inspector.",
    ),
    ("Garrick Poole was fined 6,000 florins.", WOLF),
    ("Garrick Poole shot a wolf near Marl.", WOLF),
    ("Mirela Dask was born in Eastholt in 1934.", PAINTER),
    ("Mirela Dask studied law.", PAINTER),
    ("A man was arrested in Thornby.", RAID),
    ("Tom Lund was arrested in Pell on Monday.", OFFICIALS),
    ("Maja Orlund was convicted in Lunden on Tuesday.", CHIEFS),
    ("Tilda Brage saved a boy in Thornby.", DRIVER),
    ("Mirela Dask was still painting at 91.", STUDIO),
    (
        "Tom Lund was rescued on Monday.",
        "Tom Lund and Rolf Lind were trapped in a pit near Crane. A miner was rescued on Monday: Lund, 40, is well.",
    ),
    (
        "Harrow Minerals closed the pit in Crane.",
        "Harrow Minerals has made losses for years. A pit of the firm's in Crane was closed on Monday.",
    ),
]


@pytest.mark.parametrize(("statement", "text"), OF_OTHERS)
def test_what_is_told_before_somebody_is_brought_in_is_of_others(statement, text):
    assert check(statement, report(text)).label is Label.NOT_ENOUGH_EVIDENCE


@pytest.mark.parametrize(("statement", "text"), OF_THEM)
def test_who_is_told_of_first_and_named_then_is_one(statement, text):
    assert check(statement, report(text)).label is Label.SUPPORTED


BROUGHT_IN = [
    ("Ida Renn works for Acmar.", "Ida Renn, who sued Acmar, works for a bank in Tarn."),
    ("Ida Renn owns Acmar.", "Ida Renn, who sued Acmar, owns a bank in Tarn."),
    ("Ida Renn fought against Veldania.", "Ida Renn grew up in Veldania. She fought against a dam in Tarn."),
    (
        "Anders Holt continued to campaign for the Harbour Party.",
        "Anders Holt remained head of the largest faction of the Harbour Party. He has continued to campaign for a stronger navy.",
    ),
]
NAMED = [
    (
        "The species, Velaria sorrel, was collected by the ship Aurelle at a depth of 2,870 metres.",
        "The species, named Velaria sorrel, was collected in 2024 at a depth of 2,870 metres by the ship Aurelle.",
    ),
    ("Ida Renn works for Acmar.", "Ida Renn works for a bank in Tarn, Acmar."),
    ("Ida Renn works for Acmar.", "Ida Renn has worked for Acmar, a bank in Tarn, since 2012."),
    ("Ida Renn married Tom Lund.", "Ida Renn married a teacher, Tom Lund, in 2012."),
    ("Ida Renn moved to Tarn.", "Ida Renn moved to a flat in Tarn."),
    ("Acmar sued Tom Lund.", "Tom Lund was sued by Acmar, a bank in Tarn."),
    ("Tom Lund was given a medal by Veldania.", "Veldania gave Tom Lund a medal on Monday."),
]


@pytest.mark.parametrize(("statement", "text"), BROUGHT_IN)
def test_what_comes_in_with_an_article_is_not_what_was_named_before(statement, text):
    assert check(statement, report(text)).label is Label.NOT_ENOUGH_EVIDENCE


@pytest.mark.parametrize(("statement", "text"), NAMED)
def test_what_comes_in_with_an_article_and_is_named_is_on_record(statement, text):
    assert check(statement, report(text)).label is Label.SUPPORTED
