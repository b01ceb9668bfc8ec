"""What a document only passes on: claims that it says are not so, the sentences of a list of somebody's claims, plots.

Cut out, neither says any more what it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

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
_FICTION = (
    r"(?:novel|novella|film|movie|thriller|sitcom|screenplay|musical|opera|fairy tale|short story|graphic novel"
    r"|video game|(?:stage|radio|television|tv) (?:play|drama))"
)
_PLOT = re.compile(
    rf"^\W*In\s(?:the|a|an|his|her|their|this)\s(?:[\w’'-]+\s){{0,3}}?{_FICTION}(?=,|\s(?:by|of)\s[^.]*,)"
    rf"|^\W*(?:The|This|An?|Her|His|Their|Its|[A-Z][\w’'-]+['’]s)\s(?:[\w’'-]+\s){{0,4}}?{_FICTION}\b[^.;“”]{{0,60}}?\s(?:tells|follows|depicts|portrays|imagines|recounts|chronicles|(?:is|are)\s(?:set|about)"
    r"|(?:centres|centers|revolves)\s(?:on|around)|takes place|opens with|begins with|ends with)\b",
    re.IGNORECASE,
)
"""What leads to what happens in something made up: "In the film, …", "The novel tells the story of …"."""
_MADE_UP = re.compile(rf"\b{_FICTION}\b", re.IGNORECASE)
_DOCUMENTARY = re.compile(r"\b(?:documentary|real[ -]life|true story)\b", re.IGNORECASE)
_REAL = re.compile(r"\b(?:said|says|stars?|was|were|had|did|[a-z]{2,}ed|won|sold|made|told)\b")
"""What sentences of a plot, which is told in the present, seldom have."""
_LEAKED = re.compile(
    r"^\W*According to\s(?:an?|the|that|this|another)\s(?:[\w’'-]+\s){0,4}?"
    r"(?:leaked|draft|unpublished|confidential|secret)\b"
    r"|^\W*An?\s(?:[\w’'-]+\s){0,3}?(?:leaked|unpublished)\s(?:[\w’'-]+\s){1,4}?(?:says?|shows?|reveals?|states?|proposes?)\b",
    re.IGNORECASE,
)
"""What leads to what stands in a paper that nobody has published: "According to a leaked draft, …"."""
_MARKS = " \t•*·▪‣–—-"
"""What stands before an item of a list."""


def is_of_a_plot(text: str, span: Span) -> bool:
    """Say whether a sentence of ``text`` tells what happens in something made up, and not what has happened."""
    words = span.cut(text)
    if _PLOT.search(words):
        return not _DOCUMENTARY.search(words)
    leads = (one for one in _before(text, span) if _PLOT.search(one)) if _REAL.search(words) is None else ()
    return any(not _DOCUMENTARY.search(one) for one in leads)


def tells_of_fiction(words: str) -> bool:
    """Say whether words themselves say that they are of a novel, a film or another thing made up."""
    return _MADE_UP.search(words) is not None


def is_of_a_leaked_paper(text: str, span: Span) -> bool:
    """Say whether a sentence goes on with what its paragraph has begun to give from a paper that was leaked."""
    return not _SAID.search(span.cut(text)) and any(_LEAKED.search(one) for one in _before(text, span))


def _before(text: str, span: Span) -> Iterator[str]:
    """Yield the sentences that stand before one in its paragraph."""
    paragraph = text[max(0, span.start - _LONGEST) : span.start].rpartition("\n")[2]
    return (one.cut(paragraph) for one in sentences(paragraph))


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
