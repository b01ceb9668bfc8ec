"""Frames that say who speaks whatever the tagger makes of the sentence: the guard beside it.

"According to", and a source with a verb of saying behind a quotation, as in the PolNeAR guidelines.
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
    "concluded|concludes|responded|responds|continued|mentioned|joked|lamented|cautioned|cautions|reiterated|complained|"
    "described|describes|predicted|pledged|demanded|demands|accused|accuses|estimated|estimates|summarized|summarised"
)
_CUE = re.compile(rf"\b(?:(?:has|have|had)\s+(?:also\s+)?)?(?:{_SAYING})\b", re.IGNORECASE)
_ACCORDING = re.compile(r"\b(according to|in the words of)\s+([^,;.“”\"]{2,120})", re.IGNORECASE)
_CLAUSE_START = re.compile(
    r"^|[,;:—–“”\"]\s*|\b(?:and|but|while|as|after|which|that|who|when|because|if|what)\b\s*", re.IGNORECASE
)
_CONTENT = re.compile(r"\s*(?:(?:\w+\s){0,3}?that\b\s*|:\s*|,?\s*(?=[“\"]))?", re.IGNORECASE)
_NOUNS_TOO = re.compile(r"\b(?:states|reports|claims|notes|calls|estimates|demands|thought)$", re.IGNORECASE)
_GOVERNED = re.compile(r"(?:in|on|at|by|for|from|with|of|to|about|against|during|despite)\s", re.IGNORECASE)
_SOURCE = re.compile(r"(?:[^\W_]|['’.-]|\s|&){2,120}")
_PRONOUN_SOURCE = re.compile(r"^(?:he|she|they|it|we|i)$", re.IGNORECASE)
_NOT_SOURCE = re.compile(r"^(?:it|there|this|that|what|which|who|not|to|as|is|was|be|been|being)$", re.IGNORECASE)
_CONJUNCTION = re.compile(
    r"^(?:there|this|that|what|to|as|when|while|if|but|and|because|after|before|is|was|be|not|said|says|asked)$",
    re.IGNORECASE,
)
_LONGEST_SOURCE = 14  # words; longer runs are clauses, not sources
_LONGEST_SUBJECT = 8  # words of a source that stands before its cue without a comma
_LEAST_CONTENT = 8  # characters; "he said so." says nothing
_LONGEST_ASIDE = 12  # words after a cue whose content came first: "…, the ministry said on Monday"


def is_saying(cue: str) -> bool:
    """Say whether a cue holds a verb of saying or thinking, or is "according to" or a colon."""
    return bool(_CUE.search(cue)) or cue.strip().lower() in ("according to", "in the words of", ":")


def is_source(words: str) -> bool:
    """Say whether words can be a source: more than a conjunction or an empty pronoun."""
    return not _CONJUNCTION.match(words) and any(sign.isalnum() for sign in words)


def framed(sentence: str, quotes: tuple[Span, ...]) -> Relation | None:
    """Return who says what in ``sentence``, spans counted in it; ``quotes`` are its quoted parts."""
    return according(sentence) or closing(sentence, quotes)


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
        cue = next((m for m in _CUE.finditer(tail) if not _in(quotes, start + m.start())), None)
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


def opening(sentence: str, quotes: tuple[Span, ...]) -> Relation | None:
    """Read a short source and a cue before the content: "Tolland said that …"."""
    for cue in _CUE.finditer(sentence):
        if _in(quotes, cue.start()):
            continue
        source = _before(sentence, cue.start())
        content = _CONTENT.match(sentence, cue.end())
        noun = _NOUNS_TOO.search(cue.group()) and not (content and content.group().strip())
        if source is not None and content is not None and not noun and len(sentence) - content.end() >= _LEAST_CONTENT:
            span = Span(start=cue.start(), end=cue.end())
            return _relation(sentence, source, span, (content.end(), len(sentence)))
    return None


def _before(sentence: str, end: int) -> Span | None:
    """Return the source that the clause before a cue consists of, if it is one."""
    start = max((m.end() for m in _CLAUSE_START.finditer(sentence, 0, end) if m.end() < end), default=0)
    words = sentence[start:end]
    if not _may_speak(words) or len(words.split()) > _LONGEST_SUBJECT or _GOVERNED.match(words):
        return None
    return trim(sentence, Span(start=start, end=end))


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
