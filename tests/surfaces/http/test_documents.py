"""Documents, their spans, their versions, and Memento over them."""

import json
import time

import pytest
from commandline import WIRE, fits, lines
from serving import serving

from onrecord.surfaces.service.desks import adding

RECORDS = lines(WIRE.read_text(encoding="utf-8"))
DATED = [record for record in RECORDS if record.get("published")]
URL = "https://tribune.example/ferry"
VERSIONS = [
    {"url": URL, "text": "The ferry sails on Monday.", "published": "2025-05-01T08:00:00Z", "id": "v1"},
    {
        "url": f"{URL}?utm_source=feed",
        "text": "The ferry sails on Tuesday, the port said.",
        "published": "2025-05-01T08:00:00Z",
        "modified": "2025-05-02T09:30:00Z",
        "id": "v2",
    },
    {
        "url": URL,
        "text": "The ferry does not sail.",
        "published": "2025-05-01T08:00:00Z",
        "captured": "2025-06-01",
        "id": "v3",
    },
]


@pytest.fixture(scope="module")
def versions(tmp_path_factory):
    """Serve three versions of one page."""
    folder = tmp_path_factory.mktemp("versions")
    with serving(folder / "archive", folder / "kept") as (client, _):
        body = "\n".join(map(json.dumps, VERSIONS)).encode()
        added = client.post("/api/v1/documents", content=body, headers={"Prefer": "wait=60"})
        assert added.json()["new"] == len(VERSIONS)
        yield client


def state_of(client, job):
    return client.get(job["self"]).json()["state"]


def test_who_adds_while_another_does_waits_for_the_end_of_it(tmp_path):
    with serving(tmp_path / "archive", tmp_path / "kept", jobs=2) as (client, service):
        with adding(service.settings):
            jobs = [client.post("/api/v1/documents", content=json.dumps(one)).json() for one in VERSIONS]
            unwanted = jobs.pop()
            seen = []
            while "running" not in seen or seen[-1] == "running":
                time.sleep(0.02)
                seen.append(state_of(client, jobs[0]))
            assert seen[-1] == "waiting"
            assert client.delete(unwanted["self"]).status_code == 200
            while state_of(client, unwanted) != "cancelled":  # it may just try whether the other has ended
                time.sleep(0.02)
        for _ in range(300):
            if {state_of(client, job) for job in (*jobs, unwanted)} == {"done", "cancelled"}:
                break
            time.sleep(0.1)
        assert [client.get(job["result"]).json()["new"] for job in jobs] == [1, 1]
        assert state_of(client, unwanted) == "cancelled"
        assert client.get("/api/v1/archive").json()["documents"] == len(jobs)


def texts(answer):
    assert answer.status_code == 200, answer.text
    return fits("document", answer.text)["text"]


def test_documents_are_listed_by_date_page_by_page(client):
    seen, link = [], "/api/v1/documents?limit=25&as_of=2025-09-10"
    while link:
        answer = client.get(link)
        seen += answer.json()["documents"]
        link = answer.links.get("next", {}).get("url")
    dates = [one["published_at"][:10] for one in seen]
    assert dates == sorted(dates)
    assert dates[-1] <= "2025-09-10"
    known = {record["id"] for record in DATED if record["published"][:10] <= "2025-09-10"}
    assert known <= {one["source_id"] for one in seen}
    assert "text" not in seen[0]


def test_a_cursor_that_is_none(client):
    for cursor in ("x", "é", "e30", "AAAA"):
        answer = client.get("/api/v1/documents", params={"cursor": cursor})
        assert (answer.status_code, answer.json()["code"]) == (400, "usage_error")


def test_a_document_has_its_date_and_is_not_there_before_it(client):
    one = client.get("/api/v1/documents", params={"limit": 1}).json()["documents"][0]
    path = f"/api/v1/documents/{one['id']}"
    answer = client.get(path)
    assert texts(answer)
    assert answer.headers["memento-datetime"].endswith("GMT")
    assert answer.headers["vary"] == "Accept-Datetime" or "Accept-Datetime" in answer.headers["vary"]
    assert client.get(f"/api/v1/documents/{one['id'][:8]}").text == answer.text
    assert client.get(path, params={"as_of": "1999-01-01"}).status_code == 404
    assert client.get(path, headers={"Accept-Datetime": "Fri, 01 Jan 1999 00:00:00 GMT"}).status_code == 404
    assert client.get(path, headers={"If-None-Match": answer.headers["etag"]}).status_code == 304


def test_a_span_is_cut_from_the_text(client):
    one = client.get("/api/v1/documents", params={"limit": 1}).json()["documents"][0]
    text = client.get(f"/api/v1/documents/{one['id']}").json()["text"]
    shape = client.get(f"/api/v1/documents/{one['id']}/spans/10-30").json()
    assert shape["exact"] == text[10:30]
    assert text.startswith(shape["prefix"] + shape["exact"] + shape["suffix"])
    for span in ("30-10", "5-5", f"0-{len(text) + 1}"):
        assert client.get(f"/api/v1/documents/{one['id']}/spans/{span}").status_code == 404


def test_versions_of_a_page(versions):
    listed = versions.get("/api/v1/documents", params={"limit": 200}).json()["documents"]
    (second,) = (one for one in listed if one["source_id"] == "v2")
    found = versions.get(f"/api/v1/documents/{second['id']}/versions").json()["versions"]
    assert [one["version_at"] for one in found] == ["2025-05-01T08:00:00Z", "2025-05-02T09:30:00Z", "2025-06-01"]


@pytest.mark.parametrize(
    ("at", "stamp"),
    [
        ("Wed, 01 Jan 2025 00:00:00 GMT", "20250501080000"),
        ("Thu, 01 May 2025 08:00:00 GMT", "20250501080000"),
        ("Fri, 02 May 2025 09:29:59 GMT", "20250501080000"),
        ("Fri, 02 May 2025 09:30:00 GMT", "20250502093000"),
        ("Sun, 01 Jun 2025 12:00:00 GMT", "20250502093000"),
        ("Tue, 10 Jun 2025 00:00:00 GMT", "20250601235959"),
        (None, "20250601235959"),
    ],
)
def test_timegate(versions, at, stamp):
    answer = versions.get(f"/timegate/{URL}", headers={"Accept-Datetime": at} if at else {})
    assert (answer.status_code, answer.headers["location"]) == (302, f"/memento/{stamp}/{URL}")
    assert answer.headers["vary"].lower() == "accept-datetime"
    assert f'<{URL}>; rel="original"' in answer.headers["link"]
    assert "memento-datetime" not in answer.headers


def test_memento(versions):
    answer = versions.get(f"/memento/20250502093000/{URL}")
    assert texts(answer) == VERSIONS[1]["text"]
    assert answer.headers["memento-datetime"] == "Fri, 02 May 2025 09:30:00 GMT"
    links = answer.headers["link"]
    for relation in ("original", "timegate", "timemap", "first memento", "memento", "last memento"):
        assert f'rel="{relation}"' in links
    assert versions.get(f"/memento/20250515/{URL}").headers["location"] == f"/memento/20250502093000/{URL}"


def test_timemap(versions):
    answer = versions.get(f"/timemap/link/{URL}")
    assert answer.headers["content-type"].startswith("application/link-format")
    rows = answer.text.strip().split(",\n")
    assert rows[0] == f'<{URL}>; rel="original"'
    assert 'rel="self"' in rows[2]
    assert 'from="Thu, 01 May 2025 08:00:00 GMT"' in rows[2]
    mementos = [row for row in rows if "memento" in row and "datetime" in row]
    assert len(mementos) == 3
    for row in mementos:
        assert versions.get(row[1 : row.index(">")]).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        f"/timemap/link/{URL}",
        "/api/v1/notes.jsonld",
        "/api/v1/followed/feed.atom",
        "/api/v1/followed/feed.json",
        "/api/v1/search?q=ferry&as_of=2025-06-01",
    ],
)
def test_who_has_what_is_read_is_not_sent_it_again(versions, path):
    answer = versions.get(path)
    again = versions.get(path, headers={"If-None-Match": answer.headers["ETag"]})
    assert (answer.status_code, again.status_code, again.content) == (200, 304, b"")


@pytest.mark.parametrize("path", ["timegate/", "timemap/link/", "memento/20250101000000/"])
def test_pages_that_are_not_held(client, path):
    for url in ("https://nowhere.example/x", "no address", "https://tribune.example/a?b=c&d=é"):
        answer = client.get(f"/{path}{url}")
        assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")


def test_dates_that_are_none(versions):
    for at in ("yesterday", "2025-05-01", "Fri, 99 May 2025 09:30:00 GMT"):
        answer = versions.get(f"/timegate/{URL}", headers={"Accept-Datetime": at})
        assert answer.status_code == 400, at
    assert versions.get(f"/memento/20251340000000/{URL}").status_code == 400
