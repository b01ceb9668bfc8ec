"""Following on the command line: a changed verdict is told once, whatever happens to the process."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import time

import feedparser
import pytest
from commandline import COMMAND, fits

TOLL = "The Kessel flood killed 31 people"


@pytest.fixture
def following(onrecord, workplace, wire):
    """Run ``onrecord follow`` over a copy of the example archive."""
    shutil.copytree(wire, workplace / "archive")

    def run(*arguments: object):
        ended = onrecord("follow", *arguments, "--service", "desk")
        assert ended.exit_code == 0, ended.stderr
        return ended.stdout

    return run


def looked(following, day: str, *more: object) -> list[tuple[str, str]]:
    shape = fits("news", following("run", "--as-of", day, "--archive", "archive", "--json", *more))
    return [(each["before"]["label"], each["after"]["label"]) for each in shape["transitions"]]


def test_a_change_is_told_once_with_what_changed_it(following):
    name = following("add", TOLL).strip()
    assert looked(following, "2025-09-01") == []
    assert looked(following, "2025-09-04") == [("not_enough_evidence", "supported")]
    assert looked(following, "2025-09-04") == []
    assert looked(following, "2025-09-06", "--atom", "told.atom") == [("supported", "superseded")]
    assert looked(following, "2025-09-30") == []
    listed = json.loads(following("list", "--json"))["followed"]
    assert [(one["id"], one["label"]) for one in listed] == [(name, "superseded")]
    assert [entry.title for entry in feedparser.parse("told.atom").entries] == [
        f"On record → Superseded: {TOLL}",
        f"Not on record → On record: {TOLL}",
    ]
    again = following("changes", "--archive", "archive", "--limit", "1")
    assert "On record → Superseded" in again
    assert "58 people" in again
    for form in ((), ("--md",)):
        told = following("changes", "--archive", "archive", *form)
        assert "2 changes of a verdict." in told
        assert "looked at" not in told


def test_topics_are_not_counted_as_statements(following):
    following("add", TOLL)
    following("add", "--topic", "Kessel flood")
    assert "2 followed and looked at" in following("run", "--as-of", "2025-09-01", "--archive", "archive")


def test_what_was_looked_at_as_of_a_later_date_is_said_to_stay(following, onrecord):
    following("add", TOLL)
    following("run", "--as-of", "2025-09-04", "--archive", "archive")
    earlier = onrecord("follow", "run", "--as-of", "2025-09-01", "--archive", "archive", "--service", "desk")
    assert "1 of 1 were looked at as of a later date, and stay as they are" in earlier.stderr


def test_copies_and_what_is_off_the_topic_are_no_news(following, onrecord, workplace):
    following("add", TOLL)
    looked(following, "2025-09-04")
    copies = [
        {"text": words, "url": f"https://copy{number}.example/", "published": "2025-09-04T09:00:00Z"}
        for number, words in enumerate(
            (
                "KESSEL (Harbour Wire) - The flood in the Kessel valley has killed 31 people, the interior ministry said on "
                "Wednesday, raising its count from 12 the day before.",
                "The bakers of Port Sorrel baked the longest loaf of the island on Thursday, the guild said.",
            )
        )
    ]
    (workplace / "more.jsonl").write_text("\n".join(map(json.dumps, copies)), encoding="utf-8")
    assert onrecord("add", "more.jsonl", "--archive", "archive").exit_code == 0
    assert looked(following, "2025-09-05T00:10:00Z") == []
    assert looked(following, "2025-09-05T01:00:00Z") == []


REPEATS = {
    "2025-09-04": (
        "The flood in the Kessel valley has killed 31 people, the interior ministry said on Wednesday, raising its count "
        "from 12 the day before.",
        "Thirty-one people are now known to have died in the floods of the Kessel valley, according to the ministry of the "
        "interior.",
    ),
    "2025-09-06": (
        "The flood in the Kessel valley killed 58 people, the interior ministry said on Saturday, correcting its count.",
        "The death toll of the Kessel valley flood stands at 58, the interior ministry said.",
    ),
}


@pytest.mark.parametrize("day", REPEATS)
def test_copies_under_other_headlines_and_reworded_repeats_tell_nothing_again(following, onrecord, workplace, day):
    following("add", TOLL)
    looked(following, "2025-09-01")
    told = [change for until in ("2025-09-04", "2025-09-06") if until <= day for change in looked(following, until)]
    assert told
    same = json.loads(onrecord("find", "Kessel flood killed", "--archive", "archive", "--as-of", day, "--json").stdout)
    held = [hit["document_id"] for hit in same["hits"][:5]]
    shapes = [json.loads(onrecord("archive", "show", each, "--archive", "archive", "--json").stdout) for each in held]
    copies = [
        {"title": f"Update: {n}", "text": each["text"]} for n, each in enumerate(shapes)
    ]  # under another headline
    copies += [{"title": "Nothing new in Kessel", "text": f"KESSEL (Harbour Wire) - {words}"} for words in REPEATS[day]]
    dated = [
        {
            **one,
            "url": f"https://copy{n}.example/",
            "published": f"{day}T{20 + n % 3}:00:00Z",
            "publisher": f"Copy {n}",
        }
        for n, one in enumerate(copies)
    ]
    (workplace / "more.jsonl").write_text("\n".join(map(json.dumps, dated)), encoding="utf-8")
    assert onrecord("add", "more.jsonl", "--archive", "archive").exit_code == 0
    assert looked(following, f"{day[:-1]}{int(day[-1]) + 1}T00:10:00Z") == []
    assert looked(following, f"{day[:-2]}{int(day[-2:]) + 3:02}") == (
        [] if day == "2025-09-06" else [("supported", "superseded")]
    )


def read_up(following, day: str, *more: object) -> list[str]:
    shape = fits("news", following("run", "--as-of", day, "--archive", "archive", "--json", *more))
    return [one["text"] for each in shape["updates"] for one in each["new"]]


def test_of_a_topic_each_thing_that_is_new_is_told_once(following, workplace):
    name = following("add", "--topic", "Kessel flood").strip()
    assert read_up(following, "2025-09-01") == []
    assert "not looked at yet" not in following("list")
    (broke,) = read_up(following, "2025-09-02")
    assert broke.startswith("The Orlo Gorge dam gave way")
    (toll,) = read_up(following, "2025-09-03")
    assert "killed 31 people" in toll
    assert read_up(following, "2025-09-04T00:10:00Z") == []
    assert read_up(following, "2025-09-04") == []  # a copy of that report, and a denial that speaks of the dam alone
    (raised,) = read_up(following, "2025-09-05", "--atom", "told.atom", "--json-feed", "told.json")
    assert "killed 58 people" in raised
    entries = feedparser.parse("told.atom").entries
    assert len(entries) == len({entry.id for entry in entries}) == 3
    assert entries[0].title.startswith("New on Kessel flood: The flood in the Kessel valley has killed 58 people")
    assert "Harbour Wire" in entries[0].content[0].value
    (listed,) = json.loads(following("list", "--json"))["followed"]
    assert (listed["id"], listed["kind"], listed["label"]) == (name, "topic", None)
    assert "New on Kessel flood" in following("changes", "--archive", "archive")
    assert "New on Kessel flood" in following("changes", "--archive", "archive", "--md")


def test_repeats_in_other_words_and_under_other_headlines_are_not_new_on_a_topic(following, onrecord, workplace):
    following("add", "--topic", "Kessel flood")
    read_up(following, "2025-09-05")
    again = [
        ("The toll", "The flood in the Kessel valley has killed 58 people, the interior ministry said on Friday."),
        ("Kessel", "Some 58 people are dead after the Kessel valley flood, according to the interior ministry."),
        (
            "Flood",
            "Fifty-eight people were killed by the flood in the Kessel valley, the ministry of the interior said.",
        ),
        ("Bread", "The bakers of Port Sorrel baked the longest loaf of the island on Friday, the guild said."),
    ]
    late = [
        {"title": f"{title} {n}", "text": text, "url": f"https://more{n}.example/", "publisher": f"More {n}"}
        for n, (title, text) in enumerate(again)
    ]
    # one of them was published before the last look, and came in after it
    dates = ("2025-09-05T20:00:00Z", "2025-09-05T22:00:00Z", "2025-09-05T23:00:00Z", "2025-09-05T12:00:00Z")
    rows = [{**one, "published": at} for one, at in zip(late, dates, strict=True)]
    (workplace / "more.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert onrecord("add", "more.jsonl", "--archive", "archive").exit_code == 0
    assert read_up(following, "2025-09-06T00:10:00Z") == []
    new = "Eleven bodies were found in the lake below Kessel after the flood, the army said on Friday."
    row = {"title": "Lake", "text": new, "url": "https://late.example/", "published": "2025-09-04T09:00:00Z"}
    (workplace / "late.jsonl").write_text(json.dumps(row), encoding="utf-8")
    assert onrecord("add", "late.jsonl", "--archive", "archive").exit_code == 0
    (told,) = read_up(following, "2025-09-06T00:30:00Z")  # it was published two days ago, and came in only now
    assert told.startswith("Eleven bodies were found in the lake")


def test_a_topic_is_followed_once_however_it_is_spelled(following, onrecord):
    name = following("add", "--topic", "Kessel flood").strip()
    assert onrecord("follow", "add", "--topic", "kessel  FLOOD", "--service", "desk").exit_code == 2
    assert onrecord("follow", "add", "--topic", " ", "--service", "desk").exit_code == 3
    following("remove", name)
    assert following("list").strip() == "nothing is followed"


def test_what_is_followed_no_longer_is_not_looked_at(following, onrecord):
    name = following("add", TOLL).strip()
    assert onrecord("follow", "add", TOLL, "--service", "desk").exit_code == 2
    following("remove", name)
    assert following("list").strip() == "nothing is followed"
    assert onrecord("follow", "remove", name, "--service", "desk").exit_code == 3
    assert fits("news", following("run", "--archive", "archive", "--json"))["looked"] == 0


def test_sources_are_followed_by_address_or_list_and_told_apart_from_statements(following, workplace):
    (workplace / "feeds.opml").write_text(
        '<opml version="2.0"><body><outline type="rss" text="B" xmlUrl="https://b.example/feed"/></body></opml>',
        "utf-8",
    )
    following("add", "https://a.example/feed")
    assert following("add", "feeds.opml").split() == ["https://b.example/feed"]
    assert following("add", "feeds.opml").split() == []
    shape = json.loads(following("list", "--json"))
    assert [(one["url"], one["state"], one["error"]) for one in shape["sources"]] == [
        ("https://a.example/feed", "waiting", None),
        ("https://b.example/feed", "waiting", None),
    ]
    assert shape["followed"] == []
    following("remove", "https://a.example/feed")
    following("remove", "https://b.example/feed")
    assert following("list").strip() == "nothing is followed"


def test_of_a_list_only_addresses_are_followed_and_the_others_are_told(following, onrecord, workplace):
    nested = '<outline text="Desk"><outline text="Sub"><outline xmlUrl="https://b.example/feed"/></outline></outline>'
    odd = '<outline xmlUrl="javascript:alert(1)"/><outline xmlUrl="https:///feed"/><outline text="no address"/>'
    (workplace / "feeds.opml").write_text(f'<opml version="2.0"><body>{odd}{nested}</body></opml>', "utf-8")
    added = onrecord("follow", "add", "feeds.opml", "--service", "desk")
    assert added.stdout.split() == ["https://b.example/feed"]
    assert "'javascript:alert(1)' cannot be followed" in added.stderr
    assert "1 of 3 sources in the list are followed anew" in added.stderr
    assert json.loads(following("list", "--json"))["followed"] == []


def test_what_is_followed_is_listed_in_a_line_and_steers_no_screen(following):
    following("add", "The Kessel flood\nkilled 31 people \x1b[31m")
    assert (
        following("list")
        .splitlines()[0]
        .endswith("  not looked at yet  The Kessel flood killed 31 people ⟨U+001B⟩[31m")
    )


def test_killed_at_any_moment_nothing_is_lost_or_told_twice(following, onrecord, workplace):
    for number in range(40):
        following("add", f"The Kessel flood killed {number} people")
    shutil.copytree("desk", "undisturbed")
    chance = random.Random(7)
    for day in ("2025-09-01", "2025-09-04", "2025-09-06"):
        cycle = ("follow", "run", "--archive", "archive", "--as-of", day)
        process = subprocess.Popen([*COMMAND, *cycle, "--service", "desk"], stdout=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.5, 3.0))
        process.kill()
        process.wait()
        assert onrecord(*cycle, "--service", "desk").exit_code == 0
        assert onrecord(*cycle, "--service", "undisturbed").exit_code == 0
    changes = ("follow", "changes", "--archive", "archive", "--json", "--service")
    told, expected = (
        fits("news", onrecord(*changes, folder).stdout)["transitions"] for folder in ("desk", "undisturbed")
    )
    assert told == expected != []


@pytest.mark.parametrize("address", ["https://", "https:///feed", "https://[", "ftp://tribune.example/feed"])
def test_an_address_without_a_host_is_refused_and_no_statement(onrecord, address):
    refused = onrecord("follow", "add", address)
    assert (refused.exit_code, "no address of the web" in refused.stderr) == (2, True)
    assert onrecord("follow", "list").stdout.strip() == "nothing is followed"


def test_servers_that_are_followed_are_told_how_to_reach_whoever_asks(onrecord, httpserver, monkeypatch):
    monkeypatch.setenv("ONRECORD_ALLOW_PRIVATE_ADDRESSES", "1")
    monkeypatch.setenv("ONRECORD_CONTACT", "desk@tribune.example")
    httpserver.expect_request("/robots.txt").respond_with_data("", status=404)
    listed = f'<opml><body><outline xmlUrl="{httpserver.url_for("/feed")}"/></body></opml>'
    httpserver.expect_request("/list.opml").respond_with_data(listed, content_type="text/x-opml")
    httpserver.expect_request("/feed").respond_with_data("<p>nothing</p>", content_type="text/html")
    for asking in (("add", httpserver.url_for("/list.opml")), ("run",)):
        assert "private addresses are permitted" in onrecord("follow", *asking).stderr
    agents = {request.headers["User-Agent"] for request, _ in httpserver.log}
    assert [agent.endswith("(desk@tribune.example)") for agent in agents] == [True]
