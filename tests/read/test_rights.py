"""What a source states of its rights is kept in its own words, whatever the format; what it does not say is unknown."""

import io
import json

import pytest

from onrecord.data import Page
from onrecord.errors import InputMalformed
from onrecord.read import read_record, read_stream, read_text
from onrecord.read.rights import LONGEST

NOTICE = "© 2025 Harbour Wire"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def only(words):
    (found,) = (
        item.document
        for item in read_stream(io.BufferedReader(io.BytesIO(words.encode())), "file")
        if isinstance(item, Page)
    )
    return found


def page(head):
    return f"<html><head>{head}</head><body><article><p>The quay reopened.</p></article></body></html>"


def linked_data(**stated):
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **stated})}</script>'


@pytest.mark.parametrize(
    ("head", "rights"),
    [
        (f'<link rel="license" href="{LICENCE}">', LICENCE),
        (f'<meta name="dcterms.rights" content="{NOTICE}">', NOTICE),
        ('<meta name="copyright" content="  Harbour\n Wire ">', "Harbour Wire"),
        (linked_data(license=LICENCE, copyrightNotice=NOTICE), f"{LICENCE}; {NOTICE}"),
        (linked_data(license={"@type": "CreativeWork", "name": "CC BY 4.0", "url": LICENCE}), LICENCE),
        (linked_data(license={"name": "CC BY 4.0"}), "CC BY 4.0"),
        (f'<link rel="license" href="{LICENCE}">' + linked_data(license=[LICENCE, 7, None]), LICENCE),
        (linked_data(license={"url": {"deep": [1]}}), None),
        ('<script type="application/ld+json">{"@type": "ImageObject", "license": "x"}</script>', None),
        ("", None),
    ],
)
def test_what_a_page_states(head, rights):
    assert read_text(page(head)).document.rights == rights


def test_a_licence_in_the_text_may_be_that_of_a_picture():
    linked = f'<html><body><p>The quay. Picture: <a rel="license" href="{LICENCE}">CC BY</a></p></body></html>'
    assert read_text(linked).document.rights is None


FEEDS = {
    "rss": f"""<rss version="2.0"><channel><title>W</title><copyright>{NOTICE}</copyright>
        <item><title>Quay</title><description>The quay reopened.</description></item></channel></rss>""",
    "dublin core": f"""<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>W</title>
        <copyright>others</copyright><item><title>Quay</title><dc:rights>{NOTICE}</dc:rights>
        <description>The quay reopened.</description></item></channel></rss>""",
    "atom": f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>W</title><entry><id>urn:a</id><title>Quay</title>
        <rights type="html">&lt;b&gt;{NOTICE}&lt;/b&gt;</rights><summary>The quay reopened.</summary></entry></feed>""",
}


@pytest.mark.parametrize("feed", FEEDS)
def test_what_a_feed_states_goes_for_its_items(feed):
    assert only(FEEDS[feed]).rights == NOTICE


@pytest.mark.parametrize(
    "name", ["http://backend.userland.com/creativeCommonsRssModule", "http://web.resource.org/cc/"]
)
def test_a_feed_under_creative_commons(name):
    license_ = f"<c:license>{LICENCE}</c:license>" if "backend" in name else f'<c:license r:resource="{LICENCE}"/>'
    feed = f"""<rss version="2.0" xmlns:c="{name}" xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><channel>
        <title>W</title>{license_}<item><title>Quay</title><description>The quay.</description></item></channel></rss>"""
    assert only(feed).rights == LICENCE


NINJS = {"uri": "urn:a:1", "headline": "Quay", "body_text": "The quay reopened.", "versioncreated": "2025-05-19"}


@pytest.mark.parametrize(
    ("stated", "rights"),
    [
        ({"copyrightnotice": NOTICE, "usageterms": "No archiving."}, f"{NOTICE}; No archiving."),
        ({"copyrightholder": "Harbour Wire"}, "Harbour Wire"),
        ({"copyrightNotice": NOTICE, "rightsInfo": {"linkedRights": LICENCE}}, f"{NOTICE}; {LICENCE}"),
        ({"usageterms": {"odd": 1}, "rightsinfo": "odd"}, None),
        ({}, None),
    ],
)
def test_what_ninjs_states(stated, rights):
    assert only(json.dumps(NINJS | stated)).rights == rights


def test_what_newsml_states():
    item = """<newsItem guid="urn:a:1"><rightsInfo><copyrightHolder qcode="x:HW"><name>Harbour Wire</name></copyrightHolder>
        {}</rightsInfo><contentSet><inlineData contenttype="text/plain">The quay.</inlineData></contentSet></newsItem>"""
    assert only(item.format("")).rights == "Harbour Wire"
    notice = f"<copyrightNotice>{NOTICE}</copyrightNotice><usageTerms>Web\n only.</usageTerms>"
    assert only(item.format(notice)).rights == f"{NOTICE}; Web only."


def test_what_nitf_states():
    held = '<nitf><head><docdata><doc.copyright year="2025" holder="Harbour Wire"/></docdata></head>{}</nitf>'
    assert only(held.format("<body><body.content><p>The quay.</p></body.content></body>")).rights == "Harbour Wire"


def test_what_a_record_states_is_one_line_and_bounded():
    record = {"text": "The quay reopened.", "rights": f"  {NOTICE}\n\tAll rights reserved. "}
    assert read_record(record).document.rights == f"{NOTICE} All rights reserved."
    endless = read_record(record | {"rights": "word " * 100_000}).document.rights
    assert len(endless) <= LONGEST
    assert endless.endswith("word…")
    with pytest.raises(InputMalformed, match="“rights” is no text"):
        read_record(record | {"rights": {"licence": 4}})
