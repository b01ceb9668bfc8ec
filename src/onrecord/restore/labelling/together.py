"""Lines of plain text that are a site's by those around them: comments, teasers with their hours, rows of buttons.

None of them need have a word of a site itself: who comments is told by the thread, and another story by the hour below
its title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from onrecord.data import BlockKind
from onrecord.restore.words import ENDED, furniture_of
from onrecord.text.numbers.numerals import WORDS

_COUNT = rf"(?:\d{{1,2}}|an?|{WORDS})"
_UNIT = r"(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|[smhdwy])"
_HOUR = r"(?:\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?)"
_STAMP = re.compile(
    r"(?:(?:published|posted|updated|edited|modified)\W+)?"
    rf"(?:just now|{_COUNT}\s?{_UNIT}\sago|(?:today|yesterday)\W{{0,3}}(?:at\s)?{_HOUR}?)\W*",
    re.IGNORECASE,
)
"""How long ago something was posted."""
_ANSWERS = re.compile(
    r"(?=.*[a-z])(?:\W*(?:repl(?:y|ies)|(?:dis)?likes?|share|report|flag|recommend|permalink|quote|\d{1,4})\b\W*){1,6}",
    re.IGNORECASE,
)
"""What stands below a comment: "Reply  Like (14)"."""
_HEADING = re.compile(
    r"(?:(?:reader|readers['’]|user|all|latest|top)\s)?(?:\d[\d,.]*\s)?comments?\W*(?:\(?\d[\d,.]*\)?)?\W*",
    re.IGNORECASE,
)
_URGES = re.compile(r"(?:get|sign up|subscribe|join|receive|try|never miss|don['’]t miss|stay)\b", re.IGNORECASE)
_LETTER = re.compile(r"\b(newsletter|inbox|sign up|subscrib|unsubscrib|e-?mail address)", re.IGNORECASE)
_HEADS = 8  # words of a heading
_BETWEEN = re.compile(r"\s*[|·•]\s*")
_READ = 400  # characters
_SHORT = 240  # characters; what is longer is no mark, heading or row, and is not read for them
_NEAR = 4  # lines between a heading and the first mark of a thread, and from one mark to the next
_FEWEST = 3  # buttons of a row
_BUTTON = 4  # words
_TITLE = range(3, 21)  # words of another story's title


def told_together(lines: Sequence[str], plain: Sequence[BlockKind | None]) -> dict[int, BlockKind]:
    """Return which lines are a site's, given the kinds that each line's own words tell."""
    short = [line if len(line) <= _SHORT else "" for line in lines]
    rows = {n: BlockKind.INTERFACE for n, line in enumerate(short) if n and plain[n] is None and _is_row(line)}
    letters = dict.fromkeys(_headings_of_letters(short, lines), BlockKind.NEWSLETTER)
    return rows | letters | _teasers(short, plain) | _thread(short)


def _headings_of_letters(short: Sequence[str], lines: Sequence[str]) -> Iterator[int]:
    """Yield the headings that ask for what the line below them sends by mail: "Get the Morning Post"."""
    for n in range(1, len(lines) - 1):
        heads = _URGES.match(short[n]) and len(short[n].split()) <= _HEADS and not ENDED.search(short[n])
        if heads and len(set(map(str.lower, _LETTER.findall(lines[n + 1][:_READ])))) > 1:
            yield n


def _thread(lines: Sequence[str]) -> dict[int, BlockKind]:
    """Return the lines of a thread of comments: from its heading to the last answer, or what is below the last hour."""
    heading = next((n for n, line in enumerate(lines) if n and _HEADING.fullmatch(line)), None)
    if heading is None:
        return {}
    marks = [n for n in range(heading + 1, len(lines)) if _STAMP.fullmatch(lines[n]) or _ANSWERS.fullmatch(lines[n])]
    chain = [heading]
    for mark in marks:
        if mark - chain[-1] <= _NEAR:
            chain.append(mark)
    answered = sum(_ANSWERS.fullmatch(lines[n]) is not None for n in chain[1:])
    stamped = len(chain) - 1 - answered
    if max(answered, stamped) < 2:
        return {}
    last = chain[-1] if answered else min(len(lines) - 1, chain[-1] + 1)
    return dict.fromkeys(range(heading, last + 1), BlockKind.COMMENTS)


def _teasers(lines: Sequence[str], plain: Sequence[BlockKind | None]) -> dict[int, BlockKind]:
    """Return titles of other stories, each with the hour below it, where several stand together or below a label."""
    pairs = {
        n
        for n in range(1, len(lines) - 1)
        if plain[n] is None and _STAMP.fullmatch(lines[n + 1]) and _is_title(lines[n])
    }
    led = {n for n in pairs if plain[n - 1] is BlockKind.TEASER}
    found = {n for n in pairs if n + 2 in pairs or n - 2 in pairs or n in led}
    return dict.fromkeys(sorted({at for n in found for at in (n, n + 1)}), BlockKind.TEASER)


def _is_title(line: str) -> bool:
    return len(line.split()) in _TITLE and (not ENDED.search(line) or line.endswith("?"))


@lru_cache(maxsize=1024)
def _is_row(line: str) -> bool:
    """Say whether a line is a row of buttons: "Share on Facebook | Copy link | Save for later"."""
    parts = [part for part in _BETWEEN.split(line) if part]
    known = sum(furniture_of(part) is not None for part in parts)
    return len(parts) >= _FEWEST and 2 * known > len(parts) and all(len(part.split()) <= _BUTTON for part in parts)
