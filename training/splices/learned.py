"""Pages to learn from: articles of the benchmark's train fold, spliced and put to the test in more ways than it knows.

Everything follows from a number, as in the benchmark. More formulas, replies' own openings and offers, short and long
passages, every place of a page, carriers with habits of their own; and as many pages by people that look spliced.
"""

from __future__ import annotations

import random
from functools import cache

import phrases as more
import site_lines
import written
from benchmarks.splices import pages
from benchmarks.splices.pages import Splice, SplicedPage
from benchmarks.splices.sources import Article, furniture
from carriers import carrier, leading, noisy, slipped
from mined import labelled
from told import FOLD, reply, stretch

KINDS = {
    "chatbot_reply": 42, "other_article": 22, "teaser": 8, "newsletter": 6, "advert": 5, "consent": 4, "interface": 11,
    "comments": 8, "duplicate": 3,
}  # fmt: skip
WRITTEN = 0.5
"""Share of replies and of lines of sites that were written for the training."""
POSITIONS = {"paragraph": 34, "sentence": 22, "inside": 32, "word": 12}
FURNITURE_POSITIONS = {"paragraph": 50, "sentence": 18, "inside": 32}
_MORE = {
    "teaser": more.TEASERS, "newsletter": more.NEWSLETTER, "advert": more.ADVERT, "consent": more.CONSENT,
    "interface": more.INTERFACE, "comments": more.COMMENTS,
}  # fmt: skip


def page(number: int) -> SplicedPage:
    """Return the page with this number: about half are spliced."""
    rng = random.Random(f"learned {number}")
    way = rng.random()
    if way < 0.12:
        return noisy(pages.hard(FOLD, number), rng)
    if way < 0.47:
        text = rng.choice(("\n", "\n\n")).join(carrier(rng, plain=0.35)[1])
        return noisy(SplicedPage(text=text, own=text, splices=()), rng)
    return _spliced(rng)


def _spliced(rng: random.Random) -> SplicedPage:
    article, lines = carrier(rng, plain=0.6)
    lines = [slipped(line, rng) for line in lines] if rng.random() < 0.12 else lines
    breaks = rng.choice(("\n", "\n\n"))
    count = rng.choices((1, 2, 3, 4), (62, 26, 9, 3))[0]
    first = 0 if rng.random() < 0.06 else 1
    places = set(rng.sample(range(first, len(lines)), min(count, len(lines) - first)))
    if rng.random() < 0.1:
        places.add(len(lines))
    text, splices = "", []
    for at, line in enumerate([*lines, ""]):
        if at == len(lines) and at not in places:
            break
        text += breaks if at else ""
        if at not in places:
            text += line
            continue
        kind = rng.choices(list(KINDS), list(KINDS.values()))[0]
        spread = POSITIONS if kind in ("chatbot_reply", "other_article") else FURNITURE_POSITIONS
        position = rng.choices(list(spread), list(spread.values()))[0]
        if kind == "duplicate" and at:
            passage, position = rng.choice(lines[:at]), "paragraph"
        else:
            kind = "other_article" if kind == "duplicate" else kind
            passage = _passage(kind, article, rng)
        if at == len(lines):
            before, after = "", ""
        else:
            position, before, passage, after = pages.place_in(line, passage, position, breaks, rng)
        start = len(text) + len(before)
        text += before + passage + after
        splices.append(Splice(start=start, end=start + len(passage), kind=kind, position=position))
    own, end = "", 0
    for splice in splices:
        own, end = own + text[end : splice.start], splice.end
    return SplicedPage(text=text, own=own + text[end:], splices=tuple(splices))


def _passage(kind: str, article: Article, rng: random.Random) -> str:
    if kind == "chatbot_reply":
        return reply(article, rng) if rng.random() > WRITTEN else stretch(rng.choice(written.replies()), rng)
    if kind in written.of_sites() and rng.random() < WRITTEN:
        return rng.choice(written.of_sites()[kind])
    if kind == "other_article" and (way := rng.random()) < 0.6:
        other = pages.other_than(article, FOLD, rng) if way < 0.42 else _nearest_story(article, rng)
        if way < 0.35 or way > 0.54:
            sentences = list(pages.sentences_of(rng.choice(other.paragraphs)))
            at = rng.randrange(len(sentences))
            return " ".join(sentences[at : at + rng.randrange(1, 4)])
        first = rng.randrange(len(other.paragraphs))
        told = other.paragraphs[first : first + rng.randrange(1, 4)]
        return "\n".join((other.title, *told) if way < 0.42 and other.title else told)
    if kind in _MORE and (way := rng.random()) < 0.85:
        count = rng.choices((1, 2, 3), (74, 19, 7))[0]
        said = [_line(kind, article, way, rng) for _ in range(count)]
        return rng.choice(("\n", " ", "\n")).join(said)
    return pages.passage_of(kind, article, FOLD, rng)


def _line(kind: str, article: Article, way: float, rng: random.Random) -> str:
    """Return a line of a site: one that was found on a page (``way`` below .35), by the grammar, or a formula."""
    found = mined().get(kind, ())
    if kind == "teaser" and way < 0.2:
        label, _, title = rng.choice(leading()).partition(":")
        return label + rng.choice((":", ": ", ": ", " | ")) + title.strip() if title else label
    if way < 0.35 and found:
        return rng.choice(found)
    other = pages.draw(FOLD, rng) if rng.random() < 0.75 else article
    if way < 0.73:
        title = other.title or next(pages.sentences_of(other.paragraphs[0])).rstrip(".")
        given = {
            "far": _far(other, rng),
            "far_title": title,
            "far_said": next(pages.sentences_of(other.paragraphs[-1])),
        }
        return site_lines.spoken(rng.choice(site_lines.templates(kind)), rng, given)
    return pages.fill(rng.choice(more.lines(_MORE[kind])), other, rng)


def _far(other: Article, rng: random.Random) -> str:
    """Return who or what another story is about, in a few words."""
    names = pages.names_of(other)[:10]
    return rng.choice([name for name in names if " " in name] or names)


@cache
def mined() -> dict[str, tuple[str, ...]]:
    """Return every line of the fold's English pages that is labelled as furniture, by kind, whatever told it."""
    kept = {kind: dict.fromkeys(lines) for kind, lines in furniture(FOLD).items()}
    for kind, line in labelled(FOLD):
        kept.setdefault(kind, {})[line] = None
    return {kind: tuple(lines) for kind, lines in kept.items()}


def _nearest_story(article: Article, rng: random.Random) -> Article:
    """Return the article of forty that shares most names with one."""
    names = set(pages.names_of(article))
    drawn = [rng.choice(pages.shelves(FOLD)[rng.random() < 0.6]) for _ in range(40)]
    others = [other for other in drawn if other.paragraphs != article.paragraphs]
    return max(others, key=lambda other: len(names & set(pages.names_of(other))))


def _titled(article: Article, rng: random.Random) -> Article:
    """Return the article or, for lines that lead elsewhere, another one."""
    return pages.draw(FOLD, rng) if rng.random() < 0.6 else article
