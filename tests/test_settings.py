from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from onrecord.errors import UsageError
from onrecord.settings import TABLE, Settings, as_of, load, moment


@pytest.fixture(autouse=True)
def nowhere(tmp_path, monkeypatch):
    """A working folder with no settings above it, and a home without any."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    for row in TABLE:
        monkeypatch.delenv(f"ONRECORD_{row.name.upper()}", raising=False)
    work = tmp_path / "work" / "deep"
    work.mkdir(parents=True)
    monkeypatch.chdir(work)
    return tmp_path


def write(path: Path, words: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words, encoding="utf-8")
    return path


def test_the_table_names_every_setting():
    assert (*(row.name for row in TABLE), "also") == Settings._fields  # that one is of flags alone


def test_each_place_goes_before_the_next(nowhere, monkeypatch):
    assert load()[1]["threads"].place == "default"
    user = write(nowhere / "config" / "onrecord" / "onrecord.toml", "threads = 2\ncolor = 'never'\n")
    assert load()[1]["threads"] == (2, str(user))
    project = write(nowhere / "work" / "onrecord.toml", "threads = 3\n")
    assert load()[1]["threads"] == (3, str(project))
    monkeypatch.setenv("ONRECORD_THREADS", "4")
    assert load()[1]["threads"] == (4, "environment ONRECORD_THREADS")
    settings, origins = load({"threads": "5", "archive": None})
    assert origins["threads"] == (5, "flag")
    assert (settings.threads, settings.color) == (5, "never")


def test_a_folder_counts_from_where_it_is_written(nowhere, monkeypatch):
    assert load()[0].archive == nowhere / "data" / "onrecord" / "archive"
    write(nowhere / "work" / "onrecord.toml", "archive = 'wire'\n")
    assert load()[0].archive == nowhere / "work" / "wire"
    monkeypatch.setenv("ONRECORD_ARCHIVE", "here")
    assert load()[0].archive == nowhere / "work" / "deep" / "here"


def test_a_verifier_is_named_or_a_folder(nowhere):
    assert load()[0].verifier == "shipped"
    write(nowhere / "work" / "onrecord.toml", "verifier = 'mine'\n")
    assert load()[0].verifier == nowhere / "work" / "mine"
    assert load({"verifier": "agreement"})[0].verifier == "agreement"


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ("treads = 2", "write 'threads'"),
        ("threads = 0", "above 0"),
        ("threads = true", "above 0"),
        ("threads = 'many'", "above 0"),
        ("archive = 3", "must be a folder"),
        ("color = 'red'", "auto, always, never"),
        ("verifier = 3", "must be a folder"),
        ("threads = ", "cannot be read"),
    ],
)
def test_what_cannot_be_used_is_named_with_its_place(nowhere, words, complaint):
    path = write(nowhere / "work" / "onrecord.toml", words)
    with pytest.raises(UsageError) as raised:
        load()
    assert complaint in str(raised.value)
    assert str(path) in str(raised.value)


def test_a_settings_file_that_is_no_text_is_named(nowhere):
    path = nowhere / "work" / "onrecord.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UsageError, match="cannot be read"):
        load()


def test_a_date_is_a_day_or_an_instant():
    assert moment("2025-05-19") == date(2025, 5, 19)
    assert moment("2025-05-19T14:30:00Z") == datetime(2025, 5, 19, 14, 30, tzinfo=UTC)


@pytest.mark.parametrize("words", ["", "soon", "2025-02-30", "2025-05-19T14:30:00", "0001-01-01T00:00:00+14:00"])
def test_what_is_no_date_is_refused_with_an_example(words):
    with pytest.raises(UsageError, match="write a day as"):
        moment(words)


def test_without_a_date_it_is_now():
    assert datetime.now(UTC) - as_of(None) < timedelta(minutes=1)


def test_today_may_be_asked_for_and_tomorrow_not():
    now = datetime.now(UTC)
    assert as_of(now.date()) == now.date()
    assert as_of("2025-05-19") == date(2025, 5, 19)
    for later in (now.date() + timedelta(days=2), now + timedelta(hours=1), "9999-12-31"):
        with pytest.raises(UsageError, match="lies in the future"):
            as_of(later)


def test_an_instant_elsewhere_is_an_instant_in_utc():
    there = datetime(2025, 5, 19, 16, 30, tzinfo=timezone(timedelta(hours=2)))
    assert as_of(there) == datetime(2025, 5, 19, 14, 30, tzinfo=UTC)
    with pytest.raises(UsageError, match="no time zone"):
        as_of(datetime(2025, 5, 19, 16, 30))  # noqa: DTZ001 (refused for having none)


def test_an_address_is_one_of_the_web_or_left_empty(nowhere):
    assert load()[0].wikipedia.startswith("https://")
    write(nowhere / "work" / "onrecord.toml", "claimreview = ''\n")
    assert load()[0].claimreview == ""
    write(nowhere / "work" / "onrecord.toml", "wikipedia = 'ftp://mirror.example'\n")
    with pytest.raises(UsageError, match="begins with https://"):
        load()
