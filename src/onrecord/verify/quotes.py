"""Choosing the words of a passage that are quoted: the sentence, or two adjacent ones, nearest to the statement."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.data import Candidate, Span
from onrecord.text.sentences import sentences
from onrecord.verify.gist import Gist
from onrecord.verify.tokens import find_words, root

_WORTH_A_SECOND = 2
"""Words of the statement that a second sentence must add to be quoted too."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A candidate with the span quoted from it and the words it cuts out."""

    candidate: Candidate
    span: Span
    words: str


def quote(claim: Gist, candidate: Candidate) -> Quoted:
    """Return the part of the candidate's passage that shares most words with the claim; the first among equals."""
    text = candidate.memento.document.text
    found = best_span(claim, candidate.span.cut(text), candidate.memento.document.language)
    start = candidate.span.start
    span = Span(start=start + found.start, end=start + found.end) if found else candidate.span
    return Quoted(candidate, span, span.cut(text))


def best_span(claim: Gist, passage: str, language: str | None = None) -> Span | None:
    """Return the sentence of ``passage``, or the two adjacent ones, that share most words with the claim.

    None when the passage has no sentence at all.
    """
    spans = sentences(passage, language)
    if not spans:
        return None
    shared = [claim.roots & {root(word.stem) for word in find_words(span.cut(passage))} for span in spans]
    best = max(range(len(spans)), key=lambda at: len(shared[at]))
    pairs = [(at, at + 1) for at in (best - 1, best) if 0 <= at < len(spans) - 1]
    first, last = max(pairs, key=lambda pair: len(shared[pair[0]] | shared[pair[1]]), default=(best, best))
    if len(shared[first] | shared[last]) < len(shared[best]) + _WORTH_A_SECOND:
        return spans[best]
    return Span(start=spans[first].start, end=spans[last].end)
