"""Hostile characters made harmless: what would steer a screen instead of standing on it is spelled out."""

from __future__ import annotations

import re
from urllib.parse import quote as escaped

# Control characters of ISO 6429 (C0 without tab and line feed, delete, C1); the embeddings, overrides and isolates of
# the Unicode bidirectional algorithm (UAX 9), which reorder what stands beside them; surrogates, which UTF-8 has not.
# Marks and joiners that Arabic, Hebrew and Indic text need are left alone.
ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

# RFC 3986: the characters an address may have, and those of its international form that are letters to somebody.
_ADDRESS = re.compile(r"https?://[\w\-.~:/?#\[\]@!$&'()*+,;=%]+", re.IGNORECASE)


_WHOLE = 12
"""Words up to which a quote is named whole in an address; of a longer one, as many at either end as below."""
_ENDS = 5


def spelled(character: str) -> str:
    """Return the code point of a character in Unicode's notation."""
    return f"U+{ord(character):04X}"


def visible(text: str) -> str:
    """Return ``text`` with characters that would steer a screen spelled out, such as ``⟨U+202E⟩``."""
    return ODD.sub(lambda found: f"⟨{spelled(found[0])}⟩", text)


def flowing(text: str) -> str:
    """Return ``text`` made visible, its white space run together: words that may be wrapped anywhere."""
    return re.sub(r"\s+", " ", visible(text))


def line(text: str) -> str:
    """Return ``text`` as one line."""
    return flowing(text).strip()


def set_lines(text: str) -> str:
    """Return ``text`` made visible, its lines kept and what is empty between them cut down to one line."""
    return re.sub(r"\s*\n\s*\n\s*", "\n\n", re.sub(r"[^\S\n]+", " ", visible(text)))


def address(url: str | None) -> str | None:
    """Return ``url`` if it may be followed: a web address of harmless characters, and nothing else."""
    return url if url and _ADDRESS.fullmatch(url) else None


def address_at(url: str | None, quote: str) -> str | None:
    """Return ``url`` so that a browser goes to a quote on its page and marks it (WICG, URL Fragment Text Directives).

    None where it may not be followed; as it is where it names a place of its own.
    """
    href, words = address(url), quote.split()
    if href is None or "#" in href or not words:
        return href
    parts = (words,) if len(words) <= _WHOLE else (words[:_ENDS], words[-_ENDS:])
    named = (escaped(" ".join(part).encode("utf-8", "replace"), safe="").replace("-", "%2D") for part in parts)
    return f"{href}#:~:text={','.join(named)}"
