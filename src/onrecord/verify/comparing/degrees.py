"""Words that say which of a row is meant, or how much: the first, the largest, more, fewer.

The record must have them too. Without them it bears nothing out, but it contradicts nothing either: what is the second
of one row may be the first of another.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from onrecord.data import Figure, Span
from onrecord.text.numbers.numerals import WORDS
from onrecord.verify.comparing.doers import deed_of
from onrecord.verify.reading.gist import Gist, gist
from onrecord.verify.reading.tokens import TO_BE, Word, compared, root

_ROWS = """
    first firstly 1st | second 2nd | third 3rd | fourth 4th | fifth 5th | sixth 6th | seventh 7th | eighth 8th |
    ninth 9th | tenth 10th | last final | only sole | largest biggest greatest | smallest tiniest | highest tallest |
    lowest | longest | shortest | oldest eldest | youngest | newest latest | earliest | best | worst | most | least |
    fewest | richest wealthiest | poorest | fastest quickest | slowest | deadliest | strongest | weakest | costliest
"""
_RANKS = {word: row.split()[0] for row in _ROWS.split("|") for word in row.split()}
"""Each rank by the first of the words that may stand for it."""

_SIDES = """
    more fewer, more less, most least, most fewest, best worst, first last, early late, earlier later, include
    exclude, large small, big small, long short, high low, old new, old young, young elderly, rich poor, hot
    cold, strong weak, man woman, men women, male female, boy girl, son daughter, brother sister, father mother,
    husband wife, he she, his her, always never, before after, north south, east west, northern southern,
    eastern western, left right, former current, public private, domestic foreign, import export, borrow lend,
    teacher pupil, employer employee, convict charge, convict accuse, convict arrest, convict sue, jail charge,
    jail arrest, buy offer, win nominate, elect nominate, pass introduce, close continue, end launch, stop
    launch, end extend, stop extend, leave stay, leave remain, resign stay, resign remain, against favour,
    against favor, profit loss, whole half, entire half, full half, older younger, elder younger, taller
    shorter, bigger smaller, larger smaller, faster slower, longer shorter, heavier lighter, richer poorer,
    stronger weaker, better worse, ahead behind, all some, all many, all most, all several, all half, every
    some, most some, take keep, lose keep, win keep, new existing, whole part, entire part, grant deny, grant refuse
"""
_CONVERSES = {compared("pay"): compared("receive"), compared("receive"): compared("pay")}
"""What one side does, and what the other."""
_PAIRS = tuple(tuple(map(compared, pair.split())) for pair in _SIDES.split(","))
_COUNTERPARTS = {
    word: frozenset(other for pair in _PAIRS if word in pair for other in pair if other != word)
    for pair in _PAIRS
    for word in pair
}
"""Of each word those that may stand where it does, and say another thing."""
_PLACES = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth last".split())
_COMES_IN = frozenset("finished came was were placed ended ranked is".split())
_RECORD = compared("record")
_EVERY = frozenset("all both every each".split())
_LEAD = 40
"""Characters before a figure in which it is told that it is of a part."""
_PART = re.compile(
    r"\b(half|(?:a|one) (?:third|quarter|fifth|tenth)|two[- ]thirds|three[- ]quarters|part|most|some) (?:of )?"
    r"(?:his|her|its|their|the|that|this) [$€£]?$",
    re.IGNORECASE,
)
"""Before a figure of which only a part is meant: "half his 60,000 crown winnings"."""
_WHOLE = frozenset("whole entire all throughout".split())
_SHARE_OF = re.compile(
    r"\b(?:half|third|quarter|fifth|tenth|thirds|quarters|fifths|tenths|parts?|most|per ?cent|%) of\b", re.IGNORECASE
)
LESS = frozenset("fewer less lower smaller shorter earlier".split())
COMPARATIVES = LESS | frozenset("more greater higher larger longer later".split())
"""What stands before "than"."""
_SO_MANY = rf"(?:\d|(?:{WORDS})\b)"
_ONLY = re.compile(rf"\bonly\s{_SO_MANY}", re.IGNORECASE)
_JUST = re.compile(rf"\bjust\s{_SO_MANY}|\ba\ssingle\b", re.IGNORECASE)
"""Only so many is just so many; "the only survivor" is another thing."""
_SHORT_OF = re.compile(
    r"\b(?:below|short of|under|off|outside|miss(?:ed|es|ing)?) (?:the|an?|his|her|its|their) (?:[a-z]+ )?(records?)\b",
    re.IGNORECASE,
)
"""What does not reach the best there was."""
_RANKED = re.compile(r"\b(?:first|second|third|last) of (?:the |its |his |her |their )?$")
_WHO = re.compile(r"\s(?:[\w’'-]+\s){1,3}(?:who|that|which)\s(?:[\w’'-]+\s){0,2}?")
"""Between a whole and what all of it does, the part being told of beside: "twenty of the forty who fought it"."""
_OF = re.compile(r"\s(?:out\s)?of\s(?:(?:the|its|his|her|their|about|some|(?:the\s)?[\w-]+['’]s?)\s)?")


_FOR_GOOD = re.compile(r"\b(?:for good|permanent(?:ly)?|for ?ever|indefinite(?:ly)?|once and for all)\b", re.IGNORECASE)
_SOME_SO = re.compile(
    rf"\b(?:(?:none|some|few|several|many|most|{_SO_MANY})\sof\s(?:them|whom|these|those)|none|(?:of\swhom\s)?(?:{WORDS}))\s"
    r"(?:(?:were|was|are|is)\s)?(?:only\s)?([a-z]+ly)\b",
    re.IGNORECASE,
)
"""How something is so of some: "three were injured, one of them critically"."""


def unmet_degrees(here: Gist, there: Gist) -> tuple[Span, ...]:
    """Return ranks of the statement that the record lacks, and words whose counterpart it has in their place."""
    ranks = {_RANKS[word.plain] for word in there.words if word.plain in _RANKS}
    ranks |= {"only"} if _ONLY.search(here.text) and _JUST.search(there.text) else set()
    lacking = (word for word in _telling(here) if _RANKS.get(word.plain, "") not in (*ranks, ""))
    denied = {there.words[at].stem for negation in there.negations for at in negation.scope}
    told = there.stems - denied
    swapped = (
        word
        for word in _telling(here)
        if word.stem not in there.stems
        and any(
            other in told and (root(other) == root(word.stem) or root(word.stem) not in there.roots)
            for other in _COUNTERPARTS.get(word.stem, ())
        )
    )
    every = (word for word in here.words if word.plain in _EVERY and _some_of(there))
    partly = _SHARE_OF.search(there.text) and not _SHARE_OF.search(here.text)
    wholly = (word for word in here.words if partly and word.plain in _WHOLE and word.stem not in there.stems)
    short = {one.start(1) for one in _SHORT_OF.finditer(there.text)}
    records = [word for word in there.words if word.stem == _RECORD]
    far = bool(short) and all(word.span.start in short for word in records) and not _SHORT_OF.search(here.text)
    missed = (word for word in here.words if far and word.stem == _RECORD)
    words = (*lacking, *swapped, *every, *wholly, *missed)
    found = (
        *(word.span for word in words),
        *_whole_for_part(here, there),
        *_all_of_some(here, there),
        *_turned(here, there),
        *_of_some(here, there),
        *_for_good(here, there),
        *_placed_otherwise(here, there),
        *_by_the_other_side(here, there),
    )
    return tuple(dict.fromkeys(found))


def _for_good(here: Gist, there: Gist) -> Iterator[Span]:
    """Yield by what something is so for ever by the statement, where the record says nothing of that."""
    told = _FOR_GOOD.search(there.text)
    yield from (Span(start=one.start(), end=one.end()) for one in _FOR_GOOD.finditer(here.text) if not told)


def _of_some(here: Gist, there: Gist) -> Iterator[Span]:
    """Yield how something is so by the statement where the record has it so of some, or of none, alone."""
    once = {word for word, times in Counter(word.plain for word in there.words).items() if times == 1}
    words = [word for word in here.words if word.plain in once and word.plain.endswith("ly")]
    if words:
        values = {figure.value for figure in here.figures}
        counted = {one.span.start for one in there.figures if one.value in values}
        some = {one[1].lower() for one in _SOME_SO.finditer(there.text) if one.start() not in counted}
        own = {one[1].lower() for one in _SOME_SO.finditer(here.text)}
        yield from (word.span for word in words if word.plain in some - own)


def _by_the_other_side(here: Gist, there: Gist) -> Iterator[Span]:
    """Yield what the statement has somebody pay where the record has it received, each done and not suffered."""
    for at, word in enumerate(here.words):
        other = _CONVERSES.get(word.stem, "")
        places = [place for place, one in enumerate(there.words) if one.stem == other]
        done = not _is_suffered(here, at) and not any(_is_suffered(there, place) for place in places)
        if other and word.stem not in there.stems and places and done:
            yield word.span


def _is_suffered(text: Gist, at: int) -> bool:
    return any(word.plain in TO_BE for word in text.words[max(0, at - 2) : at])


def _placed_otherwise(here: Gist, there: Gist) -> Iterator[Span]:
    """Yield which place somebody has by the statement where the record has him in another: "the crew third"."""
    for at, word in enumerate(here.words):
        placed = at > 0 and word.plain in _PLACES and here.words[at - 1].plain in _COMES_IN
        whom = next((one for one in reversed(here.words[: at - 1]) if one.content), None) if placed else None
        places = [other + 1 for other, one in enumerate(there.words[:-1]) if whom and one.stem == whom.stem]
        told = [there.words[next_].plain for next_ in places]
        if told and all(one in _PLACES and _RANKS[one] != _RANKS[word.plain] for one in told):
            yield word.span


def _whole_for_part(here: Gist, there: Gist) -> Iterator[Span]:
    """Yield figures of the statement of which the record means a part only."""
    for figure in here.figures:
        parts = [
            _PART.search(there.text, max(0, other.span.start - _LEAD), other.span.start)
            for other in there.figures
            if (other.value, other.unit) == (figure.value, figure.unit)
        ]
        if parts and all(part and part[1].lower().split()[-1] not in here.text.lower() for part in parts):
            yield figure.span


def _all_of_some(here: Gist, there: Gist) -> Iterator[Span]:
    """Yield of how many something is done where the record has it done of some of so many: "three of eight"."""
    said = next((saying.content for saying in here.sayings if saying.cue and saying.content), None)
    deed = deed_of(gist(said.cut(here.text))) if said else deed_of(here)
    if deed is None or root(deed.stem) not in there.roots or counts_part(here):
        return
    start = said.start if said else 0
    at = Span(start=deed.span.start + start, end=deed.span.end + start)
    if any(figure.span.overlaps(at) for figure in here.figures):
        return  # "Tarn has eight libraries"
    wholes = [other for one, other in pairwise(there.figures) if one.value < other.value and _is_of(there, one, other)]
    done = [word.span.start for word in there.words if root(word.stem) == root(deed.stem)]
    wholes = [
        one
        for one in wholes
        if not any(_WHO.fullmatch(there.text, one.span.end, at) for at in done if at > one.span.end)
    ]
    for figure in here.figures:
        same = [one for one in there.figures if (one.value, one.unit) == (figure.value, figure.unit)]
        if same and all(one in wholes for one in same):
            yield figure.span


def _is_of(text: Gist, part: Figure, whole: Figure) -> bool:
    return _OF.fullmatch(text.text, part.span.end, whole.span.start) is not None


def _some_of(text: Gist) -> bool:
    """Say whether a text tells of how many, or which, out of how many something is so: "29 of the 33 children"."""
    ranked = any(_RANKED.search(text.text, 0, one.span.start) for one in text.figures)
    return (ranked or counts_part(text)) and _EVERY.isdisjoint(word.plain for word in text.words)


def counts_part(text: Gist) -> bool:
    """Say whether a text counts some of so many: what is so of "three of the seven" is not so of the other four."""
    return any(one.value < other.value and _is_of(text, one, other) for one, other in pairwise(text.figures))


def _turned(here: Gist, there: Gist) -> Iterator[Span]:
    """Yield words of which the record has the opposite in "un-" alone, neither under a no: elected, and unelected."""
    known = {word.plain for word in there.words if word.content}
    known -= {there.words[at].plain for negation in there.negations for at in negation.scope}
    denied = {at for negation in here.negations for at in negation.scope}
    for word in (word for at, word in enumerate(here.words) if at not in denied):
        opposite = word.plain[2:] if word.plain.startswith("un") else f"un{word.plain}"
        if word.content and opposite in known and word.plain not in known:
            yield word.span


def _telling(text: Gist) -> tuple[Word, ...]:
    """Return the words outside times and figures: "last week", "at least" are no rank, "more than 50" no degree."""
    taken = [time.span for time in text.times] + [figure.span for figure in text.figures]
    return tuple(
        word
        for at, word in enumerate(text.words)
        if not any(span.overlaps(word.span) for span in taken)
        and not (at + 1 < len(text.words) and text.words[at + 1].plain == "than" and word.plain in COMPARATIVES)
        and "at" not in (before.plain for before in text.words[max(0, at - 2) : at])
    )
