"""Sentences of the page that the judge takes for part of a reply beside them: left to the page where it is not sure.

A reply that tells of the page's matter reads like it, so wording alone tells little of a sentence at its end. Two
readings have to agree: the judge, that the passage may as well end before it, and the register, that it speaks to
nobody while others of the passage speak to somebody who asked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import inf

import numpy as np

from onrecord.data import RemovalKind, Span
from onrecord.restore.pasted.joins import breaks_off
from onrecord.restore.pasted.judge import Stretch
from onrecord.restore.pasted.passages import Passage, Paths, passage
from onrecord.restore.pasted.register import likeliest
from onrecord.restore.pasted.tokens import Tokens
from onrecord.restore.phrases import REPLIES
from onrecord.restore.words import CITATION_GAP, COMPILED_REPLY, ENDED, LIST_ITEM, MARKUP
from onrecord.text.sentences import sentences

_BEFORE, _BEHIND = 5.5, 3.0
"""Log-likelihood that a passage may lose with sentences that it starts and ends with. Dev fold: of those that speak to
nobody the pasted ones are worth 7 and more, the page's own 1.2 and less; in our tests one a reply ends with 4. Behind
another in its own line such a one is the reply's."""
_CLEAR = -3.0
"""How far below the bound of the register a sentence speaks to nobody."""
_NOBODY = -2.0  # the same above a line that rules are sure of
_PLAIN = 1.0  # how far above it one speaks to who asked that is no sentence of a page's lead
_MOST = 24  # sentences of a passage that are read
_TURN = re.compile(rf"(?:(?:[-*•–]|\d{{1,2}}[.)])\s+)?(?:{REPLIES['beside']['turns']})", re.IGNORECASE)
_RUNNING = (RemovalKind.OTHER_ARTICLE, RemovalKind.DUPLICATE)

Run = tuple[int, int]


def spare(text: str, tokens: Tokens, stretch: Stretch, found: Sequence[Passage]) -> list[Passage]:
    """Return the passages of a stretch without the page's own sentences at their ends and between two replies."""
    paths = Paths.of(stretch)
    parts: list[Passage] = []
    for one in found:
        said = _Said(text, tokens, stretch, paths, one)
        last = said.count - 1
        runs = said.without_own(0, last) if one.kind not in _RUNNING and 0 < last < _MOST else [(0, last)]
        spared = runs != [(0, last)] and all(any(map(said.speaks, range(a, b + 1))) for a, b in runs)
        parts += [passage(stretch, paths, *said.tokens(run)) for run in runs] if spared else [one]
    return parts


class _Said:
    """The sentences of a passage, by number; what is asked of the register is asked once and only where it counts."""

    def __init__(self, text: str, tokens: Tokens, stretch: Stretch, paths: Paths, one: Passage) -> None:
        start, end = int(tokens.starts[one.first]), int(tokens.ends[one.last])
        self._text, self._paths, self._likely, self._offset = text, paths, one.likely, stretch.first
        self._spans = [Span(start=start + at.start, end=start + at.end) for at in sentences(text[start:end], "en")]
        self._firsts = np.searchsorted(tokens.starts, [span.start for span in self._spans]).tolist()
        self._lasts = np.searchsorted(tokens.ends, [span.end for span in self._spans]).tolist()
        self._odds: dict[int, float] = {}
        self._breaks_off = breaks_off(text, start)
        self.count = len(self._spans)

    def tokens(self, run: Run) -> Run:
        """Return with which tokens of the stretch a run of sentences starts and ends."""
        return self._firsts[run[0]] - self._offset, self._lasts[run[1]] - self._offset

    def without_own(self, first: int, last: int) -> list[Run]:
        """Return what of a run of sentences is a reply's: one run, or several with the page's own between them.

        Of the places where it may as well start or end those go first where a sentence stands that is not clear.
        """
        begun = self._breaks_off and first == 0  # as the page's own, its first sentence would have none before it
        behind = range(first + 1, last + 1) if not begun else ()
        opening = next((at for at in behind if self._opens(first, at)), None)
        if opening is not None:
            first, self._likely = opening, self._paths.likely(*self.tokens((opening, last)))
        later = [at for at in behind if at > first and self._starts(at, last) and self._are_clear(first, at)]
        first = min(later, key=lambda at: (self._is_clear(at), self._lost(at, last)), default=first)
        sooner = [at for at in range(first, last) if self._ends(first, at) and self._are_clear(at + 1, last + 1)]
        last = min(sooner, key=lambda at: (self._is_clear(at), self._lost(first, at)), default=last)
        for end in range(first, last - 1):
            for start in range(end + 2, last + 1) if self._ends(first, end) else ():
                if self._starts(start, last) and self._are_clear(end + 1, start):
                    return [(first, end), *self.without_own(start, last)]
        return [(first, last)]

    def speaks(self, at: int) -> bool:
        """Say whether a sentence speaks to somebody who asked."""
        return self._speaks_above(0.0, at)

    def _starts(self, at: int, last: int) -> bool:
        return self._lost(at, last) < _BEFORE

    def _ends(self, first: int, at: int) -> bool:
        return self._is_parted(at) and self._lost(first, at) < _BEHIND

    def _opens(self, first: int, at: int) -> bool:
        """Say whether an assistant's turn begins in a line of its own, and what is before it speaks to nobody.

        So does the first line that plainly speaks to who asked behind the headline of the page.
        """
        if not self._is_parted(at - 1):
            return False
        turn = _TURN.match(self._spans[at].cut(self._text)) is not None
        bound = 0.0 if turn else _PLAIN
        begins = turn or (self._heads(first) and self._speaks_above(bound, at))
        return begins and not any(self._speaks_above(bound, before) for before in range(first, at))

    def _speaks_above(self, bound: float, at: int) -> bool:
        return self._says(at) or self._of(at) > bound

    def _heads(self, at: int) -> bool:
        return not self._text[: self._spans[at].start].strip()

    def _is_parted(self, at: int) -> bool:
        return "\n" in self._text[self._spans[at].end : self._spans[at + 1].start]

    def _lost(self, first: int, last: int) -> float:
        return self._likely - self._paths.likely(*self.tokens((first, last)))

    def _are_clear(self, start: int, end: int) -> bool:
        return all(map(self._is_clear, range(start, end)))

    def _is_clear(self, at: int) -> bool:
        """Say whether a sentence speaks to nobody by its words, and neither is of a list nor marked up."""
        return _may_be_clear(self._spans[at].cut(self._text)) and -inf < self._of(at) < _CLEAR

    def _says(self, at: int) -> bool:
        return _says(self._spans[at].cut(self._text))

    def _of(self, at: int) -> float:
        if at not in self._odds:
            self._odds[at] = likeliest(self._text, self._spans[at])
        return self._odds[at]


def begins_turn(text: str, span: Span) -> bool:
    """Say whether a passage begins as the turn of an assistant does."""
    return _TURN.match(text, span.start, span.end) is not None


def leads_on(text: str, span: Span) -> bool:
    """Say whether a passage is a list below a line that leads to it with a colon and speaks to nobody."""
    head, *items = filter(None, map(str.strip, span.cut(text).splitlines()))
    if not items or not head.endswith(":") or not all(map(LIST_ITEM.match, items)):
        return False
    start = text.index(head, span.start)
    return likeliest(text, Span(start=start, end=start + len(head))) <= 0


def tells_mostly(text: str, span: Span) -> bool:
    """Say whether most sentences of a passage speak to nobody by their words, or some do and none to who asked."""
    parts = sentences(span.cut(text), "en")[:_MOST]
    said = [Span(start=span.start + one.start, end=span.start + one.end) for one in parts]
    odds = [likeliest(text, one) for one in said]
    clear = sum(_may_be_clear(one.cut(text)) and -inf < how < _CLEAR for one, how in zip(said, odds, strict=True))
    spoken = any(how > 0 or _says(one.cut(text)) for one, how in zip(said, odds, strict=True))
    return 2 * clear > len(said) or (clear > 0 and not spoken)


def speaks_to_somebody(text: str, span: Span) -> bool:
    """Say whether something in a passage speaks to who asked, or is of a list, marked up, has a gap, or leads on."""
    parts = sentences(span.cut(text).rstrip(), "en")
    said = [Span(start=span.start + one.start, end=span.start + one.end) for one in parts]
    words = [one.cut(text) for one in said]
    may = len(said) <= _MOST and not any(map(CITATION_GAP.search, words)) and all(map(_may_be_clear, words))
    return not may or any(likeliest(text, one) > _NOBODY for one in said)


def first_spoken(text: str, span: Span) -> Span | None:
    """Return a passage from its first sentence on that speaks to somebody who asked, where that is not all of it."""
    for one in sentences(span.cut(text), "en")[:_MOST]:
        said = Span(start=span.start + one.start, end=span.start + one.end)
        if _says(said.cut(text)) or likeliest(text, said) > 0:
            return Span(start=said.start, end=span.end) if said.start > span.start else None
    return None


def last_spoken(text: str, span: Span) -> int:
    """Return where the sentences of a passage end that do not plainly speak to nobody, where a line begins behind."""
    parts = sentences(span.cut(text), "en")
    said = [Span(start=span.start + one.start, end=span.start + one.end) for one in parts]
    last = len(said)
    while last and len(said) <= _MOST and _may_be_clear(said[last - 1].cut(text)):
        if not -inf < likeliest(text, said[last - 1]) < _CLEAR:
            break
        last -= 1
    parted = 0 < last < len(said) and "\n" in text[said[last - 1].end : said[-1].start]
    return said[last - 1].end if parted else span.end


def _may_be_clear(words: str) -> bool:
    """Say whether a sentence has no formula of a reply, and is neither of a list nor marked up nor leads on."""
    listed = LIST_ITEM.match(words) or MARKUP.search(words) or words.endswith(":")
    return not listed and not _says(words) and ENDED.search(words) is not None


def _says(words: str) -> bool:
    return any(sign.search(words) for _, sign in COMPILED_REPLY)
