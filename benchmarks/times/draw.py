"""Draw the sentences that were annotated: ``python -m benchmarks.times.draw`` prints them, one line of JSON each.

Articles are taken in turn from each publisher's months, in an order fixed by ``SEED``, and of each article one sentence:
400 with a figure or a word of time in it, and 50 with neither. The first 150 in a shuffled order are for development.
"""

from __future__ import annotations

import json
import lzma
import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import urlsplit

from benchmarks.data import data

from onrecord.text.sentences import sentences

ARTICLES = "news/articles.jsonl.xz"
SEED = 20261126
WITH, WITHOUT, DEVELOPMENT = 400, 50, 150
FEWEST_WORDS, MOST_WORDS = 4, 60

TELLING = re.compile(
    r"\d|\b(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|[Mm]onday|[Tt]uesday|[Ww]ednesday|[Tt]hursday|[Ff]riday|[Ss]aturday"
    r"|[Ss]unday)\b"
    r"|\b(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy"
    r"|eighty|ninety|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|half|quarter|thirds?|percent"
    r"|last|ago|since|earlier|today|tonight|yesterday|tomorrow|overnight|mornings?|afternoons?|evenings?|nights?|days?"
    r"|weeks?|weekends?|months?|years?|decades?|century|centuries|spring|summer|autumn|winter)\b"
)


def articles() -> Iterator[dict[str, Any]]:
    """Yield the articles of the news set: id, url, published, text and more."""
    with lzma.open(data(ARTICLES), "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def in_turn(order: random.Random) -> Iterator[dict[str, Any]]:
    """Yield articles, one of each publisher's month after the other."""
    months: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for article in articles():
        outlet = ".".join(urlsplit(article["url"]).netloc.split(".")[-2:])
        months[outlet, article["published"][:7]].append(article)
    piles = [sorted(pile, key=lambda each: each["id"]) for _, pile in sorted(months.items())]
    order.shuffle(piles)
    for pile in piles:
        order.shuffle(pile)
    while any(piles):
        yield from (pile.pop() for pile in piles if pile)


def drawn() -> list[dict[str, Any]]:
    """Return the sentences with their article's id and date, their place in its text, and the part they are in."""
    order = random.Random(SEED)
    left = {True: WITH, False: WITHOUT}
    rows: list[dict[str, Any]] = []
    for article in in_turn(order):
        if not any(left.values()):
            break
        telling = not left[False] or (left[True] > 0 and order.random() < WITH / (WITH + WITHOUT))
        choices = [row for row in _sentences(article) if bool(TELLING.search(row["text"])) is telling]
        if choices and left[telling]:
            rows.append(order.choice(choices))
            left[telling] -= 1
    order.shuffle(rows)
    parts: Sequence[str] = ["development"] * DEVELOPMENT + ["measure"] * (len(rows) - DEVELOPMENT)
    return [row | {"part": part} for row, part in zip(rows, parts, strict=True)]


def _sentences(article: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for span in sentences(article["text"], "en"):
        words = span.cut(article["text"])
        if FEWEST_WORDS <= len(words.split()) <= MOST_WORDS:
            yield {
                "article": article["id"],
                "published": article["published"],
                "start": span.start,
                "end": span.end,
                "text": words,
            }


if __name__ == "__main__":
    for each in drawn():
        print(json.dumps(each, ensure_ascii=False))
