"""Notes on the command line: on words, on statements, on briefs; and what other programs read of them."""

import json

import pytest
from commandline import PAGE, fits, lines

from onrecord import wiring
from onrecord.data import Label

DATE = "2025-09-30"
OURS = ("--service", "kept")


@pytest.fixture
def document(wire):
    return next(one for one in wiring.open_archive(wire).documents() if "58 people" in one.text)


def test_a_note_on_words_is_listed_where_they_stand(onrecord, wire, document):
    about = ("--document", document.id, "--quote", "58 people")
    added = onrecord("note", "add", "By whose count?", *about, "--by", "ada", "--archive", wire, *OURS)
    assert added.exit_code == 0, added.stderr
    listed = onrecord("note", "list", "--document", document.id, "--archive", wire, *OURS, "--json")
    (note,) = fits("notes", listed.stdout)["notes"]
    assert note["id"] == added.stdout.strip()
    anchor = note["anchor"]
    assert document.text[anchor["start"] : anchor["end"]] == "58 people"
    assert (note["by"], note["words"], note["version"]) == ("ada", "By whose count?", 1)
    printed = onrecord("note", "list", "--document", document.id, "--archive", wire, *OURS).stdout
    assert "ada, open, on “58 people”: By whose count?" in printed


def test_a_note_follows_its_words_into_another_version_and_an_orphan_is_shown(onrecord, tmp_path):
    first = {
        "id": "v1",
        "url": "https://wire.example/dam",
        "published": "2025-09-01",
        "text": "The dam gave way before dawn. The ministry said 58 people were killed. The search goes on.",
    }
    again = {
        **first,
        "id": "v2",
        "published": "2025-09-02",
        "text": "An update. The dam gave way before dawn. The ministry said 74 people were killed.",
    }
    (tmp_path / "pages.jsonl").write_text(json.dumps(first) + "\n" + json.dumps(again), encoding="utf-8")
    assert onrecord("add", "pages.jsonl", "--archive", "two").exit_code == 0
    v1, v2 = (one.id for one in wiring.open_archive(tmp_path / "two").documents())
    for quote in ("The ministry said 58 people were killed.", "The search goes on."):
        onrecord("note", "add", "So?", "--document", v1, "--quote", quote, "--archive", "two", *OURS)
    shown = json.loads(onrecord("note", "list", "--document", v2, "--archive", "two", *OURS, "--json").stdout)["notes"]
    moved, orphan = shown
    assert (
        again["text"][moved["anchor"]["start"] : moved["anchor"]["end"]] == "The ministry said 74 people were killed."
    )
    assert moved["anchor"]["exact"] is False
    assert orphan["anchor"] is None
    assert "not in this version" in onrecord("note", "list", "--document", v2, "--archive", "two", *OURS).stdout


def test_an_overruled_verdict_shows_both(onrecord, wire, tmp_path):
    checked = onrecord("check", PAGE, "--as-of", DATE, "--archive", wire, "--max-statements", 4, "--json")
    (tmp_path / "report.json").write_text(checked.stdout, encoding="utf-8")
    verdict = next(one for one in json.loads(checked.stdout)["verdicts"] if one["label"] != "supported")
    name = verdict["statement"]["id"]
    about = ("--report", "report.json", "--statement", name, "--overrule", "supported", "--by", "ada")
    assert onrecord("note", "add", "I was there.", *about, *OURS).exit_code == 0
    (note,) = fits("notes", onrecord("note", "list", "--statement", name, *OURS, "--json").stdout)["notes"]
    assert note["ruling"]["machine"]["label"] == verdict["label"]
    person = note["ruling"]["person"]
    assert (person["label"], person["by"], person["reason"]) == ("supported", "ada", "I was there.")
    assert note["target"]["statement_id"] == name
    assert "overrules “" in onrecord("note", "list", *OURS).stdout
    given = ("--as-of", DATE, "--archive", wire, "--max-statements", 4, "--notes", *OURS)
    told = onrecord("check", PAGE, *given, "--md").stdout
    assert f"ada overrules our reading, “{Label(verdict['label']).words}”, as of 30 September 2025" in told
    assert onrecord("check", PAGE, *given, "--json").exit_code == 2


def test_replies_and_settling_are_history(onrecord):
    first = onrecord(
        "note", "add", "Too short.", "--topic", "dam", "--as-of", DATE, "--by", "ada", *OURS
    ).stdout.strip()
    assert onrecord("note", "add", "Longer now.", "--reply-to", first, "--by", "ben", *OURS).exit_code == 0
    assert onrecord("note", "resolve", first, "--by", "ada", *OURS).stdout == f"{first} is resolved\n"
    notes = json.loads(onrecord("note", "list", "--topic", "dam", *OURS, "--json").stdout)["notes"]
    assert [note["reply_to"] for note in notes] == [None, first]
    assert [act["act"] for act in notes[0]["history"]] == ["written", "resolved"]


def test_notes_are_exported_as_web_annotations(onrecord, wire, document):
    about = ("--document", document.id, "--quote", "58 people", "--archive", wire)
    first = onrecord("note", "add", "By whose count?", *about, "--by", "ada", *OURS).stdout.strip()
    onrecord("note", "add", "The ministry's.", "--reply-to", first, "--by", "ben", *OURS)
    page = json.loads(onrecord("note", "export", *OURS).stdout)
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    one, reply = page["items"]
    assert (one["type"], one["motivation"], one["creator"]["name"]) == ("Annotation", "commenting", "ada")
    quote, place = one["target"]["selector"]
    assert (quote["type"], quote["exact"]) == ("TextQuoteSelector", "58 people")
    assert document.text[place["start"] : place["end"]] == "58 people"
    assert document.text[: place["start"]].endswith(quote["prefix"])
    assert one["target"]["source"] == document.url
    assert one["body"][0]["value"] == "By whose count?"
    assert (reply["motivation"], reply["target"]) == ("replying", one["id"])


def test_verdicts_are_written_as_claimreview_in_our_words(onrecord, wire, tmp_path):
    given = (PAGE, "--as-of", DATE, "--published", "2025-09-22", "--archive", wire)
    graph = json.loads(onrecord("check", *given, "--claimreview").stdout)
    verdicts = json.loads(onrecord("check", *given, "--json").stdout)["verdicts"]
    said = [one for one in verdicts if one["label"] not in ("not_enough_evidence", "not_checked")]
    assert graph["@context"] == "https://schema.org"
    assert [one["claimReviewed"] for one in graph["@graph"]] == [one["statement"]["text"] for one in said]
    for review, verdict in zip(graph["@graph"], said, strict=True):
        rating = review["reviewRating"]
        assert rating["termCode"] == verdict["label"]
        assert "ratingValue" not in rating
        assert [one["text"] for one in review["citation"]] == [one["quote"] for one in verdict["evidence"]]
    words = {one["reviewRating"]["alternateName"] for one in graph["@graph"]}
    assert "Superseded" in words
    assert not {"True", "False"} & words


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("So.",), "give one of"),
        (("So.", "--topic", "dam", "--reply-to", "0" * 16), "give one of"),
        (("So.", "--reply-to", "0" * 16), "check the id"),
        (("So.", "--topic", "dam", "--overrule", "refuted"), "--report and --statement"),
        ((" ", "--topic", "dam"), "the note has no words"),
    ],
)
def test_what_cannot_be_a_note_says_what_to_try(onrecord, arguments, said):
    ended = onrecord("note", "add", *arguments, *OURS)
    assert ended.exit_code in (2, 3)
    assert said in ended.stderr
    assert lines(onrecord("note", "list", *OURS, "--json").stdout)[0]["notes"] == []


@pytest.mark.parametrize("quote", ["no such words", "the", ""])
def test_a_quote_stands_in_one_place(onrecord, wire, document, quote):
    about = ("--document", document.id, "--quote", quote, "--archive", wire)
    ended = onrecord("note", "add", "So.", *about, *OURS)
    assert ended.exit_code == 2
    assert "  try: " in ended.stderr
