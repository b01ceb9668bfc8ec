"""Foreign passages in a page's running text: replies of chatbots, other stories, lines of the site.

They stand between paragraphs, between sentences and inside them. The model proposes passages by wording and joins; each
is then judged together with the evidence that can be named. What is judged likely enough to cut without losing a word
of the page is certain; what is only likely is pointed at.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from math import exp, log, log1p

import numpy as np
from numpy.typing import NDArray

from onrecord.data import ReasonCode, Removal, RemovalKind, RemovalStatus, Span
from onrecord.restore.evidence import REGISTER, Story, explain, joins, quoted, register
from onrecord.restore.gate import points_at, score_tokens
from onrecord.restore.judge import Reader, around
from onrecord.restore.passages import Passage, find_passages
from onrecord.restore.replies import Reply, find_replies
from onrecord.restore.tokens import Tokens, read_tokens
from onrecord.restore.verdict import verdict
from onrecord.restore.words import ENDED
from onrecord.text.words import content_words

_COMMON = re.compile(r"\b(?:the|of|and|to|in|is|that|for|with|a)\b", re.IGNORECASE)
_ENGLISH = 0.08  # share of these ten words; English news has .25, other languages in Latin script under .05
_SHORTEST = 3  # tokens
_WIDER = 400  # tokens on either side that are read where the little that is read first leaves doubt
_TIMES = 3
_MOST_REMOVED = 0.9  # share of the text; where more would go, nothing says which of the two the page is
_MOST = 0.85  # the same of one passage, whose bounds the rules then know better
_SURE_END = 1.0  # log-odds of both ends above which the model knows them better than the rules (dev fold: 10 of 10)
_BACK = 20_000  # characters before a passage in which its words are looked for
_LONG_REPEAT = 60  # characters; what is longer stands twice by mistake, not by chance

FEATURES = (
    "likely", "inside", "start", "end", "worse end", "length", "share", "starts a line", "ends a line", "ruled",
    "speaks", "speaks twice", "marked up", "clashes", "broken", "glued", "quoted", "about chatbots", "shared words",
    "ends a sentence",
)  # fmt: skip
"""What a proposed passage is judged by."""
_WORSE_END, _SHARE = FEATURES.index("worse end"), FEATURES.index("share")
_JOINED = frozenset((ReasonCode.BROKEN_SENTENCE, ReasonCode.GLUED_JOIN))
"""A reply with both is bounded by what it broke."""

_REPLY = RemovalKind.CHATBOT_REPLY
_REPLIES, _STORIES, _SITE = (1, 0), 2, 3
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


def find_foreign(text: str, lines: tuple[Span, ...], language: str | None) -> tuple[Removal, ...]:
    """Return the foreign passages of a text that is read as ``lines``; a doubted one may overlap others."""
    replies = find_replies(text, lines, language)
    if _is_english(text, lines):
        found = _judged(candidates(text, lines, replies), replies)
    else:
        found = [_ruled(reply, certain=reply.certain) for reply in replies]
    removed = [one for one in found if one.status is RemovalStatus.REMOVED]
    if sum(len(one.span) for one in removed) > _MOST_REMOVED * sum(len(line) for line in lines):
        return tuple(replace(one, status=RemovalStatus.SUSPECTED) for one in found)
    return tuple(found)


def _judged(proposed: Sequence[Candidate], replies: tuple[Reply, ...]) -> list[Removal]:
    """Judge what the model proposes; rules know better where a reply ends that it is unsure of, and else point only."""
    judge = verdict()
    found: list[Removal] = []
    bounded: list[Span] = []
    for one in proposed:
        score = judge.score(one.group, one.features)
        if score < judge.suspected:
            continue
        certain = score >= judge.removed[one.group] and not one.guarded
        found.append(_removal(one.span, one.kind, one.codes, certain, score))
        if one.features[_WORSE_END] > _SURE_END and one.features[_SHARE] < _MOST:
            bounded.append(one.span)
    spans = [one.span for one in found]
    better = [
        reply
        for reply in replies
        if reply.certain
        and _overlaps(reply.span, spans)
        and (_JOINED.issubset(reply.codes) or not _overlaps(reply.span, bounded))
    ]
    told = [reply.span for reply in better]
    only = [reply for reply in replies if reply not in better and not _overlaps(reply.span, spans)]
    return [
        *(one for one in found if not _overlaps(one.span, told)),
        *(_ruled(reply, certain=True) for reply in better),
        *(_ruled(reply, certain=False) for reply in only),
    ]


def _ruled(reply: Reply, *, certain: bool) -> Removal:
    return _removal(reply.span, _REPLY, reply.codes, certain, reply.score)


def _removal(span: Span, kind: RemovalKind, codes: Collection[ReasonCode], certain: bool, score: float) -> Removal:
    status = RemovalStatus.REMOVED if certain else RemovalStatus.SUSPECTED
    return Removal(span=span, kind=kind, status=status, score=round(score, 4), reasons=explain(codes))


def _overlaps(span: Span, others: Sequence[Span]) -> bool:
    """Say whether ``span`` shares a character with one of ``others``, which are in order."""
    at = bisect_right(others, span.start, key=lambda other: other.start)
    return any(span.overlaps(other) for other in others[max(0, at - 1) : at + 1])


def candidates(text: str, lines: tuple[Span, ...], replies: tuple[Reply, ...]) -> list[Candidate]:
    """Return what the model takes for foreign in an English text, in order; ``replies`` are those that rules found."""
    tokens = read_tokens(text, lines)
    passages = _read(text, tokens, points_at(score_tokens(tokens)) | _told(tokens, replies))
    if not passages:
        return []
    story = Story.of(text, lines)
    counts = Counter(content_words(text))
    certain = tuple(reply.span for reply in replies if reply.certain)
    starts = [line.start for line in lines]
    found = []
    for passage in passages:
        span = Span(start=int(tokens.starts[passage.first]), end=int(tokens.ends[passage.last]))
        first, last = (lines[bisect_right(starts, at) - 1] for at in (span.start, span.end - 1))
        share = (passage.last - passage.first + 1) / len(tokens)
        ruled = _overlaps(span, certain)
        own = Counter(content_words(span.cut(text)))
        shared = sum(counts[word] > times for word, times in own.items()) / max(1, len(own))
        place = (share, float(span.start == first.start), float(span.end == last.end), float(ruled))
        found.append(_candidate(story, passage, span, line=first, place=place, shared=shared))
    return found


def _read(text: str, tokens: Tokens, places: NDArray[np.bool_]) -> list[Passage]:
    """Return what the judge takes for foreign at ``places``."""
    if not places.any():  # as on most pages
        return []
    reader = Reader(text, tokens)
    found: list[Passage] = []
    end = 0
    for first, last in around(places):
        end, passages = _read_on(reader, max(first, end), last, (end, len(tokens)))
        found += passages
    return [one for one in found if one.last - one.first >= _SHORTEST - 1]


def _read_on(reader: Reader, first: int, last: int, bounds: tuple[int, int]) -> tuple[int, list[Passage]]:
    """Return how far was read from ``first``, and the passages there.

    A little is read first, as it is mostly the page's own; then more, and more again where passages run on.
    """
    little = reader.read(first, last)
    if little is None or not little.doubtful:
        return last, []
    passages: tuple[Passage, ...] = ()
    cut: list[Passage] = []
    begins = runs_on = True
    end = last
    for _ in range(_TIMES):
        first = max(bounds[0], first - _WIDER) if begins else first
        last = min(bounds[1], last + _WIDER) if runs_on else last
        stretch = reader.read(first, last)
        if stretch is None:
            break
        end, passages = stretch.last, find_passages(stretch)
        cut = [one for one in passages if one.first == first > bounds[0] or one.last == end - 1 < bounds[1] - 1]
        if not cut or end < last:
            break
        begins, runs_on = cut[0].first == first, cut[-1].last == last - 1
    return end, [one for one in passages if one not in cut]  # nobody knows where those end


def _told(tokens: Tokens, replies: tuple[Reply, ...]) -> NDArray[np.bool_]:
    """Say of each token whether it is in a reply that rules found."""
    told = np.zeros(len(tokens), dtype=np.bool_)
    for reply in replies:
        first, last = np.searchsorted(tokens.starts, [reply.span.start, reply.span.end])
        told[first:last] = True
    return told


def _is_english(text: str, lines: tuple[Span, ...]) -> bool:
    head = " ".join(line.cut(text)[:1000] for line in lines[:20])
    return len(_COMMON.findall(head)) >= _ENGLISH * len(head.split())


def _candidate(
    story: Story, passage: Passage, span: Span, *, line: Span, place: tuple[float, ...], shared: float
) -> Candidate:
    """Gather the evidence on a passage that starts in ``line``.

    ``place`` are the features that its place gives, ``shared`` the share of its content words that the page has too.
    """
    words = span.cut(story.text)
    repeats = len(words) >= _LONG_REPEAT and story.text.find(words, max(0, span.start - _BACK), span.start) >= 0
    kind = RemovalKind.DUPLICATE if repeats else RemovalKind(passage.kind)
    told = register(story, words) if kind is RemovalKind.CHATBOT_REPLY else frozenset()
    ends = joins(story.text, span, line)
    own_reason = _OWN_REASON.get(kind, ReasonCode.FURNITURE_WORDS)
    is_quoted = quoted(story.text, span, line)
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
    )
    return Candidate(
        span=_with_space(story.text, span),
        kind=kind,
        codes=(ends | told) or frozenset((own_reason,)),
        guarded=is_quoted or (story.about_chatbots and not ends),
        group=_REPLIES[bool(ends | told)] if kind is _REPLY else _STORIES if kind in _RUNNING else _SITE,
        features=features,
    )


def _bounded(odds: float) -> float:
    return max(-8.0, min(8.0, odds))


def _with_space(text: str, span: Span) -> Span:
    """Take in the space behind a passage that has one before it too, so that what it broke reads on with one."""
    spaced = text[span.start - 1 : span.start] == " " == text[span.end : span.end + 1]
    return Span(start=span.start, end=span.end + 1) if spaced else span
