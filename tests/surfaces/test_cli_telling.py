"""Telling on the command line: whoever is to be told of a changed verdict is, whatever stands in the way."""

from __future__ import annotations

import json
import re
import shutil
import sys

import pytest
from commandline import fits
from werkzeug import Response

TOLL = "The Kessel flood killed 31 people"


@pytest.fixture
def desk(onrecord, workplace, wire, monkeypatch):
    """Run commands over a copy of the example archive, with a statement that is followed since the first of the month."""
    monkeypatch.setenv("ONRECORD_ALLOW_PRIVATE_ADDRESSES", "1")
    monkeypatch.setenv("ONRECORD_SERVICE", "desk")
    monkeypatch.setenv("ONRECORD_ARCHIVE", "archive")
    shutil.copytree(wire, workplace / "archive")

    def run(*arguments: object, code: int = 0) -> str:
        ended = onrecord(*arguments)
        assert ended.exit_code == code, ended.stderr
        return ended.stdout if code == 0 else ended.stderr

    run("follow", "add", TOLL)
    run("follow", "run", "--as-of", "2025-09-01", "--archive-only")
    return run


def bodies(httpserver) -> list[dict]:
    return [fits("delivery", request.get_data(as_text=True)) for request, _ in httpserver.log]


def deliveries(desk, *more: str) -> list[tuple[str, int, str | None]]:
    shape = json.loads(desk("tell", "log", "--json", *more))
    return [(one["state"], one["attempts"], one["error"]) for one in shape["deliveries"]]


def test_an_address_that_names_no_server_is_refused(desk):
    for address in ("http://", "https://", "https:///hooks/onrecord"):
        assert "names no server" in desk("tell", "add", address, code=2)
    assert json.loads(desk("tell", "list", "--json"))["recipients"] == []


def test_a_webhook_is_told_once_with_what_changed(desk, httpserver, workplace):
    httpserver.expect_request("/hook/s3cret", method="POST").respond_with_data("", status=204)
    name = desk("tell", "add", httpserver.url_for("/hook/s3cret"), "--secret-file", "hook.secret").strip()
    assert (workplace / "hook.secret").stat().st_mode & 0o777 == 0o600
    desk("follow", "run", "--as-of", "2025-09-04")
    desk("follow", "run", "--as-of", "2025-09-05T00:10:00Z")
    (told,) = bodies(httpserver)
    (alert,) = told["data"]["alerts"]
    assert told["type"] == "alert"
    assert (alert["transition"]["before"]["label"], alert["transition"]["after"]["label"]) == (
        "not_enough_evidence",
        "supported",
    )
    assert alert["title"] == f"Not on record → On record: {TOLL}"
    assert alert["transition"]["gained"][0]["quote"]
    assert alert["id"].startswith("urn:onrecord:")
    assert httpserver.log[0][0].headers["webhook-id"] == told["data"]["id"]
    (listed,) = json.loads(desk("tell", "list", "--json"))["recipients"]
    assert (listed["id"], listed["way"], listed["told"], listed["failed"]) == (name, "webhook", 1, 0)
    shown = desk("follow", "list", "--json")
    assert "s3cret" not in shown
    assert json.loads(shown)["deliveries"] == []


def test_one_that_fails_is_listed_with_its_reason_and_told_again_under_the_same_id(desk, httpserver):
    answers = iter([503, 204])
    httpserver.expect_request("/hook").respond_with_handler(lambda _: Response("", status=next(answers, 204)))
    desk("tell", "add", httpserver.url_for("/hook"), "--secret-file", "hook.secret")
    desk("follow", "run", "--as-of", "2025-09-04")
    assert deliveries(desk) == [("trying", 1, "it answers with status 503")]
    (failing,) = json.loads(desk("follow", "list", "--json"))["deliveries"]
    assert failing["error"] == "it answers with status 503"
    assert "it answers with status 503" in desk("follow", "list")
    desk("tell", "again", failing["id"])
    desk("follow", "run", "--as-of", "2025-09-04")
    assert deliveries(desk) == [("told", 1, None)]
    desk("tell", "again", failing["id"])
    desk("follow", "run", "--as-of", "2025-09-04")
    ids = [request.headers["webhook-id"] for request, _ in httpserver.log]
    assert ids == [failing["id"]] * 3
    first, *others = bodies(httpserver)
    assert others == [first, first]


def test_a_secret_that_is_open_to_others_is_a_reason_and_nothing_is_sent(desk, httpserver, workplace):
    desk("tell", "add", httpserver.url_for("/hook"), "--secret-file", "hook.secret")
    (workplace / "hook.secret").chmod(0o644)
    desk("follow", "run", "--as-of", "2025-09-04")
    ((_, _, error),) = deliveries(desk)
    assert "others may read the secret" in error
    assert httpserver.log == []


def test_with_archive_only_nobody_is_told_until_the_next_cycle(desk, workplace):
    desk("tell", "add", f"{sys.executable} -c \"open('told', 'a').write(input() + chr(10))\"")
    desk("follow", "run", "--as-of", "2025-09-04", "--archive-only")
    assert deliveries(desk) == [("waiting", 0, None)]
    desk("follow", "run", "--as-of", "2025-09-04")
    desk("follow", "run", "--as-of", "2025-09-06")
    lines = (workplace / "told").read_text(encoding="utf-8").splitlines()
    assert [fits("delivery", line)["data"]["alerts"][0]["transition"]["after"]["label"] for line in lines] == [
        "supported",
        "superseded",
    ]


def test_a_command_that_fails_keeps_its_exit_code_and_the_next_recipient_is_told_all_the_same(desk, workplace):
    desk("tell", "add", f'{sys.executable} -c "import sys; sys.exit(7)"')
    desk("tell", "add", f"{sys.executable} -c \"open('told', 'w').write(input())\"")
    desk("follow", "run", "--as-of", "2025-09-04")
    shape = json.loads(desk("tell", "log", "--json"))["deliveries"]
    assert sorted((one["state"], one["code"]) for one in shape) == [("told", 0), ("trying", 7)]
    assert "(1 attempt)" in desk("tell", "log")


def test_a_digest_waits_for_its_hour(desk):
    desk("tell", "add", "true", "--digest", "08:00", "--zone", "Europe/Berlin")
    desk("follow", "run", "--as-of", "2025-09-04")
    desk("follow", "run", "--as-of", "2025-09-06")
    (waiting,) = json.loads(desk("tell", "log", "--json"))["deliveries"]
    assert (waiting["state"], len(waiting["alerts"])) == ("waiting", 2)
    assert "digest at 08:00, Europe/Berlin, 1 waiting" in desk("tell", "list")
    assert re.search(r"waiting, due \d+ \w+ \d{4}, 0[67]:00 UTC  2 changes", desk("tell", "log"))


def test_whoever_is_told_no_longer_is_not_and_the_log_says_so(desk):
    name = desk("tell", "add", "true", "--digest", "08:00").strip()
    assert "told already" in desk("tell", "add", "true", code=2)
    desk("follow", "run", "--as-of", "2025-09-04")
    desk("tell", "remove", name)
    assert deliveries(desk) == [("failed", 0, "the recipient was removed")]
    desk("tell", "remove", name, code=3)
    (gone,) = json.loads(desk("tell", "log", "--json"))["deliveries"]
    desk("tell", "again", gone["id"], code=3)
    assert desk("tell", "again", "--failed").strip() == "nothing was given up"
    assert desk("tell", "list").strip() == "nobody is told"


@pytest.mark.parametrize(
    "wrong",
    [
        ("no-such-program",),
        ("true", "--zone", "Europe/Atlantis"),
        ("true", "--quiet-hours", "22"),
        ("true", "--quiet-hours", "22:00-22:00"),
        ("true", "--digest", "8 o'clock"),
        ("true", "--at-most", "0"),
        ("true", "--secret-file", "x"),
        ("https://ada:secret@desk.example/hook",),
    ],
)
def test_what_cannot_be_meant_is_an_error(desk, wrong):
    assert desk("tell", "add", *wrong, code=2)
    assert desk("tell", "list").strip() == "nobody is told"
