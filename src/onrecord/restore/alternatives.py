"""Alternatives of a pattern, put together by the letter that each begins with: few are then tried at a word."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import accumulate

_PART = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]|[^\\\[()|]+")
_REPEATED = ("*", "+", "{")
_BEGINS = re.compile(r"[\w¿¡^](?![?*+{])")


def by_letter(pattern: str) -> str:
    """Return a pattern that stands where ``pattern`` does, for who asks whether it is there, not what it matches.

    Of alternatives that begin with one letter only it is tried whether that stands there.
    """
    held: dict[str, list[str]] = defaultdict(list)
    for one in _alternatives(pattern):
        for begun in _begun(one):
            letter = begun[: _BEGINS.match(begun) is not None]
            held[letter].append(begun[len(letter) :])
    return "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in held.items())


def _alternatives(pattern: str) -> list[str]:
    """Return what stands between the bars of a pattern, those inside groups left out."""
    found = [""]
    parts = _PART.findall(pattern)
    for part, depth in zip(parts, accumulate((part == "(") - (part == ")") for part in parts), strict=True):
        if part == "|" and not depth:
            found.append("")
        else:
            found[-1] += part
    return found


def _begun(pattern: str) -> list[str]:
    """Return a pattern as alternatives that begin with no group, where each of the group's may be taken alone."""
    if not pattern.startswith("(?:"):
        return [pattern]
    parts = _PART.findall(pattern)
    depths = list(accumulate((part == "(") - (part == ")") for part in parts))
    end = depths.index(0) + 1
    group, rest = "".join(parts[1 : end - 1]).removeprefix("?:"), "".join(parts[end:])
    if rest.startswith(_REPEATED):
        return [pattern]
    left_out = _begun(rest[1:]) if rest.startswith("?") else []
    return [begun for one in _alternatives(group) for begun in _begun(one + rest.removeprefix("?"))] + left_out
