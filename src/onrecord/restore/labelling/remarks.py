"""What readers remark on a story, where it stands among its paragraphs without a name, an hour or a button beside it.

They speak of the text, of its outlet and to each other, or in the words of chats. A page that says "I" or "you" outside
quotation marks itself has letters, a column or a chat, and keeps its lines. Neither that one line says "I" tells
anything, for one article in forty has such a line of its own, nor that it begins in a small letter: so does the half of
a sentence that something was pasted into. In 14,835 articles (train and dev folds of the splice benchmark) these rules
find nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.data import BlockKind
from onrecord.restore.labelling.ended import word_count
from onrecord.restore.phrases import SITES
from onrecord.restore.words import LIST_ITEM, MARKUP

_REMARKS = re.compile("|".join(SITES["remarks"].values()), re.IGNORECASE)
_WORDS = frozenset(
    "lol lmao rofl smh imo imho tbh wtf omg fwiw afaik article articles piece read write-up writeup reporting post "
    "journalism headline sharing posting covering writing publishing rag author columnist journalist reporter reading "
    "writes wrote edits proofreads clickbait click-bait news story stories comment comments agree disagree poster "
    "commenter am shame waste joke disgrace load luck bring keep".split()
)
"""One of these stands in whatever ``_REMARKS`` fits; they are looked for first."""
_MARKS = str.maketrans(dict.fromkeys(".,!?:;…", " "))
_LOUD = ("!!", "??", " :(", " :)", " ;)", " :D")
_SPEAKS = re.compile(r"\b(?:I|i|my|me|we|our|us|you|your|yours|You|Your|My|We|Our)\b(?![./])")
_QUOTES = re.compile(r"[“”„«»\"]|(?<!\w)[‘'](?=\w)|\w[’'](?=$)")
_REPORTED = re.compile(
    r", (?:said|says|asked|told|added|wrote)\b|\b(?:said|told|added|according to) (?:the|an?|[A-Z]\w)"
)
_LONGEST = 40  # words
_CHARACTERS = 300
_PARAGRAPHS, _PARAGRAPH = 4, 8  # of a story, and words of one
_SPEAKING = 0.1  # share of the paragraphs that speak outside quotations, from which on the page does so
_MOST = 3  # such lines on a page; more are what it is about


def remarks(lines: Sequence[str], plain: Sequence[BlockKind | None]) -> tuple[int, ...]:
    """Return which lines between paragraphs are remarks of readers, given the kinds that words tell."""
    told = (n for n in range(2, len(lines)) if plain[n] is None and _is_remark(lines[n]))
    found = tuple(n for n in told if lines[n - 1][-1:] != ":")
    if not 0 < len(found) <= _MOST:
        return ()
    others = [lines[n] for n, kind in enumerate(plain) if kind is None and n not in found]
    others = [line for line in others if word_count(line) >= _PARAGRAPH]
    speaking = sum(_QUOTES.search(line) is None and _SPEAKS.search(line) is not None for line in others)
    return found if len(others) >= _PARAGRAPHS and speaking <= _SPEAKING * len(others) else ()


def _is_remark(line: str) -> bool:
    if len(line) > _CHARACTERS or '"' in line or "“" in line:
        return False
    loud = any(sign in line for sign in _LOUD) and (_SPEAKS.search(line) or "!!!" in line or "???" in line)
    worded = not loud and not _WORDS.isdisjoint(line.lower().translate(_MARKS).split())
    if not (loud or worded) or word_count(line) > _LONGEST or _QUOTES.search(line):
        return False
    other = LIST_ITEM.match(line) or MARKUP.search(line) or _REPORTED.search(line)
    return not other and bool(loud or _REMARKS.search(line))
