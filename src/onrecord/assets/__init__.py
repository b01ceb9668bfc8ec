"""Shipped models: files beside this one, each with a card (``NAME.md``) and its SHA-256 in ``digests.json``."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path

from onrecord.errors import ModelError

HERE = Path(__file__).parent
_FIX = "install onrecord again"


def digest(name: str, *, folder: Path = HERE) -> str:
    """Return the SHA-256 that the file ``name`` must have.

    Raises:
        ModelError: the record of digests is missing, or does not list the file.
    """
    return _digests(name, folder)[name]


def compare(*, folder: Path = HERE) -> None:
    """Compare every shipped file with its digest.

    Raises:
        ModelError: one is missing, unreadable or not the one that was shipped.
    """
    for name in sorted(_digests("tokenizer.json", folder)):
        asset(name, folder=folder)


def _digests(name: str, folder: Path) -> dict[str, str]:
    """Return the SHA-256 of each file, that of ``name`` among them."""
    try:
        known: dict[str, str] = json.loads((folder / "digests.json").read_text(encoding="utf-8"))
        return {name: known[name], **known}
    except (OSError, ValueError, KeyError) as error:
        why = f"its digest cannot be read ({type(error).__name__})"
        raise ModelError(f"the model file {name} cannot be used", why=why, fix=_FIX) from error


@cache
def asset(name: str, *, folder: Path = HERE) -> Path:
    """Return the path of a shipped file, its bytes compared with its digest once a process.

    Raises:
        ModelError: the file is missing, unreadable or not the one that was shipped.
    """
    path = folder / name
    expected = digest(name, folder=folder)
    try:
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise ModelError(f"the model file {name} cannot be read", why=str(error), fix=_FIX) from error
    if found != expected:
        why = f"its SHA-256 is {found[:12]}…, not {expected[:12]}…"
        raise ModelError(f"the model file {name} is damaged", why=why, fix=_FIX)
    return path
