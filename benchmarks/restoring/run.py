"""Restoring real pages: how much of the article comes out, how often exactly, and what each block is called.

Data, described in ``pages.py``: ``restoring/fundus_pages.tar.xz``, 258 pages of 41 countries, 2021 to 2026, with what
fundus's own tests assert of them; ``restoring/scrapinghub_pages.tar.xz``, 181 pages of 2019 with the article body people
marked (scrapinghub/article-extraction-benchmark, scored by its method); ``statements/polnear_train_dev.tar.xz``, 840
articles that people wrote (train split), of which nothing but doubled lines and site furniture may be removed.

The labeller that ships learned from the first two sets. The figures here are out of fold: each page is labelled by one
that has seen no page of its publisher, trained in this run as ``training/blocks`` trains. trafilatura runs beside it.
"""

from __future__ import annotations

import csv
import hashlib
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import mean

import trafilatura
from benchmarks.restoring.pages import KnownPage, fundus, scrapinghub, tokens, unpack
from benchmarks.restoring.scores import ARTICLE_TEXT, caption_leak, label_scores, metadata, overlap, share, stated
from training.blocks.learn import Example, examples_of, out_of_fold

from onrecord.data import ARTICLE_KINDS, BlockKind, RemovalKind, RemovalStatus, Restoration
from onrecord.errors import OnrecordError
from onrecord.read import read_bytes, read_text
from onrecord.restore import restore

SITE = frozenset(kind.value for kind in RemovalKind) - {"chatbot_reply", "other_article", "foreign"}


def text_of(restoration: Restoration | None, kinds: Iterable[BlockKind]) -> str:
    if restoration is None:
        return ""
    text = restoration.document.text
    return "\n".join(block.span.cut(text) for block in restoration.blocks if block.kind in kinds)


def theirs(page: bytes) -> str:
    return trafilatura.extract(page, include_comments=False, include_tables=True, favor_precision=True) or ""


def scrapinghub_figures(
    known: Sequence[KnownPage], found: dict[str, Restoration], other: dict[str, str]
) -> dict[str, float]:
    ours = overlap([(page.body, text_of(found.get(page.name), ARTICLE_KINDS)) for page in known])
    beside = overlap([(page.body, other[page.name]) for page in known])
    return (
        {"pages": len(known)}
        | {f"onrecord_{what}": value for what, value in ours.items()}
        | {f"trafilatura_{what}": value for what, value in beside.items()}
    )


def fundus_figures(
    known: Sequence[KnownPage], found: dict[str, Restoration], other: dict[str, str]
) -> dict[str, float]:
    """Score text with the standfirst; a page is exact with its standfirst or without."""
    figures: dict[str, float] = {"fundus_pages": len(known)}
    restored = [found.get(page.name) for page in known]
    bodies = [text_of(one, ARTICLE_TEXT) for one in restored]
    wholes = [text_of(one, (*ARTICLE_TEXT, BlockKind.STANDFIRST)) for one in restored]
    texts = [other[page.name] for page in known]
    for who, with_standfirst, without in (("onrecord", wholes, bodies), ("trafilatura", texts, texts)):
        scored = overlap([(page.whole, text) for page, text in zip(known, with_standfirst, strict=True)])
        scored["exact"] = share(
            tokens(whole) in (tokens(page.whole), tokens(page.body)) or tokens(body) == tokens(page.body)
            for page, whole, body in zip(known, with_standfirst, without, strict=True)
        )
        scored["caption_leak"] = caption_leak(known, with_standfirst)
        figures |= {f"fundus_{who}_{what}": value for what, value in scored.items()}
    said = [stated(one.document) if one else (None, [], "") for one in restored]
    figures |= {f"fundus_onrecord_{what}": value for what, value in metadata(known, said).items()}
    about = [trafilatura.extract_metadata(page.html) for page in known]
    said = [(one.title, (one.author or "").split("; ") if one.author else [], str(one.date)) for one in about]
    return figures | {f"fundus_trafilatura_{what}": value for what, value in metadata(known, said).items()}


ASSERTED = ("headline", "standfirst", "byline", "dateline", "body", "subhead", "caption", "credit")
"""The kinds that fundus's assertions tell apart; lists, tables and quotations count as body."""
FURNITURE = ("advert", "comments", "consent", "interface", "newsletter", "paywall", "teaser")


def label_figures(pages: Sequence[Example], found: dict[str, Restoration]) -> dict[str, float]:
    """Score the asserted kinds on all blocks, and the kinds of furniture on those that ``furniture.csv`` names.

    ``furniture.csv`` holds 366 blocks by a digest of their text, labelled by reading them and their class names: some
    drawn at random from what no assertion claims, more among those that speak of consent, newsletters, comments,
    adverts or subscriptions; those a reader could not decide on were left out.
    """
    asserted = [
        (_label(true), _label(block.kind))
        for example in pages
        for true, block in zip(example.truth, found[example.known.name].blocks, strict=True)
    ]
    named = {}
    for example in pages:
        text = example.page.document.text
        for block in found[example.known.name].blocks:
            digest = hashlib.sha256(block.span.cut(text).encode()).hexdigest()[:12]
            named.setdefault((example.known.name, digest), block.kind.value)
    with (Path(__file__).parent / "furniture.csv").open(encoding="utf-8") as file:
        rows = [(row["kind"], named.get((row["page"], row["block"]), "unread")) for row in csv.DictReader(file)]
    scores = label_scores(asserted, ASSERTED) | label_scores(rows, FURNITURE)
    return {
        "labels_macro_f1": round(mean(scores.values()), 4),
        "labels_kinds": len(scores),
        "labels_furniture_told_from_article": share(got in FURNITURE for _, got in rows),
    } | {f"labels_{kind}": value for kind, value in scores.items()}


def _label(kind: BlockKind | None) -> str:
    if kind in ARTICLE_KINDS and kind is not BlockKind.SUBHEAD:
        return "body"
    return kind.value if kind is not None and kind.value in ASSERTED else "other"


def articles(folder: Path) -> dict[str, float]:
    removed, suspected, count = 0, 0, 0
    for path in sorted(folder.glob("data/train/text/*.txt")):
        count += 1
        removals = restore(read_text(path.read_text(encoding="utf-8"))).removals
        foreign = [r for r in removals if r.kind.value not in SITE]
        removed += any(r.status is RemovalStatus.REMOVED for r in foreign)
        suspected += any(r.status is RemovalStatus.SUSPECTED for r in foreign)
    return {"articles": count, "articles_with_false_removal": removed, "articles_with_suspicion": suspected}


def speed(known: Sequence[KnownPage]) -> tuple[float, dict[str, str]]:
    """Return our pages a second over trafilatura's, turn by turn on the same pages, and what trafilatura found."""
    ours = other = 0.0
    found = {}
    for page in known:
        began = time.process_time()
        try:
            restore(read_bytes(page.html))
        except OnrecordError:
            continue
        finally:
            ours += time.process_time() - began
            began = time.process_time()
            found[page.name] = theirs(page.html)
            other += time.process_time() - began
    return other / ours, found


def run() -> dict[str, float]:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        for name in ("fundus_pages", "scrapinghub_pages"):
            unpack(f"restoring/{name}.tar.xz", folder)
        unpack("statements/polnear_train_dev.tar.xz", folder)
        news, marked = list(fundus(folder)), list(scrapinghub(folder))
        read = examples_of((*news, *marked))
        found = {}
        for test, labeller in out_of_fold(read):
            found |= {read[n].known.name: restore(read[n].page, labeller=labeller) for n in test}
        rate, other = speed((*news, *marked))
        return (
            scrapinghub_figures(marked, found, other)
            | fundus_figures(news, found, other)
            | label_figures([example for example in read if example.known.title], found)
            | {"speed_against_trafilatura": round(rate, 2)}
            | articles(folder)
        )
