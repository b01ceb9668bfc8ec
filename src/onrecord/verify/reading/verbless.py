"""Lines of an English page that only name people, bodies or a place: lists, datelines, captions without a verb."""

from __future__ import annotations

import re

from onrecord.text.dates import find_times
from onrecord.text.names import ROLES
from onrecord.text.names.given import PRONOUN_OF
from onrecord.verify.reading.clauses import VERBS

_WORD = re.compile(r"[^\W\d_][\w’'.-]*")
_CREDIT = re.compile(
    r"[(\[][^()\[\]]{2,80}[)\]]\.?\s*$|^(?:(?:photo|image|picture|credit)s?(?:\sby|:)|courtesy(?:\sof)?)\s",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"(?:[^\W\d_][\w’'.]*,?\s){1,6}[—–-]+")
_BYLINE = re.compile(r"[—–-]{1,2}\s?(?:[A-Z][\w’'.]*\s){1,2}[A-Z][\w’'.]*")
_OUTLET = re.compile(
    r"The\s(?:[A-Z][\w’'.]*\s){0,3}(?:Journal|Post|Times|News|Tribune|Herald|Gazette|Courier|Chronicle|Star|Sun|Press);?"
)
_AGENCY = re.compile(
    r"[^/|]{2,80}(?:[/|][^/|]{2,40})*(?:[/|]\s?|\svia\s)"
    r"(?:Getty(?: Images)?|AFP|AP|Reuters|EPA|Shutterstock|Alamy|Imago|Redux|Sipa|Zuma)\b.{0,40}",
    re.IGNORECASE,
)
"""Whose picture it is, and who sells it: "Anna Renn/Getty Images"."""
_MEMBER = re.compile(r"\W*(?:and\s)?(?:Rep|Sen|Gov|Del)s?\.\s[^,;:]{2,60}, (?:R|D|I|L)-[A-Z][\w.]*", re.IGNORECASE)
"""Of what party and state somebody is: "Rep. Anna Renn, R-Tarn."."""
_WORK = re.compile(r"[‘'“\"][^‘’'“”\"]{1,80}[’'”\"]\s\((?:19|20)\d\d\)")
"""A work and its year."""
_SOURCE = re.compile(r"\W*according to [^,;]{2,120}", re.IGNORECASE)
"""A source alone: what it says stands in the line before."""
_ANSWER = re.compile(r"(?:A|Answer)[:.]\s")
"""The label of an answer in a list of questions."""
_BODY = re.compile(
    r"(?:The |the )?(?P<words>(?:[A-Z][\w’'.-]*|of|the|and|for|&)(?: (?:[A-Z][\w’'.-]*|of|the|and|for|&)){1,6}) "
    r"(?:Service|Rescue|Department|Agency|Authority|Police|Office|Council|Commission|Committee|Institute|University"
    r"|College|Museum|Association|Society|Foundation|Bureau|Observatory|Library|Archives?|Images|Center|Centre)"
)
"""A body alone, as whose picture it is: "National Park Service"."""
_LEADING = frozenset("to in at by from on with as after before near against over into under amid not".split())
"""Small words of a headline that the name of no body has."""
_ALONE = (_DATELINE, _BYLINE, _OUTLET, _AGENCY, _MEMBER, _WORK, _SOURCE)
_PARTED = re.compile(r"\s*[,;/|•·]\s*(?:and\s)?|\sand\s")
_PLACED = re.compile(
    r"[,(]\s?(?:(?:second|third|front|back|far)\s)?(?:from\s)?(?:left|right|cent(?:re|er)|above|below|pictured)\b"
)
"""Where somebody stands in a picture: "Renn, left, and Holt"."""
_SMALL = frozenset(
    "a an the of in on at by for from with to during after before near behind beside between among inside outside "
    "and or his her its their left right center centre above below second third front back far row pictured "
    "pilot singer player coach driver rider runner captain director writer author artist musician engineer scientist "
    "student teacher nurse doctor farmer wife husband son daughter mother father brother sister".split()
) | {word for role in ROLES for word in role.split()}
_FEWEST = 2
_LONGEST = 4  # words of a name
_ACRONYM = 6  # letters


def only_names(text: str) -> bool:
    """Say whether a line names people, bodies or a place, and tells nothing of them.

    A headline in capitals looks much the same: so a list must have known names, and a caption say who stands where.
    """
    text = _ANSWER.sub("", text, count=1) if _ANSWER.match(text) else text
    words = _CREDIT.sub("", text).strip(" .")
    alone = any(pattern.fullmatch(some) for pattern in _ALONE for some in (words, text.strip(" .")))
    alone = alone or _is_body(words)
    ended = text.rstrip().endswith(".")
    return alone or _is_name(words) or _lists_names(words, ended=ended) or _is_caption(words)


def _is_name(words: str) -> bool:
    """Say whether there is one word, or a name of two of which the second does nothing, as in "Renn quits"."""
    parts = words.split()
    cased = all(_WORD.fullmatch(part) and part.lower() != part.upper() for part in parts)  # others write no spaces
    named = len(parts) == _FEWEST and _may_name(words) and not parts[1].endswith(("s", "ed"))
    return cased and (len(parts) == 1 or named)


def _is_body(line: str) -> bool:
    """Say whether a line is the name of a body, without a word that may be a verb, as in "Renn Leaves Park Service"."""
    words = body["words"].lower().split() if (body := _BODY.fullmatch(line)) else []
    return bool(words) and not any(word.endswith(("s", "ed")) or word in VERBS or word in _LEADING for word in words)


def _is_caption(words: str) -> bool:
    """Say whether words only say who stands where; behind a colon "center" may be where somebody plays."""
    return ":" not in words and _PLACED.search(words) is not None and not _has_more(words)


def _lists_names(words: str, *, ended: bool) -> bool:
    """Say whether each of several items may be a name, and most have known ones where it may be a headline.

    That ends in no full stop, as what is ``ended`` does.
    """
    items = _PARTED.split(words)
    return len(items) >= _FEWEST and all(map(_may_name, items)) and (ended or 2 * sum(map(_names, items)) > len(items))


def _may_name(item: str) -> bool:
    parts = item.split()
    return 0 < len(parts) <= _LONGEST and all(part[0].isupper() and part[-1].isalpha() for part in parts)


def _names(item: str) -> bool:
    """Say whether an item is somebody's name by the given one, or the letters that a body goes by."""
    first, *others = item.split()
    does = len(others) > 1 and others[-1].endswith(("s", "ed"))  # "Anna Renn Quits"
    given = first.lower() in PRONOUN_OF and bool(others) and not does
    return given or (not others and item.isupper() and len(item) <= _ACRONYM)


def _has_more(words: str) -> bool:
    """Say whether a caption has more than names, small words, roles and a day: a verb may be among them."""
    for time in reversed(find_times(words, anchor=None)):
        words = words[: time.span.start] + words[time.span.end :]
    small = (word for word in _WORD.findall(words) if word[0].islower())
    return any(sign.isdigit() for sign in words) or any(word.rstrip(".") not in _SMALL for word in small)
