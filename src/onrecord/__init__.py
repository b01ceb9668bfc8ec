"""onrecord reads the news as evidence.

::

    import onrecord

    onrecord.add("wire.jsonl", archive="wire")
    report = onrecord.check(text, archive="wire", as_of="2025-05-19")
    for verdict in report.verdicts:
        print(verdict.label.words, verdict.statement.text)

Dates are given as ``date``, as ``datetime`` with a zone, or as ``"2025-05-19"``; texts as ``str``, or as ``bytes`` in
any encoding, plain or HTML. An archive is a folder, a place in a bucket (``s3://bucket/prefix``), or whatever keeps
the port ``Archive``; None is the one that the settings name, and a place without an archive holds nothing. Every error
is an ``OnrecordError``.
"""
# ruff: noqa: PLC0415 (`import onrecord` reads no model and no index: a verb imports what it needs when it is called)

from __future__ import annotations

import sys
from os import PathLike, fspath
from types import ModuleType
from typing import TYPE_CHECKING, Any

from onrecord.errors import OnrecordError, UsageError

if TYPE_CHECKING:
    from onrecord.adding import Added
    from onrecord.data import (
        Brief,
        Changes,
        Document,
        Evidence,
        Found,
        Label,
        Length,
        Moment,
        Page,
        Removal,
        Report,
        Restoration,
        Span,
        Statement,
        Verdict,
    )
    from onrecord.ports import Archive
    from onrecord.wiring import Desk

    Place = Archive | PathLike[str] | str | None

__version__ = "0.1.0"

__all__ = (
    "Brief",
    "Changes",
    "Document",
    "Evidence",
    "Found",
    "Label",
    "OnrecordError",
    "Removal",
    "Report",
    "Restoration",
    "Span",
    "Statement",
    "Verdict",
    "__version__",
    "add",
    "brief",
    "changes",
    "check",
    "find",
    "restore",
    "statements",
)


def restore(text: str | bytes, *, url: str | None = None, published: Moment | str | None = None) -> Restoration:
    """Say which words belong to a page, and take out the others."""
    from onrecord import engine

    return engine.restore(_page(text, url, published))


def statements(
    text: str | bytes, *, url: str | None = None, published: Moment | str | None = None
) -> tuple[Statement, ...]:
    """List what a page states."""
    from onrecord import engine

    return engine.extract(engine.restore(_page(text, url, published)))


def check(
    text: str | bytes,
    *,
    archive: Place = None,
    as_of: Moment | str | None = None,
    url: str | None = None,
    published: Moment | str | None = None,
    max_statements: int | None = None,
) -> Report:
    """Say what the record says of each statement of a page, as of a date: now, when none is given."""
    from onrecord.settings import as_of as governing

    date = governing(as_of)
    return _desk(archive).check(_page(text, url, published), as_of=date, max_statements=max_statements)


def find(
    query: str,
    *,
    archive: Place = None,
    as_of: Moment | str | None = None,
    limit: int = 10,
) -> Found:
    """Find the passages nearest to a query, published not later than a date: now, when none is given."""
    from onrecord.settings import as_of as governing

    return _desk(archive).find(_sought(query, "query"), as_of=governing(as_of), limit=limit)


def brief(
    topic: str,
    *,
    archive: Place = None,
    as_of: Moment | str | None = None,
    since: Moment | str | None = None,
    length: str = "standard",
    max_tokens: int | None = None,
    rewrite: bool = False,
) -> Brief:
    """Write up a topic as of a date, every sentence cut from a dated source.

    Args:
        topic: what it is about.
        archive: the record.
        as_of: nothing published later is cited; now, when not given.
        since: nothing published up to then is cited.
        length: ``short``, ``standard`` or ``long``.
        max_tokens: the most that its sentences and sources may come to as cut, at four characters a token.
        rewrite: whether the endpoint that the environment names may put its prose in other words; each sentence that is
            not found to say the same stays as it was cut, and says why.
    """
    from onrecord import wiring
    from onrecord.settings import as_of as governing
    from onrecord.settings import moment

    return _desk(archive).brief(
        _sought(topic, "topic"),
        as_of=governing(as_of),
        since=None if since is None else moment(since),
        length=_length(length),
        max_tokens=max_tokens,
        rewriter=wiring.rewriter() if rewrite else None,
    )


def changes(topic: str, *, since: Moment | str, archive: Place = None, as_of: Moment | str | None = None) -> Changes:
    """Say what is new on a topic, what was replaced and what came to be disputed between two dates."""
    from onrecord.settings import as_of as governing
    from onrecord.settings import moment

    return _desk(archive).changes(_sought(topic, "topic"), since=moment(since), as_of=governing(as_of))


def add(*paths: PathLike[str] | str, archive: PathLike[str] | str | None = None) -> Added:
    """Add pages, JSON Lines of documents, and folders of both to an archive, making it where there is none."""
    from pathlib import Path

    from onrecord import wiring
    from onrecord.adding import Added
    from onrecord.read import read_paths
    from onrecord.settings import load

    settings, _ = load({"archive": archive})
    with wiring.new_archive(settings.archive) as opened:
        batches = tuple(wiring.desk(opened, threads=settings.threads).add(read_paths(map(Path, paths))))
    return Added(read=sum(batch.read for batch in batches), new=sum(batch.new for batch in batches))


def _page(text: str | bytes, url: str | None, published: Moment | str | None) -> Page:
    from onrecord.read import read_bytes, read_text
    from onrecord.settings import published as dated

    given = None if published is None else dated(published)
    if isinstance(text, bytes):
        return read_bytes(text, url=url, published=given)
    if not isinstance(text, str):
        why, fix = f"{type(text).__name__} is neither", "read a file first, as Path(name).read_bytes()"
        raise UsageError("a page is text or bytes", why=why, fix=fix)
    return read_text(text, url=url, published=given)


def _sought(words: str, name: str) -> str:
    if not words.strip():
        raise UsageError("there is nothing to look for", why=f"{name} is empty", fix="name a few words")
    return words


def _length(name: str) -> Length:
    from onrecord.data import Length

    if name not in tuple(Length):
        raise UsageError(f"there is no length {name!r}", why="a brief has another", fix=", ".join(Length))
    return Length(name)


def _desk(archive: Place) -> Desk:
    from onrecord import wiring
    from onrecord.settings import load

    if archive is None or isinstance(archive, (str, PathLike)):
        settings, _ = load({"archive": archive and fspath(archive)})
        return wiring.desk(
            wiring.archive_or_empty(settings.archive), threads=settings.threads, verifier=settings.verifier
        )
    settings, _ = load()
    return wiring.desk(archive, threads=settings.threads, verifier=settings.verifier)


def __getattr__(name: str) -> Any:  # noqa: ANN401 (the nouns, imported when first named)
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from onrecord import data

    return getattr(data, name)


class _Package(ModuleType):
    """Keeps the verbs: importing the stage ``onrecord.restore`` would put its module in the verb's place."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in __all__ and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
