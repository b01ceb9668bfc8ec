"""What an index of the open web is asked for a statement or a topic: few words, those that tell it from others."""

from __future__ import annotations

from onrecord.data import Query
from onrecord.text.names import find_names
from onrecord.text.words import content_words

_MOST = 4
"""Terms asked for together: an index gives only what has them all, and reports of one thing share few words."""
_SHORTEST = 3
"""Characters; GDELT refuses shorter words."""
_LONGEST = 60
"""Characters of a phrase where no single words can be told."""


def query_of(words: str) -> Query:
    """Return what to ask for: names first, then the longest of the other words, figures never.

    A figure is what reports of one thing differ in.
    """
    words = " ".join(words.split())
    names = list(dict.fromkeys(each.words for each in find_names(words) if len(each.words) >= _SHORTEST))
    named = {word for name in names for word in content_words(name)}
    others = dict.fromkeys(
        word for word in content_words(words) if len(word) >= _SHORTEST and word.isalpha() and word not in named
    )
    terms = [*names, *sorted(others, key=len, reverse=True)][:_MOST]
    return Query(words=words, terms=tuple(terms) or (words[:_LONGEST].strip(),))
