"""Documents as WARC 1.1 (ISO 28500:2017): a resource record a text, with what is known of it in a field of its own.

A text that was taken out of its page is no answer of a server any more, so no response record is made up for it.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from datetime import UTC, datetime
from hashlib import sha256
from typing import BinaryIO
from urllib.parse import quote
from uuid import NAMESPACE_URL, UUID, uuid5

from onrecord import __version__
from onrecord.data import Document
from onrecord.text.moments import format_moment
from onrecord.write.lines import fields

_ABOUT = f"software: onrecord/{__version__}\r\nformat: WARC File Format 1.1\r\n".encode()
_AS_IT_IS = "!#$%&'()*+,/:;=?@[]~"
"""What may stand in an address beside letters and digits; the exact address stands in the metadata."""


def write_records(documents: Iterable[Document], stream: BinaryIO, packed: bool) -> None:
    """Write documents, each record packed by itself where they are packed, as the standard has it."""
    now = format_moment(datetime.now(UTC).replace(microsecond=0))
    about = {"WARC-Type": "warcinfo", "WARC-Record-ID": f"<{uuid5(NAMESPACE_URL, now).urn}>", "WARC-Date": now}
    _write(about | {"Content-Type": "application/warc-fields"}, _ABOUT, stream, packed)
    for document in documents:
        text = document.text.encode("utf-8", "replace")
        stated = {"url": None, "captured": None} | fields(document)
        del stated["text"]
        named = UUID(document.id).urn
        _write(
            {
                "WARC-Type": "resource",
                "WARC-Record-ID": f"<{named}>",
                # Every record must have a date: that of the copy, or of this file where it is not known.
                "WARC-Date": format_moment(document.captured_at) if document.captured_at else now,
                "WARC-Target-URI": quote(document.url, safe=_AS_IT_IS) if document.url else named,
                "WARC-JSON-Metadata": json.dumps(stated),
                "Content-Type": "text/plain; charset=utf-8",
            },
            text,
            stream,
            packed,
        )


def _write(named: dict[str, str], block: bytes, stream: BinaryIO, packed: bool) -> None:
    fields_ = named | {"WARC-Block-Digest": f"sha256:{sha256(block).hexdigest()}", "Content-Length": str(len(block))}
    head = "WARC/1.1\r\n" + "".join(f"{name}: {value}\r\n" for name, value in fields_.items()) + "\r\n"
    record = head.encode() + block + b"\r\n\r\n"
    stream.write(gzip.compress(record, mtime=0) if packed else record)
