"""Pasted chatbot replies: runs of sentences that speak to somebody who asked, with evidence at their ends."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from math import inf

from onrecord.data import ReasonCode, Span
from onrecord.restore.alternatives import by_letter
from onrecord.restore.pasted.evidence import REGISTER, Story
from onrecord.restore.pasted.formulas import FORMULAS, may_be_in
from onrecord.restore.pasted.joins import CLOSING, OPENING, SAYING, sentences_apart
from onrecord.restore.pasted.parting import parting
from onrecord.restore.pasted.register import LEAST_WORDS, likeliest, only_assistants_say, speaks_out
from onrecord.restore.phrases import REPLIES
from onrecord.restore.words import CITATION, CITATION_GAP, COMPILED_REPLY, LIST_ITEM, MARKUP, MENU, PREFACE
from onrecord.text.sentences import sentences

SIGNS = re.compile(rf"\b(?:{by_letter('|'.join(REPLIES['reply'].values()))})", re.MULTILINE)
"""What speaks to somebody who asked, in small letters; where none of them stands, no pattern is tried."""
_MARKED = re.compile(r"#|\*\*|\||\[\d|[-*]\s+\*")
"""What stands in whatever ``MARKUP`` matches; a reply speaks to somebody who asked, or has this and gaps."""
_BEGINS = re.compile(rf"(?:{REPLIES['beside']['begins']})\b", re.IGNORECASE)
_REACH = 3  # units without evidence that a run may bridge
_HALF = 0.5
"""Share of a block's sentences with evidence from which all before them was pasted too, and beyond which all behind
them, unless one of these speaks to nobody who asked: an offer may stand before or behind a sentence of the page."""
_AGREEING = 3  # kinds of evidence
_BESIDE = 64  # sentences on either side of a run
_MOST = 64  # sentences of a block that are read by what they mean
_CLOSES = {"“": "”", "„": "“”", "«": "»", "»": "«", "「": "」", '"': '"'}
"""What opens a quotation, and what closes it."""
_QUOTES = re.compile('[“”„«»「」"]')
_ONWARD = re.compile(r"(?<=[.!?…])\s*(?=[^\W\d_])(?![A-ZÀ-ÞА-Я])")
_NEAR = 80  # characters
_LEAD = 12  # characters of a mark or a word before a formula: "**Nota:** ", "Okay, "
_GLUED = re.compile(r"[a-zß-öø-ÿа-яёіїєґ][A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ]|[^\W\d_A-Z.][.!?…](?=[^\W\d_])")
"""Where other words go on without a space, within one or behind a full stop."""
_MEETS = re.compile(rf"{_GLUED.pattern}|\w[“„]|[”\"][^\W\d_]")
_EXCLAIMS = re.compile(r"(?:[^\W\d_][\w’']{0,20},? ){1,7}[\w’']{1,20}!\s*")
"""What is said in praise of a text before something is handed over for it."""
_REPORTS = re.compile(r"\b(?:said|says|told|wrote|added|confirmed|ruled|announced|called)\b")
"""Who reports what somebody said; a reply denies it in its own name."""
_SOUNDS_SO = -2.5
"""How far below the bound of the register sentences with a formula of a reply are that only sound so: of 53 passages of
3,474 news articles 49 are, of five of replies by another hand none but one of a single word."""
_REPORTED = -2.0
"""The same of one that reports what somebody said."""
_REPORTED_FIRMLY = -6.0
"""The same where that begins as only assistants do: "As of my last count, he added, she had 55."."""
_OFFERED = -4.0  # the same of one that offers what who says it is to do
_OFFERS = re.compile(r"(?:would you like me|(?:do you )?want me|shall i|should i)\b", re.IGNORECASE)
_UNFINISHED = re.compile(r"[^\W\d_A-ZÀ-ÞА-Я][,;]?\s+$")
"""Before a capital letter, what no sentence ends with."""


_REGISTER, _SAID = frozenset(REGISTER), frozenset((*REGISTER, ReasonCode.NO_CITATION))
_MARKS = {ReasonCode.REPLY_MARKUP}

Sign = tuple[ReasonCode, re.Pattern[str]]


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence with the evidence in it that it is part of a reply."""

    span: Span
    block: Span
    codes: frozenset[ReasonCode]
    breaks: bool
    """Whether a sentence breaks off in it and another text begins."""
    formula: int | None
    """Where a formula breaks off a sentence that is not finished."""
    firm: bool
    """Whether it says what only assistants say."""


@dataclass(frozen=True, slots=True)
class Reply:
    """A run that reads as a reply, with its evidence; ``certain`` when kinds of evidence agree."""

    span: Span
    codes: tuple[ReasonCode, ...]
    certain: bool
    told: bool
    """Whether something in it is what only assistants say."""
    firm: bool
    """Whether it fills its lines, and two of its sentences say what only assistants say, or three kinds of evidence
    agree: of 4,184 articles by people none has one that is certain at all."""
    offered: bool = False
    """Whether it is nothing but offers, in sentences of its own, on a page that else speaks to nobody."""

    @property
    def score(self) -> float:
        """Rises with each kind of evidence: 0.5, 0.75, 0.88, ..."""
        return 1.0 - 0.5 ** len(self.codes)


def find_replies(
    text: str, blocks: tuple[Span, ...], language: str | None, *, english: bool = True
) -> tuple[Reply, ...]:
    """Return the replies pasted into a text whose blocks are ``blocks``; one not in English may have any language's."""
    said = text[blocks[0].start : blocks[-1].end] if blocks else ""
    spoken = _may_speak(said, english=english)
    if not spoken and not (" ." in said and CITATION_GAP.search(said) and _MARKED.search(said)):
        return ()  # as on most pages
    story = Story.of(text, blocks)
    signs = COMPILED_REPLY if english else (*COMPILED_REPLY, *FORMULAS)
    units = tuple(
        unit
        for line, block in enumerate(blocks)
        for unit in _units(text, block, line, story, language=language, signs=signs)
    )
    runs = (_without_own(text, units, run) if english else run for run in _runs(text, units))
    made = ((run, _reply(text, units, run, story, widened=english)) for run in runs)
    told = ((run, reply) for run, reply in made if reply is not None)
    return tuple(part for run, reply in told for part in _parts(text, units, run, reply, story, widened=english))


def only_sounds_so(text: str, lines: Sequence[Span], reply: Reply) -> bool:
    """Say whether formulas that people use too tell of a reply, in sentences that by their words speak to nobody.

    "Would you like me to …?" does speak to somebody, where nothing else on the page does.
    """
    if reply.certain or reply.told or not _SAID.issuperset(reply.codes) or likeliest(text, reply.span) >= _SOUNDS_SO:
        return False
    rest = (line.cut(text) for line in lines if not line.overlaps(reply.span))
    return not _OFFERS.match(text, reply.span.start, reply.span.end) or any(map(speaks_out, rest))


def _parts(
    text: str, units: tuple[Unit, ...], run: tuple[int, int], reply: Reply, story: Story, *, widened: bool
) -> list[Reply]:
    """Return a reply in parts, without the paragraphs inside it in which nothing tells of one.

    What it hands over and what it offers then may stand before and behind paragraphs of the page. Where words are all
    that tells of it (not ``widened``) so may it before and behind sentences, unless one paragraph holds it all. Each
    part is as sure as the whole, or as it is alone: marks may be those of the page's own headings.
    """
    inside = units[run[0] : run[1] + 1]
    held = {block: list(held) for block, held in groupby(inside, lambda unit: unit.block)}
    listed = {block for block in held if LIST_ITEM.match(text, block.start, block.end)}
    bare = [
        unit.span.start
        for unit in inside
        if not unit.codes
        and unit.block not in listed
        and ((len(held) > 1 and not widened) or not any(other.codes for other in held[unit.block]))
    ]
    told = [unit for unit in inside if unit.codes]
    parts = [list(part) for _, part in groupby(told, lambda unit: bisect_left(bare, unit.span.start))]
    if len(parts) < 2:
        return [reply]
    bounds = [(part[0].span.start, part[-1].span.end) for part in parts]
    bounds[0], bounds[-1] = (reply.span.start, bounds[0][1]), (bounds[-1][0], reply.span.end)
    made = []
    for part, (start, end) in zip(parts, bounds, strict=True):
        span, codes = Span(start=start, end=end), {code for unit in part for code in unit.codes}
        first, last = (bisect_left(units, unit.span.start, key=_place) for unit in (part[0], part[-1]))
        alone = _reply(text, units, (first, last), story, widened=widened)
        certain = (reply.certain and codes != _MARKS) or (alone is not None and alone.certain and alone.span == span)
        only = any(unit.firm for unit in part)
        made.append(replace(reply, span=span, codes=_ordered(codes), certain=certain, told=only, firm=False))
    return made


def _place(unit: Unit) -> int:
    return unit.span.start


def _ordered(codes: Collection[ReasonCode]) -> tuple[ReasonCode, ...]:
    return tuple(code for code in ReasonCode if code in codes)


def _units(
    text: str, block: Span, line: int, story: Story, *, language: str | None, signs: Sequence[Sign]
) -> list[Unit]:
    words = block.cut(text)
    # A quotation that is open where a sentence breaks off closes only after what was pasted in.
    broken = min((match.end() for match in OPENING.finditer(words)), default=len(words))
    if _QUOTES.search(words) and _may_speak(words, english=signs is COMPILED_REPLY):
        broken = min((broken, *(at.end() for _, sign in signs for at in sign.finditer(words) if _breaks(words, at))))
    found = []
    opened, end = "", 0
    for sentence in sentences_apart(words, "en") if signs is COMPILED_REPLY else sentences(words, language):
        part = sentence.cut(words)
        opened, end = _quote_opens(words[end : sentence.start], opened), sentence.start
        quoted = opened and sentence.end <= broken
        codes = set()
        if not quoted and not story.about_chatbots and _may_speak(part, english=signs is COMPILED_REPLY):
            codes |= {code for code, pattern in signs if _speaks(pattern, part)}
        if not quoted and line > 0 and story.clashes(part):
            codes.add(ReasonCode.CLASH_WITH_PAGE)
        if CITATION_GAP.search(part):
            codes.add(ReasonCode.CITATION_GAP)
        if not story.marked and MARKUP.search(part):
            codes.add(ReasonCode.REPLY_MARKUP)
        span = Span(start=block.start + sentence.start, end=block.start + sentence.end)
        breaks = OPENING.search(words, sentence.start, sentence.end) is not None
        headed = words.startswith("#", sentence.start)
        formula = _formula(words, sentence, signs) if codes and not headed else None
        at = None if formula is None else block.start + formula
        firm = bool(codes & _REGISTER) and only_assistants_say(part)
        found.append(Unit(span, block, frozenset(codes), breaks or at is not None, at, firm))
    return found


def _formula(words: str, sentence: Span, signs: Sequence[Sign]) -> int | None:
    """Return where a formula begins in a sentence as one of its own, behind what is no end of another."""
    spoken = COMPILED_REPLY if signs is COMPILED_REPLY else FORMULAS
    starts = (match.start() for _, formula in spoken for match in formula.finditer(words, sentence.start, sentence.end))
    return min((at for at in starts if _begins(words, at, sentence.start)), default=None)


def _begins(words: str, at: int, start: int) -> bool:
    first = words[at : at + 2].lstrip("¿¡")
    capital = first[:1].isupper() and (first[0] != "I" or first[1:].isalpha())
    return capital and _UNFINISHED.search(words, start, at) is not None


def _may_speak(words: str, *, english: bool) -> bool:
    """Say whether any of the patterns may occur in some words; where not, none is tried."""
    return SIGNS.search(words.lower()) is not None or (not english and may_be_in(words))


def _speaks(pattern: re.Pattern[str], sentence: str) -> bool:
    """Say whether ``pattern`` occurs outside of quotation marks."""
    match = pattern.search(sentence)
    return match is not None and (not _quote_opens(sentence[: match.start()]) or _breaks(sentence, match))


def _breaks(words: str, formula: re.Match[str]) -> bool:
    """Say whether a formula breaks off a sentence, of somebody's words too (“Without rain Let me …”), not led to."""
    at, near = formula.start(), max(0, formula.start() - _NEAR)
    return _begins(words, at, near) and SAYING.search(words, near, at) is None


def _quote_opens(words: str, opened: str = "") -> str:
    """Return the mark of the quotation that is open at the end of ``words``, given the one open before; "" for none."""
    for mark in _QUOTES.findall(words):
        if not opened:
            opened = mark if mark in _CLOSES else ""
        elif mark in _CLOSES[opened]:
            opened = ""
    return opened


def _runs(text: str, units: tuple[Unit, ...]) -> list[tuple[int, int]]:
    """Return runs of units with evidence, first and last included, bridging a few without.

    What stands before the beginning of another reply is not bridged: it may be the page's.
    """
    runs: list[tuple[int, int]] = []
    for index, unit in enumerate(units):
        if not unit.codes:
            continue
        between = units[runs[-1][1] + 1 : index + 1] if runs else ()
        begins = len(between) > 1 and _BEGINS.match(text, unit.span.start)
        if runs and not begins and len(between) <= _REACH + 1 and not any(other.breaks for other in between):
            runs[-1] = (runs[-1][0], index)
        else:
            runs.append((index, index))
    return runs


def _without_own(text: str, units: tuple[Unit, ...], run: tuple[int, int]) -> tuple[int, int]:
    """Return a run without the lines at its ends, and what is glued to it, that people write too, to nobody."""
    first, last = run
    edges = [at for at in range(first + 1, last + 1) if _are_parted(units[at - 1], units[at])]
    own = {edge: _is_own(text, units[start:edge]) for start, edge in pairwise([first, *edges, last + 1])}
    while edges and own[edges[0]]:
        first = edges.pop(0)
    while edges and own[last + 1]:
        last = edges.pop() - 1
    told = [at for at in range(first, last + 1) if units[at].codes]
    return told[0], told[-1]


def _are_parted(unit: Unit, behind: Unit) -> bool:
    return unit.block != behind.block or unit.span.end == behind.span.start


def _is_own(text: str, units: Sequence[Unit]) -> bool:
    """Say whether what people write too is all that tells of a reply in some sentences that speak to nobody."""
    return all(not unit.codes or _only_says_too(text, unit) for unit in units)


def _only_says_too(text: str, unit: Unit) -> bool:
    words = unit.span.cut(text)
    reports = _REPORTS.search(words) is not None
    known = (unit.firm and not reports) or unit.breaks or words.endswith(":")
    if known or not unit.codes <= {*REGISTER, ReasonCode.CLASH_WITH_PAGE}:
        return False
    bound = _REPORTED_FIRMLY if unit.firm else _REPORTED if reports else _SOUNDS_SO
    bound = _OFFERED if _OFFERS.match(words) else bound
    return (reports or bool(unit.codes & _REGISTER)) and -inf < likeliest(text, unit.span) < bound


def _reply(text: str, units: tuple[Unit, ...], run: tuple[int, int], story: Story, *, widened: bool) -> Reply | None:
    """Return a run as a reply, where that is ``widened`` with the whole of blocks that are half told by it."""
    first, last = run
    codes = {code for unit in units[first : last + 1] for code in unit.codes}
    register = codes & _REGISTER
    if not register and not {ReasonCode.REPLY_MARKUP, ReasonCode.CITATION_GAP} <= codes:
        return None
    start, opened = _start(text, units[first])
    end, closed = _end(text, units[last], after=start, inside=units[first].formula is not None)
    filled = start == units[first].block.start and end == units[last].block.end
    begins = not opened and _BEGINS.match(text, start) is not None
    told = sum(bool(unit.codes & _REGISTER) for unit in units[first : last + 1])
    above, below = (_of_block(units, units[at].block) for at in run)
    rest = [one for one in above if one.span.start < start]
    exclaims = rest and _EXCLAIMS.fullmatch(text, units[first].block.start, start)
    if widened and not opened and (exclaims or (not begins and _told(above) >= _HALF and not _holds_own(text, rest))):
        start = units[first].block.start
    rest = [one for one in below if one.span.end > end]
    if (widened or told >= 2) and not closed and _told(below) > _HALF and not (widened and _holds_own(text, rest)):
        end = units[last].block.end
    menu = None if opened else MENU.match(text, units[last].block.start) or MENU.match(text, units[last].span.start)
    menu = None if menu is None or _MEETS.search(menu.group()) else menu
    end = end if menu is None else menu.end()
    alone = start == units[first].block.start and not closed
    near = units[max(0, first - _BESIDE) : last + _BESIDE]
    gap = parting(text, [unit.block for unit in near], (units[first].block, units[last].block)) if alone else None
    if gap is not None:
        start, end, filled = gap.start, gap.end, True
        opened, closed = {ReasonCode.BROKEN_SENTENCE}, {ReasonCode.GLUED_JOIN}
    codes |= opened | closed
    whole = (begins or start <= units[first].block.start) and (end >= units[last].block.end or menu is not None)
    edge = first == 0 or units[last].block == units[-1].block
    certain = (len(codes) >= 2 or told >= 2 or menu is not None) and (whole or bool(opened and closed))
    certain = certain or (ReasonCode.REPLY_OFFER in register and edge and whole and not story.about_chatbots)
    certain = certain and (widened or opened != set() or _is_apart(text, units[first].span, end))
    if ReasonCode.REPLY_SEARCH_RESULTS in codes and not CITATION.search(text, start, end):
        codes.add(ReasonCode.NO_CITATION)
    telling = sum(unit.firm for unit in units[first : last + 1])
    firm = certain and filled and (telling >= 2 or len(codes) >= _AGREEING)
    return Reply(Span(start=start, end=end), _ordered(codes), certain, telling > 0, firm)


def _is_apart(text: str, first: Span, end: int) -> bool:
    """Say whether a reply that formulas tell begins with one, and no other words are glued to it up to ``end``."""
    signs = (*FORMULAS, *COMPILED_REPLY)
    begins = (at.start() for _, sign in signs if (at := sign.search(first.cut(text))))
    return min(begins, default=_LEAD + 1) <= _LEAD and _GLUED.search(text, first.start, end) is None


def _start(text: str, unit: Unit) -> tuple[int, set[ReasonCode]]:
    """Return where a run starts: at a break inside its block when there is one, else with its first sentence."""
    if unit.formula is not None:
        return unit.formula, {ReasonCode.BROKEN_SENTENCE}
    breaks = [at.start(at.lastgroup or 0) for at in OPENING.finditer(text, unit.block.start, unit.span.end)]
    inside = [at for at in breaks if at > unit.block.start]
    if not inside:
        marked = MARKUP.search(text, unit.span.start, unit.span.end)
        inside = [marked.start()] if marked and _UNFINISHED.search(text, unit.span.start, marked.start()) else []
    return (inside[-1], {ReasonCode.BROKEN_SENTENCE}) if inside else (unit.span.start, set())


def _end(text: str, unit: Unit, *, after: int, inside: bool) -> tuple[int, set[ReasonCode]]:
    """Return where a run ends: at a full stop glued to what follows, else with its last sentence.

    One that a formula began ``inside`` a sentence ends where that goes on, in a small letter.
    """
    span = unit.span
    glued = [at.start("next") for at in CLOSING.finditer(text, max(after, span.start), span.end + 80)]
    if glued:
        return glued[-1], {ReasonCode.GLUED_JOIN}
    if inside:
        said = (at.start() for _, formula in FORMULAS for at in formula.finditer(text, span.start, span.end))
        onward = _ONWARD.search(text, max((after, *said)), unit.block.end)
        if onward and onward.start() <= span.end:
            return onward.end(), {ReasonCode.GLUED_JOIN}
    return max(span.end, after + 1), set()


def _of_block(units: tuple[Unit, ...], block: Span) -> tuple[Unit, ...]:
    """Return the sentences of a block."""
    first, last = (bisect_left(units, at, key=lambda unit: unit.span.start) for at in (block.start, block.end))
    return units[first:last]


def _told(units: tuple[Unit, ...]) -> float:
    """Return the share of some sentences that carry evidence."""
    return sum(bool(unit.codes) for unit in units) / len(units)


def _holds_own(text: str, units: Sequence[Unit]) -> bool:
    """Say whether one of some sentences of a block speaks to nobody who asked; in a program's own line none does."""
    bare = [one.span for one in units if not one.codes and len(one.span.cut(text).split()) >= LEAST_WORDS]
    if not bare or PREFACE.fullmatch(units[0].block.cut(text)):
        return False
    return len(bare) > _MOST or any(likeliest(text, span) < 0 for span in bare)
