"""What the tests of the command line share."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from jsonschema import Draft202012Validator
from referencing import Registry, Resource

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "examples" / "page.txt"
WIRE = ROOT / "examples" / "wire.jsonl"
COMMAND = [sys.executable, "-c", "from onrecord.surfaces.cli import main; main()"]
"""What the script ``onrecord`` runs, for tests that need a process of its own."""
INTERRUPTIBLE = [
    *COMMAND[:-1],
    f"import signal; signal.signal(signal.SIGINT, signal.default_int_handler); {COMMAND[-1]}",
]
"""The same where the tests run in the background, in which shells start processes that ignore Ctrl-C."""


def lines(words: str) -> list[dict]:
    return [json.loads(line) for line in words.splitlines()]


def environment(**changed: str) -> dict[str, str]:
    """Return the environment for a process of its own."""
    return {**os.environ, **changed}


SCHEMAS = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "schema").glob("*.json"))]
REGISTRY = Registry().with_resources((schema["$id"], Resource.from_contents(schema)) for schema in SCHEMAS)


def fits(name: str, words: str) -> dict:
    """Read one JSON object, and hold it against the frozen schema of that name."""
    shape = json.loads(words)
    Draft202012Validator({"$ref": f"urn:onrecord:1:{name}"}, registry=REGISTRY).validate(shape)
    return shape
