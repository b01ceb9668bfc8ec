"""Single keys can be switched off, and each can be another one (WCAG 2.2, 2.1.4)."""

from playwright.sync_api import expect


def test_a_key_can_be_another_one_and_is_listed_as_it_is(opened, report):
    page = opened("/help")
    field = page.get_by_label("Key for: the next statement", exact=True)
    expect(field).to_have_value("j")
    field.fill("x")
    field.press("Tab")
    expect(page.locator("#told")).to_have_text("Remembered")
    page.goto(report)
    page.keyboard.press("j")
    expect(page.locator(".case.open")).to_have_count(0)
    page.keyboard.press("x")
    expect(page.locator("#v1")).to_be_focused()
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keys")
    expect(dialog.get_by_role("row", name="x the next statement", exact=True)).to_be_visible()
    dialog.get_by_role("link", name="Change them, or switch them off").click()
    page.get_by_role("button", name="Put all back").click()
    expect(page.get_by_label("Key for: the next statement", exact=True)).to_have_value("j")
    page.goto(report)
    page.keyboard.press("j")
    expect(page.locator("#v1")).to_be_focused()


def test_no_key_does_two_things(opened):
    page = opened("/help")
    field = page.get_by_label("Key for: the statement before")
    for taken in ("j", "2", "?"):
        field.fill(taken)
        field.press("Tab")
        expect(page.locator("#told")).to_have_text("That key does something else already")
        expect(field).to_have_value("k")


def test_when_switched_off_no_single_key_does_anything(opened, report):
    page = opened("/help")
    listed = page.locator("#keys-dialog kbd").all_text_contents()
    page.get_by_label("Leave single keys to other programs").check()
    page.goto(report)
    before = page.content()
    for key in [each for each in listed if len(each) == 1] + ["1", "4", "g", "r"]:
        page.keyboard.press(key)
    assert page.content() == before
    assert page.url == report
    assert page.evaluate("document.activeElement === document.body")


def test_without_scripts_the_help_says_that_there_are_no_keys(opened):
    page = opened("/help", java_script_enabled=False)
    expect(page.locator("main noscript")).to_be_visible()
    expect(page.get_by_label("Leave single keys")).to_be_hidden()
