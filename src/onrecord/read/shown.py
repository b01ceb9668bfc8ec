"""Dates a page shows its readers, for pages that state none to programs, and for plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from onrecord.data import Moment, latest
from onrecord.read.dating import moment_of
from onrecord.read.markup import Element, called, text_of
from onrecord.read.people import is_byline

_OTHERS = re.compile(
    r"(?:^|[\s_-])(?:comments?|related|recommend\w*|teasers?|footer|sidebar|updated?|modified|lastmod\w*|widget|copyright|events?)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
"""What elements are called whose dates are not those of the article's publication."""
_PUBLISHING = re.compile(r"publish|entry-date|posted")
_MARKED = "//*[@itemprop='datePublished']"
_CALLED = re.compile(r"date|datum|publish|posted|fecha|time")
_MOST_MARKED, _MOST_TIMES, _MOST_CALLED = 5, 10, 30  # elements looked at; the article's own are among the first
_LONGEST = 80  # characters; a longer text is no date line
_HEAD = 12  # lines of a plain text among which it is dated
_PARTS = re.compile(r"\s*[|·•]\s*|\s+(?=(?:来源|來源|作者|记者|記者|编辑|編輯|责任编辑)[:：])")
_FIGURE = re.compile(r"\d")
_SOURCED = re.compile(r"(?:来源|來源|作者|记者|記者|编辑|編輯|责任编辑)[:：]")
"""What stands behind the day in the line below a Chinese headline: whose the story is."""
_DAY = (
    r"(?:[^\W\d_]{2,12}\.?,? )?"  # of the week
    r"(?:[^\W\d_]{3,12}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}(?:st|nd|rd|th|\.)? [^\W\d_]{3,12}\.?,? \d{4}|"
    r"\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}年\d{1,2}月\d{1,2}日)"
    r"(?:,? .{0,3}\d{1,2}[:.h]\d\d.{0,16}|T\d\d:?\d\d[\d:.Z+-]{0,20})?"  # and its time
)
_BARE = re.compile(_DAY)
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT.*")
"""A moment as programs write it: no title."""
_LABEL = re.compile(
    r"(?:(?:first |originally )?(?:published|posted)|date(?=:)|veröffentlicht|erschienen|publié|publicado|pubblicato|"
    r"gepubliceerd|"
    r"(?P<changed>(?:last )?(?:updated|modified)|aktualisiert|stand(?=:)|mis à jour|modifié|actualizado|aggiornato|"
    r"bijgewerkt))"
    rf"\b\W*(?:(?:on|at|am|le|el|il|op)\s+)?(?P<day>(?:\d{{1,2}}[:.h]\d\d.{{0,16}} )?{_DAY})",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"(?<!first)(?<!originally)(?<!last)[\s,;(]+(?=(?:(?:first|originally|last) )?(?:published|posted|updated|modified|"
    r"veröffentlicht|erschienen|aktualisiert|publié|mis à jour|modifié|publicado|actualizado|pubblicato|aggiornato|"
    r"gepubliceerd|bijgewerkt)\b)",
    re.IGNORECASE,
)
"""What stands between two labelled days."""
_CHANGED_AT = re.compile(
    r"(?:updated|modified|aktualisiert|mis à jour|modifié|actualizado|aggiornato|bijgewerkt)\s+"
    r"(?:at|um|à|a las|alle|om)\s+\d{1,2}[:.h]\d\d.{0,16}",
    re.IGNORECASE,
)
"""The hour of a change on the day that stands before it."""
_SIGNED = re.compile(rf"(?P<names>[^\d]{{5,80}}?)(?:,|\s[–—-])\s+(?P<day>(?![a-zß-ÿ]){_DAY})")
"""A byline and its day."""
_LEADING = re.compile(rf"(?P<day>{_DAY})\s+[–—-]\s+(?P<headline>[^\Wa-zß-ÿ\d_].*\s.*[^\s.:;,…])")
"""A day and the headline behind it."""
_YEAR = re.compile(r"(?<![\w.,-])(?:1[6-9]|20)\d\d(?![\w%]|[.,]\d)")


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


def dated_head(lines: Sequence[str], *, alone: bool = True) -> tuple[Moment | None, Moment | None]:
    """Return the days of publication and of change by which the head of a plain text is dated.

    Where only that of a change is told, the text was published as it is then.

    A line, or a part of one between bars, says so with a label or behind the names of a byline, or it is a day and
    nothing else. Such a day ``alone`` may be a title or one of a chronicle: the first line and several of them date
    nothing, nor do days that differ. A day before a headline is one where no other line begins so and no later year is
    told of.
    """
    labelled: set[Moment] = set()
    changed: set[Moment] = set()
    bare: set[Moment] = set()
    for number, line in enumerate(lines[:_HEAD]):
        parts = _parts(line)
        signed = len(parts) > 1 and (is_byline(parts[0]) or any(map(_SOURCED.match, parts[1:])))
        for part in chain.from_iterable(map(_labelled_parts, parts)):
            told = _LABEL.fullmatch(part)
            by = _SIGNED.fullmatch(part) if number and not told else None
            if told and (day := moment_of(told["day"])):
                (changed if told["changed"] else labelled).add(day)
            elif by and is_byline(by["names"]) and (day := moment_of(by["day"])):
                labelled.add(day)
            elif _BARE.fullmatch(part) and (day := moment_of(part)):
                if signed:
                    labelled.add(day)
                elif alone and (number or len(parts) > 1 or _INSTANT.fullmatch(part)):
                    bare.add(day)
    if sum(map(is_dated, lines)) > 1:
        bare.clear()
    leading = {day for day in (_leading_day(lines),) if day} if alone else set()
    days = next(filter(None, (labelled, bare, leading, changed)), set())
    published = next(iter(days)) if len(days) == 1 else None
    return published, None if days is changed else max(changed, key=latest, default=None)


def _labelled_parts(part: str) -> list[str]:
    """Return the days with their labels that a part is made of: "Updated 10 June 2025, first published 5 June 2025"."""
    parts = [one for one in (one.strip("() ") for one in _NEXT.split(part)) if not _CHANGED_AT.fullmatch(one)]
    return parts if parts and all(_LABEL.fullmatch(one) or _BARE.fullmatch(one) for one in parts) else [part]


def _leading_day(lines: Sequence[str]) -> Moment | None:
    """Return the day before the headline of a text, unless it is that of what it tells: of an entry, of history."""
    led = _LEADING.fullmatch(lines[0]) if lines and len(lines[0]) <= 2 * _LONGEST else None
    if led is None or any(map(_LEADING.match, lines[1:])) or _YEAR.search(led["headline"]):
        return None
    day = moment_of(led["day"])
    later = any(int(year) > day.year for line in lines for year in _YEAR.findall(line)) if day else True
    return None if later else day


def is_dated(line: str) -> bool:
    """Say whether a day stands alone in a line, or between its bars."""
    return any(map(_BARE.fullmatch, _parts(line)))


def _parts(line: str) -> list[str]:
    """Return what stands between the bars of a line that may be a date line: no day is without a figure."""
    if len(line) > 2 * _LONGEST or not _FIGURE.search(line):
        return []
    return [part for part in _PARTS.split(line) if len(part) <= _LONGEST]


def _is_of_others(element: Element) -> bool:
    return any(
        place.tag in ("aside", "footer", "nav")
        or (place.tag not in ("body", "html") and _OTHERS.search(f"{place.get('class') or ''} {place.get('id') or ''}"))
        for place in (element, *element.iterancestors())
    )
