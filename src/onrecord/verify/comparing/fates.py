"""What became of people: who was hurt has not died, two hurt are not two dead, and who resigned was not sacked."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.data import Span

_DIED = (
    r"die[ds]?|dying|dead|deaths?|kill(?:s|ed|ings?)?|perish\w*|drown\w*|fatal\w*"
    r"|(?:los[et]|their|his|her) li(?:fe|ves)"
)
_HURT = r"injur\w+|hurt|wound(?:s|ed|ing)?|hospitali[sz]ed"
_FATES = tuple(
    re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for words in (
        _DIED,
        _HURT,
        r"missing|unaccounted",
        r"rescued|surviv\w+|unhurt|unharmed|unscathed",
        r"arrest(?:s|ed)?|detained|jailed",
        r"evacuat\w+|displaced|homeless|fled",
    )
)
_DEAD, _INJURED, *_ = _FATES
_OF_DEATH = re.compile(
    rf"\b(?:{_DIED}|(?:claim\w*|cost|took|tak(?:en?|ing)|loss of|own)(?: [\w-]+){{0,3}} li(?:fe|ves)|toll|bod(?:y|ies)"
    r"|corpses?|victims?|casualt\w+|murder\w*|homicides?|manslaughter|slain|slay\w*|execut\w+|assassinat\w+|suicides?"
    r"|succumb\w*|massacre\w*|funerals?|bur(?:ied|ials?)|mourn\w*|widow\w*|autops\w+|post-mortem\w*|deadly|deadliest"
    r"|lethal\w*)\b",
    re.IGNORECASE,
)
"""Words without which nothing tells of a death."""

_SACKED = re.compile(r"\b(?:dismiss(?:ed|es|al)|fired|sacked|sacks|axed|ousted|ousts|deposed)\b", re.IGNORECASE)
_RESIGNED = re.compile(r"\b(?:resign\w*|quits?|st(?:ep|ood)(?:s|ped)? (?:down|aside)|retire[ds]?)\b", re.IGNORECASE)


@lru_cache(maxsize=512)
def fates_in(words: str) -> frozenset[int]:
    """Return which fates some words tell of, each as a number."""
    return frozenset(at for at, fate in enumerate(_FATES) if fate.search(words))


def unmet_fates(here: str, there: str) -> tuple[Span, ...]:
    """Return a death of which the record tells nothing, or that somebody was hurt where it tells of deaths alone.

    Or that somebody was sacked where it only tells who resigned, and the other way.
    """
    died, hurt = _DEAD.search(here), _INJURED.search(here)
    sacked, resigned = _SACKED.search(here), _RESIGNED.search(here)
    unmet = (
        sacked if sacked and _RESIGNED.search(there) and not _SACKED.search(there) else None,
        resigned if resigned and _SACKED.search(there) and not _RESIGNED.search(there) else None,
        died if died and not _OF_DEATH.search(there) else None,
        hurt if hurt and _DEAD.search(there) and not _INJURED.search(there) else None,
    )
    return tuple(Span(start=at.start(), end=at.end()) for at in unmet if at)
