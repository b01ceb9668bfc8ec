"""Make pairs from news that teach what no public set does: who said it, whether it happened, and what is only near.

    python made.py --articles articles.jsonl.xz --out made.jsonl.gz

Needs onrecord itself, for its sentences. Articles are JSON Lines with ``published`` and ``text``. No label is guessed
by a model: each follows from how the pair was made.
"""

from __future__ import annotations

import argparse
import gzip
import json
import lzma
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.text.sentences import sentences

SUPPORTS, CONTRADICTS, NEITHER = "supports", "contradicts", "neither"
_NAME = r"(?:[A-Z][\w.'’-]+ ){0,3}[A-Z][\w'’-]+"
_AFTER = re.compile(rf"^(?P<p>[A-Z0-9][^\"“”?!]{{30,200}}), (?P<s>{_NAME}) said(?: [A-Z][a-z]+day)?\.$")
_BEFORE = re.compile(rf"^(?P<s>{_NAME}) said(?: [A-Z][a-z]+day)? (?:that )?(?P<p>[^\"“”?!:]{{30,200}})\.$")
_MODAL = re.compile(
    r"^(?P<s>[A-Z][^,;:\"“”]{3,60}?) (?P<m>will|plans? to|(?:is|are) (?:expected|set|due|scheduled) to|hopes? to|"
    r"(?:has|have) (?:threatened|promised|vowed|agreed) to|wants? to|intends? to|could|may|might) (?P<v>[a-z]{3,}) "
    r"(?P<r>[^\"“”]{15,160})\.$"
)
_OPAQUE = re.compile(
    r"[\"“”‘?!:]|\b(?:said|says?|told|according|reported|claim\w*|alleg\w*|den(?:y|ied)|if|whether|would|could|may|"
    r"might|will|should|but|not|never|no|I|we|you|this|that|these|those|here)\b",
    re.IGNORECASE,
)
_PAST = re.compile(r"\b(?:was|were|had|\w{3,}ed|won|lost|took|made|fell|rose|left|came|went|became|began|hit|found)\b")
_WORD = re.compile(r"[A-Za-z][\w'’-]+|\d[\d,.]*")
_OPENERS = frozenset(
    "the a an it there he she they his her their its in on at after before for more most many some two three".split()
)
_CALENDAR = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July August September "
    "October November December The This That These Those There They Their When While After Before According".split()
)
_PRONOUNS = frozenset("He She They It We You Who That".split())
IRREGULAR = dict(
    pair.split(":")
    for pair in (
        "begin:began bring:brought build:built buy:bought choose:chose come:came cut:cut draw:drew "
        "drive:drove fall:fell fight:fought find:found fly:flew get:got give:gave go:went grow:grew hit:hit "
        "hold:held keep:kept lead:led leave:left lose:lost make:made meet:met pay:paid put:put run:ran "
        "see:saw seek:sought sell:sold send:sent set:set show:showed speak:spoke spend:spent take:took "
        "teach:taught tell:told think:thought throw:threw win:won write:wrote become:became rise:rose "
        "stand:stood shut:shut quit:quit "
    ).split()
)
NOT_VERBS = frozenset("not also have been never only still now soon likely then the too well even always often".split())

UNSETTLED = (
    "It is not clear whether {s}.",
    "There has been no confirmation that {s}.",
    "Rumors that {s} spread online, but nothing was confirmed.",
    "Investigators are trying to establish whether {s}.",
    "Many had feared that {s}.",
    "If {s}, the consequences will be serious.",
    "{n} asked whether {s}.",
    "A widely shared post claimed that {s}.",
    "{n} alleged that {s}.",
    "{n} denied that {s}.",
    "{n} warned of reports that {s}.",
    "Some believe that {s}, though there is no evidence for it.",
    "{n} would not say whether {s}.",
    "In the novel, {s}.",
    "Nobody could say for certain that {s}.",
    "{n} speculated that {s}.",
)
"""Contexts in which a sentence is mentioned and not stated."""

UNTRUE = (
    "It is not true that {s}.",
    "Reports that {s} turned out to be false.",
    "The claim that {s} was a hoax.",
    "It was wrongly reported that {s}.",
    "Records show that it is false that {s}.",
)
SETTLED = (
    "It emerged that {s}.",
    "Court records show that {s}.",
    "It was confirmed that {s}.",
    "{n} admitted that {s}.",
    "{n} did not know that {s}.",
    "{n} regretted that {s}.",
    "It turned out that {s}.",
    "It is well known that {s}.",
)
DOUBTING = ("claimed", "alleged", "suggested", "speculated", "argued", "insisted", "feared", "predicted")
DISTANCE = 400
"""Days that a passage may be older than the news it is set beside."""


@dataclass(frozen=True, slots=True)
class Article:
    day: int
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Made:
    premise: str
    hypothesis: str
    label: str
    how: str


def articles_of(path: Path) -> list[Article]:
    """Read dated articles with at least eight usable sentences."""
    found = []
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            year, month, day = map(int, row["published"].split("-"))
            text = row["text"][:6000]
            usable = tuple(
                words for span in sentences(text, "en") if 30 <= len(words := text[span.start : span.end]) <= 280
            )
            if len(usable) >= 8:
                found.append(Article(day=372 * year + 31 * month + day, sentences=usable))
    return found


def inner(text: str) -> str:
    """Return a sentence as it reads inside another: no full stop, an opening article or pronoun in lower case."""
    first, _, rest = text.rstrip(".").partition(" ")
    return f"{first.lower() if first.lower() in _OPENERS else first} {rest}"


def outer(text: str) -> str:
    return text[0].upper() + text[1:].rstrip(".") + "."


def names(text: str) -> frozenset[str]:
    """Return capitalised words that do not open the sentence."""
    return (
        frozenset(word for word in _WORD.findall(text.partition(" ")[2]) if word[0].isupper() and len(word) > 3)
        - _CALENDAR
    )


def past(verb: str) -> str:
    if verb in IRREGULAR:
        return IRREGULAR[verb]
    if verb.endswith("e"):
        return verb + "d"
    return verb[:-1] + "ied" if verb.endswith("y") and verb[-2] not in "aeiou" else verb + "ed"


class Maker:
    """Makes pairs out of one article at a time, with the rest of the news at hand."""

    def __init__(self, articles: list[Article], seed: int) -> None:
        self.chance = random.Random(seed)
        self.articles = articles
        self.speakers = sorted(
            {match["s"] for article in articles for one in article.sentences if (match := _BEFORE.match(one))}
            - _PRONOUNS
        )
        self.naming: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for at, article in enumerate(articles):
            for place, one in enumerate(article.sentences):
                for name in names(one):
                    self.naming[name].append((at, place))

    def window(self, article: Article, at: int, text: str | None = None) -> str:
        """Return one to four sentences around sentence ``at``, which reads ``text`` instead when given."""
        before, after = self.chance.choice(((0, 0), (1, 0), (0, 1), (1, 1), (2, 1), (1, 2), (0, 2)))
        parts = list(article.sentences)
        parts[at] = text or parts[at]
        return " ".join(parts[max(0, at - before) : at + after + 1])

    def made(self, article: Article) -> Iterator[Made]:
        for at, one in enumerate(article.sentences):
            if match := _AFTER.match(one) or _BEFORE.match(one):
                yield from self.said(article, at, match["s"], match["p"])
            elif (match := _MODAL.match(one)) and match["v"] not in NOT_VERBS:
                yield from self.planned(article, at, match)
            elif not _OPAQUE.search(one) and _PAST.search(one) and one.endswith(".") and len(one) < 200:
                if self.chance.random() < 0.35:
                    yield from self.stated(article, at)
                elif at + 3 < len(article.sentences):
                    yield from self.joined(article, at)
            if at < 5 and one.endswith(".") and "“" not in one and '"' not in one:
                yield from self.near(article, one)

    def said(self, article: Article, at: int, speaker: str, words: str) -> Iterator[Made]:
        """Pairs of what somebody said: by whom, and that saying is not being."""
        claim, saying = outer(words), f"{speaker} said that {inner(words)}."
        other = self.chance.choice(self.speakers)
        doubt = f"{speaker} {self.chance.choice(DOUBTING)} that {inner(words)}."
        denial = f"{speaker} denied that {inner(words)}."
        rows = [
            Made(self.window(article, at), saying, SUPPORTS, "said"),
            Made(self.window(article, at, doubt), claim, NEITHER, "doubted-so"),
            Made(self.window(article, at, denial), claim, NEITHER, "denied-so"),
            Made(self.window(article, at, denial), saying, CONTRADICTS, "denied-said"),
            Made(self.window(article, at), denial, CONTRADICTS, "said-denied"),
            Made(self.window(article, at, denial), denial, SUPPORTS, "denied"),
        ]
        if not names(f"x {other}") & names(f"x {self.window(article, at)}"):
            rows.append(Made(self.window(article, at), f"{other} said that {inner(words)}.", NEITHER, "other-said"))
            rows.append(Made(claim, saying, NEITHER, "so-said"))
        yield from self.chance.sample(rows, 3)

    def planned(self, article: Article, at: int, match: re.Match[str]) -> Iterator[Made]:
        """Pairs of what is to come or may be: it has not happened yet."""
        subject, modal, verb, rest = match.group("s", "m", "v", "r")
        happened = f"{subject} {past(verb)} {rest}."
        rows = [
            Made(self.window(article, at), happened, NEITHER, "planned-happened"),
            Made(self.window(article, at), article.sentences[at], SUPPORTS, "planned"),
        ]
        if modal == "will":
            rows.append(Made(self.window(article, at), f"{subject} will not {verb} {rest}.", CONTRADICTS, "will-not"))
            rows.append(Made(self.window(article, at), f"{subject} may {verb} {rest}.", SUPPORTS, "will-may"))
        elif modal in {"may", "might", "could"}:
            rows.append(Made(self.window(article, at), f"{subject} will {verb} {rest}.", NEITHER, "may-will"))
        yield from self.chance.sample(rows, 2)

    def stated(self, article: Article, at: int) -> Iterator[Made]:
        """Pairs of a plain sentence and the same sentence where it is only mentioned."""
        one = article.sentences[at]
        other = inner(self.chance.choice(self.chance.choice(self.articles).sentences))
        name = self.chance.choice(self.speakers)
        frame = self.chance.choice
        mentioned = frame(UNSETTLED).format(s=inner(one), n=name)
        beside = frame(UNSETTLED + UNTRUE).format(s=other, n=name)
        rows = [
            Made(self.window(article, at, mentioned), one, NEITHER, "mentioned"),
            Made(self.window(article, at, mentioned), one, NEITHER, "mentioned"),
            Made(self.window(article, at, frame(UNTRUE).format(s=inner(one), n=name)), one, CONTRADICTS, "untrue"),
            Made(self.window(article, at, frame(SETTLED).format(s=inner(one), n=name)), one, SUPPORTS, "settled"),
            Made(f"{beside} {self.window(article, at)}", one, SUPPORTS, "beside"),
        ]
        yield from self.chance.sample(rows, 2)

    def joined(self, article: Article, at: int) -> Iterator[Made]:
        """Statements of two sentences: all of it must be in the passage."""
        one, between, two, beyond = article.sentences[at : at + 4]
        if _OPAQUE.search(two) or _OPAQUE.search(beyond):
            return
        yield self.chance.choice(
            (
                Made(f"{one} {between} {two}", f"{one} {two}", SUPPORTS, "both"),
                Made(f"{one} {between} {two}", f"{one} {beyond}", NEITHER, "half"),
                Made(f"{between} {two} {beyond}", f"{one} {two}", NEITHER, "half"),
            )
        )

    def near(self, article: Article, one: str) -> Iterator[Made]:
        """A passage of older news that shares two names with the statement and few of its words."""
        if self.chance.random() > 0.5 or len(mine := sorted(names(one))) < 2:
            return
        places: dict[tuple[int, int], int] = defaultdict(int)
        for name in mine:
            if len(self.naming[name]) < 3000:
                for place in self.naming[name]:
                    places[place] += 1
        shared = [place for place, count in places.items() if count >= 2]
        self.chance.shuffle(shared)
        words = {word.lower() for word in _WORD.findall(one) if len(word) > 3}
        for at, place in shared[:30]:
            older = self.articles[at]
            if not 3 <= article.day - older.day <= DISTANCE:
                continue
            passage = self.window(older, place)
            held = {word.lower() for word in _WORD.findall(passage)}
            if len(words & held) / max(1, len(words)) < 0.5:
                yield Made(passage, one, NEITHER, "near")
                return


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--articles", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--rows", type=int, default=48_000)
    options = parser.parse_args()
    articles = articles_of(options.articles)
    maker = Maker(articles, 1)
    rows = [row for article in articles for row in maker.made(article)]
    kinds: dict[str, list[Made]] = defaultdict(list)
    for row in rows:
        kinds[row.how].append(row)
    most = options.rows // len(kinds) * 2
    kept = [row for some in kinds.values() for row in maker.chance.sample(some, min(most, len(some)))]
    kept = maker.chance.sample(kept, min(options.rows, len(kept)))
    with gzip.open(options.out, "wt", encoding="utf-8") as out:
        for row in kept:
            line = {"premise": row.premise, "hypothesis": row.hypothesis, "label": row.label, "how": row.how}
            out.write(json.dumps(line, ensure_ascii=False) + "\n")
    for how, some in sorted(kinds.items()):
        print(how, len(some), sum(row.how == how for row in kept), sep="\t")
    for how, some in sorted(kinds.items()):
        print(f"{how}: {some[0].premise} => {some[0].hypothesis} [{some[0].label}]")


if __name__ == "__main__":
    main()
