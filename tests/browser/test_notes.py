"""A verdict is overruled at the desk, and the note answered and settled: by keyboard, and without scripts."""

from playwright.sync_api import expect


def test_by_keyboard(opened, report, flood):
    page = opened(f"{report}#v{flood}")
    case = page.locator(f"#v{flood}")
    keys = page.keyboard
    keys.press("n")
    expect(case.get_by_label("Your note").last).to_be_focused()
    keys.type("The list was on my desk, jk.")
    keys.press("Tab")
    expect(case.get_by_label("Your verdict, if it is another")).to_be_focused()
    keys.type("On rec")
    keys.press("Tab")
    keys.press("Enter")
    note = case.locator(".note.overrules", has_text="on my desk, jk.")
    expect(note.get_by_text("local says: “On record”")).to_be_visible()
    expect(case.locator("h3")).to_contain_text("Superseded")
    expect(case.locator(".overruled").last).to_have_text("Overruled by local: “On record”")
    assert page.url.endswith(f"#v{flood}")


def test_without_scripts(opened, report, flood):
    page = opened(f"{report}#v{flood - 1}", java_script_enabled=False)
    case = page.locator(f"#v{flood - 1}")
    case.get_by_text("Write a note, or overrule the verdict").click()
    case.get_by_label("Your note").last.fill("Whose talks?\n<script>alert(1)</script>")
    case.get_by_role("button", name="Keep it").last.click()
    note = case.locator(".note", has_text="Whose talks?")
    expect(note.locator(".words")).to_have_text("Whose talks?\n<script>alert(1)</script>")
    note.get_by_text("Answer", exact=True).click()
    note.get_by_label("Your answer").fill("The council's.")
    note.locator("form", has=page.get_by_label("Your answer")).get_by_role("button").click()
    expect(note.locator(".note .words")).to_have_text("The council's.")
    note.get_by_role("button", name="Settle").click()
    expect(note.locator("> .acts")).to_contain_text("Settled, local, ")
    expect(note.get_by_role("button", name="Open again")).to_be_visible()
