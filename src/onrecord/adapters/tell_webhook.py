"""Telling by webhook, as Standard Webhooks has it: a POST of JSON, signed with a secret that both sides know.

The signature is HMAC-SHA256 over ``ID.TIMESTAMP.BODY``. Addresses are held to the same rules as those of pages that are
fetched, redirects are not followed, and of an answer nothing is read but its head.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import os
import secrets
import stat
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

import httpx2

from onrecord.adapters.fetch import retry_after
from onrecord.adapters.reaching import client_for, request_to
from onrecord.data import Message, Outcome
from onrecord.errors import InputMissing, NetworkError, UsageError

VARIABLE = "ONRECORD_WEBHOOK_SECRET"
PATIENCE = 10.0
"""Seconds for a single step: to connect, to send, to hear the head of an answer."""
_PREFIX = "whsec_"
_LENGTHS = range(24, 65)
"""Bytes of a secret (Standard Webhooks, "Signature scheme")."""
_GONE = 410
"""By which a receiver says that it wants nothing more."""


class Webhook:
    """Tells one address."""

    def __init__(self, url: str, *, keys: tuple[bytes, ...], agent: str) -> None:
        """Post to ``url``, signed with each of the keys, which lets a secret be changed while both are in use."""
        self._url, self._keys, self._agent = url, keys, agent

    def tell(self, messages: Iterable[Message]) -> Iterator[Outcome]:
        """Post each message; see :class:`onrecord.ports.Teller`."""
        headers = {"User-Agent": self._agent, "Content-Type": "application/json", "Accept-Encoding": "identity"}
        with client_for(headers, patience=PATIENCE) as client:
            for message in messages:
                yield self._posted(client, message)

    def _posted(self, client: httpx2.Client, message: Message) -> Outcome:
        body, now = message.body.encode(), str(int(time.time()))
        try:
            request = request_to(client, self._url, method="POST", content=body)
            request.headers["webhook-id"] = message.id
            request.headers["webhook-timestamp"] = now
            request.headers["webhook-signature"] = signature(self._keys, message.id, now, body)
            with closing(client.send(request, stream=True)) as response:
                code = response.status_code
                if response.is_success:
                    return Outcome(code=code)
                until = retry_after(response)
                return Outcome(error=f"it answers with status {code}", code=code, until=until, final=code == _GONE)
        except NetworkError as error:
            return Outcome(error=error.why)
        except httpx2.TimeoutException:
            return Outcome(error=f"it did not answer within {PATIENCE:g} seconds")
        except (httpx2.HTTPError, httpx2.InvalidURL) as error:
            return Outcome(error=str(error) or type(error).__name__)


def signature(keys: Iterable[bytes], name: str, timestamp: str, body: bytes) -> str:
    """Return the value of the header ``webhook-signature``: one signature for each key, by spaces."""
    signed = b".".join((name.encode(), timestamp.encode(), body))
    made = (base64.b64encode(hmac.digest(key, signed, "sha256")).decode() for key in keys)
    return " ".join(f"v1,{one}" for one in made)


def keys_from(secret: Path | None) -> tuple[bytes, ...]:
    """Return the keys in a file, one a line, or those that the environment gives.

    Raises:
        InputMissing: there is no such file.
        UsageError: others may read it, there is no secret, or it is none.
    """
    words = os.environ.get(VARIABLE, "") if secret is None else _read(secret)
    where = f"the environment variable {VARIABLE}" if secret is None else str(secret)
    if not words.split():
        fix = f"set {VARIABLE}, or name a file with --secret-file"
        raise UsageError("webhooks cannot be signed", why=f"there is no secret in {where}", fix=fix)
    try:
        keys = tuple(base64.b64decode(word.removeprefix(_PREFIX), validate=True) for word in words.split())
    except binascii.Error:
        keys = ()
    if not keys or any(len(key) not in _LENGTHS for key in keys):
        fix = f"write {_PREFIX} and 24 to 64 bytes as base64, as `onrecord tell add --secret-file` makes one"
        raise UsageError("webhooks cannot be signed", why=f"what is in {where} is no secret", fix=fix)
    return keys


def _read(secret: Path) -> str:
    try:
        with secret.open(encoding="ascii", errors="replace") as file:
            if stat.S_IMODE(os.fstat(file.fileno()).st_mode) & 0o077:
                fix = f"run chmod 600 {secret}, and change the secret if others have seen it"
                raise UsageError(f"{secret} is not used", why="others may read the secret in it", fix=fix)
            return file.read(1 << 16)
    except OSError as error:
        why, fix = error.strerror or str(error), "name a file that is there"
        raise InputMissing(f"{secret} cannot be read", why=why, fix=fix) from error


def draw(secret: Path) -> bool:
    """Put a new secret into a file that only we may read; do nothing where the file is there already.

    Raises:
        InputMissing: the file cannot be made.
    """
    try:
        made = os.open(secret, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return False
    except OSError as error:
        why, fix = error.strerror or str(error), "name another place"
        raise InputMissing(f"{secret} cannot be made", why=why, fix=fix) from error
    with os.fdopen(made, "w", encoding="ascii") as file:
        file.write(f"{_PREFIX}{base64.b64encode(secrets.token_bytes(32)).decode()}\n")
    return True
