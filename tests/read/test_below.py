"""What stands below a heading where programs are told nothing: days of other calendars, names and what they are."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.read import read_text
from onrecord.read.dating import moment_of

STORY = "<p>The quay opened on Monday after ten years of work, and the first ship came at noon.</p>"


def about(lines: str, language: str = "en", head: str = ""):
    page = f"<html lang='{language}'><head>{head}</head><body><h1>Bridge approved</h1>{lines}{STORY}</body></html>"
    return read_text(page).document


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("14 มีนาคม 2567", date(2024, 3, 14)),
        ("14 มี.ค. 2567", date(2024, 3, 14)),
        ("14 มี.ค. 67", date(2024, 3, 14)),
        ("29 กุมภาพันธ์ พ.ศ. 2567", date(2024, 2, 29)),
        ("วันพุธที่ 3 กันยายน 2568 07:45 น.", date(2025, 9, 3)),
        ("2567-03-14", date(2024, 3, 14)),
        ("14 มีนาคม 2024", date(2024, 3, 14)),
        ("2024-03-14T10:25:55", date(2024, 3, 14)),
        ("14 March 2024, 2,560 words", date(2024, 3, 14)),
    ],
)
def test_a_year_of_the_buddhist_era_is_one_of_ours(words: str, day: date):
    assert moment_of(words) == day


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("<p>เผยแพร่: 3 ก.ย. 2568 07:45</p>", date(2025, 9, 3)),
        ("<span class='date'>3 กันยายน 2568</span>", date(2025, 9, 3)),
        ("<p>ราคา 2568 บาท</p>", None),  # a price
    ],
)
def test_a_thai_page_is_dated(line: str, day: date | None):
    assert about(line, "th").published_at == day


def test_a_day_right_before_that_of_a_change_is_the_one_of_publication():
    dated = about("<p>Selin Arda | 05.04.2025 - Güncelleme : 07.04.2025</p>", "tr")
    assert (dated.published_at, dated.modified_at) == (date(2025, 4, 5), date(2025, 4, 7))
    summary = (
        "<p>" + "The bridge will cost 41 million crowns and be open in four years, the council said. " * 3 + "</p>"
    )
    assert about(f"{summary}<p>05.04.2025 - Güncelleme : 07.04.2025</p>", "tr").published_at == date(2025, 4, 5)


def test_the_plans_of_a_day_are_no_day_of_publication():
    assert about("<p>The plans of 5 April 2025, updated 7 April 2025</p>").published_at == date(2025, 4, 7)


def test_the_day_of_a_teaser_is_none_of_the_page():
    teaser = "<div class='teaser-box'><span class='teaser__date'>03.06.2024</span></div>"
    assert about(f"<p>Stand: 04.06.2024 15:27 Uhr</p>{teaser}", "de").published_at == date(2024, 6, 4)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Ida Perrin, Staff writer", "Ida Perrin"),
        ("Ida Perrin and Lars Undin, Harbour reporters", "Ida Perrin, Lars Undin"),
        ("Ida Perrin – Korrespondentin in Ostwick", "Ida Perrin"),
        ("Ida Perrin, chief of police", None),
        ("Ida Perrin, a reporter, was fined", None),
        ("New Quay, Old Harbour", None),
    ],
)
def test_a_name_and_what_they_are_at_a_paper_is_a_byline(line: str, names: str | None):
    assert about(f"<div>{line}</div>").byline == names


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("本报讯（记者 林若溪）古桥修复工程昨日完工。", "林若溪"),
        ("海岸晚报讯 (记者 林若溪 实习生 王小明) 古桥修复工程昨日完工。", "林若溪"),
        ("他对在场的人说（记者提问时）古桥已经完工。", None),
        ("古桥修复工程昨日完工，据说有一位市民（记者 林若溪）参加。", None),
    ],
)
def test_a_report_begins_with_its_reporter(line: str, name: str | None):
    assert about(f"<p>{line}</p>", "zh").byline == name


def test_a_name_with_marks_of_vowels_is_one():
    assert about("<span class='post-author'>โดย ปรียา วงษ์ทอง</span>", "th").byline == "ปรียา วงษ์ทอง"


@pytest.mark.parametrize(
    ("stated", "names"), [("LTH", "Max Kolder"), ("Ada Lorenz", "Ada Lorenz"), ("lth.example", "Max Kolder")]
)
def test_the_name_of_a_host_is_no_author_where_somebody_is_named(stated: str, names: str):
    head = f"<meta name='author' content='{stated}'><link rel='canonical' href='https://www.lth.example/a'>"
    assert about("<p>von <a href='/autoren/kolder'>Max Kolder</a></p>", "de", head).byline == names
    if stated != "Ada Lorenz":
        assert about("", "de", head).byline == stated


def test_the_patterns_take_time_in_proportion_to_hostile_lines():
    for words in ("Ab " * 50_000, "（记者" * 30_000, "1 ม.ค. " * 20_000, "a, " * 50_000, "25" * 50_000):
        moment_of(words)
        about(f"<p>{words}</p>")


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<p><time>14:02</time>Fuel is brought by boat</p>", "14:02 Fuel is brought by boat"),
        ("<li><span class='entry-time'>14:02</span>Fuel is brought by boat</li>", "14:02 Fuel is brought by boat"),
        ("<p><b>14:02</b>Fuel is brought by boat</p>", "14:02 Fuel is brought by boat"),
        ("<p><span class='kicker'>Harbour</span>Fuel is brought by boat</p>", "Harbour Fuel is brought by boat"),
        ("<p><span class='dropcap'>F</span>uel is brought by boat</p>", "Fuel is brought by boat"),
        ("<p>The <time>2024</time>er is a good wine</p>", "The 2024er is a good wine"),
        ("<p><span class='name'>Mc</span>Donald is brought by boat</p>", "McDonald is brought by boat"),
        ("<p>At <i>14:02</i>, fuel is brought by boat</p>", "At 14:02, fuel is brought by boat"),
    ],
)
def test_an_hour_or_a_kicker_stands_apart_from_the_words_behind_it(markup: str, words: str):
    assert words in about(markup).text.split("\n\n")
