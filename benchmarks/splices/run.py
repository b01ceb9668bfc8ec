"""Foreign passages in spliced pages: how many of their characters are found, and how often the article comes out exactly.

Test fold only: publishers and reply models that nothing was learned from or set on. Characters are counted without
white space; *exact* means that the restored page reads word for word as the article does, broken sentences re-joined.
*Losing* is the share of pages by people that lose a word: plain articles, hard ones assembled from articles, and
hard ones of ours (``invented.py``, where the spliced pages whose passages keep to the topic are as well).
The same pages are read as HTML too, each line a paragraph or an item of a list, as an editor's page makes it of what is pasted.
``ONRECORD_FOLD=dev`` runs the fold that thresholds are set on, ``ONRECORD_PAGES`` another number of pages.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Sequence
from html import escape
from statistics import mean

from benchmarks.splices import invented
from benchmarks.splices.pages import SplicedPage, clean, hard, spliced
from benchmarks.splices.sources import articles
from onrecord.data import RemovalStatus
from onrecord.read import read_bytes, read_text
from onrecord.restore import restore

PAGES = 600
_PHRASES = re.compile(
    r"\b(?:as an ai|language model|as of my last|knowledge update|would you like|let me know|i hope this helps|feel free to|"
    r"search results|here's a|here is a|certainly!|sure!|subscribe|newsletter|cookies|advertisement|read more|also read|"
    r"comments?|share this|sponsored|sign up|log in)\b",
    re.IGNORECASE,
)
_MARKS = re.compile(r"^(#+|[-*•]|\d+[.)])[ \t]+|\*\*", re.MULTILINE)
Cut = tuple[int, int, str]


def ours(text: str) -> list[Cut]:
    removals = restore(read_text(text)).removals
    return [(r.span.start, r.span.end, r.kind.value) for r in removals if r.status is RemovalStatus.REMOVED]


def phrase_list(text: str) -> list[Cut]:
    """Remove every line with a phrase of the usual lists in it."""
    lines = re.finditer(r"[^\n]+", text)
    return [(line.start(), line.end(), "chatbot_reply") for line in lines if _PHRASES.search(line.group())]


def score(pages: Sequence[SplicedPage], find: Callable[[str], list[Cut]]) -> dict[str, float]:
    """Score cuts against splices, page by page."""
    right, found, wanted, kinds = 0, 0, 0, 0
    exact: dict[str, list[bool]] = {}
    for page in pages:
        cuts = find(page.text)
        cut = {at for start, end, _ in cuts for at in range(start, end) if not page.text[at].isspace()}
        true = {at for s in page.splices for at in range(s.start, s.end) if not page.text[at].isspace()}
        right, found, wanted = right + len(cut & true), found + len(cut), wanted + len(true)
        kinds += sum(
            any(start < s.end and s.start < end and kind == s.kind for start, end, kind in cuts) for s in page.splices
        )
        whole = _without(page.text, cuts) == page.own.split()
        for position in {s.position for s in page.splices}:
            exact.setdefault(position, []).append(whole)
        exact.setdefault("all", []).append(whole)
    precision, recall = right / max(1, found), right / max(1, wanted)
    broken = [*exact.get("inside", ()), *exact.get("word", ())]
    return {
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": round(2 * precision * recall / max(1e-9, precision + recall), 4),
        "exact": round(mean(exact["all"]), 4),
        "exact_inside_sentence": round(mean(broken), 4) if broken else 0.0,
        "kind_right": round(kinds / max(1, sum(len(page.splices) for page in pages)), 4),
    }


def losses(pages: Sequence[SplicedPage], find: Callable[[str], list[Cut]]) -> float:
    """Return the share of pages by people that lose a word."""
    return round(mean(_without(page.text, find(page.text)) != page.own.split() for page in pages), 4)


def exact_in_html(pages: Sequence[SplicedPage]) -> float:
    """Return the share of pages that come out word for word where they are read as HTML; marks of lists are no words."""
    right = (_words(restore(read_bytes(in_html(page.text))).restored) == _words(page.own) for page in pages)
    return round(mean(right), 4)


def in_html(text: str) -> bytes:
    """Return a page as HTML."""
    said = [line.strip() for line in text.splitlines() if line.strip()]
    made = "".join(_block(line) for line in said).replace("</ul><ul>", "")
    return f"<html><head><title>{escape(said[0])}</title></head><body><article>{made}</article></body></html>".encode()


def _block(line: str) -> str:
    mark, words = _MARKS.match(line), escape(_MARKS.sub("", line))
    if mark is None or not mark[1]:
        return f"<p>{words}</p>"
    return f"<h3>{words}</h3>" if mark[1].startswith("#") else f"<ul><li>{words}</li></ul>"


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", _MARKS.sub("", text.replace("\xad", "")))  # HTML has no soft hyphens in what is read


def _without(text: str, cuts: list[Cut]) -> list[str]:
    kept, end = "", 0
    for start, stop, _ in sorted(cuts):
        kept, end = kept + text[end : max(start, end)], max(end, stop)
    return (kept + text[end:]).split()


def run() -> dict[str, float]:
    fold, count = os.environ.get("ONRECORD_FOLD", "test"), int(os.environ.get("ONRECORD_PAGES", PAGES))
    broken = [spliced(fold, number) for number in range(count)]
    topical = invented.spliced(fold)
    whole = [clean(fold, number) for number in range(len(articles(fold)))]
    traps = {"assembled": [hard(fold, number) for number in range(count // 2)], "invented": invented.hard(fold)}
    figures: dict[str, float] = {"pages": count, "plain": len(whole)}
    figures |= {"onrecord_html_exact": exact_in_html(broken), "onrecord_html_losing_plain": 1 - exact_in_html(whole)}
    for who, find in (("onrecord", ours), ("phrase_list", phrase_list)):
        figures |= {f"{who}_{name}": value for name, value in score(broken, find).items()}
        figures |= {f"{who}_invented_{name}": value for name, value in score(topical, find).items()}
        figures |= {f"{who}_losing_{name}": losses(pages, find) for name, pages in traps.items()}
        began = time.process_time()
        figures[f"{who}_losing_plain"] = losses(whole, find)
        figures[f"{who}_articles_per_second"] = round(len(whole) / (time.process_time() - began), 1)
    return figures
