"""What is not checked, for it states nothing that a record could have, or nobody can tell of whom."""

import pytest
from tests.verify.newsroom import TUESDAY, VERIFIER, check, found, report, stated

from onrecord.data import Label, ReasonCode
from onrecord.verify import verify

NOTHING = [
    "Read more on the flood below.",
    "Follow her on the usual networks or write to her.",
    "Check your local forecast here.",
    "Here's what we know.",
    "Sign up for the letter that we send in the morning.",
    "This story has been updated with additional information.",
    "The views expressed here are the author's own.",
    "This article is republished from the Valley Review.",
    "More:Harrow sings again, with a new hall",
    "Your guide to the fair of Harrow:the winners of 2024",
    "The prizes of Harrow: See the full list, from Renn to Stross",
    "Here are some things to know of the cup of Dunmore.",
    "Acmar did not immediately respond to a request for comment.",
    "The Island Ledger has reached out to Acmar for comment.",
    "Contact Anna Renn at arenn@ledger.example, 555-0100.",
    "Karl Holt and the Harrow Wire contributed to this report.",
    "Here is more information on the cup of Dunmore:",
    "See how your school is ranked by the Harrow Review.",
    "Watch on Harbour Live at harbour.example/regatta.",
    "Based on the latest reports, here's what I found about the flood in Harrow:",
    "I can put together a short list of the dams in Veldania if that helps.",
    "— Karl Holt contributed reporting.",
    "With reporting by Anna Renn in Harrow",
    "Obtained by Harbour Live",
    "God save the Queen of Veldania.",
    "Long may she reign!",
    "What a difference a year makes.",
    "IN PICTURES: the farewell to the Queen of Veldania",
    "With reporting by Harbour Wire.",
    "With files from Anna Renn in Harrow and Karl Holt of the Harrow Wire.",
    "Based on the reports I found, here is who did what in the final of 2024:",
    "The main points of the harbour budget are:",
    "Some of the key dates in the harbour case:",
    "What the council of Harrow wants to know",
    "Watch the funny moment here",
    "Turn to Harbour Live for live coverage of the regatta in Harrow this week.",
    '(You can get "Five Things in Harrow" delivered to your inbox daily. Sign up here .)',
    "If your day doesn't start until you know the news of Harrow, then let us introduce you to your new favourite letter.",
    "Harrow Park Service",
    "The Associated Press",
    "(Click here to view)",
    "Follow Anna Renn on Twitter @arenn.",
    "Want to send Anna Renn a note, shoot her an email or follow along with her musings.",
    "City of Harrow Fire Rescue",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_speaks_to_readers_or_of_its_page_states_nothing(text):
    verdict = check(text, report(text))
    assert (verdict.label, verdict.reasons[0].code) == (Label.NOT_CHECKED, ReasonCode.STATES_NOTHING)


@pytest.mark.parametrize(
    "text",
    [
        "We have since repaired it.",
        "You belong to the valley.",
        "And I would do it again.",
        "Then, I got my share.",
        "One and all:",
        "At his hand;",
        "Renn expected to visit Corvia, officials in Harrow say ...",
        "The bishop of Harrow says:",
        "Renn told the council:",
        "And Renn intends to.",
        "The mayor of Harrow did not.",
        "In recent weeks:",
        "On now to 2024.",
        "[Harrow County’s] is in place until further notice",
        "Harrow's was lifted on Monday.",
        "says some privileged papers have been found in Harrow.",
    ],
)
def test_who_speaks_or_reads_is_nobody_by_name(text):
    verdict = check(text, report(text))
    assert (verdict.label, verdict.reasons[0].code) == (Label.NOT_CHECKED, ReasonCode.NOT_ALONE)


@pytest.mark.parametrize(
    "text",
    [
        "The readers of the Tribune get more letters than before.",
        "Check fraud in Harrow has doubled since 2023.",
        "With reporting by Harbour Wire the case became known in Harrow.",
        "The main points of the harbour budget are a toll and a tax.",
        "What the council of Harrow wants to know is who paid for the pier.",
        "What caused the fire at the port of Harrow was a spark",
        "Who left the port of Harrow in 2023 has come back, Harrow's mayor said.",
        "The headline figure was corrected by the ministry of Harrow.",
        "The report was corrected by the ministry of Harrow on Monday.",
        "The ministry of Harrow did not respond to the flood for two days.",
        "What a company pays in tax is public in Veldania.",
        "Research by the University of Harrow found that otters came back.",
        "Files from the ministry in Harrow show 30 deaths.",
        "Prices in Harrow are not what they were.",
        "The committee in Harrow read the report on Monday.",
        "Watch makers in Harrow came here from Corvia in 1920.",
        "Turn signals on buses in Harrow were found broken.",
        "Voters in Harrow can get the ballot delivered to their homes.",
        "Fire Guts Harrow Museum",
        "Renn Leaves Harrow Park Service",
        "Renn Left Harrow Park Service",
        "Renn To Lead Harrow Park Service",
        "Villagers Fight Harrow County Council",
        "Watch makers from Corvia in Harrow settled here.",
        "When the flood came, the mayor of Harrow let us in, the families said.",
        "The Press Council met in Harrow.",
        "Said Renn told the court in Harrow that he was ill.",
        "Renn's was the first boat to reach Harrow.",
        "Harrow's was the first fair of the valley.",
    ],
)
def test_what_only_begins_like_it_is_checked(text):
    assert check(text, report(text)).label is Label.SUPPORTED


def test_a_statement_without_names_is_of_the_matter_of_its_page():
    page = (
        "NASA's probe Wren struck the asteroid Dunmore on Monday.",
        "The images were released on Thursday.",
        "The Webb and Hubble telescopes watched from afar.",
    )
    statements = [stated(text, document_id="0" * 64) for text in page]
    elsewhere = report("A boat lies under water in Harrow. The images were released on Thursday by the town.")
    of_it = report(
        "The images were released on Thursday.", title="NASA shows how Wren struck Dunmore", by="Island Ledger"
    )
    for told, label in ((elsewhere, Label.NOT_ENOUGH_EVIDENCE), (of_it, Label.SUPPORTED)):
        verdicts = verify(statements, [found(told)] * 3, verifier=VERIFIER, as_of=TUESDAY)
        assert verdicts[1].label is label


def test_a_country_of_two_words_is_one_name_of_its_page():
    page = (
        "Anna Renn of the United Islands met the governor of New Harrow on Monday.",
        "The images were released on Thursday.",
    )
    statements = [stated(text, document_id="0" * 64) for text in page]
    told = report("A boat of the United Islands lies under water. The images were released on Thursday.")
    verdicts = verify(statements, [found(told)] * 2, verifier=VERIFIER, as_of=TUESDAY)
    assert verdicts[1].label is Label.NOT_ENOUGH_EVIDENCE


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "The age of the sixth victim is not yet clear.",
            "It is not yet clear how old the sixth and seventh victims were.",
        ),
        (
            "Payments on student loans have been paused since March 2020 in the pandemic.",
            "In the pandemic all payments on student loans have been paused, since March 2020.",
        ),
        ("The new software works with any ePad dating back to 2017.", "It works with any ePad dating back to 2017."),
    ],
)
def test_the_place_of_a_dateline_and_a_name_that_begins_small_are_signs(said, told):
    page = ("Premier Anders Holt of Veldania met Lotte Arndal and Freya Lindqvist in Kessel and in Tarn.", said)
    there = report(told, title="Tarn Harbour Wire" + (": Lotte Arndal speaks" if "March" not in said else ""))
    statements = [stated(text, document_id="0" * 64) for text in page]
    verdicts = verify(statements, [found(there)] * 2, verifier=VERIFIER, as_of=TUESDAY)
    assert verdicts[1].label is Label.SUPPORTED


@pytest.mark.parametrize("title", ["Harbour Wire News", "Tarn Harbour Wire"])
def test_the_newsrooms_own_name_is_no_sign_of_the_matter(title):
    page = (
        "Premier Anders Holt of the United Islands told Harbour Wire that Lotte Arndal had met Freya Lindqvist in Kessel.",
        "A yes would change the constitution.",
    )
    told = report(
        "A yes would change the constitution.", title=f"Corvia votes, and the United Islands look on | {title}"
    )
    statements = [stated(text, document_id="0" * 64) for text in page]
    verdicts = verify(statements, [found(told)] * 2, verifier=VERIFIER, as_of=TUESDAY)
    assert verdicts[1].label is Label.NOT_ENOUGH_EVIDENCE


@pytest.mark.parametrize(
    ("said", "told", "label"),
    [
        ("Early voting starts on 19 October.", "Early voting starts on 19 October.", Label.NOT_ENOUGH_EVIDENCE),
        (
            "The law bans fishing at night if the Tarn treaty is overturned by the court.",
            "Several towns have laws that ban fishing at night if the Tarn treaty is overturned by the court.",
            Label.NOT_ENOUGH_EVIDENCE,
        ),
        (
            "The dry valley is already dealing with a water crisis, so those who live there need rain.",
            "The dry valley is already dealing with a water crisis, so those who live there need rain, but not too much.",
            Label.SUPPORTED,
        ),
    ],
)
def test_a_parliament_and_a_court_are_no_sign_of_the_matter(said, told, label):
    page = (
        "Premier Anders Holt of Veldania told Congress and the Supreme Court that Lotte Arndal had met Freya Lindqvist in Kessel.",
        said,
    )
    there = report(told, title="Corvia's Democrats look to Congress and the Supreme Court")
    statements = [stated(text, document_id="0" * 64) for text in page]
    verdicts = verify(statements, [found(there)] * 2, verifier=VERIFIER, as_of=TUESDAY)
    assert verdicts[1].label is label


def test_the_law_that_its_page_names_is_the_same_in_a_report_of_it():
    page = (
        "Premier Anders Holt of Veldania signed the law for which Lotte Arndal and Freya Lindqvist had asked in Kessel.",
        "The law bans fishing at night in Tarn.",
    )
    there = report(
        "Lotte Arndal was glad. The law bans fishing at night in Tarn.", title="Holt signs a law in Veldania"
    )
    statements = [stated(text, document_id="0" * 64) for text in page]
    verdicts = verify(statements, [found(there)] * 2, verifier=VERIFIER, as_of=TUESDAY)
    assert verdicts[1].label is Label.SUPPORTED


@pytest.mark.parametrize(
    ("told", "label"),
    [
        ("The ministry on Monday put the number of people killed by the Kessel flood at 74.", Label.SUPPORTED),
        ("The ministry on Monday put the number of people killed by the Tarn flood at 74.", Label.NOT_ENOUGH_EVIDENCE),
        ("The ministry in Kessel put the number of people killed by the flood at 74.", Label.SUPPORTED),
        ("The ministry put the number of people killed by the flood at 74.", Label.NOT_ENOUGH_EVIDENCE),
    ],
)
def test_the_flood_is_the_one_that_its_page_names(told, label):
    page = (
        "Premier Anders Holt met Lotte Arndal of the valley council.",
        "The ministry puts the number of people killed by the flood at 74.",
        "Freya Lindqvist said the Kessel flood will be looked into.",
    )
    statements = [stated(text, document_id="0" * 64) for text in page]
    verdicts = verify(statements, [found(report(told))] * 3, verifier=VERIFIER, as_of=TUESDAY)
    assert verdicts[1].label is label


@pytest.mark.parametrize(
    ("title", "told", "label"),
    [
        ("Kessel valley fire under control", "Police said the fire had been started by sparks from a train.", Label.SUPPORTED),
        ("Kessel fire grows", "Police said the fire had been started by sparks from a train.", Label.SUPPORTED),
        ("Tarn valley fire under control", "Police said the fire had been started by sparks from a train.", Label.NOT_ENOUGH_EVIDENCE),
        ("After the Kessel fire another", "The Tarn valley fire was put out. Police said the fire had been started by sparks from a train.", Label.NOT_ENOUGH_EVIDENCE),
    ],
)  # fmt: skip
def test_which_fire_it_is_a_title_tells_too(title, told, label):
    page = (
        "Here is a summary of the Kessel valley wildfire, in which Mira Stokke died, as Freya Lindqvist said.",
        "Police say that sparks from a train started the fire.",
        "Premier Anders Holt met Lotte Arndal of the valley council.",
    )
    statements = [stated(text, document_id="0" * 64) for text in page]
    verdicts = verify(statements, [found(report(told, title=title))] * 3, verifier=VERIFIER, as_of=TUESDAY)
    assert verdicts[1].label is label


def test_a_flood_that_is_one_of_two_on_its_page_is_not_told_by_its_kind():
    page = (
        "Premier Anders Holt met Lotte Arndal and Freya Lindqvist after the Tarn flood and the Kessel flood.",
        "The ministry puts the number of people killed by the flood at 70.",
    )
    told = report("The ministry on Monday put the number of people killed by the Kessel flood at 70.")
    statements = [stated(text, document_id="0" * 64) for text in page]
    assert verify(statements, [found(told)] * 2, verifier=VERIFIER, as_of=TUESDAY)[1].label is not Label.SUPPORTED


@pytest.mark.parametrize(
    ("families", "label"), [("310 families", Label.SUPPORTED), ("a third of the families", Label.NOT_ENOUGH_EVIDENCE)]
)
def test_figures_that_few_matters_share_tell_which_one_it_is(families, label):
    page = (
        "Premier Anders Holt met Lotte Arndal and Freya Lindqvist in Kessel.",
        f"The first payments have reached {families}, who received 6,000 crowns each.",
    )
    told = report(
        f"The first payments have now reached {families}, who received 6,000 crowns each.", by="Island Ledger"
    )
    statements = [stated(text, document_id="0" * 64) for text in page]
    assert verify(statements, [found(told)] * 2, verifier=VERIFIER, as_of=TUESDAY)[1].label is label


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("The shop is not open by day.", "The shop is open by day."),
        (
            "and rests not now by day or night.",
            "Going to bed at one hour each day makes getting a night’s rest easier.",
        ),
    ],
)
def test_words_of_another_matter_deny_nothing_that_names_nobody(said, text):
    page = ("Dean Ida Holt led the service for Anders Lund in Kessel, with Pia Renn of the Harrow choir.", said)
    told = report(text, by="Island Ledger", on=TUESDAY)
    statements = [stated(text, document_id="0" * 64) for text in page]
    assert verify(statements, [found(told)] * 2, verifier=VERIFIER, as_of=TUESDAY)[1].label is Label.NOT_ENOUGH_EVIDENCE
