"""Blocks of a page that parts its paragraphs by empty lines, and where a reply that is cut begins."""

from __future__ import annotations

import pytest

from onrecord.data import Reason, ReasonCode, Removal, RemovalKind, RemovalStatus, Span
from onrecord.restore.pasted.blocks import with_blocks
from onrecord.restore.pasted.edges import with_edges
from onrecord.text.spans import lines as lines_of

PAGE = [f"Paragraph {n} of the story about the bridge." for n in range(9)]
SAID = (Reason(code=ReasonCode.REPLY_OFFER, words="offers more"),)
POINTED, CUT = "The soil of volcanoes is rich in minerals.", "Would you like more details on volcanoes?"


def _made(text: str, words: str, status: RemovalStatus = RemovalStatus.REMOVED) -> Removal:
    start = text.index(words)
    span = Span(start=start, end=start + len(words))
    return Removal(span=span, kind=RemovalKind.CHATBOT_REPLY, status=status, score=0.9, reasons=SAID)


def _taken(page: list[str], foreign: tuple[str, ...], cut: str = CUT) -> list[str]:
    """Return what is cut where the judge takes some lines for foreign by itself."""
    text = "\n\n".join(page)
    lines = lines_of(text)
    known = [line for line in lines if line.cut(text) in foreign]
    found = with_blocks(text, lines, [_made(text, cut)], known)
    return [one.span.cut(text) for one in found if one.status is RemovalStatus.REMOVED]


def test_lines_of_its_block_that_the_judge_takes_for_foreign_go_with_a_reply():
    block = f"{POINTED}\n{CUT}"
    assert _taken([*PAGE, block], (POINTED, CUT)) == [block]
    assert _taken([*PAGE, block], (CUT,)) == [CUT]


def test_what_stands_beyond_an_empty_line_stays():
    assert _taken([*PAGE, POINTED, CUT], (POINTED, CUT)) == [CUT]


def test_on_a_page_without_empty_lines_or_with_many_blocks_of_its_own_nothing_is_taken():
    block = f"{POINTED}\n{CUT}"
    assert _taken(["\n".join([*PAGE, block])], (POINTED, CUT)) == [CUT]
    verses = [f"Verse {n} of a song,\nwith a line of its own." for n in range(4)]
    assert _taken([*PAGE, *verses, block], (POINTED, CUT)) == [CUT]


def test_what_begins_inside_a_line_takes_only_a_block_known_whole():
    block = f"{POINTED}\nThe lava cools for years. {CUT}"
    last = block.splitlines()[1]
    assert _taken([*PAGE, block], (POINTED, last)) == [block]
    assert _taken([*PAGE, block], (POINTED,)) == [CUT]


@pytest.mark.parametrize(
    ("text", "cut", "moved"),
    [
        ("6. Sure! Here is it. Meteors were seen.", "6. Sure! Here is it.", "Sure! Here is it."),
        ("6. Sure! Here is it.\nMeteors were seen.", "6. Sure! Here is it.", "6. Sure! Here is it."),
        ("1. Ask.\n2. Wait. Meteors were seen.", "1. Ask.\n2. Wait.", "1. Ask.\n2. Wait."),
        ("Chancellor 1. Ask.\n2. Wait. Holt said", "Ask.\n2. Wait.", "1. Ask.\n2. Wait."),
        ("In 2021. Ask.\n2. Wait. Holt said", "Ask.\n2. Wait.", "Ask.\n2. Wait."),
        ("He won. The\n**How to win**\n- Try.", "The\n**How to win**\n- Try.", "**How to win**\n- Try."),
        ("The 1. Who is it?\n- Holt. Mayor", "The 1. Who is it?\n- Holt.", "1. Who is it?\n- Holt."),
        ("Here is a more engaging version:", "is a more engaging version:", "Here is a more engaging version:"),
        ("The mayor is a more engaging version:", "is a more engaging version:", "is a more engaging version:"),
    ],
)
def test_a_reply_begins_with_its_own_number_and_words(text: str, cut: str, moved: str):
    (one,) = with_edges(text, [_made(text, cut)])
    assert one.span.cut(text) == moved


def test_what_is_only_pointed_at_keeps_its_edges():
    text = "6. Sure! Here is it. Meteors were seen."
    (one,) = with_edges(text, [_made(text, "6. Sure! Here is it.", RemovalStatus.SUSPECTED)])
    assert one.span.cut(text) == "6. Sure! Here is it."
