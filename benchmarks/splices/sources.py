"""What spliced pages are made of: articles by people and replies by chatbots, each in one fold.

Folds keep publishers and reply models apart: what is learned (``train``) and where thresholds are set (``dev``) has
seen no publisher and no model of ``test``. Data: ``news/articles.jsonl.xz``, PolNeAR, the fundus and scrapinghub pages,
and the two files of replies; ``replies_testing_only`` is in ``test`` and nowhere else.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import lzma
import re
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from benchmarks.data import data
from onrecord.data import FURNITURE_KINDS, Block, ReasonCode
from onrecord.errors import OnrecordError
from onrecord.read import read_bytes
from onrecord.restore.labelling.labels import label_blocks

FOLDS = {
    "usatoday": "train", "cnn": "train", "huffpost": "train", "breitbart": "train",
    "politico": "dev", "theweek": "dev",
    "nytimes": "test", "washingtonpost": "test", "westernjournal": "test",
}  # fmt: skip
_POLNEAR = {
    "huff-post": "huffpost", "usa-today": "usatoday", "wash-post": "washingtonpost", "west-journal": "westernjournal",
    "nyt": "nytimes",
}  # fmt: skip
_MODELS = {
    "gpt-3.5-turbo-0125": "dev", "reka-flash-20240226": "dev", "rr_gs_gpt4": "dev", "gemma-2b-it": "dev",
    "gemma-7b-it": "test", "reka-core-20240501": "test", "reka-edge": "test", "bing_chat": "test",
    "claude-3-7-sonnet (with search)": "test", "post_hoc_gs_gpt4": "test",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Article:
    """An article's own words."""

    publisher: str
    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Reply:
    """What a chatbot answered."""

    model: str
    text: str


def fold_of(publisher: str) -> str:
    """Return a publisher's fold: half of them train, a quarter dev, a quarter test."""
    known = FOLDS.get(publisher)
    return known or ("train", "train", "dev", "test")[hashlib.sha256(publisher.encode()).digest()[0] % 4]


@cache
def articles(fold: str) -> tuple[Article, ...]:
    """Return the English articles of a fold that have 120 words or more, in a fixed order."""
    every = (_polnear, _fundus, _scrapinghub) if fold == "test" else (_archive, _polnear, _fundus, _scrapinghub)
    found = (article for source in every for article in source())
    return tuple(
        article
        for article in found
        if fold_of(article.publisher) == fold
        and len(article.paragraphs) >= 4
        and sum(len(paragraph.split()) for paragraph in article.paragraphs) >= 120
        and _is_english(" ".join(article.paragraphs))
    )


@cache
def replies(fold: str) -> tuple[Reply, ...]:
    """Return the replies of a fold's models: prose and lists in English, no program code."""
    names = ("restoring/replies.jsonl.gz",) + ("restoring/replies_testing_only.jsonl.gz",) * (fold == "test")
    found = []
    for name in names:
        with gzip.open(data(name), "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                home = "test" if "testing_only" in name else _MODELS.get(row["model"], "train")
                text = row["text"].replace("\r\n", "\n").strip()  # as texts are read
                usable = "```" not in text and len(text.split()) >= 8 and _is_english(text)
                if home == fold and usable and not text.startswith("Error, Model"):
                    found.append(Reply(model=row["model"], text=text))
    return tuple(found)


_COMMON = re.compile(r"\b(?:the|of|and|to|in|is|that|for|with|a)\b", re.IGNORECASE)


def _is_english(text: str) -> bool:
    head = text[:3000]
    return len(_COMMON.findall(head)) >= 0.12 * len(head.split())


# Lines of the site that stand in the articles as they were collected; no part of what people wrote. They were read in the
# train and dev folds: of 1,500 train articles 138 had such a line left before the last six lines of the pattern.
_SITE = re.compile(
    r"(?:read|see|watch|view|more|related|also|photos?|video|gallery|interactive|play|opinion|follow|share|click|"
    r"full results|follow us|sign up|subscribe|get the|watch|listen|check out|prep for the polls)\b[^.]{0,40}:.*|"
    r".*(?:\bnewsletters?\b|\bsubscribe|\bsign up\b|getty images|https?:|www\.|read more|@\w+|\bcookies?\b|"
    r"click here|\bfree trial\b|\bcomments section\b|all rights reserved|contributed to this|the week uk).*|see more|"
    r"(?:advertise|story|article|text)(?:ment)?\b.{0,30}\bcontinues?\b.{0,40}|advertisement|"
    r".*\b(?:affiliate links?|purchases made through (?:the|our|these) links)\b.*|"
    r"follow .{3,60} on (?:twitter|facebook)\b.*|download our .{3,60}|full coverage|"
    r"(?:related coverage|learn more|previously|icymi|in pictures|you (?:might|may) (?:also )?like)(?::.*)?|"
    r"(?-i:[A-Z][A-Z’' -]{3,24}:(?: [^ ]+){4,}[^.?!…”\"]|[A-Z][^.:\d]{2,40}:[\"“‘']?[A-Z][a-z’'].*[^.…”\"])",
    re.IGNORECASE,
)


def _is_site(line: str) -> bool:
    return line.startswith(("Sign up ", "Subscribe ")) or (len(line) < 400 and _SITE.fullmatch(line) is not None)


def _paragraphs(text: str) -> tuple[str, ...]:
    lines = (" ".join(line.split()) for line in text.splitlines())
    return tuple(line for line in lines if line and not _is_site(line))


def _outlet(address: str) -> str:
    host = urlsplit(address if "//" in address else f"//{address}").netloc.lower().removeprefix("www.")
    return re.sub(r"\W|^(?:edition|news|m|amp|eu|rss)\.", "", host.split(".com")[0].split(".co")[0].split(".")[-1])


def _archive() -> Iterator[Article]:
    """Yield the news archive, whose outlets are all in train or dev."""
    with lzma.open(data("news/articles.jsonl.xz"), "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if len(row["text"]) < 20_000:
                yield Article(
                    publisher=_outlet(row["url"]),
                    title=" ".join((row["title"] or "").split()).removesuffix(" ..."),
                    paragraphs=_paragraphs(row["text"]),
                )


def _members(name: str) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(fileobj=io.BytesIO(lzma.decompress(data(name).read_bytes()))) as archive:
        for member in sorted(archive.getmembers(), key=lambda member: member.name):
            file = archive.extractfile(member) if member.isfile() else None
            if file is not None:
                yield member.name, file.read()


def _polnear() -> Iterator[Article]:
    for name, content in _members("statements/polnear_train_dev.tar.xz"):
        if "/text/" in name and name.endswith(".txt"):
            outlet = name.rsplit("/", 1)[-1].split("_")[0]
            lines = [line for line in _paragraphs(content.decode("utf-8")) if line not in ("ABSTRACT.", "FULL TEXT.")]
            yield Article(
                publisher=_POLNEAR.get(outlet, outlet), title=lines[0].rstrip("."), paragraphs=tuple(lines[1:])
            )


_LINE = re.compile(r"(?=.{12,300}$)[\x20-\x7e‘’“”–—…©]+")


@cache
def furniture(fold: str) -> dict[str, tuple[str, ...]]:
    """Return lines of furniture by kind: what stands in elements named for it on the pages of a fold's outlets."""
    found: dict[str, dict[str, None]] = {}
    for block, words in furniture_blocks(fold):
        if block.reasons[0].code is ReasonCode.FURNITURE_ELEMENT and _LINE.fullmatch(words):
            found.setdefault(block.kind.value, {})[words] = None
    return {kind: tuple(lines) for kind, lines in found.items()}


def furniture_blocks(fold: str) -> Iterator[tuple[Block, str]]:
    """Yield the blocks, with their words, that are furniture on the English pages of a fold's outlets."""
    for package in ("restoring/fundus_pages.tar.xz", "restoring/scrapinghub_pages.tar.xz"):
        outlets = _outlets(package)
        for name, content in _members(package):
            outlet = outlets.get(name.rsplit("/", 1)[-1].split(".")[0])
            if name.endswith(".html.gz") and outlet and fold_of(outlet) == fold:
                try:
                    page = read_bytes(gzip.decompress(content))
                except OnrecordError:
                    continue
                for block in label_blocks(page) if page.document.language in (None, "en") else ():
                    if block.kind in FURNITURE_KINDS:
                        yield block, " ".join(block.span.cut(page.document.text).split())


def _outlets(package: str) -> dict[str, str]:
    """Return the outlet of each page file of a package, by the first part of its name."""
    if "scrapinghub" in package:
        truth = next(content for name, content in _members(package) if name == "ground-truth.json")
        return {name: _outlet(page["url"]) for name, page in json.loads(truth).items()}
    names = (name.rsplit("/", 1)[-1].split(".")[0] for name, _ in _members(package) if name.endswith(".html.gz"))
    return {name: re.sub(r"EN$|\W", "", name.split("_")[0]).lower() for name in names}


def _fundus() -> Iterator[Article]:
    for name, content in _members("restoring/fundus_pages.tar.xz"):
        if name.endswith(".json") and "/parser/test_data/" in name:
            for page in json.loads(content).values():
                for value in page.values() if isinstance(page, dict) and "body" not in page else (page,):
                    body = value.get("body") if isinstance(value, dict) else None
                    if body:
                        sections = body.get("sections", ())
                        parts = [part for one in sections for part in (*one["headline"], *one["paragraphs"])]
                        outlet = re.sub(r"\W|EN$", "", name.rsplit("/", 1)[1].removesuffix(".json")).lower()
                        title = value.get("title") or ""
                        yield Article(publisher=outlet, title=title, paragraphs=_paragraphs("\n".join(parts)))


def _scrapinghub() -> Iterator[Article]:
    for name, content in _members("restoring/scrapinghub_pages.tar.xz"):
        if name == "ground-truth.json":
            for page in json.loads(content).values():
                yield Article(publisher=_outlet(page["url"]), title="", paragraphs=_paragraphs(page["articleBody"]))
