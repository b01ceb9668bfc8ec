"""Sources: whose words a sentence gives, read in what stands before or behind the verb that gives them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from onrecord.data import Span
from onrecord.text.names import AND_HEADS
from onrecord.verify.reading.clauses import find_verb
from onrecord.verify.reading.cues import PEOPLE, is_cue
from onrecord.verify.reading.tokens import Word

CONJUNCTIONS = frozenset("what which that who when while because if after before since as and but than where".split())
JOINING = ("and", "but")
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

SUBORDINATE = frozenset("when where while whereas after before because since although though until if".split())
"""What a clause of its own begins with, which gives nothing that stands before it as said."""
_JOINT = re.compile(r",\s(?:and|but|while|though|although)\s|;\s")
_BY = re.compile(r"\bby\s((?:the\s)?(?:[a-z]+\s){0,2}[A-Z][^,;:.“”\"]*)")
"""Behind a verb in the passive who does it."""
PLACES = frozenset(
    "on in at since during from under until before after within near outside by with for over through across".split()
)
"""What a sentence begins with that tells when or where, and whom nobody is named by."""
_MEANWHILE = frozenset("now still also often then long once".split())


def names_somebody(words: Sequence[Word]) -> bool:
    """Say whether words can be a source: a noun or a personal pronoun among them, not adverbs alone."""
    return any(word.plain in PEOPLE or (word.content and not word.plain.endswith("ly")) for word in words)


def tells_of(words: Sequence[Word], at: int, apart: int) -> bool:
    """Say whether a word is a "that" behind which more is told of who stands before it."""
    told = words[at].span.start > apart or (names_somebody(words[:at]) and find_verb(words[:at]) is None)
    return words[at].plain == "that" and told


def governed(words: Sequence[Word]) -> Sequence[Word]:
    """Return the words behind a "which" that a preposition governs, if they are somebody: "half of which the town"."""
    at = next((n for n, word in enumerate(words) if n and word.plain in RELATIVE), len(words))
    behind = words[at + 1 :]
    led = bool(behind) and words[at - 1].plain in PLACES | {"of", "to"}
    return behind if led and names_somebody(behind) and find_verb(behind) is None else ()


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
    own = (piece for piece in _pieces(text, said) if piece[0].plain not in RELATIVE)
    behind = list(takewhile(lambda word: word.plain not in CONJUNCTIONS, _pieces(text, rest)[0]))
    return not any(map(is_clause, own)) and is_clause([word for word in behind if word.plain not in _DESCRIBING])


def measures(words: Sequence[Word]) -> bool:
    """Say whether words only measure by what was foreseen: "to 4%, twice as much as most analysts had predicted"."""
    return any(one.plain in ("than", "as") and not other.plain[0].isdigit() for one, other in pairwise(words[1:]))


def is_clause(words: Sequence[Word]) -> bool:
    """Say whether words have a verb, a word in -s that more stands behind too: "the ferry carries 400 people"."""
    present = find_verb(words, loose=True)
    return find_verb(words) is not None or (present is not None and present < len(words) - 1)


def _pieces(text: str, words: Sequence[Word]) -> list[list[Word]]:
    """Return words in pieces that signs part."""
    found = [[words[0]]]
    for before, word in pairwise(words):
        if BREAK.search(text, before.span.end, word.span.start):
            found.append([])
        found[-1].append(word)
    return found


def goes_on_behind_aside(text: str, words: Sequence[Word], source: Span) -> bool:
    """Say whether a verb follows what may be a source behind an aside: "said the vessel, the Rosa, had sunk".

    Then it is what is said that begins there.
    """
    close = text.find(",", source.end + 1, words[-1].span.end) if text.startswith(",", source.end) else -1
    behind = [word for word in words if word.span.start > close][:1] if close > 0 else []
    named = [word for word in words if source.covers(word.span)]
    return bool(behind) and find_verb([*named, *behind]) == len(named)


def only_says_how(word: Word) -> bool:
    """Say whether a word before a verb is an adverb: "now expects", "widely said"."""
    return word.plain in _MEANWHILE or word.plain.endswith("ly")


def relative_clause(text: str, sentence: Span, words: Sequence[Word], at: int) -> Span | None:
    """Return the aside in which a verb stands: ", which was thought to be a young one"."""
    opens = next((n for n in range(at - 1, 0, -1) if words[n].plain in RELATIVE), None)
    if opens is None or not BREAK.search(text, words[opens - 1].span.end, words[opens].span.start):
        return None
    close = BREAK.search(text, words[at].span.end, sentence.end)
    return Span(start=words[opens].span.start, end=close.start() if close else sentence.end)


def without_end_told(text: str, words: Sequence[Word]) -> Sequence[Word]:
    """Return words without a "who" that tells more of them to their end: "Lund, a keeper who was not there"."""
    told = next((at for at, word in enumerate(words) if word.plain in RELATIVE), None)
    whole = told is not None and not BREAK.search(text, words[told].span.end, words[-1].span.end)
    return words[:told] if whole else words


def next_clause(text: str, words: Sequence[Word], at: int, end: int) -> int:
    """Return where what is only said of a thing ends: "complained about it, and a petition called for gates"."""
    for joint in _JOINT.finditer(text, words[at].span.end, end):
        if find_verb([word for word in words if joint.end() <= word.span.start and word.span.end <= end]) is not None:
            return joint.start()
    return end


def agent(text: str, cue: Word, content: Span) -> Span | None:
    """Return who names or counts something so in the passive: "is put at two billion by the insurer Acmar"."""
    by = _BY.search(text, cue.span.end, content.end)
    return Span(start=by.start(1), end=by.end(1)) if by else None


def doer(before: list[Word]) -> list[Word]:
    """Return the words of whom a verb is: in "Lund said his party would insist that" the party insists.

    Who does something "and promised money" promises it; so does who "called it dear but promised".
    """
    if before and before[-1].plain in ("has", "have", "had") and names_somebody(before[:-1]):
        before = before[:-1]
    last = max((at for at in range(len(before)) if is_cue(before, at)), default=None)
    joined = bool(before) and before[-1].plain in JOINING
    if last and joined and find_verb(before[last + 1 :]) is None and names_somebody(before[:last]):
        return before[:last]
    if last is not None and names_somebody(before[last + 1 :]):
        before = before[last + 1 :]
    did = find_verb(before) if joined else None
    return before[:did] if did else before
