"""Who said what in texts of other languages than English, by the patterns of their language.

A quotation without a verb of saying beside it has no speaker, and what no pattern knows is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.data import Span
from onrecord.extract.reading.paragraphs import Paragraph
from onrecord.extract.reading.quotes import LONG_QUOTATION
from onrecord.extract.tagging.linking import Relation
from onrecord.extract.tongues.nouns import MARKS
from onrecord.extract.tongues.reported import LONGEST, relation_of, reported
from onrecord.extract.tongues.reporting import Patterns
from onrecord.text.words import word_count

_SHORT = 3
"""Words of a quotation that is one where nothing but "of" and an article stands before it: "sprach von einem „…“"."""
_DASH = re.compile(r"[—–-]\s?(?=[^\W\d_¿¡])")
_REST = re.compile(r"[,.;:]?\s*(?:[—–-]\s*[,.;:]?\s*)?(?=\w|¿|¡)")
"""What stands between who says something and where direct speech goes on."""
_GOES_ON = re.compile(rf"[^,;:]*?[,;—–-]\s*[,;]?\s*[{MARKS}]\s*")
"""What stands between who says something and where the quotation goes on: a clause without a sign in it."""


def heard(paragraph: Paragraph, known: Patterns | None) -> tuple[Relation, ...]:
    """Return the relations of a paragraph of a language, or of one of which nothing is known."""
    found: list[Relation] = []
    if known is not None:
        found = [*_quoted(paragraph, known)] or [*_dashed(paragraph, known)]
        for sentence in paragraph.sentences:
            if not any(_meets(one, sentence) for one in found):
                found += reported(paragraph, sentence, known)
    left = (quote for quote in paragraph.quotes if not any(_meets(one, quote) for one in found))
    alone = (quote for quote in left if word_count(quote.cut(paragraph.text)) >= LONG_QUOTATION)
    return (*found, *(Relation(contents=(quote,), quotes=True) for quote in alone))


def _meets(relation: Relation, span: Span) -> bool:
    return any(part.overlaps(span) for part in relation.contents)


def _quoted(paragraph: Paragraph, known: Patterns) -> Iterator[Relation]:
    """Yield who says what stands in quotation marks, each with the quotations that go on behind it."""
    quotes = paragraph.quotes
    taken, since = -1, 0
    for at, quote in enumerate(quotes):
        if at <= taken:
            continue
        found = _behind(paragraph, quote, known) or _before(paragraph, quote, known)
        if found is None:
            inner = _parted(paragraph, quote, known)
            if inner is not None:
                yield inner
            continue
        first = _with_its_clause(paragraph, quote, found, since)
        since = max(since, found.cue.end if found.cue is not None else 0)
        more = tuple(_more(paragraph, found, at, known))
        taken = more[-1] if more else taken
        contents = (first, *(quotes[later] for later in more))
        yield replace(found, contents=contents, quotes=True)


def _more(paragraph: Paragraph, found: Relation, at: int, known: Patterns) -> Iterator[int]:
    """Yield which quotations go on with one whose speaker was found."""
    quotes, cue = paragraph.quotes, found.cue
    if cue is None or cue.start < quotes[at].start:
        for later in range(at + 1, len(quotes)):
            if not _continues(paragraph, quotes[later - 1], quotes[later], known):
                return
            yield later
        return
    for later in range(at + 1, len(quotes)):
        if quotes[later].start > cue.end + LONGEST:
            return
        if _resumes(paragraph, found, quotes[later]):
            yield later
            return


def _behind(paragraph: Paragraph, quote: Span, known: Patterns) -> Relation | None:
    text = paragraph.text
    if quote.end >= len(text):
        return None
    before = text[_begun(paragraph, quote) : quote.start - 1]
    within = word_count(before) > 0 and not before.rstrip().endswith((":", "—", "–"))
    if within and "," not in text[quote.end - 1 : quote.end + 2]:
        return None  # Im Roman „Das Haus“ schreibt Anna Berg über …
    for pattern in known.behind_quote:
        match = pattern.match(text, quote.end + 1)
        found = match and relation_of(match, known, (quote,), text)
        if found is not None:
            return found
    return None


def _before(paragraph: Paragraph, quote: Span, known: Patterns) -> Relation | None:
    text = paragraph.text
    start = _begun(paragraph, quote)
    opened = quote.start - 1
    while opened > start and text[opened - 1] in MARKS:
        opened -= 1
    last = [one.end + 1 for one in paragraph.quotes if start <= one.end < opened][-1:]
    for begin in (start, *(_behind_signs(text, end) for end in last)):
        for pattern in known.before_quote:
            match = pattern.match(text, begin, opened) if opened - begin <= LONGEST else None
            found = match and relation_of(match, known, (quote,), text)
            if found is None or found.cue is None:
                continue
            announced = text[begin:opened].rstrip().endswith(":") or not text[found.cue.end : opened].strip()
            if announced or word_count(quote.cut(text)) >= _SHORT:
                return found
    return None


def _behind_signs(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \xa0,;":
        at += 1
    return at


def _parted(paragraph: Paragraph, quote: Span, known: Patterns) -> Relation | None:
    """Return who says a quotation within its marks: « Le pont, explique Anne Leroy, est fermé. »."""
    text = paragraph.text
    for pattern in known.inside:
        match = pattern.search(text, quote.start, quote.end)
        found = match and relation_of(match, known, (quote,), text)
        if match is not None and found is not None and match.start() > quote.start:
            rest = _REST.match(text, match.end(), quote.end)
            after = rest.end() if rest is not None else match.end()
            parts = (Span(start=quote.start, end=match.start()), Span(start=after, end=max(after, quote.end)))
            said = tuple(part for part in parts if word_count(part.cut(text)))
            return replace(found, contents=said, quotes=True) if said else None
    return None


def _with_its_clause(paragraph: Paragraph, quote: Span, found: Relation, since: int) -> Span:
    """Return a quotation with the clause that it ends, which is said with it: Der Damm sei „sicher“, sagte Anna Berg.

    What stands before ``since`` somebody else has said.
    """
    text = paragraph.text
    start = _begun(paragraph, quote)
    before = text[start : quote.start - 1]
    behind = found.cue is not None and found.cue.start > quote.start
    if not behind or since > start or len(before) >= LONGEST - 1 or re.search(r"[:.!?—–]", before):
        return quote
    return Span(start=start, end=quote.end + 1) if word_count(before) else quote


def _continues(paragraph: Paragraph, last: Span, quote: Span, known: Patterns) -> bool:
    """Say whether a quotation is the next sentence of the one before, with nothing else in its sentence."""
    alone = not paragraph.text[last.end + 1 : quote.start - 1].strip()
    return alone and _ends(paragraph, quote) and _behind(paragraph, quote, known) is None


def _resumes(paragraph: Paragraph, found: Relation, quote: Span) -> bool:
    """Say whether a quotation goes on behind who said it: „Ja“, sagte Anna Berg, „aber nicht heute“."""
    text = paragraph.text
    cue, source = found.cue, found.source
    if cue is None:
        return False
    end = max(cue.end, source.end if source is not None else 0)
    sentence_end = next((one.end for one in paragraph.sentences if one.start <= cue.start < one.end), len(text))
    opened = quote.start - 1
    if quote.start > sentence_end:
        return not text[sentence_end:opened].strip() and _ends(paragraph, quote)
    return _GOES_ON.fullmatch(text, end, quote.start) is not None


def stands_alone(paragraph: Paragraph, quote: Span) -> bool:
    """Say whether a quotation fills its sentences."""
    start = _begun(paragraph, quote)
    return not word_count(paragraph.text[start : quote.start - 1]) and _ends(paragraph, quote)


def _begun(paragraph: Paragraph, quote: Span) -> int:
    """Return where the sentence of a quotation begins, or for one that is long where it is searched from."""
    begun = max((one.start for one in paragraph.sentences if one.start <= quote.start), default=0)
    return max(begun, quote.start - LONGEST)


def _ends(paragraph: Paragraph, quote: Span) -> bool:
    """Say whether nothing but a sign stands behind a quotation in its sentence."""
    text = paragraph.text
    end = next((one.end for one in paragraph.sentences if one.start < quote.end <= one.end), len(text))
    return not text[quote.end : max(end, quote.end)].strip(" .,;!?…\xa0" + MARKS)


def _dashed(paragraph: Paragraph, known: Patterns) -> Iterator[Relation]:
    """Yield who speaks in a paragraph that opens with a dash: —El dique aguanta —dijo Ana Sierra—, por ahora."""
    text = paragraph.text
    opened = _DASH.match(text) if known.tongue.dashes else None
    if opened is None:
        return
    for pattern in known.dashed:
        match = pattern.search(text, opened.end(), opened.end() + LONGEST)
        found = match and relation_of(match, known, (), text)
        if match is not None and found is not None:
            parts = [Span(start=opened.end(), end=match.start())]
            rest = _REST.match(text, match.end())
            if rest is not None and any(dash in rest.group() for dash in "—–"):
                parts.append(Span(start=rest.end(), end=len(text)))
            yield replace(found, contents=tuple(parts), quotes=True, spoken=True)
            return
