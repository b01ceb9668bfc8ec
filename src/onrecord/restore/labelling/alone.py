"""Lines of plain text that stand alone and are the site's: labels, buttons, counters, and teasers by their form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from onrecord.data import BlockKind
from onrecord.restore.alternatives import by_letter
from onrecord.restore.labelling.buttons import are_buttons
from onrecord.restore.phrases import SITES
from onrecord.restore.words import ENDED, LEADS, LIST_ITEM, MARKUP, furniture_of

_SHORT = 200  # characters
_LONGEST_OFFER = 240
_LONGEST_HEADING = 12  # words
_FEWEST = 4  # words of a label that is known inside a sentence

_BAR = {"teaser": "(?: ?[:|»>])?"}
"""What may follow the words of a kind."""
_LABELS = re.compile(
    "|".join(
        f"(?P<{kind}>(?:(?:{by_letter(words)})|(?:{by_letter(SITES['inside'][kind])})[.!…]{{0,3}}){_BAR.get(kind, '')})"
        for kind, words in SITES["labels"].items()
    ),
    re.IGNORECASE,
)
_BRANDED = re.compile(
    r"(?!.*(?:\|.*\||://))(?=(?:\S+ ){5})[^|\n]{20,160}\S \| "
    r"(?P<brand>[A-Z][\w.'’&]*(?: (?:[A-Z][\w.'’&]*|of|the|and)){0,4})"
)
"""A headline and, behind a bar, the name of its outlet."""
_INVITES = re.compile(SITES["offers"]["invites"], re.IGNORECASE)
"""What asks for a subscription in a line of its own."""
_OFFER = re.compile(rf"\b(?:{SITES['offers']['offer']})", re.IGNORECASE)
_AD = "(?:sponsored|promoted|ad|advertisement|paid content|from our partners): "
_URGES = re.compile(rf"(?:{_AD})?(?:please )?(?:{SITES['offers']['urges']})\b", re.IGNORECASE)
"""What an advert begins with: what sellers want done."""
_DISCLOSES = re.compile(rf"(?:.{{0,120}}\b)?(?:{SITES['offers']['discloses']})", re.IGNORECASE)
_DISCLOSED = ("affiliate", "amazon associate", "commission", "revenue", "compensation", "gamble", "at risk")
"""What stands in whatever ``_DISCLOSES`` matches, which takes its time."""
_SPOKEN = re.compile(
    r"[“”\"]|\b(?:said|says?|told|according to|announced|added|reported|he|she|his|her|its|was|were|had)\b"
)
"""What tells of an offer instead of making it."""
_COMMENTER = re.compile(
    r"@?(?=[a-z0-9_.-]{4,30} )(?:[a-z]|\d+[a-z])[a-z0-9_.-]* (?:says|wrote|said|replied):|"
    r"@?(?=[A-Z]?[a-z]+(?:_|\d\d))[\w.-]{4,30} (?:(?:says|wrote|said|replied):.*|\d+ (?:minute|hour|day|week)s? ago)|"
    r"@[\w.-]{2,30}[,:]? (?!.*[a-z.!?] (?!I\b)[A-Z])"
    r"(?i:you(?:['’](?:re|ve|ll|d))?|your|no|yes|i|agreed?|exactly|that['’]s|lol|so true|well said)\b.*"
)
"""A name as people log in with, and what they say or when; or somebody of the others, and what he is told."""
_COOKIE = re.compile(
    r"(?:(?![A-Z]?[a-z]+ )[\w.*-]{2,60} (?:\d+ (?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)(?: \d+ \w+)*|"
    r"session|persistent|never)\b.*"
    r"(?i:\bcookies?\b|\bno description\b|\bused to\b|\bset by\b)|"
    r"[a-z][\w.*-]{0,60} \d+ (?:second|minute|hour|day|week|month|year)s? "
    r"(?:This cookie|The purpose of (?:the|this) cookie)\b).*"
)
"""A row of a table of cookies: a name that is no word, how long it lasts, and what for."""
_STAMP = re.compile(
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]{2,8}\.? \d{4}) at \d{1,2}:\d\d ?(?:[ap]\.?m\.?)?",
    re.IGNORECASE,
)


_VERSE = re.compile(
    r"(?:And|But|So|Or|Till|Until|I|I['’]\w+|You|Your|My|Me|Oh?|We|Where|When|Then|There['’]s|Here|That|With|For|Like|It|"
    r"It['’]s|She|He|They)\b.*|.*[,;:—–-]"
)
"""How lines of a poem or a song begin or end, and headlines seldom do."""
_STANZA = 4  # lines
_LONGEST_VERSE = 12  # words


@lru_cache(maxsize=4096)
def stands_alone(line: str) -> BlockKind | None:
    """Return the kind of a line that is a site's wherever it stands alone."""
    if len(line) > 2 * _SHORT:
        return None
    told = _LABELS.fullmatch(line) if len(line) <= _SHORT else None
    if told is not None and told.lastgroup:
        return BlockKind(told.lastgroup)
    if _INVITES.fullmatch(line):
        return BlockKind.NEWSLETTER
    low = line.lower()
    if any(word in low for word in _DISCLOSED) and _DISCLOSES.fullmatch(line):
        return BlockKind.ADVERT
    if _COOKIE.fullmatch(line):
        return BlockKind.CONSENT
    return BlockKind.COMMENTS if _COMMENTER.fullmatch(line) else are_buttons(line)


def is_verse(words: str) -> bool:
    """Say whether a passage is lines of a poem or a song, by their form."""
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    short = all(1 < len(line.split()) <= _LONGEST_VERSE for line in lines)
    return len(lines) >= _STANZA and short and 2 * sum(map(bool, map(_VERSE.fullmatch, lines))) >= len(lines)


def is_heading(line: str) -> bool:
    """Say whether a line of plain text is short, without an end, and none of a site's: a heading of the story."""
    bare = not (ENDED.search(line) or LIST_ITEM.match(line) or MARKUP.search(line))
    site = furniture_of(line) or stands_alone(line) or stands_below(line)
    return bare and not site and len(line.split()) <= _LONGEST_HEADING


def is_label(words: str) -> bool:
    """Say whether some words are a label or a row of a site that no sentence has inside."""
    return len(words.split()) >= _FEWEST and (_LABELS.fullmatch(words) or _COOKIE.fullmatch(words)) is not None


@lru_cache(maxsize=4096)
def stands_below(line: str) -> BlockKind | None:
    """Return the kind of a line that is a site's below the beginning of a story, and may be its headline above it."""
    if len(line) > _SHORT:
        return None
    if _STAMP.fullmatch(line):
        return BlockKind.COMMENTS
    return BlockKind.TEASER if LEADS.fullmatch(line) else None


def with_outlets(lines: Sequence[str]) -> tuple[int, ...]:
    """Return which lines are a headline and its outlet; none where they name several, as lists of films do."""
    found = {
        n: at["brand"] for n, line in enumerate(lines) if " | " in line[:_SHORT] and (at := _BRANDED.fullmatch(line))
    }
    shortest = min(found.values(), key=len, default="")
    return tuple(found) if all(brand.startswith(shortest) for brand in found.values()) else ()


def offers(lines: Sequence[str]) -> tuple[int, ...]:
    """Return which line sells something to whoever reads it; none where several do: a story about bargains."""
    urging = [n for n, line in enumerate(lines) if len(line) <= _LONGEST_OFFER and _URGES.match(line)]
    found = tuple(n for n in urging if _OFFER.search(lines[n]) and not _SPOKEN.search(lines[n]))
    return found if found and sum(_OFFER.search(line) is not None for line in lines) == 1 else ()
