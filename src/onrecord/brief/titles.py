"""What a section is called: a headline that tells what it tells, else a few of its own words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from onrecord.brief.sentences import Sentence
from onrecord.brief.topic import is_roundup
from onrecord.text.names import find_names
from onrecord.text.numbers import find_figures
from onrecord.text.words import terms

_BEARS, _FEWEST = 0.3, 2
"""Share of a headline's terms, and how many, that what is told from below it has; with fewer it heads a roundup."""
_ADDRESS = re.compile(r"\S+-\S+-\S+")
"""A title that is the end of an address, and no words."""
_SITE = re.compile(r"\s+\|.*$|\s+[-–—]\s+(?:CNN\w*|\w+\.com|[A-Z][\w ]{1,20} News)$")
"""What stands behind a headline and is none of it: the name of the site."""
_SHOWN = re.compile(r"\bin pictures\b", re.IGNORECASE)
"""What heads pictures of one matter, and nothing that is told."""
_BROKEN_OFF = re.compile(
    r"(?:\s+(?:and|or|but|in|at|on|of|for|to|with|from|by|the|a|an|as|after|over|into|its|their|his|her|is|are|that|who|"
    r"how|what|can|will))*\s*(?:\.\.\.|…)$|(?:\s+(?:and|or|at|of|for|with|from|by|the|a|an|into|its|their|his|her))+$",
    re.IGNORECASE,
)
"""How a headline ends that a site broke off, the words that none ends with among it."""
_BEGUN = re.compile(r"(?<=[.?!])(?<!\b[A-Z]\.)(?<!\bvs\.)(?<!\bv\.)(?<!\b(?:St|Dr|Mr|Ms|Lt)\.)\s+[^.?!]{1,40}$")
"""A second sentence of such a headline: "… for Ukraine. Can Moscow"."""
_PART = re.compile(r"[:;,]\s|\s[–—-]\s|(?<=[.?!])\s")
_CLAUSE = re.compile(
    r"[;:(]|,(?!\d)|\s[–—-]\s|\s(?=(?:that|which|who|after|as|when|while|because|where|but|since|before)\s)"
)
_COMING = re.compile(r"\s(?:came|comes|began|happened|followed)$")
"""A verb before "after" or "as" that says nothing by itself."""
_SAID = re.compile(
    r"[“\"]|\b(?:sa(?:id|ys?)|t(?:old|ells?)|according|claim\w*|den(?:y|ie[sd])|announc\w+|report(?:s|ed)|warn\w*|"
    r"alleg\w*|accus\w+|(?-i:may)|might|could|would|not|if)\b",
    re.IGNORECASE,
)
"""Words in a sentence from which nothing is cut for a title: what is left would state what somebody only said."""
_CUE = re.compile(r"\b(?:sa(?:id|ys?)|told|tells|den(?:y|ie[sd])|announced|warn(?:s|ed)|accuse[sd]|according)\b")
"""Words from which on it is told who says what follows."""
_LEADING = re.compile(
    r"(?:after|as|when|while|because|since|before|in|on|at|for|with|to|from|despite|during|under|over|"
    r"amid|by|of|once|now|through|throughout|within|he|she|it|they|this|that|"
    r"these|those|his|her|its|their)\b|(?:[\w-]+\s){1,4}(?:years?|months?|weeks?|days?|hours?)$",
    re.I,
)
"""How a clause begins that is no title: with a circumstance, or what leans on the sentence before; or only a time."""
_WHEN = re.compile(
    r"(?:[\w-]+\s){1,5}(?:years?|months?|weeks?|days?|hours?)\s(?:after|before|ago|later|earlier|since)\b"
)
"""How a sentence begins that first tells when."""
_SHORTEST, _LONGEST = 4, 12
"""Words of a title that is cut from a sentence."""
_BEGUN_WITH = 12
"""Words of a sentence that stand for a title where no headline and no clause does."""
_SHARED = 2
"""Terms that a headline has of what is told below it, from which it may stand where nothing tells it better."""


def headline(sentence: Sentence) -> frozenset[str]:
    """Return the terms of the headline that a sentence stands under; one over many matters tells none."""
    return _terms_of(sentence.memento.document.title or "")


@lru_cache(maxsize=4096)
def _terms_of(title: str) -> frozenset[str]:
    return frozenset() if is_roundup(title) or _SHOWN.search(title) else frozenset(terms(title))


def is_headed(told: Sequence[Sentence]) -> bool:
    """Say whether one of the headlines that sentences stand under tells what they tell."""
    return bool(_fitting(told))


def title_of(
    told: Sequence[Sentence], replaced: frozenset[tuple[str, int]], taken: frozenset[str] = frozenset()
) -> str:
    """Return the headline that says most of what the sentences say, the best of which comes first.

    A headline with a figure that was given anew since is none for it; nor is one of which they say next to nothing, nor
    one that is ``taken``. Without one it is a clause of a sentence, a headline that has a little of what they say, how
    the best one begins, or a name that most have.
    """
    outdated, said = {document for document, _ in replaced}, _said(told)
    fitting = sorted(_fitting(told), key=lambda one: -len(headline(one) & said))
    others = sorted(told, key=lambda one: -len(headline(one) & said))
    titles, loose = (
        [
            _whole(title) if one.memento.document.id not in outdated else _without_figures(title)
            for one in some
            if (title := one.memento.document.title)
        ]
        for some in (fitting, [one for one in others if _is_of_it(one, said)])
    )
    current = [one for one in told if one.place not in replaced] or told
    own = [_clause(one.words) for one in current]
    spread = Counter(words for one in current for words in dict.fromkeys(name.words for name in find_names(one.words)))
    named = sorted(spread, key=lambda name: (-spread[name], _is_one_word(name)))
    begun = [_begun(one.words) for one in current]
    free = (title for title in (*titles, *own, *loose, *begun, *named) if title and title not in taken)
    return next(free, f"{' '.join(current[0].words.split()[:_BEGUN_WITH])} …")


def _is_of_it(one: Sentence, said: frozenset[str]) -> bool:
    """Say whether a headline has some of what is said below it, if too little to tell it."""
    title = one.memento.document.title or ""
    return len(headline(one) & said) >= _SHARED and not _ADDRESS.fullmatch(title)


def _begun(words: str) -> str:
    """Return how a sentence begins, where that has in it who said so, and no quote that goes on."""
    first = " ".join(words.split()[:_BEGUN_WITH])
    rest = " ".join(words.split()[_BEGUN_WITH:])
    safe = rest and (_CUE.search(first) or not _SAID.search(rest))
    whole = first.count("“") == first.count("”") and first.count('"') % 2 == 0
    return (
        _whole(f"{first.rstrip(' ,;:–—-')} …")
        if safe and whole and not _LEADING.match(first) and not _WHEN.match(first)
        else ""
    )


def _without_figures(title: str) -> str:
    """Return a headline that has no figures, else the first part of it that has none."""
    whole = _whole(title)
    parts = (part for part in _PART.split(whole) if len(part.split()) > 2 and part[0].isupper())
    return next((part for part in (whole, *parts) if not find_figures(part)), "")


def _is_one_word(name: str) -> bool:
    return " " not in name


def _fitting(told: Sequence[Sentence]) -> list[Sentence]:
    """Return the sentences under headlines that the sentences of their own documents bear."""
    by_document: dict[str, list[Sentence]] = {}
    for one in told:
        by_document.setdefault(one.memento.document.id, []).append(one)
    return [one for one in told if _is_borne(one, _said(by_document[one.memento.document.id]))]


def _is_borne(one: Sentence, said: frozenset[str]) -> bool:
    heads = headline(one)
    enough = max(_BEARS * len(heads), min(_FEWEST, len(heads)))
    return 0 < enough <= len(heads & said) and not _ADDRESS.fullmatch(one.memento.document.title or "")


def _said(told: Sequence[Sentence]) -> frozenset[str]:
    return frozenset[str]().union(*(one.terms for one in told))


def _whole(title: str) -> str:
    """Return a headline without the name of the site, and without the end that a site broke off."""
    title = _SITE.sub("", title).strip()
    left = _BROKEN_OFF.sub("", title)
    if left == title:
        return title
    first = _BEGUN.sub("", left)
    return first.rstrip(".") if first != left else f"{left.rstrip(' ,;:–—-')} …"


def _clause(words: str) -> str:
    """Return the clause that opens a sentence, where it stands for itself."""
    first = _COMING.sub("", " ".join(_CLAUSE.split(words, maxsplit=1)[0].split()).rstrip("."))
    fits = _SHORTEST <= len(first.split()) <= _LONGEST
    return first if fits and not _SAID.search(words) and not _LEADING.match(first) else ""
