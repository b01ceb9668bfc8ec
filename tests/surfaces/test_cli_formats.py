"""Every format through the command line: in, out and back."""

import gzip
import io
import json
import shutil
import signal
import subprocess

import pytest
from commandline import INTERRUPTIBLE, WIRE, lines
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from onrecord.wiring import new_archive

PAGE = "<html><body><p>Pier {0} of Port Sorrel reopened on Monday, the harbour board said.</p></body></html>"
FEED = """<rss version="2.0"><channel><title>Harbour Wire</title><item><title>Toll</title>
<link>https://harbourwire.example/toll</link><pubDate>Mon, 19 May 2025 16:30:00 +0200</pubDate>
<description>The harbour toll rises to 12 crowns.</description></item></channel></rss>"""
SITEMAP = """<urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://post.example/a</loc>
<news:news><news:publication_date>2025-05-19</news:publication_date><news:title>Ferry</news:title></news:news></url>
</urlset>"""


def warc(count):
    held = io.BytesIO()
    writer = WARCWriter(held, gzip=True)
    for number in range(count):
        fields = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
        body = io.BytesIO(PAGE.format(number).encode())
        url = f"https://post.example/{number}"
        writer.write_record(writer.create_warc_record(url, "response", payload=body, http_headers=fields))
    return held.getvalue()


def revision(onrecord, folder):
    return json.loads(onrecord("archive", "stats", "--archive", folder, "--json").stdout)["revision"]


def test_files_of_many_formats_are_added_together(onrecord, workplace):
    (workplace / "in").mkdir()
    (workplace / "in" / "crawl.warc.gz").write_bytes(warc(3))
    (workplace / "in" / "feed.xml").write_text(FEED, encoding="utf-8")
    (workplace / "in" / "picture.png").write_bytes(b"\x89PNG")
    shutil.copy(WIRE, workplace / "in")
    ended = onrecord("add", "in", "--archive", "a", "--json")
    assert ended.exit_code == 0, ended.stderr
    shape = json.loads(ended.stdout)
    assert (shape["new"], shape["refused"], shape["left_out"]) == (64, 0, 1)
    assert "1 left out that are files of other kinds in a folder" in ended.stderr
    shown = onrecord("archive", "show", "https://harbourwire.example/toll", "--archive", "a").stdout
    assert "a part of its text only" in shown


@pytest.mark.parametrize("given", [warc(2), FEED.encode(), gzip.compress(FEED.encode())])
def test_a_pipe_may_hold_any_format(given, onrecord):
    ended = onrecord("add", "-", "--archive", "a", "--json", given=given)
    assert ended.exit_code == 0, ended.stderr
    assert json.loads(ended.stdout)["new"] in (1, 2)


def test_a_damaged_record_is_told_and_the_rest_added(onrecord, workplace):
    data = bytearray(warc(1) + warc(1)[:-40] + warc(70))
    (workplace / "crawl.warc.gz").write_bytes(data)
    ended = onrecord("add", "crawl.warc.gz", "--archive", "a", "--json")
    assert ended.exit_code == 6
    assert "record 2 is damaged" in ended.stderr
    assert json.loads(ended.stdout)["read"] == 71


def test_thousands_of_bad_lines_are_counted_and_the_first_told(onrecord):
    ended = onrecord("add", "-", "--archive", "a", "--json", given="{broken\n" * 3000)
    assert json.loads(ended.stdout)["refused"] == 3000
    assert ended.stderr.count("Error:") == 20
    assert "2,980 more could not be read" in ended.stderr


def test_a_list_of_addresses_adds_nothing_and_says_what_to_do(onrecord, workplace):
    (workplace / "news.xml").write_text(SITEMAP, encoding="utf-8")
    ended = onrecord("add", "news.xml", "--archive", "a")
    assert ended.exit_code == 6
    assert "`onrecord addresses news.xml` lists them" in ended.stderr
    assert onrecord("addresses", "news.xml").stdout == "https://post.example/a\n"
    shape = json.loads(onrecord("addresses", "--json", given=SITEMAP).stdout)
    assert shape["addresses"] == [{"url": "https://post.example/a", "title": "Ferry", "published": "2025-05-19"}]


def test_addresses_are_of_the_web_and_stand_once(onrecord):
    urls = ("https://a.example/feed", "javascript:alert(1)", "https://a.example/feed", "mailto:a@a.example")
    outlines = "".join(f'<outline xmlUrl="{url}"/>' for url in urls)
    ended = onrecord("addresses", given=f'<opml version="2.0"><body>{outlines}</body></opml>')
    assert ended.stdout == "https://a.example/feed\n"
    assert "2 left out that are no addresses on the web" in ended.stderr


def test_of_a_folder_ninjs_are_taken_and_json_is_named_to_be(onrecord, workplace):
    (workplace / "in").mkdir()
    item = {"uri": "urn:x:1", "headline": "Ferry", "body_text": "The ferry of Port Sorrel sails again on Monday."}
    (workplace / "in" / "a.ninjs").write_text(json.dumps(item), encoding="utf-8")
    (workplace / "in" / "b.json").write_text(json.dumps({"text": "The toll of Tarn rises to 12 crowns."}), "utf-8")
    shape = json.loads(onrecord("add", "in", "--archive", "a", "--json").stdout)
    assert (shape["new"], shape["left_out"]) == (1, 1)
    assert json.loads(onrecord("add", "in/b.json", "--archive", "a", "--json").stdout)["new"] == 1
    assert ".json are left out" in " ".join(onrecord("add", "--help").stdout.split())


@pytest.mark.parametrize("name", ["out.warc.gz", "out.warc", "out.jsonl.gz", "out.ninjs.jsonl"])
def test_every_export_makes_the_same_archive(name, onrecord, wire):
    form = name.split(".")[1]
    assert onrecord("export", "--as", form, "--archive", wire, "-o", name).exit_code == 0
    ended = onrecord("add", name, "--archive", "copy", "--json")
    assert json.loads(ended.stdout)["new"] == 60
    assert revision(onrecord, "copy").partition("-")[2] == revision(onrecord, wire).partition("-")[2]
    ours, theirs = (onrecord("export", "--archive", folder).stdout for folder in (wire, "copy"))
    assert ours == theirs


def test_an_export_as_of_a_day_holds_nothing_later(onrecord, wire):
    every = lines(onrecord("export", "--archive", wire).stdout)
    some = lines(onrecord("export", "--archive", wire, "--as-of", "2025-09-05").stdout)
    assert some == [one for one in every if one.get("published", "9")[:10] <= "2025-09-05"]
    assert 0 < len(some) < len(every)


def test_a_warc_that_is_interrupted_goes_on(onrecord, workplace):
    (workplace / "crawl.warc.gz").write_bytes(warc(400))
    command = [*INTERRUPTIBLE, "add", "crawl.warc.gz", "--archive", "a"]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    while not any((workplace / "a").glob("*.lance/data/*")):
        assert running.poll() is None
    running.send_signal(signal.SIGINT)
    _, told = running.communicate()
    assert (running.returncode, b"goes on from there" in told) == (130, True)
    shape = json.loads(onrecord("add", "crawl.warc.gz", "--archive", "a", "--json").stdout)
    assert (shape["read"], shape["new"] + shape["held"]) == (400, 400)


# Backups ---------------------------------------------------------------------------------------


def files(folder):
    return {
        path.relative_to(folder): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "writer.lock"
    }


@pytest.mark.parametrize("name", ["wire.tar", "-"])
def test_a_backup_is_restored_byte_for_byte(name, onrecord, wire, workplace):
    saved = onrecord("archive", "backup", name, "--archive", wire)
    assert saved.exit_code == 0, saved.stderr
    back = onrecord("archive", "restore", name, "--archive", "back", given=saved.stdout_bytes)
    assert back.exit_code == 0, back.stderr
    assert "all as they were" in back.stdout
    assert files(workplace / "back") == files(wire)
    assert revision(onrecord, "back") == revision(onrecord, wire)
    assert "60 documents" in onrecord("archive", "verify", "--archive", "back").stdout


def test_the_same_archive_gives_the_same_backup(onrecord, wire, workplace):
    for name in ("one.tar", "two.tar"):
        onrecord("archive", "backup", name, "--archive", wire)
    assert (workplace / "one.tar").read_bytes() == (workplace / "two.tar").read_bytes()


def test_what_is_there_is_not_written_over(onrecord, wire, workplace):
    onrecord("archive", "backup", "wire.tar", "--archive", wire)
    before = (workplace / "wire.tar").read_bytes()
    assert onrecord("archive", "backup", "wire.tar", "--archive", wire).exit_code == 8
    ended = onrecord("archive", "restore", "wire.tar", "--archive", wire)
    assert ended.exit_code == 2
    assert "there is something already" in ended.stderr
    assert (workplace / "wire.tar").read_bytes() == before


@pytest.mark.parametrize(
    ("known", "called"),
    [
        ({"title": "Quarry to close", "published": "2025-03-09"}, "“Quarry to close”, 9 March 2025"),
        ({"published": "2025-03-09"}, "“Merrow Stone employs 230 people in Ostwick, the…”, 9 March 2025"),
    ],
)
def test_what_nobody_signs_and_no_address_names_is_called_by_its_title(known, called, onrecord, workplace):
    text = "Merrow Stone employs 230 people in Ostwick, the company has told its workers at the quarry."
    onrecord("add", "-", "--archive", "own", given=json.dumps({"text": text, **known}))
    asked = ("check", "-", "--archive", "own", "--as-of", "2025-05-19", "--html", "report.html", "-f")
    forms = [onrecord(*asked, *form, given="Merrow Stone employs 230 people in Ostwick.") for form in ((), ("--md",))]
    page = (workplace / "report.html").read_text(encoding="utf-8")
    for shown in (*(form.stdout for form in forms), page):
        told = " ".join(shown.split())
        assert called in told.partition("one origin only: ")[2][:120]
        assert (
            json.loads(onrecord("archive", "list", "--archive", "own", "--json").stdout)["documents"][0]["id"]
            not in told
        )


def test_a_backup_in_the_middle_of_writing_is_refused(onrecord, wire, workplace):
    shutil.copytree(wire, workplace / "busy")
    with new_archive(workplace / "busy"):
        ended = onrecord("archive", "backup", "busy.tar", "--archive", "busy")
    assert ended.exit_code == 4
    assert not list(workplace.glob("*busy.tar*"))
