"""Results in the shapes that assistants are handed, no larger than they ask for.

Of a list whole items are told, one at least; of a page the part between two offsets. Where something is left for the
next answer, ``truncated`` says so and ``next_cursor`` where it begins.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from onrecord import wire
from onrecord.data import Brief, Document, Found, Reason, Restoration, Run, Span, Statement, Verdict
from onrecord.render.words import MEANINGS
from onrecord.surfaces.mcp.budget import Cursor, fitting
from onrecord.surfaces.mcp.checks import Check
from onrecord.surfaces.mcp.records import addressed
from onrecord.wire import Json

BEGINNING = 160
"""Characters told of a removed passage; its span says where the others are."""


def restored(given: Restoration, cursor: Cursor, characters: int) -> Json:
    """Return the kept words between two offsets of the page, and the passages that begin there."""
    text = given.document.text
    window = Span(start=min(cursor.place, len(text) - 1), end=min(cursor.place + characters, len(text)))
    kept = [part for part in (_within(span, window) for span in given.kept) if part]
    removals = [one for one in wire.restoration(given)["removals"] if window.start <= one["start"] < window.end]
    return {
        "schema": wire.SCHEMA,
        "document": _about(given.document),
        "restored": "".join(span.cut(text) for span in kept),
        "kept": [{"start": span.start, "end": span.end} for span in kept],
        "removals": [{**one, "begins": text[one["start"] : one["end"]][:BEGINNING]} for one in removals],
        **_rest(cursor, window.end, len(text)),
    }


def extracted(page: Document, given: Sequence[Statement], cursor: Cursor, characters: int) -> Json:
    """Return statements in reading order."""
    shown, end = fitting(wire.statements(given)["statements"], cursor.place, characters)
    return {
        "schema": wire.SCHEMA,
        "document": _about(page),
        "statements": shown,
        **_rest(cursor, end, len(given)),
    }


def checked(page: Document | None, given: Check, cursor: Cursor, characters: int) -> Json:
    """Return verdicts in the order of their statements, and how many there are of each label in all."""
    shown, end = fitting([_verdict(each) for each in given.verdicts], cursor.place, characters)
    return {
        "schema": wire.SCHEMA,
        "document": page and _about(page),
        "verdicts": shown,
        "counts": dict(sorted(Counter(each.label.value for each in given.verdicts).items())),
        "run": wire.run_shape(given.run),
        **_rest(cursor, end, len(given.verdicts)),
    }


def found(query: str, given: Found, run: Run, cursor: Cursor, characters: int) -> Json:
    """Return passages, best first."""
    shape = wire.found(query, given, run.as_of)
    hits = [addressed(each) for each in shape["hits"]]
    shown, end = fitting(hits, cursor.place, characters)
    return {**shape, "hits": shown, "run": wire.run_shape(run), **_rest(cursor, end, len(hits))}


def written(given: Brief, *, shortened: bool) -> Json:
    """Return a brief, which is told whole; one that was written shorter than asked for says so."""
    shape = wire.brief(given)
    citations = [{**each, "evidence": addressed(each["evidence"])} for each in shape["citations"]]
    return {**shape, "citations": citations, "truncated": shortened, "next_cursor": None}


def with_notices(shape: Json, notices: Sequence[Reason]) -> Json:
    """Return an answer with what must be known of the archive."""
    return {**shape, "notices": [wire.reason_shape(each) for each in notices]}


def quotes(shape: Json) -> list[Json]:
    """Return the quotes of an answer, in order."""
    cited = [each["evidence"] for each in shape.get("citations", ())]
    return [*shape.get("hits", ()), *cited, *(one for each in shape.get("verdicts", ()) for one in each["evidence"])]


def _about(given: Document) -> Json:
    known = {key: value for key, value in wire.document(given).items() if key not in ("schema", "text")}
    return {**known, "characters": len(given.text)}


def _within(span: Span, window: Span) -> Span | None:
    start, end = max(span.start, window.start), min(span.end, window.end)
    return Span(start=start, end=end) if start < end else None


def _verdict(given: Verdict) -> Json:
    shape = {key: value for key, value in wire.verdict(given).items() if key != "schema"}
    evidence = [addressed(each) for each in shape["evidence"]]
    return {**shape, "meaning": f"{given.label.words}: {MEANINGS[given.label]}", "evidence": evidence}


def _rest(cursor: Cursor, end: int, length: int) -> Json:
    more = end < length
    return {"truncated": more, "next_cursor": str(cursor._replace(place=end)) if more else None}
