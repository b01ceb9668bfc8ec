"""The subject of a statement, which the record must have: what the talks led to is not what a flood led to."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.data import Span
from onrecord.text.sentences import sentences
from onrecord.verify.comparing.bodies import standing_for
from onrecord.verify.reading.clauses import find_verb
from onrecord.verify.reading.gist import Gist
from onrecord.verify.reading.tokens import Word, find_words, root

_EXPLETIVES = frozenset(("there", "it"))
"""Subjects that stand for nothing."""
_WHEN = frozenset("later earlier then soon meanwhile afterwards recently previously".split())
_AMONG = ("between", "among")
"""Behind these a subject goes on without its head: "trade between the two countries"."""
_IN = frozenset("in at near from".split())
_LONG, _PREFIXED = 5, 3
"""Letters of a word that may be the second half of another, and of the first half then."""
_ANYTHING = frozenset("it its they their".split())


def unmet_subject(here: Gist, *records: Gist) -> tuple[Span, ...]:
    """Return the noun that does it where no record has it: what the talks led to is not what a flood led to.

    Names, figures and sources are looked up by themselves.
    """
    verb = find_verb(here.words)
    if verb is None or here.words[0].plain in _EXPLETIVES or any(saying.cue for saying in here.sayings):
        return ()
    before = here.words[:verb]
    ends = (at for at, word in enumerate(before) if word.plain in _AMONG and any(one.content for one in before[:at]))
    taken_up = _takes_up(*records[:1])
    end = next(ends, verb)
    nouns = [word for word in before[: min(end, _place_in(before)) if taken_up else end] if word.content]
    head = next((word for word in reversed(nouns) if not _only_says_when(word)), nouns[-1])
    if head is here.words[0] and head.plain.endswith("ing") and before[1:] and before[1].plain in _ANYTHING:
        return ()  # "Thinking it was lost, Lund left"
    shares = head.plain in ("price", "prices") and len(nouns) > 1 and nouns[-2].plain in ("share", "stock")
    head = nouns[-2] if shares and nouns[-1] is head else head  # "its share price rose", its shares rose
    compared = [name.span for name in here.names] + [figure.span for figure in here.figures]
    compared += [time.span for time in here.times]
    plain = (
        head.plain[0].isalpha()
        and head.plain not in ("people", "members", "one", "old", "nobody", "none")  # "the 58-year-old"
        and not any(span.overlaps(head.span) for span in compared)
    )
    records = records[:1] if taken_up else records  # whom "it" stands for is quoted with it
    alike = standing_for(root(head.stem), here, records)
    met = any(alike & record.roots or _is_compounded(head, record) for record in records)
    return (head.span,) if plain and not met else ()


def _is_compounded(noun: Word, text: Gist) -> bool:
    """Say whether a text has one word of a kind of what a noun names: a schoolteacher is a teacher."""
    one = noun.stem
    long = len(one) >= _LONG and not noun.capital
    return long and any(word.stem.endswith(one) and len(word.stem) >= len(one) + _PREFIXED for word in text.words)


def _takes_up(*record: Gist) -> bool:
    """Say whether a sentence of quoted words behind the first begins with "it" or "they"."""
    told = (find_words(span.cut(one.text))[:1] for one in record for span in sentences(one.text)[1:])
    return any(first and first[0].plain in _ANYTHING for first in told)


def _place_in(words: Sequence[Word]) -> int:
    """Return where a subject goes on with where it is: "a hotel company in Tarn"."""
    places = (at for at in range(1, len(words) - 1) if words[at].plain in _IN and words[at + 1].capital)
    return next((at for at in places if any(word.content for word in words[:at])), len(words))


def _only_says_when(word: Word) -> bool:
    """Say whether a word before a verb only tells when or how it was done: "later raised", "quickly spread"."""
    return word.plain in _WHEN or (word.plain.endswith("ly") and not word.capital)
