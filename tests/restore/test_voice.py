"""Lines with words of a site: a story may tell of cookies, newsletters and subscribers, and loses none of it."""

from __future__ import annotations

import pytest

from onrecord.data import RemovalStatus
from onrecord.read import read_text
from onrecord.restore import restore
from onrecord.restore.labelling.voice import names_only_site, names_site, parts_of_site, tells_of_site

_BEFORE = "The council of Great Fenby met on Monday and spoke for three hours about the bridge, the mayor said."
_AFTER = "It will meet again on Thursday, when the county sends its engineer, and may vote on a toll by the evening."


def _kept(line: str) -> str:
    restoration = restore(read_text(f"Council meets\n{_BEFORE}\n{line}\n{_AFTER}"))
    text = restoration.document.text
    cut = [one.span for one in restoration.removals if one.status is RemovalStatus.REMOVED]
    at = text.index(line)
    return "".join(mark for n, mark in enumerate(line, at) if not any(span.start <= n < span.end for span in cut))


@pytest.mark.parametrize(
    "line",
    [
        "The authority fined the group 1.2 million crowns for setting cookies without users' consent.",
        "Users who refused to accept cookies were asked again on every page, the authority said.",
        "If you accept cookies on one site of a group, that choice holds for the others.",
        "We all accept cookies without reading a word, and we accept doors without looking.",
        "Cookies, music and determination",
        "In a newsletter that he sends every week to 4,000 readers, Tom Aldous covers the council.",
        "At a briefing that the army holds every day, a spokesman said the road was open.",
        "Subscribers pay five pounds a month to get the newsletter in their inbox.",
        "Residents can sign up for flood alerts by email, the county said.",
        "Families are encouraged to make plans, sign up for alerts and pack a bag.",
        "Fans can sign up for the singer's email list for first access to tickets.",
        "Vidora said it had 48 million paid subscribers at the end of June.",
        "Viewers have to be a subscriber for six months before they can cancel, the complaint says.",
        "Publishers rely on affiliate links for a tenth of their income.",
        "By signing up, customers agree to a fee of 2 percent, the prospectus says.",
        "UP NEXT: Falcons at Wolves on Monday night. Bears host Kings on Sunday.",
        "Recommended: serve it with rye bread and butter.",
        "Das Ministerium wollte den Fall nicht kommentieren.",
        "Die Spiele sind künftig nur für Abonnenten zu sehen.",
        "Nutzer müssen Cookies zustimmen, sonst bleibt die Seite leer, rügt die Behörde.",
        "Le ministère a refusé de commenter.",
        "El ministro no quiso comentar.",
        "Kurul, sitelerin çerezleri izinsiz kullandığını açıkladı.",
        "有料会員は100万人を超えた。",
    ],
)
def test_what_a_story_tells_of_sites_stays(line: str):
    assert _kept(line) == line


@pytest.mark.parametrize(
    "line",
    [
        "We use cookies to improve your experience on our site. By continuing to browse you accept our use of cookies.",
        "Sign up for our daily newsletter and get the top stories in your inbox.",
        "Want this in your inbox each day? Sign up here for our newsletter.",
        "For an update later tonight, sign up for the Evening Briefing.",
        "Subscribe to continue reading",
        "Be the first to comment",
        "Jetzt Newsletter abonnieren",
        "Cookies akzeptieren",
        "Story continues below",
        "Share this article",
        "有料会員限定記事",
    ],
)
def test_what_a_site_asks_goes(line: str):
    assert parts_of_site(line)
    assert not _kept(line).strip()


def test_of_a_paragraph_only_the_sentence_of_the_site_goes():
    told = "The bridge was closed for six months after the flood."
    assert _kept(f"{told} Sign up here for our newsletter.") == told
    assert _kept(f"We use cookies on our site. {told}") == told
    assert _kept(f"{told} We use cookies, the bank says. It is open again.").startswith(told)


def test_a_heading_names_no_site():
    assert not names_site("Sign of the times")
    assert tells_of_site("Subscribers pay five pounds a month to get the newsletter in their inbox.")
    assert not tells_of_site("Get our newsletter straight to your phone.")
    assert names_site("Get up-to-date news on your phone. Download our mobile apps here.")


def test_lines_of_a_poem_and_of_a_list_may_stand_again():
    poem = (
        "The river does not know my name\nIt carries leaves and does not ask\nThe river does not know my name\nI wait"
    )
    assert not restore(read_text(f"{_BEFORE}\n{poem}\n{_AFTER}")).removals
    text = f"{_BEFORE}\n{_AFTER}\nThe mayor of the town opens the bridge\n{_BEFORE} Again.\n{_AFTER}"
    assert [one.kind.value for one in restore(read_text(text)).removals] == ["duplicate"]


def test_the_last_line_of_a_list_may_be_one_that_stands_above():
    song = "“The Ferryman Sings of Ice” - Ida Holt & Jon Lund"
    text = f"{_BEFORE}\nSong of the year\n{song}\n“Salt” - The Pilots\nBest duo\n“Two Tugs” - Ash and Aune\n{song}"
    assert not restore(read_text(text)).removals


def test_the_hour_before_an_entry_breaks_no_sentence():
    entry = "9:50 Sign up for alerts\nThe county asks everyone to sign up for text alerts at county.example/alerts."
    assert _kept(entry) == entry


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Paid content: Discover the bank account that pays you 6% interest.", True),
        ("Become a Member", True),
        ("Article continues after this ad", True),
        ("Reply Report Like 14", True),
        ("The mayor became a member of the club.", False),
        ("Fines under the privacy law rose in May.", False),
    ],
)
def test_a_site_is_named_by_its_own_words(words: str, named: bool):
    assert names_site(words) is named


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Check your smoke alarm", False),
        ("Terms of the deal", False),
        ("Register by 12 May", False),
        ("Download our app", True),
        ("Share your comments", True),
        ("Get it in your inbox", True),
        ("Great article, thanks for sharing!", True),
    ],
)
def test_a_single_word_that_stories_have_too_names_no_site(words: str, named: bool):
    assert names_only_site(words) is named


@pytest.mark.parametrize(
    "line",
    ["What happens to your pension", "Check your smoke alarm", "Comments by the mayor", "Terms of the deal",
     "Take your passport with you.", "Register by 12 May", "Our man in Velka"],
)  # fmt: skip
def test_a_line_with_one_such_word_stays_between_paragraphs(line: str):
    page = (
        "The harbour board votes to keep the night ferry",
        "The harbour board of Eskerry voted on Tuesday to run the night ferry for another three years, whatever it costs.",
        "The boat carries fourteen people on an average night and loses 210,000 crowns a year, the accounts say.",
        line,
        "A storm in October took the eastern arm away, and the fishermen moved their boats up the river for two winters.",
        "The first boat under the new contract sails on 1 May, and a crossing will cost 18 crowns, two more than now.",
    )
    assert line in restore(read_text("\n\n".join(page))).restored.splitlines()
