"""A sentence that states several things, cut so that each part is a clause with its own subject.

What is cut wrongly makes true news look false, so a cut needs signs on both sides: a subject and a finite verb, or a
verb that can only go on with the subject of the sentence. Where two readings are open nothing is cut.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.data import Span
from onrecord.extract.clauses.asides import Aside, find_aside
from onrecord.extract.clauses.joints import Cut, find_cuts
from onrecord.extract.clauses.voices import find_turns
from onrecord.extract.reading.subjects import Clause, Words, clause_at
from onrecord.extract.tagging.linking import Relation
from onrecord.text.spans import trim

_LONGEST = 90  # tokens; what runs on longer is a list
_FEWEST = 3  # words of a part that says something
_LONGEST_CREDIT = 12  # words; a source and cue that run on longer say more than who it was
_BRACKETS = re.compile(r"\([^()]*(?:\)|$)|\[[^\[\]]*(?:\]|$)")
_HEARER = re.compile(r"(?<=told)\s(?:(?:the|a|an|his|her|its|their)\s)?[\w’'-]+(?:\s[A-Z][\w’'-]*){0,3}")
"""Whom somebody told, without whom "Renn told" is no sentence: "told the Island Ledger"."""
_CREDIT_COMMA = re.compile(r",[”\"’]?\s+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What a sentence states in one of its clauses, as spans of the sentence."""

    pieces: tuple[Span, ...]
    subject: Span | None = None
    """The subject that it shares with a clause before it."""
    pronoun: Span | None = None
    """The word of its own that stands for that subject."""
    before: Span | None = None
    """Who reports it, with the cue, where that stands before another part: "Renn said"."""
    behind: Span | None = None
    """Who reports it, with the cue, where that stands behind another part: ", Renn said"."""
    told: Relation | None = None
    """Source and cue of these."""
    denied: Span | None = None
    """What was told before and is denied here."""
    fills: tuple[tuple[int, Span], ...] = ()
    """What is left out in it and stands before, and where: "police [put the crowd] at 12,000"."""

    @property
    def span(self) -> Span:
        """From its first character to its last."""
        return Span(start=self.pieces[0].start, end=self.pieces[-1].end)


def split(
    words: Words,
    main: Clause | None,
    *,
    closed: Sequence[Span] = (),
    relations: Sequence[Relation] = (),
    headline: bool = False,
) -> tuple[Part, ...]:
    """Return the parts of a sentence in order; none when it is not cut.

    Args:
        words: of the sentence.
        main: its main clause.
        closed: where nothing is cut, such as quotations.
        relations: who says what in it.
        headline: it is one, in which semicolons part items.
    """
    if not 2 * _FEWEST <= len(words.low) <= _LONGEST or words.text.rstrip("”\"’' ").endswith("?"):
        return ()
    shut = (*closed, *(Span(start=one.start(), end=one.end()) for one in _BRACKETS.finditer(words.text)))
    if headline:
        return _items(words, shut)
    denial = next((one for one in relations if one.apart is not None), None)
    if denial is not None:
        return _with_denial(words, main, denial, closed=closed, relations=relations)
    turns = find_turns(words.text, relations)
    begin = sum(span.start < turns.leading for span in words.spans)
    if begin or (main and any(at <= words.spans[main.first].start for at in turns.begins)):
        main = clause_at(words, begin)
    cuts = find_cuts(words, main, shut, relations, turns.begins)
    aside = find_aside(words, main, cuts[-1].begin if cuts else 0, shut) if main else None
    if aside is not None:
        cuts = tuple(cut for cut in cuts if not aside.covers(cut.end))
    if not cuts and aside is None:
        return ()
    parts = _credited(words.text, _parts(words, cuts, aside, start=turns.leading), relations)
    return parts if all(_says_something(part, words.text) for part in parts) else ()


def _with_denial(
    words: Words, main: Clause | None, denial: Relation, *, closed: Sequence[Span], relations: Sequence[Relation]
) -> tuple[Part, ...]:
    """Return the parts of what is told before somebody denies it, and the denial."""
    if denial.apart is None or denial.source is None or denial.cue is None:
        return ()
    before = words.before(denial.apart.start)
    parts = split(before, main, closed=closed, relations=[one for one in relations if one.apart is None])
    denies = Span(start=denial.source.start, end=denial.cue.end)
    told = Part(pieces=(Span(start=0, end=denial.apart.start),))
    return (*(parts or (told,)), Part(pieces=(denies,), told=denial, denied=denial.contents[0]))


def _items(words: Words, shut: Sequence[Span]) -> tuple[Part, ...]:
    """Return what semicolons part in a headline."""
    marks = [span for span, word in zip(words.spans, words.low, strict=True) if word == ";"]
    edges = [0, *(edge for mark in marks for edge in (mark.start, mark.end)), len(words.text)]
    spans = [trim(words.text, Span(start=a, end=b)) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b]
    parts = tuple(Part(pieces=(span,)) for span in spans if span is not None)
    open_ = any(part.overlaps(mark) for part in shut for mark in marks)
    return () if open_ or not all(_says_something(part, words.text) for part in parts) else parts


def _parts(words: Words, cuts: Sequence[Cut], aside: Aside | None, *, start: int) -> tuple[Part, ...]:
    """Return the parts between the cuts, and what an aside says as one behind that in which it stands."""
    found = []
    for cut, following in zip((None, *cuts), (*cuts, None), strict=True):
        start = words.spans[cut.begin].start if cut else start
        end = words.spans[following.end - 1].end if following else len(words.text)
        part = Part(
            pieces=(Span(start=start, end=end),),
            subject=cut.subject if cut else None,
            pronoun=cut.pronoun if cut else None,
        )
        if aside is not None and start <= aside.span.start < end:
            found += [_without(part, aside), Part(pieces=(aside.says,), subject=aside.subject)]
        else:
            found.append(part)
    return tuple(found)


def _without(part: Part, aside: Aside) -> Part:
    """Return a part without an aside in it."""
    left = Span(start=part.span.start, end=aside.span.start)
    right = Span(start=aside.span.end, end=part.span.end) if aside.span.end < part.span.end else None
    return replace(part, pieces=(left, right) if right else (left,))


def _credited(text: str, parts: Sequence[Part], relations: Sequence[Relation]) -> tuple[Part, ...]:
    """Return the parts, each with who reports it where that stands in another one; none where that cannot be told."""
    found: list[Part] = []
    for part in parts:
        fills = next((one.fills for one in relations if one.fills and one.source and part.span.covers(one.source)), ())
        told = None if fills else next((one for one in relations if _is_told(one, part)), None)
        if fills:
            found.append(replace(part, fills=fills))
            continue
        if told is None or told.cue is None:
            found.append(part)
            continue
        if told.source is None or _goes_on(text, part, told.cue):
            return ()
        if part.subject is not None and part.pronoun is None and part.subject.overlaps(told.source):
            found.append(part)  # "the agency asked for data and put off its decision": what goes on is no word of its
            continue
        heard = _HEARER.match(text, told.cue.end)
        end = max(told.source.end, heard.end() if heard else told.cue.end)
        credit = Span(start=min(told.source.start, told.cue.start), end=end)
        if len(credit.cut(text).split()) > _LONGEST_CREDIT or part.span.overlaps(credit):
            return ()
        if credit.end <= part.span.start:
            found.append(replace(part, before=credit, told=told))
            continue
        last = next((one for one in parts if one.span.covers(credit)), None)
        if last is None or not any(content.start <= last.span.start < content.end for content in told.contents):
            return ()
        comma = _CREDIT_COMMA.search(text, max(0, credit.start - 8), credit.start)
        found.append(
            replace(part, behind=Span(start=comma.start() if comma else credit.start, end=credit.end), told=told)
        )
    return tuple(found)


def _goes_on(text: str, part: Part, cue: Span) -> bool:
    """Say whether the cue is the verb that the sentence goes on with behind an aside.

    "The plan, which has a toll, was rejected by the council": the council rejects the plan, and tells no toll.
    """
    return part.subject is not None and part.span.end <= cue.start and not text[part.span.end : cue.start].strip(" ,")


def _is_told(relation: Relation, part: Part) -> bool:
    """Say whether a part is what a relation reports, with its cue outside."""
    piece = part.pieces[-1] if part.subject else part.pieces[0]
    middle = (piece.start + piece.end) // 2
    return (
        relation.cue is not None
        and not any(one.covers(relation.cue) for one in part.pieces)
        and any(content.start <= middle < content.end for content in relation.contents)
    )


def _says_something(part: Part, text: str) -> bool:
    return sum(len(piece.cut(text).split()) for piece in part.pieces) >= _FEWEST - bool(part.subject or part.fills)
