"""What goes out as JSON comes back as it was."""

import json

from hypothesis import assume, given
from hypothesis import strategies as st

import strategies
from onrecord import wire
from onrecord.wire import load


def sent(shape):
    """Send a shape over a wire that carries UTF-8."""
    return json.loads(wire.encode(shape).encode("utf-8"))


def cited(*evidence):
    """Return the documents cited, by id; an archive holds one document under an id."""
    documents = {each.memento.document for each in evidence}
    assume(len({document.id for document in documents}) == len(documents))
    return {document.id: document for document in documents}


@strategies.unhurried
@given(strategies.documents())
def test_a_document_comes_back(document):
    assert load.document(sent(wire.document(document))) == document


@strategies.unhurried
@given(strategies.restorations())
def test_a_restoration_comes_back(restoration):
    assert load.restoration(sent(wire.restoration(restoration))) == restoration


@strategies.unhurried
@given(st.lists(strategies.statements(), max_size=3).map(tuple))
def test_statements_come_back(statements):
    assert load.statements(sent(wire.statements(statements))) == statements


@strategies.unhurried
@given(strategies.verdicts())
def test_a_verdict_comes_back(verdict):
    assert load.verdict(sent(wire.verdict(verdict)), cited(*verdict.evidence)) == verdict


@strategies.unhurried
@given(strategies.reports())
def test_a_report_comes_back_and_gives_the_same_bytes_again(report):
    told = (*report.verdicts, *report.references)
    known = cited(*(each for one in told for each in one.evidence))
    line = wire.encode(wire.report(report))
    again = load.report(json.loads(line.encode("utf-8")), known)
    assert again == report
    assert wire.encode(wire.report(again)) == line
    assert "\n" not in line


@strategies.unhurried
@given(strategies.founds(), strategies.moments)
def test_what_was_found_comes_back(found, as_of):
    shape = sent(wire.found("Orlo Gorge", found, as_of))
    assert load.found(shape, cited(*found.candidates)) == found


@strategies.unhurried
@given(strategies.briefs())
def test_a_brief_comes_back(brief):
    known = cited(*(citation.evidence for citation in brief.citations))
    assert load.brief(sent(wire.brief(brief)), known) == brief


@strategies.unhurried
@given(strategies.changes())
def test_what_changed_comes_back(changes):
    known = cited(*(citation.evidence for citation in changes.citations))
    assert load.changes(sent(wire.changes(changes)), known) == changes


@strategies.unhurried
@given(strategies.series())
def test_series_come_back(series):
    known = cited(*(citation.evidence for citation in series.citations))
    assert load.series(sent(wire.series(series)), known) == series


@strategies.unhurried
@given(strategies.judgements())
def test_a_judgement_comes_back(judgement):
    assert load.judgement(sent(wire.judgement(judgement))) == judgement


@strategies.unhurried
@given(strategies.histories())
def test_a_history_comes_back(history):
    known = cited(*(each for verdict in history.verdicts for each in verdict.evidence))
    assert load.history(sent(wire.history(history)), known) == history


@strategies.unhurried
@given(strategies.histories())
def test_a_transition_comes_back(history):
    known = cited(*(each for verdict in history.verdicts for each in verdict.evidence))
    for each in history.transitions:
        assert load.transition(sent(wire.transition(each)), known) == each


@strategies.unhurried
@given(strategies.updates())
def test_an_update_comes_back(update):
    assert load.update(sent(wire.update(update)), cited(*(each.evidence for each in update.citations))) == update
