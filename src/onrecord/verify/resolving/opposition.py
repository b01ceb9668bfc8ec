"""What two reports hold against each other by their words: yes and no to one thing, an office held and left.

Nobody need be right. Whichever is read first, both must speak of one thing, and neither may only plan it, think it
possible, or mean another day, name or number; what the comparison does not name is no opposition.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.data import Candidate, Opposition, ReasonCode, Span, day_of
from onrecord.verify.comparing.compare import Comparison, Setting, compare
from onrecord.verify.comparing.denials import has_opposites
from onrecord.verify.comparing.offices import FORMER, speakers_of
from onrecord.verify.reading.gist import Gist, gist
from onrecord.verify.weighing.stance import ONE_THING

_NAMED = (ReasonCode.NEGATED, ReasonCode.ROLE_DIFFERS)
_ANOTHER = frozenset((ReasonCode.DATE_DIFFERS, ReasonCode.ENTITY_DIFFERS, ReasonCode.NUMBER_DIFFERS))
_PRESENT = frozenset("is are isn't aren't has have hasn't haven't remains remain stays stay".split())
_NEAR = 4
"""Words before those that differ among which a verb of the present says that a state is told."""


def oppose(pairs: Sequence[tuple[Candidate, Candidate]]) -> tuple[Opposition | None, ...]:
    """Return for each pair of reports what they hold against each other, by words of the one and of the other."""
    reports = {_key(one): one for pair in pairs for one in pair}
    gists = {key: _read(one) for key, one in reports.items()}
    return tuple(_opposed(gists[_key(one)], gists[_key(other)], one, other) for one, other in pairs)


def _key(one: Candidate) -> tuple[str, int, int]:
    return one.memento.document.id, one.span.start, one.span.end


def _read(one: Candidate) -> Gist:
    document = one.memento.document
    day = day_of(one.memento.at) if one.memento.at else None
    return gist(one.span.cut(document.text), anchor=day, language=document.language)


def _opposed(mine: Gist, theirs: Gist, one: Candidate, other: Candidate) -> Opposition | None:
    if not _may_differ(mine, theirs):
        return None
    forth = compare(theirs, mine, _setting(theirs, one))
    back = compare(mine, theirs, _setting(mine, other))
    if not (_of_one_thing(forth) and _of_one_thing(back)):
        return None
    named = [(reason.there, reason.here, reason.code) for reason in forth.clashes if reason.code in _NAMED]
    named += [(reason.here, reason.there, reason.code) for reason in back.clashes if reason.code in _NAMED]
    for here, there, code in named:
        if here is not None and there is not None:
            present = _is_present(mine, here) and _is_present(theirs, there)
            return Opposition(
                here=_moved(here, one),
                there=_moved(there, other),
                says_no=(_says_no(mine, here), _says_no(theirs, there)),
                is_state=present or code is ReasonCode.ROLE_DIFFERS,
            )
    return None


def _may_differ(mine: Gist, theirs: Gist) -> bool:
    """Say whether comparing is worth its time: a no on one side, words that exclude each other, a former office."""
    former = [any(word.plain in FORMER for word in text.words) for text in (mine, theirs)]
    return bool(mine.negations) != bool(theirs.negations) or former[0] != former[1] or has_opposites(mine, theirs)


def _setting(here: Gist, record: Candidate) -> Setting:
    sources = tuple(saying.source.cut(here.text) for saying in here.sayings if saying.source)
    return Setting(sources=sources, speakers=speakers_of(here), language=record.memento.document.language)


def _of_one_thing(comparison: Comparison) -> bool:
    another = any(reason.code in _ANOTHER for reason in comparison.clashes)
    unsure = comparison.absent or comparison.doubt or comparison.hedged
    return comparison.same >= ONE_THING and not another and not unsure


def _is_present(text: Gist, span: Span) -> bool:
    first = next((at for at, word in enumerate(text.words) if word.span.end > span.start), 0)
    last = next((at for at, word in enumerate(text.words) if word.span.start >= span.end), len(text.words))
    return any(word.plain in _PRESENT for word in text.words[max(0, first - _NEAR) : last])


def _says_no(text: Gist, span: Span) -> bool:
    return any(negation.cue.overlaps(span) for negation in text.negations)


def _moved(span: Span, report: Candidate) -> Span:
    return Span(start=report.span.start + span.start, end=report.span.start + span.end)
