"""Whatever is sent, one clear problem comes back, and the service goes on."""

import gzip
import json
import socket
import time

import pytest
from commandline import PAGE

TEXT = {"Content-Type": "text/plain"}
PROBLEM = {"type", "title", "status", "detail", "instance", "code", "hint"}


def is_problem(answer, status, code=None):
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    shape = answer.json()
    assert set(shape) >= PROBLEM
    assert shape["status"] == status
    assert code in (None, shape["code"])
    assert "Traceback" not in answer.text
    return shape


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"1", b"null", b"\xff\xfe", b'{"text": 1}', b'{"text": ""}', b"[" * 200_000]
)
def test_json_that_is_no_page(client, body):
    for path in ("restore", "statements", "checks"):
        answer = client.post(f"/api/v1/{path}", content=body, headers={"Content-Type": "application/json"})
        is_problem(answer, 422, "input_malformed")


@pytest.mark.parametrize("kind", ["image/png", "application/zip", "multipart/form-data", "x"])
def test_kinds_that_are_not_read(client, kind):
    answer = client.post("/api/v1/restore", content=b"A ferry sails.", headers={"Content-Type": kind})
    if kind != "x":  # what is no media type counts as text, RFC 2045 5.2
        is_problem(answer, 415, "wrong_media_type")


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/v1/search", 400),
        ("/api/v1/search?q=", 400),
        ("/api/v1/search?q=%20", 400),
        ("/api/v1/search?q=dam&limit=0", 400),
        ("/api/v1/search?q=dam&limit=x", 400),
        ("/api/v1/search?q=dam&as_of=yesterday", 400),
        ("/api/v1/search?q=dam&as_of=2999-01-01", 400),
        ("/api/v1/search?q=dam&as_of=", 400),
        ("/api/v1/stories?topic=dam&since=2025-05-01&as_of=2025-05-01", 400),
        ("/api/v1/series?topic=", 400),
        ("/api/v1/series?topic=dam&since=2025-05-01&as_of=2025-05-01", 400),
        ("/api/v1/changes?topic=dam", 400),
        ("/api/v1/jobs/nothing", 404),
        ("/api/v1/jobs/nothing/events", 404),
        ("/api/v1/checks/0123456789abcdef", 404),
        ("/api/v1/documents/0123456789abcdef", 404),
        ("/api/v1/documents/%27%20OR%201=1", 404),
        ("/nowhere", 404),
        ("/api/v1/../../etc/passwd", 404),
    ],
)
def test_bad_addresses(client, path, status):
    is_problem(client.get(path), status)


@pytest.mark.parametrize(
    "path",
    [
        "search?q=dam&asof=2025-09-03",
        "search?q=dam&as-of=2025-09-03",
        "search?q=dam&as_of=2025-09-03&as_of=2025-09-30",
        "documents?since=2025-09-03",
        "series?topic=Kessel+flood&until=2025-09-03",
        "archive?as_of=2025-09-03",
        "jobs?kinds=brief",
    ],
)
def test_a_parameter_that_nobody_looks_at_is_refused(client, path):
    shape = is_problem(client.get(f"/api/v1/{path}"), 400, "usage_error")
    assert "2025" not in shape["title"] + shape["detail"]


def test_a_refused_parameter_is_told_with_those_that_there_are(client):
    shape = is_problem(client.get("/api/v1/search?q=dam&asof=2025-09-03"), 400)
    assert (shape["title"], "as_of, limit, q" in shape["detail"]) == ("asof cannot be used as given", True)


def test_other_addresses_keep_their_query(client):
    assert client.get("/healthz?at=1").status_code == 200
    assert client.get("/api/v1/openapi.json?v=1").status_code == 200
    is_problem(client.get("/timegate/https://tribune.example/ferry?page=2"), 404)


KILLED = "The flood in the Kessel valley has killed 31 people."


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("verdicts", {"statements": [{"text": KILLED}], "as_of": "2025-09-03"}),
        ("verdicts", {"statements": [{"text": KILLED}], "asof": "2025-09-03"}),
        ("verdicts", {"statements": [{"text": KILLED, "as_of": "2025-09-03"}]}),
        ("checks", {"text": KILLED, "as_of": "2025-09-03"}),
        ("checks", {"text": KILLED, "max_statements": 1}),
    ],
)
def test_a_date_in_the_body_that_would_not_govern_is_refused(client, path, body):
    is_problem(client.post(f"/api/v1/{path}", json=body), 400, "usage_error")


def test_what_a_page_says_of_itself_may_stand_in_the_body(client):
    page = {"text": KILLED, "published": "2025-09-04", "url": "https://tribune.example/a", "section": "Island"}
    assert client.post("/api/v1/restore", json=page).json()["document"]["published_at"] == "2025-09-04"
    assert client.post("/api/v1/checks?as_of=2025-09-05", json=page).status_code == 202


@pytest.mark.parametrize(
    "path",
    ["/healthz", "/api/v1/search?q=dam&as_of=2025-09-30", "/api/v1/archive", "/api/v1/openapi.json", "/archive?x=1"],
)
def test_head_is_answered_as_get_is_without_a_body(client, path):
    head, get = client.head(path), client.get(path)
    assert (head.status_code, head.content) == (get.status_code, b"")
    for name in ("content-type", "etag", "onrecord-as-of", "onrecord-archive-revision"):
        assert head.headers.get(name) == get.headers.get(name)


def test_head_of_what_is_refused(client):
    assert client.head("/api/v1/search").status_code == 400
    assert client.head("/api/v1/documents/0123456789abcdef").status_code == 404
    assert client.head("/api/v1/verdicts").status_code == 405
    assert client.head("/api/v1/jobs/0123456789abcdef/events").status_code == 405
    assert client.head("/mcp").status_code == 405


def test_a_timegate_is_asked_with_head(client):
    (held, *_) = client.get("/api/v1/documents?limit=1").json()["documents"]
    gate = f"/timegate/{held['url']}"
    head, get = client.head(gate), client.get(gate)
    assert (head.status_code, head.headers["location"]) == (302, get.headers["location"])
    assert client.head(f"/timemap/link/{held['url']}").status_code == 200


def test_methods_that_are_not_answered(client):
    answer = client.delete("/api/v1/search")
    is_problem(answer, 405)
    assert answer.headers["allow"] == "GET"


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"topic": 1},
        {"topic": " "},
        {"topic": "x", "length": "epic"},
        {"topic": "x", "max_tokens": 0},
        {"topic": "x", "as_of": "x"},
        {"topic": "x", "unknown": 1},
    ],
)
def test_briefs_that_cannot_be_written(client, asked):
    is_problem(client.post("/api/v1/briefs", json=asked), 400, "usage_error")


@pytest.mark.parametrize("asked", [{"statements": []}, {"statements": [{"text": "x"}] * 33}])
def test_too_few_and_too_many_statements(client, asked):
    is_problem(client.post("/api/v1/verdicts", json=asked), 400)


@pytest.mark.parametrize(
    "asked",
    [{}, {"statements": {}}, {"statements": ["x"]}, {"statements": [{"text": 5}]}, {"statements": [{"text": " "}]}],
)
def test_statements_that_are_none(client, asked):
    is_problem(client.post("/api/v1/verdicts", json=asked), 422)


def test_statements_are_answered_under_their_ids(client):
    asked = {"statements": [{"id": "a", "text": "Anders Holt was sworn in as premier of Veldania."}, {"text": "Why?"}]}
    answer = client.post("/api/v1/verdicts", params={"as_of": "2025-09-30"}, json=asked)
    assert [one["id"] for one in answer.json()["verdicts"]] == ["a", 1]


def test_megabytes_are_refused_before_they_are_read(serve):
    with serve(body=100_000) as (client, _):
        is_problem(client.post("/api/v1/restore", content=b"x" * 100_001, headers=TEXT), 413, "too_large")
        parts = (b"x" * 10_000 for _ in range(100))  # sent in chunks, its length unknown
        is_problem(client.post("/api/v1/restore", content=parts, headers=TEXT), 413, "too_large")
        bomb = gzip.compress(bytes(50_000_000), 1)[:90_000]
        is_problem(client.post("/api/v1/restore", content=bomb, headers=TEXT | {"Content-Encoding": "gzip"}), 413)
        assert client.get("/healthz").status_code == 200


def test_packed_requests(client):
    packed = TEXT | {"Content-Encoding": "gzip"}
    plain = client.post("/api/v1/restore", content=PAGE.read_bytes(), headers=TEXT)
    assert client.post("/api/v1/restore", content=gzip.compress(PAGE.read_bytes()), headers=packed).text == plain.text
    for broken in (b"not gzip", gzip.compress(PAGE.read_bytes())[:-20]):
        is_problem(client.post("/api/v1/restore", content=broken, headers=packed), 422, "input_malformed")
    is_problem(client.post("/api/v1/restore", content=b"x", headers=TEXT | {"Content-Encoding": "br"}), 415)


def test_hostile_text_is_text(client):
    for text in (
        "<script>alert(1)</script>",
        "\u202e\u2066ferry",
        "a\x00b",
        "\ud83d\ude00",
        "x" * 1_000_000,
        "\n" * 10_000 + "x",
    ):
        answer = client.post(
            "/api/v1/restore", content=json.dumps({"text": text}).encode(), headers={"Content-Type": "application/json"}
        )
        assert answer.status_code in (200, 422), text[:20]
        assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.fixture
def raw(serve):
    """Speak to a service of little patience byte by byte."""
    with serve(head_seconds=0.5, body_seconds=0.5) as (client, _):
        yield lambda: socket.create_connection((client.base_url.host, client.base_url.port), timeout=10), client


def test_who_sends_a_head_drop_by_drop_is_hung_up_on(raw):
    connect, client = raw
    with connect() as slow:
        slow.sendall(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n")
        began = time.monotonic()
        assert slow.recv(100) == b""
        assert time.monotonic() - began < 5
    assert client.get("/healthz").status_code == 200


def test_nor_is_a_second_request_waited_for_without_end(raw):
    connect, _ = raw
    with connect() as slow:
        slow.sendall(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert slow.recv(100_000).startswith(b"HTTP/1.1 200")
        time.sleep(0.2)
        began = time.monotonic()
        slow.sendall(b"GET /healthz HTTP/1.1\r\n")
        while slow.recv(100_000):
            pass
        assert time.monotonic() - began < 5


def test_who_sends_a_body_drop_by_drop_is_told_so(raw):
    connect, client = raw
    with connect() as slow:
        head = "POST /api/v1/restore HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: 100\r\n\r\nx"
        slow.sendall(head.encode())
        answer = slow.recv(100_000)
    assert answer.startswith(b"HTTP/1.1 422")
    assert client.get("/healthz").status_code == 200


@pytest.mark.parametrize(
    "words",
    [b"\r\n\r\n", b"GET\r\n\r\n", b"\x16\x03\x01\x02\x00" * 10, b"GET / HTTP/9.9\r\n\r\n", b"GET /" + b"x" * 100_000],
)
def test_what_is_no_http(raw, words):
    connect, client = raw
    with connect() as socket_:
        socket_.sendall(words)
        socket_.recv(1_000)
    assert client.get("/healthz").status_code == 200
