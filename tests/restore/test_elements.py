"""What of a page's own words must not be lost or called something else, whatever the model says of its elements."""

import pytest

from onrecord.data import BlockKind, Restoration
from onrecord.read import read_text
from onrecord.restore import restore

BOARD = (
    "The harbour board of Ostwick voted on Tuesday evening to close the north quay to heavy lorries from 1 September."
)
TOLK = "“We have known since the spring that the piers were tired,” said Maren Tolk, who chairs the board."
COST = "The closure will cost the town about 210,000 crowns a year in lost mooring fees, the board's treasurer told members."
COURT = (
    "Hauliers said they would take the matter to the county court, where it may be heard before the end of the year."
)
REPAIRS = "Repairs are expected to begin in March next year and to take eighteen months, according to the engineers."


def restored(*body: str, title: str = "Quay closed", head: str = "") -> Restoration:
    return restore(
        read_text(f"<html lang='en'><head><title>{title}</title>{head}</head><body>{''.join(body)}</body></html>")
    )


def kinds(restoration: Restoration) -> dict[str, BlockKind]:
    text = restoration.document.text
    return {block.span.cut(text): block.kind for block in restoration.blocks}


def test_the_last_item_of_a_list_of_the_article_stays():
    steps = ("Soak the herrings overnight.", "Cut the apples and the onion into small cubes.",
             "Mix everything with the sour cream and chill.")  # fmt: skip
    told = kinds(restored(
        "<article><h1>Herring salad for the second day</h1><p>This salad is better on the second day, which is why nobody in "
        "Ostwick has ever seen it on the third.</p><h2>Ingredients</h2><ul><li>4 salted herrings</li><li>2 apples</li>"
        "<li>1 onion</li><li>200 g sour cream</li></ul><h2>Method</h2><ol>",
        *(f"<li>{step}</li>" for step in steps),
        "</ol><p>The dish came to the coast with the Skerry fishermen in 1880, who ate it on Sundays.</p></article>",
    ))  # fmt: skip
    assert all(told[step] is BlockKind.LIST for step in steps)


def test_headings_of_the_entries_of_a_live_blog_stay():
    headings = ("Board votes 7 to 4", "Tolk: piers are tired", "Cost put at 210,000 crowns", "What we know so far")
    entries = (
        f'<article class="liveblog-entry"><time>1{n}:15</time><h3>{heading}</h3><p>{words}</p></article>'
        for n, (heading, words) in enumerate(zip(headings, (BOARD, TOLK, COST, REPAIRS), strict=True))
    )
    links = "".join(f"<li><a href='#{n}'>{heading}</a></li>" for n, heading in enumerate(headings[1:3]))
    text = restored(
        "<main><h1>Quay vote live: board closes north quay</h1><div class='key-events'><h2>Key events</h2>"
        f"<ul>{links}</ul></div>", *entries, "<button>Load more</button></main>",
    ).restored  # fmt: skip
    assert all(heading in text for heading in headings)
    assert "Load more" not in text


def test_text_laid_out_with_a_table_is_running_text():
    told = kinds(restored(
        "<table><tr><td><a href='/'>Home</a> | <a href='/n'>News</a></td></tr><tr><td><font size=5><b>North quay closed</b>"
        f"</font><br><br>{BOARD}<br><br>{TOLK}<br><br>{COST}<br><br>{REPAIRS}</td><td><a href='/f'>Ferry late again</a></td>"
        "</tr></table><center>Copyright 2025 Tarn Daily</center>",
    ))  # fmt: skip
    assert all(told[words] is BlockKind.BODY for words in (BOARD, TOLK, COST, REPAIRS))


@pytest.mark.parametrize(
    "heading",
    [
        "<h1><span class='kicker'>Harbour</span><span>{}</span><span class='hidden-mark'> - save article</span></h1>",
        "<div class='h'>{}</div>",
    ],
)
def test_what_says_the_title_above_the_article_is_its_headline(heading: str):
    title = "North quay closed to heavy lorries from September"
    restoration = restored(
        "<div id='root'><div class='a1'>", heading.format(title), "<div class='b'>",
        *(f"<div class='c'>{words}</div>" for words in (BOARD, TOLK, COST, REPAIRS)), "</div></div></div>",
        head=f"<meta property='og:title' content='{title}'>",
    )  # fmt: skip
    assert [block.kind for block in restoration.blocks[:1]] == [BlockKind.HEADLINE]
    assert title in restoration.restored


def test_the_name_of_the_outlet_is_no_headline():
    restoration = restored(
        "<div id='root'><div class='a1'><div class='h'>Tarn Post</div><div class='b'>",
        *(f"<div class='c'>{words}</div>" for words in (BOARD, TOLK, COST, REPAIRS)), "</div></div></div>",
        title="Tarn Post", head="<meta property='og:site_name' content='Tarn Post'>",
    )  # fmt: skip
    assert BlockKind.HEADLINE not in {block.kind for block in restoration.blocks}
