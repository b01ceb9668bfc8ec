"""What a reply tells again from the page: it goes with the reply where each line shows that it is none of the page's.

Its place shows nothing: what stands between "Here is the revised version:" and an offer may be the whole article. A gap
where a citation was shows it, marks of lists and headings that the page has nowhere else, and that another paragraph
says the same.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import takewhile

from onrecord.data import Reason, Removal, RemovalKind, RemovalStatus, Span
from onrecord.data import ReasonCode as Code
from onrecord.restore.pasted.evidence import explain, runs
from onrecord.restore.pasted.proposals import overlaps
from onrecord.restore.pasted.taken import fills
from onrecord.restore.words import CITATION_GAP, COMPILED_REPLY, ENDED, MARKUP
from onrecord.text.sentences import sentences
from onrecord.text.words import content_words

_MOST = 12  # lines
_READ = 2_000  # characters of a line that are compared
_SAME, _ALIKE = 0.8, 0.6
"""Share of a line's content words that one paragraph of the page has too: where it is the same in other words, and
where a reply tells it again behind what promises to."""
_FEWEST = 3  # such words
_LONG, _OF_PAGE = 8, 0.75  # such words of a quotation, and the share that the page has
_POINTS = 2  # headings in marks, or one above so many points behind pictures: one heads a box of the page, too
_RETELLS = re.compile(
    r"\b(?:search results|sources?|summary|summari[sz]e|rundown|overview|breakdown|takeaways|is known|found|"
    r"key (?:points|facts|details)|information (?:provided|available|i have)|"
    r"here(?:['’]?s| is| are) (?:what|the (?:facts|details|information))|"
    r"(?:concise|shorter|condensed|tightened|tighter|shortened|trimmed|simplified) "
    r"(?:version|paragraph|draft|text|take))\b",
    re.IGNORECASE,
)
_PICTURED = re.compile(r"\s*(?![*•–·])[^\w\s\"“”„‘’'«»()\[\]@#$£€¥.,;:!?/&%+|-]\S{0,2}\s+\S")
_WHOLE_QUOTATION = re.compile(r"[“\"][^“”\"\n]+[”\"]|\*[^*\n]+\*")
_TITLE = re.compile(r"^(?P<marks>#{1,6})[ ]+\S", re.MULTILINE)
_BELOW, _AROUND = 2, 3  # lines
_HEADS = re.compile(r"\s*(?:#{1,6}\s+\S|(?:[^\w\s]\S{0,2}\s+)?\*\*[^*\n]{1,80}\*\*)")
_WHY: tuple[Reason, ...] = explain((Code.RESTATES_PAGE,))


def with_retold(
    text: str, lines: Sequence[Span], found: Sequence[Removal], foreign: Collection[Span] = ()
) -> list[Removal]:
    """Take what stands between a part of a reply that leads on with a colon and the next, and above one in marks.

    ``foreign`` are lines that the judge by itself rather takes for so: below a heading in marks that shows as much.
    """
    parts = sorted((one for one in found if _is_part(text, one)), key=lambda one: one.span.start)
    if not parts:  # as on most pages
        return list(found)
    page = _Page(text, lines, found, foreign)
    wider: list[Removal] = []
    for one, behind in zip(parts, [*(part.span for part in parts[1:]), None], strict=True):
        span = page.led_to(page.recounted_below(page.above(one.span), behind), behind)
        made = one
        if wider and wider[-1].span.overlaps(span):
            made = wider.pop()
            span = Span(start=min(made.span.start, span.start), end=max(made.span.end, span.end))
        known = tuple(why for why in _WHY if why not in made.reasons) if span != made.span else ()
        wider.append(replace(made, span=span, reasons=(*made.reasons, *known)))
    rest = (one for one in found if one not in parts and not any(other.span.covers(one.span) for other in wider))
    return [*rest, *wider]


def _is_part(text: str, one: Removal) -> bool:
    cut = one.kind is RemovalKind.CHATBOT_REPLY and one.status is RemovalStatus.REMOVED
    return cut and fills(text, one.span)


def _start(span: Span) -> int:
    return span.start


class _Page:
    """The lines of a page: what of them no reply has, and what the others say."""

    def __init__(self, text: str, lines: Sequence[Span], found: Sequence[Removal], foreign: Collection[Span]) -> None:
        cut = sorted((one.span for one in found if one.status is RemovalStatus.REMOVED), key=_start)
        self._text = text
        self._own = [line for line in lines if not overlaps(line, cut)]
        self._foreign = frozenset(foreign)
        self._words = [frozenset(content_words(line.cut(text)[:_READ])) for line in self._own]
        self._running = [runs(line.cut(text)) for line in self._own]
        self._marked, self._gaps = (sum(map(of, range(len(self._own)))) for of in (self._is_marked, self._has_gap))

    def led_to(self, span: Span, behind: Span | None) -> Span:
        """Return a part that leads on with a colon, with the lines below it that show that they are a reply's."""
        led = span.cut(self._text).rstrip().rpartition("\n")[2]
        if not led.rstrip("*").endswith(":"):
            return span
        first = bisect_left(self._own, span.end, key=_start)
        last = len(self._own) if behind is None else bisect_left(self._own, behind.start, key=_start)
        between = range(first, max(first, last))
        gaps = sum(map(self._has_gap, between)) == self._gaps  # else they are the page's: links leave such gaps too
        if behind is not None and 0 < len(between) <= _MOST:
            least = _ALIKE if _RETELLS.search(led) else _SAME
            if all((gaps and self._has_gap(n)) or self._says_again(n, between, least) for n in between) or (
                least == _ALIKE and all(self._sums_up(n, between) for n in between)
            ):
                return Span(start=span.start, end=behind.end)
        if _RETELLS.search(led) and between and self._is_quoted(first):
            return Span(start=span.start, end=self._own[first].end)
        gapped = list(takewhile(self._has_gap, between[:_MOST]))
        led_to = 1 < len(gapped) == self._gaps
        return Span(start=span.start, end=self._own[gapped[-1]].end) if led_to else span

    def above(self, span: Span) -> Span:
        """Return a part with what of it stands above: points that are handed over, what is in marks, a title."""
        return self.titled_above(self.marked_above(self.recounted_above(span)))

    def marked_above(self, span: Span) -> Span:
        """Return a part with what stands in marks right above it: headings, and what is foreign or told again below."""
        first = bisect_left(self._own, span.start, key=_start)
        above = range(first - 1, max(-1, first - 1 - 2 * _MOST), -1)
        held = list(takewhile(self._is_of_marks, above))
        while held and not self._heads(held[-1]):
            held.pop()
        heads, pictured = (sum(map(of, held)) for of in (self._heads, self._is_pictured))
        if heads + (pictured >= _POINTS) < _POINTS or sum(map(self._is_marked, held)) < self._marked:
            return span
        return Span(start=self._own[held[-1]].start, end=span.end)

    def titled_above(self, span: Span) -> Span:
        """Return a part in marks with what of its document is above it: its title, a line or two below each head.

        The title is of a higher level than every other heading; no page has one in its midst, and none elsewhere.
        """
        first = bisect_left(self._own, span.start, key=_start)
        levels = [len(at["marks"]) for at in _TITLE.finditer(span.cut(self._text))]
        if not self._marked or not MARKUP.search(span.cut(self._text).partition("\n")[0]):
            return span
        top, between = first, 0
        for n in range(first - 1, max(-1, first - 1 - 2 * _MOST), -1):
            title = _TITLE.match(self._text, self._own[n].start, self._own[n].end)
            between = 0 if title else between + 1
            if between > _BELOW:
                break
            if title and len(title["marks"]) < min(levels, default=0):
                top = n
            levels += [len(title["marks"])] if title else []
        held = range(top, first)
        apart = any(self._running[:top]) and sum(map(self._is_marked, held)) == self._marked
        return Span(start=self._own[top].start, end=span.end) if held and apart else span

    def recounted_above(self, span: Span) -> Span:
        """Return an offer with the points above it, a line below each head in marks, and what hands them over.

        The page has such marks nowhere else, and goes on around them.
        """
        first = n = bisect_left(self._own, span.start, key=_start)
        while n > 0 and first - n < 2 * _MOST and self._is_point(n - 1):
            n -= 1
        lead = self._own[n - 1] if n else span
        return Span(start=lead.start, end=span.end) if self._are_points(lead, n, first) else span

    def recounted_below(self, span: Span, behind: Span | None) -> Span:
        """Return what hands points over, and may have the first head, with these up to the offer ``behind`` them."""
        if behind is None:
            return span
        first, last = (bisect_left(self._own, at, key=_start) for at in (span.end, behind.start))
        headed = _HEADS.match(span.cut(self._text).rstrip().rpartition("\n")[2]) is not None
        held = range(first + headed, last)
        points = 0 < last - first < 2 * _MOST and all(map(self._is_point, held))
        joined = points and self._are_points(span, first, last, headed)
        return Span(start=span.start, end=behind.end) if joined else span

    def _is_point(self, n: int) -> bool:
        """Say whether a line is a head in marks, or stands below one."""
        return self._heads(n) or (n > 0 and self._heads(n - 1))

    def _are_points(self, lead: Span, first: int, last: int, headed: bool = False) -> bool:
        """Say whether lines are all that is in marks on a page that goes on around them, handed over as a summary."""
        line = lead.cut(self._text).lstrip().partition("\n")[0].rstrip("* ")
        hands = line.endswith(":") and _RETELLS.search(line) and any(at.search(line) for _, at in COMPILED_REPLY)
        marked = sum(map(self._is_marked, range(first, last)))
        heads = headed + sum(map(self._heads, range(first, last)))
        around = sum(self._running[: max(0, first - 1)]) + sum(self._running[last:])
        return bool(hands) and marked == self._marked and heads >= _POINTS and around >= _AROUND

    def _has_gap(self, n: int) -> bool:
        return CITATION_GAP.search(self._own[n].cut(self._text)) is not None

    def _says_again(self, n: int, together: Sequence[int], least: float) -> bool:
        """Say whether one running paragraph of the page, none of those ``together``, has most words of a sentence.

        A heading without a stop has the words of what it heads.
        """
        said = self._words[n] if ENDED.search(self._own[n].cut(self._text)) else frozenset()
        others = (self._words[at] for at, tells in enumerate(self._running) if tells and at not in together)
        return len(said) >= _FEWEST and any(len(said & other) >= least * len(said) for other in others)

    def _sums_up(self, n: int, together: Sequence[int]) -> bool:
        """Say whether of each sentence of a line one running paragraph, none of those ``together``, has most words.

        Of 30,000 paragraphs of articles two in a hundred say again what others do.
        """
        line = self._own[n].cut(self._text)[:_READ]
        said = [frozenset(content_words(one.cut(line))) for one in sentences(line, "en")]
        others = [self._words[at] for at, tells in enumerate(self._running) if tells and at not in together]
        few = not said or min(map(len, said)) < _FEWEST
        return not few and all(any(len(one & other) >= _ALIKE * len(one) for other in others) for one in said)

    def _is_quoted(self, n: int) -> bool:
        """Say whether a line is a quotation from end to end, without who says it, in words of the page.

        Of such paragraphs, of which one article in five has one, four in a hundred have as many words of the rest.
        """
        said, whole = self._words[n], _WHOLE_QUOTATION.fullmatch(self._own[n].cut(self._text).strip())
        rest = frozenset().union(*(words for at, words in enumerate(self._words) if at != n)) if whole else frozenset()
        return len(said) >= _LONG and len(said & rest) >= _OF_PAGE * len(said)

    def _is_of_marks(self, n: int) -> bool:
        return self._is_marked(n) or self._own[n] in self._foreign or self._says_again(n, [n], _ALIKE)

    def _is_marked(self, n: int) -> bool:
        return MARKUP.search(self._own[n].cut(self._text)[:_READ]) is not None or self._is_pictured(n)

    def _is_pictured(self, n: int) -> bool:
        return _PICTURED.match(self._own[n].cut(self._text)) is not None

    def _heads(self, n: int) -> bool:
        return _HEADS.match(self._own[n].cut(self._text)) is not None
