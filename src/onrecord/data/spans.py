"""Ranges of a text, and what they cut out."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.data.requiring import require


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A non-empty half-open range of code points in ``Document.text``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:  # asked millions of times: words for the error are made when there is one
            raise ValueError(f"a span needs 0 <= start < end, not {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def cut(self, text: str) -> str:
        """Return the characters this span covers.

        Raises:
            ValueError: the span reaches past the end of ``text``.
        """
        if self.end > len(text):
            raise ValueError(f"span {self.start}..{self.end} reaches past a text of {len(text)} characters")
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Say whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Say whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A Web Annotation TextQuoteSelector: the exact words with a little of what stands around them."""

    exact: str
    prefix: str = ""
    suffix: str = ""

    def __post_init__(self) -> None:
        require(bool(self.exact), "a quote needs its exact words")


def require_ordered(spans: tuple[Span, ...], text: str) -> None:
    """Check that spans stand in order, do not overlap and end inside ``text``."""
    end = 0
    for span in spans:
        if span.start < end:
            raise ValueError(f"spans overlap or are out of order at {span.start}")
        end = span.end
    require(end <= len(text), f"spans reach {end}, past the end of the text at {len(text)}")
