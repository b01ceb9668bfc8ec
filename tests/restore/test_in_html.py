"""What was pasted into pages of HTML: read as their paragraphs, headings, lists and tables have it."""

import re
import time
from html import escape

import pytest

from onrecord.data import BlockKind, Page, ReasonCode, RemovalKind, Restoration, Span
from onrecord.read import read_bytes, read_text
from onrecord.restore import restore
from onrecord.restore.blocks import KINDS, shipped
from onrecord.restore.blocks.own import Matrix
from onrecord.restore.pasted.ends import removal
from onrecord.restore.pasted.taken import with_neighbours, with_tables

FERRY = (
    "Ferry to Lunde Island to sail by night again",
    "The ferry to Lunde Island will sail by night again from 1 June, six years after the last late boat was cancelled.",
    "The county council voted 19 to 8 on Monday to pay the line 310,000 crowns a year for three sailings after dusk.",
    "“A doctor who misses the boat at six stays on the mainland until seven in the morning,” said Maren Tveit, who runs "
    "the surgery on the island.",
    "Some 840 people live on Lunde, and about 90 of them work shifts at the cannery in Brekke, across the sound.",
    "The line wants to use the smaller of its two boats, which burns a third less oil but has room for only eleven cars.",
    "Fishermen had asked that the boat should not leave before ten, as their nets lie in the channel until then.",
    "The council will look at the number of passengers after a year, its chairman, Aslak Rund, said.",
)
OWN = " ".join(FERRY).split()


def page_of(inner: str, title: str = FERRY[0]) -> Page:
    """Return a page with a menu and a footer around its story."""
    made = (
        f"<html><head><title>{escape(title)} - Sound Courier</title></head><body><header><nav><ul><li><a href='/n'>News</a>"
        "</li><li><a href='/s'>Sport</a></li></ul></nav></header><main><article class='post'>"
        f"<h1>{escape(title)}</h1><div class='entry-content'>{inner}</div></article></main>"
        "<footer><p>© 2026 Sound Courier. All rights reserved.</p></footer></body></html>"
    )
    return read_bytes(made.encode())


def told(inner: str) -> Restoration:
    return restore(page_of(inner))


def own_words(inner: str) -> list[str]:
    """Return the words of a page from its headline on."""
    return told(inner).restored.split()


def paragraphs(*lines: str) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in lines)


def with_line(at: int, markup: str) -> str:
    """Return the story with something between its paragraphs."""
    return paragraphs(*FERRY[1:at]) + markup + paragraphs(*FERRY[at:])


ASKS = (
    "Subscribe to our Morning Briefing and never miss a story.",
    "Sign up for our newsletter.",
    "Accept all cookies.",
)


@pytest.mark.parametrize("site", ASKS)
@pytest.mark.parametrize("words", ["Some 840", "The line wants to use the smaller", "The council"])
def test_a_line_of_the_site_inside_a_sentence_takes_only_itself(words: str, site: str):
    at = next(n for n, line in enumerate(FERRY) if line.startswith(words) and n > 3)
    rest = FERRY[at][len(words) :].strip()
    for broken in (
        paragraphs(f"{words} {site}", rest),
        paragraphs(f"{words} {site} {rest}"),
        paragraphs(f"{words} {site}{rest}"),
        paragraphs(words, site, rest),
    ):
        assert own_words(paragraphs(*FERRY[1:at]) + broken + paragraphs(*FERRY[at + 1 :])) == OWN, broken


@pytest.mark.parametrize("site", [*ASKS, "Comments (3)", "Read more: Cannery in Brekke to hire forty more"])
def test_a_paragraph_that_is_all_the_sites_still_goes(site: str):
    assert own_words(with_line(4, paragraphs(site))) == OWN
    assert own_words(with_line(4, f"<p><a href='/x'>{site}</a></p>")) == OWN


def test_who_owns_the_text_is_told_below_it_and_stays():
    restored = told(paragraphs(*FERRY[1:], "© Norlys Press"))
    assert restored.restored.split() == [*OWN, "©", "Norlys", "Press"]
    assert restored.blocks[-2].kind is BlockKind.CREDIT
    assert "Sound Courier" not in restored.restored


BOX = (
    "<aside class='fact-box'><h3>At a glance</h3><ul><li>Distance: 23 km</li><li>Built: 1934</li><li>Owner: the county"
    "</li></ul><p>Source: Brekke harbour office</p><button>Show more</button></aside>"
)


def test_a_box_of_facts_inside_the_story_stays():
    restored = told(with_line(5, BOX)).restored
    assert all(
        line in restored for line in ("At a glance", "Distance: 23 km", "Owner: the county", "Source: Brekke harbour")
    )
    assert "Show more" not in restored
    assert restored.split()[:5] == OWN[:5]


@pytest.mark.parametrize(
    "box",
    [
        BOX.replace("Built: 1934", "<a href='/b'>Bridge at Calder Ford closed</a>"),
        BOX.replace("Built: 1934", "Sign up for our newsletter"),
        BOX.replace("fact-box", "ad-box"),
        BOX.replace(
            "<p>Source: Brekke harbour office</p>", "<p>Subscribe to the Sound Courier for two crowns a week.</p>"
        ),
    ],
    ids=["links", "newsletter", "advert", "subscription"],
)
def test_a_box_that_is_the_sites_goes_as_before(box: str):
    assert "Distance: 23 km" not in told(with_line(5, box)).restored


@pytest.mark.parametrize(
    "link",
    [
        "<p class='interstitial-link block-margin-bottom'>[ <a href='/x'>Mayor of Brenn resigns over parking fines</a> ]</p>",
        "<p>[<a href='/x'>Mayor of Brenn resigns over parking fines</a>]</p>",
        "<p>» <a href='/x'>Mayor of Brenn resigns over parking fines</a></p>",
        "<p class='inline-link'><a href='/x'>Mayor of Brenn resigns over parking fines</a></p>",
    ],
)
def test_a_title_in_brackets_that_is_a_link_leads_elsewhere(link: str):
    assert own_words(with_line(5, link)) == OWN


@pytest.mark.parametrize(
    "line",
    [
        "<p>[The words of the council are translated from the dialect of Lunde.]</p>",
        "<p>» The boat leaves at nine from the quay below the church</p>",
        "<p>→ <a href='/t'>Timetable</a>: the late boat leaves Brekke at 21.40 and Lunde at 22.30.</p>",
        "<p>The <a href='/x'>council of Brekke</a> had been against it [<a href='/n'>note</a>].</p>",
    ],
)
def test_a_line_in_brackets_that_is_the_storys_stays(line: str):
    words = re.sub(r"<[^>]*>", "", line)
    assert words in told(with_line(5, line)).restored


NAMES = ("Night Boat Back on the Sound", "Lunde Sails After Dark", "A Doctor, a Boat and Eleven Cars")


def laid_out(*rows: str) -> str:
    """Return a page laid out with divisions alone, a row of it between two others leading elsewhere."""
    return (
        f"<html><head><title>{FERRY[0]}</title></head><body><div class='c-top'><div><a href='/'>SC</a></div></div>"
        f"<div class='c-main'><div class='c-head'><h1>{FERRY[0]}</h1></div><div class='c-body'>{''.join(rows)}</div></div>"
        "<div class='c-foot'>© 2026 Sound Courier</div></body></html>"
    )


def row(words: str, name: str = "txt") -> str:
    return f"<div class='c-9x row'><div class='c-4 {name}'>{escape(words)}</div></div>"


ELSEWHERE = (
    "<div class='c-rel row'><div>Read also</div><div><a href='/q'>Cinema in Lusk saved by its audience</a></div></div>"
)


def test_the_last_paragraph_of_a_page_of_divisions_stays_behind_what_leads_elsewhere():
    own = [*FERRY[1:6], "No ship has been late for this, the harbour office wrote."]
    made = laid_out(*map(row, own), ELSEWHERE, row("Two boats lie idle."), row("Sound Courier, Brekke.", "adr"))
    told_of = restore(read_bytes(made.encode())).restored
    assert "Two boats lie idle." in told_of
    assert "Cinema in Lusk" not in told_of
    assert "Sound Courier, Brekke" not in told_of
    leads = laid_out(*map(row, own), ELSEWHERE, row("More of the ferry in our live blog:"))
    assert "live blog" not in restore(read_bytes(leads.encode())).restored


def test_a_box_of_facts_is_no_part_of_the_list_of_a_reply_below_it():
    pasted = (
        "<ul><li><strong>Key figure:</strong> The number mentioned in the article is approximate.</li><li><strong>Context:"
        "</strong> Similar measures have been taken elsewhere.</li></ul>"
        "<p>If you’d like, I can provide sources for each of these points.</p>"
    )
    restored = told(with_line(5, BOX + pasted)).restored
    assert "approximate" not in restored
    assert "Similar measures" not in restored
    assert all(line in restored for line in ("Distance: 23 km", "Owner: the county", *FERRY))


def table(*rows: tuple[str, str]) -> str:
    return "<table>" + "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in rows) + "</table>"


OWN_TABLE = table(("Boat", "Cars"), ("Large", "34"), ("Small", "11"))
THEIR_TABLE = table(("<strong>Aspect</strong>", "Detail"), ("Sailings", "three"), ("Start", "1 June"))
MAKES = "<p>Here is a table that summarizes the key facts of the article:</p>"
HOPES = "<p>I hope this table helps! Let me know if you need further details.</p>"


@pytest.mark.parametrize("pasted", [MAKES + THEIR_TABLE + HOPES, THEIR_TABLE + HOPES])
def test_a_table_that_a_reply_speaks_of_goes_with_it(pasted: str):
    assert own_words(with_line(5, pasted)) == OWN


@pytest.mark.parametrize(
    "markup",
    [
        OWN_TABLE + paragraphs(FERRY[5]) + HOPES,
        OWN_TABLE + "<p>I’m sorry, but as an AI language model I can’t check the latest timetable of the ferry.</p>",
        OWN_TABLE + paragraphs(FERRY[5]) + MAKES + THEIR_TABLE + HOPES,
        OWN_TABLE + "<p>I hope this table makes the key figures easier to compare.</p>",
        OWN_TABLE,
    ],
    ids=["apart", "speaks of none", "two tables", "leads to none", "alone"],
)
def test_a_table_of_the_page_stays(markup: str):
    restored = told(with_line(5, markup)).restored
    assert all(words in restored for words in ("Boat", "Large", "Small", *FERRY))


def test_rows_are_found_in_linear_time():
    one = removal(Span(start=0, end=4), RemovalKind.CHATBOT_REPLY, (ReasonCode.OTHER_STORY,), True, 0.99)
    for text in ("Yes.\n" + "a\t" * 100_000, "Yes.\n" + "a\tb\n" * 100_000, "Yes.\n" + "\t\n" * 100_000):
        began = time.perf_counter()
        with_tables(text, [one])
        assert time.perf_counter() - began < 2


class Doubting:
    """The shipped labeller, which in half of its mind leaves some paragraphs out of the story."""

    def __init__(self, words: str) -> None:
        self.words = words

    def likely(self, page: Page) -> Matrix:
        made = shipped().likely(page).copy()
        for n, raw in enumerate(page.raw_blocks):
            if raw.span.cut(page.document.text).startswith(self.words):
                made[n] = 0
                made[n, KINDS.index("other")], made[n, KINDS.index("body")] = 0.5, 0.1
        return made


def test_what_leads_to_a_reply_is_read_though_the_labeller_leaves_it_out():
    listed = "".join(f"<li><strong>{name}</strong></li>" for name in NAMES)
    lead = "Here are three possible headlines for your article:"
    pasted = f"<p>{lead}</p><ol>{listed}</ol><p>Let me know which one fits best, or if you’d like more options!</p>"
    restored = restore(page_of(with_line(5, pasted)), labeller=Doubting(lead)).restored
    assert restored.split() == OWN
    lead = "Three songs were played on the quay on Monday"
    restored = restore(page_of(with_line(5, f"<p>{lead}</p><ol>{listed}</ol>")), labeller=Doubting(lead)).restored
    assert all(name in restored for name in NAMES)


@pytest.mark.parametrize(
    ("line", "goes"),
    [
        ("If you have any other questions about Lunde Island, feel free to ask.", True),
        ("If you have any further questions, please don't hesitate to ask!", True),
        ("If you have any questions about the timetable, please call the harbour office on weekdays.", False),
        ("If you have any further questions about the timetable, please let me know, she wrote to the line.", False),
    ],
)
def test_an_offer_right_behind_a_reply_goes_and_a_service_of_the_page_stays(line: str, goes: bool):
    reply = "Yes, a master may sail at night where the lights are shown."
    text = "\n".join((*FERRY[:3], reply, line, *FERRY[3:]))
    at = text.index(reply)
    one = removal(Span(start=at, end=at + len(reply)), RemovalKind.CHATBOT_REPLY, (ReasonCode.OTHER_STORY,), True, 0.99)
    (found,) = with_neighbours(text, [one])
    assert (line in found.span.cut(text)) is goes
    assert line in restore(read_text("\n".join((*FERRY[:3], line, *FERRY[3:])))).restored


def test_the_offer_is_looked_for_in_linear_time():
    text = "Yes.\n" + "if you have any other questions, " * 100_000
    one = removal(Span(start=0, end=4), RemovalKind.CHATBOT_REPLY, (ReasonCode.OTHER_STORY,), True, 0.99)
    began = time.perf_counter()
    with_neighbours(text, [one])
    assert time.perf_counter() - began < 2
