"""What a number counts: the noun phrase after it, or the one that "the number of" puts before it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.text.words import STOP_WORDS

_STOP = frozenset(STOP_WORDS) - {"other", "further", "own"} | frozenset(
    "one two three four five six seven eight nine ten past last next eleven twelve "
    "according including per today yesterday tonight tomorrow monday tuesday wednesday thursday friday saturday sunday "
    "killed wounded injured died dead missing went rose fell due ago later earlier old long away apart".split()
)
_IRREGULAR = frozenset(
    "people children men women police staff personnel troops lives cattle sheep fish aircraft media data youth feet "
    "teeth mice geese spokesmen policemen firefighters lawmen fishermen businessmen congressmen servicemen crew "
    "wildlife livestock poultry countrymen clergy seamen alumni criteria phenomena bacteria".split()
)
_ALONE = frozenset(
    "person man woman child boy girl baby soldier officer worker civilian passenger student teacher driver resident "
    "death case vote seat game match point goal time life ship home house school hospital village town country "
    "state".split()
)
"""Nouns that one of is counted."""
_SINGULAR_S = re.compile(r"(?:ss|us|is|news)$")
_WORD = re.compile(r"[\s-]+((?:[^\W\d_]\.){2,}|[^\W\d_]+(?:[’'-][^\W\d_]+)*)")
_HOW_LARGE = re.compile(r"-(?:strong|high|long|wide|tall|deep|thick|fold|plus|odd|way|something)\b")
"""What a hyphen joins to a number and is not counted: "an 800-strong crowd"."""
_MORE = re.compile(r"\s(?:more|additional|extra)(?=\s)", re.IGNORECASE)
_OF = re.compile(
    r"\s(?:out\s)?of\s(?:all\s|the\s|its\s|their\s|his\s|her\s|our\s|these\s|those\s)*(?=\S)", re.IGNORECASE
)
_MASS = re.compile(
    r"\sof\s(?P<what>(?!(?:the|its|their|his|her|our|this|that|these|those|an?|each|all|it|them|which|what|people)\b)"
    r"(?:[a-z][a-z-]*\s){0,2}?[a-z][a-z-]*)(?=[.,;:!?)”\"]|$|\s(?:in|on|at|from|to|into|onto|and|or|but|was|were|is|are|had|has"
    r"|have|will|would|that|which|who|for|by|with|as|an?|the|after|before|during|per|every|last|this|next|worth|a)\b)"
)
_LONGEST = 5  # words: "officially confirmed new virus cases"
_LOOK = 90  # characters
_COUNT_BEFORE = re.compile(
    r"\b(?:number|count|total)\sof\s(?:the\s)?([^\W\d_]+)\b[^.;:\d]{0,80}\b(?:at|to|is|was|reached|stands\sat|stood\sat)\s"
    r"(?:[a-z]+\s){0,2}$"
)
_REACH = 140  # characters before a figure in which "the number of people killed …" may stand


def counted_after(text: str, end: int, *, one: bool = False) -> str:
    """Return the noun phrase that begins at ``end``, in one piece and up to its plural, or nothing.

    ``one`` says that the number is one, which counts a singular; "one of" counts nothing.
    """
    large = _HOW_LARGE.match(text, end)
    end = large.end() if large else end
    more = _MORE.match(text, end)
    end = more.end() if more else end
    of = _OF.match(text, end)
    if of and one:
        return ""
    start = of.end() - 1 if of else end  # the white space before the first word
    words: list[re.Match[str]] = []
    for match in _words(text, start, end + _LOOK):
        if (match[1].lower() in _STOP and match[1] != "US") or len(words) == _LONGEST:
            break
        words.append(match)
    if words and text[end : end + 1] == "-":
        return words[0][1]  # "a five-storey house" counts storeys
    plurals = [match for match in words if _is_plural(match[1])]
    last = next((match for match in plurals if match[1].islower()), plurals[0] if plurals else None)
    # Of two side by side the first only tells which: "measles cases", "sports clubs".
    last = next((match for match in plurals if last and match.start() == last.end()), last)
    if last is None and words and (of or (one and words[0][1].lower() in _ALONE)):
        last = words[-1] if of else words[0]
    whose = last is not None and last[1].endswith(("'s", "’s"))  # "three of the city's eight libraries"
    return " ".join(text[start : last.end()].split()) if last and not whose else ""


def measured_of(text: str, end: int) -> str:
    """Return what a measure that ends at ``end`` is of: "40 kg of heroin", "$3m of debt"."""
    found = _MASS.match(text, end)
    return found["what"] if found else ""


def _words(text: str, start: int, stop: int) -> Iterator[re.Match[str]]:
    """Yield the words that follow one another from ``start`` with nothing but white space between them."""
    match = _WORD.match(text, start)
    while match is not None and match.start() < stop:
        yield match
        match = _WORD.match(text, match.end())


def _is_plural(word: str) -> bool:
    plain = word.lower()
    return plain in _IRREGULAR or (
        len(plain) > 2 and plain.endswith("s") and not _SINGULAR_S.search(plain) and word[-2] not in "'’"
    )


def counted_before(text: str, start: int) -> str:
    """Return what "the number of people killed rose to" or "a death toll of" says a number counts."""
    before = text[max(0, start - _REACH) : start]
    found = _COUNT_BEFORE.search(before)
    return found[1] if found else ""
