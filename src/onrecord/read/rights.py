"""What a source says of its rights: a notice, terms of use, the address of a licence, in its own words."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.read.linked_data import words_of

LONGEST = 500
"""Characters kept: the notice and the terms of an agency are a sentence or two each; what is longer is a contract."""


def rights_of(*stated: object) -> str | None:
    """Return what is stated as one line, each statement once and in this order; None where nothing is.

    A statement is words, or a list of them; anything else is passed over. What is longer than ``LONGEST`` is cut off
    with an ellipsis.
    """
    words = "; ".join(dict.fromkeys(filter(None, (" ".join(one.split()) for one in _words_in(stated)))))
    return (words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…") or None


def licences(value: object) -> list[str]:
    """Return the licences of a node of schema.org: words or addresses, of a node its address or else its name."""
    found = []
    for one in value if isinstance(value, list) else [value]:
        known = (one.get("url"), one.get("@id"), one.get("name")) if isinstance(one, dict) else (one,)
        found += next(filter(None, map(words_of, known)), [])
    return found


def _words_in(stated: object) -> Iterator[str]:
    if isinstance(stated, str):
        yield stated
    elif isinstance(stated, list | tuple):
        for one in stated:
            yield from _words_in(one)
