"""Lines of sites as they stand on pages: every block that is labelled as furniture, whatever tells it."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator

from benchmarks.splices import sources

from onrecord.data import FURNITURE_KINDS
from onrecord.errors import OnrecordError
from onrecord.read import read_bytes
from onrecord.restore.labels import label_blocks

_LINE = re.compile(r"(?=.{3,300}$)(?=.*[A-Za-z]{2})[\x20-\x7e‘’“”–—…©•·»›→|]+")
_RUNNING = 90  # characters from which on a line that its element does not tell may be the article's


def labelled(fold: str) -> Iterator[tuple[str, str]]:
    """Yield kind and words of lines on the English pages of a fold's outlets."""
    for package in ("restoring/fundus_pages.tar.xz", "restoring/scrapinghub_pages.tar.xz"):
        outlets = sources._outlets(package)
        for name, content in sources._members(package):
            outlet = outlets.get(name.rsplit("/", 1)[-1].split(".")[0])
            if not name.endswith(".html.gz") or not outlet or sources.fold_of(outlet) != fold:
                continue
            try:
                page = read_bytes(gzip.decompress(content))
            except OnrecordError:
                continue
            for block in label_blocks(page) if page.document.language in (None, "en") else ():
                words = " ".join(block.span.cut(page.document.text).split())
                known = block.kind in FURNITURE_KINDS and _LINE.fullmatch(words)
                if known and (len(words) < _RUNNING or block.score > 0.9):
                    yield block.kind.value, words
