"""What a reply tells again, advises and says that it changed: it goes where its lines show whose they are."""

import pytest

from onrecord.read import read_text
from onrecord.restore import restore
from onrecord.restore.pasted.edited import with_edits
from onrecord.restore.pasted.taken import with_advice
from onrecord.text.spans import lines

SALT = (
    "Salt works at Corrin Sound to reopen after 60 years",
    "The salt works at Corrin Sound will reopen in April with eleven workers, 60 years after the last pan was boiled dry, its "
    "new owner said on Friday.",
    "Maud Ferrant bought the sheds from the county for 240,000 crowns in 2023 and has spent twice as much on their roofs.",
    "“People said that nobody needs grey salt,” she said. “They had not tasted it.”",
    "The first tonne has been sold to a baker in Ostby, who will use it in rye bread from May.",
    "The county museum lends the works two iron rakes, and school classes may come on Thursdays.",
)
OWN = " ".join(SALT).split()


def page(at: int, *pasted: str, between: str = "\n\n") -> str:
    return between.join((*SALT[:at], *pasted, *SALT[at:]))


FOUND = "Based on the search results, here is what is known:"
OFFER = "Would you like me to look for the opening hours?"
AGAIN = (
    "The salt works at Corrin Sound will reopen in April with eleven workers.",
    "Maud Ferrant bought the sheds from the county for 240,000 crowns.",
    "The first tonne has been sold to a baker in Ostby.",
)


@pytest.mark.parametrize("between", ["\n\n", "\n"], ids=["empty lines", "none"])
@pytest.mark.parametrize("at", [2, 4, 6])
def test_what_a_reply_tells_again_goes_with_its_opener_and_its_offer(at: int, between: str):
    assert restore(read_text(page(at, FOUND, *AGAIN, OFFER, between=between))).restored.split() == OWN


def test_a_document_in_marks_goes_with_the_offer_below_it():
    document = ("# Corrin Sound salt works: overview", "## Opening", AGAIN[0], "## Owner", AGAIN[1], OFFER)
    assert restore(read_text(page(6, *document))).restored.split() == OWN
    assert restore(read_text(page(3, *document))).restored.split() == OWN


@pytest.mark.parametrize("opener", [FOUND, "Here is the revised version:", "Here's a summary of the article:"])
@pytest.mark.parametrize("last", [3, 4, 5, 6])
@pytest.mark.parametrize("first", [1, 2])
def test_paragraphs_of_the_page_between_an_opener_and_an_offer_stay(opener: str, first: int, last: int):
    last = max(first + 2, last)
    text = "\n\n".join((*SALT[:first], opener, *SALT[first:last], OFFER, *SALT[last:]))
    restored = restore(read_text(text)).restored
    assert all(line in restored for line in SALT)


@pytest.mark.parametrize("last", [4, 5, 6])
def test_the_line_that_hands_over_the_article_goes_with_the_offer_below_it(last: int):
    text = "\n\n".join((SALT[0], "Here is a more concise version of your article:", *SALT[1:last], OFFER, *SALT[last:]))
    assert restore(read_text(text)).restored.split() == OWN


def test_the_paragraphs_of_the_page_behind_what_is_told_again_stay():
    text = "\n\n".join((*SALT[:3], FOUND, *AGAIN[:2], *SALT[3:5], OFFER, SALT[5]))
    restored = restore(read_text(text)).restored
    assert all(line in restored for line in SALT)


def test_headings_and_gaps_of_the_page_below_an_opener_stay():
    said = (
        *SALT[:2],
        "Salt sheds bought from county",
        SALT[2],
        "The salt is grey, according to the Ostby Post .",
        *SALT[3:],
    )
    restored = restore(read_text("\n\n".join((*said[:2], FOUND, *said[2:], OFFER)))).restored
    assert all(line in restored for line in said)


def test_the_articles_own_headings_above_an_offer_stay():
    headed = (*SALT[:2], "## The owner", *SALT[2:4], "## The salt", *SALT[4:])
    text = "\n\n".join((*headed, OFFER))
    assert restore(read_text(text)).restored.split() == " ".join(headed).split()


def test_a_lead_that_says_again_what_the_headline_says_stays_below_an_opener():
    own = (
        "Salt works at Corrin Sound to reopen in April",
        "The salt works at Corrin Sound will reopen in April.",
        *SALT[2:],
    )
    text = "\n\n".join((own[0], "Here's a summary of the article:", *own[1:], OFFER))
    restored = restore(read_text(text)).restored
    assert all(line in restored for line in own)


DENIED = "I couldn't find any reports on the reopening of the salt works, and my knowledge cutoff may be the reason."


@pytest.mark.parametrize(
    "advice",
    [
        "For the latest information, it is best to check the county's website.",
        "You may want to check with the museum for the opening hours.",
        "I'd recommend contacting the owner. It would be advisable to verify the price as well.",
    ],
)
@pytest.mark.parametrize("glue", [" ", "\n\n"], ids=["behind it", "below it"])
def test_advice_to_look_elsewhere_goes_with_what_denies(advice: str, glue: str):
    assert restore(read_text(page(3, f"{DENIED}{glue}{advice}"))).restored.split() == OWN


def test_who_has_nothing_and_advises_to_look_elsewhere_goes_from_inside_a_paragraph():
    said = (
        " I do not have information on a salt works opened by Maud Ferrant. For the latest information, it is best to check "
        "the county's website or local news."
    )
    text = "\n\n".join((*SALT[:4], SALT[4] + said, SALT[5]))
    assert restore(read_text(text)).restored.split() == OWN
    column = text.replace("The county museum lends", "I went to look, and you should too. The county museum lends")
    assert "I do not have information" in restore(read_text(column)).restored


@pytest.mark.parametrize(
    "own",
    [
        "For the opening hours, check the county's website or ring the works.",
        "The county says that it is best to check the tides before a visit.",
        "Visitors may want to check the tides, for the road is under water twice a day.",
    ],
)
def test_what_the_page_advises_stays(own: str):
    said = [*SALT[:5], own]
    denied = "\n\n".join((*SALT[:5], DENIED, own))
    assert restore(read_text("\n\n".join(said))).restored.split() == " ".join(said).split()
    assert restore(read_text(denied)).restored.split() == " ".join(said).split()


CHANGED = (
    "**Changes made:**",
    '- Replaced "boiled dry" with "evaporated"',
    "- Moved the quotation to the end",
    "- Fixed two typos and the passive voice in the lead",
)


@pytest.mark.parametrize("heading", [CHANGED[0], "Here are the key changes I made:", "### What I changed"])
def test_what_a_reply_says_that_it_changed_goes(heading: str):
    log = "\n".join((heading, *CHANGED[1:]))
    assert restore(read_text(page(6, log))).restored.split() == OWN
    assert restore(read_text(page(3, log, between="\n"))).restored.split() == OWN


def test_the_changes_of_a_law_stay():
    law = (
        "Changes made:",
        "- Removed the exemption for works with fewer than ten people",
        "- Added a review after two years",
        "- Moved the inspectors to the ministry of health",
    )
    text = "\n".join((*SALT, "The county's bill on food works was altered on Thursday.", *law))
    assert restore(read_text(text)).restored == text


def test_time_is_linear():
    for hostile in (
        "Changes made:" + "\n- moved" * 50_000,
        "\nchanges made:" * 20_000,
        "for " + "a" * 100_000,
        "for , " * 30_000,
        "it is best to check. " * 5_000,
    ):
        held = lines(hostile)
        with_edits(hostile, held, [])
        with_advice(hostile, held, [])


DRAFT = (
    "The salt works at Corrin Sound will reopen in April after 60 years. New owner Maud Ferrant bought the sheds from the "
    "county in 2023. The first tonne goes to a baker in Ostby."
)


@pytest.mark.parametrize("at", [2, 4, 6])
@pytest.mark.parametrize("between", ["\n\n", "\n"], ids=["empty lines", "none"])
def test_a_shorter_version_goes_with_what_hands_it_over_and_the_list_of_changes(at: int, between: str):
    changes = "Changes made:\n- Merged two sentences\n- Removed the quotation\n- Kept the tone neutral"
    text = page(at, "No problem! Here's a more concise paragraph:", DRAFT, changes, between=between)
    assert restore(read_text(text)).restored.split() == OWN


@pytest.mark.parametrize("marks", ["“{}”", '"{}"', "*{}*"])
@pytest.mark.parametrize("at", [2, 4])
def test_a_version_in_quotation_marks_goes_with_what_hands_it_over(at: int, marks: str):
    draft = marks.format(
        "The salt works at Corrin Sound reopen in April after 60 years with eleven workers and two iron rakes."
    )
    text = page(at, "Sure! Here's the shortened version:", draft)
    assert restore(read_text(text)).restored.split() == OWN


@pytest.mark.parametrize("at", [2, 4])
def test_somebodys_words_below_what_hands_over_a_version_stay(at: int):
    said = (
        "“Salt is like bread and like the weather. You only talk about it once it has gone wrong, and then at length.”"
    )
    text = page(at, "Sure! Here's the shortened version:", said)
    assert said in restore(read_text(text)).restored


def test_headings_in_marks_go_with_the_offer_below_them_and_with_what_is_foreign():
    pasted = (
        "**Background**",
        "Grey salt was once widespread on northern coasts but declined sharply as refined salt became cheaper in the 20th "
        "century.",
        "**Why it matters**",
        "Its return suggests that small producers can compete on quality and local identity.",
        "Let me know if you'd like this condensed to 100 words.",
    )
    assert restore(read_text(page(4, *pasted))).restored.split() == OWN


def test_the_pages_own_headings_in_marks_stay_above_an_offer():
    headed = ("**The sheds**", *SALT[2:4], "**The salt**", *SALT[4:])
    offer = "Let me know if you'd like this condensed to 100 words."
    restored = restore(read_text("\n\n".join((*SALT[:2], *headed, offer)))).restored
    assert restored.split() == " ".join((*SALT[:2], *headed)).split()
