"""What a noun refuses to be. The laws that can be held by construction are held here."""

from dataclasses import FrozenInstanceError
from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.data import (
    Brief,
    Citation,
    CitedSentence,
    Coverage,
    DateKind,
    Evidence,
    Label,
    Memento,
    Origins,
    Reason,
    ReasonCode,
    Removal,
    RemovalKind,
    RemovalStatus,
    Restoration,
    Run,
    Section,
    Span,
    Stance,
    Statement,
    StatementKind,
    Story,
    Verdict,
    Window,
    document,
    latest,
)
from onrecord.text.origins import count_origins

DAY = date(2025, 5, 19)
WORDS = Reason(code=ReasonCode.SAME_WORDS, words="says the same")


def memento(text="The dam at Orlo Gorge holds.", *, published_at=DAY, own=False, **known):
    made = document(text, published_at=published_at, **known)
    return Memento(document=made, origin=made.id, own=own)


def evidence(stance=Stance.SUPPORTS, **about):
    cited = memento(**about)
    text = cited.document.text
    return Evidence(memento=cited, span=Span(start=0, end=len(text)), quote=text, stance=stance, score=0.9)


def statement(*, foreign=None):
    return Statement(
        id="s1",
        document_id="d1",
        span=Span(start=0, end=9),
        text="The dam holds.",
        kind=StatementKind.STATE,
        foreign=foreign,
    )


def verdict(label, *found, about=None, as_of=DAY):
    return Verdict(
        statement=about or statement(),
        label=label,
        as_of=as_of,
        evidence=found,
        origins=Origins(),
        reasons=(WORDS,),
        coverage=Coverage(),
        score=0.5,
    )


def test_nouns_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        Span(start=0, end=1).end = 2


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 2), (-1, 4)])
def test_a_span_covers_at_least_one_character(start, end):
    with pytest.raises(ValueError, match="start < end"):
        Span(start=start, end=end)


def test_a_span_that_reaches_past_the_text_cuts_nothing():
    with pytest.raises(ValueError, match="past a text"):
        Span(start=0, end=9).cut("short")


def test_a_document_is_named_by_its_words_address_and_date():
    here = document("Words.", url="https://ledger.example/a", published_at=DAY)
    assert here.id == document("Words.", url="https://ledger.example/a", published_at=DAY, title="Other").id
    assert here.id != document("Words.", url="https://post.example/a", published_at=DAY).id
    assert here.id != document("Words.", url="https://ledger.example/a").id


def test_a_missing_date_is_unknown_and_nothing_else():
    assert document("Words.").date_kind is DateKind.UNKNOWN
    with pytest.raises(ValueError, match="date_kind"):
        document("Words.", date_kind=DateKind.STATED)


@pytest.mark.parametrize("zone", [None, timezone(timedelta(hours=2))])
def test_an_instant_is_in_utc(zone):
    with pytest.raises(ValueError, match="UTC"):
        document("Words.", published_at=datetime(2025, 5, 19, 12, tzinfo=zone))


def test_a_day_may_stand_for_its_last_instant():
    assert latest(DAY).date() == DAY
    assert latest(DAY) + timedelta(microseconds=1) == datetime(2025, 5, 20, tzinfo=UTC)


@given(st.dates(), st.dates())
def test_a_window_admits_what_was_published_up_to_its_day(published, until):
    assert Window(until=until).admits(published) == (published <= until)
    assert not Window(until=until).admits(None)


def test_a_day_is_not_admitted_before_it_has_ended():
    noon = datetime(2025, 5, 19, 12, tzinfo=UTC)
    assert not Window(until=noon).admits(DAY)
    assert Window(until=DAY).admits(noon)


def test_kept_and_removed_are_the_whole_text():
    page = document("One. Two. Three.")
    cut = Removal(
        span=Span(start=5, end=10),
        kind=RemovalKind.FOREIGN,
        status=RemovalStatus.REMOVED,
        score=0.9,
        reasons=(WORDS,),
    )
    kept = (Span(start=0, end=5), Span(start=10, end=16))
    assert Restoration(document=page, blocks=(), kept=kept, removals=(cut,)).restored == "One. Three."
    with pytest.raises(ValueError, match="gap or overlap"):
        Restoration(document=page, blocks=(), kept=kept[1:], removals=(cut,))


def test_evidence_is_cut_from_its_document():
    cited = memento()
    with pytest.raises(ValueError, match="not what its span cuts"):
        Evidence(memento=cited, span=Span(start=0, end=7), quote="The Dam", stance=Stance.SUPPORTS, score=1.0)


@pytest.mark.parametrize("label", [Label.SUPPORTED, Label.REFUTED, Label.CONFLICTING, Label.SUPERSEDED])
def test_no_evidence_no_verdict(label):
    with pytest.raises(ValueError, match="needs evidence"):
        verdict(label)


def test_a_dispute_needs_both_sides():
    with pytest.raises(ValueError, match="needs evidence that refutes"):
        verdict(Label.CONFLICTING, evidence(Stance.SUPPORTS))


@pytest.mark.parametrize("published_at", [None, DAY + timedelta(days=1)])
def test_nothing_undated_or_later_is_evidence(published_at):
    with pytest.raises(ValueError, match="not later than as_of"):
        verdict(Label.SUPPORTED, evidence(published_at=published_at))


NOON = datetime.combine(DAY, time(12), UTC)


@pytest.mark.parametrize(
    ("known", "stood"),
    [
        ({"modified_at": DAY}, True),
        ({"modified_at": DAY + timedelta(days=1)}, False),
        ({"modified_at": DAY + timedelta(days=1), "captured_at": NOON}, True),
        ({"modified_at": DAY + timedelta(days=1), "captured_at": NOON + timedelta(days=1)}, False),
        ({"captured_at": NOON + timedelta(days=1)}, True),
    ],
)
def test_what_was_changed_later_is_no_evidence_unless_it_was_taken_before(known, stood):
    cited = evidence(published_at=DAY, **known)
    assert cited.memento.document.changed_after(DAY) is not stood
    if stood:
        assert verdict(Label.SUPPORTED, cited).evidence == (cited,)
        return
    with pytest.raises(ValueError, match="nor changed later"):
        verdict(Label.SUPPORTED, cited)


def test_a_page_testifies_on_what_was_pasted_into_it_and_not_for_itself():
    own = evidence(own=True, published_at=None)
    pasted = statement(foreign=RemovalKind.CHATBOT_REPLY)
    assert verdict(Label.SUPPORTED, own, about=pasted).label.words == "On record"
    with pytest.raises(ValueError, match="not evidence for its own"):
        verdict(Label.SUPPORTED, own)


def brief_saying(text, *, as_of=DAY):
    return Brief(
        topic="dam",
        as_of=as_of,
        takeaways=(),
        sections=(Section(title="dam", sentences=(CitedSentence(text=text, citations=(1,)),)),),
        timeline=(),
        figures=(),
        disputes=(),
        gaps=(),
        citations=(Citation(number=1, evidence=evidence()),),
        coverage=Coverage(),
        run=Run(version="0", as_of=as_of, archive_revision="r"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "The dam at Orlo Gorge holds.",
        "The dam … holds.",
        "The dam at Orlo Gorge [in Veldania] holds.",
    ],
)
def test_a_brief_is_cut_from_its_sources(text):
    assert brief_saying(text).sentences[0].text == text


def test_a_brief_cannot_say_what_no_source_says():
    with pytest.raises(ValueError, match="not cut from its sources"):
        brief_saying("The dam at Orlo Gorge has failed.")


def test_a_brief_cites_nothing_later_than_its_date():
    with pytest.raises(ValueError, match="nothing later"):
        brief_saying("The dam at Orlo Gorge holds.", as_of=DAY - timedelta(days=1))


def told(*by):
    """Return a story by the publisher and the origin of each of its documents."""
    pages = (
        document(f"The Varn bridge is shut, {n}.", published_at=DAY, publisher=who) for n, (who, _) in enumerate(by)
    )
    mementos = (Memento(document=page, origin=origin) for page, (_, origin) in zip(pages, by, strict=True))
    return Story(title="Varn bridge shut", mementos=tuple(mementos))


@pytest.mark.parametrize(
    ("by", "origins"),
    [
        ([("Dorn Post", "a"), ("Dorn Post", "b")], 1),
        ([("Dorn Post", "Lake Wire"), ("Varn Echo", "Lake Wire")], 1),
        ([("Dorn Post", "Lake Wire"), ("Dorn Post", "a"), ("Varn Echo", "Lake Wire")], 2),
        ([(None, "a"), (None, "b")], 2),
    ],
)
def test_a_story_counts_neither_a_copy_nor_a_publisher_twice(by, origins):
    assert count_origins(told(*by).mementos) == origins
