"""Texts in other languages than English, whose grammar the comparisons do not read.

They compare words, figures, names and days in any script, but find a no, a may or a said in English only. So in another
language only the same words, and no others, bear a statement out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.data import Candidate, Reason, ReasonCode
from onrecord.text.language import guess_language
from onrecord.text.words import STOP_WORDS
from onrecord.verify.reading.gist import Gist

_ENGLISH = frozenset(STOP_WORDS) - frozenset("a an am as at do he i in me no of so us was war on".split())
"""Function words of English that no neighbour spells alike."""
_ENDED = re.compile(r"[a-z]{3,}ed")
_OF = frozenset(("a", "of"))
"""Words of neighbours too, which none of them has beside a word that ends as English past tenses do."""
_TELLING = 3
"""Words that a text has when it is long enough to show its language."""


def unread(here: Gist, there: Gist, language: str | None) -> Reason | None:
    """Return why words of the record in another language than English (its ``language``, if known) bear nothing out."""
    if _is_english(there, language):
        return None
    said = [word.plain for word in here.words]
    other = next((word for word in there.words if word.plain not in said), None)
    if other is None and said == [word.plain for word in there.words]:
        return None
    known = "in English" if language else "known to be in English"
    words = f"the record is not {known}, and not the same word for word"
    return Reason(code=ReasonCode.SAID_NOT_SO, words=words, there=other.span if other else None)


def tell_tongues(here: Gist, candidates: Iterable[Candidate]) -> Reason | None:
    """Say that a statement is in another language than all that was found on it, where that is so."""
    said = guess_language(here.text)
    found = {one.memento.document.language for one in candidates}
    if said is None or not found or found & {None, said}:
        return None
    words = (
        f"the statement is in another language ({said}) than what was found ({', '.join(sorted(filter(None, found)))})"
    )
    return Reason(code=ReasonCode.SAID_NOT_SO, words=words)


def _is_english(text: Gist, language: str | None) -> bool:
    if language is not None:
        return language == "en"
    said = frozenset(word.plain for word in text.words)
    ended = any(map(_ENDED.fullmatch, said)) and not _OF.isdisjoint(said)
    ended = ended and text.text.isascii() and guess_language(text.text) in (None, "en")
    return len(text.words) < _TELLING or not _ENGLISH.isdisjoint(said) or ended
