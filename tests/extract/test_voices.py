"""Sentences in which several speak: each one's words come out as a statement of theirs."""

import pytest

from onrecord.extract import extract
from onrecord.read import read_text
from onrecord.restore import restore


def told(sentence):
    """Who says what in which statement."""
    page = read_text(sentence)
    text = page.document.text
    return [
        (one.text, one.attribution.source.cut(text), one.attribution.cue.cut(text), one.attribution.content.cut(text))
        for one in extract(restore(page))
        if one.attribution and one.attribution.source
    ]


BOTH = [
    (
        "The union claims 31 were hurt, while the ministry says 24.",
        [("The union", "claims", "31 were hurt"), ("the ministry", "says", "24.")],
    ),
    (
        "According to the union 31 people were hurt, but the ministry put the number at 24.",
        [("the union", "According to", "31 people were hurt"), ("the ministry", "put", "the number at 24.")],
    ),
    (
        "Anna Berg said the bridge was safe, and Tom Vale said it was not.",
        [("Anna Berg", "said", "the bridge was safe"), ("Tom Vale", "said", "it was not.")],
    ),
    (
        '"We won," Berg said; Vale replied: "Nobody won."',
        [("Berg", "said", "We won"), ("Vale", "replied:", "Nobody won.")],
    ),
    (
        "Police said 12 people were arrested; organisers said 40 were.",
        [("Police", "said", "12 people were arrested"), ("organisers", "said", "40 were.")],
    ),
    (
        '"We will not sell," said Berg, while Vale told reporters: "Everything has a price."',
        [("Berg", "said", "We will not sell"), ("Vale", "told", "Everything has a price.")],
    ),
    (
        '"The bridge is safe," said Anna Berg, but Tom Vale, the union leader, said: "I would not walk across it."',
        [
            ("Anna Berg", "said", "The bridge is safe"),
            ("Tom Vale, the union leader", "said:", "I would not walk across it."),
        ],
    ),
    (
        "Anna Berg told the court she had seen nobody, but the guard, Tom Vale, testified that she had waved to him.",
        [
            ("Anna Berg", "told", "she had seen nobody"),
            ("the guard, Tom Vale", "testified", "she had waved to him."),
        ],
    ),
    (
        "While the ministry says 24 people were hurt, the union claims there were 31.",
        [("the ministry", "says", "24 people were hurt"), ("the union", "claims", "there were 31.")],
    ),
    (
        "Although police say the road is open, drivers told the Courier that it was blocked.",
        [("police", "say", "the road is open"), ("drivers", "told", "it was blocked.")],
    ),
    (
        "The report says the pump failed and the crew says nobody warned them.",
        [("The report", "says", "the pump failed"), ("the crew", "says", "nobody warned them.")],
    ),
    (
        "The mayor said the school would open on Monday and the teachers' union said it would not.",
        [("The mayor", "said", "the school would open on Monday"), ("the teachers' union", "said", "it would not.")],
    ),
    (
        "According to the ministry 53,010 people have fled, the media office said 61,700.",
        [("the ministry", "According to", "53,010 people have fled"), ("the media office", "said", "61,700.")],
    ),
    (
        "According to the charity 14 boats sank; according to the coast guard, nine did.",
        [("the charity", "According to", "14 boats sank"), ("the coast guard", "according to", "nine did.")],
    ),
    (
        "According to police, the driver was speeding, but according to his family, the brakes failed.",
        [("police", "According to", "the driver was speeding"), ("his family", "according to", "the brakes failed.")],
    ),
    (
        "The ministry reported 12 new cases on Monday and the university hospital reported 19.",
        [("The ministry", "reported", "12 new cases on Monday"), ("the university hospital", "reported", "19.")],
    ),
    (
        "Officials in Harrow said the bridge would open by May and officials in Tarn said it would take a year.",
        [
            ("Officials in Harrow", "said", "the bridge would open by May"),
            ("officials in Tarn", "said", "it would take a year."),
        ],
    ),
    (
        "The bank expects growth of 2 percent, while the institute forecasts 1.4 percent.",
        [("The bank", "expects", "growth of 2 percent"), ("the institute", "forecasts", "1.4 percent.")],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), BOTH)
def test_each_of_two_keeps_source_cue_and_content(sentence, expected):
    assert [rest for _, *rest in map(list, told(sentence))] == [list(one) for one in expected]


LEFT_OUT = [
    (
        "The ministry says 53,010 people have died, the media office 61,700.",
        ["The ministry says 53,010 people have died", "the media office [says] 61,700 [people have died]."],
    ),
    (
        "Organisers put the crowd at 40,000, police at 12,000.",
        ["Organisers put the crowd at 40,000", "police [put the crowd] at 12,000."],
    ),
    ("Doctors said 40 had died, officials 22.", ["Doctors said 40 had died", "officials [said] 22 [had died]."]),
]


@pytest.mark.parametrize(("sentence", "expected"), LEFT_OUT)
def test_a_verb_that_is_left_out_is_put_in_brackets(sentence, expected):
    found = told(sentence)
    assert [text for text, *_ in found] == expected
    assert found[0][1] != found[1][1]
    assert found[0][2] == found[1][2]


ONE = [
    ("The ministry says the navy has 4,000 men, the army 61,700.", ["The ministry"]),
    ("The report says farmers and fishermen say the river is dead.", ["The report"]),
    ("Tarn Bau said it runs a mine and a smelter in Kessel and says it has repaid its debts.", ["Tarn Bau"] * 2),
    ("Berg said Vale had told her the bridge was closed.", ["Berg"]),
    ("Unlike the governor, who said the dam would hold, engineers warned that it could fail.", ["engineers"]),
    ("If the union says 31 were hurt, the ministry says 24.", ["the ministry"]),
    ('Berg said: "Vale told me he was tired, but the doctor said he was ill."', ["Berg"]),
]


@pytest.mark.parametrize(("sentence", "sources"), ONE)
def test_who_is_only_spoken_of_says_nothing(sentence, sources):
    assert {source for _, source, *_ in told(sentence)} <= set(sources)


BROKEN = [
    '"We won," Berg said; Vale replied: "Nobody won.',
    'We won," Berg said; Vale replied: "Nobody won."',
    '"We "won," Berg said; Vale replied: "Nobody" won."',
    "“We won,” Berg said, while Vale told reporters: “He told me ‘we lost, and Holt said so.”",
    '"Berg said, while Vale said", "and the union said',
    "While the ministry says, the union claims",
    "THE UNION CLAIMS 31 WERE HURT, WHILE THE MINISTRY SAYS 24.",
    "Q: The union claims 31 were hurt, while the ministry says 24. A: The ministry said 22, officials 24.",
    "said 5, said 6, police 7; said: said; and said and the union",
]


@pytest.mark.parametrize("text", BROKEN)
def test_broken_marks_give_nobodys_words_to_another(text):
    page = read_text(text)
    whole = page.document.text
    for one in extract(restore(page)):
        told = one.attribution
        if told is None:
            continue
        content = told.content.cut(whole)
        assert not ("Nobody" in content and told.speaker == "Berg")
        assert not ("We" in content and "Nobody" not in content and told.speaker == "Vale")
        assert told.source is None or not told.source.overlaps(told.content)
