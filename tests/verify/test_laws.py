"""The laws, whatever is found and in whatever order."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.verify.newsroom import MONDAY, PASTED, TUESDAY, check, codes, found, page, report, stated

from onrecord.adapters.agreement import AgreementVerifier
from onrecord.data import Coverage, Found, Label, ReasonCode, RemovalKind, Stance, StatementKind, latest
from onrecord.testing import HashingEmbedder
from onrecord.verify import verify

VERIFIER = AgreementVerifier(HashingEmbedder())
SYMBOLIC = {ReasonCode.NUMBER_DIFFERS, ReasonCode.NEGATED, ReasonCode.ROLE_DIFFERS, ReasonCode.SOURCE_DENIES}

STATEMENTS = st.sampled_from(
    (
        "The storm has killed 12 people in Harrow.",
        "The harbour authority did not close the port on 19 May 2025.",
        "The health ministry said the storm killed 31 people in Harrow on Monday.",
        "Ana Petrov is the harbour master of Port Sorrel.",
        "There is no confirmation that the harbour authority closed the port.",
        "Former harbour master Ana Petrov left Port Sorrel, and the port is closed.",
    )
)
TEXTS = st.sampled_from(
    (
        "The storm has killed 12 people in Harrow, the health ministry said.",
        "The storm killed 31 people in Harrow on Monday, the health ministry said. The port was closed.",
        "The storm has killed 19 people in Harrow, the media office said.",
        "The harbour authority closed the port on Monday.",
        "The harbour authority said on 19 May 2025 it had not closed the port.",
        "Harbour master Ana Petrov closed Port Sorrel. The storm may kill more people.",
        "Former harbour master Ana Petrov left Port Sorrel on Friday.",
        "Nobody was killed in Harrow.",
    )
)
UNRELATED = st.sampled_from(
    (
        "The cricket season opens in Corvia with nine matches.",
        "A painting of a lemon tree was sold for 4 million francs, the gallery said.",
        "Schools will not teach Latin any more, according to the board.",
        "Former chess champion Iva Rook plans to write a book on endgames.",
    )
)
PAPERS = st.sampled_from(("Harbour Wire", "The Sorrel Tribune", "Northgate Post", "Island Ledger"))
DAYS = st.dates(date(2025, 5, 8), date(2025, 5, 24))
UP_TO_TUESDAY = st.dates(date(2025, 5, 8), TUESDAY)


def reports(texts=TEXTS, *, days=DAYS, most=5):
    one = st.builds(lambda text, day, paper: report(text, on=day, by=paper), texts, days, PAPERS)
    return st.lists(one, max_size=most, unique_by=lambda candidate: candidate.memento.document.id)


KINDS = st.sampled_from((StatementKind.EVENT, StatementKind.STATE, StatementKind.FIGURE))


def judged(text, kind, told, coverage=None):
    given_coverage = found(*told) if coverage is None else replace(coverage, candidates=tuple(told))
    (verdict,) = verify([stated(text, kind=kind)], [given_coverage], verifier=VERIFIER, as_of=TUESDAY)
    return verdict


@given(STATEMENTS, KINDS, reports())
def test_nothing_is_refuted_without_a_named_difference_and_its_spans(text, kind, told):
    verdict = judged(text, kind, told)
    if verdict.label in (Label.REFUTED, Label.SUPERSEDED, Label.CONFLICTING):
        against = [piece for piece in verdict.evidence if piece.stance is Stance.REFUTES]
        named = [reason for piece in against for reason in piece.reasons if reason.code in SYMBOLIC]
        assert named
        assert all(reason.here and reason.there for reason in named)


@given(STATEMENTS, KINDS, reports())
def test_every_quote_and_every_span_is_cut_from_its_document_and_none_is_later_than_as_of(text, kind, told):
    verdict = judged(text, kind, told)
    for piece in verdict.evidence:
        held = piece.memento.document
        assert latest(held.published_at) <= latest(TUESDAY)
        assert piece.span.cut(held.text) == piece.quote
        assert all(piece.span.covers(reason.there) for reason in piece.reasons if reason.there)
        assert all(verdict.statement.span.covers(reason.here) for reason in piece.reasons if reason.here)


@given(STATEMENTS, KINDS, reports(), st.randoms(use_true_random=False))
def test_the_order_of_candidates_changes_nothing(text, kind, told, random):
    shuffled = random.sample(told, len(told))
    assert judged(text, kind, told) == judged(text, kind, shuffled, found(*told))


@given(STATEMENTS, KINDS, reports(days=UP_TO_TUESDAY), reports(UNRELATED, most=4))
def test_unrelated_candidates_change_nothing(text, kind, told, unrelated):
    assert judged(text, kind, [*told, *unrelated], found(*told)) == judged(text, kind, told)


@given(STATEMENTS, KINDS, reports(), st.integers(1, 3), PAPERS, st.data())
def test_later_copies_of_one_origin_change_nothing(text, kind, told, days, paper, data):
    if not told:
        return
    first = data.draw(st.sampled_from(told))
    held = first.memento.document
    copy = report(
        held.text,
        on=held.published_at + timedelta(days),
        by=paper,
        origin=first.memento.origin,
        url="https://copies.example/1",
    )
    with_copy, without = judged(text, kind, [*told, copy], found(*told)), judged(text, kind, told)
    assert (with_copy.label, with_copy.origins, with_copy.score) == (without.label, without.origins, without.score)
    assert [reason.code for reason in with_copy.reasons] == [reason.code for reason in without.reasons]


@given(STATEMENTS, reports(), st.sampled_from((StatementKind.OPINION, StatementKind.QUESTION, StatementKind.FORECAST)))
def test_opinions_questions_and_forecasts_are_not_checked(text, told, kind):
    verdict = judged(text, kind, told)
    assert verdict.label is Label.NOT_CHECKED
    assert codes(verdict) == [kind.value]
    assert verdict.evidence == ()


def test_a_page_does_not_testify_on_its_own_words():
    text = "The harbour authority closed the port."
    assert check(text, page(text)).label is Label.NOT_ENOUGH_EVIDENCE
    assert check(text, page(text), **PASTED).label is Label.SUPPORTED
    copy = report(text)
    assert check(text, copy, document_id=copy.memento.document.id).label is Label.NOT_ENOUGH_EVIDENCE
    marked = replace(copy, memento=replace(copy.memento, own=True))
    assert codes(check(text, marked)) == ["only_copies"]


def test_undated_reports_are_no_evidence():
    assert check("The harbour authority closed the port.", report("The harbour authority closed the port.", on=None)).label is Label.NOT_ENOUGH_EVIDENCE  # fmt: skip


def test_every_silence_says_why():
    text = "The harbour authority closed the port."
    later = [report(text, on=date(2025, 5, 28))]
    assert codes(check(text)) == ["nothing_on_topic"]
    (verdict,) = verify([stated(text)], [found(later=3)], verifier=VERIFIER, as_of=TUESDAY)
    assert codes(verdict) == ["only_later"]
    assert "3 documents later" in verdict.reasons[0].words
    for coverage, code, words in (
        (
            Coverage(changed=1, later=2),
            "changed_later",
            "20 May 2025, and 1 document changed later, and 2 documents later",
        ),
        (Coverage(undated=2), "undated_ignored", "20 May 2025, and 2 documents without a date"),
    ):
        (verdict,) = verify([stated(text)], [Found(candidates=(), coverage=coverage)], verifier=VERIFIER, as_of=TUESDAY)
        assert codes(verdict) == [code]
        assert verdict.reasons[0].words.endswith(words)
    assert check(text, *later).evidence == ()
    beside = [report("The port of Corvia opened.", on=date(2025, 5, 3)), report("The port authority met.")]
    silent = check(text, *beside)
    assert silent.reasons[0].words == "2 documents on the topic from 3 May 2025 to 19 May 2025 do not say it"
    only_copies = replace(found(*beside), candidates=())
    (verdict,) = verify([stated(text)], [only_copies], verifier=VERIFIER, as_of=TUESDAY)
    assert codes(verdict) == ["only_copies"]


def test_what_is_shown_is_on_the_topic_however_far_it_stood_from_the_words_sought():
    text = "12 people died in the fire in Harrow on Monday."
    for told, code in (
        ("Twelve people died in the fire in Harrow on Monday.", "same_words"),
        ("Nine people died in the fire in Harrow on Monday.", "topic_silent"),
    ):
        handed = Found(candidates=(report(told),), coverage=Coverage(later=2))
        (verdict,) = verify([stated(text)], [handed], verifier=VERIFIER, as_of=TUESDAY)
        assert codes(verdict)[0] == code
        assert (verdict.coverage.documents, verdict.coverage.last, verdict.coverage.later) == (1, MONDAY, 2)


def test_a_pronoun_that_nothing_resolves_leaves_a_statement_unchecked():
    told = report("She resigned on Monday.")
    assert codes(check("She resigned on Monday.", told)) == ["not_alone"]
    assert check("She [Ana Petrov] resigned on Monday.", told).label is Label.NOT_ENOUGH_EVIDENCE
    assert (
        check("It is clear that the port is closed.", told, kind=StatementKind.STATE).label is Label.NOT_ENOUGH_EVIDENCE
    )


def test_statements_of_removed_passages_say_so():
    verdict = check("The port is closed.", foreign=RemovalKind.OTHER_ARTICLE)
    assert codes(verdict)[-1] == "in_removed_passage"
    assert "other article" in verdict.reasons[-1].words


def test_all_pairs_go_through_the_model_in_one_call():
    calls = []

    class Counting(AgreementVerifier):
        def judge(self, pairs):
            calls.append(len(pairs))
            return super().judge(pairs)

    asked = [stated("The port is closed."), stated("The storm killed 12 people.")]
    told = found(report("The port is closed. The storm killed 12 people."))
    verify(asked, [told, told], verifier=Counting(HashingEmbedder()), as_of=MONDAY)
    assert len(calls) == 1


HOSTILE = st.text(
    st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("\x00\u200b\u202e\"“”[]'’,.-1 a")), min_size=1
).filter(str.strip)


@settings(max_examples=60)
@given(HOSTILE, HOSTILE)
def test_no_text_makes_it_fail(text, told):
    check(text, report(told), page(told), verifier=VERIFIER, kind=StatementKind.STATE)
    check(text, page(told), verifier=VERIFIER, kind=StatementKind.FIGURE, **PASTED)


def test_megabytes_pass_in_linear_time():
    long = "The port, which “is” not closed by 12 people, said " * 20_000
    assert check("The port is closed.", report(long), verifier=VERIFIER).label
