"""Bytes to pages: nothing lost, nothing guessed, every offset right."""

import gzip
import json
import lzma
from datetime import UTC, date, datetime

import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.data import DateKind
from onrecord.errors import InputEmpty, InputError, InputMalformed, InputMissing
from onrecord.read import read_bytes, read_file, read_paths, read_record, read_records, read_text
from onrecord.read.dating import moment_of

ARTICLE = """<html lang="en-GB"><head><title>Quay opens - The Post</title>
<meta property="og:site_name" content="The Post"><meta property="article:published_time" content="2025-05-19T16:30:00+02:00">
<meta property="article:modified_time" content="2025-05-20"><meta name="author" content="Olle Brandt"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Quay opens</h1>
<p>The <b>new</b>quay opened<br>on Monday.</p><p hidden>not seen</p><script>var x = "no";</script>
<ul><li>Stone &amp; sea</li><li><a href="/x">Linked</a></li></ul></article></body></html>"""


def block_texts(page):
    return [block.span.cut(page.document.text) for block in page.raw_blocks]


def test_a_text_keeps_its_characters():
    page = read_bytes("Headline here\r\n\r\nA paragraph. é\n".encode())
    assert page.document.text == "Headline here\n\nA paragraph. é\n"
    assert block_texts(page) == ["Headline here", "A paragraph. é"]
    assert page.document.title == "Headline here"
    assert page.document.published_at is None
    assert page.document.date_kind is DateKind.UNKNOWN


def test_a_page_is_read_as_it_is_seen():
    page = read_text(ARTICLE)
    assert block_texts(page) == ["Home", "Quay opens", "The newquay opened\non Monday.", "Stone & sea", "Linked"]
    assert page.raw_blocks[2].element == "html/body/article[1]/p[1]"
    assert [block.link_share for block in page.raw_blocks] == [1.0, 0.0, 0.0, 0.0, 1.0]


def test_what_a_page_says_of_itself_is_kept_apart():
    about = read_text(ARTICLE).document
    assert (about.title, about.byline, about.publisher, about.language) == (
        "Quay opens",
        "Olle Brandt",
        "The Post",
        "en",
    )
    assert about.published_at == datetime(2025, 5, 19, 14, 30, tzinfo=UTC)
    assert about.modified_at == date(2025, 5, 20)
    assert about.date_kind is DateKind.STATED


def test_a_date_in_the_address_is_known_as_such():
    about = read_text(
        "<html><body><p>Words here.</p></body></html>", url="https://post.example/2025/05/19/quay"
    ).document
    assert (about.published_at, about.date_kind) == (date(2025, 5, 19), DateKind.ADDRESS)


STORY = "The council approved the bridge on Tuesday.\n\nIt will cost 41 million crowns, the treasurer said."


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Bridge approved\n\nPublished 2025-05-19\n\n", date(2025, 5, 19)),
        (
            "Bridge approved\nBy Olle Brandt\nPublished: 19 May 2025, 10:14 a.m.\nUpdated 21 May 2025\n",
            date(2025, 5, 19),
        ),
        ("Bridge approved\n\nUpdated 10:14 AM EDT, Mon May 19, 2025\n\n", date(2025, 5, 19)),
        ("Brücke genehmigt\nVeröffentlicht am 19. Mai 2025\n", date(2025, 5, 19)),
        ("Bridge approved\n\nMonday, May 19, 2025\n\n", date(2025, 5, 19)),
        ("The Post · Monday, 19 May 2025 · Page 4\nBridge approved\n", date(2025, 5, 19)),
        ("Bridge approved\nBy Olle Brandt | May 19, 2025 | 3 min read\n", date(2025, 5, 19)),
        ("2025-05-19T08:00:00+02:00\nBridge approved\n\n", datetime(2025, 5, 19, 6, tzinfo=UTC)),
        ("Bridge approved\n2025-05-19T08:00:00Z\n\n", datetime(2025, 5, 19, 8, tzinfo=UTC)),
        ("May 19, 2025 - Bridge approved\n\n", date(2025, 5, 19)),
        ("Bridge approved\nBy Olle Brandt, 19 May 2025\n\n", date(2025, 5, 19)),
        ("Bridge approved\nBy Olle Brandt and A. B. Lund - May 19, 2025\n\n", date(2025, 5, 19)),
        ("Bridge approved\n\n", None),
        ("By Monday, 19 May 2025\n\n", None),
        ("Bridge approved\nBy Monday, 19 May 2025\n\n", None),
        ("Bridge approved\nBy the river, 19 May 2025\n\n", None),
        ("Bridge approved\nBy Olle Brandt, born 19 May 1975\n\n", None),
        ("Bridge approved in a paper, published 19 May 2025\n\n", None),
        ("May 19, 1925 - Bridge opened\n\nIt was mended in 1984.\n\n", None),  # history
        ("May 19, 2025 - June 3, 2025: Days of the bridge\n\n", None),
        ("May 19, 2025 - Bridge approved\n\nIt was.\n\nMay 20, 2025 - Bridge begun\n\n", None),
        ("May 19, 2025 - The bridge was approved on that day.\n\n", None),
        ("May 19, 2025\n\n", None),  # a title
        ("Chronicle\n\nMay 19, 2025\n\nThe council met.\n\nMay 20, 2025\n\n", None),
        ("Bridge approved\n\nPublished 4/5/2025\n\n", None),
        ("Bridge approved\n\nPublished 19 May 2025\nPublished 3 June 2025\n", None),
        ("Bridge approved\n\nThe plans of May 19, 2025\n\n", None),
        ("Bridge approved\n\nPublished by the council for May 19, 2025 and after, the plans have 40 pages.\n", None),
    ],
)
def test_a_plain_text_is_dated_by_its_head(head, day):
    about = read_text(head + STORY).document
    assert about.published_at == day
    assert about.date_kind is (DateKind.STATED if day else DateKind.UNKNOWN)


def test_a_plain_text_that_was_changed_says_when():
    """What was changed later is no evidence as of the day of its publication."""
    head = "Bridge approved\nPublished: 19 May 2025\nUpdated 21 May 2025\n"
    about = read_text(head + STORY).document
    assert (about.published_at, about.modified_at) == (date(2025, 5, 19), date(2025, 5, 21))
    for head in ("Updated 21 May 2025, first published 19 May 2025", "19 May 2025 (last updated 21 May 2025, 9:30)"):
        about = read_text(f"Bridge approved\n{head}\n" + STORY).document
        assert (about.published_at, about.modified_at) == (date(2025, 5, 19), date(2025, 5, 21))
    about = read_text("Bridge approved\nUpdated 21 May 2025\n" + STORY).document
    assert (about.published_at, about.modified_at) == (date(2025, 5, 21), None)


@pytest.mark.parametrize(
    ("line", "published", "modified"),
    [
        ("By A. B. | 19 May 2025 | Last updated 21 May 2025", date(2025, 5, 19), date(2025, 5, 21)),
        ("By Olle Brandt, 19 May 2025", date(2025, 5, 19), None),
        ("Published 19 May 2025", date(2025, 5, 19), None),
        ("The plans of 19 May 2025", None, None),
        ("19 May 2025 | Council hall", None, None),  # what is on that day?
        ("By Olle Brandt, with agencies<br>Published 19 May 2025", date(2025, 5, 19), None),
        ("Publié le 19 mai 2025 à 08h12, mis à jour à 10h30", date(2025, 5, 19), None),
        ("Publié le 19 mai 2025 à 08h12, modifié le 21 mai 2025 à 10h30", date(2025, 5, 19), date(2025, 5, 21)),
        ("2025年05月19日 08:12 来源：海岸日报 作者：李海", date(2025, 5, 19), None),
        ("2025年05月19日 海岸大会堂", None, None),
    ],
)
def test_a_page_that_states_no_date_to_programs_is_dated_below_its_heading(line, published, modified):
    head = "<nav><p>By Ida Holm, 3 June 2025</p></nav><h1>Bridge approved</h1>"
    rest = "<p>It will cost 41 million crowns.</p>" * 9 + "<p>By Ida Holm, 4 June 2025</p>"
    about = read_text(f"<html><body>{head}<p>{line}</p>{rest}</body></html>").document
    assert (about.published_at, about.modified_at) == (published, modified)
    assert about.date_kind is (DateKind.STATED if published else DateKind.UNKNOWN)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Обновлено: 3 ноября 2025, 09:12", date(2025, 11, 3)),
        ("Опубликовано: 3 ноября 2025, 09:12", date(2025, 11, 3)),
        ("פורסם: 18 ביוני 2024, 14:02", date(2024, 6, 18)),
        ("प्रकाशित: 3 नवंबर 2025, 09:12 IST", date(2025, 11, 3)),
        ("입력 2025.11.03 09:12 수정 2025.11.04 11:40", date(2025, 11, 3)),
        ("Giriş: 03 Kasım 2025 - 09:12 | Güncelleme: 04 Kasım 2025 - 11:40", date(2025, 11, 3)),
        ("03 Novembre 2025 alle 09:12", date(2025, 11, 3)),
        ("Vandaag, 3 november 2025, 09:12", date(2025, 11, 3)),
        ("Dec 2, 2025 · 4 min read", date(2025, 12, 2)),
        ("14 Sep 2025 | 06:13 UTC", date(2025, 9, 14)),
        ("14 Sep 2025 | 19:30", None),  # what begins then?
        ("14 Sep 2025, 19:30 | Council hall", None),
        ("The quay closes on 14 Sep 2025 at 06:13", None),
        ("Since 14 Sep 2025", None),
    ],
)
def test_a_page_is_dated_below_its_heading_in_many_forms(line: str, day: date | None):
    html = f"<html><body><h1>Bridge approved</h1><p>{line}</p><p>{STORY}</p></body></html>"
    assert read_text(html).document.published_at == day


def test_a_slashed_day_is_read_as_the_language_of_the_page_writes_it():
    line = "<p>Por Iara Quintela</p><p>03/11/2025 09h12 · Atualizado há 2 horas</p>"
    for language, day in (("pt-BR", date(2025, 11, 3)), ("en-US", None)):
        page = f"<html lang='{language}'><body><h1>Ponte fechada</h1>{line}<p>{STORY}</p></body></html>"
        assert read_text(page).document.published_at == day


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Joss Abernethy, Climate reporter", "Joss Abernethy"),
        ("By Edda Marlowe and Tobin Achterberg in Wexmoor", "Edda Marlowe, Tobin Achterberg"),
        ("9th September 2025 | By Kerry Bloom | @kerrybloom | Local reporter", "Kerry Bloom"),
        ("Von Marlies Kuhfeldt und Jan-Ole Brink, Elsterwald", "Marlies Kuhfeldt, Jan-Ole Brink"),
        ("Door onze verslaggever Floor Haringsma", "Floor Haringsma"),
        ("Interview: Piers Hathaway | 30 May 2025", "Piers Hathaway"),
        ("3 ноября 2025, 09:12 Автор: Вера Лосицкая", "Вера Лосицкая"),
        ("लेखक: अनिता कुशवाहा", "अनिता कुशवाहा"),
        ("โดย สุภาวดี รุ่งเรืองชัย | 3 พฤศจิกายน 2568", "สุภาวดี รุ่งเรืองชัย"),
        ("文／佐久間 葉子", "佐久間 葉子"),
        ("2025年11月03日 来源：海岸日报 作者：林若溪 责任编辑：陈放", "林若溪"),
        ("서지윤 기자 입력 2025.11.03 09:12", "서지윤"),
        ("By New Year the quay closes", None),
        ("By the time of the vote", None),
        ("By order of the Court", None),
        ("By The Harbour Board decided to close it", None),
    ],
)
def test_a_byline_below_the_heading_may_say_more_than_names(line: str, names: str | None):
    html = f"<html><body><h1>Bridge approved</h1><div>{line}</div><p>{STORY}</p></body></html>"
    assert read_text(html).document.byline == names


def test_the_account_that_wrote_a_page_into_its_system_is_no_author():
    shown = "<span class='author vcard'><a href='/author/dpetrakis'>Dora Petrakis</a></span>"
    for name, author in (("ovi_admin", "Dora Petrakis"), ("Ada Lorenz", "Ada Lorenz")):
        head = f"<head><meta name='author' content='{name}'></head>"
        html = f"<html>{head}<body><h1>Bridge approved</h1>{shown}<p>{STORY}</p></body></html>"
        assert read_text(html).document.byline == author


@pytest.mark.parametrize(
    ("byline", "name"),
    [
        ("<div class='author'>كتبت: هدى اللورن</div>", "هدى اللورن"),
        ("<span class='author'>מאת הדה לורן</span>", "הדה לורן"),
        ("<p class='auteur'>Par Hedda Lorn, avec AFP<br>Publié le 19 mai 2025</p>", "Hedda Lorn"),
        ("<p class='author'>Haber: Hedda Lorn</p>", "Hedda Lorn"),
    ],
)
def test_a_byline_is_read_in_other_languages(byline: str, name: str):
    about = read_text(
        f"<html><body><h1>Bridge approved</h1>{byline}<p>It will cost 41 million crowns.</p></body></html>"
    ).document
    assert about.byline == name


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (["By Olle Brandt"], "Olle Brandt"),
        (["A summary of what follows", "By Olle Brandt and Ida Holm", "19 May 2025"], "Olle Brandt, Ida Holm"),
        (["Von Olle Brandt"], "Olle Brandt"),
        (["By the river", "By far the longest"], None),
        (["By Olle Brandt's count the bridge has stood for 112 years."], None),
        (["It will cost 41 million crowns, more than any bridge before it. " * 4, "By Olle Brandt"], None),
    ],
)
def test_a_byline_of_its_own_below_the_heading_names_the_authors(lines: list[str], names: str | None):
    body = "".join(f"<p>{line}</p>" for line in lines)
    html = f"<html><body><h1>Bridge approved</h1>{body}<p>It will cost 41 million crowns.</p></body></html>"
    assert read_text(html).document.byline == names
    assert read_text("\n\n".join(("Bridge approved", *lines, STORY))).document.byline == names


@pytest.mark.parametrize(
    "head",
    [
        "FOR IMMEDIATE RELEASE\n\n",
        "PRESS RELEASE\n\nOstwick, 4 June 2025\n\n",
        "Pressemitteilung\n4. Juni 2025\n\n",
        "Embargoed until 4 June 2025, 6 a.m.\n\n",
    ],
)
def test_what_stands_over_the_title_of_a_release_is_none(head: str):
    assert read_text(f"{head}Bridge approved\n\n{STORY}").document.title == "Bridge approved"


def test_the_running_head_of_a_paper_is_no_title():
    assert (
        read_text(f"The Post · Monday, 19 May 2025 · Page 4\n\nBridge approved\n\n{STORY}").document.title
        == "Bridge approved"
    )


MATTER = """---
title: "Bridge approved"
date: 2025-05-19
lastmod: 2025-05-21T10:00:00Z
author: [Olle Brandt, 'Ida Holm']
url: https://post.example/bridge   # where it stands
tags:
  - council
---
"""


def test_front_matter_is_what_a_text_says_of_itself():
    page = read_text(f"{MATTER}\n# The bridge, at last\n\n{STORY}")
    about = page.document
    assert (about.title, about.byline, about.url) == (
        "Bridge approved",
        "Olle Brandt, Ida Holm",
        "https://post.example/bridge",
    )
    assert (about.published_at, about.date_kind) == (date(2025, 5, 19), DateKind.STATED)
    assert about.modified_at == datetime(2025, 5, 21, 10, tzinfo=UTC)
    assert about.publisher == "post.example"
    assert about.text == f"# The bridge, at last\n\n{STORY}"
    assert block_texts(page)[0] == "# The bridge, at last"


def test_what_is_given_goes_before_front_matter_and_the_text_says_what_that_does_not():
    about = read_text(MATTER + STORY, url="https://lind.example/a", published=date(2025, 5, 20)).document
    assert (about.url, about.published_at, about.date_kind) == (
        "https://lind.example/a",
        date(2025, 5, 20),
        DateKind.GIVEN,
    )
    about = read_text(
        f"---\nauthor:\n- Olle Brandt\n---\n# Bridge approved\n\nPublished 19 May 2025\n\n{STORY}"
    ).document
    assert (about.title, about.byline, about.published_at) == ("Bridge approved", "Olle Brandt", date(2025, 5, 19))


@pytest.mark.parametrize(
    "text",
    [
        f"---\nORVELD: the bridge was approved\n---\n{STORY}",
        f"---\nThe bridge was approved.\ntitle: none\n---\n{STORY}",
        f"---\ntitle: Bridge approved\n\n{STORY}",
        f"{STORY}\n---\ntitle: Bridge approved\n---\n",
        "---\ntitle: Bridge approved\n---\n",
    ],
)
def test_what_only_stands_between_rules_is_text(text):
    assert read_text(text).document.text == text


def test_a_record_that_begins_as_front_matter_does_keeps_its_characters():
    assert read_record({"text": MATTER + STORY}).document.text == MATTER + STORY


def test_days_below_the_head_date_no_text():
    text = f"Bridge approved\n\n{STORY * 12}\n" + "Words.\n" * 12 + "Published 19 May 2025"
    assert read_text(text).document.published_at is None


def test_a_plain_text_is_dated_by_its_address():
    about = read_text(STORY, url="https://post.example/2025/05/19/quay").document
    assert (about.published_at, about.date_kind) == (date(2025, 5, 19), DateKind.ADDRESS)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Fri, 30 Feb 2024 10:00:00 GMT", None),
        ("31 June 2023, 10:00", None),
        ("Winter 2024, issue 12", None),
        ("Winter 2024, 1 comment", None),
        ("05/2024, page 12", None),
        ("Thu, 01 Jan 1970 00:00:00 GMT", None),
        ("Wed, 31 Dec 1969 19:00:00 -0500", None),
        ("1 January 2024", date(2024, 1, 1)),
        ("January 1st, 2024 at 5pm", date(2024, 1, 1)),
        ("01/01/2024", date(2024, 1, 1)),
        ("1er janvier 2024", date(2024, 1, 1)),
        ("3rd May, 2024", date(2024, 5, 3)),
    ],
)
def test_a_day_that_is_not_said_is_not_the_first_of_the_year(words, day):
    assert moment_of(words) == day


def test_a_given_date_goes_before_a_stated_one():
    about = read_text(ARTICLE, published=date(2025, 1, 2)).document
    assert (about.published_at, about.date_kind) == (date(2025, 1, 2), DateKind.GIVEN)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_encodings_with_a_mark_or_utf_8(encoding):
    assert "Grüße aus Köln, שלום" in read_bytes("Grüße aus Köln, שלום".encode(encoding)).document.text


@pytest.mark.parametrize("encoding", ["windows-1252", "iso-8859-1", "windows-1251", "shift_jis"])
def test_a_stated_encoding_is_used(encoding):
    words = {"windows-1251": "Новости дня", "shift_jis": "ニュース"}.get(encoding, "Grüße")
    html = f'<html><head><meta charset="{encoding}"></head><body><p>{words}</p></body></html>'
    assert words in read_bytes(html.encode(encoding)).document.text


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("cp1252", "Märta Södergård won the by-election in Ostwick on Sunday. “I am proud,” she said."),
        ("cp1252", "José Peña, 54, resigned on Monday. Peña had led the Merrow council since 2019."),
        ("cp1252", "The Åland ferry sank"),
        ("cp1252", "Ångström prize goes to Nordferry team"),
        ("cp1252", "Søren Ågård, Zoë Brontë, Þór Jónsson and the mayor of Besançon, a naïve man, met in Málaga."),
        (
            "cp1252",
            "Il sindaco ha detto che la città non è più in grado di pagare. Perché? Così è stato deciso venerdì.",
        ),
        (
            "cp1252",
            "O prefeito de São João disse que a ponte não será aberta até março. A construção custou três milhões.",
        ),
        (
            "cp1252",
            "Göteborg får ny bro\n\nKommunen säger att bron öppnas på måndag. ”Vi är nöjda”, säger Åsa Lindqvist.",
        ),
        ("cp1252", "Bæjarstjórinn sagði að brúin yrði opnuð á þriðjudag. Það er gott fyrir bæinn."),
        ("cp1252", "The fare rose to £7 on Monday, and 3½ tons were weighed at 41°C."),
        ("cp1250", "Burmistrz powiedział, że most zostanie zamknięty na trzy lata, mówi Łukasz Żak."),
        ("cp1250", "Starosta řekl, že most bude uzavřen tři roky. Příčinou je špatný stav pilířů, uvedl Jiří Dvořák."),
        ("cp1250", "A polgármester azt mondta, hogy a híd három évig zárva lesz. Ez nem jó hír – mondta Győző Szűcs."),
        (
            "cp1250",
            "Gradonačelnik je rekao da će most biti zatvoren tri godine. Razlog je loše stanje, kazala je Željka Đurić.",
        ),
        ("cp1250", "Jiří Dvořák was elected mayor of Brno on Sunday."),
        (
            "cp1254",
            "Belediye başkanı köprünün üç yıl kapalı kalacağını söyledi. Bu çok kötü bir haber, dedi Ayşe Yılmaz.",
        ),
        ("cp1257", "Mērs sacīja, ka tilts būs slēgts trīs gadus. Iemesls ir sliktais stāvoklis, teica Jānis Bērziņš."),
        ("cp1251", "Мэр сказал, что мост будет закрыт на три года."),
        ("gb18030", "市长星期一表示，这座桥将关闭三年。原因是状况不佳。"),
    ],
)
def test_an_encoding_that_nobody_states_is_told_by_the_words(encoding, words):
    """The western one is read where the letters are not those of another language."""
    assert read_bytes(words.encode(encoding)).document.text == words


@pytest.mark.parametrize(
    ("data", "error", "says"),
    [
        (b"", InputEmpty, "empty"),
        (b" \n\t ", InputEmpty, "empty"),
        (b"%PDF-1.7 ...", InputMalformed, "a PDF"),
        (b"\x89PNG\r\n", InputMalformed, "PNG"),
        (b"text with \x00 in it", InputMalformed, "null bytes"),
        (b"<html><body><script>1</script></body></html>", InputMalformed, "no text"),
    ],
)
def test_what_cannot_be_read_is_refused_clearly(data, error, says):
    with pytest.raises(error, match=says) as caught:
        read_bytes(data, name="page")
    assert caught.value.fix


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(InputMissing, match=r"nowhere\.txt"):
        read_file(tmp_path / "nowhere.txt")


RECORD = {
    "id": "a1",
    "url": "https://www.post.example/a",
    "title": "Quay opens",
    "text": "The quay opened.\n\nShips came.",
    "published": "2025-05-19",
    "authors": ["A. One", "B. Two"],
    "other": 1,
}


@pytest.mark.parametrize(
    ("suffix", "pack"),
    [
        ("jsonl", bytes),
        ("jsonl.gz", gzip.compress),
        ("jsonl.xz", lzma.compress),
        ("jsonl.zst", lambda data: zstandard.ZstdCompressor().compress(data)),
    ],
)
def test_records_plain_and_packed(tmp_path, suffix, pack):
    path = tmp_path / f"wire.{suffix}"
    path.write_bytes(pack((json.dumps(RECORD) + "\n\n" + json.dumps({"text": "Bare."}) + "\n").encode()))
    first, second = read_paths([path])
    about = first.document
    assert (about.source_id, about.byline, about.publisher) == ("a1", "A. One, B. Two", "post.example")
    assert about.published_at == date(2025, 5, 19)
    assert (second.document.text, second.document.published_at) == ("Bare.", None)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (b"{not json", "no JSON"),
        (b"[1]", "no JSON object"),
        (b'{"title": "x"}', "has no text"),
        (b'{"text": "x", "published": "19 May"}', "“published” is no date"),
        (b"\xff\xfe", "no JSON"),
    ],
)
def test_a_bad_line_is_named(line, says):
    with pytest.raises(InputMalformed, match=rf"wire, line 2.*{says}|{says}"):
        list(read_records(iter([json.dumps(RECORD).encode(), line]), name="wire"))


def test_folders_are_read_files_first_in_order_of_name(tmp_path):
    (tmp_path / "b.txt").write_text("Second page here.")
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.html").write_text("<p>First page here.</p>")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / "settings.json").write_text("{}")
    assert [page.document.text for page in read_paths([tmp_path])] == ["Second page here.", "First page here."]


def test_depth_does_not_hide_text():
    for depth in (1000, 5000):
        page = read_text("<html><body>" + "<div>" * depth + "deep words here" + "</div>" * depth)
        assert "deep words here" in page.document.text


@given(st.text(alphabet=st.sampled_from('<>/="&; abpdiv\n\u05d0\u200b'), min_size=1, max_size=200).map("<p>".__add__))
@settings(max_examples=150, deadline=None)
def test_no_soup_breaks_the_reader(soup):
    try:
        page = read_text(soup)
    except InputError:
        return
    texts = block_texts(page)
    assert all(words.strip() == words and words for words in texts)


@given(st.text(min_size=1).filter(str.strip))
@settings(max_examples=150, deadline=None)
def test_every_word_of_a_text_is_in_a_block(text):
    page = read_text("Words " + text)
    assert "".join("".join(block_texts(page)).split()) == "".join(page.document.text.split())


def test_a_record_may_name_its_times_as_a_document_does():
    times = {"published_at": "2025-09-02", "modified_at": "2025-09-03", "captured_at": "2025-09-04T06:00:00Z"}
    found = read_record({"text": "The quay at Northgate was closed on Monday.", **times}).document
    assert found.published_at == date(2025, 9, 2)
    assert found.modified_at == date(2025, 9, 3)
    assert found.captured_at == datetime(2025, 9, 4, 6, tzinfo=UTC)


def test_a_page_in_utf_8_with_a_few_bytes_of_another_encoding_is_utf_8():
    head = b'<html><head><meta charset="utf-8"></head><body><h1>Caf\xc3\xa9 on the quay</h1>'
    words = "<p>Größe der Straße über München, schön.</p>".encode()
    page = read_bytes(head + words + b"<p>It is a na\xefve plan \x96 said the board.</p></body></html>")
    assert page.document.title == "Café on the quay"
    assert "Größe der Straße über München" in page.document.text


@pytest.mark.parametrize(
    "asked", ["You need to enable JavaScript to run this app.", "<p>Bitte aktivieren Sie JavaScript.</p>"]
)
def test_a_page_that_only_asks_for_scripts_has_no_text(asked: str):
    page = f"<html><head><title>Quay closed</title></head><body><div id='root'></div><noscript>{asked}</noscript></body></html>"
    with pytest.raises(InputMalformed, match="has no text"):
        read_text(page)


def test_places_where_a_word_may_be_broken_are_no_characters():
    page = read_text(
        "<h1>Nord&shy;kai</h1><p>Der Nord&shy;kai ist <a href='/l'>für Last&shy;wagen</a> ge&shy;sperrt.</p>"
    )
    assert page.document.title == "Nordkai"
    assert page.document.text == "Nordkai\n\nDer Nordkai ist für Lastwagen gesperrt."
    assert [link.span.cut(page.document.text) for link in page.links] == ["für Lastwagen"]


@pytest.mark.parametrize("element", ["article", "main", "section"])
def test_a_page_may_leave_out_its_body_tag(element: str):
    page = read_bytes(f"<!doctype html><title>Quay opens</title><{element}><p>Ships can turn.</p></{element}>".encode())
    assert (page.document.title, page.document.text) == ("Quay opens", "Ships can turn.")
