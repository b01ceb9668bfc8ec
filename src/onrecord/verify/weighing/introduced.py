"""Whom a report brings in only behind what it has told of others: the words before are not of him.

"A hunter has been fined. His companion, Nils Holt, was not charged" has Holt fined no more than "Two miners were
rescued. A third, Tom Lund, is missing" has Lund rescued. Nor is "a man" anybody whom the report has named by then.
"""

from __future__ import annotations

import re

from onrecord.data import Span
from onrecord.text.names import Name, find_names
from onrecord.text.numbers.numerals import WORDS
from onrecord.verify.reading.tokens import compared, find_roots, root

_HIS = re.compile(r"\b(?:[Hh]is|[Hh]er)\s(?:[a-z-]+\s){0,3}?([a-z-]+),?\s$")
_ITS = re.compile(
    r"\b(?:[Ii]ts|[Tt]heir)\s(?:[a-z-]+\s){0,3}?"
    r"(arm|subsidiary|unit|division|rival|parent|partner|branch|supplier|competitor|owner|sister [a-z]+),?\s$"
)
"""What belongs to a firm or stands beside it, and is not that firm."""
_TITLED = re.compile(
    r"\bsa(?:id|ys)\s(?:[A-Z][a-z]+\s)?(Inspector|Superintendent|Sergeant|Detective|Constable|Judge|Prosecutor|Minister|Mayor"
    r"|Professor|Councillor|Governor)\s$"
)
"""Before who speaks by the office, of those whom a report has only called a man."""
_ANOTHER = re.compile(r"\b[Aa]\s(third|fourth|fifth)(?:\s[a-z-]+){0,2},\s(?:[a-z-]+\s){0,3}$")
_BEFORE = {"third": r"two|2", "fourth": r"three|3", "fifth": r"four|4"}
"""How many others there are beside somebody who is called so."""
_ANYBODY = re.compile(
    r"\b(?:m[ae]n|wom[ae]n|boys?|girls?|child(?:ren)?|bab(?:y|ies)|teenagers?|persons?|people|victims?|passengers?|pedestrians?"
    r"|cyclists?|pensioners?|couple|pair|family|one|others?|relatives?|friends?|both|several|(?:\w{2,12}-)?year-old"
    rf"|(?:{WORDS}|\d\d?)\s(?:[a-z-]+\s)?(?!(?:year|month|week|day|hour|minute)s)[a-z]+s)\b",
    re.IGNORECASE,
)
"""What may be said of the one or the other of two who belong together, or of both."""
_BY = re.compile(
    r"\b((?:replaced|succeeded|followed|ousted|unseated|beaten|defeated)\sby\s)(?:[a-z-]+\s){0,4}(?=[A-Z])[^.;]*[.]$"
)
_FAR = 240
"""Characters before a sentence in which the one before it stands."""
_LEAD = 60
"""Characters before a name in which it is told who is brought in."""


def told_apart(name: Name, quoted: str, start: int, text: str) -> bool:
    """Say whether a text brings in a name behind quoted words as somebody else than those of whom they tell.

    Args:
        name: a name that the quoted words do not have.
        quoted: words of the text.
        start: where they stand in it.
        text: the text of a document, without its title.
    """
    at = first_named(name, text)
    if at < start + len(quoted):
        return False
    before = text[max(0, at - _LEAD) : at]
    if other := _ITS.search(before) or _TITLED.search(before):
        return root(compared(other[1].lower())) not in find_roots(quoted)
    if his := _HIS.search(before):
        return not (_ANYBODY.search(quoted) or root(compared(his[1])) in find_roots(quoted))
    another = _ANOTHER.search(before)
    if another is None:
        return False
    numbers = {count for count in _BEFORE.values() if re.search(rf"\b(?:{count})\b", quoted, re.IGNORECASE)}
    return numbers == {_BEFORE[another[1]]}


def is_somebody_else(name: Name, sentence: Span, text: str, *, pronoun: str, new: bool) -> bool:
    """Say whether neither "he" nor "a man" in a sentence of a text can be a name: it comes later, or stands before.

    Args:
        name: a name that the sentence does not have.
        sentence: where it stands in the text.
        text: the text of a document, without its title.
        pronoun: the pronoun that stands for those of whom it tells, empty where it is none.
        new: whether it brings in somebody: "a man".
    """
    at = first_named(name, text)
    if new:
        return 0 <= at < sentence.start
    if pronoun not in ("he", "she"):
        return False
    if at >= sentence.end:
        return any(_in_full(text[: sentence.start]))
    return _makes_room(name, text[max(0, sentence.start - _FAR) : sentence.start].rstrip())


def _makes_room(name: Name, before: str) -> bool:
    """Say whether words end with whom a name makes room for, of whom they may go on to tell: "replaced by Ida Holt"."""
    by, surname = _BY.search(before), name.words.split()[-1]
    others = [one for one in find_names(before) if by and one.span.start >= by.end(1)]
    theirs = len(others) == 1 and others[0].words.split()[-1] != surname
    return by is not None and theirs and surname in before[: by.start()]


def first_named(name: Name, text: str) -> int:
    """Return where a text first has a name, in full or else by its last part, or -1."""
    for words in (name.words, name.words.split()[-1]):
        if found := re.search(rf"\b{re.escape(words)}\b", text):
            return found.start()
    return -1


def _in_full(text: str) -> list[Name]:
    return [name for name in find_names(text) if " " in name.words]
