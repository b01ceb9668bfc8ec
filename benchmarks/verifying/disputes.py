"""Evidence that conflicts, and evidence that is silent: the verdict on a claim from five sentences given with it.

Data: Climate-FEVER (Diggelmann and others 2020), its first 500 claims, with the labels that people gave the sentences. A claim
with sentences on both sides is conflicting, one with none on either has not enough evidence, as its authors count them.
AVeriTeC asks for the same two of web pages. Each sentence is handed over as a report of its own, all of one day. ``whole`` is
the verdict that is printed; ``model`` and ``together`` take the likeliest stance of each sentence for its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date

from benchmarks.verifying.judges import Judge
from benchmarks.verifying.sets import label_of, pair_of, rows

from onrecord.data import Candidate, Coverage, DateKind, Found, Label, Memento, Pair, Span, document
from onrecord.engine import statement_of
from onrecord.ports import Verifier
from onrecord.verify import verify

CLAIMS = 500
DAY = date(2020, 12, 1)
_KINDS = {Label.CONFLICTING: "conflicting", Label.SUPPORTED: "supported", Label.REFUTED: "refuted"}


def disputes(verifier: Verifier, ways: dict[str, Judge]) -> dict[str, float]:
    """Return the F1 of conflicting claims and of those without enough evidence, and the share told rightly, by way."""
    sides: dict[str, dict[Pair, int]] = {}
    for row in rows("eval_climate_fever"):
        sides.setdefault(row["hypothesis"], {})[pair_of(row)] = label_of(row)
    claims = list(sides.items())[:CLAIMS]
    true = [_kind(stances.values()) for _, stances in claims]
    told = {way: _by_stances(ways[way], [tuple(stances) for _, stances in claims]) for way in ("model", "together")}
    told["whole"] = _by_verdict(verifier, [(claim, tuple(stances)) for claim, stances in claims])
    figures = {"disputes_claims": float(len(claims))}
    for way, kinds in told.items():
        figures[f"disputes_conflicting_f1_{way}"] = _f1(kinds, true, "conflicting")
        figures[f"disputes_silent_f1_{way}"] = _f1(kinds, true, "silent")
        figures[f"disputes_accuracy_{way}"] = sum(map(str.__eq__, kinds, true)) / len(true)
    denied = sum(kind == "refuted" for kind, is_so in zip(told["whole"], true, strict=True) if is_so == "supported")
    return figures | {"disputes_supported_denied": denied / Counter(true)["supported"]}


def _kind(stances: Collection[int]) -> str:
    """Name what sentences that support (0), contradict (1) or leave it open (2) come to."""
    if 0 in stances:
        return "conflicting" if 1 in stances else "supported"
    return "refuted" if 1 in stances else "silent"


def _by_stances(judge: Judge, claims: Sequence[tuple[Pair, ...]]) -> list[str]:
    likeliest = iter(judge([pair for pairs in claims for pair in pairs]).argmax(axis=1).tolist())
    return [_kind([next(likeliest) for _ in pairs]) for pairs in claims]


def _by_verdict(verifier: Verifier, claims: Sequence[tuple[str, tuple[Pair, ...]]]) -> list[str]:
    kinds = []
    for claim, pairs in claims:
        found = Found(
            candidates=tuple(_report(pair.premise, at) for at, pair in enumerate(pairs)),
            coverage=Coverage(documents=len(pairs), first=DAY, last=DAY),
        )
        (verdict,) = verify([statement_of(claim)], [found], verifier=verifier, as_of=DAY)
        kinds.append(_KINDS.get(verdict.label, "silent"))
    return kinds


def _report(text: str, at: int) -> Candidate:
    held = document(text, publisher=f"Source {at + 1}", published_at=DAY, date_kind=DateKind.STATED, language="en")
    return Candidate(memento=Memento(document=held, origin=held.id), span=Span(start=0, end=len(text)), score=0.8)


def _f1(told: Sequence[str], true: Sequence[str], kind: str) -> float:
    both = sum(one == other == kind for one, other in zip(told, true, strict=True))
    return 2 * both / max(1, told.count(kind) + true.count(kind))
