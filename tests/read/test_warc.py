"""WARC and WACZ: what was fetched comes in as pages, what is damaged costs itself and nothing else."""

import gzip
import io
import json
import subprocess
import sys
import zipfile
import zlib
from datetime import UTC, date, datetime
from time import process_time

import brotli
import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from onrecord.data import Page
from onrecord.errors import InputError, InputMalformed
from onrecord.read import LeftOut, read_paths, read_stream

PAGE = (
    '<html lang="en"><head><title>Pier {0} reopens</title>'
    '<meta property="article:published_time" content="2025-05-19T08:00:00Z"></head>'
    "<body><p>Pier {0} of Port Sorrel reopened on Monday, the harbour board said.</p></body></html>"
)
CAPTURED = "2025-05-20T06:30:00Z"


def page(number):
    return PAGE.format(number).encode()


def chunked(body):
    middle = len(body) // 2
    parts = (body[:middle], body[middle:])
    return b"".join(b"%x;note=1\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


class Warc:
    """Writes records as crawlers do."""

    def __init__(self, packed=True):
        self.held = io.BytesIO()
        self.writer = WARCWriter(self.held, gzip=packed)
        self.starts = []

    def record(self, kind, url, payload, http=None, **fields):
        self.starts.append(self.held.tell())
        made = self.writer.create_warc_record(
            url,
            kind,
            payload=io.BytesIO(payload),
            http_headers=http,
            warc_content_type=fields.pop("content_type", ""),
            warc_headers_dict={"WARC-Date": CAPTURED} | fields,
        )
        self.writer.write_record(made)
        return self

    def answer(self, body, url="https://post.example/quay", status="200 OK", kind="text/html; charset=utf-8", **fields):
        headers = [("Content-Type", kind)] * bool(kind) + [(name.replace("_", "-"), it) for name, it in fields.items()]
        return self.record("response", url, body, StatusAndHeaders(status, headers, protocol="HTTP/1.1"))

    @property
    def bytes(self):
        return self.held.getvalue()


def read(data, name="crawl.warc.gz"):
    return list(read_stream(io.BufferedReader(io.BytesIO(data)), name))


def texts(items):
    return [item.document.text for item in items if isinstance(item, Page)]


def refusals(items):
    return [str(item) for item in items if isinstance(item, InputError)]


def text(number):
    return f"Pier {number} of Port Sorrel reopened on Monday, the harbour board said."


@pytest.mark.parametrize("packed", [True, False])
def test_a_page_has_its_address_and_both_dates(packed):
    (found,) = read(Warc(packed).answer(page(1)).bytes, "crawl")
    about = found.document
    assert about.text == text(1)
    assert (about.url, about.title) == ("https://post.example/quay", "Pier 1 reopens")
    assert about.published_at == datetime(2025, 5, 19, 8, tzinfo=UTC)
    assert about.captured_at == datetime(2025, 5, 20, 6, 30, tzinfo=UTC)
    assert found.raw_blocks[0].element == "html/body/p[1]"


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        (chunked(page(1)), {"Transfer_Encoding": "chunked"}),
        (gzip.compress(page(1)), {"Content_Encoding": "gzip"}),
        (chunked(gzip.compress(page(1))), {"Transfer_Encoding": "chunked", "Content_Encoding": "gzip"}),
        (zlib.compress(page(1)), {"Content_Encoding": "deflate"}),
        (zlib.compress(page(1), wbits=-15), {"Content_Encoding": "deflate"}),
        (brotli.compress(page(1)), {"Content_Encoding": "br"}),
        (zstandard.compress(page(1)), {"Content_Encoding": "zstd"}),
        (gzip.compress(zlib.compress(page(1))), {"Content_Encoding": "deflate, gzip"}),
        # Some crawlers keep the body unpacked beside the fields of what was sent.
        (page(1), {"Transfer_Encoding": "chunked", "Content_Encoding": "gzip"}),
        (page(1), {"Content_Encoding": "br"}),
    ],
)
def test_bodies_are_read_however_they_were_sent(body, fields):
    assert texts(read(Warc().answer(body, **fields).bytes)) == [text(1)]


def test_what_the_server_says_of_the_encoding_is_used():
    body = "<html><body><p>Пристань открылась в понедельник.</p></body></html>".encode("cp1251")
    found = read(Warc().answer(body, kind="text/html; charset=windows-1251").bytes)
    assert texts(found) == ["Пристань открылась в понедельник."]


def test_what_is_no_page_is_counted_and_not_added():
    warc = Warc().answer(page(1))
    warc.answer(b"gone", status="404 Not Found").answer(b"", status="301 Moved")
    warc.answer(b"\x89PNG", kind="image/png").answer(
        b"User-agent: *", "https://post.example/robots.txt", kind="text/plain"
    )
    warc.record("request", "https://post.example/quay", b"GET / HTTP/1.1\r\nHost: post.example\r\n\r\n")
    warc.record("metadata", "https://post.example/quay", b"fetchTimeMs: 12\r\n")
    warc.record("resource", "metadata://gnu.org/software/wget/warc/wget.log", b"saved [1/1]", content_type="text/plain")
    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
    for first in ("https://post.example/quay", "https://mirror.example/quay"):
        again = "https://post.example/quay", "sha1:AAAA", first, CAPTURED
        warc.writer.write_record(warc.writer.create_revisit_record(*again, http_headers=headers))
    found = read(warc.bytes)
    assert texts(found) == [text(1)]
    assert sorted(item.why for item in found if isinstance(item, LeftOut)) == [
        "are answers of servers other than a page",
        "are answers of servers other than a page",
        "are neither HTML nor text of an article",
        "are neither HTML nor text of an article",
        "are pages seen again unchanged",
        "are pages that stand word for word at another address",
    ]


def test_resources_and_conversions_are_pages_too():
    warc = Warc().record("resource", "file:///quay.html", page(1), content_type="text/html")
    warc.record(
        "conversion", "https://post.example/b", b"The toll rose.\n\nIt is 12 crowns.", content_type="text/plain"
    )
    found = read(warc.bytes)
    assert texts(found) == [text(1), "The toll rose.\n\nIt is 12 crowns."]
    assert [item.document.url for item in found] == [None, "https://post.example/b"]


def test_a_page_that_was_cut_off_while_it_was_fetched_says_so():
    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
    warc = Warc().record("response", "https://post.example/a", page(1), headers, **{"WARC-Truncated": "length"})
    (found,) = read(warc.bytes)
    assert found.document.partial


def test_addresses_in_angle_brackets_and_days():
    record = (
        b"WARC/1.1\r\nWARC-Type: conversion\r\nWARC-Target-URI: <https://post.example/a>\r\nWARC-Date: 2025-05-20\r\n"
    )
    record += b"Content-Type: text/plain\r\nContent-Length: 14\r\n\r\nThe dam holds.\r\n\r\n"
    (found,) = read(record)
    assert (found.document.url, found.document.captured_at) == ("https://post.example/a", date(2025, 5, 20))


def test_without_brotli_its_extra_is_named():
    data = Warc().answer(brotli.compress(page(1)), Content_Encoding="br").bytes
    code = (
        "import sys, io; sys.modules['brotli'] = None\n"
        "from onrecord.read import read_stream\n"
        "print(*read_stream(io.BufferedReader(sys.stdin.buffer), 'crawl'))"
    )
    ended = subprocess.run([sys.executable, "-c", code], input=data, capture_output=True, check=True)
    assert b"onrecord[brotli]" in ended.stdout


# Damage ----------------------------------------------------------------------------------------


def five():
    warc = Warc()
    for number in range(5):
        warc.answer(page(number))
    return warc


@pytest.mark.parametrize("damaged", range(5))
def test_a_damaged_member_costs_its_page_only(damaged):
    warc = five()
    data = bytearray(warc.bytes)
    start = warc.starts[damaged]
    data[start + 60 : start + 90] = b"\xff" * 30
    found = read(bytes(data))
    assert texts(found) == [text(number) for number in range(5) if number != damaged]
    (told,) = refusals(found)
    assert f"record {damaged + 1} is damaged" in told


def test_a_page_whose_check_sum_does_not_hold_is_refused():
    warc = five()
    data = bytearray(warc.bytes)
    data[warc.starts[2] - 8] ^= 1
    found = read(bytes(data))
    assert texts(found) == [text(number) for number in (0, 2, 3, 4)]
    (told,) = refusals(found)
    assert "record 2 is damaged" in told


@pytest.mark.parametrize("missing", range(1, 100))
def test_a_member_that_runs_on_into_the_next_costs_its_page_only(missing):
    warc = five()
    data = warc.bytes[: warc.starts[2] - missing] + warc.bytes[warc.starts[2] :]
    found = read(data)
    assert texts(found) == [text(number) for number in (0, 2, 3, 4)]
    (told,) = refusals(found)
    assert "record 2 is damaged" in told


def test_a_file_cut_short_keeps_what_came_before():
    warc = five()
    found = read(warc.bytes[: warc.starts[4] + 50])
    assert texts(found) == [text(number) for number in range(4)]
    assert "record 5" in refusals(found)[0]


def test_the_end_of_a_block_may_fall_anywhere_in_what_is_read_at_once():
    for length in range(2**16 - 400, 2**16 + 20):
        warc = Warc(packed=False).record(
            "conversion", "https://post.example/a", b"w" * length, content_type="text/plain"
        )
        found = read(
            warc.record("conversion", "https://post.example/b", b"The dam holds.", content_type="text/plain").bytes
        )
        assert texts(found)[1] == "The dam holds."


@pytest.mark.parametrize("said", ["7", "100000", "-1", "many", ""])
def test_a_record_that_lies_about_its_length(said):
    warc = Warc(packed=False)
    for number in range(5):
        warc.answer(page(number))
    parts = [warc.bytes[a:b] for a, b in zip(warc.starts, [*warc.starts[1:], None], strict=True)]
    before, _, after = parts[1].partition(b"Content-Length: ")
    parts[1] = before + b"Content-Length: " + said.encode() + after[after.index(b"\r\n") :]
    found = read(b"".join(parts), "crawl.warc")
    assert text(0) in texts(found)
    assert text(1) not in texts(found)
    assert "record 2 is damaged" in refusals(found)[0]
    assert texts(found) == [text(number) for number in (0, 2, 3, 4)]


def test_lies_upon_lies_are_read_in_linear_time():
    lie = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 33554432\r\n\r\n"
    began = process_time()
    assert not texts(read(lie * 200_000, "crawl.warc"))
    assert process_time() - began < 20


@pytest.mark.parametrize(
    ("body", "fields", "says"),
    [
        (gzip.compress(page(1))[:-20], {"Content_Encoding": "gzip"}, "cut short"),
        (gzip.compress(page(1))[:40] + b"\xff" * 60, {"Content_Encoding": "gzip"}, "cannot be unpacked"),
        (chunked(page(1))[:-40], {"Transfer_Encoding": "chunked"}, "chunks end"),
        (brotli.compress(page(1) * 9)[:-8], {"Content_Encoding": "br"}, "cut short"),
        (page(1), {"Content_Encoding": "sdch"}, "sdch"),
        (gzip.compress(bytes(40 << 20)), {"Content_Encoding": "gzip"}, "32 MiB"),
        (brotli.compress(bytes(40 << 20)), {"Content_Encoding": "br"}, "32 MiB"),
        (b"", {}, "is empty"),
    ],
    # Packed bytes hold the time, and a test is to have one name wherever it is collected.
    ids=["gzip_cut", "gzip_broken", "chunks_cut", "brotli_cut", "no_such_coding", "gzip_bomb", "brotli_bomb", "empty"],
)
def test_a_body_that_cannot_be_read_is_one_line_and_the_rest_goes_on(body, fields, says):
    found = read(Warc().answer(page(0)).answer(body, **fields).answer(page(2)).bytes)
    assert texts(found) == [text(0), text(2)]
    (told,) = refusals(found)
    assert says in told
    assert "record 2" in told


def test_gzip_that_never_ends_is_left_off():
    pack = zlib.compressobj(wbits=31)
    bomb = pack.compress(b"WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 99999999999\r\n\r\n")
    bomb += b"".join(pack.compress(bytes(1 << 20)) for _ in range(200)) + pack.flush()
    found = read(Warc().answer(page(0)).bytes + bomb + Warc().answer(page(2)).bytes)
    assert texts(found) == [text(0), text(2)]
    assert "as no text does" in refusals(found)[0]


def test_what_is_no_warc_is_refused():
    with pytest.raises(InputMalformed, match="the format before WARC"):
        read(b"filedesc://old.arc 127.0.0.1 20140216050221 text/plain 75\n1 0 Old\n", "old.arc.gz")
    for data in (b"", b"\x1f\x8b\x08" + bytes(100), gzip.compress(b"nothing of the kind\n" * 9)):
        with pytest.raises(InputMalformed, match=r"crawl\.warc\.gz"):
            raise refused_alone(read, data)


def refused_alone(reader, data):
    """Return the one error that reading ends in, raised or yielded."""
    try:
        (only,) = [item for item in reader(data) if isinstance(item, InputError)]
    except InputError as error:
        return error
    return only


@given(st.binary(max_size=300), st.integers(0, 2000))
@settings(max_examples=150, deadline=None)
def test_no_bytes_break_the_reader(noise, at):
    data = five().bytes
    spoilt = data[:at] + noise + data[at + len(noise) :]
    try:
        found = read(spoilt)
    except InputError:
        return
    assert set(texts(found)) <= {text(number) for number in range(5)}


# WACZ ------------------------------------------------------------------------------------------


def wacz(path, **files):
    with zipfile.ZipFile(path, "w") as held:
        held.writestr("datapackage.json", json.dumps({"profile": "data-package", "resources": []}))
        held.writestr("pages/pages.jsonl", '{"format": "json-pages-1.0"}\n')
        for name, data in files.items():
            held.writestr(f"archive/{name}.warc.gz", data)


def test_a_wacz_gives_the_pages_of_all_its_warcs(tmp_path):
    wacz(tmp_path / "site.wacz", one=five().bytes, two=Warc().answer(page(7)).bytes)
    assert len(list(read_paths([tmp_path]))) == 6


def test_a_wacz_is_known_whatever_it_is_called(tmp_path):
    wacz(tmp_path / "site.zip", one=five().bytes)
    assert len(list(read_paths([tmp_path / "site.zip"]))) == 5


def test_a_damaged_wacz_is_refused(tmp_path):
    wacz(tmp_path / "site.wacz", one=five().bytes)
    whole = (tmp_path / "site.wacz").read_bytes()
    (tmp_path / "cut.wacz").write_bytes(whole[:-30])
    with pytest.raises(InputMalformed, match=r"cut\.wacz cannot be read"):
        list(read_paths([tmp_path / "cut.wacz"]))
    with zipfile.ZipFile(tmp_path / "office.zip", "w") as held:
        held.writestr("word/document.xml", "<w/>")
    with pytest.raises(InputMalformed, match="no WACZ"):
        list(read_paths([tmp_path / "office.zip"]))


def test_a_zip_bomb_is_left_off(tmp_path):
    with zipfile.ZipFile(tmp_path / "bomb.wacz", "w", zipfile.ZIP_DEFLATED) as held:
        with held.open("archive/a.warc", "w") as inside:
            inside.write(b"WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 99999999999\r\n\r\n")
            for _ in range(100):
                inside.write(bytes(1 << 20))
        held.writestr("archive/b.warc.gz", five().bytes)
    refused = []
    assert len(list(read_paths([tmp_path / "bomb.wacz"], refused=refused.append))) == 5
    assert "as no text does" in str(refused[0])
