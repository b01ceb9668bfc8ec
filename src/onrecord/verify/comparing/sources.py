"""Whether whom a statement names as saying something and whom the record names are one."""

from __future__ import annotations

import re

from onrecord.verify.comparing.bodies import RESEARCHING
from onrecord.verify.comparing.names import abbreviates
from onrecord.verify.reading.cues import PEOPLE
from onrecord.verify.reading.gist import Gist
from onrecord.verify.reading.sayings import Saying, headline_source
from onrecord.verify.reading.tokens import find_words, root

_AGED = re.compile(r"[Tt]he \d{1,3}-year-old\b")
"""Who is named in the sentence before, as a pronoun's bearer is: "the 52-year-old former judge"."""
_SPEAKING_FOR = frozenset("spokesman spokeswoman spokesperson spokespeople".split())
_FULL_NAME = re.compile(r"\b[A-Z][\w’'.-]*\s([A-Z][\w’'-]*[a-z])\s*(?:$|,)")
"""Two words with capitals that end a source or stand before an apposition: "the leader Otto Brask", "Ida Holt, 52"."""


def same_source(name: str, saying: Saying, there: Gist, beside: Gist | None) -> bool:
    """Say whether the statement's source and the record's may be one: they share a name or a noun.

    A spokeswoman speaks for the office that the headline above her gives the word to.
    """
    if saying.source is None:
        return False
    if name == saying.source.cut(there.text) and name.lower().startswith(("it", "they")):
        return True  # "of the 20,000 it had promised" is told alike by both
    asked = {root(word.stem) for word in find_words(name) if word.content}
    source = [there.words[at] for at in there.within(saying.source)]
    given = {root(word.stem) for word in source if word.content} or _spoke_before(saying, there)
    if beside and any(word.plain in _SPEAKING_FOR for word in source) and asked <= _headed(beside):
        return True
    spoken = saying.source.cut(there.text)
    if (not given and any(word.plain in PEOPLE for word in source)) or _AGED.match(spoken):
        around = there.words + (beside.words if beside else ())
        return any(word.capital and root(word.stem) in asked for word in around)
    if (one := _person(name)) and (other := _person(spoken)):
        return one in given or other in asked
    alike = bool(asked & given) or (bool(asked and given) and asked | given <= RESEARCHING)
    return alike or _abbreviated(name, spoken)


def _spoke_before(saying: Saying, there: Gist) -> set[str]:
    """Return the roots of who spoke last before "it" does: "the office said P. In its report it said Q"."""
    it = saying.source if saying.source and saying.source.cut(there.text).lower() in ("it", "they") else None
    told = [one.source for one in there.sayings if one.source and it and one.source.end <= it.start]
    last = max(told, key=lambda source: source.start, default=None)
    words = find_words(last.cut(there.text)) if last else ()
    return {root(word.stem) for word in words if word.content}


def _person(source: str) -> str:
    """Return the root of the surname of a source that is one person, whatever office and country go with the name."""
    name = _FULL_NAME.search(source)
    return root(find_words(name[1])[-1].stem) if name else ""


def _abbreviated(one: str, other: str) -> bool:
    """Say whether one of two sources has the initials of the other: the HPT, and the Harbour and Ports Trust."""
    return any(
        abbreviates(word.span.cut(short), full)
        for short, full in ((one, other), (other, one))
        for word in find_words(short)
        if word.capital
    )


def _headed(beside: Gist) -> frozenset[str]:
    """Return the stems that name whom the title, which is the first line, gives the word to."""
    title = find_words(beside.text.partition("\n")[0])
    return frozenset(root(word.stem) for word in headline_source(title) if word.content)
