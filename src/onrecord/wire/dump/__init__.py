"""Nouns to JSON, each with the schema version at its top."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.data import (
    Brief,
    Changes,
    Document,
    Found,
    History,
    Judgement,
    Moment,
    News,
    Offices,
    OriginRuling,
    Report,
    Restoration,
    Search,
    Series,
    Statement,
    Stats,
    Stories,
    Transition,
    Update,
    Verdict,
)
from onrecord.errors import OnrecordError
from onrecord.wire.dump.briefs import brief_shape, changes_shape, stories_shape, update_shape
from onrecord.wire.dump.documents import document_shape, moment_shape, restoration_shape
from onrecord.wire.dump.findings import found_shape, ruling_shape
from onrecord.wire.dump.histories import history_shape, news_shape, transition_shape
from onrecord.wire.dump.offices import offices_shape
from onrecord.wire.dump.searches import search_shape
from onrecord.wire.dump.series import series_shape
from onrecord.wire.dump.statement import statement_shape
from onrecord.wire.dump.verdicts import judgement_shape, report_shape, verdict_shape
from onrecord.wire.json import SCHEMA, Json


def document(given: Document) -> Json:
    """Return a document with its text."""
    return {"schema": SCHEMA, **document_shape(given)}


def restoration(given: Restoration) -> Json:
    """Return a page with its blocks, its removals and the text that is left."""
    return {"schema": SCHEMA, **restoration_shape(given)}


def statements(given: Iterable[Statement]) -> Json:
    """Return the statements of one document."""
    return {"schema": SCHEMA, "statements": [statement_shape(each) for each in given]}


def verdict(given: Verdict, search: Search | None = None) -> Json:
    """Return one verdict with its statement and evidence, and what the open web was asked for it, if it was."""
    asked = {"search": search_shape(search)} if search else {}
    return {"schema": SCHEMA, **verdict_shape(given), **asked}


def report(given: Report) -> Json:
    """Return a checked page."""
    return {"schema": SCHEMA, **report_shape(given)}


def judgement(given: Judgement) -> Json:
    """Return what a verifier makes of one pair."""
    return {"schema": SCHEMA, **judgement_shape(given)}


def found(query: str, given: Found, as_of: Moment) -> Json:
    """Return what was found for ``query`` as of a date, best first."""
    return {"schema": SCHEMA, **found_shape(query, given, as_of)}


def history(given: History) -> Json:
    """Return how the verdict on a statement changed over time."""
    return {"schema": SCHEMA, **history_shape(given)}


def transition(given: Transition) -> Json:
    """Return how the verdict on a statement became another."""
    return {"schema": SCHEMA, **transition_shape(given)}


def update(given: Update) -> Json:
    """Return what is new on a topic."""
    return {"schema": SCHEMA, **update_shape(given)}


def news(given: News) -> Json:
    """Return what there is to tell of what is followed."""
    return {"schema": SCHEMA, **news_shape(given)}


def brief(given: Brief) -> Json:
    """Return a brief with its numbered citations."""
    return {"schema": SCHEMA, **brief_shape(given)}


def changes(given: Changes) -> Json:
    """Return what changed on a topic, with its numbered citations."""
    return {"schema": SCHEMA, **changes_shape(given)}


def offices(given: Offices) -> Json:
    """Return who held an office when, each with the first and the last words that say so."""
    return {"schema": SCHEMA, **offices_shape(given)}


def series(given: Series) -> Json:
    """Return the series on a topic, with their numbered citations."""
    return {"schema": SCHEMA, **series_shape(given)}


def stories(given: Stories) -> Json:
    """Return the stories on a topic, each with its documents."""
    return {"schema": SCHEMA, **stories_shape(given)}


def stats(given: Stats) -> Json:
    """Return what an archive holds."""
    return {
        "schema": SCHEMA,
        "documents": given.documents,
        "passages": given.passages,
        "origins": given.origins,
        "undated": given.undated,
        "first": moment_shape(given.first),
        "last": moment_shape(given.last),
        "revision": given.revision,
        "bytes": given.bytes,
    }


def error(given: OnrecordError) -> Json:
    """Return an error: its kind, what happened, why, and what to try."""
    told = {"kind": type(given).__name__, "what": given.what, "why": given.why, "try": given.fix}
    return {"schema": SCHEMA, "error": told}


def rulings(given: Iterable[OriginRuling]) -> Json:
    """Return what people ruled on origins, the oldest first."""
    return {"schema": SCHEMA, "rulings": [ruling_shape(each) for each in given]}
