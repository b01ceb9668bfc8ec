"""Pages that would do harm do none: they are shown, and that is all."""

import pytest
from playwright.sync_api import expect

from desk import Reader

PAGES = {
    "script": "The dam holds. <script>document.title = 'taken'; alert(1)</script> Rain fell in Tarn on Monday.",
    "handler": 'The dam <img src=x onerror="alert(1)"> holds. <svg onload=alert(2)> Rain fell in Tarn.',
    "style": "<style>body { display: none }</style> The dam holds. </article></main><h1>Taken</h1>",
    "template": "The dam {{ 7 * 7 }} holds. {% raw %} <%= 7 * 7 %> ${7 * 7} Rain fell in Tarn.",
    "direction": "The dam \u202eholds, said nobody\u202c. \u2066Rain\u2069 fell in Tarn.",
    "link": 'Read <a href="javascript:alert(1)">this</a>. See javascript:alert(1) for the dam at Orlo Gorge.',
    "controls": "The dam\x1b[2J holds.\x07 Rain fell in Tarn.",
}


@pytest.mark.parametrize("kind", PAGES)
def test_a_hostile_text_is_only_text(opened, desk, kind):
    page = opened(Reader(desk).checked(PAGES[kind]))
    expect(page.locator("h1")).to_be_visible()
    assert page.locator("h1").count() == 1
    assert page.locator(".column :is(script, img, svg, style, a[href^='javascript'])").count() == 0
    assert page.title() != "taken"
    assert not {"\u202e", "\u2066", "\x1b"} & set(page.locator("body").inner_text())


def test_a_word_without_an_end_widens_no_small_screen(opened, desk):
    Reader(desk).checked("Wasserversorgungssicherstellung" * 3 + " ended in Tarn. Rain fell in Tarn.")
    page = opened(f"{desk}/runs", width=320, height=640)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_hostile_page_is_only_text(opened, desk):
    hostile = (
        "<html><head><title>x</title></head><body><article><p>The dam at Orlo Gorge gave way on 2 September 2025, said "
        "<b onclick=alert(1)>Ilse Marand</b>, who took office as minister that week.</p><script>alert(2)</script></article></body></html>"
    )
    reader = Reader(desk)
    sent = {"file": ("page.html", hostile.encode(), "text/html")}
    fields = {"text": "", "published": "2025-09-22", "as_of": "2025-09-30", "url": "javascript:alert(3)"}
    page = opened(reader.ready(reader.send("/", "/checks", fields, files=sent).headers["Location"]))
    assert page.locator("[onclick], a[href^='javascript']").count() == 0
    page.locator("h1").click()


def test_a_foreign_script_is_not_run(opened, report):
    page = opened(report)
    page.evaluate(
        """() => {
            const script = document.createElement("script");
            try { script.text = "window.ran = true"; document.body.append(script); } catch { /* as it should be */ }
        }"""
    )
    assert page.evaluate("window.ran") is None
    assert "TrustedScript" in opened.said.pop()


def test_five_megabytes_are_read(opened, desk):
    words = "The valley council met in Tarn and spoke about the dam and the road to it for a long time.\n"
    reader = Reader(desk)
    text = words * (5_000_000 // len(words))
    sent = reader.send("/", "/checks", {"text": text, "published": "", "as_of": ""})
    page = opened(sent.headers["Location"])
    expect(page.get_by_role("button", name="Stop")).to_be_visible()
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


@pytest.mark.parametrize("kind", [*PAGES, "field"])
def test_a_hostile_note_is_only_text(opened, desk, kind):
    words = {**PAGES, "field": "</textarea><script>alert(1)</script><h1>Taken</h1>"}[kind]
    reader = Reader(desk)
    report = reader.checked("Rain fell in Tarn.")
    statement = reader.get(report).text.partition('name="statement" value="')[2].partition('"')[0]
    note = {"check": report[3:], "statement": statement, "words": words, "overrule": "refuted", "back": "/"}
    assert reader.send(report, "/notes", note).status_code == 303
    page = opened(f"{report}#v1")
    said = page.locator(".note .words").last
    expect(said).to_be_visible()
    assert page.locator("h1").count() == 1
    assert page.locator(".note :is(script, img, svg, style, a)").count() == 0
    assert not {"\u202e", "\u2066", "\x1b"} & set(said.inner_text())
    for path in (report, f"/s/{statement}"):
        answer = reader.client.get(path, follow_redirects=True)
        assert "<script>alert" not in answer.text
    assert "<script>alert" not in reader.get(f"{report}/report.html").text
    assert "<script>alert" not in reader.get(f"{report}.md").text
