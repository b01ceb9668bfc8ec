"""Nothing on the wire is taken on trust."""

import json
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies
from onrecord import wire
from onrecord.data import (
    Coverage,
    Evidence,
    Label,
    Memento,
    Origins,
    Reason,
    ReasonCode,
    Span,
    Stance,
    Statement,
    StatementKind,
    Verdict,
    document,
)
from onrecord.errors import InputMalformed
from onrecord.wire import load

REPORT = document(
    "The Sorrel Dam held through Monday night, the Harbour Wire reported.", published_at=date(2025, 5, 19)
)
PAGE = document("The Sorrel Dam held.")
KNOWN = {REPORT.id: REPORT}
EVIDENCE = Evidence(
    memento=Memento(document=REPORT, origin="Harbour Wire"),
    span=Span(start=0, end=19),
    quote="The Sorrel Dam held",
    stance=Stance.SUPPORTS,
    score=0.9,
)
VERDICT = Verdict(
    statement=Statement(
        id="s1", document_id=PAGE.id, span=Span(start=0, end=20), text=PAGE.text, kind=StatementKind.EVENT
    ),
    label=Label.SUPPORTED,
    as_of=date(2025, 5, 20),
    evidence=(EVIDENCE,),
    origins=Origins(supporting=1),
    reasons=(Reason(code=ReasonCode.SINGLE_ORIGIN, words="one origin reports it"),),
    coverage=Coverage(documents=1),
    score=0.9,
)


def altered(shape, place, value):
    """Return a copy of ``shape`` with the value at ``place`` replaced."""
    copy = json.loads(wire.encode(shape))
    inner = copy
    for step in place[:-1]:
        inner = inner[step]
    inner[place[-1]] = value
    return copy


@pytest.mark.parametrize(
    ("place", "value", "said"),
    [
        (("evidence", 0, "quote"), "The Sorrel Dam fell", "not what its span cuts"),
        (("evidence", 0, "start"), 4, "not what its span cuts"),
        (("evidence", 0, "end"), 999, "reaches past"),
        (("evidence", 0, "document_id"), "0" * 32, "not among those given"),
        (("evidence", 0, "stance"), "agrees", "evidence\\[0\\].stance is none of"),
        (("evidence",), [], "needs evidence"),
        (("as_of",), "2025-05-18", "not later than as_of"),
        (("as_of",), "Monday", "as_of is no ISO 8601 day"),
        (("as_of",), "2025-05-20T10:00:00", "with its zone"),
        (("score",), "high", "score is no number"),
        (("score",), True, "score is no number"),
        (("score",), 7, "between 0 and 1"),
        (("origins", "supporting"), 1.5, "origins.supporting is no whole number"),
        (("statement", "span"), None, "statement.span is no object"),
        (("reasons",), {}, "reasons is no list"),
        (("schema",), "onrecord/2", "schema is not onrecord/1"),
    ],
)
def test_an_altered_verdict_is_refused(place, value, said):
    with pytest.raises(InputMalformed, match=said):
        load.verdict(altered(wire.verdict(VERDICT), place, value), KNOWN)


def test_a_missing_field_is_named():
    shape = wire.verdict(VERDICT)
    del shape["evidence"][0]["quote"]
    with pytest.raises(InputMalformed, match="evidence\\[0\\] has no 'quote'"):
        load.verdict(shape, KNOWN)


def test_a_field_of_a_later_version_is_passed_over():
    assert load.verdict({**wire.verdict(VERDICT), "new": 1}, KNOWN) == VERDICT


def test_a_document_under_another_id_is_refused():
    with pytest.raises(InputMalformed, match="is not the digest"):
        load.document(altered(wire.document(REPORT), ("text",), "Other words."))


@strategies.unhurried
@given(strategies.restorations())
def test_a_restored_text_must_be_what_is_kept(restoration):
    with pytest.raises(InputMalformed, match="not what is kept"):
        load.restoration(altered(wire.restoration(restoration), ("restored",), restoration.restored + "."))


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
)


def places_in(shape, place=()):
    items = shape.items() if isinstance(shape, dict) else enumerate(shape) if isinstance(shape, list) else ()
    for key, value in items:
        yield (*place, key)
        yield from places_in(value, (*place, key))


@strategies.unhurried
@given(st.sampled_from(sorted(places_in(wire.verdict(VERDICT)), key=str)), ANYTHING)
def test_anything_in_any_place_is_loaded_or_refused(place, value):
    shape = altered(wire.verdict(VERDICT), place, value)
    with suppress(InputMalformed):
        assert isinstance(load.verdict(shape, KNOWN), Verdict)


@strategies.unhurried
@given(ANYTHING)
def test_anything_at_all_is_refused(value):
    with pytest.raises(InputMalformed):
        load.report(value, KNOWN)


def test_what_is_no_number_is_not_written():
    with pytest.raises(ValueError, match="JSON"):
        wire.encode({"value": float("inf")})
