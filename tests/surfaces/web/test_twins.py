"""Beside a page stands the same as JSON, answered as the API does, and as Markdown where there is that."""

import pytest

from desk import Reader, tree_of
from onrecord.surfaces.service import following

TOPIC = "people killed by the Kessel flood"


@pytest.fixture(scope="session")
def pages(desk, report):
    """Pages by the way to them, each with where the API answers the same."""
    base, service = desk
    reader = Reader(base)
    asked = {"topic": TOPIC, "as_of": "2025-09-30", "since": "", "length": "short"}
    brief = reader.ready(reader.send("/brief", "/briefs", asked).headers["Location"])
    statement, held = (
        tree_of(reader.get(report)).xpath(f"string(//a[@class='{name}']/@href)") for name in ("permalink", "held")
    )
    sent = reader.send(statement, statement.partition("?")[0] + "/history", {"as_of": "2025-09-30"})
    history, span = reader.ready(sent.headers["Location"].partition("?")[0]), held.partition("#")[0]
    document, _, place = span.removeprefix("/d/").partition("@")
    following.follow(service.kept, "The ferry sails again")
    return {
        report: f"/checks{report[2:]}",
        brief: f"/briefs{brief[2:]}",
        history: f"/histories{history[2:]}",
        f"/d/{document}": f"/documents/{document}",
        span: f"/documents/{document}/spans/{place}",
        "/search?q=Orlo+Gorge&as_of=2025-09-30": "/search?q=Orlo+Gorge&as_of=2025-09-30&limit=20",
        f"/series?topic={TOPIC}&since=&as_of=2025-09-30": f"/series?topic={TOPIC}&as_of=2025-09-30",
        f"/stories?topic={TOPIC}&since=&as_of=2025-09-30": f"/stories?topic={TOPIC}&as_of=2025-09-30",
        "/archive": "/archive",
        "/runs?kind=brief": "/jobs?kind=brief&limit=40",
        "/following": "/followed",
        statement: None,
        f"{brief}/changes?since=2025-09-05": f"/changes?topic={TOPIC}&since=2025-09-05&as_of=2025-09-30",
    }


def twins_of(reader, page):
    tree = tree_of(reader.get(page))
    named = {each.get("type"): each.get("href") for each in tree.xpath("//link[@rel='alternate'][not(@title)]")}
    assert {each.get("type"): each.get("href") for each in tree.xpath("//p[@class='twins']/a")} == named
    return named


def test_the_json_of_a_page_is_that_of_the_api(reader, pages):
    for page, place in pages.items():
        twin = twins_of(reader, page)["application/json"]
        answer = reader.get(twin)
        assert (answer.status_code, answer.headers["Content-Type"]) == (200, "application/json"), page
        if place:
            known = reader.get(f"/api/v1{place}")
            assert answer.json() == known.json(), page
            assert answer.headers.get("ETag") == known.headers.get("ETag")


def test_the_json_of_a_report_after_another_is_that_of_the_report(reader, report):
    page = f"{report}?before={report.removeprefix('/c/')}"
    assert reader.get(twins_of(reader, page)["application/json"]).json() == reader.get(f"{report}.json").json()


def test_the_verdict_of_a_permalink_is_that_of_its_report(reader, pages, report):
    statement = next(page for page, place in pages.items() if place is None)
    verdict = reader.get(twins_of(reader, statement)["application/json"]).json()
    known = reader.get(f"{report}.json").json()["verdicts"]
    assert {name: value for name, value in verdict.items() if name != "schema"} in known


def test_what_has_markdown_is_read_as_such(reader, pages):
    found = {page: twins_of(reader, page).get("text/markdown") for page in pages}
    assert sum(map(bool, found.values())) == 8
    for page, twin in found.items():
        if twin:
            answer = reader.get(twin)
            assert answer.headers["Content-Type"] == "text/markdown; charset=utf-8", page
            assert answer.text.startswith("# ")


def test_a_page_is_answered_in_the_form_that_is_liked_best(reader, pages):
    for page in pages:
        for accept, kind in (
            ("application/json", "application/json"),
            ("application/json, */*;q=0.5", "application/json"),
            ("text/html, application/json", "text/html; charset=utf-8"),
            ("text/html;q=0.2, application/json;q=0.4", "application/json"),
            ("*/*", "text/html; charset=utf-8"),
        ):
            answer = reader.client.get(page, headers={"Accept": accept})
            assert (answer.status_code, answer.headers["Content-Type"]) == (200, kind), (page, accept)
            assert "Accept" in answer.headers["Vary"].split(", ")
    for page in pages:
        liked = reader.client.get(page, headers={"Accept": "application/json"})
        assert liked.json() == reader.get(twins_of(reader, page)["application/json"]).json()
    answer = reader.client.get("/search?q=Orlo+Gorge", headers={"Accept": "text/markdown"})
    assert answer.headers["Content-Type"] == "text/markdown; charset=utf-8"
    assert reader.client.get("/help", headers={"Accept": "application/json"}).text.startswith("<!DOCTYPE html>")


def test_what_is_not_there_has_no_twin(reader):
    for page in ("/", "/brief", "/search", "/help"):
        assert twins_of(reader, page) == {}
    for twin in ("/c/none.json", "/c/none.md", "/s/0123456789abcdef.json", "/following/none.md", "/b/x/changes.exe"):
        assert reader.get(twin).status_code == 404
    assert reader.client.get("/c/none.json", headers={"Accept": "application/json"}).json()["code"] == "input_missing"
