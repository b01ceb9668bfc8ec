"""Markdown, written out in full, in which nothing that was read is markup."""

from datetime import date

import veldania
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

import strategies
from onrecord.data import Candidate, Coverage, Found, Memento, Span, document
from onrecord.render import markdown, phrases, words
from onrecord.render.visible import line

READER = MarkdownIt("commonmark").enable(["strikethrough", "table"])

REPORT = r"""# Ferries \<sail\> again

Harbour Wire · published 19 May 2025

Checked against the record as of **30 September 2025**.

1 passage, 30 characters, does not belong to this page.

**A** chatbot reply

| 2 statements | verdict | which |
|---:|---|---|
| 1 | Superseded | 2 |
| 1 | Not on record | 1 |

- **2 Superseded:** The toll is 3 crowns.

## The text

**Ferries \<sail\> again**

The \*first\* ferry left on \[A: chatbot reply removed\] Monday, the port said. **\[1 Not on record\]**

> **A** Does not belong to this page: chatbot reply, 30 characters (it breaks a sentence).
>
> ~~As an assistant I cannot know.~~

The toll is 3 crowns. **\[2 Superseded\]**

## Statement by statement

### 2. Superseded

> The toll is 3 crowns.

1 origin said so, 1 has said otherwise since. A later report replaced it. The archive holds 2 documents on the topic, 7 January – 20 May 2025.

- **Said so:** “The ferry toll is 3 crowns this year.” (Island Ledger, 7 January 2025, [Tolls](<https://ledger.example/2025/01/07/orlo>))
- **Since then:** “From June the ferry toll is 4 crowns, the port said.” (Island Ledger, 20 May 2025, [Toll to rise](<https://ledger.example/2025/05/20/orlo>)) 4 crowns, not 3.

### 1. Not on record

> The \*first\* ferry left on Monday, the port said.

The archive covers ferries and does not say so. The archive holds 2 documents on the topic, 7 January – 20 May 2025; 1 published after 30 September 2025 was not read.

## How this was made

- as of 30 September 2025; nothing published later was read
- archive revision veldania-60
- onrecord 0.1.0
- model all-MiniLM-L6-v2 int8 c0ffeec0ffee
- setting limit = 12
"""


def read(written):
    """Return the kinds of the inline tokens of a Markdown text, and its words."""
    inner = [token for block in READER.parse(written) for token in block.children or ()]
    kinds = {token.type for token in inner}
    return kinds, "".join(token.content for token in inner if token.type in ("text", "softbreak"))


def test_a_report():
    assert markdown.report(veldania.SHORT_REPORT) == REPORT


def test_a_removed_passage_is_struck_out_paragraph_by_paragraph():
    written = markdown.restoration(veldania.RESTORATION)
    assert (
        "> ~~Certainly! Here is what the search results say about the Orlo Dam:~~\n>\n> ~~\\- 4,000 people" in written
    )
    assert "her \\[C: chatbot reply removed\\] emergency council" in written


def test_a_brief_has_its_parts_in_order():
    written = markdown.brief(veldania.BRIEF)
    parts = [line.removeprefix("## ") for line in written.splitlines() if line.startswith("## ")]
    assert parts == [
        "In short",
        "What is on record",
        "In order of time",
        "Figures, as they were reported",
        "Who says what",
        "What is disputed",
        "What was superseded",
        "What the archive does not say",
        "Related stories",
        "Sources",
        "How this was made",
    ]


def test_sides_name_publisher_and_day():
    written = markdown.changes(veldania.CHANGES)
    assert "## What is newly disputed" in written
    assert f"{veldania.PORT.document.publisher}, " in written


def test_a_brief_ends_every_sentence_with_its_source():
    written = markdown.brief(veldania.BRIEF)
    for sentence in veldania.BRIEF.sentences:
        assert f"{markdown.plain(sentence.text)} \\[{sentence.citations[0]}\\]" in written


def test_a_verdict_over_time_is_a_table():
    written = markdown.history(veldania.HISTORY)
    rows = [line for line in written.splitlines() if line.startswith("| ")]
    assert rows[0] == "| days | verdict | origins |"
    told = [f"| {phrases.days(held)} | {verdict.label.words} |" for held, verdict in words.spells(veldania.HISTORY)]
    assert all(row.startswith(begin) for row, begin in zip(rows[1:], told, strict=True))


def test_statements():
    assert markdown.statements([veldania.VERDICTS[3].statement]) == (
        "1. Governor Ada Renn called the evacuation “the most orderly in the island’s history”. "
        "(opinion, attributed to Ada Renn, quoted)\n"
    )
    assert markdown.statements([]) == "No statement was found.\n"


def test_what_was_found():
    hostile = document("A [bare](javascript:x) hit.", publisher="P|Q", url="javascript:x", title="<b>")
    hit = Candidate(memento=Memento(document=hostile, origin="o"), span=Span(start=0, end=27), score=0.5)
    written = markdown.found("dam", Found(candidates=(hit,), coverage=Coverage(documents=1)), date(2025, 5, 19))
    assert "1 nearest passage of 1 document" in written  # what is nearest need not be near
    kinds, _ = read(written)
    assert "link_open" not in kinds
    assert "1. “A \\[bare\\](javascript:x) hit.” (P\\|Q, date unknown, \\<b\\>, origin: o)" in written


@given(st.text(strategies.LETTERS).filter(line))
def test_plain_text_is_read_as_it_was(text):
    kinds, words = read(markdown.plain(text))
    assert kinds == {"text"}
    assert words == line(text)


@strategies.unhurried
@given(strategies.reports())
def test_nothing_that_was_read_is_markup(report):
    kinds, _ = read(markdown.report(report))
    assert not kinds & {"html_inline", "image", "code_inline", "em_open"}
    assert "html_block" not in {token.type for token in READER.parse(markdown.report(report))}


@strategies.unhurried
@given(strategies.series())
def test_nor_is_what_was_reported(series):
    kinds, _ = read(markdown.series(series))
    assert not kinds & {"html_inline", "image", "code_inline"}
    assert "html_block" not in {token.type for token in READER.parse(markdown.series(series))}
