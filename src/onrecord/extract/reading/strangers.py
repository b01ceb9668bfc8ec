"""People that a text tells of without a name: "a man", "her son"; "he" may be any of them."""

from __future__ import annotations

import re

_UNNAMED = (
    ("he", "man boy father son brother husband uncle nephew grandfather grandson guy gunman boyfriend dad"),
    ("she", "woman girl mother daughter sister wife aunt niece grandmother granddaughter girlfriend mom mum"),
)
GENDERED = {noun: pronoun for pronoun, nouns in _UNNAMED for noun in nouns.split()}
_STRANGER = re.compile(
    r"(?<!\bas )(?<!\bis )(?<!\bwas )(?<!\bbe )(?<!\bbeen )(?<!, )\b"
    r"(?i:an?|the|one|another|this|that|his|her|their|its|my|our|\w+['’]s?) "
    rf"(?:[a-zà-ÿ\d-]+ ){{0,3}}?(?P<noun>{'|'.join(GENDERED)})\b(?!['’-]|,? [A-Z])"
)
"""Somebody who is told of without a name; "Renn, a mother of two" and "he is a man of few words" are none."""


def unnamed(text: str) -> frozenset[str]:
    """Return the pronouns of those whom a text tells of without a name."""
    return frozenset(GENDERED[found["noun"]] for found in _STRANGER.finditer(text))
