"""What an error means to whoever called: one table for exit codes, HTTP statuses and MCP codes.

Beside the errors, a command ends with ``OK``; with ``FINDING`` when it found what ``--fail-on`` names, or nothing on
record where something was asked for; with ``PARTIAL`` when part of the work could not be done and the rest was.
"""

from __future__ import annotations

from typing import NamedTuple

from onrecord.errors import (
    AddressRefused,
    ArchiveDamaged,
    ArchiveError,
    ArchiveFull,
    ArchiveLocked,
    ArchiveMissing,
    ArchiveOffline,
    ArchiveReadOnly,
    ArchiveTooNew,
    Busy,
    ClusterError,
    InputEmpty,
    InputError,
    InputMalformed,
    InputMissing,
    KeyReused,
    ModelError,
    NetworkError,
    NotAllowed,
    NotNow,
    NotSignedIn,
    OnrecordError,
    OutputError,
    ServiceError,
    StateConflict,
    StoreError,
    TooLarge,
    TooMany,
    UsageError,
    WrongMediaType,
)

OK = 0
FINDING = 1
PARTIAL = 6
INTERRUPTED = 130
"""128 + SIGINT, as a shell reports it."""
PIPE_CLOSED = 141
"""128 + SIGPIPE: whoever read the output, such as ``head``, had enough."""


class Status(NamedTuple):
    """The three codes of one kind of error."""

    exit: int
    http: int
    mcp: int
    """JSON-RPC: -32602 invalid params, -32603 internal error, -32002 resource not found (MCP)."""


STATUS: tuple[tuple[type[BaseException], Status], ...] = (
    (UsageError, Status(2, 400, -32602)),
    (InputMissing, Status(3, 404, -32002)),
    (InputEmpty, Status(3, 422, -32602)),
    (InputMalformed, Status(3, 422, -32602)),
    (InputError, Status(3, 422, -32602)),
    (ArchiveMissing, Status(4, 404, -32002)),
    (ArchiveTooNew, Status(4, 500, -32603)),
    (ArchiveDamaged, Status(4, 500, -32603)),
    (ArchiveReadOnly, Status(4, 403, -32603)),
    (ArchiveFull, Status(4, 507, -32603)),
    (ArchiveLocked, Status(4, 503, -32603)),
    (ArchiveOffline, Status(4, 503, -32603)),
    (ArchiveError, Status(4, 500, -32603)),
    (ModelError, Status(7, 500, -32603)),
    (ClusterError, Status(11, 503, -32603)),
    (OutputError, Status(8, 500, -32603)),
    (AddressRefused, Status(5, 422, -32602)),
    (NotNow, Status(5, 503, -32603)),
    (NetworkError, Status(5, 502, -32603)),
    (StoreError, Status(9, 500, -32603)),
    (NotSignedIn, Status(10, 401, -32603)),
    (NotAllowed, Status(10, 403, -32603)),
    (KeyReused, Status(10, 422, -32602)),
    (StateConflict, Status(10, 409, -32602)),
    (TooLarge, Status(10, 413, -32602)),
    (WrongMediaType, Status(10, 415, -32602)),
    (TooMany, Status(10, 429, -32603)),
    (Busy, Status(10, 503, -32603)),
    (ServiceError, Status(10, 500, -32603)),
    (OnrecordError, Status(70, 500, -32603)),
    (BaseException, Status(70, 500, -32603)),
)
"""From the particular to the general; 70 is EX_SOFTWARE of sysexits.h, an error of onrecord's own."""

EXIT_CODES = (
    (OK, "done"),
    (FINDING, "a finding that --fail-on names, or nothing on record where something was asked for"),
    (2, "an option or argument cannot be used"),
    (3, "the input cannot be read"),
    (4, "the archive is missing, locked, damaged, full, not to be written or not to be reached"),
    (5, "a page could not be fetched"),
    (PARTIAL, "part of the work could not be done; the rest was"),
    (7, "the installation is damaged"),
    (8, "the output cannot be written"),
    (9, "what the service keeps cannot be read or written"),
    (10, "the service does not answer the request"),
    (11, "the processes of Ray cannot be reached, or died again and again"),
    (70, "an error of onrecord's own; a report file is named"),
    (INTERRUPTED, "interrupted; what was done until then is kept"),
)
"""Every code a command may end with, in words."""


def status_of(error: BaseException) -> Status:
    """Return the codes of ``error``: those of the first class of the table that it belongs to."""
    return next(status for kind, status in STATUS if isinstance(error, kind))
