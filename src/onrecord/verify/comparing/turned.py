"""Who is at which end of a deed, and what comes from where.

"She replaces Landry" has no Landry replace her, and barley for a mill is none from it.
"""

from __future__ import annotations

import re

from onrecord.data import Span
from onrecord.text.names import Name
from onrecord.verify.comparing.names import same_bearer
from onrecord.verify.reading.gist import Gist
from onrecord.verify.reading.tokens import TO_BE, Word, root

_LED = frozenset("from to for by with against over at of in on into through after before as than about towards".split())
_FROM, _TO = frozenset(("from",)), frozenset("to for into towards".split())
_NO_LONGER = frozenset("who which that and but after before when while is are was were".split())
"""Behind these a word is no longer led by the preposition before them."""
_ENDS = re.compile(r"[.,;:]")
_CLAUSE = re.compile(r"[.;:]\s")
_REACH = 6
"""Words between a verb and whom it is done to."""
_PHRASE = 4
"""Words of weight that a preposition leads."""


def turned_about(here: Gist, there: Gist) -> Span | None:
    """Return a deed of the record that is done to whom the statement has do it, or to what it has come from."""
    return _done_to_the_doer(here, there) or _led_otherwise(here, there)


def _done_to_the_doer(here: Gist, there: Gist) -> Span | None:
    """Return where a verb of the record has the statement's first name behind it, and another of its names before."""
    if len(here.names) < 2 or any(word.plain in TO_BE or word.plain == "by" for word in here.words):
        return None
    first = here.names[0]
    told = [name for name in there.names if same_bearer(first, name)]
    verb = next((word for word in here.words if word.content and word.span.start >= first.span.end), None)
    if verb is None or not (places := [at for at, word in enumerate(there.words) if _is_same(verb, word)]):
        return None
    for other in here.names[1:]:
        led = _led_by(here, verb.span.end, other.span.start)
        turned = [name for name in (_behind(there, at, told, led) for at in places) if name]
        start = there.words[places[0]].span.start
        if len(turned) == len(places) and any(
            name.span.end <= start for name in there.names if same_bearer(other, name)
        ):
            return Span(start=start, end=turned[0].span.end)
    return None


def _is_same(verb: Word, word: Word) -> bool:
    return verb.content and not verb.capital and not word.capital and root(verb.stem) == root(word.stem)


def _behind(there: Gist, at: int, told: list[Name], led: list[str]) -> Name | None:
    """Return the one of some names, none of them before a verb, that stands as near behind it and is led alike."""
    verb = there.words[at]
    suffered = any(word.plain in TO_BE for word in there.words[max(0, at - 2) : at])
    if suffered or not told or told[0].span.end <= verb.span.start:
        return None
    between = there.text[verb.span.end : told[0].span.start]
    near = len(between.split()) <= _REACH and not _CLAUSE.search(between)
    return told[0] if near and _led_by(there, verb.span.end, told[0].span.start) == led else None


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
