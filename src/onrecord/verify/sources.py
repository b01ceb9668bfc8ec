"""Sources: whose words a sentence gives, read in what stands before or behind the verb that gives them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from onrecord.data import Span
from onrecord.text.names import AND_HEADS
from onrecord.verify.clauses import find_verb
from onrecord.verify.cues import PEOPLE
from onrecord.verify.tokens import Word

CONJUNCTIONS = frozenset("what which that who when while because if after before since as and but than where".split())
RELATIVE = frozenset("who whose which".split())
_ADVERBS = frozenset("earlier later previously also already recently repeatedly since today yesterday".split())
_PLACING, _WHERE = frozenset("in on at within inside".split()), frozenset("around near outside off beyond".split())
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday yesterday today".split())
_OF_A_DAY = frozenset("on late early last this".split())
_DESCRIBING = frozenset(
    "based called named known owned headquartered located involved concerned quoted interviewed charged".split()
)
"""Words in -ed that say more often which one it is than what was done."""
AFTER_CUE = frozenset(
    "on in during at after before earlier later last this monday tuesday wednesday thursday friday saturday sunday "
    "yesterday today through via to following when as while adding citing".split()
)
"""What may follow a cue whose content came first: "P, the ministry said on Monday"."""
BREAK = re.compile(r"[,;:“”\"—–]|\s-\s")


def names_somebody(words: Sequence[Word]) -> bool:
    """Say whether words can be a source: a noun or a personal pronoun among them, not adverbs alone."""
    return any(word.plain in PEOPLE or (word.content and not word.plain.endswith("ly")) for word in words)


def noun_phrase(words: Sequence[Word]) -> Span:
    """Return the source in what stands before its verb: from the last conjunction on, without auxiliaries.

    Of somebody of whom more is told, "Lund, who runs the port", it is who that is.
    """
    told = next((at for at, word in enumerate(words) if word.plain in RELATIVE and names_somebody(words[:at])), None)
    words = words if told is None else words[:told]
    start = max((at + 1 for at, word in enumerate(words[:-1]) if _parts(words, at)), default=0)
    words = words[: start + _day(words[start:])]
    end = max((at + 1 for at, word in enumerate(words) if at >= start and _names(word)), default=len(words))
    return Span(start=words[start].span.start, end=words[end - 1].span.end)


def _day(words: Sequence[Word]) -> int:
    """Return where the day begins on which a source said something, "the union on Tuesday", or the number of words."""
    for at in range(1, len(words)):
        led = words[at - 1].plain in _OF_A_DAY
        ends = at == len(words) - 1 and not words[at - 1].capital
        if words[at].plain in _DAYS and (led or ends) and any(word.content for word in words[: at - led]):
            return at - led
    return len(words)


def _names(word: Word) -> bool:
    """Say whether a word before a verb may be of its subject: "Lund had earlier said" is Lund's."""
    return word.content and (word.capital or not (word.plain.endswith("ly") or word.plain in _ADVERBS))


def _parts(words: Sequence[Word], at: int) -> bool:
    """Say whether a word parts what stands before a verb in two; "and" inside a body's name does not.

    Neither does that of "in and around Kessel".
    """
    if at > 0 and words[at - 1].plain in _PLACING and words[at + 1].plain in _WHERE:
        return False
    inside = words[at].plain == "and" and at > 0 and words[at - 1].capital and words[at + 1].capital
    bodies = (word.plain in AND_HEADS for word in words[:at] if word.capital)
    return words[at].plain in CONJUNCTIONS and not (inside and any(bodies))


def until_break(text: str, words: Sequence[Word]) -> Span:
    """Return the words up to a sign, or one that may follow a source: "said the union on Monday"."""
    end = words[0].span.end
    for before, word in pairwise(words):
        if word.plain in AFTER_CUE or BREAK.search(text, before.span.end, word.span.start):
            break
        end = word.span.end
    return Span(start=words[0].span.start, end=end)


def tells_behind(text: str, said: Sequence[Word], rest: Sequence[Word]) -> bool:
    """Say whether a verb of saying stands behind who says it with an aside, and before a clause, which is what is said.

    "Lund, 42, said fares in Sorrel doubled"; in "fares doubled, said Lund" the clause stands before it.
    """
    own, open_ = [], True
    for before, word in pairwise((said[0], *said)):
        parted = BREAK.search(text, before.span.end, word.span.start) is not None
        open_ = word.plain not in RELATIVE if parted else open_
        own += [word] if open_ else []
    if find_verb(own) is not None:
        return False
    for at, word in enumerate(rest):
        if word.plain in CONJUNCTIONS or (at and BREAK.search(text, rest[at - 1].span.end, word.span.start)):
            return False
        if word.plain not in _DESCRIBING and find_verb(rest[: at + 1]) is not None:
            return True
    return False


def goes_on_behind_aside(text: str, words: Sequence[Word], source: Span) -> bool:
    """Say whether a verb follows what may be a source behind an aside: "said the vessel, the Rosa, had sunk".

    Then it is what is said that begins there.
    """
    close = text.find(",", source.end + 1, words[-1].span.end) if text.startswith(",", source.end) else -1
    behind = [word for word in words if word.span.start > close][:1] if close > 0 else []
    named = [word for word in words if source.covers(word.span)]
    return bool(behind) and find_verb([*named, *behind]) == len(named)
