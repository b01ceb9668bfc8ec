"""Real articles, rivals that report the same event for another outlet, and copies planted from them."""

from __future__ import annotations

import json
import lzma
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import log
from urllib.parse import urlsplit

from benchmarks.data import data
from benchmarks.origins.rewording import rewritten

from onrecord.data import Document, document
from onrecord.text.addresses import site_of

_NAMES = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+")
_NAMES_SHARED = 3
_RARE = 100
"""A name in more articles than this tells no event."""
_AGENCY = re.compile(r"\bA\.?P\.?\b|Associated Press|Reuters|\bAFP\b|Agence France", re.ASCII)
_LENGTH = (1_200, 20_000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An article and what another outlet wrote of the same event within two days."""

    article: Document
    rival: Document


def articles() -> Iterator[Document]:
    with lzma.open(data("news/articles.jsonl.xz"), "rt", encoding="utf-8") as lines:
        for line in lines:
            one = json.loads(line)
            if one["text"].strip() and one["published"]:
                yield document(
                    one["text"],
                    title=one["title"],
                    byline=", ".join(one["authors"]) or None,
                    publisher=(urlsplit(one["url"]).hostname or "").removeprefix("www."),
                    url=one["url"],
                    published_at=date.fromisoformat(one["published"][:10]),
                )


def events(held: Sequence[Document]) -> list[Event]:
    """Pairs of one event, those first that share most; each article in one."""
    used: set[str] = set()
    found = []
    for event in pairs(held):
        if event.article.id not in used and event.rival.id not in used:
            used |= {event.article.id, event.rival.id}
            found.append(event)
    return found


def pairs(held: Sequence[Document]) -> list[Event]:
    """All pairs of one event: other outlets, two days apart at most, three rarer names in common."""
    held = {one.url: one for one in held}.values()  # of several versions of a page one
    fit = [one for one in held if _LENGTH[0] <= len(one.text) <= _LENGTH[1] and not _AGENCY.search(one.text)]
    names = {one.id: frozenset(_NAMES.findall(one.text)) for one in fit}
    spread = Counter(name for each in names.values() for name in each)
    by_day = defaultdict(list)
    for one in fit:
        by_day[one.published_at].append(one)
    scored = []
    for one in fit:
        for days in (-2, -1, 0, 1, 2):
            for other in by_day[one.published_at + timedelta(days)]:
                shared = [name for name in names[one.id] & names[other.id] if spread[name] <= _RARE]
                if site_of(one.url) < site_of(other.url) and len(shared) >= _NAMES_SHARED:
                    scored.append((-sum(log(len(fit) / spread[name]) for name in shared), one.id, other.id))
    by_id = {one.id: one for one in fit}
    return [Event(article=by_id[one], rival=by_id[other]) for _, one, other in sorted(scored)]


def copied(kind: str, one: Document, other: Document, number: int, rng: random.Random) -> Document:
    """Plant a copy of ``one``: full, partial under the lead of ``other``, or rewritten; of an outlet of its own."""
    paragraphs = one.text.split("\n\n")
    title: str | None = one.title
    if kind == "full":
        text = "\n\n".join([f"We carry this report as it reached the desk of outlet {number}.", *paragraphs])
    elif kind == "partial":
        share = rng.uniform(1 / 3, 2 / 3)
        size = max(1, round(share * len(paragraphs)))
        start = rng.randrange(len(paragraphs) - size + 1)
        lead = other.text.split("\n\n")[: rng.randint(1, 3)]
        text, title = "\n\n".join([*lead, *paragraphs[start : start + size]]), other.title
    else:
        text, title = rewritten(one.text, rng), None
    days = timedelta(rng.randint(0, 2))
    host = f"outlet-{number}.example"
    url = f"https://{host}/{kind}/{number}"
    return document(text, title=title, publisher=host, url=url, published_at=one.published_at + days)
