"""Symbolic comparison of a statement with words of the record: every difference gets a name and two spans."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.data import Interval, Reason, ReasonCode, Span
from onrecord.verify.attribution import Voice, hear
from onrecord.verify.denials import compare_notices, compare_polarity
from onrecord.verify.figures import compare_figures
from onrecord.verify.findings import Finding
from onrecord.verify.gist import Gist
from onrecord.verify.names import compare_names
from onrecord.verify.offices import compare_offices
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
    """That share without the words that clash: whether both speak of one thing."""
    missing: tuple[Span, ...]
    """Names, figures and times of the statement that the record says nothing of."""
    clashes: tuple[Reason, ...]
    voice: Voice
    """In whose words the record has it."""
    doubt: Reason | None
    """The record has it only as possible, planned or rumoured."""

    @property
    def caveat(self) -> Reason | None:
        """What keeps the record from bearing the statement out although it says the like."""
        return self.voice.caveat or self.doubt


def compare(
    here: Gist,
    there: Gist,
    *,
    sources: tuple[str, ...] = (),
    topic: frozenset[str] = frozenset(),
    beside: Gist | None = None,
    reported: Interval | None = None,
    record: str = "the record",
) -> Comparison:
    """Compare a statement with quoted words of the record.

    Args:
        here: the statement.
        there: the quoted words.
        sources: by whom the statement says that it is said.
        topic: roots of what the statement takes up from the one before it.
        beside: what stands around the quoted words and in their title.
        reported: the days in which the quoted words were published.
        record: how the reasons name the record, such as "the record of 19 May 2025".
    """
    met = (
        compare_figures(here, there, record=record)
        + compare_times(here, there, record=record, reported=reported)
        + compare_names(here, there, beside=beside)
    )
    notices = compare_notices(here, there, topic=topic, record=record)
    shared = [at for at, word in enumerate(there.words) if word.content and root(word.stem) in here.roots]
    voice = Voice() if notices else hear(sources, there, shared, beside=beside)
    clashes = (
        *met.clashes,
        *notices,
        *compare_polarity(here, there, record=record),
        *compare_offices(here, there, record=record),
        *((voice.denial,) if voice.denial else ()),
    )
    units = _units(here, there, met)
    apart = [reason.here for reason in clashes if reason.here]
    return Comparison(
        shared=_share(units),
        same=_share([unit for unit in units if not any(unit[0].overlaps(span) for span in apart)]),
        missing=met.missing,
        clashes=clashes,
        voice=voice,
        doubt=_hedged(here, there, shared),
    )


Unit = tuple[Span, bool]
"""A name, figure, time or word of the statement, and whether the record has it."""


def _units(here: Gist, there: Gist, finding: Finding) -> list[Unit]:
    units = [(span, True) for span in finding.met]
    units += [(span, False) for span in finding.missing]
    units += [(reason.here, False) for reason in finding.clashes if reason.here]
    taken = [span for span, _ in units]
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
