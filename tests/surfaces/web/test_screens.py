"""The other screens for whoever runs no script: search, documents, briefs, permalinks, histories, runs."""

import json
import re
import time

import pytest

from desk import FLOOD, PATIENCE, Reader, number_of, serving, tree_of, words_of
from onrecord.data import Label

TOPIC = "people killed by the Kessel flood"


@pytest.fixture(scope="session")
def brief(desk):
    reader = Reader(desk[0])
    sent = reader.send("/brief", "/briefs", {"topic": TOPIC, "as_of": "2025-09-30", "since": "", "length": "short"})
    return reader.ready(sent.headers["Location"])


@pytest.fixture(scope="session")
def flood(desk, report):
    """Where a statement of the example page is found as of a date on which it was on record still."""
    reader = Reader(desk[0])
    earlier = reader.ready(reader.send(report, f"{report}/again", {"as_of": "2025-09-04"}).headers["Location"])
    tree = tree_of(reader.get(earlier))
    return tree.xpath(f"string(//article[@id='v{number_of(tree, FLOOD)}']//a[@class='permalink']/@href)")


def test_every_screen_is_reached_from_every_other(reader):
    ways = tree_of(reader.get("/")).xpath("//header//a/@href")
    for way in ways:
        tree = tree_of(reader.get(way))
        assert tree.xpath("//header//a/@href") == ways
        assert len(tree.xpath("//h1")) == len(tree.xpath("//main[@id='text']")) == 1


def test_the_foot_of_every_screen_is_a_landmark(reader):
    for path in ("/", "/search?q=dam", "/archive", "/following", "/runs", "/help"):
        assert len(tree_of(reader.get(path)).xpath("//body/footer//button[@name='language']")) == 2, path


def test_a_passage_that_is_found_is_shown_in_its_document(reader):
    tree = tree_of(reader.get("/search?q=Orlo+Gorge+dam&as_of=2025-09-30"))
    (first, *_) = tree.xpath("//ol[@class='hits']/li")
    held = tree_of(reader.get(first.xpath("string(.//h2/a/@href)").partition("#")[0]))
    passage = "".join(first.xpath(".//p[@class='passage']//text()"))
    assert "".join(held.xpath("//mark[@id='span']//text()")) == passage
    assert re.fullmatch(r"[0-9a-f]{32}", held.xpath("string(//dl//code)"))


def test_a_long_headline_stands_whole_above_its_document(tmp_path):
    title = "Harbour board of Tarn puts off its decision on the second quay until the divers have looked at the piles again, "
    title += "and asks the island's three ferry lines to pay for it"
    page = {"title": title, "text": "The board met on Monday.\n\nIt sat for five hours.", "published": "2025-05-19"}
    with serving(tmp_path / "archive", tmp_path / "kept") as (base, _):
        reader = Reader(base)
        added = reader.client.post("/api/v1/documents", content=json.dumps(page), headers={"Prefer": "wait=60"})
        assert added.json()["new"] == 1
        way = tree_of(reader.get("/archive")).xpath("string(//a[starts-with(@href, '/d/')]/@href)")
        assert words_of(tree_of(reader.get(way)), "//h1") == [title]


def test_nothing_later_than_the_date_is_found(reader):
    tree = tree_of(reader.get("/search?q=Kessel+flood&as_of=2025-08-31"))
    assert not tree.xpath("//li[contains(., 'September 2025')]")


@pytest.mark.parametrize(
    "path",
    ["/d/0123456789abcdef0123456789abcdef", "/d/nothing", "/s/0123456789abcdef", "/c/0", "/b/0", "/h/0", "/a/0", "/x"],
)
def test_what_is_not_there_is_said_to_be_not_there(reader, path):
    answer = reader.get(path)
    assert answer.status_code == 404
    assert len(words_of(tree_of(answer), "//h1")[0]) > 10


def test_a_span_beyond_the_document_is_none(reader):
    found = tree_of(reader.get("/search?q=Orlo+Gorge+dam")).xpath("string(//h2/a/@href)")
    about = words_of(tree_of(reader.get(found)), "//dl[@class='known']/dd")
    assert "licence not stated" in about
    for span in ("0-0", "9-4", "0-999999999"):
        assert reader.get(re.sub(r"@.*", f"@{span}", found)).status_code == 404


def test_a_brief_leads_into_its_documents(reader, brief):
    tree = tree_of(reader.get(brief))
    assert words_of(tree, "//h1") == ["People killed by the Kessel flood"]
    quoted = tree.xpath("//section[@aria-labelledby='sources']//li")
    assert quoted
    assert all(each.xpath(".//mark[@class='quoted']") for each in quoted)
    assert tree.xpath("//*[name()='svg']")
    assert "Licence not stated by any of the sources." in words_of(tree, "//p[@class='imprint']")
    changed = tree_of(reader.get(f"{brief}/changes?since=2025-09-05"))
    assert changed.xpath("//h2[.='What is new']")
    assert reader.get(f"{brief}/brief.md").text.startswith("# ")


ASKED = "topic=people+killed+by+the+Kessel+flood&since=&as_of=2025-09-30"


def test_what_was_counted_on_a_topic_is_shown_over_time(reader):
    tree = tree_of(reader.get(f"/series?{ASKED}"))
    known = reader.get(f"/api/v1/series?{ASKED.replace('since=&', '')}").json()
    assert known["figures"]
    section = "//section[@aria-labelledby='figures']"
    assert len(tree.xpath(f"{section}//table")) == len(known["figures"])
    assert len(tree.xpath(f"{section}//tbody/tr")) == sum(len(each["observations"]) for each in known["figures"])
    assert tree.xpath(f"{section}//*[name()='svg']")
    assert tree.xpath("//section[@aria-labelledby='sources']//mark[@class='quoted']")
    assert tree.xpath("//input[@id='as_of']/@value") == ["2025-09-30"]


def test_the_stories_on_a_topic_lead_to_their_documents(reader):
    tree = tree_of(reader.get(f"/stories?{ASKED}"))
    known = reader.get(f"/api/v1/stories?{ASKED.replace('since=&', '')}").json()["stories"]
    assert [" ".join(each["title"].split()) for each in known] == words_of(tree, "//main//h2/bdi")
    listed = tree.xpath("//main//li/a/@href")
    assert len(listed) == sum(len(each["documents"]) for each in known)
    assert reader.get(listed[0]).status_code == 200


def test_the_documents_of_a_story_stand_by_what_of_it_they_tell(reader):
    tree = tree_of(reader.get(f"/stories?{ASKED}"))
    known = reader.get(f"/api/v1/stories?{ASKED.replace('since=&', '')}").json()["stories"]
    events = [event for each in known for event in each["events"]]
    shared = [event for event in events if len(event) > 1]
    assert shared
    leading = tree.xpath("//main//ol[@class='jobs']/li")
    assert len(leading) == len(events)
    folded = tree.xpath("//main//details[@class='also']")
    assert [len(each.xpath(".//li")) for each in folded] == [len(event) - 1 for event in shared]
    assert all(told.startswith("also in ") for told in words_of(tree, "//details[@class='also']/summary"))


@pytest.mark.parametrize("screen", ["series", "stories"])
def test_a_topic_is_asked_for_where_none_is_named_and_nothing_is_no_denial(reader, screen):
    answer = reader.get(f"/{screen}?topic=++")
    assert answer.headers["Location"] == "/brief#whole"
    (form,) = tree_of(reader.get("/brief")).xpath("//form[@action='/series']")
    assert form.xpath(".//button/@formaction") == ["/stories"]
    none = reader.get(f"/{screen}?topic=Kessel+flood&as_of=2001-01-01")
    assert "which is no denial" in none.text
    refused = reader.get(f"/{screen}?topic=Kessel+flood&as_of=2001-01-01&since=2002-01-01")
    assert (refused.status_code, words_of(tree_of(refused), "//h1")) == (
        400,
        ["There is no time between since and as_of"],
    )


def test_a_permalink_says_what_it_said_and_points_at_what_is_newer(reader, flood):
    assert flood.endswith("?as_of=2025-09-04")
    tree = tree_of(reader.get(flood))
    assert words_of(tree, "//article//h3") == [f"{number_of(tree, FLOOD)} On record"]
    (newer,) = words_of(tree, "//p[@role='note']")
    assert newer == "A newer verdict exists: Superseded as of 30 September 2025"
    newest = tree_of(reader.get(tree.xpath("string(//p[@role='note']/a/@href)")))
    assert words_of(newest, "//p[@role='note']") == []
    assert reader.get(flood.replace("2025-09-04", "2025-09-05")).status_code == 404
    assert reader.get(flood.partition("?")[0]).headers["Location"].endswith("?as_of=2025-09-30")


def test_an_instant_of_a_permalink_may_be_written_otherwise(reader):
    text = "The dam at Orlo Gorge gave way on 2 September 2025."
    place = reader.checked(text, as_of="2025-09-30T10:00:00Z")
    statement = tree_of(reader.get(place)).xpath("string(//a[@class='permalink']/@href)").partition("?")[0]
    for written in ("2025-09-30T10:00:00Z", "2025-09-30T10:00Z", "2025-09-30T12:00:00%2B02:00"):
        assert reader.get(f"{statement}?as_of={written}").status_code == 200, written
    assert reader.get(f"{statement}?as_of=soon").status_code == 400


def test_a_verdict_is_replayed_over_time(reader, flood):
    sent = reader.send(flood, flood.replace("?", "/history?").partition("?")[0], {"as_of": "2025-09-04"})
    place = reader.ready(sent.headers["Location"])
    tree = tree_of(reader.get(place))
    (back,) = tree.xpath("//div[@class='tools']//a/@href")
    assert reader.get(back).status_code == 302
    assert flood.startswith(back)
    told = words_of(tree, "//main//h2")
    known = reader.get(f"/api/v1/histories/{place[3:].partition('?')[0]}").json()["verdicts"]
    assert [heading.rpartition(": ")[2] for heading in told] == [Label(one["label"]).words for one in known]
    assert "4 September 2025" in told[-1]


def test_runs_are_listed_a_page_at_a_time(reader, brief, report, flood):
    everything = tree_of(reader.get("/runs")).xpath("//table//a/@href")
    assert {brief, report} <= set(everything)
    briefs = tree_of(reader.get("/runs?kind=brief")).xpath("//table//a/@href")
    assert brief in briefs
    assert all(place.startswith("/b/") for place in briefs)


def test_an_archive_that_is_not_there_yet_is_empty(tmp_path):
    with serving(tmp_path / "none", tmp_path / "kept") as (base, _):
        reader = Reader(base)
        assert "nothing is on record" in reader.get("/archive").text
        for page in ("/", "/brief", "/search", "/following"):
            assert tree_of(reader.get(page)).xpath("//p[@class='notice empty']/a/@href") == ["/archive"]
        tree = tree_of(reader.get(reader.checked("The dam at Orlo Gorge gave way on 2 September 2025.")))
        assert words_of(tree, "//article[@id='v1']//h3") == ["1 Not on record"]
        assert "There is no archive" in words_of(tree, "//p[@class='notice']")[0]


def test_an_empty_archive_is_filled_with_a_file(tmp_path):
    with serving(tmp_path / "none", tmp_path / "kept") as (base, _):
        reader = Reader(base)
        line = b'{"url": "https://tribune.example/dam", "text": "The dam at Orlo Gorge gave way.", "published": "2025-09-02"}\n'
        sent = {"file": ("wire.jsonl", line, "application/octet-stream")}
        place = reader.ready(reader.send("/archive", "/documents", {}, files=sent).headers["Location"])
        assert words_of(tree_of(reader.get(place)), "//dl/div[2]") == ["New1"]
        until = time.monotonic() + PATIENCE
        while not (held := tree_of(reader.get("/archive")).xpath("//section[@aria-labelledby='newest']//li/a/@href")):
            assert time.monotonic() < until
            time.sleep(0.2)
        assert reader.get(held[0]).status_code == 200
        assert not tree_of(reader.get("/")).xpath("//p[@class='notice empty']")
        none = reader.send("/archive", "/documents", {}, files={"file": ("empty.txt", b"", "text/plain")})
        assert (none.status_code, words_of(tree_of(none), "//h1")) == (422, ["There is nothing to add"])


def test_the_interface_speaks_german(desk):
    reader = Reader(desk[0], language="de-AT,de;q=0.9,en;q=0.5")
    tree = tree_of(reader.get("/"))
    assert tree.get("lang") == "de"
    assert "3. März – 27. September 2025" in reader.get("/archive").text
    assert words_of(tree, "//nav//a")[:2] == ["Prüfen", "Überblick"]
    reader.send("/", "/language", {"language": "en", "back": "/help"})
    assert tree_of(reader.get("/help")).get("lang") == "en"
