"""Who says what: sentences by the one who is named in them as having said it."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.brief.sentences import Sentence, say_the_same
from onrecord.text.words import terms

_OF_ONE_SPEAKER = 2


def voices(topic: str, told: Sequence[Sentence], *, most: int) -> list[tuple[str, list[Sentence]]]:
    """Return up to ``most`` speakers, who is best told of first, each with what they said of the topic.

    A speaker who is named by the last word only is the one whose fuller name ends with it, where that is one.
    """
    sought = frozenset(terms(topic))
    names = tuple(dict.fromkeys(sentence.speaker for sentence in told if sentence.speaker))
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
    """Return the one fuller name that ends with this one, else the name itself."""
    words = terms(name)
    fuller = {other: len(terms(other)) for other in names if len(terms(other)) > len(words)}
    ending = [other for other in fuller if words and terms(other)[-len(words) :] == words]
    return ending[0] if len(ending) == 1 else name
