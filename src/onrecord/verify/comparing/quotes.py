"""Choosing the words of a passage that are quoted: the sentences nearest to the statement."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from onrecord.data import Candidate, Span
from onrecord.text.names import find_names
from onrecord.text.sentences import sentences
from onrecord.verify.comparing.names import mentions
from onrecord.verify.reading.gist import Gist, gist
from onrecord.verify.reading.tokens import find_roots
from onrecord.verify.reading.turns import find_turns

_WORTH_A_SECOND = 2
"""Words of the statement that a neighbouring sentence must add for the two to be quoted together."""
LONGEST = 3_000
"""Characters of a sentence that is still one, quoted or checked: far beyond any in news, and what is longer is data."""
_NEARLY = 0.5
"""Share of the nearest sentence's words of the statement that another sentence must have to be heard too."""

TAKES_UP = re.compile(r"[“\"'‘]?(?:he|she|it|they|this|that|these|those|his|her|its|their)\b", re.IGNORECASE)
"""How a sentence begins that speaks of whom or what the one before it names; alone it tells a model nothing of them."""
_LEAST = 0.2
"""Share of a statement's words below which a passage speaks of something else: half of all passages found have less,
and of 305 that had something to say of a statement of six news pages one had less."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A candidate with the span quoted from it and the words it cuts out."""

    candidate: Candidate
    span: Span
    words: str


def quote(claim: Gist, candidate: Candidate, found: Iterable[Candidate] = ()) -> tuple[Quoted, ...]:
    """Return the parts of the candidate's passage that come near the claim, nearest first.

    What a passage that begins with "they" takes up is the last sentence of the one before it, where that is among the
    passages ``found`` too: other words that stand before it may have been pasted there.
    """
    text, language = candidate.memento.document.text, candidate.memento.document.language
    passage = candidate.span
    before = _sentence_before(candidate, found) if TAKES_UP.match(text, passage.start) else None
    start = before.start if before else passage.start
    least = 0.0 if candidate.memento.own else _LEAST  # what was pasted into a page speaks of what the page speaks of
    near = near_spans(claim, text[start : passage.end], language, least=least)
    spans = [Span(start=start + span.start, end=start + span.end) for span in near]
    named = before is None or bool(find_names(before.cut(text)))
    return tuple(
        Quoted(candidate, span, span.cut(text))
        for span in spans
        if named or span.start >= passage.start or _names_all(span.cut(text), claim)
    )


def _sentence_before(candidate: Candidate, found: Iterable[Candidate]) -> Span | None:
    """Return the sentence that stands right before a passage, at the end of another one of its document."""
    document, start = candidate.memento.document, candidate.span.start
    for one in found:
        end = one.span.end
        if one.memento.document.id == document.id and end <= start and not document.text[end:start].strip():
            said = sentences(one.span.cut(document.text), document.language)
            return Span(start=one.span.start + said[-1].start, end=one.span.start + said[-1].end) if said else None
    return None


def _names_all(words: str, claim: Gist) -> bool:
    there = gist(words)
    return all(mentions(there, name) for name in claim.names)


def near_spans(claim: Gist, passage: str, language: str | None = None, *, least: float = 0.0) -> tuple[Span, ...]:
    """Return the sentences of ``passage``, or two adjacent ones as one, that share words with the claim, nearest first.

    The first shares most; the first of equals comes first. Empty when no sentence states anything in the claim's words,
    or at ``least`` that share of them.
    """
    spans, roots = _stating(passage, language, by_voice=any(saying.source for saying in claim.sayings))
    if not spans:
        return ()
    shared = [claim.roots & some for some in roots]
    best = max(range(len(spans)), key=lambda at: len(shared[at]))
    if not shared[best]:
        return ()
    pairs = [(at, at + 1) for at in (best - 1, best) if 0 <= at < len(spans) - 1]
    first, last = max(pairs, key=lambda pair: len(shared[pair[0]] | shared[pair[1]]), default=(best, best))
    others = sorted(
        (at for at in range(len(spans)) if at != best and len(shared[at]) >= max(1, _NEARLY * len(shared[best]))),
        key=lambda at: (-len(shared[at]), at),
    )
    together = len(shared[first] | shared[last]) >= len(shared[best]) + _WORTH_A_SECOND
    if best and TAKES_UP.match(passage, spans[best].start):
        first, last, together = best - 1, best, True
    joined = [(Span(start=spans[first].start, end=spans[last].end), shared[first] | shared[last])] if together else []
    heard = [*joined, *((spans[at], shared[at]) for at in (best, *others))]
    return tuple(span for span, met in heard if len(met) >= least * len(claim.roots))


@lru_cache(maxsize=512)
def _stating(
    passage: str, language: str | None, *, by_voice: bool
) -> tuple[tuple[Span, ...], tuple[frozenset[str], ...]]:
    """Return the sentences of a passage that state something, and the roots of their words.

    ``by_voice`` takes a sentence in which several speak as one of each.
    """
    spans = [span for span in sentences(passage, language) if len(span) <= LONGEST and not _asks(span.cut(passage))]
    if by_voice:
        spans = [part for span in spans for part in _voices(span, passage)]
    return tuple(spans), tuple(find_roots(span.cut(passage)) for span in spans)


def _voices(sentence: Span, passage: str) -> tuple[Span, ...]:
    parts = find_turns(sentence.cut(passage))
    moved = (Span(start=sentence.start + part.start, end=sentence.start + part.end) for part in parts)
    return tuple(moved) or (sentence,)


def _asks(sentence: str) -> bool:
    """Say whether a sentence is a question, which states nothing whatever words it shares."""
    return sentence.rstrip("”\"’')] ").endswith("?")
