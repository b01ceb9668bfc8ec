"""Foreign passages in a page's running text: replies of chatbots, other stories, lines of the site.

They stand between paragraphs, between sentences and inside them. The model proposes passages by wording and joins; each
is then judged together with the evidence that can be named. What is judged likely enough to cut without losing a word
of the page is certain; what is only likely is pointed at.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from math import log

from onrecord.data import ReasonCode, Removal, RemovalKind, RemovalStatus, Span
from onrecord.restore import network
from onrecord.restore.evidence import REGISTER, Story, explain, joins, quoted, register
from onrecord.restore.passages import Passage, find_passages
from onrecord.restore.replies import Reply, find_replies
from onrecord.restore.tokens import read_tokens

_COMMON = re.compile(r"\b(?:the|of|and|to|in|is|that|for|with|a)\b", re.IGNORECASE)
_ENGLISH = 0.08  # share of these ten words; English news has .25, other languages in Latin script under .05
_SHORTEST = 3  # tokens
_LEAST_KEPT = 0.1  # share of the text; where less would be left, nothing says which of the two the page is
_SURE_END = 1.0  # log-odds of both ends above which the model knows them better than the rules (dev fold: 10 of 10)
_BACK = 20_000  # characters before a passage in which its words are looked for
_LONG_REPEAT = 60  # characters; what is longer stands twice by mistake, not by chance

FEATURES = (
    "inside", "start", "end", "worse end", "length", "share", "starts a line", "ends a line", "ruled", "speaks",
    "speaks twice", "marked up", "clashes", "broken", "glued", "other story", "furniture", "quoted", "about chatbots",
)  # fmt: skip
"""What a proposed passage is judged by."""

_REPLY = RemovalKind.CHATBOT_REPLY
_JOINED = frozenset((ReasonCode.BROKEN_SENTENCE, ReasonCode.GLUED_JOIN))
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
    named: bool
    """Whether evidence beyond its wording can be named: a break, a clash, words to somebody who asked."""
    features: tuple[float, ...]
    """One value for each of :data:`FEATURES`."""


def find_foreign(text: str, lines: tuple[Span, ...], language: str | None) -> tuple[Removal, ...]:
    """Return the foreign passages of a text that is read as ``lines``; a doubted one may overlap others."""
    replies = find_replies(text, lines, language)
    judge = network.judge()
    found, bounded = [], []
    for one in candidates(text, lines, replies):
        score = judge.score(one.features)
        # A reply of which nothing can be named but its wording has no more to be told by than the lines of a site.
        least = judge.removed if one.kind is _REPLY and one.named else judge.removed_other
        certain = score >= least and not one.guarded and (one.named or one.kind is not RemovalKind.OTHER_ARTICLE)
        if score >= judge.suspected:
            found.append(_removal(one.span, one.kind, one.codes, certain, score))
        if certain and one.features[FEATURES.index("worse end")] > _SURE_END:
            bounded.append(one.span)
    found += [
        _removal(reply.span, _REPLY, reply.codes, reply.certain, reply.score)
        for reply in replies
        if _JOINED.issubset(reply.codes) or not _overlaps(reply.span, bounded)
    ]
    removed = _joined([one for one in found if one.status is RemovalStatus.REMOVED])
    doubted = [one for one in found if one.status is RemovalStatus.SUSPECTED]
    if sum(len(one.span) for one in removed) > (1 - _LEAST_KEPT) * sum(len(line) for line in lines):
        return tuple(replace(one, status=RemovalStatus.SUSPECTED) for one in (*removed, *doubted))
    return (*removed, *doubted)


def _removal(span: Span, kind: RemovalKind, codes: Collection[ReasonCode], certain: bool, score: float) -> Removal:
    status = RemovalStatus.REMOVED if certain else RemovalStatus.SUSPECTED
    return Removal(span=span, kind=kind, status=status, score=round(score, 4), reasons=explain(codes))


def _joined(removals: list[Removal]) -> list[Removal]:
    """Make one of removals that overlap: what rules and model each found a part of."""
    found: list[Removal] = []
    for one in sorted(removals, key=lambda removal: (removal.span.start, removal.span.end)):
        if found and one.span.overlaps(found[-1].span):
            last = found.pop()
            found.append(
                replace(
                    max(last, one, key=lambda removal: len(removal.span)),
                    span=Span(start=last.span.start, end=max(last.span.end, one.span.end)),
                    score=max(last.score, one.score),
                    reasons=tuple({reason.code: reason for reason in (*last.reasons, *one.reasons)}.values()),
                )
            )
        else:
            found.append(one)
    return found


def _overlaps(span: Span, others: Sequence[Span]) -> bool:
    """Say whether ``span`` shares a character with one of ``others``, which are in order."""
    at = bisect_right(others, span.start, key=lambda other: other.start)
    return any(span.overlaps(other) for other in others[max(0, at - 1) : at + 1])


def candidates(text: str, lines: tuple[Span, ...], replies: tuple[Reply, ...]) -> Iterator[Candidate]:
    """Yield what the model takes for foreign, in order; ``replies`` are those that rules found."""
    if not _is_english(text, lines):
        return
    tokens = read_tokens(text, lines)
    found = find_passages(network.score_tokens(tokens), tokens)
    passages = [one for one in found if one.last - one.first >= _SHORTEST - 1]
    if not passages:
        return
    story = Story.of(text, lines)
    certain = tuple(reply.span for reply in replies if reply.certain)
    starts = [line.start for line in lines]
    for passage in passages:
        span = Span(start=int(tokens.starts[passage.first]), end=int(tokens.ends[passage.last]))
        first, last = (lines[bisect_right(starts, at) - 1] for at in (span.start, span.end - 1))
        share = (passage.last - passage.first + 1) / len(tokens)
        ruled = _overlaps(span, certain)
        place = (share, float(span.start == first.start), float(span.end == last.end), float(ruled))
        yield _candidate(story, passage, span, line=first, place=place)


def _is_english(text: str, lines: tuple[Span, ...]) -> bool:
    head = " ".join(line.cut(text)[:1000] for line in lines[:20])
    return len(_COMMON.findall(head)) >= _ENGLISH * len(head.split())


def _candidate(
    story: Story, passage: Passage, span: Span, *, line: Span, place: tuple[float, float, float, float]
) -> Candidate:
    """Gather the evidence on a passage that starts in ``line``; ``place`` are the features that its place gives."""
    words = span.cut(story.text)
    repeats = len(words) >= _LONG_REPEAT and story.text.find(words, max(0, span.start - _BACK), span.start) >= 0
    kind = RemovalKind.DUPLICATE if repeats else RemovalKind(passage.kind)
    told = register(story, words) if kind is RemovalKind.CHATBOT_REPLY else frozenset()
    ends = joins(story.text, span, line)
    own_reason = _OWN_REASON.get(kind, ReasonCode.FURNITURE_WORDS)
    is_quoted = quoted(story.text, span, line)
    speaks = len(told & frozenset(REGISTER))
    features = (
        passage.inside,
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
        float(kind is RemovalKind.OTHER_ARTICLE),
        float(own_reason is ReasonCode.FURNITURE_WORDS),
        float(is_quoted),
        float(story.about_chatbots),
    )
    return Candidate(
        span=_with_space(story.text, span),
        kind=kind,
        codes=(ends | told) or frozenset((own_reason,)),
        guarded=is_quoted or (story.about_chatbots and not ends),
        named=bool(ends | told),
        features=features,
    )


def _bounded(odds: float) -> float:
    return max(-8.0, min(8.0, odds))


def _with_space(text: str, span: Span) -> Span:
    """Take in the space behind a passage that has one before it too, so that what it broke reads on with one."""
    spaced = text[span.start - 1 : span.start] == " " == text[span.end : span.end + 1]
    return Span(start=span.start, end=span.end + 1) if spaced else span
