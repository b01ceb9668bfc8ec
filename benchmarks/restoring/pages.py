"""Real pages with what is known of them: fundus's 256 and scrapinghub's 181."""

from __future__ import annotations

import gzip
import json
import re
import tarfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import permutations
from pathlib import Path
from urllib.parse import urlsplit

from benchmarks.data import data

from onrecord.data import BlockKind

Segment = tuple[BlockKind, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPage:
    """A page and what is asserted of it, by people or by a parser written for its publisher."""

    name: str
    publisher: str
    html: bytes
    url: str
    segments: tuple[Segment, ...]
    """The article's text in order, from the standfirst on."""
    captions: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: date | None = None

    @property
    def body(self) -> str:
        """The article without its standfirst."""
        return "\n".join(words for kind, words in self.segments if kind is not BlockKind.STANDFIRST)

    @property
    def whole(self) -> str:
        """The article with its standfirst."""
        return "\n".join(words for _, words in self.segments)


def tokens(text: str) -> list[str]:
    """Return the words of a text; a soft hyphen, which some of what is asserted has kept, ends none."""
    return re.findall(r"\w+", text.replace("\xad", ""))


def unpack(name: str, folder: Path) -> None:
    with tarfile.open(data(name)) as archive:
        archive.extractall(folder, filter="data")


def scrapinghub(folder: Path) -> Iterator[KnownPage]:
    """Yield the pages of scrapinghub/article-extraction-benchmark, unpacked in ``folder``."""
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    for name, known in sorted(truth.items()):
        yield KnownPage(
            name=name,
            publisher=_domain(known["url"]),
            html=gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes()),
            url=known["url"],
            segments=tuple((BlockKind.BODY, line) for line in known["articleBody"].splitlines() if line.strip()),
        )


def fundus(folder: Path) -> Iterator[KnownPage]:
    """Yield the pages of fundus's parser tests that have a body, unpacked in ``folder``."""
    root = folder / "tests" / "resources" / "parser" / "test_data"
    for file in sorted(root.glob("*/*.json")):
        addresses = json.loads((file.parent / "meta.info").read_text(encoding="utf-8"))
        assertions = list(json.loads(file.read_text(encoding="utf-8")).values())
        paths = sorted(file.parent.glob(f"{file.stem}_[0-9]*.html.gz"))
        for path, asserted in _paired([(path, gzip.decompress(path.read_bytes())) for path in paths], assertions):
            known = _asserted(path[0], path[1], addresses[path[0].name]["url"], asserted)
            if known.segments:
                yield known


def _paired(pages: list[tuple[Path, bytes]], assertions: list[dict]) -> list[tuple[tuple[Path, bytes], dict]]:
    """Give each page of a publisher the assertions whose words it holds: the files do not name each other."""
    if len(pages) == 1:
        return [(pages[0], assertions[0])]
    held = [Counter(tokens(html.decode("utf-8", "replace"))) for _, html in pages]
    wanted = [Counter(tokens(json.dumps(asserted["body"], ensure_ascii=False))) for asserted in assertions]
    shared = [[sum((one & other).values()) for other in wanted] for one in held]
    best = max(permutations(range(len(pages))), key=lambda order: sum(shared[n][m] for n, m in enumerate(order)))
    return [(page, assertions[m]) for page, m in zip(pages, best, strict=True)]


def _asserted(path: Path, html: bytes, url: str, asserted: dict) -> KnownPage:
    body = asserted["body"]
    segments: list[Segment] = [(BlockKind.STANDFIRST, words) for words in body["summary"]]
    for section in body["sections"]:
        segments += [(BlockKind.SUBHEAD, words) for words in section["headline"]]
        segments += [(BlockKind.BODY, words) for words in section["paragraphs"]]
    images = asserted.get("images", ())
    return KnownPage(
        name=f"{path.parent.name}/{path.name.removesuffix('.html.gz')}",
        publisher=_domain(url),
        html=html,
        url=url,
        segments=tuple(segments) if any(kind is BlockKind.BODY for kind, _ in segments) else (),
        captions=tuple(image["caption"] for image in images if image.get("caption")),
        credits=tuple(name for image in images for name in image.get("authors", ())),
        title=asserted["title"],
        authors=tuple(asserted.get("authors", ())),
        published=_day(datetime.fromisoformat(asserted["publishing_date"])),
    )


def _day(moment: datetime) -> date:
    """Return the day in UTC, where the zone is known."""
    return (moment.astimezone(UTC) if moment.tzinfo else moment).date()


def _domain(url: str) -> str:
    """Return what names a publisher in an address: its host's last two parts, or three below a country's second level."""
    parts = (urlsplit(url).hostname or "").split(".")
    count = 3 if len(parts) > 2 and len(parts[-1]) == 2 and len(parts[-2]) <= 3 else 2
    return ".".join(parts[-count:])
