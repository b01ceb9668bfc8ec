"""The wordings of sites and of chat assistants, as ``sites.toml`` and ``replies.toml`` list them, for who adds to them.

Patterns only, of usage seen across sites; no page's own words. The phrase inventories of instruction-data filters
(WizardLM, open-instruct) and of web-corpus cleaning (C4, Gopher) name most of them; the rest are the fixed formulas of
consent, newsletter and comment widgets.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from importlib.resources import files

Table = Mapping[str, str]
"""Patterns by what they tell, each the alternatives of its lines, in their order."""


def phrases(name: str) -> dict[str, Table]:
    """Return the tables of ``name.toml``; what ``{part}`` stands for its table ``parts`` says."""
    listed: dict[str, Table] = tomllib.loads(files("onrecord.restore").joinpath(f"{name}.toml").read_text("utf-8"))
    parts = listed.pop("parts", {})
    return {table: {key: _alternatives(lines, parts) for key, lines in rows.items()} for table, rows in listed.items()}


def _alternatives(lines: str, parts: Table) -> str:
    joined = "|".join(lines.splitlines())
    for part, words in parts.items():
        joined = joined.replace(f"{{{part}}}", f"(?:{_alternatives(words, {})})")
    return joined


SITES, REPLIES = phrases("sites"), phrases("replies")
