"""Jobs: promised, told about while they run, cancelled, asked for once, and never lost."""

import json
import sys
import threading
import time
from multiprocessing import active_children

import pytest
from commandline import fits

from onrecord.data import Role

AS_OF = {"as_of": "2025-09-30"}
TEXT = {"Content-Type": "text/plain"}
PAGE_OF_FEW = (
    b"Anders Holt was sworn in as premier of Veldania in March. The flood in the Kessel valley killed 31 people. "
    b"The dam at Orlo Gorge gave way on 2 September. The harbour board met in Port Sorrel on Monday. "
    b"Tomas Verrin ran the ferry yard. A judge is looking into the collapse of the dam."
)


def ask(client, **headers):
    asked = client.post("/api/v1/checks", params=AS_OF, content=PAGE_OF_FEW, headers=TEXT | headers)
    assert asked.status_code == 202, asked.text
    return asked.json()


def ended(client, job):
    for _ in range(600):
        found = client.get(job["self"]).json()
        if found["ended_at"]:
            return found
        time.sleep(0.1)
    raise AssertionError(found)


def events(client, job, **headers):
    """Read a stream of events to its end."""
    with client.stream("GET", job["events"], headers=headers) as stream:
        assert stream.headers["content-type"].startswith("text/event-stream")
        blocks = "".join(stream.iter_text()).strip().split("\n\n")
    told = []
    for block in blocks:
        if block.startswith(":"):  # a comment, which says no more than that the stream is alive
            continue
        fields = dict(line.split(": ", 1) for line in block.splitlines())
        told.append((int(fields["id"]), fields["event"], json.loads(fields["data"])))
    return told


def test_a_check_is_promised_and_kept(client):
    asked = client.post("/api/v1/checks", params=AS_OF, content=PAGE_OF_FEW, headers=TEXT)
    job = asked.json()
    assert (asked.status_code, asked.headers["location"], job["kind"]) == (202, job["self"], "check")
    assert client.get(job["result"]).status_code in (200, 202)
    done = ended(client, job)
    assert (done["state"], done["error"]) == ("done", None)
    report = client.get(job["result"])
    fits("report", report.text)
    assert client.get(f"{job['self']}/result").text == report.text
    assert report.headers["onrecord-as-of"] == "2025-09-30"


def test_what_is_found_is_told_before_the_end_and_is_the_report(client):
    job = ask(client)
    told = events(client, job)
    names = [name for _, name, _ in told]
    assert [number for number, _, _ in told] == list(range(1, len(told) + 1))
    assert names[:3] == ["restored", "statements", "verdicts"]
    assert names[-1] == "ended"
    report = client.get(job["result"]).json()
    assert told[0][2]["restored"] == report["restoration"]["restored"]
    verdicts = [one for _, name, data in told if name == "verdicts" for one in data["verdicts"]]
    assert [{k: v for k, v in one.items() if k != "schema"} for one in verdicts] == report["verdicts"]
    assert told[-2][2]["done"] == told[-2][2]["total"] == len(verdicts)


def test_a_job_says_how_far_it_has_come(serve):
    with serve(jobs=1) as (client, _):
        job = ask(client)
        with client.stream("GET", job["events"]) as stream:
            for line in stream.iter_lines():
                if line == "event: verdicts":
                    break
        found = client.get(job["self"]).json()
        (listed,) = client.get("/api/v1/jobs").json()["jobs"]
        assert 0 < found["done"] <= found["total"]
        assert listed["total"] == found["total"]
        done = ended(client, job)
        verdicts = client.get(job["result"]).json()["verdicts"]
        assert done["done"] == done["total"] == len(verdicts)
        assert client.get(job["self"]).json() == done


def test_a_job_that_was_cancelled_says_how_far_it_had_come(serve):
    with serve(jobs=1) as (client, _):
        waiting = [ask(client), ask(client)][1]
        assert client.delete(waiting["self"]).json()["done"] == 0


def test_a_listener_goes_on_where_it_was(client):
    job = ask(client)
    everything = events(client, job)
    after = events(client, job, **{"Last-Event-ID": "1"})
    assert everything[-1][1] == after[-1][1] == "ended"


def test_what_is_no_page_is_refused_before_it_is_promised(client):
    for content, status in ((b"", 422), (b"\x89PNG\r\n\x1a\n" + bytes(100), 422)):
        asked = client.post("/api/v1/checks", params=AS_OF, content=content, headers=TEXT)
        assert asked.status_code == status
        assert asked.headers["content-type"] == "application/problem+json"


def test_what_is_waited_for_says_where_it_is(client):
    told = client.post("/api/v1/checks", params=AS_OF, content=PAGE_OF_FEW, headers=TEXT | {"Prefer": "wait=60"})
    assert told.status_code == 200
    assert client.get(told.headers["Content-Location"]).json() == told.json()


def test_a_key_asks_once(client):
    first, again = (ask(client, **{"Idempotency-Key": "k1"}) for _ in range(2))
    assert first["id"] == again["id"]
    other = client.post(
        "/api/v1/checks", params=AS_OF, content=b"Another page.", headers=TEXT | {"Idempotency-Key": "k1"}
    )
    assert (other.status_code, other.json()["code"]) == (422, "key_reused")


def test_a_job_is_cancelled(serve):
    with serve(jobs=1) as (client, _):
        running, waiting = ask(client), ask(client)
        for job in (waiting, running):
            assert client.delete(job["self"]).status_code == 200
        for job in (running, waiting):
            assert ended(client, job)["state"] == "cancelled"
            gone = client.get(job["result"])
            assert (gone.status_code, gone.json()["code"]) == (409, "state_conflict")
        assert client.delete(running["self"]).status_code == 409


def test_only_who_asked_for_a_job_or_an_admin_stops_it(serve):
    with serve(jobs=1) as (client, service):
        people = (("ada", Role.CHECK), ("ben", Role.WRITE), ("eva", Role.ADMIN))
        tokens = {name: service.kept.people.add(name, role) for name, role in people}
        signed = {name: {"Authorization": f"Bearer {token}"} for name, token in tokens.items()}
        first, second = (ask(client, **signed["ada"]) for _ in range(2))
        refused = client.delete(second["self"], headers=signed["ben"])
        assert (refused.status_code, refused.json()["code"]) == (403, "not_allowed")
        assert client.delete(second["self"], headers=signed["ada"]).status_code == 200
        assert client.delete(first["self"], headers=signed["eva"]).status_code in (200, 409)  # it may be done by now


def test_too_many_jobs_are_told_to_come_again(serve):
    with serve(jobs=1, waiting_jobs=1) as (client, _):
        answers = [client.post("/api/v1/checks", params=AS_OF, content=PAGE_OF_FEW, headers=TEXT) for _ in range(6)]
        refused = [one for one in answers if one.status_code == 503]
        assert refused
        assert refused[0].json()["code"] == "busy"
        assert int(refused[0].headers["retry-after"]) > 0
        for one in answers:
            if one.status_code == 202:
                client.delete(one.json()["self"])


def test_a_job_that_takes_too_long_is_given_up(serve):
    with serve(job_seconds=0.01) as (client, _):
        job = ended(client, ask(client))
        assert (job["state"], job["error"]["code"]) == ("failed", "service_error")
        assert client.get(job["result"]).status_code == 500


def test_jobs_are_listed_page_by_page(serve):
    with serve() as (client, _):
        made = [client.post("/api/v1/briefs", json={"topic": f"dam {n}"}).json()["id"] for n in range(5)]
        seen, link = [], "/api/v1/jobs?limit=2"
        while link:
            answer = client.get(link)
            seen += [job["id"] for job in answer.json()["jobs"]]
            link = answer.links.get("next", {}).get("url")
            assert (link is None) == (answer.json()["next"] is None)
        assert seen == made[::-1]
        assert client.get("/api/v1/jobs", params={"kind": "check"}).json()["jobs"] == []


def test_what_was_left_undone_is_done_by_the_next_process(serve):
    with serve(jobs=1) as (client, _):
        jobs = [ask(client) for _ in range(3)]
    with serve(jobs=2) as (client, _):
        for job in jobs:
            done = ended(client, job)
            assert done["state"] == "done"
            fits("report", client.get(job["result"]).text)


@pytest.mark.skipif(sys.platform == "win32", reason="left out: needs POSIX signals")
def test_a_job_whose_process_was_killed_is_done_by_another(serve):
    with serve(jobs=1) as (client, _):
        job = ask(client)
        while not kill_workers():
            time.sleep(0.05)
        assert ended(client, job)["state"] == "done"
        fits("report", client.get(job["result"]).text)


@pytest.mark.skipif(sys.platform == "win32", reason="left out: needs POSIX signals")
def test_a_job_that_kills_every_process_that_does_it_is_given_up(serve):
    with serve(jobs=1, attempts=2) as (client, _):
        job = ask(client)
        while not (found := client.get(job["self"]).json())["ended_at"]:
            kill_workers()
            time.sleep(0.05)
        assert (found["state"], found["error"]["code"]) == ("failed", "service_error")
        assert ended(client, ask(client))["state"] == "done"


def kill_workers():
    """End the processes that do jobs, as a lack of memory would; return how many there were."""
    workers = [one for one in active_children() if one.name == "onrecord-worker"]
    for one in workers:
        one.kill()
    return len(workers)


def test_added_documents_are_found_at_once(serve):
    record = {"title": "Ferry sold", "text": "The Sorrel ferry was sold to a bank in Tarn.", "published": "2025-09-29"}
    asked = {"q": "ferry sold to a bank in Tarn", "limit": 1, **AS_OF}
    with serve() as (client, _):
        before = client.get("/api/v1/search", params=asked)
        answers = [
            client.post("/api/v1/documents", content=json.dumps(record).encode(), headers={"Prefer": "wait=60"})
            for _ in range(2)
        ]
        assert [one.json()["new"] for one in answers] == [1, 0]
        assert set(answers[0].json()) == {"schema", "read", "new", "held", "refused", "left_out"}
        after = client.get("/api/v1/search", params=asked)
        assert after.json()["hits"][0]["title"] == "Ferry sold"
        assert after.headers["onrecord-archive-revision"] != before.headers["onrecord-archive-revision"]


@pytest.mark.parametrize("content", [b"{", b"\x00\x01\x02" * 100])
def test_what_cannot_be_added_says_so(serve, content):
    with serve() as (client, _):
        answer = client.post("/api/v1/documents", content=content, headers={"Prefer": "wait=60"})
        assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")


def test_many_listeners_hear_the_same(client):
    job = ask(client)
    heard = []
    threads = [threading.Thread(target=lambda: heard.append(events(client, job))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({json.dumps(one) for one in heard}) == 1
