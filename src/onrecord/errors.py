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
    │   ├── ArchiveLocked     another process is writing
    │   └── ArchiveOffline    its storage does not answer
    ├── ClusterError          the processes that share the work cannot be reached, or died again and again
    ├── OutputError           the result could not be written
    ├── ModelError            a model file is missing or its digest differs
    ├── NetworkError          a page could not be fetched
    │   ├── AddressRefused    its address is none that may be fetched
    │   └── NotNow            its server does not answer for now
    ├── StoreError            what the service keeps cannot be read or written
    └── ServiceError          the service does not answer this request
        ├── KeyReused         its idempotency key came with another request before
        ├── NotSignedIn       there is no token with it, or an unknown one
        ├── NotAllowed        the role of whoever asks, or where the request comes from, does not allow it
        ├── StateConflict     what is asked for does not fit the state of things
        ├── TooLarge          it is larger than what is read
        ├── WrongMediaType    its content is of no kind that is read
        ├── TooMany           more was asked for in a while than one may
        └── Busy              more is being done already than can be

Each error says what happened, why, and what to try. ``surfaces/status.py`` maps them to exit codes.
Being unable to check a statement is no error but a verdict, ``not_checked``.
"""

from __future__ import annotations

from datetime import datetime


class OnrecordError(Exception):
    """Base of all errors raised by onrecord."""

    def __init__(self, what: str, *, why: str, fix: str) -> None:
        super().__init__(what, why, fix)
        self.what = what
        self.why = why
        self.fix = fix

    def __reduce__(self) -> tuple[object, ...]:
        """Cross over to another process whole."""
        return _raised_elsewhere, (type(self), self.what, self.why, self.fix)

    def __str__(self) -> str:
        return f"{self.what}\n  why: {self.why}\n  try: {self.fix}"


def _raised_elsewhere(kind: type[OnrecordError], what: str, why: str, fix: str) -> OnrecordError:
    return kind(what, why=why, fix=fix)


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
    """The disk is full; free some space and run the same command again."""


class ArchiveLocked(ArchiveError):
    """Another process is writing to the archive; wait for it to end."""


class ArchiveOffline(ArchiveError):
    """The storage that holds the archive does not answer; look after its address and the network, and try again."""


class ClusterError(OnrecordError):
    """The processes that share the work cannot be reached, or died; what they did is kept, so run the command again."""


class OutputError(OnrecordError):
    """The result could not be written; name another place."""


class ModelError(OnrecordError):
    """A shipped model is missing or damaged; install onrecord again."""


class NetworkError(OnrecordError):
    """A page could not be fetched; try again later, or hand in its text."""

    def __init__(self, what: str, *, why: str, fix: str, status: int | None = None) -> None:
        super().__init__(what, why=why, fix=fix)
        self.status = status
        """What its server answered with, where it did (RFC 9110, 15)."""


class AddressRefused(NetworkError):
    """The address is none that may be fetched: not of the web, or of a private network; hand in the text."""


class NotNow(NetworkError):
    """The server of an address has too much to do, or is out of order; try again later."""

    def __init__(
        self, what: str, *, why: str, fix: str, status: int | None = None, until: datetime | None = None
    ) -> None:
        super().__init__(what, why=why, fix=fix, status=status)
        self.until = until
        """When it may be asked again, where it says so."""


class StoreError(OnrecordError):
    """What the service keeps cannot be read or written; look after the folder it is kept in."""


class ServiceError(OnrecordError):
    """The service does not answer this request as it is."""


class NotSignedIn(ServiceError):
    """There is no token with the request, or an unknown one; send one that is known."""


class NotAllowed(ServiceError):
    """Whoever asks may not do this, or not from there; ask whoever looks after the service."""


class KeyReused(ServiceError):
    """The idempotency key came with another request before; draw a new one for each thing that is asked for."""


class StateConflict(ServiceError):
    """What is asked for does not fit the state of things; look at it again first."""


class TooLarge(ServiceError):
    """The request is larger than what is read; send less."""


class WrongMediaType(ServiceError):
    """The content is of no kind that is read here; send another, and name it."""


class TooMany(ServiceError):
    """More was asked for in a while than one may; wait as long as the answer says."""


class Busy(ServiceError):
    """More is being done already than can be; wait as long as the answer says."""
