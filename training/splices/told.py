"""Replies to paste into pages: real ones, parts of them, and such as are told from the page."""

from __future__ import annotations

import random
import re
from collections import Counter
from functools import cache

import phrases as more
from benchmarks.splices import pages, phrases
from benchmarks.splices.sources import Article, Reply, replies

FOLD = "train"
STOP = re.compile(r"(?<=[a-z][.!?])(?P<mark>[”\"]?) (?=[A-Z])")


@cache
def _turns() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return first and last lines of replies that speak to somebody: their own openings and offers."""
    firsts, lasts = {}, {}
    speaks = re.compile(
        r"\b(?:you|your|I|I'm|I'll|me|my|here|search|sources?|results|summary|note|please)\b", re.IGNORECASE
    )
    for reply in replies(FOLD):
        parts = [part.strip() for part in reply.text.split("\n") if part.strip()]
        first = next(pages.sentences_of(parts[0]))
        last = parts[-1] if len(parts[-1]) < 400 else list(pages.sentences_of(parts[-1]))[-1]
        if 15 < len(first) < 300 and (speaks.search(first) or first.endswith(":")):
            firsts[first] = None
        if len(parts) > 1 and len(last) > 15 and speaks.search(last):
            lasts[last] = None
    return tuple(firsts), tuple(lasts)


def _turn(place: int, article: Article, rng: random.Random) -> str:
    """Return an opening (0) or an ending (1) of a reply."""
    if rng.random() < 0.45:
        said = rng.choice(_turns()[place])
        return pages.transplant(said, article, rng) if rng.random() < 0.6 else said
    block = (phrases.OPENERS, phrases.CLOSERS)[place]
    ours = (more.OPENERS, more.CLOSERS)[place]
    return pages.fill(rng.choice((*phrases.lines(block, FOLD), *more.lines(ours))), article, rng)


@cache
def _of_news() -> tuple[Reply, ...]:
    """Return the replies that speak of news or cite sources."""
    return tuple(reply for reply in replies(FOLD) if reply.model == "gemini (with search)" or "gpt4" in reply.model)


def _nearest(article: Article, rng: random.Random) -> Reply:
    told = pages.long_words(article)
    drawn = [rng.choice(_of_news()) for _ in range(30)]
    return max(drawn, key=lambda reply: len(told & pages.long_words(reply)))


_NOUN = re.compile(r"(?<=\b(?:the|and|his|her|our|for) )[a-z]{4,}(?: [a-z]{5,})?\b(?=[ ,.])|(?<=[a-z] of )[a-z]{5,}\b")


@cache
def _nouns(article: Article) -> tuple[str, ...]:
    """Return what an article speaks of, in words of its own, most frequent first."""
    counts = Counter(noun for line in article.paragraphs[:30] for noun in _NOUN.findall(line))
    return tuple(noun for noun, _ in counts.most_common(14)) or ("the matter",)


def _topical(article: Article, rng: random.Random) -> str:
    said = pages.fill(rng.choice(more.lines(more.TOPICAL)), article, rng)
    for slot in ("{noun}", "{noun2}", "{noun3}"):
        said = said.replace(slot, rng.choice(_nouns(article)))
    return said[:1].upper() + said[1:]


def stretch(text: str, rng: random.Random) -> str:
    """Return a text, or some of its sentences in a row."""
    return text if rng.random() < 0.6 else some_of(text, rng)


def some_of(text: str, rng: random.Random) -> str:
    """Return some sentences in a row, from anywhere."""
    every = [one for line in text.split("\n") if line.strip() for one in pages.sentences_of(line.strip())]
    first = rng.randrange(len(every))
    return " ".join(every[first : first + rng.randrange(1, 6)])


def reply(article: Article, rng: random.Random) -> str:
    way = rng.random()
    if way < 0.5:
        return pages.reply_of(article, FOLD, rng)
    if way < 0.6:  # nothing but an opening or an offer, or both
        said = [_turn(at, article, rng) for at in rng.choice(((0,), (1,), (1,), (0, 1), (1, 1)))]
        return rng.choice((" ", "\n")).join(said)
    opening = [_turn(0, article, rng)] if rng.random() < 0.5 else []
    ending = [_turn(1, article, rng)] if rng.random() < 0.5 else []
    if way < 0.78:
        near = rng.random() < 0.5
        told = rng.choice(replies(FOLD)) if not near else _nearest(article, rng)
        body = pages.fragment(told.text, rng) if rng.random() < 0.7 else some_of(told.text, rng)
        if rng.random() < (0.25 if near else 0.6):
            body = pages.transplant(body, article, rng)
        said = [*opening, body, *ending]
    else:  # told from the page or from an article near it
        told = article if rng.random() < 0.6 else pages.other_than(article, FOLD, rng)
        points = [one for line in told.paragraphs for one in pages.sentences_of(line) if 30 < len(one) < 300]
        points = rng.sample(points, min(rng.randrange(1, 7), len(points)))
        formulas = (*phrases.lines(phrases.SENTENCES, FOLD), *more.lines(more.SENTENCES))
        points = points if rng.random() < 0.6 else []
        points += [pages.fill(rng.choice(formulas), article, rng) for _ in range(rng.randrange(4))]
        points += [_topical(article, rng) for _ in range(rng.randrange(6))]
        points = points or [_topical(article, rng)]
        rng.shuffle(points)
        mark = rng.choice(("", "", "", "- ", "* ", "{}. ", "• ", "- **{name}**: ", "### {}. "))
        names = pages.names_of(told)
        points = [mark.format(at + 1, name=rng.choice(names)) + point for at, point in enumerate(points)]
        joint = " " if not mark and rng.random() < 0.6 else "\n"
        said = [*(opening or [_turn(0, article, rng)]), joint.join(points), *ending]
    words = rng.choice((" ", "\n", "\n")).join(said)
    if rng.random() < 0.4:
        words = re.sub(r"\*\*|^#+ ", "", words, flags=re.MULTILINE)
    if rng.random() < 0.5:
        words = re.sub(r"(?:\[\^?\d+\^?\])+", rng.choice(("", " ", " ")), words)
    elif rng.random() < 0.12:
        words = STOP.sub(lambda at: at["mark"] + rng.choice((" ", f"[{rng.randrange(1, 9)}] ", " ")), words)
    if rng.random() < 0.1:  # gaps where citations were
        words = re.sub(r"(?<=[a-z])\.(?=\s|$)", lambda _: rng.choice((".", " .")), words)
    words = re.sub(r"\n{2,}", rng.choice(("\n", "\n\n")), words)
    return words.strip() or _turn(0, article, rng).strip()
