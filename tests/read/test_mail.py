"""Newsletters: one message, or a mailbox of them."""

import bz2
import io
from base64 import b64encode
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.data import Page
from onrecord.errors import InputError, InputMalformed
from onrecord.read import pages_of, read_bytes, read_paths, read_stream

HTML = "<html><body><h1>The quay reopens</h1><p>The quay of Port Sorrel reopened on Monday – at last.</p></body></html>"
TEXT = "The quay of Port Sorrel reopened on Monday.\n\nFrom Tarn, ferries sail twice a day.\n"


def letter(html=HTML, text=TEXT, subject="Pier & quay: the week", attach=False):
    message = EmailMessage()
    message["From"] = "The Sorrel Tribune <week@tribune.example>"
    message["To"] = "a reader <reader@mail.example>"
    message["Subject"] = subject
    message["Date"] = "Mon, 19 May 2025 16:30:00 +0200"
    message["Message-ID"] = "<week-21@tribune.example>"
    message["Received"] = "from out.tribune.example by mx.mail.example; Mon, 19 May 2025 14:31:05 +0000"
    if text:
        message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html") if text else message.set_content(html, subtype="html")
    if attach:
        message.add_attachment(b"\x89PNG" * 100, maintype="image", subtype="png", filename="quay.png")
        message.add_attachment("Not part of the letter.", filename="notes.txt")
    return message.as_bytes()


def read(data, name="letter"):
    return list(read_stream(io.BufferedReader(io.BytesIO(data)), name))


@pytest.mark.parametrize("attach", [False, True])
def test_a_letter_is_its_html(attach):
    (page,) = read(letter(attach=attach))
    about = page.document
    assert about.text == "The quay reopens\n\nThe quay of Port Sorrel reopened on Monday – at last."
    assert page.raw_blocks[0].element == "html/body/h1[1]"
    assert (about.title, about.publisher) == ("Pier & quay: the week", "The Sorrel Tribune")
    assert about.published_at == datetime(2025, 5, 19, 14, 30, tzinfo=UTC)
    assert about.captured_at == datetime(2025, 5, 19, 14, 31, 5, tzinfo=UTC)
    assert about.source_id == "<week-21@tribune.example>"


def test_without_html_it_is_its_text():
    (page,) = read(letter(html=None))
    assert page.document.text == TEXT


def test_fields_in_other_scripts():
    (page,) = read(letter(subject="Пристань открылась: неделя"))
    assert page.document.title == "Пристань открылась: неделя"


def test_a_date_beyond_all_years_is_unknown():
    far = letter().replace(b"19 May 2025 16:30:00", b"19 May 99999999999999999999 16:30:00")
    assert [page.document.published_at for page in read(far)] == [None]
    assert read_bytes(b'<meta name="date" content="Mon, 19 May 99999999999999999999 16:30:00"><p>Words.</p>')


def test_a_mailbox_is_read_letter_by_letter(tmp_path):
    head = b"From week@tribune.example Mon May 19 14:31:05 2025\n"
    quoted = letter(html=None).replace(b"\nFrom Tarn", b"\n>From Tarn")
    (tmp_path / "news.mbox").write_bytes(head + letter() + b"\n" + head + quoted + b"\n" + head + b"Subject: none\n\n")
    refused = []
    first, second = read_paths([tmp_path], refused=refused.append)
    assert first.document.text.startswith("The quay reopens")
    assert second.document.text == TEXT + "\n"
    (told,) = refused
    assert "message 3 has no text" in str(told)


def test_what_only_looks_like_mail_is_text():
    words = b"From Monday on 2025 ferries sail.\nNote: the board said so.\n"
    assert read(words)[0].document.text == words.decode()
    memo = b"From: the harbour board\nTo: all\nSubject: the quay\n\nThe quay reopens.\n"
    assert read(memo)[0].document.text == memo.decode()


def test_one_letter_is_a_page_for_every_command():
    assert read_bytes(letter()).document.publisher == "The Sorrel Tribune"
    assert read_bytes(letter(), url="https://tribune.example/week").document.url == "https://tribune.example/week"


@pytest.mark.parametrize(
    "data",
    [
        b"Message-ID: <a@b>\nFrom: a@b\n\n",
        b"Message-ID: <a@b>\nFrom: a@b\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n",
        b'Message-ID: <a@b>\nFrom: a@b\nContent-Type: multipart/mixed; boundary="x"\n\n--x--\n',
    ],
)
def test_a_letter_without_words_is_refused(data):
    with pytest.raises(InputMalformed, match="has no text"):
        read(data)


def test_what_is_packed_and_altered_is_refused_in_words_and_a_name_is_no_packing():
    packed = bz2.compress(letter())
    with pytest.raises(InputMalformed, match="cannot be read to its end"):
        list(read(packed[:12] + b"altered" + packed[19:], "letter.eml"))
    (page,) = read(b"BZhang wrote this letter about the ferry. It sails again on Monday.", "letter.txt")
    assert page.document.text.startswith("BZhang")


@given(st.binary(max_size=200), st.integers(0, 1200))
@settings(max_examples=150, deadline=None)
def test_no_bytes_break_the_reader(noise, at):
    data = letter()
    try:
        found = read(data[:at] + noise + data[at + len(noise) :], "letter.eml")
    except InputError:
        return
    assert all(isinstance(item, (Page, InputError)) for item in found)


def forwarded(*inside, text="Worth a look.\n"):
    outer = EmailMessage()
    outer["From"], outer["Subject"], outer["Message-ID"] = "A reader <reader@mail.example>", "Fwd", "<fwd@mail.example>"
    outer["Received"] = "from a by mx.mail.example; Wed, 21 May 2025 08:00:00 +0000"
    if text:
        outer.set_content(text)
    for data in inside:
        outer.add_attachment(message_from_bytes(data, policy=policy.default))
    return outer.as_bytes()


def test_letters_forwarded_whole_are_letters_of_their_own():
    unreceived = letter(html=None).replace(b"Received:", b"X-Was:")
    note, first, second = read(forwarded(letter(), unreceived))
    assert (note.document.text, note.document.publisher) == ("Worth a look.\n", "A reader")
    assert first.document.text.startswith("The quay reopens")
    assert (first.document.publisher, first.document.source_id) == ("The Sorrel Tribune", "<week-21@tribune.example>")
    assert first.document.captured_at == datetime(2025, 5, 19, 14, 31, 5, tzinfo=UTC)
    assert second.document.text == TEXT
    assert second.document.published_at == datetime(2025, 5, 19, 14, 30, tzinfo=UTC)
    assert second.document.captured_at == datetime(2025, 5, 21, 8, tzinfo=UTC)


def test_a_letter_that_only_forwards_needs_no_words_of_its_own():
    (inner,) = read(forwarded(forwarded(letter(html=None), text=None), text=None))
    assert inner.document.text == TEXT
    packed = b64encode(letter(html=None))
    head = b"Message-ID: <a@b>\nFrom: a@b\nContent-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n"
    (inner,) = read(head + packed + b"\n")
    assert inner.document.text == TEXT
    refused = []
    assert list(pages_of(read(forwarded(b"Subject: none\n\n", text=None), "f.eml"), refused=refused.append)) == []
    (told,) = refused
    assert "f.eml, forwarded letter 1 has no text" in str(told)


def test_of_a_forwarded_letter_a_command_takes_what_says_most():
    assert read_bytes(forwarded(letter())).document.publisher == "The Sorrel Tribune"
