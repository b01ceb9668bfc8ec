"""The keys of the desk, as its help lists them; ``static/keys.js`` does what they say."""

from __future__ import annotations

KEYS = (
    (("j", "k"), "the next statement, the one before"),
    (("J", "K"), "the next one, or the one before, against which something is on record"),
    (("Enter",), "open what the record says of the statement"),
    (("e",), "the first piece of evidence"),
    (("[", "]"), "the piece of evidence before, the next one"),
    (("1 – 4",), "dim all statements but the first, second … verdict of the summary; again to see all"),
    (("n",), "write a note on the statement"),
    (("t",), "choose another date"),
    (("y",), "copy the permalink of the statement"),
    (("c",), "copy the citation of the evidence"),
    (("/",), "search"),
    (("g c", "g b", "g s", "g a", "g f", "g r"), "go to Check, Brief, Search, Archive, Following, Runs"),
    (("?",), "these keys"),
    (("Esc",), "back to where you were"),
)
"""Keys, and what they do in the words that translations start from."""
