"""Finding words again in a text that has changed since they were quoted.

Candidates are the places that share a run of characters with the quote. Each is weighed as Hypothesis does it (the
words 50, what stands before them 20, behind them 20, their position 2), and one is taken only if it is clearly better
than every other: of two equal places neither is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from onrecord.data import Anchor, Quote, Span

WORDS, BEFORE, BEHIND, POSITION = 50, 20, 20, 2
"""Weights of the four; github.com/hypothesis/client, src/annotator/anchoring/match-quote.ts."""
ALIKE = 0.6
"""Share of the quoted characters that must still be there: half a sentence may be rewritten, not most of it."""
CLEARLY = 0.05
"""How much better than the second the first must be; position alone is worth 0.02, so it decides nothing by itself."""
_RUN = 12
"""Characters of a run that a candidate shares with the quote; a word or two, in Chinese a clause."""
_RUNS = 24
"""Runs of a quote that are looked for, spread evenly over it."""
_PLACES = 32
"""Places looked at for one run: one that stands in more says little."""
_WORD = re.compile(r"(\w+)[^\w\s]*")
_LONGEST = 1_000
"""Characters of a quote that are compared; of a longer one, its beginning."""


def anchor(quote: Quote, text: str, span: Span | None = None) -> Anchor | None:
    """Return where the words of ``quote`` stand in ``text``, None where they are gone or could stand in several places.

    Args:
        quote: the words with what stood around them.
        text: what to look in.
        span: where they stood.
    """
    found = sorted(_weighed(quote, text, span), key=lambda one: (-one.score, one.span.start))
    if not found:
        return None
    first, *others = found
    rivals = [one for one in others if not one.span.overlaps(first.span)]
    return first if not rivals or first.score - rivals[0].score >= CLEARLY else None


def _weighed(quote: Quote, text: str, span: Span | None) -> Iterator[Anchor]:
    for place in {*_candidates(quote.exact, text)}:
        alike = Levenshtein.normalized_similarity(quote.exact[:_LONGEST], place.cut(text)[:_LONGEST])
        if alike < ALIKE:
            continue
        before = _alike(quote.prefix, text[max(0, place.start - len(quote.prefix)) : place.start])
        behind = _alike(quote.suffix, text[place.end : place.end + len(quote.suffix)])
        near = 1 - abs(place.start - span.start) / max(len(text), span.start, 1) if span else 0.0
        parts = [(WORDS, alike), (POSITION, near)]
        parts += [(BEFORE, before)] if quote.prefix else []
        parts += [(BEHIND, behind)] if quote.suffix else []
        score = sum(weight * share for weight, share in parts) / sum(weight for weight, _ in parts)
        yield Anchor(span=place, exact=place.cut(text) == quote.exact, score=score)


def _alike(quoted: str, there: str) -> float:
    """Return how much of what stood around the words still does."""
    return Levenshtein.normalized_similarity(quoted, there) if quoted else 0.0


def _candidates(words: str, text: str) -> Iterator[Span]:
    """Return the places where the words stand, or where something like them does."""
    exact = list(_places(words, text))
    if exact:
        yield from (Span(start=start, end=start + len(words)) for start in exact)
        return
    slack = len(words) // 4 + _RUN
    held: list[tuple[int, int]] = []  # where runs of one candidate stand, and where they stood in the quote
    for place, offset in sorted((place, offset) for offset, run in _runs(words) for place in _places(run, text)):
        if held and abs((place - offset) - (held[0][0] - held[0][1])) > slack:
            yield _edges(held, words, text)
            held = []
        held.append((place, offset))
    if held:
        yield _edges(held, words, text)


def _edges(held: list[tuple[int, int]], words: str, text: str) -> Span:
    """Return the place whose first and last runs are known: from a word to a word, as like the quote as can be."""
    (first, before), (last, offset) = held[0], held[-1]
    low, high = max(0, first - before), min(len(text), last + len(words) - offset)
    begun = [match.start() for match in _WORD.finditer(text, max(0, low - _RUN), first + 1)]
    ended = [end for match in _WORD.finditer(text, last, high + 2 * _RUN) for end in (match.end(1), match.end())]
    start = max([low, *begun], key=lambda at: _alike(words[:_LONGEST], text[at:high][:_LONGEST]))
    after = [end for end in (high, *ended) if end > start]
    end = max(after, key=lambda at: _alike(words[-_LONGEST:], text[start:at][-_LONGEST:]), default=start + 1)
    return Span(start=start, end=end)


def _runs(words: str) -> Iterator[tuple[int, str]]:
    """Return runs of the words with their offsets, spread evenly."""
    length = min(_RUN, max(1, len(words) // 2))
    last = len(words) - length
    for offset in sorted({last * turn // _RUNS for turn in range(_RUNS + 1)}):
        yield offset, words[offset : offset + length]


def _places(run: str, text: str) -> Iterator[int]:
    """Return where a run stands, up to a number of places."""
    start = -1
    for _ in range(_PLACES):
        start = text.find(run, start + 1)
        if start < 0:
            return
        yield start
