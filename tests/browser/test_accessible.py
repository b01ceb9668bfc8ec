"""Every screen as WCAG 2.2 AA asks, in both themes; on a small screen, in print, and with no colours of its own."""

import pytest

from desk import Reader

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
JUDGE = "(tags) => axe.run({runOnly: tags}).then((found) => found.violations)"


@pytest.fixture(scope="session")
def screens(desk, report, flood):
    """Every screen with something on it, by its name."""
    reader = Reader(desk)
    noted = reader.get(report.removeprefix(desk)).text.partition(f'id="v{flood}"')[2]
    named = noted.partition('name="statement" value="')[2].partition('"')[0]
    note = {"check": report.rpartition("/")[2], "statement": named, "overrule": "supported", "back": "/"}
    reader.send(report.removeprefix(desk), "/notes", {**note, "words": "I have the list."})
    asked = {"topic": "people killed by the Kessel flood", "as_of": "2025-09-30", "since": "", "length": "standard"}
    brief = reader.ready(reader.send("/brief", "/briefs", asked).headers["Location"])
    page = reader.get(report.removeprefix(desk)).text
    statement = page.partition('class="permalink" href="')[2].partition('"')[0].replace("&amp;", "&")
    held = page.partition('class="held" href="')[2].partition('"')[0]
    replayed = reader.send(statement, statement.partition("?")[0] + "/history", {"as_of": "2025-09-30"})
    followed = reader.get("/following").text.partition('href="/following/')[2].partition('"')[0]
    followed = f"/following/{followed}"
    earlier = reader.send(report.removeprefix(desk), report.removeprefix(desk) + "/again", {"as_of": "2025-09-04"})
    return {
        "front": "/",
        "check": f"{report}#v{flood}",
        "compared": reader.ready(earlier.headers["Location"]) + "#all",
        "brief": brief,
        "changes": f"{brief}/changes?since=2025-09-05",
        "topic": "/brief",
        "series": "/series?topic=people+killed+by+the+Kessel+flood&as_of=2025-09-30",
        "stories": "/stories?topic=people+killed+by+the+Kessel+flood&as_of=2025-09-30",
        "search": "/search?q=Orlo+Gorge",
        "document": held,
        "statement": statement,
        "history": reader.ready(replayed.headers["Location"]),
        "archive": "/archive",
        "following": "/following",
        "followed": followed,
        "runs": "/runs",
        "help": "/help",
    }


def faults(page, axe):
    page.evaluate(axe)
    found = page.evaluate(JUDGE, TAGS)
    return [(each["id"], each["nodes"][0]["html"], each["nodes"][0]["failureSummary"]) for each in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_wcag(opened, screens, axe, scheme):
    page = opened(color_scheme=scheme, bypass_csp=True)
    for name, path in screens.items():
        page.goto(path)
        page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
        assert faults(page, axe) == [], name
    page.keyboard.press("?")
    assert faults(page, axe) == [], "keys"


@pytest.mark.parametrize("locale", ["en-GB", "de-DE"])
def test_nothing_is_wider_than_a_small_screen(opened, screens, locale):
    page = opened(width=320, height=640, locale=locale)
    for name, path in screens.items():
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, name


def test_text_may_be_spaced(opened, screens):
    page = opened(width=1280, bypass_csp=True)
    for name in ("front", "check", "brief"):
        page.goto(screens[name])
        page.add_style_tag(
            content="* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
        )
        assert page.evaluate("document.documentElement.scrollWidth") <= 1280, name


def test_a_check_is_printed_whole(opened, screens):
    page = opened(screens["check"])
    page.emulate_media(media="print")
    assert page.locator("#v3").is_visible()
    assert page.locator(".house nav").is_hidden()
    style = "(link) => getComputedStyle(link, '::after').content"
    source = page.locator(".case figcaption a[data-url]").first
    assert source.evaluate(style) == f'" <{source.get_attribute("data-url")}>"'
    printed = page.pdf()
    assert printed.startswith(b"%PDF-")
    assert printed.count(b"/Type /Page\n") > 2


def test_what_is_followed_is_printed_without_what_only_a_screen_needs(opened, screens):
    page = opened(screens["following"])
    page.emulate_media(media="print")
    assert page.locator(".change").first.is_visible()
    assert page.locator("main form, .house nav, .foot").evaluate_all(
        "(all) => all.every((one) => !one.checkVisibility())"
    )


def test_marks_stay_where_colours_do_not(opened, screens):
    page = opened(screens["check"], forced_colors="active")
    lines = {
        label: page.locator(f"mark.{label}").first.evaluate("(mark) => getComputedStyle(mark).textDecorationStyle")
        for label in ("supported", "refuted", "superseded", "not_enough_evidence")
    }
    assert len(set(lines.values())) == 4


def test_nothing_moves_for_whoever_wants_no_motion(opened):
    page = opened(reduced_motion="reduce")
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
