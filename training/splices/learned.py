"""Pages to learn from: articles of the benchmark's train fold, spliced and put to the test in more ways than it knows.

Everything follows from a number, as in the benchmark. More formulas, replies' own openings and offers, short and long
passages, every place of a page, carriers with habits of their own; and as many pages by people that look spliced.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from functools import cache

import phrases as more
from benchmarks.splices import pages, phrases
from benchmarks.splices.pages import Splice, SplicedPage
from benchmarks.splices.sources import Article, Reply, furniture, replies

FOLD = "train"
KINDS = {
    "chatbot_reply": 50, "other_article": 18, "teaser": 6, "newsletter": 5, "advert": 5, "consent": 4, "interface": 5,
    "comments": 4, "duplicate": 3,
}  # fmt: skip
POSITIONS = {"paragraph": 34, "sentence": 22, "inside": 32, "word": 12}
FURNITURE_POSITIONS = {"paragraph": 66, "sentence": 14, "inside": 20}
_MORE = {
    "teaser": more.TEASERS, "newsletter": more.NEWSLETTER, "advert": more.ADVERT, "consent": more.CONSENT,
    "interface": more.INTERFACE, "comments": more.COMMENTS,
}  # fmt: skip


def page(number: int) -> SplicedPage:
    """Return the page with this number: about half are spliced."""
    rng = random.Random(f"learned {number}")
    way = rng.random()
    if way < 0.12:
        return _noisy(pages.hard(FOLD, number), rng)
    if way < 0.47:
        carrier = _carrier(rng, plain=0.35)[1]
        text = rng.choice(("\n", "\n\n")).join(carrier)
        return _noisy(SplicedPage(text=text, own=text, splices=()), rng)
    return _spliced(rng)


def _spliced(rng: random.Random) -> SplicedPage:
    article, lines = _carrier(rng, plain=0.75)
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


# Carriers ----------------------------------------------------------------------------------------


def _carrier(rng: random.Random, plain: float) -> tuple[Article, list[str]]:
    """Return an article and its lines, a part of it at times, with a habit of some publisher unless it stays plain."""
    article = rng.choice(pages.shelves(FOLD)[rng.random() < 0.75])
    lines = pages.cut_lines(article, rng)
    if rng.random() < 0.3 and len(lines) > 8:
        lines = lines[: rng.randrange(5, len(lines))]
    if rng.random() >= plain:
        for _ in range(rng.choice((1, 1, 2))):
            lines = rng.choice(_HABITS)(article, lines, rng)
    return article, list(dict.fromkeys(lines))


def _told_by_people(article: Article, lines: list[str], rng: random.Random) -> list[str]:
    every = more.lines(more.PEOPLE)
    for _ in range(rng.randrange(1, 4)):
        said = pages.fill(rng.choice(every), article, rng)
        at = rng.randrange(1, len(lines) + 1)
        if rng.random() < 0.4 and at < len(lines):
            joined = (f"{lines[at]} {said}", f"{said} {lines[at]}")
            lines = [*lines[:at], rng.choice(joined), *lines[at + 1 :]]
        else:
            lines = [*lines[:at], said, *lines[at:]]
    return lines


def _quoting_a_chatbot(article: Article, lines: list[str], rng: random.Random) -> list[str]:
    reply = _reply(article, rng).replace("*", "").replace("#", "")
    reply = " ".join(reply.split())[: rng.choice((120, 300, 600))].replace("“", "‘").replace("”", "’")
    told = rng.choice((*phrases.lines(phrases.WRITING, FOLD), *more.lines(more.WRITING)))
    said = pages.fill(told, article, rng).replace("{reply}", reply)
    at = rng.randrange(1, len(lines) + 1)
    return [*lines[:at], said, *lines[at:]]


def _listing(_: Article, lines: list[str], rng: random.Random) -> list[str]:
    mark = rng.choice(("- ", "* ", "• ", "{} ", "{}. ", "{}) ", "— ", "▪ ", "{}: "))
    start = rng.randrange(1, max(2, len(lines) - 2))
    end = min(len(lines), start + rng.randrange(2, 9))
    listed = [mark.format(at + 1) + line for at, line in enumerate(lines[start:end])]
    return [*lines[:start], *listed, *lines[end:]]


def _headed(article: Article, lines: list[str], rng: random.Random) -> list[str]:
    """Put subheads in, now and then marked as in Markdown."""
    mark = rng.choice(("{}", "{}", "{}", "## {}", "**{}**", "{}:", "### {}"))
    found = []
    for at, line in enumerate(lines):
        if at > 1 and rng.random() < 0.25:
            name = rng.choice(pages.names_of(article)[:8])
            head = rng.choice(
                (name, f"What {name} said", f"Who is {name}?", f"{name} and the days ahead", f"Why {name}?")
            )
            found.append(mark.format(head))
        found.append(line)
    return found


def _asked(article: Article, lines: list[str], rng: random.Random) -> list[str]:
    """Turn a stretch into questions and answers."""
    start = rng.randrange(1, max(2, len(lines) - 3))
    marks = rng.choice((("Q: ", "A: "), ("", ""), ("Q. ", "A. "), ("QUESTION: ", "ANSWER: ")))
    found = lines[:start]
    end = start + rng.randrange(1, 6)
    for line in lines[start:end]:
        name = rng.choice(pages.names_of(article)[:6])
        question = rng.choice(
            (f"What does {name} have to do with it?", f"And {name}?", f"Is {name} to blame?", f"How do you see {name}?")
        )
        found += [marks[0] + question, marks[1] + line]
    return found + lines[end:]


def _ticking(_: Article, lines: list[str], rng: random.Random) -> list[str]:
    """Turn a stretch into the entries of a live blog."""
    clock, found = rng.randrange(5, 20), lines[:1]
    style = rng.choice(("{h}:{m} p.m. — {line}", "{h}:{m}\n{line}", "{h}.{m}pm: {line}", "Posted {h}:{m}\n{line}"))
    for line in lines[1:]:
        clock += rng.randrange(2)
        found.append(style.format(h=clock % 12 + 1, m=rng.randrange(10, 60), line=line) if rng.random() < 0.7 else line)
    return found


def _signed(article: Article, lines: list[str], rng: random.Random) -> list[str]:
    """Make a letter of it."""
    name = rng.choice(pages.names_of(article)[:6])
    head = rng.choice(("Dear editor,", "To the Editor:", f"Dear {name},", "Dear readers,", "Hi all,"))
    return [lines[0], head, *lines[1:], rng.choice(("Yours,", "Best,", "Sincerely,")), name]


_HABITS = (_told_by_people, _told_by_people, _quoting_a_chatbot, _listing, _headed, _asked, _ticking, _signed)
_STOP = re.compile(r"(?<=[a-z][.!?])(?P<mark>[”\"]?) (?=[A-Z])")
_WORD = re.compile(r"(?<=[a-z,]) (?=[a-z])")


def _noisy(made: SplicedPage, rng: random.Random) -> SplicedPage:
    """Give a page by people the slips that copying makes: sentences glued together, lines broken, spaces doubled."""
    text = made.text
    if rng.random() < 0.14:
        rate = rng.choice((0.01, 0.04, 0.15))
        text = _STOP.sub(lambda at: at["mark"] + ("" if rng.random() < rate else " "), text)
    if rng.random() < 0.08:
        rate = rng.choice((0.002, 0.01, 0.05))
        text = _WORD.sub(lambda _: rng.choice(("\n", "  ")) if rng.random() < rate else " ", text)
    return SplicedPage(text=text, own=text, splices=())


# Passages ----------------------------------------------------------------------------------------


def _passage(kind: str, article: Article, rng: random.Random) -> str:
    if kind == "chatbot_reply":
        return _reply(article, rng)
    if kind == "other_article" and rng.random() < 0.35:
        other = pages.other_than(article, FOLD, rng)
        sentences = list(pages.sentences_of(rng.choice(other.paragraphs)))
        at = rng.randrange(len(sentences))
        return " ".join(sentences[at : at + rng.randrange(1, 4)])
    if kind in _MORE and rng.random() < 0.4:
        lines = more.lines(_MORE[kind])
        count = rng.choices((1, 2, 3), (70, 22, 8))[0]
        mined = furniture(FOLD).get(kind, ())
        drawn = [rng.choice(mined) if mined and rng.random() < 0.25 else rng.choice(lines) for _ in range(count)]
        return rng.choice(("\n", " ", "\n")).join(pages.fill(line, _titled(article, rng), rng) for line in drawn)
    return pages.passage_of(kind, article, FOLD, rng)


def _titled(article: Article, rng: random.Random) -> Article:
    """Return the article or, for lines that lead elsewhere, another one."""
    return pages.draw(FOLD, rng) if rng.random() < 0.6 else article


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


def _reply(article: Article, rng: random.Random) -> str:
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
        body = pages.fragment(told.text, rng)
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
        words = _STOP.sub(lambda at: at["mark"] + rng.choice((" ", f"[{rng.randrange(1, 9)}] ", " ")), words)
    if rng.random() < 0.1:  # gaps where citations were
        words = re.sub(r"(?<=[a-z])\.(?=\s|$)", lambda _: rng.choice((".", " .")), words)
    words = re.sub(r"\n{2,}", rng.choice(("\n", "\n\n")), words)
    return words.strip() or _turn(0, article, rng).strip()
