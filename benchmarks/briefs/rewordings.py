"""What of a model's words a brief would take: sentences of the archive, changed by rule so that what is right is known.

Sentences of articles drawn by a fixed seed are each changed in one way. Most ways make them say something else, and none
of those may be taken; in two the same is said in another order, and as many as can should be.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator

from benchmarks.finding.questions import Figures
from onrecord.brief.usable import stands_alone
from onrecord.data import day_of
from onrecord.text.names import find_names
from onrecord.text.sentences import sentences
from onrecord.verify import Rewording, judge_rewordings
from onrecord.wiring import Desk

ARTICLES, SEED = 250, 13
PER_WAY = 60
Change = Callable[[str, random.Random], str | None]

_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_DAY = re.compile(rf"\b(?:{'|'.join(_DAYS)})\b")
_SAID_LAST = re.compile(r"([A-Z][^“”\"]+), ((?:[\w.’'-]+ ){1,6}said)\.")
_ON_LAST = re.compile(rf"([A-Z][^“”\",;:]+) (on (?:{'|'.join(_DAYS)}))\.")
_ADVERBS = ("tragically", "illegally", "secretly", "finally")


def _sub(pattern: str, other: str) -> Change:
    def change(words: str, _: random.Random) -> str | None:
        return re.sub(pattern, other, words, count=1) if re.search(pattern, words) else None

    return change


def _number(words: str, chance: random.Random) -> str | None:
    found = list(re.finditer(r"\b\d+\b", words))
    one = chance.choice(found) if found else None
    return f"{words[: one.start()]}{int(one[0]) + 1}{words[one.end() :]}" if one else None


def _name(words: str, _: random.Random) -> str | None:
    named = [name.words for name in find_names(words) if " " in name.words]
    return words.replace(named[0], "Alma Okonjo", 1) if named else None


def _names_swapped(words: str, _: random.Random) -> str | None:
    named = list(dict.fromkeys(name.words for name in find_names(words)))[:2]
    if len(named) < 2 or any(one in other for one, other in (named, named[::-1])):
        return None
    return words.replace(named[0], "\0").replace(named[1], named[0]).replace("\0", named[1])


def _day(words: str, _: random.Random) -> str | None:
    found = _DAY.search(words)
    other = _DAYS[(_DAYS.index(found[0]) + 1) % len(_DAYS)] if found else ""
    return _DAY.sub(other, words, count=1) if found else None


def _adverb(words: str, chance: random.Random) -> str | None:
    found = re.search(r"\b(?:was|were|has|have|had)\s", words)
    return f"{words[: found.end()]}{chance.choice(_ADVERBS)} {words[found.end() :]}" if found else None


def _unsaid(words: str, _: random.Random) -> str | None:
    found = _SAID_LAST.fullmatch(words)
    return f"{found[1]}." if found else None


def _said_first(words: str, _: random.Random) -> str | None:
    found = _SAID_LAST.fullmatch(words)
    return f"{found[2][0].upper()}{found[2][1:]} that {found[1]}." if found else None


def _day_first(words: str, _: random.Random) -> str | None:
    found = _ON_LAST.fullmatch(words)
    lowered = found and (found[1][0].lower() if found[1].startswith(("The ", "A ", "An ")) else found[1][0])
    return f"On{found[2][2:]} {lowered}{found[1][1:]}." if found else None


WRONG: dict[str, Change] = {
    "number": _number,
    "name": _name,
    "names_swapped": _names_swapped,
    "day": _day,
    "denial_dropped": _sub(r"(?:n['’]t| not| never)\b", ""),
    "denial_added": _sub(r"\b(is|are|was|were|has|have|will|would|can|could)\b", r"\1 not"),
    "likelihood": _sub(r"\b(?:may|might|could|would)\b", "will"),
    "plan_as_done": _sub(r"\bwill be\b|\bis expected to be\b", "has been"),
    "speaker_dropped": _unsaid,
    "said_as_confirmed": _sub(r"\bsaid\b", "confirmed"),
    "adverb": _adverb,
    "opposite": _sub(r"\brose\b|\bincreased\b", "fell"),
    "place_added": _sub(r"\.$", " in Northgate."),
    "second_sentence": _sub(r"$", " More is to come."),
}
SAME: dict[str, Change] = {"said_first": _said_first, "day_first": _day_first}


def taken(desk: Desk) -> Figures:
    told = list(_sentences(desk))
    figures: Figures = {}
    for kind, ways in (("wrong", WRONG), ("same", SAME)):
        offered = accepted = 0
        for name, change in ways.items():
            offers = _offers(told, change)
            passed = sum(reason is None for reason in judge_rewordings(offers, verifier=desk.verifier))
            offered, accepted = offered + len(offers), accepted + passed
            if passed or kind == "same":
                figures |= {f"reworded_{kind}_{name}": len(offers), f"reworded_{kind}_{name}_taken": passed}
        figures |= {f"reworded_{kind}": offered, f"reworded_{kind}_taken_share": accepted / max(1, offered)}
    return figures | {"reworded_wrong_refused_share": 1 - figures.pop("reworded_wrong_taken_share")}


def _offers(told: list[Rewording], change: Change) -> list[Rewording]:
    chance = random.Random(SEED)
    changed = ((one, change(one.cut, chance)) for one in told)
    offers = [
        Rewording(cut=one.cut, offered=words, day=one.day, language=one.language)
        for one, words in changed
        if words and words != one.cut
    ]
    return offers[:PER_WAY]


def _sentences(desk: Desk) -> Iterator[Rewording]:
    """Yield sentences that a brief could be made of, offered as they are."""
    dated = [one for one in desk.archive.documents() if one.published_at is not None and one.language in (None, "en")]
    for one in random.Random(SEED).sample(dated, ARTICLES):
        for span in sentences(one.text, one.language):
            words = span.cut(one.text)
            if one.published_at and stands_alone(one.text, span) and "\n" not in words:
                yield Rewording(cut=words, offered=words, day=day_of(one.published_at), language="en")
