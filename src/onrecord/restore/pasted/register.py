"""Register: how likely a sentence speaks to somebody who asked, by its function words and its talk of texts and tools.

A logistic regression over hashed words and pairs of words, names and figures and what stands in quotation marks left
out, says which sentences are worth reading by what they mean (``asked.py``), as wordings are that were never learned
from. ``training/splices/register.py`` makes its weights; the card stands beside them in ``assets``.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain, groupby
from math import inf
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from onrecord.assets import asset
from onrecord.data import Span
from onrecord.restore.pasted.asked import CHARACTERS, by_meaning
from onrecord.restore.pasted.evidence import quoted
from onrecord.restore.pasted.joins import GLUED_STOP, OPENING, sentences_apart
from onrecord.restore.words import COMPILED_REPLY, LIST_ITEM, MARKUP, SAID_TOO
from onrecord.text.spans import joined

SIZE = 1 << 17
LEAST_WORDS = 3
"""Words of a sentence that tells anything."""
FILE = "register.npz"
_OUTLET = " | "
"""What stands between a headline and its outlet."""
_CITED = re.compile(r"\s*\[\d{1,3}(?:\s?[,–-]\s?\d{1,3})*\]")
"""Numbers of sources, which replies have more often than articles."""
_QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)")
_OPENED = re.compile(r"\W*[“\"\[(]")
"""What begins with somebody's words or with a bracket."""
_FIGURE = re.compile(r"\d[\d.,:]*")
_NAME = re.compile(r"[A-Z](?<=[a-z,;0] .)(?:(?<!I)|\B)[\w'-]*(?: [A-Z][\w'-]*)*")
_PART = re.compile(r"[a-z']+|[^\w\s]|0")
_PERSON = re.compile(r"[IiMmYy](?<![\w@#'’-].)(?:(?<=[Ii])|(?<=[Mm])[EeYy]|(?<=[Yy])[Oo][Uu](?:[Rr][Ss]?)?)(?![\w-])")
"""Who speaks and who is spoken to; what begins a pattern with one of a few letters is found at once."""
_SPARE = 6
"""One line in so many of a page may speak as "I" or to "you" elsewhere; where more do, the page itself does."""
_LEAST = 5  # words of a line that tells how a page speaks
_THROUGHOUT = 2
"""One line in so many: letters, columns, recipes and advice speak so."""
_REACH = 2  # lines before and behind those that speak to an asker in which the same reply may stand
_BARE = 2.0
"""How far above it they are in what has neither "I" nor "you"."""
_SLACK = 2.5
"""How far below the bound the log-odds of a sentence with "I" or "you" may be that stands near one above it."""
_MOST = 256
"""Sentences so read of one page, in a second or two; where there would be more, the page itself speaks so."""
_WORTH, _BARE_WORTH = -1.0, -0.5
"""Log-odds by words below which a sentence is not read by what it means, and one with neither "I" nor "you": on 400
spliced train pages nothing that is cut is lost by more, and of 326 readings of 633 plain dev pages it saves 126."""
_WORDS = 0.5
"""What the log-odds by words weigh beside those by meaning."""
_THROUGH = 2.3
"""How far above the bound the sentences of a line are on average that says "I" or "you" and speaks to an asker from end
to end."""
_BEYOND = 5.25
"""How far above it sentences are on average that speak so beyond doubt, without the two or beside words of the page."""
_HEARD = 1.0
"""The same of the likeliest sentence of a line with "I" or "you" that the judge by itself takes for foreign: of 2,973
pages by people none has a line that is both, and one has such a line without the two."""
_AGREES = 2.0
"""Log-odds by words alone that one of the sentences has of what is cut: two readings have to agree."""
_CLEAR = -5.0
"""How far below it one is that is the page's own beyond doubt."""
_ENDS = 14
"""Words with which what speaks so from end to end begins and ends, each worth reading by words: else it may have words
of the page there."""
_SENTENCES = re.compile(r"[A-Z](?:(?! [—–-] |[(\[]).)*[.?!:][”\"’]?\s*", re.DOTALL)
_ASIDE = re.compile(r"[(\[—–](?:(?<=\()[^()\n]{12,}\)|(?<=\[)[^\[\]\n]{30,}\]|(?<=[—–]) ?[^—–()\n]{12,300}? ?[—–])")
"""What stands in brackets or between dashes. In square ones editors put a few words of their own into quotations."""
_ASIDE_LEAST = 3.0
"""How far above the bound such a one is that counts; in the dev fold's 633 plain articles the clearest is 2.9."""
_LETTERS = re.compile(r"[a-z]{3}")
_MEETS = re.compile(r"[a-z:][A-Z]|[a-z:.,]\[|[a-z,]\*\*|\w ?<")
"""Where two texts may meet in a line: without a space, or at a bracket that opens a mark."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What the regression has learned, and where a sentence counts."""

    of_parts: NDArray[np.float32]
    """Shape (SIZE,): of each hashed word or pair of words."""
    bias: float
    least: float
    """The bound: log-odds above which a sentence speaks to an asker."""

    def by_words(self, sentence: str) -> float:
        """Return the log-odds that the regression gives."""
        return float(self.of_parts.take(features(_unmarked(sentence))).sum()) + self.bias


def features(sentence: str) -> list[int]:
    """Return the hashed words and pairs of words of a sentence, each once; training reads them by this too."""
    plain = _FIGURE.sub("0", _QUOTED.sub(" ", sentence).replace("’", "'"))
    parts = _PART.findall(_NAME.sub("xx", plain).lower())
    words = "\n".join(parts).encode("utf-8", "surrogatepass").split(b"\n") if parts else []
    codes = list(map(crc32, words))
    pairs = map(crc32, [b" " + word for word in words[1:]], codes)
    return list({code % SIZE for code in chain(codes, pairs)})


def speaking(text: str, lines: Sequence[Span]) -> tuple[Span, ...]:
    """Return the runs of sentences that speak to somebody who asked, on a page that else says neither "I" nor "you".

    Columns, letters, interviews and advice do so throughout: of what is said there, words alone tell nothing.
    """
    spoken = {at for at, line in enumerate(lines) if speaks_out(line.cut(text))}
    telling = [at for at, line in enumerate(lines) if len(line.cut(text).split()) >= _LEAST]

    def is_own(told: Collection[int]) -> bool:
        """Say whether the page speaks so itself, in lines that are not ``told``."""
        rest = [at for at in telling if at not in told]
        return _SPARE * len(spoken.intersection(rest)) > len(rest)

    said, asides = ([part(text, line) for line in lines] for part in (_said, _asides))
    if sum(odds > _WORTH for some in (*said, *asides) for _, odds in some) > _MOST:
        return ()
    worth = [at for at, some in enumerate(zip(said, asides, strict=True)) if _is_worth(some)]
    if is_own(spoken.intersection(_near(worth))):  # whatever else may be told
        return ()
    said = [[*some, *_clear(text, beside)] for some, beside in zip(said, asides, strict=True)]
    highest = [max(_odds(text, some), default=-inf) for some in said]
    firm = [at for at, odds in enumerate(highest) if odds > (0 if at in spoken else _BARE)]
    if not firm or 2 * len(firm) > len(lines):
        return ()
    near = sorted(_near(firm).intersection(range(len(lines))))
    if sum(len(said[at]) for at in near) > _MOST or is_own(spoken.intersection(near)):
        return ()
    speak = {at: _speak(text, said[at]) for at in near}
    if is_own({at for at in near if speak[at]}):
        return ()
    return joined(text, (one for at in near for one in speak[at]))


def _is_worth(some: Iterable[Sequence[tuple[Span, float]]]) -> bool:
    """Say whether a sentence or an aside of a line is worth reading by what it means."""
    return any(odds > _WORTH for _, odds in chain.from_iterable(some))


def _near(places: Iterable[int]) -> set[int]:
    """Return the places of lines and those so near that the same reply may stand there."""
    return {at for one in places for at in range(one - _REACH, one + _REACH + 1)}


def throughout(text: str, lines: Sequence[Span], asked: Sequence[Span]) -> dict[Span, float]:
    """Return lines, sentences and brackets that speak to an asker from end to end, and how far above the bound each is.

    ``asked`` is what :func:`speaking` found. What has words of the page beside those of a reply, or may have them
    because two texts meet in it, is none of these. What stands next to such a line may speak less clearly.
    """
    near = [at for at, line in enumerate(lines) if any(line.overlaps(run) for run in asked)]
    above = {at: _through(text, lines[at]) for at in near}
    found = {at for at in near if above[at] > (_THROUGH if speaks_out(lines[at].cut(text)) else _BEYOND)}
    for step in (1, -1):
        for at in near[::step]:
            if above[at] > 0 and at - step in found:
                found.add(at)
    rest = [lines[at] for at in near if at not in found]
    inside = [one for line in rest for one in (*_inside(text, line, asked), *_bracketed(text, line))]
    return dict(sorted([*((lines[at], above[at]) for at in found), *inside], key=lambda one: one[0].start))


def _through(text: str, line: Span) -> float:
    """Return how far above the bound the sentences of a line are on average, 0 where not all of it is a reply's."""
    said = [one for one in _said(text, line) if one[1] > -inf]
    odds = _odds(text, said, each=True)
    spoken = [one for (one, _), how in zip(said, odds, strict=True) if how > 0]
    half = 2 * sum(len(one.cut(text).split()) for one in spoken) >= len(line.cut(text).split())
    if not spoken or not half or not _agree(said) or min(odds) < -_SLACK or _is_mixed(line.cut(text)):
        return 0.0
    if max(_odds(text, _asides(text, line)), default=-inf) > 0:
        return 0.0  # the brackets may be all that does
    return max(0.0, sum(odds) / len(odds))


def agreed(text: str, asked: Sequence[Span], foreign: Collection[Span]) -> dict[Span, float]:
    """Return the ``foreign`` lines, which the judge by itself takes for so, that say "I" or "you" and are ``asked``.

    Neither reading need be sure, but no sentence may speak as the page does.
    """
    heard = (line for line in foreign if asked and speaks_out(line.cut(text)) and any(map(line.overlaps, asked)))
    return {line: how for line in heard if (how := _heard(text, line)) > _HEARD}


def heard_in(text: str, span: Span) -> bool:
    """Say whether a sentence of a passage speaks to an asker, and none as the page does."""
    return _heard(text, span) > 0


def _heard(text: str, span: Span) -> float:
    """Return how far above the bound the likeliest sentence is, 0 where one is the page's or marks may tell it."""
    words = span.cut(text)
    if any(LIST_ITEM.match(line) for line in words.splitlines()) or MARKUP.search(words) or _OPENED.match(words):
        return 0.0
    odds = [how for how in _odds(text, _said(text, span), each=True) if how > -inf]
    return max(odds) if odds and min(odds) > -_SLACK else 0.0


def _inside(text: str, line: Span, asked: Sequence[Span]) -> list[tuple[Span, float]]:
    """Return runs of sentences that speak to an asker beyond doubt, beside which none of the line is in doubt."""
    said = _said(text, line)
    odds = _odds(text, said, each=True)
    found = []
    for speaks, run in groupby(range(len(said)), lambda at: odds[at] > 0):
        first, *rest = run
        last = rest[-1] if rest else first
        above = sum(odds[first : last + 1]) / (last + 1 - first)
        beside = [*odds[max(0, first - 1) : first], *odds[last + 1 : last + 2]]
        if not speaks or above <= _BEYOND or not all(-inf < how < _CLEAR for how in beside):
            continue
        span = Span(start=said[first][0].start, end=said[last][0].end)
        words = span.cut(text)
        whole = _SENTENCES.fullmatch(words) and not _is_mixed(words) and not _is_said(text, span, line)
        if whole and _agree(said[first : last + 1]) and any(map(span.overlaps, asked)):
            found.append((span, above))
    return found


def _bracketed(text: str, line: Span) -> list[tuple[Span, float]]:
    """Return the brackets of a line that speak to an asker beyond doubt, with the space before them."""
    said = [one for one in _asides(text, line) if one[0].cut(text)[-1] in ")]" and _agree([one])]
    return [
        (replace(one, start=one.start - (text[one.start - 1 : one.start] == " ")), how)
        for (one, _), how in zip(said, _odds(text, said, each=True), strict=True)
        if how > _BEYOND and not _is_said(text, one, line)
    ]


def _agree(said: Sequence[tuple[Span, float]]) -> bool:
    """Say whether by words alone too one of some sentences speaks to an asker."""
    return max((by_words for _, by_words in said), default=-inf) > _AGREES


def _is_said(text: str, span: Span, line: Span) -> bool:
    """Say whether somebody is quoted with a part of a line, in a quotation that may go on behind it."""
    first, last = span.start - line.start, span.end - line.start
    opened = any(at.start() <= first and last <= at.end() for at in _QUOTED.finditer(line.cut(text)))
    return opened or quoted(text, span, line)


def _is_mixed(words: str) -> bool:
    """Say whether some words may be of two texts: these meet in them, or they begin or end as no reply does."""
    meets = OPENING.search(words) or _MEETS.search(words) or GLUED_STOP.search(words) or words.count('"') % 2
    parts = words.split()
    ends = min(shipped().by_words(" ".join(some)) for some in (parts[:_ENDS], parts[-_ENDS:]))
    return bool(meets) or ends < _WORTH or _LETTERS.search(words) is None


def likeliest(text: str, span: Span) -> float:
    """Return how far above the bound the likeliest sentence of a passage is to speak to an asker."""
    return max(_odds(text, _said(text, span), each=True), default=-inf)


def speaks_itself(text: str, lines: Sequence[Span], apart: Span) -> bool:
    """Say whether a page says "I" or "you" throughout, a passage of it left ``apart``."""
    rest = (line.cut(text) for line in lines if not line.overlaps(apart))
    telling = [speaks_out(line) for line in rest if len(line.split()) >= _LEAST]
    return _THROUGHOUT * sum(telling) >= max(1, len(telling))


def speaks_out(words: str) -> bool:
    """Say whether some words say "I" or "you" outside quotation marks."""
    return _PERSON.search(words) is not None and _PERSON.search(_QUOTED.sub(" ", words)) is not None


def only_assistants_say(words: str) -> bool:
    """Say whether something outside quotation marks speaks to somebody who asked as people do to nobody."""
    plain = _QUOTED.sub(" ", words)
    return any(SAID_TOO.fullmatch(at.group()) is None for _, sign in COMPILED_REPLY for at in sign.finditer(plain))


def _said(text: str, line: Span) -> list[tuple[Span, float]]:
    """Return the sentences of a line, and the log-odds by words of each."""
    parts = sentences_apart(line.cut(text), "en")
    found = [Span(start=line.start + one.start, end=line.start + one.end) for one in parts]
    return [(one, shipped().by_words(words) if _tells(words := one.cut(text)) else -inf) for one in found]


def _asides(text: str, line: Span) -> list[tuple[Span, float]]:
    """Return what stands in brackets or between dashes in a line, and the log-odds by words of each."""
    spans = [Span(start=line.start + at.start(), end=line.start + at.end()) for at in _ASIDE.finditer(line.cut(text))]
    return [(one, shipped().by_words(one.cut(text))) for one in spans if _tells(one.cut(text))]


def _clear(text: str, asides: Sequence[tuple[Span, float]]) -> list[tuple[Span, float]]:
    """Return those of ``asides`` that speak to an asker: so few words have to be clearer."""
    return [one for one, how in zip(asides, _odds(text, asides), strict=True) if how > _ASIDE_LEAST]


def _tells(sentence: str) -> bool:
    return len(_unmarked(sentence).split()) >= LEAST_WORDS and _OUTLET not in sentence


def _unmarked(sentence: str) -> str:
    return _CITED.sub("", sentence) if "[" in sentence else sentence


def _speak(text: str, said: Sequence[tuple[Span, float]]) -> list[Span]:
    """Return what speaks to an asker, given that something near it does: of a sentence and its asides the clearer."""
    odds = zip((one for one, _ in said), _odds(text, said, each=True), strict=True)
    told: list[Span] = []
    for one, how in sorted(odds, key=lambda pair: -pair[1]):
        speaks = how > (-_SLACK if _PERSON.search(one.cut(text)) else _BARE)
        if speaks and not any(one.overlaps(clearer) for clearer in told):
            told.append(one)
    return sorted(told, key=lambda one: one.start)


def _odds(text: str, said: Sequence[tuple[Span, float]], *, each: bool = False) -> list[float]:
    """Return how far above the bound the log-odds of sentences are; -inf where words tell too little to read on.

    ``each`` reads all that have a word.
    """
    return [
        _WORDS * by_words + by_meaning(_unmarked(words)[:CHARACTERS]) - shipped().least
        if by_words > (-inf if each else _BARE_WORTH) or (by_words > _WORTH and speaks_out(words))
        else -inf
        for words, by_words in ((one.cut(text), by_words) for one, by_words in said)
    ]


@cache
def shipped() -> Weights:
    """Return the weights that ship."""
    with np.load(asset(FILE)) as stored:
        return Weights(
            of_parts=stored["weights"].astype(np.float32) * float(stored["scale"]),
            bias=float(stored["bias"]),
            least=float(stored["least"]),
        )
