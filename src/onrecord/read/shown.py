"""Dates a page shows its readers, for pages that state none to programs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from onrecord.read.markup import Element, called, text_of

_OTHERS = re.compile(
    r"(?:^|[\s_-])(?:comments?|related|recommend\w*|footer|sidebar|updated?|modified|lastmod\w*|widget|copyright|events?)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
"""What elements are called whose dates are not those of the article's publication."""
_PUBLISHING = re.compile(r"publish|entry-date|posted")
_MARKED = "//*[@itemprop='datePublished']"
_CALLED = re.compile(r"date|datum|publish|posted|fecha|time", re.IGNORECASE)
_MOST_MARKED, _MOST_TIMES, _MOST_CALLED = 5, 10, 30  # elements looked at; the article's own are among the first
_LONGEST = 80  # characters; a longer text is no date line


def shown_dates(root: Element) -> Iterator[str]:
    """Yield words that may be the date of publication: what the markup calls so first, then ``time``, then class names.

    Whatever stands in an aside, a footer, comments or beside other stories is left out.
    """
    marked = root.xpath(_MARKED)[:_MOST_MARKED]
    yield from filter(None, (element.get("content") or element.get("datetime") for element in marked))
    yield from map(text_of, marked)
    times = [element for element in root.iter("time") if not _is_of_others(element)][:_MOST_TIMES]
    published = [one for one in times if one.get("pubdate") is not None or _PUBLISHING.search(one.get("class") or "")]
    yield from filter(None, (element.get("datetime") for element in (*published, *times)))
    yield from map(text_of, times)
    for element in islice(called(root, _CALLED), _MOST_CALLED):
        words = text_of(element)
        if len(words) <= _LONGEST and not _is_of_others(element):
            yield words


def _is_of_others(element: Element) -> bool:
    return any(
        place.tag in ("aside", "footer", "nav")
        or (place.tag not in ("body", "html") and _OTHERS.search(f"{place.get('class') or ''} {place.get('id') or ''}"))
        for place in (element, *element.iterancestors())
    )
