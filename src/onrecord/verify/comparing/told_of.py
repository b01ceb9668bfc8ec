"""Of whom or what a sentence of the record tells a deed, where the statement tells it of another that stands near."""

from __future__ import annotations

import re

from onrecord.data import Span
from onrecord.text.names import Name
from onrecord.verify.comparing.doers import deed_of
from onrecord.verify.comparing.names import same_bearer
from onrecord.verify.reading.clauses import find_verb
from onrecord.verify.reading.company import DATELINE
from onrecord.verify.reading.gist import Gist, gist
from onrecord.verify.reading.tokens import TO_BE, find_roots, root

_OPENING = re.compile(r"The (?:[a-z][\w-]* ){0,2}?([a-z][\w-]*)\s(?=[a-z])")
"""A sentence that begins with what it calls by its kind: "The film was shot in 26 days"."""
_LEADS = re.compile(r"(?:The )?(?:(?!(?:of|for|in|at|from|near|on|to|by|with|and)\b)[a-z]+ ){0,2}$")
_WHO = frozenset("who that which".split())
_BY = re.compile(r"\bby (?:the )?$")
_OBJECT = re.compile(r"\s(?:her|him|them|it)\b")
_OF_WHOM = re.compile(r"(?:[\w.,]+\s)?(?:of|among) (?:whom|them|these|those)\b")
_BODIES = frozenset(
    "company firm group bank airline club party union ministry council court agency museum school hospital university "
    "charity retailer maker carmaker operator team city town village".split()
)
"""What is called so may be named anywhere in the sentence before: "Ida Holt sold Brekk. The company employs 40"."""
_IN = re.compile(r"\b[Ii]n\s$")
_FROM = re.compile(
    r"\b(?:[A-Za-z]*(?:er|or|ist|man|woman|men|women|ian|ers|ors|ists|ians)|crews?|people|teams?|police|native|troops)\sfrom\s$"
)
"""Before a place that somebody is from: "firefighters from Tarn", "a trader from Sorrel"."""
_LEAD = 40
"""Characters before a place in which that stands."""
_OPENS = 6
"""Words among which a subject's "who" stands."""


def unmet_whom(here: Gist, there: Gist, *, before: str, title: str) -> tuple[Span, ...]:
    """Return whom or what a statement tells something of that the record tells of another.

    Args:
        here: the statement.
        there: the quoted words.
        before: the sentence before them.
        title: the title of their document.
    """
    return (
        *_by_its_kind(here, there, before, title),
        *_restricted(here, there),
        *_does_it_himself(here, there),
        *_by_another(here, there),
        *_of_the_whole(here, there),
        *_only_from_there(here, there),
    )


def _only_from_there(here: Gist, there: Gist) -> tuple[Span, ...]:
    """Return where something is done by a statement, where the record only has somebody from there, and it elsewhere.

    "Lund, a trader from Sorrel, was arrested in Harrow" has nobody arrested in Sorrel.
    """
    elsewhere = any(
        _IN.search(there.text, 0, name.span.start) and not any(same_bearer(name, mine) for mine in here.names)
        for name in there.names
    )
    found = []
    for name in here.names if elsewhere else ():
        told = [one for one in there.names if same_bearer(name, one)]
        whence = told and all(_FROM.search(there.text, max(0, one.span.start - _LEAD), one.span.start) for one in told)
        if whence and _IN.search(here.text, 0, name.span.start):
            found.append(name.span)
    return tuple(found)


def _by_its_kind(here: Gist, there: Gist, before: str, title: str) -> tuple[Span, ...]:
    """Return the name that opens a statement where the record tells its deed of "the film", and is not of that name.

    What "the film" stands for is what the sentence before, or the title, begins with, or has that word by its name.
    """
    whom = _opening(here)
    if whom is None:
        return ()
    behind = [word for word in here.words if word.span.start >= whom.span.end and word.content]
    deed = deed_of(here)
    deeds = {root(word.stem) for word in ([deed] if deed else behind)}  # "cost" is a noun as well
    last = before
    for span in there.sentences:
        words = span.cut(there.text)
        kind, own = _OPENING.match(words), gist(words)
        told = kind is not None and kind[1] not in _BODIES and not _is_in(whom, words) and deeds & own.roots
        if kind is not None and told:
            known = root(gist(kind[1]).words[0].stem) in here.roots or not _is_in(whom, last)
            named = rf"\b{re.escape(kind[1])}\b[,\s]+(?:\w+ )?{re.escape(whom.words)}"
            known = known or re.search(named, there.text, re.IGNORECASE) is not None
            return () if known or any(_opens(whom, text) for text in (last, title)) else (whom.span,)
        last = words
    return ()


def _opening(text: Gist) -> Name | None:
    """Return the name that a text begins with; "The mayor of Tarn" begins with none."""
    first = next(iter(text.names), None)
    return first if first is not None and _LEADS.fullmatch(text.text[: first.span.start]) else None


def _is_in(whom: Name, text: str) -> bool:
    return any(same_bearer(whom, name) for name in gist(text).names)


def _opens(whom: Name, text: str) -> bool:
    dateline = DATELINE.match(text)
    first = next((name for name in gist(text).names if dateline is None or name.span.start >= dateline.end()), None)
    return first is not None and same_bearer(whom, first)


def _restricted(here: Gist, there: Gist) -> tuple[Span, ...]:
    """Return what tells apart of whom a statement is, where the record has none of it: "those who got a placebo"."""
    words = here.words
    at = next((n for n, word in enumerate(words[:_OPENS]) if n and word.plain in _WHO), None)
    if at is None or not here.text[words[at - 1].span.end : words[at].span.start].isspace():
        return ()
    first = find_verb(words[at - 1 :])
    start = at - 1 + first if first is not None else len(words)
    second = find_verb(words[start:]) if start < len(words) else None
    inside = words[start + 1 : start + second] if second else ()
    told = [word for word in inside if word.content]
    lost = bool(told) and not here.negations and not any(root(word.stem) in there.roots for word in told)
    return (Span(start=told[0].span.start, end=told[-1].span.end),) if lost else ()


def _does_it_himself(here: Gist, there: Gist) -> tuple[Span, ...]:
    """Return whom a deed is done to by a statement where the record has him do it to another: "ordered her to pay"."""
    whom, deed = _opening(here), deed_of(here)
    passive = deed is not None and any(word.plain in TO_BE for word in here.words if word.span.end <= deed.span.start)
    if whom is None or deed is None or not passive:
        return ()
    places = [at for at, word in enumerate(there.words) if root(word.stem) == root(deed.stem)]
    for at in places:
        word = there.words[at]
        names = [name for name in there.names if name.span.end <= word.span.start]
        active = at > 0 and there.words[at - 1].plain not in TO_BE and _OBJECT.match(there.text, word.span.end)
        if not (active and names and same_bearer(whom, names[-1])):
            return ()
    return (whom.span,) if places else ()


def _by_another(here: Gist, there: Gist) -> tuple[Span, ...]:
    """Return by whom something was done by a statement where no sentence of the record has both him and the deed."""
    deed = deed_of(here)
    by = [
        name
        for name in here.names
        if deed and name.span.start > deed.span.end and _BY.search(here.text[: name.span.start])
    ]
    if deed is None or not by:
        return ()
    parts = [gist(span.cut(there.text)) for span in there.sentences]
    told = [part for part in parts if root(deed.stem) in part.roots]
    apart = bool(told) and not any(same_bearer(by[0], name) for part in told for name in part.names)
    return (by[0].span,) if apart and any(same_bearer(by[0], name) for name in there.names) else ()


def _of_the_whole(here: Gist, there: Gist) -> tuple[Span, ...]:
    """Return the figure of those of whom a part alone did it, or of the part, where all did: "61 fled, 14 of whom"."""
    deed, whom = deed_of(here), _OF_WHOM.search(there.text)
    if deed is None or whom is None or _OF_WHOM.search(here.text):
        return ()
    whole = [figure for figure in there.figures if figure.span.end <= whom.start()]
    part = [figure for figure in there.figures if figure.span.start >= whom.start() and figure.span.end <= whom.end()]
    part = part or whole[-1:] if whole and not there.text[whole[-1].span.end : whom.start()].strip() else part
    whole = [figure for figure in whole if figure not in part]
    first, last = find_roots(there.text[: whom.start()]), find_roots(there.text[whom.end() :])
    for figure in here.figures:
        sides = ((whole, last - first), (part, first - last))
        if any(figure.value in {one.value for one in some} and root(deed.stem) in told for some, told in sides):
            return (figure.span,)
    return ()
