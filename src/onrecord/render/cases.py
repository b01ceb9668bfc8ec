"""Statements with their verdicts in the order a reader wants them: what matters most first, and nothing said twice."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.data import Label, Restoration, Verdict
from onrecord.render import phrases, words

WEIGHTY = (Label.REFUTED, Label.CONFLICTING, Label.SUPERSEDED)
"""Verdicts under which something on record speaks against a statement: the summary gives its words."""

ORDER = (*WEIGHTY, Label.SUPPORTED, Label.NOT_ENOUGH_EVIDENCE, Label.NOT_CHECKED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A statement with its verdict."""

    number: int
    """Counted from 1 in the order of the text."""
    verdict: Verdict
    letter: str | None = None
    """The removed passage it stands in."""

    @property
    def place(self) -> str | None:
        """Where it stands, when that is not the page itself."""
        foreign = self.verdict.statement.foreign
        return foreign and self.letter and f"stands in {self.letter}, {words.not_of_page(foreign)}"

    @property
    def ruling(self) -> str:
        """Why it has its verdict, and what the archive held where its evidence does not show it."""
        verdict = self.verdict
        held = words.coverage(verdict.coverage, verdict.as_of) if words.shows_coverage(verdict) else ""
        return f"{words.ruling(verdict)} {held}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """A case, or several of one label of which there is no evidence, for the same kinds of reason."""

    label: Label
    cases: tuple[Case, ...]
    shared: str = ""
    """What is said of all of them; empty for one case, and where each has its own to say."""

    @property
    def where(self) -> str:
        """How many statements they are, and where they stand."""
        removed = " in passages that do not belong to this page" if self.cases[0].verdict.statement.foreign else ""
        return f"{phrases.count(len(self.cases), 'statement')}{removed}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """The statements that have one label."""

    label: Label
    own: tuple[Case, ...]
    """Those of the page."""
    foreign: tuple[Case, ...]
    """Those in passages that were removed from it."""

    @property
    def count(self) -> int:
        """How many they are."""
        return len(self.own) + len(self.foreign)

    @property
    def weighty(self) -> tuple[Case, ...]:
        """Those whose words the summary gives."""
        return (*self.own, *self.foreign) if self.label in WEIGHTY else ()

    @property
    def which(self) -> str:
        """Their numbers, those in removed passages apart."""
        own, foreign = (" ".join(named for _, named in runs(cases)) for cases in (self.own, self.foreign))
        return "; ".join(part for part in (own, foreign and f"in removed passages {foreign}") if part)


def runs(given: Sequence[Case]) -> tuple[tuple[int, str], ...]:
    """Return the numbers of cases, three or more that follow one another as one: each run's first, and its words."""
    found: list[list[int]] = []
    for case in given:
        if found and case.number == found[-1][-1] + 1:
            found[-1].append(case.number)
        else:
            found.append([case.number])
    short = (part for run in found for part in ([run] if len(run) > 2 else [[number] for number in run]))
    return tuple((part[0], f"{part[0]}–{part[-1]}" if len(part) > 1 else str(part[0])) for part in short)


def cases(page: Restoration, verdicts: Sequence[Verdict]) -> tuple[Case, ...]:
    """Number the statements of a page, and say in which removed passage they stand."""
    removed = page.removed

    def letter(verdict: Verdict) -> str | None:
        span = verdict.statement.span
        place = bisect_right(removed, span.start, key=lambda passage: passage.start) - 1
        within = verdict.statement.foreign and place >= 0 and removed[place].covers(span)
        return phrases.letter(place + 1) if within else None

    return tuple(
        Case(number=number, verdict=verdict, letter=letter(verdict)) for number, verdict in enumerate(verdicts, start=1)
    )


def tally(given: Sequence[Case]) -> tuple[Tally, ...]:
    """Count the labels given."""
    found = []
    for label in ORDER:
        ruled = [case for case in given if case.verdict.label is label]
        own = tuple(case for case in ruled if not case.verdict.statement.foreign)
        if ruled:
            found.append(Tally(label=label, own=own, foreign=tuple(case for case in ruled if case not in own)))
    return tuple(found)


def rulings(given: Sequence[Case]) -> tuple[Ruling, ...]:
    """Return all cases by label, the page's own first; those without evidence, of one kind of reason, come together."""
    found: list[Ruling] = []
    for each in tally(given):
        for side in (each.own, each.foreign):
            kinds: dict[tuple[object, ...], list[Case]] = {}
            for case in side:
                codes = tuple(reason.code for reason in case.verdict.reasons)
                kinds.setdefault((case.number,) if case.verdict.evidence else codes, []).append(case)
            for cases in sorted(kinds.values(), key=lambda cases: (len(cases) > 1, cases[0].number)):
                said = {case.ruling for case in cases}
                shared = said.pop() if len(cases) > 1 == len(said) else ""
                found.append(Ruling(label=each.label, cases=tuple(cases), shared=shared))
    return tuple(found)
