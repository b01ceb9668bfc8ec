"""Who is at which end of a deed, and what comes from where.

"She replaces Landry" has no Landry replace her, and barley for a mill is none from it.
"""

from __future__ import annotations

import re
from itertools import pairwise

from onrecord.data import Span
from onrecord.verify.comparing.doers import MUTUAL
from onrecord.verify.comparing.names import same_bearer
from onrecord.verify.reading.gist import Gist
from onrecord.verify.reading.tokens import ARTICLES, TO_BE, Word, compared, root

_LED = frozenset("from to for by with against over at of in on into through after before as than about towards".split())
_FROM, _TO = frozenset(("from",)), frozenset("to for into towards".split())
_NO_LONGER = frozenset("who which that and but after before when while is are was were".split())
"""Behind these a word is no longer led by the preposition before them."""
_ENDS = re.compile(r"[.,;:]")
_CLAUSE = re.compile(r"[.;:]\s")
_OPENING = 3
"""Words of weight with which a statement begins, among which its first verb is."""
_NEXT = 30
"""Characters behind the doer in which the other may be told of once more."""
_DEEDS = {
    root(compared(word)): row.split()[0]
    for row in ("beat edge thrash trounce overcome topple outplay", "buy snap acquire swallow", "replace succeed")
    for word in row.split()
}
"""Deeds of one kind by their first word, with the same one at each end."""
_REACH = 6
"""Words between a verb and whom it is done to."""
_PHRASE = 4
"""Words of weight that a preposition leads."""


def turned_about(here: Gist, there: Gist) -> Span | None:
    """Return a deed of the record that is done to whom the statement has do it, or to what it has come from."""
    return _done_to_the_doer(here, there) or _led_otherwise(here, there)


def _done_to_the_doer(here: Gist, there: Gist) -> Span | None:
    """Return where a verb of the record has behind it who does it by the statement, and before it to whom that is done.

    Both are led by the same words: "replaces Landry", and not "replaces him with Landry".
    """
    if any(word.plain in TO_BE for word in here.words):
        return None
    telling = [word for word in here.words if word.content]
    apart = [*(figure.span for figure in here.figures), *(time.span for time in here.times)]
    things = [word for word in telling if not any(span.overlaps(word.span) for span in apart)]
    for doer, verb in list(pairwise(telling))[:_OPENING]:
        places = [at for at, word in enumerate(there.words) if _is_same(verb, word)] if doer in things else []
        places = [] if here.text.startswith(" by ", verb.span.end) else places
        told = _places(there, doer, here) if places else []
        for other in (word for word in things if told and word.span.start > verb.span.start):
            led, before = _led_by(here, verb.span.end, other.span.start), _places(there, other, here)
            turned = [_behind(there, at, told, before, led) for at in places]
            if all(turned):
                return turned[0]
    return None


def _is_same(verb: Word, word: Word) -> bool:
    if verb.capital or word.capital or word.plain.endswith(("man", "woman")):
        return False
    kinds = root(verb.stem), root(word.stem)
    return kinds[0] not in MUTUAL and _DEEDS.get(kinds[0], kinds[0]) == _DEEDS.get(kinds[1], kinds[1])


def _places(there: Gist, word: Word, here: Gist) -> list[Span]:
    """Return where the record has a word of the statement, or the name that it is a part of."""
    name = next((one for one in here.names if one.span.overlaps(word.span)), None)
    if name is not None:
        return [one.span for one in there.names if same_bearer(name, one) or one.words.endswith(f" {name.words}")]
    return [one.span for one in there.words if root(one.stem) == root(word.stem)]


def _behind(there: Gist, at: int, told: list[Span], before: list[Span], led: list[str]) -> Span | None:
    """Return where a verb has the doer behind it, not before, and the other before it, not behind."""
    verb = there.words[at].span
    suffered = any(word.plain in TO_BE or word.plain in ARTICLES for word in there.words[max(0, at - 2) : at])
    if suffered or told[0].start < verb.end or not before or before[0].end > verb.start:
        return None
    between = there.text[verb.end : told[0].start]
    far = len(between.split()) > _REACH or _CLAUSE.search(between) is not None
    again = any(verb.end <= span.start < told[0].end + _NEXT for span in before)
    if far or again or _led_by(there, verb.end, told[0].start) != led:
        return None
    return Span(start=max(span.start for span in before if span.end <= verb.start), end=told[0].end)


def _led_by(text: Gist, start: int, end: int) -> list[str]:
    return [word.plain for word in text.words if start <= word.span.start < end and word.plain in _LED]


def _led_otherwise(here: Gist, there: Gist) -> Span | None:
    """Return what the record has something go to, where the statement has it come from there."""
    if here.negations or not any(word.plain in _FROM for word in here.words):
        return None
    mine, theirs = _leading(here), _leading(there)
    for kind, leads in mine.items():
        told = theirs.get(kind, {})
        if leads.keys() == _FROM and told and told.keys() <= _TO and not _is_no_place(here, *leads.values()):
            return next(iter(told.values())).span
    return None


def _is_no_place(text: Gist, word: Word) -> bool:
    """Say whether "from" leads a time, a number or a deed: "from two years to four", "kept from closing"."""
    spans = [time.span for time in text.times] + [figure.span for figure in text.figures]
    return word.plain.endswith("ing") or word.plain[0].isdigit() or any(span.overlaps(word.span) for span in spans)


def _leading(text: Gist) -> dict[str, dict[str, Word]]:
    """Return by the roots of words which prepositions lead them, "" for none."""
    found: dict[str, dict[str, Word]] = {}
    leads, left, end = "", 0, 0
    for word in text.words:
        if word.plain in _LED or word.plain in _NO_LONGER or _ENDS.search(text.text, end, word.span.start):
            leads, left = (word.plain, _PHRASE) if word.plain in _LED else ("", 0)
        end = word.span.end
        if word.content:
            found.setdefault(root(word.stem), {}).setdefault(leads if left else "", word)
            left -= 1
    return found
