"""The archive in a folder under what may befall a folder. What it answers is tested in ``tests/contracts``."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import lancedb
import numpy as np
import pytest

from onrecord.adapters import lance_indexes, lance_search, lance_tables
from onrecord.adapters.lance import LanceArchive
from onrecord.adapters.lance_faults import translated
from onrecord.adapters.lance_folder import FolderLock
from onrecord.data import Document, OriginRuling, Passage, Span, Window, document
from onrecord.errors import (
    ArchiveDamaged,
    ArchiveError,
    ArchiveFull,
    ArchiveLocked,
    ArchiveMissing,
    ArchiveReadOnly,
    ArchiveTooNew,
    InputMissing,
    UsageError,
)
from onrecord.ports import Entry

sys.path.insert(0, str(Path(__file__).parent))
import killing
import writer

FOREVER = Window(until=date.max)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "archive"


def fill(folder: Path, batches: Iterable[int]) -> None:
    with LanceArchive.open(folder, create=True) as archive:
        for number in batches:
            archive.add(writer.batch(number))


def table(folder: Path) -> Path:
    """Where the table of an archive lies."""
    return folder / f"{json.loads((folder / 'archive.json').read_text(encoding='utf-8'))['table']}.lance"


def texts(archive: LanceArchive, query: str) -> list[str]:
    (hits,) = archive.match([query], window=FOREVER, limit=50)
    held = {
        memento.document.id: memento.document.text
        for memento in archive.mementos([h.passage.document_id for h in hits])
    }
    return [hit.passage.span.cut(held[hit.passage.document_id]) for hit in hits]


# Kills ---------------------------------------------------------------------------------------------


def test_kills_lose_nothing_committed_and_leave_nothing_half_written(folder: Path):
    told = killing.soak(folder, kills=10, readers=2)
    assert told["documents"] > writer.BATCH
    assert told["searches"] > 0


@pytest.mark.parametrize("indexed", [1, 1 << 16])
def test_an_archive_that_was_warmed_answers_as_before(folder: Path, monkeypatch, indexed):
    monkeypatch.setattr(lance_indexes, "_VECTOR_INDEX_FROM", indexed)
    monkeypatch.setattr(lance_search, "_FEW", 0)
    fill(folder, range(4))
    cold, warmed = LanceArchive.open(folder), LanceArchive.open(folder)
    warmed.warm()
    vectors = writer.EMBEDDER.embed(["Pier 1 stayed shut."])
    assert warmed.near(vectors, window=FOREVER, limit=9) == cold.near(vectors, window=FOREVER, limit=9)
    assert texts(warmed, "ferry") == texts(cold, "ferry")
    LanceArchive.open(folder.parent / "none", create=True).warm()


@pytest.mark.parametrize("batches", range(1, 13))
def test_after_a_deletion_what_is_published_later_is_left_out_still(folder: Path, batches):
    """The table that takes the place of another counts its versions anew, and may come to the number of the old one."""
    with LanceArchive.open(folder, create=True) as archive:
        for number in range(8):
            archive.add(writer.batch(number))
        window = Window(until=date(2025, 1, 8))
        assert archive.match(["ferry"], window=window, limit=99)[0]
        archive.delete([writer.batch(0)[0].document.id])
        for number in range(10, 10 + batches):
            archive.add(writer.batch(number))
        hits = archive.match(["ferry"], window=window, limit=999)[0]
        held = archive.mementos(sorted({hit.passage.document_id for hit in hits}))
        assert len(held) == 8 * writer.BATCH - 1
        assert all(window.admits(memento.document.published_at) for memento in held)


def test_a_fault_is_not_overlooked(folder: Path):
    fill(folder, range(2))
    held = {entry.document.id for number in range(2) for entry in writer.batch(number)}
    assert killing._look(folder, held, None, 1) == (held, 2)
    with pytest.raises(killing.Fault, match="1 stored documents lost"):
        killing._look(folder, held | {"0" * 32}, ("add", 2), 2)
    with pytest.raises(killing.Fault, match="8 half stored"):
        killing._look(folder, held - {entry.document.id for entry in writer.batch(1)}, None, 1)


def test_a_kill_while_the_archive_is_made_leaves_one_that_can_be_filled(folder: Path):
    fill(folder, range(1))
    half = table(folder)
    (folder / "archive.json").write_text('{"format": 4, "table": null}', encoding="utf-8")  # killed before it was named
    assert LanceArchive.open(folder).stats().documents == 0
    fill(folder, range(2))
    archive = LanceArchive.open(folder)
    assert archive.stats().documents == 2 * writer.BATCH
    assert archive.verify() == ()
    assert not half.exists()


def test_an_archive_from_before_its_table_was_named_is_read_and_filled(folder: Path):
    fill(folder, range(1))
    origins = LanceArchive.open(folder).stats().origins
    table(folder).rename(folder / "archive.lance")
    (folder / "archive.json").write_text('{"format": 3}', encoding="utf-8")
    told = LanceArchive.open(folder).stats()
    assert (told.documents, told.origins) == (writer.BATCH, origins)
    fill(folder, range(2))
    with LanceArchive.open(folder) as archive:
        assert archive.delete([writer.batch(0)[0].document.id]) == 1
    assert LanceArchive.open(folder).stats().documents == 2 * writer.BATCH - 1
    assert not (folder / "archive.lance").exists()


# Readers and writers -------------------------------------------------------------------------------


def test_a_reader_stays_at_the_state_it_opened(folder: Path):
    fill(folder, range(1))
    reader = LanceArchive.open(folder)
    before = reader.revision
    fill(folder, range(1, 8))
    assert reader.revision == before == reader.stats().revision
    assert len(list(reader.documents())) == reader.stats().documents == writer.BATCH
    assert LanceArchive.open(folder).revision not in (before, "v0-empty")


def test_two_readers_name_the_same_revision(folder: Path):
    fill(folder, range(2))
    assert LanceArchive.open(folder).revision == LanceArchive.open(folder).revision


def test_a_second_writer_is_told_who_writes(folder: Path):
    with LanceArchive.open(folder, create=True) as first:
        first.add(writer.batch(0))
        second = LanceArchive.open(folder)
        with pytest.raises(ArchiveLocked, match=f"process {os.getpid()} is writing"):
            second.add(writer.batch(1))
        assert second.stats().documents == writer.BATCH
    assert second.add(writer.batch(1)) == writer.BATCH
    assert second.stats().documents == 2 * writer.BATCH
    second.close()


def test_merging_changes_no_answer(folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(lance_indexes, "_VECTOR_INDEX_FROM", 100)
    monkeypatch.setattr(lance_search, "_FEW", 0)
    fill(folder, range(12))
    before = LanceArchive.open(folder)
    vectors = writer.EMBEDDER.embed(["Pier 7 stayed shut."])
    worded, nearest = texts(before, "pier 7")[: writer.BATCH], before.near(vectors, window=FOREVER, limit=20)
    with LanceArchive.open(folder) as archive:
        archive.compact()
        assert texts(archive, "pier 7")[: writer.BATCH] == worded
        after = archive.near(vectors, window=FOREVER, limit=20)
        assert after[0][: writer.BATCH] == nearest[0][: writer.BATCH]
        assert archive.verify() == ()
        assert archive.stats().documents == 12 * writer.BATCH


def test_merging_again_and_again_leaves_the_index_of_vectors_in_few_parts(
    folder: Path, monkeypatch: pytest.MonkeyPatch
):
    """Of each part clusters are looked into, so a month of small batches would slow every search."""
    monkeypatch.setattr(lance_indexes, "_VECTOR_INDEX_FROM", 100)
    parts = []
    with LanceArchive.open(folder, create=True) as archive:
        for number in range(18):
            archive.add(writer.batch(number))
            archive.compact()
            held = archive._table.index_stats("vector_idx")
            parts.append(held.num_indices if held else 0)
    assert max(parts) == 4
    assert parts.count(1) > 1


def waiting(folder: Path) -> int:
    held = LanceArchive.open(folder)._table.index_stats("terms_idx")
    return held.num_unindexed_rows


def test_whoever_ends_writing_leaves_little_outside_the_indexes(folder: Path, monkeypatch: pytest.MonkeyPatch):
    fill(folder, range(3))
    assert waiting(folder) > 0  # too few to be worth it
    monkeypatch.setattr(lance_indexes, "_WAITING", 5)
    monkeypatch.setattr(lance_indexes, "_WAITING_SHARE", 0.5)
    with pytest.raises(UsageError), LanceArchive.open(folder) as archive:
        archive.add([replace(writer.batch(3)[0], vectors=np.ones((1, 2), dtype=np.float32))])
    assert waiting(folder) > 0  # who was stopped does not wait for it
    with LanceArchive.open(folder):
        pass
    assert waiting(folder) > 0  # nor does who only reads
    fill(folder, [4])
    assert waiting(folder) == 0


def test_the_same_question_has_the_same_answer(folder: Path):
    fill(folder, range(6))
    archive = LanceArchive.open(folder)
    queries = [f"ferry {at} of Port Sorrel" for at in range(4)]
    vectors = writer.EMBEDDER.embed(queries)
    one = archive.match(queries, window=FOREVER, limit=7), archive.near(vectors, window=FOREVER, limit=7)
    other = LanceArchive.open(folder)
    assert one == (
        tuple(other.match([query], window=FOREVER, limit=7)[0] for query in queries),
        tuple(other.near(vectors[row : row + 1], window=FOREVER, limit=7)[0] for row in range(4)),
    )


@pytest.mark.parametrize("name", ["a b", "a#b", "a%20b", "a?b", "né", "s3:", "quote'\""])
def test_a_folder_may_have_any_name(tmp_path: Path, name: str):
    fill(tmp_path / name, range(1))
    assert LanceArchive.open(tmp_path / name).stats().documents == writer.BATCH
    assert [path.name for path in tmp_path.iterdir()] == [name]


# Deletion ------------------------------------------------------------------------------------------

SENTINEL = "Quillfeather"


def marked(at: int = 0) -> Entry:
    """A report with a word in its text, title and address that no other has."""
    held = document(
        f"{SENTINEL} {at} sailed from Port Sorrel. The harbour board said so.",
        title=f"{SENTINEL} sails",
        url=f"https://wire.example/{SENTINEL}/{at}",
        published_at=date(2025, 5, 19),
    )
    passage = Passage(document_id=held.id, span=Span(start=0, end=len(held.text)))
    return Entry(document=held, passages=(passage,), vectors=writer.EMBEDDER.embed([held.text]))


def traces(folder: Path, entry: Entry) -> list[str]:
    """The files that hold anything of a document: its words in any case, its id, its vector."""
    sought = (SENTINEL.lower().encode(), entry.document.id.encode(), entry.vectors[0].tobytes().lower())
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if any(part in path.read_bytes().lower() for part in sought)]


@pytest.mark.parametrize("clustered", [False, True])
def test_what_is_deleted_is_in_no_file_any_more(folder: Path, monkeypatch: pytest.MonkeyPatch, clustered: bool):
    if clustered:
        monkeypatch.setattr(lance_indexes, "_VECTOR_INDEX_FROM", 100)
        monkeypatch.setattr(lance_search, "_FEW", 0)
    fill(folder, range(6))
    with LanceArchive.open(folder) as archive:
        archive.add([marked(), *writer.batch(6)])
        archive.compact()
        fill_again = writer.batch(7)
        archive.add(fill_again)
        assert len(traces(folder, marked())) > 2  # rows and indexes
        assert archive.delete([marked().document.id, "0" * 32]) == 1
        assert traces(folder, marked()) == []
        assert archive.delete([marked().document.id]) == 0
        assert archive.verify() == ()
        assert archive.stats().documents == 8 * writer.BATCH
        assert texts(archive, "pier 7")[: writer.BATCH] == ["Pier 7 stayed shut."] * writer.BATCH
        assert texts(archive, SENTINEL) == []
        assert archive.add([marked()]) == 1
    assert texts(LanceArchive.open(folder), f"{SENTINEL} harbour board")[0] == marked().document.text


def test_all_can_be_deleted_and_added_again(folder: Path):
    fill(folder, range(1))
    with LanceArchive.open(folder) as archive:
        assert archive.delete([entry.document.id for entry in writer.batch(0)]) == writer.BATCH
        assert (archive.stats().documents, texts(archive, "pier")) == (0, [])
    fill(folder, range(2))
    assert LanceArchive.open(folder).stats().documents == 2 * writer.BATCH


def deletion_cut_off(folder: Path, when: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Delete, and be stopped as by a kill right before something."""

    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with LanceArchive.open(folder) as archive, monkeypatch.context() as patched:
        archive.become_writer()
        patched.setattr(FolderLock if when == "write" else lance_tables, when, stop)
        with pytest.raises(KeyboardInterrupt):
            archive.delete([marked().document.id])


@pytest.mark.parametrize(("when", "there"), [("make_indexes", True), ("write", True), ("sweep", False)])
def test_a_deletion_cut_off_is_done_or_not_done(folder: Path, monkeypatch: pytest.MonkeyPatch, when: str, there: bool):
    fill(folder, range(3))
    with LanceArchive.open(folder) as archive:
        archive.add([marked()])
    deletion_cut_off(folder, when, monkeypatch)
    reader = LanceArchive.open(folder)
    assert reader.holds([marked().document.id]) == ({marked().document.id} if there else set())
    assert reader.verify() == ()
    assert reader.stats().documents == 3 * writer.BATCH + there
    with LanceArchive.open(folder) as archive:
        archive.delete([marked().document.id])
        assert archive.stats().documents == 3 * writer.BATCH
    LanceArchive.open(folder).become_writer()
    assert traces(folder, marked()) == []


def test_a_reader_of_before_a_deletion_is_told_to_open_again(folder: Path):
    fill(folder, range(3))
    reader = LanceArchive.open(folder)
    with LanceArchive.open(folder) as archive:
        archive.delete([writer.batch(0)[0].document.id])
    with pytest.raises(ArchiveDamaged, match="open it again"):
        list(reader.documents())
    assert reader.newest().stats().documents == 3 * writer.BATCH - 1


# Rulings -------------------------------------------------------------------------------------------


def ruled(one: Entry, other: Entry) -> OriginRuling:
    documents = one.document.id, other.document.id
    return OriginRuling(
        documents=documents, together=True, by="Ana Petrov", reason="one release", at=date(2026, 11, 26)
    )


def test_rulings_outlive_the_process_and_go_with_their_documents(folder: Path):
    fill(folder, range(1))
    one, other, third, *_ = writer.batch(0)
    reader = LanceArchive.open(folder)
    with LanceArchive.open(folder) as archive:
        archive.rule(ruled(one, other))
        archive.rule(ruled(other, third))
        with pytest.raises(InputMissing):
            archive.rule(ruled(one, writer.batch(1)[0]))
    assert reader.rulings() == ()
    assert reader.newest().rulings() == (ruled(one, other), ruled(other, third))
    with LanceArchive.open(folder) as archive:
        archive.delete([one.document.id])
        assert archive.rulings() == (ruled(other, third),)
    (folder / "rulings.jsonl").write_text("broken\n", encoding="utf-8")
    with pytest.raises(ArchiveDamaged, match=r"rulings\.jsonl"):
        LanceArchive.open(folder)


# Faults --------------------------------------------------------------------------------------------


def test_no_archive(folder: Path):
    with pytest.raises(ArchiveMissing, match="no archive"):
        LanceArchive.open(folder)
    folder.mkdir()
    (folder / "notes.txt").touch()
    with pytest.raises(ArchiveMissing):
        LanceArchive.open(folder)


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs /proc, where no folder can be made")
def test_where_no_folder_can_be_made_nothing_is_damaged():
    with pytest.raises(ArchiveReadOnly, match="no archive can be made"):
        LanceArchive.open("/proc/archive", create=True)


@pytest.mark.parametrize("name", ["notes.txt", "notes.txt/archive"])
def test_a_file_is_no_folder_for_an_archive(tmp_path: Path, name: str):
    (tmp_path / "notes.txt").touch()
    with pytest.raises(UsageError, match=r"notes\.txt is a file"):
        LanceArchive.open(tmp_path / name, create=True)


def test_an_archive_of_a_newer_version(folder: Path):
    fill(folder, range(1))
    (folder / "archive.json").write_text(json.dumps({"format": 1_000}), encoding="utf-8")
    with pytest.raises(ArchiveTooNew, match="format 1000"):
        LanceArchive.open(folder)


@pytest.mark.parametrize("content", ["", "{}", "null", "\x00\xff", '{"format": "one"}'])
def test_a_format_file_that_says_nothing(folder: Path, content: str):
    fill(folder, range(1))
    (folder / "archive.json").write_bytes(content.encode("latin-1"))
    with pytest.raises((ArchiveDamaged, ArchiveTooNew)):
        LanceArchive.open(folder)


def test_a_lost_version_file(folder: Path):
    fill(folder, range(1))
    shutil.rmtree(table(folder) / "_versions")
    with pytest.raises(ArchiveDamaged):
        LanceArchive.open(folder).stats()


def test_lost_and_cut_data_files(folder: Path):
    fill(folder, range(1))
    for data in (table(folder) / "data").iterdir():
        os.truncate(data, data.stat().st_size // 2)
    with pytest.raises(ArchiveDamaged):
        LanceArchive.open(folder).verify()
    shutil.rmtree(table(folder) / "data")
    with pytest.raises(ArchiveDamaged, match="is damaged"):
        list(LanceArchive.open(folder).documents())


def test_one_altered_bit_is_found_by_digest(folder: Path):
    fill(folder, range(2))
    entry = writer.batch(1)[3]
    sought = entry.vectors[0].tobytes()  # of its first sentence, which no other report has
    (place,) = [path for path in (table(folder) / "data").iterdir() if sought in path.read_bytes()]
    content = bytearray(place.read_bytes())
    content[content.index(sought) + 17] ^= 1
    place.write_bytes(content)
    assert LanceArchive.open(folder).verify() == (entry.document.id,)


def test_vectors_of_another_model(folder: Path):
    fill(folder, range(1))
    (one, *_) = writer.batch(1)
    other = Entry(document=one.document, passages=one.passages, vectors=one.vectors[:, :32])
    with (
        LanceArchive.open(folder) as archive,
        pytest.raises(UsageError, match=r"\[64\] numbers and the new ones \[32\]"),
    ):
        archive.add([other])


def small_disk(tmp_path: Path, options: str, script: str) -> subprocess.CompletedProcess[str]:
    """Run a script in a mount namespace of its own, with a file system at ``tmp_path/disk``."""
    disk = tmp_path / "disk"
    disk.mkdir()
    wrapped = f"mount -t tmpfs -o {options} none {disk} && cd {disk} && {script}"
    command = ["unshare", "--map-root-user", "--mount", "sh", "-c", wrapped]
    probe = ["unshare", "--map-root-user", "--mount", "mount", "-t", "tmpfs", "none", str(disk)]
    if shutil.which("unshare") is None or subprocess.run(probe, capture_output=True, check=False).returncode:
        pytest.skip("left out: needs the right to mount a file system in a namespace of its own")
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_a_full_disk(tmp_path: Path):
    program = f"{sys.executable} {writer.__file__} archive"
    ran = small_disk(
        tmp_path,
        "size=3m",
        f"head -c 2500000 /dev/zero > ballast; {program} 0 200; rm ballast; echo resumed; "
        f"{program} 0 12 && cp -r archive {tmp_path}/kept",
    )
    assert "ArchiveFull" in ran.stderr
    assert "free some space" in ran.stderr
    before, after = ran.stdout.split("resumed")
    assert 0 < len(before.split()) < 200
    assert len(after.split()) == 12
    archive = LanceArchive.open(tmp_path / "kept")
    assert archive.verify() == ()
    assert archive.stats().documents >= 12 * writer.BATCH


def test_a_read_only_folder_can_be_searched_but_not_filled(tmp_path: Path):
    fill(tmp_path / "kept", range(1))
    program = f"{sys.executable} {writer.__file__} archive"
    search = (
        "from onrecord.adapters.lance import LanceArchive; from pathlib import Path; "
        "print(LanceArchive.open(Path('archive')).stats().documents)"
    )
    made = f"cp -r {tmp_path}/kept archive && mount -o remount,ro . && cd $PWD"
    script = f'{made} && {sys.executable} -c "{search}"; {program} 1 2'
    ran = small_disk(tmp_path, "size=9m", script)
    assert ran.stdout.split() == [str(writer.BATCH)]
    assert ran.stderr.startswith("ArchiveReadOnly")


@pytest.mark.parametrize("deed", ["compact", "delete"])
def test_a_disk_that_fills_up_while_it_is_tidied(tmp_path: Path, deed: str):
    fill(tmp_path / "kept", range(60))
    program = f"{sys.executable} {writer.__file__} archive"
    ran = small_disk(
        tmp_path,
        "size=5m",
        f"cp -r {tmp_path}/kept archive; dd if=/dev/zero of=ballast bs=4k 2>/dev/null; {program} {deed}; rm ballast; "
        f"echo resumed; {program} 60 61; cp -r archive {tmp_path}/after",
    )
    assert "ArchiveFull" in ran.stderr
    assert ran.stdout.split() == ["resumed", "60"]
    archive = LanceArchive.open(tmp_path / "after")
    assert archive.verify() == ()
    assert archive.stats().documents == 61 * writer.BATCH
    assert list((tmp_path / "after").glob("*.lance")) == [table(tmp_path / "after")]


BACKWARDS = """
#define _GNU_SOURCE
#include <dlfcn.h>
#include <time.h>
int clock_gettime(clockid_t which, struct timespec *now) {
    int (*told)(clockid_t, struct timespec *) = dlsym(RTLD_NEXT, "clock_gettime");
    int failed = told(which, now);
    if (!failed && which == CLOCK_REALTIME) now->tv_sec -= 400 * 86400;
    return failed;
}
"""
"""A clock that was set back by 400 days, for one process."""


def test_a_clock_set_back(folder: Path, tmp_path: Path):
    compiler = shutil.which("cc")
    if compiler is None:
        pytest.skip("left out: needs a C compiler, to set back the clock of one process")
    (tmp_path / "clock.c").write_text(BACKWARDS, encoding="utf-8")
    shim = str(tmp_path / "clock.so")
    subprocess.run([compiler, "-shared", "-fPIC", "-o", shim, str(tmp_path / "clock.c"), "-ldl"], check=True)
    fill(folder, range(6))
    with LanceArchive.open(folder) as archive:
        archive.add([marked()])
    for arguments in (["6", "16"], ["compact"], ["delete", marked().document.id]):
        command = [sys.executable, writer.__file__, str(folder), *arguments]
        subprocess.run(command, env={**os.environ, "LD_PRELOAD": shim}, check=True, capture_output=True)
    archive = LanceArchive.open(folder)
    assert archive.stats().documents == 16 * writer.BATCH
    assert archive.verify() == ()
    assert traces(folder, marked()) == []
    assert texts(archive, "pier 15")[: writer.BATCH] == ["Pier 15 stayed shut."] * writer.BATCH
    fill(folder, range(16, 18))
    assert LanceArchive.open(folder).stats().documents == 18 * writer.BATCH


@pytest.mark.parametrize("part", ["data", "_indices", "_versions"])
def test_flipped_bytes_are_told_and_never_believed(folder: Path, part: str):
    fill(folder, range(4))
    with LanceArchive.open(folder) as archive:
        archive.compact()
    rng = random.Random(7)
    for place in sorted((table(folder) / part).rglob("*")):
        if place.is_file():
            content = bytearray(place.read_bytes())
            for at in rng.sample(range(len(content)), k=max(1, len(content) // 64)):
                content[at] ^= 0xFF
            place.write_bytes(content)
    written = {entry.document.id: entry.document for number in range(4) for entry in writer.batch(number)}
    vectors = writer.EMBEDDER.embed(["Pier 2 stayed shut."])
    asks = (
        lambda archive: archive.verify(),
        lambda archive: list(archive.documents()),
        lambda archive: archive.match(["pier 2"], window=FOREVER, limit=5),
        lambda archive: archive.near(vectors, window=FOREVER, limit=5),
    )
    told = []
    for ask in asks:
        try:
            found = ask(LanceArchive.open(folder))
        except ArchiveError as error:
            told.append(error)
        else:
            told += [found] if found and isinstance(found[0], str) else []
            assert all(one == written[one.id] for one in found if isinstance(one, Document))
    assert told


@pytest.mark.parametrize(
    ("column", "value"), [("published_until", 0), ("published_until", None), ("sketch", b"\0" * 8)]
)
def test_what_is_made_of_a_document_is_proved_with_it(folder: Path, column: str, value: object):
    """By its rows' date a search as of a date leaves it out, and by its sketch copies are counted once."""
    fill(folder, range(1))
    lancedb.connect(folder).open_table(table(folder).stem).update(values={column: value})
    assert len(LanceArchive.open(folder).verify()) == writer.BATCH


@pytest.mark.parametrize("column", ["document_id", "published_until", "terms"])
@pytest.mark.parametrize("how", ["one bit", "cut", "gone"])
def test_damaged_indexes_are_told_and_made_anew(folder: Path, column: str, how: str):
    """The documents are whole then, so nothing has to be added again."""
    fill(folder, range(4))
    with LanceArchive.open(folder) as archive:
        archive.compact()
    archive = LanceArchive.open(folder)
    before = archive.match(["pier 2"], window=FOREVER, limit=5)
    assert archive._table is not None
    (used,) = [str(index.index_uuid) for index in archive._table.list_indices() if index.columns == [column]]
    for place in (table(folder) / "_indices" / used).iterdir():
        content = bytearray(place.read_bytes())
        content[len(content) // 3] ^= 1
        place.write_bytes(content[: len(content) // 2] if how == "cut" else content)
        if how == "gone":
            place.unlink()
    with pytest.raises(ArchiveDamaged, match="an index of the archive"):
        LanceArchive.open(folder).verify()
    with LanceArchive.open(folder) as archive:
        archive.compact()
    archive = LanceArchive.open(folder)
    assert archive.verify() == ()
    assert archive.match(["pier 2"], window=FOREVER, limit=5) == before
    assert archive.stats().documents == 4 * writer.BATCH


@pytest.mark.parametrize(
    ("raised", "meant"),
    [
        (OSError(28, "No space left on device"), ArchiveFull),
        (RuntimeError("lance error: LanceError(IO): File too large (os error 27)"), ArchiveFull),
        (RuntimeError("lance error: LanceError(IO): Generic LocalFileSystem error: (os error 28)"), ArchiveFull),
        (OSError(30, "Read-only file system"), ArchiveReadOnly),
        (PermissionError(13, "Permission denied"), ArchiveReadOnly),
        (RuntimeError("lance error: Not found: data/0.lance"), ArchiveDamaged),
        (RuntimeError('task 7 panicked with message "range end index 12 out of range"'), ArchiveDamaged),
        (type("RustPanic", (Exception,), {})("rust future panicked: unknown error"), ArchiveDamaged),
        (type("PanicException", (BaseException,), {})("index out of bounds"), ArchiveDamaged),
    ],
)
def test_faults_of_the_store_are_named(folder: Path, raised: BaseException, meant: type[Exception]):
    with pytest.raises(meant), translated(folder):
        raise raised


def test_a_fault_of_the_system_is_told_once(folder: Path):
    with pytest.raises(ArchiveReadOnly) as told, translated(folder):
        raise OSError(30, "Read-only file system", str(folder))
    assert told.value.why == f"Read-only file system (os error 30): {folder}"


def test_a_fault_is_told_without_its_place_in_the_store(folder: Path):
    with pytest.raises(ArchiveDamaged) as told, translated(folder):
        raise RuntimeError("lance error: failed to fill whole buffer, /build/core/src/ops/function.rs:250:5")
    assert told.value.why == "lance error: failed to fill whole buffer"


def test_faults_of_programs_are_not(folder: Path):
    with pytest.raises(ValueError, match="a span needs"), translated(folder):
        raise ValueError("a span needs 0 <= start < end")


def test_what_fails_while_an_interrupted_call_is_left_does_not_hide_the_interruption(folder: Path):
    def interrupted() -> None:  # as `shutil.rmtree`, where Ctrl-C comes right after it closed a folder
        try:
            raise KeyboardInterrupt
        finally:
            raise OSError(9, "Bad file descriptor")

    with pytest.raises(KeyboardInterrupt), translated(folder):
        interrupted()
