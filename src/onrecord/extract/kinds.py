"""What kind of thing a sentence states."""
# ruff: noqa: E501 (a pattern cut into lines cannot be read)

from __future__ import annotations

import re

from onrecord.data import Attribution, Directness, Figure, StatementKind

_FORECAST = re.compile(
    r"\b(?:will|won['’]t|shall|is expected|are expected|is due|are due|is set to|are set to|plans? to|is likely|"
    r"are likely|aims? to|hopes? to|is going to|are going to|is scheduled|are scheduled|next (?:week|month|year))\b",
    re.IGNORECASE,
)
_OPINION = re.compile(
    r"\b(?:should|must|ought to|it(?:['’]s| is) (?:important|essential|vital|worth|clear|hard|time)|i (?:think|believe|"
    r"feel|hope)|we (?:think|believe|need)|in my (?:view|opinion)|unfortunately|sadly|arguably|best|worst|beautiful|terrible|"
    r"wonderful|shameful|disgrace\w*|brilliant|if you(?:['’]re| are|['’]d)|i can|let me know|feel free|you can (?:explore|find|also))\b",
    re.IGNORECASE,
)
_STATE = re.compile(
    r"\b(?:is|are|isn['’]t|aren['’]t|has|have|hasn['’]t|haven['’]t|remains?|continues?|stands? at|holds?|includes?|faces?|"
    r"supports?|lives?|owns?|leads?|heads?|serves?|seeks?|wants?)\b",
    re.IGNORECASE,
)


def kind_of(words: str, attribution: Attribution | None, figures: tuple[Figure, ...]) -> StatementKind:
    """Return the kind of a statement.

    A forecast or opinion that somebody is said to have uttered is an event: that it was said can be checked.
    """
    if words.rstrip("”\"’' ").endswith("?"):
        return StatementKind.QUESTION
    said = attribution is not None and (attribution.source is not None or attribution.directness is Directness.DIRECT)
    if not said and _OPINION.search(words):
        return StatementKind.OPINION
    if not said and _FORECAST.search(words):
        return StatementKind.FORECAST
    if figures:
        return StatementKind.FIGURE
    return StatementKind.STATE if _STATE.search(words) and not said else StatementKind.EVENT
