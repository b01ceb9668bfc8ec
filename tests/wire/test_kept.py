"""What an earlier version wrote is read by this one.

``kept/`` holds what the program printed before statements had pieces, sources ties and rulings, coverage what was
changed, sentences of a brief other words, and reports references.
"""

import json
from pathlib import Path

import pytest

from onrecord import wire
from onrecord.data import Label
from onrecord.errors import InputMalformed
from onrecord.read import read_record
from onrecord.render import html, markdown
from onrecord.wire import load

KEPT = Path(__file__).parent / "kept"
WIRE = Path(__file__).resolve().parents[2] / "examples" / "wire.jsonl"


@pytest.fixture(scope="module")
def held():
    """The documents of the archive that both were made from, by id."""
    lines = WIRE.read_text(encoding="utf-8").splitlines()
    documents = [read_record(json.loads(line)).document for line in lines]
    return {document.id: document for document in documents}


def kept(name):
    return json.loads((KEPT / f"{name}.json").read_text(encoding="utf-8"))


def test_a_report_kept_by_an_earlier_version_opens(held):
    report = load.report(kept("report"), held)
    (verdict,) = report.verdicts
    assert verdict.label is Label.NOT_ENOUGH_EVIDENCE
    assert (verdict.statement.pieces, verdict.coverage.changed, report.references) == ((), 0, ())
    assert verdict.statement.text in markdown.report(report).replace("\\", "")
    assert html.report(report).startswith("<!DOCTYPE html>")


def test_a_brief_kept_by_an_earlier_version_opens(held):
    brief = load.brief(kept("brief"), held)
    assert brief.citations
    assert {sentence.reworded for sentence in brief.takeaways} == {None}
    assert markdown.brief(brief).startswith("# Kessel flood")


def test_what_opens_is_written_in_the_shape_of_today(held):
    again = wire.report(load.report(kept("report"), held))
    assert again["verdicts"][0]["coverage"]["undated"] == 0
    assert load.report(again, held) == load.report(kept("report"), held)


def test_what_every_version_wrote_is_still_asked_for(held):
    shape = kept("report")
    del shape["verdicts"][0]["coverage"]["later"]
    with pytest.raises(InputMalformed, match="coverage has no 'later'"):
        load.report(shape, held)
