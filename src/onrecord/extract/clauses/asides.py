"""What "who" and "which" add about a subject or a name, as a statement of its own: "Renn, who was mayor, resigned"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.data import Span
from onrecord.extract.reading.subjects import DETERMINERS, PREPOSITIONS, Clause, Words
from onrecord.extract.reading.verbs import PARTICIPLES, Form
from onrecord.text.names import is_office
from onrecord.text.names.openers import CALENDAR

_BEING = frozenset("is was are were has have had".split())
_FEWEST = 4  # words of an aside
_SERVING = frozenset("for to with against".split())
"""Before somebody else's name: of "a spokesman for Renn, who is away" either may be."""
_PLURAL = frozenset("are were have do".split())


@dataclass(frozen=True, slots=True)
class Aside:
    """A relative clause between commas."""

    subject: Span
    """What it is said of."""
    says: Span
    """Its words, without "who"."""
    span: Span
    """All of it, its commas included."""
    first: int
    last: int

    def covers(self, word: int) -> bool:
        """Say whether a word, by number, stands in it."""
        return self.first <= word < self.last


def find_aside(words: Words, main: Clause, since: int, shut: Sequence[Span]) -> Aside | None:
    """Return the aside behind the subject of a sentence, else one behind a name from word ``since`` on.

    It must be clear what it is said of: of a subject or name on which no other noun depends.
    """
    if main.aside:
        last = next(at for at in range(main.verb - 1, main.last, -1) if words.low[at] == ",")
        found = _aside(words, (main.first, main.last), last + 1)
        return found if found is not None and not any(part.overlaps(found.span) for part in shut) else None
    for at in range(max(main.end, since), len(words.low) - 3):
        if words.low[at] == "," and words.low[at + 1] in ("who", "which"):
            end = next((to + 1 for to in range(at + 2, len(words.low)) if words.low[to] in (",", ";")), len(words.low))
            first = _named(words, at) if words.is_capital(at - 1) else _described(words, at)
            found = _aside(words, (first, at), end) if first is not None and end == len(words.low) else None
            return found if found is not None and not any(part.overlaps(found.span) for part in shut) else None
    return None


def _named(words: Words, end: int) -> int:
    """Return where the name begins that ends before a word."""
    first = end - 1
    while first > 0 and words.is_capital(first - 1):
        first -= 1
    return first


def _described(words: Words, end: int) -> int | None:
    """Return where "the report" begins that "which" follows with a passive: what it tells is no event then."""
    verb = words.past_adverbs(end + 2)
    if words.low[end + 1] != "which" or words.low[verb] not in _BEING:
        return None
    told = words.past_adverbs(verb + 1)
    told += words.low[told : told + 1] == ("been",)
    if told >= len(words.low) or (words.low[told] not in PARTICIPLES and words.form(told) is not Form.ENDED):
        return None
    return next((at for at in range(end - 2, max(0, end - 5), -1) if words.low[at] in ("the", "a", "an", "its")), None)


def _aside(words: Words, named: tuple[int, int], last: int) -> Aside | None:
    """Return the aside that ends before word ``last``, its comma included, behind the words ``named``."""
    first, comma = named
    who, low = words.low[comma + 1], words.low
    name = _named(words, comma)
    if who == "who" and comma - name > 1 and name > first and low[name - 1] not in (*PREPOSITIONS, "and", "or", "'s"):
        first = name  # "the chief of staff Marc Short, who": there is no doubt about whom
    before = low[first - 1] if first else ""
    verb = words.past_adverbs(comma + 2)
    if (
        who not in ("who", "which")
        or before in PREPOSITIONS
        or before in ("and", "or", "'s", "'", ",")
        or _depends(words, first)
        or low[verb + 1 : verb + 3] == ("the", "case")
        or low[verb + 2 : verb + 4] == ("the", "case")
        or not _is_one_thing(low[first:comma], who)
        or (who == "who" and words.is_capital(comma - 1) and {*low[first:comma]} & _SERVING)
        or low[comma + 2].startswith("'")
        or words.form(verb) is None
        or (low[verb] in _PLURAL and not _is_plural(low[first:comma]))
        or (words.form(verb) is Form.ENDED and last - comma < _FEWEST)
    ):
        return None
    ends = low[last - 1] in (",", ";")
    says = Span(start=words.spans[comma + 2].start, end=words.spans[last - (2 if ends else 1)].end)
    span = Span(start=words.spans[comma].start, end=words.spans[last - 1].end)
    return Aside(words.span(first, comma), says, span, comma, last)


def _is_one_thing(words: Sequence[str], who: str) -> bool:
    """Say whether words name one thing, and nothing inside of another; "the bill states the plan" has a verb in it."""
    parted = ("'s", "and", "or", "of") if who == "who" else ("'s", "and", "or", *PREPOSITIONS)
    verb = any(
        word in DETERMINERS and last.isalpha() and last not in (*DETERMINERS, *PREPOSITIONS)
        for last, word in pairwise(words)
    )
    return words[-1] not in CALENDAR and not verb and not any(word in parted for word in words)


def _depends(words: Words, first: int) -> bool:
    """Say whether a preposition or an owner stands before the word before a name: "a boy from nearby Tarn, who …"."""
    before, further = words.low[max(0, first - 1)], words.low[max(0, first - 2)]
    small = first > 1 and before.isalpha() and before not in DETERMINERS and not words.is_capital(first - 1)
    return small and words.is_capital(first) and not is_office(before) and further in (*PREPOSITIONS, "'s")


def _is_plural(words: Sequence[str]) -> bool:
    return words[-1].endswith("s") and not words[-1].endswith(("ss", "us", "is"))
