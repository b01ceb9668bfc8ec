"""Who wrote a page: names out of what its metadata say, or its byline."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice, takewhile

from onrecord.read.markup import Element, called

_BY = re.compile(
    r"^\W*(?:(?:written|posted|story|words|text|reporting|report)\s+)?(?:by|von|par|por|di|door|av|af|od|מאת|بقلم|โดย)"
    r"(?:[\s:]+|$)"
    r"|^\W*(?:authors?|autor(?:en|in|es?)?|auteurs?|text|words|redacción|автор|текст|haber|yazan|كتبت?|作者|記者|记者)\s*[:：]\s*",
    re.IGNORECASE,
)
_AND = re.compile(r"\s+(?:and|und|et|y|e|og|och|en|ja|i|ve|dan)\s+|\s*&\s*", re.IGNORECASE)
_LISTED = re.compile(r"\s*[,;|·•、，]\s*")
_ASIDE = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*")
_NO_NAME = re.compile(r"www\.|@|\d{4}|^\W*$", re.IGNORECASE)
MARKS = r"\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0dff\u0e00-\u0eff"
"""Marks of vowels and tones, which are no letters."""
_NAME = re.compile(
    rf"(?:(?:[^\W\d_a-zß-ÿ][\w.'’{MARKS}-]*|al|bin|d[aeiou]|del|den|der|dos|el|la|le|ten|van|von|zu)(?:\s+|$)){{2,5}}"
)
_LABEL = re.compile(
    r"\b(?:about|all|alle|artikel\w*|autor\w*|author\w*|more|mehr|posts?|profil\w*|über|view)\b", re.IGNORECASE
)
_LOGIN = re.compile(r"(?i:(?:\w+[ ._-])?admin(?:istrator)?\d*)|[a-z][a-z0-9]*(?:_[a-z0-9]+)+|[a-z]+\d+")
_LONGEST = 60  # characters; a longer one is a sentence
_LONGEST_BYLINE = 150
_HEAD = 6  # lines below a heading among which a byline is
_MOST = 20  # authors
_PLACES = 40  # elements looked at; a byline is among the first

_CALLED = re.compile(r"author|byline|auteur|autor|writer")
_ELSEWHERE = re.compile(r"(?:^|[\s_-])(?:comments?|related|recommend\w*|footer|sidebar)(?:$|[\s_-])", re.IGNORECASE)


def names_in(values: Iterable[str]) -> tuple[str, ...]:
    """Return the names in some bylines, each once: without "by", addresses and what stands in parentheses."""
    found: dict[str, str] = {}
    for value in values:
        if "://" in value:
            continue
        for part in _LISTED.split(_ASIDE.sub(" ", _BY.sub("", value))):
            for name in (_BY.sub("", one).strip(" .-–—:") for one in _joined(part)):
                if not _NO_NAME.search(name) and 1 < len(name) <= _LONGEST:
                    found.setdefault(name.casefold(), name)
    return tuple(found.values())[:_MOST]


def is_login(name: str) -> bool:
    """Say whether a name is that of an account of the site, as systems write where nobody is named: "web_admin"."""
    return _LOGIN.fullmatch(name) is not None


def is_byline(words: str) -> bool:
    """Say whether some words are "by" and whole names, and nothing else."""
    parts = [one for part in _LISTED.split(words) for one in _AND.split(_BY.sub("", part))]
    return _BY.match(words) is not None and all(_NAME.fullmatch(part) for part in parts)


def signed_by(lines: Iterable[str]) -> str | None:
    """Return the names in the first of the lines below a heading that is a byline and nothing else, above the text."""
    head = takewhile(lambda line: len(line) <= _LONGEST_BYLINE, islice(lines, _HEAD))
    return next((", ".join(names_in([line])) for line in head if is_byline(line)), None)


def _joined(words: str) -> list[str]:
    """Return the names joined by "and"; full names only, for some names hold one, as Ortega y Gasset does."""
    parts = _AND.split(words)
    return parts if all(" " in part.strip() for part in parts) else [words]


def shown_names(root: Element) -> tuple[str, ...]:
    """Return the names in the first element that states the author, or is called so; only what looks like names."""
    for found in (filter(_states, root.iter()), called(root, _CALLED)):
        for element in islice(found, _PLACES):
            pieces = [" ".join(words.split()) for words in element.itertext()]
            if sum(map(len, pieces)) > _LONGEST_BYLINE:
                continue
            names = tuple(name for name in names_in(pieces) if _NAME.fullmatch(name) and not _LABEL.search(name))
            if names and not any(map(_is_elsewhere, (element, *element.iterancestors()))):
                return names
    return ()


def _states(element: Element) -> bool:
    """Say whether an element states the author: by microdata, link relation, hCard or the address it leads to."""
    if not element.attrib:
        return False
    above = element.getparent()
    return (
        element.get("itemprop") == "author"
        or "author" in (element.get("rel") or "").split()
        or (
            "fn" in (element.get("class") or "").split()
            and above is not None
            and "author" in (above.get("class") or "")
        )
        or (element.tag == "a" and ("/author" in (link := element.get("href") or "") or "/autor" in link))
    )


def _is_elsewhere(element: Element) -> bool:
    called = f"{element.get('class') or ''} {element.get('id') or ''}"
    return element.tag in ("aside", "footer", "nav") or (element.tag != "body" and bool(_ELSEWHERE.search(called)))
