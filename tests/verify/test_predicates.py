"""Of whom something is told: what the record has of another alone is not on record of the one whom a statement names."""

from dataclasses import replace

import pytest
from tests.verify.newsroom import check, report

from onrecord.data import Label, Span

CLEARED = (
    "The district court in Lunden acquitted Henrik Salvesen on Tuesday. His deputy, Maja Orlund, was found guilty of the same "
    "charge and sentenced to three years in prison."
)
TRIED = (
    "A jury in Marsholm cleared the teacher Dorrit Vane of assaulting a pupil on Monday. Her colleague Piers Amble will go "
    "on trial in March on the same charge."
)
SIGNED = "Goalie Ulf Brandt has signed a three-year contract with Port Selwyn, who finished bottom last season."
CLEARED_NURSE = (
    "The hospital in Hovden suspended the surgeon Arvid Nygaard on Thursday after seven patients caught infections. A nurse, Elin "
    "Nygaard, who is not related to him, was cleared of blame and has returned to work.\n\nArvid Nygaard was fined in 2021 for "
    "driving drunk."
)
HELD = "The rebels continue to hold the town of Tabor; the army controls the road to the coast."
STRIKE = (
    "Nurses in Pell voted on Friday to strike for five days. Doctors, by contrast, accepted the offer of 5 percent."
)

SIGNS = "The town put up warning signs after the last accident, in 2022, but rejected a fence as too expensive."

BLAME = "Contractor Brandt Civil blamed unmapped sewers for the delay; an audit last year had blamed the contractor's own planning."
THROUGH = "Thornby reached the semi-finals of the Lantern Cup on Saturday, beating holders Port Selwyn 4-2 on penalties after a 1-1 draw."
JERSEY = "Axel Lindqvist, ninth on the day, keeps the leader's yellow jersey, 41 seconds ahead of Roux."

OF_OTHERS = [
    ("The audit blamed unmapped sewers for the delay.", BLAME),
    ("Port Selwyn won 4-2 on penalties.", THROUGH),
    ("Bastien Roux is 41 seconds ahead of Lindqvist.", JERSEY),
    ("The town put up a fence after the last accident.", SIGNS),
    ("Ulf Brandt finished bottom last season.", SIGNED),
    ("Henrik Salvesen was sentenced to three years in prison.", CLEARED),
    ("Piers Amble was cleared of assault.", TRIED),
    ("The rebels control the road to the coast.", HELD),
    ("Nurses in Pell accepted the offer of 5 percent.", STRIKE),
    ("Nell Garrick is a judge.", "Nell Garrick was a train driver before. Her husband, Alec Garrick, is a judge."),
    ("Carine Vaux beat her sister Elodie in the final.", "Elodie Vaux beat her sister Carine 6-4, 7-5 in the final."),
    ("Skarn are the champions.", "Vesthavn, the champions, had beaten Skarn 2-0 in the league a month earlier."),
    ("Eight members of the crew remain in custody.", "Tesmar released eight of nine of the crew. The captain, Torben Rye, remains in custody."),
    ("The road between Pell and Marsholm has been suspended.", "Trains between Pell and Marsholm have been suspended, but the road remains open."),
    ("Jan Pihl scored twice for Ostermoor.", "Ostermoor's substitute Noa Lindqvist scored twice after the break, and defender Jan Pihl headed the winner."),
    ("Cal Droste was cleared of all charges.", "Cal Droste was found guilty on Monday. His brother Finn Droste was cleared of all charges."),
    ("The body of Tenna Ruud was found on Mount Ferris.", "The body of the climber Jo Strand was found on Mount Ferris on Monday, four days after an avalanche. His guide, Tenna Ruud, survived."),
    ("Basil Trew was dismissed.", "The museum dismissed its director, Lena Quist, on Monday. Its chairman, Basil Trew, who had appointed her, remains."),
    ("The ceasefire in Tabor has collapsed.", "The previous ceasefire in Tabor, in 2023, collapsed after nine days."),
    ("Velorastat was withdrawn in 2016.", "The drug Velorastat reduced deaths by 18 percent. A similar drug, corvastat, was withdrawn in 2016."),
    ("Anna Brandt and Vice President Olaf Venn speak by phone with Ida Renn.", "More than 40 groups signed a letter to President Anna Brandt and Vice President Olaf Venn calling for Renn's release. Secretary of State Tom Lund spoke to Ida Renn last Wednesday."),
    ("The army holds the town of Tabor.", "The rebels continue to hold the town of Tabor; the army controls the road to the coast."),
]  # fmt: skip

CUP = (
    "Skarn won the cup in Lunden on Sunday, beating Vesthavn on penalties.\n\nVesthavn, the champions of last year, had beaten "
    "Skarn in the league in Lunden a month earlier."
)

OF_THE_SAME = [
    (
        "Tom Lund met with Foreign Minister Ida Holt in Tarn.",
        "Last Friday, Secretary of State Tom Lund and Tesmari Foreign Minister Ida Holt met in Tarn.",
    ),
    ("Brandt Civil blamed unmapped sewers for the delay.", BLAME),
    ("An audit blamed the contractor's planning.", BLAME),
    ("Thornby won 4-2 on penalties.", THROUGH),
    ("Lindqvist is 41 seconds ahead of Roux.", JERSEY),
    (
        "Skarn accused Vesthavn of cheating.",
        "Skarn accused Vesthavn of cheating; Vesthavn accused Skarn of lying.",
    ),
    ("The town put up warning signs after the last accident.", SIGNS),
    ("Port Selwyn finished bottom last season.", SIGNED),
    (
        "The captain of Port Selwyn scored twice.",
        "The captain of Port Selwyn, who scored twice, left the field with Rolf Lind.",
    ),
    ("Tom Lund won the race.", "Rower Tom Lund, who won the race, thanked his coach Rolf Lind."),
    (
        "Corvastat was withdrawn in 2016.",
        "The drug Velorastat reduced deaths. A similar drug, corvastat, was withdrawn in 2016 after 12 deaths.",
    ),
    ("Maja Orlund was sentenced to three years in prison.", CLEARED),
    ("Dorrit Vane was cleared of assaulting a pupil.", TRIED),
    ("The army controls the road to the coast.", HELD),
    ("Alec Garrick is a judge.", "Nell Garrick was a train driver before. Her husband, Alec Garrick, is a judge."),
    (
        "Anders Holt became premier of Veldania.",
        "Anders Holt was sworn in as premier of Veldania on Monday. Tom Verrin, an engineer, becomes energy minister.",
    ),
    ("Ruth Amis resigned on Monday.", "Lady Ruth Amis, the foreign secretary, resigned on Monday."),
    (
        "Cal Droste was arrested in Pell.",
        "Police arrested Cal Droste in Pell on Monday; Udo Rahm was arrested in Dunmere.",
    ),
    ("Kredita cut its rates on Tuesday.", "Lenders including Banque du Lac and Kredita cut their rates on Tuesday."),
    ("Pia Lund won the race in Harrow.", "Pia Lund beat Ida Holt and won the race in Harrow."),
    ("The mayor of Harrow resigned on Monday.", "Pia Lund, the mayor of Harrow, resigned on Monday."),
    ("Lena Quist was dismissed.", "The board of the Marsholm museum dismissed its director, Lena Quist, on Monday."),
    ("Jo Strand's body was found.", "The body of the climber Jo Strand was found on Monday."),
    ("Nantak was ordered to pay the state.", "A judge ordered Nantak to pay the state, and Acmar to pay Nantak."),
    (
        "The previous ceasefire in Tabor collapsed.",
        "The previous ceasefire in Tabor, in 2023, collapsed after nine days.",
    ),
    ("Orrin closed the mill in Harrow.", "The toolmaker Orrin lost money. The company closed the mill in Harrow."),
]


@pytest.mark.parametrize(("statement", "text"), OF_OTHERS)
def test_what_is_told_of_another_is_not_on_record(statement, text):
    assert check(statement, report(text)).label is Label.NOT_ENOUGH_EVIDENCE


def test_what_a_report_tells_of_another_beside_is_not_read_into_other_words():
    told = report(CUP, title="Skarn win cup on penalties")
    behind = replace(told, span=Span(start=CUP.index("Vesthavn, the"), end=len(CUP)))
    assert check("Vesthavn won the cup in Lunden.", behind).label is Label.NOT_ENOUGH_EVIDENCE
    assert check("Skarn won the cup in Lunden.", told).label is Label.SUPPORTED


def test_of_whom_a_title_tells_nothing_the_text_below_it_tells():
    told = report(CLEARED_NURSE, title="Hospital infections: nurse cleared, surgeon suspended")
    behind = replace(told, span=Span(start=CLEARED_NURSE.index("Arvid Nygaard was fined"), end=len(CLEARED_NURSE)))
    assert check("Arvid Nygaard was cleared of blame.", behind).label is Label.NOT_ENOUGH_EVIDENCE
    assert check("Elin Nygaard was cleared of blame.", told).label is Label.SUPPORTED


@pytest.mark.parametrize(("statement", "text"), OF_THE_SAME)
def test_what_is_told_of_the_same_is_on_record(statement, text):
    assert check(statement, report(text)).label is Label.SUPPORTED
