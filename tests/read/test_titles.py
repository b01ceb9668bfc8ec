"""The headline of a page among the titles that it gives itself."""

from __future__ import annotations

import pytest

from onrecord.read import read_text

LINKED = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "%s"}</script>'
SHARED = '<meta property="og:title" content="%s"><meta property="og:site_name" content="The Post">'


def title_of(body: str, *, window: str = "", stated: str = "", shared: str = "", more: str = "") -> str | None:
    head = f"<title>{window}</title>" + (LINKED % stated if stated else "") + (SHARED % shared if shared else "") + more
    page = read_text(f"<html><head>{head}</head><body>{body}<p>The quay opened on Monday.</p></body></html>")
    return page.document.title


def test_linked_data_come_first():
    found = title_of("<h1>The long wait is over</h1>", window="Quay | The Post", stated="Quay opens", shared="Quay")
    assert found == "Quay opens"


def test_a_heading_that_is_shared_comes_before_a_title_for_search_engines():
    """It is for these where linked data and window agree on another one."""
    found = title_of(
        "<h1>The long wait is over</h1>",
        window="Quay opens after ten years - The Post",
        stated="Quay opens after ten years",
        shared="The long wait is over",
    )
    assert found == "The long wait is over"


@pytest.mark.parametrize(
    "trail",
    [
        "<nav><a href='/'>Home</a><h1>Quay opens: what to know</h1></nav>",
        "<ol><li><a href='/'>Home</a></li><li><h1>Quay opens: what to know</h1></li></ol>",
        "<div class='page-breadcrumbs'><a href='/'>Home</a><h1>Quay opens: what to know</h1></div>",
    ],
)
def test_the_end_of_a_trail_is_no_headline_where_a_heading_says_a_title(trail):
    titles = {"window": "Quay opens: what to know", "stated": "Quay opens: what to know"}
    below = "<h2><span>Harbour</span> The long wait is over</h2><h2>Ten years of work</h2>"
    assert title_of(trail + below, shared="The long wait is over", **titles) == "The long wait is over"
    assert title_of(trail + below, **titles) == "Quay opens: what to know"


def test_a_first_level_heading_over_the_article_goes_before_those_below_it():
    trail = "<nav><h1>The Post</h1></nav><h1>Quay opens</h1><h2>The long wait is over</h2>"
    assert title_of(trail, stated="Quay opens", shared="The long wait is over") == "Quay opens"


@pytest.mark.parametrize("separator", [" - ", " | ", " · ", "｜"])
def test_outlet_and_section_are_no_part_of_a_title(separator):
    whole = separator.join(("Quay opens", "Harbours", "The Post"))
    section = '<meta property="article:section" content="Harbours">'
    assert title_of("", window=whole, shared=whole, more=section) == "Quay opens"
    assert title_of("", window=whole, shared=whole) == separator.join(("Quay opens", "Harbours"))


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("North quay<br>closed to lorries", "North quay closed to lorries"),
        ("<span>Harbour:</span><span>north quay closed</span>", "Harbour: north quay closed"),
        ("North quay closed <svg><title>Save this article</title></svg>", "North quay closed"),
        ("North quay closed<span hidden>Save</span><style>h1 {color: red}</style>", "North quay closed"),
        ("<div>Ostwick's pride</div><span>: </span><span>the quay</span>", "Ostwick's pride: the quay"),
        ("<ruby>埠頭<rt>ふとう</rt></ruby>を閉鎖", "埠頭を閉鎖"),
        ("<span style='font-size: 2em'>N</span>orth quay closed", "North quay closed"),
    ],
)
def test_a_heading_is_read_as_it_is_seen(heading: str, title: str):
    assert title_of(f"<h1>{heading}</h1>") == title


def test_what_stands_behind_a_heading_is_none_of_it():
    assert title_of("<div><h1>North quay closed</h1> Harbour</div>") == "North quay closed"


def test_a_kicker_that_the_heading_has_another_for_is_no_part_of_the_title():
    titles = {"window": "Harbours: The long wait is over", "shared": "Harbours: The long wait is over"}
    assert title_of("<h1>New quay - The long wait is over</h1>", **titles) == "The long wait is over"
    assert title_of("<h1>Harbours: The long wait is over</h1>", **titles) == "Harbours: The long wait is over"


def test_a_section_before_a_bar_is_no_part_of_a_title_that_the_heading_says_without_it():
    titles = {"window": "Opinion | The quay is too short - The Post", "stated": "Opinion | The quay is too short"}
    assert title_of("<h1>The quay is too short</h1>", **titles) == "The quay is too short"
    assert title_of("<h1>Opinion | The quay is too short</h1>", **titles) == "Opinion | The quay is too short"


@pytest.mark.parametrize(
    ("heading", "stated"),
    [
        ("The Harbour Post", "The quay opens after ten years of work | The Harbour Post"),  # the site's name as heading
        ("the quay opens", "Ostwick : the quay opens"),  # a colon is the title's own
        ("The mill closes", "Opinion | The quay is too short"),
    ],
)
def test_nothing_else_goes_from_the_beginning_of_a_title(heading: str, stated: str):
    assert title_of(f"<h1>{heading}</h1>", stated=stated) in (stated, stated.removesuffix(" | The Harbour Post"))


def test_a_kicker_that_layout_alone_parts_keeps_the_colon_that_programs_are_told():
    heading = "<h1><span>Ostwick</span> <span>The long wait is over</span></h1>"
    assert title_of(heading, stated="Ostwick: The long wait is over") == "Ostwick: The long wait is over"
    assert (
        title_of("<h1>Ostwick – the “long wait”</h1>", stated='Ostwick - the "long wait"')
        == "Ostwick – the “long wait”"
    )
