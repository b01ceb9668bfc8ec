"""What can be said of a passage in words: its register, its joins, its clashes with the page, what guards it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from onrecord.data import BlockKind, Reason, ReasonCode, Span
from onrecord.restore.labelling.alone import is_heading, stands_alone, stands_below
from onrecord.restore.labelling.furniture import by_words
from onrecord.restore.pasted.formulas import ABOUT
from onrecord.restore.words import (
    CHATBOT,
    CITATION,
    CITATION_GAP,
    COMPILED_REPLY,
    DENIAL,
    LIST_ITEM,
    MARKUP,
    furniture_of,
)
from onrecord.text.names import Name, find_names
from onrecord.text.words import content_words

_WORDS = {
    ReasonCode.REPLY_OFFER: "offers more to somebody who asked",
    ReasonCode.REPLY_ADDRESS: "speaks to somebody who asked",
    ReasonCode.REPLY_SEARCH_RESULTS: "retells search results or promises a summary",
    ReasonCode.REPLY_KNOWLEDGE_DATE: "speaks of how recent its own knowledge is",
    ReasonCode.REPLY_MARKUP: "uses headings and bold marks that the page has nowhere else",
    ReasonCode.CITATION_GAP: "has gaps before full stops where citations were lost",
    ReasonCode.NO_CITATION: "speaks of search results or sources and cites none",
    ReasonCode.BROKEN_SENTENCE: "starts where a sentence was not finished",
    ReasonCode.GLUED_JOIN: "is glued to the rest of a sentence that it broke",
    ReasonCode.CLASH_WITH_PAGE: "denies what the page reports, or gives an office to another person than the page does",
    ReasonCode.RESTATES_PAGE: "tells again what the page tells",
    ReasonCode.OTHER_STORY: "its words read as part of another text than those around it",
    ReasonCode.REPEATS_PAGE: "the same words stand elsewhere on the page",
    ReasonCode.FURNITURE_WORDS: "its words are those of the site, not of the story",
}
REGISTER = (
    ReasonCode.REPLY_OFFER,
    ReasonCode.REPLY_ADDRESS,
    ReasonCode.REPLY_SEARCH_RESULTS,
    ReasonCode.REPLY_KNOWLEDGE_DATE,
)
_ENDED = re.compile(r"[.!?…:][”\"'’»)\]*]*\s*$")
_CLOCK = re.compile(r"\W*\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\b\.?)?\W*", re.IGNORECASE)
"""The hour that an entry of a live page begins with."""
_SALUTATION = re.compile(r"(?:Sirs?|Madam|Dear [\w ]{1,30}|To the editor)\s?[,:–—-]\s*", re.IGNORECASE)
_HEADLINE = re.compile(r"\s*#\s+\S")
_ADDRESS = re.compile(r"[\w.-]{1,60}[/@]")
"""What goes on in an address, not in a sentence."""
_OPENED = (_ENDED.search, _CLOCK.fullmatch, _SALUTATION.fullmatch)
"""Behind these a sentence begins."""
_QUOTES = re.compile(r"[“”\"]")
_SAID_BY_CHATBOT = re.compile(
    rf"(?:{CHATBOT.pattern})[^.\n]{{0,80}}\b(?:said|says|wrote|writes|answer\w*|repl\w+|respond\w*|suggest\w*|read|told)\b[^.\n]{{0,40}}[:,]\s*$",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"[^\n“”\"]{1,200}\?\s*")
_QUESTIONS = 3
_NAME = re.compile(r"(?<=[a-z,;:] )[A-Z][^\W\d_]+(?:[ -][A-Z][^\W\d_]+)*")  # where no sentence begins
_NEAR = 50_000  # characters on either side in which its names are looked for
_SHARED = 1 / 3
_SOURCED = re.compile(
    r"[“\"][^”\"\n]+[”\"],? [^“”\"\n]{1,120}"
    r"|According to [^,.\n]{1,80}, (?:[^.?!\n]|\.(?=\d))+\."
    r"|(?:[^.?!\n]|\.(?=\d))+, according to [^,.\n]{1,80}\."
)
"""One quotation or sentence and whom it is from, who is mostly heard on the matter of the page."""
_LEAD = 400  # characters
_OF_HEADLINE = 2  # words that a lead has of the headline above it at least
_HEAD = 4  # lines of a page's headline, section, author and day, at most
_SENTENCE = 8  # words; a line of so many that ends in a stop is running text
_READ = 4_000  # characters of a passage that are searched for evidence: its first and its last
_LINE = 2_000  # characters of the line beside a list that are read


def explain(codes: Collection[ReasonCode]) -> tuple[Reason, ...]:
    """Return the evidence in words, in a fixed order."""
    return tuple(Reason(code=code, words=_WORDS[code]) for code in ReasonCode if code in codes)


@dataclass(frozen=True, slots=True)
class Story:
    """What the page as a whole says, for a passage to be compared with."""

    text: str
    lead: frozenset[str]
    offices: tuple[Name, ...]
    marked: bool
    about_chatbots: bool
    asks: bool
    """Whether it is an interview, or questions and answers: what stands under a question answers it."""

    @classmethod
    @lru_cache(maxsize=4)
    def of(cls, text: str, blocks: tuple[Span, ...]) -> Story:
        """Read a page whose blocks are ``blocks``; one that has passages in it is asked about several times."""
        head = " ".join(block.cut(text)[:_READ] for block in blocks[:4])
        plain = sum(not MARKUP.search(block.cut(text)) for block in blocks[:6])
        return cls(
            text=text,
            lead=frozenset(content_words(head)),
            offices=tuple(name for name in find_names(head) if name.role),
            marked=is_markdown(text) or (bool(blocks) and plain <= min(6, len(blocks)) // 2),
            about_chatbots=sum(len(names.findall(text[:100_000])) for names in (CHATBOT, ABOUT)) >= 3,
            asks=sum(_QUESTION.fullmatch(block.cut(text)[:_READ]) is not None for block in blocks) >= _QUESTIONS,
        )

    def clashes(self, passage: str) -> bool:
        """Say whether a passage denies what the page leads with, or calls its office-holder a former one."""
        if DENIAL.search(passage) and len(self.lead & frozenset(content_words(passage))) >= 3:
            return True
        held = [office for office in self.offices if not office.former and office.words.split()[-1] in passage]
        return bool(held) and any(
            name.former and name.role == office.role and name.words.split()[-1] == office.words.split()[-1]
            for name in find_names(passage)
            for office in held
        )


def is_markdown(text: str) -> bool:
    """Say whether a page has its headline in marks: those of the rest are its own, too."""
    return _HEADLINE.match(text) is not None


def register(story: Story, words: str) -> frozenset[ReasonCode]:
    """Return what the words of a passage give away by themselves and against the page."""
    codes = {code for code, pattern in COMPILED_REPLY if pattern.search(words)}
    if ReasonCode.REPLY_SEARCH_RESULTS in codes and not CITATION.search(words):
        codes.add(ReasonCode.NO_CITATION)
    if CITATION_GAP.search(words):
        codes.add(ReasonCode.CITATION_GAP)
    if not story.marked and MARKUP.search(words):
        codes.add(ReasonCode.REPLY_MARKUP)
    if story.clashes(words):
        codes.add(ReasonCode.CLASH_WITH_PAGE)
    return frozenset(codes)


def joins(text: str, span: Span, line: Span) -> frozenset[ReasonCode]:
    """Return what the ends of a passage give away; ``line`` is the block that it starts in."""
    codes = set()
    before = text[line.start : span.start]
    if before.strip() and not any(opens(before) for opens in _OPENED):
        codes.add(ReasonCode.BROKEN_SENTENCE)
    after = text[span.end : span.end + 1]
    if (after.islower() or (codes and after.isalnum())) and not _ADDRESS.match(text, span.end):
        codes.add(ReasonCode.GLUED_JOIN)
    return frozenset(codes)


def is_item(text: str, span: Span) -> bool:
    """Say whether a passage is items of a list, which goes on before or behind it."""
    inside = list(filter(None, map(str.strip, span.cut(text).splitlines())))
    if not inside or not all(map(LIST_ITEM.match, inside)):
        return False
    above, below = text[max(0, span.start - _LINE) : span.start], text[span.end : span.end + _LINE]
    before, behind = above.rstrip().rpartition("\n")[2].strip(), below.lstrip().partition("\n")[0].strip()
    return _goes_on(before, inside[0]) or _goes_on(inside[-1], behind)


def _goes_on(item: str, other: str) -> bool:
    """Say whether two lines are items of one list: of one mark, or with one number behind the other."""
    if not LIST_ITEM.match(item) or not LIST_ITEM.match(other):
        return False
    numbers = [int(number[0]) for line in (item, other) if (number := re.match(r"\d+", line))]
    return numbers[1] == numbers[0] + 1 if len(numbers) > 1 else not numbers and item[0] == other[0]


def of_others(text: str, span: Span) -> bool:
    """Say whether a passage speaks of others than the page: of its names, two or more, few stand elsewhere there."""
    own, said = _names(text, span)
    return len(own) >= 2 and sum(not said.isdisjoint(name.split()) for name in own) < _SHARED * len(own)


def may_be_of(text: str, span: Span) -> bool:
    """Say whether a passage may be of the page's own matter, however far from the rest it stands.

    So may one sentence with its source, and what names somebody, or a family, and nobody that the page does not.
    """
    own, said = _names(text, span)
    named = bool(own) and all(not said.isdisjoint((*name.split(), name.removesuffix("s"))) for name in own)
    return named or _SOURCED.fullmatch(span.cut(text).strip()) is not None


def _names(text: str, span: Span) -> tuple[set[str], set[str]]:
    """Return the names of a passage, and each word of those that the page has elsewhere."""
    page = text[max(0, span.start - _NEAR) : span.start] + text[span.end : span.end + _NEAR]
    said = chain.from_iterable(name.split() for name in _NAME.findall(page))
    return set(_NAME.findall(span.cut(text))), set(said)


def leads(text: str, span: Span) -> bool:
    """Say whether a passage is what the page begins with, or stands below one line and says more of that: its lead."""
    above = text[: span.start].strip()
    shared = set(content_words(above)).intersection(content_words(span.cut(text)[:_LEAD]))
    return not above or ("\n" not in above and len(shared) >= _OF_HEADLINE)


def heads(text: str, span: Span) -> bool:
    """Say whether a passage stands in the head of the page: above all running text, no line of it known for a site's.

    There a page has its section, its authors and its day, in every house's own form.
    """
    if text.count("\n", 0, span.start) > 2 * _HEAD:
        return False
    inner = [line.strip() for line in span.cut(text).splitlines() if line.strip()]
    above = [line for line in text[: span.start].splitlines() if line.strip()]
    told = any(furniture_of(line) or stands_alone(line) or stands_below(line) for line in inner)
    return len(above) + len(inner) <= _HEAD and not told and not any(map(runs, (*above, *inner)))


def runs(line: str) -> bool:
    """Say whether a line is running text."""
    return len(line.split()) >= _SENTENCE and _ENDED.search(line) is not None and not line.endswith(":")


def is_led_to(text: str, span: Span, *, headed: bool) -> bool:
    """Say whether a passage is a list below a line of the page that leads to it: "In other business, the board:".

    So does a heading ("Key points"), which above the story goes with its list, where it may be one: ``headed``.
    """
    before = text[: span.start].rstrip().splitlines()
    above, lines = before[-1:], list(filter(None, map(str.strip, span.cut(text).splitlines())))
    if all(map(LIST_ITEM.match, lines[1:])) and not any(map(runs, before)):
        above, lines = (lines[:1], lines[1:]) if any(map(is_heading, lines[:1])) else (above, lines)
    led = any(_leads_on(line) or (headed and is_heading(line)) for line in above)
    return led and any(map(LIST_ITEM.match, lines[:1]))


def _leads_on(line: str) -> bool:
    return line.endswith(":") and len(line.split()) > 1 and not furniture_of(line) and not stands_alone(line)


def answers(story: Story, span: Span) -> bool:
    """Say whether a passage begins a line under one that asks, on a page of questions and answers."""
    above = story.text[max(0, span.start - _READ) : span.start]
    return story.asks and above.endswith("\n") and above.rstrip().endswith("?")


def quoted(text: str, span: Span, line: Span) -> bool:
    """Say whether the page gives a passage as somebody's words: in quotation marks, or after a chatbot's name."""
    before = text[max(line.start, span.start - _READ) : span.start]
    marks = _QUOTES.findall(before)
    opened = bool(marks) and (marks[-1] == "“" or (marks[-1] == '"' and marks.count('"') % 2 == 1))
    inner = span.cut(text)[:_READ]
    starts = inner[:1] in '“"' and inner.rstrip(".,")[-1:] in '”"'
    return (opened and text[span.start - 1 : span.start] in '“"') or starts or bool(_SAID_BY_CHATBOT.search(before))


def is_box(words: str) -> bool:
    """Say whether a passage begins with a list below a heading, as pages have them in boxes: "Key points:"."""
    first, *rest = filter(None, map(str.strip, words.splitlines()))
    return is_heading(first.rstrip(":")) and len(rest) > 1 and all(map(LIST_ITEM.match, rest[:2]))


def is_noted(text: str, lines: Sequence[Span], line: Span) -> bool:
    """Say whether a line is of a list that a note on what was corrected leads to."""
    above = lines[: bisect_right(lines, line.start, key=lambda one: one.start)]
    led_by = next((one for one in reversed(above) if LIST_ITEM.match(text, one.start) is None), None)
    listed = LIST_ITEM.match(text, line.start) is not None
    return listed and led_by is not None and by_words(led_by.cut(text)) is BlockKind.CORRECTION
