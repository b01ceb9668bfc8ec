"""A backup brings the same archive back, or nothing and a clear error."""

import errno
import io
import json
import os
import tarfile

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import strategies
from onrecord.adapters.lance import LanceArchive
from onrecord.adapters.lance_backup import back_up, bring_back
from onrecord.data import Passage, Span
from onrecord.errors import ArchiveLocked, ArchiveReadOnly, InputMalformed, UsageError
from onrecord.ports import Entry


def entry(document):
    passage = Passage(document_id=document.id, span=Span(start=0, end=len(document.text)))
    return Entry(document=document, passages=(passage,), vectors=np.eye(1, 8, dtype=np.float32))


def saved(folder):
    stream = io.BytesIO()
    about = back_up(folder, stream)
    return about, stream.getvalue()


def files(folder):
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != "writer.lock")
    return {path.relative_to(folder): path.read_bytes() for path in found}


def test_any_archive_comes_back_as_it_was(tmp_path_factory):
    @settings(max_examples=8, deadline=None)
    @given(st.lists(strategies.few(strategies.documents(), least=1), max_size=3))
    def holds(batches):
        folder = tmp_path_factory.mktemp("backup")
        with LanceArchive.open(folder / "a", create=True) as archive:
            for batch in batches:
                archive.add([entry(document) for document in batch])
        about, data = saved(folder / "a")
        assert bring_back(io.BytesIO(data), folder / "b") == about
        assert files(folder / "b") == files(folder / "a")
        ours, theirs = LanceArchive.open(folder / "a"), LanceArchive.open(folder / "b")
        assert ours.revision == theirs.revision == about.revision
        assert list(ours.documents()) == list(theirs.documents())
        assert not theirs.verify()

    holds()


def test_what_may_only_be_read_is_backed_up_too(tmp_path, backup, monkeypatch):
    """A disk that is going bad is mounted so, which is when a backup is wanted most."""
    opened = os.open

    def read_only(path, flags, *more):
        if flags & os.O_RDWR:
            raise OSError(errno.EROFS, "Read-only file system")
        return opened(path, flags, *more)

    monkeypatch.setattr(os, "open", read_only)
    assert saved(tmp_path / "a")[1] == backup
    with LanceArchive.open(tmp_path / "a").place.hold(), pytest.raises(ArchiveReadOnly):
        LanceArchive.open(tmp_path / "a").become_writer()
    monkeypatch.undo()
    with LanceArchive.open(tmp_path / "a").place.hold(), pytest.raises(ArchiveLocked):
        LanceArchive.open(tmp_path / "a").become_writer()
    (tmp_path / "a" / "writer.lock").unlink()
    with LanceArchive.open(tmp_path / "a").place.hold():
        pass


@pytest.fixture
def backup(tmp_path):
    with LanceArchive.open(tmp_path / "a", create=True) as archive:
        archive.add([entry(strategies.document("The dam holds, the board said."))])
    return saved(tmp_path / "a")[1]


def changed(data, change):
    """Return a backup whose members ``change`` was asked about: name and bytes, or None to leave one out."""
    stream = io.BytesIO()
    with tarfile.open(fileobj=io.BytesIO(data)) as held, tarfile.open(fileobj=stream, mode="w") as made:
        for member in held:
            name, content = change(member.name, held.extractfile(member).read()) or (None, None)
            if name:
                about = tarfile.TarInfo(name)
                about.size = len(content)
                made.addfile(about, io.BytesIO(content))
    return stream.getvalue()


def flipped(name, content):
    return name, (content[:-1] + bytes([content[-1] ^ 1]) if "/data/" in name else content)


def without_data(name, content):
    return None if "/data/" in name else (name, content)


def without_digests(name, content):
    return None if name == "digests.json" else (name, content)


def elsewhere(name, content):
    return ("../" + name if name == "archive.json" else name), content


def another_revision(name, content):
    if name != "digests.json":
        return name, content
    return name, json.dumps(json.loads(content) | {"revision": "v9-000000000000"}).encode()


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (flipped, "is not what was saved"),
        (without_data, "is not where it should be"),
        (without_digests, "ends without"),
        (elsewhere, "no place for"),
        (another_revision, "holds revision"),
    ],
)
def test_an_altered_backup_leaves_nothing(change, says, backup, tmp_path):
    with pytest.raises(InputMalformed, match=says):
        bring_back(io.BytesIO(changed(backup, change)), tmp_path / "b")
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.9])
def test_a_backup_cut_short_leaves_nothing(share, backup, tmp_path):
    with pytest.raises(InputMalformed):
        bring_back(io.BytesIO(backup[: int(share * backup.index(b'"revision"'))]), tmp_path / "b")
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_links_are_not_followed(tmp_path):
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as made:
        about = tarfile.TarInfo("archive.json")
        about.type, about.linkname = tarfile.SYMTYPE, "/etc/passwd"
        made.addfile(about)
    with pytest.raises(InputMalformed, match="no place for"):
        bring_back(io.BytesIO(stream.getvalue()), tmp_path / "b")


def test_an_empty_folder_may_take_it_and_another_may_not(backup, tmp_path):
    (tmp_path / "empty").mkdir()
    bring_back(io.BytesIO(backup), tmp_path / "empty")
    with pytest.raises(UsageError, match="something already"):
        bring_back(io.BytesIO(backup), tmp_path / "empty")
