"""Which words belong to a page. The pages in ``examples/`` are ours; the one in the shared folder is real."""

import json
from html import escape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.data import BlockKind, Page, ReasonCode, RemovalKind, RemovalStatus, Restoration
from onrecord.read import read_bytes, read_file, read_text
from onrecord.restore import restore

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
EXPECTED = sorted(EXAMPLES.rglob("*.expected.json"))


def removed(restoration: Restoration) -> list[tuple[int, int, str]]:
    return [(r.span.start, r.span.end, r.kind.value) for r in restoration.removals if r.status is RemovalStatus.REMOVED]


def expected_spans(file: Path) -> tuple[dict, list[tuple[int, int, str]]]:
    expected = json.loads(file.read_text(encoding="utf-8"))
    return expected, [(span["start"], span["end"], span["kind"]) for span in expected["spans"]]


@pytest.mark.parametrize("file", EXPECTED, ids=lambda file: file.name.removesuffix(".expected.json"))
def test_examples_come_out_as_expected(file: Path):
    expected, spans = expected_spans(file)
    restoration = restore(read_file(file.parent / expected["file"]))
    assert removed(restoration) == spans
    assert expected.get("rejoined", "") in restoration.restored


def test_the_real_page_comes_out_as_expected(shared: Path):
    expected, spans = expected_spans(shared / "cases" / "spliced_page.expected.json")
    restoration = restore(read_file(shared / "cases" / expected["file"]))
    assert removed(restoration) == spans
    assert expected["rejoined"] in restoration.restored
    kinds = [block.kind for block in restoration.blocks]
    assert kinds[:4] == [BlockKind.HEADLINE, BlockKind.DUPLICATE, BlockKind.STANDFIRST, BlockKind.BODY]


def parted(text: str, form: str) -> Page:
    """Return a page whose lines stand with empty lines between all of them, or as paragraphs of HTML."""
    said = [line for line in text.splitlines() if line.strip()]
    if form == "empty lines":
        return read_text("\n\n".join(said))
    made = "".join(f"<p>{escape(line)}</p>" for line in said[1:])
    page = f"<title>{escape(said[0])}</title><article><h1>{escape(said[0])}</h1>{made}</article>"
    return read_bytes(f"<html>{page}</html>".encode())


def cut_lines(restoration: Restoration) -> list[str]:
    """Return the lines of the replies that are cut."""
    cut = (one for one in restoration.removals if one.status is RemovalStatus.REMOVED)
    replies = (one.span for one in cut if one.kind is RemovalKind.CHATBOT_REPLY)
    return [line for span in replies for line in span.cut(restoration.document.text).splitlines() if line]


@pytest.mark.parametrize("form", ["empty lines", "html"])
@pytest.mark.parametrize(
    "name", ["page.txt", *sorted(f"pages/{one.name}" for one in (EXAMPLES / "pages").glob("*.txt"))]
)
def test_replies_come_out_alike_however_the_lines_are_parted(name: str, form: str):
    page = read_file(EXAMPLES / name)
    assert cut_lines(restore(parted(page.document.text, form))) == cut_lines(restore(page))


@pytest.mark.parametrize("form", ["empty lines", "html"])
def test_so_do_those_of_the_real_page(form: str, shared: Path):
    page = read_file(shared / "cases" / "spliced_page.txt")
    assert cut_lines(restore(parted(page.document.text, form))) == cut_lines(restore(page))


FERRY = """Two more boats for Port Sorrel
The ferry company of Port Sorrel will run two more boats a day from June, it said on Tuesday.
The boats, which carry 60 cars each, were bought from an operator on the Veldan coast for 11 million marks.
“We have turned cars away every weekend since March,” said Ida Lund, who manages the harbour. “That has to end.”
{pasted}
The council is to vote on the timetable next week. It had asked for a later last crossing, which the company refused.
Shopkeepers on the island said that they would welcome more day visitors, but feared for the narrow road to the beach.
Fares stay as they are until the end of the year, 4 marks for a passenger and 19 for a car."""

VERSION = (
    "Here is a more neutral version of the two paragraphs:",
    "The operator has acquired two vessels in order to increase capacity on the route.",
    "Local businesses have expressed mixed views on the plan.",
    "I have removed the quotation and kept the tone factual, as you asked.",
)


@pytest.mark.parametrize("form", ["empty lines", "html"])
def test_a_reply_of_several_paragraphs_goes_whole_where_all_lines_are_parted_alike(form: str):
    restoration = restore(parted(FERRY.format(pasted="\n".join(VERSION)), form))
    assert cut_lines(restoration) == list(VERSION)
    assert restoration.restored.split() == FERRY.format(pasted="").split()


@pytest.mark.parametrize("form", ["empty lines", "html"])
@pytest.mark.parametrize("above", [1, 2], ids=["below the title", "below the lead"])
def test_the_article_that_a_reply_hands_over_stays_above_its_offer(above: int, form: str):
    said = [line for line in FERRY.splitlines() if line != "{pasted}"]
    around = "Here is the revised version of the article:", "Let me know if you'd like any changes!"
    restoration = restore(parted("\n".join([*said[:above], around[0], *said[above:], around[1]]), form))
    assert restoration.restored.split() == " ".join(said).split()


STORY = (
    "Harbour board opens second quay at Northgate\n\n"
    "The harbour board opened a second quay at Northgate on Tuesday, four months late. Ships of 200 metres can now turn there.\n"
    "{pasted}\n"
    "“We waited for the stone,” said board head Olga Renn. The stone came by sea from Hale.\n"
)

REPLIES = {
    "offer": "Would you like a summary of the costs? I can also create a table of the ships if that helps.",
    "knowledge date": "As of my last update, I don't have access to real-time data about this quay.\nLet me know if you need more.",
    "search results": "Based on the search results, the quay is open .\n### Key points\n- **Length:** 200 metres .",
    "refusal": "I'm sorry, but I can't verify this.\nIf you're looking for news about the harbour, I recommend checking its website.",
}


@pytest.mark.parametrize("reply", REPLIES.values(), ids=REPLIES.keys())
def test_a_reply_between_paragraphs_is_taken_out_whole(reply: str):
    page = read_text(STORY.format(pasted=reply))
    restoration = restore(page)
    (passage,) = restoration.removals
    assert passage.span.cut(page.document.text) == reply
    assert (passage.kind, passage.status) == (RemovalKind.CHATBOT_REPLY, RemovalStatus.REMOVED)
    assert passage.reasons


def test_search_results_without_a_citation_are_said_so():
    for cited, says_so in (("", True), (" [1]\n[1] https://harbour.example/quay", False)):
        page = read_text(STORY.format(pasted=REPLIES["search results"] + cited))
        (passage,) = restore(page).removals
        assert (ReasonCode.NO_CITATION in [reason.code for reason in passage.reasons]) is says_so


GUARDED = {
    "second person": "If you take the ferry, you can park at the old quay until the end of June.",
    "a quoted offer": "“Would you like to see the crane?” she asked. “I can give you a tour if that helps.”",
    "of course": "Of course, the old quay stays open. It has served since 1911.",
    "a list": "Three things change:\n1. Ships turn at the new quay.\n2. The ferry keeps its berth.\n3. The fish hall moves in May.",
    "no confirmation": "There is no official confirmation of the price, the board said.",
    "an initial": "The plan by J. R. Orlo was drawn in 1998. He never saw it built.",
    "an address": "More at harbour.example. e-mail is read daily.",
}


@pytest.mark.parametrize("paragraph", GUARDED.values(), ids=GUARDED.keys())
def test_what_people_write_stays(paragraph: str):
    page = read_text(STORY.format(pasted=paragraph))
    assert removed(restore(page)) == []
    assert restore(page).restored == page.document.text


def test_one_weak_sign_is_pointed_at_and_stays():
    page = read_text(STORY.format(pasted="Here's a summary of the costs that the board gave to the Assembly in March."))
    (passage,) = restore(page).removals
    assert passage.status is RemovalStatus.SUSPECTED
    assert restore(page).restored == page.document.text


def test_html_blocks_are_told_apart():
    restoration = restore(read_file(EXAMPLES / "pages" / "page.html"))
    text = restoration.document.text
    labelled = {block.span.cut(text).split("\n")[0][:24]: block.kind for block in restoration.blocks}
    assert labelled["We and our 212 partners "] is BlockKind.CONSENT
    assert labelled["Army bridge opens at Tar"] is BlockKind.HEADLINE
    assert labelled["Cars can cross the river"] is BlockKind.STANDFIRST
    assert labelled["By Olle Brandt"] is BlockKind.BYLINE
    assert labelled["Soldiers lay the last pl"] is BlockKind.CAPTION
    assert labelled["Get the Post in your inb"] is BlockKind.NEWSLETTER
    assert labelled["A new bridge will take t"] is BlockKind.SUBHEAD
    assert labelled["Read more: First flood p"] is BlockKind.TEASER
    assert labelled["Finally! I drove an hour"] is BlockKind.COMMENTS
    assert "cookies" not in restoration.restored
    assert "a baker with a van full of bread" in restoration.restored
    assert all(block.element for block in restoration.blocks)


TEXTS = st.text(min_size=1, max_size=400).filter(str.strip) | st.lists(
    st.sampled_from(
        [
            "The dam held on Monday, officials said.",
            "Would you like more details?",
            "his The premier's office has confirmed it. Here's a breakdown based on the search results:",
            "- **Dead:** 12 .",
            "sources cited above.the rest of it.",
            "Comments",
            "Read more: another story",
            "“An open quotation",
            "\u200b\u202e\u0007",
        ]
    ),
    min_size=1,
    max_size=12,
).map("\n".join)


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_kept_and_removed_make_the_text_again(text: str):
    page: Page = read_text(text)
    restoration = restore(page)
    parts = sorted([*restoration.kept, *restoration.removed], key=lambda span: span.start)
    assert "".join(part.cut(page.document.text) for part in parts) == page.document.text
    assert len(restoration.blocks) == len(page.raw_blocks)


def test_a_thousand_repeated_lines_lose_nothing_of_the_first():
    restoration = restore(read_text("\n".join(["The quay is open to ships of 200 metres, the board said."] * 1000)))
    assert restoration.restored.strip() == "The quay is open to ships of 200 metres, the board said."


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("The mill closed on 12 May 2025.", BlockKind.BODY),
        ("On 12 May 2025 the mill was sold.", BlockKind.BODY),
        ("Published by Rana Velt on 12 May 2025.", BlockKind.DATELINE),
        ("Monday, 12 May 2025 at 10:14 a.m.", BlockKind.DATELINE),
        ("Orveld, 12 May 2025.", BlockKind.DATELINE),
    ],
)
def test_a_short_sentence_with_a_day_in_it_is_no_date_line(line: str, kind: BlockKind):
    text = f"Mill in Orveld sold\n\nThe paper mill of Orveld, which had stood idle, has a new owner.\n\n{line}\n\nIt had lost money for nine years in a row.\n"
    assert restore(read_text(text)).blocks[2].kind is kind


OPENED = """{}

North quay closed to heavy lorries

The harbour board of Ostwick voted on Tuesday evening to close the north quay to heavy lorries from 1 September.

“We have known since the spring that the piers were tired,” said Maren Tolk, who chairs the board.

The closure will cost the town about 210,000 crowns a year in lost mooring fees, the board's treasurer told members.
"""


@pytest.mark.parametrize("end", ["", ":"])
def test_a_reply_that_a_text_begins_with_is_not_its_title(end: str):
    restoration = restore(read_text(OPENED.format(f"Certainly! Here is a revised version of the article{end}")))
    assert restoration.restored.lstrip().startswith("North quay closed")
    assert restoration.document.title == "North quay closed to heavy lorries"


def test_a_title_that_is_given_stays():
    page = read_text(OPENED.format("Certainly! Here is a revised version of the article"), title="Quay closed")
    assert restore(page).document.title == "Quay closed"
