"""Attribution in set phrases, and sentences in which two sources tell two things."""

import time

import pytest

from onrecord.data import Span
from onrecord.extract import extract
from onrecord.extract.attributing.guard import guarded
from onrecord.extract.attributing.phrases import set_phrases
from onrecord.extract.reading.paragraphs import Paragraph
from onrecord.extract.tagging.linking import Relation
from onrecord.read import read_text
from onrecord.restore import restore


def told(sentence):
    page = read_text(sentence)
    text = page.document.text
    return [
        (one.attribution.source.cut(text), one.attribution.content.cut(text))
        for one in extract(restore(page))
        if one.attribution and one.attribution.source
    ]


PHRASES = [
    ("The union claims 31 died, the ministry says 24.", "the ministry", "24."),
    # denied, in the passive
    (
        "Reports of looting were rejected by police chief Oran Pell.",
        "police chief Oran Pell",
        "Reports of looting",
    ),
    ("In the words of Olga Renn, the bridge is a disgrace.", "Olga Renn", "the bridge is a disgrace."),
    (
        "In the words of the mayor, “we have been left to drown in our own homes”.",
        "the mayor",
        "we have been left to drown in our own homes",
    ),
    ("The plan is, in the words of Karl Holt, “a gift to lorry firms”.", "Karl Holt", "a gift to lorry firms"),
    ("It was a night to forget, in the words of coach Lena Orr.", "coach Lena Orr", "It was a night to forget"),
    ("In Renn’s view, the talks were a waste of time.", "Renn", "the talks were a waste of time."),
    ("As Holt put it, the island can wait no longer.", "Holt", "the island can wait no longer."),
    ("To quote Olga Renn, nobody asked for the toll.", "Olga Renn", "nobody asked for the toll."),
    ("To hear Holt tell it, the dam was always safe.", "Holt", "the dam was always safe."),
    ("By the ministry’s count, 74 people were killed.", "the ministry", "74 people were killed."),
    ("Renn, for her part, dismissed the report as gossip.", "Renn", "the report as gossip."),
    ("The union, for its part, said the toll would cost 400 jobs.", "The union", "the toll would cost 400 jobs."),
    ("Holt, for his part, called it “a serious mistake for us”.", "Holt", "it “a serious mistake for us”."),
    ("Hospitals counted 71 dead, the union said on Friday.", "the union", "Hospitals counted 71 dead"),
    ("Renn won Tarn by 412 votes, per the returning officer.", "the returning officer", "Renn won Tarn by 412 votes"),
    ('"Did you tell anyone at all then?" asked Mia Feld.', "Mia Feld", "Did you tell anyone at all then?"),
    ("By his own account, Holt left before the vote.", "Holt", "Holt left before the vote."),
    ("Holt left before the vote, by his own account.", "Holt", "Holt left before the vote"),
    ("By its own count, the union has 4,000 members.", "the union", "the union has 4,000 members."),
    ("By her own estimate, Renn said, 40 people were hurt.", "Renn", "40 people were hurt."),
    ("The hospital puts the number of dead at 15.", "The hospital", "the number of dead at 15."),
]


@pytest.mark.parametrize(("sentence", "source", "content"), PHRASES)
def test_a_set_phrase_says_whose_words_they_are(sentence, source, content):
    assert told(sentence) == [(source, content)]


TWO = [
    (
        "The ministry confirms the bridge is safe; Holt demands a report on the dam.",
        [("The ministry", "the bridge is safe"), ("Holt", "a report on the dam.")],
    ),
    (
        "Renn’s office says it came on 3 May; Holt’s lawyers say it came a day earlier.",
        [("Renn’s office", "it came on 3 May"), ("Holt’s lawyers", "it came a day earlier.")],
    ),
    (
        "The mayor says the dam is safe, but according to engineers it could break.",
        [("The mayor", "the dam is safe"), ("engineers", "it could break.")],
    ),
    (
        "Police said 1,200 people came, but organisers put it at 3,000.",
        [("Police", "1,200 people came"), ("organisers", "it at 3,000.")],
    ),
    (
        "The ministry said 12 died, while the hospital put it at 15.",
        [("The ministry", "12 died"), ("the hospital", "it at 15.")],
    ),
    (
        "Union leaders said 5,000 people marched, but police put the number at 2,000.",
        [("Union leaders", "5,000 people marched"), ("police", "the number at 2,000.")],
    ),
    (
        "The government puts the number of dead at 40, whereas aid groups put it at 60.",
        [("The government", "the number of dead at 40"), ("aid groups", "it at 60.")],
    ),
    ("Police said 12 had died; the hospital said 15.", [("Police", "12 had died"), ("the hospital", "15.")]),
    (
        "According to the ministry 12 people died, but according to the hospital 15 did.",
        [("the ministry", "12 people died"), ("the hospital", "15 did.")],
    ),
    (
        "Twelve people were killed, the ministry said, though the hospital reported 15 dead.",
        [("the ministry", "Twelve people were killed"), ("the hospital", "15 dead.")],
    ),
    (
        "Organisers claimed 50,000 people took part, but city hall estimated 20,000.",
        [("Organisers", "50,000 people took part"), ("city hall", "20,000.")],
    ),
    (
        "The mayor called the bridge safe and the engineers called it a death trap.",
        [("The mayor", "the bridge safe"), ("the engineers", "it a death trap.")],
    ),
]


DENIED = [
    (
        "The mayor says the bridge is safe, a claim the engineers’ union denies.",
        ["The mayor says the bridge is safe", "the engineers’ union denies [the bridge is safe]"],
    ),
    (
        "Twelve were hurt, the ministry said, a figure the hospital has disputed.",
        ["Twelve were hurt, the ministry said", "the hospital has disputed [Twelve were hurt]"],
    ),
    ("The fund is empty, a claim the bank rejects.", ["The fund is empty", "the bank rejects [The fund is empty]"]),
    (
        "The board closed the bridge and sold the ferry, an allegation it denies.",
        ["The board closed the bridge and sold the ferry, an allegation it denies."],
    ),
    (
        "Holt’s lawyer called the report “a political pamphlet,” a charge the office rejected.",
        [
            "Holt’s lawyer called the report “a political pamphlet,”",
            "the office rejected [the report “a political pamphlet,”]",
        ],
    ),
    ("Renn signed the law, which the council rejected.", ["Renn signed the law, which the council rejected."]),
]


@pytest.mark.parametrize(("sentence", "expected"), TWO)
def test_each_of_two_sources_tells_its_own(sentence, expected):
    assert told(sentence) == expected


@pytest.mark.parametrize(("sentence", "expected"), DENIED)
def test_what_somebody_else_denies_is_a_statement_of_theirs(sentence, expected):
    assert [one.text for one in extract(restore(read_text(sentence)))] == expected


def test_who_denies_a_bare_statement_does_not_say_it():
    first, second = extract(restore(read_text("The fund is empty, a claim the bank rejects.")))
    assert first.attribution is None
    assert second.attribution is not None
    (whole,) = extract(restore(read_text("The fund is empty, a claim the bank rejects.")), whole=True)
    assert whole.attribution is None


@pytest.mark.parametrize(
    "sentence",
    [
        "The board put the letter in the post.",
        "Renn put two men at the door.",
        "In other words, the talks are over.",
        "It costs 4 marks, per head.",
        "The flood claimed 12 lives.",
        "The bank holds his account, and the count goes on.",
        "The plan was put to the vote at 9.",
    ],
)
def test_what_only_looks_like_a_phrase_is_nobodys(sentence):
    assert told(sentence) == []


def test_it_that_somebody_puts_at_a_figure_stays_open():
    page = read_text("The ministry said 12 died, while the hospital put it at 15.")
    first, second = extract(restore(page))
    assert not first.unresolved
    assert [span.cut(page.document.text) for span in second.unresolved] == ["it"]


def test_a_sentence_of_a_megabyte_takes_linear_time():
    said = "The board said 12 died while "
    text = said * 36_000
    relations = [
        Relation(
            source=Span(start=at, end=at + len("The board")),
            cue=Span(start=at + len("The board "), end=at + len("The board said")),
            contents=(Span(start=at + len("The board said "), end=at + len("The board said 12 died")),),
        )
        for at in range(0, len(text), len(said))
    ]
    whole = Paragraph(text=text, tokens=(), sentences=(Span(start=0, end=len(text)),), quotes=())
    found = guarded(relations, whole)
    assert len(found) == len(relations)


def test_each_part_of_a_long_paragraph_is_searched_by_itself():
    said = "The hospital put it at 15. "
    text = "x “ " * 400_000 + said
    first, last = Span(start=0, end=1_600_000), Span(start=1_600_000, end=len(text) - 1)
    begun = time.process_time()
    for _ in range(400):
        assert not list(set_phrases(Paragraph(text=text, tokens=(), sentences=(last,), quotes=(last,))))
    assert time.process_time() - begun < 20  # 0.05 each for the whole text
    found = list(set_phrases(Paragraph(text=text, tokens=(), sentences=(last,), quotes=())))
    assert [one.source.cut(text) for one in found] == ["The hospital"]
    assert not list(set_phrases(Paragraph(text=text, tokens=(), sentences=(first,), quotes=())))
