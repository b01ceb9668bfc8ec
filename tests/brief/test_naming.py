"""Names as they are compared."""

from dataclasses import replace
from datetime import date

import pytest

from brief.reports import found_of
from brief.test_brief import brief_of, texts
from onrecord.brief.naming import names_in
from onrecord.brief.sentences import gather_sentences
from onrecord.data import Memento, Span, document


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Veldania", "Veldanians"),
        ("Congo", "Congolese"),
        ("Greece", "Greek"),
        ("Ukraine", "Ukrainian"),
        ("China", "Chinese"),
        ("Afghanistan", "Afghan"),
        ("Turkey", "Turkish"),
        ("U.S.", "the United States"),
        ("UN", "the United Nations"),
        ("MAX", "Max’s"),
    ],
)
def test_a_country_is_named_by_its_people_and_a_state_by_its_letters(one, other):
    assert names_in(one) == names_in(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Congo", "Congress"),
        ("Trump", "Truman"),
        ("Harris", "Harrison"),
        ("Marsh", "Marshall"),
        ("US", "Latin American"),
    ],
)
def test_names_that_begin_alike_are_two(one, other):
    assert names_in(one).isdisjoint(names_in(other))


def test_a_topic_is_not_met_by_a_name_that_begins_as_its_own():
    told = (
        ("The fever of the Congo took ten captains of the quay, the board said.", date(2025, 9, 3)),
        ("Congress heard of the fever at the quay of Tarn on Monday, the board said.", date(2025, 9, 4)),
    )
    assert texts(brief_of(*told, topic="Congo fever"))
    assert not any("Congress" in text for text in texts(brief_of(*told, topic="Congo fever")))


def test_a_state_spelled_out_is_no_gap():
    told = ("Envoys of the United States came to the quay for talks, the board said.", date(2025, 9, 29))
    brief = brief_of(told, topic="U.S. talks")
    assert brief.sections or brief.takeaways
    assert not any("speaks of" in gap.words for gap in brief.gaps)


def test_under_another_title_a_sentence_names_something_of_the_topic():
    told = (
        ("The board of Tarn paid the Harrow Guild for its accounts of the year.", date(2025, 9, 3)),
        (
            "Before accounting for the crane of the board the mill earned four crowns. The Harrow Guild lent it two.",
            date(2025, 9, 4),
        ),
    )
    found = found_of(*told)
    far = [replace(one, score=0.58) for one in found.candidates]
    told = [one.words for one in gather_sentences("Harrow Guild accounts", far)]
    assert any("Harrow Guild" in words for words in told)
    assert not any("mill" in words for words in told)


def test_who_is_asked_for_by_the_names_in_full_is_named_so():
    told = ("Ida Marsh led the quay of Tarn.\nMarsh said that the quay is safe.", date(2025, 9, 24))
    assert {voice.speaker for voice in brief_of(told, topic="Ida Marsh").voices} <= {"Ida Marsh"}


def under(title, words, *, behind=""):
    """Find words far into a page under a title, near a topic by their own words only."""
    page = document(f"{behind}\n{words}", title=title, published_at=date(2025, 9, 4))
    (one,) = found_of((words, date(2025, 9, 4))).candidates
    span = Span(start=len(behind) + 1, end=len(page.text))
    return replace(one, memento=Memento(document=page, origin=title), span=span, score=0.58)


@pytest.mark.parametrize(
    ("topic", "words"),
    [
        ("東京 地震", "東京で地震が発生し、十二人が負傷したと警察が発表した。"),
        ("東京の地震", "東京で地震が発生し、十二人が負傷したと警察が発表した。"),
        ("землетрясение Москва", "Землетрясение произошло в Москве в понедельник, сообщила полиция города."),
        ("زلزال القاهرة", "ضرب زلزال القاهرة يوم الاثنين وأصيب اثنا عشر شخصا، قالت الشرطة في المدينة."),
        ("σεισμός Αθήνα", "Ισχυρός σεισμός έπληξε την Αθήνα τη Δευτέρα, ανακοίνωσε η αστυνομία της πόλης."),
    ],
)
def test_a_topic_in_another_script_is_told(topic, words):
    found = found_of((words, date(2025, 9, 3))).candidates
    assert [one.words for one in gather_sentences(topic, found)] == [words]


def test_a_headline_over_many_matters_makes_nothing_below_it_be_of_one():
    words = "The teachers of Tarn went on strike for a week. A storm struck the quay of Sorrel at night."
    found = under("Ida Marsh, Sorrel storm, Tarn teachers strike: Wednesday's news", words, behind="Tarn " * 20)
    assert [one.words for one in gather_sentences("Tarn teachers strike", (found,))] == [
        words[: words.index(" A storm")]
    ]


def test_a_title_of_another_place_makes_nothing_below_it_be_of_this_one():
    here = under("The teachers of Tarn", "The teachers of Tarn went on strike for a week, the union said.")
    there = under(
        "Sorrel teachers strike",
        "Teachers of Sorrel lead the walk. In Tarn the union looked on with a captain or two.",
        behind="Sorrel " * 100,
    )
    words = [one.words for one in gather_sentences("Tarn teachers strike", (here, there))]
    assert any("went on strike" in each for each in words)
    assert not any("lead the walk" in each for each in words)
