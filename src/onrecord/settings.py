"""The settings: one table, and the places their values come from.

A flag goes before the environment (``ONRECORD_ARCHIVE`` …), that before ``onrecord.toml`` in the working folder or the
nearest one above it, that before the person's own ``onrecord.toml``, and that before the default. What decides a
verdict is not a setting: thresholds stand beside the code and models they belong to.

The date that governs a run is read here too, for every face alike.
"""
# ruff: noqa: PLC0415 (`onrecord --help` reads no file, no date and needs no default)

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from onrecord.errors import UsageError

if TYPE_CHECKING:
    from onrecord.data import Moment

FILE = "onrecord.toml"
COLORS = ("auto", "always", "never")
VERIFIERS = ("shipped", "agreement", "endpoint")

KEEP_JOBS = 10_000
"""Some 140 MB of checks like that of examples/page.txt, which takes 14 KB with what it made."""

_WAYBACK = "https://web.archive.org"
_GOOGLE = "https://storage.googleapis.com"

Value = Path | int | str


class Address(str):
    """The address of something on the web; an empty one leaves it out."""


class Settings(NamedTuple):
    """What every command runs with."""

    archive: Path | str
    """A folder, or the address of a prefix in a bucket: ``s3://bucket/prefix``."""
    threads: int
    verifier: Path | str
    """One of those that come with onrecord, by name, or the folder of another."""
    color: str
    service: Path
    keep_jobs: int
    """Finished jobs that the service keeps with what they made."""
    cache: Path
    contact: str
    """How services of the open web may reach whoever asks them; empty where nobody said."""
    gdelt_files: str
    gdelt_api: str
    wikipedia: str
    wayback: str
    memento: str
    factcheck_tools: str
    claimreview: str
    mail_server: str = ""
    """Empty where none is named."""
    mail_from: str = ""
    time_zone: str = "UTC"
    also: tuple[Path | str, ...] = ()
    """Archives that are asked beside it and never written to; flags name them, and nothing else does."""


class Setting(NamedTuple):
    """One row of the table."""

    name: str
    kind: type[Value]
    default: str
    """In words; :func:`_defaults` has the values of this machine."""
    help: str
    choices: tuple[str, ...] = ()
    scheme: str | None = None
    """How an address begins that may stand in place of a folder."""


TABLE = (
    Setting(
        "archive", Path, "a folder of your user data", "folder, or s3://bucket/prefix, of the archive", (), "s3://"
    ),
    Setting("threads", int, "one a core", "threads the models may use"),
    Setting("verifier", Path, "shipped", "what judges: shipped, agreement, endpoint, or a model's folder", VERIFIERS),
    Setting("color", str, "auto", "colours in what people read", COLORS),
    Setting("service", Path, "a folder of your user data", "folder of what the service keeps: jobs, results, people"),
    Setting("keep_jobs", int, "10000", "finished jobs that the service keeps; the oldest go first"),
    Setting("cache", Path, "a folder of your user cache", "folder of what is fetched again when it is not there"),
    Setting("contact", str, "none", "how whoever is asked over the network may reach you, such as an address of mail"),
    Setting("gdelt_files", Address, f"{_GOOGLE}/data.gdeltproject.org/gdeltv3/gal", "address of GDELT's Article List"),
    Setting("gdelt_api", Address, "https://api.gdeltproject.org/api/v2", "address of GDELT's DOC and Context APIs"),
    Setting(
        "wikipedia",
        Address,
        "https://en.wikipedia.org/w/api.php",
        "address of the api.php that has the pages of current events",
    ),
    Setting("wayback", Address, _WAYBACK, "address of the Wayback Machine"),
    Setting("memento", Address, f"{_WAYBACK}/web", "address of a TimeGate for pages as they stood (RFC 7089)"),
    Setting(
        "factcheck_tools",
        Address,
        "https://factchecktools.googleapis.com",
        "address of the Google Fact Check Tools API",
    ),
    Setting(
        "claimreview",
        Address,
        f"{_GOOGLE}/datacommons-feeds/claimreview/latest/data.json",
        "address of the ClaimReview feed of Data Commons",
    ),
    Setting("mail_server", str, "none", "where mail is handed over: smtp://USER@HOST:587 or smtps://USER@HOST"),
    Setting("mail_from", str, "none", "address that mail is sent from"),
    Setting("time_zone", str, "UTC", "zone by whose clock people are told, such as Europe/Berlin"),
)


class Origin(NamedTuple):
    """A setting's value and the place it comes from."""

    value: Value
    place: str


class _Layer(NamedTuple):
    """What one place gives; relative paths count from ``folder``."""

    place: str
    values: Mapping[str, object]
    folder: Path


def load(flags: Mapping[str, object] | None = None, *, also: Sequence[str] = ()) -> tuple[Settings, dict[str, Origin]]:
    """Return the settings and where each comes from; a flag that is None counts as not given.

    Args:
        flags: values by the names of settings.
        also: archives that are asked beside that of the settings.

    Raises:
        UsageError: a settings file cannot be read, or a value in some place cannot be used.
    """
    rows = {row.name: row for row in TABLE}
    origins: dict[str, Origin] = {}
    for layer in _layers(flags or {}):
        for name, value in layer.values.items():
            if name not in rows:
                raise _unknown(name, layer.place)
            origins[name] = Origin(_value(rows[name], value, layer), layer.place)
    values = {name: origin.value for name, origin in origins.items()}
    beside = tuple(_value(rows["archive"], place, _Layer("flag", {}, Path.cwd())) for place in also)
    return Settings(**cast("dict[str, Any]", {**values, "also": beside})), origins


def _layers(flags: Mapping[str, object]) -> Iterator[_Layer]:
    """Return every place, the weakest first."""
    here = Path.cwd()
    yield _Layer("default", _defaults(), here)
    for path in files():
        yield _Layer(str(path), _parsed(path), path.parent)
    variables = {f"ONRECORD_{row.name.upper()}": row.name for row in TABLE}
    for variable, name in variables.items():
        if os.environ.get(variable):
            yield _Layer(f"environment {variable}", {name: os.environ[variable]}, here)
    yield _Layer("flag", {name: value for name, value in flags.items() if value is not None}, here)


def _defaults() -> dict[str, Value]:
    from platformdirs import user_cache_path, user_data_path

    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    data = user_data_path("onrecord", appauthor=False)
    known: dict[str, Value] = {"threads": cores, "verifier": "shipped", "color": "auto"}
    telling: dict[str, Value] = {"contact": "", "mail_server": "", "mail_from": "", "time_zone": "UTC"}
    cache = user_cache_path("onrecord", appauthor=False)
    addresses = {row.name: row.default for row in TABLE if row.kind is Address}
    folders: dict[str, Value] = {"archive": data / "archive", "service": data / "service", "cache": cache}
    values = {**known, **folders, "keep_jobs": KEEP_JOBS, **telling, **addresses}
    return {row.name: values[row.name] for row in TABLE}


def places() -> tuple[Path, Path]:
    """Return where a settings file is looked for: the person's own, and the project's, nearest above where we are."""
    from platformdirs import user_config_path

    here = Path.cwd()
    project = next((folder / FILE for folder in (here, *here.parents) if is_there(folder / FILE)), here / FILE)
    return user_config_path("onrecord", appauthor=False) / FILE, project


def files() -> tuple[Path, ...]:
    """Return the settings files there are, the weaker first."""
    return tuple(path for path in places() if is_there(path))


def is_there(path: Path) -> bool:
    """Say whether a settings file is there to be read; in a folder closed to us there is none."""
    try:
        return path.is_file()
    except PermissionError:
        return False


def _parsed(path: Path) -> dict[str, object]:
    import tomllib

    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(
            f"the settings file {path} cannot be read", why=str(error), fix="correct it, or move it away"
        ) from error


def _unknown(name: str, place: str) -> UsageError:
    near = get_close_matches(name, [row.name for row in TABLE], n=1)
    known = ", ".join(row.name for row in TABLE)
    return UsageError(
        f"there is no setting {name!r}",
        why=f"{place} gives one; the settings are {known}",
        fix=f"write {near[0]!r}" if near else "take the line out",
    )


def _value(row: Setting, value: object, layer: _Layer) -> Value:
    """Return ``value`` as the row's kind."""
    taken = row.kind is str and not row.choices and isinstance(value, str)
    if value in row.choices or taken or (row.scheme and str(value).startswith(row.scheme)):
        return str(value)
    if row.kind is Path and isinstance(value, (str, Path)) and str(value) and "://" not in str(value):
        return layer.folder / Path(value).expanduser()
    if row.kind is int and str(value).isascii() and str(value).isdecimal() and int(str(value)) > 0:
        return int(str(value))
    if row.kind is Address and (value == "" or str(value).lower().startswith(("http://", "https://"))):
        return str(value)
    wanted: dict[type[Value], str] = {
        Path: "a folder",
        int: "a whole number above 0",
        str: f"one of {', '.join(row.choices)}",
        Address: "an address that begins with https:// or http://, or empty to leave it out",
    }
    raise UsageError(
        f"the setting {row.name} cannot be {value!r}",
        why=f"{layer.place} gives it; it must be {wanted[row.kind]}",
        fix="correct it there; `onrecord config show --origin` says where each value comes from",
    )


def moment(words: str) -> Moment:
    """Read a day or an instant.

    Raises:
        UsageError: ``words`` are neither.
    """
    from onrecord.text.moments import parse_moment

    try:
        return parse_moment(words)
    except (ValueError, OverflowError) as error:
        why = str(error) if any(sign.isdigit() for sign in words) else "it is neither a day nor an instant"
        fix = "write a day as 2025-05-19, or an instant as 2025-05-19T14:30:00Z"
        raise UsageError(f"{words!r} is not a date", why=why, fix=fix) from error


def as_of(given: Moment | str | None) -> Moment:
    """Return the date that governs a run: now when none is given.

    Raises:
        UsageError: it is no date, has no time zone, or has not come yet.
    """
    from datetime import UTC, datetime

    from onrecord.data import day_of
    from onrecord.text.moments import format_moment

    now = datetime.now(UTC).replace(microsecond=0)
    if given is None:
        return now
    asked = moment(given if isinstance(given, str) else given.isoformat())
    if asked > now if isinstance(asked, datetime) else asked > day_of(now):
        raise UsageError(
            f"{format_moment(asked)} lies in the future",
            why=f"it is {format_moment(now)}, and what will be on record then is not known",
            fix="name an earlier date, or leave it out for now",
        )
    return asked
