"""Pages that are ours: invented towns and people, for what no data set holds. Every other one is dev, the rest test.

``invented_hard.txt`` holds human-looking pages that trap phrase lists; ``invented_spliced.txt`` holds pages whose pasted
passages speak of the page's own topic, each between ``⟦kind|`` and ``⟧``.
"""

from __future__ import annotations

import re
from pathlib import Path

from benchmarks.splices.pages import Splice, SplicedPage

HERE = Path(__file__).parent
_MARKED = re.compile(r"⟦(\w+)\|(.*?)⟧", re.DOTALL)


def hard(fold: str) -> tuple[SplicedPage, ...]:
    """Return the pages of a fold that only look spliced."""
    return tuple(SplicedPage(text=body, own=body, splices=()) for body in _bodies("invented_hard.txt", fold))


def spliced(fold: str) -> tuple[SplicedPage, ...]:
    """Return the pages of a fold with passages pasted in."""
    return tuple(_unmarked(body) for body in _bodies("invented_spliced.txt", fold))


def _bodies(name: str, fold: str) -> list[str]:
    pieces = re.split(r"^=== .*\n", (HERE / name).read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return [piece.strip() for piece in pieces[("dev", "test").index(fold) :: 2]]


def _unmarked(body: str) -> SplicedPage:
    text, own, end, splices = "", "", 0, []
    for match in _MARKED.finditer(body):
        kept = body[end : match.start()]
        text, own, end = text + kept, own + kept, match.end()
        broken = own[-1:] not in ("", "\n")
        position = "inside" if broken and not re.search(r"[.!?”]\s*$", own) else "sentence" if broken else "paragraph"
        splices.append(Splice(start=len(text), end=len(text) + len(match[2]), kind=match[1], position=position))
        text += match[2]
    return SplicedPage(text=text + body[end:], own=own + body[end:], splices=tuple(splices))
