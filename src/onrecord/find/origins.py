"""Telling origins apart: what is one text, one page or one agency's has one origin, and what shows it is kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from onrecord.data import Document, Memento, OriginRuling, Span, Tie, TieKind, latest
from onrecord.find.credits import Credit, Opening, credited
from onrecord.find.overruling import Ruled, on, parted_from, rooted
from onrecord.text.addresses import page_of
from onrecord.text.origins import called, publisher_of
from onrecord.text.rewording import FEWEST, REWORDED, pairs
from onrecord.text.runs import longest_run
from onrecord.text.shingles import COPIED, containment, copies, may_copy, shingles
from onrecord.text.words import terms

_SHOWN = 8
"""Ties kept of one memento; what is carried by hundreds need not name them all."""
_TOLD = 0.5
"""Share of what a report begins with that another has which it credits: it is credited for that, not for other news."""


def name_origins(mementos: Sequence[Memento], rulings: Sequence[OriginRuling] = ()) -> tuple[Memento, ...]:
    """Return the mementos with their origins told apart, in the order given, whatever that order.

    Copies, whole, in part or reworded, are known by their words, versions and mirrors of a page by its address; they
    share the origin of the earliest. Where one of them credits an agency, the agency is the origin, of them and of
    everything else it is credited with. What credits another outlet for what it begins with has the origin of that
    outlet's report, where it is among them.

    What people ruled comes before all that. Of two that were ruled apart the later stands for itself, with what copies
    it; where one ruling would join what another parts, they are apart.
    """
    by_date = sorted(mementos, key=_by_date)
    ruled = on(rulings, {memento.document.id: at for at, memento in enumerate(by_date)})
    parents = list(_copied([memento.document.text for memento in by_date]))
    kinds: dict[int, TieKind] = {}
    pages: dict[str, int] = {}
    for at, memento in enumerate(by_date):
        page = page_of(memento.document.url)
        first = pages.setdefault(page, at) if page else at
        if first != at:
            parents[at], kinds[at] = first, TieKind.SAME_PAGE
    credit_of = [credited(memento.document) for memento in by_date]
    retold = dict(_retold(by_date, [at for at, parent in enumerate(parents) if at == parent and not credit_of[at]]))
    for at, (first, _) in retold.items():
        parents[at] = first
    roots, origins, alone = _grouped([each.document.id for each in by_date], parents, credit_of, ruled)
    ties: dict[int, list[Tie]] = defaultdict(list)
    for at, credit in enumerate(credit_of):
        if credit and credit.agency == origins[roots[at]]:
            ties[at].append(_by_credit(credit))
    for at, parent in enumerate(parents):
        if parent != at and at not in alone and at in retold:
            ties[at].append(_by_outlet(by_date[parent], retold[at][1]))
        elif parent != at and at not in alone:
            mine, theirs = _between(by_date[at], by_date[parent], kinds.get(at))
            ties[at].append(mine)
            ties[parent] += [theirs][: _SHOWN - len(ties[parent])]
    named = {
        memento.document.id: replace(
            memento,
            origin=origins[root],
            ties=tuple(ties[at]),
            rulings=tuple(ruling for pair, ruling in ruled.items() if at in pair),
        )
        for at, (memento, root) in enumerate(zip(by_date, roots, strict=True))
    }
    return tuple(named[memento.document.id] for memento in mementos)


def _grouped(
    ids: Sequence[str], parents: Sequence[int], credit_of: Sequence[Credit | None], ruled: Ruled
) -> tuple[list[int], dict[int, str], set[int]]:
    """Return the first of each one's group, the origin of each group by its first, and who was ruled apart from his."""
    alone: set[int] = set()
    while True:
        roots = rooted(parents, ruled, alone)
        origins = {root: ids[root] for root in roots}
        unnamed = {roots[at] for at in alone}
        for root, credit in zip(reversed(roots), reversed(credit_of), strict=True):  # of several the earliest stays
            if credit and root not in unnamed:
                origins[root] = credit.agency
        parted = parted_from([origins[root] for root in roots], ruled) - alone
        if not parted:
            return roots, origins, alone
        alone |= parted


def _retold(by_date: Sequence[Memento], asked: Sequence[int]) -> Iterator[tuple[int, tuple[int, Credit]]]:
    """Yield those that credit an outlet for what they begin with: whose report of it comes before, and the credit."""
    outlets: dict[str, list[int]] = defaultdict(list)
    for at, memento in enumerate(by_date):
        outlets[memento.document.publisher or ""].append(at)
    for at in asked:
        document = by_date[at].document
        opening = Opening.of(document.text)
        if opening is None or not opening.may_credit_anywhere:
            continue
        for outlet, theirs in outlets.items():
            credit = opening.credit_to(outlet)
            if credit is None or publisher_of(by_date[at]) & publisher_of(by_date[theirs[0]]):
                continue
            begun = set(terms(opening.lead.cut(document.text))) - set(terms(credit.words))
            shares = [(len(begun & set(terms(by_date[one].document.text))), -one) for one in theirs if one < at]
            most, first = max(shares, default=(0, 0))
            if begun and most >= _TOLD * len(begun):
                yield at, (-first, credit)
                break


def is_copy(one: Document, other: Document, *, reworded: bool = True) -> bool:
    """Say whether two documents are copies of one text, whole, in part or ``reworded``, or versions of one page."""
    page = page_of(one.url)
    if page is not None and page == page_of(other.url):
        return True
    texts = (one.text, other.text)
    of_words = list(map(shingles, texts))
    return may_copy(*of_words) and (_copied(texts) if reworded else copies(of_words)) == (0, 0)


def _copied(texts: Sequence[str]) -> tuple[int, ...]:
    return copies([shingles(text) for text in texts], lambda one, other: _reworded(texts[one], texts[other]))


def _by_date(memento: Memento) -> tuple[bool, datetime, datetime, bool, str]:
    """Order by time; of one time what may credit another comes behind it."""
    document = memento.document
    opening = Opening.of(document.text)
    known = memento.at is not None
    never = datetime.min.replace(tzinfo=UTC)
    changed = document.modified_at or document.captured_at
    at, then = (latest(moment) if moment else never for moment in (memento.at, changed))
    return (not known, at, then, opening is not None and opening.may_credit, document.id)


def _reworded(one: str, other: str) -> bool:
    mine, theirs = sorted((pairs(one), pairs(other)), key=len)
    shared = containment(mine, theirs)
    return shared >= REWORDED and shared * len(mine) >= FEWEST


def _by_credit(credit: Credit) -> Tie:
    return Tie(kind=TieKind.CREDIT, other=credit.agency, quote=credit.words, here=credit.span)


def _by_outlet(other: Memento, credit: Credit) -> Tie:
    return Tie(
        kind=TieKind.CREDIT,
        other=credit.agency,
        document_id=other.document.id,
        at=other.at,
        quote=credit.words,
        here=credit.span,
    )


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
        other=called(other.document),
        document_id=other.document.id,
        at=other.at,
        quote=here.cut(one.document.text) if here else "",
        here=here,
        there=there,
    )
