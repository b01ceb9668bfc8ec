"""The words by which furniture, replies and the parts beside an article are known."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.data import BlockKind, ReasonCode
from onrecord.restore.alternatives import by_letter
from onrecord.restore.phrases import REPLIES, SITES

_BAR = {"teaser": r"\s*(?:[:|>»-].*)?"}
"""What may follow the words of a kind."""
FURNITURE = tuple((BlockKind(kind), rf"(?:{words}){_BAR.get(kind, '')}") for kind, words in SITES["furniture"].items())
_LED, _LOUD = rf"(?i:{SITES['leads']['led']})", rf"(?:{SITES['leads']['loud']})(?: MORE)?"
LEADS = re.compile(rf"(?:{_LED}\s?[:|>»–-]|{_LOUD}\s?[:|>»])\s?(?=\S+\s+\S+\s+\S).*(?<![.;,])")
"""A label that leads to another story, and its headline."""
LEAD = re.compile(rf"(?<=[a-z,.!?…”’)\" ])(?=[A-Z])(?:{_LED}|{_LOUD})\s?[:|»]")
"""The label inside a line."""
BYLINE = re.compile(r"(?:by|von|par|por|di)\s+[^\W\d_].{1,80}", re.IGNORECASE)
CREDIT = re.compile(
    r"(?:courtesy of|distributed by) .{2,80}(?<![.!?])|"
    r"\(?(?:photo|picture|image|credit|source|file|illustration|graphic)s?\s*(?:credit|by)?\s*[:/].{1,120}|"
    r".{0,60}(?:via (?:AP|Reuters|Getty)|/(?:AFP|Getty|AP|Reuters))\b.{0,30}|\((?:AP|AFP|Reuters|dpa|UPI)\)",
    re.IGNORECASE,
)
_PERSON = r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,3}"
OWNED = re.compile(
    r"©\s?(?!\d{4}).{2,60}|"
    rf"(?:Opinion|Comment|Column|Analysis|Essay|Letter)s? ?[|:] ?{_PERSON}|{_PERSON},? (?:by|via) e-?mail"
)
"""Whose a text or a picture is; with a year it is the whole site's."""
DATELINE = re.compile(
    r"(?:(?:published|updated|posted|last updated|modified)\b.{0,60}\d.{0,40}|"
    r".{0,20}\b\d{1,2}[\s./-]\w{2,9}[\s./-](?:19|20)\d\d\b.{0,30}|"
    r"\w{3,9}\.? \d{1,2}, (?:19|20)\d\d\b.{0,30}|"
    r"(?:19|20)\d\d-\d\d-\d\d(?:(?:T|,? )\d\d:\d\d.{0,20})?)",
    re.IGNORECASE,
)
CORRECTION = re.compile(
    r"(?:(?:correction|clarification|editor['’]s note|korrektur(?:hinweis)?|richtigstellung|anmerkung der redaktion|"
    r"rectificati(?:f|on)|erratum|fe de errores|rectificación|errata corrige|errata|rectificatie|rättelse|rettelse|"
    r"sprostowanie|düzeltme|поправка|更正|訂正)(?=\s*[:：.,|(–—]|\s+-|\s*$|"
    r"\s+(?:appended|to (?:this|the|our|an)|\d|"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d)\b)|"
    r"this (?:article|story) (?:was|has been) (?:amended|corrected|updated)"
    r"|(?:the following )?(?:changes|corrections) (?:were|have been) made to (?:this (?:article|story|report)"
    r"|the (?:online|print|printed) (?:version|edition)))\b.*",
    re.IGNORECASE,
)
LIST_ITEM = re.compile(r"(?:[-*•–]|\d{1,2}[.)])\s+\S")
ENDED = re.compile(r"[.!?…:;][”\"'’»)\]]*$")

OPEN_WORDS = (
    "the|a|an|his|her|its|their|our|my|your|of|to|in|on|at|for|with|by|from|and|or|but|that|which|who|as|than|into|about|"
    "under|over|between|against|is|are|was|were|has|have|had|will|would|could|be|while|if|when|because|both|either|through"
)
UNFINISHED = re.compile(rf"\b(?:{OPEN_WORDS}) *$", re.IGNORECASE)
"""A word after which a sentence goes on, and no line ends."""

SITE = re.compile(rf"\b(?=[acdilmnprsuy@])(?:{SITES['voice']['seldom']})\b", re.IGNORECASE)
"""What asks for a closer look wherever it stands."""
SITE_IN_SMALL = re.compile(rf"\W(?:{by_letter(SITES['voice']['seldom'])})")
"""Whether any of it is in a text in small letters, behind the end of a line."""
REPLY = {ReasonCode(code): rf"\b(?:{words})" for code, words in REPLIES["reply"].items()}
"""What in a sentence speaks to somebody who asked."""
SAID_TOO = re.compile(REPLIES["beside"]["said_too"], re.IGNORECASE | re.DOTALL)
"""What of ``REPLY`` people say to readers too, and to each other."""
NOTES = re.compile(
    r"(?:\s*(?:(?:\[\d{1,3}\]|[¹²³⁴-⁹]+)\s[^\n]*|\d{1,3}[.)]\s[^\n]*(?:https?://|www\.)[^\n]*))+|"
    r"\s*(?:[-–#]*\s?ends?\s?[-–#]*\n\s*)?notes? (?:to|for) editors?\b.*",
    re.IGNORECASE | re.DOTALL,
)
"""Nothing but numbered notes, such as a page has below its text, or what a release adds for editors."""
PREFACE = re.compile(REPLIES["beside"]["preface"], re.IGNORECASE)
"""A line that hands over what was asked for, or refuses it, or is a program's own."""
_ITEM = (
    r"\n\s*(?:[-*•–·]|\d{1,2}[.)]|[^\w\s!-/:-@\[-`{-~“”„‘’«»£€¥…—]\S{0,2}|"
    r"(?:\*\*)?(?:option|version|variant|alternative) (?:\d|[a-e]|one|two|three)\b[:.)*–—-])\s*\S[^\n]*"
)
MENU = re.compile(
    rf"(?:(?:{REPLIES['beside']['turns']})[ \t]?)?(?:{REPLIES['beside']['menu']})[ \t]*(?:{_ITEM}){{2,}}"
    rf"(?:\s*\n(?:{REPLIES['beside']['choice']})(?=\n|\Z))?",
    re.IGNORECASE,
)
"""What a reply offers: a line that leads to a list, the list, and what asks to choose from it."""
DENIAL = re.compile(rf"\b(?:{REPLIES['beside']['denial']})\b", re.IGNORECASE)
MARKUP = re.compile(r"^#{1,6}\s|\*\*[^*\n]{1,200}\*\*|^\s*[-*]\s+\*\*|^\|.*\|$|\[\d{1,2}\](?:\[\d{1,2}\])*")
LEFTOVER = re.compile(
    r"<think|<reason|<thought|<scratch|<reflect|<analysis|<details type|\nThought for|\[Searching |server is busy|"
    r"\{\"(?:tool|func|search)|"
    r"<\||INST\]|cite:\d|†|turn\d|next (?:respon|mess)|\"role\"|utm_source=|\nAssistant:|```"
)
"""What stands in whatever ``LEFTOVERS`` matches."""
LEFTOVERS = re.compile(REPLIES["beside"]["leftovers"], re.DOTALL)
"""What the programs around models write and strip again."""
CITATION = re.compile(r"https?://|\bwww\.|\[\d{1,3}\]|【|\bdoi:")
CITATION_GAP = re.compile(r"\w[”\"*)]* \.(?:\s|$)")
CHATBOT = re.compile(rf"\b(?:{REPLIES['beside']['assistants']})\b", re.IGNORECASE)

_WITHIN = SITES["within"]
_FIRST = re.compile("|".join(f"(?P<{kind}>{by_letter(pattern)})" for kind, pattern in FURNITURE), re.IGNORECASE)
_ANYWHERE = re.compile(
    "|".join(
        f"(?P<{kind}>{pattern}|{_WITHIN[kind]})" if kind in _WITHIN else f"(?P<{kind}>{pattern})"
        for kind, pattern in FURNITURE
    ),
    re.IGNORECASE,
)
_NEEDED = "|".join(SITES["needed"].values()).split("|")
COMPILED_REPLY = tuple((code, re.compile(pattern, re.IGNORECASE)) for code, pattern in REPLY.items())


@lru_cache(maxsize=4096)
def furniture_of(words: str) -> BlockKind | None:
    """Return the kind of furniture that some words are, the first of ``FURNITURE`` that fits them as a whole."""
    match = (_ANYWHERE if any(map(words.lower().__contains__, _NEEDED)) else _FIRST).fullmatch(words)
    return BlockKind(match.lastgroup) if match and match.lastgroup else None
