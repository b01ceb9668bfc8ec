"""The keys of the desk, as its help lists them; ``static/keys.js`` does what they say.

Single keys can be switched off, and each can be another one (WCAG 2.2, 2.1.4); which, the browser remembers.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """A key and what it does, in the words that translations start from."""

    key: str
    does: str
    name: str | None = None
    """What ``keys.js`` calls it; None for a key that cannot be another one."""


KEYS = (
    Key(key="j", name="next", does="the next statement"),
    Key(key="k", name="previous", does="the statement before"),
    Key(key="J", name="next_against", does="the next statement against which something is on record"),
    Key(key="K", name="previous_against", does="the one before against which something is on record"),
    Key(key="Enter", does="open what the record says of the statement"),
    Key(key="e", name="evidence", does="the first piece of evidence"),
    Key(key="[", name="evidence_before", does="the piece of evidence before"),
    Key(key="]", name="evidence_after", does="the next piece of evidence"),
    Key(key="1 – 4", does="dim all statements but the first, second … verdict of the summary; again to see all"),
    Key(key="n", name="note", does="write a note on the statement"),
    Key(key="t", name="date", does="choose another date"),
    Key(key="y", name="permalink", does="copy the permalink of the statement"),
    Key(key="c", name="citation", does="copy the citation of the evidence"),
    Key(key="/", name="search", does="search"),
    Key(key="g", name="go", does="then c, b, s, a, f or r: go to Check, Brief, Search, Archive, Following or Runs"),
    Key(key="?", name="help", does="these keys"),
    Key(key="Esc", does="back to where you were"),
)
