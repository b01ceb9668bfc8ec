"""The table of settings: what each is called, what it takes, what it is where nobody gives it."""
# ruff: noqa: PLC0415 (`onrecord --help` needs no default)

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

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
    """In words; for what is another on every machine, :func:`defaults` has the value."""
    help: str
    choices: tuple[str, ...] = ()
    scheme: str | None = None
    """How an address begins that may stand in place of a folder."""

    @property
    def usual(self) -> Value:
        """The default as a value, where it is the same on every machine."""
        return int(self.default) if self.default.isdecimal() else "" if self.default == "none" else self.default


TABLE = (
    Setting(
        "archive", Path, "a folder of your user data", "folder, or s3://bucket/prefix, of the archive", (), "s3://"
    ),
    Setting("threads", int, "one a core", "threads the models may use"),
    Setting("verifier", Path, "shipped", "what judges: shipped, agreement, endpoint, or a model's folder", VERIFIERS),
    Setting("color", str, "auto", "colours in what people read", COLORS),
    Setting("service", Path, "a folder of your user data", "folder of what the service keeps: jobs, results, people"),
    Setting("keep_jobs", int, str(KEEP_JOBS), "finished jobs that the service keeps; the oldest go first"),
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


def defaults() -> dict[str, Value]:
    """Return the value of each setting on this machine where nobody gives it one."""
    from platformdirs import user_cache_path, user_data_path

    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    data, cache = user_data_path("onrecord", appauthor=False), user_cache_path("onrecord", appauthor=False)
    own: dict[str, Value] = {
        "archive": data / "archive",
        "service": data / "service",
        "cache": cache,
        "threads": cores,
    }
    return {row.name: own.get(row.name, row.usual) for row in TABLE}
