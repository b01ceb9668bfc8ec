"""The process is killed while it works, as a power cut would, and started again."""

import re
import signal
import subprocess
import sys
import threading
import time

import httpx2
import pytest
from commandline import COMMAND, environment, fits

TEXT = {"Content-Type": "text/plain"}


def start(archive, kept):
    """Start the command, and return it with its address once it answers."""
    process = subprocess.Popen(
        [*COMMAND, "serve", "--port", "0", "--archive", str(archive), "--service", str(kept)],
        stderr=subprocess.PIPE,
        text=True,
        env=environment(),
    )
    for line in process.stderr:
        if found := re.search(r"http://\S+/", line):
            threading.Thread(target=process.stderr.read, daemon=True).start()
            return process, found[0]
    raise AssertionError("it did not start")


def said_at_the_start(archive, kept):
    """Start the command, and return what it says until it answers."""
    words = [*COMMAND, "serve", "--port", "0", "--archive", str(archive), "--service", str(kept)]
    with subprocess.Popen(words, stderr=subprocess.PIPE, text=True, env=environment()) as process:
        said = []
        for line in process.stderr:
            said.append(line)
            if "answers on" in line:
                break
        process.terminate()
    return "".join(said)


def test_an_archive_with_nothing_in_it_is_told_of_at_the_start(wire, tmp_path):
    nowhere = tmp_path / "misspelt"
    assert f"the archive {nowhere} holds nothing yet" in said_at_the_start(nowhere, tmp_path / "kept")
    assert "holds nothing" not in said_at_the_start(wire, tmp_path / "kept")


@pytest.mark.skipif(sys.platform == "win32", reason="left out: needs POSIX signals")
def test_nothing_accepted_is_lost(wire, tmp_path):
    accepted, texts = [], iter(range(10_000))
    process, address = start(wire, tmp_path)
    enough = threading.Event()

    def load():
        with httpx2.Client(base_url=address, timeout=10, trust_env=False) as client:
            while True:
                text = f"The dam at Orlo Gorge gave way on day {next(texts)}. Anders Holt is premier."
                try:
                    answer = client.post("/api/v1/checks?as_of=2025-09-30", content=text.encode(), headers=TEXT)
                except httpx2.HTTPError:
                    return
                if answer.status_code == 202:
                    accepted.append((answer.json()["id"], text))
                if len(accepted) >= 12:
                    enough.set()

    threads = [threading.Thread(target=load) for _ in range(3)]
    for thread in threads:
        thread.start()
    assert enough.wait(60)
    process.send_signal(signal.SIGKILL)
    process.wait()
    for thread in threads:
        thread.join()

    process, address = start(wire, tmp_path)
    try:
        with httpx2.Client(base_url=address, timeout=10, trust_env=False) as client:
            for name, _ in accepted:
                job = client.get(f"/api/v1/jobs/{name}")
                assert job.status_code == 200
                assert job.json()["state"] in ("waiting", "running", "done")
            waited = time.monotonic() + 120
            for name, text in accepted[:6]:
                while (answer := client.get(f"/api/v1/checks/{name}")).status_code == 202:
                    assert time.monotonic() < waited
                    time.sleep(0.2)
                assert fits("report", answer.text)["restoration"]["document"]["text"] == text
    finally:
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) is not None
