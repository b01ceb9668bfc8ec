"""What people say stands beside what our reading says, under its own name, and is never printed as it."""

from datetime import UTC, datetime, timedelta

import pytest
import veldania
from lxml import html as lxml_html
from rich.console import Console

from onrecord.data import Act, Label, Note, Revision, Ruling, Target, Words
from onrecord.render import html, markdown, terminal
from onrecord.render.noted import noted, threads

NOON = datetime(2025, 6, 12, 12, tzinfo=UTC)
VERDICT = next(each for each in veldania.REPORT.verdicts if each.label is Label.SUPERSEDED)
PLACE = VERDICT.statement.span
TARGET = Target(
    words=Words(
        document_id=veldania.REPORT.restoration.document.id,
        span=PLACE,
        quote=veldania.REPORT.restoration.document.quote(PLACE),
    ),
    statement_id=VERDICT.statement.id,
    as_of=VERDICT.as_of,
)


def note(number, by, words, *acts, **more):
    """A note with what was done to it, an hour apart."""
    done = [Revision(act=act, by=who, at=NOON + timedelta(hours=h)) for h, (act, who) in enumerate(acts, start=1)]
    first = Revision(act=Act.WRITTEN, by=by, at=NOON, words=words)
    return Note(**{"id": f"{number:016x}", "target": TARGET, "revisions": (first, *done), **more})


RULED = note(1, "Ada", "I have the list.", ruling=Ruling(machine=Label.SUPERSEDED, person=Label.SUPPORTED))
ANSWER = note(2, "Ben", "Which list?", reply_to=RULED.id)
AGAIN = note(3, "Ada", "The *clinic's*.", (Act.RESOLVED, "Ben"), reply_to=ANSWER.id)
ALONE = note(4, "Eva", "Mind the <b>date</b>.")
NOTES = (RULED, ANSWER, AGAIN, ALONE)


def test_answers_stand_with_what_they_answer():
    first, second = threads(NOTES)
    assert first.all == (RULED, ANSWER, AGAIN)
    assert second.all == (ALONE,)
    assert [each.note for each in threads((ANSWER, ALONE))] == [ANSWER, ALONE]


def test_only_the_verdict_that_was_meant_is_overruled():
    taken_back = note(5, "Ada", "Wrong list.", (Act.WITHDRAWN, "Ada"), ruling=RULED.ruling)
    other = note(6, "Ada", "No.", ruling=Ruling(machine=Label.SUPPORTED, person=Label.REFUTED))
    assert noted(NOTES).overruling(VERDICT) == (RULED,)
    assert noted((taken_back, other, ALONE)).overruling(VERDICT) == ()


def test_on_a_page_both_are_named():
    tree = lxml_html.document_fromstring(html.report(veldania.REPORT, NOTES))
    (case,) = tree.xpath("//article[contains(@class, 'verdict')][.//article]")
    assert case.xpath(".//h3/mark/text()") == ["Superseded"]
    said = [
        " ".join(each.text_content().split()) for each in case.xpath(".//p[@class='against' or @class='overruled']")
    ]
    assert said == [
        "Overruled by Ada: “On record”",
        "Ada says: “On record” Our reading: Superseded, as of 30 September 2025",
    ]
    assert not case.xpath(".//mark[.='On record']")
    assert len(case.xpath("./div/article")) == 2
    assert [" ".join(each.text_content().split()) for each in case.xpath(".//li[contains(., 'Settled')]")] == [
        "Settled, Ben, 12 June 2025, 13:00 UTC"
    ]
    assert "Mind the &lt;b&gt;date" in html.report(veldania.REPORT, NOTES)
    assert tree.xpath("//article[@class='column']//span[@class='person']/text()") == ["(overruled)"]


def test_in_markdown_and_in_a_terminal_both_are_named():
    console = Console(width=200)
    with console.capture() as capture:
        console.print(terminal.report(veldania.REPORT, NOTES))
    for told in (markdown.report(veldania.REPORT, NOTES), capture.get()):
        assert "Ada overrules our reading, “Superseded”, as of 30 September 2025, with “On record”" in told
        assert "Ben answers" in told
        assert "settled by Ben, 12 June 2025, 13:00 UTC" in told
    assert "The \\*clinic's\\*." in markdown.report(veldania.REPORT, NOTES)


@pytest.mark.parametrize("form", [html, markdown])
def test_without_notes_a_report_is_as_it_was(form):
    assert form.report(veldania.REPORT, ()) == form.report(veldania.REPORT)
