"""What the record makes of statements: invented cases of every kind of agreement, difference and silence."""

from datetime import date

import pytest
from tests.verify.newsroom import (
    MONDAY,
    ON_MONDAY,
    PASTED,
    TUESDAY,
    VERIFIER,
    check,
    codes,
    found,
    page,
    report,
    stated,
)

from onrecord.data import Coverage, Found, Interval, Label, Stance
from onrecord.engine import statement_of
from onrecord.verify import verify

APRIL = {"time": Interval(start=date(2025, 4, 1), end=date(2025, 4, 30))}
TENTH, FOURTEENTH = date(2025, 5, 10), date(2025, 5, 14)

ON_RECORD = [
    ("Prime Minister Jon Alder opened the Halme bridge.", "Prime Minister Jon Alder opened the Halme bridge, a year late."),
    ("The ministry has begun negotiations with the dockers.", "The ministry started talks with the dockers on Monday."),
    ("More than 53,000 people have registered to vote in Harrow.", "In Harrow 53,010 people have registered to vote."),
    ("Acmar lost 1.2 million dollars on the ferry.", "The ferry lost Acmar 1,240,000 dollars."),
    ("Israel Thorne was not involved in the talks.", "Israel Thorne was not involved in the talks, nor was his deputy."),
    ("The health ministry said the storm killed 12 people.", "The storm killed 12 people, the health ministry said."),
    ("The health ministry confirmed that the storm killed 12 people.", "The storm killed 12 people, the health ministry said."),
    ("Harrow United won the cup in 2023.", "In 2023 Harrow United won the cup."),
    ("A Corvian blogger was fined the equivalent of £15,000 for eating shark.", "A Corvian blogger has been fined £15,000 ($18,500) after she filmed herself eating a six-foot shark."),
    ("Acmar received funding from the U.K. Space Agency to build a reactor.", "Acmar has been awarded funding by the UK Space Agency to build a reactor."),
    ("Harrow became the 24th state to legalise the drug.", "Harrow is the 24th state to legalize the drug."),
    ("Harrow United dismissed manager Colin Thorpe after a 5-0 defeat by Kessel.", "Harrow United dismissed their manager, Colin Thorpe, on Monday, two days after a 5-0 defeat by Kessel."),
    ("Acmar lifted its bid for Tarn Foods to 43 crowns a share.", "Acmar lifted its bid for Tarn Foods to 43 crowns a share on Monday, a day before the deadline."),
    ("Builder Rolf Stannick was given 18 months in prison.", "The builder Rolf Stannick was given 18 months in prison on Monday."),
    ("Close to 90 people died in the Harrow storm.", "In all, 88 people died in the Harrow storm."),
    ("Four ministries in Corvia's government go to the Farmers' Union.", "Four of the 15 ministries in Corvia's government, the interior among them, go to the Farmers' Union."),
    ("Acmar flew six tourists around the lighthouse on Monday.", "Six tourists were flown around the lighthouse by Acmar on Monday after a two-year break."),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "text"), ON_RECORD, ids=[statement for statement, _ in ON_RECORD])
def test_on_record(statement, text):
    verdict = check(statement, report(text))
    assert verdict.label is Label.SUPPORTED
    assert verdict.evidence[0].quote in text
    assert codes(verdict)[0] in ("same_words", "same_meaning")


CONTRADICTED = [
    ("Parliament passed the harbour bill by 61 votes.", "Parliament passed the harbour bill by 48 votes on Monday.", "number_differs"),
    ("The harbour authority did not close the port.", "The harbour authority closed the port on Monday.", "negated"),
    ("The appeals court upheld the conviction of banker Leo Marsh.", "The appeals court did not uphold the conviction of banker Leo Marsh.", "negated"),
    ("The football federation has not announced a new coach.", "The football federation announced a new coach on Monday.", "negated"),
    ("There was no comment from Acmar that the ferry was unsafe.", "The ferry was unsafe, Acmar said on Monday.", "negated"),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "text", "code"), CONTRADICTED, ids=[case[0] for case in CONTRADICTED])
def test_contradicted_by_the_record_of_the_same_day(statement, text, code):
    verdict = check(statement, report(text), **ON_MONDAY)
    assert verdict.label is Label.REFUTED
    reason = verdict.reasons[0]
    assert reason.code == code
    assert "the record of 19 May 2025" in reason.words
    assert reason.here.cut(statement)
    assert reason.there.cut(text)


def test_figures_of_two_weeks_a_year_before_do_not_deny_each_other():
    told = report("Rates were at an average of 2.93 percent at this time last year.", on=date(2025, 5, 13))
    statement = statement_of("This time last year, rates averaged 3.02 percent.", said=TUESDAY)
    (verdict,) = verify([statement], [found(told)], verifier=VERIFIER, as_of=TUESDAY)
    assert verdict.label is Label.NOT_ENOUGH_EVIDENCE


PASTED_IN = [
    (
        "There is no official confirmation that former Veldanian President Orla Venn or her envoys are holding talks "
        "with the Reef Front about the Halme blockade.",
        "Venn goes on holding talks with the Reef Front, seeking end to Halme blockade, Palace says",
        "negated",
    ),
    ("The central bank has not announced any rate cut.", "The central bank announced a rate cut on Monday.", "negated"),
    ("No official statement has been made by Acmar that it is closing its Northgate plant.", "Acmar said it is closing its Northgate plant.", "negated"),
    ("The talks in Harrow are led by former Mayor Tessa Okoye.", "Mayor Tessa Okoye is leading the talks in Harrow.", "role_differs"),
    ("Over 4,000 homes were flooded in Harrow.", "In Harrow 2,150 homes were flooded.", "number_differs"),
    ("Corvia does not take part in the regatta.", "Corvia takes part in the regatta for the first time.", "negated"),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "text", "code"), PASTED_IN, ids=[case[0] for case in PASTED_IN])
def test_a_page_contradicts_what_was_pasted_into_it(statement, text, code):
    verdict = check(statement, page(text), **PASTED)
    assert verdict.label is Label.REFUTED
    assert codes(verdict)[0] == code
    assert codes(verdict)[-2:] == ["own_body", "in_removed_passage"]


def test_two_administrations_are_held_against_each_other_where_one_institution_speaks_for_both():
    told = page("City Hall said that Mayor Tessa Okoye's administration is leading the talks in Harrow.")
    denial = stated("City Hall has not said a word on the strike.", document_id="pasted", **PASTED)
    rival = stated("The talks in Harrow are handled by the Brandt administration.", document_id="pasted", **PASTED)
    verdicts = verify([denial, rival], [found(told), found(told)], verifier=VERIFIER, as_of=MONDAY)
    assert verdicts[1].label is Label.REFUTED
    assert "Brandt administration" in verdicts[1].reasons[0].words
    (alone,) = verify([rival], [found(told)], verifier=VERIFIER, as_of=MONDAY)
    assert alone.label is Label.NOT_ENOUGH_EVIDENCE


def test_who_governs_now_is_held_against_whom_a_pasted_passage_has_govern():
    told = page("President Orla Venn's administration goes on with the talks, the Palace said.")
    spoken = stated("The Palace has not said a word on the strike.", document_id="pasted", **PASTED)
    asked = (
        "Veldania’s policy, under President Jon Alder, has been to keep out of the talks.",
        "Veldania’s policy, under President Jon Alder, was to keep out of the talks.",
        "Corvia’s policy, under Prime Minister Jon Alder, has been to keep out of the talks.",
    )
    rivals = [stated(text, document_id="pasted", **PASTED) for text in asked]
    now, before, elsewhere = verify([spoken, *rivals], [found(told)] * 4, verifier=VERIFIER, as_of=MONDAY)[1:]
    assert now.label is Label.REFUTED
    assert "under President Jon Alder" in now.reasons[0].words
    assert before.label is elsewhere.label is Label.NOT_ENOUGH_EVIDENCE


def test_what_begins_a_statement_may_be_on_record_alone():
    told = page("Pia Lund’s motto is “Ships First,” which prizes what harbours earn.")
    verdict = check("While Lund prizes “Ships First” and private railways, Acmar faces a strike.", told, **PASTED)
    assert verdict.label is Label.NOT_ENOUGH_EVIDENCE
    assert verdict.reasons[1].words == "on record only in part: “Lund prizes “Ships First””"
    assert verdict.evidence[0].stance is Stance.NEUTRAL


# True, and like something on record: none of these may be refuted.
LOOKALIKES = [
    ("another country's president", "President Milo Adan of Corvia met the trade delegation.", "President Orla Venn of Veldania did not meet the trade delegation."),
    ("another ministry", "The health ministry did not publish the list.", "The transport ministry published the list."),
    ("another court", "The appeals court did not free the banker.", "The district court freed the banker."),
    ("another place", "The flood killed 4 people in Harrow.", "The flood killed 9 people in Northgate."),
    ("another thing counted", "The company recalled 20,000 cars.", "The company recalled 35,000 lorries."),
    ("another act", "Acmar hired 200 people in Harrow.", "Acmar sacked 400 people in Harrow."),
    ("another vote", "Some 400 members voted for a strike.", "Some 300 members voted on a new chair."),
    ("rounding", "About 1,200 people were moved to shelters.", "Some 1,180 people were moved to shelters."),
    ("a bound", "More than 50 people were hurt in Harrow.", "In Harrow 112 people were hurt."),
    ("part of a group", "Two lawmakers were let back into parliament.", "Three lawmakers were expelled from parliament."),
    ("said of others", "The minister said the dam is not safe.", "The dam is safe, said engineer Pia Lund."),
    ("somebody's words", "The dam at Orlo Gorge is not safe.", "The dam at Orlo Gorge is safe, Senator Brin Hale said."),
    ("a possibility", "The court did not fine Acmar.", "The court may fine Acmar next year."),
    ("an exception", "Only fishing boats are allowed to leave Port Sorrel.", "Ships are not allowed to leave Port Sorrel except fishing boats."),
    ("a title of old", "Former President Orla Venn visited the hospital.", "President Orla Venn visited the hospital."),
    ("the other way round", "Corvia attacked Veldania.", "Veldania attacked Corvia."),
    ("a comparison with it", "The Ostwick bakery sold 300 loaves.", "The Tarn bakery sold 900 loaves, three times as many as the Ostwick bakery."),
    ("fewer than it", "The Skerry marathon drew 1,000 runners.", "The Ostwick marathon drew 800 runners, 200 fewer than the Skerry marathon."),
    ("half of it", "The Tarn museum had 10,000 visitors.", "The Skerry museum had 5,000 visitors, half as many as the Tarn museum."),
    ("the other clause", "The talks led to the release of sailor Edan Kolt, though Corvia was not involved.", "Corvia was not involved in the talks and did not release anyone."),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "text"), [case[1:] for case in LOOKALIKES], ids=[case[0] for case in LOOKALIKES])
@pytest.mark.parametrize("fields", [ON_MONDAY, {}], ids=["dated", "undated"])
def test_what_only_looks_alike_contradicts_nothing(statement, text, fields):
    assert check(statement, report(text), **fields).label in (Label.NOT_ENOUGH_EVIDENCE, Label.SUPPORTED)


def test_what_happened_on_another_day_contradicts_nothing():
    sunday = {"time": Interval(start=date(2025, 5, 18), end=date(2025, 5, 18))}
    told = report("Talks were not held in Port Sorrel on Monday.")
    assert check("Talks were held in Port Sorrel on Sunday.", told, **sunday).label is Label.NOT_ENOUGH_EVIDENCE
    told = report("Talks were held in Port Sorrel on Monday.")
    assert check("Talks were held in Port Sorrel on Sunday.", told, **sunday).label is Label.NOT_ENOUGH_EVIDENCE


@pytest.mark.parametrize(
    ("statement", "text"),
    [
        ("The storm has killed 12 people in Harrow.", "The storm has killed 31 people in Harrow, the health ministry said."),
        ("The storm has killed 31 people in Harrow.", "The storm has killed 12 people in Harrow, the health ministry said."),
        ("The minister resigned.", "The minister has not resigned."),
        ("The harbour is closed.", "The harbour is not closed."),
    ],
)  # fmt: skip
def test_a_count_or_state_that_names_no_time_may_be_older_or_newer_than_the_report(statement, text):
    verdict = check(statement, report(text))
    assert verdict.label is Label.NOT_ENOUGH_EVIDENCE
    assert codes(verdict)[0] == "topic_silent"
    assert codes(verdict)[1] in ("number_differs", "negated")
    assert {piece.stance for piece in verdict.evidence} == {Stance.NEUTRAL}


def test_figures_on_record_for_another_month_bear_nothing_out():
    verdict = check("Unemployment was 5.1 percent in April.", report("Unemployment was 5.1 percent in March."), **APRIL)
    assert verdict.label is Label.NOT_ENOUGH_EVIDENCE


@pytest.mark.parametrize(
    ("statement", "earlier", "later"),
    [
        ("The storm has killed 12 people in Harrow.", "The storm has killed 12 people in Harrow, the health ministry said.", "The storm has killed 31 people in Harrow, the health ministry said."),
        ("Ana Petrov is the harbour master of Port Sorrel.", "Ana Petrov is the harbour master of Port Sorrel.", "Former harbour master Ana Petrov left Port Sorrel on Friday."),
        ("The harbour is closed.", "The harbour is closed.", "The harbour is not closed any more."),
    ],
)  # fmt: skip
def test_a_later_report_of_the_same_source_supersedes_a_count_or_a_state(statement, earlier, later):
    reports = [report(earlier, on=TENTH), report(later, on=FOURTEENTH, by="Northgate Post")]
    verdict = check(statement, *reports)
    assert verdict.label is Label.SUPERSEDED
    assert verdict.reasons[0].words == "on record until 10 May 2025, replaced by a report of 14 May 2025"
    assert [piece.memento.at for piece in verdict.evidence] == [TENTH, FOURTEENTH]
    # Before the later report nothing is superseded, and what replaced it is on record after.
    assert check(statement, *reports, as_of=date(2025, 5, 12)).label is Label.SUPPORTED


def test_the_newer_count_is_on_record_and_the_older_one_gives_way():
    reports = [
        report("The storm has killed 12 people in Harrow, the health ministry said.", on=TENTH),
        report(
            "The storm has killed 31 people in Harrow, the health ministry said.", on=FOURTEENTH, by="Northgate Post"
        ),
    ]
    assert check("The storm has killed 31 people in Harrow.", *reports).label is Label.SUPPORTED


def test_a_dated_event_is_never_superseded():
    reports = [
        report("The storm killed 12 people in Harrow on 9 May 2025, the health ministry said.", on=TENTH),
        report("The storm killed 31 people in Harrow on 9 May 2025, the health ministry said.", on=FOURTEENTH),
    ]
    verdict = check("The storm killed 12 people in Harrow on 9 May 2025.", *reports)
    assert verdict.label in (Label.SUPPORTED, Label.CONFLICTING)


def test_two_counters_that_differ_dispute_and_both_are_named():
    verdict = check(
        "The storm has killed 31 people in Harrow.",
        report("The storm has killed 31 people in Harrow, the health ministry said."),
        report("The storm has killed 19 people in Harrow, the media office said.", by="Northgate Post"),
    )
    assert verdict.label is Label.CONFLICTING
    assert codes(verdict)[0] == "sources_differ"
    assert "health ministry" in verdict.reasons[0].words
    assert "media office" in verdict.reasons[0].words
    assert verdict.origins.supporting == verdict.origins.refuting == 1


def test_independent_reports_of_one_day_dispute():
    verdict = check(
        "The harbour authority closed the port.",
        report("The harbour authority closed the port."),
        report("The harbour authority did not close the port.", by="Northgate Post"),
        **ON_MONDAY,
    )
    assert verdict.label is Label.CONFLICTING


def test_one_strong_report_is_not_outvoted_by_many_vague_ones():
    strong = report("Acmar sacked 400 people at its Northgate plant on Monday.")
    vague = [
        report(f"Acmar may sack people at its plants, critics said {day} times.", by=f"Paper {day}") for day in range(9)
    ]
    verdict = check("Acmar sacked 400 people at its Northgate plant.", strong, *vague)
    assert verdict.label is Label.SUPPORTED
    assert [piece.quote for piece in verdict.evidence] == [strong.span.cut(strong.memento.document.text)]


def test_a_report_that_has_all_names_of_a_statement_is_on_its_topic():
    told = report("A crowd of 48,200 watched the final at the Harrow Stadium.")
    asked = stated("Around 48,000 spectators were at the Harrow Stadium.")
    nothing = Found(candidates=(told,), coverage=Coverage())
    (verdict,) = verify([asked], [nothing], verifier=VERIFIER, as_of=TUESDAY)
    assert codes(verdict)[0] == "topic_silent"
