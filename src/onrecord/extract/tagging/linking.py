"""From the parts that the tagger found to relations: which source and content belong to which cue.

In PolNeAR's notation a token has one role in one attribution, so relations do not nest: what a source says that
somebody else said is content of the first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.data import Span
from onrecord.extract.reading.paragraphs import Paragraph
from onrecord.extract.tagging.tagger import Piece, Role

_JOINT = re.compile(r";|\b(?:and|but|while|whereas|though|although)\s$")
_RELATIVE = ("who", "which", "that")
"""Sources of their own: "Renn, who hopes to win, said …"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A source, a cue and what is said; the content may stand in several pieces, and each part may be missing."""

    source: Span | None = None
    cue: Span | None = None
    contents: tuple[Span, ...] = ()
    telling: bool = False
    """A word of the cue mostly stands in cues."""
    says: bool = False
    """The cue is a verb of saying or thinking."""
    quotes: bool = False
    """Some of the content is a quotation of several words."""
    states: bool = True
    """The content states something that is the source's and not the text's own."""
    spoken: bool = False
    """The content is direct speech though no quotation marks stand around it."""
    apart: Span | None = None
    """Where it stands if it is said of a content told before: ", a claim the union denies"."""
    aside: bool = False
    """Its source is a "who" or "which", and what it tells stands beside what the sentence says."""
    fills: tuple[tuple[int, Span], ...] = ()
    """What is left out in it, and where: its cue is that of another then, "police at 12,000"."""

    def moved(self, by: int) -> Relation:
        """Return this relation with its spans ``by`` characters further on."""
        source, cue, apart = (
            span and Span(start=span.start + by, end=span.end + by) for span in (self.source, self.cue, self.apart)
        )
        contents = (Span(start=span.start + by, end=span.end + by) for span in self.contents)
        fills = ((at + by, Span(start=left.start + by, end=left.end + by)) for at, left in self.fills)
        return replace(self, source=source, cue=cue, contents=tuple(contents), apart=apart, fills=tuple(fills))


def link(pieces: Sequence[Piece], paragraph: Paragraph) -> tuple[Relation, ...]:
    """Return the relations of a paragraph in the order of their cues; contents without a cue come last.

    A part goes to the nearest cue on the side it points to. A source stays within its sentence, a content may stand in
    a later one: “A,” she said. “B.”
    """
    pieces = _joined(pieces, paragraph.text)
    tellers = [piece for piece in pieces if piece.role is Role.CUE]
    cues = [piece.span for piece in tellers]
    sources: dict[int, Span] = {}
    leading = [piece for piece in pieces if piece.role is Role.SOURCE and piece.leads]
    trailing = [piece for piece in pieces if piece.role is Role.SOURCE and not piece.leads]
    for piece in (*reversed(leading), *trailing):
        free = [at for at in _nearest(piece, cues) if at not in sources and together(piece.span, cues[at], paragraph)]
        if free:
            sources[free[0]] = piece.span
    for at in range(1, len(cues)):
        before = sources.get(at - 1)
        if at not in sources and before is not None and together(before, cues[at], paragraph):
            sources[at] = before  # "announced a plan and said it would …"
    contents: dict[int, list[Span]] = {}
    for at, piece in enumerate(pieces):
        if piece.role is Role.CONTENT:
            told = next(
                iter(_nearest(replace(piece, leads=False) if _is_told(at, pieces, paragraph) else piece, cues)), -1
            )
            contents.setdefault(told, []).append(piece.span)
    found = [
        Relation(source=sources.get(at), cue=cue.span, contents=tuple(contents.get(at, ())), telling=cue.telling)
        for at, cue in enumerate(tellers)
    ]
    alone = contents.get(-1)
    return (*found, Relation(contents=tuple(alone))) if alone else tuple(found)


def _joined(pieces: Sequence[Piece], text: str) -> list[Piece]:
    """Return the pieces with a source and what describes it behind a comma as one: "Renn, who lives in Tarn,"."""
    found: list[Piece] = []
    for piece in pieces:
        last = found[-1] if found else None
        describes = piece.role is Role.SOURCE and piece.span.cut(text).lower() not in _RELATIVE
        if describes and last and last.role is Role.SOURCE and not text[last.span.end : piece.span.start].strip(" ,"):
            found[-1] = replace(last, span=Span(start=last.span.start, end=piece.span.end))
        else:
            found.append(piece)
    return found


def _is_told(at: int, pieces: Sequence[Piece], paragraph: Paragraph) -> bool:
    """Say whether a content is that of the cue before it though it was read as that of the next.

    "The regulator said in June, and the pilots say in April": a joint stands behind it.
    """
    piece, text = pieces[at], paragraph.text
    if not piece.leads or at == 0 or at + 1 == len(pieces) or text[piece.span.start] in '“"':
        return False
    before, after = pieces[at - 1], pieces[at + 1]
    behind = before.role is Role.SOURCE and not before.leads and at > 1 and pieces[at - 2].role is Role.CUE
    beside = not text[before.span.end : piece.span.start].strip(" ,")
    told = (before.role is Role.CUE or behind) and beside and together(before.span, piece.span, paragraph)
    return told and _JOINT.search(text, piece.span.end, after.span.start) is not None


def _nearest(piece: Piece, cues: Sequence[Span]) -> list[int]:
    """Return the cues by nearness, those on the side that the piece points to first."""
    after = [at for at, cue in enumerate(cues) if cue.start >= piece.span.end]
    before = [at for at, cue in enumerate(cues) if cue.end <= piece.span.start][::-1]
    return after + before if piece.leads else before + after


def together(one: Span, other: Span, paragraph: Paragraph) -> bool:
    """Say whether two parts stand in one sentence."""
    start, end = min(one.start, other.start), max(one.end, other.end)
    return not any(start < sentence.start < end for sentence in paragraph.sentences)
