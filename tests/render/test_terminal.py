"""What people read in a terminal, written out in full."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from io import StringIO

import pytest
import veldania
from hypothesis import given
from rich.console import Console

import strategies
from onrecord.data import Coverage, Found, Label
from onrecord.render import phrases, terminal, words

ESCAPE = re.compile("\x1b\\[[0-9;]*m|\x1b\\]8;[^\x1b]*\x1b\\\\")


def printed(drawing, *, width=80, colored=False):
    console = Console(
        file=StringIO(), width=width, force_terminal=colored, color_system="truecolor" if colored else None
    )
    with console.capture() as capture:
        console.print(drawing)
    return capture.get()


REPORT = """\
onrecord · Checked against the record as of 30 September 2025
════════════════════════════════════════════════════════════════════════════════
Ferries <sail> again
Harbour Wire · published 19 May 2025

1 passage, 30 characters, does not belong to this page.
  A chatbot reply
2 statements
    1  Superseded                  2
          2  The toll is 3 crowns.
    1  Not on record               1

The text ───────────────────────────────────────────────────────────────────────

Ferries <sail> again

The *first* ferry left on [A: chatbot reply removed] Monday, the port said. [1
Not on record]

┆ A Does not belong to this page: chatbot reply, 30 characters (it breaks a
┆ sentence).
┆ As an assistant I cannot know.

The toll is 3 crowns. [2 Superseded]

Statement by statement ─────────────────────────────────────────────────────────

  2  Superseded. 1 origin said so, 1 has said otherwise since.
     The toll is 3 crowns.
     A later report replaced it. The archive holds 2 documents on the topic, 7
     January – 20 May 2025.

     Said so: “The ferry toll is 3 crowns this year.”
       Island Ledger, 7 January 2025 · Tolls
       https://ledger.example/2025/01/07/orlo

     Since then: “From June the ferry toll is 4 crowns, the port said.”
       Island Ledger, 20 May 2025 · Toll to rise
       https://ledger.example/2025/05/20/orlo
       4 crowns, not 3.

  1  Not on record.
     The *first* ferry left on Monday, the port said.
     The archive covers ferries and does not say so. The archive holds 2
     documents on the topic, 7 January – 20 May 2025; 1 published after 30
     September 2025 was not read.

How this was made ──────────────────────────────────────────────────────────────

as of         30 September 2025; nothing published later was read
archive       revision veldania-60
program       onrecord 0.1.0
model         all-MiniLM-L6-v2 int8 c0ffeec0ffee
setting       limit = 12
"""


def test_a_report():
    assert printed(terminal.report(veldania.SHORT_REPORT)) == REPORT


def test_colours_only_repeat_what_the_words_say():
    colored = printed(terminal.report(veldania.REPORT), colored=True)
    assert "\x1b[" in colored
    assert ESCAPE.sub("", colored) == printed(terminal.report(veldania.REPORT))


def test_every_label_is_said_in_words():
    shown = printed(terminal.report(veldania.REPORT), width=100)
    for verdict in veldania.VERDICTS:
        assert f"{verdict.label.words}." in shown
    assert {verdict.label for verdict in veldania.VERDICTS} == set(Label)


def test_a_suspected_passage_stays_and_is_pointed_at():
    shown = printed(terminal.restoration(veldania.RESTORATION), width=100)
    assert "[? Readers of this page also enjoy our weekly letter on gardens. ?]" in shown
    assert "? May not belong to this page: newsletter" in shown


def test_notices_are_printed():
    assert "Note: 3 documents of the archive have no date" in printed(terminal.report(veldania.REPORT))


def test_statements():
    shown = printed(terminal.statements(verdict.statement for verdict in veldania.VERDICTS[:2]), width=100)
    assert shown == (
        "  1  The Orlo Dam held through a second night of rain\n"
        "     event · attributed to Water Board, in reported speech · speaks of 19 May 2025\n"
        "\n"
        "  2  The first families began to return to the valley.\n"
        "     event\n"
    )


def test_nothing_found_is_no_denial():
    nothing = Found(candidates=(), coverage=Coverage())
    assert printed(terminal.found("the moon", nothing, date(2025, 5, 19))) == (
        "onrecord · What is on record as of 19 May 2025\n"
        f"{'═' * 80}\n"
        "The moon\n"
        "The archive holds no document on the topic up to 19 May 2025.\n"
        "\n"
        "Nothing was found, which is no denial.\n"
    )


def test_a_brief_ends_every_sentence_with_its_source():
    shown = " ".join(printed(terminal.brief(veldania.BRIEF)).split())
    for sentence in veldania.BRIEF.sentences:
        assert f"{sentence.text} [{sentence.citations[0]}]" in shown


def test_a_document():
    shown = printed(terminal.document(veldania.NIGHT.document))
    assert shown.startswith("Orlo Dam holds, Water Board says\nHarbour Wire · published 19 May 2025\nhttps://wire")
    assert f"id {veldania.NIGHT.document.id} · language en" in shown


@dataclass(frozen=True)
class Counted:
    documents: int = 60
    passages: int = 181
    origins: int = 24
    undated: int = 3
    first: date | None = date(2025, 3, 1)
    last: date | None = date(2025, 9, 12)
    revision: str = "veldania-60"
    bytes: int = 4096


def test_stats():
    assert printed(terminal.stats(Counted()), width=100) == (
        "documents     60, 3 of them without a date and never read as evidence\n"
        "passages      181\n"
        "origins       24\n"
        "published     1 March 2025 to 12 September 2025\n"
        "revision      veldania-60\n"
        "size          4,096 bytes\n"
    )


@pytest.mark.parametrize("width", [30, 80, 100, 300])
def test_lines_fit_the_terminal_and_are_never_longer_than_reads_well(width):
    lines = printed(terminal.report(veldania.REPORT), width=width).splitlines()
    assert max(map(len, lines)) <= min(width, 100)
    assert not any(line != line.rstrip() for line in lines)


@strategies.unhurried
@given(strategies.reports())
def test_nothing_that_was_read_steers_the_terminal(report):
    shown = printed(terminal.report(report), width=60)
    assert not {character for character in shown if unicodedata.category(character) in {"Cc", "Cs"}} - {"\n"}


@strategies.unhurried
@given(strategies.series())
def test_nor_does_what_was_reported(series):
    shown = ESCAPE.sub("", printed(terminal.series(series), colored=True))
    assert not {character for character in shown if unicodedata.category(character) in {"Cc", "Cs"}} - {"\n"}


@strategies.unhurried
@given(strategies.briefs())
def test_nor_does_what_was_cited(brief):
    shown = ESCAPE.sub("", printed(terminal.brief(brief), colored=True))
    assert not {character for character in shown if unicodedata.category(character) in {"Cc", "Cs"}} - {"\n"}


def test_a_verdict_over_time_is_drawn_a_line_for_each_label():
    drawn = printed(terminal.history(veldania.HISTORY), width=80).splitlines()
    spells = words.spells(veldania.HISTORY)
    lanes = [line for line in drawn if "━" in line]
    assert [line.split("  ")[0] for line in lanes] == [
        words.label(label) for label in dict.fromkeys(verdict.label for _, verdict in spells)
    ]
    columns = [{place for place, mark in enumerate(line) if mark == "━"} for line in lanes]
    assert len(set.union(*columns)) == 48
    axis = drawn[drawn.index(lanes[-1]) + 1]
    assert axis.split() == f"{phrases.day(spells[0][0].start)} {phrases.day(spells[-1][0].end)}".split()
