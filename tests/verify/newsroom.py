"""Reports and statements of the invented republic of Veldania, as verify is handed them."""

from dataclasses import replace
from datetime import date

from onrecord.adapters.crossencoder import CrossEncoder, shipped
from onrecord.data import Candidate, Coverage, DateKind, Found, Interval, Memento, RemovalKind, Span, document
from onrecord.engine import statement_of
from onrecord.verify import verify

VERIFIER = CrossEncoder(shipped(), threads=2)

MONDAY = date(2025, 5, 19)
TUESDAY = date(2025, 5, 20)
ON_MONDAY = {"time": Interval(start=MONDAY, end=MONDAY)}
PASTED = {"foreign": RemovalKind.CHATBOT_REPLY}


def report(text, *, on=MONDAY, by="Harbour Wire", origin=None, title=None, url=None, language="en", **known):
    """A passage as it is found: the whole text of a document of its own."""
    kind = DateKind.UNKNOWN if on is None else DateKind.STATED
    held = document(
        text, title=title, publisher=by, published_at=on, date_kind=kind, language=language, url=url, **known
    )
    memento = Memento(document=held, origin=origin or held.id)
    return Candidate(memento=memento, span=Span(start=0, end=len(text)), score=0.8)


def page(text):
    """A passage of the page under examination itself."""
    told = report(text, by="Island Ledger")
    return replace(told, memento=replace(told.memento, own=True))


def found(*reports, later=0):
    """What finding hands over: these reports, and as many documents on the topic."""
    days = sorted(one.memento.at for one in reports if one.memento.at)
    first, last = (days[0], days[-1]) if days else (None, None)
    documents = len({one.memento.document.id for one in reports if not one.memento.own})
    return Found(candidates=reports, coverage=Coverage(documents=documents, first=first, last=last, later=later))


def stated(text, **fields):
    """A statement read as the engine reads one that stands alone, with ``fields`` as its page would tell them."""
    return replace(statement_of(text), **fields)


def check(text, *reports, as_of=TUESDAY, verifier=VERIFIER, **fields):
    """The verdict on one statement from these reports."""
    (verdict,) = verify([stated(text, **fields)], [found(*reports)], verifier=verifier, as_of=as_of)
    return verdict


def codes(verdict):
    return [reason.code.value for reason in verdict.reasons]
