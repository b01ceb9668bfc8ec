"""The command line in a process of its own, and what that took."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from tempfile import TemporaryFile

COMMAND = (sys.executable, "-c", "from onrecord.surfaces.cli import main; main()")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """How a command ended: ``code`` is negative where a signal ended it; ``told`` is what it said while it ran."""

    code: int
    said: str
    told: str
    seconds: float
    cpu: float
    peak_mb: float


def _let(told: str) -> None:
    """Let a command run on, whatever it tells."""


def onrecord(*arguments: str, stop: Callable[[str], signal.Signals | None] = _let) -> Ended:
    """Run a command; ``stop`` is shown each line it tells, and may name a signal to end it with."""
    started = time.monotonic()
    with TemporaryFile("w+", encoding="utf-8") as printed:  # a pipe that nobody reads yet would stop what prints much
        running = subprocess.Popen([*COMMAND, *arguments], stdout=printed, stderr=subprocess.PIPE, text=True)
        told = []
        for line in running.stderr:
            told.append(line)
            if (sent := stop(line)) is not None:
                running.send_signal(sent)
                stop = _let
        _, status, used = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(status)
        running.stderr.close()
        printed.seek(0)
        said = printed.read()
    return Ended(
        code=running.returncode,
        said=said,
        told="".join(told),
        seconds=time.monotonic() - started,
        cpu=used.ru_utime + used.ru_stime,
        peak_mb=used.ru_maxrss / 1024,
    )
