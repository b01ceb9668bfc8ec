"""``--web`` and ``--archive-only``: what the open web gives is judged from the archive, and nothing is asked unbidden."""

from __future__ import annotations

import gzip
import json
import re
import signal
import subprocess
import sys
import threading
import time
from functools import partial

import pytest
from commandline import COMMAND, INTERRUPTIBLE, PAGE, environment, fits
from pytest_httpserver import HTTPServer
from tests.adapters.webs import day_page, page
from werkzeug import Response

from onrecord.adapters.polite import Polite
from onrecord.settings import load
from onrecord.wiring import open_web as wiring

STATEMENT = "The Kessel flood killed 31 people."
BLOCKED = """
import socket, sys
class Blocked(socket.socket):
    def connect(self, *_):
        raise SystemExit("a socket was opened")
    connect_ex = sendto = listen = connect
socket.socket = Blocked
socket.getaddrinfo = socket.create_connection = Blocked.connect
"""
"""Loaded before anything else in a process (``sitecustomize``), it ends the process that reaches for a network.

Binding is let through: urllib3, which the store brings with it, binds to this machine to see whether it has IPv6.
"""


@pytest.fixture
def open_web(httpserver: HTTPServer, monkeypatch) -> HTTPServer:
    """The open web on a server of ours, asked without pauses: Wikipedia names one page, GDELT's lists none."""
    base = httpserver.url_for("").rstrip("/")
    monkeypatch.setenv("ONRECORD_ALLOW_PRIVATE_ADDRESSES", "1")
    monkeypatch.delenv("ONRECORD_FACTCHECK_KEY", raising=False)
    monkeypatch.setattr(wiring, "polite", lambda _: Polite("onrecord/test", pause=0.0))
    for name, path in {
        "gdelt_files": "/gal",
        "gdelt_api": "/api",
        "wikipedia": "/w/api.php",
        "wayback": "",
        "memento": "/gate",
        "factcheck_tools": "",
        "claimreview": "/data.json",
    }.items():
        monkeypatch.setenv(f"ONRECORD_{name.upper()}", base + path)
    httpserver.expect_request("/api/doc/doc").respond_with_data("", status=429)
    httpserver.expect_request(re.compile("/gal/.*")).respond_with_data(gzip.compress(b""))
    httpserver.expect_request("/w/api.php").respond_with_data(day_page(httpserver.url_for("/a?utm_source=portal")))
    httpserver.expect_request("/a").respond_with_data(page(), content_type="text/html")
    httpserver.expect_request(re.compile(".*")).respond_with_data("", status=404)
    return httpserver


def test_what_the_web_names_is_found_in_the_archive(open_web, onrecord, workplace):
    ended = onrecord("find", "Kessel flood", "--web", "--json", "--archive", "archive")
    assert ended.exit_code == 0, ended.stderr
    shape = fits("hits", ended.stdout)
    assert {hit["url"] for hit in shape["hits"]} == {open_web.url_for("/a")}
    assert shape["hits"][0]["published_at"] == "2025-09-02T10:00:00Z"
    assert shape["hits"][0]["captured_at"] > "2026"
    went = {each["source"]: each["state"] for each in shape["search"]["sources"]}
    assert went == {
        "gdelt-context": "failed",
        "gdelt-doc": "failed",
        "wikipedia": "answered",
        "gdelt-files": "answered",
        "factcheck-tools": "left_out",
        "claimreview": "failed",
    }
    assert [each["document_id"] for each in shape["search"]["pages"]] == [shape["hits"][0]["document_id"]]
    assert "over the network" in ended.stderr
    assert "private addresses are permitted" in ended.stderr
    again = fits("hits", onrecord("find", "Kessel flood", "--json", "--archive", "archive").stdout)
    assert again["search"] is None
    assert again["hits"] == shape["hits"]


def test_a_page_is_judged_from_what_was_captured(open_web, onrecord, workplace):
    def check(*more: str) -> dict:
        asked = ("check", "draft.txt", "--as-of", "2025-09-10", "--json", "--archive", "archive", *more)
        return fits("report", onrecord(*asked).stdout)

    (workplace / "draft.txt").write_text(f"A draft\n\n{STATEMENT}\n", encoding="utf-8")
    assert [each["label"] for each in check()["verdicts"]] == ["not_enough_evidence"]
    assert not open_web.log
    report = check("--web", "--html", "report.html")
    (verdict,) = report["verdicts"]
    assert verdict["label"] == "supported"
    assert verdict["evidence"][0]["url"] == open_web.url_for("/a")
    assert report["search"]["queries"] == [STATEMENT]
    assert check("--archive-only")["verdicts"] == report["verdicts"]
    assert "Asked of the open web" in (workplace / "report.html").read_text(encoding="utf-8")


def test_of_many_pages_and_of_statements_each_is_judged_from_what_was_captured_for_it(open_web, onrecord, workplace):
    pages = [{"id": "a", "text": f"A draft\n\n{STATEMENT}\n"}, {"id": "b", "text": f"Another\n\n{STATEMENT}\n"}]
    (workplace / "pages.jsonl").write_text("\n".join(map(json.dumps, pages)), encoding="utf-8")
    dated = [{"id": n, "text": STATEMENT, "as_of": f"2025-09-{n}"} for n in (10, 11)]
    many = [{"id": f"n{n}", "text": f"The Kessel flood killed {n} people."} for n in range(20, 31)]
    stated = [*dated, {"id": "bad"}, *many]
    (workplace / "stated.jsonl").write_text("\n".join(map(json.dumps, stated)), encoding="utf-8")
    asked = ("--web", "--as-of", "2025-09-12", "--archive", "archive", "--jsonl")
    told = [json.loads(line) for line in onrecord("check", "pages.jsonl", *asked).stdout.splitlines()]
    for report in told:
        (verdict,) = report["verdicts"]
        assert (verdict["label"], verdict["evidence"][0]["url"]) == ("supported", open_web.url_for("/a"))
        assert report["search"]["queries"] == [STATEMENT]
    ended = onrecord("check", "--statements", "stated.jsonl", *asked)
    lines = {line["id"]: line for line in map(json.loads, ended.stdout.splitlines())}
    assert [*lines] == [one["id"] for one in stated]
    assert "error" in lines["bad"]
    assert [lines[n]["label"] for n in (10, 11)] == ["supported"] * 2
    assert [lines[n]["search"]["as_of"] for n in (10, 11)] == ["2025-09-10", "2025-09-11"]
    assert {len(line["search"]["queries"]) for line in lines.values() if "search" in line} <= set(range(1, 9))
    states = {each["source"]: each["state"] for each in lines["n20"]["search"]["sources"]}
    assert states["wikipedia"] == "answered"
    assert states["gdelt-context"] == "left_out"
    assert fits("verdict", json.dumps(lines["n30"]))


def test_a_web_that_is_out_of_order_changes_no_verdict(httpserver, open_web, onrecord, wire):
    asked = ("check", PAGE, "--as-of", "2025-09-30", "--json", "--archive", wire, "--max-statements", "3")
    before = json.loads(onrecord(*asked).stdout)
    httpserver.clear()
    httpserver.expect_request(re.compile(".*")).respond_with_data("", status=503)
    ended = onrecord(*asked, "--web")
    after = fits("report", ended.stdout)
    assert after["verdicts"] == before["verdicts"]
    assert after["run"] == before["run"]
    assert {each["state"] for each in after["search"]["sources"]} == {"failed", "left_out"}


@pytest.mark.parametrize("form", [(), ("--md",)])
def test_people_read_a_line_for_each_source(open_web, onrecord, workplace, form):
    told = onrecord("find", "Kessel flood", "--web", "--archive", "archive", *form).stdout
    for words in (
        "Asked of the open web",
        "wikipedia",
        "named 1 page",
        "gdelt-doc",
        "status 429",
        "1 of 1 page taken",
    ):
        assert words.replace("-", "") in told.replace("\\", "").replace("-", "")
    assert "ONRECORD" in told


def test_ctrl_c_gives_up_what_is_still_coming(open_web, workplace):
    begun = threading.Event()

    def endless(_):
        def parts():
            begun.set()
            for _ in range(600):
                yield b" " * 1024
                time.sleep(0.1)

        return Response(parts(), content_type="application/json")

    open_web.clear()
    open_web.expect_request("/data.json").respond_with_handler(endless)
    open_web.expect_request(re.compile(".*")).respond_with_data("", status=404)
    command = [*INTERRUPTIBLE, "find", "Kessel flood", "--web", "--archive", "archive"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment()) as run:
        assert begun.wait(60)
        run.send_signal(signal.SIGINT)
        began = time.monotonic()
        assert run.wait(60) == 130
        assert time.monotonic() - began < 15
    assert not (workplace / "archive").exists()
    assert not list((workplace / "XDG_CACHE_HOME").rglob("*.json"))


def test_servers_are_told_who_asks_and_how_to_reach_them(httpserver, monkeypatch):
    monkeypatch.setenv("ONRECORD_ALLOW_PRIVATE_ADDRESSES", "1")
    monkeypatch.setenv("ONRECORD_CONTACT", "desk@tribune.example")
    httpserver.expect_request("/").respond_with_data("{}")
    wiring.polite(load()[0]).ask(httpserver.url_for("/"))
    assert re.fullmatch(r"onrecord/\S+ \(desk@tribune\.example\)", httpserver.log[0][0].headers["User-Agent"])


def test_contradictions_are_refused(onrecord, workplace):
    assert onrecord("find", "x", "--web", "--archive-only").exit_code == 2
    assert onrecord("check", "--jsonl", "--ray", "x.jsonl", "--web", "--as-of", "2025-09-30").exit_code == 2
    endpoint = {"ONRECORD_ENDPOINT_URL": "http://127.0.0.1:9/v1", "ONRECORD_ENDPOINT_MODEL": "m"}
    assert onrecord("check", PAGE, "--archive-only", "--verifier", "endpoint", **endpoint).exit_code == 2
    assert onrecord("find", "x", "--archive-only", "--archive", "s3://bucket/wire").exit_code == 2
    assert onrecord("find", "x", "--archive-only", "--archive", "wire", "--archive", "s3://bucket/wire").exit_code == 2
    assert onrecord("follow", "run", "--archive-only", "--verifier", "endpoint", **endpoint).exit_code == 2
    assert onrecord("follow", "run", "--archive-only", "--archive", "s3://bucket/wire").exit_code == 2


@pytest.mark.parametrize(
    "command",
    [
        ("find", "harbour toll"),
        ("find", "harbour toll", "--archive-only"),
        ("check", str(PAGE)),
        ("check", str(PAGE), "--archive-only"),
        ("follow", "run", "--archive-only"),
        ("history", "The Kessel flood killed 31 people"),
    ],
    ids=" ".join,
)
def test_the_archive_alone_opens_no_socket(wire, workplace, command):
    (workplace / "sitecustomize.py").write_text(BLOCKED, encoding="utf-8")
    path = f"{workplace}:{environment().get('PYTHONPATH', '')}"
    settled = environment(PYTHONPATH=path)
    reaching = [sys.executable, "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')"]
    run = partial(subprocess.run, env=settled, capture_output=True, text=True, check=False, timeout=120)
    assert "a socket was opened" in run(reaching).stderr
    for followed in ("https://tribune.example/feed", "The Kessel flood killed 31 people"):
        assert run([*COMMAND, "follow", "add", followed]).returncode == 0
    ended = run([*COMMAND, *command, "--as-of", "2025-09-30", "--archive", str(wire)])
    assert ended.returncode == 0, ended.stderr
