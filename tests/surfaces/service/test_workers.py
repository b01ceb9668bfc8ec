"""Workers: processes that do jobs. What a job makes is tested through the faces; here, what may befall a worker."""

from __future__ import annotations

import json
import os
import signal
import time
from pathlib import Path

import pytest

from onrecord.data import JobKind, Request
from onrecord.settings import Settings, load
from onrecord.surfaces.service.workers import Done, Failed, Told, Worker, WorkerDied

PAGE = b"Anders Holt was sworn in as premier of Veldania in March. The flood in the Kessel valley killed 31 people."


@pytest.fixture
def settings(wire: Path, tmp_path: Path) -> Settings:
    return load({"archive": wire, "service": tmp_path, "threads": 1})[0]


@pytest.fixture
def worker(settings: Settings):
    made = Worker(settings)
    yield made
    made.stop()


def check(text: bytes = PAGE) -> tuple[JobKind, Request]:
    about = {"media_type": "text/plain", "as_of": "2025-09-30"}
    return JobKind.CHECK, Request(about=json.dumps(about), body=text)


def alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_what_is_found_is_heard_before_it_is_done_and_the_next_job_has_the_same_process(worker):
    heard: list[Told | None] = []
    done = worker.do(*check(), heard.append)
    assert isinstance(done, Done)
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())
    told = [one.event for one in heard if one]
    assert (told[:2], set(told[2:])) == (["restored", "statements"], {"verdicts"})
    process = worker._process.pid
    assert worker.do(*check(), heard.append) == done
    assert worker._process.pid == process


def test_what_cannot_be_done_is_a_problem_and_no_end_of_the_process(worker):
    failed = worker.do(*check(b""), lambda _: None)
    assert isinstance(failed, Failed)
    assert (failed.trace, json.loads(failed.problem)["status"]) == (None, 422)
    assert isinstance(worker.do(*check(), lambda _: None), Done)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="left out: needs POSIX signals")
def test_a_process_that_is_killed_over_a_job_is_told_of_and_replaced(worker):
    def kill(_: Told | None) -> None:
        os.kill(worker._process.pid, signal.SIGKILL)

    with pytest.raises(WorkerDied):
        worker.do(*check(), kill)
    assert isinstance(worker.do(*check(), lambda _: None), Done)


def test_a_job_that_is_not_wanted_is_left_and_the_process_stays(worker):
    class NotWanted(Exception):
        pass

    def refuse(told: Told | None) -> None:
        if told:
            raise NotWanted

    assert isinstance(worker.do(*check(), lambda _: None), Done)
    process = worker._process.pid
    with pytest.raises(NotWanted):
        worker.do(*check(), refuse)
    assert isinstance(worker.do(*check(), lambda _: None), Done)
    assert worker._process.pid == process


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="left out: needs /proc")
def test_a_process_ends_with_the_pipe_to_whoever_gives_it_jobs(worker):
    worker.do(*check(), lambda _: None)
    process = worker._process.pid
    worker._pipe.close()
    until = time.monotonic() + 20
    while alive(process):
        assert time.monotonic() < until
        time.sleep(0.05)
