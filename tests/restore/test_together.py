"""Lines that only those around them show to be a site's."""

import pytest

from onrecord.data import RemovalKind, RemovalStatus
from onrecord.read import read_text
from onrecord.restore import restore

STORY = (
    "Harrow to get a new ferry",
    "The council of Harrow has bought a ferry for the crossing to Sorrel, it said on Monday.",
    "The boat takes 64 passengers and will sail in May, according to the harbour master, Pia Lund.",
)
MORE = (
    "Ida Holt, who leads the opposition, said the price was too high.",
    "The old ferry, which was built in 1961, will be broken up.",
)
THREAD = (
    "3 Comments",
    "sea_dog",
    "2 hours ago",
    "At last. The old one leaked like a basket.",
    "Reply  Like (14)",
    "Tom V",
    "1 hour ago",
    "And who pays for it? Not the council.",
    "Reply  Like (2)",
)
TEASERS = (
    "More on this story",
    "Sorrel shuts its fish market",
    "2 hours ago",
    "Who will raise the sunken tug?",
    "Yesterday, 18:40",
)
ROW = ("Listen 3 min | Share on Facebook | WhatsApp | Copy link | Save for later",)
LETTER = (
    "Get the Harrow Tide",
    "The day's harbour news in your inbox every morning. Enter your email address to sign up. You can unsubscribe.",
)


def removed(lines: tuple[str, ...]) -> dict[str, RemovalKind]:
    text = "\n\n".join(lines)
    cut = [one for one in restore(read_text(text)).removals if one.status is RemovalStatus.REMOVED]
    return {line: one.kind for one in cut for line in one.span.cut(text).split("\n\n") if line.strip()}


@pytest.mark.parametrize(
    ("pasted", "kinds"),
    [
        (TEASERS, {RemovalKind.TEASER}),
        (ROW, {RemovalKind.INTERFACE}),
        (LETTER, {RemovalKind.NEWSLETTER}),
    ],
    ids=("teasers", "buttons", "newsletter"),
)
def test_lines_of_a_site_go_together(pasted, kinds):
    found = removed((*STORY, *pasted, *MORE))
    assert set(pasted) == set(found)
    assert set(found.values()) == kinds


def test_a_thread_of_comments_goes_to_its_last_answer_and_what_is_told_behind_it_stays():
    assert set(removed((*STORY, *MORE, *THREAD))) == set(THREAD)
    assert set(removed((*STORY, *THREAD, *MORE))) == set(THREAD)


@pytest.mark.parametrize(
    "told",
    [
        ("Comments", "The mayor declined to comment on the price.", "Two of his aides did not."),
        ("Police seal off the harbour", "2 hours ago", "Officers closed both piers on Monday after a gas leak."),
        ("Fares | May to July", "Adults | 4 crowns | 6 crowns", "Children | 2 crowns | 3 crowns"),
        ("Get the ferry from Harrow", "It sails at nine and takes bicycles, dogs and, on Sundays, the choir."),
    ],
    ids=("heading", "entry", "table", "advice"),
)
def test_what_only_looks_like_them_stays(told):
    assert set(removed((*STORY, *told, *MORE))) <= {"Comments", "2 hours ago"}  # which are a site's by themselves


def test_the_count_in_the_heading_of_a_thread_does_not_part_it():
    text = (
        "Rents in Lydport up by a fifth in two years\n"
        "Rents for new leases in Lydport have risen by 21 per cent in two years, figures from the city's statistics office show.\n"
        "A flat of 60 square metres now costs 1,140 a month on average.\n"
        "The tenants' association called for a cap. Landlords said that more houses were needed, not more rules.\n"
    )
    thread = (
        "Comments (3)\nharbourgirl88: My landlord put it up 200 in ONE go. Where are we supposed to live??\n2 hours ago\nReply\n"
        "Tomás: Build more. Simple as that.\n1 hour ago\nReply"
    )
    assert restore(read_text(text + thread)).restored == text
