"""How fast files of other formats are read, and in how much memory; an archive saved and brought back.

Data: made here, of the reports in ``examples/wire.jsonl`` set as pages with navigation, scripts and styles. A WARC has as
many pictures as pages, and every hundredth record is damaged. Each reading is a process of its own, so that its memory is
known.
"""

from __future__ import annotations

import gzip
import io
import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from email.message import EmailMessage
from html import escape
from pathlib import Path
from time import perf_counter

from onrecord.read import read_paths
from onrecord.wiring import back_up, bring_back, desk, new_archive

WIRE = Path(__file__).resolve().parents[2] / "examples" / "wire.jsonl"
PAGES = (2_000, 10_000)
DAMAGED = 100
READ = """
import re, sys, time
from pathlib import Path
from onrecord.read import read_paths
refused = []
began = time.process_time()
pages = sum(1 for _ in read_paths([Path(sys.argv[1])], refused=refused.append))
took = time.process_time() - began
status = Path("/proc/self/status").read_text()  # getrusage counts the process that started this one, too
print(pages, len(refused), took, int(re.search(r"VmHWM:\\s+(\\d+)", status).group(1)) / 1024)
"""


def run() -> dict[str, float]:
    reports = [json.loads(line) for line in WIRE.read_text(encoding="utf-8").splitlines()]
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        for count in PAGES:
            path = place / f"{count}.warc.gz"
            _write_warc(path, reports, count)
            read, refused, took, memory = _measured(path)
            figures |= {
                f"warc_{count}_pages_per_cpu_second": round(read / took),
                f"warc_{count}_peak_rss_mb": round(memory),
                f"warc_{count}_read_share": read / (count - count // DAMAGED),
                f"warc_{count}_told_share": refused / (count // DAMAGED),
            }
        small, large = (figures[f"warc_{count}_peak_rss_mb"] for count in PAGES)
        figures["warc_memory_does_not_grow"] = float(large <= 1.2 * small)
        (place / "feed.xml").write_text(_feed(reports * 20), encoding="utf-8")
        (place / "letters.mbox").write_bytes(b"".join(_letters(reports * 20)))
        for name in ("feed.xml", "letters.mbox"):
            read, _, took, _ = _measured(place / name)
            figures[f"{name.partition('.')[0]}_items_per_cpu_second"] = round(read / took)
        figures |= _backup(place)
    return figures


def _measured(path: Path) -> tuple[int, int, float, float]:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    ended = subprocess.run(
        [sys.executable, "-c", READ, str(path)], check=True, capture_output=True, text=True, env=environment
    )
    read, refused, took, memory = ended.stdout.split()
    return int(read), int(refused), float(took), float(memory)


def _page(report: dict[str, str], number: int) -> bytes:
    paragraphs = "".join(f"<p>{escape(words)}</p>" for words in report["text"].split("\n\n"))
    links = "".join(f'<li><a href="/{place}">Section {place}</a></li>' for place in range(60))
    head = f"<title>{escape(report['title'])} {number}</title><style>{'a{color:red}' * 300}</style>"
    return (
        f'<html lang="en"><head>{head}</head><body><nav><ul>{links}</ul></nav><article><h1>{escape(report["title"])}</h1>'
        f"<p>Report {number}.</p>{paragraphs}</article><script>{'var a = 1;' * 300}</script></body></html>"
    ).encode()


def _write_warc(path: Path, reports: list[dict[str, str]], count: int) -> None:
    chance = random.Random(7)
    with path.open("wb") as file:
        for number in range(count):
            page = gzip.compress(_page(reports[number % len(reports)], number), 6)
            fields = b"Content-Type: text/html; charset=utf-8\r\nContent-Encoding: gzip"
            record = bytearray(_record(number, b"HTTP/1.1 200 OK\r\n" + fields + b"\r\n\r\n" + page))
            if number % DAMAGED == DAMAGED - 1:
                record[100:120] = b"\xff" * 20
            picture = b"HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\n\r\n" + chance.randbytes(20_000)
            file.write(record + _record(number, picture))


def _record(number: int, block: bytes) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://post.example/{number}\r\n"
        f"WARC-Date: 2025-10-01T06:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + block + b"\r\n\r\n", 6)


def _feed(reports: list[dict[str, str]]) -> str:
    items = "".join(
        f"<item><title>{escape(report['title'])}</title><link>https://post.example/{number}</link>"
        f"<pubDate>Mon, 19 May 2025 16:30:00 +0200</pubDate>"
        f"<content:encoded><![CDATA[<p>{escape(report['text'])}</p>]]></content:encoded></item>"
        for number, report in enumerate(reports)
    )
    namespace = "http://purl.org/rss/1.0/modules/content/"
    return f'<rss version="2.0" xmlns:content="{namespace}"><channel><title>Post</title>{items}</channel></rss>'


def _letters(reports: list[dict[str, str]]) -> Iterator[bytes]:
    for number, report in enumerate(reports):
        letter = EmailMessage()
        letter["From"], letter["Subject"] = "The Post <week@post.example>", report["title"]
        letter["Message-ID"], letter["Date"] = f"<{number}@post.example>", "Mon, 19 May 2025 16:30:00 +0200"
        letter.set_content(report["text"])
        letter.add_alternative(_page(report, number).decode(), subtype="html")
        yield b"From week@post.example Mon May 19 16:30:00 2025\n" + letter.as_bytes() + b"\n"


def _backup(place: Path) -> dict[str, float]:
    with new_archive(place / "archive") as archive:
        for _ in desk(archive, threads=1).add(read_paths([WIRE])):
            pass
    began = perf_counter()
    stream = io.BytesIO()
    saved = back_up(place / "archive", stream)
    middle = perf_counter()
    stream.seek(0)
    back = bring_back(stream, place / "back")
    megabytes = saved.bytes / 1e6
    return {
        "backup_mb": megabytes,
        "backup_same": float(saved == back),
        "backup_seconds": round(middle - began, 2),
        "restore_seconds": round(perf_counter() - middle, 2),
    }
