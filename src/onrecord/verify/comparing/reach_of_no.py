"""What a no says nothing of: another time, another degree, another kind, and what the record itself has gone.

In each of these the record may have the very word that is denied and both be true, so that neither contradicts the
other: "fuel had not been cheaper for years", and now it is.
"""

from __future__ import annotations

import re
from itertools import pairwise

from onrecord.data import Span
from onrecord.verify.comparing.names import mentions
from onrecord.verify.reading.clauses import VERBS
from onrecord.verify.reading.gist import Gist
from onrecord.verify.reading.polarity import Negation
from onrecord.verify.reading.tokens import TO_BE, Word, root

_COMPLEMENT = re.compile(r"(?:\s[\w’'-]+){0,4}?\s(?:from|of|as|in|at|for|over|with)(?:\s(?:the|its|his|her|their))?\s")
"""What stands between a verb and a name that says what exactly was done."""
_NOBODY = frozenset("no nobody none neither nothing".split())
_BACK = 4
"""Words beside a word among which one tells that it was before, or that it is new, or left."""
_ONCE = frozenset("had once already previously earlier".split())
_PAST_DEED = re.compile(
    r"(?:been|ever|yet|already|\w+(?:ed|en|wn)|won|held|made|left|sold|lost|met|told|sent|paid|found|built|bought|kept|got"
    r"|gone|done|come|run|set|cut|put|hit|heard|led|read)"
)
"""Behind "had", what had been done; "had a licence" tells what somebody had."""
_UNTIL = frozenset("before until".split())
_SO_LONG = re.compile(
    r"\b(?:for|in)\s(?:\w+\s){0,3}(?:years?|decades?|months?|weeks?|days?|century|centuries|generations?|memory|time)\b"
    r"|\bsince\b|\bever\b",
    re.IGNORECASE,
)
"""A time up to now in which something has been so, or has not."""
_COMPARATIVES = frozenset(
    """
    higher lower cheaper dearer hotter warmer cooler colder wetter drier weaker stronger bigger larger smaller younger
    older longer shorter faster slower richer poorer fuller better worse greater closer busier deadlier heavier lighter
    louder quieter taller deeper safer calmer earlier later
    """.split()
)
_NO_DEGREE = frozenset("far that long called as well".split())
"""Behind "so" and "as", what makes no degree of it."""
_OF_A_KIND, _ONE_AT_ALL = frozenset("a an any".split()), frozenset("single sole".split())
_PLACED = frozenset("in at on inside aboard among present there part".split())
"""Right behind a no, what says that somebody was not there."""
_LEAVING = frozenset(
    "left leave leaves leaving quit quits quitting exited fled flee flees boycotted skipped missed avoided".split()
)
_RID = frozenset(
    """
    cleared clears clearing acquitted acquits acquitting exonerated exonerates absolved absolves stripped strips
    stripping deprived robbed relieved removed struck expelled
    """.split()
)
"""Verbs of who or what is then without it: "cleared the minister of a conflict of interest"."""
_WITHOUT = frozenset("free clear rid devoid lack lacks absence absent missing away out want loss".split())
"""Before "of" or "from" what is not there, or not with somebody."""
_NEW = frozenset(
    """
    installed installs installing install fitted fitting fit built building build introduced introduces introducing
    introduce added adding adds add hired hiring hire bought buying buy erected erecting appointed appointing created
    creating
    """.split()
)
"""Verbs by which there is something that there was not."""
_THERE_WAS = frozenset("was were had".split())
_RULE = re.compile(
    r"\b(?:rule|law|order|duty|decree|requirement|obligation|provision)s?\s(?:on\s\w+\s)?"
    r"(?:that|which|whereby|(?:by|under)\swhich|requiring|obliging|making|for)\b"
)
_UNDONE = re.compile(
    r"\b(?:eased|relaxed|lifted|scrapped|dropped|abolished|repealed|waived|suspended|struck\sdown|quashed|annulled|revoked"
    r"|withdrawn|ended|exempt|exempted)\b"
)
"""Beside what a rule asks, that it no longer does: "the rule that visitors need a visa has been eased"."""
_ALL_BUT = re.compile(
    r"\b(?:[Aa]ll|[Ee]very(?:one|body|thing)?|[Aa]ny(?:one|body|thing)?)\b[^,.;]{0,60}\sbut\s(?:for\s)?(?:the\s)?[A-Z0-9]"
    r"|\b(?:apart|aside)\sfrom\b|\bwith\sthe\sexceptions?\sof\b|\bexcepting\b|\bexcluding\b|\bother\sthan\b|\bsave\sfor\b"
)
"""By what some are left out, so that neither text stands for the whole."""
_STOPPED = frozenset(
    "stop stops stopped cease ceases ceased halt halts halted end ends ended suspended abandoned quit quits up".split()
)
"""Before a word in -ing that is done no more: "stopped exporting gas", "gave up smoking"."""
_NO_MORE = re.compile(r"\b(?:no longer|any ?more|any longer)\b", re.IGNORECASE)
_ENDED = re.compile(
    r"\b(?:resign(?:ed|s|ing)|(?:step(?:ped|s|ping)|st(?:ood|ands|anding))\sdown|quit|left|retire[ds]|dismissed|sacked|fired"
    r"|expelled|ousted|removed|until|stopped|ceased|ended|gave\sup|given\sup)\b"
)
"""By what something has been and is no more."""
_WHO, _LIGHT = frozenset("who whom which whose".split()), frozenset("also once then later still".split())
_CLAUSE = 5
"""Words before a verb among which "who" and "before" open its clause."""
_BESIDE = frozenset("with carrying behind near beside without".split())
_PHRASE = 4
"""Words before a noun among which such a word leads it, and makes it no more than what stands beside."""
_NOT_SO = re.compile(
    r"\s(?:(?:was|were|is|are|did|do|does|had|has|have)\snot|(?:was|were|is|are|did|do|does|had|has|have)n[’']t)(?=[.,;]|$)"
)
"""Behind those of whom something is not so that is told of others: "the driver was hurt, his passengers were not"."""
_CUT = re.compile(r"[.;:–—]|,?\s(?:but|while|whereas|and|though|although|when|after|before|because|as|who|which)\s")
_CLOSE = 3
"""Words between which a noun and what says its kind stand: "cuts to the power"."""
_BEGUN = 6
"""Letters that a word and the form that has most of it begin with: "deadly", "deadliest"."""
_IS = frozenset("is are".split())
_WITHIN = 8
"""Words between such a verb and what somebody is without."""


def is_no_yes(text: Gist, at: int, other: Gist) -> bool:
    """Say whether a word, however it is denied by another text, is no yes: it only tells whom, or of what else."""
    return text.words[at].plain == "according" or _of_something(text, at, other) or _only_tells_whom(text, at)


def is_of_a_name(text: Gist, at: int) -> bool:
    """Say whether a word is only a part of a name, which is no yes to it: "Tarn Power & Light"."""
    word = text.words[at]
    return word.capital and any(" " in name.words and name.span.covers(word.span) for name in text.names)


def _only_tells_whom(text: Gist, at: int) -> bool:
    """Say whether a participle tells of whom something is said, and is not said: "inmates convicted of fraud"."""
    before, after = (text.words[near] if 0 <= near < len(text.words) else None for near in (at - 1, at + 1))
    noun = before is not None and before.content and not before.capital and before.plain.endswith("s")
    return noun and after is not None and after.plain in ("of", "by") and text.words[at].plain.endswith("ed")


def _of_something(text: Gist, at: int, other: Gist) -> bool:
    """Say whether a verb is said of what the other text does not name: "resigned from the board of Acmar"."""
    rest = text.text[text.words[at].span.end :]
    return any(
        name.span.start >= text.words[at].span.end
        and _COMPLEMENT.fullmatch(rest[: name.span.start - text.words[at].span.end])
        and not mentions(other, name)
        for name in text.names
    )


def reaches(one: Gist, negation: Negation, other: Gist, at: int) -> bool:
    """Say whether a no of one text surely is of what the word ``at`` of another tells."""
    if not _is_of_before(other, at) and (
        _of_time_before(one, negation) or (_there_was_none(one, negation) and _is_new(other, at))
    ):
        return False
    return not (
        any(_ALL_BUT.search(text.text) for text in (one, other))
        or _is_undone(other, at)
        or _is_over_by_then(other, at)
        or _was_so(one, negation, other, at)
        or _done_by_another(one, negation, other, at)
        or _of_degree(one, negation, other)
        or _of_another_kind(one, negation, other)
        or _is_gone(one, negation, other, at)
    )


def is_of_a_kind_of(text: Gist, negation: Negation, other: Gist) -> bool:
    """Say whether there is none of what a noun only says the kind of, and of which another text tells nothing.

    "No police officers were hurt" says nothing of police dogs, and who has no coal mines may have coal.
    """
    cue, chain = negation.cue.cut(text.text).lower(), [text.words[negation.head]]
    for word in text.words[negation.head + 1 : negation.scope.stop]:
        joined = text.text[chain[-1].span.end : word.span.start] in (" ", "-")
        if not joined or not word.content or word.capital or not word.plain.isalpha() or _may_be_done(word):
            break
        chain.append(word)
    if cue not in ("no", "without"):
        return False
    places = [[at for at, word in enumerate(other.words) if root(word.stem) == root(one.stem)] for one in chain]
    return not all(
        any(0 < abs(at - place) <= _CLOSE for at in kinds for place in things) for kinds, things in pairwise(places)
    )


def is_told_of(text: Gist, at: int, deed: Word) -> bool:
    """Say whether a text may have a deed done by or to what the word ``at`` names, and not to something beside it.

    Who "stole three bronzes, but left the money" has stolen no money, and "the driver of a bus with 40 passengers was
    hurt" tells of no hurt passengers.
    """
    if _NOT_SO.match(text.text, text.words[at].span.end):
        return False
    told = [place for place, word in enumerate(text.words) if root(word.stem) == root(deed.stem)]
    led = next((n for n in range(at - 1, max(-1, at - _PHRASE), -1) if text.words[n].plain in _BESIDE), None)
    if at not in told and led is not None and not any(map(_may_be_done, text.words[led + 1 : at])):
        return False
    return any(_go_together(text, *sorted((at, place))) for place in told)


def _go_together(text: Gist, first: int, last: int) -> bool:
    """Say whether no other clause begins between two words."""
    start, end = text.words[first].span.end, text.words[last].span.start
    cuts = _CUT.finditer(text.text, start, max(start, end))
    between = text.words[first + 1 : last]
    return not any(_may_be_done(word) for cut in cuts for word in between if word.span.start >= cut.start())


def _may_be_done(word: Word) -> bool:
    return not word.capital and (word.plain in VERBS or word.plain.endswith("ed"))


def _is_of_before(text: Gist, at: int) -> bool:
    """Say whether a word tells what had been before: "had used it twice", "was last seen in 1999"."""
    last, led = (text.words[near].plain if near >= 0 else "" for near in (at - 1, at - 2))
    once = any(word.plain in _ONCE for word in text.words[max(0, at - _BACK) : at + _BACK])
    return once or (last == "last" and led in TO_BE)


def _scope(text: Gist, negation: Negation) -> list[Word]:
    return [text.words[at] for at in negation.scope]


def _before(text: Gist, negation: Negation) -> list[str]:
    """Return the two words before a no."""
    at = negation.scope.start - 1
    return [word.plain for word in text.words[max(0, at - 2) : at]]


def _of_time_before(text: Gist, negation: Negation) -> bool:
    """Say whether it is denied only up to some time: "had not won for nine years", "nobody before her".

    What somebody is told to have said is put back a time: "said he had not signed" is "I did not sign".
    """
    cue, scope = negation.cue.cut(text.text).lower(), _scope(text, negation)
    if cue in _NOBODY:
        had = (at for at, word in enumerate(scope[:-1]) if word.plain == "had")
        past = any(_PAST_DEED.fullmatch(scope[at + 1].plain) for at in had)
    else:
        past = cue in ("hadn't", "hadn’t") or "had" in _before(text, negation)
    until = any(word.plain in _UNTIL for word in text.words[negation.scope.start : negation.scope.stop + 1])
    said = any(saying.content.covers(negation.cue) for saying in text.sayings)
    return (past and (until or not said or bool(_SO_LONG.search(text.text)))) or (until and cue in _NOBODY)


def _of_degree(text: Gist, negation: Negation, other: Gist) -> bool:
    """Say whether only a degree is denied, which the other text does not compare: "has not been so high since 2016"."""
    scope, told = _scope(text, negation), {word.plain for word in other.words}
    for word, behind in pairwise(scope):
        degree = word.plain in ("so", "as") and behind.plain not in _NO_DEGREE and behind.content and not behind.capital
        if (degree or behind.plain == "than") and not ({"so", "as"} if degree else {"than"}) & told:
            return True
    highest = negation.cue.cut(text.text).lower() in {*_NOBODY, "never"} or _SO_LONG.search(text.text)
    at_all = any(word.plain == "than" for word in scope)
    return bool(highest) and not at_all and any(word.plain in _COMPARATIVES for word in scope)


def is_topped(text: Gist, negation: Negation, other: Gist) -> bool:
    """Say whether another text has the most of what had not been so much: "not so deadly since 2014", "the deadliest".

    Yields that "had not been so high for nine years" are at a nine-year high.
    """
    scope = pairwise(_scope(text, negation))
    degrees = [behind.plain for word, behind in scope if word.plain in ("so", "as") and behind.content]
    if not degrees or not _SO_LONG.search(text.text):
        return False
    begun, most = degrees[0].removesuffix("y")[:_BEGUN], other.text.lower()
    told = re.search(rf"\b{re.escape(begun)}[a-z]{{0,4}}est\b|\bmost\s{re.escape(degrees[0])}\b", most)
    return told is not None or (degrees[0] in ("high", "low") and f"-year {degrees[0]}" in most)


def _of_another_kind(text: Gist, negation: Negation, other: Gist) -> bool:
    """Say whether only one of a kind is denied that the other text does not speak of: "never played an away match"."""
    scope, told = _scope(text, negation), {word.plain for word in other.words}
    article = next((at for at, word in enumerate(scope) if word.plain in _OF_A_KIND), None)
    if article is None or text.words[negation.head].span.start > scope[article].span.start:
        return False
    kind: list[Word] = []
    for word in scope[article + 1 :]:
        if not (word.content or word.plain == "away"):
            break
        kind.append(word)
    narrowed = [word for word in kind[:-1] if word.plain not in _ONE_AT_ALL and not word.capital]
    return any(word.plain not in told and root(word.stem) not in other.roots for word in narrowed)


def _is_gone(one: Gist, negation: Negation, other: Gist, at: int) -> bool:
    """Say whether a text has something gone without a no: "left the chamber", "cleared her of any fault"."""
    words = other.words
    before = [word.plain for word in words[max(0, at - _BACK) : at]]
    led = next(
        (place for place in range(at - 1, max(-1, at - _BACK), -1) if words[place].plain in ("of", "from")), None
    )
    if led is not None:
        rid = any(word.plain in _RID for word in words[max(0, led - _WITHIN) : led])
        if rid or (led and words[led - 1].plain in _WITHOUT):
            return True
    first = one.words[negation.scope.start].plain
    return first in _PLACED and not _LEAVING.isdisjoint(before)


def _there_was_none(text: Gist, negation: Negation) -> bool:
    """Say whether there was none of something by a text, whatever has been made since: "there were no alarms"."""
    return negation.cue.cut(text.text).lower() == "no" and not _THERE_WAS.isdisjoint(_before(text, negation)[-1:])


def _is_new(text: Gist, at: int) -> bool:
    return any(word.plain in _NEW for word in text.words[max(0, at - _BACK) : at])


def _sentence(text: Gist, at: int) -> Span:
    word = text.words[at].span
    return next((span for span in text.sentences if span.covers(word)), word)


def _is_undone(text: Gist, at: int) -> bool:
    """Say whether a word tells what a rule asks that is undone in the same sentence."""
    sentence, word = _sentence(text, at), text.words[at].span
    rule = _RULE.search(text.text, sentence.start, word.start)
    return rule is not None and any(
        _UNDONE.search(text.text, *part) for part in ((sentence.start, rule.start()), (word.end, sentence.end))
    )


def _is_over_by_then(text: Gist, at: int) -> bool:
    """Say whether a word may not have come about, or is done no more: "put out before it reached it"."""
    words = text.words
    last = words[at - 1].plain if at else ""
    before = _clause_opened_by(text, at, _UNTIL)
    return before is not None or (words[at].plain.endswith("ing") and last in _STOPPED) or last == "having"


def _clause_opened_by(text: Gist, at: int, openers: frozenset[str]) -> int | None:
    """Return where the clause of a word is opened by one of some words close before it, with no sign between."""
    for place in range(at - 1, max(-1, at - 1 - _CLAUSE), -1):
        if not text.text[text.words[place].span.end : text.words[place + 1].span.start].isspace():
            return None
        if text.words[place].plain in openers:
            return place
    return None


def _was_so(one: Gist, negation: Negation, other: Gist, at: int) -> bool:
    """Say whether it is denied of now only, and the other text has it end: "is not a member any more", resigned."""
    state = _NO_MORE.search(one.text) or (
        not _IS.isdisjoint(_before(one, negation)[-1:]) and not other.words[at].plain.endswith(("ed", "ing"))
    )
    sentence = _sentence(other, at)
    return bool(state) and _ENDED.search(other.text, sentence.start, sentence.end) is not None


def _done_by_another(one: Gist, negation: Negation, other: Gist, at: int) -> bool:
    """Say whether a word stands in a clause of somebody else than the denied: "a wreath, which her husband sent"."""
    who = None if negation.cue.cut(one.text).lower() in _NOBODY else _clause_opened_by(other, at, _WHO)
    if not who:
        return False
    within = [word for word in other.words[who + 1 : at] if word.content and not word.plain.endswith("ly")]
    whose = within if other.words[who].plain != "who" and within else [other.words[who - 1]]
    return not any(root(word.stem) in one.roots for word in whose if word.plain not in _LIGHT)
