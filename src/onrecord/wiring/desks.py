"""The engine at hand: an archive, the models, and what a result is made from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from onrecord import __version__, adding, engine
from onrecord.adapters.empty import NOTHING, EmptyArchive
from onrecord.adapters.endpoint import Endpoint
from onrecord.adapters.rewriter import Rewriter
from onrecord.adding import Added
from onrecord.data import (
    Brief,
    Changes,
    Found,
    History,
    Length,
    Moment,
    Offices,
    Page,
    Reason,
    ReasonCode,
    Report,
    Run,
    Series,
    Statement,
    Stories,
    Update,
    Verdict,
)
from onrecord.engine import Tell
from onrecord.errors import UsageError
from onrecord.find import ArchiveFinder
from onrecord.ports import Archive, Embedder, Finder, Verifier
from onrecord.text.moments import format_moment
from onrecord.wiring.models import SHIPPED, embedder, judging_models, make_verifier, stage_models

_Made = TypeVar("_Made", Found, Brief, Changes, Stories, Series)


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The engine with everything it needs at hand."""

    archive: Archive
    finder: Finder
    embedder: Embedder
    verifier: Verifier
    notices: tuple[Reason, ...]
    """What a reader must know of the archive."""

    def check(
        self, page: Page, *, as_of: Moment, max_statements: int | None = None, tell: Tell | None = None
    ) -> Report:
        """Check a page; see :func:`onrecord.engine.check`."""
        return engine.check(
            page,
            archive=self.finder,
            embedder=self.embedder,
            verifier=self.verifier,
            as_of=as_of,
            run=self.run(as_of, max_statements=max_statements),
            notices=self.notices,
            max_statements=max_statements,
            tell=tell,
        )

    def check_statements(
        self, asked: Sequence[tuple[Statement, Moment]], *, tell: Tell | None = None
    ) -> tuple[Verdict, ...]:
        """Check statements that stand on no page; see :func:`onrecord.engine.check_statements`."""
        return engine.check_statements(asked, archive=self.finder, verifier=self.verifier, tell=tell)

    def look_again(
        self, asked: Sequence[tuple[Statement, str | None]], *, as_of: Moment
    ) -> tuple[tuple[str, Verdict | None], ...]:
        """Look at statements again; see :func:`onrecord.engine.look_again`."""
        return engine.look_again(asked, archive=self.finder, verifier=self.verifier, as_of=as_of)

    def update(
        self, topic: str, *, since: Moment, as_of: Moment, seen: Set[str] | None
    ) -> tuple[Update | None, frozenset[str]]:
        """Say what is new on a topic; see :func:`onrecord.engine.update`."""
        return engine.update(topic, archive=self.finder, verifier=self.verifier, since=since, as_of=as_of, seen=seen)

    def history(self, statement: Statement, *, as_of: Moment, since: date | None = None) -> Iterator[History]:
        """Replay the verdict on a statement; see :func:`onrecord.engine.history`."""
        run = self.run(as_of, since=since)
        return engine.history(statement, archive=self.finder, verifier=self.verifier, as_of=as_of, run=run, since=since)

    def find(self, query: str, *, as_of: Moment, limit: int) -> Found:
        """Search the archive; see :func:`onrecord.engine.find`."""
        return self._consulted(engine.find(query, archive=self.finder, as_of=as_of, limit=limit))

    def brief(
        self,
        topic: str,
        *,
        as_of: Moment,
        since: Moment | None = None,
        length: Length = Length.STANDARD,
        max_tokens: int | None = None,
        rewriter: Rewriter | None = None,
    ) -> Brief:
        """Write up a topic, in a model's words where there is one; see :func:`onrecord.engine.brief` and ``reword``."""
        run = self.run(as_of, since=since, length=length, max_tokens=max_tokens)
        if rewriter and isinstance(self.verifier, Endpoint):
            why = "the setting verifier names it as well"
            raise UsageError("an endpoint does not judge its own words", why=why, fix="set verifier to shipped")
        if rewriter:
            run = replace(run, models=(*run.models, rewriter.model))
        made = engine.brief(
            topic, archive=self.finder, as_of=as_of, run=run, since=since, length=length, max_tokens=max_tokens
        )
        made = engine.reword(made, by=rewriter.reword, verifier=self.verifier) if rewriter else made
        return self._consulted(made)

    def changes(self, topic: str, *, since: Moment, as_of: Moment, length: Length = Length.STANDARD) -> Changes:
        """Say what changed on a topic; see :func:`onrecord.engine.changes`."""
        run = self.run(as_of, since=since, length=length)
        made = engine.changes(
            topic, archive=self.finder, verifier=self.verifier, since=since, as_of=as_of, run=run, length=length
        )
        return self._consulted(made)

    def stories(self, topic: str, *, as_of: Moment, since: Moment | None = None) -> Stories:
        """Gather the stories on a topic; see :func:`onrecord.engine.stories`."""
        run = self.run(as_of, since=since)
        return self._consulted(engine.stories(topic, archive=self.finder, as_of=as_of, run=run, since=since))

    def series(self, topic: str, *, as_of: Moment, since: Moment | None = None) -> Series:
        """Return the series on a topic; see :func:`onrecord.engine.series`."""
        run = self.run(as_of, since=since)
        return self._consulted(engine.series(topic, archive=self.finder, as_of=as_of, run=run, since=since))

    def offices(self, query: str, *, as_of: Moment, since: Moment | None = None) -> Offices:
        """Say who held an office when; see :func:`onrecord.engine.offices`."""
        run = self.run(as_of, since=since)
        return engine.offices(query, archive=self.finder, as_of=as_of, run=run, since=since)

    def add(self, pages: Iterable[Page]) -> Iterator[Added]:
        """Store pages; see :func:`onrecord.adding.add`."""
        return adding.add(pages, archive=self.archive, embedder=self.embedder)

    def run(self, as_of: Moment, **settings: Moment | int | str | None) -> Run:
        """Name everything a result is made from; a setting that is None had no part in it."""
        return Run(
            version=__version__,
            as_of=as_of,
            archive_revision=self.archive.revision,
            models=tuple(
                dict.fromkeys((*stage_models(), *judging_models(), *self.embedder.models, *self.verifier.models))
            ),
            settings=tuple((name, _words(value)) for name, value in sorted(settings.items()) if value is not None),
        )

    def _consulted(self, made: _Made) -> _Made:
        """Return what was made, its coverage saying so where there was no archive to look in."""
        if not isinstance(self.archive, EmptyArchive):
            return made
        return replace(made, coverage=replace(made.coverage, consulted=False))


def _words(value: Moment | int | str) -> str:
    return format_moment(value) if isinstance(value, date) else str(value)


def desk(archive: Archive, *, threads: int, verifier: Path | str = SHIPPED) -> Desk:
    """Make a desk for an archive, with the verifier of that name or in that folder."""
    encoder = embedder(threads)
    return Desk(
        archive=archive,
        finder=ArchiveFinder(archive, encoder),
        embedder=encoder,
        verifier=make_verifier(verifier, threads),
        notices=_notices(archive),
    )


def newest(desk: Desk) -> Desk:
    """Return the desk over its archive as it stands now: the same one while nothing was committed to it."""
    archive = desk.archive.newest()
    if archive == desk.archive:
        return desk
    finder = ArchiveFinder(archive, desk.embedder)
    return replace(desk, archive=archive, finder=finder, notices=_notices(archive))


def warm(desk: Desk) -> None:
    """Read what searches need, models and indexes, and search once, so that none takes longer for being the first."""
    desk.archive.warm()
    desk.find("news", as_of=date.max, limit=10)


def _notices(archive: Archive) -> tuple[Reason, ...]:
    """Say what a reader must know of an archive that has nothing to say."""
    if isinstance(archive, EmptyArchive):
        words = f"there is no archive in {archive.where}, so no record was consulted"
        return (Reason(code=ReasonCode.ARCHIVE_MISSING, words=words),)
    if archive.revision == NOTHING:
        return (Reason(code=ReasonCode.ARCHIVE_EMPTY, words="the archive holds nothing yet"),)
    return ()
