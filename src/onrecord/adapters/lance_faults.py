"""What the store's faults mean, said of the place they befell: a folder or a bucket."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from onrecord.errors import (
    ArchiveDamaged,
    ArchiveError,
    ArchiveFull,
    ArchiveLocked,
    ArchiveOffline,
    ArchiveReadOnly,
)

_FULL = re.compile(r"os error (?:27|28|122)\b|No space left|quota exceeded|File too large", re.IGNORECASE)
_READ_ONLY = re.compile(r"os error (?:1|13|30)\b|Permission denied|Read-only file system", re.IGNORECASE)
_REFUSED = re.compile(r"\b40[13] (?:Forbidden|Unauthorized)|AccessDenied|InvalidAccessKeyId|status: 40[13]\b")
_UNREACHABLE = re.compile(
    r"error sending request|builder error|dns error|timed? ?out|status: 5\d\d\b|\b50[0-4] [A-Z]|CredentialsNotLoaded"
    r"|169\.254\.169\.254|NoSuchBucket|Commit result .* is unknown",
    re.IGNORECASE,
)
_SHUT_OUT = re.compile(r"incompatible with concurrent transaction|Commit conflict|Retryable commit", re.IGNORECASE)
_PLACE = re.compile(r", /\S+\.rs:[\d:]+$")
"""Where in the store's own code it happened, which helps no reader."""
_STORE = re.compile(
    r"lance|arrow|object.?store|protobuf|deserial|os error|was not found|^invalid|Error performing|^Commit result"
    r"|panicked with",
    re.IGNORECASE,
)

_GAVE_UP = ("PanicException", "RustPanic")
"""What is raised where the store's native code gave up on what it read; neither type can be imported."""


@contextmanager
def translated(place: object) -> Iterator[None]:
    """Turn what the store raises about ``place`` into errors of ours; faults of programming pass through."""
    try:
        yield
    except ArchiveError:
        raise
    except BaseException as error:
        common = isinstance(error, Exception)
        if common and isinstance(error.__context__, KeyboardInterrupt):  # what an interrupted call failed at
            raise error.__context__ from None
        if type(error).__name__ in _GAVE_UP:
            raise damaged(place, str(error)) from error
        if common and (isinstance(error, OSError | UnicodeDecodeError) or _STORE.search(str(error))):
            raise translate(place, error) from error
        raise


def translate(place: object, error: BaseException) -> ArchiveError:
    """Return the error of ours that says what ``error`` of the store means."""
    words = str(error)
    if isinstance(error, OSError) and error.errno:
        words = f"{error.strerror} (os error {error.errno}): {error.filename or place}"
    why = _PLACE.sub("", words.splitlines()[0])[:300] if words else type(error).__name__
    if _FULL.search(words):
        fix = "free some space and run the same command again"
        limited = "os error 27" in words or "File too large" in words
        full = "a file may not grow so large there (ulimit -f)" if limited else "the disk is full"
        return ArchiveFull(f"the archive {place} could not be written", why=full, fix=fix)
    if _READ_ONLY.search(words):
        fix = "change the folder's permissions, or name another folder"
        return ArchiveReadOnly(f"the archive {place} may not be written", why=why, fix=fix)
    if _REFUSED.search(words):
        fix = "look after AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, and what they may do there"
        return ArchiveReadOnly(f"the archive {place} may not be used", why=why, fix=fix)
    if _UNREACHABLE.search(words):
        return unreachable(place, why)
    if _SHUT_OUT.search(words):
        return taken_over(place)
    return damaged(place, why)


def damaged(place: object, why: str) -> ArchiveDamaged:
    """Say that the archive in ``place`` is damaged."""
    fix = (
        "open it again, for another process may have merged it; else do as `onrecord archive verify` says, "
        "restore a copy, or add the sources into a new one"
    )
    return ArchiveDamaged(f"the archive {place} is damaged", why=why[:300], fix=fix)


def locked(place: object, writer: str) -> ArchiveLocked:
    """Say that another process writes to ``place``."""
    fix = "wait for it to end; reading is possible meanwhile"
    return ArchiveLocked(f"the archive {place} cannot be written now", why=f"{writer} is writing to it", fix=fix)


def taken_over(place: object) -> ArchiveLocked:
    """Say that this process wrote to ``place`` until another took its silence for its end."""
    why = "this process was not heard of for a while, and another has taken over writing"
    fix = "run the same command again; what was stored until then is kept"
    return ArchiveLocked(f"the archive {place} cannot be written any more", why=why, fix=fix)


def unreachable(place: object, why: str) -> ArchiveOffline:
    """Say that the storage of ``place`` does not answer."""
    fix = "look after the bucket's name, the network and AWS_ENDPOINT_URL; one of http:// needs AWS_ALLOW_HTTP=true"
    return ArchiveOffline(f"the archive {place} cannot be reached", why=why[:300], fix=fix)
