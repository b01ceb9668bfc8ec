"""Checking pages and statements for the command line, the open web asked before where that is wanted."""
# ruff: noqa: PLC0415 (a command imports what it needs when it runs, so that help is there at once)

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord import engine
    from onrecord.data import Moment, Page, Report, Search, Statement
    from onrecord.surfaces.cli.seeking import Seek
    from onrecord.wire import Json
    from onrecord.wiring import Desk

    Watching = Callable[[], AbstractContextManager[engine.Tell | None]]

MOST_SOUGHT = 8
"""Statements that the open web is asked for: GDELT takes a query every five seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checks:
    """Checks what it is given as of the date that comes with it."""

    desk: Callable[[], Desk]
    max_statements: int | None
    seek: Seek | None = None
    """Asks the open web; None where the archive alone is asked."""

    def report(self, page: Page, at: Moment, watching: Watching = nullcontext) -> Report:
        """Check a page; who is ``watching`` hears what is found, once the open web was asked."""
        search = self.seek(_worth_asking(page), at) if self.seek else None
        desk = self.desk()
        with watching() as tell:
            report = desk.check(page, as_of=at, max_statements=self.max_statements, tell=tell)
        return replace(report, search=search)

    def reports(self, asked: Iterable[tuple[Page, Moment]]) -> Iterator[Json]:
        """Check pages."""
        from onrecord import wire

        return (wire.report(self.report(page, at)) for page, at in asked)

    def verdicts(self, asked: Sequence[tuple[Statement, Moment]]) -> Iterator[Json]:
        """Check statements, those of one date together."""
        from onrecord import wire

        dates = dict.fromkeys(at for _, at in asked) if self.seek else {}
        searches = {date: self._sought([one for one, at in asked if at == date], date) for date in dates}
        for verdict, (_, at) in zip(self.desk().check_statements(asked), asked, strict=True):
            yield wire.verdict(verdict, searches.get(at))

    def _sought(self, statements: Sequence[Statement], at: Moment) -> Search | None:
        return self.seek([one.text for one in statements], at) if self.seek else None


def _worth_asking(page: Page) -> list[str]:
    """Return the statements of a page that are most worth asking the open web for."""
    from onrecord import engine

    stated = engine.extract(engine.restore(page))
    return [one.text for one in engine.most_worth(stated, MOST_SOUGHT)]
