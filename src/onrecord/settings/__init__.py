"""The settings: one table, and the places their values come from.

A flag goes before the environment (``ONRECORD_ARCHIVE`` …), that before ``onrecord.toml`` in the working folder or the
nearest one above it, that before the person's own ``onrecord.toml``, and that before the default. What decides a
verdict is not a setting: thresholds stand beside the code and models they belong to.

The date that governs a run is read here too, for every face alike.
"""

from __future__ import annotations

from onrecord.settings.dates import as_of, moment, published
from onrecord.settings.files import FILE, files, is_there, places
from onrecord.settings.loading import Origin, load
from onrecord.settings.table import COLORS, TABLE, Setting, Settings, Value, defaults

__all__ = (
    "COLORS",
    "FILE",
    "TABLE",
    "Origin",
    "Setting",
    "Settings",
    "Value",
    "as_of",
    "defaults",
    "files",
    "is_there",
    "load",
    "moment",
    "places",
    "published",
)
