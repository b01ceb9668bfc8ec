"""What a figure counts, and what stands around it."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from onrecord.data import Figure, Span
from onrecord.text.words import content_words
from onrecord.verify.reading.gist import Gist
from onrecord.verify.reading.tokens import Word, compared, root

_LONGEST_COUNTED = 4
"""Words that name what is counted: "officially confirmed new cases"."""
NEAR = 60
"""Characters to either side of a figure in which the thing measured is named."""
_PIECE = re.compile(r"[,;:.](?=\s)|\s(?:and|but|while|when|whereas|as)\s")
_NUMBER = "(?:[\\d,]+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
PART_OF = re.compile(
    rf"\s(?:out\s)?of\s(?:(?:(?:the\s)?[\w-]+['’]s?|the|its|his|her|their)\s(?:{_NUMBER}\s)?|{_NUMBER}\s)",
    re.IGNORECASE,
)
"""Between a figure and what it counts a part of: "four of the 15 ministries", "two of Tarn's six schools"."""
_NUMBERED = re.compile(r"(?:-\d+)?\s*")
"""Between two words that say what is counted: "COVID-19 cases"."""
_OF_WHOM = re.compile(r"\b(?:(?:of|among)\s(?:whom|them|these|those)|including)\s(?:(?:at\sleast|only|just)\s)?$", re.I)
_WHO = re.compile(r"\sof\s(?:whom|them|these|those)\b")
"""Before and behind a figure of those who have just been counted: "47 patients, of whom nine …, two of them …"."""
_LEAD = 40
"""Characters before a figure in which it is told that it is of those just counted."""
_HELD = 2_048
"""Answers that are kept, for each figure of a statement is held against each of the record's."""
_CLAUSE = re.compile(r"[,;:.?!](?=\s)| – | — ")


@lru_cache(maxsize=_HELD)
def pieces(text: Gist) -> tuple[Span, ...]:
    """Return the parts of a text between its signs and conjunctions."""
    cuts = [0, *(cut.end() for cut in _PIECE.finditer(text.text)), len(text.text)]
    return tuple(Span(start=start, end=end) for start, end in pairwise(cuts) if start < end)


@lru_cache(maxsize=_HELD)
def piece_of(figure: Figure, text: Gist) -> Span:
    """Return the part of a text, between signs and conjunctions, in which a figure begins."""
    return next(piece for piece in pieces(text) if piece.start <= figure.span.start < piece.end)


def taken_up(figure: Figure, text: Gist) -> Figure | None:
    """Return the figure before, of those whom this one counts a part of: "47 patients, of whom nine"."""
    if _OF_WHOM.search(text.text, max(0, figure.span.start - _LEAD), figure.span.start) or _WHO.match(
        text.text, figure.span.end
    ):
        return next((one for one in reversed(text.figures) if one.span.end <= figure.span.start), None)
    return None


@lru_cache(maxsize=_HELD)
def counted_by(figure: Figure, text: Gist) -> tuple[str, ...]:
    """Return the roots of the words after a figure that say what it counts, up to the next function word."""
    if figure.counted:
        return tuple(root(compared(word)) for word in content_words(figure.counted))
    if not figure.unit and (whole := taken_up(figure, text)):
        return counted_by(whole, text)
    found: list[str] = []
    part = PART_OF.match(text.text, figure.span.end)
    end = part.end() if part else figure.span.end
    for word in text.words:
        if word.span.start < end:
            continue
        if (
            not word.content
            or len(found) == _LONGEST_COUNTED
            or not _NUMBERED.fullmatch(text.text, end, word.span.start)
        ):
            break
        found.append(root(word.stem))
        end = word.span.end
    return tuple(found)


@lru_cache(maxsize=_HELD)
def around(figure: Figure, text: Gist) -> frozenset[str]:
    """Return the roots of content words near a figure and in its clause, names aside: what is said of it."""
    near = (word for word in _near_words(figure, text) if word.content and not word.capital)
    return frozenset(root(word.stem) for word in near if word.plain[0].isalpha())


@lru_cache(maxsize=_HELD)
def beside(figure: Figure, text: Gist) -> frozenset[str]:
    """Return the roots of the content words near a figure in its clause, names too."""
    return frozenset(root(word.stem) for word in _near_words(figure, text) if word.content and word.plain[0].isalpha())


def _near_words(figure: Figure, text: Gist) -> list[Word]:
    """Return the words near a figure and in its clause."""
    first, last = figure.span.start, figure.span.end
    start = max((cut.end() for cut in _CLAUSE.finditer(text.text, max(0, first - NEAR), first)), default=first - NEAR)
    after = _CLAUSE.search(text.text, last, last + NEAR)
    end = after.start() if after else last + NEAR
    return [word for word in text.words if start <= word.span.start and word.span.end <= end]
