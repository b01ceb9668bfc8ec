"""What was found, and where it is from, from JSON."""

from __future__ import annotations

from functools import partial

from onrecord.data import Candidate, Coverage, Found, Memento, OriginRuling, Tie, TieKind
from onrecord.wire.load.documents import span_from
from onrecord.wire.load.searches import search_from
from onrecord.wire.view import Documents, View


def coverage_from(view: View) -> Coverage:
    """Read coverage."""
    return Coverage(
        documents=view["documents"].count(),
        more=view.later("more", False).flag(),
        first=view["first"].maybe(View.moment),
        last=view["last"].maybe(View.moment),
        later=view["later"].count(),
        changed=view.later("changed", 0).count(),
        undated=view.later("undated", 0).count(),
    )


def memento_from(documents: Documents, view: View) -> Memento:
    """Read a memento."""
    cited = view["document_id"].words()
    if cited not in documents:
        view["document_id"].refuse("names a document that is not among those given")
    return Memento(
        document=documents[cited],
        origin=view["origin"].words(),
        ties=view.later("ties", []).each(tie_from),
        rulings=view.later("rulings", []).each(ruling_from),
        own=view["own"].flag(),
    )


def tie_from(view: View) -> Tie:
    """Read a tie."""
    return Tie(
        kind=view["kind"].among(TieKind),
        other=view["other"].words(),
        document_id=view["document_id"].maybe(View.words),
        at=view["published_at"].maybe(View.moment),
        quote=view["quote"].words(),
        here=view["here"].maybe(span_from),
        there=view["there"].maybe(span_from),
    )


def ruling_from(view: View) -> OriginRuling:
    """Read a ruling."""
    documents = view["documents"].each(View.words)
    if len(documents) != 2:
        view["documents"].refuse("are not two")
    return OriginRuling(
        documents=(documents[0], documents[1]),
        together=view["together"].maybe(View.flag),
        by=view["by"].words(),
        reason=view["reason"].words(),
        at=view["at"].moment(),
    )


def hit_from(documents: Documents, view: View) -> Candidate:
    """Read a hit."""
    made = Candidate(memento=memento_from(documents, view), span=span_from(view), score=view["score"].number())
    if view["quote"].words() != made.span.cut(made.memento.document.text):
        view["quote"].refuse("is not what its span cuts out of the document")
    return made


def found_from(documents: Documents, view: View) -> Found:
    """Read what was found."""
    return Found(
        candidates=view["hits"].each(partial(hit_from, documents)),
        coverage=coverage_from(view["coverage"]),
        search=search_from(view),
    )
