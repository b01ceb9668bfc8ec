"""Comparing what two texts say yes and no to."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import islice

from onrecord.data import Reason, ReasonCode, Span
from onrecord.verify.comparing.degrees import counts_part
from onrecord.verify.comparing.findings import clash, clip
from onrecord.verify.comparing.reach_of_no import (
    is_no_yes,
    is_of_a_kind_of,
    is_of_a_name,
    is_told_of,
    is_topped,
    reaches,
)
from onrecord.verify.reading.clauses import find_verb
from onrecord.verify.reading.gist import Gist
from onrecord.verify.reading.polarity import Negation, has_exception, is_kept_from
from onrecord.verify.reading.sayings import Saying
from onrecord.verify.reading.tokens import ARTICLES, TO_BE, Word, compared, find_roots, root

_NOTICES = frozenset(
    root(compared(word)) for word in "confirm confirmation statement announcement announce comment indication".split()
)
"""What those in charge give out; to deny one is to say that they have not spoken."""

_PARTIAL = frozenset(
    "once immediately yet all every always entirely fully completely wholly necessarily both alone first initially "
    "until directly publicly immediate".split()
)
"""Words that a "not" reaches over without denying the thing itself. "Yet" denies it only so far."""

_SHARED = 0.5
"""Share of a denied content that somebody must be on record with, for the denial to clash with the record."""

_NEAR = 6
"""Words to either side of a verb among which its subject or object stands."""

_TITLE = 24
"""Characters before a name in which its role stands: "former U.S. President"."""

_PAIRS = """
    rise fall, rose fell, increase decrease, grow shrink, gain lose, win lose, won lost, victory defeat, accept
    reject, approve reject, support oppose, open close, reopen close, start end, begin end, guilty innocent,
    convict acquit, alive dead, survive die, legal illegal, lawful unlawful, true false, allow ban, permit
    prohibit, raise lower, raise cut, above below, majority minority, import export, buy sell, join leave,
    succeed fail, success failure, positive negative, adopt reject, adopt defeat,
    uphold overturn, uphold quash, uphold withdraw
"""
_OPPOSITES = frozenset(
    (root(compared(word)), root(compared(other)))
    for pair in _PAIRS.split(",")
    for word, other in (pair.split(), pair.split()[::-1])
)
"""Words of which at most one holds of one thing at one time."""
_ONE_OR_OTHER = """
    include exclude, alive dead, survive die, legal illegal, lawful unlawful, true false, allow ban, permit prohibit
"""
"""Of these one is what the other is not: who was not included was left out."""
_CONTRARY = {
    root(compared(word)): frozenset(
        root(compared(other))
        for pair in _ONE_OR_OTHER.split(",")
        for one, other in (pair.split(), pair.split()[::-1])
        if root(compared(one)) == root(compared(word))
    )
    for word in _ONE_OR_OTHER.replace(",", " ").split()
}
_ALIKE_DENIED = {
    root(compared(word)): row.split()[0]
    for row in ("hurt injury injured harm harmed wound unhurt", "electricity power supply", "alarm siren")
    for word in row.split()
}
"""Words that mean one where they are said no to, and else may not: "no injuries", "nobody was hurt"."""
_NO_ONE = re.compile(r"\b(?:nobody|no[- ]one)\b", re.IGNORECASE)
_OPPOSED = frozenset(one for one, _ in _OPPOSITES)
_PREFIXED = re.compile(r"(?:un|mis|non)-?([a-z]{4,})")
_SUFFIXED = re.compile(r"(?!unless|regard|doubt|nevert|need|relent|count)([a-z]{4,})less")
_OF_HAVING = frozenset("longer have has had having own owned possess possessed get got receive received".split())
"""Behind a no, what says no to what stands behind it: "no longer has confidence" says no to confidence."""
_OUTSIDE = re.compile(
    r"\b(?:t[ao]kes?|took|taken|taking|play(?:s|ed|ing)?|ha[sd]|have|having)\sno\s(?:part|role|hand)\sin\b"
    r"|\bnot\s(?:take|taken)\s(?:any\s)?part\sin\b"
    r"|\bnot\s(?:(?:been|himself|herself|personally|directly)\s)?involved\b|\bnot\s(?:a\s)?part\sof\b",
    re.IGNORECASE,
)
"""What says that somebody is independent of something: "took no part in the study", "was not involved"."""
_NOBODY = frozenset("nobody none".split())
"""What says no of somebody, before what it says no to."""
_OWNING = frozenset("has have had having got found find finds".split())
"""Verbs behind which "no" says that there is none: "had no licence"."""
_OPENS = frozenset("that and but while because as when so if though although said says".split())
"""Behind these a clause begins."""
_LOSING = frozenset("lost lose loses losing lacked lack lacks lacking".split())
_CUT_OFF = re.compile(
    r"\b(?:cut(?:s|ting)?(?:\soff)?|knock(?:s|ed|ing)\sout|interrupt(?:s|ed|ing)|disrupt(?:s|ed|ing))\s(?:the\s)?"
    r"(power|electricity|water|gas|heating)\s(?:supply\s|supplies\s)?(?:to|for|in)\b",
    re.IGNORECASE,
)
"""By what those are left without something that it has been cut off from."""
_LEADS_TO_KIND = frozenset("former current new its his her their our".split())
"""What may stand before a word that says what kind something is, beside articles."""
_BEATING = frozenset("beat beats beaten beating defeated defeats defeating".split())


def compare_polarity(here: Gist, there: Gist, *, record: str) -> tuple[Reason, ...]:
    """Find what one text says and the other says no to, or says the opposite of."""
    if any(has_exception(text.words) or counts_part(text) for text in (here, there)):
        return ()
    spans = [
        *_negated(here, there),
        *((mine, theirs) for theirs, mine in _negated(there, here)),
        *_opposite(here, there),
    ]
    return tuple(
        clash(ReasonCode.NEGATED, (here.text, mine), (there.text, theirs), record=record) for mine, theirs in spans
    )


def unmet_denials(here: Gist, there: Gist) -> tuple[Span, ...]:
    """Return what the statement says no to and the record does not: without it the record bears nothing out."""
    refused = {root(there.words[negation.head].stem) for negation in there.negations}
    refused |= {root(there.words[at].stem) for negation in there.negations for at in _reached(there, negation, here)}
    refused |= {root(word.stem) for at, word in enumerate(there.words) if word.content and _is_lost(there, at)}
    refused |= _without_prefix(there) | {root(compared(one[1].lower())) for one in _CUT_OFF.finditer(there.text)}
    refused |= frozenset[str]().union(*(_CONTRARY.get(one, ()) for one in there.roots)) - there.roots
    for saying in there.sayings:
        refused |= find_roots(saying.content.cut(there.text)) if saying.denied else frozenset()
    outside = _OUTSIDE.search(there.text) is not None

    def told(negation: Negation) -> Iterator[int]:
        cue, first = negation.cue.cut(here.text).lower(), here.words[negation.scope.start].plain
        nobody = cue in _NOBODY or (cue == "no" and first == "one")
        if nobody:
            return iter(negation.scope)
        if here.words[negation.head].plain not in _OF_HAVING:
            return iter((negation.head,))
        had = (at for at in negation.scope if here.words[at].content and here.words[at].plain not in _OF_HAVING)
        return islice(had, 1)

    refused |= {_ALIKE_DENIED[one] for one in refused if one in _ALIKE_DENIED}
    return tuple(
        _reach(here, negation)
        for negation in here.negations
        if not is_topped(here, negation, there)
        and not (outside and _OUTSIDE.search(here.text, max(0, negation.cue.start - _TITLE), negation.cue.end + _TITLE))
        and not any(here.words[at].content and _met(root(here.words[at].stem), refused) for at in told(negation))
    )


def denied_alike(here: Gist, there: Gist) -> tuple[Span, ...]:
    """Return words under a no of the statement for which the record has others that mean the same, under a no too."""
    mine, theirs = _refused(here, there), _refused(there, here)
    same = {one for one in mine if _ALIKE_DENIED.get(one) in {_ALIKE_DENIED.get(other) for other in theirs} - {None}}
    met = [word for word in here.words if root(word.stem) in same or root(word.stem[2:]) in same]
    nobody = [word for at, word in enumerate(here.words) if word.plain == "nobody" or _is_no_one(here, at)]
    met += nobody if same or (nobody and _NO_ONE.search(there.text)) else []
    return tuple(word.span for word in met if word.content)


def _is_no_one(text: Gist, at: int) -> bool:
    return at > 0 and text.words[at].plain == "one" and text.words[at - 1].plain == "no"


def _refused(text: Gist, other: Gist) -> frozenset[str]:
    """Return the roots of what a text says no to, by a word, a prefix or as lost."""
    told = {root(text.words[at].stem) for negation in text.negations for at in _reached(text, negation, other)}
    told |= {root(word.stem) for at, word in enumerate(text.words) if word.content and _is_lost(text, at)}
    return frozenset(told | _without_prefix(text))


def _reached(text: Gist, negation: Negation, other: Gist) -> Iterator[int]:
    """Yield what a no reaches; of "no serious injuries" nothing, where another text has no "serious"."""
    known = {_ALIKE_DENIED.get(one, one) for one in other.roots}
    head = root(text.words[negation.head].stem)
    kind = negation.cue.cut(text.text).lower() == "no" and _ALIKE_DENIED.get(head, head) not in known
    noun = text.words[negation.head + 1 : negation.head + 2]
    if not (kind and noun and noun[0].content and root(noun[0].stem) in _ALIKE_DENIED):
        yield from (at for at in negation.scope if text.words[at].content)


def _met(one: str, refused: Collection[str]) -> bool:
    return one in refused or _ALIKE_DENIED.get(one) in refused


def says_no(here: Gist, denial: Saying, there: Gist) -> bool:
    """Say whether a statement has somebody say no to what he denies by the record: "denies having known of it".

    "Said he had not known of it"; who denies that nobody knew has said no such thing.
    """
    said = [one for one in here.sayings if one.cue and one.source and not one.denied]
    within = [one for one in there.negations if denial.content.covers(one.cue)]
    if not denial.denied or len(said) != 1 or len(here.negations) != 1 or within:
        return False
    no = here.negations[0]
    told = {root(here.words[at].stem) for at in no.scope if here.words[at].content}
    denied = find_roots(denial.content.cut(there.text))
    return said[0].content.covers(no.cue) and bool(told) and 2 * len(told & denied) >= len(told)


def _without_prefix(text: Gist) -> frozenset[str]:
    """Return the roots of words that say no by a prefix or ending, without it: of "unvaccinated", "ticketless"."""
    prefixed = (match[1] for match in (_PREFIXED.fullmatch(word.plain) for word in text.words) if match)
    without = (match[1] for match in (_SUFFIXED.fullmatch(word.plain) for word in text.words) if match)
    return frozenset(root(compared(word)) for word in (*prefixed, *without))


def _is_lost(text: Gist, at: int) -> bool:
    """Say whether somebody goes without what a word names: "lost electricity", "lacked a licence"."""
    return any(word.plain in _LOSING for word in text.words[max(0, at - 2) : at])


def overshadowed(here: Gist, there: Gist) -> Reason | None:
    """Find words that the record has only under a no that the statement lacks: "did not agree to release"."""
    if here.negations:
        return None
    denied = {at for negation in there.negations for at in negation.scope}
    told = {root(word.stem) for at, word in enumerate(there.words) if at not in denied}
    for negation in there.negations:
        head = root(there.words[negation.head].stem)
        if head in _without_prefix(here) or not _CONTRARY.get(head, frozenset()).isdisjoint(here.roots):
            continue  # "did not match", and a mismatch; "was not included", and was excluded
        under = (root(there.words[at].stem) for at in negation.scope if there.words[at].content)
        if any(one in here.roots and one not in told for one in under):
            reach = _reach(there, negation)
            words = f"on record only with “{clip(reach.cut(there.text))}”"
            return Reason(code=ReasonCode.NEGATED, words=words, there=reach)
    return None


def compare_notices(here: Gist, there: Gist, *, topic: frozenset[str], record: str) -> tuple[Reason, ...]:
    """Find "there is no confirmation that P" and "X has made no such statement" where X is on record with P.

    ``topic`` are the roots of what the statement takes up from the one before it ("no such statement").
    """
    return tuple(
        clash(ReasonCode.NEGATED, (here.text, mine), (there.text, theirs), record=record)
        for mine, theirs in _unsaid(here, there, topic)
    )


def _negated(one: Gist, other: Gist) -> Iterator[tuple[Span, Span]]:
    """Yield a negation of ``one`` with the word of ``other`` that says what it denies, and nowhere denies it."""
    for negation in one.negations:
        head = one.words[negation.head]
        if head.capital or root(head.stem) in _NOTICES or _said_too(one, negation) or _in_part(one, negation):
            continue
        if is_of_a_kind_of(one, negation, other):
            continue
        deed = _deed_of_none(one, negation)
        if deed is not None and root(deed.stem) not in other.roots:
            continue
        places = [at for at, word in enumerate(other.words) if word.content and root(word.stem) == root(head.stem)]
        places = [at for at in places if not is_of_a_name(other, at)]
        if any(_denied(other, at) or _is_subject_of_no(other, at) for at in places):
            continue
        around = _around(one, negation.head)
        close = [
            at
            for at in places
            if (not around or around & _around(other, at))
            and not is_no_yes(other, at, one)
            and reaches(one, negation, other, at)
            and (deed is None or is_told_of(other, at, deed))
        ]
        if close:
            yield _reach(one, negation), other.words[close[0]].span


def _deed_of_none(text: Gist, negation: Negation) -> Word | None:
    """Return what none of somebody does by a text, and none if it only says that there is none.

    "No pilots lost their jobs" says no to their losing them, and nothing to "the pilots kept their jobs".
    """
    cue, at = negation.cue.cut(text.text).lower(), negation.scope.start - 1
    before = text.words[at - 1].plain if at else ""
    opens = not before or before in _OPENS or not text.text[text.words[at - 1].span.end : negation.cue.start].isspace()
    if cue == "no" and not opens:  # "cut no jobs" says no to cutting them
        led = text.words[at - 1]
        return led if led.content and not led.capital and led.plain not in _OWNING else None
    if cue not in ("no", "nobody", "none"):
        return None
    scope = [text.words[place] for place in negation.scope]
    named = scope if cue == "no" else [text.words[at], *scope]
    verb = find_verb(named)
    if cue != "no" and verb is None:
        return next((word for word in scope if word.content), None)
    return next((word for word in named[verb:] if word.content), None) if verb is not None else None


def _in_part(text: Gist, negation: Negation) -> bool:
    """Say whether it is only denied in part: "did not sink at once", "not all schools"."""
    return any(text.words[at].plain in _PARTIAL for at in negation.scope)


def _said_too(text: Gist, negation: Negation) -> bool:
    """Say whether a text also says yes to what it says no to: "he does not want war, he wants talks"."""
    head = root(text.words[negation.head].stem)
    return any(root(word.stem) == head and not _denied(text, at) for at, word in enumerate(text.words))


def _around(text: Gist, at: int) -> frozenset[str]:
    """Return the roots of the content words next to a word, which tell what it is said of."""
    near = (
        text.words[place] for place in range(max(0, at - _NEAR), min(len(text.words), at + _NEAR + 1)) if place != at
    )
    return frozenset(root(word.stem) for word in near if word.content)


def _reach(text: Gist, negation: Negation) -> Span:
    return Span(start=negation.cue.start, end=text.words[negation.head].span.end)


def _denied(text: Gist, at: int) -> bool:
    span = text.words[at].span
    return (
        any(at in negation.scope for negation in text.negations)
        or _is_lost(text, at)
        or is_kept_from(text.words, at)
        or any(saying.denied and saying.content.covers(span) for saying in text.sayings)
    )


def _is_subject_of_no(text: Gist, at: int) -> bool:
    """Say whether a "not" follows close behind a word: "the ministry was not involved" is a no about the ministry."""
    return any(0 < negation.scope.start - 1 - at <= _NEAR for negation in text.negations)


def _unsaid(here: Gist, there: Gist, topic: frozenset[str]) -> Iterator[tuple[Span, Span]]:
    for negation in here.negations:
        if root(here.words[negation.head].stem) not in _NOTICES:
            continue
        subjects = [name.words for name in here.names if name.span.end <= negation.cue.start]
        denied = content_after(here, negation.head) or topic
        for saying in there.sayings:
            if saying.denied or saying.source is None or saying.cue is None:
                continue
            source = saying.source.cut(there.text)
            said = {root(there.words[at].stem) for at in there.within(saying.content)}
            speaks = not subjects or any(name in source for name in subjects)
            if speaks and denied and len(denied & said) >= _SHARED * len(denied):
                start = min(saying.source.start, saying.cue.start)
                yield _reach(here, negation), Span(start=start, end=max(saying.source.end, saying.cue.end))


def content_after(text: Gist, at: int) -> frozenset[str]:
    """Return the roots of the content words after the word ``at``, people's titles left out."""
    after = (word for word in text.words[at + 1 :] if word.content and not _is_title(text, word.span))
    return frozenset(root(word.stem) for word in after)


def _is_title(text: Gist, span: Span) -> bool:
    """Say whether a word stands in front of a name as somebody's role."""
    return any(name.role and 0 < name.span.start - span.start <= _TITLE for name in text.names)


def has_opposites(one: Gist, other: Gist) -> bool:
    """Say whether two texts have words that exclude each other, whatever they are said of."""
    mine, theirs = (one.roots - other.roots) & _OPPOSED, (other.roots - one.roots) & _OPPOSED
    return any((here, there) in _OPPOSITES for here in mine for there in theirs)


def _beats(text: Gist, at: int) -> bool:
    """Say whether a word is the verb of who defeats another, which is to win."""
    word, before = text.words[at].plain, text.words[at - 1].plain if at else ""
    return (word in _BEATING and before not in TO_BE) or (word == "defeat" and before == "to")


def _describes(text: Gist, at: int) -> bool:
    """Say whether a word in -ing only says what kind something is: "the former purchasing director"."""
    before, behind = (text.words[n].plain if 0 <= n < len(text.words) else "" for n in (at - 1, at + 1))
    led = before in ARTICLES | _LEADS_TO_KIND or before.endswith(("'s", "’s"))
    return text.words[at].plain.endswith("ing") and led and behind.isalpha() and text.words[at + 1].content


def _opposite(here: Gist, there: Gist) -> Iterator[tuple[Span, Span]]:
    for at, word in enumerate(here.words):
        if root(word.stem) not in _OPPOSED or root(word.stem) in there.roots or _beats(here, at):
            continue
        for place, other in enumerate(there.words):
            apart = (root(word.stem), root(other.stem)) in _OPPOSITES and root(other.stem) not in here.roots
            apart = apart and not (_describes(here, at) or _describes(there, place))
            if apart and not _beats(there, place) and _denied(here, at) == _denied(there, place):
                yield word.span, other.span
                break
