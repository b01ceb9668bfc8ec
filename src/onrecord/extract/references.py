"""Who a pronoun or a short name stands for, within one text."""

from __future__ import annotations

import re

from onrecord.text.names import Name

_PERSONAL = re.compile(r"^(He|She|he|she)\b")
_PRONOUN = re.compile(r"^(?:he|she)$", re.IGNORECASE)


def full_name(words: str, known: tuple[Name, ...]) -> str | None:
    """Return the fullest form of the one name in ``words``, as ``known`` gives it; None when open."""
    parts = words.split()
    longer = {
        name.words for name in known if name.words.split()[-1] == parts[-1] and len(name.words.split()) >= len(parts)
    }
    fullest = {name for name in longer if len(name.split()) == max(len(n.split()) for n in longer)}
    return fullest.pop() if len(fullest) == 1 else None


def speaker_of(source: str, named: tuple[Name, ...], known: tuple[Name, ...], before: str | None) -> str | None:
    """Return one name for a source: its own last name in full, or for "she" and "he" who spoke just before."""
    if _PRONOUN.match(source):
        return before
    if named:
        return full_name(named[-1].words, known) or named[-1].words
    return None


def readable_alone(words: str, before: str | None) -> str:
    """Add in brackets whom an opening "he" or "she" stands for, when one person spoke or was named just before."""
    match = _PERSONAL.match(words)
    if match is None or before is None:
        return words
    return f"{match.group(1)} [{before}]{words[match.end() :]}"
