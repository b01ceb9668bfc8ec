"""Plain text with lines of one width, which are read on as the paragraphs they are of."""

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.data import RemovalStatus
from onrecord.read import read_bytes, read_text
from onrecord.restore import restore
from onrecord.restore.wrapped import flowing

TUNNEL = (
    "Tunnel under the Varra to close for ten nights",
    "The road tunnel under the Varra will close for ten nights in March while its fans are changed, the roads office in Ostby "
    "said on Monday, and lorries will be sent over the old bridge at Skarn.",
    "About 14,000 cars use the tunnel each day, though fewer than 900 of them after ten in the evening.",
    "The fans date from 1989. One of them stopped in November, and the tunnel filled with smoke from a burning van before the "
    "fire brigade could open the second door.",
    "“We were lucky, and I do not like to be lucky at work,” said Kari Lunde, who heads the brigade.",
    "The work will cost 31 million crowns. The money had been set aside for a roundabout, which the council now wants to build "
    "two years later.",
)
REPLY = (
    "Here is a clearer version of the second paragraph, with the figures checked against the text you gave me. "
    "Let me know if you would like me to shorten it further."
)


def wrapped(paragraphs: tuple[str, ...], width: int = 72, between: str = "\n\n") -> str:
    return between.join(textwrap.fill(one, width, break_on_hyphens=False) for one in paragraphs)


@pytest.mark.parametrize("width", [60, 72, 80])
@pytest.mark.parametrize("between", ["\n\n", "\n"], ids=["empty lines", "none"])
def test_a_reply_goes_from_a_page_of_lines_of_one_width(width: int, between: str):
    page = (*TUNNEL[:3], REPLY, *TUNNEL[3:])
    assert restore(read_text(wrapped(page, width, between))).restored.split() == " ".join(TUNNEL).split()


def test_a_reply_goes_from_inside_a_sentence_that_runs_over_lines():
    broken = TUNNEL[3].replace("from a burning van", f"from {REPLY} a burning van")
    page = wrapped((*TUNNEL[:3], broken, *TUNNEL[4:]))
    assert restore(read_text(page)).restored.split() == " ".join(TUNNEL).split()


def test_such_a_page_stays_whole_without_a_reply():
    restoration = restore(read_text(wrapped(TUNNEL)))
    assert restoration.removals == ()
    assert [one.span.cut(restoration.document.text) for one in restoration.blocks] == [
        line for line in wrapped(TUNNEL).splitlines() if line
    ]


def test_the_first_line_of_a_paragraph_is_no_title():
    page = read_text(wrapped(TUNNEL[1:]))
    assert restore(page).document.title is None
    assert restore(read_text(wrapped(TUNNEL))).document.title == TUNNEL[0]


VERSE = "\n".join(
    (
        "The boats came in at half past four,",
        "And no one stood upon the shore,",
        "But all along the harbour wall",
        "The lamps were lit for one and all,",
        "Till someone in the dark began",
        "To call the name of every man",
        "That ever sailed from Ostby Sound,",
        "And every name went round and round.",
    )
)
RESULTS = "\n".join(f"{home} {n} {away} {5 - n}" for n, (home, away) in enumerate([("Ostby", "Skarn")] * 6))
ITEMS = "The council agreed:\n" + "\n".join(
    f"- to set aside {n} million crowns for the roads of the northern district of it" for n in range(8)
)
COLUMNS = "\n".join(
    "挪威北部的渔民说今年的鳕鱼比往年少得多他们希望政府能够在冬天之前给予帮助和支持以便继续出海" for _ in range(8)
)


@pytest.mark.parametrize("text", ["\n\n".join(TUNNEL), "\n".join(TUNNEL), VERSE, RESULTS, ITEMS, COLUMNS])
def test_lines_that_end_where_there_was_room_are_none_of_a_longer_one(text: str):
    assert flowing(read_text(text)) is None


def test_html_has_its_own_paragraphs():
    assert flowing(read_bytes(f"<html><body><pre>{wrapped(TUNNEL)}</pre></body></html>".encode())) is None


@given(st.text(alphabet="ab .\n-Ä", min_size=1), st.integers(40, 100))
@settings(max_examples=60, deadline=None)
def test_what_is_read_on_keeps_every_place(words: str, width: int):
    page = read_text(f"{wrapped(TUNNEL, width)}\n{words}")
    read = flowing(page)
    if read is not None:
        pairs = zip(page.document.text, read.document.text, strict=True)
        assert all(one == other or (one.isspace() and other == " ") for one, other in pairs)
    removed = [one.span for one in restore(page).removals if one.status is RemovalStatus.REMOVED]
    assert all(span.end <= len(page.document.text) for span in removed)


def test_time_is_linear():
    page = read_text(f"{'a' * 79}\n" * 2_000 + "b" * 100_000 + f"\n{' ' * 100_000}c")
    flowing(page)
