"""The verdict over time: asked only where it may have changed, and told only where it did."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from onrecord import engine, wiring
from onrecord.data import History, Label, day_of, document
from onrecord.read import read_text
from onrecord.testing import MemoryArchive

TOLL = "The flood at Kessel killed 12 people."
REPORTS = (
    (date(2025, 3, 1), "The flood at Kessel killed 12 people, the rescue service said on Saturday. The dam held."),
    (date(2025, 3, 2), "The flood at Kessel killed 12 people, a doctor at the hospital said. Roads are shut."),
    (
        date(2025, 3, 9),
        "The flood at Kessel killed 19 people, the rescue service said on Sunday, after searching the mill.",
    ),
)
AS_OF = date(2025, 9, 30)


def desk_of(reports) -> wiring.Desk:
    desk = wiring.desk(MemoryArchive(), threads=1)
    pages = (
        read_text(words, url=f"https://wire{number}.example/{number}", published=published)
        for number, (published, words) in enumerate(reports)
    )
    for _ in desk.add(pages):
        pass
    return desk


def history_of(desk: wiring.Desk, words: str = TOLL, **asked) -> History:
    *_, made = desk.history(engine.statement_of(words), as_of=AS_OF, **asked)
    return made


def test_a_toll_rises():
    history = history_of(desk_of(REPORTS))
    assert [(each.as_of, each.label, each.origins.supporting) for each in history.verdicts] == [
        (date(2025, 2, 28), Label.NOT_ENOUGH_EVIDENCE, 0),
        (date(2025, 3, 1), Label.SUPPORTED, 1),
        (date(2025, 3, 2), Label.SUPPORTED, 2),
        (date(2025, 3, 9), Label.SUPERSEDED, 2),
    ]
    last = history.transitions[-1]
    assert (last.before.label, last.at) == (Label.SUPPORTED, date(2025, 3, 9))
    assert [each.quote for each in last.gained] == [REPORTS[-1][1]]


def test_a_report_changed_later_is_heard_from_its_change_on():
    desk = desk_of(REPORTS[:1])
    (published, words) = REPORTS[1]
    page = read_text(words, url="https://wire1.example/1", published=published)
    known = {"url": page.document.url, "published_at": published, "modified_at": date(2025, 3, 7)}
    list(desk.add([replace(page, document=document(words, **known))]))
    assert [(each.as_of, each.origins.supporting) for each in history_of(desk).verdicts] == [
        (date(2025, 2, 28), 0),
        (date(2025, 3, 1), 1),
        (date(2025, 3, 7), 2),
    ]


def test_it_begins_where_it_is_asked_to():
    history = history_of(desk_of(REPORTS), since=date(2025, 3, 5))
    assert [each.as_of for each in history.verdicts] == [date(2025, 3, 5), date(2025, 3, 9)]


def test_what_nobody_ever_reported_has_one_verdict():
    history = history_of(desk_of(()))
    assert [each.label for each in history.verdicts] == [Label.NOT_ENOUGH_EVIDENCE]
    assert history.transitions == ()


def test_as_of_a_day_it_says_what_a_check_says():
    desk = desk_of(REPORTS)
    statement = engine.statement_of(TOLL)
    for each in history_of(desk).verdicts:
        (checked,) = desk.check_statements([(statement, each.as_of)])
        assert checked == each


FIRST = date(2025, 2, 1)
DESK = desk_of(REPORTS)
WHOLE = history_of(DESK, since=FIRST)


@given(st.dates(FIRST, AS_OF))
def test_it_is_the_same_whatever_comes_after(as_of):
    """Law 3: what was published later changes no verdict of an earlier day."""
    *_, until = DESK.history(engine.statement_of(TOLL), as_of=as_of, since=FIRST)
    assert [(each.as_of, each.label, each.evidence) for each in until.verdicts] == [
        (each.as_of, each.label, each.evidence) for each in WHOLE.verdicts if day_of(each.as_of) <= as_of
    ]
