"""Speakers set apart from their words: transcripts ("MS. TOLLAND:", "Q:"), headlines ("Police: two held"), signatures.

A signature is a name behind a quotation and a dash, as below a letter: “We were not asked.” — Olga Renn.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.data import Span
from onrecord.extract.reading.cast import Cast
from onrecord.extract.reading.paragraphs import Paragraph
from onrecord.extract.tagging.linking import Relation
from onrecord.text.names import find_names
from onrecord.text.spans import trim

_AT = r"(?:\[?\d{1,2}[:.]\d\d(?::\d\d)?\]?(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{3,4})?\s(?:[-–]\s)?)?"
"""The time that may stand before a label: "14:32 Holt: …"."""
_HANDLE = r"(?:RT\s)?@\w{2,30}"
_LABEL = re.compile(rf"(?:[-*•–]\s)?{_AT}[“\"]?(?P<label>{_HANDLE}|[^\W\d_][^:\n“”\"?!;]{{0,60}}?)(?P<cue>:)\s+(?=\S)")
_BEHIND = re.compile(r"(?P<cue>:)\s+(?P<label>[^\W\d_][^:\n“”\"?!;,.]{0,40})$")
_DASHED = re.compile(r"(?P<cue>\s[–—-])\s(?P<label>[^\W\d_][^:\n“”\"?!;,.–—-]{0,40})$")
_SIGNATURE = re.compile(
    r"[”\"»]\s*(?P<cue>[―—–]|--?)\s*(?P<label>[^\W\d_][\w.’'-]*(?:\s[^\W\d_][\w.’'-]*){1,3}?)\.?(?:,[^“”\":;?!]{0,80})?\s*$"
)
_TURN = re.compile(
    r"^(?:Q|A|QUESTION|ANSWER|INTERVIEWER|MODERATOR|HOST|ANCHOR|REPORTER|(?:UNIDENTIFIED )?(?:FE)?MALE"
    r"|(?:THE )?(?:PRESIDENT|COURT|CHAIR|WITNESS|SPEAKER))\.?$"
)
_RANKS = (
    "MR|MRS|MS|MISS|DR|SEN|REP|GOV|GEN|JUDGE|SECRETARY|PRESIDENT|PRIME MINISTER|MINISTER|MIN|AMB|COL|CAPT|LT|SGT|PROF"
    "|CHAIR|CHIEF|MAYOR"
)
_TITLED = re.compile(rf"^(?:{_RANKS})\.? [A-Z]")
_TITLE = re.compile(rf"^(?:{_RANKS})\.? ")
_OFFICIAL = re.compile(
    r"^(?:(?!(?:for|of|the|to|in|on|at|by) )[\w.’'-]+ ){0,3}"
    r"(?:police|officials?|prosecutors?|authorities|ministry|minister|government|military|army|"
    r"reports?|study|studies|polls?|survey|sources?|witness(?:es)?|experts?|lawyers?|aides?|spokes(?:man|woman|person)|"
    r"mayor|governor|sheriff|coroner|judge|court|documents?|records|data)$",
    re.IGNORECASE,
)
_COUNT = re.compile(r"[\d.,]+%?(?:\s[^\W\d]+)?\.?")
"""What stands behind a name in a list of results, and is nobody's word: "Olga Renn: 1,769 votes"."""
_LONGEST_LABEL = 5  # words


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What a label says of its paragraph, and the speaker's one name where the text gives it."""

    relation: Relation
    speaker: str | None
    verbatim: bool = False
    """It is a turn of a transcript, whose words are the speaker's own."""
    answers: bool = False
    """It goes on with the question before, and so with whom that is of."""


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
        dashed = _DASHED.search(text) if found is None else None
        if dashed is not None and _OFFICIAL.match(dashed["label"]):
            found = _label(text, dashed, (0, dashed.start()), cast)
    return found or _signed(paragraph, cast) or _quoted_first(paragraph, cast)


def _quoted_first(paragraph: Paragraph, cast: Cast) -> Label | None:
    """Return what a headline says that begins with a quotation: "‘We will not go’: Holt defies the court"."""
    text, quotes = paragraph.text, paragraph.quotes
    if not quotes or quotes[0].start != 1 or text[quotes[0].end + 1 : quotes[0].end + 3] != ": ":
        return None
    colon = quotes[0].end + 1
    named = find_names(text[colon + 2 :])
    if not named or named[0].span.start > 0 or len(paragraph.sentences) > 1:
        return None
    source = Span(start=colon + 2, end=colon + 2 + named[0].span.end)
    relation = Relation(source=source, cue=Span(start=colon, end=colon + 1), contents=(quotes[0],))
    return Label(relation=relation, speaker=cast.full(named[0].words))


def _signed(paragraph: Paragraph, cast: Cast) -> Label | None:
    """Return what a signature says of a paragraph that is a quotation besides."""
    text, quotes = paragraph.text, paragraph.quotes
    signature = _SIGNATURE.search(text, quotes[-1].end) if quotes else None
    if signature is None or len(quotes) > 1 or text[: quotes[0].start].strip('“”"„« >'):
        return None
    name = signature["label"].rstrip(".")
    if not all(word[0].isupper() for word in name.split()):
        return None
    source = Span(start=signature.start("label"), end=signature.start("label") + len(name))
    cue = Span(start=signature.start("cue"), end=signature.end("cue"))
    relation = Relation(
        source=source, cue=cue, contents=(Span(start=max(0, quotes[0].start - 1), end=quotes[0].end + 1),)
    )
    return Label(relation=relation, speaker=_speaker(name, cast) or name)


def _label(text: str, match: re.Match[str], said: tuple[int, int], cast: Cast) -> Label | None:
    label = match["label"].strip()
    speaker = _speaker(label, cast)
    posts = re.fullmatch(_HANDLE, label) is not None
    is_turn = posts or (label.isupper() and text[0] in '“"')  # of a transcript that is quoted
    if said[0] >= said[1] or not (speaker or is_turn or _is_source(label)):
        return None
    content = trim(text, Span(start=said[0], end=said[1]))
    if content is None or (speaker and not is_turn and _COUNT.fullmatch(content.cut(text))):
        return None
    source = Span(start=match.start("label"), end=match.start("label") + len(label))
    cue = Span(start=match.start("cue"), end=match.end("cue"))
    relation = Relation(source=source, cue=cue, contents=(content,))
    turn = posts or label.isupper() or (speaker is not None and cast.takes_turns)
    return Label(
        relation=relation,
        speaker=speaker,
        verbatim=turn and source.start < content.start,
        answers=label.upper() in ("A", "ANSWER"),
    )


def _is_source(label: str) -> bool:
    return bool(_TURN.match(label) or (_TITLED.match(label) and label.isupper()) or _OFFICIAL.match(label))


def _speaker(label: str, cast: Cast) -> str | None:
    """Return the person of the text whose name a label is, in capitals or not."""
    if label in cast.initials:
        return cast.initials[label]
    words = label.split()
    if not words or len(words) > _LONGEST_LABEL:
        return None
    if not all(word[:1].isupper() for word in words):
        named = find_names(label)  # "Fire chief Karl Holt"
        titled = len(named) == 1 and named[0].role != "" and named[0].span.end == len(label)
        return cast.full(named[0].words) if titled else None
    name = _TITLE.sub("", label)
    return cast.person(name) if name.split() else None
