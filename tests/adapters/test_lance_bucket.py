"""The archive in a bucket, at a real server over HTTP. What it answers is tested in ``tests/contracts``."""

from __future__ import annotations

import io
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from http.client import HTTPConnection
from pathlib import Path

import lancedb
import pytest
from lancedb.table import LanceTable
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response
from werkzeug.datastructures import Headers

from adapters import buckets
from onrecord.adapters import lance_bucket
from onrecord.adapters.lance import LanceArchive
from onrecord.adapters.lance_backup import back_up, bring_back
from onrecord.adapters.lance_place import Place, place_of
from onrecord.data import OriginRuling, Window
from onrecord.errors import (
    ArchiveError,
    ArchiveLocked,
    ArchiveMissing,
    ArchiveOffline,
    ArchiveReadOnly,
    UsageError,
)

sys.path.insert(0, str(Path(__file__).parent))
import killing
import writer

FOREVER = Window(until=date.max)


@pytest.fixture
def address() -> str:
    return buckets.fresh()


@pytest.fixture(autouse=True)
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lance_bucket, "LEASE", 1.0)
    monkeypatch.setattr(lance_bucket, "LOOK", 0.1)
    monkeypatch.setattr(lance_bucket, "BEAT", 0.2)


def fill(address: str, numbers: range) -> None:
    with LanceArchive.open(address, create=True) as archive:
        for number in numbers:
            archive.add(writer.batch(number))


def ids(numbers: range) -> set[str]:
    return {entry.document.id for number in numbers for entry in writer.batch(number)}


def held(address: str) -> set[str]:
    """The documents of an archive whose digests all hold."""
    archive = LanceArchive.open(address)
    assert archive.verify() == ()
    return {one.id for one in archive.documents()}


# Kills, writers and readers ------------------------------------------------------------------------


def test_kills_lose_nothing_committed_and_leave_nothing_half_written(address: str):
    command = [sys.executable, killing.__file__, address, "5", "2", "1.5"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert "'documents'" in ran.stdout
    assert "'searches'" in ran.stdout


def test_several_writers_take_turns(address: str):
    """Each in a process of its own, with the same documents and some of its own, again until it has its turn."""
    LanceArchive.open(address, create=True)
    script = f"""
import sys, time
sys.path.insert(0, {str(Path(__file__).parent)!r})
import writer
from onrecord.adapters import lance_bucket
from onrecord.adapters.lance import LanceArchive
from onrecord.errors import ArchiveLocked
lance_bucket.BEAT, lance_bucket.LEASE, lance_bucket.LOOK = 0.2, 2.0, 0.1
waiting = [0, 1, int(sys.argv[1]), int(sys.argv[1]) + 1]
while waiting:
    try:
        with LanceArchive.open({address!r}) as archive:
            archive.add(writer.batch(waiting[0]))
        waiting.pop(0)
    except ArchiveLocked:
        time.sleep(0.05)
"""
    firsts = (2, 4, 6)
    running = [subprocess.Popen([sys.executable, "-c", script, str(first)]) for first in firsts]
    assert [process.wait(120) for process in running] == [0, 0, 0]
    assert held(address) == ids(range(8))


def test_a_second_writer_is_told_who_writes(address: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(lance_bucket, "LEASE", 60.0)  # however slow the machine, a beat comes before
    with LanceArchive.open(address, create=True) as first:
        first.add(writer.batch(0))
        with pytest.raises(ArchiveLocked, match=f"process {os.getpid()} on .* is writing"):
            LanceArchive.open(address).add(writer.batch(1))
        assert LanceArchive.open(address).stats().documents == writer.BATCH
    fill(address, range(1, 2))
    assert held(address) == ids(range(2))


def test_a_reader_stays_at_the_state_it_opened(address: str):
    fill(address, range(1))
    reader = LanceArchive.open(address)
    before = reader.revision
    assert reader.newest() is reader
    fill(address, range(1, 8))
    assert reader.revision == before
    assert len(list(reader.documents())) == writer.BATCH
    assert reader.newest().stats().documents == 8 * writer.BATCH


# A writer that was taken for dead ------------------------------------------------------------------


@pytest.fixture
def overtaken(address: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[LanceArchive]:
    """A writer that did not put its lease for too long, and then another wrote."""
    monkeypatch.setattr(lance_bucket, "BEAT", 600.0)
    slow = LanceArchive.open(address, create=True)
    slow.add(writer.batch(0))
    fill(address, range(1, 3))
    yield slow
    slow.close()


def on_its_way(archive: LanceArchive, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a writer be past the moment at which it made sure that nobody took over."""
    monkeypatch.setattr(archive._writer.__class__, "prove", lambda _: None)


def test_it_is_told_so(overtaken: LanceArchive, address: str):
    for deed in (
        lambda: overtaken.add(writer.batch(3)),
        overtaken.compact,
        lambda: overtaken.delete([writer.batch(0)[0].document.id]),
    ):
        with pytest.raises(ArchiveLocked, match="taken over"):
            deed()
    assert held(address) == ids(range(3))


def test_its_commit_is_refused_however_late(overtaken: LanceArchive, address: str, monkeypatch: pytest.MonkeyPatch):
    with monkeypatch.context() as patched:
        on_its_way(overtaken, patched)
        for deed in (
            lambda: overtaken.add(writer.batch(1)),  # what the other has added, too
            lambda: overtaken.delete([writer.batch(0)[0].document.id]),
            overtaken.compact,
        ):
            with pytest.raises(ArchiveLocked, match="taken over"):
                deed()
    assert held(address) == ids(range(3))
    fill(address, range(3, 4))
    assert held(address) == ids(range(4))
    assert len(place_of(address).tables()) == 1


def test_what_it_commits_while_it_is_shut_out_is_not_lost(address: str, monkeypatch: pytest.MonkeyPatch):
    """Right before the restoration, which passes over it; and again where the process that restores is killed then."""
    monkeypatch.setattr(lance_bucket, "BEAT", 600.0)
    slow = LanceArchive.open(address, create=True)
    slow.add(writer.batch(0))
    restore, late = LanceTable.restore, [writer.batch(1)]

    def overtaking(table: LanceTable) -> None:
        if late:
            with monkeypatch.context() as patched:
                on_its_way(slow, patched)
                slow.add(late.pop())
        restore(table)
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(LanceTable, "restore", overtaking)
        with pytest.raises(KeyboardInterrupt):
            LanceArchive.open(address).become_writer()
    fill(address, range(2, 3))
    assert held(address) == ids(range(3))
    with pytest.raises(ArchiveLocked):
        slow.add(writer.batch(3))


def test_who_cannot_shut_it_out_leaves_it_to_the_next(address: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(lance_bucket, "BEAT", 600.0)
    slow = LanceArchive.open(address, create=True)
    slow.add(writer.batch(0))
    with monkeypatch.context() as patched:
        patched.setattr(LanceTable, "restore", lambda _: (_ for _ in ()).throw(OSError(5, "Input/output error")))
        with pytest.raises(ArchiveError), LanceArchive.open(address) as archive:
            archive.add(writer.batch(1))
    fill(address, range(1, 2))
    with monkeypatch.context() as patched:
        on_its_way(slow, patched)
        with pytest.raises(ArchiveLocked, match="taken over"):
            slow.add(writer.batch(1))
    assert held(address) == ids(range(2))


def test_what_it_sweeps_is_nothing_of_the_other(overtaken: LanceArchive, address: str):
    with LanceArchive.open(address) as other:
        other.delete([writer.batch(0)[0].document.id])
        (table,) = place_of(address).tables()
        with pytest.raises(ArchiveLocked):
            overtaken.become_writer()
    assert place_of(address).tables() == (table,)


def test_a_process_that_stood_still_is_shut_out(address: str):
    command = [sys.executable, writer.__file__, address, "0"]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    said = int(running.stdout.readline())
    running.send_signal(signal.SIGSTOP)
    fill(address, range(1000, 1002))
    running.send_signal(signal.SIGCONT)
    out, err = running.communicate(timeout=60)
    assert err.startswith("ArchiveLocked")
    told = [said, *map(int, out.split())]
    assert ids(range(max(told) + 1)) | ids(range(1000, 1002)) <= held(address)


def test_a_lease_that_was_given_back_is_taken_at_once(address: str, monkeypatch: pytest.MonkeyPatch):
    fill(address, range(1))
    monkeypatch.setattr(lance_bucket, "LEASE", 600.0)
    before = LanceArchive.open(address).revision.partition("-")[0]
    with LanceArchive.open(address) as archive:
        archive.become_writer()
        assert archive.revision.partition("-")[0] == before


# A commit whose answer is lost -----------------------------------------------------------------------


@dataclass
class Gateway:
    """Stands before the server, and loses the answer to the next commit: that one alone, or all until it is up."""

    server: str
    loses: bool = False
    goes_down: bool = False
    is_down: bool = False

    def __call__(self, request: Request) -> Response:
        if self.is_down:
            return Response(status=503)
        headers = {name: said for name, said in request.headers if name not in ("Transfer-Encoding", "Content-Length")}
        server = HTTPConnection(self.server.removeprefix("http://"))
        server.request(request.method, request.full_path.removesuffix("?"), request.get_data(), headers)
        answer = server.getresponse()
        if self.loses and request.method == "PUT" and "/_versions/" in request.path:
            self.loses, self.is_down = False, self.goes_down
            return Response(status=503)
        return Response([answer.read()], answer.status, Headers(answer.getheaders()))


@pytest.fixture
def gateway(address: str, httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> Gateway:
    made = Gateway(buckets.server()["AWS_ENDPOINT_URL"])
    httpserver.expect_request(re.compile(".*")).respond_with_handler(made)
    monkeypatch.setenv("AWS_ENDPOINT_URL", httpserver.url_for("/").rstrip("/"))
    return made


def test_what_is_put_again_because_its_answer_was_lost_is_stored_once(address: str, gateway: Gateway):
    fill(address, range(1))
    with LanceArchive.open(address) as archive:
        gateway.loses = True
        assert archive.add(writer.batch(1)) == writer.BATCH
    assert not gateway.loses
    assert held(address) == ids(range(2))


def test_who_adds_again_what_came_in_unheard_stores_nothing_twice(address: str, gateway: Gateway):
    with LanceArchive.open(address, create=True) as archive:
        archive.add(writer.batch(0))
        gateway.loses = gateway.goes_down = True
        with pytest.raises(ArchiveOffline):
            archive.add(writer.batch(1))
        gateway.is_down = False
        assert archive.add(writer.batch(1)) == 0
        assert archive.add(writer.batch(2)) == writer.BATCH
    assert held(address) == ids(range(3))


# Deletion, rulings, what was left ------------------------------------------------------------------


def traces(place: Place, sought: bytes) -> list[str]:
    return [name for name, _ in place.files() if sought in place.open(name).read()]


def test_what_is_deleted_is_in_no_object_any_more(address: str):
    fill(address, range(4))
    gone = writer.batch(1)[2].document.id
    with LanceArchive.open(address) as archive:
        archive.compact()
        assert len(traces(archive.place, gone.encode())) > 1
        assert archive.delete([gone]) == 1
        assert traces(archive.place, gone.encode()) == []
    assert held(address) == ids(range(4)) - {gone}


def test_what_a_killed_writer_left_is_swept(address: str):
    fill(address, range(1))
    place = place_of(address)
    lancedb.connect(address).create_table("archive-half", data=[{"a": 1}])
    assert len(place.tables()) == 2
    fill(address, range(1, 2))
    assert len(place.tables()) == 1
    assert held(address) == ids(range(2))


def test_rulings_outlive_the_process(address: str):
    fill(address, range(1))
    one, other, *_ = (entry.document.id for entry in writer.batch(0))
    ruling = OriginRuling(documents=(one, other), together=True, by="Ana", reason="one release", at=date(2026, 1, 5))
    reader = LanceArchive.open(address)
    with LanceArchive.open(address) as archive:
        archive.rule(ruling)
    assert reader.rulings() == ()
    assert reader.newest().rulings() == (ruling,)


def test_a_backup_of_a_bucket_comes_back_in_a_folder(address: str, tmp_path: Path):
    fill(address, range(3))
    stream = io.BytesIO()
    saved = back_up(address, stream)
    stream.seek(0)
    assert bring_back(stream, tmp_path / "a") == saved
    assert LanceArchive.open(tmp_path / "a").revision == LanceArchive.open(address).revision
    stream.seek(0)
    with pytest.raises(UsageError, match="in a folder"):
        bring_back(stream, buckets.fresh())


# Faults --------------------------------------------------------------------------------------------


def test_no_archive_there(address: str):
    with pytest.raises(ArchiveMissing, match=address):
        LanceArchive.open(address)


@pytest.mark.parametrize("create", [False, True])
def test_no_bucket_of_that_name(create: bool):
    buckets.server()
    with pytest.raises(ArchiveOffline, match="no such bucket"):
        LanceArchive.open("s3://no-such-bucket/a", create=create)


@pytest.mark.parametrize(
    "address", ["s3://", "s3://news", "s3://news/", "s3://News/a", "s3://news/a b", "s3://news/../a", "s3://news//a"]
)
def test_an_address_that_is_none(address: str):
    with pytest.raises(UsageError, match="no place for an archive"):
        LanceArchive.open(address)


def test_a_server_that_is_not_there(address: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(lance_bucket, "_RETRIES", 1)
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:1")
    with pytest.raises(ArchiveOffline, match="AWS_ENDPOINT_URL"):
        LanceArchive.open(address)


def test_a_server_without_encryption_needs_a_word(address: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("AWS_ALLOW_HTTP")
    with pytest.raises(ArchiveOffline, match="AWS_ALLOW_HTTP=true"):
        LanceArchive.open(address)


def test_without_what_speaks_with_buckets(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "onrecord.adapters.lance_bucket", None)
    with pytest.raises(UsageError, match=r"onrecord\[s3\]"):
        LanceArchive.open("s3://news/a")


@pytest.mark.parametrize(
    ("status", "meant", "says"),
    [
        (401, ArchiveReadOnly, "AWS_ACCESS_KEY_ID"),
        (403, ArchiveReadOnly, "AWS_ACCESS_KEY_ID"),
        (500, ArchiveOffline, "cannot be reached"),
        (503, ArchiveOffline, "cannot be reached"),
    ],
)
@pytest.mark.parametrize("create", [False, True])
def test_a_server_that_refuses(
    status: int,
    meant: type[Exception],
    says: str,
    create: bool,
    address: str,
    httpserver: HTTPServer,
    monkeypatch: pytest.MonkeyPatch,
):
    httpserver.expect_request(re.compile(".*")).respond_with_data("<Error></Error>", status=status)
    monkeypatch.setattr(lance_bucket, "_RETRIES", 1)
    monkeypatch.setenv("AWS_ENDPOINT_URL", httpserver.url_for("/").rstrip("/"))
    with pytest.raises(meant, match=says):
        LanceArchive.open(address, create=create)


def test_a_lease_that_says_nothing_is_free(address: str):
    fill(address, range(1))
    place = place_of(address)
    assert isinstance(place, lance_bucket.Bucket)
    for content in ("", "{}", "[]", "null", json.dumps({"holder": None})):
        lease = place.seen("writer.lock")
        place.swap("writer.lock", content, lease and lease[1])
        with LanceArchive.open(address) as archive:
            archive.become_writer()
