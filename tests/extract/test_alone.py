"""Statements that can be read alone: sentences cut where they state several things, subjects named in brackets."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.extract import extract, statement_of
from onrecord.read import read_text
from onrecord.restore import restore


def read(text):
    page = read_text(text)
    return page.document.text, extract(restore(page))


def told(text):
    return [statement.text for statement in read(text)[1]]


CUT = [
    # what was once and is still
    (
        "The Harrow bridge opened to cars in May and carries 20,000 a day.",
        ["The Harrow bridge opened to cars in May", "[The Harrow bridge] carries 20,000 a day."],
    ),
    (
        "The dam cost 40 million crowns and was built by Acmar.",
        ["The dam cost 40 million crowns", "[The dam] was built by Acmar."],
    ),
    (
        "The mayor, Olga Renn, resigned on Monday and left the town.",
        ["The mayor, Olga Renn, resigned on Monday", "[Olga Renn] left the town."],
    ),
    # what goes on with who asked for something is no part of what is asked for
    (
        "The harbour agency asked for more data in August and postponed its decision until the spring.",
        [
            "The harbour agency asked for more data in August",
            "[The harbour agency] postponed its decision until the spring.",
        ],
    ),
    # clauses with subjects of their own
    (
        "The army closed the bridge, but the ferry runs every day.",
        ["The army closed the bridge", "the ferry runs every day."],
    ),
    (
        "The bridge was closed on Monday; the ferry has been full since.",
        ["The bridge was closed on Monday", "the ferry has been full since."],
    ),
    (
        "The turnout is up in the valley, while it is down in Tarn.",
        ["The turnout is up in the valley", "it [The turnout] is down in Tarn."],
    ),
    (
        "Olga Renn closed the bridge on Monday, but her office has not told the ferry.",
        ["Olga Renn closed the bridge on Monday", "her [Olga Renn] office has not told the ferry."],
    ),
    # one subject, two verbs
    (
        "The Ministry of Works closed the quay and opened a second office in Tarn.",
        ["The Ministry of Works closed the quay", "[The Ministry of Works] opened a second office in Tarn."],
    ),
    (
        "On Friday, Tolland met the premier but refused to sign the plan.",
        ["On Friday, Tolland met the premier", "[Tolland] refused to sign the plan."],
    ),
    (
        "Soldiers crossed the river, took the bridge and held it for a week.",
        ["Soldiers crossed the river", "[Soldiers] took the bridge", "[Soldiers] held it for a week."],
    ),
    # asides
    (
        "Olga Renn, who was elected in 2019, resigned on Monday.",
        ["Olga Renn resigned on Monday.", "[Olga Renn] was elected in 2019"],
    ),
    (
        "The board saw the report, which was written in May.",
        ["The board saw the report", "[the report] was written in May."],
    ),
    # what is said stays said, and no more than that
    (
        'Olga Renn saw the risk, stating, "A lot of people are worried", but her office has not closed the bridge.',
        [
            'Olga Renn saw the risk, stating, "A lot of people are worried"',
            "her [Olga Renn] office has not closed the bridge.",
        ],
    ),
    (
        "The premier said that the bridge was closed and that the ferry would run.",
        ["The premier said that the bridge was closed", "[The premier said] that the ferry would run."],
    ),
    (
        "The road is open, but the bridge remains closed, the board said.",
        ["The road is open [, the board said]", "the bridge remains closed, the board said."],
    ),
    (
        "Vogt gave the keys to Renn and walked out with Holt, Tolland told the Island Ledger on Monday.",
        [
            "Vogt gave the keys to Renn [, Tolland told the Island Ledger]",
            "[Vogt] walked out with Holt, Tolland told the Island Ledger on Monday.",
        ],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), CUT)
def test_a_sentence_that_states_several_things_is_cut(sentence, expected):
    assert told(sentence) == expected


WHOLE = [
    "The firm sold its boats and plans for a pier.",
    "The bridge, Olga Renn claims, was closed and sold.",
    "Two sailors, Olga Renn (29) and Karl Holt (54), of the port of Tarn in the old province of Kessel, were found and left there.",
    "The bridge, , was closed and sold.",
    "The towns of Tarn, Kessel and Orlo, were flooded and left alone.",
    "The towns of Tarn, Kessel, and Orlo closed the road and the bridge.",
    "It is clear that the dam was old and remains so.",
    "A spokesman for Vogt, who is on leave, said she would return to Tarn.",
    "The plan, which includes a toll of 4 marks, has been rejected by the island council.",
    "The bridge was closed and repaired by soldiers.",
    "The council of Tarn, Kessel, and other towns of the valley met on Monday.",
    "The gap between the towns and the cities was closed.",
    "Tolland said Renn had closed the bridge and sold the ferry.",
    "The flood left five people dead and forty houses damaged.",
    "If the dam breaks, the bridge is lost and the town will be under water.",
    "No bridge was closed and left unguarded.",
    "The dry valley is short of water, so they need the rain, but it may not be as much as they hope.",
    "“We closed the bridge, and the ferry will run,” said Lotte Arndal.",
    "The premier met the mayor and the head of the board in Tarn.",
    "The army praised soldiers who held the bridge and died there.",
    "Not only was the bridge closed, but the ferry was sold.",
    "The bridge was closed on Monday, and it was not known for how long.",
    "Olga Renn met Karl Holt on Monday, but her office has not told the ferry.",
    "Residents fled the town, but their homes were spared.",
    "Residents fled the town, and that was the end of it.",
    "The town was empty, and all but two of the ferries were gone.",
    "Nobody but the mayor has the keys of the town hall.",
]


@pytest.mark.parametrize("sentence", WHOLE)
def test_what_cannot_be_cut_for_certain_stays_whole(sentence):
    assert told(sentence) == [sentence]


def test_a_text_that_is_asked_about_is_one_statement():
    sentence = "The army closed the bridge, but the ferry runs every day."
    assert statement_of(sentence).text == sentence


def test_the_week_of_a_text_that_is_asked_about_is_counted_from_when_it_was_said():
    said = "The army closed the bridge on Monday."
    open_, dated = statement_of(said), statement_of(said, said=date(2025, 5, 21))
    assert open_.time is None
    assert (dated.time.start, dated.time.end) == (date(2025, 5, 19), date(2025, 5, 19))


STANDS_FOR = [
    # what a question asks of
    ("When did the Harrow Bridge reopen?\n\nIt reopened on 21 May.", "It [the Harrow Bridge] reopened on 21 May."),
    ("Q: How much did Acmar pay?\nA: It paid 40 million crowns.", "A: It [Acmar] paid 40 million crowns."),
    ("Who is Petra Haugen? She is the mayor of Tarn.", "She [Petra Haugen] is the mayor of Tarn."),
    ("The firm, Acmar, closed its mill. It employs 400 people.", "It [Acmar] employs 400 people."),
    # a thing that neither speaks nor acts, alone in its sentence
    ("The bridge was closed on Monday. It was built in 1974.", "It [The bridge] was built in 1974."),
    ("The probe landed on Friday. It sent back 12 pictures.", "It [The probe] sent back 12 pictures."),
    ("The Ministry of Works closed the quay. It opened the bridge.", "It [The Ministry of Works] opened the bridge."),
    ("Residents left the town on Monday. They came back in May.", "They [Residents] came back in May."),
    (
        "The Army Bridge Company, a shipping company, sold its ferry. The company has 40 workers.",
        "The company [Army Bridge Company] has 40 workers.",
    ),
    (
        "Karl Holt and Olga Renn met in Tarn. The two agreed on a plan.",
        "The two [Karl Holt and Olga Renn] agreed on a plan.",
    ),
    ("Olga Renn met the board on Friday. Her plan was read aloud.", "Her [Olga Renn] plan was read aloud."),
    ("Karl Holt, the premier, met the press. Later, he left for Tarn.", "Later, he [Karl Holt] left for Tarn."),
    ("Karl Holt, the premier, met the press. The premier was late.", "The premier [Karl Holt] was late."),
    (
        "It announced a plan to sell the port on Monday. The plan was opposed by unions.",
        "The plan [a plan to sell the port] was opposed by unions.",
    ),
    (
        "The council defended its decision to close the school. The decision angered parents.",
        "The decision [decision to close the school] angered parents.",
    ),
    (
        "Judges gave a ruling on the dam. Farmers were glad. This ruling was read aloud in Tarn.",
        "This ruling [a ruling on the dam] was read aloud in Tarn.",
    ),
]


@pytest.mark.parametrize(("text", "expected"), STANDS_FOR)
def test_a_subject_is_named_where_one_thing_fits(text, expected):
    assert told(text)[-1] == expected


LISTED = """The board met. The council will vote on three measures on Friday:

- closing the bridge at night
- a toll of 4 marks for lorries
- The ferry will run every hour.

The board said no."""


def test_an_item_that_says_nothing_alone_has_what_announces_its_list_before_it():
    lead = "[The council will vote on three measures on Friday:]"
    assert told(LISTED)[2:] == [
        f"{lead} closing the bridge at night",
        f"{lead} a toll of 4 marks for lorries",
        "The ferry will run every hour.",
        "The board said no.",
    ]


def test_what_follows_a_colon_and_is_no_item_stands_alone():
    assert told("The council said on Friday:\n\nthe bridge is closed at night")[-1] == "the bridge is closed at night"


def test_the_number_of_a_post_is_no_word_of_it():
    assert told("1/ The dam at Orlo was built in 1978.") == ["The dam at Orlo was built in 1978."]


def test_no_space_stands_before_the_full_stop_where_marks_of_stress_were():
    assert told("The flood has killed **31 people** . The dam held.")[0] == "The flood has killed 31 people."


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("**Death toll:** The ministry counts 31 dead.", "The ministry counts 31 dead."),
        ("- **Government Response**: The premier promised a fund.", "The premier promised a fund."),
        ("Missing: 12 people are still missing.", "12 people are still missing."),
        # what says what a figure is of stays
        (
            "- **Cost:** 412 million marks, 84 million more than planned",
            "Cost: 412 million marks, 84 million more than planned",
        ),
        ("- **Injured:** 12 in Harrow", "Injured: 12 in Harrow"),
        ("- **Cost:** 412 million marks were paid by the province", "412 million marks were paid by the province"),
        # what names something, stands for its subject or says whose word it is stays
        ("**Kessel flood:** The dam gave way on Monday.", "Kessel flood: The dam gave way on Monday."),
        ("**Kessel:** The mayor resigned on Monday.", "Kessel: The mayor resigned on Monday."),
        ("**Response:** promised by the premier on Monday", "Response: promised by the premier on Monday"),
        ("**Claim:** The dam gave way on Monday.", "Claim: The dam gave way on Monday."),
        ("Police numbers: The ministry counts 310 officers.", "The ministry counts 310 officers."),
    ],
)
def test_the_title_of_a_section_is_no_part_of_the_sentence_behind_it(text, statement):
    assert told(text) == [statement]


OPEN_DEEDS = [
    ("The council approved a new tram line. The decision angered drivers.", "The decision"),
    ("The firm will close its mill. The move will cost 400 jobs.", "The move"),
    ("There is a plan for the dam and a plan for the road. The plan was approved on Friday.", "The plan"),
    ("The board met in May. These measures were agreed there.", "These measures"),
    ("The army left. The announcement was made in Tarn.", "The announcement"),
]


@pytest.mark.parametrize(("text", "words"), OPEN_DEEDS)
def test_a_deed_that_nothing_tells_is_said_to_be_open(text, words):
    source, found = read(text)
    assert [span.cut(source) for span in found[-1].unresolved] == [words]


@pytest.mark.parametrize(
    "sentence",
    [
        "The plan to sell the port was dropped.",
        "The plan is to sell the port.",
        "The decision by the council was late.",
        "The plan, which includes a toll of 4 marks, was rejected by the island council.",
        "The measure of a town is its school.",
    ],
)
def test_a_deed_that_says_what_it_is_is_not_open(sentence):
    assert not any(statement.unresolved for statement in read(sentence)[1])


OPEN = [
    # two that a question names
    ("Did the Harrow Ledger ask Acmar? It did not answer.", "It did not answer."),
    # where something is
    ("A mill in Tarn, Harrow, was sold. It was built in 1920.", "It was built in 1920."),
    # who was left open before stays so
    ("“We will rebuild,” said Lia Vogt, beside Karl Pell. He nodded twice. He wept for long.", "He wept for long."),
    # "it" where something else may be meant, or where the word may have its capital from where it stands
    ("The board opened the bridge on Monday. It was built in 1974.", "It was built in 1974."),
    ("The bridge crosses a river. It was full on Monday.", "It was full on Monday."),
    ("The report was late. It declined to comment.", "It declined to comment."),
    ("Revenue rose on Monday. It expects more.", "It expects more."),
    ("Officials told residents to leave the town. They came back in May.", "They came back in May."),
    ("Karl Holt met Tom Arndal in Tarn. He left on Friday.", "He left on Friday."),
    ("Karl Holt met the press. Sefton wrote a letter. He left on Friday.", "He left on Friday."),
    (
        "The Bank of Tarn lost money. The Bank of Kessel did not. The bank has 40 workers.",
        "The bank has 40 workers.",
    ),
    ("Karl Holt, the premier, met the press. The new premier was late.", "The new premier was late."),
    ("The quay was closed. It is clear that the board was wrong.", "It is clear that the board was wrong."),
]


@pytest.mark.parametrize(("text", "expected"), OPEN)
def test_a_subject_stays_open_where_several_fit_or_none(text, expected):
    assert told(text)[-1] == expected


def test_an_open_pronoun_is_said_to_be_open():
    source, (_, statement) = read("Karl Holt met Tom Arndal in Tarn. He left on Friday.")
    assert [span.cut(source) for span in statement.unresolved] == ["He"]


TEXTS = st.lists(
    st.sampled_from(
        [
            "Olga Renn, who was mayor,  resigned and left Tarn; the board met.",
            "It sold the ferry, but they [sic] kept the bridge.",
            "- He closed it **and** the ferry ran.",
            "The Bank of Tarn, a bank, fell, rose and fell and rose",
            "The road is open, and the bridge is not, Karl Holt said. He left.",
            "She said that it was so and that he was not; and; and who, which was",
            "; ; and but, while it",
            "The plan has parts:\n- closing it\n* 4 marks for lorries\n2. It fell.\n",
        ]
    ),
    min_size=1,
    max_size=6,
).map(" ".join)


@given(TEXTS)
@settings(max_examples=80, deadline=None)
def test_every_word_is_cut_from_the_text(text):
    source, found = read(text)
    for statement in found:
        own, at = [], 0
        for addition in statement.additions:
            own.append(statement.text[at : addition.at.start])
            at = addition.at.end
            words = addition.at.cut(statement.text).strip(" ")
            assert words == f"[{' '.join(addition.span.cut(source).split())}]"
        own.append(statement.text[at:])
        pieces = "".join(piece.cut(source) for piece in statement.pieces)
        assert "".join("".join(own).split()) == "".join(pieces.split())
        assert all(statement.span.covers(piece) for piece in statement.pieces)
    assert len({statement.id for statement in found}) == len(found)
