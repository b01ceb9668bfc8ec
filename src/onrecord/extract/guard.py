"""What of a reading may be said of a statement: the tagger proposes, these rules decide.

A tagger is wrong in every fourth cue (``docs/methods.md``), and what it calls an attribution is wider than a statement:
wishes, rulings and likings too. A statement is given a speaker only where its cue is a word that often is one, a clause
follows or the words are quoted, and its attribution is the outermost. What somebody plans or hopes to do is no
statement of theirs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.data import Directness, Span
from onrecord.extract.attribution import directness, is_said, quotes_in
from onrecord.extract.frames import according, closing, is_saying, is_source, opening
from onrecord.extract.linking import Relation, together
from onrecord.extract.paragraphs import Paragraph

_CLAUSE = re.compile(r"(?:that|how|why|whether|if|what|when|where|who)\b", re.IGNORECASE)
_AIM = re.compile(r"to\b", re.IGNORECASE)
_PASSIVE = re.compile(r"(?:is|are|was|were|been|being|be)\b.*(?:ed|told|said|known|thought)\b", re.IGNORECASE)

_LONG_QUOTATION = 5
"""Words; fewer between quotation marks are more often a term than somebody's statement."""

_LONGEST = 4_000
"""Characters of a sentence that frames are looked for in; what runs on longer is no sentence."""


def guarded(relations: Sequence[Relation], paragraph: Paragraph) -> tuple[Relation, ...]:
    """Return the relations that statements may rest on, completed by frames."""
    kept = [relation for relation in (_sure(relation, paragraph) for relation in relations) if relation]
    for sentence in paragraph.sentences:
        if len(sentence) <= _LONGEST:
            kept = _framed(kept, paragraph, sentence)
    return tuple(kept)


def outermost(relations: Sequence[Relation], sentence: Span) -> int | None:
    """Return which relation's words a sentence is: quoted at length before any other, then said, then the first.

    "Y believes Z, X said" is X's; "X, who hopes for Y, said Z" is what X said; "Asked by Y, X said “Z”" is X's.
    """
    here = [at for at, relation in enumerate(relations) if is_said(relation, sentence)]

    def weight(at: int) -> tuple[bool, bool, bool, int]:
        relation = relations[at]
        first = (relation.cue or relation.contents[0]).start
        return relation.quotes, relation.says, relation.source is not None, -first

    return max(here, key=weight, default=None)


def _sure(relation: Relation, paragraph: Paragraph) -> Relation | None:
    """Return what is sure of a relation: its words quoted, or said in the cue's own sentence with a telling cue."""
    cue, source = relation.cue, relation.source
    if source is not None and not is_source(source.cut(paragraph.text)):
        source = None
    marked = [part for part in relation.contents if directness(part, paragraph.quotes) is not Directness.INDIRECT]
    quotes = any(len(part.cut(paragraph.text).split()) >= _LONG_QUOTATION for part in marked)
    if cue is None:
        return replace(relation, contents=tuple(marked), quotes=quotes) if marked else None
    words = cue.cut(paragraph.text)
    says = is_saying(words)
    contents = tuple(part for part in relation.contents if part in marked or together(part, cue, paragraph))
    clause = any(_CLAUSE.match(paragraph.text, part.start, part.end) for part in contents)
    aims = any(_AIM.match(paragraph.text, part.start, part.end) for part in contents)
    telling = says or clause or (relation.telling and not aims)
    if source is not None and source.end <= cue.start and _PASSIVE.match(words):
        source = None  # "Tolland is accused": not by Tolland
    if not (marked or (telling and source)):
        return None
    return replace(relation, source=source, contents=contents, says=says, quotes=quotes)


def _framed(kept: list[Relation], paragraph: Paragraph, sentence: Span) -> list[Relation]:
    """Let a frame that closes a sentence hold all before it, and one that opens it count where the tagger missed it."""
    words, quotes = sentence.cut(paragraph.text), quotes_in(paragraph, sentence)
    last, first = closing(words, quotes), opening(words, quotes) or according(words)
    if last is not None:
        return _closed(kept, replace(last.moved(sentence.start), says=True), bool(quotes))
    if first is not None:
        first = replace(first.moved(sentence.start), says=True)
        known = [told for told in kept if told.cue and first.cue and told.cue.overlaps(first.cue)]
        if not any(told.source and told.contents for told in known):
            return [*(told for told in kept if told not in known), first]
    return kept


def _closed(kept: list[Relation], last: Relation, quoted: bool) -> list[Relation]:
    """Give a source behind its words all that stands before it; quotations are cut more finely by the tagger."""
    whole = last.contents[0]
    inner = [told for told in kept if told.cue is not None and whole.covers(told.cue)]
    own = next((told for told in kept if told.cue and last.cue and told.cue.overlaps(last.cue)), None)
    if own is None:
        return [*(told for told in kept if told not in inner), last] if inner or not quoted else kept
    if own.source and last.source and not own.source.overlaps(last.source):
        return kept
    if quoted and not inner:
        return [replace(told, source=own.source or last.source) if told is own else told for told in kept]
    after = tuple(part for part in own.contents if not whole.overlaps(part))
    outer = replace(own, source=own.source or last.source, contents=(whole, *after), says=True)
    return [*(told for told in kept if told not in inner and told is not own), outer]
