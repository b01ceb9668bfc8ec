"""What kind of thing a sentence states."""
# ruff: noqa: E501 (a pattern cut into lines cannot be read)

from __future__ import annotations

import re

from onrecord.data import Figure, StatementKind

_FORECAST = re.compile(
    r"(?<!\bthat )(?<!\bwhich )(?<!\bwho )\b(?:(?-i:will|WILL|Will(?= [a-z]))|won['’]t|shall|is expected|are expected|is due|are due|is set to|are set to|"
    r"(?<!\bthe )(?<!\ba )(?<!\bhis )(?<!\bher )(?<!\bits )(?<!\btheir )(?<!\bof )(?<!\bnew )(?<!['’]s )(?<!s['’] )plans? to|is likely|"
    r"are likely|aims? to|hopes? to|is going to|are going to|is scheduled|are scheduled|next (?:week|month|year))\b",
    re.IGNORECASE,
)
_CONDITIONAL = re.compile(
    r"(?:but |and |so )?if [^.;:]+, (?:[^.;:,]+, )?[^.;:,]{1,80}\b(?:will|won['’]t)\b", re.IGNORECASE
)
"""What will be so if something else comes about, whatever has been done for that by now."""
_OPINION = re.compile(
    r"\b(?:it(?:['’]s| is) (?:important|essential|vital|worth|clear|hard|time)|i (?:think|believe|"
    r"feel|hope)|we (?:think|believe|need)|in my (?:view|opinion)|arguably|if you(?:['’]re| are|['’]d)|i can|let me know|feel free|"
    r"you can (?:explore|find|also))\b",
    re.IGNORECASE,
)
_PRAISE = (
    r"(?:(?-i:best|worst)(?!-| (?:picture|act(?:or|ress)|director|new artist|album|song|film|player|supporting|original|animated"
    r"|documentary|foreign|jazz|pop|rap|rock|country|in show)\b)|beautiful|terrible|wonderful|shameful|disgrace\w*|brilliant)"
)
"""Words of praise and blame, those in the names of prizes left out."""
_PRAISED = re.compile(
    r"\b(?:is|are|was|were|be|been|seems?|looks?|sounds?|['’]s|['’]re)\s(?:(?:so|very|the|an?|not|one of the|simply|\w+ly)\s){0,3}"
    rf"{_PRAISE}(?!\s(?:[\w’'-]+\s){{1,3}}(?:in|since)\s)",
    re.IGNORECASE,
)
"""Praise or blame that is what the sentence says; the worst flood in fifty years is a fact or none."""
_VALUED = re.compile(rf"\b(?:{_PRAISE}|unfortunately|sadly)\b", re.IGNORECASE)
"""Words that value what is told: by themselves no opinion where something was done or counted."""
_DUTY = re.compile(r"\b(?:should|must|ought to)\b", re.IGNORECASE)
_ANNOUNCED = re.compile(
    r"(?:[^:]{1,80}: )?(?:here['’]s )?(?:what|how|why|where|when|who) (?:we|you|they|to) [^.!?:]{3,80}", re.IGNORECASE
)
"""A title that announces an answer and gives none: "Kessel flood: what we know"."""
_QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]")
_ASIDE = re.compile(r", (?:who|whose|which|where)\b[^,]*,")
_PAST = re.compile(
    r"(?<!\bthat )(?<!\bwho )(?<!\bwhich )\b(?:has|have|had|was|were|did|(?!(?:united|need|indeed|hundred|speed|breed|exceed|proceed|succeed)\b)\w{2,30}ed(?! (?:in|on|at|by|with|near|from|for|to)\b)|"
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


_LASTING = re.compile(
    r"\b(?:has|have)(?:n['’]t)?\s(?:\w+\s){0,3}?(?:been|led|held|run|\w{2,30}ed)\b.{0,80}?"
    r"\b(?:since|for\s(?:\w+\s){0,4}(?:years|decades?|months|weeks))\b"
)
"""What has been so for a time, and is so still."""
_INCIDENTAL = frozenset(
    "words things ways reasons questions sides kinds types steps choices beliefs hands halves".split()
)
_KNOWN_BEFORE = re.compile(r"\b(?:the|these|those|his|her|its|their|both|other)\s$", re.IGNORECASE)
_MOST_INCIDENTAL = 10
_FEWEST = 3  # words outside a quotation that say something


def kind_of(words: str, figures: tuple[Figure, ...], *, said: bool) -> StatementKind:
    """Return the kind of a statement, going by its words and by the figures that it states.

    A forecast or opinion that somebody is said to have uttered is an event: that it was said can be checked.
    """
    quoted = _QUOTED.sub(" ", words)
    if words.rstrip("”“\"’'»« ").endswith("?") and (quoted.rstrip().endswith("?") or len(quoted.split()) < _FEWEST):
        return StatementKind.QUESTION
    if not said and _ANNOUNCED.fullmatch(words):
        return StatementKind.QUESTION
    # Praise and blame between quotation marks are somebody's; and what was done to bring about or to plan
    # something, or ruled, has been done: what follows such a verb only says what it was about.
    narrated = _ASIDE.sub(" ", quoted)
    if not said and (_OPINION.search(narrated) or _governs(_DUTY, narrated) or _values(narrated, figures)):
        return StatementKind.OPINION
    if not said and (_governs(_FORECAST, narrated) or _CONDITIONAL.match(narrated)):
        return StatementKind.FORECAST
    if figures:
        return StatementKind.FIGURE
    lasts = _governs(_STATE, words) or _LASTING.search(words) is not None
    return StatementKind.STATE if lasts and not said else StatementKind.EVENT


def _values(words: str, figures: tuple[Figure, ...]) -> bool:
    """Say whether praise or blame is what is stated."""
    told = bool(figures) or any(one.group().lower() not in ("has", "have") for one in _PAST.finditer(words))
    return bool(_PRAISED.search(words)) or (not told and bool(_VALUED.search(words)))


def stated(text: str, figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """Return the figures of a text that it states, and does not count by the way: "in other words", "the two men"."""
    return tuple(figure for figure in figures if not _is_incidental(text, figure))


def _is_incidental(text: str, figure: Figure) -> bool:
    words = figure.span.cut(text)
    if not words.isalpha() or figure.value > _MOST_INCIDENTAL or figure.unit:
        return False
    return figure.counted in _INCIDENTAL or bool(
        _KNOWN_BEFORE.search(text, max(0, figure.span.start - 12), figure.span.start)
    )


def _governs(cue: re.Pattern[str], words: str) -> bool:
    """Say whether the first cue in ``words`` stands there with no verb of the past before it."""
    found = cue.search(words)
    return found is not None and not _PAST.search(words, 0, found.start())
