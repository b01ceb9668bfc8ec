"""``onrecord mcp`` as an assistant's program runs it: a process of its own, spoken to through its pipes."""

from __future__ import annotations

import json
import signal
import subprocess
from time import sleep

import anyio
import pytest
from assistant import DATE
from commandline import COMMAND, INTERRUPTIBLE, environment
from mcp import Client, StdioServerParameters

OPENING = {
    "jsonrpc": "2.0",
    "id": 1,
    "method": "initialize",
    "params": {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}},
}
READY = {"jsonrpc": "2.0", "method": "notifications/initialized"}


def call(number: int, name: str, **arguments: object) -> dict:
    return {
        "jsonrpc": "2.0",
        "id": number,
        "method": "tools/call",
        "params": {"name": name, "arguments": arguments},
    }


class Pipes:
    """A server in a process, and what it says line by line."""

    def __init__(self, archive: object, *options: str) -> None:
        self.process = subprocess.Popen(
            [*INTERRUPTIBLE, "mcp", "--archive", str(archive), *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment(),
        )

    def send(self, message: dict | bytes) -> None:
        line = message if isinstance(message, bytes) else json.dumps(message).encode()
        self.process.stdin.write(line + b"\n")
        self.process.stdin.flush()

    def heard(self) -> dict:
        return json.loads(self.process.stdout.readline())

    def end(self) -> tuple[int, bytes, bytes]:
        rest, complaints = self.process.communicate(timeout=60)
        return self.process.returncode, rest, complaints


@pytest.fixture
def pipes(wire):
    opened = Pipes(wire)
    yield opened
    opened.process.kill()
    opened.process.communicate()


@pytest.mark.parametrize("mode", ["auto", "legacy"])
def test_a_client_of_either_protocol_is_served(wire, mode):
    command = StdioServerParameters(
        command=COMMAND[0], args=[*COMMAND[1:], "mcp", "--archive", str(wire)], env=environment()
    )

    async def asked():
        async with Client(command, mode=mode) as client:
            tools = [tool.name for tool in (await client.list_tools()).tools]
            result = await client.call_tool(
                "check_statements", {"statements": ["The dam at Kessel gave way."], "as_of": DATE}
            )
            read = await client.read_resource(result.content[1].uri)
            return client.protocol_version, tools, result, read

    version, tools, result, read = anyio.run(asked)
    assert (version == "2026-07-28") == (mode == "auto")
    assert len(tools) == 6
    (verdict,) = result.structured_content["verdicts"]
    assert verdict["label"] == "supported"
    assert verdict["meaning"] == "On record: a dated source says so"
    assert json.loads(read.contents[0].text)["quote"] == verdict["evidence"][0]["quote"]


def test_nothing_but_the_protocol_is_on_standard_output(pipes):
    pipes.send(OPENING)
    assert pipes.heard()["result"]["serverInfo"]["name"] == "onrecord"
    pipes.send(READY)
    pipes.send(b"this is no JSON")
    pipes.send(b'{"jsonrpc": "2.0", "id": 9, "method": "no/such"}')
    pipes.send(call(2, "no_such_tool"))
    pipes.send(call(3, "find_news", query=""))
    pipes.send(
        b'{"jsonrpc":"2.0","id":4,"method":"tools/call","params":{"name":"restore_text","arguments":'
        b'{"text":"The dam \\ud800 held.\\u0000\\u001b[2J"}}}'
    )
    pipes.send(call(5, "restore_text", text="The dam held on Friday, the port said.\n" * 130_000, max_chars=1_000))
    heard = {}
    while len(heard) < 4 or 5 not in heard:
        line = pipes.heard()
        assert line["jsonrpc"] == "2.0"
        heard[line.get("id")] = line
    assert heard[9]["error"]["code"] == -32601
    assert heard[3]["result"]["isError"]
    assert heard[5]["result"]["structuredContent"]["truncated"]
    pipes.process.stdin.close()
    pipes.process.stdin = None
    code, rest, _ = pipes.end()
    assert (code, rest) == (0, b"")


def test_ctrl_c_ends_it(pipes):
    pipes.send(OPENING)
    pipes.heard()
    sleep(0.2)
    pipes.process.send_signal(signal.SIGINT)
    code, rest, complaints = pipes.end()
    assert (code, rest) == (130, b"")
    assert b"Traceback" not in complaints


def test_an_archive_that_cannot_be_used_is_an_answer(tmp_path):
    folder = tmp_path / "archive"
    folder.mkdir()
    (folder / "archive.json").write_text(json.dumps({"format": 99}), encoding="utf-8")
    pipes = Pipes(folder)
    pipes.send(OPENING)
    pipes.heard()
    pipes.send(READY)
    pipes.send(call(2, "find_news", query="dam"))
    told = pipes.heard()["result"]
    pipes.process.stdin.close()
    pipes.process.stdin = None
    assert pipes.end()[0] == 0
    assert told["isError"]
    assert "  try: " in told["content"][0]["text"]


def test_settings_that_cannot_be_used_end_it_at_once(tmp_path):
    pipes = Pipes(tmp_path, "--threads", "none")
    code, rest, complaints = pipes.end()
    assert (code, rest) == (2, b"")
    assert b"threads" in complaints
