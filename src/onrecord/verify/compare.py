"""Symbolic comparison of a statement with words of the record: every difference gets a name and two spans."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.data import Interval, Reason, ReasonCode, Span
from onrecord.verify.attribution import Voice, hear
from onrecord.verify.denials import compare_notices, compare_polarity, overshadowed, unmet_denials
from onrecord.verify.entities import compare_entities
from onrecord.verify.figures import compare_figures
from onrecord.verify.findings import Finding
from onrecord.verify.gist import Gist
from onrecord.verify.names import compare_names
from onrecord.verify.offices import compare_offices, held_by_another
from onrecord.verify.quotations import compare_quotations
from onrecord.verify.times import compare_times
from onrecord.verify.tokens import root

_HEDGE_REACH = 6
"""Words after a modal within which its verb and object stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """How words of the record meet a statement."""

    shared: float
    """Share of the statement's names, figures, times and content words that the record has, 0 to 1."""
    same: float
    """That share in the quoted words alone and without what clashes: whether both speak of one thing."""
    missing: tuple[Span, ...]
    """Names, figures, times, quotations and denials of the statement that the record says nothing of."""
    absent: tuple[Span, ...]
    """What is missing from the quoted words, whatever stands around them."""
    named: int
    """How many names of the statement the quoted words have."""
    quoted: bool
    """Whether words between the statement's quotation marks are on record word for word."""
    clashes: tuple[Reason, ...]
    answered: bool
    """Whether those who by the statement have not spoken are on record speaking."""
    voice: Voice
    """In whose words the record has it."""
    doubt: Reason | None
    """The record has it only denied, possible, planned or rumoured."""
    hedged: bool
    """Whether the statement itself only has it so."""

    @property
    def caveat(self) -> Reason | None:
        """What keeps the record from bearing the statement out although it says the like."""
        return self.voice.caveat or self.doubt


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What the texts alone do not tell: who speaks, of what, when, and how to name the record."""

    sources: tuple[str, ...] = ()
    """By whom the statement says that it is said."""
    topic: frozenset[str] = frozenset()
    """Roots of what the statement takes up from the one before it."""
    speakers: frozenset[str] = frozenset()
    """Names of those that the statement's text gives the word to."""
    beside: Gist | None = None
    """What stands around the quoted words and in their title."""
    reported: Interval | None = None
    """The days in which the quoted words were published."""
    record: str = "the record"
    """How reasons name the record, such as "the record of 19 May 2025"."""


def compare(here: Gist, there: Gist, setting: Setting) -> Comparison:
    """Compare a statement, ``here``, with quoted words of the record, ``there``."""
    record = setting.record
    around = [setting.beside] if setting.beside else []
    quotations = compare_quotations(here, there)
    figures = compare_figures(here, there, record=record)
    met = figures + compare_times(here, there, record=record, reported=setting.reported) + quotations
    quoted, known = compare_names(here, there), compare_names(here, there, *around)
    notices = compare_notices(here, there, topic=setting.topic, record=record)
    lacking = (*(() if notices else unmet_denials(here, there)), *_unmet_numbers(here, there, met))
    shared = [at for at, word in enumerate(there.words) if word.content and root(word.stem) in here.roots]
    voice = Voice() if notices else hear(setting.sources, there, shared, beside=setting.beside)
    clashes = (
        *met.clashes,
        *notices,
        *compare_polarity(here, there, record=record),
        *compare_offices(here, there, speakers=setting.speakers, record=record),
        *compare_entities(here, there, record=record),
        *((replace(voice.denial, here=Span(start=0, end=len(here.text))),) if voice.denial else ()),
    )
    negated = any(reason.code is ReasonCode.NEGATED for reason in clashes)
    apart = [reason.here for reason in clashes if reason.here and reason.code is not ReasonCode.ENTITY_DIFFERS]

    def is_apart(span: Span) -> bool:
        return any(span.overlaps(other) for other in apart)

    return Comparison(
        shared=_share(_units(here, there, met + known)),
        same=_share([unit for unit in _units(here, there, met + quoted) if not is_apart(unit[0])]),
        missing=(*met.missing, *known.missing, *lacking),
        absent=tuple(span for span in (*met.missing, *quoted.missing, *lacking) if not is_apart(span)),
        named=sum(not is_apart(span) for span in quoted.met),
        quoted=bool(quotations.met),
        clashes=clashes,
        answered=bool(notices),
        voice=voice,
        hedged=bool(here.hedges),
        doubt=_hedged(here, there, shared)
        or held_by_another(here, there)
        or (None if negated else overshadowed(here, there)),
    )


Unit = tuple[Span, bool]
"""A name, figure, time or word of the statement, and whether the record has it."""


def _unmet_numbers(here: Gist, there: Gist, met: Finding) -> tuple[Span, ...]:
    """Return numbers that count nothing, scores and labels, where the record has not the same: 3-1, Route 9."""
    known = {word.stem for word in there.words}
    taken = [*met.met, *met.missing, *(reason.here for reason in met.clashes if reason.here)]
    numbers = (word for word in here.words if word.plain[0].isdigit() and word.stem not in known)
    return tuple(word.span for word in numbers if not any(span.overlaps(word.span) for span in taken))


def _units(here: Gist, there: Gist, finding: Finding) -> list[Unit]:
    units = [(span, True) for span in finding.met]
    units += [(span, False) for span in finding.missing]
    units += [(reason.here, False) for reason in finding.clashes if reason.here]
    # Who says it is compared apart; the verb of saying is no part of what is said.
    taken = [*(span for span, _ in units), *(saying.cue for saying in here.sayings if saying.cue)]
    units += [
        (word.span, root(word.stem) in there.roots)
        for word in here.words
        if word.content and not any(span.overlaps(word.span) for span in taken)
    ]
    return units


def _share(units: list[Unit]) -> float:
    return sum(met for _, met in units) / len(units) if units else 0.0


def _hedged(here: Gist, there: Gist, shared: list[int]) -> Reason | None:
    """Find the record holding only possible, planned or rumoured what the statement has as so."""
    if here.hedges:
        return None
    for at in there.hedges:
        if any(at < place <= at + _HEDGE_REACH and not there.words[place].capital for place in shared):
            word = there.words[at]
            return Reason(
                code=ReasonCode.SAID_NOT_SO, words=f"on record only with “{word.plain}”, not as so", there=word.span
            )
    return None
