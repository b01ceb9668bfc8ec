"""From hits to candidates: what of the record is judged, each thing told once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from onrecord.data import Candidate, Hit, Memento, latest
from onrecord.find.held import id_of
from onrecord.find.nearness import said


def told_once(hits: Iterable[Hit], mementos: Mapping[str, Memento]) -> list[Candidate]:
    """Return candidates in order; where one origin says the same words, only the earliest of them."""
    told: dict[tuple[str, tuple[str, ...]], Candidate] = {}
    for hit in hits:
        candidate = candidate_of(hit, mementos)
        words = (candidate.memento.origin, said(hit.passage.span.cut(candidate.memento.document.text)))
        told[words] = min(told.get(words, candidate), candidate, key=_by_date)
    return list(told.values())


def candidate_of(hit: Hit, mementos: Mapping[str, Memento]) -> Candidate:
    """Return the candidate that a hit is, its document being among ``mementos``."""
    return Candidate(memento=mementos[id_of(hit)], span=hit.passage.span, score=hit.score)


def nearest_first(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Order candidates by their scores, equals by date, document and place."""
    return tuple(sorted(candidates, key=lambda candidate: (-candidate.score, *_by_date(candidate))))


def _by_date(candidate: Candidate) -> tuple[float, str, int]:
    at = candidate.memento.at
    return (latest(at).timestamp() if at else float("inf"), candidate.memento.document.id, candidate.span.start)
