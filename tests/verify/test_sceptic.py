"""What a sceptic tries: cases in which a careless reader of the record would say too much."""

from datetime import UTC, date, datetime

import pytest
from tests.verify.newsroom import MONDAY, ON_MONDAY, check, codes, report

from onrecord.data import Label, Stance
from onrecord.read import read_text

# Said like it, and not it: none of these is on record, and none is contradicted.
NOT_BORNE_OUT = [
    (
        "Orla Venn picks Harrow for her campaign headquarters.",
        "Staff will get to know the town if reports are confirmed that Orla Venn's campaign headquarters will be in Harrow.",
    ),
    ("Pia Lund was Orla Venn's finance minister.", "Orla Venn was running to lead the Reef Front and Pia Lund sat in parliament."),
    ("The Halme bridge opened.", "The Halme bridge will open on Friday."),
    ("The Halme bridge opened.", "The Halme bridge was scheduled to open on Friday."),
    ("Singer Orla Venn was presented with the Harrow Arts Award.", "Pop star Orla Venn will receive this year's Harrow Arts Award for her life's work."),
    ("Veldanian Palace officials were also present for the briefing.", "She gathered officials in the Veldanian Palace to receive a briefing on the plan."),
    ("By many accounts, Veldanians' net worth continues to rise.", "The 650 Veldanians on the list saw their net worth increase by 12 percent."),
    ("The council approved the ferry contract.", "The council would have approved the ferry contract if the bids had been lower."),
    ("Acmar is closing its Northgate plant.", "Acmar denied that it is closing its Northgate plant."),
    ("Orla Venn took bribes.", "Orla Venn is accused of taking bribes."),
    ("Orla Venn took bribes.", "Prosecutors allege that Orla Venn took bribes."),
    ("Orla Venn took bribes.", "“Orla Venn took bribes,” said Tessa Okoye."),
    ("Orla Venn took bribes.", "Orla Venn, accused of taking bribes, left Harrow."),
    ("The plan would never pass.", "The plan passed on Monday, a vote many thought would never come."),
    ("Orla Venn resigned.", "Orla Venn said she had resigned."),
    ("Orla Venn resigned.", "Premier Orla Venn accepted the resignation."),
    ("Prime Minister Orla Venn has resigned.", "Premier Orla Venn accepted Pia Lund’s resignation."),
    ("Orla Venn resigned.", "Jon Alder called for the resignation of Orla Venn."),
    ("Orla Venn said the dam is safe.", "Pia Lund said the dam is safe."),
    ("Orla Venn said that Pia Lund called the dam safe.", "Pia Lund said that Orla Venn called the dam safe."),
    ("Veldanian President Orla Venn announced her resignation.", "Veldanian President Orla Venn announced a tax cut."),
    ("Veldania won the regatta.", "Corvia made history by beating Veldania to win the regatta."),
    ("Jon Alder opened the museum.", "Jon Alder left Harrow on Friday. Tessa Okoye opened the museum."),
    ("Harrow is the largest port of Veldania.", "Harrow is a port of Veldania."),
    ("Pia Lund was the first woman to lead Acmar.", "Pia Lund was the second woman to lead Acmar."),
    ("Harrow is the most crowded port of Veldania.", "Harrow is the least crowded port of Veldania."),
    ("More than 31 people were hurt in Harrow.", "In Harrow 31 people were hurt."),
    ("The bridge opened on 12 May 2025.", "The bridge opened in 2025."),
    ("The bank cut 400 jobs from 2008 to 2016.", "The bank cut 400 jobs from 2011 to 2016."),
    ("The port authority closed the harbour.", "The port authority met."),
    ("Parliament passed the harbour bill.", "Parliament passed the harbour bill on first reading only if the budget holds."),
    ("All schools in Harrow are closed.", "Some schools in Harrow are closed."),
    ("Acmar raised wages by 5 percent.", "Acmar raised prices by 5 percent and wages by 2 percent."),
    ("The storm killed 12 people in Harrow.", "The storm killed 12 people in Northgate and hurt 30 in Harrow."),
    ("The court convicted Leo Marsh of fraud.", "Prosecutors charged Leo Marsh with fraud before the court."),
    ("The dam is safe.", "Engineers doubt that the dam is safe."),
    ("The dam is safe.", "It is not clear whether the dam is safe."),
    ("12 people were killed.", "12 people were nearly killed."),
    ("The talks broke down twice.", "The talks had begun in October and nearly broke down twice."),
    ("The ferry sank off Pell on Friday.", "The ferry almost sank off Pell on Friday after a wave hit it."),
    ("The ferry sank off Pell.", "The ferry came close to sinking off Pell on Friday after a wave hit it."),
    ("Wolves may be hunted from October.", "A vote on whether wolves may be hunted is planned for October."),
    ("Kwame Osei won the Tour of the Capes.", "Kwame Osei won the fourth stage of the Tour of the Capes on Friday in a sprint."),
    ("The Harbour Line has been opened.", "The first section of the Harbour Line has been opened in Pell."),
    ("The bridge in Pell collapsed.", "Part of the bridge in Pell collapsed on Friday."),
    ("Acmar stopped paying its dockers.", "Acmar threatened to stop paying its dockers."),
    ("Orla Venn was arrested in Harrow.", "Police tried to arrest Orla Venn in Harrow."),
    ("Orla Venn visited Corvia.", "Orla Venn cancelled her visit to Corvia."),
    ("Acmar agreed to pay 4 million dollars to the dockers.", "Dockers asked Acmar to pay 4 million dollars."),
    ("Harrow banned diesel cars.", "Harrow lifted its ban on diesel cars."),
    ("Harrow lifted its ban on diesel cars.", "Harrow banned diesel cars."),
    ("The ban on diesel cars in Harrow was lifted.", "Harrow has a ban on diesel cars."),
    ("Tomas Verrin withdrew his denial.", "Tomas Verrin denied that the ministry was warned."),
    ("The court overturned the conviction of Leo Marsh.", "The court upheld the conviction of Leo Marsh."),
    ("The court quashed the conviction of Leo Marsh.", "The court in Harrow announced the conviction of Leo Marsh."),
    ("Orla Venn cancelled her visit to Corvia.", "Orla Venn postponed her visit to Corvia."),
    ("Acmar won the contract for the Halme bridge.", "Acmar lost the contract for the Halme bridge to Northgate Steel."),
    ("Police shot Leo Marsh.", "Leo Marsh shot a police officer."),
    ("Jon Alder was hurt in Harrow.", "Two aides of Jon Alder were hurt in Harrow."),
    ("Jon Alder called a strike.", "Jon Alder’s rivals called a strike."),
    ("The minister apologised for the ferry affair.", "The minister is to apologise for the ferry affair."),
    ("There are 12 ferries in Harrow.", "There were 12 ferries in Harrow until 1990."),
    ("Harrow United won the 2025 cup.", "Harrow United has won the cup five times."),
    ("Harrow United won the cup in 2023.", "Harrow United won the cup, its first since 1998."),
    ("Sorrel elected a mayor.", "A mayor of Sorrel was set to be elected."),
    ("Sorrel elected a mayor.", "West Sorrel elected a mayor."),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "text"), NOT_BORNE_OUT, ids=[f"{s} / {t}" for s, t in NOT_BORNE_OUT])
def test_what_only_sounds_like_it_bears_nothing_out(statement, text):
    verdict = check(statement, report(text))
    assert verdict.label is Label.NOT_ENOUGH_EVIDENCE
    assert not [piece for piece in verdict.evidence if piece.stance is not Stance.NEUTRAL]


# The same in other words, numbers or measures.
BORNE_OUT = [
    ("Skarn won almost every game.", "Skarn won almost every game this year, and nearly lost their coach."),
    ("A vote on whether wolves may be hunted is planned for October.", "A vote on whether wolves may be hunted is planned for October in Marl."),
    ("Kwame Osei won a stage of the Tour of the Capes.", "Kwame Osei won the fourth stage of the Tour of the Capes on Friday in a sprint."),
    ("Kwame Osei won the Tour of the Capes.", "Kwame Osei won the 40th edition of the Tour of the Capes on Friday."),
    ("The A7 was closed near Pell.", "A stretch of the A7 near Pell was closed on Friday."),
    ("Twelve people were killed in Harrow.", "In Harrow 12 people were killed."),
    ("Half of the homes in Harrow were flooded.", "In Harrow 50 percent of the homes were flooded."),
    ("Acmar earned 1.2 billion dollars.", "Acmar earned $1.2bn."),
    ("Orla Venn is accused of taking bribes.", "Prosecutors accuse Orla Venn of taking bribes."),
    ("The UK closed its embassy in Corvia.", "Britain closed its embassy in Corvia."),
    ("The US and Corvia signed a treaty.", "Corvia and the United States signed a treaty."),
    ("Orla Venn announced her resignation.", "Orla Venn announced her resignation and said she would go on serving until June."),
    ("The ban on diesel cars was lifted in Harrow.", "Harrow lifted the ban on diesel cars."),
    ("Acmar cancelled the contract for the ferry.", "Acmar scrapped the contract for the ferry."),
    ("Tomas Verrin withdrew his denial.", "Tomas Verrin took back his denial."),
    ("Parliament repealed the harbour law.", "Parliament abolished the harbour law."),
    ("Corvia withdrew its troops from Harrow.", "Corvia pulled its troops out of Harrow."),
    ("Police blocked the road to Harrow.", "Police closed the road to Harrow."),
    ("Prices of bread dropped in Corvia.", "Prices of bread fell in Corvia."),
    ("The storm hit Harrow.", "The storm, believed to be the worst in years, hit Harrow."),
    ("Orla Venn left Harrow.", "Orla Venn, accused of taking bribes, left Harrow."),
    ("Corvia was beaten by Veldania in the final.", "Veldania beat Corvia in the final."),
    ("The harbour authority did not close the port.", "The harbour authority did not close the port."),
    ("The flu vaccine was approved in Corvia.", "The Flu vaccine was approved in Corvia."),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "text"), BORNE_OUT, ids=[f"{s} / {t}" for s, t in BORNE_OUT])
def test_the_same_in_other_words_is_on_record(statement, text):
    assert check(statement, report(text)).label is Label.SUPPORTED


# True, with the record saying something near: nothing here may be denied, on the very day or later.
NOT_DENIED = [
    (
        "On Monday police in Harrow arrested three men over the theft.",
        "Police in Harrow arrested a guard and two other men over the theft on Monday.",
    ),
    ("Ida Renn has yet to decide on the port of Sorrel.", "Ida Renn has not decided on the port of Sorrel."),
    ("The health ministry counted 31 dead in Harrow.", "The interior ministry counted 19 dead in Harrow."),
    ("Veldania did not deny the report.", "Veldania denied the report of 3 May."),
    ("The strike in Harrow ended.", "The strike in Corvia did not end."),
    ("Prices rose by 3 percent.", "Prices rose by 3.4 percent in Corvia."),
    ("About 400 people marched in Harrow.", "Some 380 people marched in Harrow."),
    ("The council voted 5 to 4.", "The council voted twice, 7 to 2 on the harbour."),
    ("Acmar employs 4,000 people.", "Acmar hired 400 people."),
    ("The ferry sank.", "The ferry did not sink at once."),
    ("No schools were closed in Harrow.", "Two schools were closed in Northgate."),
    ("The mayor may resign.", "The mayor did not resign."),
    ("If the dam breaks, Harrow will be flooded.", "The dam did not break."),
    ("Orla Venn did not resign.", "Orla Venn resigned from the board of Acmar."),
    ("Jon Alder was not hurt.", "Two aides of Jon Alder were hurt."),
    ("Acmar raised wages by 5 percent.", "Acmar raised wages by 2 percent in Harrow and 5 percent elsewhere."),
    ("Shares of Acmar fell.", "Shares of Halme Ferries rose."),
    (
        "From 1973 to 2000 counts in Tarn dropped by 1.2% every year.",
        "The decline in counts in Tarn seemed to be speeding up, from an average of 1.16% per year after 1973 to 2.64% per year after 2000.",
    ),
    ("Prices in Tarn rose by 2.64 percent.", "Prices in Tarn rose by 2.6 percent."),
    ("Prices in Tarn rose by 2.6 percent a year after 2000.", "Prices in Tarn rose by 2.64% per year after 2000."),
    (
        "Many in Veldania were still without power.",
        "“Edda is a very powerful storm,” said Ida Holt, CEO of Veldania Power & Light.",
    ),
]


@pytest.mark.parametrize(("statement", "text"), NOT_DENIED, ids=[f"{s} / {t}" for s, t in NOT_DENIED])
@pytest.mark.parametrize("setting", [{}, ON_MONDAY], ids=["undated", "of that day"])
def test_what_may_both_be_so_is_not_denied(statement, text, setting):
    verdict = check(statement, report(text, on=MONDAY), **setting)
    assert verdict.label in (Label.NOT_ENOUGH_EVIDENCE, Label.NOT_CHECKED, Label.SUPPORTED)


def test_a_report_in_another_language_is_not_read_as_a_no():
    verdict = check("The harbour is closed.", report("Der Hafen ist nicht geschlossen.", language="de"))
    assert verdict.label is Label.NOT_ENOUGH_EVIDENCE


SAID_ABROAD = [
    ("Der Hafen ist geschlossen.", "Der Hafen ist nicht geschlossen.", "de"),
    ("Le port est fermé.", "Le port n’est pas fermé.", "fr"),
    ("El puerto está cerrado.", "El puerto no está cerrado.", "es"),
    ("Liman bugün tamamen kapatıldı.", "Liman bugün tamamen kapatılmadı.", "tr"),
    ("Порт закрыт.", "Порт не закрыт.", "ru"),
    ("Der Hafen ist geschlossen.", "Der Hafen ist geschlossen, teilte die Behörde mit.", "de"),
    ("O porto está fechado.", "O porto está supostamente fechado.", "pt"),
]


@pytest.mark.parametrize(("statement", "text", "language"), SAID_ABROAD, ids=[case[1] for case in SAID_ABROAD])
def test_a_no_or_somebodys_word_in_another_language_bears_nothing_out(statement, text, language):
    for told in (language, None):
        assert check(statement, report(text, language=told)).label is Label.NOT_ENOUGH_EVIDENCE
    assert check(text, report(statement, language=language)).label is Label.NOT_ENOUGH_EVIDENCE
    assert check(statement, report(statement, language=language)).label is Label.SUPPORTED


def test_a_correction_takes_a_figure_back():
    first = report("The ferry carried 400 people, Acmar said.", on=date(2025, 5, 10))
    corrected = report("The ferry carried 140 people, Acmar said, correcting its earlier figure.", on=date(2025, 5, 12))
    verdict = check("Acmar said the ferry carried 400 people.", first, corrected)
    assert verdict.label is Label.SUPERSEDED
    assert check("The ferry carried 400 people.", first, corrected).label is Label.NOT_ENOUGH_EVIDENCE


TAKEN_BACK = [
    "Correction: A previous version of this story misstated the number of beds in the Harrow ward as 20. It is 30.",
    "Correction: The number of beds in the Harrow ward was wrongly given as 20. It is 30.",
    "Correction: In an article on Monday the number of beds in the Harrow ward was 20. It is 30.",
    "Correction, 19 May: An earlier version of this article said that the number of beds in the Harrow ward is 20.",
    "Through an editing error we wrote that the number of beds in the Harrow ward is 20. It is 30.",
    "An article on Monday misstated the number of beds in the Harrow ward as 20. It is 30.",
]


@pytest.mark.parametrize("note", TAKEN_BACK)
def test_what_a_newsroom_takes_back_bears_nothing_out(note):
    stated = "The number of beds in the Harrow ward is 20."
    assert check(stated, report(note)).label is Label.NOT_ENOUGH_EVIDENCE
    by_itself = check(stated, report(stated, by="Island Ledger"))
    beside = check(stated, report(stated, by="Island Ledger"), report(note))
    assert (beside.label, beside.origins) == (by_itself.label, by_itself.origins)


CORRECTED_BELOW = [
    "Correction, 20 May: An earlier version of this article said that the ward had 20 beds. It has 30 beds.",
    "This article was amended on 20 May 2025. An earlier version gave the ward 20 beds.",
    "Correction: The number of beds in the ward was wrongly given as 20.",
]


@pytest.mark.parametrize("note", CORRECTED_BELOW)
def test_what_a_page_corrects_below_is_not_borne_out_by_it(note):
    page = report(f"Harrow hospital opened a ward with 20 beds on Thursday.\n\n{note}")
    assert check("The ward of Harrow hospital has 20 beds.", page).label is Label.NOT_ENOUGH_EVIDENCE
    assert check("Harrow hospital opened a ward with 20 beds.", page).label is Label.NOT_ENOUGH_EVIDENCE
    assert check("Harrow hospital opened a ward.", page).label is Label.SUPPORTED
    other = report("On Thursday Harrow hospital opened a ward with 20 beds.", by="Island Ledger")
    assert check("Harrow hospital opened a ward with 20 beds.", page, other).origins.supporting == 1


def test_a_figure_that_a_page_has_right_is_borne_out_by_it():
    note = "Correction: An earlier version of this article said that the ward had 20 beds."
    page = report(f"Harrow hospital opened a ward with 30 beds on Thursday.\n\n{note}")
    assert check("Harrow hospital opened a ward with 30 beds.", page).label is Label.SUPPORTED
    of_another = "Correction: An earlier version of this article said that the hospital has 20 doctors."
    page = report(f"Harrow hospital opened a ward with 20 beds on Thursday.\n\n{of_another}")
    assert check("Harrow hospital opened a ward with 20 beds on Thursday.", page).label is Label.SUPPORTED


def test_a_name_that_a_newsroom_takes_back_is_nobodys_office():
    note = "Correction: An earlier version of this article misidentified the mayor of Harrow as Otto Hagen."
    assert check("Otto Hagen is the mayor of Harrow.", report(note)).label is Label.NOT_ENOUGH_EVIDENCE


def test_a_mistake_is_on_record_as_one():
    told = "The ministry's report on Monday wrongly gave the number of beds in the Harrow ward as 20."
    assert check(told, report(told)).label is Label.SUPPORTED


QUAKE = (
    "An earthquake shook Skerry Bay on Saturday, the rescue service said. A school in Skerry Bay collapsed early today. "
    "Schools in Skerry Bay will be shut tomorrow."
)


@pytest.mark.parametrize("on", [date(2025, 3, 9), datetime(2025, 3, 9, 22, tzinfo=UTC)])
def test_what_was_done_is_not_on_record_of_a_day_before(on):
    told = report(QUAKE, on=on, title="Quake in Skerry Bay")
    for stated in ("An earthquake shook Skerry Bay", "A school in Skerry Bay collapsed"):
        assert check(f"{stated} on 10 March 2025.", told).label is Label.NOT_ENOUGH_EVIDENCE
    assert check("A school in Skerry Bay collapsed on 9 March 2025.", told).label is Label.SUPPORTED


def test_a_day_that_was_set_is_on_record_of_a_day_before():
    for stated, text in (
        ("The vote in Harrow is on 10 March 2025.", "The vote in Harrow is on Monday."),
        ("The vote in Harrow was set for 10 March 2025.", "The vote in Harrow was set for 10 March 2025."),
    ):
        assert check(stated, report(text, on=date(2025, 3, 8))).label is Label.SUPPORTED
    closed = report("The Harrow bridge was closed on 10 March 2025.", on=datetime(2025, 3, 9, 22, tzinfo=UTC))
    assert check("The Harrow bridge was closed on 10 March 2025.", closed).label is Label.SUPPORTED


TAKEN_BACK_LATER = [
    (
        "Correction",
        "In our report of 10 May on the Harrow hospital we wrote that its ward has 20 beds. It has 30 beds.",
    ),
    ("Correction: Harrow ward", "A report in Harbour Wire on Saturday that the Harrow ward has 20 beds was wrong."),
    (None, "Correction: An article on Saturday misstated the number of beds in the Harrow ward as 20."),
    (None, "We reported wrongly on Saturday that the ward of the Harrow hospital has 20 beds."),
]


@pytest.mark.parametrize(("title", "note"), TAKEN_BACK_LATER)
def test_what_its_newsroom_takes_back_in_a_later_report_is_not_borne_out(title, note):
    stated = "The ward of the Harrow hospital has 20 beds."
    first = report(stated, on=date(2025, 5, 10))
    later = report(note, on=date(2025, 5, 12), title=title)
    assert check(stated, first, later).label is Label.NOT_ENOUGH_EVIDENCE
    assert check(stated, first, later, as_of=date(2025, 5, 11)).label is Label.SUPPORTED
    assert check(stated, report(stated, on=date(2025, 5, 13)), later).label is Label.SUPPORTED
    assert check(stated, report(stated, on=date(2025, 5, 10), by="Island Ledger"), later).label is Label.SUPPORTED


def test_a_later_correction_of_something_else_takes_nothing_back():
    stated = "The ward of the Harrow hospital has 20 beds."
    note = "Correction: In our report of 10 May on the Harrow hospital we wrote that its ward has 20 nurses."
    for text in (
        note,
        "Correction: We wrote on Saturday that the Skerry school has 20 beds.",
        "Corrections officers struck.",
    ):
        later = report(text, on=date(2025, 5, 12))
        assert check(stated, report(stated, on=date(2025, 5, 10)), later).label is Label.SUPPORTED


SAID_WRONG = [
    "A report in Harbour Wire on Saturday that the ward of the Harrow hospital has 20 beds was wrong, the mayor said.",
    "The mayor accused Harbour Wire of having wrongly reported that the ward of the Harrow hospital has 20 beds.",
    "Our report that the ward of the Harrow hospital has 20 beds was wrong, Orla Venn claimed.",
]


@pytest.mark.parametrize("told", SAID_WRONG)
def test_what_somebody_else_calls_wrong_is_not_taken_back(told):
    stated = "The ward of the Harrow hospital has 20 beds."
    first, later = report(stated, on=date(2025, 5, 10)), report(told, on=date(2025, 5, 12))
    assert check(stated, first, later).label is Label.SUPPORTED


CALLED_WRONG = [
    "A report in the Harbour Wire on Friday that the line to Harrow had been reopened was wrong.",
    "An article saying that the line to Harrow had reopened was incorrect.",
    "Reports that the line to Harrow has reopened are not true.",
]


@pytest.mark.parametrize("told", CALLED_WRONG)
def test_a_report_that_is_called_wrong_bears_nothing_out(told):
    assert check("The line to Harrow has reopened.", report(told)).label is Label.NOT_ENOUGH_EVIDENCE
    assert check("The line to Harrow had been reopened on Friday.", report(told)).label is Label.NOT_ENOUGH_EVIDENCE


def test_a_report_that_calls_something_wrong_is_on_record():
    told = "The auditors said in a report on Monday that the accounts of Acmar were wrong."
    assert check(told, report(told)).label is Label.SUPPORTED
    told = "The auditors' report showed on Monday that Acmar had lost 4 million marks and its accounts were wrong."
    stated = "The auditors' report showed that Acmar had lost 4 million marks."
    assert check(stated, report(told)).label is Label.SUPPORTED


CORRECTED = [
    "Correction: The ward in Harrow has 30 beds.",
    "Correction: The number of beds in the Harrow ward was wrongly given as 20. The ward has 30 beds.",
    "Correction: The ward in Harrow has 30 beds, not 20 as we reported.",
    "The ward in Harrow has 30 beds, not 20 as previously reported.",
]


@pytest.mark.parametrize("note", CORRECTED)
def test_what_a_correction_has_instead_is_on_record(note):
    assert check("The ward in Harrow has 30 beds.", report(note)).label is Label.SUPPORTED


@pytest.mark.parametrize(("people", "label"), [(16, Label.SUPPORTED), (26, Label.NOT_ENOUGH_EVIDENCE)])
def test_below_a_headline_that_corrects_the_right_figure_is_on_record_and_the_wrong_one_is_not(people, label):
    note = "A report on Saturday gave the number of people in the bus that was swept off the bridge at Tarn as 26."
    told = report(f"{note} The bus carried 16 people.", title="Correction: bus at Tarn carried 16 people, not 26")
    assert check(f"The bus that was swept off the bridge at Tarn carried {people} people.", told).label is label


def test_a_figure_gives_way_to_what_a_newsroom_has_instead():
    first = report("The ward in Harrow has 20 beds.", on=date(2025, 5, 10))
    note = report("Correction: The ward in Harrow has 30 beds, not 20 as we reported.", on=date(2025, 5, 12))
    assert check("The ward in Harrow has 20 beds.", first, note).label is Label.SUPERSEDED


def test_a_figure_taken_back_replaces_none():
    first = report("The storm in Harrow has killed nine people.", on=date(2025, 5, 10))
    note = "Correction: In an article on Monday the number of people killed by the storm in Harrow is 12. It is nine."
    stated = "The storm in Harrow has killed nine people."
    assert check(stated, first, report(note, on=date(2025, 5, 12))).label is Label.SUPPORTED


def test_a_denial_from_silence_says_how_much_was_read():
    verdict = check("Acmar is closing its Northgate plant.", report("Acmar opened a plant in Corvia."))
    assert verdict.label is Label.NOT_ENOUGH_EVIDENCE
    assert codes(verdict)[0] == "topic_silent"


CLAIM = "The flood in the Kessel valley killed 310 people."
EXAMINED = [
    ("Fact check: Did the Kessel flood kill 310?", None, f"{CLAIM} So says a post shared a thousand times."),
    ("AFP Fact Check | Kessel flood", None, f"Posts say: {CLAIM}"),
    ("No, the Kessel flood did not kill 310 people", None, f"{CLAIM} The post was seen by many."),
    ("False: the Kessel flood killed 310", None, CLAIM),
    ("Kessel flood: what we know", "https://tribune.example/fact-check/kessel", CLAIM),
    ("Kessel flood", "https://factcheck.tribune.example/kessel", CLAIM),
    ("The count of the flood", None, f"Claim: {CLAIM}\n\nVerdict: False. The ministry counts 31."),
    ("Faktencheck: Die Flut im Kesseltal", None, CLAIM),
    ("The Kessel flood killed 310? | Fact Check", None, CLAIM),
    ("Es falso que la riada de Kessel matara a 310", None, CLAIM),
]


@pytest.mark.parametrize(("title", "url", "text"), EXAMINED)
def test_a_fact_check_bears_out_nothing_that_it_repeats(title, url, text):
    told = check(CLAIM, report(text, title=title, url=url))
    assert told.label is Label.NOT_ENOUGH_EVIDENCE
    assert check("The flood in the Kessel valley killed 31 people.", report(text, title=title, url=url)).label is not (
        Label.REFUTED
    )


@pytest.mark.parametrize(
    "markup",
    [
        '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "ClaimReview"}</script>',
        '<script type="application/ld+json">{"@graph": [{"@type": ["Article", "ClaimReview"]}]}</script>',
        '<div itemscope itemtype="https://schema.org/ClaimReview"></div>',
    ],
)
def test_a_page_that_is_marked_up_as_a_fact_check_is_one(markup):
    html = f"<html><head>{markup}</head><body><h1>Kessel flood</h1><p>{CLAIM} So says a post.</p></body></html>"
    examined = report(CLAIM, title="Kessel flood", reviews_claim=read_text(html).document.reviews_claim)
    assert check(CLAIM, examined).label is Label.NOT_ENOUGH_EVIDENCE
    assert not read_text(html.replace("ClaimReview", "NewsArticle")).document.reviews_claim


@pytest.mark.parametrize(
    ("title", "url"),
    [
        ("Kessel flood kills 310", "https://tribune.example/2025/09/kessel-flood"),
        ("Network ends its fact-checking after the flood", None),
        ("Nobody expected the Kessel flood", "https://factory.example/news"),
        ("No end to the Kessel flood", "https://tribune.example/2025/09/trial-over-flood-hoax"),
        ("False alarm before the Kessel flood, minister says", None),
        ("Claims: how the insured get their money after the flood", None),
    ],
)
def test_a_report_is_no_fact_check_for_a_word_in_its_title(title, url):
    assert check(CLAIM, report(CLAIM, title=title, url=url)).label is Label.SUPPORTED


BURNED = "The harbour at Lind burned down on Tuesday."


@pytest.mark.parametrize(
    ("title", "url", "text"),
    [
        ("Opinion: The harbour was doomed", None, BURNED),
        ("The harbour was doomed", None, f"Opinion. The harbour was doomed. {BURNED}"),
        ("The harbour was doomed | Editorial", None, BURNED),
        ("The harbour was doomed", "https://tribune.example/opinion/2025/harbour", BURNED),
        ("Satire: Lind rids itself of its harbour", None, BURNED),
        ("Lind rids itself of its harbour", None, f"This is satire. {BURNED}"),
        ("From the archive", None, f"From our edition of 14 June 1925: {BURNED}"),
        ("100 years ago: fire in Lind", None, BURNED),
        ("Fire in Lind", None, f"Marden listed his complaints about the port. {BURNED}"),
        ("Fire in Lind", None, f"A post shared by many says: The army has come to Lind. {BURNED}"),
    ],
)
def test_what_is_no_report_bears_nothing_out(title, url, text):
    assert check(BURNED, report(text, title=title, url=url)).label is Label.NOT_ENOUGH_EVIDENCE


@pytest.mark.parametrize(
    ("title", "url", "text"),
    [
        ("Opinion on the harbour of Lind is split", "https://tribune.example/news/opinion-is-split", BURNED),
        ("Lind archive: the fire in the harbour", None, BURNED),
        ("Fire in Lind, 100 years ago rebuilt", None, BURNED),
        ("Fire in Lind", None, f"The list of complaints about the port is long.\n\n{BURNED}"),
    ],
)
def test_a_report_is_one_whatever_it_is_about(title, url, text):
    assert check(BURNED, report(text, title=title, url=url)).label is Label.SUPPORTED


def test_whom_it_stands_for_is_not_whoever_else_the_report_names():
    told = (
        "Corvia has asked for more tests of the drug, which Veldania cleared on Monday.\n\n"
        "It is the first country in the world in which the drug may be sold."
    )
    verdict = check("Corvia is the first country in the world in which the drug may be sold.", report(told))
    assert verdict.label is Label.NOT_ENOUGH_EVIDENCE


def test_who_turns_an_offer_down_denies_nothing():
    told = "Tarn Foods on Monday dismissed an offer of 38 crowns a share from Acmar, saying it undervalued the firm."
    assert (
        check("Tarn Foods dismissed an offer of 38 crowns a share from Acmar.", report(told)).label is Label.SUPPORTED
    )


@pytest.mark.parametrize("country", ["", "Corvia's "])
def test_who_has_left_an_office_since_is_not_on_record_as_in_it(country):
    before = report("Interior Minister Ines Calder rejected calls to step down.", on=date(2025, 5, 10))
    since = report("Ines Calder resigned as interior minister on Monday.", on=date(2025, 5, 19))
    verdict = check(f"Ines Calder is {country}interior minister.", before, since, as_of=date(2025, 6, 1))
    assert verdict.label is (Label.NOT_ENOUGH_EVIDENCE if country else Label.SUPERSEDED)


@pytest.mark.parametrize(("country", "label"), [("", Label.SUPERSEDED), ("Veldania's ", Label.SUPPORTED)])
def test_a_namesake_who_left_an_office_elsewhere_supersedes_nothing(country, label):
    before = report("Corvia's interior minister Ines Calder rejected calls to step down.", on=date(2025, 5, 10))
    since = report(f"Ines Calder resigned as {country}interior minister on Monday.", on=date(2025, 5, 19))
    verdict = check("Ines Calder is Corvia's interior minister.", before, since, as_of=date(2025, 6, 1))
    assert verdict.label is label
