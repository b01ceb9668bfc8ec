"""From the places that give settings to their values, the strongest last."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple, cast

from onrecord.errors import UsageError
from onrecord.settings.files import files, parsed
from onrecord.settings.table import TABLE, Address, Setting, Settings, Value, defaults


class Origin(NamedTuple):
    """A setting's value and the place it comes from."""

    value: Value
    place: str


class _Layer(NamedTuple):
    """What one place gives; relative paths count from ``folder``."""

    place: str
    values: Mapping[str, object]
    folder: Path


def load(flags: Mapping[str, object] | None = None, *, also: Sequence[str] = ()) -> tuple[Settings, dict[str, Origin]]:
    """Return the settings and where each comes from; a flag that is None counts as not given.

    Args:
        flags: values by the names of settings.
        also: archives that are asked beside that of the settings.

    Raises:
        UsageError: a settings file cannot be read, or a value in some place cannot be used.
    """
    rows = {row.name: row for row in TABLE}
    origins: dict[str, Origin] = {}
    for layer in _layers(flags or {}):
        for name, value in layer.values.items():
            if name not in rows:
                raise _unknown(name, layer.place)
            origins[name] = Origin(_value(rows[name], value, layer), layer.place)
    values = {name: origin.value for name, origin in origins.items()}
    beside = tuple(_value(rows["archive"], place, _Layer("flag", {}, Path.cwd())) for place in also)
    return Settings(**cast("dict[str, Any]", {**values, "also": beside})), origins


def _layers(flags: Mapping[str, object]) -> Iterator[_Layer]:
    """Return every place, the weakest first."""
    here = Path.cwd()
    yield _Layer("default", defaults(), here)
    for path in files():
        yield _Layer(str(path), parsed(path), path.parent)
    variables = {f"ONRECORD_{row.name.upper()}": row.name for row in TABLE}
    for variable, name in variables.items():
        if os.environ.get(variable):
            yield _Layer(f"environment {variable}", {name: os.environ[variable]}, here)
    yield _Layer("flag", {name: value for name, value in flags.items() if value is not None}, here)


def _unknown(name: str, place: str) -> UsageError:
    near = get_close_matches(name, [row.name for row in TABLE], n=1)
    known = ", ".join(row.name for row in TABLE)
    return UsageError(
        f"there is no setting {name!r}",
        why=f"{place} gives one; the settings are {known}",
        fix=f"write {near[0]!r}" if near else "take the line out",
    )


def _value(row: Setting, value: object, layer: _Layer) -> Value:
    """Return ``value`` as the row's kind."""
    taken = row.kind is str and not row.choices and isinstance(value, str)
    if value in row.choices or taken or (row.scheme and str(value).startswith(row.scheme)):
        return str(value)
    if row.kind is Path and isinstance(value, (str, Path)) and str(value) and "://" not in str(value):
        return layer.folder / Path(value).expanduser()
    if row.kind is int and str(value).isascii() and str(value).isdecimal() and int(str(value)) > 0:
        return int(str(value))
    if row.kind is Address and (value == "" or str(value).lower().startswith(("http://", "https://"))):
        return str(value)
    wanted: dict[type[Value], str] = {
        Path: "a folder",
        int: "a whole number above 0",
        str: f"one of {', '.join(row.choices)}",
        Address: "an address that begins with https:// or http://, or empty to leave it out",
    }
    raise UsageError(
        f"the setting {row.name} cannot be {value!r}",
        why=f"{layer.place} gives it; it must be {wanted[row.kind]}",
        fix="correct it there; `onrecord config show --origin` says where each value comes from",
    )
