"""Who says what: sentences by the one who is named in them as having said it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.brief.sentences import Sentence, say_the_same
from onrecord.text.words import terms

_OF_ONE_SPEAKER = 2
_SHORT_FORM = re.compile(r"\s\([^)]*\)")
_NAME = re.compile(r"[A-Z]\S*(?:\s(?:of|for|and|the|[A-Z]\S*))*")
_ASKED = re.compile(r"[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+)+")
"""Names in full that a topic gives: whoever is asked for by them is named so."""
_MIDDLE = re.compile(r"(?<=\w)\s[A-Z]\.\s")
_INITIAL = re.compile(r"\b[A-Z]")


def voices(topic: str, told: Sequence[Sentence], *, most: int) -> list[tuple[str, list[Sentence]]]:
    """Return up to ``most`` speakers, who is best told of first, each with what they said of the topic.

    A speaker who is named by the last word only is the one whose fuller name ends with it, where that is one.
    """
    sought = frozenset(terms(topic))
    asked = (name for name in _ASKED.findall(topic) if any(name in sentence.words for sentence in told))
    names = tuple(dict.fromkeys((*(sentence.speaker for sentence in told if sentence.speaker), *asked)))
    found: dict[str, list[Sentence]] = {}
    for sentence in told:
        if sentence.speaker is None or not sought & sentence.terms:
            continue
        if any(say_the_same(sentence, other) for said in found.values() for other in said):
            continue
        name = _fullest(sentence.speaker, names)
        if len(said := found.setdefault(name, [])) < _OF_ONE_SPEAKER:
            said.append(sentence)
    return [(name, sorted(said, key=lambda each: each.told)) for name, said in list(found.items())[:most]]


def _fullest(name: str, names: Sequence[str]) -> str:
    """Return the one fuller name that ends with this one, or is spelled out by it, else the name itself."""
    words = terms(name)
    fuller = [other for other in names if len(terms(other)) > len(words)]
    ending = {_known(other): _plain(other) for other in fuller if words and terms(other)[-len(words) :] == words}
    spelled = dict.fromkeys(_plain(other) for other in names if _initials(other) == _plain(name))
    alike = {_known(other): _plain(other) for other in names if len(words) > 1 and _known(other) == _known(name)}
    found = list(ending.values() or alike.values() or spelled)
    return found[0] if len(found) == 1 else _plain(name)


def _known(name: str) -> tuple[str, ...]:
    """Return the words of a name without the letters in its middle: "Ida B. Marsh" is known as "Ida Marsh"."""
    return terms(_MIDDLE.sub(" ", _plain(name)))


def _plain(name: str) -> str:
    """Return a name without its short form, an article or what is said of it: "the Harbour Board (HB), which …"."""
    name = _SHORT_FORM.sub("", name).split(", ")[0].strip().replace("'", "’")
    rest = name[4:] if name[:4].lower() == "the " else ""
    return name if not rest else rest if _NAME.fullmatch(rest) else f"the {rest}"


def _initials(name: str) -> str:
    """Return the capitals with which the words of a name begin, and of one word none."""
    found = _INITIAL.findall(_plain(name))
    return "".join(found) if len(found) > 1 else ""
