"""A page's story as a plain text has it: a line each block, the items of lists with their marks.

Such texts are what the models of pasted passages learned from, and a list is known by its marks, which HTML leaves to
the screen. What stands between the story's blocks, as captions and adverts do, is left out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.data import Block, Span
from onrecord.restore.words import LIST_ITEM

_ITEM = re.compile(r"/(?:ul|(?P<numbered>ol))\[\d+\]/li\[(?P<number>\d+)\](?:/p\[1\])?$")


@dataclass(frozen=True, slots=True)
class Written:
    """Some blocks of a page as lines of a text."""

    text: str
    lines: tuple[Span, ...]
    """Where each block stands in the text, its mark included."""
    shifts: tuple[int, ...]
    """How far behind that its words stand on the page."""
    spans: tuple[Span, ...]
    """Where each block stands on the page."""

    @classmethod
    def of(cls, blocks: Iterable[Block], text: str) -> Written:
        """Write some blocks of a page of which ``text`` is all that is seen."""
        parts: list[str] = []
        lines: list[Span] = []
        shifts: list[int] = []
        spans: list[Span] = []
        end = 0
        for block in blocks:
            words = block.span.cut(text)
            mark = _mark(block.element or "", words) if is_item(block) else ""
            lines.append(Span(start=end, end=end + len(mark) + len(words)))
            shifts.append(block.span.start - end - len(mark))
            spans.append(block.span)
            parts.append(mark + words)
            end = lines[-1].end + 1
        return cls("\n".join(parts), tuple(lines), tuple(shifts), tuple(spans))

    def on_page(self, span: Span) -> Span:
        """Return the span of the page that ``span`` of the text stands for, what stands between the blocks included."""
        return Span(start=self._place(span.start), end=self._place(span.end - 1) + 1)

    def _place(self, at: int) -> int:
        """Return where on the page a character stands; that of a mark or a line's end is the nearest of its line."""
        n = bisect_right(self.lines, at, key=_start) - 1
        span = self.spans[n]
        return min(max(at + self.shifts[n], span.start), span.end - 1)


def is_item(block: Block) -> bool:
    """Say whether a block is an item of a list by its element, or its first paragraph."""
    return "/li[" in (block.element or "") and _ITEM.search(block.element or "") is not None


def _start(line: Span) -> int:
    return line.start


def _mark(element: str, words: str) -> str:
    item = _ITEM.search(element)
    if item is None or LIST_ITEM.match(words):
        return ""
    return f"{item['number']}. " if item["numbered"] else "- "
