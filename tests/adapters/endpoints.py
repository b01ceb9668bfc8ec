"""An endpoint on a port of this machine, which behaves or misbehaves over real HTTP."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from onrecord.adapters.completions import LONGEST_ANSWER, Address

Answer = Callable[[BaseHTTPRequestHandler, dict, int], None]


@contextmanager
def serving(answer: Answer) -> Iterator[tuple[Address, list[dict]]]:
    """Serve ``answer`` on a port of this machine; hand out its address, and what it was asked."""
    seen: list[dict] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            seen.append(body | {"path": self.path, "key": self.headers.get("Authorization")})
            answer(self, body, len(seen))

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        base = f"http://127.0.0.1:{server.server_port}/v1/"
        yield Address(base=base, model="m", key="secret", timeout=0.5, pause=0.0), seen
    finally:
        server.shutdown()
        server.server_close()


def send(handler: BaseHTTPRequestHandler, body: bytes, status: int = 200, **headers: str) -> None:
    handler.send_response(status)
    for name, value in headers.items():
        handler.send_header(name, value)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def says(content: object, status: int = 200) -> Answer:
    body = json.dumps({"choices": [{"message": {"content": content}}]}).encode()
    return lambda handler, _, __: send(handler, body, status)


def cut_short(handler: BaseHTTPRequestHandler, _: dict, __: int) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "5000")
    handler.end_headers()
    handler.wfile.write(b'{"choices"')


def slow(handler: BaseHTTPRequestHandler, _: dict, __: int) -> None:
    time.sleep(1.0)
    with suppress(OSError):  # whoever asked has gone
        send(handler, b"{}")


MISBEHAVIOUR: dict[str, Answer] = {
    "prose": says("The passage supports the statement."),
    "a list": says("[]"),
    "NaN": says("NaN"),
    "no content": says(None),
    "nested without end": says("[" * 100_000),
    "JSON cut off": says('{"label": "supports", "sen'),
    "an error": says("{}", 500),
    "too many requests": says("{}", 429),
    "no such model": says("{}", 404),
    "no completion": lambda handler, _, __: send(handler, b'{"error": "overloaded"}'),
    "not JSON": lambda handler, _, __: send(handler, b"<html>gateway</html>"),
    "not UTF-8": lambda handler, _, __: send(handler, b"\xff\xfe\x80"),
    "nothing": lambda handler, _, __: send(handler, b""),
    "megabytes": lambda handler, _, __: send(handler, b" " * (LONGEST_ANSWER + 2)),
    "half an answer": cut_short,
    "no HTTP": lambda handler, _, __: handler.wfile.write(b"SSH-2.0-none\r\n"),
    "too slow": slow,
    "sends elsewhere": lambda handler, _, __: send(handler, b"", 307, Location="http://127.0.0.1:9/"),
}
"""What is no answer, whatever was asked."""
