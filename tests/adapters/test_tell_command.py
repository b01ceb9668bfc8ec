"""Commands that are told: JSON on standard input, a bounded time, and an exit code that is kept."""

from __future__ import annotations

import json
import os
import sys
import time

import pytest

from onrecord.adapters.tell_command import Command, words_of
from onrecord.data import Message, Outcome
from onrecord.errors import UsageError

MESSAGE = Message(id="msg1", subject="On record", text="…", body=json.dumps({"words": "Zürich " * 50_000}))


def script(tmp_path, words: str) -> str:
    file = tmp_path / "told.py"
    file.write_text(words, encoding="utf-8")
    return f"{sys.executable} {file}"


def told(command: str, seconds: float = 30) -> Outcome:
    (outcome,) = Command(command, seconds=seconds).tell([MESSAGE])
    return outcome


def test_a_command_gets_the_json_and_none_of_our_secrets(tmp_path, monkeypatch):
    secrets = ("ONRECORD_WEBHOOK_SECRET", "ONRECORD_MAIL_PASSWORD", "ONRECORD_ENDPOINT_KEY", "ONRECORD_FACTCHECK_KEY")
    for secret in secrets:
        monkeypatch.setenv(secret, "x")
    words = "import sys, os, json; json.dump([json.load(sys.stdin), dict(os.environ)], open(sys.argv[1], 'w'))"
    assert told(f"{script(tmp_path, words)} {tmp_path / 'out'}") == Outcome(code=0)
    given, environment = json.loads((tmp_path / "out").read_text())
    assert given == json.loads(MESSAGE.body)
    assert not environment.keys() & set(secrets)


def test_one_that_reads_nothing_and_says_much_does_not_hang(tmp_path):
    words = "import sys; sys.stderr.write('x' * 1_000_000 + ' no page today'); sys.exit(3)"
    outcome = told(script(tmp_path, words))
    assert outcome.code == 3
    assert outcome.error.startswith("it ended with exit code 3: ")
    assert outcome.error.endswith("x no page today")
    assert len(outcome.error) < 250


def test_one_that_does_not_end_is_ended_with_all_it_began(tmp_path):
    words = (
        "import subprocess, sys, time\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n"
        "open(sys.argv[1], 'w').write(str(child.pid)); time.sleep(600)"
    )
    outcome = told(f"{script(tmp_path, words)} {tmp_path / 'child'}", seconds=2)
    assert outcome.error == "it did not end within 2 seconds"
    child = int((tmp_path / "child").read_text())
    until = time.monotonic() + 10
    while is_alive(child):
        assert time.monotonic() < until
        time.sleep(0.05)


def is_alive(pid: int) -> bool:
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii") as file:
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_there_is_no_shell(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    words = "import sys; sys.exit(0 if sys.argv[1:] == [';', 'touch', 'x', '$HOME'] else 1)"
    assert told(f"{script(tmp_path, words)} ';' touch x '$HOME'") == Outcome(code=0)
    assert not (tmp_path / "x").exists()


def test_a_program_that_is_not_there_is_told():
    for command in ("no-such-program --now", "", "'open"):
        with pytest.raises(UsageError):
            words_of(command)
        assert told(command).error
    assert os.path.isabs(words_of("true")[0])
