"""What of an HTML page the model passes by or takes for another kind, told by what stands around it: whatever it says."""

from __future__ import annotations

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
)
HEAD = "<meta name='author' content='Emma Lund'><meta property='article:published_time' content='2024-09-16T20:00:00Z'>"


class Told(Labeller):
    """A labeller that takes all for running text but what it is told otherwise, each with its likelihood."""

    def __init__(self, told: dict[str, tuple[str, float]]) -> None:
        object.__setattr__(self, "told", told)

    def likely(self, page: Page) -> Matrix:
        rows = []
        for raw in page.raw_blocks:
            words = raw.span.cut(page.document.text)
            kind, share = self.told.get(words, ("headline" if words == TITLE else "body", 0.91))
            rows.append([share if kind == name else (1 - share) / (len(KINDS) - 1) for name in KINDS])
        return np.array(rows)


def restored(*, above: str = "", among: str = "", **told: str) -> Restoration:
    """Restore a page with markup below its headline and among its paragraphs; ``told`` are kinds with their lines."""
    body = [f"<p>{words}</p>" for words in PARAGRAPHS]
    page = read_text(
        f"<html><head><title>{TITLE}</title>{HEAD}</head><body><article><h1>{TITLE}</h1>{above}"
        f"<div>{''.join(body[:2])}{among}{body[2]}</div></article></body></html>"
    )
    likely = {line: (kind, 0.85) for kind, lines in told.items() for line in lines.split("\n")}
    return restore(page, labeller=Told(likely))


def kind_of(restoration: Restoration, words: str) -> BlockKind:
    text = restoration.document.text
    return next(block.kind for block in restoration.blocks if block.span.cut(text) == words)


def test_a_headline_that_bars_and_lists_say_again_stays():
    again = f"<nav><a href='#'>{TITLE}</a></nav><aside><a href='/a'>{TITLE}</a></aside>"
    found = restored(above=again)
    assert TITLE in found.restored.splitlines()


@pytest.mark.parametrize("line", ["Emma Lund Travel News Reporter", "By Emma Lund Follow", "Emma Lund 2 minutes read"])
def test_an_author_that_the_page_states_and_what_she_is_are_a_byline(line: str):
    assert kind_of(restored(above=f"<div>{line}</div>", other=line), line) is BlockKind.BYLINE


@pytest.mark.parametrize(
    "line",
    [
        "Contact Emma Lund on X",
        "Emma Lunden Travel Reporter",
        "Emma Lund has written for us since the year of the storm",
    ],
)
def test_other_lines_with_an_author_are_the_models_to_tell(line: str):
    assert kind_of(restored(above=f"<div>{line}</div>", other=line), line) is not BlockKind.BYLINE


@pytest.mark.parametrize("line", ["16 September 2024 9:33pm", "입력 2024.09.16 22:09", "16 Sep 2024 4"])
def test_a_line_below_the_headline_with_the_day_of_the_page_says_when(line: str):
    assert kind_of(restored(above=f"<div>{line}</div>", other=line), line) is BlockKind.DATELINE


@pytest.mark.parametrize("line", ["17 September 2024 9:33pm", "2024 in 12 pictures", "Edition 16 of the paper"])
def test_other_numbers_below_the_headline_are_no_day_of_the_page(line: str):
    assert kind_of(restored(above=f"<div>{line}</div>", other=line), line) is not BlockKind.DATELINE


@pytest.mark.parametrize(
    "line", ["Published", "Stand: 10:49 Uhr Lesedauer: 5 Minuten", "Uppdaterad 15.59 | Publicerad 14.14"]
)
def test_when_a_page_was_published_is_nobodys_byline(line: str):
    assert kind_of(restored(above=f"<p>{line}</p>", byline=line), line) is BlockKind.DATELINE


def test_an_agency_that_the_page_states_as_its_author_is_no_credit():
    page = read_text(
        f"<html><head><title>{TITLE}</title><meta name='author' content='AFP'></head><body><article><h1>{TITLE}</h1>"
        f"<figure><figcaption>The quay in the spring of the storm</figcaption></figure><div class='author-name'>AFP</div>"
        f"{''.join(f'<p>{words}</p>' for words in PARAGRAPHS)}</article></body></html>"
    )
    caption = ("caption", 0.9)
    told = Told({"AFP": ("byline", 0.7), "The quay in the spring of the storm": caption})
    assert kind_of(restore(page, labeller=told), "AFP") is BlockKind.BYLINE


@pytest.mark.parametrize(
    ("markup", "line"),
    [
        ("<figure><figcaption>{}</figcaption></figure>", "The eastern arm after the storm."),
        ("<figure><figcaption><p>{}</p></figcaption></figure>", "Ida Brekk, seen here with your uncle Olav"),
        ("<div class='media'>{}</div>", "The eastern arm after the storm. Foto: Olav Renn"),
        ("<div class='media'>{}</div>", "The eastern arm after the storm (Image: Harrow Herald)"),
        (
            "<div class='media'>{}</div>",
            "Ida Brekk at the quay, Monday, Sept. 2, 2024, in Harrow. (AP Photo/Olav Renn)",
        ),
        (
            "<div class='carousel-slide'><p>{}</p></div>",
            "Ida Brekk at the quay, Monday, Sept. 2, 2024. (AP Photo/Olav Renn)",
        ),
    ],
)
def test_what_tells_of_a_picture_is_its_caption_and_stays(markup: str, line: str):
    found = restored(among=markup.format(line), other=line)
    assert kind_of(found, line) is BlockKind.CAPTION
    assert line in found.restored.splitlines()


@pytest.mark.parametrize(
    ("markup", "line"),
    [
        ("<figure><figcaption>{}</figcaption></figure>", "Enlarge this image"),
        ("<figure><figcaption>{}</figcaption></figure>", "Toggle caption"),
        ("<figure class='embed-video'><figcaption>{}</figcaption></figure>", "Brekk says that she knew of the storm"),
        ("<figure><figcaption>{}</figcaption></figure>", "Please allow Javascript or read on in the paper"),
        ("<figure><figcaption><a href='/q'>{}</a></figcaption></figure>", "Harrow Quay gets a new breakwater"),
        ("<aside><figure><figcaption>{}</figcaption></figure></aside>", "Harrow Quay gets a new breakwater"),
        ("<div class='teaser'><a href='/q'>{}</a></div>", "Harrow Quay gets a new breakwater. Foto: Olav Renn"),
    ],
)
def test_buttons_players_and_cards_are_no_captions(markup: str, line: str):
    found = restored(among=markup.format(line), other=line)
    assert line not in found.restored.splitlines()


def test_a_caption_with_its_credit_is_no_credit_alone():
    line = "The eastern arm after the storm. Foto: Olav Renn/AP"
    assert kind_of(restored(among=f"<div>{line}</div>", credit=line), line) is BlockKind.CAPTION
    alone = "Foto: Olav Renn/AP"
    assert kind_of(restored(among=f"<div>{alone}</div>", credit=alone), alone) is BlockKind.CREDIT


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Bildrechte: picture alliance/dpa | Olav Renn", BlockKind.CREDIT),
        ("Фото: Сергей Ломов", BlockKind.CREDIT),
        ("Photo: who was there?", BlockKind.INTERFACE),
        ("Source: see below", BlockKind.INTERFACE),  # of what?
    ],
)
def test_whose_a_picture_is_is_said_anywhere(line: str, kind: BlockKind):
    assert kind_of(restored(among=f"<div class='meta-box'>{line}</div>", other=line), line) is kind


@pytest.mark.parametrize("wrap", ["<div>{}</div>", "<div><div>{}</div></div>"])
def test_a_heading_in_an_element_of_its_own_heads_what_stands_below(wrap: str):
    line = "The storm of 1938"
    assert kind_of(restored(among=wrap.format(f"<h3>{line}</h3>"), other=line), line) is (
        BlockKind.SUBHEAD if wrap.count("<div>") == 1 else BlockKind.INTERFACE
    )


def test_a_heading_whose_name_says_that_it_is_one_is_the_articles():
    line = "The storm of 1938"
    heading = "<h3 class='recipe-header'>{}</h3>"
    assert kind_of(restored(among=heading.format(line), other=line), line) is BlockKind.SUBHEAD
    for asked in ("Sign up for our newsletter", "More from Harrow"):
        assert asked not in restored(among=heading.format(asked), other=asked).restored
    menu = "<h3 class='share-menu'>The storm of 1938</h3>"
    assert kind_of(restored(among=menu, other=line), line) is BlockKind.INTERFACE


ITEMS = ("Harrow, 14 boats", "Brekk, two boats", "Lund, none")


def test_items_that_a_paragraph_leads_to_are_the_articles():
    listed = f"<div><ul>{''.join(f'<li>{item}</li>' for item in ITEMS)}</ul></div>"
    for lead, stays in (("Those who went up the river were:", True), ("Those who went up the river came back.", False)):
        found = restored(among=f"<p>{lead}</p>{listed}", other="\n".join(ITEMS))
        assert all((item in found.restored.splitlines()) is stays for item in ITEMS)


@pytest.mark.parametrize("item", ["<a href='/f'>Facebook</a>", "Share this on X", "Download our app"])
def test_what_a_site_lists_behind_a_colon_is_its_own(item: str):
    listed = f"<div><ul><li>{item}</li><li>Harrow, 14 boats</li></ul></div>"
    words = item.replace("<a href='/f'>", "").replace("</a>", "")
    found = restored(among=f"<p>Those who went up the river were:</p>{listed}", other=f"{words}\nHarrow, 14 boats")
    assert words not in found.restored.splitlines()


def test_items_with_their_text_in_an_element_of_its_own_are_items():
    listed = "".join(f"<li class='step'><div>{item}</div></li>" for item in ITEMS)
    found = restored(among=f"<h3>What went up the river</h3><div><ul>{listed}</ul></div>", subhead="What went up the river",
                     list=ITEMS[0], other="\n".join(ITEMS[1:]))  # fmt: skip
    assert all(item in found.restored.splitlines() for item in ITEMS)


def test_a_calendar_is_no_table_of_the_article():
    rows = "<tr><td>1</td><td>2</td><td>3</td></tr><tr><td>4</td><td>5</td><td>6</td></tr>"
    found = restored(
        among=f"<div class='wp-calendar'><table class='wp-calendar-table'>{rows}</table></div>",
        other="1\t2\t3\n4\t5\t6",
    )
    assert "4\t5\t6" not in found.restored
    found = restored(among=f"<table class='results'>{rows}</table>", other="1\t2\t3\n4\t5\t6")
    assert "4\t5\t6" in found.restored


def test_when_an_entry_of_a_live_blog_was_written_stays():
    entries = "".join(
        f"<section class='liveblog-block'><header><time>{hour}</time></header><p>{words}</p></section>"
        for hour, words in zip(("16.31", "15:10 GMT", "Share 3"), PARAGRAPHS, strict=True)
    )
    page = f"<html><title>{TITLE}</title><body><main><h1>{TITLE}</h1>{entries}</main></body></html>"
    told = Told(dict.fromkeys(("16.31", "15:10 GMT", "Share 3"), ("other", 0.9)))
    lines = restore(read_text(page), labeller=told).restored.splitlines()
    assert [hour in lines for hour in ("16.31", "15:10 GMT", "Share 3")] == [True, True, False]


def test_a_heading_over_nothing_but_what_asks_for_something_goes_with_it():
    ask = "<p>Sign up for our free newsletter and never miss a story.</p>"
    line = "The week at the quay, every Friday"
    assert line not in restored(among=f"<div><h4>{line}</h4>{ask}</div>", subhead=line).restored
    for kept in (
        f"<div><h4>{line}</h4>{ask}<p>{PARAGRAPHS[0][:-1]} again.</p></div>",
        f"<div><h4>{line}</h4></div>{ask}",
    ):
        assert line in restored(among=kept, subhead=line).restored


def test_the_last_heading_of_a_teaser_stays_above_its_paywall():
    wall = "<p>Subscribe to continue reading.</p>"
    assert (
        "What comes next"
        in restored(among=f"<div><h4>What comes next</h4>{wall}</div>", subhead="What comes next").restored
    )


def test_a_label_and_a_link_in_an_element_named_for_other_stories_are_one():
    words = "Also on harrow.example <a href='/q'>The town that gave up its lawns</a>"
    line = "Also on harrow.example The town that gave up its lawns"
    assert line not in restored(among=f"<div class='related-inline'>{words}</div>").restored
    assert line in restored(among=f"<div class='inline'>{words}</div>").restored
    line = "The years in which <a href='/q'>the town gave up its lawns</a>"
    above = f"<p class='teaser'>{line}</p>"
    assert (
        "The years in which"
        in restored(above=above, standfirst="The years in which the town gave up its lawns").restored
    )
    told = "Related to <a href='/q'>the town that gave up its lawns</a> is Harrow, which kept them."
    assert "which kept them." in restored(among=f"<div class='related-inline'>{told}</div>").restored


@pytest.mark.parametrize(
    "line",
    ["Korrekturhinweis: In einer früheren Fassung hieß es, es seien 40 Boote gewesen.", "更正：本报此前报道的船只数目有误，应为十四艘，而非四十艘，谨此向读者致歉。",
     "Rättelse: I en tidigare version stod att det var 40 båtar."],
)  # fmt: skip
def test_a_note_of_a_correction_is_called_so_in_other_languages(line: str):
    found = restored(among=f"<p>{line}</p>")
    assert kind_of(found, line) is BlockKind.CORRECTION
    assert line in found.restored


@pytest.mark.parametrize("label", ["广告", "โฆษณา", "Hirdetés", "Διαφήμιση"])
def test_the_label_of_an_advert_is_none_of_the_article_in_any_script(label: str):
    assert label not in restored(among=f"<p>{label}</p>").restored.splitlines()
    assert f"{label} 1938" in restored(among=f"<p>{label} 1938</p>").restored


@pytest.mark.parametrize("words", ["Foto: " * 20_000, "(AP Photo" * 12_000, "a/" * 50_000, "Emma Lund " * 10_000])
def test_hostile_lines_take_time_in_proportion(words: str):
    restored(among=f"<figure><figcaption>{words}</figcaption></figure>", other=words.strip())
