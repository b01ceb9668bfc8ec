"""The exceptions of onrecord.

::

    OnrecordError
    ├── UsageError            an option or argument cannot be used as given
    ├── InputError            what was handed in cannot be read
    │   ├── InputMissing      no such file, or no permission to read it
    │   ├── InputEmpty        there is no text in it
    │   └── InputMalformed    binary, undecodable or not in the format it claims
    ├── ArchiveError          the archive cannot be used
    │   ├── ArchiveMissing    there is none where one was named
    │   ├── ArchiveTooNew     a newer onrecord wrote it
    │   ├── ArchiveDamaged    its files do not agree with each other or with their digests
    │   ├── ArchiveReadOnly   no permission to write
    │   ├── ArchiveFull       the disk is full
    │   └── ArchiveLocked     another process is writing
    ├── OutputError           the result could not be written
    └── ModelError            a model file is missing or its digest differs

Each error says what happened, why, and what to try. ``surfaces/status.py`` maps them to exit codes.
Being unable to check a statement is no error but a verdict, ``not_checked``.
"""

from __future__ import annotations


class OnrecordError(Exception):
    """Base of all errors raised by onrecord."""

    def __init__(self, what: str, *, why: str, fix: str) -> None:
        super().__init__(what, why, fix)
        self.what = what
        self.why = why
        self.fix = fix

    def __str__(self) -> str:
        return f"{self.what}\n  why: {self.why}\n  try: {self.fix}"


class UsageError(OnrecordError):
    """An option or argument cannot be used as given; correct it and call again."""


class InputError(OnrecordError):
    """What was handed in cannot be read."""


class InputMissing(InputError):
    """The file does not exist or may not be read; check the path and its permissions."""


class InputEmpty(InputError):
    """There is no text to work on; hand in one that has words."""


class InputMalformed(InputError):
    """The bytes are not text, or not in the format their name claims; convert them first."""


class ArchiveError(OnrecordError):
    """The archive cannot be used."""


class ArchiveMissing(ArchiveError):
    """No archive lies in the folder named; add documents to make one, or name another folder."""


class ArchiveTooNew(ArchiveError):
    """A newer onrecord wrote the archive; upgrade this one."""


class ArchiveDamaged(ArchiveError):
    """Files of the archive are missing or altered; restore them from a copy, or add the sources again."""


class ArchiveReadOnly(ArchiveError):
    """The archive's folder may not be written; change its permissions or name another folder."""


class ArchiveFull(ArchiveError):
    """The disk is full; free some space and run the same command again, it goes on where it stopped."""


class ArchiveLocked(ArchiveError):
    """Another process is writing to the archive; wait for it to end."""


class OutputError(OnrecordError):
    """The result could not be written; name another place."""


class ModelError(OnrecordError):
    """A shipped model is missing or damaged; install onrecord again."""
