"""Frames that say who speaks whatever the tagger makes of the sentence: the guard beside it.

Verbs of saying beside a source, "according to", and a quotation beside its speaker, as in the PolNeAR guidelines.
Where two readings are open, none is taken.
"""

from __future__ import annotations

import re

from onrecord.data import Span
from onrecord.extract.linking import Relation
from onrecord.extract.quotes import bare_words
from onrecord.text.spans import trim

_SAYING = (
    "said|says|say|saying|told|tells|added|adds|adding|announced|announces|announcing|stated|states|stating|claimed|"
    "claims|claiming|denied|denies|denying|confirmed|confirms|confirming|warned|warns|warning|insisted|insists|argued|"
    "argues|explained|explains|noted|notes|noting|reported|reports|acknowledged|acknowledges|admitted|admits|alleged|"
    "alleges|suggested|suggests|tweeted|wrote|writes|declared|declares|replied|asked|urged|promised|vowed|recalled|"
    "testified|conceded|emphasized|emphasised|emphasizing|stressed|stresses|believes|believed|thinks|thought|called|calls|"
    "described|describes|predicted|pledged|demanded|demands|accused|accuses|estimated|estimates|summarized|summarised"
)
_CUE = re.compile(rf"\b(?:(?:has|have|had|is|was|were)\s+(?:also\s+)?)?(?:{_SAYING})\b", re.IGNORECASE)
_ACCORDING = re.compile(r"\b(according to|in the words of)\s+([^,;.“”\"]{2,120})", re.IGNORECASE)
_THAT = re.compile(
    r"\s*(?:(?:reporters|journalists|lawmakers|the\s[\w\s]{2,40}?|\w+)\s)?(?:[\w\s]{0,30}?\s)?that\b\s*", re.IGNORECASE
)
_CLAUSE_START = re.compile(
    r"(?:^|[,;:—–“”\"]|\b(?:and|but|while|as|after|which|that|who|when|because)\b)\s*", re.IGNORECASE
)
_SOURCE = re.compile(r"(?:[^\W_]|['’.-]|\s|&){2,120}")
_PRONOUN_SOURCE = re.compile(r"^(?:he|she|they|it|we|i)$", re.IGNORECASE)
_NOT_SOURCE = re.compile(r"^(?:it|there|this|that|what|which|who|not|to|as|is|was|be|been|being)$", re.IGNORECASE)
_LONGEST_SOURCE = 14  # words; longer runs are clauses, not sources


def framed(sentence: str, quotes: tuple[Span, ...]) -> Relation | None:
    """Return who says what in ``sentence``, spans counted in it; ``quotes`` are its quoted parts."""
    return _according(sentence) or _closing(sentence, quotes) or _opening(sentence, quotes)


def _according(sentence: str) -> Relation | None:
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


def _closing(sentence: str, quotes: tuple[Span, ...]) -> Relation | None:
    """Read a source and cue after the content: "…,” Tolland said" and "…, said Tolland"."""
    starts = [m.end() for m in re.finditer(r"(?:,[”\"’]?|[.!?]?[”\"])\s+", sentence)]
    for start in reversed(starts):
        tail = sentence[start:]
        cue = next((m for m in _CUE.finditer(tail) if not _in(quotes, start + m.start())), None)
        if cue is None or cue.start() > 140:
            continue
        before, after = tail[: cue.start()].strip(), tail[cue.end() :]
        if before and _is_source(before):
            rest = after.strip()
            if len(rest.split()) > 12 and sentence[start - 2] not in '”"':
                continue  # what follows the cue is the content, not an aside
            source = Span(start=start, end=start + cue.start())
        elif not before and (found := _SOURCE.match(after)) and _is_source(_head(found.group())):
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


def _opening(sentence: str, quotes: tuple[Span, ...]) -> Relation | None:
    """Read a source and cue before the content: "Tolland said that …"."""
    for cue in _CUE.finditer(sentence):
        if _in(quotes, cue.start()):
            continue
        starts = [m.end() for m in _CLAUSE_START.finditer(sentence, 0, cue.start())]
        source_at = next((at for at in starts if _is_source(sentence[at : cue.start()])), None)
        if source_at is None:
            continue
        source = trim(sentence, Span(start=source_at, end=cue.start()))
        that = _THAT.match(sentence, cue.end())
        start = that.end() if that else cue.end()
        if source is None or len(sentence) - start < 8:
            continue
        span = Span(start=cue.start(), end=cue.end())
        return _relation(sentence, source, span, (start, len(sentence)))
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


def _is_source(words: str) -> bool:
    words = words.strip(' ,;:“”"')
    parts = words.split()
    if not parts or len(parts) > _LONGEST_SOURCE or _NOT_SOURCE.match(words) or _NOT_SOURCE.match(parts[-1]):
        return False
    if _PRONOUN_SOURCE.match(words):
        return True
    return any(part[:1].isupper() for part in parts) or parts[0].lower() in ("the", "a", "an", "one", "some", "several")


def _in(spans: tuple[Span, ...], offset: int) -> bool:
    return any(span.start <= offset < span.end for span in spans)
