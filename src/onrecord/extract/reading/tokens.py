"""Words and signs of a paragraph, as the attribution tagger reads them."""

from __future__ import annotations

import re

from onrecord.data import Span

TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S.
    r"|[^\W\d_]+(?:-[^\W_]+)*(?:n['’]t)(?!\w)"  # didn't
    r"|['’](?:s|S|re|ve|ll|d|m)(?!\w)"  # the endings that follow a source: "the mayor's"
    r"|\d+(?:[.,:]\d+)*"
    r"|[^\W_]+(?:-[^\W_]+)*"
    r"|\.\.\.+|--+|[^\w\s]|_+"
)


def tokenize(paragraph: str) -> tuple[Span, ...]:
    """Return the words, endings and single signs of ``paragraph`` in order; white space stands in none."""
    return tuple(Span(start=match.start(), end=match.end()) for match in TOKEN.finditer(paragraph))
