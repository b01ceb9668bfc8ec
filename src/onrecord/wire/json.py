"""The version of the shapes, and how they are written down."""

from __future__ import annotations

import json
from typing import Any

SCHEMA = "onrecord/1"

Json = dict[str, Any]


def encode(shape: Json) -> str:
    """Write a shape as one line of JSON that UTF-8 can carry; a lone surrogate is written as its escape.

    Raises:
        ValueError: a number in it is infinite or not a number.
    """
    line = json.dumps(shape, ensure_ascii=False, allow_nan=False)
    return line.encode("utf-8", "backslashreplace").decode("utf-8")
