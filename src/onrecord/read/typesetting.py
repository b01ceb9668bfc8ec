"""Letters as they are set on paper to text: lines to paragraphs, broken words put together, running heads left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

_LEADING = 1.35
"""Times the distance of two lines from which they stand in two paragraphs: set solid it is 1, an empty line apart 2."""
_SAME_SIZE = 0.1  # share by which the letters of a paragraph may differ, as small capitals do
_INDENT = 0.8  # of the size of the letters
_WIDE = 2.5  # sizes of letters: the largest distance of two lines of one text
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"})
_UNSPACED = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]")
_BULLETS = "•‣◦▪▫●○■□"
_HEADS = 2  # lines a running head or foot may have
_BROKEN_WORD = re.compile(r"\u00ad$|[^\W\d_]-$")
_END = re.compile(r"[.!?:;。！？…][\"'”’»)\]]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of letters, from its place at the left; points, from the lower left corner of its page."""

    words: str
    page: int
    left: float
    height: float
    size: float


class Setting:
    """Puts the pieces of a page together, as the library hands them over, to its lines."""

    def __init__(self, page: int) -> None:
        self._page = page
        self._lines: list[Line] = []
        self._pieces: list[str] = []
        self._place: tuple[float, float, float] | None = None

    def take(self, words: str, cm: Sequence[float], tm: Sequence[float], _font: object, size: float) -> None:
        """Take a piece with its two matrices: of what it is set in, and of itself."""
        first, *others = words.split("\n")
        self._put(first, cm, tm, size)
        for more in others:
            self._close()
            self._put(more, cm, tm, size)

    def end(self) -> list[Line]:
        """Return the lines."""
        self._close()
        return self._lines

    def _put(self, words: str, cm: Sequence[float], tm: Sequence[float], size: float) -> None:
        if words.strip() and self._place is None:
            left = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            height = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            self._place = left, height, abs(size * (tm[3] or 1) * (cm[3] or 1))
        self._pieces.append(words)

    def _close(self) -> None:
        words = " ".join("".join(self._pieces).translate(_LIGATURES).split())
        if words and self._place is not None:
            left, height, size = self._place
            self._lines.append(Line(words=words, page=self._page, left=left, height=height, size=size or 1.0))
        self._pieces, self._place = [], None


def without_running_heads(lines: list[Line]) -> list[Line]:
    """Leave out lines at the top or foot that most pages have in the same place, their numbers aside."""
    edges = [line for _, page in groupby(lines, key=lambda line: line.page) for line in _edges(list(page))]
    pages = len({line.page for line in lines})
    seen = Counter(place for place, _ in {(_place(line), line.page) for line in edges})
    heads = {place for place, count in seen.items() if count >= 3 and count * 2 > pages}
    return [line for line in lines if _place(line) not in heads]


def _edges(page: list[Line]) -> list[Line]:
    """Return the lines at the top and foot of a page, none of one that hardly has others."""
    page.sort(key=lambda line: line.height)
    return page[:_HEADS] + page[-_HEADS:] if len(page) > 2 * _HEADS else []


def _place(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "0", line.words), round(line.height)


def paragraphs(lines: Sequence[Line]) -> Iterator[str]:
    """Join lines to paragraphs: what is set at one size, a line below the other, from indent to indent."""
    gaps = [a.height - b.height for a, b in pairwise(lines) if _follows(a, b)]
    leading = median(gaps) if gaps else 0.0
    held: list[Line] = []
    for line in lines:
        if held and not _goes_on(held, line, leading):
            yield _joined(held)
            held = []
        held.append(line)
    if held:
        yield _joined(held)


def _follows(above: Line, below: Line) -> bool:
    """Say whether a line stands just below another."""
    return above.page == below.page and 0 < above.height - below.height < _WIDE * above.size


def _goes_on(held: Sequence[Line], line: Line, leading: float) -> bool:
    last = held[-1]
    if abs(line.size - last.size) > _SAME_SIZE * last.size or line.words[0] in _BULLETS:
        return False
    if not _follows(last, line):  # the top of a column or page: a sentence may go on there
        return not _END.search(last.words) and len(held) > 1 and line.words[:1].islower()
    indented = line.left - last.left > _INDENT * line.size and len(held) > 1 and bool(_END.search(last.words))
    return last.height - line.height <= _LEADING * leading and not indented


def _joined(lines: Iterable[Line]) -> str:
    """Join the lines of a paragraph; a word that was broken at the end of one is put together again."""
    text = ""
    for line in lines:
        if _BROKEN_WORD.search(text) and (text[-1] == "\u00ad" or line.words[:1].islower()):
            text = text[:-1] + line.words
        elif not text or (_UNSPACED.match(text[-1]) and _UNSPACED.match(line.words)):
            text += line.words
        else:
            text += " " + line.words
    return text
