"""Remarks of readers among the paragraphs of a story: they go, the lines of a story that sound like them stay."""

from __future__ import annotations

import pytest

from onrecord.read import read_text
from onrecord.restore import restore

STORY = (
    "Kelvarra council votes to close the old mill bridge",
    "The council of Kelvarra voted on Tuesday night to close the old mill bridge to cars from the first of March.",
    "Engineers had found cracks in two of its five stone arches, the report that was read to the meeting said.",
    "About 900 cars cross the bridge each day, most of them on their way to the quarry or to the school in Ostry.",
    "The way round by the new road takes a quarter of an hour more, the bus company told the members of the council.",
    "“Nobody wanted this, but nobody wanted to wait for a funeral either,” said Orla Venn, who heads the works office.",
    "A repair would cost 1.4 million marks, and the county has promised to pay half of that by the end of next year.",
    "Shops on the south bank fear for their trade, and asked for a footbridge that stays open during the work.",
)


def _restored(line: str, story: tuple[str, ...] = STORY) -> str:
    return restore(read_text("\n\n".join([*story[:4], line, *story[4:]]))).restored


@pytest.mark.parametrize(
    "line",
    [
        "lol so they finally looked under it, only took them ten years",
        "Great article, thank you for covering this.",
        "Who writes this garbage?",
        "Biased headline. I stopped reading after the first paragraph",
        "Typical!!! They raise the tax and we get nothing for it",
        "Am I the only one who thinks this is a terrible idea?",
        "What a waste of taxpayers' money.",
        "No mention of the cost anywhere in this article, funny that",
        "Shame on the council.",
        "How about fixing the roads first???",
    ],
)
def test_a_remark_of_a_reader_goes_and_nothing_else(line: str) -> None:
    assert _restored(line).split() == " ".join(STORY).split()


@pytest.mark.parametrize(
    "line",
    [
        "“Great article, thank you for covering this,” a neighbour wrote to the paper that had the story first.",
        "Venn could not agree more.",
        "The article of the charter that deals with bridges makes no mention of stone ones, the clerk told the members.",
        "The author of the report has never been to Kelvarra in winter, two members of the council told the meeting.",
        "I live two streets away and nobody asked us anything.",
        "Why is the bridge so old?",
        "This article has been updated with the vote of the county.",
        "The shopkeepers' petition was mostly jokes, with LOL in the margin and a drawing of the mayor.",
        "and on to the school in Ostry",
        "its trade, and so do those who live on the other bank.",
        "eBay sellers who ship from the south bank will drive the long way round.",
    ],
)
def test_a_line_of_the_story_that_sounds_like_one_stays(line: str) -> None:
    assert line in _restored(line)


def test_what_a_line_leads_to_stays() -> None:
    led = (*STORY[:3], "One neighbour put it on the door of the town hall:", *STORY[3:])
    assert "Who writes this garbage?" in _restored("Who writes this garbage?", led)


def test_a_page_that_speaks_to_its_readers_keeps_what_sounds_like_them() -> None:
    letters = (
        STORY[0],
        "I have crossed the bridge every day for thirty years, and you will not find a crack that was not there before.",
        "My neighbours and I have asked for a railing since the flood, and we were told to wait for the county again.",
        "You may think that a bridge is a bridge, but ours was built by the people whose names stand on the church wall.",
        "We will be at the meeting, and I hope that you will come as well and bring what you have found in the attic.",
        *STORY[5:],
    )
    assert "What a waste of taxpayers' money." in _restored("What a waste of taxpayers' money.", letters)
