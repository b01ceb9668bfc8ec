"""What an answer about the news says in its own words, and what looks like it and is not so."""

import time

import pytest
from tests.verify.newsroom import check, report

from onrecord.data import Label
from onrecord.verify.comparing.counted import PART_OF
from onrecord.verify.comparing.plainly import put_plainly
from onrecord.verify.comparing.undecided import undecided
from onrecord.verify.reading import synonyms
from onrecord.verify.reading.gist import gist
from onrecord.verify.reading.sayings import find_sayings
from onrecord.verify.reading.tokens import find_words

ON_TRIAL = (
    "The builder Tom Lund went on trial on Monday accused of fraud over the collapse of the Tarn bridge, which killed "
    "four people in June 2023."
)
TOLD_TO_LEAVE = "Residents of 2,300 homes in the harbour districts of Sorrel were told to leave by 6 p.m."
HOPES = "It is expected to cost 95 million crowns, two thirds of which the town of Sorrel hopes to get from the state."
DATELINED = (
    "SORREL (Harbour Wire) - Acmar Foods will close its fish plant in Tarn in March, the company said on Monday."
)
TO_BLAME = "Defence lawyer Piet Kroon said the design of the Tarn bridge was to blame."
SAVED = "Civil protection chief Ansel Kray said the evacuation of Sorrel had saved lives."
CONCEDED = "Oskar Thiel conceded on Monday and congratulated her by telephone."
OUTGOING = "The outgoing mayor of Tarn, Gerd Bauman, has held the office since 2009."
IN_BOARDS = "Sorrel city council voted on Monday to close three of the city's eight branch libraries."
MARGIN = "Under the law of Sorrel a candidate can demand a recount if the margin is smaller than half a percent."
FINED = "The builder Tom Lund was fined twice in 2019, and his firm, Lund Brothers, was fined 2.5 million crowns."
HURT = "The Tarn bridge collapsed in June. Eleven people were injured."
GATE = "The flood gate in Sorrel would be 110 metres wide and would take six years to build."
RAISED = "The food group Brekk raised its offer for the brewery in Tarn to 41 crowns a share."
NOT_BACK = "About 900 people in Sorrel have not been able to return to their homes."
TAKEN_UP = (
    "Opposition politicians said the sea wall in Sorrel should have been strengthened after the floods of 2011. Premier Orla "
    "Venn said a commission would examine why it had failed."
)
ELECT = "Lena Vargo, a former teacher, will be the next mayor of Tarn after a recount on Monday confirmed her victory."
SAILED = "The Rosa Dawn, which was sailing from Sorrel to Port Ennis, struck a sandbank on Monday."
FLOWN = "The nine patients were flown to Tarn from Sorrel by helicopter on Monday."
MOVED = "A burst pipe closed a wing of Holt Hospital in Tarn. It forced the transfer of 17 mothers to Renn General."
DECIDED = "The council of Sorrel voted by 27 to 22 on Monday to close three of the eight libraries."
DROPPED = "The council of Sorrel decided on Monday to cancel the market in Tarn."
BOATS = "Two lifeboats and a fishing boat brought the 188 passengers of the Rosa Dawn ashore in Tarn on Monday."
CALLED_OFF = "The drivers' union in Tarn called off a tram strike on Monday that had lasted four days."
EMPLOYS = "Acmar Foods, which employs 5,100 people, said on Monday it would close its plant in Tarn."
LAYERS = "Scientists led by Yusra Hamdan counted 612 layers of sand in the bed of Lake Orsa."
CASES = "The number of measles cases in Tarn has risen to 64, according to the health ministry."
OPPOSED = "Ada Finch and Tom Lund of the Labour group voted against the plan in Tarn on Monday."
BUT = "The council of Sorrel backed the plan on Monday, but residents opposed it."
STOPPED = "The plan for a dam in Sorrel passed on Monday, but a court stopped it."
BID = "Brekk made a formal takeover bid for the brewery in Tarn on Monday."


@pytest.mark.parametrize(
    ("statement", "text"),
    [
        ("The collapse of the Tarn bridge killed four people in June 2023.", ON_TRIAL),
        ("The builder Tom Lund was put on trial on Monday.", ON_TRIAL),
        ("Residents of 2,300 homes in the harbour districts of Sorrel were ordered to leave.", TOLD_TO_LEAVE),
        ("The town of Sorrel hopes that two thirds of the 95 million crowns will come from the state.", HOPES),
        ("Acmar Foods said on Monday that it would shut its fish plant in Tarn.", DATELINED),
        ("Piet Kroon put the blame on the design of the Tarn bridge.", TO_BLAME),
        ("Piet Kroon blamed the design of the Tarn bridge.", TO_BLAME),
        ("Ansel Kray credited the evacuation of Sorrel with saving lives.", SAVED),
        ("Gerd Bauman has been mayor of Tarn since 2009.", OUTGOING),
        ("The city council of Sorrel voted to close three of eight branch libraries.", IN_BOARDS),
        ("A candidate in Sorrel can demand a recount if the margin is below half a percent.", MARGIN),
        ("The builder Tom Lund paid two fines in 2019.", FINED),
        ("Lund Brothers received a fine of 2.5 million crowns.", FINED),
        ("Eleven others were hurt when the Tarn bridge collapsed.", HURT),
        ("The flood gate in Sorrel is to be 110 metres wide.", GATE),
        ("The group Brekk later raised its offer for the brewery to 41 crowns a share.", RAISED),
        (
            "Seven people were killed in all.",
            "The number of people killed by the storm in Sorrel rose to seven on Sunday.",
        ),
        ("About 900 people in Sorrel cannot go back to their homes.", NOT_BACK),
        ("Brekk has made an offer for the brewery in Tarn.", BID),
        ("Orla Venn said a commission would look into the failure of the sea wall in Sorrel.", TAKEN_UP),
        ("The Rosa Dawn struck a sandbank on its way to Port Ennis from Sorrel.", SAILED),
        ("The council of Sorrel backed the plan.", BUT),
        ("Residents of Sorrel opposed the plan.", BUT),
        ("The plan for a dam in Sorrel was stopped by a court.", STOPPED),
        ("The passengers of the Rosa Dawn were rescued by two lifeboats and a fishing boat.", BOATS),
        ("The tram strike in Tarn lasted four days.", CALLED_OFF),
        ("Acmar Foods has 5,100 employees.", EMPLOYS),
        ("Acmar Foods is to close its plant in Tarn.", EMPLOYS),
        ("Yusra Hamdan's team found 612 layers of sand in Lake Orsa.", LAYERS),
        ("There are now 64 confirmed cases of measles in Tarn.", CASES),
        ("Two members of the Labour group, Ada Finch and Tom Lund, voted against the plan in Tarn.", OPPOSED),
        ("The nine patients were flown from Sorrel to Tarn by helicopter.", FLOWN),
        ("The transfer of 17 mothers to Renn General was forced by a burst pipe in Holt Hospital in Tarn.", MOVED),
        ("The council of Sorrel decided to close three of the eight libraries.", DECIDED),
        ("The council of Sorrel has eight libraries.", DECIDED),
        ("The market in Tarn has been cancelled by the council of Sorrel.", DROPPED),
    ],
    ids=lambda words: words[:60],
)
def test_what_an_answer_says_in_its_own_words_is_on_record(statement, text):
    assert check(statement, report(text)).label is Label.SUPPORTED


@pytest.mark.parametrize(
    ("statement", "text"),
    [
        ("Tom Lund committed fraud over the collapse of the Tarn bridge.", ON_TRIAL),
        ("Residents of 2,300 homes in the harbour districts of Sorrel left by 6 p.m.", TOLD_TO_LEAVE),
        ("The town of Sorrel got two thirds of the 95 million crowns from the state.", HOPES),
        ("Brekk said on Monday that it would shut its fish plant in Tarn.", DATELINED),
        ("Piet Kroon is to blame for the design of the Tarn bridge.", TO_BLAME),
        ("The design of the Tarn bridge was to blame.", TO_BLAME),
        ("The evacuation of Sorrel saved lives.", SAVED),
        ("Ida Holt credited the evacuation of Sorrel with saving lives.", SAVED),
        ("Gerd Bauman conceded on Monday.", CONCEDED),
        ("The city council of Sorrel voted to close three of nine branch libraries.", IN_BOARDS),
        ("A candidate in Sorrel can demand a recount if the margin is above half a percent.", MARGIN),
        ("The builder Tom Lund paid three fines in 2019.", FINED),
        ("Lund Brothers received a fine of 3.5 million crowns.", FINED),
        ("Brekk received a fine of 2.5 million crowns.", FINED),
        ("Twelve others were hurt when the Tarn bridge collapsed.", HURT),
        ("Eleven others were killed when the Tarn bridge collapsed.", HURT),
        ("The flood gate in Sorrel is 110 metres wide.", GATE),
        ("About 900 people in Sorrel have gone back to their homes.", NOT_BACK),
        ("Insurers in Sorrel have paid 28,000 claims.", "Insurers in Sorrel have received 28,000 claims."),
        ("Tom Lund was granted bail on Monday.", "Tom Lund was denied bail on Monday."),
        ("The brewery in Tarn made an offer for Brekk.", BID),
        ("Opposition politicians said a commission would look into the failure of the sea wall in Sorrel.", TAKEN_UP),
        ("Orla Venn said the sea wall in Sorrel should have been strengthened.", TAKEN_UP),
        ("Lena Vargo took office on Monday.", ELECT),
        ("The council of Sorrel opposed the plan.", BUT),
        ("Residents of Sorrel backed the plan.", BUT),
        ("A court in Sorrel passed the plan for a dam.", STOPPED),
        ("The passengers of the Rosa Dawn were rescued by three lifeboats and a fishing boat.", BOATS),
        ("The tram strike in Tarn lasted five days.", CALLED_OFF),
        (
            "The concert in Tarn lasted four hours.",
            "The city of Tarn called off a concert on Monday that was to last four hours.",
        ),
        ("Acmar Foods has 5,100 customers.", EMPLOYS),
        ("Acmar Foods has closed its plant in Tarn.", EMPLOYS),
        ("Brekk is to close its plant in Tarn.", EMPLOYS),
        ("There are now 46 confirmed cases of measles in Tarn.", CASES),
        ("Three Labour members, Ada Finch, Pia Vale and Tom Lund, voted against the plan in Tarn.", OPPOSED),
        ("The Rosa Dawn struck a sandbank on its way to Sorrel from Port Ennis.", SAILED),
        ("The nine patients were flown from Tarn to Sorrel by helicopter.", FLOWN),
        ("Seventeen mothers were transferred from Renn General to Holt Hospital in Tarn.", MOVED),
        ("Three of the eight libraries in Sorrel have been closed.", DECIDED),
        ("The council of Sorrel voted to close eight libraries.", DECIDED),
    ],
    ids=lambda words: words[:60],
)
def test_what_only_looks_like_it_is_not(statement, text):
    assert check(statement, report(text)).label is not Label.SUPPORTED


@pytest.mark.parametrize(
    "text",
    [
        "Lund remains in prison, for he was denied bail.",
        "Officials denied them entry.",
        TOLD_TO_LEAVE,
        "The first count on 12 October gave her a lead of 312 votes.",
    ],
)
def test_what_is_done_to_somebody_is_no_saying(text):
    assert not find_sayings(text, find_words(text))


@pytest.mark.parametrize(
    ("text", "source"),
    [
                ("The ministry denied that the dam is unsafe.", "The ministry"),
        ("The union counts 81 dead.", "The union"),
        ("Lund told reporters to wait for the report.", "Lund"),
        (HOPES, "the town of Sorrel"),
    ],
)  # fmt: skip
def test_what_is_said_is_one(text, source):
    (saying, *_) = find_sayings(text, find_words(text))
    assert (saying.source or saying.content).cut(text).startswith(source[:12])


def test_of_whom_it_only_tells_that_he_is_accused_the_rest_is_the_narrators():
    (saying,) = find_sayings(ON_TRIAL, find_words(ON_TRIAL))
    assert saying.source is None
    assert saying.content.cut(ON_TRIAL) == "accused of fraud over the collapse of the Tarn bridge"


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("Lund lodged a formal appeal.", "lodged"),
        ("A decision was made in May.", "made"),
        ("The office launched its own inquiry.", "launched"),
        ("She gave her backing to the plan.", "gave"),
    ],
)
def test_a_verb_beside_what_was_done_says_nothing(text, without):
    assert without not in [word.plain for word in find_words(text) if word.content]


@pytest.mark.parametrize(
    ("text", "verb"),
    [("Lund opened the door.", "opened"), ("The court received an appeal.", "received")],
)
def test_a_verb_that_does_it_says_something(text, verb):
    assert (verb in text) is any(word.plain == verb and word.content for word in find_words(text))


@pytest.mark.parametrize(
    "words", ["made a ", "made a formal ", "a decision was ", "of the city's eight ", "which the "]
)
def test_hostile_input_is_read_in_linear_time(words):
    started = time.perf_counter()
    synonyms.light_verbs(f"decision {words * 20_000}")
    PART_OF.search(words * 20_000)
    undecided(gist("It has been closed."), gist(f"voted {words * 400}"))
    assert time.perf_counter() - started < 5


@pytest.mark.parametrize(
    ("stated", "told", "plainly"),
    [
        ("Brekk later raised its bid.", "Brekk raised its bid.", "Brekk raised its bid."),
        ("Lund resigned and later died.", "Lund resigned.", "Lund resigned and later died."),
        ("However, two died in all.", "Two died.", "Two died."),
        ("Books were handed out in all schools.", "", "Books were handed out in all schools."),
        ("Over 40 came.", "More than 40 came.", "More than 40 came."),
        ("Over 40 came.", "More than 30 came.", "Over 40 came."),
        ("Acmar was given a fine of 3 million crowns.", "Acmar was fined.", "Acmar was fined 3 million crowns."),
        ("Acmar imposed a fine of 3 million crowns.", "Acmar was fined.", "Acmar imposed a fine of 3 million crowns."),
    ],
)
def test_a_model_is_asked_plainly(stated, told, plainly):
    assert put_plainly(stated, told) == plainly
