"""Whose words they are: the frames of news in which somebody is given the word, and who speaks for whom."""

import pytest
from tests.verify.newsroom import MONDAY, check, report

from onrecord.data import Label, ReasonCode

SAME_SOURCE = [
    ("Acmar announced that it would buy 40 trains from Brekk for 610 million crowns.", "Acmar will buy 40 trains from Brekk for 610 million crowns, the railway company said on Monday."),
    ("The mayor of Skerra said house prices had risen by 20 percent since the opening.", "Skerra's mayor, Signe Torvald, said house prices on the island had risen by a fifth since the opening."),
    (
        "“The council decides with us, not after us,” Lund told reporters.",
        "“The council decides with us, not after us,” Lund told reporters.",
    ),
    (
        "“The council decides with us, not after us,” said Pia Lund.",
        "“The council decides with us, not after us,” Lund told reporters on Monday.",
    ),
    (
        "The flood killed 74 people, according to the interior ministry.",
        "The interior ministry on Monday put the number of people killed by the flood at 74.",
    ),
    ("Premier Orla Venn pledged 40 million crowns for the valley.", "Premier Orla Venn promised 40 million crowns for the valley."),
    ("The hospital union counts 81 dead.", "The hospital union on Monday raised its count of the dead to 81."),
    ("The union counted 400 members on strike, it said.", "The union counted 400 members on strike, it said."),
    ("Energy Minister Tomas Verrin said on Monday he was not warned.", "Energy Minister Tomas Verrin said on Monday he was not warned."),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "text"), SAME_SOURCE, ids=[text for _, text in SAME_SOURCE])
def test_words_of_the_same_source_are_on_record(statement, text):
    assert check(statement, report(text)).label is Label.SUPPORTED


OTHER_SOURCE = [
    ("Gunnar Holt said he would step down in May.", "Gunnar Holt will step down in May, the company said on Monday."),
    (
        "Brekk said it would sell 40 trains to Acmar.",
        "Acmar will buy 40 trains from Brekk, the railway company said on Monday.",
    ),
    ("Acmar said it would be bought by Brekk.", "Acmar will be bought by Brekk, the company said on Monday."),
    (
        "“The council decides with us, not after us,” Orla Venn told reporters.",
        "“The council decides with us, not after us,” Pia Lund told reporters.",
    ),
    (
        "The flood killed 74 people, according to the hospital union.",
        "The interior ministry on Monday put the number of people killed by the flood at 74.",
    ),
    (
        "The premier's office confirmed that talks with the valley council are going on.",
        "Talks with the valley council are going on, mayor Jon Alder said.",
    ),
]


@pytest.mark.parametrize(("statement", "text"), OTHER_SOURCE, ids=[statement for statement, _ in OTHER_SOURCE])
def test_words_of_another_are_not(statement, text):
    assert check(statement, report(text)).label is Label.NOT_ENOUGH_EVIDENCE


SAFE = "Anna Berg said the bridge was safe, and Tom Vale said the bridge was not safe."
HURT = "The union says 31 people were hurt, while the ministry says 24 people were hurt."
SOLD = '"We will never sell the harbour to anyone," Berg said; Vale replied: "Everything here has had its price."'
DIED = "The ministry says 53,010 people have died, the media office 61,700."

TWO_VOICES = [
    ("The union says 31 people were hurt.", HURT, Label.SUPPORTED),
    ("The ministry says 24 people were hurt.", HURT, Label.SUPPORTED),
    ("The ministry says 31 people were hurt.", HURT, Label.NOT_ENOUGH_EVIDENCE),
    ("The union says 24 people were hurt.", HURT, Label.NOT_ENOUGH_EVIDENCE),
    ("31 people were hurt.", HURT, Label.NOT_ENOUGH_EVIDENCE),
    ("24 people were hurt.", HURT, Label.NOT_ENOUGH_EVIDENCE),
    ("Tom Vale said the bridge was not safe.", SAFE, Label.SUPPORTED),
    ("Anna Berg said the bridge was safe.", SAFE, Label.SUPPORTED),
    ('"Everything here has had its price," Vale said.', SOLD, Label.SUPPORTED),
    ('"Everything here has had its price," Berg said.', SOLD, Label.NOT_ENOUGH_EVIDENCE),
    ('"We will never sell the harbour to anyone," Vale said.', SOLD, Label.NOT_ENOUGH_EVIDENCE),
    ("The ministry says 53,010 people have died.", DIED, Label.SUPPORTED),
    ("The ministry says 61,700 people have died.", DIED, Label.NOT_ENOUGH_EVIDENCE),
    ("The media office says 53,010 people have died.", DIED, Label.NOT_ENOUGH_EVIDENCE),
    # in the statement
    (HURT, HURT, Label.SUPPORTED),
    (HURT, "The union says 31 people were hurt. The ministry says 24 people were hurt.", Label.SUPPORTED),
    (HURT, "The ministry says 31 people were hurt. The union says 24 people were hurt.", Label.NOT_ENOUGH_EVIDENCE),
    (
        "The union claims 31 people were hurt, while the ministry reports 24 people were hurt.",
        "The union reports that 24 people were hurt. The ministry claims 31 people were hurt.",
        Label.NOT_ENOUGH_EVIDENCE,
    ),
]


@pytest.mark.parametrize(("statement", "text", "label"), TWO_VOICES)
def test_two_who_speak_in_one_sentence_are_two_voices(statement, text, label):
    assert check(statement, report(text)).label is label


def test_a_figure_of_the_other_voice_is_none_against_it():
    reasons = check("61,700 people have died.", report(DIED)).reasons
    assert ReasonCode.NUMBER_DIFFERS not in {reason.code for reason in reasons}


def test_a_spokeswoman_speaks_for_the_office_that_the_report_names():
    told = report(
        "The government is holding talks with the valley council, spokeswoman Freya Lindqvist said on Monday.",
        title="Premier's office confirms talks with valley council",
        on=MONDAY,
    )
    statement = "The premier's office has confirmed that the government is holding talks with the valley council."
    assert check(statement, told).label is Label.SUPPORTED
    other = "The harbour board has confirmed that the government is holding talks with the valley council."
    assert check(other, told).label is Label.NOT_ENOUGH_EVIDENCE


def test_what_led_to_it_is_not_borne_out_by_what_it_led_to():
    told = report("The government released the full inspection record of the Orlo Gorge dam on Friday, 312 pages.")
    statement = "The talks led to the release of the full inspection record of the Orlo Gorge dam."
    assert check(statement, told).label is Label.NOT_ENOUGH_EVIDENCE


def test_of_a_sentence_with_an_unknown_tail_its_head_is_shown_on_record():
    verdict = check(
        "Harrow is holding talks with the valley council, mayor Jon Alder said Monday, after the release of the record.",
        report("Harrow is holding talks with the valley council, mayor Jon Alder said on Monday."),
    )
    assert verdict.label is Label.NOT_ENOUGH_EVIDENCE
    assert any(
        reason.words.startswith("on record only in part: “Harrow is holding talks") for reason in verdict.reasons
    )


def test_a_record_in_another_language_is_not_said_to_name_no_source():
    said = "„Die Pfeiler sind an drei Stellen gerissen“, sagte Bürgermeisterin Anna Berg am Dienstag"
    verdict = check(f"{said}.", report(f"{said} im Rathaus.", language="de"))
    assert verdict.label is Label.NOT_ENOUGH_EVIDENCE
    assert verdict.statement.attribution.speaker == "Anna Berg"
    assert not any("does not give it as the words of" in reason.words for reason in verdict.reasons)


def test_the_same_words_in_another_language_are_on_record_with_who_said_them():
    said = "„Die Pfeiler sind an drei Stellen gerissen“, sagte Bürgermeisterin Anna Berg am Dienstag im Rathaus."
    verdict = check(said, report(said, language="de"))
    assert verdict.label is Label.SUPPORTED
    assert verdict.statement.attribution.speaker == "Anna Berg"


def test_what_is_new_in_the_second_sentence_is_its_speakers():
    told = (
        "The worst incident was a drone attack on a convoy near Tarn, which killed four lorry drivers. Defence Minister "
        "Pia Lund said the drone was launched from Reef Front territory."
    )
    stated = "The drone that killed four lorry drivers near Tarn was launched from Reef Front territory."
    assert check(stated, report(told)).label is Label.NOT_ENOUGH_EVIDENCE
    assert (
        check("Pia Lund said the drone was launched from Reef Front territory.", report(told)).label is Label.SUPPORTED
    )


def test_what_somebody_says_of_another_who_denies_it_is_on_record_as_said():
    told = (
        "Ilse Minh left the ballet of Tarn on Wednesday after eight dancers accused her of bullying, which she denies."
    )
    assert check("Eight dancers accused Ilse Minh of bullying.", report(told)).label is Label.SUPPORTED
    denied = "Ilse Minh said she is tired, and denied that she bullied eight dancers of Tarn."
    assert check("Ilse Minh said that she bullied eight dancers of Tarn.", report(denied)).label is not Label.SUPPORTED


def test_of_two_whom_a_statement_names_neither_is_taken_for_her_who_says_it():
    told = "Tom Lund said that Ida Holt had telephoned him in Tarn."
    assert check("Ida Holt telephoned Tom Lund in Tarn, she said.", report(told)).label is not Label.SUPPORTED


SOMEBODYS = [
    # who speaks is told with an aside, and what is said goes on behind "in" and "on"
    ("Ferry fares in Skerra doubled in May.", "Tom Renn, 42, said ferry fares in Skerra doubled in May."),
    ("Ferry fares in Skerra doubled in May.", "Tom Renn, leader of the dockers, said ferry fares in Skerra doubled in May."),
    ("Ferry fares in Skerra doubled in May.", "Tom Renn, who leads the union, said ferry fares in Skerra doubled in May."),
    ("House prices on Skerra have risen by a fifth.", "Skerra's mayor, Signe Torvald, said house prices on Skerra had risen by a fifth."),
    ("House prices on Skerra have risen by a fifth.", "House prices on Skerra have risen by a fifth, Skerra's mayor, Signe Torvald, said."),
    ("House prices on Skerra have risen by a fifth.", "House prices on Skerra have risen by a fifth, the mayor, who lives there, said."),
    ("Ferry fares in Skerra doubled in May.", "In Skerra, ferry fares doubled in May, said a union based in Halme."),
    ("The ferry at Skerra carries 400 people.", "On Monday, the ferry at Skerra carries 400 people, said Tom Renn."),
    ("The ferry at Skerra carries 400 people.", "In summer, the ferry at Skerra carries 400 people, said Acmar."),
    ("The ferry at Skerra carries 400 people.", "Tom Renn, 42, said the ferry at Skerra carries 400 people."),
    ("The ferry at Skerra carries 400 people.", "Acmar, on its website, says the ferry at Skerra carries 400 people."),
    ("The ferry at Skerra carries 400 people.", "The ferry at Skerra carries 400 people, Tom Renn, a docker, says."),
    ("The ferry at Skerra carries 400 people.", "The ferry at Skerra carries 400 people, its owner, Acmar, said on Monday."),
    ("The ferry at Skerra carries 400 people.", "The ferry at Skerra carries 400 people, Acmar, which owns it, said."),
    ("Ferry fares in Skerra doubled in May.", "Tom Renn posted that ferry fares in Skerra doubled in May."),
    ("Ferry fares in Skerra doubled in May.", "Ferry fares in Skerra doubled in May, Tom Renn, 42, said on Monday."),
    ("Ferry fares in Skerra doubled in May.", "Ferry fares in Skerra doubled in May, a union leader, Tom Renn, 42, said."),
    ("The bridge at Tarn was closed to lorries.", "Tomas Reil insisted on Monday that the bridge at Tarn was closed to lorries."),
    ("The mayor of Tarn took 40,000 crowns from the dredging firm.", "The mayor of Tarn, prosecutors say, took 40,000 crowns from the dredging firm."),
    (
        "The 15 shop stewards at Borrowdine had filed false time sheets.",
        "The guild wants the firm to take back the 15 shop stewards it dismissed in April for, in its words, “organising on "
        "company time”; Borrowdine says the men had filed false time sheets.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "text"), SOMEBODYS, ids=[text for _, text in SOMEBODYS])
def test_what_somebody_says_in_the_middle_or_at_the_end_is_only_somebodys(statement, text):
    assert check(statement, report(text)).label is Label.NOT_ENOUGH_EVIDENCE


@pytest.mark.parametrize(
    ("statement", "text"),
    [
        (
            "No vaccine was delivered to Skerry in January.",
            "Contrary to what the ministry said, no vaccine was delivered to Skerry in January.",
        ),
        (
            "No flights were cancelled at Brannoch airport.",
            "Contrary to earlier reports, no flights were cancelled at Brannoch airport on Monday.",
        ),
    ],
)
def test_what_is_told_against_somebodys_word_is_the_narrators(statement, text):
    assert check(statement, report(text)).label is Label.SUPPORTED


@pytest.mark.parametrize(
    "text",
    [
        "Contrary to reports the minister said the dam at Orlo is safe.",
        "Despite warnings the minister said the dam at Orlo is safe.",
        "Contrary to reports the minister claims the dam at Orlo is safe.",
        "Contrary to expectations the minister claims the dam at Orlo is safe.",
        "Despite what critics say the minister said on Monday, the dam at Orlo is safe.",
        "Contrary to what the mayor said, the dam at Orlo is safe, the minister told Harbour News.",
    ],
)
def test_what_somebody_says_against_another_stays_his(text):
    assert check("The dam at Orlo is safe.", report(text)).label is Label.NOT_ENOUGH_EVIDENCE


@pytest.mark.parametrize(
    ("statement", "text"),
    [
        (
            "The museum in Harrow sold its only Harmsen painting.",
            "It is not true that the museum in Harrow sold its only Harmsen painting, its director Vera Noll said.",
        ),
        ("Singer Lina Voll has died.", "Rumours that singer Lina Voll has died were untrue, her manager said."),
        ("The dam at Tarn broke.", "Had the dam at Tarn broken, the town would have drowned, an engineer said."),
        ("The whale was hit by a ship off Harrow.", "The whale may have been hit by a ship off Harrow, Ola Fenn said."),
    ],
)
def test_whose_words_they_are_is_no_reason_where_nobody_said_so(statement, text):
    verdict = check(statement, report(text))
    assert verdict.label is Label.NOT_ENOUGH_EVIDENCE
    assert not any("as the words of" in reason.words for reason in verdict.reasons)
    assert any("on record only with" in reason.words for reason in verdict.reasons)


def test_a_short_english_record_of_unknown_language_is_read():
    told = report("A court acquitted minister Karl Udd of taking bribes.", language=None)
    assert check("A court acquitted Karl Udd of taking bribes.", told).label is Label.SUPPORTED


def test_a_record_whose_language_nobody_knows_is_not_said_to_be_foreign():
    verdict = check(
        "Police suspect Odd Hamre.", report("Police suspect farmer Odd Hamre of poisoning six dogs.", language=None)
    )
    assert not any("is not in English" in reason.words for reason in verdict.reasons)


NARRATED = [
    (
        "The pool in Sorrel was built in 1908 by a bank.",
        "The pool in Sorrel was built in 1908 by a bank, and a café will be added.",
    ),
    (
        "Two firefighters were treated for burns in Harrow.",
        "No deaths have been reported, but two firefighters were treated for burns in Harrow.",
    ),
    (
        "Divers from Sorrel cut 200 metres of rope from the whale.",
        "Divers from Sorrel cut away 200 metres of rope from the whale, which was thought to be a young female.",
    ),
    (
        "A petition in Harrow called for gates to be installed at the crossing.",
        "Residents have complained about it for years, and a petition in Harrow called for gates to be installed at the crossing.",
    ),
    ("Carl Lund was a witness against Renn.", "Carl Lund pleaded guilty last year and testified against Renn."),
    (
        "The insurer Acmar Mutual estimates the damage in Sorrel at 2.6 billion crowns.",
        "The damage in Sorrel is put at 2.6 billion crowns by the insurer Acmar Mutual.",
    ),
    (
        "Professor Karl Noll described the findings of the Sorrel study as robust.",
        "Professor Karl Noll of Harrow, who was not involved, called the findings of the Sorrel study robust.",
    ),
    (
        "Karl Noll said that men should be studied too.",
        "Professor Karl Noll called the findings robust but said that men should be studied too.",
    ),
    (
        "The lawyer, Paul Stavros, said that he would appeal.",
        "The lawyer, Paul Stavros, argued for probation, citing a heart condition, and said that he would appeal.",
    ),
    (
        "Dorota Chalk of the food union wants a written job guarantee in Sorrel.",
        "Its regional secretary, Dorota Chalk, said she wanted the job guarantee in writing in Sorrel.",
    ),
    (
        "Henrik Boas said the size of the Tarn newt rested on one bone.",
        "Henrik Boas, a palaeontologist in Halme who was not involved, said the size of the Tarn newt rested on one bone.",
    ),
    (
        "Lord Tremlow said that the museum in Tarn was giving away its coins.",
        "Lord Tremlow, a former trustee, who resigned in May, said that the museum in Tarn was giving away its coins.",
    ),
    (
        "The researchers said the worms of Tarn could remove a tenth of the methane.",
        "The team said the worms of Tarn could remove up to a tenth of the methane.",
    ),
    (
        "Judge Alma Holt ordered Renn to pay the clinic in Tarn 2.3 million crowns.",
        "Renn, 58, was convicted of fraud in Tarn. U.S. District Judge Alma Holt also ordered him to repay 2.3 million crowns to the clinic in Tarn.",
    ),
    ("Lidia Horn acknowledged defeat in Tarn.", "Horn conceded defeat in Tarn but called the result the end."),
    (
        "First-quarter profit at Acmar Foods fell by 23 percent.",
        "Acmar Foods reported a 23% drop in first-quarter profit on Wednesday, blaming the price of cocoa.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "text"), NARRATED, ids=[statement for statement, _ in NARRATED])
def test_what_stands_beside_words_of_somebody_is_the_narrators(statement, text):
    assert check(statement, report(text)).label is Label.SUPPORTED


STILL_SAID = [
    ("Lidia Horn acknowledged defeat in Tarn.", "Horn was defeated in Tarn, and Ida Lund conceded in Sorrel."),
    ("Lidia Horn admitted the theft in Tarn.", "Lidia Horn was convicted of the theft in Tarn."),
    ("Dorota Chalk has a written job guarantee in Sorrel.", "Dorota Chalk said she wanted the job guarantee in writing in Sorrel."),
    ("Tom Renn wants a written job guarantee in Sorrel.", "Dorota Chalk said he wanted the job guarantee in writing in Sorrel. Tom Renn left."),
    ("The museum in Tarn was giving away its coins.", "Lord Tremlow, a former trustee, who resigned in May, said that the museum in Tarn was giving away its coins."),
    ("Lund died in Tarn.", "Lund, a farmer who won a prize in Tarn, died there, said his wife."),
    ("The minister said the worms of Tarn could remove a tenth of the methane.", "The team said the worms of Tarn could remove up to a tenth of the methane."),
    ("He said the worms of Tarn could remove a tenth of the methane.", "The team said the worms of Tarn could remove up to a tenth of the methane."),
    ("The whale off Sorrel is a young female.", "The whale off Sorrel, which was thought to be a young female, was freed."),
    ("The bridge in Harrow is safe.", "Ida Holt called the report dear but said that the bridge in Harrow is safe."),
    ("The bridge in Harrow was unsafe.", "Tom Lund testified against Renn that the bridge in Harrow was unsafe."),
    ("Profit at Acmar fell by 23 percent.", "The union reported a 23% drop in profit at Acmar on Wednesday."),
    ("Fares in Sorrel rose and trains were cut.", "It was reported that fares in Sorrel rose, and trains were cut."),
    ("Otto Renn called the dam in Tarn safe.", "Otto Renn did not call the dam in Tarn safe."),
    ("The toll road in Tarn will be closed.", "The owner, Acmar, said it was insured and promised that the toll road in Tarn will be closed."),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "text"), STILL_SAID, ids=[statement for statement, _ in STILL_SAID])
def test_what_somebody_says_stays_said(statement, text):
    assert check(statement, report(text)).label is not Label.SUPPORTED
