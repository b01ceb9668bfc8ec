"""Work shared out to processes of Ray: the same answers, once each, whatever is killed on the way."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from pathlib import Path
from threading import Event, Thread

import pytest
from commandline import COMMAND, PAGE, WIRE, environment, lines

from onrecord.adapters.cluster import spread
from onrecord.errors import ArchiveError, ClusterError, InputEmpty
from onrecord.surfaces.cli import shards
from onrecord.wiring.shared_out import desk_beside

try:
    import ray
except ImportError:
    pytest.skip("left out: needs Ray, pip install 'onrecord[ray]'", allow_module_level=True)


@pytest.fixture(autouse=True, scope="module")
def cluster():
    """Two processes for all tests here; the command line, in process, shares its work out to them."""
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    ray.init(address="local", num_cpus=2, include_dashboard=False, log_to_driver=False, object_store_memory=128 << 20)
    yield
    ray.shutdown()


@pytest.fixture
def pages(workplace, monkeypatch) -> Path:
    monkeypatch.setattr(shards, "SHARD", 1)
    text = PAGE.read_text(encoding="utf-8")
    made = [{"id": n, "text": f"{text}\nThe harbour toll rose to {n} crowns."} for n in range(4)]
    place = workplace / "pages.jsonl"
    place.write_text("".join(json.dumps(one) + "\n" for one in made) + "broken\n", encoding="utf-8")
    return place


def test_restored_the_same(onrecord, pages):
    plain = onrecord("restore", "--jsonl", pages)
    ended = onrecord("restore", "--jsonl", "--ray", pages, "-o", "out.jsonl")
    assert (ended.exit_code, plain.exit_code) == (6, 6)
    assert "1 of 5 lines could not be worked on" in ended.stderr
    assert Path("out.jsonl").read_text(encoding="utf-8") == plain.stdout
    assert sorted(path.name for path in Path.cwd().glob("out*")) == ["out.jsonl"]


def test_checked_the_same(onrecord, pages, wire):
    asked = ("check", "--jsonl", pages, "--as-of", "2025-09-30", "--archive", wire, "--max-statements", "2")
    pages.write_text("".join(pages.read_text(encoding="utf-8").splitlines(keepends=True)[:2]), encoding="utf-8")
    plain = onrecord(*asked, "--fail-on", "superseded,supported,refuted")
    ended = onrecord(*asked, "--fail-on", "superseded,supported,refuted", "--ray", "-o", "out.jsonl")
    assert ended.exit_code == plain.exit_code == 1
    assert lines(Path("out.jsonl").read_text(encoding="utf-8")) == lines(plain.stdout)


def test_statements_are_checked_the_same(onrecord, workplace, wire):
    stated = workplace / "statements.jsonl"
    stated.write_text('{"id": "a", "text": "The harbour toll of Port Sorrel rose."}\n{"id": "b"}\n', encoding="utf-8")
    asked = ("check", "--statements", stated, "--jsonl", "--as-of", "2025-09-30", "--archive", wire)
    plain = onrecord(*asked)
    assert onrecord(*asked, "--ray", "-o", "out.jsonl").exit_code == plain.exit_code == 6
    assert lines(Path("out.jsonl").read_text(encoding="utf-8")) == lines(plain.stdout)


def test_added_the_same(onrecord, workplace):
    plain = onrecord("add", WIRE, PAGE, "--archive", "plain", "--json")
    shared = onrecord("add", WIRE, PAGE, "--archive", "shared", "--json", "--ray")
    assert json.loads(shared.stdout) == json.loads(plain.stdout)
    stats = [
        json.loads(onrecord("archive", "stats", "--archive", name, "--json").stdout) for name in ("plain", "shared")
    ]
    assert stats[0]["revision"] == stats[1]["revision"]
    assert onrecord("archive", "verify", "--archive", "shared").exit_code == 0
    assert json.loads(onrecord("add", WIRE, "--archive", "shared", "--json", "--ray").stdout)["new"] == 0
    query = ("find", "harbour toll", "--as-of", "2025-09-30", "--json", "--archive")
    assert json.loads(onrecord(*query, "plain").stdout)["hits"] == json.loads(onrecord(*query, "shared").stdout)["hits"]


# Kills ---------------------------------------------------------------------------------------------


def test_a_part_whose_process_is_killed_is_done_again_and_told_once(workplace):

    def die_once(part: int) -> int:
        mark = workplace / str(part)
        if part % 3 == 0 and not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return part * part

    assert list(spread(die_once, range(8), processes=2)) == [part * part for part in range(8)]
    assert sorted(path.name for path in workplace.glob("[0-9]")) == ["0", "3", "6"]


def test_a_part_that_always_kills_its_process_is_an_error():

    def die(_: int) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    with pytest.raises(ClusterError, match="goes on where it stopped"):
        list(spread(die, [1], processes=2))


def test_what_is_raised_over_a_part_is_raised():

    def refuse(_: int) -> None:
        raise InputEmpty("there is nothing", why="it is empty", fix="hand in words")

    with pytest.raises(InputEmpty) as told:
        list(spread(refuse, [1], processes=2))
    assert (told.value.what, told.value.why, told.value.fix) == ("there is nothing", "it is empty", "hand in words")


def busy_workers() -> list[int]:
    """The processes of Ray, begun by this one, that work on a part right now."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            if place.joinpath("cmdline").read_bytes().startswith(b"ray::_do") and ours(place):
                found.append(int(place.name))
        except OSError:  # it ended
            continue
    return found


def ours(place: Path) -> bool:
    while (parent := int(place.joinpath("stat").read_text(encoding="utf-8").rpartition(")")[2].split()[1])) > 1:
        if parent == os.getpid():
            return True
        place = Path("/proc", str(parent))
    return False


def test_workers_killed_while_documents_are_added(onrecord, workplace):
    def kill() -> None:
        until = time.monotonic() + 60
        while len(killed) < 3 and time.monotonic() < until and not added.is_set():
            for process in busy_workers()[:1]:
                os.kill(process, signal.SIGKILL)
                killed.append(process)
            time.sleep(0.7)

    killed: list[int] = []
    added = Event()
    reports = [json.loads(line) for line in WIRE.read_text(encoding="utf-8").splitlines()]
    many = [
        one | {"id": f"{n}-{at}", "text": f"{one['text']}\n\nCopy {n}."}
        for n in range(6)
        for at, one in enumerate(reports)
    ]
    given = "".join(json.dumps(one) + "\n" for one in many)
    killer = Thread(target=kill)
    killer.start()
    ended = onrecord("add", "-", "--archive", "a", "--json", "--ray", given=given)
    added.set()
    killer.join()
    assert killed
    assert json.loads(ended.stdout)["new"] == len(many)
    assert f"{len(many)} documents, all as they were written" in onrecord("archive", "verify", "--archive", "a").stdout


def test_a_run_that_was_killed_goes_on(onrecord, workplace, monkeypatch):
    text = PAGE.read_text(encoding="utf-8")
    made = "".join(json.dumps({"id": n, "text": f"{text}\nThe toll rose to {n} crowns."}) + "\n" for n in range(33))
    (workplace / "pages.jsonl").write_text(made, encoding="utf-8")
    command = [*COMMAND, "restore", "--jsonl", "--ray", "pages.jsonl", "-o", "out.jsonl"]
    running = subprocess.Popen(
        command, env=environment(ONRECORD_THREADS="1", TMPDIR="/tmp"), stderr=subprocess.PIPE, text=True
    )
    folder = workplace / "out.jsonl.shards"
    while not (done := list(folder.glob("*.jsonl"))):
        assert running.poll() is None, running.stderr.read()
        time.sleep(0.02)
    running.kill()
    running.communicate()
    assert not (workplace / "out.jsonl").exists()
    before = {path: path.stat().st_mtime_ns for path in done}
    monkeypatch.setattr(shards, "_clear", lambda _: None)
    assert onrecord("restore", "--jsonl", "--ray", "pages.jsonl", "-o", "out.jsonl").exit_code == 0
    assert {path: path.stat().st_mtime_ns for path in done} == before
    assert len(list(folder.glob("*.jsonl"))) == 3
    answered = lines((workplace / "out.jsonl").read_text(encoding="utf-8"))
    assert [one["id"] for one in answered] == list(range(33))


# What cannot be done -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        (("restore", "--ray", PAGE), "add --jsonl"),
        (("restore", "--ray", "--jsonl", PAGE), "-o FILE"),
        (("check", "--ray", "--jsonl", PAGE, "-o", "out.jsonl"), "--as-of"),
        (("check", "--ray", PAGE, "--as-of", "2025-09-30"), "add --jsonl"),
    ],
)
def test_what_is_not_shared_out(asked, says, onrecord):
    ended = onrecord(*asked)
    assert ended.exit_code == 2
    assert says in ended.stderr
    assert not list(Path.cwd().glob("out*"))


def test_all_read_one_revision(wire):
    with pytest.raises(ArchiveError, match="others read v1-0"):
        desk_beside(wire, "v1-0", verifier="agreement")


def test_a_cluster_that_is_not_there(pages):
    command = [*COMMAND, "restore", "--jsonl", "--ray", str(pages), "-o", "out.jsonl"]
    ran = subprocess.run(
        command, env=environment(RAY_ADDRESS="127.0.0.1:1"), capture_output=True, text=True, check=False
    )
    assert ran.returncode == 11
    assert "correct RAY_ADDRESS" in ran.stderr
