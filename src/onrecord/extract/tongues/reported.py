"""Who said what a sentence reports outside of quotation marks, in other languages than English."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.data import Span
from onrecord.extract.reading.paragraphs import Paragraph
from onrecord.extract.tagging.linking import Relation
from onrecord.extract.tongues.nouns import MARKS
from onrecord.extract.tongues.reporting import Patterns
from onrecord.text.words import word_count

LONGEST = 1_000
"""Characters of a sentence that is searched; longer ones are lists."""
_FEWEST = 2
"""Words of what is said."""
_CLAUSE = 4
"""Words from which on what stands before a verb of saying may be a clause."""
_PARTED = re.compile(r"[,;:]")


def reported(paragraph: Paragraph, sentence: Span, known: Patterns) -> Iterator[Relation]:
    """Yield who says what a sentence reports, the first that a pattern finds, and who speaks behind that.

    A question reports nothing.
    """
    text = sentence.cut(paragraph.text)
    if len(text) > LONGEST or text.rstrip(MARKS + " ").endswith("?"):
        return
    for match, contents in _found(text, known):
        relation = relation_of(match, known, contents, text)
        if relation is not None and max(word_count(one.cut(text)) for one in contents) >= _FEWEST:
            moved = relation.moved(sentence.start)
            if moved.cue and not any(quote.overlaps(moved.cue) for quote in paragraph.quotes):
                yield moved
                another = known.another.match(text, contents[0].end)
                if another:
                    rest = Span(start=sentence.start + another.end(), end=sentence.end)
                    yield from reported(paragraph, rest, known)
                return


def relation_of(match: re.Match[str], known: Patterns, contents: Sequence[Span], text: str) -> Relation | None:
    """Return what a pattern has found; None where it is no saying: "selon les cas", "sagte den Termin ab"."""
    cue = _group(match, "cue")
    source = _group(match, "source") if match.groupdict().get("source") else None
    if source is not None:
        words = source.cut(text)
        turned = known.turned.match(text, source.end)
        parted = turned is not None and f"{match['cue']}:{turned['turn']}" in known.tongue.parted
        if known.mute.match(words) or known.no.search(words) or (turned is not None and not parted):
            return None
    cue = Span(start=cue.start, end=cue.start + len(cue.cut(text).rstrip()))
    return Relation(source=source, cue=cue, contents=tuple(contents), telling=True, says=True)


def _found(text: str, known: Patterns) -> Iterator[tuple[re.Match[str], tuple[Span, ...]]]:
    """Yield what patterns find in a sentence, with what is said by it."""
    for match in _matches(known.that, text):
        said = _group(match, "content" if match.groupdict().get("content") else "reported")
        clause = _PARTED.split(said.cut(text), maxsplit=1)[0]
        named = "reported" not in match.groupdict() or known.reported.search(clause)
        if named and not known.no.search(text, 0, said.start):
            another = known.another.search(text, said.start)
            yield match, (Span(start=said.start, end=another.start()) if another else said,)
    for match in _matches(known.leading, text):
        yield match, (Span(start=match.end(), end=len(text)),)
    for match in _matches(known.trailing, text, search=True):
        if match.start() and _trails(match, text, known):
            yield match, (Span(start=0, end=match.start()),)
    for match in _matches(known.within, text, search=True):
        sides = Span(start=0, end=match.start()), Span(start=match.end(), end=len(text))
        names = match["cue"].strip().lower() in {phrase.lower() for phrase in known.tongue.according}
        yield match, sides if names else (sides[word_count(sides[0].cut(text)) < _CLAUSE],)


def _trails(match: re.Match[str], text: str, known: Patterns) -> bool:
    """Say whether what stands before a verb of saying and its source is what is said."""
    source = match.groupdict().get("source") or ""
    parted = text.startswith(",", match.end()) or "," in source
    if parted and word_count(text[: match.start()]) < _CLAUSE:
        return False  # Das Ziel, sagt Anna Berg, müsse …
    takes = match["cue"] in known.tongue.taking and known.article.match(source)
    return not takes and not known.no.search(text, match.start("cue"))


def _matches(some: Sequence[re.Pattern[str]], text: str, *, search: bool = False) -> Iterator[re.Match[str]]:
    found = (pattern.search(text) if search else pattern.match(text) for pattern in some)
    return (match for match in found if match is not None)


def _group(match: re.Match[str], name: str) -> Span:
    return Span(start=match.start(name), end=match.end(name))
