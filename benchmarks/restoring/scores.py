"""How found text, metadata and labels are scored."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import mean

from benchmarks.restoring.pages import KnownPage, tokens

from onrecord.data import BlockKind, Document

_LEAST = 15  # letters of a caption looked for; shorter ones stand in many texts


def shingles(text: str) -> Counter[tuple[str, ...]]:
    words = tokens(text)
    return Counter(tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3))) if words else Counter()


def overlap(pairs: Sequence[tuple[str, str]]) -> dict[str, float]:
    """Score (truth, found) texts as scrapinghub's evaluate.py does: precision and recall averaged over pages."""
    rates = []
    for truth, found in pairs:
        wanted, got = shingles(truth), shingles(found)
        right = sum((wanted & got).values())
        rates.append((right / max(1, sum(got.values())), right / max(1, sum(wanted.values()))))
    precision, recall = mean(rate[0] for rate in rates), mean(rate[1] for rate in rates)
    return {
        "f1": round(2 * precision * recall / max(precision + recall, 1e-9), 4),
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "exact": share(tokens(truth) == tokens(found) for truth, found in pairs),
    }


def share(right: Iterable[bool]) -> float:
    return round(mean(right), 4)


def letters(words: str | None) -> str:
    return re.sub(r"[\W_]+", "", (words or "").casefold())


def caption_leak(known: Sequence[KnownPage], found: Sequence[str]) -> float:
    """Return the share of asserted captions, those repeated in the article aside, that stand in the text found."""
    leaked = total = 0
    for page, text in zip(known, found, strict=True):
        whole, article = letters(text), letters(page.whole)
        captions = [
            caption for one in page.captions if len(caption := letters(one)) > _LEAST and caption not in article
        ]
        total += len(captions)
        leaked += sum(caption in whole for caption in captions)
    return round(leaked / total, 4)


def metadata(known: Sequence[KnownPage], found: Sequence[tuple[str | None, Iterable[str], str]]) -> dict[str, float]:
    """Score (title, authors, day): titles without their punctuation, authors as a set."""
    pairs = list(zip(known, found, strict=True))
    return {
        "title": share(letters(page.title) == letters(title) for page, (title, _, _) in pairs),
        "author": share({*map(letters, page.authors)} == {*map(letters, who)} for page, (_, who, _) in pairs),
        "date": share(str(page.published) == day for page, (_, _, day) in pairs),
    }


def stated(document: Document) -> tuple[str | None, list[str], str]:
    return document.title, document.byline.split(", ") if document.byline else [], str(document.published_at)[:10]


def label_scores(pairs: Sequence[tuple[str, str]], kinds: Sequence[str]) -> dict[str, float]:
    """Return the F1 of each kind over (truth, found) labels."""
    truth, found = Counter(true for true, _ in pairs), Counter(got for _, got in pairs)
    right = Counter(true for true, got in pairs if true == got)
    return {kind: round(2 * right[kind] / max(1, truth[kind] + found[kind]), 4) for kind in kinds}


ARTICLE_TEXT = (BlockKind.BODY, BlockKind.SUBHEAD, BlockKind.LIST, BlockKind.LIVE_ENTRY)
"""What fundus's parsers take for the body; tables and quoted posts they leave out."""
