"""The leaves that read dates, numbers, names and sentences out of text."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.data import Bound, Span
from onrecord.text.dates import find_times
from onrecord.text.names import find_names
from onrecord.text.numbers import find_figures
from onrecord.text.sentences import sentences
from onrecord.text.spans import Reading, gaps, lines, trim

ANCHOR = date(2025, 5, 19)  # a Monday

TIMES = [
    ("on Monday", "2025-05-19", "2025-05-19"),
    ("on Thursday", "2025-05-15", "2025-05-15"),
    ("last week", "2025-05-12", "2025-05-18"),
    ("yesterday", "2025-05-18", "2025-05-18"),
    ("in late March", "2025-03-21", "2025-03-31"),
    ("on 3 May", "2025-05-03", "2025-05-03"),
    ("on December 30", "2024-12-30", "2024-12-30"),
    ("May 19, 2024", "2024-05-19", "2024-05-19"),
    ("2025-01-02", "2025-01-02", "2025-01-02"),
    ("three days ago", "2025-05-16", "2025-05-16"),
    ("next month", "2025-06-01", "2025-06-30"),
    ("in 2023", "2023-01-01", "2023-12-31"),
]


@pytest.mark.parametrize(("words", "start", "end"), TIMES)
def test_times(words, start, end):
    (found,) = find_times(f"It happened {words}, he said.", anchor=ANCHOR)
    assert (str(found.interval.start), str(found.interval.end)) == (start, end)


AHEAD = [
    # the anchor is a Monday: without a sign of what is to come, Thursday is the one before it
    ("The film premieres Thursday at the festival.", "Thursday", "2025-05-22"),
    ("The rivers could reach their banks by Thursday.", "Thursday", "2025-05-22"),
    ("The storm will likely bring an increased threat of fire through Thursday.", "Thursday", "2025-05-22"),
    ("Sites to reopen Thursday.", "Thursday", "2025-05-22"),
    ("He could not be reached Thursday.", "Thursday", "2025-05-15"),
    ("The prison had 12 cases in May and Thursday brought more, officials said.", "Thursday", "2025-05-15"),
    ("The vote is not until January.", "January", "2026-01-01"),
    ("Officials have until mid-March to decide.", "mid-March", "2026-03-11"),
    ("If all goes as planned on Thursday, the dam will be full.", "Thursday", "2025-05-22"),
    ("It will open on the first Monday in June.", "first Monday in June", "2025-06-02"),
    ("It opened on the last Friday of March.", "last Friday of March", "2025-03-28"),
    ("It opened on the third Tuesday of May 2024.", "third Tuesday of May 2024", "2024-05-21"),
]


@pytest.mark.parametrize(("sentence", "words", "start"), AHEAD)
def test_days_and_months_that_are_to_come(sentence, words, start):
    found = next(time for time in find_times(sentence, anchor=ANCHOR) if time.words == words)
    assert str(found.interval.start) == start


def test_a_range_goes_on_into_the_year_after():
    (found,) = find_times("The day moves from April 15 to July 15.", anchor=ANCHOR)
    assert (str(found.interval.start), str(found.interval.end)) == ("2025-04-15", "2025-07-15")


@pytest.mark.parametrize(
    "sentence",
    [
        "A recession could last two years.",
        "The strike may last at least two years.",
        "It has the fuel to operate for ten years.",
        "The method is used after 15 weeks of pregnancy.",
        "Pilots may make only a single flight in a day.",
    ],
)
def test_how_long_something_lasts_is_not_when(sentence):
    assert all(time.interval is None for time in find_times(sentence, anchor=ANCHOR))


def test_the_last_years_are_years():
    (found,) = find_times("It grew over the last five years.", anchor=ANCHOR)
    assert (str(found.interval.start), str(found.interval.end)) == ("2020-05-19", "2025-05-19")


def test_what_needs_an_anchor_stays_open_without_one():
    (found,) = find_times("It happened on Monday.", anchor=None)
    assert found.interval is None


def test_may_is_a_verb_too():
    assert find_times("He may go and she may stay.", anchor=ANCHOR) == ()


@pytest.mark.parametrize("words", ["31 February 2025", "2025-13-01"])
def test_days_that_do_not_exist_are_not_resolved(words):
    assert all(found.interval is None or "February" not in found.words for found in find_times(words, anchor=ANCHOR))


FIGURES = [
    ("More than 53,000 people were killed.", 53000, "", "people", Bound.MORE_THAN),
    ("At least 12 soldiers died.", 12, "", "soldiers", Bound.AT_LEAST),
    ("It cost $3.5bn.", 3.5e9, "USD", "", Bound.EXACTLY),
    ("Prices rose 3.5 percent.", 3.5, "percent", "", Bound.EXACTLY),
    ("Nearly 600 days passed.", 600, "day", "", Bound.ABOUT),
    ("Some sixty-one thousand homes burned.", 61000, "", "homes", Bound.ABOUT),
    ("About 1.2 million people fled.", 1.2e6, "", "people", Bound.ABOUT),
    ("A dozen ships sank.", 12, "", "ships", Bound.EXACTLY),
    ("Fewer than 40 villages were hit.", 40, "", "villages", Bound.LESS_THAN),
    ("Up to 180 millimetres fell.", 180, "", "millimetres", Bound.AT_MOST),
    ("About 67% of U.S. teenagers read it.", 67, "percent", "U.S. teenagers", Bound.ABOUT),
    ("At least 1,100 police officers came.", 1100, "", "police officers", Bound.AT_LEAST),
    ("They counted 11 measles cases.", 11, "", "measles cases", Bound.EXACTLY),
    ("Some 400 sports clubs closed.", 400, "", "sports clubs", Bound.ABOUT),
    ("Some 300 police came.", 300, "", "police", Bound.ABOUT),
    ("قتل ٤٥ people", 45, "", "people", Bound.EXACTLY),
]


@pytest.mark.parametrize(("text", "value", "unit", "counted", "bound"), FIGURES)
def test_figures(text, value, unit, counted, bound):
    (figure,) = find_figures(text)
    assert (figure.value, figure.unit, figure.counted, figure.bound) == (value, unit, counted, bound)


@pytest.mark.parametrize(
    "text",
    ["on May 19, 2025", "at 10:30 a.m.", "the 3rd time", "in 2023", "one of them", "19 May", "for H.R. 7521, a bill"],
)
def test_dates_times_and_ordinals_are_no_figures(text):
    assert find_figures(text) == ()


NAMES = [
    ("President Mira Tolland spoke.", "Mira Tolland", "president", False),
    ("Former Premier Dagny Sorl spoke.", "Dagny Sorl", "premier", True),
    ("Mira Tolland, the finance minister, spoke.", "Mira Tolland", "finance minister", False),
    ("The Sorl administration spoke.", "Sorl", "administration", False),
    ("He met spokesperson Freya Lindqvist.", "Freya Lindqvist", "spokesperson", False),
    ("U.S. Secretary of State Mira Tolland spoke.", "Mira Tolland", "secretary of state", False),
    ("Canadian Minister of Public Safety Karl Holt spoke.", "Karl Holt", "public safety minister", False),
    ("Ministers of the World Health Organization met.", "World Health Organization", "", False),
    ("It was found by the Library of Kessel.", "Library of Kessel", "", False),
    (
        "The Kessel Centers for Sleep Control and Prevention spoke.",
        "Kessel Centers for Sleep Control and Prevention",
        "",
        False,
    ),
    ("It was heard by Federal Judge Olga Renn.", "Olga Renn", "judge", False),
    ("It was written by Sade\u0301 Renn.", "Sade\u0301 Renn", "", False),
    ("Olga Renn, a senior vice president of Kessel, spoke.", "Olga Renn", "vice president", False),
    # what is said beside a name and is no role of its bearer's
    ("Noise in Kessel Park is a major concern.", "Kessel Park", "", False),
    ("She works for Kessel, within the mayor’s office.", "Kessel", "", False),
    ("Back in Kessel, her father, a doctor, was ill.", "Kessel", "", False),
    ("Holt was assigned an attorney.", "Holt", "", False),
    ("After a bid for Kessel, the billionaire Tarn owner sold it.", "Kessel", "", False),
    ("In parts of Kessel, Tarn Premier Karl Holt spoke.", "Kessel", "", False),
    ("The Kessel CEO spoke.", "Kessel", "", False),
    ("General Mills spoke.", "General Mills", "", False),
    ("AT&T spoke.", "AT&T", "", False),
    ("Like Kessel, it spoke.", "Kessel", "", False),
]


@pytest.mark.parametrize(("text", "words", "role", "former"), NAMES)
def test_names(text, words, role, former):
    found = [name for name in find_names(text) if name.words == words]
    assert [(name.role, name.former) for name in found] == [(role, former)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Twelve engines went to Tarn.", ["Tarn"]),
        ("Flood-hit towns near Tarn wait.", ["Tarn"]),
        ("Modernisation was delayed.", []),
        ("Tarn-based firms wait.", ["Tarn-based"]),
    ],
)
def test_a_number_and_what_only_describes_is_no_name_where_a_sentence_begins(text, names):
    assert [name.words for name in find_names(text)] == names


def test_sentences_end_at_lines_and_know_abbreviations():
    text = (
        "U.S. Rep. J. Smith left on Jan. 5 at 9 a.m. on foot. He came back.\nNo stop here\nÜber alles “gut”, sagte er."
    )
    assert [span.cut(text) for span in sentences(text)] == [
        "U.S. Rep. J. Smith left on Jan. 5 at 9 a.m. on foot.",
        "He came back.",
        "No stop here",
        "Über alles “gut”, sagte er.",
    ]


@pytest.mark.parametrize("day", ["21 May", "1st May", "the evening of 6 May"])
def test_a_sentence_may_end_with_a_day_in_may(day):
    text = f"The bridge was closed until {day}. Repairs cost 1.7 million marks."
    assert [span.cut(text) for span in sentences(text)] == text.replace(". ", ".\n").split("\n")


@given(st.text(max_size=300))
def test_leaves_cut_what_they_say_they_cut(text):
    for found in (*find_times(text, anchor=ANCHOR), *find_names(text)):
        assert found.span.cut(text) == found.words
    for figure in find_figures(text):
        assert figure.span.end <= len(text)
    spans = sentences(text)
    assert "".join("".join(span.cut(text) for span in spans).split()) == "".join(text.split())


@given(st.text(min_size=1), st.lists(st.integers(0, 60), max_size=6))
def test_a_reading_finds_its_way_back(text, cuts):
    points = sorted({min(cut, len(text)) for cut in cuts} | {0, len(text)})
    pieces = [Span(start=a, end=b) for a, b in zip(points[::2], points[1::2], strict=False) if a < b]
    reading = Reading.of(text, pieces)
    for offset, sign in enumerate(reading.text):
        assert reading.original(Span(start=offset, end=offset + 1)).cut(text) == sign


@given(st.text(max_size=200))
def test_lines_and_gaps_are_the_text(text):
    inside = lines(text)
    assert all(trim(text, span) == span for span in inside)
    assert not "".join(span.cut(text) for span in gaps(inside, len(text))).strip()


@pytest.mark.parametrize("space", ["\u00a0", "\u2009", "\u202f", "\u3000"])
def test_a_wide_space_behind_a_lone_letter_is_a_space(space):
    plain = "They chose plan H . It failed. Holt left."
    assert sentences(plain.replace("H ", "H" + space)) == sentences(plain)


@given(
    st.text("Hh.!? '”\u00a0\u2009\u202f\u3000\ufeff\u0301é。中ا", max_size=12),
    st.sampled_from(["en", "fr", "ar", "zh", None]),
)
def test_no_space_breaks_the_sentences(text, language):
    spans = sentences(text, language)
    assert "".join("".join(span.cut(text) for span in spans).split()) == "".join(text.split())


def test_an_hour_and_its_zone_stay_in_one_sentence():
    text = "Some 2,300 flights were off as of 9:45 p.m. ET on Wednesday. Others left at 10 p.m. Few came back."
    assert [span.cut(text) for span in sentences(text)] == [
        "Some 2,300 flights were off as of 9:45 p.m. ET on Wednesday.",
        "Others left at 10 p.m.",
        "Few came back.",
    ]


def test_an_hour_and_its_day_stay_in_one_sentence():
    text = "The ferry left Tarn at about 11 p.m. Saturday with 312 on board. It sank at 2 a.m. Monday was calm."
    assert [span.cut(text) for span in sentences(text)] == [
        "The ferry left Tarn at about 11 p.m. Saturday with 312 on board.",
        "It sank at 2 a.m.",
        "Monday was calm.",
    ]


def test_a_rank_and_the_name_behind_it_stay_in_one_sentence():
    text = "On Friday Tarn Fire Department Cpt. Ida Marsh said the zoo was shut. They live off Tarn Dep. It has a quay."
    assert [span.cut(text) for span in sentences(text)] == [
        "On Friday Tarn Fire Department Cpt. Ida Marsh said the zoo was shut.",
        "They live off Tarn Dep.",
        "It has a quay.",
    ]


def test_a_title_that_somebody_once_had_ends_no_sentence():
    text = "Democrats like then-Sen. Ida Marsh voted for it. Ex-Gov. Karl Holt did not."
    assert [span.cut(text) for span in sentences(text)] == [
        "Democrats like then-Sen. Ida Marsh voted for it.",
        "Ex-Gov. Karl Holt did not.",
    ]


def test_a_mark_that_opens_a_quotation_begins_its_sentence():
    text = "”The bridge is gone”, said Karl Holt. “So is the mill."
    assert [one.cut(text) for one in sentences(text)] == ["”The bridge is gone”, said Karl Holt.", "“So is the mill."]


def test_a_sentence_ends_with_the_network_that_is_called_by_a_letter():
    text = "Renn wrote so on X. Minutes later, George X. Holt answered."
    assert [span.cut(text) for span in sentences(text)] == [
        "Renn wrote so on X.",
        "Minutes later, George X. Holt answered.",
    ]


def test_a_sentence_ends_with_the_quotation_inside_its_quotation():
    text = "“I told them: ‘You have 45 minutes to save the season.’” Her rival, Jon Alder, was less pleased."
    assert [span.cut(text) for span in sentences(text)] == [
        "“I told them: ‘You have 45 minutes to save the season.’”",
        "Her rival, Jon Alder, was less pleased.",
    ]


def test_a_state_behind_a_party_ends_no_sentence():
    text = "Ida Marsh, R-S. C., said so. Nils Ross, D-W. Va., denied it."
    assert [span.cut(text) for span in sentences(text)] == [
        "Ida Marsh, R-S. C., said so.",
        "Nils Ross, D-W. Va., denied it.",
    ]
