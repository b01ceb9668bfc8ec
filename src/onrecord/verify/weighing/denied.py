"""Whether what a text says no to is what the other tells: of whom, to what, against whom and when.

Who did not charge Lund may have charged his brother, and a storm that did not reach Tarn has reached somewhere. Where
the other text has the deed of others each time, or done to another thing, its yes is no answer to the no.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.data import Reason, ReasonCode
from onrecord.text.sentences import sentences
from onrecord.verify.comparing.times import bears_out, resolved
from onrecord.verify.reading.gist import Gist
from onrecord.verify.reading.polarity import Negation
from onrecord.verify.reading.tokens import compared, find_roots, root
from onrecord.verify.weighing.predicates import ANYBODY, find_predicates
from onrecord.verify.weighing.predicates import Party as Subject
from onrecord.verify.weighing.roles import DOER, DONE_TO, Deed, Party, find_deeds

_PEOPLE = tuple(
    "er ers or ors ist ists man men woman women ian ians ant ants ee ees people child children kid kids boy boys girl "
    "girls police troops pupil pupils".split()
)
"""How words for people end."""
_SOMEBODY = ANYBODY | frozenset(
    root(compared(word)) for word in "civilian guest nurse wife husband mother father son daughter couple baby".split()
)
_CALLED_SO = frozenset(
    root(compared(word))
    for word in """
    man woman person people suspect victim couple group company firm business team club party agency government
    authority official police officer building vehicle vessel storm crash attack incident event deal agreement plan
    project law measure area place site town city village region country work number figure rate level total
    """.split()
)
"""What anybody of a kind, or any such thing, may be called by another word."""
_NOBODY = frozenset(root(compared(word)) for word in ("nobody", "none", "one"))
_NEAR = 12
"""Characters behind a deed in which its time stands."""


def denies_another(here: Gist, there: Gist, clashes: Sequence[Reason]) -> bool:
    """Say whether all by which one text says no to the other is told by the other of another deed."""
    codes = {reason.code for reason in clashes}
    return codes == {ReasonCode.NEGATED} and all(_is_of_another(reason, here, there) for reason in clashes)


def _is_of_another(reason: Reason, here: Gist, there: Gist) -> bool:
    for text, other, span in ((here, there, reason.here), (there, here, reason.there)):
        for no in text.negations:
            if span is not None and no.cue.overlaps(span):
                return _told_of_another(text, no, other) or _so_of_another(text, no, other)
    return _opposed_of_another(reason, here, there)


def _opposed_of_another(reason: Reason, here: Gist, there: Gist) -> bool:
    """Say whether the opposite of a deed is told of others each time: wheat rose, and barley fell."""
    deeds = []
    for text, span in ((here, reason.here), (there, reason.there)):
        verbs = {root(word.stem) for word in text.words if span is not None and span.covers(word.span)}
        deeds.append([one for one in find_deeds(text.text) if one.verb in verbs])
    mine, theirs = deeds
    if theirs and not mine and reason.here is not None:
        words = (
            word for word in here.words if word.content and not word.capital and word.span.end <= reason.here.start
        )
        lacking = {root(word.stem) for word in words} - there.roots
        first = {root(word.stem) for word in here.words[:1] if word.content} - there.roots
        return bool(lacking | first) and all(_all_of(its) - here.roots for its in theirs)
    return bool(mine and theirs) and all(
        _differ(one, here, its, there) or _acts_otherwise(one, its) for one in mine[:1] for its in theirs
    )


def _acts_otherwise(mine: Deed, theirs: Deed) -> bool:
    """Say whether one has an object and the other none, of what does it itself: "began", "ended its first day"."""
    one, other = ((deed.passive, bool(deed.of(DOER)), bool(deed.of(DONE_TO))) for deed in (mine, theirs))
    same = bool(_roots_of(mine, DOER) & _roots_of(theirs, DOER))
    return same and not (one[0] or other[0]) and one[1] and other[1] and one[2] is not other[2]


def _all_of(deed: Deed) -> frozenset[str]:
    """Return the words of those who do a deed and to whom it is done, and what tells them apart."""
    return frozenset[str]().union(*(one.roots | one.marks for role, one in deed.parties if role in (DOER, DONE_TO)))


def _roots_of(deed: Deed, role: str) -> frozenset[str]:
    return frozenset[str]().union(*(party.roots for party in deed.of(role)))


def _told_of_another(text: Gist, no: Negation, other: Gist) -> bool:
    """Say whether the deed that a text says no to is told by the other of others, or of another time, each time."""
    within = {root(text.words[at].stem) for at in no.scope} | {root(text.words[no.head].stem)}
    reach = [text.words[no.scope.start - 1].span.start, text.words[no.scope.stop - 1].span.end]
    mine = next(
        (one for one in find_deeds(text.text) if one.verb in within and _touches(one, *reach)),
        next((one for one in find_deeds(text.text) if _touches(one, *reach)), None),
    )
    same = [one for one in find_deeds(other.text) if mine and one.verb == mine.verb]
    return bool(same) and all(_differ(mine, text, one, other) or _acts_otherwise(mine, one) for one in same if mine)


def _touches(deed: Deed, start: int, end: int) -> bool:
    return deed.span.start < end and start < deed.span.end


def _differ(mine: Deed, text: Gist, theirs: Deed, other: Gist) -> bool:
    for role in dict.fromkeys(role for role, _ in mine.parties):
        if _are_others(mine.of(role), text, theirs.of(role), other, strictly=role not in (DOER, DONE_TO)):
            return True
    turned = not (mine.passive or mine.of(DONE_TO)) and _roots_of(mine, DOER) & _roots_of(theirs, DONE_TO)
    if turned and _are_others(mine.of(DOER), text, theirs.of(DONE_TO), other):
        return True  # "the old mill closed", "Acmar closed a new mill"
    doers, done_by = mine.of(DOER), theirs.of(DOER)
    elsewhere = [party for role, party in theirs.parties if role not in (DOER, DONE_TO)]
    if doers and not done_by and any(one.roots & party.roots for one in doers for party in elsewhere):
        return True  # "shots were fired at police"
    return _in_another_place(mine, text, theirs, other) or _at_another_time(text, theirs, other)


def _in_another_place(mine: Deed, text: Gist, theirs: Deed, other: Gist) -> bool:
    """Say whether both name where something is, and not the same place: "the mill in Tarn", "its mill in Halme"."""
    own, its = (
        frozenset[str]().union(
            *(one.marks for role, one in deed.parties if role in (DOER, DONE_TO)),
            *(one.roots for role, one in deed.parties if role in ("in", "at")),
        )
        & _name_roots(told)
        for deed, told in ((mine, text), (theirs, other))
    )
    return bool(own and its) and not own & its


def _are_others(
    mine: Sequence[Party], text: Gist, theirs: Sequence[Party], other: Gist, *, strictly: bool = False
) -> bool:
    """Say whether two parties are surely not one: two names, two things, or those of whom the one only says whose.

    Where something goes, ``strictly``, is called by one word in two texts, unless one has its name.
    """
    if not mine or not theirs or not all(one.roots for one in theirs):
        return False
    roots, their_roots = (frozenset[str]().union(*(one.roots for one in some)) for some in (mine, theirs))
    marks, their_marks = (frozenset[str]().union(*(one.marks for one in some)) for some in (mine, theirs))
    if roots & _NOBODY and marks:
        roots, marks = marks, frozenset()  # "none of the passengers"
    if not roots or roots & _NOBODY:
        return not any(_may_be_people(one, other) for one in their_roots)
    if roots & their_roots:
        return (
            bool(marks and their_marks)
            and not (marks | roots) & their_marks
            and not (their_marks | their_roots) & marks
        )
    if roots & their_marks:
        return True  # "Lund's deputy" is not Lund
    names = _name_roots(text) & roots, _name_roots(other) & their_roots
    if bool(names[0]) != bool(names[1]):
        return False  # a name may go by what it is
    return strictly or not (roots | their_roots) & _CALLED_SO or bool(names[0])


def _name_roots(text: Gist) -> frozenset[str]:
    return frozenset[str]().union(*(find_roots(name.words) for name in text.names))


def _may_be_people(one: str, text: Gist) -> bool:
    """Say whether a word of a text, by its root, may stand for people: a name, a number, a word for them."""
    words = [word.plain for word in text.words if root(word.stem) == one]
    named = one in _name_roots(text) or one in _SOMEBODY
    return named or any(word[:1].isdigit() or word.endswith(_PEOPLE) for word in words) or not words


def _at_another_time(text: Gist, deed: Deed, other: Gist) -> bool:
    """Say whether a deed has another time in its sentence, and none of the text's."""
    days = [days for _, days in resolved(text)]
    home = next((one for one in sentences(other.text) if one.covers(deed.span)), None)
    told = [(time, its) for time, its in resolved(other) if home and home.covers(time.span)]
    near = [its for time, its in told if 0 <= time.span.start - deed.span.end <= _NEAR or deed.span.covers(time.span)]
    return bool(days and near) and not any(bears_out(one, its) or bears_out(its, one) for one in days for its in near)


def _so_of_another(text: Gist, no: Negation, other: Gist) -> bool:
    """Say whether something that is not so by a text is so of another by the other: "the museum shop was open"."""
    word = root(text.words[no.head].stem)
    mine = next((one for one in find_predicates(text.text) if one.word == word and one.subject), None)
    same = [one for one in find_predicates(other.text) if one.word == word]
    if mine is None or mine.subject is None or not same or mine.passive:
        return False
    return all(one.subject is not None and _is_another_thing(mine.subject, one.subject) for one in same)


def _is_another_thing(mine: Subject, theirs: Subject) -> bool:
    """Say whether of two that go by one word each is somebody else's, or the one is something of the other."""
    if mine.head != theirs.head:
        return bool(mine.head) and mine.head in theirs.around
    own, its = (find_roots(" ".join(name.words for name in one.whose)) for one in (mine, theirs))
    return bool(own and its) and not own & its
