"""Run benchmarks: ``python -m benchmarks [TASK ...]``; without names, all of them.

A task is a folder with a ``run.py`` whose ``run()`` returns figures by name, and a ``floors.json`` with the
least value each named figure may have. Results are kept under ``results/VERSION.json`` in its folder. Floors
rise by hand only. Exit code 1 when a figure falls below its floor, 2 when a task has no data to run on.
"""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path

from benchmarks.data import DataMissing
from onrecord import __version__

HERE = Path(__file__).parent


def tasks() -> list[str]:
    return sorted(path.parent.name for path in HERE.glob("*/run.py"))


def run(task: str) -> list[str]:
    """Run one task, keep its result and return what fell below a floor."""
    figures = importlib.import_module(f"benchmarks.{task}.run").run()
    result = HERE / task / "results" / f"{__version__}.json"
    result.parent.mkdir(exist_ok=True)
    result.write_text(json.dumps(figures, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(json.dumps({task: figures}, indent=1, sort_keys=True))
    floors_file = HERE / task / "floors.json"
    floors = json.loads(floors_file.read_text(encoding="utf-8")) if floors_file.exists() else {}
    return [
        f"{task}: {name} is {figures.get(name)}, its floor {floor}"
        for name, floor in floors.items()
        if not figures.get(name, float("-inf")) >= floor
    ]


def main(names: list[str]) -> int:
    unknown = set(names) - set(tasks())
    if unknown:
        print(f"no such task: {', '.join(sorted(unknown))}; there are {', '.join(tasks())}", file=sys.stderr)
        return 2
    fallen: list[str] = []
    try:
        for task in names or tasks():
            fallen += run(task)
    except DataMissing as missing:
        print(missing, file=sys.stderr)
        return 2
    for line in fallen:
        print(line, file=sys.stderr)
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
