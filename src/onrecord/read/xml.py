"""XML that came from outside: nothing it names is fetched, no entity of its own is put in, no part is kept too long."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO

from lxml import etree

from onrecord.errors import InputMalformed
from onrecord.read.markup import Element
from onrecord.read.records import LARGEST

_BEFORE = r"(?>\s|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>)*+"  # once read, never read otherwise
_ROOT = re.compile(_BEFORE + r"<([\w.:-]+)", re.DOTALL)
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def root_of(head: bytes) -> str | None:
    """Return the name of the first element of a file that begins so, without its prefix; None where it is no XML."""
    encoding = next((encoding for mark, encoding in _BOMS if head.startswith(mark)), "latin-1")
    found = _ROOT.match(head.decode(encoding, "replace"))
    return found.group(1).rpartition(":")[2].lower() if found else None


def elements(stream: IO[bytes], *names: str, name: str) -> Iterator[Element]:
    """Yield the elements of some names whatever their namespace, each forgotten when the next is asked for.

    Raises:
        InputMalformed: it is no XML from some place on, or an element uses an entity that its file declares.
    """
    tags = tuple(f"{{*}}{each}" for each in names)
    fed = _Fed(stream, name)
    try:
        parts = etree.iterparse(
            fed,
            tag=tags,
            resolve_entities=False,
            load_dtd=False,
            no_network=True,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        for _, element in parts:
            if next(element.iter(etree.Entity), None) is not None:
                fix = "put the words in their place: an entity can be made to grow without end"
                raise InputMalformed(f"{name} cannot be read", why="it declares entities of its own", fix=fix)
            yield element
            _forget(element)
            fed.count = 0
    except etree.XMLSyntaxError as error:
        raise InputMalformed(f"{name} cannot be read to its end", why=error.msg, fix="check that it is XML") from error


class _Fed:
    """Hands the parser a stream as long as no element grows larger than any page."""

    def __init__(self, stream: IO[bytes], name: str) -> None:
        self._stream, self._name, self.count = stream, name, 0

    def read(self, size: int) -> bytes:
        data = self._stream.read(size)
        self.count += len(data)
        if self.count > LARGEST:
            why = f"an item in it has more than {LARGEST >> 20} MiB"
            raise InputMalformed(f"{self._name} cannot be read to its end", why=why, fix="leave the item out")
        return data


def _forget(element: Element) -> None:
    """Empty an element, and let go of those before it."""
    element.clear()
    while element.getprevious() is not None:
        del element.getparent()[0]


def local(element: Element) -> str:
    """Return an element's name without its namespace."""
    return etree.QName(element).localname.lower() if isinstance(element.tag, str) else ""


def words_in(element: Element, *path: str) -> str | None:
    """Return the words of the first element on a path of names below another, whatever their namespaces."""
    found = first(element, *path)
    return (" ".join("".join(found.itertext()).split()) or None) if found is not None else None


def first(element: Element, *path: str) -> Element | None:
    """Return the first element on a path of names below another, None where there is none."""
    return element.find("/".join(f"{{*}}{step}" for step in path))
