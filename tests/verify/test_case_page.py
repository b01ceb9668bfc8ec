"""A real page with two pasted replies, checked against nothing but itself."""

from datetime import date

import pytest
from tests.verify.newsroom import VERIFIER

from onrecord.adapters.minilm import MiniLM
from onrecord.data import Label, Run, Stance
from onrecord.engine import check
from onrecord.find import ArchiveFinder
from onrecord.read import read_text
from onrecord.wiring import archive_or_empty

AS_OF = date(2025, 5, 19)


@pytest.fixture(scope="module")
def report(shared, tmp_path_factory):
    text = (shared / "cases" / "spliced_page.txt").read_text(encoding="utf-8")
    embedder = MiniLM(threads=2)
    archive = ArchiveFinder(archive_or_empty(tmp_path_factory.mktemp("none")), embedder)
    run = Run(version="0", as_of=AS_OF, archive_revision="none")
    return check(read_text(text, published=AS_OF), archive=archive, embedder=embedder, verifier=VERIFIER, as_of=AS_OF, run=run)  # fmt: skip


def verdict_on(report, *words):
    (verdict,) = (v for v in report.verdicts if all(word in v.statement.text for word in words) and v.statement.foreign)
    return verdict


@pytest.mark.parametrize("words", [("no official confirmation",), ("any such statement", "being handled by")])
def test_the_page_contradicts_the_first_reply_with_spans(report, words):
    verdict = verdict_on(report, *words)
    text = report.restoration.document.text
    assert verdict.label in (Label.REFUTED, Label.SUPERSEDED)
    named = [reason for piece in verdict.evidence for reason in piece.reasons if reason.here and reason.there]
    assert named
    assert all(reason.here.cut(text) in verdict.statement.text for reason in named)


def test_what_is_said_of_another_administration_than_the_pages_is_contradicted(report):
    verdict = verdict_on(report, "official position, under")
    assert verdict.label is Label.REFUTED
    assert verdict.reasons[0].code == "role_differs"


def test_what_of_a_statement_the_page_carries_is_shown(report):
    verdict = verdict_on(report, "transactional diplomacy")
    assert verdict.label is Label.NOT_ENOUGH_EVIDENCE
    assert any(
        "on record only in part" in reason.words and "America First" in reason.words for reason in verdict.reasons
    )
    assert any("America First" in piece.quote for piece in verdict.evidence)


@pytest.mark.parametrize("words", ["floated a", "addressed Gazans"])
def test_what_was_done_is_an_event_to_be_checked(report, words):
    assert verdict_on(report, words).label is Label.NOT_ENOUGH_EVIDENCE


def test_the_office_that_the_reply_takes_for_past_is_named(report):
    reasons = verdict_on(report, "no official confirmation").reasons
    assert "role_differs" in [reason.code for reason in reasons]


@pytest.mark.parametrize("words", [("led to the release", "not involved"), ("has confirmed that",)])
def test_what_the_page_carries_of_the_second_reply_is_on_record(report, words):
    assert verdict_on(report, *words).label is Label.SUPPORTED


@pytest.mark.parametrize("words", ["last warning", 'freedom zone", suggesting', "53,000", "Qatari", "linked further"])
def test_what_the_page_does_not_carry_is_not_on_record(report, words):
    assert verdict_on(report, words).label in (Label.NOT_ENOUGH_EVIDENCE, Label.NOT_CHECKED)


def test_no_statement_of_the_page_is_contradicted_and_no_pasted_words_are_evidence(report):
    removed = report.restoration.removed
    for verdict in report.verdicts:
        if verdict.statement.foreign is None:
            assert verdict.label in (Label.NOT_ENOUGH_EVIDENCE, Label.NOT_CHECKED)
        if verdict.label is Label.REFUTED:
            assert any(piece.stance is Stance.REFUTES for piece in verdict.evidence)
        assert not any(piece.span.overlaps(span) for piece in verdict.evidence for span in removed)
