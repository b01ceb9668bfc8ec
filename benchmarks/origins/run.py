"""How well origins are told apart: planted copies against rivals on the same event, and articles marked as an agency's.

``ONRECORD_ORIGINS=development`` measures the half of the events on which thresholds were chosen instead of the other.
"""

from __future__ import annotations

import os
import random
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import combinations

from benchmarks.origins.peers import Groups, by_domain, by_headline, by_minhash
from benchmarks.origins.planting import Event, articles, copied, events, pairs

from onrecord.data import Document, Memento, document
from onrecord.find import name_origins

Figures = dict[str, float]
KINDS = ("full", "partial", "rewritten")
MARKED = 300
UNMARKED = 300


def run() -> Figures:
    held = list(articles())
    half = 0 if os.environ.get("ONRECORD_ORIGINS") == "development" else 1
    told = events(held)[half::2]
    figures: Figures = {"events": len(told)} | rivals(held, half)
    for kind in KINDS:
        figures |= planted(kind, told)
    return {name: round(value, 4) for name, value in (figures | marked(held, half)).items()}


def rivals(held: Sequence[Document], half: int) -> Figures:
    """All pairs of articles on one event by two outlets: how many of them are taken for one."""
    told = pairs(held)[half::2]
    pool = {one.id: one for event in told for one in (event.article, event.rival)}
    figures: Figures = {"event_pairs": len(told)}
    for way, group in WAYS.items():
        named = group(list(pool.values()))
        figures[f"event_pairs_merged{way}"] = sum(named[e.article.id] == named[e.rival.id] for e in told) / len(told)
    return figures | {"event_pairs_apart": 1 - figures["event_pairs_merged"]}


def ours(held: Sequence[Document]) -> Groups:
    named = name_origins([Memento(document=one, origin=one.id) for one in held])
    return {one.document.id: one.origin for one in named}


WAYS: dict[str, Callable[[Sequence[Document]], Groups]] = {
    "": ours,
    "_domains": by_domain,
    "_headlines": by_headline,
    "_minhash": by_minhash,
}


def planted(kind: str, told: Sequence[Event]) -> Figures:
    """One copy of each article; a partial one stands under the lead of what another outlet wrote of another event."""
    rng = random.Random(kind)
    held: list[Document] = []
    truth: Groups = {}
    outlets: Groups = {}
    rivals = []
    for number, event in enumerate(told):
        copy = copied(kind, event.article, told[(number + 7) % len(told)].rival, number, rng)
        held += [event.article, event.rival, copy]
        truth |= {one.id: event.article.id for one in (event.article, copy)} | {event.rival.id: event.rival.id}
        outlets |= {one.id: event.article.publisher or "" for one in (event.article, copy)}
        outlets[event.rival.id] = event.rival.publisher or ""
        rivals += [(event.article.id, event.rival.id), (copy.id, event.rival.id)]
    figures = {}
    for way, group in WAYS.items():
        named = group(held)
        figures[f"{kind}_pair_f1{way}"] = pair_f1(named, truth, outlets)
        merged = sum(named[one] == named[other] for one, other in rivals)
        figures[f"{kind}_rivals_merged{way}"] = merged / len(rivals)
    figures[f"{kind}_rivals_apart"] = 1 - figures[f"{kind}_rivals_merged"]
    return figures


def pair_f1(named: Groups, truth: Groups, outlets: Groups) -> float:
    """F1 over pairs of documents, but those of two articles of one outlet, which takes over paragraphs of its own."""
    both = found = true = 0
    for one, other in combinations(truth, 2):
        same, said = truth[one] == truth[other], named[one] == named[other]
        if (same or said) and (same or outlets[one] != outlets[other]):
            both, found, true = both + (same and said), found + said, true + same
    return 2 * both / (found + true) if found + true else 1.0


_MARKS = {
    "Associated Press": re.compile(
        r"\A.{0,400}?\(AP\)\s*[-–—]|\A(?:[^\n]{1,60}\n+)?(?:The )?(?:AP|Associated Press)\n"
        r"|^Contributing:[^\n]*Associated Press|Associated Press(?: [\w ,.]{0,80})? contributed to this report",
        re.DOTALL | re.MULTILINE,
    ),
    "Reuters": re.compile(
        r"\A.{0,400}?\(Reuters\)\s*[-–—]|\A(?:[\w ,]{0,40} )?Reuters\s*—|^Contributing:[^\n]*Reuters",
        re.DOTALL | re.MULTILINE,
    ),
}
_NAMED = re.compile(r"\bA\.?P\.?\b|Associated Press|Reuters|\bAFP\b", re.ASCII)
_CREDITED = re.compile(
    r"\AAP\n+|\((?:AP|Reuters)\)|^[^\n]{0,200}(?:Associated Press|Reuters)[^\n]{0,200}$", re.MULTILINE
)


def marked(held: Sequence[Document], half: int) -> Figures:
    """Articles that say they are of one agency, half of them again without saying so, among as many of none."""
    rng = random.Random(5)
    of = {one.id: [agency for agency, mark in _MARKS.items() if mark.search(one.text)] for one in held}
    sure = [one for one in held if len(of[one.id]) == 1][half::2]
    none = [one for one in held if not _NAMED.search(one.text) and len(one.text) > 1_200][half::2]
    some = rng.sample(sure, min(MARKED, len(sure)))
    truth = {one.id: of[one.id][0] for one in some}
    told = list(some)
    for number, one in enumerate(some[::2]):
        bare = _CREDITED.sub("", one.text).strip()
        host = f"outlet-{number}.example"
        if len(bare) > len(one.text) / 2:
            copy = document(bare, publisher=host, url=f"https://{host}/", published_at=one.published_at)
            truth[copy.id] = truth[one.id]
            told.append(copy)
    others = [replace(one) for one in rng.sample(none, min(UNMARKED, len(none)))]
    truth |= {one.id: one.id for one in others}
    told += others
    figures: Figures = {"agency_documents": len(truth) - len(others)}
    for way, group in WAYS.items():
        figures[f"agency_pair_f1{way}"] = pair_f1(group(told), truth, truth)
    return figures
