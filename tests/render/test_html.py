"""The page for a browser: whole, reachable, harmless, and no request to anywhere."""

import base64
import hashlib
import re

import pytest
import veldania
from hypothesis import given
from lxml import etree
from lxml import html as lxml_html

import strategies
from onrecord.data import (
    Block,
    BlockKind,
    Brief,
    Memento,
    Report,
    Restoration,
    Series,
    Span,
    Stance,
    document,
)
from onrecord.render import html

ASIDE = {"notes", "n"}
"""Classes of what stands in the column and is not of the text."""


def parsed(page):
    return lxml_html.document_fromstring(page.encode("utf-8"), parser=lxml_html.HTMLParser(encoding="utf-8"))


def text_of(node):
    """Return the text a part of the page holds, what stands beside it left out and spelled-out characters put back."""
    classes = set((node.get("class") or "").split())
    if node.tag == "summary" or classes & ASIDE:
        return ""
    if "odd" in classes:
        return chr(int(node.get("data-code"), 16))
    return (node.text or "") + "".join(text_of(child) + (child.tail or "") for child in node)


def column_of(page):
    (column,) = parsed(page).xpath("//article[@class='column']")
    return column


def by_id(tree, name):
    (node,) = tree.xpath("//*[@id=$name]", name=name)
    return node


def test_the_column_is_the_text():
    column = column_of(html.report(veldania.REPORT))
    assert text_of(column) == veldania.TEXT


@strategies.unhurried
@given(strategies.reports())
def test_the_column_is_the_text_whatever_it_holds(report):
    assert text_of(column_of(html.report(report))) == report.restoration.document.text


def test_removed_passages_are_struck_and_named():
    column = column_of(html.report(veldania.REPORT))
    struck = [text_of(node).strip() for node in column.iter("del")]
    assert struck == [span.cut(veldania.TEXT).strip() for span in veldania.RESTORATION.removed]
    summaries = [node.text_content() for node in column.iter("summary")]
    assert summaries[1] == (
        "B Does not belong to this page: chatbot reply, 251 characters (it speaks to a reader who asked "
        "something; it says until when it knows; it denies what the page reports)."
    )
    assert summaries[2] == "C chatbot reply removed"
    notes = " ".join(node.text_content() for node in column.xpath(".//ul[@class='notes']/li"))
    assert "CDoes not belong to this page: chatbot reply, 176 charactersIt breaks a sentence" in notes


def test_every_statement_is_marked_and_leads_to_its_verdict_and_back():
    tree = parsed(html.report(veldania.REPORT))
    for number, verdict in enumerate(veldania.VERDICTS, start=1):
        (badge,) = tree.xpath("//sup[contains(@class, 'n')]/a[@href=$to]", to=f"#v{number}")
        assert badge.text_content() == f"Statement {number}: {html.words.label(verdict.label)}"
        card = by_id(tree, f"v{number}")
        assert verdict.label.words in card.find(".//h3").text_content()
        assert verdict.statement.text in card.text_content()
        assert card.xpath(".//a[@href=$to]", to=f"#s{number}")
        by_id(tree, f"s{number}")


def test_links_within_the_page_lead_somewhere():
    for page in (
        html.report(veldania.REPORT),
        html.restoration(veldania.RESTORATION),
        html.brief(veldania.BRIEF),
        html.changes(veldania.CHANGES),
        html.history(veldania.HISTORY),
    ):
        tree = parsed(page)
        named = tree.xpath("//@id")
        assert len(named) == len(set(named))
        assert {href[1:] for href in tree.xpath("//@href") if href.startswith("#")} <= set(named)


def test_evidence_says_what_it_says_who_published_it_when_and_where():
    tree = parsed(html.report(veldania.REPORT))
    figures = by_id(tree, "v7").findall(".//figure")
    assert [" ".join(figure.find("figcaption").text_content().split()) for figure in figures] == [
        "Says so · Veldania Today, 19 May 2025 · Divers close Orlo leak",
        "Says otherwise · Northgate Post, 21 May 2025 · Who closed the leak? "
        "Engineers of the army, not divers; Monday, not Sunday.",
    ]
    quoted = "Divers%20of%20the%20port%20authority%20closed%20the%20leak%20on%20Sunday%20evening"
    assert figures[0].find(".//a").get("data-url") == "https://today.example/2025/05/19/orlo"  # as it is printed
    assert figures[0].find(".//a").get("href") == f"https://today.example/2025/05/19/orlo#:~:text={quoted}"


def test_statements_of_removed_passages_say_so():
    card = by_id(parsed(html.report(veldania.REPORT)), "v5")
    assert "stands in B, a passage that does not belong to this page (chatbot reply)" in card.text_content()


def test_what_was_not_looked_for_is_not_said_to_be_missing():
    assert "archive holds" not in by_id(parsed(html.report(veldania.REPORT)), "v4").text_content()


def test_verdicts_are_counted_and_notices_and_the_run_are_printed():
    tree = parsed(html.report(veldania.REPORT))
    rows = [" ".join(row.text_content().split()) for row in tree.xpath("//tbody/tr")]
    assert rows[0] == "3Contradicted by the record a dated source says otherwise10 in removed passages 5 6"
    assert rows[1] == (
        "10 The board’s chief engineer, Ilya Marsh, said repairs would cost 3 million crowns."
        "5 As of my last update there is no confirmed report of an evacuation. in B"
        "6 The province is governed by Teodor Vask. in B"
    )
    shown = " ".join(tree.text_content().split())
    for words in ("3 documents of the archive have no date", "veldania-60", "all-MiniLM-L6-v2 int8 c0ffeec0ffee"):
        assert words in shown


def test_every_sentence_of_a_brief_leads_to_its_source():
    tree = parsed(html.brief(veldania.BRIEF))
    shown = " ".join(tree.xpath("string(//main)").split())
    for sentence in veldania.BRIEF.sentences:
        assert f"{sentence.text}Source {sentence.citations[0]}" in shown
    for citation in veldania.BRIEF.citations:
        assert citation.evidence.quote in by_id(tree, f"c{citation.number}").text_content()


# What a page may not do ------------------------------------------------------------------------

HOSTILE = (
    "</mark></article><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "{{ 7 * 7 }}{% raw %}",
    "\u202egnp.exe\u2066",
    "\x1b]0;title\x07\x00\x9b",
    "<!-- ]]>",
    "\udc80\u2028",
)


def hostile_report(words):
    """A report in which every string is hostile."""
    made = document(
        f"{words} a\n\n{words} b",
        title=words,
        byline=words,
        publisher=words,
        url=words,
        language=words,
        published_at=veldania.AS_OF,
    )
    cited = veldania.evidence(
        Memento(document=made, origin=words), words, Stance.SUPPORTS, veldania.reason("negated", words)
    )
    whole = Span(start=0, end=len(made.text))
    about = veldania.Statement(id=words, document_id=made.id, span=whole, text=words, kind=veldania.StatementKind.EVENT)
    page = Restoration(
        document=made, blocks=(Block(span=whole, kind=BlockKind.BODY, element=words),), kept=(whole,), removals=()
    )
    run = veldania.Run(version=words, as_of=veldania.AS_OF, archive_revision=words, settings=((words, words),))
    verdict = veldania.verdict(about, veldania.Label.SUPPORTED, cited, reasons=(veldania.reason("same_words", words),))
    return Report(restoration=page, verdicts=(verdict,), run=run, notices=(veldania.reason("negated", words),))


def only_ours(page):
    """Say what of a page could act, load or steer."""
    tree = parsed(page)
    tags = {node.tag for node in tree.iter(etree.Element)}
    handlers = [name for node in tree.iter(etree.Element) for name in node.attrib if name.startswith("on")]
    loads = tree.xpath("//@src | //@srcset | //link | //@style | //@action | //@background | //@ping")
    hrefs = [href for href in tree.xpath("//@href") if not re.match(r"#|https?://", href)]
    return {*(tags & {"script", "img", "iframe", "object", "embed", "form", "base"}), *handlers, *loads, *hrefs}


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_words(words):
    page = html.report(hostile_report(words))
    assert not only_ours(page)
    assert text_of(column_of(page)) == f"{words} a\n\n{words} b"
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", page)


@strategies.unhurried
@given(strategies.briefs())
def test_whatever_is_cited_is_words(brief: Brief):
    page = html.brief(brief)
    assert not only_ours(page)
    page.encode("utf-8")


@strategies.unhurried
@given(strategies.series())
def test_whatever_was_reported_is_words(series: Series):
    page = html.series(series)
    assert not only_ours(page)
    page.encode("utf-8")


def test_the_page_asks_nobody_for_anything():
    for page in (html.report(veldania.REPORT), html.brief(veldania.BRIEF)):
        (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode()
        (policy,) = parsed(page).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
        assert "url(" not in style
        assert "@import" not in style
        assert not only_ours(page)


def test_the_same_report_gives_the_same_page():
    assert html.report(veldania.REPORT) == html.report(veldania.REPORT)


# What a page must have for everyone ------------------------------------------------------------


def luminance(color):
    """Relative luminance (WCAG 2.2)."""
    channels = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return sum(weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def tinted(color, paper, share=0.1):
    mixed = [int(color[i : i + 2], 16) * share + int(paper[i : i + 2], 16) * (1 - share) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(value):02x}" for value in mixed)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_text_stands_out_from_its_paper_and_from_its_tint(theme):
    style = (html._TEMPLATES / "style.css").read_text(encoding="utf-8")
    pairs = re.findall(r"--(\w+): light-dark\((#\w{6}), (#\w{6})\)", style)
    colors = {name: pair[theme] for name, *pair in pairs}
    for name in ("ink", "quiet", "supported", "refuted", "conflicting", "superseded"):
        assert contrast(colors[name], colors["paper"]) >= 4.5
        assert contrast(colors[name], tinted(colors[name], colors["paper"])) >= 4.5


def test_verdicts_differ_by_their_underlines():
    style = (html._TEMPLATES / "style.css").read_text(encoding="utf-8")
    strokes = dict(re.findall(r"^mark\.(\w+) \{ text-decoration: (?:underline )?(\w+)", style, re.MULTILINE))
    assert strokes == {
        "supported": "solid",
        "refuted": "double",
        "conflicting": "wavy",
        "superseded": "dashed",
        "not_enough_evidence": "dotted",
        "not_checked": "none",
    }


def test_languages_and_directions_are_stated():
    tree = parsed(html.report(veldania.REPORT))
    assert tree.get("lang") == "en"
    assert column_of(html.report(veldania.REPORT)).get("lang") == "en"
    assert {node.get("dir") for node in tree.xpath("//*[@class='para'] | //blockquote/p")} == {"auto"}
