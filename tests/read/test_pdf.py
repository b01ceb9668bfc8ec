"""PDF: letters in the order they are read in, and whatever else a PDF may hold."""

import io
import subprocess
import sys
import zlib
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter
from pypdf.generic import NameObject, StreamObject

from onrecord.data import DateKind
from onrecord.errors import InputError, InputMalformed
from onrecord.read import read_bytes, read_stream


def pdf(*pages, about="", kids=None):
    """Write a PDF of pages, each lines of (left, height, size, words)."""
    streams = []
    for lines in pages:
        set_ = "".join(
            f"BT /F1 {size} Tf 1 0 0 1 {left} {height} Tm ({words}) Tj ET\n" for left, height, size, words in lines
        )
        streams.append(zlib.compress(set_.encode("cp1252")))
    first = 5
    numbers = [first + 2 * at for at in range(len(pages))]
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids or ' '.join(f'{n} 0 R' for n in numbers)}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< {about} >>".encode("cp1252"),
    ]
    for number, stream in zip(numbers, streams, strict=True):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {number + 1} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(stream), stream))
    made, places = b"%PDF-1.7\n", []
    for number, held in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, held)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer\n<< /Size %d /Root 1 0 R /Info 4 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(made))
    return made + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + end


def lines(left, top, *words, size=10, leading=12):
    return [(left, top - leading * at, size, each) for at, each in enumerate(words)]


PAGE = [
    *lines(72, 700, "Port Sorrel reopens its quay", size=24),
    *lines(72, 660, "The north quay of Port Sorrel opened to fer-", "ries on Monday, four months after the", "flood."),
    *lines(72, 612, "The repairs cost 12.4 million crowns, the", "harbour board said, and went on"),
    *lines(320, 660, "until April.", "   Ferries sail to Tarn twice a day."),
]
ABOUT = "/Title (Quay reopens) /Author (Harbour board) /CreationDate (D:20250519143000+02'00')"


def read(data):
    (page,) = read_stream(io.BufferedReader(io.BytesIO(data)), "release")
    return page


def test_text_is_read_in_order_in_paragraphs():
    assert read(pdf(PAGE)).document.text.split("\n\n")[:3] == [
        "Port Sorrel reopens its quay",
        "The north quay of Port Sorrel opened to ferries on Monday, four months after the flood.",
        "The repairs cost 12.4 million crowns, the harbour board said, and went on until April. Ferries sail to Tarn twice a day.",
    ]


def test_indents_part_paragraphs():
    body = [
        *lines(72, 700, "The quay opened to ferries on Monday, the", "harbour board said."),
        *lines(84, 676, "Ferries to Tarn will sail twice a day"),
        *lines(72, 664, "until September."),
    ]
    assert read(pdf(body)).document.text == (
        "The quay opened to ferries on Monday, the harbour board said.\n\nFerries to Tarn will sail twice a day until September."
    )


def test_points_of_a_list_stand_alone():
    points = lines(72, 700, "The board agreed:", "• on the toll, which", "stays as it is", "• on the pier")
    assert read(pdf(points)).document.text.split("\n\n") == [
        "The board agreed:",
        "• on the toll, which stays as it is",
        "• on the pier",
    ]


def test_running_heads_are_left_out():
    things = ("toll", "pier", "ferry", "dam")
    body = "The {0} was agreed on by the", "board, for the {0} had", "no other {0} beside it,", "a {0} that is open."
    pages = [
        [
            *lines(72, 760, f"Harbour board — page {number}", size=8),
            *lines(72, 700, *(line.format(thing) for line in body)),
            *lines(300, 30, str(number), size=8),
        ]
        for number, thing in enumerate(things, start=1)
    ]
    assert read(pdf(*pages)).document.text.split("\n\n") == [" ".join(body).format(thing) for thing in things]


def test_what_a_pdf_says_of_itself():
    about = read(pdf(PAGE, about=ABOUT)).document
    assert (about.title, about.byline) == ("Quay reopens", "Harbour board")
    assert about.published_at == datetime(2025, 5, 19, 12, 30, tzinfo=UTC)
    assert about.date_kind is DateKind.STATED


def test_a_page_printed_by_a_browser_is_dated_as_a_copy():
    about = read(pdf(PAGE, about="/Producer (Skia/PDF m150) /CreationDate (D:20250519143000Z)")).document
    assert (about.published_at, about.captured_at) == (None, datetime(2025, 5, 19, 14, 30, tzinfo=UTC))


@pytest.mark.parametrize(
    ("stated", "title", "day"),
    [
        ("/Title (Microsoft Word - release.docx)", "Port Sorrel reopens its quay", None),
        ("/Title () /CreationDate (D:20250519)", "Port Sorrel reopens its quay", date(2025, 5, 19)),
        ("/Title (Quay) /CreationDate (D:20250519143000)", "Quay", date(2025, 5, 19)),
        ("/Title (Quay) /CreationDate (yesterday)", "Quay", None),
    ],
)
def test_what_a_pdf_should_not_have_said_of_itself(stated, title, day):
    about = read(pdf(PAGE, about=stated)).document
    assert (about.title, about.published_at) == (title, day)


def test_one_pdf_is_a_page_for_every_command():
    about = read_bytes(pdf(PAGE, about=ABOUT), url="https://port.example/a", published=date(2025, 5, 20)).document
    assert (about.url, about.published_at, about.date_kind) == (
        "https://port.example/a",
        date(2025, 5, 20),
        DateKind.GIVEN,
    )


def locked():
    writer = PdfWriter(io.BytesIO(pdf(PAGE)))
    writer.encrypt("secret", algorithm="RC4-128")
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (pdf([]), "pictures"),
        (pdf(PAGE)[:400], "is damaged"),
        (b"%PDF-1.7\n", "is damaged"),
        (pdf(PAGE, kids="2 0 R"), "it is a PDF"),  # pages that hold themselves
        (pdf(PAGE, kids="5 0 R " * 1500), "1,000 pages"),
    ],
)
def test_what_cannot_be_read_is_refused_clearly(data, says):
    with pytest.raises(InputMalformed, match=says):
        read(data)


def test_forms_in_forms_come_to_an_end(monkeypatch):
    monkeypatch.setattr("onrecord.read.pdf._MOST_STEPS", 1000)
    with pytest.raises(InputMalformed, match="1,000 steps"):
        read(pdf(PAGE * 100))


def test_a_locked_pdf_is_refused():
    with pytest.raises(InputMalformed, match="it is a PDF"):
        read(locked())


def test_without_the_extra_it_is_named():
    code = (
        "import sys, io; sys.modules['pypdf'] = None\n"
        "from onrecord.read import read_bytes\n"
        "try: read_bytes(b'%PDF-1.7')\n"
        "except Exception as error: print(error.fix)"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "onrecord[pdf]" in ended.stdout


@given(st.binary(max_size=60), st.integers(0, 1500))
@settings(max_examples=100, deadline=None)
def test_no_bytes_break_the_reader(noise, at):
    data = pdf(PAGE, about=ABOUT)
    try:
        read_bytes(data[:at] + noise + data[at + len(noise) :], name="release.pdf")
    except InputError:
        return


PACKET = """<x:xmpmeta xmlns:x="adobe:ns:meta/"><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<r:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:t="http://ns.adobe.com/xap/1.0/rights/"><dc:rights><r:Alt>
<r:li xml:lang="x-default">2025 Harbour board</r:li></r:Alt></dc:rights><t:UsageTerms>Free to quote</t:UsageTerms>
</r:Description></r:RDF></x:xmpmeta>"""


@pytest.mark.parametrize(
    ("packet", "rights"),
    [(PACKET, "2025 Harbour board; Free to quote"), (PACKET[:200], None), ("no XML", None), ("", None)],
    ids=["whole", "cut off", "odd", "empty"],
)
def test_the_rights_that_a_pdf_states(packet, rights):
    writer = PdfWriter(clone_from=io.BytesIO(pdf(PAGE)))
    held = StreamObject()
    held.set_data(packet.encode())
    writer.root_object[NameObject("/Metadata")] = held
    written = io.BytesIO()
    writer.write(written)
    about = read(written.getvalue()).document
    assert (about.rights, about.title) == (rights, "Port Sorrel reopens its quay")
