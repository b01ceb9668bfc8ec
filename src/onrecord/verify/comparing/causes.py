"""What something is the work of: the record may have the one and the other, and nowhere that this is why.

"The wall collapsed a day after 300 people had danced inside" has no dancing cause the collapse, and "the audit blames
an empty account" is the audit's word for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.data import Span
from onrecord.verify.reading.gist import Gist
from onrecord.verify.reading.tokens import find_roots

_CAUSE = re.compile(
    r"\b(?:because(?: of)?|(?:caused|triggered|sparked|brought about) by|as a result of|owing to"
    r"|(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bbeen )due to|(?<!\bthe )(?<!\ba )cause|cause[sd]|causing"
    r"|le(?:d|ads?) to|triggers|triggered|sparks|sparked|brought about|to blame for|resulted in)\b",
    re.IGNORECASE,
)
"""Between a cause and what it did."""
_BLAMED = re.compile(r"\bblam(?:e[sd]?|ing)\b", re.IGNORECASE)
_EXPLAINS = re.compile(
    r"\b(?:caus\w+|because|due|owing|le(?:d|ads?|ading) to|blam\w+|trigger\w*|spark\w*|result\w*|thanks to|responsib\w+"
    r"|behind|set off|setting off|trac(?:e[sd]?|ing)|so|why|reasons?|in order|in response|in protest"
    r"|prompt\w*|following|faults?|guilty|attribut\w+|account\w* for|down to|by \w+ing|for \w+ing|brought|sent|leaving"
    r"|forc(?:e[sd]?|ing)|ma[dk](?:e|es|ing)|under|from|over (?:the|an?|his|her|its|their|\w+ing)"
    r"|(?:to|which|that) (?:\w+ )?(?:stop|prevent|avoid|help)"
    r"|(?<!day )(?<!days )(?<!hours )(?<!hour )(?<!week )(?<!weeks )(?<!months )(?<!month )(?<!years )(?<!year )"
    r"(?:after|when|as|with))\b",
    re.IGNORECASE,
)
"""By what a report may tell why: "a day after" only tells when."""


def unmet_causes(here: Gist, there: Gist) -> tuple[Span, ...]:
    """Return the word by which one thing is another's work where no sentence of the record joins the two so."""
    cause = None if here.negations else _CAUSE.search(here.text)
    if cause is None:
        return ()
    parts = [find_roots(here.text[: cause.start()]), find_roots(here.text[cause.end() :])]
    told = [words for words in _explained(there) if all(not part or part & find_roots(words) for part in parts)]
    own = bool(here.sayings) or _BLAMED.search(here.text) is not None or cause[0].lower().startswith("to blame")
    if not told or (not own and all(_only_blamed(words) for words in told)):
        return (Span(start=cause.start(), end=cause.end()),)
    return ()


def _explained(text: Gist) -> Iterator[str]:
    """Yield the parts of a text that tell why something is so, each with the one that it takes up."""
    parts = [part for span in text.sentences for part in span.cut(text.text).split(";")]
    for before, part in zip(["", *parts], parts, strict=False):
        if _EXPLAINS.search(part):
            takes_up = re.match(r"\s*(?:It|They|He|She|This|That)\b|[^,]{0,40}\b(?:it|them|this)\b", part)
            yield f"{before} {part}" if takes_up else part


def _only_blamed(words: str) -> bool:
    """Say whether it is only somebody's word for why: the words without it explain nothing."""
    return _BLAMED.search(words) is not None and not _EXPLAINS.search(_BLAMED.sub("", words))
