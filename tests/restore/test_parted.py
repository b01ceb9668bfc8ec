"""A sentence of the page that whole sentences of another story part in two."""

from __future__ import annotations

import pytest
from tests.restore.test_unrelated import STORY as FERRY

from onrecord.data import Span
from onrecord.read import read_text
from onrecord.restore import restore
from onrecord.restore.pasted.joins import parts

STORY = (
    "Kelvarra council votes to close the old mill bridge",
    "The council of Kelvarra voted on Tuesday night to close the old mill bridge to cars from the first of March.",
    "Engineers had found cracks in two of its five stone arches, the report that was read to the meeting said.",
    "About 900 cars cross the bridge each day, most of them on their way to the quarry or to the school in Ostry.",
    "The way round by the new road takes a quarter of an hour more, the bus company told the members of the council.",
    "A repair would cost 1.4 million marks, and the county has promised to pay half of that by the end of next year.",
)
WHOLE = "\n\n".join(STORY)
QUOTED = (
    "“We played our best tennis of the year,” Moreno said after the final in Lisbon. “She never gave me a chance to "
    "breathe.”"
)


@pytest.mark.parametrize(
    "half", ["Engineers had found cracks in two of its five stone", "most of them on their way to"]
)
def test_a_quotation_that_parts_a_sentence_goes(half: str) -> None:
    at = WHOLE.index(half) + len(half)
    restored = restore(read_text(f"{WHOLE[:at]}\n{QUOTED}{WHOLE[at:]}")).restored
    assert restored.split() == WHOLE.split()


def test_a_quotation_between_paragraphs_stays() -> None:
    at = WHOLE.index("About 900 cars")
    assert QUOTED in restore(read_text(f"{WHOLE[:at]}{QUOTED}\n\n{WHOLE[at:]}")).restored


@pytest.mark.parametrize(
    ("before", "words", "behind", "expected"),
    [
        ("the five stone\n", "“We won,” she said.", " arches", True),
        ("the five stone ", "It rained all day.", "\narches", True),
        ("the mayor said\n", "“We won.”", " and left", False),
        ("the five stone,\n", "“We won.”", " arches", False),
        ("the five stone arches.\n", "“We won.”", " and left", False),
        ("the five stone\n", "“We won,”", " arches", False),
        ("the five stone\n", "“We won.”", " Arches", False),
    ],
)
def test_what_parts_a_sentence(before: str, words: str, behind: str, expected: bool) -> None:
    span = Span(start=len(before), end=len(before) + len(words))
    assert parts(before + words + behind, span) is expected


OTHER = (
    "he singer Mara Feliz cancelled her tour of South America on Friday, saying that doctors had told her to rest her "
    "voice for three months.\nTickets for the concerts in Lima and Quito will be refunded, her manager Luis Ortega "
    "said.\nFeliz, 41, has sold nine million records since her debut with the band Alma Negra."
)


@pytest.mark.parametrize(("turn", "goes"), [("T", True), ("Meanwhile, t", False), ("In other news, t", False)])
def test_another_story_goes_unless_the_page_turns_to_it_itself(turn: str, goes: bool) -> None:
    restored = restore(read_text("\n\n".join([*FERRY[:5], turn + OTHER, *FERRY[5:]]))).restored
    assert (turn + OTHER not in restored) is goes
    assert [line for line in FERRY if line not in restored] == []
