"""Statements and sources are followed, read and left: by keyboard alone, and without scripts."""

from playwright.sync_api import expect


def test_by_keyboard_alone(opened):
    page = opened("/")
    keys = page.keyboard
    keys.press("g")
    keys.press("f")
    page.wait_for_url("**/following")
    page.get_by_label("A statement, a topic, or the address").focus()
    keys.type("The harbour toll rises in January")
    keys.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("The harbour toll rises in January")
    expect(page.get_by_text("It was not looked at yet.")).to_be_visible()
    page.get_by_role("button", name="Follow no longer").focus()
    keys.press("Enter")
    page.wait_for_url("**/following")
    expect(page.get_by_role("row", name="The harbour toll")).to_have_count(0)


def test_without_scripts(opened):
    page = opened("/following", java_script_enabled=False)
    change = page.get_by_role("article").first
    expect(change.get_by_role("heading", level=3)).to_contain_text("Superseded")
    expect(change.locator("section").first.locator("mark.quoted").first).to_contain_text("becomes energy minister")
    expect(change.locator("section").last.locator("mark.quoted").last).to_contain_text("Former energy minister")
    page.get_by_label("A statement, a topic, or the address").fill("https://tribune.example/feed")
    page.get_by_role("button", name="Follow it").click()
    row = page.get_by_role("row", name="https://tribune.example/feed")
    expect(row).to_contain_text("not asked yet")
    row.get_by_role("button", name="Follow no longer").click()
    expect(row).to_have_count(0)


def test_the_history_is_a_chart_and_a_table(opened):
    page = opened("/following")
    page.get_by_role("table").first.get_by_role("link", name="Tomas Verrin").click()
    page.get_by_role("button", name="Replay the verdict over time").click()
    expect(page.get_by_role("img", name="The verdict over time")).to_be_visible()
    rows = page.get_by_role("table", name="The verdict over time").get_by_role("row")
    expect(rows.last).to_contain_text("Superseded")
    expect(page.locator("svg rect.spell")).to_have_count(rows.count() - 1)
