"""What ``import onrecord`` offers."""

import importlib
import json
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import onrecord
from onrecord.errors import UsageError
from onrecord.testing import MemoryArchive

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "examples" / "page.txt").read_text(encoding="utf-8")
NAMES = (
    "Brief Changes Document Evidence Found Label OnrecordError Removal Report Restoration Span Statement Verdict __version__ "
    "add brief changes check find restore statements"
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    folder = tmp_path_factory.mktemp("public") / "archive"
    lines = (ROOT / "examples" / "wire.jsonl").read_text(encoding="utf-8").splitlines()[:12]
    (folder.parent / "wire.jsonl").write_text("\n".join(lines), encoding="utf-8")
    added = onrecord.add(folder.parent / "wire.jsonl", archive=folder)
    assert (added.read, added.new) == (12, 12)
    return folder


def test_the_names_are_these():
    assert " ".join(onrecord.__all__) == NAMES
    assert all(hasattr(onrecord, name) for name in onrecord.__all__)
    with pytest.raises(AttributeError, match="no attribute 'undo'"):
        onrecord.undo  # noqa: B018 (naming it is the test)


def test_importing_it_reads_nothing_heavy():
    heavy = "{name.partition('.')[0] for name in sys.modules} & {'numpy', 'lancedb', 'onnxruntime', 'lxml', 'click'}"
    ended = subprocess.run(
        [sys.executable, "-c", f"import sys, onrecord; print(sorted({heavy}))"],
        check=True,
        capture_output=True,
        text=True,
    )
    assert ended.stdout == "[]\n"


@pytest.mark.parametrize("verb", ["restore", "statements"])
def test_an_instant_without_a_zone_is_refused_in_words(verb):
    with pytest.raises(UsageError, match="is not a date"):
        getattr(onrecord, verb)(PAGE, published=datetime(2025, 9, 22, 12, 0))  # noqa: DTZ001 (that is the case)


def test_a_stage_does_not_take_its_verbs_name():
    for stage in ("restore", "find", "brief"):
        importlib.import_module(f"onrecord.{stage}")
        assert callable(getattr(onrecord, stage))


def test_a_text_is_restored_and_its_statements_listed():
    restored = onrecord.restore(PAGE)
    assert isinstance(restored, onrecord.Restoration)
    assert onrecord.restore(PAGE.encode("utf-16")) == restored
    assert all(isinstance(one, onrecord.Statement) for one in onrecord.statements(PAGE))


def test_a_text_is_checked_against_a_folder(archive):
    report = onrecord.check(PAGE, archive=archive, as_of="2025-09-30", max_statements=2)
    assert report == onrecord.check(PAGE, archive=str(archive), as_of=date(2025, 9, 30), max_statements=2)
    assert report.run.as_of == date(2025, 9, 30)
    assert report.verdicts[-1].label is onrecord.Label.NOT_CHECKED


def test_what_is_known_of_a_page_is_given_with_it():
    page = onrecord.restore("The dam holds.", url="https://ledger.example/a", published="2025-05-19").document
    assert (page.url, page.published_at) == ("https://ledger.example/a", date(2025, 5, 19))


def test_what_is_given_with_a_page_goes_before_what_it_says():
    page = "<meta property='article:published_time' content='2025-05-18'><p>The dam holds.</p>"
    assert onrecord.restore(page).document.published_at == date(2025, 5, 18)
    assert onrecord.restore(page, published="2025-05-19").document.published_at == date(2025, 5, 19)
    with pytest.raises(UsageError, match="lies in the future"):
        onrecord.restore(page, published="9999-12-31")


def test_no_archive_is_an_empty_one(tmp_path, monkeypatch):
    monkeypatch.setenv("ONRECORD_ARCHIVE", str(tmp_path / "none"))
    assert [notice.code for notice in onrecord.check("The dam holds.").notices] == ["date_unknown", "archive_missing"]
    assert onrecord.find("dam").candidates == ()
    assert onrecord.brief("dam").sentences == ()


def test_whatever_keeps_the_port_is_an_archive():
    notices = onrecord.check("The dam holds.", archive=MemoryArchive(), as_of="2025-05-19").notices
    assert [notice.code for notice in notices] == ["date_unknown"]


def test_the_record_is_searched_and_written_up(archive):
    found = onrecord.find("premier sworn in", archive=archive, as_of="2025-09-30", limit=3)
    assert len(found.candidates) == 3
    early = onrecord.find("premier sworn in", archive=archive, as_of="2025-03-02")
    assert early.candidates == ()
    written = onrecord.brief("premier sworn in", archive=archive, as_of=datetime(2025, 9, 30, tzinfo=UTC))
    assert isinstance(written, onrecord.Brief)


def test_same_in_same_out(archive):
    from onrecord import wire  # noqa: PLC0415

    first, second = (wire.report(onrecord.check(PAGE, archive=archive, as_of="2025-09-30")) for _ in range(2))
    assert json.dumps(first) == json.dumps(second)


def test_errors_are_ours():
    with pytest.raises(onrecord.OnrecordError):
        onrecord.restore("")
    with pytest.raises(UsageError, match="lies in the future"):
        onrecord.check("The dam holds.", as_of="2999-01-01")
    with pytest.raises(UsageError, match="is not a date"):
        onrecord.restore("The dam holds.", published="soon")
    with pytest.raises(UsageError, match="text or bytes"):
        onrecord.check(Path("page.txt"))
    for verb in (onrecord.find, onrecord.brief):
        with pytest.raises(UsageError, match="nothing to look for"):
            verb(" ")
    with pytest.raises(UsageError, match="short, standard, long"):
        onrecord.brief("dam", length="huge")
