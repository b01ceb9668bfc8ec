"""A page's headline among the several titles it gives itself: for readers, for search engines, for other sites."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_SEPARATOR = re.compile(r"\s+(?:[|–—·•:›»«/│-]|--|::)\s+|\s*[|｜ㅣ│]\s*|[-_](?=[^\s_-]+$)|：(?=[^：]+$)")
_CUT_OFF = ("…", "...")
_LEAST = 4  # letters a name must have to be found inside another; shorter ones stand in many words


def choose_title(
    stated: Sequence[str], shared: Sequence[str], shown: Sequence[str], window: Sequence[str], outlets: Iterable[str]
) -> str | None:
    """Return the headline of a page.

    Args:
        stated: the headline in its linked data, which comes first.
        shared: titles for other sites, such as Open Graph's.
        shown: its first-level headings; one that another title repeats comes next, for some name the site.
        window: the title of the browser's window.
        outlets: names of the outlet, which are no part of a title.
    """
    headings = {_letters(heading): heading for heading in reversed(shown)}
    names = [_letters(outlet) for outlet in outlets]
    bare = [
        [_without_outlet(title, headings, names) for title in titles]
        for titles in ((title for title in stated if not title.endswith(_CUT_OFF)), shared, window)
    ]
    repeated = [headings[_letters(title)] for titles in bare[1:] for title in titles if _letters(title) in headings]
    found = next(iter([*bare[0], *repeated, *bare[1], *shown[:1], *bare[2], *stated]), None)
    return headings.get(_letters(found), found) if found else None


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words.casefold()))


def _without_outlet(title: str, headings: dict[str, str], outlets: list[str]) -> str:
    """Cut from a title what stands behind its last part that is the page's heading, or what names the outlet."""
    for separator in reversed(list(_SEPARATOR.finditer(title))):
        head, tail = title[: separator.start()], _letters(title[separator.end() :])
        if head and (_letters(head) in headings or any(_same_name(tail, outlet) for outlet in outlets)):
            title = head
    return title


def _same_name(name: str, other: str) -> bool:
    shorter, longer = sorted((name, other), key=len)
    return name == other or (len(shorter) >= _LEAST and shorter in longer and len(longer) <= 3 * len(shorter))
