"""Speakers: one name within the text, or none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.data import Directness
from onrecord.extract import extract
from onrecord.read import read_text
from onrecord.restore import restore


def told(text):
    page = read_text(text)
    return page.document.text, extract(restore(page))


def speakers(text):
    return [statement.attribution and statement.attribution.speaker for statement in told(text)[1]]


RESOLVED = [
    ("The allegation was dismissed as “a fairy tale” by the company, Tarn Bau.", ["Tarn Bau"]),
    # a source's own name, without what stands around it
    ("Mayor Lotte Arndal of Tarn said the bridge was safe.", ["Lotte Arndal"]),
    ("Olga Renn, a spokeswoman for the Ministry of Works, said the quay was closed.", ["Olga Renn"]),
    ("The governor, Tim Arndal, told reporters that the dam was full.", ["Tim Arndal"]),
    ("Olga Renn, founder, and president of the Kessel Media Center, said the bridge was safe.", ["Olga Renn"]),
    ("Tarn’s Olga Renn, whose work took in the FBI and Kessel Watch, said the bridge was safe.", ["Olga Renn"]),
    (
        "FBI agents went. The FBI said on Monday that the quay was closed. Shirts in Tarn read SAVE THE FBI.",
        [None, "FBI", None],
    ),
    ("Added Olga Renn: “The quay was closed for good reasons.”", ["Olga Renn"]),
    # descriptions and pronouns
    (
        "Karl Holt, the premier, said the talks go on. “We are close,” the premier added. “Very close,” he said.",
        ["Karl Holt"] * 3,
    ),
    (
        "Spokeswoman Freya Lindqvist said the talks go on. The spokesperson said they would end on Friday.",
        ["Freya Lindqvist"] * 2,
    ),
    (
        "Mayor Olga Renn met Premier Karl Holt on Friday. He said the bridge was safe. She said it was not.",
        [None, "Karl Holt", "Olga Renn"],
    ),
    (
        "The spokesperson for the transport ministry, Olga Renn, said it was late. She added that it was dear.",
        ["Olga Renn", "Olga Renn"],
    ),
    ("Secretary of State Karl Holt said the bridge was safe. He said it was new.", ["Karl Holt", "Karl Holt"]),
    ("The bridge is unsafe, the World Bridge Organization (WBO) said.", ["World Bridge Organization"]),
    ("Press Secretary Olga Renn spoke. The press secretary said no.", [None, "Olga Renn"]),
    # quotations that go on
    (
        "“We were not asked,” said Lotte Arndal. “Nobody told us at all.”",
        ["Lotte Arndal", "Lotte Arndal"],
    ),
    (
        "“We were not asked,” said Lotte Arndal.\n\n“Nobody told us at all.”",
        ["Lotte Arndal", "Lotte Arndal"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), RESOLVED)
def test_speakers_have_one_name(text, expected):
    assert speakers(text) == expected


BODIES = [
    ("The Army Bridge Company sold its ferry. The quay opens in May, the company said.", "Army Bridge Company"),
    ("The Ministry of Works closed the quay. The quay opens in May, the ministry said.", "Ministry of Works"),
    ("The Bank of Tarn lost money, as the Bank of Kessel did. The quay opens in May, the bank said.", None),
    ("The Army Bridge Company sold its ferry. The quay of Kessel Motors opens in May, the company said.", None),
]


@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_a_body_that_speaks_has_its_name_where_one_fits(text, expected):
    assert speakers(text)[-1] == expected


def test_he_is_not_the_body_that_spoke_last():
    text = "Karl Holt left the Army Bridge Company. The quay opens in May, the company said. He said it was late."
    assert speakers(text)[-1] == "Karl Holt"


OPEN = [
    "A spokesman for the Renn campaign said it would not comment.",
    "Renn supporters said they were angry.",
    "Holt’s lawyer said the trial was unfair.",
    "Olga Renn and Karl Holt said the bridge was safe.",
    "Officials said on Monday that the bridge was safe.",
    "THE PREMIER KARL HOLT SAID ON MONDAY THAT THE BRIDGE WAS SAFE.",
]


@pytest.mark.parametrize("text", OPEN)
def test_a_source_that_is_no_one_person_stays_open_and_is_kept(text):
    _, (statement,) = told(text)
    assert statement.attribution.speaker is None
    assert statement.attribution.source is not None


NOBODY_SAID = [
    "Judge Karl Holt called an end to the talks for the day.",
    "Seven of the 12 ferries denied boarding to a share of the crowd.",
    "Neither the ministry nor the company responded to a request for comment.",
    "The claim drew doubts from engineers in Tarn.",
    "Judge Karl Holt issued an order against what's known as the “social cost”.",
    "Soldiers laid the last plank of the bridge at noon on Friday.",
    "The senate met on Monday and passed the budget of the year.",
    "The bridge at Tarn has been closed to lorries since the flood.",
    "The bridge opened on Monday, a moment many thought would never come.",
    "Few believed that the bridge would open before the winter.",
    "No one in Tarn believes that the bridge is safe.",
    "It became known as the “Long Night”.",
    "Asked about the bridge, Holt shrugged.",
    "The council of Tarn rejected the tram line on Tuesday.",
    "TOWN BRIDGE:Where it is and how it fell",
    "Prep for the polls: See who is running in Tarn",
    "Olga Renn: 1,769 votes.\nKarl Holt: 1,501.",
]


@pytest.mark.parametrize("text", NOBODY_SAID)
def test_deeds_are_nobodys_words(text):
    assert {statement.attribution for statement in told(text)[1]} == {None}


OUTERMOST = [
    ("The bridge, many said, would never open.", "many"),
    ("The bridge, which officials said was safe, fell on Friday.", "officials"),
    ("The army believes the bridge is safe, the premier said.", "the premier"),
    ("Renn, who hopes to win in May, said the bridge was safe.", "Renn"),
    ("A clerk of the works, who asked not to be named, said the bridge was safe.", "A clerk of the works"),
    ("The ministry’s letter, seen by the Courier, states that the bridge is safe.", "The ministry’s letter"),
    (
        "The board in Kessel, whose papers cannot be read yet, says 61 people were killed on Friday.",
        "The board in Kessel",
    ),
]


OTHERS_SAY = [
    ("At least 12 people died, the ministry said, but the mayor said 40 had been killed.", "At least 12 people died"),
]


@pytest.mark.parametrize(("text", "content"), OTHERS_SAY)
def test_what_others_say_against_it_is_not_the_sources(text, content):
    whole, (statement, other) = told(text)
    assert statement.attribution.content.cut(whole) == content
    assert other.attribution.source.cut(whole) == "the mayor"


@pytest.mark.parametrize(("text", "source"), OUTERMOST)
def test_the_outermost_attribution_counts(text, source):
    whole, (statement,) = told(text)
    assert statement.attribution.source.cut(whole) == source


NOT_THEM = [
    # another's office, another's firm, or one of many
    "Karl Holt is the foreign minister. The finance minister said it was late.",
    "Prime Minister Karl Holt spoke. The minister said no.",
    "Kessel CEO Karl Holt spoke. The Tarn CEO said no.",
    "Olga Renn, a candidate, spoke in May.\nThe dam is new.\nThe quay is old.\nThe road is wet.\nThe river rose."
    "\nThe bridge fell. The candidate said the quay was safe.",
    # somebody without a name, a place, a body, or who is named in the same breath
    "Karl Holt left. A man came in. He said the bridge was safe.",
    "Karl Holt left Tarn with his son. He said the bridge was safe.",
    "Karl Holt left Tarn. He said that Holt was a bad name for a bridge.",
    "A boy from nearby Kessel, who was ill, left. She said the bridge was safe.",
    "The Board of Tarn, who met on Friday, left. She said the bridge was safe.",
    "Karl Holt left.\nThe dam is new.\nThe quay is old.\nThe road is wet.\nThe river rose.\nIt rained.\nHe said it was safe.",
    # several who say it
    "According to Olga Renn, who led the study, and Karl Holt, the bridge is safe.",
    "The author, Olga Renn, and her colleague Karl Holt say the bridge is safe.",
    "The Kessel Press, Tarn Research Associates and KBS News said the bridge was safe.",
    # whoever is named beside somebody who said it
    "The wife of the mayor, Karl Holt, said the bridge was safe.",
    "Donald Arndal Jr. spoke. Olga Renn left. Arndal’s father spoke. The senator said no.",
]


@pytest.mark.parametrize("text", NOT_THEM)
def test_nobody_speaks_where_it_is_open_who_does(text):
    assert speakers(text)[-1] is None


MEANT = [
    ("Judge Karl Holt said that Tim Arndal was ill. He used the money to travel.", 1),  # the judge or the ill man
    ("Karl Holt left Tarn. He held Holt’s hand.", 1),
    ("Governor Karl Holt left Tarn.\nBeside Speaker Tim Arndal, the governor is tall.\nHe vetoed the bill.", 2),
    ("When Olga Renn failed to fetch her son, he walked home.", 0),
    ("The council voted no. This marks a shift.", 1),
    ("The council voted no. That is why the mayor left.", 1),
    ("The council voted no. This marks a shift and ends a policy.", 1),
]


@pytest.mark.parametrize(("text", "at"), MEANT)
def test_what_a_subject_stands_for_stays_open(text, at):
    whole, found = told(text)
    assert [one.cut(whole).lower() in ("he", "this", "that") for one in found[at].unresolved] == [True]
    assert not found[at].additions


UNKNOWN = "Edvarn Pell built the dam in Tarn. "


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            UNKNOWN + "Karl Holt spoke first. Judge Olga Renn sentenced Pell to four years. He was cleared of fraud.",
            None,
        ),
        (UNKNOWN + "Karl Holt spoke first. Judge Olga Renn met Holt on Monday. He was cleared of fraud.", "Karl Holt"),
        (
            "Storm Ottilie hit Tarn. Karl Holt spoke first. It was the strongest since Ottilie. He was praised.",
            "Karl Holt",
        ),
        ("Edvarn Pell was jailed for seven years. He told the court that he was sorry.", "Edvarn Pell"),
        ("The geologist Yusra Hamdan led the study. She warned against it.", "Yusra Hamdan"),
        ("Pell Works was fined for seven leaks. He told the court that he was sorry.", None),
        ("Edvarn Pell was fined. Dorva Lamm was jailed for a year. He was sorry for it.", "Dorva Lamm"),
        ("The contractor Edvarn Pell met the baker Dorva Lamm. He was sorry for it.", None),
        ("Two brothers, both fishermen, were found dead later. They had gone to secure their boat.", "Two brothers"),
        ("The FWU union called it a betrayal. It wants a vote on the sale.", "The FWU union"),
        ("The FWU union members called it a betrayal. It wants a vote on the sale.", None),
        ("Kestrel Foods will shut its plant in Dunmere. The company has lost money since May.", "Kestrel Foods"),
        ("Kestrel Foods will shut a plant. Norrland Lines will open one. The company has lost money since May.", None),
        ("Kestrel Foods sued Pell Motors. The company has lost money since May.", None),
    ],
)
def test_what_a_subject_stands_for_is_the_one_that_fits(text, meant):
    whole, found = told(text)
    assert [added.span.cut(whole) for added in found[-1].additions] == ([meant] if meant else [])


def test_a_father_and_his_son_are_two():
    text = "Former President Karl Holt spoke in Tarn.\nKarl Holt Jr. said that he would not.\nHolt said yes."
    assert speakers(text) == [None, "Karl Holt Jr.", "Karl Holt"]


def test_what_they_claim_is_theirs():
    text, (statement,) = told("Opponents of the plan claim Kessel is run by the army and is a danger to Tarn.")
    assert statement.attribution.source.cut(text) == "Opponents of the plan"


def test_a_turn_of_a_transcript_tells_of_nobody_in_another():
    text = "SECRETARY HOLT: We sold it.\n\nSEN. OLGA RENN: I told her nothing. She knows what to do. Tim Arndal left."
    _, found = told(text)
    assert [one.unresolved != () for one in found] == [False, False, True, False]


def test_two_people_may_be_he():
    assert speakers("Karl Holt met Tim Arndal in Tarn on Friday. He said the bridge was safe.") == [None, None]


def test_two_premiers_are_not_the_premier():
    text = "Premier Karl Holt met Premier Olga Renn on Friday. The premier said the bridge was safe."
    assert speakers(text) == [None, None]


def test_who_asks_does_not_answer():
    assert speakers("“Is the bridge safe?” asked Lotte Arndal.\n\n“Yes, it is, and it always was.”")[1] is None


TRANSCRIPT = """Spokeswoman Freya Lindqvist met the press in Tarn on Monday.
Q: When will the bridge open again?
MS. LINDQVIST: On Friday. We are sure of that.
A: I do not know at all.
Washington: The senate met on Monday."""


def test_turns_of_a_transcript():
    text, found = told(TRANSCRIPT)
    assert [statement.attribution and statement.attribution.speaker for statement in found] == [
        None,
        None,
        "Freya Lindqvist",
        "Freya Lindqvist",
        None,
        None,
    ]
    sources = [s.attribution and s.attribution.source and s.attribution.source.cut(text) for s in found]
    assert sources == [None, "Q", "MS. LINDQVIST", None, "A", None]


def test_the_words_of_a_transcript_are_the_speakers_own():
    _, found = told(TRANSCRIPT)
    assert {one.attribution.directness for one in found if one.attribution} == {Directness.DIRECT}
    _, (headline,) = told("Police: two held after the flood in Tarn")
    assert headline.attribution.directness is Directness.INDIRECT


INTERVIEW = """Olga Renn spoke to Jon Vale in Tarn.

Jon Vale: When did you first hear of the letter?

Olga Renn: On my second day in the office.

JV: Did Karl Holt know of it?

OR: I cannot say what he knew of it.
"""


def test_turns_of_an_interview_stand_behind_names_and_initials():
    found = told(INTERVIEW)[1][1:]
    assert [one.attribution.speaker for one in found] == ["Jon Vale", "Olga Renn", "Jon Vale", "Olga Renn"]
    assert {one.attribution.directness for one in found} == {Directness.DIRECT}


def test_letters_before_a_colon_are_nobodys_initials_outside_of_an_interview():
    found = told("Mayor Paul Sefton met the board in Tarn.\n\nPS: The board has sold the ferry.")[1]
    assert [one.attribution for one in found] == [None, None]


def test_who_leads_a_talk_has_turns_and_a_turn_that_breaks_off_is_read():
    text = "HOST: Minister Olga Renn, did you know?\n\nMIN. RENN: I was told of it late.\n\nRENN: It is true. He was told in --"
    assert [one.attribution.source.cut(text) for one in told(text)[1] if one.attribution.source] == [
        "HOST",
        "MIN. RENN",
        "RENN",
    ]


def test_a_source_reaches_over_no_semicolon():
    text = "“NOT ON MY WATCH AT ALL,” VOWS RENN; SEFTON CALLS IT ‘A JOKE’"
    sources = [one.attribution.source for one in told(text)[1] if one.attribution and one.attribution.source]
    assert not any(";" in source.cut(text) for source in sources)


def test_a_time_may_stand_before_a_speaker():
    found = told("Premier Karl Holt met the press.\n\n14:32 Holt: The dam is safe, and it always was.")[1]
    assert found[1].attribution.speaker == "Karl Holt"


def test_turns_of_a_quoted_transcript():
    text, found = told('"LINDQVIST: Will the bridge open again?\n\n"HOLT: It will. We are sure of that."')
    sources = [s.attribution and s.attribution.source and s.attribution.source.cut(text) for s in found]
    assert sources == ["LINDQVIST", "HOLT"]


SIGNED = [
    "“The wall will hold for now. We trust it.” — Olga Renn",
    "“The wall will hold for now. We trust it.”― Olga Renn, engineer",
    '"The wall will hold for now. We trust it." -- Olga Renn.',
]


@pytest.mark.parametrize("text", SIGNED)
def test_who_signs_a_quotation_has_said_it(text):
    assert speakers(text)[0] == "Olga Renn"


@pytest.mark.parametrize(
    "text", ["“The wall will hold,” — or so they say", "“The wall” — A Plan for Tarn in the Year 2030"]
)
def test_a_dash_behind_a_quotation_is_not_always_a_signature(text):
    assert speakers(text) in ([None], [])


@pytest.mark.parametrize(
    ("headline", "source"),
    [
        ("Police: two held after the flood in Tarn", "Police"),
        ("Two held after the flood in Tarn: police", "police"),
        ("Interior ministry: 74 killed in Tarn", "Interior ministry"),
        ("Flood kills 74 in Tarn – police", "police"),
        ("‘We will not go’: Holt defies the court", "Holt"),
        ("- Fire chief Karl Holt: 12 homes lost", "Fire chief Karl Holt"),
    ],
)
def test_headlines_with_colons(headline, source):
    text, (statement,) = told(headline)
    assert statement.attribution.source.cut(text) == source


def test_quotations_without_a_speaker_are_nobodys():
    _, (statement,) = told("“The wall will hold for now.”")
    assert statement.attribution is None or statement.attribution.speaker is None


def test_continued_words_are_direct_and_their_source_is_elsewhere():
    _, (_, second) = told("“We were not asked,” said Lotte Arndal. “Nobody told us at all.”")
    assert second.attribution.source is None
    assert second.attribution.directness is Directness.DIRECT


TURNS = st.lists(
    st.sampled_from(
        [
            "“Open quote he said",
            'nested "quotes “within” quotes" she added.',
            "MS. TOLLAND: NO COMMENT AT ALL.",
            "Q: Who was it? A: Nobody.",
            "He said that she said that they said so.",
            "על פי הממשלה, שלושה אנשים נהרגו.",
            "<td>said</td> | 44 | “x” | she",
            "- he said\n- she said\n* they said",
            "@olga: RT “the wall holds” https://example.org/x?said=1 #said",
            "Shall I compare thee,\nhe said,\nto a summer’s day?",
            'print("he said", \'she said\') # said: "x"',
            "Tlie prerrier sald th@t 'tbe wa11 holds, hc addcd.",
            ": : : said : :",
            "said " * 400,
            "‘" * 30 + "”" * 30,
        ]
    ),
    min_size=1,
    max_size=6,
).map("\n".join)


@given(TURNS)
@settings(max_examples=60, deadline=None)
def test_whatever_is_read_spans_lie_inside_and_speakers_are_names_of_the_text(text):
    source, found = told(text)
    for statement in found:
        if statement.attribution is not None:
            parts = (statement.attribution.source, statement.attribution.cue, statement.attribution.content)
            assert all(statement.span.covers(part) for part in parts if part)
            assert statement.attribution.speaker is None or statement.attribution.speaker in source


@pytest.mark.parametrize("verb", ["agreed to a contract of three years", "said that the quay was closed"])
def test_a_comma_within_a_figure_ends_no_source(verb):
    text = f"The 160,000-member Dock Workers-Federation of Quay and Crane Drivers (DW-FQ) {verb}."
    assert len(told(text)[1]) == 1
