"""A server of S3 on this machine, in a process of its own: moto's, made to settle one request at a time, as S3 does.

Run as ``python buckets.py`` it says its port and serves. :func:`fresh` names a place in its one bucket.
"""

from __future__ import annotations

import atexit
import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from functools import cache
from threading import Lock
from typing import Any
from uuid import uuid4

NAME = "news-archives"


def fresh() -> str:
    """Return the address of a place that nobody has used, at a server that runs; the environment then says which."""
    server()
    return f"s3://{NAME}/{uuid4().hex}/archive"


@cache
def server() -> dict[str, str]:
    """Start the server, and let the environment say how it is asked; return what is said there."""
    running = subprocess.Popen([sys.executable, __file__], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    atexit.register(running.kill)
    assert running.stdout is not None
    address = f"http://127.0.0.1:{int(running.stdout.readline())}"
    told = {
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_REGION": "us-east-1",
        "AWS_ENDPOINT_URL": address,
        "AWS_ALLOW_HTTP": "true",
    }
    os.environ |= told
    return told


def settled(serve: Callable[..., Iterable[bytes]]) -> Callable[..., Iterable[bytes]]:
    """Return an application that reads a request whole and then answers it while no other is being answered."""
    one = Lock()

    def answer(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        whole = environ.get("wsgi.input_terminated")
        body = environ["wsgi.input"].read(*([] if whole else [int(environ.get("CONTENT_LENGTH") or 0)]))
        with one:
            found = serve(environ | {"wsgi.input": io.BytesIO(body), "CONTENT_LENGTH": str(len(body))}, start)
            return [b"".join(found)]

    return answer


if __name__ == "__main__":
    from moto.core import DEFAULT_ACCOUNT_ID
    from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
    from moto.s3.models import s3_backends
    from werkzeug.serving import make_server

    s3_backends[DEFAULT_ACCOUNT_ID]["aws"].create_bucket(NAME, "us-east-1")
    made = make_server("127.0.0.1", 0, settled(DomainDispatcherApplication(create_backend_app)), threaded=True)
    print(made.server_port, flush=True)  # noqa: T201
    made.serve_forever()
