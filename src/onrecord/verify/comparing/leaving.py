"""Who has left an office by the record: resigned, was removed, died, was succeeded."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.data import Span
from onrecord.text.names import ADDRESSES, Name
from onrecord.verify.comparing.names import same_bearer
from onrecord.verify.reading.gist import Gist

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
    r"\b(?:succeed(?:s|ed|ing)?(?! by\b)|replac(?:e|es|ed|ing)(?! by\b)|"
    r"(?:took|takes|taking) over from|to succeed|"
    r"(?:dismiss|sack|oust)(?:es|s|ed)(?! by\b)|(?:has|have|had) (?:fired|removed)|unseated(?! by\b)|fired(?=\s[A-Z])|"
    r"(?:the )?successor (?:of|to)|"
    r"t(?:akes|ook) (?:over )?(?:the )?(?:finance|interior|health|justice|defen[cs]e|transport|education|energy"
    r"|agriculture|foreign affairs|portfolio|ministry|office|post|job|helm|reins) from)\s(?:[\w.’'-]+\s){0,4}$"
)
_LEAVING = re.compile(r"\b(?:retir|resign|step(?:s|ped|ping)? down|leav(?:es?|ing) office)")
"""What a statement that knows of somebody's leaving says in whatever form: "led him to retire as bishop"."""
_ASIDE = re.compile(r", [^,.;]{1,80},(?=\s)")
_NEXT = re.compile(r"[^.!?]{0,120}[.!?][”\"]?\s+(?:He|She)\s(?=(?:has |had )?(?:[a-z]+ly )?$)")
"""Between a name that opens a sentence and the verb of the next: "Lund came as a guest. He stepped down in June"."""
_PLACED = re.compile(r"[^.]*\b(?:in|at|near|from)\s|\sof\s")
"""Before a place, behind a name or further on, which leaves the verb the name's."""
_NOT_YET = re.compile(r"(?:\b(?:not|never|to|will|would|may|might|could|should|if|unless|before)|n['’]t)\b")
_BETWEEN = 80
"""Characters between a name and the verb it is the subject of."""


def left_office(here: Gist, there: Gist) -> Iterator[tuple[Span, Span]]:
    """Yield those whom the statement has in an office and the record has leave it, as (here, there).

    The office may stand with the name in the record only: "Lund holds on to her post as energy minister".
    """
    for name in here.names:
        if name.former or _left(here, name) or _LEAVING.search(here.text):
            continue
        for other in there.names:
            own = "" if name.role in ADDRESSES else name.role
            role = own or (other.role if other.role not in ADDRESSES and other.role in here.text.lower() else "")
            left = _left(there, other) if role and same_bearer(name, other) else None
            if left is not None:
                yield _with_office(here, name, role), left


def _left(text: Gist, name: Name) -> Span | None:
    """Return the words that have ``name`` leave, its own included."""
    aside = _ASIDE.match(text.text, name.span.end)
    end = aside.end() if aside else name.span.end
    verb = _LEFT.search(text.text, end, end + _BETWEEN)
    if verb is not None:
        between = text.text[end : verb.start()]
        others = (
            other.span.start for other in text.names if end <= other.span.start and other.span.end <= verb.start()
        )
        parted = any(not _PLACED.fullmatch(text.text, end, start) for start in others)
        taken_up = name.span.start == 0 and _NEXT.fullmatch(between)
        if not (parted or ("." in between and not taken_up) or _NOT_YET.search(between)):
            return Span(start=name.span.start, end=verb.end())
    start = max(0, name.span.start - _BETWEEN)
    before = _REMOVED.search(text.text, start, name.span.start)
    if before is not None and not _NOT_YET.search(text.text[max(start, before.start() - 12) : before.start()]):
        return Span(start=before.start(), end=name.span.end)
    return None


def _with_office(text: Gist, name: Name, role: str) -> Span:
    """Return the name with the office it is given, before or after it."""
    lower = text.text.lower()
    after = lower.find(role, name.span.end)
    before = lower.rfind(role, 0, name.span.start)
    if after >= 0:
        return Span(start=name.span.start, end=after + len(role))
    return Span(start=before, end=name.span.end) if before >= 0 else name.span
