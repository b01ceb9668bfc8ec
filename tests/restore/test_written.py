"""A page's story is read for pasted passages as plain text would have it: without what stands between, lists marked."""

import pytest

from onrecord.data import Block, BlockKind, RemovalKind, RemovalStatus, Restoration, Span
from onrecord.read import read_text
from onrecord.restore import restore
from onrecord.restore.written import Written

TITLE = "Ostwick closes its north quay"
BOARD = (
    "The harbour board of Ostwick voted on Tuesday evening to close the north quay to heavy lorries from 1 September."
)
TOLK = "“We have known since the spring that the piers were tired,” said Maren Tolk, who chairs the board."
COST = "The closure will cost the town about 210,000 crowns a year in lost mooring fees, the board's treasurer told members."
COURT = (
    "Hauliers said they would take the matter to the county court, where it may be heard before the end of the year."
)
REPAIRS = "Repairs are expected to begin in March next year and to take eighteen months, according to the engineers."


def restored(*body: str) -> Restoration:
    made = "".join(part if part.startswith("<") else f"<p>{part}</p>" for part in body)
    return restore(
        read_text(
            f"<html lang='en'><title>{TITLE}</title><body><article><h1>{TITLE}</h1>{made}</article></body></html>"
        )
    )


def listed(*points: str, tag: str = "ul") -> str:
    return f"<{tag}>{''.join(f'<li>{point}</li>' for point in points)}</{tag}>"


@pytest.mark.parametrize("tag", ["ul", "ol"])
def test_a_reply_that_offers_a_list_of_html_goes_with_all_of_it(tag: str):
    lead = "Would you like me to:"
    points = ("Draft a shorter version of the article?", "Add a quote from the hauliers?", "Suggest a headline?")
    text = restored(BOARD, TOLK, lead, listed(*points, tag=tag), COST, COURT, REPAIRS).restored
    assert not [line for line in (lead, *points) if line in text]
    assert all(line in text for line in (BOARD, TOLK, COST, COURT, REPAIRS))


@pytest.mark.parametrize("tag", ["ul", "ol"])
def test_a_list_that_the_story_leads_to_stays(tag: str):
    lead = "The board also decided to:"
    points = (
        "lower the speed limit on the south quay",
        "ask the county for a crane",
        "let the fish hall to the school",
    )
    text = restored(BOARD, TOLK, lead, listed(*points, tag=tag), COST, COURT, REPAIRS).restored
    assert all(line in text for line in (lead, *points, BOARD, TOLK, COST, COURT, REPAIRS))


def test_key_points_that_the_paragraphs_say_again_take_none_of_them_away():
    restoration = restored(listed(BOARD, COURT, REPAIRS), BOARD, TOLK, COST, COURT, REPAIRS)
    assert all(one.status is RemovalStatus.SUSPECTED for one in restoration.removals)
    assert all(restoration.restored.count(line) == 2 for line in (BOARD, COURT, REPAIRS))


@pytest.mark.parametrize("again", [COURT, listed(COURT)])
def test_a_paragraph_or_a_point_that_stands_twice_as_such_goes_once(again: str):
    first = COURT if again == COURT else listed(COURT)
    restoration = restored(BOARD, first, TOLK, COST, again, REPAIRS)
    assert [one.kind for one in restoration.removals] == [RemovalKind.DUPLICATE]
    assert restoration.removals[0].status is RemovalStatus.REMOVED


def block(start: int, end: int, element: str) -> Block:
    return Block(span=Span(start=start, end=end), kind=BlockKind.BODY, element=f"html/body/{element}")


def test_the_way_back_from_the_written_story_to_the_page():
    page = "One.\n\nShare\n\nTwo.\n\n3. Three.\n\nFour."
    written = Written.of(
        (
            block(0, 4, "p[1]"),
            block(13, 17, "ul[1]/li[1]"),
            block(19, 28, "ul[1]/li[2]"),
            block(30, 35, "ol[1]/li[2]/p[1]"),
        ),
        page,
    )
    assert written.text == "One.\n- Two.\n3. Three.\n2. Four."
    assert [line.cut(written.text) for line in written.lines] == ["One.", "- Two.", "3. Three.", "2. Four."]
    told = {
        (0, 4): "One.",
        (0, 5): "One.",
        (0, 11): "One.\n\nShare\n\nTwo.",
        (5, 11): "Two.",
        (7, 10): "Two",
        (9, 14): "o.\n\n3.",
        (22, 30): "Four.",
        (25, 30): "Four.",
    }
    for (start, end), words in told.items():
        assert written.on_page(Span(start=start, end=end)).cut(page) == words
