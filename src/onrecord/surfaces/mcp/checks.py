"""A check that is told in several answers is made once."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from onrecord import engine
from onrecord.data import Moment, Page, Reason, Restoration, Run, Statement, Verdict
from onrecord.wiring import Desk

Tell = Callable[[float, str], None]
"""Told the share of the work that is done, 0 to 1, and what is done next; what it raises ends the work."""
READ = 0.1
"""Share of a check that is done when the text is read and its statements are found."""
Heard = Restoration | tuple[Statement, ...] | tuple[Verdict, ...]


class Check(NamedTuple):
    """Verdicts, what must be known of all of them, and what they were made from."""

    verdicts: tuple[Verdict, ...]
    notices: tuple[Reason, ...]
    run: Run


class Checks:
    """Makes checks and remembers the last one: a saving only, since the same is made of the same."""

    def __init__(self) -> None:
        """Remember nothing yet."""
        self._last: tuple[str, Check] | None = None

    def made(
        self, desk: Desk, asked: Page | tuple[str, ...], as_of: Moment, most: int, *, tell: Tell, key: str
    ) -> Check:
        """Return a check of a page, or of statements that stand on none; ``key`` names all that it is made from."""
        last = self._last
        if last is not None and last[0] == key:
            return last[1]
        made = _page(desk, asked, as_of, most, tell) if isinstance(asked, Page) else _alone(desk, asked, as_of, tell)
        self._last = key, made
        return made


def _page(desk: Desk, page: Page, as_of: Moment, most: int, tell: Tell) -> Check:
    report = desk.check(page, as_of=as_of, max_statements=most, tell=_counting(tell, most))
    return Check(report.verdicts, report.notices, report.run)


def _alone(desk: Desk, statements: tuple[str, ...], as_of: Moment, tell: Tell) -> Check:
    asked = [(engine.statement_of(each, said=as_of), as_of) for each in statements]
    verdicts = desk.check_statements(asked, tell=_counting(tell, len(asked)))
    return Check(verdicts, desk.notices, desk.run(as_of))


def _counting(tell: Tell, total: int) -> engine.Tell:
    """Return what counts the verdicts that are heard of, and tells how many of all there are."""
    done = 0

    def hear(heard: Heard) -> None:
        nonlocal done, total
        if isinstance(heard, Restoration):
            tell(READ / 2, "finding the statements")
        elif heard and isinstance(heard[0], Statement):
            total = min(total, len(heard))
            tell(READ, f"searching the record for {total:,} statements")
        else:
            done += len(heard)
            tell(READ + (1 - READ) * done / max(done, total), f"{done:,} of {total:,} statements judged")

    return hear
