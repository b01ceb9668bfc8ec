"""A page's headline among the several titles it gives itself: for readers, for search engines, for other sites."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from itertools import islice

from onrecord.read.html import words_shown
from onrecord.read.markup import Element

_SEPARATOR = re.compile(r"\s+(?:[|–—·•:›»«/│-]|--|::)\s+|\s*[|｜ㅣ│]\s*|[-_](?=[^\s_-]+$)|：(?=[^：]+$)")
_BAR = re.compile(r"\s(?:\|{1,2}|│|::)\s|｜")
"""What parts a section from the title behind it; a colon before it is the title's own mark."""
_CUT_OFF = ("…", "...")
_LEAST = 4  # letters a name must have to be found inside another; shorter ones stand in many words
_TRAIL = re.compile(r"crumb|breadbar", re.IGNORECASE)
_NEAR = 3  # elements: a heading and the two above it, among which one is called after the trail it stands in
_LONGEST = 300  # characters of a title that is looked at closely
_SECOND = 40  # second-level headings looked at; the article's own is among the first


def choose_title(
    *,
    stated: Sequence[str],
    shared: Sequence[str],
    shown: Sequence[str],
    window: Sequence[str],
    outlets: Iterable[str],
    sections: Iterable[str],
    second: Sequence[str],
) -> str | None:
    """Return the headline of a page.

    Args:
        stated: the headline in its linked data, which comes first; but where it is the window's too, both are made for
            search engines, and a heading that is shared goes before it.
        shared: titles for other sites, such as Open Graph's.
        shown: its first-level headings; one that another title repeats comes next, for some name the site.
        window: the title of the browser's window.
        outlets: names of the outlet, which are no part of a title.
        sections: names of the outlet's sections that the page is in, which are none either.
        second: its second-level headings where none of the first stands over the article; the title that one of them
            says, behind a kicker perhaps, comes before all others.
    """
    headings = {_letters(heading): heading for heading in reversed(shown)}
    names = list(map(_letters, outlets)), set(map(_letters, sections))
    own, others, searched = (
        [_without_outlet(title, headings, names) for title in titles]
        for titles in ((title for title in stated if not title.endswith(_CUT_OFF)), shared, window)
    )
    others[:1] = [_without_kicker(title, headings) for title in others[:1] if len(title) <= _LONGEST] or others[:1]
    said = [title for title in (*others[:1], *own) if any(_says(heading, title) for heading in second)]
    repeated, seen = (
        [headings[_letters(title)] for title in titles if _letters(title) in headings] for titles in (others, searched)
    )
    for_search = not {*map(_letters, own)}.isdisjoint(map(_letters, searched))
    order = (*said, *(repeated if for_search else ()), *own, *repeated, *seen, *others, *shown[:1], *searched, *stated)
    found = next(iter(order), None)
    return _as_shown(found, headings.get(_letters(found), found)) if found else None


def headings_of(root: Element) -> tuple[list[str], list[str]]:
    """Return a page's first-level headings and, where none of these stands over the article, those of the second level.

    Some sites end the trail from their front page with a heading of the first level, made for search engines.
    """
    every = [(heading, words) for heading in root.iter("h1") if (words := words_shown(heading))]
    over = [words for heading, words in every if not _ends_trail(heading)]
    second = [] if over else [words for heading in islice(root.iter("h2"), _SECOND) if (words := words_shown(heading))]
    return over or [words for _, words in every], second


def _ends_trail(heading: Element) -> bool:
    """Say whether a heading ends the trail that leads to a page: as an item of a list, in a menu, or so called."""
    near = [heading, *islice(heading.iterancestors(), _NEAR - 1)]
    called = (f"{element.get('class') or ''} {element.get('id') or ''}" for element in near)
    listed = any(element.tag == "li" for element in near[1:2]) or any(element.tag == "nav" for element in near)
    return listed or any(map(_TRAIL.search, called))


def _as_shown(title: str, heading: str) -> str:
    """Return a title in the letters of its heading, unless layout alone parts the kicker there: "Ostwick  The quay"."""
    return title if ": " in title and ":" not in heading else heading


def _says(heading: str, title: str) -> bool:
    """Say whether a heading says a title, with nothing or a shorter kicker before it."""
    whole, part = _letters(heading), _letters(title)
    return whole.endswith(part) and 2 * len(part) > len(whole)


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words.casefold()))


def _without_outlet(title: str, headings: Container[str], names: tuple[list[str], set[str]]) -> str:
    """Cut from a title what stands behind its last part that is a heading, or what names the outlet or its section.

    So goes what stands before a bar if the rest is a heading, and longer: "Opinion | The quay is too short".
    """
    outlets, sections = names
    begun = _BAR.search(title)
    before, rest = (title[: begun.start()], title[begun.end() :]) if begun else ("", "")
    if before and len(before) < len(rest) and _letters(rest) in headings:
        title = rest
    for separator in reversed(list(_SEPARATOR.finditer(title))):
        head, tail = title[: separator.start()], _letters(title[separator.end() :])
        named = tail in sections or any(_same_name(tail, outlet) for outlet in outlets)
        if head and (named or _letters(head) in headings):
            title = head
    return title


def _without_kicker(title: str, headings: Iterable[str]) -> str:
    """Cut off what stands before a title's first colon where a heading has other words before the same rest."""
    whole, rest = _letters(title), title.partition(": ")[2]
    others = (heading for heading in headings if heading != _letters(rest) and not heading.endswith(whole))
    return rest if any(_says(heading, rest) for heading in others) else title


def _same_name(name: str, other: str) -> bool:
    shorter, longer = sorted((name, other), key=len)
    return name == other or (len(shorter) >= _LEAST and shorter in longer and len(longer) <= 3 * len(shorter))
