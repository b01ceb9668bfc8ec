"""The joints of a sentence, at which one clause ends and another begins."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from onrecord.data import Span
from onrecord.extract.reading.subjects import (
    DETERMINERS,
    OWNERS,
    PREPOSITIONS,
    PRONOUNS,
    SCOPES,
    Clause,
    Words,
    clause_at,
    goes_on,
    is_empty,
)
from onrecord.extract.reading.verbs import PARTICIPLES, VERBS_ONLY, Form, end_of_verb
from onrecord.extract.tagging.linking import Relation

_JOINTS = frozenset("and but while whereas though although".split())
_CONCEDING = frozenset("though although".split())
"""Joints that part two statements where somebody else tells the second one."""
_LOOSE = frozenset("but whereas".split())
"""Joints that hardly ever join two nouns."""
_OWN_SUBJECT = frozenset("; while whereas though although".split())
"""Joints behind which a verb has a subject of its own."""
_CONTRASTS = frozenset("but while whereas".split())
_EXCEPTED = frozenset("all any anything anyone everything everyone nothing nobody none one".split())
"""Words behind which "but" excepts and joins nothing: "all but two", "nothing but", "no one but Renn"."""
_JOINING = frozenset("after before since until once as than both between".split())
_DOUBTED = frozenset("if unless whether not only neither nor either whose".split())
"""Words before a joint that leave open how far they reach, or put in doubt what follows."""
_REPORTING = frozenset(
    "said says say believes believed thinks thought knew knows hopes hoped shows showed shown means meant finds ruled "
    "argues argued claims claimed suggests suggested warned warns added adds told tells".split()
)
"""Verbs behind which a clause without "that" is what they report."""
_NEGATIVE = frozenset("no nobody none neither nothing few only not nor everyone each every there i we you".split())
"""What a subject begins with that does not hold of either of two verbs alone, or that is none."""
_PLURAL, _SINGULAR = frozenset("are were have do".split()), frozenset("is was has does".split())
_MODAL = frozenset("will would can could may might must shall should did do does cannot".split())
_POINTING = frozenset("this that these those there it here".split())
_ITEM = 6  # words of one thing of several
_LOOK = 15  # words
_FEWEST = 3  # words of a clause


@dataclass(frozen=True, slots=True)
class Cut:
    """Ends one part before word ``end`` and begins another with word ``begin``."""

    end: int
    begin: int
    subject: Span | None = None
    """The subject that the new part shares."""
    pronoun: Span | None = None
    """The word of its own that stands for that subject."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A joint: the words before it end at ``end``, it stands ``at``, those after it ``begin``."""

    end: int
    at: int
    begin: int


def find_cuts(
    words: Words,
    main: Clause | None,
    shut: Sequence[Span],
    relations: Sequence[Relation],
    turns: Collection[int] = (),
) -> tuple[Cut, ...]:
    """Return where a sentence can be cut behind the verb of its ``main`` clause, never inside of ``shut``.

    Where that clause was not found, only a comma with a clause behind it that was found tells that one ends, or that
    somebody else begins to speak, which ``turns`` says, by characters.
    """
    found: list[Cut] = []
    clause = main or Clause(0, _FEWEST, _FEWEST, _FEWEST + 1)
    for at in range(clause.end + 1, len(words.low) - 2):
        if words.low[at] not in _JOINTS and words.low[at] not in (";", ","):
            continue
        if at <= clause.end or any(part.overlaps(words.spans[at]) for part in shut) or _excepts(words, at):
            continue
        place = _place(words, at)
        turn = words.spans[place.begin].start in turns
        cut = Cut(place.end, place.begin) if turn else _cut(words, clause, place, relations)
        if cut is None or not (turn or main or found or _is_sure(words, cut, place)):
            continue
        found.append(cut)
        if cut.subject is None:
            clause = clause_at(words, cut.begin + (words.low[cut.begin] == "that")) or clause
        elif cut.pronoun is not None:
            again = clause_at(words, cut.begin) or clause
            shared = words.low[cut.begin] not in OWNERS
            clause = replace(again, first=clause.first, last=clause.last) if shared else again
        else:
            verb = words.past_adverbs(cut.begin)
            clause = replace(clause, verb=verb, end=end_of_verb(words.low, verb))
    return tuple(found)


def _excepts(words: Words, at: int) -> bool:
    """Say whether a joint is the "but" of "all but two"."""
    return words.low[at] == "but" and words.low[at - 1] in _EXCEPTED


def _is_sure(words: Words, cut: Cut, place: _Place) -> bool:
    """Say whether a joint tells by itself that a clause ends, whose verb was not found."""
    marked = place.end < place.at and words.low[place.at] in _CONTRASTS
    return cut.subject is None and words.low[0] not in SCOPES and (marked or words.low[place.at] == ";")


def _place(words: Words, at: int) -> _Place:
    end = at - 1 if words.low[at - 1] == "," else at
    begin = at + 2 if words.low[at] == ";" and words.low[at + 1] in _JOINTS else at + 1
    return _Place(end, at, begin)


def _cut(words: Words, clause: Clause, place: _Place, relations: Sequence[Relation]) -> Cut | None:
    """Return the cut at a joint behind ``clause``, if there can be one."""
    low = words.low
    if any(word in _DOUBTED for word in low[clause.first : place.at]):
        return None
    told = _told(words, place, relations)
    if told is not None and told.cue is not None and told.cue.end <= words.spans[place.at].start:
        subject = words.span(clause.first, clause.last)
        leads = told.source is not None and told.source.overlaps(subject)
        return _reported_cut(words, clause, place) if leads else None
    if _tells_anew(words, place, relations):
        return Cut(place.end, place.begin)
    found = clause_at(words, place.begin) if low[place.at] != "," else None
    if found is not None and (low[place.at] not in _CONCEDING or _tells(words, found.verb, relations)):
        return _clause_cut(words, clause, found, place, relations)
    if found is not None or low[place.at] in _OWN_SUBJECT:
        return None
    return _verb_cut(words, clause, place, relations)


def _reported_cut(words: Words, clause: Clause, place: _Place) -> Cut | None:
    """Return the cut inside what is reported: behind a comma, or before a second "that"."""
    that = words.low[place.begin] == "that"
    found = clause_at(words, place.begin + that) if that or place.end < place.at or words.low[place.at] == ";" else None
    if found is None or words.low[found.first] in PRONOUNS or words.low[place.at] == ",":
        return None
    alone = found.last - found.first == 1
    if not that and ((alone and words.low[found.first] in _POINTING) or _is_list(words, clause, place)):
        return None
    return Cut(place.end, place.begin)


def _clause_cut(
    words: Words, clause: Clause, found: Clause, place: _Place, relations: Sequence[Relation]
) -> Cut | None:
    """Return the cut before a clause with a subject of its own."""
    low = words.low
    loose = place.end < place.at or low[place.at] in (";", *_LOOSE)
    reporting = "that" in low[clause.first : place.end] or low[clause.verb] in _REPORTING
    alone = found.last - found.first == 1
    if (
        (not loose and _joins_nouns(words, clause, place))
        or (reporting and not _has_ended(words, clause, place, relations))
        or (not alone and _may_describe(words, found, loose=loose))
        or (low[place.at] == "and" and _is_list(words, clause, place))
        or (alone and low[found.first] == "it" and (is_empty(words, found) or _others_between(words, clause, place)))
    ):
        return None
    if low[found.first] in (PRONOUNS if alone else OWNERS):
        pronoun = words.span(found.first, found.first + 1)
        return Cut(place.end, place.begin, words.span(clause.first, clause.last), pronoun)
    return None if alone and low[found.first] in _POINTING else Cut(place.end, place.begin)


def _others_between(words: Words, clause: Clause, place: _Place) -> bool:
    """Say whether a clause has others do something before "it": "the region is dry, so they need rain, but it …"."""
    return any(words.low[at] in ("they", "he", "she", "we", "you") for at in range(clause.end, place.end))


def _joins_nouns(words: Words, clause: Clause, place: _Place) -> bool:
    """Say whether a joint without a comma may join two nouns that share the verb behind it.

    Such as "after unions and employers came to an agreement", "but goals from Henderson and Kane made …".
    """
    before = words.low[clause.end : place.at]
    return (
        words.low[place.at] == "while"
        or "," in before
        or (words.is_capital(place.at - 1) and words.is_capital(place.begin))
        or bool(_JOINING & {*before[-_ITEM:]})
        or _reaches(words, clause.end, place.end)
    )


def _may_describe(words: Words, found: Clause, *, loose: bool) -> bool:
    """Say whether the verb of a clause may be a participle: "and the second conceived in captivity"."""
    low = words.low
    if low[found.verb] not in PARTICIPLES and words.form(found.verb) is not Form.ENDED:
        return False
    after = low[found.verb + 1] if found.verb + 1 < len(low) else "."
    return after in PREPOSITIONS - {"to"} or (not loose and (after == "to" or not after[0].isalnum()))


def _is_list(words: Words, clause: Clause, place: _Place) -> bool:
    """Say whether what stands between two commas before a joint may be one of several: "actors, directors, and"."""
    if place.end == place.at:
        return False
    comma = next(
        (at for at in range(place.end - 1, max(clause.end, place.end - _LOOK) - 1, -1) if words.low[at] == ","), None
    )
    return comma is not None and place.end - comma <= _ITEM and not _reaches(words, comma, place.end)


def _verb_cut(words: Words, clause: Clause, place: _Place, relations: Sequence[Relation]) -> Cut | None:
    """Return the cut before a verb that goes on with the subject of the clause before it."""
    low = words.low
    if low[clause.first] in _NEGATIVE:
        return None
    if clause.last - clause.first == 1 and low[clause.first] in _POINTING - {"it"}:
        return None
    if _reaches(words, clause.end, place.end) and not _same_source(words, clause, place.begin, relations):
        return None
    verb = words.past_adverbs(place.begin)
    form = words.form(verb)
    if form is None or verb + 1 >= len(low) or (low[place.at] == "," and not _is_chain(words, verb, form)):
        return None
    subject = words.span(clause.first, clause.last)
    return Cut(place.end, place.begin, subject) if _may_follow(words, clause, verb, form) else None


def _may_follow(words: Words, clause: Clause, verb: int, form: Form) -> bool:
    """Say whether a verb can only go on with a clause: of the same number, no participle of the verb before it."""
    own, other = words.low[clause.verb], words.low[verb]
    first = words.form(clause.verb)
    if form is Form.AUXILIARY:
        differ = (own in _PLURAL and other in _SINGULAR) or (own in _SINGULAR and other in _PLURAL)
        after = words.low[verb + 1]
        shared = own in _MODAL and other in ("have", "do")
        return not differ and not shared and after.isalpha() and after not in ("of", "and", "for")
    if not goes_on(words, verb, form):
        return False
    if form is Form.PRESENT:
        return first is Form.PRESENT or own in _SINGULAR or (first is not Form.AUXILIARY and other in VERBS_ONLY)
    if first is Form.AUXILIARY:  # "was bought and sold"
        return form is Form.PAST and other not in PARTICIPLES
    return first in (Form.PAST, Form.ENDED) or (form is Form.PAST and other not in PARTICIPLES)


def _is_chain(words: Words, verb: int, form: Form) -> bool:
    """Say whether a verb behind a comma is one of several: "arrived, made entry and killed …"."""
    if form not in (Form.PAST, Form.ENDED):
        return False
    for at in range(verb + 1, min(len(words.low), verb + _LOOK)):
        if words.low[at] == "and":
            return words.form(words.past_adverbs(at + 1)) in (Form.PAST, Form.ENDED)
        if words.low[at] in SCOPES or words.form(at):
            return False
    return False


def _reaches(words: Words, first: int, last: int) -> bool:
    """Say whether words between two places open another clause that may reach on: a scope, or a verb of its own."""
    return any(
        words.low[at] in SCOPES
        or (words.low[at].endswith("ing") and words.low[at - 1] not in DETERMINERS)
        or (words.form(at) is not None and not _describes(words, at))
        for at in range(first, last)
    )


def _describes(words: Words, at: int) -> bool:
    """Say whether a word in -ed stands before the noun it describes: "the damaged bridge"."""
    return words.form(at) is Form.ENDED and words.low[at - 1] in ("the", "a", "an", "its", "his", "her", "their")


def _told(words: Words, place: _Place, relations: Sequence[Relation]) -> Relation | None:
    """Return the relation whose content stands on both sides of a joint."""
    start, end = words.spans[place.end - 1].start, words.spans[place.begin].end
    return next((one for one in relations if any(c.start <= start and c.end >= end for c in one.contents)), None)


def _has_ended(words: Words, clause: Clause, place: _Place, relations: Sequence[Relation]) -> bool:
    """Say whether what the verb of a clause reports has come to its end before a joint."""
    verb = words.span(clause.verb, clause.end)
    told = [one for one in relations if one.cue is not None and one.cue.overlaps(verb) and one.contents]
    return any(max(content.end for content in one.contents) <= words.spans[place.at].start for one in told)


def _tells(words: Words, at: int, relations: Sequence[Relation]) -> bool:
    """Say whether a word begins the cue of a source that says something."""
    place = words.spans[at]
    return any(one.cue is not None and one.cue.start == place.start and one.source for one in relations)


def _tells_anew(words: Words, place: _Place, relations: Sequence[Relation]) -> bool:
    """Say whether somebody else begins to tell something behind a joint: "; Holt’s lawyers say", "but according to"."""
    if words.low[place.begin : place.begin + 2] == ("according", "to"):
        return _tells(words, place.begin, relations)
    marked = words.low[place.at] == ";" or place.end < place.at
    return marked and words.low[place.at] != "," and _speaks(words, place.begin, relations)


def _speaks(words: Words, at: int, relations: Sequence[Relation]) -> bool:
    """Say whether a word that is no pronoun begins a source, its cue next to it: "Holt's lawyers say"."""
    start, text = words.spans[at].start, words.text
    return words.low[at] not in PRONOUNS and any(
        one.source is not None
        and one.cue is not None
        and one.source.start == start
        and one.contents
        and text[one.source.end : one.cue.start].isspace()
        for one in relations
    )


def _same_source(words: Words, clause: Clause, begin: int, relations: Sequence[Relation]) -> bool:
    """Say whether the verb at ``begin`` tells what the subject says: "denies A and argues B"."""
    subject = words.span(clause.first, clause.last)
    cues = [one for one in relations if one.cue is not None and one.cue.start == words.spans[begin].start]
    return any(one.source is not None and one.source.overlaps(subject) for one in cues)
