"""Frames that say who speaks by verbs of saying and the order of words: the baseline that the tagger is held against.

"According to", and a source with a verb of saying behind a quotation, as in the PolNeAR guidelines.
Where two readings are open, none is taken.
"""

from __future__ import annotations

import re

from onrecord.data import Span
from onrecord.extract.attributing.guard import SAYING
from onrecord.extract.reading.paragraphs import Paragraph
from onrecord.extract.reading.quotes import bare_words
from onrecord.extract.tagging.linking import Relation
from onrecord.text.spans import trim

_ACCORDING = re.compile(r"\b(according to|in the words of)\s+([^,;.“”\"]{2,120})", re.IGNORECASE)
_SOURCE = re.compile(r"(?:[^\W_]|['’.-]|\s|&){2,120}")
_PRONOUN_SOURCE = re.compile(r"^(?:he|she|they|it|we|i)$", re.IGNORECASE)
_NOT_SOURCE = re.compile(r"^(?:it|there|this|that|what|which|who|not|to|as|is|was|be|been|being)$", re.IGNORECASE)
_LONGEST_SOURCE = 14  # words; longer runs are clauses, not sources
_LONGEST_ASIDE = 12  # words after a cue whose content came first: "…, the ministry said on Monday"


def by_frames(paragraph: Paragraph) -> list[Relation]:
    """Read a paragraph sentence by sentence."""
    found = []
    for sentence in paragraph.sentences:
        inside = [quote for quote in paragraph.quotes if sentence.covers(quote)]
        quotes = tuple(Span(start=one.start - sentence.start, end=one.end - sentence.start) for one in inside)
        words = sentence.cut(paragraph.text)
        relation = according(words) or closing(words, quotes)
        if relation is not None:
            found.append(relation.moved(sentence.start))
    return found


def according(sentence: str) -> Relation | None:
    """Read "according to" a source, before or behind the content."""
    match = _ACCORDING.search(sentence)
    if match is None:
        return None
    source = trim(sentence, Span(start=match.start(2), end=match.end(2)))
    cue = Span(start=match.start(1), end=match.end(1))
    before, after = match.start(), match.end()
    content = (0, before) if before > len(sentence) - after else (after, len(sentence))
    if source is None or content[0] >= content[1]:
        return None
    return _relation(sentence, source, cue, content)


def closing(sentence: str, quotes: tuple[Span, ...]) -> Relation | None:
    """Read a source and cue behind the content: "…,” said Tolland", and "…, Tolland said"."""
    starts = [m.end() for m in re.finditer(r"(?:,[”\"’]?|[.!?]?[”\"])\s+", sentence)]
    for start in reversed(starts):
        tail = sentence[start:]
        cue = next((m for m in SAYING.finditer(tail) if not _in(quotes, start + m.start())), None)
        if cue is None or cue.start() > 140:
            continue
        before, after = tail[: cue.start()].strip(), tail[cue.end() :]
        quoted = sentence[start - 2] in '”"'
        if before and _may_speak(before):
            if not quoted and ("," in before or len(after.split()) > _LONGEST_ASIDE):
                continue  # a new clause, or what follows the cue is the content
            source = Span(start=start, end=start + cue.start())
        elif not before and quoted and (found := _SOURCE.match(after)) and _may_speak(_head(found.group())):
            head = _head(found.group())
            at = start + cue.end() + found.group().index(head)
            source = Span(start=at, end=at + len(head))
        else:
            continue
        trimmed = trim(sentence, source)
        if trimmed is not None and start > 12:
            span = Span(start=start + cue.start(), end=start + cue.end())
            return _relation(sentence, trimmed, span, (0, start))
    return None


def _relation(sentence: str, source: Span, cue: Span, content: tuple[int, int]) -> Relation | None:
    bare = bare_words(sentence, Span(start=content[0], end=content[1]))
    return Relation(source=source, cue=cue, contents=(bare,)) if bare else None


def _head(words: str) -> str:
    """Return the words of a source up to where a new phrase begins."""
    head = re.split(
        r"\s(?:in|on|at|during|after|to|that|who|when|as|from|before)\s|,", f" {words.strip()} ", maxsplit=1
    )
    return head[0].strip().rstrip(".")


def _may_speak(words: str) -> bool:
    words = words.strip(' ,;:“”"')
    parts = words.split()
    if not parts or len(parts) > _LONGEST_SOURCE or _NOT_SOURCE.match(words) or _NOT_SOURCE.match(parts[-1]):
        return False
    if _PRONOUN_SOURCE.match(words):
        return True
    return any(part[:1].isupper() for part in parts) or parts[0].lower() in ("the", "a", "an", "one", "some", "several")


def _in(spans: tuple[Span, ...], offset: int) -> bool:
    return any(span.start <= offset < span.end for span in spans)
