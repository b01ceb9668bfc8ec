"""The feeds of changed verdicts, as readers of feeds take them."""

from __future__ import annotations

import json
from xml.etree import ElementTree as ET

import feedparser
import veldania
from hypothesis import given
from hypothesis import strategies as st

import strategies
from onrecord.data import Transition
from onrecord.render import feeds

TOLD = veldania.HISTORY.transitions[::-1]


def test_a_reader_finds_every_change_the_newest_first():
    read = feedparser.parse(feeds.atom(TOLD))
    assert not read.bozo
    assert [entry.title for entry in read.entries] == [
        f"{each.before.label.words} → {each.after.label.words}: {each.after.statement.text}" for each in TOLD
    ]
    assert len({entry.id for entry in read.entries}) == len(TOLD) > 1
    for each, entry in zip(TOLD, read.entries, strict=True):
        assert all(evidence.quote in entry.content[0].value for evidence in (*each.before.evidence, *each.gained))


def test_both_feeds_tell_the_same():
    entries = feedparser.parse(feeds.atom(TOLD)).entries
    items = json.loads(feeds.json_feed(TOLD))["items"]
    assert [(one["id"], one["title"], one["content_text"]) for one in items] == [
        (one.id, one.title, one.content[0].value) for one in entries
    ]


def test_an_entry_leads_to_the_reports_that_it_quotes():
    entries = feedparser.parse(feeds.atom(TOLD)).entries
    items = json.loads(feeds.json_feed(TOLD))["items"]
    for each, entry, item in zip(TOLD, entries, items, strict=True):
        urls = [evidence.memento.document.url for evidence in each.gained]
        assert [link.href for link in entry.get("links", ())] == urls[:1]
        assert item.get("external_url") == next(iter(urls), None)
        assert all(f") {url}" in item["content_text"] for url in urls)


def test_a_feed_without_entries_is_one():
    read = feedparser.parse(feeds.atom(()))
    assert not read.bozo
    assert read.entries == []
    assert json.loads(feeds.json_feed(()))["items"] == []


@strategies.unhurried
@given(st.lists(strategies.histories(), max_size=2))
def test_any_text_makes_a_feed_that_parses(histories):
    told: list[Transition] = [each for history in histories for each in history.transitions]
    entries = ET.fromstring(feeds.atom(told)).findall("{http://www.w3.org/2005/Atom}entry")
    assert len(entries) == len(json.loads(feeds.json_feed(told))["items"]) == len(told)
