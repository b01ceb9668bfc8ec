"""What a text states: statements, who said them, when, and of which kind."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.data import Directness, Interval, RemovalKind, RemovalStatus, StatementKind
from onrecord.extract import extract
from onrecord.read import read_file, read_text
from onrecord.restore import restore

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
MONDAY = date(2025, 9, 22)


def statements(text, published=MONDAY):
    page = read_text(text, published=published)
    return page.document.text, extract(restore(page))


def parts(text, attribution):
    return tuple(span and span.cut(text) for span in (attribution.source, attribution.cue, attribution.content))


ATTRIBUTIONS = [
    (
        "“The wall will hold,” engineer Olga Renn told reporters.",
        ("engineer Olga Renn", "told", "The wall will hold"),
        "Olga Renn",
        Directness.DIRECT,
    ),
    (
        "The quay was closed on Friday, the harbour board said.",
        ("the harbour board", "said", "The quay was closed on Friday"),
        None,
        Directness.INDIRECT,
    ),
    (
        "Olga Renn said that the quay was “safe for anyone who walks”.",
        ("Olga Renn", "said", "the quay was “safe for anyone who walks”."),
        "Olga Renn",
        Directness.MIXED,
    ),
    (
        "According to the interior ministry, 74 people were killed.",
        ("the interior ministry", "According to", "74 people were killed."),
        None,
        Directness.INDIRECT,
    ),
    (
        "“We were not asked,” said Lotte Arndal.",
        ("Lotte Arndal", "said", "We were not asked"),
        "Lotte Arndal",
        Directness.DIRECT,
    ),
]


@pytest.mark.parametrize(("sentence", "expected", "speaker", "directness"), ATTRIBUTIONS)
def test_who_said_what(sentence, expected, speaker, directness):
    text, (statement,) = statements(sentence)
    assert parts(text, statement.attribution) == expected
    assert statement.attribution.speaker == speaker
    assert statement.attribution.directness is directness


@pytest.mark.parametrize(
    "sentence", ["The army bridge at Tarn opened to cars on Friday.", "Tolland is accused of selling the bridge."]
)
def test_a_sentence_that_nobody_said_has_no_attribution(sentence):
    _, (statement,) = statements(sentence)
    assert statement.attribution is None


def test_she_is_who_spoke_just_before_and_the_addition_is_in_brackets():
    _, (_, statement) = statements(
        "Spokeswoman Freya Lindqvist said the talks go on. She said the council had asked for them."
    )
    assert statement.text == "She [Freya Lindqvist] said the council had asked for them."
    assert statement.attribution.speaker == "Freya Lindqvist"


@pytest.mark.parametrize(
    ("sentence", "readable"),
    [
        ("“The bridge is safe,” he said.", "“The bridge is safe,” he [Karl Holt] said."),
        ("The road is open, the premier said.", "The road is open, the premier [Karl Holt] said."),
        ("The road is open, Holt said.", "The road is open, Holt said."),
        ("The road is open, officials said.", "The road is open, officials said."),
    ],
)
def test_a_source_that_is_known_is_named_in_brackets(sentence, readable):
    _, (_, statement) = statements(f"Karl Holt, the premier, met the press in Tarn. {sentence}")
    assert statement.text == readable


def test_she_stays_open_when_nobody_was_named():
    _, (statement,) = statements("She said the council had asked for the talks.")
    assert statement.text.startswith("She said")
    assert statement.attribution.speaker is None


KINDS = [
    ("Will Holt took home the prize.", StatementKind.EVENT),
    ("“Tarn” wins best picture.", StatementKind.EVENT),
    ("It was alleged by two engineers that the dam leaks.", StatementKind.EVENT),
    ("Would the valley vote for a dam?", StatementKind.QUESTION),
    ("The valley should be asked first.", StatementKind.OPINION),
    ("The bridge will open on Monday morning.", StatementKind.FORECAST),
    ("The flood killed 74 people in the valley.", StatementKind.FIGURE),
    ("The bridge is closed to lorries and buses.", StatementKind.STATE),
    ("Soldiers laid the last plank at noon.", StatementKind.EVENT),
    # What was done is an event, whatever was meant to come of it.
    ("The mayor floated a plan to turn the mill into a museum.", StatementKind.EVENT),
    ("The council passed a bill that will ban lorries.", StatementKind.EVENT),
    ("The court ruled that the dam must go.", StatementKind.EVENT),
    ("If Renn, as expected, enters the race, Holt will have a hard choice to make.", StatementKind.FORECAST),
    ("If convicted, Renn could be sent to prison for ten years.", StatementKind.FIGURE),
    ("The council asked if the bridge, closed in May, will be sold.", StatementKind.EVENT),
    ("The mayor plans to turn the mill into a museum.", StatementKind.FORECAST),
    ("The bridge, which was built in 1911, will close in June.", StatementKind.FORECAST),
    ("Lorries must keep off the bridge.", StatementKind.OPINION),
    # What has happened is an event, what is had a state.
    ("The pipeline has already started to dry up.", StatementKind.EVENT),
    ("The premier has been told of the flood.", StatementKind.EVENT),
    ("The town has a bridge of its own.", StatementKind.STATE),
    # Praise is an opinion; as a quotation or the name of a prize it is not the writer's.
    ("The mayor wrote to villagers, promising a “beautiful future”.", StatementKind.EVENT),
    ("Villagers have a beautiful future.", StatementKind.OPINION),
    ("Tolland won the prize for Best Bridge.", StatementKind.EVENT),
    ("Nobody builds worst bridges.", StatementKind.OPINION),
    ("The show was wonderful, and everybody cheered.", StatementKind.OPINION),
    # What happened is no opinion for a word that values it.
    ("The worst flood in 50 years killed 12 people.", StatementKind.FIGURE),
    ("Sadly, two children died in the fire.", StatementKind.FIGURE),
    ("A terrible storm destroyed the mill.", StatementKind.EVENT),
    ("Her best friend, Lena Orr, was arrested on Friday.", StatementKind.EVENT),
    # A plan or a law is there, whatever it is for.
    ("The plan to cut taxes was rejected by the council.", StatementKind.EVENT),
    ("The law that will ban lorries was passed in May.", StatementKind.EVENT),
    ("At noon he asked the mayor why the men had left: “Is it safe?”", StatementKind.EVENT),
    ("All the networks of the United States will send it on Monday.", StatementKind.FORECAST),
    # What counts by the way, or says when, makes no figure; what has lasted is a state.
    ("In other words, the firm closed the mill.", StatementKind.EVENT),
    ("“Two words,” Renn said when she was asked.", StatementKind.EVENT),
    ("One of the two men was held.", StatementKind.EVENT),
    ("Two weeks ago the firm closed the mill.", StatementKind.EVENT),
    ("Renn has led the party for ten years.", StatementKind.STATE),
    ("Renn took office when she was 48.", StatementKind.EVENT),
    ("It took the firm two years to close the mill.", StatementKind.FIGURE),
    ("The council offered support to the mill.", StatementKind.EVENT),
]


@pytest.mark.parametrize(("sentence", "kind"), KINDS)
def test_kinds(sentence, kind):
    _, (statement, *_) = statements(sentence)
    assert statement.kind is kind


def test_a_statement_keeps_every_time_and_says_what_it_is():
    text, (statement,) = statements("Olga Renn, 46, was held every March for two weeks, and she left on Saturday.")
    told = {time.span.cut(text): time.kind.value for time in statement.times}
    assert told == {"46": "age", "every March": "set", "two weeks": "duration", "Saturday": "days"}
    assert statement.time == Interval(start=date(2025, 9, 20), end=date(2025, 9, 20))


def test_an_age_in_passing_makes_no_figure():
    _, (statement,) = statements("Olga Renn, 46, was freed on Saturday.")
    assert statement.kind is StatementKind.EVENT
    assert [(figure.value, figure.unit) for figure in statement.figures] == [(46, "year")]


def test_times_are_counted_from_the_day_of_publication():
    _, (statement,) = statements("The first payments reached families on Saturday.")
    assert statement.time == Interval(start=date(2025, 9, 20), end=date(2025, 9, 20))


def test_without_a_day_of_publication_a_weekday_stays_open():
    _, (statement,) = statements("The first payments reached families on Saturday.", published=None)
    assert statement.time is None


def test_a_broken_sentence_is_read_whole_and_its_span_covers_the_gap():
    page = read_file(EXAMPLES / "page.txt")
    restoration = restore(page)
    found = extract(restoration)
    (whole,) = [s for s in found if "team of engineers will listen" in s.text]
    assert whole.foreign is None
    assert "Premier Holt and his team of engineers will listen first" in whole.text
    assert any(whole.span.covers(removal.span) for removal in restoration.removals)


def test_statements_of_removed_passages_are_read_and_marked():
    found = extract(restore(read_file(EXAMPLES / "page.txt")))
    pasted = [s for s in found if s.foreign is RemovalKind.CHATBOT_REPLY]
    assert any(s.text.startswith("There is no official confirmation") for s in pasted)
    assert any(s.text == "The flood in the Kessel valley has killed 31 people." for s in pasted)
    assert not any("###" in s.text or "**" in s.text for s in pasted)
    assert not any("Be the first to respond" in s.text for s in found)


def test_short_sentences_count_their_own_words():
    _, told = statements("Engineers had warned the board. She denies it. It leaks.")
    assert [one.text for one in told] == ["Engineers had warned the board.", "She denies it."]


def test_ids_are_stable_and_distinct():
    _, first = statements("One bridge opened on Friday. Two bridges are closed today.")
    _, again = statements("One bridge opened on Friday. Two bridges are closed today.")
    assert [s.id for s in first] == [s.id for s in again]
    assert len({s.id for s in first}) == 2


SNIPPETS = st.lists(
    st.sampled_from(
        [
            "“Open quote he said",
            'nested "quotes “within” quotes" she added.',
            "MS. TOLLAND: NO COMMENT AT ALL.",
            "Q: Who was it?",
            "He said that she said that they said so.",
            "על פי הממשלה, שלושה אנשים נהרגו.",
            "x" * 50,
            "\u202eabc\u200b def ghi.",
            "1.2.3 | a | b | 44",
            "According to , , .",
            "said said said said.",
        ]
    ),
    min_size=1,
    max_size=8,
).map("\n".join) | st.text(min_size=1).filter(str.strip)


@given(SNIPPETS)
@settings(max_examples=120, deadline=None)
def test_words_of_a_statement_stand_in_the_text_in_order(text):
    source, found = statements(text)
    for statement in found:
        left = iter("".join(statement.span.cut(source).split()))
        said = statement.text
        for addition in re.findall(r" \[[^\[\]]*\]", said):
            said = said.replace(addition, "", 1) if addition[1:] not in source else said
        assert all(sign in left for sign in "".join(said.split()))
        spans = [statement.span]
        if statement.attribution:
            spans += [s for s in (statement.attribution.source, statement.attribution.cue) if s]
            spans.append(statement.attribution.content)
        assert all(statement.span.covers(span) for span in spans)
        assert all(statement.span.covers(figure.span) for figure in statement.figures)


@pytest.mark.parametrize("rule", ["* * * * *", "** ** ** **", "- - -", "__ __ __ __"])
def test_a_line_of_marks_states_nothing(rule):
    told = extract(restore(read_text(f"The quay of Tarn was closed.\n\n{rule}\n\nThe board met on Monday.")))
    assert [one.text for one in told] == ["The quay of Tarn was closed.", "The board met on Monday."]


UNSPACED = [
    "市议会周二否决了在老城区修建电车线路的计划。该市将损失约四千万元的联邦资金。",
    "市議会は火曜日、旧市街に路面電車を建設する計画を否決した。市は約四千万円の資金を失うという。",
]


@pytest.mark.parametrize("text", UNSPACED)
def test_scripts_without_spaces_state_something_too(text):
    assert "".join(statement.text for statement in statements(text)[1]) == text


def test_what_is_quoted_in_other_languages_is_somebodys():
    text, found = statements(
        "Der Stadtrat von Tarn lehnte am Dienstag den Bau einer Straßenbahn durch die Altstadt von Kessel ab.\n\n"
        "Die Ministerin sagte am Mittwoch: „Wir werden in dieser Sache nicht nachgeben.“ Das Projekt sollte "
        "310 Millionen Euro kosten. Der Roman „Der lange Weg“ erzählt davon."
    )
    said = [one.attribution and (one.attribution.content.cut(text), one.attribution.directness) for one in found]
    assert said == [None, ("Wir werden in dieser Sache nicht nachgeben.", Directness.DIRECT), None, None]


def test_other_languages_write_decimals_in_their_way():
    _, found = statements(
        "Die Inflation in Veldanien fiel im Februar auf 2,3 Prozent. Der Stadtrat von Tarn lehnte den Bau einer "
        "Straßenbahn durch die Altstadt von Kessel ab."
    )
    assert [(figure.value, figure.unit) for figure in found[0].figures] == [(2.3, "percent")]


def test_what_may_not_belong_to_the_page_but_stays_is_read():
    text, found = statements(
        "Der Stadtrat von Tarn lehnte am Dienstag den Bau einer Straßenbahn durch die Altstadt von Kessel ab.\n\n"
        "Die Ministerin sagte am Mittwoch: „Wir werden in dieser Sache nicht nachgeben.“\n\n"
        "Der Roman „Der lange Weg“ erzählt davon."
    )
    assert [removal.status for removal in restore(read_text(text)).removals] == [RemovalStatus.SUSPECTED]
    assert len(found) == 3


def test_rows_of_a_table_state_nothing():
    table = "| Country | 2020 | 2021 |\n|---|---|---|\n| Veldania | 12% | 15% |\n| Corvia | 8% | 9% |\n\n"
    _, found = statements(f"Prices rose in both countries.\n\n{table}The council met on Monday.")
    assert [one.text for one in found] == ["Prices rose in both countries.", "The council met on Monday."]


def test_numbers_of_a_text_in_no_known_language_are_read_as_it_writes_them():
    _, found = statements("Results: Renn 51.2%, Holt 47.1%, others 1.7%\n\nOlga Renn (Valley): 1,769 votes")
    assert [[figure.value for figure in one.figures] for one in found] == [[51.2, 47.1, 1.7], [1769.0]]


def test_who_is_asked_for_says_nothing():
    _, (statement, *_) = statements("Who believes the board that the dam is safe?")
    assert statement.attribution is None


def test_a_signature_below_a_quotation_is_no_statement():
    _, (statement,) = statements('> "A warning did reach the ministry." — Olga Renn')
    assert statement.text == '"A warning did reach the ministry."'
    assert statement.attribution.speaker == "Olga Renn"


def test_a_condition_is_not_what_somebody_knew():
    _, (statement,) = statements("If the letter was read, the ministry knew.")
    assert statement.attribution is None


def test_notes_are_no_statements_and_items_of_other_lists_are():
    _, found = statements(
        "1. The dam broke on Monday, says https://a.example/dam\n\nReferences\n\n"
        "2. Island Ledger, “The inspection record of the dam”, https://a.example/record"
    )
    assert [one.text for one in found] == ["The dam broke on Monday, says https://a.example/dam"]


MARKED = [
    ("Three people are still missing¹.", "Three people are still missing."),
    ("The lake of 3 km² is full.", "The lake of 3 km² is full."),
    ("The dam broke on Monday [1].", "The dam broke on Monday."),
    (
        "The board ignored it, according to the works office [2][3].",
        "The board ignored it, according to the works office.",
    ),
    ("The dam broke on Monday. [1, 2]", "The dam broke on Monday."),
    ("The [works report](https://a.example/r) puts the cost at 4 marks.", "The works report puts the cost at 4 marks."),
    ("The dam broke on Monday [4](https://a.example/d).", "The dam broke on Monday."),
    ("The dam [sic] broke on Monday.", "The dam [sic] broke on Monday."),
]


@pytest.mark.parametrize(("sentence", "expected"), MARKED)
def test_marks_of_links_and_notes_are_no_words_of_a_statement(sentence, expected):
    text, (statement,) = statements(sentence)
    assert statement.text == expected
    assert "".join(piece.cut(text) for piece in statement.pieces) == expected


def test_a_note_is_no_part_of_the_source_before_it():
    text, (statement,) = statements("The board ignored it, according to the works office [2][3].")
    assert statement.attribution.source.cut(text) == "the works office"
