"""What the record has only denied, possible, planned, rumoured, done by another or of another holder of the office."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import pairwise

from onrecord.data import Reason, ReasonCode, Span
from onrecord.verify.comparing.crossings import crossed, in_spite_of
from onrecord.verify.comparing.denials import overshadowed
from onrecord.verify.comparing.doers import deed_of, done_by_another
from onrecord.verify.comparing.findings import Finding, clip
from onrecord.verify.comparing.imputed import only_imputed
from onrecord.verify.comparing.names import same_bearer
from onrecord.verify.comparing.offices import held_by_another
from onrecord.verify.comparing.turned import turned_about
from onrecord.verify.comparing.undecided import OPEN, UNDOING, undecided
from onrecord.verify.reading.gist import Gist
from onrecord.verify.reading.polarity import ASKED_FOR, TO_COME, TRIES
from onrecord.verify.reading.sources import next_clause
from onrecord.verify.reading.tokens import TO_BE, Word, compared, root

_CONDITION = re.compile(r"\b(?:only if|unless|provided that|on condition that)\b", re.IGNORECASE)
_NOW = frozenset(("is", "are"))
_CAUSED = re.compile(
    r"\b(?:caus(?:e[ds]?|ing)|due to|because of|owing to|led to|result(?:ed|s)? (?:of|from|in)|linked to)\b"
)
_NOT_CAUSED = re.compile(
    r"\b(?:nothing to do with|unrelated to|unconnected (?:to|with)|no (?:link|connection) (?:to|with))\b"
)
_ASKED = frozenset("petition request bid motion application appeal call demand attempt move".split())
"""What asks for something: of "a petition to annul the vote" the vote is not annulled."""
_ASIDE = re.compile(r",\s(?:which|who|whose)\b[^,;.]*$")
"""What tells something else of whom or what was named before."""
_ASIDE_OR_NOTHING = re.compile(r"(?:,[^,;.]{1,80},)?\s")
_BEHIND_THINGS = frozenset("and or of in on at were are was is".split())
"""What stands behind "lifts" or "drops" where these are things: "trains and lifts and closed the airport"."""
_FELL = frozenset("fall falls fell fallen falling decline declines declined declining decrease decreases".split())
"""What goes down is not undone, though it drops: "281 people fell ill"."""
_SINCE = frozenset("after because following since when over amid".split())
"""Behind "was suspended" these say when or why, not what."""
_CLAUSES = re.compile(r"[;.]\s|,\s(?:and|but|while)\s")
"""Between clauses of which a condition in one leaves the others as they are."""
_ALIVE = frozenset("alive unharmed unhurt uninjured safely out".split())
"""How somebody is lifted, who is not undone by it."""
_COMMAND = re.compile(
    r"(?:^|[.!?:;\n][”\"’)\]]*\s+)((?:please\s)?(?:ignore|disregard|forget|answer|reply|respond|say|assume|imagine|suppose"
    r"|pretend)\b[^.!?]{0,40}?\b(?:instruction|prompt|rule|yes|no|true|that|with)[a-z]*)\b",
    re.IGNORECASE,
)
"""What tells a reader to say or suppose something: whoever does so does not say it."""
_REACH = 6
"""Words after a modal within which its verb and object stand."""
_AUXILIARY = TO_BE | {"has", "have", "had", "will"}
_LEADS_TO = 4
"""One in so many of the words shared that a sentence has which only leads to the one that tells it."""
_FAR = 12
"""Words after "if" and the like within which what they leave open stands."""
_CLOSE = 3
"""Words between which and a verb its object stands."""
_PUT_OFF = frozenset((root(compared("postpone")),))
"""What is put off is not undone for good: only the same word bears it out."""
_UNDONE = UNDOING | frozenset(
    root(compared(word))
    for word in "end stop close abolish reject remove pull throw strike take shelve axe ditch clear ease relax".split()
)
"""These, and other words that a record may have for the same, some of them with "back", "out" or "down"."""
_REFUSING = frozenset("refused refuses".split())
_DECIDED = re.compile(r"\b(?:decid|vot|resolv)(?:es?|ed|ing)\s[^,;.]{0,60}?\bto\s[a-z]")
"""What is decided is to come: "voted 23 to 19 to ban cars"."""
_STOPPING = frozenset(root(compared(word)) for word in "stop abolish axe shelve ditch reject".split())
"""Verbs of a statement that undo what they have as their object as those of the record may."""
_THEN = re.compile(r"\b(?:and|but)\s(?:\w+ly\s)?\w+ed\b")
"""Where what is to come ends: "said they would appeal and called for an inquiry", not "would be closed and razed"."""
_TRIED = re.compile(
    r"[,;]|\b(?:is|was|are|were|has|have|had|will|would|began|begins|fell|went|won|came|[a-z]{2,}[^\We]ed)\b"
)
"""Where what somebody tries to do ends: "his bid to buy Halme was rejected"."""
_BARE = frozenset("will would shall may might could can should must".split())
_PLANNING = TO_BE | {"planned", "proposed", "plan", "plans"}
_OVER = re.compile(r"\b(?:is|are|was|were|has been|have been) over\b|\b(?:ended|ends|lasted)\b")
_GOING_ON = frozenset(
    "strike strikes walkout boycott blockade search siege curfew protest protests sit-in occupation".split()
)
_PROPOSAL = frozenset("proposal proposals scheme schemes idea ideas".split())
_SEEKING = frozenset("sought seeks seeking".split())
_MAY_ALREADY = re.compile(r"\b(?:may|can)\salready\b|\balready\s(?:may|can)\b")
_LETTING = frozenset(root(compared(word)) for word in "allow permit let entitle authorise authorize".split())
"""What a statement has done for those who may do something."""
_TURNING_DOWN = re.compile(r"\b(?:declined|rejected|spurned|rebuffed|turn(?:ed|s|ing)\s(?:it\s|them\s)?down)\b")
"""What somebody has done who refused a thing, by which nothing is left open."""
_WHO_WAS = re.compile(r",\s(?:who|which)\s(?:has|have|had|was|were)\b[^,;.:–—]*")
"""Where it is told what is so of what was just named: "agreed to free Lund, who has been in jail since May"."""
_WANTED = frozenset(("want", "wants", "wanted"))
_ENDED = re.compile(r"\b(?:was|were|had)\b[^.;]{0,80}\buntil\b|\bused to\b")
_PRESENT = frozenset("is are has have holds hold remains belongs stands".split())
_OLD = re.compile(
    r"\b(?:old|previous|former|earlier)\s(?:(?:\w+\s){0,2})(?:record|mark|best|high|low|title|holder|champions?)\b"
)
"""What was the best once: "the old mark of 2:10:28"."""
_BEST = re.compile(r"\b(?:records?|marks?|best|highs?|lows?|titles?|champions?)\b")


def find_doubt(here: Gist, there: Gist, shared: Collection[int], *, told_apart: bool) -> Reason | None:
    """Return why words of the record that share words with a statement (``shared``) may still not have it as so.

    Where both were found to say yes and no to one thing, or to have one person in an office and out of it
    (``told_apart``), a no of the record or another holder is no doubt but a difference.
    """
    doubt = _hedged(here, there, shared) or _crossed(here, there) or done_by_another(here, there, shared)
    doubt = doubt or _turned(here, there)
    doubt = doubt or _not_caused(here, there) or _undecided(here, there) or _imputed(here, there)
    return doubt or (None if told_apart else held_by_another(here, there) or overshadowed(here, there))


def _undecided(here: Gist, there: Gist) -> Reason | None:
    left = undecided(here, there)
    return None if left is None else _only_with(clip(left.cut(there.text)), left)


def _imputed(here: Gist, there: Gist) -> Reason | None:
    imputed = only_imputed(here, there)
    return None if imputed is None else _only_with(clip(imputed.cut(there.text)), imputed)


def _not_caused(here: Gist, there: Gist) -> Reason | None:
    """Find the record saying that something has nothing to do with what it has caused by the statement."""
    denied = _NOT_CAUSED.search(there.text) if _CAUSED.search(here.text) else None
    if denied is None or here.negations or _NOT_CAUSED.search(here.text):
        return None
    return _only_with(denied[0], Span(start=denied.start(), end=denied.end()))


def _crossed(here: Gist, there: Gist) -> Reason | None:
    turned = crossed(here, there)
    if turned is not None:
        words = f"on record the other way about: “{clip(turned.cut(there.text).strip())}”"
        return Reason(code=ReasonCode.SAID_NOT_SO, words=words, there=turned)
    spite = in_spite_of(here, there)
    return None if spite is None else _only_with(clip(spite.cut(there.text)), spite)


def _turned(here: Gist, there: Gist) -> Reason | None:
    turned = turned_about(here, there)
    if turned is None:
        return None
    words = f"on record the other way round: “{clip(turned.cut(there.text).strip())}”"
    return Reason(code=ReasonCode.ENTITY_DIFFERS, words=words, there=turned)


def compare_undoing(here: Gist, there: Gist) -> Finding:
    """Look for verbs of the statement that undo what the record has: "withdrew his denial", and "took it back"."""
    verbs = tuple(
        word.span
        for at, word in enumerate(here.words)
        if root(word.stem) in UNDOING
        and word.plain not in _FELL
        and not (word.plain.startswith("drop") and _moves(here, at))
        and any(root(other.stem) in there.roots for other in _objects(here, at))
    )
    undone = any(root(word.stem) in _UNDONE for word in there.words)
    return Finding(met=verbs) if undone else Finding(missing=verbs)


def _objects(text: Gist, at: int) -> tuple[Word, ...]:
    """Return the words in which the object of the verb ``at`` stands: behind it, or before "was" and the verb."""
    passive = next((n for n in range(max(0, at - _CLOSE), at) if text.words[n].plain in TO_BE), None)
    some = text.words[at + 1 : at + 1 + _CLOSE] if passive is None else text.words[max(0, passive - _REACH) : passive]
    return tuple(word for word in some if word.content and not word.capital)


def _known(here: Gist, there: Gist) -> set[int]:
    """Return the kinds of what the statement leaves open itself."""
    if _MAY_ALREADY.search(here.text) and not _MAY_ALREADY.search(there.text):
        return set()  # what may be done already is not what a bill would let be done
    known = {hedge.kind for hedge in here.hedges}
    if here.negations and any(there.words[hedge.at].plain in _REFUSING for hedge in there.hedges):
        known.add(ASKED_FOR)  # who would not do it has refused to
    if any(here.words[hedge.at].plain in _WANTED for hedge in here.hedges):
        known.add(ASKED_FOR)  # who wants talks is on record urging them
    if any(here.words[hedge.at].plain == "would" for hedge in here.hedges):
        known.add(TO_COME)  # "found that it would cost more" is what "will cost more, they found" says, and back
    if any(word.plain in _PROPOSAL for word in here.words):
        known.add(TO_COME)  # "a proposal to sell the mill was dropped" is told of "a plan to sell the mill"
    return known


def _hedged(here: Gist, there: Gist, shared: Collection[int]) -> Reason | None:
    """Find the record holding only possible, planned, tried, called off or past what the statement has as so."""
    known = _known(here, there)
    command = _COMMAND.search(there.text)
    if command is not None and not _COMMAND.search(here.text):
        return _only_with(command[1], Span(start=command.start(1), end=command.end(1)))
    condition = None if _CONDITION.search(here.text) else _CONDITION.search(there.text)
    firm = not known - {TO_COME} and "would" not in here.text  # "will strike", where they will unless they are paid
    if condition is not None and firm and _in_clause(condition, there, shared):
        return _only_with(condition[0], Span(start=condition.start(), end=condition.end()))
    hedge = _hedge(here, there, shared, known)
    if hedge is not None:
        return _only_with(hedge.plain, hedge.span)
    undone = {root(word.stem) for word in here.words} & (UNDOING | _STOPPING)
    undoing = UNDOING - undone if undone <= _PUT_OFF else _PUT_OFF - undone
    for at, word in enumerate(there.words):
        if root(word.stem) in undoing and _undoes(there, at, shared) and not _ends_so(here, there, at):
            return _only_with(word.plain, word.span)
    present = any(word.plain in _PRESENT for word in here.words)
    pasts = (_ENDED, _OLD) if _BEST.search(here.text) else (_ENDED,)
    for past in pasts if present else ():
        ended = past.search(there.text)
        if ended is not None and not past.search(here.text) and _in_clause(ended, there, shared, before=ended.end()):
            return _only_with(ended[0], Span(start=ended.start(), end=ended.end()))
    return None


def _ends_so(here: Gist, there: Gist, at: int) -> bool:
    """Say whether what goes on is over by the statement, and ended by being called off: "a strike", not "a match"."""
    return _OVER.search(here.text) is not None and any(
        word.plain in _GOING_ON for word in there.words[at + 1 : at + 1 + _REACH]
    )


def _hedge(here: Gist, there: Gist, shared: Collection[int], known: Collection[int]) -> Word | None:
    """Return the word by which the record has it only possible, planned or tried, and which the statement lacks."""
    deed = deed_of(here)
    lacks_it = deed is not None and root(deed.stem) not in there.roots
    for hedge in there.hedges:
        word = there.words[hedge.at]
        aside = deed is not None and _is_aside(there, hedge.at, deed)
        told = word.plain == "would" and TO_COME in known and _is_told(here, there, hedge.at)
        apart = (deed is not None and _is_apart(here, there, hedge.at, deed)) or _is_by_the_way(there, hedge.at, shared)
        told = told or (word.plain in ("will", "would") and _DECIDED.search(here.text) is not None)
        told = told or (word.plain == "would" and _plans(here) and not _is_open(here, there, hedge.at))
        apart = apart or (deed is not None and word.plain in TRIES and _is_done(there, hedge.at, deed))
        apart = apart or (deed is not None and word.plain not in OPEN and _is_told_aside(there, hedge.at, deed))
        same = word.content and root(word.stem) in here.roots  # "the offer was 5 percent", "has offered 5 percent"
        same = (
            same
            or (word.plain in ("may", "can") and bool(here.roots & _LETTING - there.roots))
            or _turns_down(here, there, word)
        )
        if hedge.kind in known or same or aside or apart or told or _is_under_way(here, there, hedge.at):
            continue
        follows = there.words[hedge.at + 1].plain if hedge.at + 1 < len(there.words) else ""
        until = _THEN if word.plain in _BARE and follows not in ("be", "have") else None
        until = _TRIED if word.plain in TRIES else until
        far = word.plain in OPEN or there.text.startswith(" to ", word.span.end)  # "asked to be let off because"
        reach = _FAR if far else _CLOSE if word.plain in _SEEKING else _REACH
        if _reaches(hedge.at, there, shared, reach, names=lacks_it, until=until):
            return word
        own = _sentence_at(there, hedge.at)
        told_there = 2 * sum(own.covers(there.words[place].span) for place in shared) >= len(shared)
        if lacks_it and told_there and _has_yet_to(here, there, word):
            return word
    return None


def _turns_down(here: Gist, there: Gist, refused: Word) -> bool:
    """Say whether the statement has the very refusal: "declined the prize", "has refused the prize"."""
    told = _TURNING_DOWN.search(here.text) if refused.plain == "refused" else None
    return told is not None and told[0] not in there.text


def _has_yet_to(here: Gist, there: Gist, will: Word) -> bool:
    """Say whether the record only tells what the first of the statement's names will do: "Lund will be mayor"."""
    whom = next(iter(here.names), None)
    before = [name for name in there.names if name.span.end < will.span.start]
    if will.plain != "will" or whom is None or not before or not same_bearer(whom, before[-1]):
        return False
    return _ASIDE_OR_NOTHING.fullmatch(there.text, before[-1].span.end, will.span.start) is not None


def _is_done(there: Gist, at: int, deed: Word) -> bool:
    """Say whether a deed that somebody tries is told once more: "after an effort to find him, they found the boy"."""
    cut = _TRIED.search(there.text, there.words[at].span.end)
    ends = cut.start() if cut else len(there.text)
    told = [word.span for word in there.words if root(word.stem) == root(deed.stem)]
    return any(span.start < there.words[at].span.start or span.start >= ends for span in told)


def _is_told_aside(there: Gist, at: int, deed: Word) -> bool:
    """Say whether a deed is told of what was named behind a word, as so: "agreed to free Lund, who had been held"."""
    told = [word.span for word in there.words if root(word.stem) == root(deed.stem)]
    asides = [Span(start=one.start(), end=one.end()) for one in _WHO_WAS.finditer(there.text, there.words[at].span.end)]
    return bool(told) and all(any(one.covers(span) for one in asides) for span in told)


def _is_under_way(here: Gist, there: Gist, at: int) -> bool:
    """Say whether the statement has in the present what the record has to come: "is leaving" for "would leave"."""
    verbs = {root(word.stem) for before, word in pairwise(here.words) if before.plain in _NOW and _is_doing(word)}
    verb = there.words[at + 1 : at + 2]
    return there.words[at].plain in ("will", "would") and bool(verb) and root(verb[0].stem) in verbs


def _is_doing(word: Word) -> bool:
    return word.content and word.plain.endswith("ing")


def _in_clause(words: re.Match[str], there: Gist, shared: Collection[int], *, before: int | None = None) -> bool:
    """Say whether something shared stands in the clause that some words are of, or behind it up to ``before``."""
    starts = [0, *(cut.end() for cut in _CLAUSES.finditer(there.text, 0, words.start()))]
    ends = len(there.text) if before is None else before
    return any(starts[-1] <= there.words[at].span.start < ends for at in shared)


def _is_aside(there: Gist, at: int, deed: Word) -> bool:
    """Say whether a word stands in an aside to a clause that has the deed: "added by those who had threatened to"."""
    aside = _ASIDE.search(there.text, 0, there.words[at].span.start)
    told = aside and [word.span.start for word in there.words if root(word.stem) == root(deed.stem)]
    return bool(aside and told and max(told) < aside.start())


def _sentence_at(text: Gist, at: int) -> Span:
    """Return the sentence that a word stands in."""
    whole = Span(start=0, end=len(text.text))
    return next((one for one in text.sentences if one.covers(text.words[at].span)), whole)


def _is_told(here: Gist, there: Gist, at: int) -> bool:
    """Say whether a "would" is only a "will" in somebody's mouth: on a condition that the statement lacks it is not."""
    return not _is_open(here, there, at) and any(one.content.covers(there.words[at].span) for one in there.sayings)


def _is_open(here: Gist, there: Gist, at: int) -> bool:
    own = _sentence_at(there, at)
    asked = {word.plain for word in here.words}
    return any(own.covers(word.span) and word.plain in OPEN - asked for word in there.words)


def _plans(here: Gist) -> bool:
    """Say whether the statement has it planned itself, as a "would" of the record has: "is to be 100 metres wide"."""
    return any(here.words[hedge.at].plain in _PLANNING for hedge in here.hedges if hedge.kind == TO_COME)


def _is_by_the_way(there: Gist, at: int, shared: Collection[int]) -> bool:
    """Say whether another sentence than that of a word has most of what is shared, which it only leads to."""
    own = _sentence_at(there, at)
    inside = sum(own.covers(there.words[place].span) for place in shared)
    return 0 < _LEADS_TO * inside <= len(shared)


def _is_apart(here: Gist, there: Gist, at: int, deed: Word) -> bool:
    """Say whether the deed is told, and in other sentences than a word stands in.

    Before "is" or "has" a verb only tells of whom the deed is: "the letter found in the desk has been burned".
    """
    own = _sentence_at(there, at)
    told = [word.span for word in there.words if root(word.stem) == root(deed.stem)]
    whose = any(word.plain in _AUXILIARY and word.span.start > deed.span.start for word in here.words)
    return bool(told) and not whose and not any(own.covers(span) for span in told)


def _undoes(text: Gist, at: int, shared: Collection[int]) -> bool:
    """Say whether a word is a verb that undoes what is shared: what stands behind it, or before "was" and the verb."""
    plain = text.words[at].plain
    after = text.words[at + 1].plain if at + 1 < len(text.words) else ""
    asked = at > 1 and text.words[at - 1].plain == "to" and text.words[at - 2].plain in _ASKED and at - 2 in shared
    dropped = plain in ("drop", "drops") and after in ("in", "of")  # "a drop in profit"
    if asked or dropped or plain in _FELL or (plain.endswith("s") and after in _BEHIND_THINGS) or _moves(text, at):
        return False
    if after in _SINCE:
        passive = any(word.plain in TO_BE for word in text.words[max(0, at - _CLOSE) : at])
        return passive and any(at - _REACH <= place < at and not text.words[place].capital for place in shared)
    return _reaches(at, text, shared, _CLOSE, until=_CLAUSES)


def _moves(text: Gist, at: int) -> bool:
    """Say whether a verb only moves a figure or somebody: "lifted its bid to 43 crowns", "was lifted out alive"."""
    if text.words[at + 1 : at + 2] and text.words[at + 1].plain in _ALIVE:
        return True
    some = text.words[at + 1 : at + 1 + _REACH]
    return any(one.plain in ("to", "by") and other.plain[0].isdigit() for one, other in pairwise(some))


def _reaches(
    at: int,
    there: Gist,
    shared: Collection[int],
    reach: int = _REACH,
    *,
    names: bool = False,
    until: re.Pattern[str] | None = None,
) -> bool:
    """Say whether a word reaches one that is shared; a name only where it stands for what the record does not have.

    It reaches nothing in another sentence, nor behind the quotation that it stands in, or ``until``.
    """
    quoted = (one.content for one in there.sayings if one.content.covers(there.words[at].span))
    ends = min(one.end for one in (_sentence_at(there, at), *quoted))
    cut = until.search(there.text, there.words[at].span.end, ends) if until else None
    ends = cut.start() if cut else ends
    if there.words[at].plain not in OPEN | _BARE:
        ends = next_clause(there.text, there.words, at, ends)  # "two wanted to leave it, and one favoured a cut"
    near = (there.words[place] for place in shared if at < place <= at + reach)
    return any(word.span.start < ends and (names or not word.capital) for word in near)


def _only_with(words: str, span: Span) -> Reason:
    return Reason(code=ReasonCode.SAID_NOT_SO, words=f"on record only with “{words}”, not as so", there=span)
