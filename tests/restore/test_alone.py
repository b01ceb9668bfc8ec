"""Lines of a site that stand alone in plain text: cut where they stand between paragraphs, kept where a story has them."""

import pytest

from onrecord.data import RemovalStatus
from onrecord.read import read_text
from onrecord.restore import restore
from onrecord.restore.labelling.alone import with_outlets

PAGE = """Harrowby opens its new bridge after two years of work
The town of Harrowby opened its new bridge on Monday after two years of work.
{}
Mayor Ines Calder said the bridge had cost 4 million pounds, less than had been planned.
The old one, built in 1874, will be kept for walkers, the council said on Monday night."""


def removed(text: str) -> list[str]:
    removals = restore(read_text(text)).removals
    return [one.span.cut(text) for one in removals if one.status is RemovalStatus.REMOVED]


@pytest.mark.parametrize("breaks", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "line",
    [
        "Comments", "Share", "Advertisements", "Subscribe", "Sign up", "Newsletter", "Related Topics", "More stories",
        "READ NEXT", "Read Also | Floods close the school in Kelton", "MORE: Floods close the school in Kelton",
        "ICYMI: Floods close the school in Kelton", "WATCH: Floods close the school in Kelton", "Ad", "Skip ad", "TOP STORIES",
        "Follow us on Instagram for more golf", "Got a story? Send us photos and video here", "Stay informed. Get The Pulse, our weekly briefing.",
        "Support independent journalism. Donate from £3 a month.", "Take our survey: how often should bins be emptied? VOTE NOW",
        "Get alerts on your phone. Turn on notifications", "Have you seen a stray goat? Email our newsdesk: news@harrowby.example",
        "Listen to this article (4 min)", "This comment was removed by a moderator", "Follow the match on Facebook and Instagram",
        "View comments", "14 Replies", "4.1K shares", "Facebook Twitter Email", "Share | Tweet | Print", "Photo 2 of 9",
        "Privacy Policy", "Accept all cookies", "No, thanks", "Play video", "Continue reading", "Contact us", "Back to top",
        "riverduck says:", "6bridges says:", "@Dave you have no idea what you are talking about", "@mill_7: so true",
        "test_cookie 15 minutes The test_cookie is set to find out whether the browser takes cookies.",
        "_brv 1 year No description available.", "bmcookie 2 years This cookie tells the browser's number to the bank.",
        "k 1 year The purpose of the cookie is not known.", "Book your winter cruise from $ 640 per person. Few cabins left.", "May 4, 2019 at 10:07 am", "12 responses to “A bridge at last”", "Sort by newest first",
        "Want more of this? Get the Harrowby Morning newsletter. It is free.", "Support local journalism. Subscribe to the Post.",
        "HARROWBY DAILY: Get the town's news delivered to your inbox", "Your subscription makes work like this possible.",
        "Advertisement. Scroll to continue.", "Presented by Larkin Bank", "In paid partnership with Hollin Energy",
        "Free shipping on orders over $50. Offer valid while supplies last.", "Call 0800 555 010 now to book your free consultation.",
        "New customers get 20% off their first order with code SPRING20.", "Get unlimited access for 1 euro a month",
        "Terms and conditions apply. 18+. Please gamble responsibly.", "As an Amazon Associate we earn from qualifying purchases.",
        "We may earn a commission from links on this page.", "What do you think? Let us know in the comments below.", "2 days ago",
        "Report abuse", "Photo: 1 of 12", "Error loading player", "Updated 3 hours ago",
        "Tom_1962 says: He should have gone years ago", "User2291 2 days ago", "We moderate comments. Please keep it civil.",
        "We want to hear from you. Leave a comment below.",
        "Follow us on Facebook and Instagram for more updates.", "Story continues below the video", "Floods close the school in Kelton | The Kelton Herald",
    ],
)  # fmt: skip
def test_a_line_of_the_site_is_cut(line: str, breaks: str):
    text = PAGE.replace("\n", breaks).format(line)
    assert removed(text) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Sources", "Reactions", "Discussion", "What comes next", "Up next", "Trending", "In pictures", "More than a bridge",
        "More work for Mill Lane", "Report",
        "Almost 100 years after it closed, the mill is used to grow mushrooms.", "@hollinmill on Twitter, May 4: the wheel turns again",
        "@Dave you have no idea The mayor said on Monday that the old bridge stays.",
        "COP28 says: the ferries are to run on hydrogen", "Kelton4 says: no comment on the bridge", "Calder says:", "MAYOR CALDER says:", "Ines Calder | Mayor", "The share of lorries", "Comments by the mayor", "Save the bridge",
        "Monday, May 4: the bridge is blessed", "Contact with the other bank", "Print works at risk",
        "The Long Way Round | a film by Ola Brandt",
        "Join the ferrymen", "Support for local journalism falls in Kelton",
        "Two years ago", "100 YEARS AGO", "Buy Now, Pay Later comes to Kelton", "Visitors get 10% off at the bakery, its owner said.",
        "May 4, 2019: the first stone", "Related to this is the question of Mill Lane.", "Ads on the bridge",
    ],
)  # fmt: skip
def test_a_heading_of_the_story_stays(line: str):
    text = PAGE.format(line)
    assert removed(text) == []


@pytest.mark.parametrize("line", ["Up next", "Trending", "In pictures", "Breaking news", "Listen", "Don't miss"])
def test_the_first_line_stays_where_it_may_be_the_headline(line: str):
    text = PAGE.split("\n", 1)[1].replace("{}\n", "")
    assert removed(f"{line}\n{text}") == []


@pytest.mark.parametrize("line", ["Log in", "Subscribe", "Menu", "Share this article", "Skip to content"])
def test_a_button_above_the_headline_is_cut(line: str):
    assert removed(f"{line}\n{PAGE}".replace("{}\n", "")) == [line]


def test_the_outlet_behind_the_headline_of_the_page_stays():
    text = PAGE.replace("{}\n", "").replace("of work\n", "of work | The Harrowby Post\n", 1)
    assert removed(text) == []


def test_a_list_of_films_with_their_makers_is_no_list_of_headlines():
    clips = [
        "How the old bridge at Harrowby was built | Ola Brandt",
        "A day with the last ferryman there | Kelton Film",
    ]
    assert with_outlets(clips) == ()
    assert with_outlets(["The town and its new bridge", clips[0]]) == (1,)


def test_what_leads_elsewhere_below_the_text_goes_and_whom_to_write_to_stays():
    below = "Contact Ola Brandt at ola@harrowby.example\nMore: Floods close the school in Kelton\nRELATED: Ferry sold to Ridgeway"
    assert removed(PAGE.format("") + "\n" + below) == [below.split("\n", 1)[1]]


def test_offers_stay_in_a_story_about_bargains():
    lines = [
        "Get up to 25% off books at Kelton's market",
        "Save 15% off bread with code BRIDGE",
        "Buy now: tickets from $25",
    ]
    assert removed(PAGE.format("\n".join(lines))) == []


def test_a_row_of_cookies_inside_a_sentence_is_cut():
    row = "_brv 1 year No description available."
    text = PAGE.format(f"The mill is to {row} stay where it has stood since 1874.")
    assert [one.strip() for one in removed(text)] == [row]


def test_what_a_sentence_says_of_a_newsletter_is_no_label():
    text = PAGE.format("Those who want more can subscribe to its free Harrowby Morning newsletter at the town hall.")
    assert removed(text) == []
