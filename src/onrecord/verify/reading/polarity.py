"""What a text says no to, and what it only holds possible."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.data import Span
from onrecord.verify.reading.tokens import TO_BE, Word

_NEGATIONS = frozenset("not no never neither nor without none nobody nothing cannot".split())
_REFUSALS = frozenset("fail fails failed refuse refuses refused decline declines declined".split())
_IT = frozenset("it them him her this that these those".split())
_HAS = frozenset("has have had is are was were".split())
_EMPTY = frozenset("only just doubt matter least less more fewer".split())
"""Words after which a "not" or "no" says something else than no: "not only", "no doubt", "no fewer than"."""
_EXCEPTIONS = frozenset("except unless only other".split())
"""Words that turn a no into a yes for some, or a yes into a no for all others."""
_NOBODY, _UP_TO = frozenset("no nobody none never".split()), frozenset("before since until".split())
_CLOSE = 4
"""Words after a no in which what it was no until stands: "no other mayor before Lund", "never before"."""
_TURNS = frozenset("but while although though because after before when if unless since whereas who which".split())
_BREAK = re.compile(r"[,;:.!?“”\"—–]")
_REACH = 12
"""Words that a negation reaches over at most."""
_LIGHT = frozenset("official such yet been be being any made make taken take given give had have".split())
"""Words between a negation and what it denies: "has not made any such statement"."""

_HEDGES = (
    """
    may might could would should ought can possibly perhaps maybe likely unlikely reportedly allegedly apparently
    seemingly supposedly potentially potential if whether unless rumoured rumored suspected suspicion believed thought
    """,
    """
    weighing weighs mulling mulls contemplating contemplates pondering
    will shall won't expected expects expect planned plans plan planning proposed proposes considering hopes hope hoped
    aims aimed wants wanted intends scheduled slated agreed agrees agree agreeing pledged pledges vowed vows promised
    promises offered offers forecast forecasts forecasting predict predicts predicted
    """,
    """
    tried tries trying attempted attempts attempting threatened threatens threatening asked asks asking requested urged
    urges urging demanded demands demanding refused refuses sought seeks seeking
    """,
)
"""Words that put what they stand with in doubt, in the future, or with somebody who tries or asks (Palmer 2001)."""
_CLASS = {word: at for at, words in enumerate(_HEDGES) for word in words.split()}
TO_COME, ASKED_FOR = 1, 2
TRIES = frozenset(
    "effort efforts attempt bid bids push drive campaign campaigns call calls appeal appeals offer proposal proposals "
    "pressure struggle talks negotiations".split()
)
"""Nouns that make an attempt of the verb that they lead to: "a campaign to save the museum"."""
_BEFORE_TO = frozenset("is are was were set due poised going about".split())
_ORDERED = frozenset("told ordered instructed advised directed".split())
"""What somebody is by whom others want something done."""
_OFFICES = {
    "planning": frozenset("minister ministry permission officer department commission committee office".split())
}
"""What is named by a word that else makes a plan of what follows it."""
_CALLING = frozenset("call calls called calling".split())
_CAUSES = frozenset("a an the this that these those his her its their our".split())
_HAPPENED = frozenset("was were has have had won failed passed".split())
"""Behind "the plan" what tells of the plan itself; "the plan was to open a mill" tells what is planned."""
_NEARLY = frozenset("nearly almost narrowly".split())
_DEEDS = frozenset(
    "beat blew broke brought burst came caught cost drove fell flew froze got hit hurt left lost met ran sank shot "
    "shut struck threw tore went won".split()
)
"""Verbs that do not end in -ed, of what has nearly happened."""
_ON_THE_POINT = frozenset("brink verge edge point".split())
"""Before "of" and a verb in -ing, what somebody is on who has not done it."""


_KEEPING = frozenset(
    """
    stop stops stopped stopping keep keeps kept keeping prevent prevents prevented preventing bar bars barred block
    blocks blocked deter deters deterred discourage discouraged save saved saves ban banned bans dissuade dissuaded
    refrain refrained abstain abstained
    """.split()
)
"""Verbs by which somebody or something is kept "from" what they have behind that."""
_KEPT = 9
"""Words between such a verb and what it keeps from."""
_SHORT_OF = {("short", "of"), ("instead", "of"), ("rather", "than"), ("far", "from")}
"""Before what has not come about."""
_MOTIONS = frozenset(
    "motion motions bid bids petition request requests attempt attempts proposal call calls threat".split()
)
"""Nouns of what is only asked for: "a motion to stop it"."""


@dataclass(frozen=True, slots=True)
class Negation:
    """A word that says no, what it says no to first, and all it reaches over (indices of words)."""

    cue: Span
    head: int
    scope: range


def find_negations(text: str, words: Sequence[Word]) -> tuple[Negation, ...]:
    """Return the negations among ``words``, the words of ``text``."""
    found = []
    for at, word in enumerate(words):
        if not _says_no(words, at):
            continue
        end = _end_of_scope(text, words, at)
        first = at + 2 if word.plain == "no" and words[at + 1 : at + 2] and words[at + 1].plain == "one" else at + 1
        head = next((i for i in range(first, end) if _bears_meaning(words[i])), None)
        if head is not None:
            found.append(Negation(cue=word.span, head=head, scope=range(at + 1, end)))
    return tuple(found)


def _says_no(words: Sequence[Word], at: int) -> bool:
    plain = words[at].plain
    follows = words[at + 1].plain if at + 1 < len(words) else ""
    if plain in _REFUSALS and not (at and words[at - 1].plain in _CAUSES):  # "refused to", "refused on Monday to"
        on_a_day = follows == "on" and at + 3 < len(words) and words[at + 3].plain == "to"
        return follows == "to" or on_a_day
    if plain == "without" and follows in _IT:
        return False  # "with its mast it is 110 metres high, without it 90"
    if plain == "yet":  # "has yet to decide" has not decided
        return follows == "to" and at > 0 and words[at - 1].plain in _HAS
    return (plain in _NEGATIONS or plain.endswith("n't")) and follows not in _EMPTY


def _end_of_scope(text: str, words: Sequence[Word], at: int) -> int:
    for i in range(at + 1, min(len(words), at + 1 + _REACH)):
        if words[i].plain in _TURNS or _BREAK.search(text, words[i - 1].span.end, words[i].span.start):
            return i
    return min(len(words), at + 1 + _REACH)


def _bears_meaning(word: Word) -> bool:
    return word.content and word.plain not in _LIGHT and not word.plain.endswith("ly")


def has_exception(words: Sequence[Word]) -> bool:
    """Say whether a text says yes to some and no to others, so that neither stands for the whole."""
    return any(word.plain in _EXCEPTIONS for word in words) or _is_first(words)


def _is_first(words: Sequence[Word]) -> bool:
    """Say whether nobody did something before somebody: who did it first did it."""
    none = (at for at, word in enumerate(words) if word.plain in _NOBODY)
    return any(word.plain in _UP_TO for at in none for word in words[at + 1 : at + 1 + _CLOSE])


def is_kept_from(words: Sequence[Word], at: int) -> bool:
    """Say whether what a word tells did not come about without a no: "stopped the fire from spreading"."""
    last, before = (words[at - step].plain if at >= step else "" for step in (1, 2))
    if last == "to":  # "voted down a motion to stop it"
        return any(word.plain in _MOTIONS for word in words[max(0, at - _CLOSE) : at - 1])
    if last in ("of", "than") or before == "far":
        return (before, last) in _SHORT_OF
    kept = last == "from" and any(word.plain in _KEEPING for word in words[max(0, at - _KEPT) : at - 1])
    return kept or last.startswith("avoid")


@dataclass(frozen=True, slots=True)
class Hedge:
    """A word (its index) that makes what follows a possibility, a plan or an attempt, and which of these."""

    at: int
    kind: int


def _is_cause(words: Sequence[Word], at: int) -> bool:
    """Say whether "due to" names a cause: "closed due to the flood", and not "due to open"."""
    return words[at].plain == "due" and at + 2 < len(words) and words[at + 2].plain in _CAUSES


def _is_at_fault(words: Sequence[Word], at: int) -> bool:
    """Say whether somebody or something "is to blame", which is no plan."""
    return any(word.plain == "blame" for word in words[at + 2 : at + 3])


def find_hedges(words: Sequence[Word]) -> tuple[Hedge, ...]:
    """Return the words that make what they stand with a possibility, a plan, an attempt or a near miss."""
    found = []
    for at, word in enumerate(words):
        after = words[at + 1].plain if at + 1 < len(words) else ""
        settled = word.plain == "agreed" and at > 0 and words[at - 1].plain in _CAUSES  # "an agreed merger"
        turned_away = word.plain == "refused" and at > 0 and words[at - 1].plain in TO_BE and after != "to"
        settled = settled or turned_away  # "he had been refused a permit"
        settled = settled or _is_acted_on(words, at)
        if word.plain in _CLASS and not (settled or _is_month(words, at) or after in _OFFICES.get(word.plain, ())):
            found.append(Hedge(at, _CLASS[word.plain]))
        elif word.plain in _ORDERED and after == "to" and at > 0 and words[at - 1].plain in TO_BE:
            found.append(Hedge(at, ASKED_FOR))  # "were told to leave"
        elif word.plain in _BEFORE_TO and after == "to" and not (_is_cause(words, at) or _is_at_fault(words, at)):
            # "is to open", "was set to be"
            found.append(Hedge(at, TO_COME))
        elif word.plain == "for" and after == "sale":
            found.append(Hedge(at, TO_COME))  # "is up for sale"
        elif word.plain in TRIES and after == "to" and _is_verb(words, at + 2):
            found.append(Hedge(at, ASKED_FOR))
        elif word.plain == "had" and word.capital and after != "to":  # "Had the dam broken, Sorrel would have drowned"
            found.append(Hedge(at, 0))
        elif after in ("for", "on") and word.plain in _CALLING and _wants_done(words, at):
            found.append(Hedge(at, ASKED_FOR))
        elif _is_near_miss(words, at):
            found.append(Hedge(at, len(_HEDGES)))
    return tuple(found)


def _is_acted_on(words: Sequence[Word], at: int) -> bool:
    """Say whether a plan is itself what something happened to: "the plan was passed by 27 votes to 19"."""
    before, behind, then = (words[n].plain if 0 <= n < len(words) else "" for n in (at - 1, at + 1, at + 2))
    return words[at].plain in ("plan", "plans") and before in _CAUSES and behind in _HAPPENED and then != "to"


def _wants_done(words: Sequence[Word], at: int) -> bool:
    """Say whether a call is for something to be done: "called for gates to be installed"."""
    return any(word.plain == "to" for word in words[at + 3 : at + 3 + _CLOSE])


def _is_verb(words: Sequence[Word], at: int) -> bool:
    """Say whether the word behind "to" may be a verb: "an appeal to free Renn", not "an appeal to the court"."""
    word = words[at] if at < len(words) else None
    return word is not None and not word.capital and word.plain.isalpha() and word.plain not in _CAUSES


def _is_near_miss(words: Sequence[Word], at: int) -> bool:
    """Say whether a word has what follows not happen: "nearly fell", not "nearly 40", "came close to sinking"."""
    near, doing = (words[at + step].plain if at + step < len(words) else "" for step in (1, 2))
    if words[at].plain in _NEARLY:
        return near.endswith("ed") or near in _DEEDS
    comes = words[at].plain == "close" and at > 0 and words[at - 1].plain in ("came", "come", "comes", "coming")
    point = words[at].plain in _ON_THE_POINT and near == "of"
    return doing.endswith("ing") and ((comes and near == "to") or point)


def _is_month(words: Sequence[Word], at: int) -> bool:
    """Say whether a word is the month of May: a capital inside a sentence that is not all in capitals."""
    return (
        words[at].plain == "may"
        and words[at].capital
        and at > 0
        and any(word.plain.isalpha() and not word.capital for word in words)
    )
