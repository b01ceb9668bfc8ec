"""What is asked over HTTP and on the command line is answered with the same bytes."""

import json

import pytest
from commandline import PAGE

AS_OF = {"as_of": "2025-09-30"}
TYPED = ("--as-of", "2025-09-30")


def printed(onrecord, wire, *words):
    return onrecord(*words, "--archive", wire, "--json").stdout


def test_restore_and_statements(onrecord, client):
    for command in ("restore", "statements"):
        answer = client.post(f"/api/v1/{command}", content=PAGE.read_bytes(), headers={"Content-Type": "text/plain"})
        assert answer.text == onrecord(command, PAGE, "--json").stdout


def test_a_page_of_json(onrecord, client):
    record = {
        "html": "<p>The dam at Orlo Gorge holds.</p>",
        "url": "https://ledger.example/a",
        "published": "2025-05-19",
    }
    (line,) = onrecord("restore", "--jsonl", "-", given=json.dumps({**record, "id": 1})).stdout.splitlines()
    answer = client.post("/api/v1/restore", json=record)
    assert {**answer.json(), "id": 1} == json.loads(line) | {"document": answer.json()["document"]}
    assert answer.json()["document"]["published_at"] == "2025-05-19"


@pytest.mark.parametrize(
    ("path", "asked", "typed"),
    [
        ("search", {"q": "dam at Orlo Gorge", "limit": 3}, ("find", "dam at Orlo Gorge", "--limit", "3", *TYPED)),
        ("series", {"topic": "Kessel flood"}, ("series", "Kessel flood", *TYPED)),
        ("stories", {"topic": "Kessel flood"}, ("stories", "Kessel flood", *TYPED)),
        ("offices", {"q": "energy minister"}, ("offices", "energy minister", *TYPED)),
        (
            "changes",
            {"topic": "people killed by the Kessel flood", "since": "2025-09-05"},
            ("brief", "diff", "people killed by the Kessel flood", "--since", "2025-09-05", *TYPED),
        ),
    ],
)
def test_reading(onrecord, wire, client, path, asked, typed):
    answer = client.get(f"/api/v1/{path}", params={**asked, **AS_OF})
    assert answer.text == printed(onrecord, wire, *typed)
    assert answer.headers["Onrecord-As-Of"] == AS_OF["as_of"]
    assert answer.headers["Onrecord-Archive-Revision"].startswith("v")


def test_archive(onrecord, wire, client):
    theirs, ours = json.loads(printed(onrecord, wire, "archive", "stats")), client.get("/api/v1/archive").json()
    assert ours | {"bytes": 0} == theirs | {"bytes": 0}


def test_check(onrecord, wire, client):
    answer = client.post(
        "/api/v1/checks",
        params={**AS_OF, "published": "2025-09-22", "max_statements": 6},
        content=PAGE.read_bytes(),
        headers={"Content-Type": "text/plain", "Prefer": "wait=60"},
    )
    assert answer.status_code == 200
    assert answer.text == printed(
        onrecord, wire, "check", PAGE, *TYPED, "--published", "2025-09-22", "--max-statements", 6
    )


def test_brief(onrecord, wire, client):
    asked = {"topic": "Orlo Gorge dam", **AS_OF}
    answer = client.post("/api/v1/briefs", json=asked, headers={"Prefer": "wait=60"})
    assert answer.text == printed(onrecord, wire, "brief", "Orlo Gorge dam", *TYPED)
