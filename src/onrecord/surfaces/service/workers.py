"""Processes that do jobs, so that nobody who reads waits for what is computed: see docs/decisions/0014.

A worker does one job at a time, and keeps its models and what it read of the archive for the next. It tells what it
finds as it goes; whoever gave it the job may have it left.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from queue import SimpleQueue
from time import monotonic
from traceback import format_tb

from onrecord import wire, wiring
from onrecord.data import JobKind, Request
from onrecord.errors import ArchiveLocked, OnrecordError
from onrecord.settings import Settings
from onrecord.surfaces.service.desks import adding, desk_of
from onrecord.surfaces.service.making import make
from onrecord.surfaces.service.problems import problem, unexpected

_NICENESS = 10
"""A page is there at once though every core computes, and where none else does it costs a job nothing."""
_LOOK = 0.5
"""Seconds between two looks whether a job of which nothing is told is wanted still."""
_LAST_SECONDS = 5.0
"""For which a job has to come to a place where it can be left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What was found so far."""

    event: str
    data: str
    """JSON."""
    done: int | None = None
    """How much is done, where the event says so."""
    total: int | None = None
    """Of how much, where that is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What a job made."""

    result: str
    """JSON."""
    statements: tuple[str, ...]
    """Ids of the statements in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """Why a job came to nothing."""

    problem: str
    """JSON, of RFC 9457."""
    trace: str | None = None
    """Where in onrecord it went wrong; None where the fault is not onrecord's."""
    locked: bool = False
    """Whether it is another's writing to the archive that it came to nothing for, and so can be done after that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """A job was left because it was told to."""


class WorkerDied(Exception):
    """The process that did a job is gone."""


class _Unwanted(Exception):
    """Ends the work on a job that is to be left."""


class Worker:
    """One process, begun when there is something to do for it, and anew where it ended."""

    def __init__(self, settings: Settings) -> None:
        """Work with what ``settings`` name."""
        self._settings = settings
        self._process: SpawnProcess | None = None

    def do(self, kind: JobKind, request: Request, hear: Callable[[Told | None], None]) -> Done | Failed:
        """Do a job; ``hear`` hears what is found, and None while nothing is, and what it raises ends the work.

        Raises:
            WorkerDied: the process ended over it; the next job has another.
        """
        try:
            if self._process is None:
                self._begin(self._settings)
            self._pipe.send((kind, request))
            while isinstance(said := self._pipe.recv() if self._pipe.poll(_LOOK) else None, Told | None):
                try:
                    hear(said)
                except BaseException:
                    self._leave()
                    raise
        except (EOFError, OSError) as error:
            self.stop()
            raise WorkerDied from error
        assert isinstance(said, Done | Failed)
        return said

    def stop(self) -> None:
        """End the process, whatever it does: an archive bears that, and a job that did not end is not done."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process = None
            self._pipe.close()

    def _begin(self, settings: Settings) -> None:
        context = get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs, settings), name="onrecord-worker", daemon=True)
        with _deaf():
            self._process.start()
        theirs.close()

    def _leave(self) -> None:
        """Have the job left, and end the process where it does not come to a place where it can be."""
        self._pipe.send(None)
        until = monotonic() + _LAST_SECONDS
        while self._pipe.poll(max(0.0, until - monotonic())):
            if not isinstance(self._pipe.recv(), Told):
                return
        self.stop()


@contextmanager
def _deaf() -> Iterator[None]:
    """Begin processes that no interrupt reaches, where the system can: it is for the one that gives the jobs."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(pipe: Connection, settings: Settings) -> None:
    """Do what comes through ``pipe`` until it is closed."""
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    asked: SimpleQueue[tuple[JobKind, Request]] = SimpleQueue()
    unwanted = threading.Event()
    threading.Thread(target=_listen, args=(pipe, asked, unwanted), daemon=True).start()

    def tell(event: str, data: wire.Json) -> None:
        if unwanted.is_set():
            raise _Unwanted
        pipe.send(Told(event=event, data=wire.encode(data), done=data.get("done"), total=data.get("total")))

    desk = desk_of(settings)
    while True:
        kind, request = asked.get()
        unwanted.clear()
        answer: Done | Failed | Left
        try:
            desk = wiring.newest(desk)
            made = make(kind, request, desk, lambda: adding(settings), tell)
            answer = Done(result=wire.encode(made.shape), statements=made.statements)
        except _Unwanted:
            answer = Left()
        except OnrecordError as error:
            answer = Failed(problem=wire.encode(problem(error)), locked=isinstance(error, ArchiveLocked))
        except Exception as error:
            trace = "".join((*format_tb(error.__traceback__), type(error).__name__))  # its words may be those handed in
            answer = Failed(problem=wire.encode(problem(unexpected(error))), trace=trace)
        pipe.send(answer)


def _listen(pipe: Connection, asked: SimpleQueue[tuple[JobKind, Request]], unwanted: threading.Event) -> None:
    """Take jobs, and word that one is not wanted, from ``pipe``; when it is closed, end the process."""
    try:
        while True:
            if (said := pipe.recv()) is None:
                unwanted.set()
            else:
                asked.put(said)
    except (EOFError, OSError):
        os._exit(0)  # whatever it does: nobody is there to be told, and what a writer leaves undone is taken away
