"""Which lines of a text are a site's, or of those who made it: by their words, and by the lines around them."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from onrecord.data import FURNITURE_KINDS, BlockKind, Span
from onrecord.restore.labelling.alone import offers, stands_alone, stands_below, with_outlets
from onrecord.restore.labelling.ended import is_ended, word_count
from onrecord.restore.labelling.furniture import by_words
from onrecord.restore.labelling.remarks import remarks
from onrecord.restore.labelling.together import told_together
from onrecord.restore.labelling.unrelated import unrelated
from onrecord.restore.labelling.voice import parts_of_site
from onrecord.restore.words import ENDED, OWNED


def told_by_words(words: Sequence[str]) -> tuple[list[BlockKind | None], list[int]]:
    """Return the kind of each line that words tell, and which of the other lines are paragraphs."""
    plain = [_by_words(line) for line in words]
    together = told_together(words, plain)
    plain = [together.get(n, told) for n, told in enumerate(plain)]
    paragraphs = [n for n, line in enumerate(words) if plain[n] is None and _is_paragraph(line)]
    first_body, last_body = (paragraphs[0], paragraphs[-1]) if paragraphs else (len(words), -1)
    placed = dict.fromkeys(with_outlets(words), BlockKind.TEASER) | dict.fromkeys(offers(words), BlockKind.ADVERT)
    for n in range(first_body + 1, len(words)):
        if plain[n] is None or (plain[n] is BlockKind.DATELINE and n < last_body):
            plain[n] = placed.get(n) or stands_below(words[n]) or plain[n]
    for n, told in enumerate(plain):
        if told in _FURNITURE and _is_own(n, words, plain, inside=range(first_body + 1, last_body)):
            plain[n] = None
    for n in remarks(words, plain):
        plain[n] = BlockKind.COMMENTS
    return plain, paragraphs


def of_site(words: Sequence[str], headings: Collection[int]) -> dict[int, BlockKind]:
    """Return which lines are a site's, with what they are; ``headings`` are known for such."""
    plain = told_by_words(words)[0]
    return {n: told for n, told in enumerate(plain) if told in _FURNITURE} | unrelated(words, plain, headings)


LABELLED = re.compile(r"[^\W\d_]+\.?:\s")
"""What begins with a word for what follows, as the days of an agenda do."""


_FURNITURE = frozenset(FURNITURE_KINDS)
_SAID_TOO = re.compile(
    r"(?:facebook|twitter|x|whatsapp|e-?mail|home|menu|save|search|next|previous|register|breaking news|"
    r"trending(?: now)?|up next(?:\W.*)?|don['’]t miss|watch|listen|in pictures|related coverage|share with .*\.)\W*",
    re.IGNORECASE,
)
"""Names of services, labels of buttons and of teasers, which stories head their own parts with too: in 14,836
articles of the splice benchmark (train and dev) 112 lines fit a teaser's label, 69 of them "Up next" over a game."""
_BUTTON = re.compile(r"(?:home|menu|save|search|next|previous|register|e-?mail|x)\W*", re.IGNORECASE)
_HEADLINE = 5  # words; a label of the site has fewer
_ITEM = 2  # words of an item in a list of words


def _is_own(n: int, words: Sequence[str], plain: Sequence[BlockKind | None], *, inside: range) -> bool:
    """Say whether a line that has words of a site is the story's: its headline, or a heading over more of it.

    ``inside`` are the lines between its paragraphs.
    """
    if n == 0:
        long = plain[n] in (BlockKind.TEASER, BlockKind.PAYWALL) and len(words[n].split()) >= _HEADLINE
        heading = bool(_SAID_TOO.fullmatch(words[n])) and not _BUTTON.fullmatch(words[n])
        return long or (heading and _FURNITURE.isdisjoint(plain[1:2]))
    beside = (plain[n - 1], *plain[n + 1 : n + 2])
    listed = n + 1 < len(words) and all(len(words[at].split()) <= _ITEM for at in (n - 1, n, n + 1))
    leads_on = n in inside or listed or any(ENDED.search(line) or LABELLED.match(line) for line in words[n + 1 : n + 2])
    return leads_on and _SAID_TOO.fullmatch(words[n]) is not None and _FURNITURE.isdisjoint(beside)


_WORKED = re.compile(r"contribut(?:ing|ors?)\b.{2,200}|\(?(?:additional )?reporting by\b.{2,200}", re.IGNORECASE)


def _by_words(line: str) -> BlockKind | None:
    """Return the kind that a line's words alone give away: whose a text or picture is is said below it."""
    if OWNED.fullmatch(line) or _WORKED.fullmatch(line):
        return BlockKind.CREDIT
    told = stands_alone(line)
    if told is not None:
        return told
    told = by_words(line)
    if told is BlockKind.DATELINE and _tells(line):
        return None
    whole = told not in _FURNITURE or parts_of_site(line) == (Span(start=0, end=len(line)),)
    return told if whole else None


_DATED = re.compile(r"(?:(?:first|last|originally) )?(?:published|updated|posted|modified)\b", re.IGNORECASE)
_SAYS = re.compile(r"(?<![\w.])[a-z]{3,}\b(?!\.)|(?<![\w.])[a-z]{3,}\.$")
_FEWEST = 2  # words in small letters; beside a day and its hour stands hardly one


def _tells(line: str) -> bool:
    """Say whether a line with a day in it is a sentence: "The mill closed on 12 May 2025."."""
    return ENDED.search(line) is not None and not _DATED.match(line) and len(_SAYS.findall(line)) >= _FEWEST


_PARAGRAPH = 8  # words


def _is_paragraph(line: str) -> bool:
    return is_ended(line) and word_count(line) >= _PARAGRAPH and line[-1:] != ":"
