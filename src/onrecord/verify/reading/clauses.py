"""Statements that state two things, cut into one clause each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from onrecord.data import Span
from onrecord.text.spans import trim
from onrecord.verify.reading.tokens import Word, find_words

_JOINT = re.compile(r"(?:;|,? (?:but|though|although|while|whereas)|, (?:and|yet)) ")
_RELATIVE = re.compile(r", (?:who|whose|which|where)\b")
"""Opens an aside, after which nothing is cut: its end cannot be told."""
_QUOTED_FIRST = re.compile(r"([“\"][^“”\"]{1,200}[”\"]),? and ")
_TAIL = re.compile(
    r",? (?:(?:(?:(?:nearly|about|almost|around|some|over) )?(?:[\w.]+ )?(?:minutes|hours|days|weeks|months|years) "
    r"|a (?:minute|day|week|month|year) )?(?:after|before)|following|amid|because|despite) "
    r"(?!dawn|daybreak|sunrise|noon|dusk|sunset|dark|nightfall|midnight|then\b)"
)
"""Opens what adds a time or a cause at the end of a sentence, often another event, which the hour is not."""
_LEADING = re.compile(r"(?:while|although|though|whereas) ", re.IGNORECASE)
VERBS = frozenset(
    """
    is are was were been be has have had does do did will would can could may might must isn't aren't wasn't weren't
    hasn't haven't hadn't doesn't don't didn't won't said led won lost went took made gave came saw held met left kept
    told found fell rose grew began became put cut hit sent built paid sold bought stood
    flew drew drove ran struck wrote spent ought
    arose brought broke blew caught chose crept dealt dug drank fled fought forgot froze got heard hid knew laid lent
    meant overcame rang rode sank sat shook slept slid sought spoke stole stuck swam swept swore swung taught thought
    threw tore understood undertook withdrew woke wore
    upheld withheld shrank ate overthrew overtook underwent oversaw clung fed flung forbade forgave hung knelt leapt
    mistook sang sprang stung strode wept beat outran outsold
    """.split()
)
"""Finite verbs that do not end in -ed."""
_FEWEST = 3
"""Words of a clause that has a subject and a verb and says something."""


def find_clauses(text: str) -> tuple[Span, ...]:
    """Return the clauses of a sentence that stand on their own; none when it is one clause, or cannot be cut so.

    Where a cut would leave a clause without a subject or verb nothing is cut: what is missing is not read into it.
    """
    leading = _LEADING.match(text)
    start = leading.end() if leading else 0
    relative = _RELATIVE.search(text, start)
    cuts = [
        (match.start(), match.end())
        for match in _JOINT.finditer(text, start, relative.start() if relative else len(text))
    ]
    comma = text.find(", ", start)
    if leading and comma > 0:
        cuts = [(comma, comma + 1)]
    edges = [start, *(edge for cut in cuts for edge in cut), len(text)]
    spans = [trim(text, Span(start=a, end=b)) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b]
    clauses = tuple(span for span in spans if span is not None)
    whole = len(clauses) > 1 and all(_stands_alone(span.cut(text), loose=bool(leading)) for span in clauses)
    return clauses if whole else ()


def find_tail(text: str) -> Span | None:
    """Return what adds a time or a cause at the end of a sentence: "after the release of the report"."""
    tail = _TAIL.search(text)
    return Span(start=tail.start(), end=len(text)) if tail and tail.start() else None


def find_heads(text: str, clauses: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the beginnings of clauses that say something by themselves.

    They end with a quotation that "and" adds more to, or before what adds a time or a cause: "after the release of".
    """
    heads = []
    for clause in clauses or (Span(start=0, end=len(text)),):
        quoted = _QUOTED_FIRST.search(text, clause.start, clause.end)
        tail = _TAIL.search(text, clause.start, clause.end)
        ends = (quoted and quoted.end(1), tail and tail.start())
        heads += [
            Span(start=clause.start, end=end)
            for end in ends
            if end and end > clause.start and _stands_alone(text[clause.start : end], loose=True)
        ]
    return tuple(dict.fromkeys(heads))


def find_verb(words: Sequence[Word], *, loose: bool = False) -> int | None:
    """Return the index of the first finite verb that has a subject before it; ``loose`` takes a word in -s for one."""
    subject = False
    for at, (before, word) in enumerate(pairwise(words), start=1):
        subject = subject or before.content
        ending = word.plain.endswith(("ed", "s") if loose else "ed") and not word.capital
        if subject and (word.plain in VERBS or ending):
            return at
    return None


def _stands_alone(clause: str, *, loose: bool) -> bool:
    """Say whether a clause has a subject and a verb."""
    words = find_words(clause)
    return len(words) >= _FEWEST and find_verb(words, loose=loose) is not None
