"""Following over HTTP, and while the service runs."""

from __future__ import annotations

import json
import time
from datetime import UTC, datetime

import feedparser

from onrecord.data import Notice, NoticeKind
from onrecord.surfaces.service import polling, telling

TOLL = "The Kessel flood killed 31 people"


def test_what_is_followed_is_looked_at_while_the_service_runs(serve):
    with serve(follow_every=0.2) as (client, service):
        assert client.post("/api/v1/followed", json={"what": TOLL}).status_code == 200
        until = time.monotonic() + 60
        while (found := client.get("/api/v1/followed").json()["followed"])[0]["label"] is None:
            assert time.monotonic() < until
            time.sleep(0.1)
        assert found == [{**found[0], "statement": TOLL, "label": "superseded"}]
        assert service.kept.followed.alerts(limit=9) == ()


def test_while_the_service_runs_people_are_told_whatever_else_fails(serve, tmp_path):
    with serve(follow_every=0.2) as (client, service):
        kept = service.kept
        telling.add(kept, f"tee {tmp_path / 'told'}", telling.Manners())
        telling.add(kept, "false", telling.Manners())
        polling.follow(kept, "https://nowhere.invalid/feed")
        client.post("/api/v1/followed", json={"what": "Kessel flood", "topic": True})
        until = time.monotonic() + 60
        while (watch := kept.followed.all()[0]).followed.looked_at is None:
            assert time.monotonic() < until
            time.sleep(0.05)
        at = datetime.now(UTC)
        notice = Notice(id="urn:1", title="N1", text="…", kind=NoticeKind.UPDATE, shape="{}")
        while not kept.followed.looked(watch, watch, notice=notice, plan=telling.plan(at)):
            watch = kept.followed.all()[0]  # another cycle went by
        while not (tmp_path / "told").exists() or not client.get("/api/v1/followed").json()["deliveries"]:
            assert time.monotonic() < until
            time.sleep(0.05)
        (failing,) = client.get("/api/v1/followed").json()["deliveries"]
        assert failing["error"] == "it ended with exit code 1"
        assert json.loads((tmp_path / "told").read_text())["data"]["alerts"][0]["title"] == "N1"


def test_things_are_followed_listed_and_left(serve):
    with serve() as (client, _):
        for what in (TOLL, "https://tribune.example/feed"):
            assert client.post("/api/v1/followed", json={"what": what}).status_code == 200
            again = client.post("/api/v1/followed", json={"what": what})
            assert (again.status_code, again.headers["content-type"]) == (400, "application/problem+json")
        shape = client.get("/api/v1/followed").json()
        assert [one["state"] for one in shape["sources"]] == ["waiting"]
        for what in (shape["followed"][0]["id"], "https://tribune.example/feed"):
            assert client.delete("/api/v1/followed", params={"what": what}).status_code == 200
            assert client.delete("/api/v1/followed", params={"what": what}).status_code == 404
        assert client.get("/api/v1/followed").json() | {"schema": ""} == {
            "schema": "",
            **{name: [] for name in ("sources", "followed", "recipients", "deliveries")},
        }


def test_the_feeds_are_feeds(serve):
    with serve() as (client, _):
        assert (
            feedparser.parse(client.get("/api/v1/followed/feed.atom").text).feed.title == "onrecord: changed verdicts"
        )
        assert client.get("/api/v1/followed/feed.json").json()["version"] == "https://jsonfeed.org/version/1.1"
        assert client.get("/api/v1/followed/news").json()["transitions"] == []
