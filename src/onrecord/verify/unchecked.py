"""Why a statement cannot be checked at all: it states nothing that a record could have, or not alone."""

from __future__ import annotations

import re
from collections.abc import Callable

from onrecord.data import FACTUAL_KINDS, Reason, ReasonCode, Statement, StatementKind
from onrecord.verify.comparing.claims import Claim
from onrecord.verify.comparing.quotes import LONGEST
from onrecord.verify.planned import may_be_planned
from onrecord.verify.reading.gist import Gist
from onrecord.verify.reading.verbless import only_names

FORECAST = Reason(code=ReasonCode.FORECAST, words="about what is to come, which is on no record yet")
_OF_A_KIND = {
    StatementKind.OPINION: Reason(code=ReasonCode.OPINION, words="an opinion, which no record can bear out"),
    StatementKind.QUESTION: Reason(code=ReasonCode.QUESTION, words="a question, which states nothing"),
    StatementKind.FORECAST: FORECAST,
}
_NOTHING = Reason(code=ReasonCode.STATES_NOTHING, words="speaks to its readers or of its page, and states nothing else")
_WISH = Reason(code=ReasonCode.STATES_NOTHING, words="a wish or an exclamation, which states nothing")
_ASKING = Reason(code=ReasonCode.STATES_NOTHING, words="tells of the newsroom's own asking, which is on no record")
_LITTLE = Reason(code=ReasonCode.NOT_ALONE, words="cannot be read alone: it says too little to be of any one thing")
_NAMES = Reason(code=ReasonCode.STATES_NOTHING, words="only names whom or what it shows, and states nothing of them")

_BROKEN_OFF = Reason(code=ReasonCode.NOT_ALONE, words="is broken off: what it states cannot be told")
_ELSEWHERE = Reason(code=ReasonCode.NOT_ALONE, words="cannot be read alone: what is said or done stands elsewhere")

_CUT_SHORT = re.compile(r"\s(?:\.{3}|…)\s*$")
"""How lists of headlines break one off."""
_LEADS_IN = re.compile(
    r"\b(?:says|said|writes|wrote|reads|read|asks|asked|adds|added|replies|replied|told (?:[\w’'-]+ ?){1,3})\s*:\s*$"
    r"|^(?:in|over|for|on|at|among|key|main|other) (?:[\w’'-]+ ?){1,4}:\s*$",
    re.IGNORECASE,
)
_NOBODY_SAYS = re.compile(r"(?:says|said|say|told [\w’'-]+) (?!the\b)[a-z]")
"""What somebody says, without who: "says some papers have been found"."""
_TAKES_UP = re.compile(
    r"(?!.*\b(?:what|who|whose|which|where|when|why|how|than|as|that)\b)(?:[\w’'-]+,? ){1,5}(?:\[[^\[\]]{1,60}\] )?"
    r"(?:(?:did|does|do|has|had|have|can|could|would|will|is|are|was|were)(?:n['’]t)?(?: not| too)?"
    r"|(?:intend|plan|want|hope|like|need|mean|use)(?:s|ed)? to)[.!]*",
    re.IGNORECASE,
)
"""A verb whose deed is told in the sentence before: "And he intends to", "Lund did not"."""
_PRONOUN_SUBJECT = re.compile(
    r"(?:(?:but|and|so|however|meanwhile|then|still|later),? )?"
    r"(he|she|they|it|(?:this|that|these|those)(?= (?:is|was|are|were|has|have|had|will|would|means|came|led|made)\b))"
    r"\b(?! \[)",
    re.IGNORECASE,
)
_LEFT_OUT = re.compile(
    r"\[?(?:[A-Z][\w’'.-]*[ -]){0,3}[A-Z][\w-]*['’]s\]? "
    r"(?!(?:is|was) (?:the|an?|one)\b)(?:is|was|are|were|has|had|will|began|begins|ended|ends|started|starts) "
)
"""A subject that leaves out what it owns: "Harrow County's is in place"."""
_EMPTY_IT = re.compile(
    r"it(?:['’]s| is| was| has been| remains| will be) (?:[\w-]+ ){1,4}(?:that|to|whether|who)\b", re.IGNORECASE
)
"""\"It is clear that ...\": a subject that stands for nothing."""
_OPEN_OBJECT = re.compile(r"\b(?:denied|denies|confirmed|confirms|rejected|disputed|said|did) (that|this|it|so)\W*$")
_WHOEVER = re.compile(
    r"(?:(?:but|and|so|then|still|later|well|because|while|when|if|as|now|yes|no),? )?"
    r"(i|we|you|let['’]s|let us)(?:['’](?:m|ve|re|d|ll))?\b",
    re.IGNORECASE,
)
"""A subject that is whoever speaks or reads: who that is, a sentence of nobody's does not tell."""
_INSTRUCTS = re.compile(
    r"\(?(?:please )?(?:follow|read|check|subscribe|click|download|visit|join|see|contact|e-?mail|listen|learn|tune|"
    r"stay|sign|pick|get|expect|shoot) (?:out|up|in|more|here|to|on|the|our|us|your|her|his|him|them|these|this|all|a|"
    r"an|even|after|below|for)\b|read more\b|to (?:subscribe|sign up|register|donate)\b"
    r"|here['’]?(?:s| is| are) (?:more|all|some) (?:information|details|on|about)\b"
    r"|(?:contact|reach|e-?mail) .{2,80}(?:@| at (?:\(?\d|\S+@))"
    r"|(?:see|watch|find out|learn) (?:how|what|which|who|where|why|if|whether|on)\b"
    r"|follow .{2,60} on (?:twitter|facebook|instagram|threads|bluesky|linkedin|x)\b"
    r"|.{0,80}\bshoot (?:her|him|them|us) an e-?mail\b"
    r"|(?:see|watch|read|listen to|click) (?:the|this|his|her|their|more) (?:[a-z]+ ){0,4}here\W*$"
    r"|(?:turn|tune in|go|head(?: over)?|switch) to .{2,60} for (?:the |our |more |live |full |all |up[- ]to)"
    r"|\(?you can (?:get|have|find) .{2,80} (?:delivered|sent|e-?mailed) to your\b"
    r"|(?:if|when) [^.]{2,120}\b(?:then |, )let us (?:introduce|show|help|tell|send|know)\b"
    r"|here['’]?(?:s| is| are) (?:what|everything|how|why|where|who|a look|a list|the latest)\b",
    re.IGNORECASE,
)
"""What tells readers what to do, or what comes next, in the words of sites."""
_OFFERS = re.compile(
    r"\b(?:if you(?:['’]re| are|['’]d)|i can|let me know|feel free|you can (?:explore|find|also))\b", re.IGNORECASE
)
"""What speaks to whoever asked; no opinion, though it is as little on any record."""
_OF_ITS_PAGE = re.compile(
    r"this (?:story|article|report|headline|page)(?: and (?:headline|story))? (?:has|have|was|were) "
    r"(?:also )?(?:been )?(?:updated|corrected|amended)\b|(?:the )?(?:opinions|views) expressed\b"
    r"|\W*(?:with )?(?:additional )?(?:reporting|writing|editing|files|material|research) (?:by|from) (?:the )?"
    r"(?-i:[A-Z])[\w’'.-]*(?:,? (?:(?:and|in|for|of|the) )*(?-i:[A-Z])[\w’'.-]*)*$|additional reporting\b"
    r"|.{2,120} contributed (?:reporting\b|to this (?:story|report|article)\b)"
    r"|(?:obtained|provided|supplied|compiled|illustrated|photographed) by [^,;]{2,60}$"
    r"|this (?:story|article|report) (?:is|was) (?:first |originally )?(?:re)?published\b",
    re.IGNORECASE,
)
_POINTS = re.compile(
    r"(?:(?:read |see )?(?:more|also|related)|read|watch|listen|(?:in )?pictures|photos"
    r"|your [\w ]{0,40}guide[\w ]{0,40}):"
    r"|here(?:['’]s| are| is) (?:a|an|the|some|our|your|a few|\d+|three|five|seven|ten) "
    r"|.{0,80}:\s?(?:see|read|watch|here are)\b|.{0,120}\bhere['’]?(?:s| is| are) .{2,120}:$",
    re.IGNORECASE,
)
"""What points at another page, or at what follows."""
_WISHED = re.compile(
    r"(?:god|heaven) (?:save|bless|rest|help|keep|forgive)\b|long (?:live|may)\b|(?:\w+ )?(?:rest in peace|good luck)\b"
    r"|may (?:god|he|she|they|you|we|his|her|their|your|our) |what an? [^.!?]{2,60}!+$"
    r"|what an? (?:[\w’'-]+ ){1,4}(?:it|he|she|they|we|you|this|that|a (?:day|week|month|year|decade)) "
    r"[^.!?]{1,30}[.!]*$",
    re.IGNORECASE,
)
"""What is wished or exclaimed: "God save the king", "What a difference a year makes"."""
_HEADS = re.compile(
    r"(?:the|its|some(?: of the)?|a few) (?:main|key|central|most important|other) "
    r"(?:points|facts|figures|numbers|details|findings|measures|events|dates|takeaways|changes)\b[^.:;]{0,80}:$"
    r"|(?:what|how|why|who|where) (?!.*\b(?:is|was|are|were|has|have|had|will|would)\b)[^.?!,;:]{2,80}[^.?!,;:\s”\"]$",
    re.IGNORECASE,
)
"""What heads a section or a list: "What the council wants to know"."""
_UNANSWERED = re.compile(
    r"\b(?:did|has|have|had) (?:not|yet to)(?: yet| immediately)*(?: to)? (?:respond|repl(?:y|ied)|return|answer)"
    r"(?:ed)?\b.{0,60}\b(?:comments?|requests?|calls?|e-?mails?|messages?|inquir(?:y|ies)|enquir(?:y|ies)|questions?)\b"
    r"|\b(?:has|have) (?:contacted|reached out to|asked) .{1,80} for (?:a )?comment\b",
    re.IGNORECASE,
)
"""What a newsroom tells of its own asking: of the same people it is told on many days, of many matters."""
_BY_ITS_WORDS: tuple[tuple[Callable[[str], object], Reason], ...] = (
    *((pattern.match, _NOTHING) for pattern in (_INSTRUCTS, _OF_ITS_PAGE, _POINTS, _HEADS)),
    (_WISHED.match, _WISH),
    (_CUT_SHORT.search, _BROKEN_OFF),
    (_LEADS_IN.search, _ELSEWHERE),
    (_NOBODY_SAYS.match, _ELSEWHERE),
    (_TAKES_UP.fullmatch, _ELSEWHERE),
    (_UNANSWERED.search, _ASKING),
    (only_names, _NAMES),
)
"""What tells by its words that a text states nothing that a record could have."""


def why_unchecked(claim: Claim) -> Reason | None:
    """Say why a statement cannot be checked at all, or None when it can."""
    statement = claim.statement
    if statement.kind not in FACTUAL_KINDS and not may_be_planned(claim):
        offers = statement.kind is StatementKind.OPINION and _OFFERS.search(statement.text)
        return _NOTHING if offers else _OF_A_KIND[statement.kind]
    if len(statement.text) > LONGEST:
        words = f"{len(statement.text):,} characters are too many to be checked as one statement"
        return Reason(code=ReasonCode.BUDGET, words=words)
    told = next((reason for says, reason in _BY_ITS_WORDS if says(statement.text)), None)
    if told is not None:
        return told
    left_open = _LITTLE if _says_too_little(claim.gist) else _open_subject(statement)
    return None if statement.attribution and statement.attribution.speaker else left_open


def _says_too_little(stated: Gist) -> bool:
    """Say whether a statement names and counts nothing, and has one word that says something, or a time alone.

    Such are "at his hand" and "on now to 2024".
    """
    spans = [time.span for time in stated.times]
    told = [word for word in stated.words if word.content and not any(span.covers(word.span) for span in spans)]
    counted = any(not any(span.overlaps(one.span) for span in spans) for one in stated.numbers)
    return not (stated.names or counted or len(stated.words) <= 1) and len(told) <= (0 if spans else 1)


def _open_subject(statement: Statement) -> Reason | None:
    """Say that nothing tells whom a statement is of, where that is so."""
    if statement.unresolved:
        words = "cannot be read alone: nothing says for certain whom or what its subject stands for"
        return Reason(code=ReasonCode.NOT_ALONE, words=words, here=statement.unresolved[0])
    subject = _PRONOUN_SUBJECT.match(statement.text) or _WHOEVER.match(statement.text)
    subject = _OPEN_OBJECT.search(statement.text) or (None if _EMPTY_IT.match(statement.text) else subject)
    if _LEFT_OUT.match(statement.text):
        return _ELSEWHERE
    if subject:
        words = f"cannot be read alone: nothing says whom or what “{subject[1]}” stands for"
        return Reason(code=ReasonCode.NOT_ALONE, words=words)
    return None
