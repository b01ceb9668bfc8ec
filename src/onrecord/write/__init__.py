"""Writing: documents to what other programs read, one after the other. The readers take all of it back."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterable
from typing import BinaryIO, NamedTuple, cast

from onrecord.data import Document
from onrecord.write.lines import line
from onrecord.write.ninjs import item
from onrecord.write.warc import write_records


class Form(NamedTuple):
    """How documents are written in one format."""

    write: Callable[[Iterable[Document], BinaryIO, bool], None]
    """Takes documents, where they go, and whether they are packed."""
    help: str


def _each(write: Callable[[Document], str]) -> Callable[[Iterable[Document], BinaryIO, bool], None]:
    """Return what writes one line of JSON a document."""

    def write_lines(documents: Iterable[Document], stream: BinaryIO, packed: bool) -> None:
        if packed:
            with gzip.GzipFile("", "wb", fileobj=stream, mtime=0) as gathered:  # the same documents, the same bytes
                write_lines(documents, cast("BinaryIO", gathered), False)
        else:
            stream.writelines(f"{write(document)}\n".encode() for document in documents)

    return write_lines


FORMS = {
    "jsonl": Form(_each(line), "lines of JSON that `onrecord add` reads"),
    "ninjs": Form(_each(item), "lines of ninjs 2.1, the news format of the IPTC"),
    "warc": Form(write_records, "WARC 1.1, a resource record a text"),
}
