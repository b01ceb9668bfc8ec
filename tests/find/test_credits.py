"""Credits as agencies' clients print them, in several languages; invented stories."""

from __future__ import annotations

import pytest

from onrecord.data import document
from onrecord.find.credits import credited

STORY = "Die Fähre blieb am Montag im Hafen. " * 40


def agency(text: str, **more: str) -> str | None:
    found = credited(document(text, **more))
    if found and found.span:
        assert found.span.cut(text) == found.words
    return found and found.agency


@pytest.mark.parametrize(
    ("head", "named"),
    [
        ("PORT SORREL, May 19 (AP) — ", "Associated Press"),
        ("Reuters — ", "Reuters"),
        ("Port Sorrel Reuters — ", "Reuters"),
        ("The Associated Press\n\nPORT SORREL — ", "Associated Press"),
        ("Ann Marsh, Associated Press\n\n", "Associated Press"),
        ("AP Entertainment\n\n", "Associated Press"),
        ("Port Sorrel (dpa) - ", "dpa"),
        ("Port Sorrel (dpa/epd) - ", "dpa"),
        ("МОСКВА, 19 мая. /ТАСС/. ", "TASS"),
        ("Порт-Соррел (Рейтер) — ", "Reuters"),
        ("新华社北京5月19日电 ", "Xinhua"),
        ("【AFP＝時事】", "AFP"),
        ("［ポートソレル　１９日　ロイター］ - ".replace("［", "[").replace("］", "]"), "Reuters"),
        ("بورت سوريل (رويترز) - ", "Reuters"),
        ("ANKARA (AA) - ", "Anadolu"),
    ],
)
def test_a_dateline_credits(head: str, named: str):
    assert agency(head + STORY) == named


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("Contributing: The Associated Press", "Associated Press"),
        ("Contributing: Ann Marsh, Veldania Today; The Associated Press.", "Associated Press"),
        ("CONTRIBUTING Ann Marsh and Reuters", "Reuters"),
        ("The Associated Press contributed to this report.", "Associated Press"),
        ("AP Sports Writer Ann Marsh in Port Sorrel contributed to this report.", "Associated Press"),
        ("This report includes information from the Associated Press.", "Associated Press"),
        ("More AP sailing: https://wire.example/sailing", "Associated Press"),
        ("(With inputs from PTI)", "PTI"),
        ("Mit Material von dpa", "dpa"),
        ("(Mit Informationen der dpa)", "dpa"),
        ("Quelle: dpa", "dpa"),
        ("avec AFP", "AFP"),
        ("(avec l’AFP)", "AFP"),
        ("Source : AFP", "AFP"),
        ("Con información de EFE", "EFE"),
        ("Com informações da Lusa", "Lusa"),
        ("Fonte: ANSA", "ANSA"),
        ("Bron: ANP", "ANP"),
        ("По материалам ТАСС", "TASS"),
        ("Источник: Интерфакс", "Interfax"),
        ("المصدر: رويترز", "Reuters"),
        ("来源：新华社", "Xinhua"),
        ("출처: 연합뉴스", "Yonhap"),
        ("With agency inputs", "an agency not named"),
        ("(with inputs from agencies)", "an agency not named"),
        ("Mit Agenturmaterial", "an agency not named"),
        ("© 2025 AFP", "AFP"),
    ],
)
def test_a_line_at_the_end_credits(line: str, named: str):
    assert agency(f"{STORY}\n\n{line}") == named


@pytest.mark.parametrize(
    ("byline", "named"),
    [
        ("Story Reuters", "Reuters"),
        ("Ann Marsh Reuters", "Reuters"),
        ("Ann Marsh, AP", "Associated Press"),
        ("Ann Pa", None),
        ("REUTERS", "Reuters"),
    ],
)
def test_a_byline_credits(byline: str, named: str | None):
    assert agency(STORY, byline=byline) == named


@pytest.mark.parametrize(
    ("publisher", "named"),
    [
        ("The Associated Press", "Associated Press"),
        ("reuters.com", "Reuters"),
        ("ansa.it", "ANSA"),
        ("tribune.com", None),
    ],
)
def test_an_agency_publishes_itself(publisher: str, named: str | None):
    assert agency(STORY, publisher=publisher) == named


@pytest.mark.parametrize(
    "text",
    [
        "Reuters reported that the ferry sank. " + STORY,
        "Sources told Reuters — and nobody else — that the ferry sank. " + STORY,
        STORY + "\nReuters reported that an old colleague had outed him.",
        STORY + "\nHe told the Associated Press.",
        STORY + "\nFollow the news from Pa. and the AP exam.",
        "The AP exam (AP) is hard. " + STORY,
        STORY + "\nPhoto by Ann Marsh",
        "Ani went home\n" + STORY,
        "जानी घर गई।\n" + STORY,
    ],
)
def test_a_mention_does_not(text: str):
    assert agency(text) is None


@pytest.mark.parametrize("text", ["(AP" * 3_000, "AP, " * 3_000, "A B " * 3_000, "Contributing: " * 900, "/" * 9_000])
def test_hostile_text_ends_soon(text: str):
    agency(text)
    agency("x", byline=text, publisher=text)
