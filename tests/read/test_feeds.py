"""Feeds, ninjs, NewsML-G2, and the lists that hold addresses and no text."""

import gzip
import io
import json
from datetime import UTC, date, datetime
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.data import DateKind, Page
from onrecord.errors import InputError, InputMalformed
from onrecord.read import LeftOut, read_listing, read_paths, read_stream
from onrecord.read.formats import format_of

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Harbour Wire</title><link>https://harbourwire.example/</link><language>en-gb</language>
<item><title>Quay &amp; pier reopen</title><link>/2025/quay</link><guid isPermaLink="false">hw-1</guid>
<dc:creator>Mira Quill</dc:creator><pubDate>Mon, 19 May 2025 16:30:00 +0200</pubDate>
<description>The quay reopened on Monday.</description>
<content:encoded><![CDATA[<p>The quay of Port Sorrel reopened on Monday.</p><script>no()</script><p>Ferries sail again.</p>]]></content:encoded></item>
<item><title>Toll rises</title><link>https://harbourwire.example/toll</link><dc:date>2025-05-20</dc:date>
<description>The harbour toll rises to 12 crowns, the board said.</description></item>
<item><title>Picture of the day</title><link>https://harbourwire.example/picture</link></item>
<item><title>Another</title><description>&lt;img src="a.png" alt="The quay"/&gt;</description></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Sorrel Tribune</title>
<entry><id>urn:a:1</id><title>Dam holds</title><link href="https://tribune.example/dam"/>
<author><name>Olle Brandt</name></author><author><name>Ines Varga</name></author>
<published>2025-05-19T08:00:00Z</published><updated>2025-05-20T09:00:00Z</updated>
<content type="html">&lt;p&gt;The dam at Orlo Gorge holds, the board said.&lt;/p&gt;</content></entry>
<entry><id>urn:a:2</id><title>Bridge</title><link href="https://tribune.example/bridge"/><updated>2025-05-21T09:00:00Z</updated>
<summary>The bridge at Tarn is to be built again …</summary></entry></feed>"""

RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://post.example/"><title>The Post</title></channel>
<item rdf:about="https://post.example/a"><title>Ferry</title><link>https://post.example/a</link>
<dc:date>2025-05-19T10:00:00Z</dc:date><description>The ferry sails.</description></item></rdf:RDF>"""

JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "The Post",
    "language": "en-US",
    "items": [
        {
            "id": "1",
            "url": "https://post.example/a",
            "title": "Ferry",
            "content_html": "<p>The ferry sails again.</p>",
            "date_published": "2025-05-19T10:00:00+02:00",
            "authors": [{"name": "Ada Holm"}, {"name": "Ben Orr"}],
        },
        {"id": "2", "url": "https://post.example/b", "summary": "A teaser of the story."},
        "no item",
    ],
}


def read(words, name="feed"):
    data = words if isinstance(words, bytes) else words.encode()
    return list(read_stream(io.BufferedReader(io.BytesIO(data)), name))


def documents(items):
    return [item.document for item in items if isinstance(item, Page)]


def test_an_item_with_its_text_is_a_page():
    full, teaser = documents(read(RSS))
    assert full.text == "The quay of Port Sorrel reopened on Monday.\n\nFerries sail again."
    assert (full.title, full.byline, full.publisher) == ("Quay & pier reopen", "Mira Quill", "Harbour Wire")
    assert (full.url, full.source_id, full.language) == ("https://harbourwire.example/2025/quay", "hw-1", "en")
    assert (full.published_at, full.date_kind) == (datetime(2025, 5, 19, 14, 30, tzinfo=UTC), DateKind.STATED)
    assert not full.partial
    assert (teaser.partial, teaser.published_at) == (True, date(2025, 5, 20))


def test_an_item_without_a_text_is_counted():
    assert [item.why for item in read(RSS) if isinstance(item, LeftOut)] == ["are items without a text"] * 2


def test_atom_tells_publication_and_change_apart():
    full, teaser = documents(read(ATOM))
    assert full.text == "The dam at Orlo Gorge holds, the board said."
    assert full.byline == "Olle Brandt, Ines Varga"
    assert (full.published_at.day, full.modified_at.day, full.partial) == (19, 20, False)
    assert (teaser.published_at, teaser.partial) == (None, True)


def test_titles_of_html_are_told_as_they_are_seen():
    atom = """<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">Quay &lt;b&gt;Wire&lt;/b&gt; &amp;amp; Co</title>
    <entry><title type="html">Pier &lt;i&gt;shut&lt;/i&gt;</title><updated>2025-05-19T10:00:00Z</updated>
    <content>The pier is shut.</content></entry>
    <entry><title type="text">5 &lt; 7, says &lt;Anon&gt;</title><content>Seven piers are shut.</content></entry></feed>"""
    html, plain = documents(read(atom))
    assert (html.title, html.publisher) == ("Pier shut", "Quay Wire & Co")
    assert plain.title == "5 < 7, says <Anon>"
    assert (html.published_at, html.modified_at) == (None, datetime(2025, 5, 19, 10, tzinfo=UTC))
    rss, _ = documents(read(RSS.replace("Quay &amp; pier reopen", "<![CDATA[<b>Quay</b> &amp; pier reopen]]>")))
    assert rss.title == "Quay & pier reopen"


def test_empty_lines_before_a_feed_are_no_fault():
    assert documents(read("\n\n  " + RSS)) == documents(read(RSS))
    assert not any(isinstance(item, InputError) for item in read("\n\n  " + RSS))


def test_rdf_is_a_feed_too():
    (only,) = documents(read(RDF))
    assert (only.text, only.published_at) == ("The ferry sails.", datetime(2025, 5, 19, 10, tzinfo=UTC))


@pytest.mark.parametrize("layout", [None, 1])
def test_a_json_feed(layout):
    found = read(json.dumps(JSON_FEED, indent=layout))
    full, teaser = documents(found)
    assert (full.text, full.title, full.publisher) == ("The ferry sails again.", "Ferry", "The Post")
    assert (full.byline, full.language) == ("Ada Holm, Ben Orr", "en")
    assert full.published_at == datetime(2025, 5, 19, 8, tzinfo=UTC)
    assert (full.partial, teaser.partial) == (False, True)
    (told,) = [item for item in found if isinstance(item, InputError)]
    assert "item 3" in str(told)


LONG = "The board of Port Sorrel met on Monday and agreed on the toll. " * 20


@pytest.mark.parametrize(
    ("element", "words", "partial"),
    [
        ("content:encoded", LONG, False),
        ("content:encoded", "Short, and all there is.", False),
        ("content:encoded", LONG + "The mayor said […]", True),
        (
            "content:encoded",
            "The mayor … she said … left. That was on Monday, and nobody has seen her since then at all." * 3,
            False,
        ),
        ("content:encoded", LONG + "The mayor ... <a href='/a'>Continue reading</a>", True),
        ("description", LONG, False),
        ("description", "Short.", True),
        ("description", LONG + "<a href='/a'>Read more</a>", True),
    ],
)
def test_what_is_a_teaser(element, words, partial):
    item = f"<item><title>Toll</title><{element}><![CDATA[<p>{words}</p>]]></{element}></item>"
    feed = (
        f'<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>{item}</channel></rss>'
    )
    assert [document.partial for document in documents(read(feed))] == [partial]


def test_entities_of_html_in_a_feed_are_no_fault():
    (page,) = read(
        RSS[: RSS.index("<item>")] + "<item><description>The toll&nbsp;rises.</description></item></channel></rss>"
    )
    assert page.document.text == "The toll\xa0rises."


def test_a_feed_cut_short_gives_its_items_and_says_so():
    found = read(RSS[: RSS.index("<item><title>Picture")])
    assert len(documents(found)) == 2
    assert any("items may be missing" in str(item) for item in found)


BOMB = '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'


def refusal(words, name="feed"):
    """Return the error that is all there is."""
    try:
        (only,) = read(words, name)
    except InputError as error:
        return str(error)
    assert isinstance(only, InputError)
    return str(only)


@pytest.mark.parametrize(
    "words",
    [
        f'{BOMB}<rss version="2.0"><channel><item><title>x</title><description>&b;&c;</description></item></channel></rss>',
        f'{BOMB}<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="x"><contentSet><inlineData>&b;&c;</inlineData></contentSet></newsItem>',
        f"{BOMB}<urlset><url><loc>https://post.example/&b;</loc></url></urlset>",
        f"{BOMB}<opml><body><outline text='x' xmlUrl='y'>&c;</outline></body></opml>",
    ],
)
def test_entities_are_never_put_in(words):
    told = refusal(words)
    assert "entities of its own" in told
    assert "root:" not in told


@given(st.binary(max_size=200), st.integers(0, 1500))
@settings(max_examples=100, deadline=None)
def test_no_bytes_break_the_reader(noise, at):
    data = RSS.encode()
    try:
        read(data[:at] + noise + data[at + len(noise) :])
    except InputError:
        return


@pytest.mark.parametrize(
    "head", [b"<!--a-->" * 5000, b"a: b\r\n" * 5000, b"<?a ?>" * 5000, b"From a 10:10 2025\r\n" * 5000]
)
def test_what_a_file_is_is_told_in_linear_time(head):
    began = process_time()
    format_of(head + b"x", "file")
    assert process_time() - began < 1


# ninjs -----------------------------------------------------------------------------------------

NINJS_1 = {
    "uri": "https://agency.example/items/1",
    "type": "text",
    "versioncreated": "2025-05-19T10:37:00Z",
    "byline": "Mira Quill",
    "headline": "Quay reopens",
    "language": "en-GB",
    "copyrightholder": "Harbour Wire",
    "body_text": "PORT SORREL (Harbour Wire) - The quay reopened.",
    "body_xhtml": "<p>PORT SORREL (Harbour Wire) - The quay reopened.</p><p>Ferries sail.</p>",
}
NINJS_2 = {
    "uri": "urn:newsml:agency.example:2",
    "type": "text",
    "firstcreated": "2025-05-19T09:00:00Z",
    "versioncreated": "2025-05-19T12:37:00+02:00",
    "by": "Mira Quill",
    "headlines": [{"role": "short", "value": "Quay"}, {"role": "main", "value": "Quay reopens"}],
    "infosources": [{"name": "Harbour Wire"}],
    "representationtype": "partial",
    "bodies": [
        {"role": "ttnitf", "contenttype": "application/xml", "value": "<nitf/>"},
        {"role": "text", "contenttype": "text/plain", "value": "The quay reopened.\n\nFerries sail."},
    ],
}
NINJS_3 = {
    "uri": "urn:newsml:agency.example:3",
    "versionCreated": "2025-05-19T10:37:00Z",
    "headlines": [{"value": "Quay reopens"}],
    "bodies": [{"contentType": "text/html", "value": "<p>The quay reopened.</p>"}],
}


@pytest.mark.parametrize("item", [NINJS_1, NINJS_2, NINJS_3], ids=["1", "2", "3"])
def test_ninjs_of_every_version(item):
    (about,) = documents(read(json.dumps(item)))
    assert "The quay reopened." in about.text
    assert about.title == "Quay reopens"
    assert about.published_at == datetime(2025, 5, 19, 10, 37, tzinfo=UTC)


def test_what_ninjs_says_of_its_source():
    first, second = documents(read("\n".join(map(json.dumps, (NINJS_1, NINJS_2)))))
    assert (first.byline, first.publisher, first.language) == ("Mira Quill", "Harbour Wire", "en")
    assert (first.url, first.partial) == ("https://agency.example/items/1", False)
    assert first.text.endswith("reopened.\n\nFerries sail.")
    assert (second.url, second.source_id, second.partial) == (None, "urn:newsml:agency.example:2", True)
    assert second.publisher == "Harbour Wire"


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"pubstatus": "canceled"}, "were cancelled by their agency"),
        ({"pubstatus": "withheld"}, "are withheld by their agency"),
        ({"type": "picture"}, "are ninjs items of the type picture"),
        ({"body_text": "", "body_xhtml": None}, "are ninjs items without a text"),
    ],
)
def test_ninjs_that_is_not_to_be_used(change, why):
    (only,) = read(json.dumps(NINJS_1 | change))
    assert only == LeftOut(why=why)


# NewsML-G2 -------------------------------------------------------------------------------------

ITEM = """<newsItem guid="urn:newsml:agency.example:{number}" version="2" xml:lang="en"><itemMeta>
<itemClass qcode="ninat:{kind}"/><provider qcode="nprov:HW"><name>Harbour Wire</name></provider>
<versionCreated>2025-05-19T12:37:00+02:00</versionCreated><firstCreated>2025-05-19T09:00:00Z</firstCreated>
<pubStatus qcode="stat:{status}"/></itemMeta><contentMeta><by>Mira Quill</by><language tag="en-GB"/>
<headline>Quay reopens</headline></contentMeta><contentSet>{content}</contentSet></newsItem>"""
NITF = """<inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body><body.head>
<hedline><hl1>Quay reopens</hl1></hedline></body.head><body.content><p>The quay <em>of</em> <location>Port Sorrel</location>
 reopened.</p><hl2>Ferries</hl2><p>They sail.</p></body.content></body></nitf></inlineXML>"""
XHTML = """<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>Q</title></head>
<body><p>The quay of Port Sorrel reopened.</p><ul><li>Ferries</li></ul></body></html></inlineXML>"""
DATA = '<inlineData contenttype="text/plain">The quay of Port Sorrel reopened.</inlineData>'
ESCAPED = '<inlineData contenttype="text/html">&lt;p&gt;The quay of Port Sorrel reopened.&lt;/p&gt;</inlineData>'


def item(number=1, content=DATA, kind="text", status="usable"):
    return ITEM.format(number=number, content=content, kind=kind, status=status)


def message(*items):
    return f'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>{"".join(items)}</itemSet></newsMessage>'


@pytest.mark.parametrize("content", [NITF, XHTML, DATA, ESCAPED], ids=["nitf", "xhtml", "text", "escaped"])
def test_newsml_of_every_kind_of_content(content):
    (page,) = read(message(item(content=content)))
    about = page.document
    assert "The quay of Port Sorrel reopened." in about.text
    assert (about.title, about.byline, about.publisher, about.language) == (
        "Quay reopens",
        "Mira Quill",
        "Harbour Wire",
        "en",
    )
    assert about.published_at == datetime(2025, 5, 19, 10, 37, tzinfo=UTC)
    assert about.source_id == "urn:newsml:agency.example:1"


def test_nitf_keeps_its_parts():
    (page,) = read(message(item(content=NITF)))
    blocks = [
        (block.element.split("/")[-1].partition("[")[0], block.span.cut(page.document.text))
        for block in page.raw_blocks
    ]
    assert blocks == [
        ("h1", "Quay reopens"),
        ("p", "The quay of Port Sorrel reopened."),
        ("h2", "Ferries"),
        ("p", "They sail."),
    ]


def test_other_xml_is_refused():
    assert "a “settings”" in refusal("<?xml version='1.0'?><settings><a>Words</a></settings>", "settings.xml")
    (page,) = read("<?xml version='1.0'?><!DOCTYPE html><html><body><p>Words</p></body></html>", "page.xml")
    assert page.document.text == "Words"


def test_a_message_of_many_items():
    picture = '<remoteContent href="https://agency.example/p.jpg" contenttype="image/jpeg"/>'
    found = read(
        message(
            item(1),
            item(2, content=picture),
            item(3, kind="picture"),
            item(4, status="canceled"),
            item(5, content=NITF),
        )
    )
    assert [document.source_id[-1] for document in documents(found)] == ["1", "5"]
    assert len([one for one in found if isinstance(one, LeftOut)]) == 3


def test_newsml_cut_short_gives_its_items_and_says_so():
    whole = message(item(1), item(2), item(3))
    stream = io.BufferedReader(io.BytesIO(whole[: whole.index("agency.example:3") + 40].encode()))
    reading = read_stream(stream, "wire.xml")
    assert len(documents([next(reading), next(reading)])) == 2
    with pytest.raises(InputMalformed, match="cannot be read to its end"):
        next(reading)


def test_nitf_alone(tmp_path):
    nitf = """<nitf><head><docdata><doc-id id-string="hw-9"/><date.release norm="20250519T103700Z"/></docdata>
    <pubdata name="Harbour Wire"/></head><body><body.head><hedline><hl1>Quay reopens</hl1></hedline></body.head>
    <body.content><p>The quay reopened.</p></body.content></body></nitf>"""
    (tmp_path / "quay.xml").write_text(nitf, encoding="utf-8")
    (tmp_path / "settings.xml").write_text("<settings/>", encoding="utf-8")
    (page,) = read_paths([tmp_path])
    about = page.document
    assert (about.title, about.publisher, about.source_id) == ("Quay reopens", "Harbour Wire", "hw-9")
    assert about.published_at in (date(2025, 5, 19), datetime(2025, 5, 19, 10, 37, tzinfo=UTC))


# Lists of addresses ----------------------------------------------------------------------------

SITEMAP = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://post.example/a</loc><news:news><news:publication><news:name>The Post</news:name></news:publication>
<news:publication_date>2025-05-19T10:00:00Z</news:publication_date><news:title>Ferry sails</news:title></news:news></url>
<url><loc>https://post.example/b</loc><lastmod>2025-05-20</lastmod></url></urlset>"""
INDEX = "<sitemapindex><sitemap><loc>https://post.example/news.xml</loc></sitemap></sitemapindex>"
OPML = """<opml version="2.0"><head><title>Feeds</title></head><body><outline text="Veldania"><outline type="rss" text="The Post"
 xmlUrl="https://post.example/feed" htmlUrl="https://post.example/"/></outline></body></opml>"""


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (SITEMAP, "a sitemap: addresses of 2 pages, the newest of 2025-05-19"),
        (INDEX, "a list of 1 sitemaps"),
        (OPML, "an OPML list of 1 feeds"),
    ],
)
def test_a_list_of_addresses_is_no_document_and_says_what_it_is_good_for(words, says):
    told = refusal(words, "news.xml")
    assert "there are no documents in news.xml" in told
    assert says in told
    assert "onrecord addresses news.xml" in told


def listed(words):
    data = words if isinstance(words, bytes) else words.encode()
    return list(read_listing(io.BufferedReader(io.BytesIO(data)), "list"))


def test_what_a_list_says_of_its_addresses():
    first, second = listed(SITEMAP)
    assert (first.url, first.title) == ("https://post.example/a", "Ferry sails")
    assert first.published_at == datetime(2025, 5, 19, 10, tzinfo=UTC)
    assert (second.title, second.published_at) == (None, None)
    (feed,) = listed(OPML)
    assert (feed.url, feed.title) == ("https://post.example/feed", "The Post")
    assert [one.url for one in listed(RSS)][:2] == [
        "https://harbourwire.example/2025/quay",
        "https://harbourwire.example/toll",
    ]
    assert listed(gzip.compress(SITEMAP.encode())) == listed(SITEMAP)
    with pytest.raises(InputMalformed, match="lists no addresses"):
        listed("<html><body>Words</body></html>")
