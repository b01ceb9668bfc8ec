"""What the parts of a site say that programs bring along: forms, players, consent tools, lists of links."""

from __future__ import annotations

import pytest

from onrecord.read import read_text
from onrecord.restore import restore

STORY = (
    "Lighthouse at Ostry Point to be lit again after eleven years",
    "The lighthouse at Ostry Point will be lit again in June, eleven years after the coast guard switched it off.",
    "Volunteers have rewired the tower and cleaned its lens, which was made by a glassworks in Velm in 1897.",
    "The coast guard said that the light would not be a mark for ships, which have steered by satellite since 2014.",
    "“It is for the people who find their way home by it,” said Tomas Brek, a retired pilot who leads the volunteers.",
    "The county gave 40,000 crowns for the work, and the rest came from a raffle and from the sale of old shutters.",
    "A first trial in March could be seen from the islands, eighteen kilometres away, as fishermen told the radio.",
)


def _restored(line: str) -> str:
    return restore(read_text("\n\n".join([*STORY[:4], line, *STORY[4:]]))).restored


@pytest.mark.parametrize(
    "line",
    [
        "Please enter your name here",
        "Save my name, email, and website in this browser for the next time I comment.",
        "You must be logged in to post a comment.",
        "Please enable JavaScript to view the comments powered by Disqus.",
        "Cancel reply",
        "Welcome! Log into your account",
        "A password will be e-mailed to you.",
        "Click to share on Facebook (Opens in new window)",
        "Our Twitter page link",
        "Post navigation",
        "Toggle navigation",
        "Search for:",
        "This video file cannot be played.(Error Code: 102630)",
        "Beginning of dialog window. Escape will cancel and close the window.",
        "descriptions off, selected",
        "Remaining Time -0:00",
        "Image 1 of / 13",
        "See more sharing options",
        "Average rating 0 / 5. Vote count: 0",
        "by Taboola",
        "Stories you may like",
        "Strictly Necessary Cookies",
        "Always Active",
        "Confirm My Choices",
        "This site is protected by reCAPTCHA and the Google Privacy Policy and Terms of Service apply.",
        "Thank you for subscribing!",
        "Join 12,345 other subscribers",
        "Discover more from The Ostry Courier",
        "- Advertisement -",
        "Best balance transfer credit cards",
        "View Deal at Best Buy",
    ],
)
def test_a_line_of_a_widget_goes_and_nothing_else(line: str) -> None:
    assert _restored(line).split() == " ".join(STORY).split()


@pytest.mark.parametrize(
    "line",
    [
        "Best of the north",
        "Your password is the first line of defence, the harbour office tells its crews each spring.",
        "The main menu of the inn has been herring for a hundred years, and nobody has asked for another.",
        "Something went wrong.",
        "A page of the log opens a new window on the winter of 1899, the keeper of the museum said.",
        "1 of 13 keepers",
        "The light was checked in 1931 by Dahl and Sons.",
        "Get it from the keeper",
        "Volume 12 of the logs is missing.",
    ],
)
def test_a_line_of_the_story_that_looks_like_one_stays(line: str) -> None:
    assert line in _restored(line)
