"""Reports and statements of the invented republic of Veldania, as verify is handed them."""

from dataclasses import replace
from datetime import date

from onrecord.adapters.agreement import AgreementVerifier
from onrecord.adapters.minilm import MiniLM
from onrecord.data import Candidate, Coverage, DateKind, Found, Memento, Span, document
from onrecord.engine import statement_of
from onrecord.verify import verify

VERIFIER = AgreementVerifier(MiniLM(threads=2))


def report(text, *, on=date(2025, 5, 19), by="Harbour Wire", origin=None, title=None, own=False):
    """A passage of a report, as found: the whole text of a document of its own."""
    kind = DateKind.UNKNOWN if on is None else DateKind.STATED
    held = document(text, title=title, publisher=by, published_at=on, date_kind=kind, language="en")
    memento = Memento(document=held, origin=origin or held.id, own=own)
    return Candidate(memento=memento, span=Span(start=0, end=len(text)), score=0.8)


def own(text):
    """A passage of the page under examination itself."""
    return report(text, by="Island Ledger", own=True)


def found(*reports, later=0):
    days = sorted(one.memento.at for one in reports if one.memento.at)
    first, last = (days[0], days[-1]) if days else (None, None)
    documents = len({one.memento.document.id for one in reports})
    return Found(candidates=reports, coverage=Coverage(documents=documents, first=first, last=last, later=later))


def stated(text, **fields):
    """A statement that stands alone, read as the engine reads it, with ``fields`` as a page would tell them."""
    return replace(statement_of(text), **fields)


def check(text, *reports, as_of=date(2025, 5, 20), **fields):
    """The verdict on one statement from these reports."""
    (verdict,) = verify([stated(text, **fields)], [found(*reports)], verifier=VERIFIER, as_of=as_of)
    return verdict


def codes(verdict):
    return [reason.code.value for reason in verdict.reasons]
