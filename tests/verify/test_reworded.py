"""The same by another turn of words: a bound, a refusal, a body by its number, and what looks like it and is not so."""

import time

import pytest
from tests.verify.newsroom import ON_MONDAY, check, report

from onrecord.data import Label
from onrecord.text.numbers import find_figures
from onrecord.verify.comparing.doubts import find_doubt
from onrecord.verify.comparing.plainly import put_plainly
from onrecord.verify.comparing.reach_of_no import is_topped
from onrecord.verify.comparing.renderings import told_otherwise
from onrecord.verify.reading.gist import gist

CATCH = "Scientists had recommended a total catch of no more than 90,000 tonnes in Sorrel."
REJECTED = (
    "The council of Sorrel had rejected a plan for the ferry in 2019, when the savings were put at 250,000 crowns."
)
RELEASE = (
    "Veldania also agreed to release the trawler Petrel and its crew of nine, who have been held in Harrow since July."
)
MAY = "Under the accord Veldania may catch 60,000 tonnes of cod a year."
REFUSED = "The novelist Ida Holt has refused the Harbour Prize, which is worth 100,000 crowns, in protest."
PLUNGED = "Shares in Acmar plunged 37 percent."
HALVED = "Stocks of cod off Sorrel have halved since 2005."
TWO_THIRDS = "The voyage cost 3.6 million crowns, of which the Holt Foundation paid two thirds."
REMEDY = (
    "“We do not yet know why,” said Acmar's head of research, Dr Pia Lund. She said three of the six had also taken a "
    "herbal remedy."
)
LOWEST = "Turnout in Sorrel was 39 percent, the lowest for twenty years."
DEMANDED = "The leader of the opposition, Jonas Wick of the Conservatives, demanded a general election."
WON = "In Low Cross the candidate of the Green Left, Ida Holt, won 46 percent of the vote in the by-election."
SPENDING = "Spending on libraries in Sorrel has been cut by 18 percent since 2021."
BOARD = "The seven members of the board of the Bank of Sorrel left the rate unchanged on Monday."
REPLACED = "Tom Vale was replaced by Pia Lund. She is now finance minister and will present a budget on 12 June."

SO = [
    ("Scientists had advised a total catch of at most 90,000 tonnes in Sorrel.", CATCH),
    ("The council of Sorrel turned down a plan for the ferry in 2019.", REJECTED),
    ("The trawler Petrel and its crew of nine have been held in Harrow since July.", RELEASE),
    ("The trawler Petrel and its nine crew have been held in Harrow since July.", RELEASE),
    ("The seven-strong board of the Bank of Sorrel left the rate unchanged.", BOARD),
    ("The accord allows Veldania to catch 60,000 tonnes of cod a year.", MAY),
    ("Ida Holt declined the Harbour Prize, worth 100,000 crowns.", REFUSED),
    ("Ida Holt turned down the Harbour Prize, worth 100,000 crowns.", REFUSED),
    ("Shares in Acmar fell by 37 percent.", PLUNGED),
    ("Cod stocks off Sorrel have fallen by half since 2005.", HALVED),
    ("The Holt Foundation paid two thirds of the cost of the voyage.", TWO_THIRDS),
    ("According to Dr Pia Lund, three of the six volunteers had also taken a herbal remedy.", REMEDY),
    ("Turnout in Sorrel was 39 percent, the lowest in 20 years.", LOWEST),
    ("Jonas Wick, who leads the Conservatives, called for a general election.", DEMANDED),
    ("Ida Holt of the Green Left won the by-election in Low Cross with 46 percent.", WON),
    ("Library spending in Sorrel has been cut by 18 percent since 2021.", SPENDING),
    ("Finance minister Pia Lund will present a budget on 12 June.", REPLACED),
]


@pytest.mark.parametrize(("statement", "text"), SO, ids=[statement for statement, _ in SO])
def test_what_is_only_turned_otherwise_is_on_record(statement, text):
    assert check(statement, report(text)).label is Label.SUPPORTED


NOT_SO = [
    ("Scientists had advised a total catch of at least 90,000 tonnes in Sorrel.", CATCH),
    ("The council of Sorrel had approved a plan for the ferry in 2019.", REJECTED),
    ("Veldania has released the trawler Petrel and its crew of nine.", RELEASE),
    ("The trawler Petrel and its six crew have been held in Harrow since July.", RELEASE),
    ("The trawler Petrel is still held in Harrow.", "Veldania agreed to build the trawler Petrel, which will be held in Harrow."),
    ("The nine-strong board of the Bank of Sorrel left the rate unchanged.", BOARD),
    ("Veldania caught 60,000 tonnes of cod in a year.", MAY),
    ("The accord forbids Veldania to catch 60,000 tonnes of cod a year.", MAY),
    ("Ida Holt accepted the Harbour Prize, worth 100,000 crowns.", REFUSED),
    ("Ida Holt rejected the claim.", "Ida Holt has refused to say whether she rejected the claim."),
    ("Shares in Acmar rose by 37 percent.", PLUNGED),
    ("Cod stocks off Sorrel have risen by half since 2005.", HALVED),
    ("The Holt Foundation paid a third of the cost of the voyage.", TWO_THIRDS),
    ("According to Dr Pia Lund, two of the six volunteers had also taken a herbal remedy.", REMEDY),
    ("Turnout in Sorrel was 39 percent, the lowest in 30 years.", LOWEST),
    ("Jonas Wick, who leads the Conservatives, won a general election.", DEMANDED),
    ("Jonas Wick called for a general election.", "Jonas Wick said Ida Holt had demanded a general election."),
    ("Ida Holt of the Green Left lost the by-election in Low Cross with 46 percent.", WON),
    ("Fields in Sorrel were sold.", "The field hospital was sold to Sorrel."),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "text"), NOT_SO, ids=[statement for statement, _ in NOT_SO])
def test_what_only_looks_turned_is_not(statement, text):
    assert check(statement, report(text)).label is not Label.SUPPORTED


FLARES = "Flares injured nine people in Sorrel, two of them children, on Monday."
THIRD = "It was the third accident at the crossing in Sorrel since 2016."
STORAGE = "In Sorrel 91 percent of the gas storage is filled."
PAID = "Acmar's 770 staff have been paid until June."
GERDA = "Storm Gerda swept across Sorrel on Monday, cutting power to 180,000 homes and killing a motorist."
MET = "The foreign ministers, Pia Lund and Ida Holt, met in Sorrel on Monday."
TREATED = "Fourteen people have been treated in Sorrel, of whom eleven have gone home."
VOTED = "Sorrel's council voted 14 to 9 on Monday night to close two of the town's seven libraries."
COUNTED = [
    (
        "Eleven commuters were hurt when a bomb exploded in Sorrel.",
        "A bomb exploded in Sorrel at 8.12. Eleven commuters were hurt, two of them badly.",
    ),
    ("Storm Gerda left 180,000 homes in Sorrel without electricity.", GERDA),
    ("The train from Tarn carried 140 passengers.", "The train, with 140 passengers on board, had left Tarn at 6.50."),
    ("Ida Holt and Pia Lund, the two foreign ministers, met in Sorrel.", MET),
    ("Eleven of the fourteen people treated in Sorrel have gone home.", TREATED),
    ("Two children were among those hurt by flares in Sorrel.", FLARES),
    ("There have been three accidents at the crossing in Sorrel since 2016.", THIRD),
    ("More than nine-tenths of the gas storage in Sorrel is filled.", STORAGE),
    ("Acmar's employees have been paid until June.", PAID),
    (
        "A teacher in Sorrel has come down with swamp fever.",
        "A schoolteacher in Sorrel has come down with swamp fever.",
    ),
]
BADLY = "A bomb went off in Sorrel at 8.12. Eleven commuters were hurt, two of them badly; nobody died."
COUNTED_OTHERWISE = [
    ("Two commuters were killed when a bomb exploded in Sorrel.", BADLY),
    ("Storm Gerda left 180,000 homes in Sorrel without water.", GERDA),
    ("Shares in Acmar rose to 6.50 crowns.", "Shares in Acmar, with 140 sellers, closed at 6.20."),
    (
        "Ida Holt and Pia Lund, the two foreign ministers, met in Sorrel.",
        MET.replace("and Ida Holt", "Ida Holt and Tom Vale"),
    ),
    ("Ida Holt and Pia Lund, the three foreign ministers, met in Sorrel.", MET),
    ("Nine of the fourteen people treated in Sorrel have gone home.", TREATED),
    ("Fourteen of the eleven people treated in Sorrel have gone home.", TREATED),
    ("Nine children were hurt by flares in Sorrel.", FLARES),
    ("Two women were among those hurt by flares in Sorrel.", FLARES),
    ("There have been four accidents at the crossing in Sorrel since 2016.", THIRD),
    ("Three accidents happened at the crossing in Sorrel on Monday.", THIRD),
    ("All three accidents at the crossing in Sorrel since 2016 killed somebody.", f"{THIRD} It killed somebody."),
    (
        "More than nine-tenths of the gas storage in Sorrel is filled.",
        "In Sorrel 81 percent of the gas storage is filled.",
    ),
    ("Acmar's pensioners have been paid until June.", PAID),
]


def test_a_day_behind_a_vote_is_not_of_its_figures_alone():
    stated = "Councillors in Sorrel decided on 19 May to shut two libraries."
    assert check(stated, report(VOTED), **ON_MONDAY).label is Label.SUPPORTED


@pytest.mark.parametrize(("statement", "text"), COUNTED, ids=[statement for statement, _ in COUNTED])
def test_what_is_counted_otherwise_is_on_record(statement, text):
    assert check(statement, report(text)).label is Label.SUPPORTED


@pytest.mark.parametrize(("statement", "text"), COUNTED_OTHERWISE)
def test_what_is_counted_of_others_is_not(statement, text):
    assert check(statement, report(text)).label is not Label.SUPPORTED


@pytest.mark.parametrize(
    ("stated", "told", "had"),
    [
        ("Yields had not been so high for nine years.", "Yields leapt to a nine-year high.", True),
        ("The city had not seen so deadly a blast since 2014.", "It was the deadliest blast since 2014.", True),
        ("The city had not seen so lethal a blast since 2014.", "It was the most lethal blast since 2014.", True),
        ("Yields had not been so low for nine years.", "Yields leapt to a nine-year high.", False),
        ("The yields were not so high.", "Yields leapt to a nine-year high.", False),
        ("The city had not seen so costly a blast since 2014.", "It was the deadliest blast since 2014.", False),
    ],
)
def test_what_had_not_been_so_much_is_the_most(stated, told, had):
    here, there = gist(stated), gist(told)
    assert is_topped(here, here.negations[0], there) is had


GOING = "“I am going,” Lund said, because the audit had found a hole in the accounts."
NARRATED = [
    ("Lund said the audit had found a hole in the accounts.", GOING),
    ("Lund said the council had voted against him.", "Lund, who resigned on Monday, said little, because the council had voted against him."),
    ("Tom Brunn is an engineer.", "Tom Brunn was replaced by Pia Lund. She is an engineer."),
    ("Jonas Wick called for a general election.", "Jonas Wick said Ida Holt had demanded a general election."),
]  # fmt: skip
TOLD = [
    ("Lund said the audit had found a hole in the accounts.", "The town will pay, Lund said, because the audit had found a hole in the accounts."),
    ("Lund said nothing would change in Sorrel.", "Lund said nothing would change in Sorrel."),
    ("Tom Brunn is an engineer.", "Tom Brunn met Pia Lund's lawyers. He is an engineer."),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "text"), NARRATED)
def test_what_the_narrator_adds_is_not_the_speakers(statement, text):
    assert check(statement, report(text)).label is not Label.SUPPORTED


@pytest.mark.parametrize(("statement", "text"), TOLD)
def test_what_the_speaker_adds_is_his(statement, text):
    assert check(statement, report(text)).label is Label.SUPPORTED


DONE_OTHERWISE = [
    ("The parliament of Veldania has ratified the accord.", "The accord of Veldania must still be ratified by both parliaments."),
    ("The unions of Acmar agreed to a wage increase of 3 percent.", "The unions of Acmar agreed to forgo a wage increase of 3 percent for two years."),
    ("The first ferry of Acmar was delivered in March.", "Work on the first ferry of Acmar begins in March."),
    ("The culture minister refused the Harbour Prize.", "The novelist Ida Holt has refused the Harbour Prize. “I cannot take it,” she wrote to the culture minister, Tom Lund."),
]  # fmt: skip
STILL_DONE = [
    ("The unions of Acmar agreed to a wage increase of 3 percent.", "The unions of Acmar agreed to accept a wage increase of 3 percent."),
    ("The unions of Acmar agreed to a wage increase of 3 percent.", "The unions of Acmar agreed to a wage increase of 3 percent and to work on Sundays."),
    ("The first ferry of Acmar was delivered in March.", "The first ferry of Acmar was handed over in March."),
    ("The culture minister of Veldania refused the Harbour Prize.", "The culture minister of Veldania, Tom Lund, refused the Harbour Prize."),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "text"), DONE_OTHERWISE, ids=[statement for statement, _ in DONE_OTHERWISE])
def test_what_is_to_come_or_done_by_another_is_not_on_record(statement, text):
    assert check(statement, report(text)).label is not Label.SUPPORTED


@pytest.mark.parametrize(("statement", "text"), STILL_DONE)
def test_what_is_done_by_another_word_still_is(statement, text):
    assert check(statement, report(text)).label is Label.SUPPORTED


CLOSING = "The restaurant of Ida Holt in Tarn, full until March, was closed in June and reopened as a breakfast bar."
FOUNDED = "Acmar, which was founded in 1987, was sold in 2001 to Halme Lines."
BILL = "People marched in Sorrel against a bill that would let police hold suspects for 14 days without charge, up from four."
OFFER = "Salt producer Saliris raised its offer to workers to 13 percent on Sunday, the fifth day of a strike."
REINSTATED = "The panel in Tidewell has reinstated the licence of Captain Lund, revoked after his tanker ran aground."
WORK = [
    ("The restaurant of Ida Holt in Tarn was closed in March and reopened in June.", CLOSING, False),
    ("The restaurant of Ida Holt in Tarn was closed in June.", CLOSING, True),
    ("Acmar was founded in 2001.", FOUNDED, False),
    ("Acmar was founded in 1987 and sold in 2001.", FOUNDED, True),
    ("Police in Sorrel can already hold suspects for 14 days without charge.", BILL, False),
    ("The bill would let police in Sorrel hold suspects for 14 days without charge.", BILL, True),
    ("The strikers accepted the offer of Saliris of 13 percent on Sunday.", OFFER, False),
    ("The panel in Tidewell upheld the decision to revoke the licence of Captain Lund.", REINSTATED, False),
    ("The panel in Tidewell upheld the decision to revoke the licence of Captain Lund.", "The panel in Tidewell has confirmed the decision to revoke the licence of Captain Lund.", True),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "text", "so"), WORK)
def test_a_deed_is_on_record_by_its_own_time_and_word(statement, text, so):
    assert (check(statement, report(text)).label is Label.SUPPORTED) is so


BESIDE = [
    ("No money was stolen from the museum.", "Thieves broke into the museum on Monday and stole three bronzes, but left the money in the till."),
    ("No passengers were injured on Monday.", "The driver of a bus with 40 passengers was injured on Monday."),
]  # fmt: skip
DENIED = [
    ("No money was stolen in Sorrel.", "Burglars stole two paintings and money in Sorrel on Monday."),
    ("No passengers were injured on Monday.", "A bus crash injured its driver and 12 passengers on Monday."),
    ("No trains were cancelled on Monday.", "All ferries and trains were cancelled on Monday."),
    ("Nobody was hurt in Sorrel.", "A fire in Sorrel on Monday hurt two people."),
]

OF_A_KIND = [
    ("No police officers were hurt in Sorrel.", "Two police dogs were hurt in Sorrel on Monday."),
    ("Sorrel has no coal mines.", "Sorrel has coal in its hills, and a mining school."),
    ("The ferry sails without car passengers.", "The ferry sails with a car deck."),
    ("No water pipes burst in Sorrel on Monday.", "A water tower burst in Sorrel on Monday."),
    ("Acmar supplies 180,000 homes without power cuts.", "Acmar has cut the price of power for 180,000 homes."),
]
DENIED += [
    ("No police officers were hurt in Sorrel.", "Two police officers were hurt in Sorrel on Monday."),
    ("No water pipes burst in Sorrel on Monday.", "Two water pipes burst in Sorrel on Monday."),
]
BESIDE += OF_A_KIND


@pytest.mark.parametrize(("statement", "text"), BESIDE)
def test_a_no_is_not_denied_by_what_is_done_to_something_beside(statement, text):
    assert check(statement, report(text)).label is not Label.REFUTED


@pytest.mark.parametrize(("statement", "text"), DENIED)
def test_a_no_is_denied_by_what_is_done_to_the_very_thing(statement, text):
    assert check(statement, report(text)).label is Label.REFUTED


def test_a_share_needs_no_of_where_nothing_is_counted_behind_it():
    (share,) = find_figures("Of the cost the fund paid two thirds.")
    assert (share.value, share.unit) == (66.7, "percent")
    assert find_figures("It came in two thirds places.")[0].unit != "percent"


@pytest.mark.parametrize(
    "unit", ["agreed to free Lund, who had been ", "a crew of ", "at most 9 ", "three of the six "]
)
def test_no_turn_takes_long(unit):
    start, text = time.monotonic(), unit * (100_000 // len(unit))
    here, there = gist("A crew of nine was freed by half."), gist(text[:3_000])
    put_plainly(text, text)
    find_doubt(here, there, (1, 3), told_apart=False)
    assert not any(told_otherwise(figure, here, there) for figure in here.figures if figure.unit)
    assert time.monotonic() - start < 5
