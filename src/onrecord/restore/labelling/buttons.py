"""Buttons and labels of a site that stand inside a paragraph, as who copies a page from a browser takes them along.

They break a sentence off with a capital, or stand between two or behind the last without a full stop, and are known to
the character. What leads to another story by a label takes its headline along, which ends the line.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from onrecord.data import BlockKind, Reason, ReasonCode, Removal, RemovalKind, RemovalStatus, Span
from onrecord.restore.alternatives import by_letter
from onrecord.restore.phrases import SITES
from onrecord.restore.words import ENDED, LEAD, LEADS, UNFINISHED

_INSIDE = SITES["inside"]
_NAMED = "|".join(f"(?P<{kind}>{words})" for kind, words in _INSIDE.items())
_ONE = re.compile(
    rf"(?:(?<![\w’'@#/.-])(?=[A-Z\d©(]|\w{{0,40}}_)|(?<=[a-z]{{2}})(?=[A-Z][a-z]+ ))(?i:{_NAMED})(?![\w’'/-]|\.\w)"
)
_WEAK = by_letter(_INSIDE["weak"])
_COUNT = by_letter("|".join(words for kind, words in _INSIDE.items() if kind != "weak"))
_MAY_BE = re.compile(rf"[A-Z\d©(](?<=(?=(?i:{_COUNT}|(?:{_WEAK})(?:[ \t|·•/]*[ \t\n|·•/]\b(?:{_WEAK})\b){{2}})).)")
"""Whether one of those that count may be in a text without words with "_": the engine goes from capital to capital."""
_BETWEEN = re.compile(r"[ \t]*[|·•/]?[ \t]*\n?[ \t]*")
_ROW, _ACCOUNT = 3, 2  # words of prose that are buttons together
_BROKEN = re.compile(r"[a-zß-öø-ÿ](?: [\d.,]*\d)?[,’”]? ?\n?\Z")
"""What stands before a button inside a sentence: a word or a number, and no end."""
_NAME = re.compile(r"\b[A-Z][\w’'-]+ \Z")
_OF_NAMES = 2  # words
_OF_NAME = re.compile(r"(?:View|Watch|Play|Search|Share)\b")
"""What may go on with a name: "Google Street View photos show"."""
_BEGINS = re.compile(r"\s*[“\"‘(]?[A-Z\d]")
"""How the next sentence does."""
_FULL_STOP = re.compile(r"[.!?…][”\"’)]*[ \n]\Z")
_STOPPED = re.compile(r"[.!?…][”\"’)]*\s")
_TOLD = re.compile(
    r"\b(?:called|titled|named|dubbed|marked|labell?ed|entitled|reads|reading|click\w*|tap(?:s|ped|ping)?|hits?|press(?:ed|es)?|"
    r"select\w*|choos\w+|chose):? \Z",
    re.IGNORECASE,
)
"""What leads to the words of a button that a sentence tells of."""
_NOUN = re.compile(
    r" (?:buttons?|tabs?|sections?|pages?|links?|lists?|options?|features?|functions?|icons?|menus?|columns?|fields?|"
    r"labels?|signs?|prompts?|campaigns?|settings?|box(?:es)?|banners?)\b"
)
_VERB = re.compile(r" (?:is|are|was|were|and|or)\b")
"""What stands behind a button of which a sentence tells, and in a sentence too that a button broke."""
_STOP = re.compile(r"(?:\.{3}|[.!…])(?=\s|\Z)")
"""The full stop of a button: inside a sentence that goes on, or in a sentence of its own."""
_LEADS = re.compile(r"\s*[:>»|–—]")
"""What stands behind a label of another story, whose end nobody knows."""
_SENTENCES = re.compile(r"[a-z]{2}[.!?][”\"’)]* [A-Z]")
"""What no headline has."""
_DAY = re.compile(
    r"\s+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Janu|Febru)ary|[A-Z]\w+(?:ember|ober)|Ma(?:rch|y)|"
    r"April|Ju(?:ne|ly)|August)\b"
)
"""When readers of a paper are to do something."""
_SCORE = 0.8
_NEAR = 24  # characters
_HEADING = 120  # characters of a headline at most; in what is shorter and has no end, capitals are those of one
_CAPITALS = re.compile(r"\b[A-Z]")
_MORE = 3  # words beside a button, from which a passage that has it is known better as a whole
_REASON = Reason(code=ReasonCode.FURNITURE_WORDS, words="its words are those of such a block")


def find_buttons(text: str, lines: Sequence[Span]) -> list[Removal]:
    """Return the buttons and labels inside running text; a page that tells of such is left as it is."""
    if not lines or not (_MAY_BE.search(text, lines[0].start, lines[-1].end) or "_" in text):
        return []  # as on most pages
    found: list[Removal] = []
    for above, line in zip((None, *lines), lines, strict=False):
        for kind, span in _runs(text, line):
            if span == line:
                continue
            if _is_told_of(text, span):
                return []
            whole = _with_stop(text, line, span)
            if _stands_inside(text, above, line, whole):
                found.append(_removal(text, line, whole, kind))
    return _in_rows(text, found)


def _in_rows(text: str, found: Sequence[Removal]) -> list[Removal]:
    """Return the buttons, a row that goes on in the next line as one."""
    rows: list[Removal] = []
    for one in found:
        above = rows.pop() if rows and not text[rows[-1].span.end : one.span.start].strip() else None
        rows.append(replace(above, span=Span(start=above.span.start, end=one.span.end)) if above else one)
    return rows


def find_leads(text: str, lines: Sequence[Span]) -> list[Removal]:
    """Return the labels inside running text that lead to another story, with its headline, which ends with the line.

    Before one a sentence ends, or breaks off that goes on in the next line.
    """
    if not lines or not LEAD.search(text, lines[0].start, lines[-1].end):
        return []  # as on most pages
    return [_removal(text, line, span, BlockKind.TEASER) for line in lines if (span := _lead(text, line))]


def _lead(text: str, line: Span) -> Span | None:
    label = LEAD.search(text, line.start + 1, line.end)
    if label is None or line.end - label.start() > _HEADING or not LEADS.fullmatch(text, label.start(), line.end):
        return None
    span = Span(start=label.start(), end=line.end)
    stopped = _FULL_STOP.search(text, max(line.start, span.start - _NEAR), span.start)
    reads_on = _breaks(text, line, span) and _goes_on(text, line.end)
    return span if (stopped or reads_on) and not _SENTENCES.search(text, label.end(), line.end) else None


def with_buttons(text: str, lines: Sequence[Span], found: Sequence[Removal]) -> list[Removal]:
    """Add the buttons inside running text, for a passage too that has one with a word or two of the page."""
    cut = sorted((one for one in found if one.status is RemovalStatus.REMOVED), key=_start)
    added: list[Removal] = []
    dropped: set[Removal] = set()
    for button in (*find_buttons(text, lines), *find_leads(text, lines)):
        first, end = bisect_right(cut, button.span.start, key=_start), bisect_left(cut, button.span.end, key=_start)
        held = [one for one in cut[max(0, first - 1) : end] if one.span.overlaps(button.span)]
        if all(_is_little_more(text, one, button) for one in held):
            added.append(button)
            dropped.update(held)
    return [*(one for one in found if one not in dropped), *added]


def _start(one: Removal) -> int:
    return one.span.start


def _is_little_more(text: str, one: Removal, button: Removal) -> bool:
    lead = button.kind is RemovalKind.TEASER and one.kind is RemovalKind.TEASER
    if lead and one.span.start == button.span.start and _goes_on(text, button.span.end):
        return True
    if one.kind is RemovalKind.CHATBOT_REPLY or len(one.span) > len(button.span) + _NEAR:
        return False
    beside = text[one.span.start : button.span.start] + text[button.span.end : one.span.end]
    return len(beside.split()) < _MORE


@lru_cache(maxsize=4096)
def are_buttons(line: str) -> BlockKind | None:
    """Return the kind of a line that is nothing but buttons, one or a row of them."""
    if not _ONE.match(line):
        return None  # as of most lines
    whole = Span(start=0, end=len(line))
    return next((kind for kind, span in _runs(line, whole) if span == whole), None)


def _runs(text: str, line: Span) -> Iterator[tuple[BlockKind, Span]]:
    """Yield what of a line is buttons, one or a row of them, with the kind of the first that is known by itself."""
    run: list[re.Match[str]] = []
    for one in (*_ONE.finditer(text, line.start, line.end), None):
        beside = bool(run) and one is not None and _BETWEEN.fullmatch(text, run[-1].end(), one.start()) is not None
        if run and not beside:
            kinds = [str(part.lastgroup) for part in run]
            known = next((kind for kind in kinds if kind not in ("weak", "account")), None)
            if known or len(run) >= _ROW or kinds.count("account") >= _ACCOUNT:
                yield BlockKind(known or "interface"), Span(start=run[0].start(), end=run[-1].end())
            run = []
        run += [one] if one else []


def _is_told_of(text: str, span: Span) -> bool:
    """Say whether a sentence tells of a button: it is quoted, led to or called one."""
    before = text[max(0, span.start - _NEAR) : span.start]
    opened = before.endswith(("“", "‘", '"', "'", "«", "("))
    if opened or _TOLD.search(before) or _NOUN.match(text, span.end):
        return True
    reads_on = _BROKEN.search(before) is not None and UNFINISHED.search(before) is None
    return not reads_on and _VERB.match(text, span.end) is not None


def _with_stop(text: str, line: Span, span: Span) -> Span:
    """Return a button with its full stop, unless that is of the sentence which the button breaks off."""
    stop = _STOP.match(text, span.end)
    of_sentence = _breaks(text, line, span) and not (stop and _goes_on(text, stop.end()))
    return span if stop is None or of_sentence else Span(start=span.start, end=stop.end())


def _breaks(text: str, line: Span, span: Span) -> bool:
    """Say whether a sentence breaks off in its line before a button."""
    return _BROKEN.search(text, max(line.start, span.start - _NEAR), span.start) is not None


def _goes_on(text: str, at: int) -> bool:
    """Say whether a sentence goes on behind a button, in small letters or with another button."""
    rest = text[at : at + _NEAR].lstrip()
    return rest[:1].islower() or (not text[at : at + 1].isalnum() and _ONE.match(rest) is not None)


def _stands_inside(text: str, above: Span | None, line: Span, span: Span) -> bool:
    """Say whether a sentence breaks off before a button, or one ends there and another begins behind it.

    A button of one word or two in capitals, which may be a name, breaks it where it goes on in a small letter, one that
    begins a line where the line above is broken off. Behind a name it has three words, or none that names go on with.
    """
    behind = text[span.end : min(line.end, span.end + _NEAR)]
    if _LEADS.match(behind):
        return False
    runs = len(line) > _HEADING or ENDED.search(text, max(line.start, line.end - _NEAR), line.end) is not None
    if not runs and _CAPITALS.search(text, span.start + 1, span.end):
        return False
    goes_on = _goes_on(text, span.end)
    if _breaks(text, line, span):
        words = span.cut(text).split()
        behind_name = _NAME.search(text, max(line.start, span.start - _NEAR), span.start) is not None
        named = behind_name and not (goes_on and _OF_NAME.match(text, span.start) is None)
        titled = len(words) == 1 or not any(map(str.islower, words[1:]))
        return len(words) > _OF_NAMES or not (named or (titled and not goes_on))
    if span.start == line.start and goes_on:
        return above is not None and _is_unfinished(text, above)
    before = text[max(line.start, span.start - _NEAR) : span.start]
    stopped = _FULL_STOP.search(before) is not None
    if not behind.strip():
        return stopped and not text.startswith("Read", span.start)
    begins = _BEGINS.match(behind) is not None and not _DAY.match(behind)
    return begins and (stopped or (runs and not before))


def _is_unfinished(text: str, line: Span) -> bool:
    """Say whether a line is broken off: it ends as no line does, or too long for a heading within a sentence."""
    start = max(line.start, line.end - _NEAR)
    if UNFINISHED.search(text, start, line.end):
        return True
    inside = _BROKEN.search(text, start, line.end) is not None and _STOPPED.search(text, start, line.end) is None
    return len(line) > _HEADING and inside


def _removal(text: str, line: Span, span: Span, kind: BlockKind) -> Removal:
    beside = text[span.start - 1 : span.start].isspace() or span.start == line.start
    whole = Span(start=span.start, end=span.end + (beside and text[span.end : span.end + 1] == " "))
    return Removal(
        span=whole, kind=RemovalKind(kind.value), status=RemovalStatus.REMOVED, score=_SCORE, reasons=(_REASON,)
    )
