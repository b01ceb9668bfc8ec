"""Who has left an office by the record: resigned, was removed, died, was succeeded."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.data import Span
from onrecord.text.names import Name
from onrecord.verify.gist import Gist
from onrecord.verify.names import same_bearer

_LEFT = re.compile(
    r"\b(?:resigned(?! from (?!(?:\w+ ){0,4}(?:office|post|role|job|cabinet|government|position)\b))"
    r"|stepped (?:down|aside)|left office|lost (?:his|her|their|the) (?:post|job|seat|office)"
    r"|quit(?=[.,;]|$| (?:as|on|after|over|in|last|this|his|her)\b)"
    r"|(?:was|were|has been|have been|had been) (?:\w+ly )?"
    r"(?:sacked|dismissed|fired|ousted|removed|replaced|succeeded|deposed|voted out)"
    r"|died|has died)\b"
)
"""Verbs of leaving office in the past; to be asked, to plan or to refuse to go is to be in it still."""
_REMOVED = re.compile(
    r"\b(?:succeed(?:s|ed|ing)?|replac(?:e|es|ed|ing)|took over from|takes over from|taking over from|to succeed|"
    r"(?:dismiss|sack|oust)(?:es|s|ed)|(?:has|have|had) (?:fired|removed)|unseated|fired(?=\s[A-Z])|"
    r"(?:the )?successor (?:of|to))\s(?:[\w.’'-]+\s){0,4}$"
)
_ASIDE = re.compile(r", [^,.;]{1,80},(?=\s)")
_NOT_YET = re.compile(r"(?:\b(?:not|never|to|will|would|may|might|could|should|if|unless|before)|n['’]t)\b")
_BETWEEN = 80
"""Characters between a name and the verb it is the subject of."""


def left_office(here: Gist, there: Gist) -> Iterator[tuple[Span, Span]]:
    """Yield those whom the statement has in an office and the record has leave it, as (here, there)."""
    for name in here.names:
        if not name.role or name.former or _left(here, name):
            continue
        for other in there.names:
            left = _left(there, other) if same_bearer(name, other) else None
            if left is not None:
                yield _with_office(here, name), left


def _left(text: Gist, name: Name) -> Span | None:
    """Return the words that have ``name`` leave, its own included."""
    aside = _ASIDE.match(text.text, name.span.end)
    end = aside.end() if aside else name.span.end
    verb = _LEFT.search(text.text, end, end + _BETWEEN)
    if verb is not None:
        between = text.text[end : verb.start()]
        parted = any(end <= other.span.start and other.span.end <= verb.start() for other in text.names)
        if not (parted or "." in between or _NOT_YET.search(between)):
            return Span(start=name.span.start, end=verb.end())
    start = max(0, name.span.start - _BETWEEN)
    before = _REMOVED.search(text.text, start, name.span.start)
    if before is not None and not _NOT_YET.search(text.text[max(start, before.start() - 12) : before.start()]):
        return Span(start=before.start(), end=name.span.end)
    return None


def _with_office(text: Gist, name: Name) -> Span:
    """Return the name with the office it is given, before or after it."""
    lower = text.text.lower()
    after = lower.find(name.role, name.span.end)
    before = lower.rfind(name.role, 0, name.span.start)
    if after >= 0:
        return Span(start=name.span.start, end=after + len(name.role))
    return Span(start=before, end=name.span.end) if before >= 0 else name.span
