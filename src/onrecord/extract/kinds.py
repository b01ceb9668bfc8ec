"""What kind of thing a sentence states."""
# ruff: noqa: E501 (a pattern cut into lines cannot be read)

from __future__ import annotations

import re

from onrecord.data import Figure, StatementKind

_FORECAST = re.compile(
    r"\b(?:will|won['’]t|shall|is expected|are expected|is due|are due|is set to|are set to|plans? to|is likely|"
    r"are likely|aims? to|hopes? to|is going to|are going to|is scheduled|are scheduled|next (?:week|month|year))\b",
    re.IGNORECASE,
)
_OPINION = re.compile(
    r"\b(?:it(?:['’]s| is) (?:important|essential|vital|worth|clear|hard|time)|i (?:think|believe|"
    r"feel|hope)|we (?:think|believe|need)|in my (?:view|opinion)|unfortunately|sadly|arguably|(?-i:best|worst)(?!-)|beautiful|"
    r"terrible|wonderful|shameful|disgrace\w*|brilliant|if you(?:['’]re| are|['’]d)|i can|let me know|feel free|"
    r"you can (?:explore|find|also))\b",
    re.IGNORECASE,
)
_DUTY = re.compile(r"\b(?:should|must|ought to)\b", re.IGNORECASE)
_QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]")
_ASIDE = re.compile(r", (?:who|whose|which|where)\b[^,]*,")
_PAST = re.compile(
    r"(?<!\bthat )(?<!\bwho )(?<!\bwhich )\b(?:has|have|had|was|were|did|\w{2,30}ed(?! (?:in|on|at|by|with|near|from|for|to)\b)|"
    r"won|made|took|gave|held|met|found|sent|built|drew|broke|told|said|put|set|struck|chose|wrote|began|led|lost)\b",
    re.IGNORECASE,
)
"""A verb of what was or has been done; a participle that only describes a noun is none."""
_STATE = re.compile(
    r"\b(?:is|are|isn['’]t|aren['’]t|(?:has|have|hasn['’]t|haven['’]t)(?! (?:\w+ly |also |already |now |just |since |never |not ){0,2}"
    r"(?:\w{2,30}ed|been|begun|become|done|gone|made|taken|given|seen|left|led|lost|won|held|met|found|sent|built|sold|bought|"
    r"told|said|put|set|cut|risen|fallen|grown|shown|written|spoken|broken|chosen|drawn|come|got|gotten)\b)|"
    r"remains?|continues?|stands? at|holds?|includes?|faces?|"
    r"supports?|lives?|owns?|leads?|heads?|serves?|seeks?|wants?)\b",
    re.IGNORECASE,
)


def kind_of(words: str, figures: tuple[Figure, ...], *, said: bool) -> StatementKind:
    """Return the kind of a statement.

    A forecast or opinion that somebody is said to have uttered is an event: that it was said can be checked.
    """
    if words.rstrip("”\"’' ").endswith("?"):
        return StatementKind.QUESTION
    # Praise and blame between quotation marks are somebody's; and what was done to bring about or to plan
    # something, or ruled, has been done: what follows such a verb only says what it was about.
    narrated = _ASIDE.sub(" ", _QUOTED.sub(" ", words))
    if not said and (_OPINION.search(narrated) or _governs(_DUTY, narrated)):
        return StatementKind.OPINION
    if not said and _governs(_FORECAST, narrated):
        return StatementKind.FORECAST
    if figures:
        return StatementKind.FIGURE
    return StatementKind.STATE if _STATE.search(words) and not said else StatementKind.EVENT


def _governs(cue: re.Pattern[str], words: str) -> bool:
    """Say whether the first cue in ``words`` stands there with no verb of the past before it."""
    found = cue.search(words)
    return found is not None and not _PAST.search(words, 0, found.start())
