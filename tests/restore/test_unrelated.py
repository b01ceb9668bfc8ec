"""Lines between paragraphs that are of no part of their page: links glued to labels, orphaned titles, names of menus."""

from __future__ import annotations

import pytest

from onrecord.read import read_bytes, read_text
from onrecord.restore import restore

STORY = (
    "Ferry to Karsholm stays in port",
    "The ferry between Tarnby and Karsholm will not sail before Friday, its owner said on Monday.",
    "A crack was found in the hull during an inspection that the harbour office had asked for in March.",
    "About 300 people cross the sound every day, most of them on their way to the shipyard or to school.",
    "The owner, Brekk Marine, said that a smaller boat would carry passengers from Tuesday, but no cars.",
    "The mayor of Tarnby called that too little and asked the county for a bus across the old road bridge.",
    "It is the third time since January that the crossing fails, after engine trouble and a broken ramp.",
    "Two shops on the quay have closed this winter, because their customers no longer trust the timetable.",
    "Parents have begun to share cars on the long way round, which takes an hour more in each direction.",
    "An inspector will look at the repair on Thursday and decide whether the boat may leave the dock again.",
)


def _kept(line: str, *, at: int = 3, story: tuple[str, ...] = STORY) -> bool:
    """Restore the story with a line pasted in; say whether the line stays, while all other words do."""
    text = "\n\n".join([*story[:at], line, *story[at:]])
    restored = restore(read_text(text)).restored
    assert [words for words in story if words not in restored] == []
    return line in restored


@pytest.mark.parametrize(
    "line",
    [
        "Orchard blight:Growers in Hexley count their losses after the coldest spring in a decade",
        "'We heard it twice':Neighbours tell of the night the granary burned",
        "Need a new stove?Five things that a chimney sweep looks at before he says yes",
        "WEATHER:Two more nights of frost in the south, with rain from the west on Sunday",
    ],
)
def test_a_title_glued_to_its_label_goes(line: str) -> None:
    assert not _kept(line)


@pytest.mark.parametrize(
    "line",
    [
        "Orchard growers in Hexley count losses after coldest spring in decade",
        "Why Dunmore's bakers are suing the mill that fed them for a century",
    ],
)
def test_a_title_of_which_nothing_is_told_goes(line: str) -> None:
    assert not _kept(line)


@pytest.mark.parametrize(
    "line", ["Movie Reviews", "Horoscopes", "Weather", "Place an Obituary", "First Name", "Business Maverick"]
)
def test_a_name_of_a_menu_goes(line: str) -> None:
    assert not _kept(line)


@pytest.mark.parametrize(
    "line",
    [
        "A crack below the waterline",  # told again
        "Harbour office to inspect all ferries on the sound before the summer",
        "Background",  # a heading that need not be
        "What comes next",
        "What's Next",
        "Looking Ahead",
        "The Bottom Line",
        "Before and After",
        "Nils Holt",  # somebody's name
        "Lena Marsh, Senior Lecturer, Department of Naval Architecture, University of Tarnby",
        "“We have waited eleven winters for someone to look under those floorboards”",
        "Gulls rest on a bollard in Hexley. Aldo Renn/Coast Pictures",
        "Orchard growers in Hexley count losses after coldest spring in decade.",  # a sentence
    ],
)
def test_a_line_that_may_be_the_page_s_stays(line: str) -> None:
    assert _kept(line)


def test_headings_of_a_roundup_stay() -> None:
    story = (
        *STORY[:2],
        "Travel",
        STORY[2],
        "Weather",
        "Frost is expected in the hills on both nights, and the roads above Dunmore may be closed.",
        "Sports",
        "Hexley beat Dunmore by two goals to one in front of 4,000 people on a wet pitch.",
        "Outdoors",
        "Anglers may take no more than two trout a day from the upper river until the end of May.",
        "Movie Reviews",
        *STORY[3:],
    )
    restored = restore(read_text("\n\n".join(story))).restored
    assert [line for line in story if line not in restored] == []


def test_turns_of_speakers_and_facts_in_a_box_stay() -> None:
    talk = (
        "Lund:We knew of the crack in March and told the harbour office the same day",
        "Renn:And the passengers were told nothing until a newspaper had asked twice",
        "Lund:They were told when there was something that we could tell them",
    )
    box = (
        "Owner:Brekk Marine, of Tarnby, which has run the line since it was opened",
        "Built:By the Dunmore yard, as the last of three boats of her class",
        "Crew:Two mates, an engineer and a master who lives on the island",
    )
    for lines in (talk, box):
        story = (*STORY[:3], *lines, *STORY[3:])
        restored = restore(read_text("\n\n".join(story))).restored
        assert [line for line in story if line not in restored] == []


def test_the_lead_below_another_story_s_title_goes_with_it() -> None:
    title = "Orchard growers in Hexley count losses after coldest spring | The Hexley Post"
    lead = "Growers around Hexley have lost two thirds of their apples, after frost on nine nights of April."
    own = "Growers of the island send their apples to market by the ferry, and now look for another way."
    text = "\n\n".join([*STORY[:3], title, lead, *STORY[3:]])
    assert restore(read_text(text)).restored.split() == "\n\n".join(STORY).split()
    text = "\n\n".join([*STORY[:3], title, own, *STORY[3:]])
    assert own in restore(read_text(text)).restored


@pytest.mark.parametrize("line", ["Movie Reviews", "Orchard blight:Growers in Hexley count losses after a cold spring"])
@pytest.mark.parametrize("element", ["p", "h3"])
@pytest.mark.parametrize("around", ["<body>{}</body>", "<body><div class=page><article>{}</article></div></body>"])
def test_in_html_such_a_paragraph_goes_and_a_heading_stays(line: str, element: str, around: str) -> None:
    told = [f"<p>{words}</p>" for words in STORY[1:]]
    told.insert(3, f"<{element}>{line}</{element}>")
    page = "<html>" + around.format(f"<h1>{STORY[0]}</h1>" + "".join(told)) + "</html>"
    restored = restore(read_bytes(page.encode())).restored
    assert [words for words in STORY if words not in restored] == []
    assert (line in restored) is (element == "h3")


def test_half_of_a_sentence_that_goes_on_below_stays() -> None:
    half, rest = (
        "The owner, Brekk Marine, said that a smaller boat",
        " would carry passengers from Tuesday, but no cars.",
    )
    pasted = "“Our sales of garden sheds grew in every region,” said chief executive Paula Hendry. “We hope for more.”"
    text = "\n\n".join(STORY).replace(half + rest, f"{half}\n{pasted}{rest}")
    assert restore(read_text(text)).restored.split() == "\n\n".join(STORY).split()
