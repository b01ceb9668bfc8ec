"""Telling origins apart: what is one text, one page or one agency's has one origin, and what shows it is kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from onrecord.data import Memento, Span, Tie, TieKind, latest
from onrecord.find.credits import Credit, credited
from onrecord.text.addresses import page_of
from onrecord.text.rewording import FEWEST, REWORDED, pairs
from onrecord.text.runs import longest_run
from onrecord.text.shingles import COPIED, containment, copies, may_copy, shingles

_SHOWN = 8
"""Ties kept of one memento; what is carried by hundreds need not name them all."""


def name_origins(mementos: Sequence[Memento]) -> tuple[Memento, ...]:
    """Return the mementos with their origins told apart, in the order given, whatever that order.

    Copies, whole, in part or reworded, are known by their words, versions and mirrors of a page by its address; they
    share the origin of the earliest. Where one of them credits an agency, the agency is the origin, of them and of
    everything else it is credited with.
    """
    by_date = sorted(mementos, key=_by_date)
    parents = list(_copied([memento.document.text for memento in by_date]))
    kinds: dict[int, TieKind] = {}
    pages: dict[str, int] = {}
    for at, memento in enumerate(by_date):
        page = page_of(memento.document.url)
        first = pages.setdefault(page, at) if page else at
        if first != at:
            parents[at], kinds[at] = first, TieKind.SAME_PAGE
    roots: list[int] = []
    for at, parent in enumerate(parents):  # a parent comes before its children
        roots.append(at if parent == at else roots[parent])
    credit_of = [credited(memento.document) for memento in by_date]
    origins = {root: by_date[root].document.id for root in roots}
    for root, credit in zip(reversed(roots), reversed(credit_of), strict=True):  # of several the earliest stays
        if credit:
            origins[root] = credit.agency
    ties: dict[int, list[Tie]] = defaultdict(list)
    for at, credit in enumerate(credit_of):
        if credit and credit.agency == origins[roots[at]]:
            ties[at].append(_by_credit(credit))
    for at, parent in enumerate(parents):
        if parent != at:
            mine, theirs = _between(by_date[at], by_date[parent], kinds.get(at))
            ties[at].append(mine)
            ties[parent] += [theirs][: _SHOWN - len(ties[parent])]
    named = {
        memento.document.id: (origins[root], tuple(ties[at]))
        for at, (memento, root) in enumerate(zip(by_date, roots, strict=True))
    }
    return tuple(
        replace(memento, origin=named[memento.document.id][0], ties=named[memento.document.id][1])
        for memento in mementos
    )


def is_copy(one: Memento, other: Memento) -> bool:
    """Say whether two mementos are copies of one text, whole, in part or reworded, or versions of one page."""
    page = page_of(one.document.url)
    if page is not None and page == page_of(other.document.url):
        return True
    texts = (one.document.text, other.document.text)
    return may_copy(*map(shingles, texts)) and _copied(texts) == (0, 0)


def _copied(texts: Sequence[str]) -> tuple[int, ...]:
    return copies([shingles(text) for text in texts], lambda one, other: _reworded(texts[one], texts[other]))


def _by_date(memento: Memento) -> tuple[bool, datetime, datetime, str]:
    document = memento.document
    known = memento.at is not None
    never = datetime.min.replace(tzinfo=UTC)
    changed = document.modified_at or document.captured_at
    at, then = (latest(moment) if moment else never for moment in (memento.at, changed))
    return (not known, at, then, document.id)


def _reworded(one: str, other: str) -> bool:
    mine, theirs = sorted((pairs(one), pairs(other)), key=len)
    shared = containment(mine, theirs)
    return shared >= REWORDED and shared * len(mine) >= FEWEST


def _by_credit(credit: Credit) -> Tie:
    return Tie(kind=TieKind.CREDIT, other=credit.agency, quote=credit.words, here=credit.span)


def _between(one: Memento, other: Memento, kind: TieKind | None) -> tuple[Tie, Tie]:
    """Return what ties two mementos together, as either has it."""
    run = longest_run(one.document.text, other.document.text)
    here, there = run or (None, None)
    if kind is None:
        mine, theirs = sorted((shingles(one.document.text), shingles(other.document.text)), key=len)
        kind = TieKind.SAME_WORDS if containment(mine, theirs) >= COPIED else TieKind.REWORDED
    return _tie(kind, one, here, other, there), _tie(kind, other, there, one, here)


def _tie(kind: TieKind, one: Memento, here: Span | None, other: Memento, there: Span | None) -> Tie:
    return Tie(
        kind=kind,
        other=other.document.publisher or other.document.url or other.document.id,
        document_id=other.document.id,
        at=other.at,
        quote=here.cut(one.document.text) if here else "",
        here=here,
        there=there,
    )
