"""Imports go one way: data, errors <- text, ports <- stages <- engine, adding <- wiring <- surfaces."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[1] / "src" / "onrecord"
STAGES = ("read", "restore", "extract", "find", "verify", "brief", "follow")
LEAVES = {"data", "errors"}

MAY_IMPORT = {
    "data": set(),
    "errors": set(),
    "text": LEAVES,
    "ports": LEAVES,
    **dict.fromkeys(STAGES, LEAVES | {"text", "ports"}),
    **dict.fromkeys(("restore", "extract", "verify"), LEAVES | {"text", "ports", "assets"}),
    "engine": LEAVES | {"text", "ports", *STAGES},
    "adding": LEAVES | {"ports", "restore", "find"},
    "adapters": LEAVES | {"text", "ports", "assets"},
    "assets": LEAVES,
    "wire": LEAVES | {"text"},
    "render": LEAVES | {"text"},
    "write": LEAVES | {"text", "wire"},
    "settings": LEAVES | {"text"},
    "wiring": LEAVES | {"text", "ports", "engine", "adding", "adapters", "settings", "find", "assets"},
    "testing": LEAVES | {"text", "ports"},
    "surfaces": LEAVES | {"text", "ports", "engine", "wiring", "settings", "wire", "render", "read", "write"},
    "__init__": LEAVES | {"text", "ports", "engine", "adding", "wiring", "settings", "read"},
}

FLOORS = {
    "restore": ("blocks", "labelling", "pasted"),
    "extract": ("reading", "tagging", "tongues", "clauses", "attributing", "referring"),
    "verify": ("reading", "comparing", "weighing", "resolving"),
}
"""The parts of a stage, from the lowest."""


def part_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imports_of(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("onrecord"):
            parts = node.module.split(".")
            found |= {parts[1]} if len(parts) > 1 else {alias.name for alias in node.names}
        elif isinstance(node, ast.Import):
            found |= {n.split(".")[1] for n in (a.name for a in node.names) if n.startswith("onrecord.")}
    return found


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_go_one_way(path: Path):
    part = part_of(path)
    assert part in MAY_IMPORT, f"{part} has no place in the architecture yet"
    assert imports_of(path) - {part, "__version__"} <= MAY_IMPORT[part]


@pytest.mark.parametrize(("stage", "floor"), [(stage, floor) for stage, floors in FLOORS.items() for floor in floors])
def test_a_floor_of_a_stage_imports_none_above_it(stage: str, floor: str):
    above = FLOORS[stage][FLOORS[stage].index(floor) + 1 :]
    paths = sorted((SOURCE / stage / floor).rglob("*.py"))
    named = {
        node.module
        for path in paths
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom)
    }
    assert len(paths) > 1
    assert not any((module or "").startswith(f"onrecord.{stage}.{other}") for module in named for other in above)


def test_only_wiring_names_adapters():
    naming = {part_of(path) for path in SOURCE.rglob("*.py") if "adapters" in imports_of(path)}
    assert naming <= {"adapters", "wiring"}
