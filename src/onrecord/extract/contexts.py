"""Features of where a token stands: in its sentence, in a quotation, and between the words that are often cues.

In the features' names, ``l`` and ``r`` are the nearest words on the left and right that are often cues.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.extract.paragraphs import Paragraph, Word

CUE_LIKE = 2
"""The least step of ``Known.cue`` at which a word bears on the tokens around it."""

_CUE, _MOSTLY_CUE = 3, 4
_FAR = 99
_STEPS = (0, 1, 2, 3, 5, 8, 13, 21)
_PARTING = frozenset((",", ";", "—", "–", ":"))
_CLAUSE_OPENERS = frozenset((*_PARTING, '"', "(", ")", "and", "but", "who", "which"))
_CAPITAL = frozenset(("X", "Xx", "XX"))
_QUOTED_SHARE = 0.85


def _step(distance: int) -> int:
    return next((step for step, limit in enumerate(_STEPS) if distance <= limit), len(_STEPS))


_STEP_OF = tuple(_step(distance) for distance in range(_FAR + 1))


def _bucket(distance: int) -> int:
    """Return a distance in steps that grow."""
    return _STEP_OF[min(distance, _FAR)]


@dataclass(frozen=True, slots=True)
class _Quotation:
    """Where a token stands in its quotation."""

    inside: int = 0
    opened: int = _FAR
    closing: int = _FAR
    ending: str = "_"


_OUTSIDE = _Quotation()


def context_features(paragraph: Paragraph, words: Sequence[Word]) -> list[list[str]]:
    """Return the features of each token's place, one list a token."""
    quotations = _quotations(paragraph, words)
    found: list[list[str]] = []
    before = ""
    for number, begin, end in _sentences(paragraph, len(words)):
        sentence = _Sentence(words[begin:end], quotations[begin:end])
        count = len(paragraph.sentences)
        where = "only" if count == 1 else "first" if number == 0 else "last" if number == count - 1 else "mid"
        first = f"{paragraph.continues}/{number == 0}"
        found += sentence.features(where, before, first)
        before = sentence.summary()
    return found


def _sentences(paragraph: Paragraph, count: int) -> Iterator[tuple[int, int, int]]:
    """Yield each sentence that has tokens: its number, and its first token and the one after its last."""
    starts = [sentence.start for sentence in paragraph.sentences]
    numbers = [max(0, bisect_right(starts, token.start) - 1) for token in paragraph.tokens]
    begin = 0
    while begin < count:
        end = bisect_right(numbers, numbers[begin], begin)
        yield numbers[begin], begin, end
        begin = end


def _quotations(paragraph: Paragraph, words: Sequence[Word]) -> list[_Quotation]:
    starts = [token.start for token in paragraph.tokens]
    found = [_OUTSIDE] * len(words)
    for quote in paragraph.quotes:
        first, last = bisect_right(starts, quote.start - 1), bisect_right(starts, quote.end - 1)
        for at in range(first, last):
            final = words[last - 1].plain
            found[at] = _Quotation(1, at - first, last - 1 - at, final if final in ",.!?" else "x")
    return found


class _Sentence:
    """The words of a sentence with what stands to the right of each, and how much of it is quoted."""

    def __init__(self, words: Sequence[Word], quotations: Sequence[_Quotation]) -> None:
        self.words = words
        self.quotations = quotations
        self.count = len(words)
        self.is_cue = [word.cue >= CUE_LIKE and not place.inside for word, place in zip(words, quotations, strict=True)]
        self.quoted = sum(place.inside for place in quotations)
        capitals = sum(word.shape in _CAPITAL for word in words)
        self.titled = "T" if capitals > max(3, 2 * sum(word.shape == "x" for word in words)) else "t"
        self.right = [-1] * self.count
        self.right_commas = [0] * self.count
        self.right_quote = [_FAR] * self.count
        self.run = [0] * self.count
        self._look_right()

    def _look_right(self) -> None:
        right, commas, quote, run = -1, 0, _FAR, 0
        for at in range(self.count - 1, -1, -1):
            word, place = self.words[at], self.quotations[at]
            self.right[at], self.right_commas[at], self.right_quote[at] = right, min(commas, 3), quote
            run = run + 1 if word.shape in _CAPITAL else 0
            self.run[at] = run
            commas += word.plain in _PARTING
            if self.is_cue[at]:
                right, commas = at, 0
            quote = 1 if place.inside and place.opened == 0 else min(quote + 1, _FAR)

    def summary(self) -> str:
        """Say what a following sentence is told of this one: c for a cue, q and Q for quoted words, o for open."""
        heard = any(w.cue >= _CUE and not q.inside for w, q in zip(self.words, self.quotations, strict=True))
        return (
            ("c" if heard else "")
            + ("q" if self.quoted else "")
            + ("Q" if self.quoted > 0.8 * self.count else "")
            + ("o" if self.quotations[-1].inside else "")
        )

    def features(self, where: str, before: str, first: str) -> Iterator[list[str]]:
        """Yield the features of each token of the sentence."""
        words = self.words
        share = "all" if self.quoted >= _QUOTED_SHARE * self.count else "some" if self.quoted else "no"
        strong = sum(w.cue >= _MOSTLY_CUE and not q.inside for w, q in zip(words, self.quotations, strict=True))
        whole = f"{share}/{min(strong, 2)}"
        left, commas, that, clause, since_quote = -1, 0, 0, 0, _FAR
        sign = "^"
        for at, word in enumerate(words):
            place, right = self.quotations[at], self.right[at]
            state, coarse = place.inside, word.classes[0]
            lw, lq, ld = (words[left].plain, words[left].cue, _bucket(at - left)) if left >= 0 else ("_", 0, 9)
            rw, rq, rd = (words[right].plain, words[right].cue, _bucket(right - at)) if right >= 0 else ("_", 0, 9)
            after_left = words[left + 1].classes[1] if 0 <= left < self.count - 1 else -9
            cc, rc, since = min(commas, 3), self.right_commas[at], _bucket(since_quote)
            opening = words[clause].classes
            yield [
                f"i={state}",
                f"io={state}/{_bucket(place.opened)}",
                f"ic={state}/{_bucket(place.closing)}/{place.ending}",
                f"il={state}/{_bucket(place.opened + place.closing)}",
                f"sh={whole}/{state}",
                f"shp={whole}/{state}/{where}/{before}",
                f"p={_bucket(at)}",
                f"e={_bucket(self.count - 1 - at)}",
                f"pw={where}/{before}/{state}",
                f"pc={first}/{state}",
                f"l={lw}/{state}",
                f"ld={lw}/{ld}",
                f"lqd={lq}/{ld}/{state}",
                f"lt={lq}/{that}/{cc}/{state}",
                f"lts={lq}/{ld}/{that}/{cc}",
                f"ltw={lw}/{that}/{cc}",
                f"r={rw}/{state}",
                f"rd={rw}/{rd}",
                f"rqd={rq}/{rd}/{state}",
                f"lr={lq}/{ld}/{rq}/{rd}",
                f"lrw={lw}/{rw}",
                f"rq={_bucket(self.right_quote[at])}/{rq}",
                f"ti={self.titled}/{word.shape}/{coarse}",
                f"la={lq}/{after_left}/{ld}",
                f"rm={rq}/{rc}/{state}",
                f"rmc={rq}/{rc}/{coarse}",
                f"rmd={rq}/{rc}/{rd}/{sign}",
                f"nr={min(self.run[at], 4)}/{rq}/{rd}",
                f"sq={since}/{state}",
                f"sqr={since}/{coarse}",
                f"cl={opening[1]}/{_bucket(at - clause)}",
                f"clr={opening[0]}/{rq}/{rd}",
                f"cll={opening[0]}/{lq}/{cc}",
                f"lp={sign}/{coarse}",
                f"lpr={sign}/{rq}/{rd}",
                f"lpl={sign}/{lq}/{ld}/{state}",
            ]
            if self.is_cue[at]:
                left, commas, that = at, 0, 0
            elif word.plain in _PARTING:
                commas += 1
            elif word.plain == "that" and left >= 0 and at - left <= 4:
                that = 1
            if not word.plain[0].isalnum() and not state:
                sign = word.plain[0]
            if word.plain in _CLAUSE_OPENERS:
                clause = min(at + 1, self.count - 1)
            since_quote = 0 if state and place.closing == 0 else min(since_quote + 1, _FAR)
