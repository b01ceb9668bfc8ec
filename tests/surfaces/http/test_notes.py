"""Notes over HTTP: kept with their history, and changed only by who has seen the last version."""

import pytest

from onrecord import wiring
from onrecord.data import Role

DATE = "2025-09-30"
BRIEF = {"words": "Too short.", "topic": "dam", "as_of": DATE}


@pytest.fixture
def running(serve):
    with serve() as served:
        yield served


def test_a_note_is_written_read_changed_settled_and_taken_back(running):
    client, _ = running
    made = client.post("/api/v1/notes", json=BRIEF)
    assert made.status_code == 201
    where, tag = made.headers["Location"], made.headers["ETag"]
    assert client.get(where).headers["ETag"] == tag
    for known in (tag, f"W/{tag}", f'"other", {tag}'):
        assert client.get(where, headers={"If-None-Match": known}).status_code == 304
    changed = client.patch(where, json={"words": "Far too short."}, headers={"If-Match": tag})
    assert changed.json()["words"] == "Far too short."
    settled = client.patch(where, json={"resolved": True}, headers={"If-Match": changed.headers["ETag"]})
    assert settled.json()["resolved"] is True
    gone = client.delete(where, headers={"If-Match": settled.headers["ETag"]})
    assert gone.json()["withdrawn"] is True
    acts = [one["act"] for one in client.get(where).json()["history"]]
    assert acts == ["written", "changed", "resolved", "withdrawn"]
    assert [one["words"] for one in client.get("/api/v1/notes").json()["notes"]] == ["Far too short."]
    assert client.get("/api/v1/notes.jsonld").json()["items"] == []


def test_a_note_that_is_sent_again_is_kept_once(running):
    client, _ = running
    once = {"Idempotency-Key": "n1"}
    first, again = (client.post("/api/v1/notes", json={**BRIEF, "as_of": None}, headers=once) for _ in range(2))
    assert (again.status_code, again.json()) == (201, first.json())
    assert again.headers["Location"] == first.headers["Location"]
    assert len(client.get("/api/v1/notes").json()["notes"]) == 1
    other = client.post("/api/v1/notes", json=BRIEF, headers=once)
    assert (other.status_code, other.json()["code"]) == (422, "key_reused")
    client.post("/api/v1/notes", json=BRIEF, headers={"Idempotency-Key": "n2"})
    assert len(client.get("/api/v1/notes").json()["notes"]) == 2


def test_whoever_has_not_seen_the_last_version_changes_nothing(running):
    client, _ = running
    made = client.post("/api/v1/notes", json=BRIEF)
    where, tag = made.headers["Location"], made.headers["ETag"]
    assert client.patch(where, json={"words": "Mine."}).status_code == 428
    client.patch(where, json={"words": "First."}, headers={"If-Match": tag})
    late = client.patch(where, json={"words": "Second."}, headers={"If-Match": tag})
    assert (late.status_code, late.headers["Content-Type"]) == (412, "application/problem+json")
    assert client.get(where).json()["words"] == "First."


def test_a_verdict_is_overruled_beside_its_evidence(running):
    client, _ = running
    text = "The dam at Kessel gave way. The moon over Tarn is made of slate."
    report = client.post("/api/v1/checks", params={"as_of": DATE}, json={"text": text}, headers={"Prefer": "wait=60"})
    check = report.headers.get("Content-Location") or report.headers.get("Location") or ""
    assert report.status_code == 200, report.text
    jobs = client.get("/api/v1/jobs").json()["jobs"]
    verdict = report.json()["verdicts"][0]
    asked = {
        "words": "I was there.",
        "check_id": jobs[0]["id"] if jobs else check.rsplit("/", 1)[-1],
        "statement_id": verdict["statement"]["id"],
        "overrule": "refuted",
    }
    made = client.post("/api/v1/notes", json=asked).json()
    assert made["ruling"]["machine"]["label"] == verdict["label"]
    assert made["ruling"]["person"]["reason"] == "I was there."
    found = client.get("/api/v1/notes", params={"statement_id": verdict["statement"]["id"]}).json()["notes"]
    assert [one["id"] for one in found] == [made["id"]]


def test_words_of_a_document_are_found_where_they_stand(running, wire):
    client, _ = running
    document = next(one for one in wiring.open_archive(wire).documents() if "58 people" in one.text)
    asked = {"words": "By whose count?", "document_id": document.id, "quote": "58 people"}
    assert client.post("/api/v1/notes", json=asked).status_code == 201
    (note,) = client.get("/api/v1/notes", params={"document_id": document.id}).json()["notes"]
    assert document.text[note["anchor"]["start"] : note["anchor"]["end"]] == "58 people"


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({"words": "So."}, 400),
        ({"words": "", "topic": "dam"}, 400),
        ({"words": "So.", "topic": "dam", "colour": "red"}, 400),
        ({"words": "So.", "document_id": "0" * 32, "quote": "dam"}, 404),
        ({"words": "So.", "check_id": "0" * 16, "statement_id": "x"}, 404),
        ({"words": "So.", "reply_to": "0" * 16}, 404),
        ({"words": "So.", "topic": "dam", "overrule": "refuted"}, 400),
    ],
)
def test_what_cannot_be_a_note_is_a_problem(client, asked, status):
    refused = client.post("/api/v1/notes", json=asked)
    assert (refused.status_code, refused.headers["Content-Type"]) == (status, "application/problem+json")
    assert refused.json()["hint"]


def test_who_may_write_and_who_may_change(running):
    client, service = running
    tokens = {
        name: service.kept.people.add(name, role)
        for name, role in (("ada", Role.WRITE), ("ben", Role.WRITE), ("cleo", Role.CHECK))
    }

    def sent(method, path, by, **more):
        headers = {"Authorization": f"Bearer {tokens[by]}", **more.pop("headers", {})}
        return client.request(method, path, headers=headers, **more)

    assert sent("POST", "/api/v1/notes", "cleo", json=BRIEF).status_code == 403
    made = sent("POST", "/api/v1/notes", "ada", json=BRIEF)
    where, tag = made.headers["Location"], {"If-Match": made.headers["ETag"]}
    assert made.json()["by"] == "ada"
    assert sent("PATCH", where, "ben", json={"words": "Mine."}, headers=tag).status_code == 403
    assert sent("PATCH", where, "ben", json={"resolved": True}, headers=tag).json()["history"][-1]["by"] == "ben"


def test_a_long_list_comes_in_parts(running):
    client, _ = running
    written = [client.post("/api/v1/notes", json={**BRIEF, "words": f"Note {turn}."}).json()["id"] for turn in range(5)]
    told, cursor = [], {}
    while True:
        part = client.get("/api/v1/notes", params={"limit": 2, **cursor}).json()
        told += [one["id"] for one in part["notes"]]
        if part["next"] is None:
            break
        cursor = {"cursor": part["next"]}
    assert told == written
