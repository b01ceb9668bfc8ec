"""Saying how far a long run has come: a bar for who watches, a line every ten seconds for a log."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING

from onrecord.surfaces.cli.face import Face

if TYPE_CHECKING:
    from onrecord import engine
    from onrecord.data import Restoration, Statement, Verdict

EVERY = 10.0
"""Seconds between two lines, where there is no terminal."""


Tell = Callable[[int, str], None]
"""Takes how much is done, and a few words on it."""


@contextmanager
def progress(face: Face, *, total: int | None = None) -> Iterator[Tell]:
    """Return what to tell how far the work has come, of ``total`` where that is known."""
    if face.watched:
        with _bar(total) as tell:
            yield tell
    else:
        yield _every(EVERY, face)


@contextmanager
def watching(face: Face, words: str) -> Iterator[None]:
    """Show who watches that work goes on of which nobody knows how long it takes."""
    if not face.watched:
        yield
        return
    with progress(face) as tell:
        tell(0, words)
        yield


@contextmanager
def checking(face: Face) -> Iterator[engine.Tell | None]:
    """Return what hears a check of one page, and shows how far it has come to who watches."""
    if not face.watched:
        yield None
        return
    with progress(face) as tell:
        tell(0, "reading the page")
        judged = many = 0

        def hear(found: Restoration | tuple[Statement, ...] | tuple[Verdict, ...]) -> None:
            nonlocal judged, many
            if not isinstance(found, tuple):
                tell(0, "looking for what it states")
            elif not many:
                many = len(found)
                tell(0, f"{many:,} statements, looked up in the archive")
            else:
                judged += len(found)
                tell(judged, f"{judged:,} of {many:,} statements judged")

        yield hear


def _every(seconds: float, face: Face) -> Tell:
    """Return a teller that says a line, and is then silent for some seconds."""
    due = monotonic() + seconds

    def tell(done: int, words: str) -> None:  # noqa: ARG001 (a line has no length to fill)
        nonlocal due
        if monotonic() >= due:
            face.say(words)
            due = monotonic() + seconds

    return tell


@contextmanager
def _bar(total: int | None) -> Iterator[Tell]:
    from rich.console import Console  # noqa: PLC0415 (a run that nobody watches does without)
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (BarColumn(), TextColumn("{task.description}"), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("starting", total=total)
        yield lambda done, words: bar.update(task, completed=done, description=words)
