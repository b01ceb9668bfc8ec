"""What of another look is news: another label, on evidence, later; and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

import strategies
from onrecord.data import Label, Verdict, day_of, latest
from onrecord.follow import stands_aside, trace, transition

SILENT = (Label.NOT_ENOUGH_EVIDENCE, Label.NOT_CHECKED)


@st.composite
def looks(draw) -> tuple[Verdict, Verdict]:
    """Two looks at one statement, the second some days after the first."""
    before = draw(strategies.verdicts())
    after = replace(draw(strategies.verdicts()), statement=before.statement)
    first = max(date(2101, 1, 1), day_of(before.as_of), day_of(after.as_of))
    assume(first < date(9000, 1, 1))
    second = first + timedelta(days=draw(st.integers(1, 100)))
    return replace(before, as_of=first), replace(after, as_of=second)


@strategies.unhurried
@given(looks())
def test_only_another_label_is_news(pair):
    before, after = pair
    news = transition(before, after)
    assert (news is not None) == (
        before.label is not after.label and (after.label not in SILENT or before.label in SILENT)
    )


@strategies.unhurried
@given(looks())
def test_a_verdict_on_evidence_stands_until_there_is_other_evidence(pair):
    before, after = pair
    assert stands_aside(before, after) == (before.label in SILENT or after.label not in SILENT)


@strategies.unhurried
@given(looks())
def test_what_was_told_is_not_told_again(pair):
    before, after = pair
    if transition(before, after):
        assert transition(after, replace(after, as_of=latest(after.as_of) + timedelta(days=1))) is None


@strategies.unhurried
@given(strategies.verdicts())
def test_the_first_look_is_no_news(verdict):
    assert transition(None, verdict) is None
    assert stands_aside(None, verdict)


@strategies.unhurried
@given(strategies.founds(), st.data())
def test_a_trace_is_of_the_passages_and_of_who_judges(found, data):
    models = data.draw(strategies.few(strategies.models))
    assert trace(found, models) == trace(replace(found), models)
    if found.candidates:
        assert trace(replace(found, candidates=found.candidates[1:]), models) != trace(found, models)
    for other in data.draw(strategies.few(strategies.models, least=1)):
        if other.digest not in {each.digest for each in models}:
            assert trace(found, (*models, other)) != trace(found, models)
