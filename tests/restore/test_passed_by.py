"""Short lines among paragraphs of an HTML page: the article's stay whatever the model says, and the site's go."""

import re
from html import escape

import numpy as np
import pytest

from onrecord.data import BlockKind, Page, Restoration
from onrecord.read import read_text
from onrecord.restore import restore
from onrecord.restore.blocks import KINDS, Labeller
from onrecord.restore.blocks.own import Matrix

TITLE = "Harrow Quay: the years that made it"
PARAGRAPHS = (
    "The first breakwater was finished in the spring, when the ferry company lent the council a steam crane.",
    "A storm in October took the eastern arm away, and the fishermen moved their boats up the river for two winters.",
    "The container terminal was opened by the transport minister, Ida Brekk, who called it a gate to the north.",
    "After the bankruptcy the quay stood empty for six years, until the university rented the sheds for its waves.",
)


class Told(Labeller):
    """A labeller that takes all for running text but what it is told to pass by."""

    def __init__(self, *passed_by: str) -> None:
        object.__setattr__(self, "passed_by", passed_by)

    def likely(self, page: Page) -> Matrix:
        words = [raw.span.cut(page.document.text) for raw in page.raw_blocks]
        kinds = ["other" if line in self.passed_by else "headline" if line == TITLE else "body" for line in words]
        return np.array([[0.91 if kind == told else 0.01 for kind in KINDS] for told in kinds])


def restored(line: str, *, passed_by: bool, markup: str = "<p>{}</p>", at: int = 2) -> Restoration:
    """Restore a page with a line above its paragraph number ``at``, passed by or taken for running text."""
    parts = [f"<p>{words}</p>" for words in PARAGRAPHS]
    parts.insert(at, markup.format(escape(line)))
    page = read_text(
        f"<html><title>{TITLE}</title><body><article class='story'><h1>{TITLE}</h1>{''.join(parts)}</article></body></html>"
    )
    return restore(page, labeller=Told(line if passed_by else ""))


def kept(restoration: Restoration) -> list[str]:
    return [line for line in restoration.restored.splitlines() if line]


@pytest.mark.parametrize("markup", ["<p>{}</p>", "<p><b>{}</b></p>", "<ul><li>{}</li></ul>"])
@pytest.mark.parametrize(
    "line",
    ["1938", "2009–2015", "Con: ‘longer waits’", "What came next", "4-1", "£145,000", "Z", "Storm Arne, Norvani",
     "Who pays for it?", "Holt & Lund", "Premier to visit flooded valley"],
)  # fmt: skip
def test_a_short_line_between_paragraphs_that_the_model_passes_by_stays(line: str, markup: str):
    restoration = restored(line, passed_by=True, markup=markup)
    assert line in kept(restoration)
    told = {BlockKind.LIST} if "li" in markup else {BlockKind.SUBHEAD, BlockKind.BODY}
    assert restoration.blocks[3].kind in told


@pytest.mark.parametrize(
    ("line", "markup"),
    [
        ("Advertisement", "<p>{}</p>"),
        ("Share", "<p>{}</p>"),
        ("Download our app for Harrow", "<p>{}</p>"),
        ("More on Harrow Quay", "<p><a href='/q'>{}</a></p>"),
        ("Harrow Quay in pictures", "<p class='promo-line'>{}</p>"),
        ("Harrow Quay", "<div><p>{}</p></div>"),
        ("Harrow Quay", "<aside><p>{}</p></aside>"),
        ("Harrow Quay", "<ul class='keys'><li>{}</li></ul>"),
        ("\u200b", "<p>{}</p>"),
        ("The mayor of Harrow, the harbour master, the pilots, the customs and both of the ferry companies have been here "
         "since the year in which the terminal was opened by the minister", "<p>{}</p>"),
    ],
)  # fmt: skip
def test_what_is_no_short_line_among_them_or_has_words_of_a_site_is_the_models_to_tell(line: str, markup: str):
    assert line not in kept(restored(line, passed_by=True, markup=markup))


@pytest.mark.parametrize("at", [0, 4])
def test_above_and_below_all_paragraphs_the_model_tells(at: int):
    assert "Photo desk" not in kept(restored("Photo desk", passed_by=True, at=at))


@pytest.mark.parametrize(
    "line",
    ["Contributing: Ida Aune, Brekk Herald", "Additional reporting by Olav Renn", "Reporting by Ida Aune; editing by Jan Tveit",
     "contributing: Ida Aune"],
)  # fmt: skip
def test_who_else_worked_on_a_report_is_said_below_it(line: str):
    restoration = restored(line, passed_by=True, at=4)
    assert restoration.blocks[-1].kind is BlockKind.CREDIT
    assert line in kept(restoration)


def test_a_line_on_what_somebody_contributes_is_the_models_to_tell():
    line = "Contribute to the harbour fund"
    assert line not in kept(restored(line, passed_by=True, at=4))


@pytest.mark.parametrize(
    "line",
    ["Advertisement", "Story continues below", "Most read", "Related Articles", "Loading...", "Copy link", "5 min read",
     "Sign up for our newsletter", "Your browser does not support the video element.", "Anzeige", "Lire aussi",
     "There are no comments yet. Be the first to comment.", "November 19, 2019 at 10:01 am", "Already a subscriber?"],
)  # fmt: skip
def test_lines_that_plain_text_knows_as_a_sites_are_a_sites_among_paragraphs_too(line: str):
    restoration = restored(line, passed_by=False)
    assert kept(restoration) == [TITLE, *PARAGRAPHS]


@pytest.mark.parametrize(
    "line",
    ["Watch", "Breaking news", "Up next", "Facebook", "Loading took an hour.",
     "Most read no paper at all.", "He would share this article of faith with nobody.",
     "The newsletter of the harbour board has had 412 readers.", "Comments by the mayor were not heard."],
)  # fmt: skip
def test_headings_and_sentences_that_read_like_a_sites_stay(line: str):
    assert line in kept(restored(line, passed_by=False))


ANSWERS = ("Harrow", "Velm", "Ostry", "What did the storm take away?", "The eastern arm", "The crane", "The sheds")


@pytest.mark.parametrize(("answers", "stays"), [(ANSWERS, True), (ANSWERS[:2], False)])
def test_the_last_of_many_short_lines_is_of_them_below_the_last_paragraph_too(answers: tuple[str, ...], stays: bool):
    last = "Who opened the terminal?"
    parts = "".join(f"<p>{words}</p>" for words in (*PARAGRAPHS, *answers, last))
    page = read_text(
        f"<html><title>{TITLE}</title><body><article class='story'><h1>{TITLE}</h1>{parts}</article></body></html>"
    )
    assert (last in kept(restore(page, labeller=Told(last)))) is stays


def test_a_first_line_that_says_most_of_the_title_is_the_headline():
    title = f"1. {PARAGRAPHS[0][:40]}"
    parts = "".join(f"<p>{words}</p>" for words in (title[3:], *PARAGRAPHS))
    page = read_text(f"<html><title>{title}</title><body><article>{parts}</article></body></html>")
    assert restore(page, labeller=Told(title[3:])).blocks[0].kind is BlockKind.HEADLINE


PORTS = ("Harrow, 41 ships", "Velm, 17 ships", "Ostry, 9 ships")


def listed(points: tuple[str, ...], *, list_of: str = "<ul>") -> Restoration:
    """Restore a page that ends in a list which the model passes by."""
    parts = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
    items = "".join(f"<li>{words}</li>" for words in points)
    page = read_text(
        f"<html><title>{TITLE}</title><body><article class='story'><h1>{TITLE}</h1>{parts}{list_of}{items}</ul></article>"
    )
    return restore(page, labeller=Told(*(re.sub(r"<[^>]+>", "", point) for point in points)))


def test_a_list_among_many_paragraphs_is_the_articles():
    assert kept(listed(PORTS))[-3:] == [*PORTS]


def test_a_list_that_has_a_name_of_its_own_or_leads_elsewhere_is_the_models_to_tell():
    links = tuple(f"<a href='/{at}'>{words}</a>" for at, words in enumerate(PORTS))
    assert kept(listed(PORTS, list_of="<ul class='ports'>")) == [TITLE, *PARAGRAPHS]
    assert kept(listed(links)) == [TITLE, *PARAGRAPHS]


def test_what_has_words_of_a_site_goes_from_such_a_list():
    assert kept(listed((*PORTS, "Sign up for our newsletter")))[-3:] == [*PORTS]


@pytest.mark.parametrize("line", ["Lock down Facebook", "Photo desk", "The winners", "Twittersphere"])
def test_a_page_of_one_element_is_a_text_alone_and_keeps_what_its_words_do_not_tell(line: str):
    parts = "".join(f"<p>{words}</p>" for words in (*PARAGRAPHS[:2], line, *PARAGRAPHS[2:], "Share"))
    page = read_text(f"<html><title>{TITLE}</title><body><article><h1>{TITLE}</h1>{parts}</article></body></html>")
    assert kept(restore(page, labeller=Told(line, "Share"))) == [TITLE, *PARAGRAPHS[:2], line, *PARAGRAPHS[2:]]
