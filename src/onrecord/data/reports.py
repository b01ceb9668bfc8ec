"""A checked page, and what it was made from."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.data.moments import Moment
from onrecord.data.reasons import Reason
from onrecord.data.references import Reference
from onrecord.data.restorations import Restoration
from onrecord.data.searches import Search
from onrecord.data.verdicts import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A model that took part, named with the SHA-256 digest of its file."""

    name: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What a result was made from; the same run gives the same bytes."""

    version: str
    as_of: Moment
    archive_revision: str
    models: tuple[Model, ...] = ()
    settings: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A checked page: what belongs to it, what the record says of its statements, and how it was made."""

    restoration: Restoration
    verdicts: tuple[Verdict, ...]
    run: Run
    notices: tuple[Reason, ...] = ()
    """What a reader must know of the whole, such as an unknown date or a missing archive."""
    references: tuple[Reference, ...] = ()
    """What the page cites, in order, and what became of it."""
    search: Search | None = None
    """What the open web was asked before; None where only the archive was."""
