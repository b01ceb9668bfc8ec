"""Proposals: the passages that the models take for foreign, each with all that can be said of it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import exp, log, log1p

import numpy as np
from numpy.typing import NDArray

from onrecord.data import ReasonCode, RemovalKind, Span
from onrecord.restore.labelling.alone import with_outlets
from onrecord.restore.pasted.bounds import rebound
from onrecord.restore.pasted.closely import Read, read_closely
from onrecord.restore.pasted.cohesion import Cohesion
from onrecord.restore.pasted.evidence import REGISTER, Story, answers, joins, quoted, register
from onrecord.restore.pasted.gate import Scores, points_at, score_tokens
from onrecord.restore.pasted.joins import parts
from onrecord.restore.pasted.passages import Passage
from onrecord.restore.pasted.register import only_assistants_say, speaks_out
from onrecord.restore.pasted.replies import Reply
from onrecord.restore.pasted.spared import spare
from onrecord.restore.pasted.tokens import Tokens, read_tokens
from onrecord.restore.words import ENDED, NOTES, SITE, SITE_IN_SMALL
from onrecord.text.words import content_words

BACK = 20_000
"""Characters before a passage in which its words are looked for."""
_LEAST_ODDS = 2.0  # of a run's being apart, against it, from which that is evidence
_LEAST_FOREIGN = 0.05
"""Mean likelihood of being foreign that lines apart have by the gate at least: on the dev fold one of three plain pages
with such lines has it, nine of ten with pasted ones."""
SURELY_FOREIGN, _RATHER_FOREIGN = 0.9, 0.8
"""Mean likelihood by the judge of a line that it takes for foreign whatever else, and of one that it rather does."""
_LONG_REPEAT = 60  # characters; what is longer stands twice by mistake, not by chance

_LINK = re.compile(r"\(?\[[^\]\n]{1,200}\]\(https?://[^\s()]{1,2000}\)\)?")
"""One link as Markdown has it, which pages have too: what chat programs leave in theirs is known by itself."""

FEATURES = (
    "likely", "inside", "start", "end", "worse end", "length", "share", "starts a line", "ends a line", "ruled",
    "speaks", "speaks twice", "marked up", "clashes", "broken", "glued", "quoted", "about chatbots", "shared words",
    "ends a sentence", "apart",
)  # fmt: skip
"""What a proposed passage is judged by."""

_REPLIES, _STORIES, _SITE = (1, 0), 2, 3
_PARTED = frozenset((ReasonCode.BROKEN_SENTENCE,))
_RUNNING = (RemovalKind.OTHER_ARTICLE, RemovalKind.DUPLICATE)
_OWN_REASON = {
    RemovalKind.CHATBOT_REPLY: ReasonCode.OTHER_STORY,
    RemovalKind.OTHER_ARTICLE: ReasonCode.OTHER_STORY,
    RemovalKind.DUPLICATE: ReasonCode.REPEATS_PAGE,
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that the model proposes, and what can be said of it."""

    span: Span
    kind: RemovalKind
    codes: frozenset[ReasonCode]
    guarded: bool
    """Whether something speaks for leaving it whatever its score: it is quoted, or the page is about chatbots."""
    group: int
    """Which weights it is judged by.

    0: replies with evidence beyond their wording (a break, a clash, words to somebody who asked), 1: other replies,
    2: other stories, 3: lines of a site."""
    features: tuple[float, ...]
    """One value for each of :data:`FEATURES`."""


def candidates(
    text: str, lines: tuple[Span, ...], replies: tuple[Reply, ...], asked: tuple[Span, ...] = ()
) -> tuple[list[Candidate], dict[Span, float]]:
    """Return what the models take for foreign in an English text, and how far the judge by itself does its lines.

    ``replies`` are those that rules found, ``asked`` what speaks to somebody who asked by its words. Both are in order.
    """
    tokens = read_tokens(text, lines)
    starts = [line.start for line in lines]
    cohesion = Cohesion(tokens, starts)
    scores = score_tokens(tokens)
    told = _told(text, tokens, lines, (*(reply.span for reply in replies), *asked)) | _far(
        tokens, lines, cohesion, scores
    )
    read = read_closely(text, tokens, points_at(scores) | told)
    passages = [
        one for stretch, found in read for one in spare(text, tokens, stretch, rebound(text, tokens, stretch, found))
    ]
    if not passages:
        return [], {}
    story = Story.of(text, lines)
    counts = Counter(content_words(text))
    certain = tuple(reply.span for reply in replies if reply.certain)
    found = []
    for passage in passages:
        span = _with_marks(text, Span(start=int(tokens.starts[passage.first]), end=int(tokens.ends[passage.last])))
        places = [bisect_right(starts, at) - 1 for at in (span.start, span.end - 1)]
        first, last = (lines[place] for place in places)
        share = (passage.last - passage.first + 1) / len(tokens)
        ruled = overlaps(span, certain)
        own = Counter(content_words(span.cut(text)))
        shared = sum(counts[word] > times for word, times in own.items()) / max(1, len(own))
        place = (share, float(span.start == first.start), float(span.end == last.end), float(ruled))
        runs = passage.kind in _RUNNING and span.start == first.start and span.end == last.end
        apart = _positive(cohesion.apart(*places)) if runs else 0.0
        found.append(_candidate(story, passage, span, line=first, place=place, shared=shared, apart=apart))
    return found, dict(_foreign_lines(tokens, lines, read))


def _foreign_lines(tokens: Tokens, lines: tuple[Span, ...], read: Sequence[Read]) -> Iterator[tuple[Span, float]]:
    """Yield the lines whose tokens the judge, that read all of them, takes for foreign, and their mean likelihood."""
    edges = np.searchsorted(tokens.starts, [*(line.start for line in lines), np.iinfo(np.int32).max]).tolist()
    for stretch, _ in read:
        foreign = np.concatenate([[0.0], np.cumsum(1 - np.exp(stretch.kinds[:, 0]), dtype=np.float64)])
        for n in range(bisect_left(edges, stretch.first), bisect_right(edges, stretch.last) - 1):
            first, end = edges[n] - stretch.first, edges[n + 1] - stretch.first
            if foreign[end] - foreign[first] > _RATHER_FOREIGN * (end - first):
                yield lines[n], float(foreign[end] - foreign[first]) / (end - first)


def overlaps(span: Span, others: Sequence[Span]) -> bool:
    """Say whether ``span`` shares a character with one of ``others``, which are in order."""
    at = bisect_right(others, span.start, key=lambda other: other.start)
    return any(span.overlaps(other) for other in others[max(0, at - 1) : at + 1])


def _far(tokens: Tokens, lines: tuple[Span, ...], cohesion: Cohesion, scores: Scores) -> NDArray[np.bool_]:
    """Say of each token whether it is in lines that stand apart and that the gate does not take for the page's own."""
    far = np.zeros(len(tokens), dtype=np.bool_)
    foreign = np.concatenate([[0.0], np.cumsum(1 - np.exp(scores.kinds[:, 0]), dtype=np.float64)])
    edges = np.searchsorted(tokens.starts, [*(line.start for line in lines), np.iinfo(np.int32).max])
    for first, last in cohesion.far(np.diff(foreign[edges]) > _LEAST_FOREIGN * np.diff(edges)):
        start, end = edges[first], edges[last + 1]
        far[start:end] |= foreign[end] - foreign[start] > _LEAST_FOREIGN * (end - start)
    return far


def _told(text: str, tokens: Tokens, lines: tuple[Span, ...], replies: tuple[Span, ...]) -> NDArray[np.bool_]:
    """Say of each token whether it is in what reads as a reply, among words of a site, or a teaser."""
    told = np.zeros(len(tokens), dtype=np.bool_)
    bounds = [(reply.start, reply.end) for reply in replies]
    if SITE_IN_SMALL.search(f"\n{text.lower()}"):
        bounds += [at.span() for at in SITE.finditer(text)]
    if " | " in text:  # the headline of another story and its outlet: what it begins with may stand below
        titled = with_outlets([line.cut(text) for line in lines])
        bounds += [(lines[n].start, lines[n].end) for n in titled if n]
    for first, last in np.searchsorted(tokens.starts, np.array(bounds, dtype=np.int64).reshape(-1, 2)).tolist():
        told[first:last] = True
    return told


def _candidate(
    story: Story, passage: Passage, span: Span, *, line: Span, place: tuple[float, ...], shared: float, apart: float
) -> Candidate:
    """Gather the evidence on a passage that starts in ``line``.

    ``place`` are the features that its place gives, ``shared`` the share of its content words that the page has too,
    ``apart`` how much says that it is on another matter.
    """
    words = span.cut(story.text)
    repeats = len(words) >= _LONG_REPEAT and story.text.find(words, max(0, span.start - BACK), span.start) >= 0
    kind = RemovalKind.DUPLICATE if repeats else RemovalKind(passage.kind)
    told = register(story, words) if kind is RemovalKind.CHATBOT_REPLY else frozenset()
    ends = joins(story.text, span, line)
    own_reason = _OWN_REASON.get(kind, ReasonCode.FURNITURE_WORDS)
    is_quoted = quoted(story.text, span, line)
    parted = kind is RemovalKind.OTHER_ARTICLE and parts(story.text, span)
    speaks = len(told & frozenset(REGISTER))
    features = (
        max(-8.0, passage.likely - log1p(-min(exp(passage.likely), 1 - 1e-4))),
        _bounded(passage.inside),
        _bounded(passage.start),
        _bounded(passage.end),
        _bounded(min(passage.start, passage.end)),
        min(log(passage.last - passage.first + 1), 6.0),
        *place,
        float(speaks > 0),
        float(speaks > 1),
        float(bool(told & {ReasonCode.REPLY_MARKUP, ReasonCode.CITATION_GAP})),
        float(ReasonCode.CLASH_WITH_PAGE in told),
        float(ReasonCode.BROKEN_SENTENCE in ends),
        float(ReasonCode.GLUED_JOIN in ends),
        float(is_quoted),
        float(story.about_chatbots),
        shared,
        float(ENDED.search(words) is not None),
        apart,
    )
    group = _STORIES if kind in _RUNNING else _SITE
    if kind is RemovalKind.CHATBOT_REPLY:
        group = _REPLIES[bool(ends | told)]
    return Candidate(
        span=_with_space(story.text, span),
        kind=kind,
        codes=(ends | told | _PARTED if parted else ends | told) or frozenset((own_reason,)),
        guarded=(is_quoted and not parted)
        or (kind is RemovalKind.CHATBOT_REPLY and answers(story, span) and _is_voiced(words))
        or (story.about_chatbots and not ends and group != _SITE)
        or NOTES.fullmatch(words) is not None
        or _LINK.fullmatch(words) is not None
        or (kind is RemovalKind.DUPLICATE and not repeats),
        group=group,
        features=features,
    )


def _is_voiced(words: str) -> bool:
    """Say whether a passage says "I" or "you", as who answers does, and nothing that only assistants say."""
    return speaks_out(words) and not only_assistants_say(words)


def _with_marks(text: str, span: Span) -> Span:
    """Take in the bracket that a passage closes or opens, and leave out the quotation mark that opens what follows."""
    words = span.cut(text)
    start, end = span.start, span.end
    if text[start - 1 : start] == "(" and words.count(")") > words.count("("):
        start -= 1
    if text[end : end + 1] == ")" and words.count("(") > words.count(")"):
        end += 1
    if words[-1:] in '"“' and (words.count('"') % 2 or words[-1] == "“") and text[end : end + 1].isalnum():
        end -= 1
    return Span(start=start, end=max(start + 1, end))


def _bounded(odds: float) -> float:
    return max(-8.0, min(8.0, odds))


def _positive(odds: float) -> float:
    """Return log-odds as evidence: none where they speak against it."""
    return log1p(exp(min(8.0, odds + _LEAST_ODDS)))


def _with_space(text: str, span: Span) -> Span:
    """Take in the space behind a passage that has one before it too, so that what it broke reads on with one."""
    spaced = text[span.start - 1 : span.start] == " " == text[span.end : span.end + 1]
    return Span(start=span.start, end=span.end + 1) if spaced else span
