"""Asking a model behind an OpenAI-compatible endpoint, which is trusted with nothing.

A model asked over the network may be slow, down, or make things up. It is asked for one object of JSON and may be asked
again a few times; what came of it that can be used is for those who ask to say.
"""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from http.client import HTTPException
from time import sleep
from typing import TypeVar
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from onrecord.assets.sessions import side_by_side
from onrecord.errors import UsageError

TRIES = 3
"""How often a question is asked before it is left unanswered."""
PAUSE = 0.5
"""Seconds before a question is asked again; twice as long each time."""
TIMEOUT = 60.0
"""Seconds that an answer may take."""
GIVE_UP = 4
"""Questions left unanswered in a row after which the endpoint is taken to be down for the rest of the call."""
AT_ONCE = 4
"""Requests under way at the same time."""
LONGEST_ANSWER = 1 << 20
"""Bytes that are read of an answer."""

VARIABLES = ("ONRECORD_ENDPOINT_URL", "ONRECORD_ENDPOINT_MODEL", "ONRECORD_ENDPOINT_KEY")

Question = Mapping[str, str]
Answer = Mapping[str, object]
_Read = TypeVar("_Read")


class Unusable(Exception):
    """An answer that does not count, and why."""


class _NoRedirect(HTTPRedirectHandler):
    """Follows nothing: the key is for the endpoint that was named, and for no other."""

    def redirect_request(self, *_: object) -> None:
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where a model is asked, and as whom."""

    base: str
    model: str
    key: str = ""
    timeout: float = TIMEOUT
    pause: float = PAUSE


def from_environment(*, otherwise: str) -> Address:
    """Return the endpoint that the environment names: base URL such as ``http://localhost:8000/v1``, model, and key.

    Args:
        otherwise: what whoever names none can do instead.

    Raises:
        UsageError: the URL or the model is not given, or the URL is none of HTTP.
    """
    base, model, key = (os.environ.get(name, "").strip() for name in VARIABLES)
    if urlsplit(base).scheme not in ("http", "https") or not model:
        raise UsageError(
            "there is no endpoint to ask",
            why=f"the environment does not give {VARIABLES[0]} as an http(s) URL, and {VARIABLES[1]}",
            fix=f"set both (and {VARIABLES[2]}, if it needs a key), or {otherwise}",
        )
    return Address(base=base, model=model, key=key)


def ask(
    address: Address, task: str, asked: Sequence[Question], read: Callable[[Question, Answer], _Read]
) -> list[_Read | Unusable]:
    """Ask a model to do one task on each object of ``asked``, several side by side.

    Args:
        address: where; nothing is sent when nothing is asked.
        task: what to do, and what JSON to answer with.
        asked: what to do it on, which the task calls data.
        read: reads the answer to a question; raises ``Unusable`` for one that does not count, and it is asked again.

    Returns:
        what was read of each answer, in order, or why there is none.
    """
    down, opener = _Down(), build_opener(_NoRedirect)

    def one(question: Question) -> _Read | Unusable:
        why = Unusable("the endpoint did not answer what it was asked before")
        for turn in range(0 if down.is_so() else TRIES):
            if turn:
                sleep(address.pause * 2 ** (turn - 1))
            try:
                with opener.open(_request(address, task, question), timeout=address.timeout) as response:
                    answer = read(question, _answered(response.read(LONGEST_ANSWER + 1)))
            except Unusable as error:
                why = error
            except HTTPError as error:
                why = Unusable(f"it answers with status {error.code}")
            except (OSError, HTTPException) as error:
                why = Unusable(f"it cannot be reached, or breaks off ({type(error).__name__})")
            else:
                down.answered()
                return answer
        down.failed()
        return why

    return side_by_side(one, asked, threads=AT_ONCE)


def _request(address: Address, task: str, question: Question) -> Request:
    body = {
        "model": address.model,
        "temperature": 0,
        "response_format": {"type": "json_object"},
        "messages": [{"role": "system", "content": task}, {"role": "user", "content": json.dumps(question)}],
    }
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    if address.key:
        headers["Authorization"] = f"Bearer {address.key}"
    url = f"{address.base.rstrip('/')}/chat/completions"
    return Request(url, data=json.dumps(body).encode(), headers=headers, method="POST")


def _answered(raw: bytes) -> Answer:
    """Return the object of JSON that a model answers with."""
    try:
        said = json.loads(raw)["choices"][0]["message"]["content"]
    except (ValueError, KeyError, IndexError, TypeError, RecursionError) as error:
        raise Unusable("its answer is not that of a chat completion") from error
    if not isinstance(said, str) or len(raw) > LONGEST_ANSWER:
        raise Unusable("its answer is not that of a chat completion")
    try:
        answer = json.loads(said)
    except (ValueError, RecursionError) as error:
        raise Unusable("its answer is not the JSON that was asked for") from error
    if not isinstance(answer, dict):
        raise Unusable("its answer is not the JSON that was asked for")
    return answer


class _Down:
    """Counts failures in a row, over all threads of one call."""

    def __init__(self) -> None:
        self._lock, self._row = threading.Lock(), 0

    def is_so(self) -> bool:
        with self._lock:
            return self._row >= GIVE_UP

    def failed(self) -> None:
        with self._lock:
            self._row += 1

    def answered(self) -> None:
        with self._lock:
            self._row = 0
