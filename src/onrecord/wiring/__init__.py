"""From settings to objects: the only part that names concrete adapters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord import __version__, adding, engine
from onrecord.adapters.agreement import AgreementVerifier
from onrecord.adapters.completions import from_environment
from onrecord.adapters.crossencoder import CrossEncoder, exported, shipped
from onrecord.adapters.empty import NOTHING, EmptyArchive
from onrecord.adapters.endpoint import Endpoint
from onrecord.adapters.lance_place import check_format, place_of
from onrecord.adapters.minilm import MiniLM
from onrecord.adapters.rewriter import Rewriter
from onrecord.adapters.several import SeveralArchives
from onrecord.adapters.store import Store
from onrecord.adapters.store_followed import KeptFollowed
from onrecord.adapters.store_jobs import KeptJobs
from onrecord.adapters.store_notes import KeptNotes
from onrecord.adapters.store_people import KeptDeeds, KeptPeople
from onrecord.adapters.store_sources import KeptSources
from onrecord.adapters.store_told import KeptTelling
from onrecord.adding import Added
from onrecord.assets import digest
from onrecord.data import (
    Brief,
    Changes,
    Found,
    History,
    Length,
    Model,
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

if TYPE_CHECKING:
    from typing import BinaryIO

    from onrecord.adapters.fetch import Fetched as Fetched
    from onrecord.adapters.lance import LanceArchive
    from onrecord.adapters.lance_backup import Backup
    from onrecord.adapters.polite import Polite as Polite


SHIPPED = "shipped"
AGENT = f"onrecord/{__version__}"
"""How we call ourselves to servers, and the name that robots.txt may know us by."""


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
        run = self.run(as_of, since=since.isoformat() if since else None)
        return engine.history(statement, archive=self.finder, verifier=self.verifier, as_of=as_of, run=run, since=since)

    def find(self, query: str, *, as_of: Moment, limit: int) -> Found:
        """Search the archive; see :func:`onrecord.engine.find`."""
        return engine.find(query, archive=self.finder, as_of=as_of, limit=limit)

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
        run = self.run(as_of, since=format_moment(since) if since else None, length=length, max_tokens=max_tokens)
        if rewriter and isinstance(self.verifier, Endpoint):
            why = "the setting verifier names it as well"
            raise UsageError("an endpoint does not judge its own words", why=why, fix="set verifier to shipped")
        if rewriter:
            run = replace(run, models=(*run.models, rewriter.model))
        made = engine.brief(
            topic, archive=self.finder, as_of=as_of, run=run, since=since, length=length, max_tokens=max_tokens
        )
        return engine.reword(made, by=rewriter.reword, verifier=self.verifier) if rewriter else made

    def changes(self, topic: str, *, since: Moment, as_of: Moment, length: Length = Length.STANDARD) -> Changes:
        """Say what changed on a topic; see :func:`onrecord.engine.changes`."""
        run = self.run(as_of, since=format_moment(since), length=length)
        return engine.changes(topic, archive=self.finder, since=since, as_of=as_of, run=run, length=length)

    def stories(self, topic: str, *, as_of: Moment, since: Moment | None = None) -> Stories:
        """Gather the stories on a topic; see :func:`onrecord.engine.stories`."""
        run = self.run(as_of, since=format_moment(since) if since else None)
        return engine.stories(topic, archive=self.finder, as_of=as_of, run=run, since=since)

    def series(self, topic: str, *, as_of: Moment, since: Moment | None = None) -> Series:
        """Return the series on a topic; see :func:`onrecord.engine.series`."""
        run = self.run(as_of, since=format_moment(since) if since else None)
        return engine.series(topic, archive=self.finder, as_of=as_of, run=run, since=since)

    def offices(self, query: str, *, as_of: Moment, since: Moment | None = None) -> Offices:
        """Say who held an office when; see :func:`onrecord.engine.offices`."""
        run = self.run(as_of, since=format_moment(since) if since else None)
        return engine.offices(query, archive=self.finder, as_of=as_of, run=run, since=since)

    def add(self, pages: Iterable[Page]) -> Iterator[Added]:
        """Store pages; see :func:`onrecord.adding.add`."""
        return adding.add(pages, archive=self.archive, embedder=self.embedder)

    def run(self, as_of: Moment, **settings: int | str | None) -> Run:
        """Name everything a result is made from; a setting that is None had no part in it."""
        return Run(
            version=__version__,
            as_of=as_of,
            archive_revision=self.archive.revision,
            models=tuple(dict.fromkeys((*_stage_models(), self.embedder.model, *self.verifier.models))),
            settings=tuple((name, str(value)) for name, value in sorted(settings.items()) if value is not None),
        )


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
    """Read what searches need, models and indexes, so that the first one takes no longer than others."""
    desk.embedder.embed(["news"])
    desk.archive.warm()


def agent(contact: str) -> str:
    """Return how we call ourselves to servers that are told how to reach whoever asks."""
    return f"{AGENT} ({contact})" if contact else AGENT


def polite(contact: str = "", *, pause: float | None = None) -> Polite:
    """Return what asks servers politely; see :class:`onrecord.adapters.polite.Polite`."""
    from onrecord.adapters import polite as asking  # noqa: PLC0415 (brings an HTTP client with it)

    return asking.Polite(agent(contact), pause=asking.PAUSE if pause is None else pause)


def fetch(url: str) -> Fetched:
    """Fetch a page of the web; see :func:`onrecord.adapters.fetch.fetch`.

    Raises:
        NetworkError: it cannot be fetched, or may not be.
    """
    from onrecord.adapters import fetch as fetching  # noqa: PLC0415 (brings an HTTP client with it)

    return fetching.fetch(url, agent=AGENT)


def private_permitted() -> bool:
    """Say whether the environment permits that pages of private addresses are fetched."""
    from onrecord.adapters import fetch as fetching  # noqa: PLC0415 (brings an HTTP client with it)

    return fetching.private_permitted()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What a service keeps between requests, all in one store."""

    store: Store
    jobs: KeptJobs
    people: KeptPeople
    deeds: KeptDeeds
    followed: KeptFollowed
    sources: KeptSources
    notes: KeptNotes
    telling: KeptTelling


def open_store(folder: Path) -> Kept:
    """Open what the service keeps in ``folder``, making it where there is none.

    Raises:
        StoreError: it cannot be made or read.
    """
    store = Store(folder)
    return Kept(
        store=store,
        jobs=KeptJobs(store),
        people=KeptPeople(store),
        deeds=KeptDeeds(store),
        followed=KeptFollowed(store),
        sources=KeptSources(store),
        notes=KeptNotes(store),
        telling=KeptTelling(store),
    )


def open_archive(where: Path | str) -> LanceArchive:
    """Open the archive in ``where``, a folder or the address of a bucket.

    Raises:
        ArchiveError: there is none, or it cannot be used.
    """
    check_format(place_of(where))
    return _lance(where)


def archive_or_empty(where: Path | str) -> Archive:
    """Open the archive in ``where``; where there is none, one with nothing in it."""
    return EmptyArchive(where, open_archive).newest()


def several(places: Sequence[Path | str]) -> Archive:
    """Open archives to be asked as one, each once.

    Raises:
        ArchiveError: in one of the places there is none, or it cannot be used.
    """
    return SeveralArchives(tuple(open_archive(where) for where in dict.fromkeys(places)))


def new_archive(where: Path | str) -> LanceArchive:
    """Open the archive in ``where`` to be written, making it where there is none.

    Raises:
        ArchiveError: it cannot be made or used, or another process is writing to it.
    """
    archive = _lance(where, create=True)
    archive.become_writer()
    return archive


def _lance(where: Path | str, *, create: bool = False) -> LanceArchive:
    from onrecord.adapters.lance import LanceArchive  # noqa: PLC0415 (takes a second, in vain where there is no archive)

    return LanceArchive.open(where, create=create)


def back_up(where: Path | str, stream: BinaryIO) -> Backup:
    """Write the archive in ``where`` to a stream; see :func:`onrecord.adapters.lance_backup.back_up`."""
    check_format(place_of(where))
    from onrecord.adapters import lance_backup  # noqa: PLC0415 (brings the store with it)

    return lance_backup.back_up(where, stream)


def bring_back(stream: BinaryIO, where: Path | str) -> Backup:
    """Make an archive in ``where`` of a backup; see :func:`onrecord.adapters.lance_backup.bring_back`."""
    from onrecord.adapters import lance_backup  # noqa: PLC0415 (brings the store with it)

    return lance_backup.bring_back(stream, where)


@cache
def embedder(threads: int) -> Embedder:
    """Return the shipped encoder, loaded once a process."""
    return MiniLM(threads=threads)


def make_verifier(which: Path | str, threads: int) -> Verifier:
    """Return the shipped verifier, agreement, the endpoint that the environment names, or the model in a folder.

    Raises:
        ModelError: its files are missing, damaged or none of an entailment model.
        UsageError: the environment names no endpoint.
    """
    if which == "agreement":
        return AgreementVerifier(embedder(threads))
    if which == "endpoint":
        return Endpoint(from_environment(otherwise="use --verifier shipped"))
    return CrossEncoder(shipped() if which == SHIPPED else exported(Path(which)), threads=threads)


def rewriter() -> Rewriter:
    """Return the writer behind the endpoint that the environment names.

    Raises:
        UsageError: it names none.
    """
    return Rewriter(from_environment(otherwise="leave out --rewrite"))


def _stage_models() -> tuple[Model, ...]:
    """Name what labels blocks, finds passages and tells who speaks; the stages read all of it themselves."""
    return (
        Model(name="blocks", digest=digest("blocks.npz")),
        Model(name="splice-gate", digest=digest("splices.npz")),
        Model(name="splice-judge-minilm-int8", digest=digest("splices.int8.onnx")),
        Model(name="attribution-minilm-int8", digest=digest("attribution.int8.onnx")),
    )


def _notices(archive: Archive) -> tuple[Reason, ...]:
    """Say what a reader must know of an archive that has nothing to say."""
    if isinstance(archive, EmptyArchive):
        words = f"there is no archive in {archive.where}, so no record was consulted"
        return (Reason(code=ReasonCode.ARCHIVE_MISSING, words=words),)
    if archive.revision == NOTHING:
        return (Reason(code=ReasonCode.ARCHIVE_EMPTY, words="the archive holds nothing yet"),)
    return ()
