"""Saying how far a long run has come: a bar for who watches, a line every ten seconds for a log."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

from onrecord.surfaces.cli.face import Face

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
