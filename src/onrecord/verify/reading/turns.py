"""Sentences in which several speak, cut where another begins: what each says is heard as that one's alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.data import Span
from onrecord.text.spans import trim
from onrecord.verify.reading.clauses import find_verb
from onrecord.verify.reading.cues import PEOPLE, is_cue
from onrecord.verify.reading.tokens import Word, find_words

_JOINT = re.compile(r";\s(?:(?:and|but|while)\s)?|,?\s(?:but|while|whereas|though|although)\s|,\s(?:and|yet)\s|\sand\s")
_LEADING = re.compile(r"(?:while|although|though|whereas)\s", re.IGNORECASE)
_COMMA = re.compile(r",\s")
_ACCORDING = re.compile(r"\baccording to\s", re.IGNORECASE)
_MARKS = re.compile(r"[“”\"]")
_BREAK = re.compile(r"[;:“”\"—–]")
_LONGEST_SOURCE = 8  # words


def find_turns(sentence: str) -> tuple[Span, ...]:
    """Return the parts of a sentence in each of which somebody speaks who is named there; none where it is one's."""
    words = find_words(sentence)
    cues = [at for at in range(len(words)) if is_cue(words, at)]
    if len(cues) + len(_ACCORDING.findall(sentence)) < 2:
        return ()
    leading = _LEADING.match(sentence)
    start = leading.end() if leading else 0
    edges = [start]
    for joint in (_COMMA if leading else _JOINT).finditer(sentence, start):
        if _MARKS.subn("", sentence[: joint.start()])[1] % 2 == 0 and _speaks(sentence, joint.end(), words, cues):
            before = Span(start=edges[-1], end=joint.start())
            if _says(before, sentence, words, cues) and (joint.group() != " and " or _has_verb(before, sentence)):
                edges += [joint.start(), joint.end()]
                if leading:
                    break
    edges.append(len(sentence))
    spans = [trim(sentence, Span(start=a, end=b)) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b]
    parts = tuple(span for span in spans if span is not None)
    return parts if len(parts) > 1 else ()


def _speaks(text: str, start: int, words: Sequence[Word], cues: Sequence[int]) -> bool:
    """Say whether a clause begins at a character with who speaks in it."""
    if _ACCORDING.match(text, start):
        return True
    cue = next((at for at in cues if words[at].span.start > start), None)
    if cue is None:
        return False
    own = [word for word in words[:cue] if word.span.start >= start]
    between = text[start : words[cue].span.start]
    return (
        0 < len(own) <= _LONGEST_SOURCE
        and not _BREAK.search(between)
        and between.count(",") in (0, 2)
        and own[0].plain not in PEOPLE
        and find_verb(own) is None
        and any(word.content for word in own)
    )


def _says(part: Span, text: str, words: Sequence[Word], cues: Sequence[int]) -> bool:
    return any(part.covers(words[at].span) for at in cues) or bool(_ACCORDING.search(text, part.start, part.end))


def _has_verb(part: Span, text: str) -> bool:
    """Say whether a clause has a verb besides that of saying: "the report says farmers and fishermen say"."""
    words = find_words(part.cut(text))
    cue = next((at for at in range(len(words)) if is_cue(words, at)), None)
    return cue is not None and find_verb(words[cue + 1 :], loose=True) is not None
