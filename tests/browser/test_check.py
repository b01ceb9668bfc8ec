"""A page is handed in and read: with scripts, without them, by keyboard alone, on a phone."""

import re

import pytest
from playwright.sync_api import expect

from desk import FLOOD, PAGE

TEXT = PAGE.read_text(encoding="utf-8")


def hand_in(page):
    page.get_by_label("The text").fill(TEXT)
    page.get_by_label("Published").fill("2025-09-22")
    page.get_by_label("As of").fill("2025-09-30")
    page.get_by_role("button", name="Check it").click()
    page.wait_for_url(re.compile("/c/"))


def against(page):
    """Return the numbers of the statements against which something is on record."""
    ids = page.locator(".case:is(.refuted, .conflicting, .superseded)").evaluate_all(
        "(all) => all.map((one) => one.id)"
    )
    return [int(name[1:]) for name in ids]


def test_a_page_is_checked_while_one_looks_on(opened):
    page = opened()
    hand_in(page)
    expect(page.locator("main:not([data-job])")).to_have_count(1)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Premier holds direct talks")
    number = page.locator(".case", has=page.locator(".said", has_text=FLOOD)).get_attribute("id")[1:]
    page.locator(f"mark[data-s='{number}']").first.click()
    case = page.get_by_role("article", name=f"{number} Superseded")
    expect(case).to_be_visible()
    expect(case.locator("mark.quoted").first).to_contain_text("has killed 31 people")
    assert page.url.endswith(f"#v{number}")
    page.get_by_label("As of").fill("2025-09-04")
    page.get_by_role("button", name="Check again").click()
    turns = page.get_by_role("region", name="Other than as of 30 September 2025")
    expect(turns.get_by_role("listitem").filter(has_text=number)).to_contain_text("On record")


@pytest.mark.parametrize(("width", "locale"), [(1400, "en-GB"), (1280, "de-DE"), (900, "de-DE")])
def test_no_verdict_beside_the_text_runs_under_what_the_record_says(width, locale, opened, report, flood):
    page = opened(report, width=width, locale=locale)
    page.locator(f".n a[href='#v{flood}']").click()
    edge = page.locator("aside.panel").bounding_box()["x"]
    ends = page.locator(".column .notes li").evaluate_all(
        "(all) => all.map((one) => { const words = new Range(); words.selectNodeContents(one);"
        " return words.getBoundingClientRect().right; })"
    )
    assert max(ends) < edge


def test_of_a_claim_the_evidence_is_seen_at_once(opened):
    page = opened()
    page.get_by_label("The text").fill("31 people were killed by the flood in the Kessel valley.")
    page.get_by_label("As of").fill("2025-09-04")
    page.get_by_role("button", name="Check it").click()
    case = page.get_by_role("article", name="1 On record")
    expect(case).to_be_visible()
    expect(case.locator("mark.quoted").first).to_be_visible()


def test_without_scripts(opened, flood):
    page = opened(java_script_enabled=False)
    hand_in(page)
    page.wait_for_selector("form.as-of")  # the page looks again by itself until it is there
    page.locator(f".n a[href='#v{flood}']").click()
    assert page.locator(f"#v{flood}").is_visible()
    assert page.locator(f"#v{flood - 1}").is_hidden()
    page.locator(f"#v{flood} .close").click()
    assert page.locator(f"#v{flood}").is_hidden()
    page.locator(f".n a[href='#v{flood}']").click()
    page.locator(f"#v{flood} a.held").first.click()
    assert page.locator("#span").is_visible()


def test_by_keyboard_alone(opened, report):
    page = opened(report)
    first, second = against(page)[:2]
    keys = page.keyboard
    keys.press("J")
    expect(page.locator(f"#v{first}")).to_be_focused()
    keys.press("J")
    expect(page.locator(f"#v{second}")).to_be_visible()
    expect(page.locator(f"#v{first}")).to_be_hidden()
    keys.press("e")
    expect(page.locator(f"#v{second} figure").first).to_be_focused()
    keys.press("]")
    expect(page.locator(f"#v{second} figure").nth(1)).to_be_focused()
    keys.press("Escape")
    expect(page.locator(f".n a[href='#v{second}']")).to_be_focused()
    expect(page.locator(f"#v{second}")).to_be_hidden()
    keys.press("Enter")
    expect(page.locator(f"#v{second}")).to_be_visible()
    keys.press("k")
    expect(page.locator(f"#v{second - 1}")).to_be_visible()
    keys.press("t")
    expect(page.get_by_label("As of")).to_be_focused()
    keys.press("j")  # a field is written in
    expect(page.locator(f"#v{second - 1}")).to_be_visible()
    page.locator("h1").click()
    keys.press("?")
    dialog = page.get_by_role("dialog", name="Keys")
    expect(dialog).to_be_visible()
    keys.press("Escape")
    expect(dialog).to_be_hidden()
    expect(page.locator(f"#v{second - 1}")).to_be_visible()
    keys.press("g")
    keys.press("r")
    page.wait_for_url(re.compile("/runs$"))
    keys.press("/")
    page.wait_for_url(re.compile("/search$"))


def test_keys_pressed_one_upon_the_other_are_each_heard(opened, report):
    page = opened(report)
    first, second = against(page)[:2]
    press = "for (const key of keys) document.body.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true}))"
    page.evaluate(f"keys => {{ {press} }}", ["J", "J", "e"])
    page.evaluate("new Promise(rested => setTimeout(rested, 300))")  # what the changed address had waiting
    expect(page.locator(f"#v{first}")).to_be_hidden()
    expect(page.locator(f"#v{second} figure").first).to_be_focused()


def test_the_first_tab_leads_to_the_text_and_focus_is_always_seen(opened, report):
    page = opened(report, reduced_motion="reduce")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the text")).to_be_focused()
    for _ in range(40):
        page.keyboard.press("Tab")
        shown = page.evaluate(
            """() => {
                const box = document.activeElement.getBoundingClientRect();
                const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                return document.activeElement.contains(at) || at?.contains(document.activeElement);
            }"""
        )
        assert shown, page.evaluate("document.activeElement.outerHTML")


def test_keys_can_be_switched_off(opened, report):
    page = opened("/help")
    page.get_by_label("Leave single keys to other programs").check()
    page.goto(report)
    page.keyboard.press("J")
    page.keyboard.press("?")
    expect(page.locator(".case.open, dialog[open]")).to_have_count(0)
    page.goto("/help")
    page.get_by_label("Leave single keys to other programs").uncheck()
    page.goto(report)
    page.keyboard.press("J")
    expect(page.locator(f"#v{against(page)[0]}")).to_be_visible()


def test_verdicts_are_dimmed_but_one(opened, report):
    page = opened(report)
    page.keyboard.press("1")
    expect(page.locator("main")).to_have_class(re.compile("dimmed"))
    expect(page.locator("mark[data-s].lit")).to_have_count(1)
    page.keyboard.press("1")
    expect(page.locator("main")).not_to_have_class(re.compile("dimmed"))


def test_a_permalink_is_copied(opened, report):
    page = opened(report, permissions=["clipboard-read", "clipboard-write"])
    page.keyboard.press("J")
    page.keyboard.press("y")
    expect(page.locator("#told")).to_have_text("Copied")
    assert re.search(r"/s/[0-9a-f]+\?as_of=2025-09-30$", page.evaluate("navigator.clipboard.readText()"))


def test_on_a_phone_the_case_lies_over_the_foot_of_the_text(opened, report, flood):
    page = opened(report, width=360, height=740, has_touch=True)
    page.locator(f".n a[href='#v{flood}']").tap()
    case = page.locator(f"#v{flood}")
    expect(case).to_be_in_viewport()
    seen = """(number) => {
        const mark = document.querySelector(`mark[data-s="${number}"]`).getClientRects()[0];
        return mark.top >= 0 && mark.bottom <= document.getElementById(`v${number}`).getBoundingClientRect().top;
    }"""
    page.wait_for_function(seen, arg=flood)
    page.reload()
    expect(case).to_be_in_viewport()
    page.wait_for_function(seen, arg=flood)
    case.get_by_role("link", name="Back to the text").tap()
    expect(case).to_be_hidden()


def test_what_was_removed_can_be_folded_and_shown(opened, report):
    page = opened(report)
    cut = page.locator("#pB")
    expect(cut.locator("del")).to_be_visible()
    cut.locator("summary").click()
    expect(cut.locator("del")).to_be_hidden()
