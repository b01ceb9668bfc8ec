"""Finite verbs of English, as far as closed lists and endings tell them: what makes a run of words a clause."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

_AUXILIARIES = frozenset(
    "is are was were has have had does do did will would can could may might must shall should cannot isn't "
    "aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't couldn't mightn't "
    "mustn't shouldn't".split()
)
_PAST = frozenset(
    "became began blew bought brought broke built came caught chose drew drank drove fell flew fought forgot "
    "found gave got grew held hid kept knew laid lent lost made meant met paid ran rode rose said sang sank sat "
    "sent shook slept sold spent spoke stole stood struck swam swore taught threw thought told took tore "
    "understood wept went woke won wore wrote withdrew overcame overtook oversaw underwent undertook led left "
    "fled felt saw arose drew sought shot bound dealt "
    "fed shone swept swung stuck upheld withheld foresaw rebuilt".split()
)
"""Pasts that do not end in -ed, those left out that a present or a common noun is spelled like (put, hit, cost)."""
PARTICIPLES = frozenset(
    "been being gone done become begun blown broken chosen driven drawn eaten fallen flown forgotten frozen given "
    "grown hidden known ridden risen seen shaken shown spoken stolen struck sworn taken thrown torn woken worn "
    "written built bought brought caught found fought held kept laid led left lent lost made meant met paid said "
    "sent set shot shut sold spent stood struck swept taught thought told understood won put hit cut hurt let "
    "read".split()
)
_PRESENT = frozenset(
    "accuses acknowledges adds admits agrees allows announces appears argues asks becomes begins believes belongs "
    "brings carries comes confirms connects considers contains continues contributes covers creates declines "
    "denies depends describes employs enjoys ensures expects explains fails follows gives goes grows happens helps "
    "includes "
    "insists intends involves keeps knows lacks leads lets lies lives loses maintains makes means meets moves "
    "needs notes occurs offers operates opposes owns pays plans prepares prevents produces promises proposes "
    "provides publishes puts receives recommends refuses reflects relies remains removes replaces represents requires "
    "runs "
    "says seeks seems sells sends serves shows sits speaks spends stands starts stays suggests supports takes "
    "teaches tells tends thinks threatens tries urges uses wants warns wears weighs wins works writes".split()
)
"""Presents in -s of common verbs of the news; most words in -s are nouns."""
VERBS_ONLY = frozenset(
    "acknowledges admits agrees announces appears argues becomes begins believes belongs brings carries comes confirms "
    "connects considers contains continues contributes creates denies depends describes employs ensures explains "
    "follows gives grows happens includes insists intends involves keeps knows lacks maintains occurs operates opposes "
    "owns prepares produces provides publishes receives recommends refuses relies remains removes replaces represents "
    "requires says seeks seems sells sends serves speaks suggests takes teaches tells tends thinks threatens wants "
    "wears writes".split()
)
"""Those of them that are no nouns, so that they go on with a clause told as past: "opened and carries 20,000 cars"."""
_NO_PAST = frozenset(
    "hundred indeed need seed speed feed breed bed red wed shed sacred naked wicked rugged kindred hatred "
    "infrared sled shred creed deed greed reed weed bleed exceed proceed succeed united unprecedented alleged "
    "so-called".split()
)
_ADVERBS = frozenset(
    "also then later now still even soon again instead once twice never always often not just already only too "
    "yet ever thus therefore nevertheless nonetheless "
    "first eventually today yesterday tonight tomorrow sometimes".split()
)
_KEPT_LY = frozenset("family july italy ally assembly supply rally reply fly only early daily weekly holy ugly".split())


class Form(Enum):
    """How sure it is that a word is a finite verb, and of which time."""

    AUXILIARY = "auxiliary"
    PAST = "past"
    ENDED = "ended"
    """A word in -ed, which may as well be a participle."""
    PRESENT = "present"


def form_of(word: str) -> Form | None:
    """Return which finite form a word in lower case can be."""
    word = word.replace("’", "'")
    if word in _AUXILIARIES:
        return Form.AUXILIARY
    if word in _PAST:
        return Form.PAST
    if word in _PRESENT:
        return Form.PRESENT
    if word.endswith("ed") and len(word) > 4 and word.isalpha() and word not in _NO_PAST:
        return Form.ENDED
    return None


def is_adverb(word: str) -> bool:
    """Say whether a word in lower case may stand between a subject and its verb, or within a verb."""
    return word in _ADVERBS or (word.endswith("ly") and len(word) > 4 and word not in _KEPT_LY)


def end_of_verb(words: Sequence[str], at: int) -> int:
    """Return where the verb that begins at a word ends: "has not been closed" is one."""
    if form_of(words[at]) is not Form.AUXILIARY:
        return at + 1
    end = at + 1
    while end < len(words) and (
        is_adverb(words[end])
        or words[end] in ("be", "have", "n't")
        or words[end] in PARTICIPLES
        or form_of(words[end]) is Form.ENDED
    ):
        end += 1
    return end
