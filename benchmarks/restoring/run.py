"""Restoring real pages: how much of the article's text comes out, and how often exactly, against trafilatura.

Data: ``restoring/scrapinghub_pages.tar.xz``, 181 pages of 2019 with the article body people marked
(scrapinghub/article-extraction-benchmark; scored by its method: words in shingles of four, F1 of summed counts,
accuracy of identical token lists), and ``statements/polnear_train_dev.tar.xz``, 840 articles that people wrote
(train split), of which nothing but doubled lines and site furniture may be removed. Nothing here was learned from
either; the patterns of ``restore/words.py`` are general, and were looked at against the 840 for false alarms.
"""

from __future__ import annotations

import gzip
import json
import re
import tarfile
import tempfile
import time
from collections import Counter
from pathlib import Path
from statistics import mean

import trafilatura
from benchmarks.data import data

from onrecord.data import ARTICLE_KINDS, RemovalKind, RemovalStatus, Restoration
from onrecord.errors import OnrecordError
from onrecord.read import read_bytes, read_text
from onrecord.restore import restore

SITE = frozenset(kind.value for kind in RemovalKind) - {"chatbot_reply", "other_article", "foreign"}


def body_of(restoration: Restoration) -> str:
    removed = [r.span for r in restoration.removals if r.status is RemovalStatus.REMOVED]
    return "\n".join(
        block.span.cut(restoration.document.text)
        for block in restoration.blocks
        if block.kind in ARTICLE_KINDS and not any(span.covers(block.span) for span in removed)
    )


def tokens(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def shingles(text: str) -> Counter[tuple[str, ...]]:
    words = tokens(text)
    return Counter(tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3))) if words else Counter()


def score(pairs: list[tuple[str, str]]) -> dict[str, float]:
    """Score (truth, found) texts: precision and recall averaged over pages as in evaluate.py, and exact pages."""
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
        "exact": round(mean(tokens(truth) == tokens(found) for truth, found in pairs), 4),
    }


def ours(page: bytes) -> str:
    try:
        return body_of(restore(read_bytes(page)))
    except OnrecordError:
        return ""


def theirs(page: bytes) -> str:
    return trafilatura.extract(page, include_comments=False, include_tables=True, favor_precision=True) or ""


def pages(folder: Path) -> dict[str, float]:
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    raw = {name: gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes()) for name in sorted(truth)}
    figures: dict[str, float] = {"pages": len(raw)}
    rates = {}
    for who, extract in (("onrecord", ours), ("trafilatura", theirs)):
        began = time.process_time()
        found = {name: extract(page) for name, page in raw.items()}
        rates[who] = len(raw) / (time.process_time() - began)
        scored = score([(truth[name]["articleBody"], found[name]) for name in raw])
        figures |= {f"{who}_{what}": value for what, value in scored.items()}
    figures["speed_against_trafilatura"] = round(rates["onrecord"] / rates["trafilatura"], 2)
    return figures


def articles(folder: Path) -> dict[str, float]:
    removed, suspected, count = 0, 0, 0
    for path in sorted(folder.glob("data/train/text/*.txt")):
        count += 1
        removals = restore(read_text(path.read_text(encoding="utf-8"))).removals
        foreign = [r for r in removals if r.kind.value not in SITE]
        removed += any(r.status is RemovalStatus.REMOVED for r in foreign)
        suspected += any(r.status is RemovalStatus.SUSPECTED for r in foreign)
    return {"articles": count, "articles_with_false_removal": removed, "articles_with_suspicion": suspected}


def run() -> dict[str, float]:
    with tempfile.TemporaryDirectory() as scratch:
        for name in ("restoring/scrapinghub_pages.tar.xz", "statements/polnear_train_dev.tar.xz"):
            with tarfile.open(data(name)) as archive:
                archive.extractall(scratch, filter="data")
        return pages(Path(scratch)) | articles(Path(scratch))
