"""What a document only passes on: claims that it says are not so, and the sentences of a list of somebody's claims.

Cut out, neither says any more what it is.
"""

from __future__ import annotations

import re

from onrecord.data import Span
from onrecord.text.sentences import sentences

_NEAR = 600
"""Characters behind a claim in which it is rejected, as a rule in the next sentences."""
_LONGEST = 3_000
"""Characters before a sentence in which its paragraph is looked through."""
_CLAIMS = re.compile(
    r"\b(?:posts?|tweets?|videos?|clips?|(?:photo(?:graph)?|picture|image|screenshot|recording|meme|message|leaflet|text)s?)\b"
    r"[^.;“”]{0,80}?\b(?:claim|say|said|suggest|alleg|assert|purport|stat|warn|read)(?:s|es|ed|ing)?\b"
    r"|\b(?:the|an?|these|those|such|viral|online|widespread|false|old)\s(?:[a-z]+\s){0,2}(?:claim|rumou?r|hoax|story|stories)"
    r"(?:e?s)?\b[^.;“”]{0,60}?\b(?:that|says?|has it|claims?)\b"
    r"|^\W*(?:rumou?rs|claims|hoaxes)\b[^.;“”]{0,60}?\bthat\b",
    re.IGNORECASE,
)
"""What is said by something that goes round, which nobody answers for."""
_REJECTS = re.compile(
    r"\b(?:none|nothing|not a word) of (?:it|this|that|which|them|these)\b"
    r"|\b(?:is|are|was|were|as)\s(?:[a-z]+ly\s)?(?:false|untrue|not true|not so|fakes?|hoaxes"
    r"|an? (?:fake|hoax|lie|fabrication)|made[ -]up|fabricated|baseless|unfounded|nonsense)\b"
    r"|\bno (?:truth|evidence|basis|such)\b|\bdebunk\w*|\b(?:did not|never) happen|n['’]t (?:true|so|happen)\b"
    r"|\b(?:den(?:y|ie)|reject|dismiss|refut|disprov)(?:s|d|ed|es|ing)?\s(?:it|this|that|them|(?:the|these|those)\s"
    r"(?:[a-z]+\s)?(?:claim|rumou?r|post|story|stories|report|allegation|video|message)s?)\b",
    re.IGNORECASE,
)
_WHAT_IS_LISTED = (
    "complaint|grievance|claim|allegation|accusation|charge|objection|argument|criticism|demand|rumou?r|falsehood"
    "|reproache?|reason"
)
_LISTS = re.compile(
    r"(?<!\bthe\s)(?<!\ba\s)\b(?:(?:list|enumerat|recit|repeat|set|lay|laid|read|rattl|r[au]n|went|go)(?:s|es|ed|d|ing)?(?:\s(?:out|off|through))?"
    r"|(?:gave|gives?|made|makes?|had|has)(?=\s(?:an?|two|three|four|five|six|seven|eight|nine|ten|\d+|several|many)\b))\s"
    rf"(?:[\w’'-]+\s){{0,5}}?(?:{_WHAT_IS_LISTED})s?\b[^,;“”]{{0,60}}$"
    r"|\b(?:says?|said|claim(?:s|ed)?|reads?|goes|went|wrote|writes|alleg(?:es|ed)):(?=\s*(?:[^\s“\"„«]|$))",
    re.IGNORECASE,
)
"""How a sentence ends, or goes on, that leads to a list of what somebody says: "She listed her complaints."."""
_MAY_LEAD = re.compile(rf"{_WHAT_IS_LISTED}|:", re.IGNORECASE)
_SAID = re.compile(
    r"\b(?:sa(?:id|ys?)|told|tells|claim(?:s|ed)|according to|alleg(?:es|ed)|accus(?:es|ed)|wrote|writes|added|adds)\b",
    re.IGNORECASE,
)
_MARKS = " \t•*·▪‣–—-"
"""What stands before an item of a list."""


def is_passed_on(text: str, span: Span) -> bool:
    """Say whether a sentence of ``text`` tells what the text rejects, or is of a list that somebody is said to give."""
    words = span.cut(text)
    if _CLAIMS.search(words) and not _REJECTS.search(words) and _REJECTS.search(text, span.end, span.end + _NEAR):
        return True
    return not _SAID.search(words) and _is_listed(text, span)


def _is_listed(text: str, span: Span) -> bool:
    """Say whether a sentence before this one, in its paragraph or right above it, leads to a list."""
    before = text[max(0, span.start - _LONGEST) : span.start]
    if not _MAY_LEAD.search(before):
        return False
    *lines, paragraph = before.split("\n")
    if paragraph.strip(_MARKS):
        return any(_leads(one.cut(paragraph)) for one in sentences(paragraph))
    above = [line.strip() for line in lines if line.strip()]
    while paragraph.strip() and above and above[-1][0] in _MARKS:
        above.pop()  # another item of the same list
    return any(_leads(one.cut(line)) for line in above[-1:] for one in sentences(line)[-1:])


def _leads(sentence: str) -> bool:
    return _LISTS.search(sentence.rstrip(" .")) is not None
