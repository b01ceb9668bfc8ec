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


def test_copies_and_what_is_off_the_topic_are_no_news(following, onrecord, workplace):
    following("add", TOLL)
    looked(following, "2025-09-04")
    copies = [
        {"text": words, "url": f"https://copy{number}.example/", "published_at": "2025-09-04T09:00:00Z"}
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
    assert looked(following, "2025-09-04T23:59:59.999999Z") == []
    assert looked(following, "2025-09-05T01:00:00Z") == []


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
    shape = json.loads(following("list", "--json"))
    assert [(one["url"], one["state"], one["error"]) for one in shape["sources"]] == [
        ("https://a.example/feed", "waiting", None),
        ("https://b.example/feed", "waiting", None),
    ]
    assert shape["followed"] == []
    following("remove", "https://a.example/feed")
    following("remove", "https://b.example/feed")
    assert following("list").strip() == "nothing is followed"


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
