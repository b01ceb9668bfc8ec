"""What is written is read back as it was, and by others too."""

import gzip
import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

import strategies
from onrecord.data import Document, Page
from onrecord.read import read_record, read_stream
from onrecord.text.moments import format_moment
from onrecord.write import FORMS


@st.composite
def records(draw):
    """A line that is added, with whatever may be known of a document."""
    words, moments = strategies.maybe(strategies.words), strategies.maybe(strategies.moments.map(format_moment))
    drawn = {
        "text": draw(strategies.texts),
        "url": draw(strategies.maybe(st.sampled_from(["https://post.example/a b?x=1&y=é", "urn:x", "no address"]))),
        "published": draw(moments),
        "modified": draw(moments),
        "captured": draw(moments),
        "date_kind": draw(st.sampled_from(["stated", "given", "address"])),
        "partial": draw(st.booleans()),
        "language": draw(strategies.maybe(st.sampled_from(["en", "ar", "zh"]))),
        **{field: draw(words) for field in ("id", "title", "publisher", "authors", "rights")},
    }
    return {field: value for field, value in drawn.items() if value is not None}


def written(documents, form, packed=False):
    stream = io.BytesIO()
    FORMS[form].write(documents, stream, packed)
    return stream.getvalue()


def read(data) -> list[Document]:
    found = list(read_stream(io.BufferedReader(io.BytesIO(data)), "export"))
    assert all(isinstance(item, Page) for item in found)
    return [item.document for item in found]


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("form", FORMS)
def test_what_is_written_is_read_back(form, packed):
    @settings(max_examples=60, deadline=None)
    @given(st.lists(records(), min_size=1, max_size=4))
    def holds(given_):
        documents = [read_record(record).document for record in given_]
        assert read(written(documents, form, packed)) == documents

    holds()


FULL = {
    "id": "hw-1",
    "url": "https://harbourwire.example/quay",
    "title": "Quay reopens",
    "text": "The quay of Port Sorrel reopened.\n\nFerries sail.",
    "published": "2025-05-19T10:00:00Z",
    "captured": "2025-05-20T06:30:00Z",
    "publisher": "Harbour Wire",
    "authors": "Mira Quill",
    "language": "en",
    "rights": "© 2025 Harbour Wire; free to quote",
}
DOCUMENT = read_record(FULL).document


def test_other_programs_read_the_warc():
    held = ArchiveIterator(io.BytesIO(written([DOCUMENT], "warc", packed=True)), check_digests="raise")
    found = [(record.rec_type, record.rec_headers, record.content_stream().read()) for record in held]
    (about, _, _), (kind, fields, text) = found
    assert (about, kind, text.decode()) == ("warcinfo", "resource", FULL["text"])
    assert fields.get_header("WARC-Target-URI") == FULL["url"]
    assert fields.get_header("WARC-Date") == FULL["captured"]


def test_every_record_of_a_packed_warc_is_a_member():
    data = written([DOCUMENT] * 3, "warc", packed=True)
    assert data.count(b"\x1f\x8b\x08") == 4
    assert gzip.decompress(data).count(b"WARC/1.1\r\n") == 4


def test_ninjs_has_the_fields_of_the_standard():
    item = json.loads(written([DOCUMENT], "ninjs"))
    assert item["versioncreated"] == FULL["published"]
    assert item["headlines"] == [{"role": "main", "value": "Quay reopens"}]
    assert item["bodies"] == [{"role": "main", "contenttype": "text/plain", "value": FULL["text"]}]
    assert item["usageterms"] == FULL["rights"]
    assert (item["by"], item["infosources"]) == ("Mira Quill", [{"name": "Harbour Wire"}])


@pytest.mark.parametrize("form", ["jsonl", "ninjs"])
@pytest.mark.parametrize("packed", [False, True])
def test_the_same_documents_are_the_same_bytes(form, packed):
    assert written([DOCUMENT] * 2, form, packed) == written([DOCUMENT] * 2, form, packed)
