"""What a page cites, and what it says that it cites."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract import extract, find_references
from onrecord.read import read_text
from onrecord.restore import restore

NOTED = """The dam report was withheld

The dam at Orlo Gorge failed on Friday, the ministry said [1]. Twelve people were killed in Kessel [2].
Premier Holt [promised a new dam](https://news.example/dam) on Sunday. The council agreed to it.³
The lake covered 12 km² before the dam failed. More people left the valley on Monday.[7]
The wire has more on the valley at https://wire.example/story.

Sources

[1] Harbour Wire, https://wire.example/dam
[2] Report of the ministry, page 3
3. Tarn Gazette, https://tarn.example/council
"""


def references(text, **about):
    page = read_text(text, **about)
    restoration = restore(page)
    found = find_references(restoration, page.links, extract(restoration))
    return [
        (one.kind.value, one.status.value, one.span.cut(page.document.text), one.urls) for one in found
    ], page.document.text


def test_marks_links_and_addresses_lead_where_they_lead():
    assert references(NOTED)[0] == [
        ("mark", "not_checked", "[1]", ("https://wire.example/dam",)),
        ("mark", "not_checked", "[2]", ()),
        ("link", "not_checked", "promised a new dam", ("https://news.example/dam",)),
        ("mark", "not_checked", "³", ("https://tarn.example/council",)),
        ("mark", "missing", "[7]", ()),
        ("link", "not_checked", "https://wire.example/story", ("https://wire.example/story",)),
    ]


CLAIMS = [
    "Based on the search results, the dam had been failing for weeks.",
    "For further details, see the sources cited above about the dam at Orlo Gorge.",
    "According to the reports linked below, the dam had been failing for weeks.",
]


@pytest.mark.parametrize("claim", CLAIMS)
def test_a_text_that_claims_sources_and_has_none_is_told_so(claim):
    ((kind, status, _, _),), _ = references(f"The dam failed on Friday in the rain.\n\n{claim}")
    assert (kind, status) == ("claim", "missing")


@pytest.mark.parametrize("claim", CLAIMS)
def test_a_text_that_has_them_is_told_so_too(claim):
    told, _ = references(f"The dam failed on Friday in the rain.\n\n{claim} https://wire.example/dam")
    assert ("claim", "given") in [one[:2] for one in told]


SILENT = [
    "The company said its search results were wrong.",
    "The sources of the river lie above the dam.",
    "She won [sic] the vote in 12 m² of tents.",
    "The list was x[1](2) long and 3 cm² wide.",
]


@pytest.mark.parametrize("text", SILENT)
def test_what_cites_nothing_is_no_reference(text):
    assert references(f"The dam failed on Friday in the rain.\n\n{text}")[0] == []


PAGE = """<html><body><nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>Dam fails in Kessel</h1>
<p>The dam at <a href="/orlo">Orlo
  Gorge</a> failed on Friday, <b>the <a href="https://wire.example/a">harbour
 wire</a> said</b>, and the valley was flooded within the hour.</p>
<p>Twelve people were killed in the village of Kessel, the ministry said in a report on Sunday.<sup><a href="#n1">1</a></sup></p>
<p>More people left the <a href="https://x.example/b">valley</a> on Monday, and the valley road was closed.</p></article></body></html>"""


def test_links_of_a_page_stand_where_its_words_do():
    page = read_text(PAGE, url="https://me.example/dam")
    assert [(link.span.cut(page.document.text), link.url) for link in page.links] == [
        ("Home", "/"),
        ("News", "/news"),
        ("Orlo Gorge", "/orlo"),
        ("harbour wire", "https://wire.example/a"),
        ("1", "#n1"),
        ("valley", "https://x.example/b"),
    ]
    told = references(PAGE, url="https://me.example/dam")[0]
    assert ("link", "not_checked", "Orlo Gorge", ("https://me.example/orlo",)) in told
    assert ("link", "not_checked", "valley", ("https://x.example/b",)) in told
    assert not any(words in ("Home", "News") for _, _, words, _ in told)


@given(st.text(max_size=300) | st.text("[]()0123¹²:/.htps \n", max_size=300))
def test_any_text_is_read(text):
    if text.strip():
        told, whole = references(f"A dam failed on Friday. {text}")
        assert all(words in whole for _, _, words, _ in told)
