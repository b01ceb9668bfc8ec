"""Jobs: accepted, kept, given to a few workers, told about while they run, and done again after a crash."""

from __future__ import annotations

import logging
import queue
import secrets
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from time import monotonic

from onrecord import wire
from onrecord.data import Job, JobKind, JobState, Request
from onrecord.errors import Busy, NotAllowed, OnrecordError, ServiceError, StateConflict
from onrecord.settings import Settings
from onrecord.surfaces.service.access import Caller
from onrecord.surfaces.service.desks import Desks
from onrecord.surfaces.service.feeds import Feed
from onrecord.surfaces.service.limits import Limits
from onrecord.surfaces.service.problems import problem
from onrecord.surfaces.service.shapes import job as job_shape
from onrecord.surfaces.service.workers import Done, Failed, Told, Worker, WorkerDied
from onrecord.wiring import Kept

log = logging.getLogger("onrecord.service")

_AGAIN = 1.0
"""Seconds after which a job is tried again that cannot be done while another writes to the archive."""
_LAST_SECONDS = 10.0
"""For which the end of the process waits for a job to come to a place where it can be left."""


class _Unwanted(Exception):
    """Ends the work on a job that nobody wants any more."""


class _Stopping(Exception):
    """Ends the work on a job that the next process will do."""


class Jobs:
    """The jobs of a service and the workers that do them, each in a process of its own."""

    def __init__(self, kept: Kept, desks: Desks, limits: Limits, settings: Settings) -> None:
        """Work on what ``kept`` has; ``desks`` shall look again when something was added to the archive."""
        self.kept, self._keep = kept.jobs, settings.keep_jobs
        self._desks, self._limits = desks, limits
        self._idle = [Worker(settings) for _ in range(limits.jobs)]
        """The last one is taken first: its models are read already."""
        self._queue: queue.Queue[str | None] = queue.Queue()
        self._feeds: dict[str, Feed] = {}
        self._come: dict[str, Told] = {}
        """What was last told of how far a job has come."""
        self._unwanted: set[str] = set()
        self._stopping = False
        self._turn = threading.Lock()
        """Held while a job begins or is cancelled, which exclude each other."""
        self._threads = [threading.Thread(target=self._work, name=f"job-{n}", daemon=True) for n in range(limits.jobs)]

    def start(self) -> None:
        """Begin to work, first on what an earlier process left undone."""
        self.kept.forget(beyond=self._keep)
        for job in self.kept.unfinished():
            self._feeds[job.id] = Feed()
            self._queue.put(job.id)
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """Work on nothing more; what is being done is left for the next process."""
        self._stopping = True
        for _ in self._threads:
            self._queue.put(None)
        for thread in self._threads:
            thread.join(_LAST_SECONDS)

    def submit(self, kind: JobKind, request: Request, *, title: str, by: str, key: str | None = None) -> Job:
        """Accept a job; when this returns it is kept, and will be done whatever happens to the process.

        Raises:
            Busy: too many wait already.
            KeyReused: the idempotency key came with another request before.
        """
        if self._queue.qsize() >= self._limits.waiting_jobs:
            why = f"{self._limits.waiting_jobs} jobs wait already"
            raise Busy("the job was not accepted", why=why, fix="ask again in a minute")
        drawn = Job(id=secrets.token_hex(8), kind=kind, title=title[:200], by=by, asked_at=datetime.now(UTC))
        self._feeds[drawn.id] = Feed()  # before anybody can ask for it
        try:
            job = self.kept.accept(drawn, request, key)
        except OnrecordError:
            del self._feeds[drawn.id]
            raise
        if job.id == drawn.id:
            self._queue.put(job.id)
        else:
            del self._feeds[drawn.id]
        return job

    def cancel(self, name: str, by: Caller) -> Job:
        """Do not go on with a job.

        Raises:
            InputMissing: there is none of that id.
            NotAllowed: somebody else asked for it.
            StateConflict: it has ended.
        """
        with self._turn:
            job = self.kept.get(name)
            if not by.may_stop(job):
                fix = f"ask {job.by}, or whoever looks after the service"
                raise NotAllowed("you may not stop this job", why=f"{job.by} asked for it", fix=fix)
            if job.state.is_final:
                raise StateConflict(f"the job {name} cannot be cancelled", why=f"it is {job.state}", fix="leave it")
            self._unwanted.add(name)
            if job.state is JobState.WAITING:
                job = self.kept.cancel(job)
                self._end(job)
        return job

    def feed(self, name: str) -> Feed | None:
        """Return what a job tells, while it waits or runs in this process."""
        return self._feeds.get(name)

    def as_far_as_come(self, job: Job) -> Job:
        """Return a job with how far it has come by now, where it runs in this process."""
        told = self._come.get(job.id)
        return job if told is None else replace(job, done=told.done or 0, total=told.total)

    def _work(self) -> None:
        while (name := self._queue.get()) is not None and not self._stopping:
            try:
                self._do(name)
            except OnrecordError as error:  # the store failed: the job stays, and the next process finds it
                log.error("job %s: %s", name, error.what)
                self._feeds.pop(name, Feed()).close()
        with self._turn:
            for worker in self._idle:
                worker.stop()

    def _do(self, name: str) -> None:
        with self._turn:
            job = self.kept.get(name)
            if job.state.is_final:
                return
            job = self.kept.begin(job)
        worker = self._idle.pop()
        try:
            if job.attempts > self._limits.attempts:
                why = f"the process ended {self._limits.attempts} times while it was worked on"
                raise ServiceError("the job could not be done", why=why, fix="ask with less, or ask again")
            made = worker.do(job.kind, self.kept.request(name), self._hearing(name))
            if isinstance(made, Failed) and made.locked:
                self._put_off(job)
                return
            job = self._noted(self.as_far_as_come(job), made)
        except WorkerDied:
            log.error("job %s: the process that did it ended", name)
            self._queue.put(name)
            return
        except _Stopping:
            job = self.kept.postpone(job)
        except _Unwanted:
            job = self.kept.cancel(self.as_far_as_come(job))
        except OnrecordError as error:
            job = self.kept.fail(self.as_far_as_come(job), wire.encode(problem(error)))
        finally:
            self._idle.append(worker)
            self._come.pop(name, None)
        if job.kind is JobKind.ADD:
            self._desks.renew()
        self._end(job)

    def _noted(self, job: Job, made: Done | Failed) -> Job:
        """Keep what a job made, or why it came to nothing."""
        if isinstance(made, Done):
            return self.kept.finish(job, made.result, made.statements)
        if made.trace:
            log.error("job %s failed\n%s", job.id, made.trace)
        return self.kept.fail(job, made.problem)

    def _put_off(self, job: Job) -> None:
        """Have a job wait until the archive can be written, so that who adds while another does loses nothing.

        Raises:
            _Unwanted: nobody wants it any more.
        """
        with self._turn:
            if job.id in self._unwanted:
                raise _Unwanted
            self.kept.postpone(job)
        again = threading.Timer(_AGAIN, self._queue.put, (job.id,))
        again.daemon = True
        again.start()

    def _hearing(self, name: str) -> Callable[[Told | None], None]:
        until = monotonic() + self._limits.job_seconds
        feed = self._feeds[name]

        def hear(told: Told | None) -> None:
            if name in self._unwanted:
                raise _Unwanted
            if self._stopping:
                raise _Stopping
            if monotonic() > until:
                why = f"it took longer than {self._limits.job_seconds:,.0f} seconds"
                raise ServiceError("the job was given up", why=why, fix="ask with less, or limit max_statements")
            if told is not None:
                feed.tell(told.event, told.data)
                if told.done is not None:
                    self._come[name] = told

        return hear

    def _end(self, job: Job) -> None:
        self._unwanted.discard(job.id)
        feed = self._feeds.pop(job.id, None)
        if feed is not None:
            feed.tell("ended", wire.encode(job_shape(job)))
            feed.close()
        self.kept.forget(beyond=self._keep)
