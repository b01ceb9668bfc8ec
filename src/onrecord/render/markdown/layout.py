"""Words that Markdown reads as words, and what every page has: links, quotes, sources, how it was made."""

from __future__ import annotations

import re

from onrecord.data import (
    Brief,
    Changes,
    Citation,
    CitedSentence,
    Memento,
    Restoration,
    Run,
    Search,
    Series,
)
from onrecord.render import phrases, wording, words
from onrecord.render.visible import address, flowing, line

# What CommonMark 0.31 and GitHub read as markup inside a line, and at the beginning of one.
_INLINE = re.compile(r"[\\`*_\[\]<>~|&#$]")
_OPENING = re.compile(r"^(\s*)([-+=])|^(\s*\d+)([.)])(?=\s|$)")


def plain(text: str) -> str:
    """Return ``text`` as one line that Markdown reads as words and nothing else."""
    return escaped(line(text))


def escaped(text: str) -> str:
    """Return lines with everything escaped that Markdown would read as markup."""
    return _OPENING.sub(r"\1\3\\\2\4", _INLINE.sub(r"\\\g<0>", text))


def written(*parts: str) -> str:
    """Join the parts of a page, leaving out those without words."""
    return "\n\n".join(part for part in parts if part) + "\n"


def titled(title: str, body: str) -> list[str]:
    """Return a section under its heading; nothing where it says nothing."""
    return [f"## {title}", body] if body else []


def searched(given: Search | None) -> list[str]:
    """Say what the open web was asked before, a line for each source."""
    told = words.searched(given) if given else ()
    lines = (f"- **{plain(name)}**: {link(url, said) if url else plain(said)}" for name, said, url in told)
    return titled("Asked of the open web", "\n".join(lines))


def link(url: str | None, name: str) -> str:
    """Return a link, or only the name where the address may not be followed."""
    href = address(url)
    return f"[{plain(name)}](<{href}>)" if href else plain(name)


def cited(sentence: CitedSentence) -> str:
    """Return a sentence with the numbers of its sources, what is not in their words set apart."""
    runs = ((escaped(flowing(words)), cut) for words, cut in wording.told(sentence))
    told = "".join(words if cut else f"*{words}*" for words, cut in runs).strip()
    return (
        told
        + (" (reworded)" if sentence.reworded else "")
        + "".join(f" \\[{number}\\]" for number in sentence.citations)
    )


def quoted(source: Memento, quote: str, *, before: int | None = None) -> str:
    """Return a quote with who published it, when and where; or that it is of the same document as a source before."""
    imprint = plain(", ".join(words.credit(source)))
    title, url = source.document.title, source.document.url
    if not source.own and (title or url):
        imprint += f", {link(url, title or url or '')}"
    origin = f"the same document as {before}" if before else words.origin(source)
    return f"“{plain(quote)}” ({imprint}{f', {plain(origin)}' if origin else ''})"


def sources(given: Brief | Changes | Series) -> list[str]:
    """Return what was cited, by number."""
    before = words.cited_before(given)
    lines = (_source(each, before.get(each.number)) for each in given.citations)
    silent = words.rights_unstated(given)
    return [*titled("Sources", "\n".join(lines)), *([plain(silent)] if silent else [])]


def _source(each: Citation, before: int | None) -> str:
    source = each.evidence.memento
    rights = None if before else words.rights(source.document)
    return (
        f"{each.number}. {quoted(source, each.evidence.quote, before=before)}{f', {plain(rights)}' if rights else ''}"
    )


def head(given: Restoration) -> list[str]:
    """Return the title of a page, and who published it, when and where."""
    page = given.document
    where = f" · {link(page.url, page.url)}" if page.url else ""
    return [f"# {plain(words.whole_title(page, given.restored))}", plain(" · ".join(words.imprint(page))) + where]


def colophon(run: Run) -> list[str]:
    """Say what a result was made from."""
    rows = [
        f"- as of {phrases.day(run.as_of)}; nothing published later was read",
        f"- archive revision {plain(run.archive_revision)}",
        f"- onrecord {plain(run.version)}",
        *(f"- model {plain(model.name)} {plain(model.digest[:12])}" for model in run.models),
        *(f"- setting {plain(name)} = {plain(value)}" for name, value in run.settings),
    ]
    return ["## How this was made", "\n".join(rows)]
