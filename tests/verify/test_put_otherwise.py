"""Figures, deeds, denials and sayings that a record puts otherwise, and what only looks like them."""

import pytest
from tests.verify.newsroom import check, report

from onrecord.data import Label
from onrecord.text.numbers import find_figures
from onrecord.text.sentences import sentences
from onrecord.verify.comparing.compare import Setting, compare
from onrecord.verify.comparing.figures import in_its_figures
from onrecord.verify.reading.gist import gist

ON_RECORD = [
    ("Greg Stain is shop steward at Harrow.", "Harrow's shop steward, Greg Stain, accused Acmar of deceit. Acmar's, Vi Kettle, told him to go."),
    # figures
    ("Tom Lund was jailed for two and a half years for theft.", "Tom Lund was jailed for theft on Monday, for two years and six months."),
    ("Pia Lund was given three days to leave Sorrel.", "Pia Lund was given 72 hours to leave Sorrel."),
    ("Gusts of 148 km/h were measured in Sorrel.", "Gusts of 148 kilometres per hour were measured in Sorrel."),
    ("A man of 71 was killed in Harrow when a tree fell on his car.", "A 71-year-old man was killed in Harrow when a tree fell on his car."),
    ("The 35-year-old woman was freed on bail in Harrow.", "The woman, 35, was freed on bail in Harrow."),
    ("Harrow drew 0-0 at Sorrel on Sunday.", "Harrow were held to a goalless draw at Sorrel on Sunday."),
    ("Nine people are still in hospital in Sorrel.", "A total of 47 people have fallen ill in Sorrel, of whom nine are still in hospital."),
    ("Sales of the mill in Sorrel fell by 20% last year.", "Sales of the mill in Sorrel fell by a fifth last year."),
    ("Tom Lund had been nominated six times.", "Tom Lund won on Sunday after six nominations."),
    ("Only 14 of the 52 farmers in Harrow have put up fences.", "Just 14 of the 52 farmers in Harrow have put up fences."),
    # deeds
    ("A landslip has shut the railway from Harrow to Sorrel.", "All flights were cancelled until noon, and the railway between Harrow and Sorrel is closed because of a landslip."),
    ("Pia Lund called for an inquiry into the fire in Sorrel.", "Pia Lund said they would seek compensation and called for an inquiry into the fire in Sorrel."),
    ("Councillors in Harrow voted 23 to 19 to ban cars from Mill Lane.", "Cars will be banned from Mill Lane after councillors in Harrow voted 23 to 19 for it."),
    ("Tom Lund argued that the regulator would stop the merger of Acmar and Sorrel Lines.", "Tom Lund argued that the merger of Acmar and Sorrel Lines would be blocked by the regulator."),
    ("The captain of the ferry abandoned her landing in Sorrel.", "The captain of the ferry broke off her landing in Sorrel."),
    # a no
    ("Ida Holt took no part in the study of the Sorrel worms.", "Ida Holt was not involved in the study of the Sorrel worms."),
    ("The auditor found a mismatch between the bills and the deliveries in Sorrel.", "The auditor found that the bills did not match the deliveries in Sorrel."),
    ("People with heart disease were excluded from the Sorrel study.", "People with heart disease were not included in the Sorrel study."),
    ("No one has died of measles in Harrow.", "Measles has hurt many in Harrow, but nobody has died of it there."),
    ("Pia Lund said that she had no intention of closing the mill in Sorrel.", "Pia Lund said that she did not intend to close the mill in Sorrel."),
    # who has been what
    ("Tom Lund, once the harbour master of Sorrel, was jailed for four years.", "Tom Lund, a former harbour master of Sorrel, was jailed for four years on Friday."),
    ("Tom Lund used to be sales director of Acmar in Harrow.", "Tom Lund, a former sales director of Acmar, lives in Harrow."),
    ("Poor health led Tom Lund to retire as Bishop of Harrow.", "Pia Holt succeeds Bishop Tom Lund of Harrow, who retired because of poor health."),
    # who says it
    ("Pia Lund asked Corvia and Tarn to let monitors visit the bridge.", "Pia Lund will chair the talks. She called on Corvia and Tarn to let monitors visit the bridge."),
    ("The people of Sorrel have no say in it, said Ida Holt.", "\"Our people carry the risk and have no say in it,\" said Ida Holt of Sorrel."),
    ("Tom Lund broke his left wrist in Harrow, according to his team, Acmar.", "X-rays later showed that Tom Lund had broken his left wrist in Harrow, his Acmar team said."),
    ("Ida Holt conceded that she had not read the letter from Harrow.", "Ida Holt accepted that she hadn't read the letter from Harrow."),
    ("In Sorrel 37 polling stations opened late, said Ida Holt.", "37 polling stations in Sorrel opened late because of a lack of ballot papers, the head of the mission, Ida Holt, said."),
    ("Pia Lund promised to cut the number of ministries of Sorrel.", "Pia Lund won in Sorrel on Sunday. The 52-year-old former judge promised to cut the number of ministries."),
    ("Tom Lund said he would claim 15 million crowns from Acmar.", "The owner, Tom Lund, told broadcaster KTV that he would claim 15 million crowns from Acmar."),
    ("Ida Holt's sister Runa wrote the tale on which the opera is based.", "The opera is based on a tale by Runa, the sister of Ida Holt."),
    ("Acmar said it would close the mill in Sorrel.", "The work was paid for by the owner, Acmar, which said it would close the mill in Sorrel."),
    ("A van thought to have been used by the thieves was found in Harrow.", "A van believed to have been used by the thieves was found in Harrow."),
    ("Tom Lund, a butcher in Harrow for 31 years, said he thought he would lose a third of his customers.", "Butcher Tom Lund, who has been in Harrow for 31 years, said he expected to lose a third of his customers."),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "text"), ON_RECORD, ids=[statement for statement, _ in ON_RECORD])
def test_what_is_put_otherwise_is_on_record(statement, text):
    assert check(statement, report(text)).label is Label.SUPPORTED


NOT_SO = [
    ("Vi Kettle is the shop steward of Harrow.", "The shop steward, Greg Stain of Harrow, accused Vi Kettle of deceit."),
    ("Vi Kettle is shop steward at Harrow.", "Harrow's shop steward, Greg Stain, accused Acmar of deceit. Acmar's, Vi Kettle, told him to go."),
    ("Cars may cross the bridge at Harrow at up to 80 km/h.", "Cars may cross the bridge at Harrow at no more than 50 kilometres an hour, down from 80."),
    ("Ida Renn has decided to leave the port of Sorrel.", "Ida Renn has yet to decide whether to leave the port of Sorrel."),
    ("The council of Sorrel was jailed for 30 days without bail.", "The council of Sorrel was not paid for 30 days."),
    ("Revenue of Acmar fell by 2 percent in 2024.", "Profit of Acmar fell to 312 million crowns in 2024, while its revenue rose 2 percent."),
    ("Sales of Acmar in Asia were flat, while those at home grew by 19 percent.", "Sales of Acmar grew fastest in Asia, up 19 percent, while those at home were flat."),
    ("The minister had lied about the dam in Sorrel.", "Ida Holt wrote the minister had lied about the dam in Sorrel."),
    ("The minister who took bribes in Sorrel was 52.", "A minister took bribes in Sorrel, prosecutors said. The minister in Sorrel, Tom Lund, was 52."),
    ("The mill in Sorrel was demolished.", "The mill in Sorrel would be closed and demolished."),
    ("The shop in Harrow did not open on Monday.", "The shop in Harrow closed on Monday at six."),
    ("Harrow lost the match in Sorrel.", "Harrow did not win the match in Sorrel."),
    ("Ida Holt was jailed for 18 months over the fire.", "Tom Vale and Ida Holt were jailed for 18 and ten months respectively over the fire."),
    ("Sales of the mill in Sorrel fell to 20% of those of 2023.", "Sales of the mill in Sorrel fell by 20% from those of 2023."),
    ("Sales of the mill in Sorrel fell to a fifth.", "Sales of the mill in Sorrel fell by a fifth."),
    ("Pia Lund took the jersey of Ida Holt by winning in Sorrel.", "Pia Lund won the stage to Sorrel on Sunday with a solo attack, but Ida Holt kept the jersey by 11 seconds."),
    ("Acmar has cancelled existing policies within 500 metres of the sea.", "Acmar has stopped writing new policies within 500 metres of the sea."),
    ("Ida Holt collapsed in the heat near Sorrel while leading the race.", "Ida Holt was leading the race near Sorrel when she stopped to help a rival, Pia Lund, who had collapsed in the heat."),
    ("Tom Lund of Harrow clung to a buoy for five hours.", "Tom Lund of Harrow steers the lifeboat. It saved a surfer who had clung to a buoy for five hours."),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "text"), NOT_SO, ids=[statement for statement, _ in NOT_SO])
def test_another_direction_turn_or_doer_is_not_on_record(statement, text):
    assert check(statement, report(text)).label is Label.NOT_ENOUGH_EVIDENCE


@pytest.mark.parametrize(
    ("statement", "text"),
    [
        ("Nine customs officers were killed by a bomb in Sorrel.", "A bomb killed nine people in Sorrel, customs officers among them."),
        ("The woman, 70, wrote the letters in Sorrel.", "A woman, 70, was arrested in Sorrel on suspicion of writing the letters."),
        ("Tom Lund was let off the fine because he had reported the cartel.", "Tom Lund had asked to be let off the fine because he had reported the cartel."),
        ("Councillors in Harrow voted to merge the schools.", "Councillors in Harrow voted 19 to 16 to drop a plan to merge the schools."),
        ("The office upheld the gale warning for Sorrel.", "The office had withdrawn the gale warning for Sorrel."),
        ("Two crew members are still in hospital in Sorrel.", "Of the 47 crew members hurt in Sorrel, three are in hospital; two of them are children."),
    ],
)  # fmt: skip
def test_what_keeps_it_off_is_named(statement, text):
    here, there = gist(statement), gist(text)
    compared = compare(here, there, Setting())
    assert compared.missing or compared.doubt or compared.clashes


@pytest.mark.parametrize(
    ("statement", "text"),
    [
        ("Trade between the two countries fell by 40 percent.", "Since then trade between the two neighbours has fallen by 40 percent."),
        ("All but 6 of the boats sank.", "All but six of the boats sank."),
        ("Pia Lund hopes to hire two more people.", "Pia Lund hopes to take on two more staff."),
        ("Pupils who had not been vaccinated were sent home.", "Unvaccinated pupils were sent home."),
        ("The ferry came on 13 December, 18 months late.", "The ferry came on December 13, a year and a half late."),
    ],
)  # fmt: skip
def test_nothing_is_missing_of_what_is_put_otherwise(statement, text):
    assert compare(gist(statement), gist(text), Setting()).missing == ()


@pytest.mark.parametrize(
    ("statement", "text", "asked"),
    [
        ("The ferry came 18 months late.", "The ferry came a year and a half late.", "The ferry came a year and a half late."),
        ("All but 6 of the boats sank.", "All but six of the boats sank.", "All but six of the boats sank."),
        ("He got two years and six months.", "He was jailed for two and a half years.", "He got two and a half years."),
        ("The ferry cost 18 crowns in May.", "The ferry cost 17 crowns in May.", "The ferry cost 18 crowns in May."),
    ],
)  # fmt: skip
def test_a_model_is_asked_in_the_records_words(statement, text, asked):
    assert in_its_figures(gist(statement), gist(text)).text == asked


def test_a_sentence_ends_with_the_month_of_may():
    text = "The dividend will be paid in May. A share buyback was put off until June."
    assert [one.cut(text) for one in sentences(text)] == [
        "The dividend will be paid in May.",
        "A share buyback was put off until June.",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A mother of three was killed.", [("three", "")]),
        ("A man of 71 was killed.", [("71", "year")]),
        ("A man of 71 medals was killed.", [("71", "")]),
        ("Of the nine, one has died and three has fled.", [("nine", ""), ("three", "")]),
        ("He earns 15 euros an hour.", [("15 euros", "EUR")]),
        ("It fell by a fifth.", [("a fifth", "percent")]),
        ("It went to a third party.", []),
    ],
)
def test_figures_are_of_what_they_count(text, told):
    assert [(figure.span.cut(text), figure.unit) for figure in find_figures(text)] == told


@pytest.mark.parametrize(
    ("statement", "text"),
    [
        ("Tom Lund was the only survivor of the crash.", "Tom Lund, who had just turned 40, was a survivor of the crash."),
        ("The elected council raised the fare.", "The unelected council, which does not meet on Mondays, raised the fare."),
        ("The employer of Tom Lund was fined.", "The employee of Tom Lund was fined."),
    ],
)  # fmt: skip
def test_another_degree_is_missing_whatever_stands_beside_it(statement, text):
    assert compare(gist(statement), gist(text), Setting()).missing


def test_whoever_won_where_another_lost_is_not_said_to_have_lost():
    told = check("Ida Holt did not win the vote in Sorrel.", report("Pia Lund lost the vote and Ida Holt won it."))
    assert told.label is not Label.SUPPORTED
