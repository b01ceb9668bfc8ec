"""Who may ask, from where, and what is said to everybody."""

import json
import logging
import re
import socket
import subprocess

import httpx2
import pytest
from commandline import COMMAND, environment

from onrecord.data import Role
from onrecord.errors import UsageError
from onrecord.surfaces.http.gate import HEADERS
from onrecord.surfaces.http.server import require_safe

READING = ("/api/v1/search?q=dam", "/api/v1/archive", "/api/v1/jobs", "/api/v1/me", "/api/v1/documents")


@pytest.fixture
def people(serve):
    """A service that people were added to, with the token of each role."""
    with serve() as (client, service):
        yield client, service, {role: service.kept.people.add(role.name.lower(), role) for role in Role}


def bearer(token):
    return {"Authorization": f"Bearer {token}"}


@pytest.mark.parametrize(
    "host", ["tribune.example", "127.0.0.1.tribune.example", "evil.example:80", "", "[::1", "192.168.0.9"]
)
def test_a_name_bent_to_this_address_is_not_answered(client, host):
    answer = client.get("/healthz", headers={"Host": host})
    assert answer.status_code in (400, 403)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:1", "[::1]:8400", "LOCALHOST"])
def test_names_of_this_machine(client, host):
    assert client.get("/healthz", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://tribune.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost:1"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "cors"},
    ],
)
def test_pages_of_other_sites_get_nothing(client, headers):
    for answer in (
        client.get("/api/v1/archive", headers=headers),
        client.post("/api/v1/restore", content=b"x", headers=headers),
    ):
        assert (answer.status_code, answer.json()["code"]) == (403, "not_allowed")


def test_our_own_pages_and_links_that_lead_here(client):
    own = str(client.base_url).rstrip("/")
    text = {"Content-Type": "text/plain"}
    assert client.post("/api/v1/restore", content=b"A ferry.", headers=text | {"Origin": own}).status_code == 200
    followed = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
    assert client.get("/api/v1/archive", headers=followed).status_code == 200
    assert client.post("/api/v1/restore", content=b"A ferry.", headers=text | followed).status_code == 403


def test_what_is_said_with_every_answer(client):
    for answer in (
        client.get("/healthz"),
        client.get("/nowhere"),
        client.get("/healthz", headers={"Host": "evil.example"}),
    ):
        for name, value in HEADERS.items():
            assert answer.headers[name] == value
        assert "server" not in answer.headers
    for directive in ("frame-ancestors 'none'", "require-trusted-types-for 'script'", "object-src 'none'"):
        assert directive in HEADERS["Content-Security-Policy"]
    assert "unsafe" not in HEADERS["Content-Security-Policy"]


def test_a_request_keeps_its_id(client):
    assert client.get("/healthz", headers={"X-Request-ID": "mine-1"}).headers["x-request-id"] == "mine-1"
    drawn = {
        client.get("/healthz", headers={"X-Request-ID": wrong}).headers["x-request-id"] for wrong in ("a b", "x" * 99)
    }
    assert len(drawn) == 2


def test_where_people_were_added_everybody_needs_a_token(people):
    client, _, _ = people
    for wrong in (
        {},
        bearer("onr_wrong"),
        {"Authorization": "Bearer"},
        {"Authorization": "Basic YTpi"},
        {"Cookie": "onrecord_token=x"},
    ):
        for path in READING:
            answer = client.get(path, headers=wrong)
            assert (answer.status_code, answer.json()["code"]) == (401, "not_signed_in")
            assert answer.headers["www-authenticate"].startswith("Bearer")
    assert client.get("/healthz").status_code == client.get("/version").status_code == 200


def test_roles_may_do_what_they_may(people):
    client, _, tokens = people
    text = {"Content-Type": "text/plain"}
    record = json.dumps({"text": "A ferry sails.", "published": "2025-01-01"}).encode()
    asks = (
        (Role.READ, lambda headers: client.get("/api/v1/search?q=dam", headers=headers)),
        (Role.CHECK, lambda headers: client.post("/api/v1/restore", content=b"A ferry.", headers=headers | text)),
        (Role.WRITE, lambda headers: client.post("/api/v1/documents", content=record, headers=headers)),
        (Role.ADMIN, lambda headers: client.get("/api/v1/people", headers=headers)),
    )
    for needed, ask in asks:
        for role, token in tokens.items():
            assert (ask(bearer(token)).status_code == 403) == (role < needed), (role, needed)
    assert client.get("/api/v1/me", headers={"Cookie": f"onrecord_token={tokens[Role.READ]}"}).json()["role"] == "read"


def test_what_was_done_is_in_the_audit_log_and_no_text_or_token_is(people, caplog):
    client, _, tokens = people
    headers = bearer(tokens[Role.CHECK]) | {"Content-Type": "text/plain", "X-Request-ID": "audited"}
    with caplog.at_level(logging.INFO):
        job = client.post(
            "/api/v1/checks?published=2025-01-01", content=b"A secret ferry sails.", headers=headers
        ).json()
        client.get("/api/v1/search?q=hidden", headers=headers)
    found = client.get("/api/v1/audit", headers=bearer(tokens[Role.ADMIN])).json()["deeds"]
    (deed,) = (one for one in found if one["request_id"] == "audited")
    assert (deed["by"], deed["action"], deed["target"]) == ("check", "POST /api/v1/checks", job["id"])
    ours = [record.getMessage() for record in caplog.records if record.name.startswith("onrecord")]
    assert ours
    told = json.dumps([found, ours])
    for secret in (tokens[Role.CHECK], "secret", "hidden"):
        assert secret not in told


def test_a_token_is_worth_nothing_once_its_person_is_removed(people):
    client, service, tokens = people
    service.kept.people.remove("read")
    assert client.get("/api/v1/me", headers=bearer(tokens[Role.READ])).status_code == 401


def test_nobody_asks_without_end(serve):
    with serve(requests=5, window=60) as (client, _):
        answers = [client.get("/api/v1/me") for _ in range(7)]
        assert [one.status_code for one in answers] == [200] * 5 + [429] * 2
        assert answers[0].headers["ratelimit-policy"] == '"requests";q=5;w=60'
        assert answers[0].headers["ratelimit"].startswith('"requests";r=4;')
        assert int(answers[-1].headers["retry-after"]) > 0
        assert client.get("/healthz").status_code == 200


def test_it_does_not_start_for_others_where_everybody_could_do_everything(workplace):
    given = [*COMMAND, "serve", "--host", "0.0.0.0", "--port", "0"]
    ended = subprocess.run(given, check=False, capture_output=True, text=True, timeout=60, env=environment())
    assert ended.returncode == 2
    assert "does not start" in ended.stderr
    assert "onrecord people add" in ended.stderr


def test_what_cannot_start_ends_in_words_while_its_archive_is_being_read(wire, tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        for given in (["--host", "0.0.0.0"], ["--port", port], ["--port", port]):
            words = [*COMMAND, "serve", "--archive", str(wire), "--service", str(tmp_path / "kept"), *given]
            ended = subprocess.run(words, check=False, capture_output=True, text=True, timeout=60, env=environment())
            assert ended.returncode == 2, ended.stderr
            assert re.fullmatch(r"Error: .+\n  why: .+\n  try: .+\n", ended.stderr)


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.1", "::", "desk.tribune.example", ""])
def test_only_addresses_of_this_machine_are_safe(host):
    require_safe(host, people=True)
    with pytest.raises(UsageError):
        require_safe(host, people=False)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "::1", "localhost"])
def test_addresses_of_this_machine(host):
    require_safe(host, people=False)


def test_people_on_the_command_line(onrecord, workplace):
    token = onrecord("people", "add", "ada", "--role", "check").stdout.strip()
    assert token.startswith("onr_")
    assert onrecord("people", "list").stdout.split()[:2] == ["ada", "check"]
    assert token not in onrecord("people", "list", "--json").stdout
    assert onrecord("people", "add", "ada", "--role", "read").exit_code == 2
    assert onrecord("people", "remove", "ada").exit_code == 0
    assert onrecord("people", "remove", "ada").exit_code == 3


def test_an_address_of_this_machine_is_not_fetched(client):
    for url in (str(client.base_url), "http://169.254.169.254/", "http://localhost:22/", "file:///etc/passwd"):
        for path in ("restore", "statements", "checks"):
            answer = client.post(f"/api/v1/{path}", json={"url": url})
            assert (answer.status_code, answer.json()["code"]) == (422, "address_refused")


def test_a_page_is_fetched_and_checked(client, monkeypatch):
    monkeypatch.setenv("ONRECORD_ALLOW_PRIVATE_ADDRESSES", "1")
    answer = client.post("/api/v1/restore", json={"url": str(client.base_url.join("/nowhere"))})
    assert (answer.status_code, answer.json()["code"]) == (502, "network_error")
    answer = client.post("/api/v1/restore", json={"url": str(client.base_url.join("/healthz"))})
    assert (answer.status_code, answer.json()["code"]) == (415, "wrong_media_type")


def test_answers_leave_at_once(client):
    """Without TCP_NODELAY each takes the 40 ms of a delayed acknowledgement; the quickest of many shows it."""
    client.get("/healthz")
    assert min(client.get("/healthz").elapsed.total_seconds() for _ in range(30)) < 0.03


def test_a_socket_is_no_way_around(client):
    url = httpx2.URL(str(client.base_url)).copy_with(path="/healthz")
    answer = client.get(url, headers={"Connection": "Upgrade", "Upgrade": "websocket"})
    assert answer.status_code in (200, 400, 403, 426)
