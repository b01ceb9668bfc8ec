"""Spliced pages: an article with passages from elsewhere pasted in, and the span of each.

Everything follows from a fold and a number: the same two give the same page.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from benchmarks.splices import phrases
from benchmarks.splices.sources import Article, Reply, articles, furniture, replies

KINDS = {
    "chatbot_reply": 56, "other_article": 9, "teaser": 6, "newsletter": 6, "advert": 6, "consent": 5, "interface": 5,
    "comments": 5, "duplicate": 5,
}  # fmt: skip
POSITIONS = {"paragraph": 45, "sentence": 20, "inside": 25, "word": 10}
LEARNED_POSITIONS = {"paragraph": 30, "sentence": 20, "inside": 35, "word": 15}
"""In the train fold: the rarer joins more often, to be learned."""
FURNITURE_POSITIONS = {"paragraph": 70, "sentence": 10, "inside": 20}
_FORMULAS = {
    "teaser": phrases.TEASERS,
    "newsletter": phrases.NEWSLETTER, "advert": phrases.ADVERT, "consent": phrases.CONSENT,
    "interface": phrases.INTERFACE, "comments": phrases.COMMENTS,
}  # fmt: skip
_ENDS = (phrases.OPENERS, phrases.CLOSERS)
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+(?: [A-Z][a-z]+)*")
_SENTENCE_END = re.compile(r"(?<=[a-z\d][.!?])[”\"]? (?=[A-Z“\"])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Splice:
    """A passage that does not belong, by its place in the page's text."""

    start: int
    end: int
    kind: str
    position: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SplicedPage:
    """A page as it arrives, and the article's own words."""

    text: str
    own: str
    splices: tuple[Splice, ...]


def spliced(fold: str, number: int) -> SplicedPage:
    """Return the page with this number: one to three splices in an article of ``fold``."""
    rng = random.Random(f"spliced {fold} {number}")
    article = draw(fold, rng)
    lines = cut_lines(article, rng)
    count = rng.choices((1, 2, 3), (70, 24, 6))[0]
    places = sorted(rng.sample(range(1, len(lines)), min(count, len(lines) - 1)))
    text, splices = "", []
    breaks = rng.choice(("\n", "\n\n"))
    for at, line in enumerate(lines):
        text += breaks if at else ""
        if at not in places:
            text += line
            continue
        kind = rng.choices(list(KINDS), list(KINDS.values()))[0]
        spread = LEARNED_POSITIONS if fold == "train" else POSITIONS
        positions = spread if kind in ("chatbot_reply", "other_article") else FURNITURE_POSITIONS
        position = "paragraph" if kind == "duplicate" else rng.choices(list(positions), list(positions.values()))[0]
        passage = rng.choice(lines[:at]) if kind == "duplicate" else passage_of(kind, article, fold, rng)
        position, before, passage, after = place_in(line, passage, position, breaks, rng)
        start = len(text) + len(before)
        text += before + passage + after
        splices.append(Splice(start=start, end=start + len(passage), kind=kind, position=position))
    own, end = "", 0
    for splice in splices:
        own, end = own + text[end : splice.start], splice.end
    return SplicedPage(text=text, own=own + text[end:], splices=tuple(splices))


def clean(fold: str, number: int) -> SplicedPage:
    """Return the article with this number as it is, counting round again when there are fewer."""
    rng = random.Random(f"clean {fold} {number}")
    shelf = articles(fold)
    text = rng.choice(("\n", "\n\n")).join(cut_lines(shelf[number % len(shelf)], rng))
    return SplicedPage(text=text, own=text, splices=())


def hard(fold: str, number: int) -> SplicedPage:
    """Return an article that only looks spliced: it quotes a chatbot, lists its points, or asks and answers."""
    rng = random.Random(f"hard {fold} {number}")
    article = draw(fold, rng)
    lines = cut_lines(article, rng)
    at = rng.randrange(1, len(lines))
    turn = rng.randrange(4)
    if turn == 0:
        reply = reply_of(article, fold, rng).replace("*", "").replace("#", "").split("\n")[0][:500]
        told = fill(rng.choice(phrases.lines(phrases.WRITING, fold)), article, rng)
        lines.insert(at, told.replace("{reply}", reply))
    elif turn == 1:
        mark = rng.choice(("- ", "* ", "• ", "{} ", "{}. ", "{}) "))
        head = rng.choice(("Key takeaways", "What to know", "At a glance:", "The main points", "Here's what we know:"))
        points = [line for line in lines[1:] if 40 < len(line) < 300][:5]
        lines[at:at] = [head, *(mark.format(place + 1) + line for place, line in enumerate(points))]
    elif turn == 2:
        asked = [f"What does this mean for {name}?" for name in names_of(article)[:3]]
        for place, question in enumerate(asked):
            lines.insert(min(len(lines), 2 + 2 * place), question)
    else:
        clock = 6
        for place in range(1, len(lines)):
            clock += rng.randrange(1, 4)
            lines[place] = f"{clock % 12 + 1}:{rng.randrange(10, 60)} p.m. — {lines[place]}"
    text = "\n".join(dict.fromkeys(lines))
    return SplicedPage(text=text, own=text, splices=())


_LARGE = 400  # articles; outlets with more are drawn from half the time, so that they do not drown the others


@cache
def shelves(fold: str) -> tuple[tuple[Article, ...], tuple[Article, ...]]:
    """Return a fold's articles of small outlets and of large ones."""
    counts = Counter(article.publisher for article in articles(fold))
    small = tuple(article for article in articles(fold) if counts[article.publisher] <= _LARGE)
    return small, tuple(article for article in articles(fold) if counts[article.publisher] > _LARGE) or small


def draw(fold: str, rng: random.Random) -> Article:
    """Return any article of a fold."""
    return rng.choice(shelves(fold)[rng.random() < 0.5])


def cut_lines(article: Article, rng: random.Random) -> list[str]:
    """Return an article's lines, its title first or left out, cut to at most 60 paragraphs; each stands once."""
    lines = list(dict.fromkeys(article.paragraphs))[:60]
    return [article.title, *lines] if article.title and rng.random() < 0.7 else lines


# What is pasted in -------------------------------------------------------------------------------


def passage_of(kind: str, article: Article, fold: str, rng: random.Random) -> str:
    """Return a passage of a kind to paste into an article."""
    if kind == "chatbot_reply":
        return reply_of(article, fold, rng)
    other = other_than(article, fold, rng)
    if kind == "other_article":
        first = rng.randrange(len(other.paragraphs))
        return "\n".join(other.paragraphs[first : first + rng.randrange(1, 4)])
    if kind == "teaser" and rng.random() < 0.8:
        title = other.title or next(sentences_of(other.paragraphs[0]))
        lead = next(sentences_of(other.paragraphs[0]))
        label = rng.choice(phrases.lines(phrases.TEASERS, fold))
        told = label.replace("{topic}", title) if "{topic}" in label else f"{label}\n{title}"
        return rng.choice((told, told, f"{title}\n{lead}", f"{told}\n{lead}"))
    mined = furniture(fold).get(kind, ())
    lines = phrases.lines(_FORMULAS[kind], fold)
    if mined and rng.random() < 0.6:
        return rng.choice(mined)
    passage = fill(rng.choice(lines), article, rng)
    return passage if rng.random() < 0.75 else passage + rng.choice(" \n") + fill(rng.choice(lines), article, rng)


def other_than(article: Article, fold: str, rng: random.Random) -> Article:
    """Return another article: one that shares names in a third of cases, else any."""
    drawn = [draw(fold, rng) for _ in range(8)]
    drawn = [other for other in drawn if other.paragraphs != article.paragraphs] or drawn
    if rng.random() < 0.35:
        names = set(names_of(article))
        return max(drawn, key=lambda other: len(names & set(names_of(other))))
    return drawn[0]


@cache
def names_of(article: Article) -> list[str]:
    """Return an article's names, most frequent first."""
    counts: dict[str, int] = {}
    for line in article.paragraphs[:20]:
        for name in _NAME.findall(line):
            counts[name] = counts.get(name, 0) + 1
    return sorted(counts, key=lambda name: (-counts[name], name)) or ["the council"]


def fill(formula: str, article: Article, rng: random.Random) -> str:
    """Return a formula with names, topic and number of an article filled in."""
    names = names_of(article)[:5]
    title = article.title or next(sentences_of(article.paragraphs[0])).rstrip(".")
    topic = title if rng.random() < 0.6 else names[0]
    return (
        formula.replace("{name}", rng.choice(names))
        .replace("{other}", rng.choice(names))
        .replace("{topic}", topic)
        .replace("{n}", str(rng.randrange(2, 90)))
    )


def reply_of(article: Article, fold: str, rng: random.Random) -> str:
    """Return a reply as it might be pasted: a real one, its names often the page's, or one told from the page."""
    if rng.random() < 0.3:
        words = _told(article, fold, rng)
    else:
        drawn = [rng.choice(replies(fold)) for _ in range(6)]
        told = long_words(article)
        near = max(drawn, key=lambda reply: len(told & long_words(reply))) if rng.random() < 0.7 else drawn[0]
        words = near.text
        words = fragment(words, rng)
        if rng.random() < 0.6:
            words = transplant(words, article, rng)
        opener, closer = (fill(rng.choice(phrases.lines(block, fold)), article, rng) for block in _ENDS)
        if rng.random() < 0.3:
            words = opener + rng.choice(" \n") + words
        if rng.random() < 0.3:
            words = words + rng.choice(" \n") + closer
    if rng.random() < 0.4:
        words = re.sub(r"\*\*|^#+ ", "", words, flags=re.MULTILINE)
    if rng.random() < 0.5:
        words = re.sub(r"(?:\[\^?\d+\^?\])+", rng.choice(("", " ", " ")), words)
    words = re.sub(r"\n{2,}", rng.choice(("\n", "\n\n")), words)
    return words.strip()


@cache
def long_words(source: Article | Reply) -> frozenset[str]:
    """Return the words of five letters and more at the head of an article or a reply."""
    head = " ".join(source.paragraphs[:8]) if isinstance(source, Article) else source.text[:2000]
    return frozenset(re.findall(r"\w{5,}", head))


def fragment(text: str, rng: random.Random) -> str:
    """Return a reply whole when it is short, or its first lines, its last, or some of its middle."""
    parts = [part for part in text.split("\n") if part.strip()]
    way = rng.choices(("whole", "first", "last", "middle"), (40, 30, 20, 10))[0]
    most = 120 if way == "whole" else rng.choice((1, 2, 3, 5, 8))
    if way == "last":
        parts = parts[-most:]
    else:
        start = rng.randrange(len(parts)) if way == "middle" else 0
        parts = parts[start : start + most]
    kept, count = [], 0
    for part in parts[::-1] if way == "last" else parts:
        if kept and count + len(part.split()) > 450:
            break
        kept.append(part)
        count += len(part.split())
    return "\n".join(kept[::-1] if way == "last" else kept)


def transplant(text: str, article: Article, rng: random.Random) -> str:
    """Let a reply speak of the page's names in place of its own."""
    found = dict.fromkeys(_NAME.findall(text))
    names = names_of(article)[:6]
    swap = {name: rng.choice(names) for name in found}
    return _NAME.sub(lambda match: swap[match.group()], text)


def _told(article: Article, fold: str, rng: random.Random) -> str:
    """Return a reply made of formulas around points that retell the page or an article near it."""
    told = article if rng.random() < 0.5 else other_than(article, fold, rng)
    lines = [fill(rng.choice(phrases.lines(phrases.OPENERS, fold)), article, rng)]
    lines += [fill(line, article, rng) for line in rng.sample(phrases.lines(phrases.SENTENCES, fold), rng.randrange(3))]
    if rng.random() < 0.55:
        mark = rng.choice(("- ", "* ", "{}. ", "• ", "- **{}**: "))
        gap = rng.choice(("", "", " ."))
        count = rng.randrange(2, 7)
        points = [sentence for line in told.paragraphs for sentence in sentences_of(line) if 30 < len(sentence) < 260]
        for place, point in enumerate(rng.sample(points, min(count, len(points)))):
            words = _NAME.sub(lambda match: f"**{match.group()}**", point, count=1) if rng.random() < 0.5 else point
            label = str(place + 1) if "*" not in mark else rng.choice(names_of(told))
            lines.append(mark.format(label) + (words.rstrip(".") + gap if gap else words))
    if rng.random() < 0.6 or len(lines) == 1:
        lines += [fill(rng.choice(phrases.lines(phrases.CLOSERS, fold)), article, rng)]
    return (" " if len(lines) < 4 and rng.random() < 0.5 else "\n").join(lines)


# Where it is pasted ------------------------------------------------------------------------------


def sentences_of(line: str) -> Iterator[str]:
    """Yield the sentences of a line, roughly."""
    start = 0
    for end in _SENTENCE_END.finditer(line):
        yield line[start : end.end() - 1]
        start = end.end()
    yield line[start:]


def place_in(line: str, passage: str, position: str, breaks: str, rng: random.Random) -> tuple[str, str, str, str]:
    """Return the position reached and what stands before the passage, the passage, and what stands after it."""
    words = [at.start() for at in re.finditer(r"(?<=\w )(?=\w)", line)]
    ends = [at.end() for at in _SENTENCE_END.finditer(line)]
    long = list(re.finditer(r"[a-z]{6,}", line))
    if position == "word" and long:
        chosen = rng.choice(long)
        at = rng.randrange(chosen.start() + 2, chosen.end() - 2)
        if passage[0].isupper() and passage[-1] in ".!?":
            return "word", line[:at], passage, line[at:]
        position = "inside"
    if position in ("inside", "word") and words:
        at = rng.choice(words)
        gap = rng.choices((" ", "\n", "", "  "), (70, 12, 14, 4))[0] if passage[0].isupper() else rng.choice(" \n")
        glue = passage[-1] in ".!?" and gap and rng.random() < 0.45
        tail = "" if glue else rng.choices((" ", "\n"), (75, 25))[0]
        return "inside", line[: at - 1] + gap, passage, tail + line[at:]
    if position == "sentence" and ends:
        at = rng.choice(ends)
        gap, tail = rng.choice((" ", " ", " ", "\n")), rng.choice((" ", " ", " ", "\n", ""))
        return "sentence", line[: at - 1] + gap, passage, (tail if passage[-1] in ".!?" else tail or " ") + line[at:]
    return "paragraph", "", passage, breaks + line
