"""Work on many parts at once in processes of Ray, on this machine or on those of a cluster.

What is done to a part is a plain function, the same that does it without Ray. Where a process dies, Ray has another do
its part again, and whoever asked gets one result a part, in order, whatever died.
"""

from __future__ import annotations

import logging
import os
import re
import socket
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, redirect_stdout
from types import ModuleType
from typing import Any, TypeVar

from onrecord.errors import ClusterError, UsageError

_Part = TypeVar("_Part")
_Made = TypeVar("_Made")

LOCAL = "local"
"""The address of a cluster of this machine's own, which ends with the run."""
_ATTEMPTS = 3
"""Times that a part is begun anew when the process that works on it has died, Ray's own default."""
_AHEAD = 2
"""Parts under way for each core: one worked on, and one at hand when it is done."""
_HOST = re.compile(r"(?:ray://)?([\w.-]+):(\d{1,5})")
_PATIENCE = 10.0
"""Seconds in which a cluster has to take a connection; Ray itself tries for minutes."""
_STORE = 256 << 20
"""Bytes of memory for parts and results on their way; a batch of 64 articles with its vectors takes 3 MB."""


def spread(work: Callable[[_Part], _Made], parts: Iterable[_Part], *, processes: int) -> Iterator[_Made]:
    """Yield what ``work`` makes of each part, in order, so many at once as the cluster has cores.

    The cluster is the one that ``RAY_ADDRESS`` names, or one of this machine with so many ``processes``.

    Raises:
        UsageError: Ray is not installed.
        ClusterError: it cannot be reached, or a part's process died again and again.
    """
    ray = _ray()
    with _connected(ray, processes), redirect_stdout(sys.stderr):  # where Ray says that a process died
        task = ray.remote(num_cpus=1, max_retries=_ATTEMPTS)(_do)
        shared = ray.put(work)
        most = _AHEAD * int(ray.cluster_resources().get("CPU", 1))
        under_way: deque[object] = deque()
        for part in parts:
            under_way.append(task.remote(shared, part))
            if len(under_way) >= most:
                yield _got(ray, under_way.popleft())
        while under_way:
            yield _got(ray, under_way.popleft())


def _do(work: Callable[[_Part], _Made], part: _Part) -> _Made:
    return work(part)


def _ray() -> ModuleType:
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # nobody is told that it runs
    os.environ.setdefault("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")
    try:
        import ray  # noqa: PLC0415 (an optional package)
    except ImportError as error:
        fix = "pip install 'onrecord[ray]', or leave out --ray"
        raise UsageError("--ray cannot be used", why="Ray is not installed", fix=fix) from error
    return ray


@contextmanager
def _connected(ray: ModuleType, processes: int) -> Iterator[None]:
    """Stay connected to the cluster that is connected to already, or that the environment names, or to a new one."""
    if ray.is_initialized():
        yield
        return
    address = os.environ.get("RAY_ADDRESS") or LOCAL
    own = {"num_cpus": processes, "object_store_memory": _STORE, "include_dashboard": False}
    try:
        if place := _HOST.fullmatch(address):
            socket.create_connection((place[1], int(place[2])), timeout=_PATIENCE).close()
        ray.init(
            address=address,
            log_to_driver=False,
            logging_level=logging.CRITICAL,
            **(own if address == LOCAL else {}),
        )
    except (OSError, RuntimeError, ValueError) as error:
        why = (str(error).strip() or type(error).__name__).splitlines()[0]
        if address == LOCAL:
            raise ClusterError("Ray does not start here", why=why, fix="mend that, or leave out --ray") from error
        fix = "correct RAY_ADDRESS, start the cluster with `ray start`, or unset it to work on this machine"
        raise ClusterError(f"the cluster {address} cannot be reached", why=why, fix=fix) from error
    try:
        yield
    finally:
        ray.shutdown()


def _got(ray: ModuleType, made: object) -> Any:  # noqa: ANN401 (what the work made)
    """Return a result; what was raised over its part is raised here."""
    try:
        return ray.get(made)
    except ray.exceptions.RayTaskError as error:
        raise error.cause from error
    except ray.exceptions.RayError as error:
        why = str(error).strip().splitlines()[0]
        fix = "run the same command again, it goes on where it stopped; with less at once (--threads) if memory ran out"
        raise ClusterError("a part of the work could not be done", why=why, fix=fix) from error
