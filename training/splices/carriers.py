"""The pages to paste into: articles of the train fold with the habits of many publishers and the slips of copying."""

from __future__ import annotations

import random
import re
from functools import cache

import phrases as more
import site_lines
import written
from benchmarks.splices import pages, phrases
from benchmarks.splices.pages import SplicedPage
from benchmarks.splices.sources import Article
from told import FOLD, STOP, reply

from onrecord.restore.labelling.alone import stands_alone, stands_below


def carrier(rng: random.Random, plain: float) -> tuple[Article, list[str]]:
    """Return an article and its lines, a part of it at times, with a habit of some publisher unless it stays plain."""
    article = rng.choice(pages.shelves(FOLD)[rng.random() < 0.75])
    lines = pages.cut_lines(article, rng)
    lines = [line for at, line in enumerate(lines) if not at or not is_site(line)] or lines
    if rng.random() < 0.3 and len(lines) > 8:
        lines = lines[: rng.randrange(5, len(lines))]
    if rng.random() >= plain:
        for _ in range(rng.choice((1, 1, 2))):
            lines = rng.choice(_HABITS)(article, lines, rng)
    if rng.random() < 0.45:
        lines = _with_own(lines, rng)
    return article, list(dict.fromkeys(lines))


def _with_own(lines: list[str], rng: random.Random) -> list[str]:
    """Put in paragraphs that belong to a page, though they look foreign."""
    for _ in range(rng.choice((1, 1, 2, 3))):
        at = rng.randrange(1, len(lines) + 1)
        lines = [*lines[:at], *rng.choice(written.own()).split("\n\n"), *lines[at:]]
    return lines


_TEASING = re.compile(
    r"[^:.!?\d]{3,60}:(?=[A-Z‘'\"“])[^:]{15,}[^.:”\"]|(?=[^a-z]{4,})[A-Z][A-Z’'& ,.\d-]{3,50}: ?[A-Z‘'\"“].{15,}[^.:]|"
    r"(?:MORE|RELATED|ALSO|SEE)\b[^a-z]{0,40}"
)
"""A label and, mostly glued to its colon, the headline of another story: one article in four has some."""


@cache
def is_site(line: str) -> bool:
    """Say whether a line of an article as it was collected is its site's, and nothing to learn as the article's own."""
    return len(line) < 250 and (_TEASING.fullmatch(line) or stands_alone(line) or stands_below(line)) is not None


@cache
def leading() -> tuple[str, ...]:
    """Return the lines in articles that lead to other stories."""
    every = (line for shelf in pages.shelves(FOLD) for article in shelf for line in article.paragraphs)
    return tuple(dict.fromkeys(line for line in every if len(line) < 250 and _TEASING.fullmatch(line)))


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
    said = reply(article, rng).replace("*", "").replace("#", "")
    said = " ".join(said.split())[: rng.choice((120, 300, 600))].replace("“", "‘").replace("”", "’")
    told = rng.choice((*phrases.lines(phrases.WRITING, FOLD), *more.lines(more.WRITING)))
    quoted = pages.fill(told, article, rng).replace("{reply}", said)
    at = rng.randrange(1, len(lines) + 1)
    return [*lines[:at], quoted, *lines[at:]]


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


def _parted(article: Article, lines: list[str], rng: random.Random) -> list[str]:
    """Put lines of the article's own in: subheads, short quotes, names, most of them from the paragraph below."""
    found, often = lines[:1], rng.choice((0.15, 0.3, 0.5))
    for line in lines[1:]:
        if rng.random() < often:
            found.append(_own_line(article, line, rng))
        found.append(line)
    return found


def _own_line(article: Article, below: str, rng: random.Random) -> str:
    way, words = rng.random(), below.split()
    if way < 0.4 and len(words) > 6:
        start = rng.randrange(len(words) - 5)
        head = " ".join(words[start : start + rng.randrange(1, 6)]).strip('“”"‘’.,;:!?()—– ')
        head = rng.choice((head[:1].upper() + head[1:], head.title(), f"‘{head}’", f"{head[:1].upper()}{head[1:]}?"))
        return head or words[0]
    if way < 0.5:
        return rng.choice(_PHRASE.findall(below) or pages.names_of(article)[:6])
    if way < 0.6 and len(words) > 12:
        start = rng.randrange(len(words) - 8)
        return rng.choice(("“{}”", '"{}"', "{}.")).format(" ".join(words[start : start + rng.randrange(3, 9)]))
    names = pages.names_of(article)[:8]
    given = {"name": rng.choice(names), "other": rng.choice(names)}
    return site_lines.spoken(rng.choice(site_lines.templates("subhead")), rng, given)


def _split_up(_: Article, lines: list[str], rng: random.Random) -> list[str]:
    """Give sentences lines of their own, as popular papers do."""
    often = rng.choice((0.3, 0.7, 1.0))
    return [one for line in lines for one in (pages.sentences_of(line) if rng.random() < often else (line,))]


def _naming(article: Article, lines: list[str], rng: random.Random) -> list[str]:
    """Put in a list of a few words an item: names, figures, dates, with a line before it."""
    names = pages.names_of(article)[:12]
    items = rng.sample(names, min(len(names), rng.randrange(2, 7)))
    mark = rng.choice(("{}", "{}", "- {}", "{}. {}", "• {}", "{}: {n}", "{} ({n})", "{} - {n}"))
    listed = [
        (mark.format(at + 1, item) if mark.count("{}") == 2 else mark.format(item, n=rng.randrange(1, 99)))
        for at, item in enumerate(items)
    ]
    head = rng.choice(("", "The list:", "Winners", "Also there:", "Who is in", "Results", "Lineup", "In brief"))
    at = rng.randrange(1, len(lines) + 1)
    return [*lines[:at], *([head] if head else []), *listed, *lines[at:]]


_PHRASE = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+)+")
_HABITS = (
    _told_by_people, _told_by_people, _quoting_a_chatbot, _listing, _headed, _asked, _ticking, _signed, _parted,
    _parted, _parted, _split_up, _naming,
)  # fmt: skip
_WORD = re.compile(r"(?<=[a-z,]) (?=[a-z])")
_BEFORE_NAME = re.compile(r"(?<=[a-z,]) (?=[A-Z])")


def noisy(made: SplicedPage, rng: random.Random) -> SplicedPage:
    """Give a page by people the slips that copying makes."""
    text = made.text
    if rng.random() < 0.14:
        rate = rng.choice((0.01, 0.04, 0.15))
        text = STOP.sub(lambda at: at["mark"] + ("" if rng.random() < rate else " "), text)
    if rng.random() < 0.12:
        text = slipped(text, rng)
    return SplicedPage(text=text, own=text, splices=())


def slipped(text: str, rng: random.Random) -> str:
    """Break lines in two and double spaces, before names most of all, where what does not belong may stand as well."""
    rate = rng.choice((0.002, 0.01, 0.05))
    text = _WORD.sub(lambda _: rng.choice(("\n", "  ")) if rng.random() < rate else " ", text)
    return _BEFORE_NAME.sub(lambda _: rng.choice(("\n", "  ")) if rng.random() < 2 * rate else " ", text)
