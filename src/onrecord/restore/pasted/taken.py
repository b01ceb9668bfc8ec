"""What goes with a reply that is cut out: what speaks right beside it, the list that it closes, rules beside it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.data import Removal, RemovalKind, RemovalStatus, Span
from onrecord.restore.pasted.evidence import REGISTER
from onrecord.restore.pasted.proposals import overlaps
from onrecord.restore.pasted.register import likeliest, speaks_out
from onrecord.restore.phrases import REPLIES
from onrecord.restore.words import ENDED, LIST_ITEM, MARKUP
from onrecord.text.sentences import sentences

_POINTS = 8  # lines
_OFFERS = re.compile(
    r"[^\S\n]*\n\s*(?:(?:would you like|(?:do you )?want) me to [^.!?\n]{3,200}\?|"
    r"if you have any (?:other|more|further|additional|specific) [^.!?\n]{3,120}, (?:please )?"
    r"(?:feel free to ask|just ask|let me know|don['’]t hesitate to ask)[.!])(?=[^\S\n]*(?:\n|\Z))",
    re.IGNORECASE,
)
"""A line that is an offer; right behind a reply it is of that, whatever it is about."""
_POINT = re.compile(r"\s*(?:[-*•–]|\d{1,2}[.)]|[^\w\s\"“”„‘’'«»()\[\]@#$£€¥.,;:!?/&%+|-]\S{0,2})\s+\S")
_BLANK = re.compile(r"\s*")
_LINE_END = re.compile(r"[^\S\n]*(?:\n|\Z)")
_REGISTER = frozenset(REGISTER)
_LINE, _NEAR = 1_000, 80  # characters
_BEGINS = re.compile(r"(?:\A|\n|[.!?…][”\"’)\]]*)[ \t]*\Z")
_LACKS = re.compile(rf"\b(?:{REPLIES['beside']['lacks']})", re.IGNORECASE)
_ADVISES = re.compile(rf"(?:{REPLIES['beside']['advises']})", re.IGNORECASE)
_PROGRAM = "ChatGPT|(?:Microsoft )?Copilot|DeepSeek|Perplexity(?: AI)?|Meta AI"
_LABEL = re.compile(
    rf"(?<![^\n])(?:\*\*)?(?:{_PROGRAM}|(?:{_PROGRAM}|Claude|Gemini|Grok|Llama|(?:AI )?Assistant|AI|Bot)"
    r"(?:['’]s (?:response|answer|reply)| said)?:)(?:\*\*)?[ \t]*(?:\n\s*)?\Z"
)
_TABLE = re.compile(r"^\|[^\n]*\|[ \t]*\n\|[ :|-]*-[ :|-]*\|[ \t]*(?:\n\|[^\n]*\|[ \t]*)+$", re.MULTILINE)
_ROWS = re.compile(r"(?:^[^\t\n]+\t[^\n]+(?:\n|\Z)){2,}", re.MULTILINE)
"""A table as HTML is read: its cells parted by tabs."""
_OF_TABLE = re.compile(r"\b(?:table|comparison)\b", re.IGNORECASE)
_RULE = re.compile(r"^[ \t]*(?:-{3,}|\*{3,}|_{3,}|={3,}|(?:[*-] ){2,}[*-])[ \t]*$", re.MULTILINE)


def with_neighbours(text: str, found: Sequence[Removal]) -> list[Removal]:
    """Take what stands right beside a reply with it: lines that speak to who asked, and points between two replies."""
    cut = [one for one in found if one.kind is RemovalKind.CHATBOT_REPLY and one.status is RemovalStatus.REMOVED]
    spoken = sorted((one.span for one in found if cut and _speaks_in_lines(text, one)), key=lambda span: span.start)
    starts = [span.start for span in spoken]
    wider: list[Removal] = []
    for one in sorted(cut, key=lambda other: other.span.start):
        span, at = one.span, bisect_right(starts, one.span.start)
        if fills(text, span):
            span = _with_next(text, span, (spoken[n] for n in range(at, len(spoken))))
            span = _with_next(text, span, (spoken[n] for n in range(at - 1, -1, -1)))
            offer = _OFFERS.match(text, span.end) if fills(text, span) else None
            span = span if offer is None else Span(start=span.start, end=offer.end())
        before = wider[-1].span if wider else None
        if before is not None and (before.overlaps(span) or _are_points(text[before.end : span.start])):
            span = _both(wider.pop().span, span)
        wider.append(replace(one, span=span))
    rest = (one for one in found if one not in cut and not any(other.span.covers(one.span) for other in wider))
    return [*rest, *wider]


def _with_next(text: str, span: Span, others: Iterable[Span]) -> Span:
    """Return a span with those of ``others``, in order from it on, between which and it nothing else stands."""
    for other in others:
        if _is_beside(text, span, other):
            span = _both(span, other)
        elif not span.overlaps(other):
            break
    return span


def _speaks_in_lines(text: str, one: Removal) -> bool:
    """Say whether a doubted passage is whole lines that speak to who asked, by rules or by their words."""
    told = one.status is RemovalStatus.SUSPECTED and not _REGISTER.isdisjoint(why.code for why in one.reasons)
    return told and fills(text, one.span) and likeliest(text, one.span) > 0


def _both(span: Span, other: Span) -> Span:
    return Span(start=min(span.start, other.start), end=max(span.end, other.end))


def _are_points(between: str) -> bool:
    """Say whether what stands between two replies are a few lines, each behind a mark of a list or a picture."""
    lines = [line for line in between.split("\n") if line.strip()]
    return "\n" in between and 0 < len(lines) <= _POINTS and all(map(_POINT.match, lines))


def fills(text: str, span: Span) -> bool:
    """Say whether a passage is whole lines."""
    start = text.rfind("\n", 0, span.start) + 1
    return not text[start : span.start].strip() and _LINE_END.match(text, span.end) is not None


def with_lists(text: str, lines: Sequence[Span], found: Sequence[Removal]) -> list[Removal]:
    """Take the list right above a reply with it, where what leads to that is doubted and the page has no other."""
    replies = [one for one in found if one.kind is RemovalKind.CHATBOT_REPLY and one.status is RemovalStatus.REMOVED]
    if not replies:  # as on most pages
        return list(found)
    doubted = sorted((one.span for one in found if one.status is RemovalStatus.SUSPECTED), key=lambda span: span.start)
    listed = {n for n, line in enumerate(lines) if _hands_over(line.cut(text), led=overlaps(line, doubted))}
    taken = []
    for one in replies:
        first = top = bisect_right(lines, one.span.start, key=lambda line: line.start) - 1
        while top - 1 in listed:
            top -= 1
        begins = first >= 0 and not text[lines[first].start : one.span.start].strip()
        if not begins or not listed or first - top < len(listed) or LIST_ITEM.match(text, lines[top].start):
            continue  # the page has lists elsewhere, or nothing leads to this one
        lead = next((span.start for span in doubted if span.overlaps(lines[top])), None)
        if lead is not None:
            taken.append(replace(one, span=Span(start=max(lines[top].start, lead), end=one.span.end)))
    return [*(one for one in found if not any(other.span.covers(one.span) for other in taken)), *taken]


def _hands_over(words: str, *, led: bool) -> bool:
    """Say whether a line is of a list, a heading in marks, or doubted and leads to what is below it."""
    return LIST_ITEM.match(words) is not None or MARKUP.search(words) is not None or (led and words.endswith(":"))


def with_advice(text: str, lines: Sequence[Span], found: Sequence[Removal]) -> list[Removal]:
    """Take the advice to look elsewhere that stands right behind a reply which has or finds nothing.

    Who says so as "I" and advises it is a reply on a page that else speaks to nobody, though nothing else tells of it.
    """
    advised = {one: _advised(text, one.span) for one in found if _lacks(text, one)}
    wider = {one: span for one, span in advised.items() if span != one.span}
    doubted = [one for one in wider if one.status is RemovalStatus.SUSPECTED]
    told = sorted((one.span for one in found), key=lambda span: span.start)
    if doubted and any(speaks_out(line.cut(text)) for line in lines if not overlaps(line, told)):
        wider = {one: span for one, span in wider.items() if one not in doubted}
    cut = [replace(one, span=span, status=RemovalStatus.REMOVED) for one, span in wider.items()]
    return [*cut, *(one for one in found if one not in wider and not any(other.span.covers(one.span) for other in cut))]


def _lacks(text: str, one: Removal) -> bool:
    words = one.span.cut(text).rstrip() if one.kind is RemovalKind.CHATBOT_REPLY else ""
    if ENDED.search(words[-_NEAR:]) is None or _LACKS.search(words) is None:
        return False
    apart = _BEGINS.search(text[max(0, one.span.start - _NEAR) : one.span.start]) is not None
    return one.status is RemovalStatus.REMOVED or (apart and speaks_out(words))


def _advised(text: str, span: Span) -> Span:
    """Return a span with the sentences of advice behind it in its line, and behind that in lines of nothing else."""
    end = at = span.end
    while blank := _BLANK.match(text, at):
        line = text[blank.end() : blank.end() + _LINE].partition("\n")[0]
        said = sentences(line, "en")[:1]
        words = said[0].cut(line) if said else ""
        if not _ADVISES.match(words) or not ENDED.search(words):
            break
        at = blank.end() + said[0].end
        ends = _LINE_END.match(text, at) is not None
        end = at if ends or "\n" not in text[end:at] else end
    return replace(span, end=end)


def with_tables(text: str, found: Sequence[Removal]) -> list[Removal]:
    """Take the one table of a page with the reply right beside it that speaks of a table.

    One without marks, as HTML is read, may be the page's own, unless the reply leads to it or some of it is cut.
    """
    tables = list(_TABLE.finditer(text)) if "|-" in text or "| -" in text else []
    tables += _ROWS.finditer(text) if "\t" in text else ()
    if len(tables) != 1:
        return list(found)
    table = Span(start=tables[0].start(), end=tables[0].start() + len(tables[0].group().rstrip()))
    cut = [one for one in found if one.kind is RemovalKind.CHATBOT_REPLY and one.status is RemovalStatus.REMOVED]
    inside = [one for one in cut if one.span.overlaps(table)]
    beside = [one for one in cut if one in inside or _is_beside(text, one.span, table)]
    told = next((one for one in beside if _OF_TABLE.search(one.span.cut(text))), None)
    if told is None or not all(fills(text, one.span) for one in (told, *inside)):
        return list(found)
    if "|" not in table.cut(text) and not inside and not told.span.cut(text).rstrip().endswith(":"):
        return list(found)
    span = _both(told.span, table)
    for one in inside:
        span = _both(span, one.span)
    return [*(one for one in found if not span.covers(one.span)), replace(told, span=span)]


def with_labels(text: str, found: Sequence[Removal]) -> list[Removal]:
    """Take with a reply what programs set before it: who speaks, in the line above or before it in its own."""
    made = []
    for one in found:
        cut = one.kind is RemovalKind.CHATBOT_REPLY and one.status is RemovalStatus.REMOVED
        label = _LABEL.search(text, max(0, one.span.start - _NEAR), one.span.start) if cut else None
        made.append(one if label is None else replace(one, span=Span(start=label.start(), end=one.span.end)))
    labelled = [one for one in made if one not in found]
    return [one for one in made if one in labelled or not any(other.span.covers(one.span) for other in labelled)]


def with_rules(text: str, found: Sequence[Removal]) -> list[Removal]:
    """Take a rule drawn beside a reply with it, "---", where a page has rules nowhere else."""
    drawn = (Span(start=at.start(), end=at.end()) for at in _RULE.finditer(text))
    cut = [one for one in found if one.status is RemovalStatus.REMOVED]
    rules = [rule for rule in drawn if not any(rule.overlaps(one.span) for one in cut)]
    replies = [one for one in cut if one.kind is RemovalKind.CHATBOT_REPLY]
    beside = {rule: next((one for one in replies if _is_beside(text, one.span, rule)), None) for rule in rules}
    if not rules or not all(beside.values()):
        return list(found)
    taken = {one: [one.span, *(rule for rule in rules if beside[rule] is one)] for one in found}
    return [
        replace(one, span=Span(start=min(at.start for at in spans), end=max(at.end for at in spans)))
        for one, spans in taken.items()
    ]


def _is_beside(text: str, span: Span, other: Span) -> bool:
    first, last = sorted((span, other), key=lambda one: one.start)
    blank = _BLANK.match(text, first.end, last.start) if first.end <= last.start else None
    return blank is not None and blank.end() == last.start
