"""Telling by a command: what there is to tell comes to it as JSON on standard input, and its exit code is kept.

It is run without a shell, in a group of processes of its own, which is ended when its time is over.
"""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import suppress
from shutil import which
from tempfile import TemporaryFile
from typing import IO

from onrecord.data import Message, Outcome
from onrecord.errors import UsageError

SECONDS = 30.0
"""For which a command may run."""
_SAID = 200
"""Characters kept of what a command says on standard error, the last ones."""
_SECRETS = ("ONRECORD_WEBHOOK_SECRET", "ONRECORD_MAIL_PASSWORD", "ONRECORD_ENDPOINT_KEY", "ONRECORD_FACTCHECK_KEY")
"""Variables that are none of a command's business."""


def words_of(command: str) -> tuple[str, ...]:
    """Return the words of a command, the first being the program where it is found.

    Raises:
        UsageError: there is no such program, or a quotation mark stands open.
    """
    fix = "name a program that can be run, with its arguments"
    try:
        words = shlex.split(command)
    except ValueError as error:
        raise UsageError(f"{command!r} cannot be run", why=str(error), fix=fix) from error
    program = which(words[0]) if words else None
    if program is None:
        raise UsageError(f"{command!r} cannot be run", why="there is no such program here", fix=fix)
    return (os.path.abspath(program), *words[1:])  # links stay links: a program may go by its name


class Command:
    """Tells one command."""

    def __init__(self, command: str, *, seconds: float = SECONDS) -> None:
        """Run ``command`` for each message, for ``seconds`` at most."""
        self._command, self._seconds = command, seconds

    def tell(self, messages: Iterable[Message]) -> Iterator[Outcome]:
        """Run it for each message; see :class:`onrecord.ports.Teller`."""
        for message in messages:
            try:
                yield self._run(message)
            except UsageError as error:
                yield Outcome(error=error.why)
            except OSError as error:
                yield Outcome(error=error.strerror or str(error))

    def _run(self, message: Message) -> Outcome:
        """Run the command once.

        Raises:
            UsageError: there is no such program.
            OSError: it cannot be run.
        """
        environment = {name: value for name, value in os.environ.items() if name not in _SECRETS}
        with TemporaryFile() as given, TemporaryFile() as said:  # files, for pipes that nobody reads fill up
            given.write(message.body.encode())
            given.seek(0)
            process = subprocess.Popen(
                words_of(self._command),
                stdin=given,
                stdout=subprocess.DEVNULL,
                stderr=said,
                env=environment,
                start_new_session=True,
            )
            try:
                code = process.wait(self._seconds)
            except BaseException as error:
                with suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)
                process.wait()
                if not isinstance(error, subprocess.TimeoutExpired):
                    raise
                return Outcome(error=f"it did not end within {self._seconds:g} seconds")
            return Outcome(code=code) if code == 0 else Outcome(error=_told(code, said), code=code)


def _told(code: int, said: IO[bytes]) -> str:
    said.seek(max(0, said.seek(0, os.SEEK_END) - 4 * _SAID))
    last = " ".join(said.read().decode("utf-8", "replace").split())[-_SAID:]
    return f"it ended with exit code {code}" + (f": {last}" if last else "")
