"""Speakers set before a colon or behind one: transcripts ("MS. TOLLAND:", "Q:") and headlines ("Police: two held")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.data import Span
from onrecord.extract.cast import Cast
from onrecord.extract.linking import Relation
from onrecord.extract.paragraphs import Paragraph
from onrecord.text.spans import trim

_LABEL = re.compile(r"(?P<label>[^\W\d_][^:\n“”\"?!;]{0,60}?)(?P<cue>:)\s+(?=\S)")
_BEHIND = re.compile(r"(?P<cue>:)\s+(?P<label>[^\W\d_][^:\n“”\"?!;,.]{0,40})$")
_TURN = re.compile(r"^(?:Q|A|QUESTION|ANSWER|INTERVIEWER|MODERATOR|THE (?:PRESIDENT|COURT|CHAIR|WITNESS|SPEAKER))\.?$")
_TITLED = re.compile(r"^(?:MR|MRS|MS|MISS|DR|SEN|REP|GOV|GEN|JUDGE|SECRETARY|PRESIDENT|PRIME MINISTER)\.? [A-Z]")
_TITLE = re.compile(r"^(?:MR|MRS|MS|MISS|DR|SEN|REP|GOV|GEN|JUDGE|SECRETARY|PRESIDENT|PRIME MINISTER)\.? ")
_OFFICIAL = re.compile(
    r"^(?:[\w.’'-]+ ){0,3}(?:police|officials?|prosecutors?|authorities|ministry|minister|government|military|army|"
    r"reports?|study|studies|polls?|survey|sources?|witness(?:es)?|experts?|lawyers?|aides?|spokes(?:man|woman|person)|"
    r"mayor|governor|sheriff|coroner|judge|court|documents?|records|data)$",
    re.IGNORECASE,
)
_LONGEST_LABEL = 5  # words


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What a label says of its paragraph, and the speaker's one name where the text gives it."""

    relation: Relation
    speaker: str | None


def labelled(paragraph: Paragraph, cast: Cast) -> Label | None:
    """Return what a label says of a whole paragraph.

    A turn of a transcript or a source of news counts as one; any other label ("Washington:") may be a place.
    """
    text = paragraph.text
    before = _LABEL.match(text)
    found = before and _label(text, before, (before.end(), len(text)), cast)
    if found is None and len(paragraph.sentences) == 1:
        behind = _BEHIND.search(text)
        found = behind and _label(text, behind, (0, behind.start()), cast)
    return found


def _label(text: str, match: re.Match[str], said: tuple[int, int], cast: Cast) -> Label | None:
    label = match["label"].strip()
    speaker = _speaker(label, cast)
    if said[0] >= said[1] or not (speaker or _is_source(label)):
        return None
    content = trim(text, Span(start=said[0], end=said[1]))
    if content is None:
        return None
    source = Span(start=match.start("label"), end=match.start("label") + len(label))
    cue = Span(start=match.start("cue"), end=match.end("cue"))
    return Label(relation=Relation(source=source, cue=cue, contents=(content,)), speaker=speaker)


def _is_source(label: str) -> bool:
    return bool(_TURN.match(label) or (_TITLED.match(label) and label.isupper()) or _OFFICIAL.match(label))


def _speaker(label: str, cast: Cast) -> str | None:
    """Return the person of the text whose name a label is, in capitals or not."""
    words = label.split()
    if not words or len(words) > _LONGEST_LABEL or not all(word[:1].isupper() for word in words):
        return None
    name = _TITLE.sub("", label)
    return cast.person(name) if name.split() else None
