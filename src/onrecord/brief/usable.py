"""Which sentences may stand in a brief: on the topic, readable alone, and with whoever said them still in them."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.brief.furniture import is_furniture
from onrecord.data import Span
from onrecord.text.passed_on import is_passed_on
from onrecord.text.words import UNSPACED, terms

_SHORTEST, _LONGEST = 6, 60  # words; shorter says too little, longer is no sentence to read in a brief
_LEANS = re.compile(
    r"^[\W_]*(?:he|she|they|it|this|that|these|those|his|her|their|its|but|and|or|so|however|meanwhile|also|then|there|"
    r"instead|still|yet|such|both|another|others|we|i|you|my|our|the (?:latter|former|two|group|move|decision)|"
    r"the (?:new|other|first|second|last|latest|only) one|"
    r"what['’]s more|since then|after that|by then|at the time|in addition|for (?:example|instance)|as a result|"
    r"in fact|of course|"
    r"in response|in turn|by contrast|in contrast|at the same time|in the meantime|even so|separately|earlier(?=,)|"
    r"similarly|likewise|nevertheless|nonetheless|moreover|furthermore|additionally|therefore|thus|hence|consequently|"
    r"otherwise|afterwards?|soon after|elsewhere|here|indeed|besides|more \w+ly|other|"
    r"(?:all|most|some|many|none|both|each|several|one|two|three|four|any|half) of (?:it|them|those|these|this|that)|"
    r"all (?:that|this|those|these|two|three|four|five|six|the while)|"
    r"on that day|that (?:day|night|morning|evening)|(?:later|earlier) (?:in|on|that) (?:the )?\w+|"
    r"(?:a|the) (?:day|week|month|year) (?:later|earlier|before|after)|"
    r"(?:(?:just|only|some|about|barely) )?[\w-]+ (?:minutes?|hours?|days?|weeks?|months?|years?|decades?) "
    r"(?:later|earlier)|"
    r"the (?:previous|following|next|same) (?:day|night|morning|evening|week|month|year)|"
    r"the (?:incident|sources?|suspects?|pair|couple|trio|statement|findings|announcement|ruling|complaint|footage|"
    r"man|woman|boy|girl|teen|teenager|victim|driver|gunman|shooter)"
    r"(?! (?:of|in|at|from|with|that|who|which|to|for|behind|against|on)\b))\b"
    r"|^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}\s?(?:[–—:]|--?\s)"
    r"|^[\W_]*(?:[\w’']+\W+){1,3}(?:he|she|they|it|his|her|its|their|those|these|them)\b"
    r"|^[\W_]*(?:[\w’']+\W+){0,2}(?:of|in|for|with|by|from|to|on|about|despite) (?:this|that)\b"
    r"(?! (?:week|month|year|morning|spring|summer|fall|autumn|winter|season|afternoon|evening|century))"
    r"|^[\W_]*\d{1,2}(?::\d\d)?\s?[ap]\.?m\b\.?[^:]{0,12}:",
    re.IGNORECASE,
)
"""Openings that lean on the sentence before; cut out, such a sentence no longer says of whom, or of what."""

_LATE = re.compile(r"^(?:[^,“\"]*, ){1,2}(?:he|she|they|it(?!\s(?:is|was|will|has|had|seems?|took|takes)\b))\s")
"""A clause or two, then "he" or "it": whoever that is has a name before it, if the sentence gives one at all."""

_CAPITAL = re.compile(r"(?<=\s)[^\W\d_a-z]")

_ENDED = re.compile(r"[.!。！।۔]$|[。！][」』”]$|[.!?…,—–-][”\"’]{1,2}$|[\w%][”\"]$|[.!”\"]\)$")
"""How a sentence ends; a line that ends with a bracket or one quoted word alone is one of a table, or a headline."""
_ENTRY = re.compile(
    r"^[\W_]*(?:(?:Early|Late|Mid)[ -])?(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s"
    r"(?:\d{1,2},?\s)?)?(?:19|20)\d\d(?:\s?[:.–—-]\s?[^\n]{0,120})?$",
    re.MULTILINE,
)
"""The line over an entry of a chronology: "July 2016: The board closes the quay"."""
_ENTRIES, _ENTRY_LONG = 3, 1500
"""Such lines that make a chronology, and characters that an entry has at most."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")

_BROKEN = re.compile(r"^[\W_]*(?:[a-z]+\b|\d+,\s)")
"""How the rest of a sentence begins that was cut in two."""

_CLOCK = re.compile(r"\b[ap]\.m\.\s*$")
"""Before a sentence: "at 9 p.m. Thursday" was taken for the end of one."""
_STREET = re.compile(r"\b(?:Ave|Blvd|Rd|Hwy|Cpt|Capt|Lt|Sgt|Ofc|Det)\.\s*$")
"""Before a sentence that is the rest of one, "Melrose Ave. off so the quay"; and the end of one without its rest."""
_UNSPACED = re.compile(f"[{UNSPACED}]")
_UNPAIRED = re.compile(r"(?<=[.!?])\s+[\"“]$")
"""A mark at the end that opens the next sentence."""

_POINTS = re.compile(
    r"\bduring (?:this|that|these|those) (?:time|period|days)\b"
    r"|\bof those (?!(?:who|that|which|with|in|from|on|at|to|for|\w+(?:ed|ing))\b)"
    r"(?:[a-z]+s|children|men|women|people)\b(?! (?:who|that|which)\b)"
    r"|\bhere(?:[,.;]|\s(?:in|on|at|to)\b)"
    r"|(?<!, )\b(?:this|these) (?!(?:[\w-]+\s){0,2}(?:week|weekend|month|year|morning|spring|summer|fall|autumn|winter|"
    r"season|afternoon|evening|night|century|decade|time|term|quarter|point|country|nation|session|cycle|is|was|are|were|"
    r"will)s?\b)[a-z]{3,}|\b(?:see|more)\b[^.,;]{0,25}\b(?:below|above)\b",
    re.IGNORECASE,
)
"""What points back to what is told elsewhere, "this friend", or to where the reporter stands."""

_NAMELESS = re.compile(
    r"\b(?:he|she|they)\s(?:\w+ly\s)?(?:sa(?:id|ys?)|tells?|told|add(?:s|ed)|notes?d?|writes?|wrote|explain(?:s|ed)|"
    r"warn(?:s|ed)|argue[sd]|recall(?:s|ed)|continue[sd])\b|\bsa(?:id|ys)\s(?:he|she)\b",
    re.IGNORECASE,
)
"""Somebody said it, and the name stands elsewhere."""

_TO_READERS = re.compile(
    r"^[\W_]*(?:click|check|see|read|watch|submit|go|follow|share|sign|visit|join|subscribe|ignore|disregard|"
    r"here(?:['’]s| is| are))\b"
    r"|\blive (?:updates|coverage|blog)\b|\bplease (?:subscribe|visit|contact|e-?mail|call|click|see)\b"
    r"|\bsubscribe to\b"
    r"|^[\W_]*(?:un)?(?:surprising|fortunate|happi|thankful|lucki|sad|ironical|interesting|curious|admitted)ly,"
    r"|\b(?:you|your|yours)\b|\b(?:an )?earlier version of\b|\btoday['’]s (?:episode|show|edition)\b",
    re.IGNORECASE,
)
"""What speaks to the reader, or says what to think of it, reports nothing. Quoted words may."""

_GOES_ON = re.compile(r"[^\S\n]+[a-z]")
_SHORT_FORM = re.compile(r"\b(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|No|St|Mt|Gen|Sen|Rep|Gov|Dr|Mr|Mrs|Ms|vs)\.$")
"""How a sentence goes on, and ends, that was cut in two behind a short form: "taken Sept. 28-Oct. 6"."""

_FIRST_PERSON = re.compile(
    r"\b(?:we|us|our|ours|me|my)\b|\bI(?:['’](?:m|ve|d|ll)\b|\s(?:am|was|have|had|do|did|can|could|would|will|think|"
    r"thought|know|knew|believe|want|say|said|ask|asked|talked|spoke|met|saw|went|stress|mean|guess|hope|love|like|feel|felt|suspect|wonder|"
    r"remember|got|get|find|found|need|wish|wrote|might|should|must|don['’]t|didn['’]t|can['’]t)\b)"
    r"|(?:^|[^\w\s]\s|\b(?!phase\b)[a-z]+\s)I\s[a-z]"
)
"""A reporter, or somebody whose quotation marks are lost; "US" and "World War I" are neither."""

_OPENING = re.compile(
    r"[AQ]:\s+|(?:Recap|Background|Context|Flashback|Reminder|Analysis):\s+(?=[A-Z])|[•*·▪‣–—-]{1,2}\s+|[∎■●►▶◾◼▪⬛▲]\s*"
    r"|(?=[A-Z]{2}[A-Z.])[A-Z][A-Z .’'-]{2,40}(?:, [A-Z][\w.’' -]{1,30})?(?: \([^()]{2,40}\))?\s(?:[–—−]|--?)\s+"
)
"""What stands before a sentence and is none of its words: the mark of a list, a dateline such as "TARN (Agency) -"."""

_PLACE = re.compile(r"((?:[A-Z][\w.’'-]*(?:,? |/)(?:and )?){0,5})\(([A-Z][\w ]{1,20})\)\s+(?=[A-Z“\"])")
_INITIAL = re.compile(r"[A-Z]")

_PERSON = re.compile(r"^\W*(?:He|She)\s")

_NO_VERB = re.compile(
    r"^An?\s(?!.*\b(?:is|are|was|were|am|be|been|has|have|had|do|does|did|will|would|can|could|may|might|must|shall|should|"
    r"\w{3,}ed|died|lied|owed|tied|used|\w+n['’]t|began|became|broke|brought|built|came|caught|chose|cut|drew|drove|fell|felt|fled|flew|found|"
    r"fought|gave|got|grew|heard|held|hit|kept|knew|laid|led|left|lost|made|meant|met|paid|put|quit|ran|read|rose|said|"
    r"sat|saw|sent|set|shook|shot|shut|sold|sought|spent|split|spoke|spread|stood|stole|struck|swam|swept|swore|threw|"
    r"took|taught|thought|told|tore|went|won|woke|wore|wrote)\b)"
    r"(?!.*(?<![’'])\b[a-z]{2,}(?<!s)s\b)",
    re.DOTALL,
)
"""A thing and nothing that it does: "A potential match with the champion of Tarn"."""
_QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)")

_OPENS_WITH_THE = re.compile(
    r"^(?:(?:In|On|At|After|Before|During|By|For|From|With|Under|Since|As|When|While|Amid)\s[^,;“\"]{0,80},\s)?"
    r"[Tt]he\s((?:\S+\s){1,2})(?:\S+\s){0,6}"
)
_SOMEBODY = re.compile(
    r"^The\s(?:[a-z]+\s)?(?:actor|actress|artist|attorney|author|coach|comedian|director|judge|lawyer|mayor|officer|"
    r"player|professor|rapper|reporter|senator|singer|star|student|teacher|writer)s?\s"
    r"(?!of|in|at|from|with|that|who|which|to|for|behind|against|on|[A-Z])"
)
_DAY_OR_MONTH = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|"
    r"October|November|December)\b"
)


_VERB = re.compile(
    r"\s(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|does|did|said|says|told|announced|reported|"
    r"noted|added|also)\s"
)
"""Where the subject ends: whose the planes are does not say which "the company" is that has them."""


def is_vague(words: str, topic: frozenset[str] = frozenset()) -> bool:
    """Say whether a sentence opens with "the deal", or comes to it, and nothing named soon says which.

    What the topic names is known: "the fires" of a brief on fires are those. Somebody told by what they are is named
    at once or not at all: "the singer said Ida Marsh came" does not say which singer.
    """
    found = _OPENS_WITH_THE.match(words)
    if found is None or topic.intersection(terms(found[1])):
        return False
    opening = _DAY_OR_MONTH.sub("", _VERB.split(found[0])[0])
    return bool(_SOMEBODY.match(words)) or not _CAPITAL.search(opening)


def opened(text: str, span: Span) -> Span:
    """Return a sentence without the dateline or bullet before it, and the mark behind it that opens the next one."""
    if unpaired := _UNPAIRED.search(text, span.start, span.end):
        span = Span(start=span.start, end=unpaired.start())
    found = _OPENING.match(text, span.start, span.end) or _dateline(text, span)
    return Span(start=found.end(), end=span.end) if found and found.end() < span.end else span


def _dateline(text: str, span: Span) -> re.Match[str] | None:
    """Find "Tarn, Veldania (HW)" where a paragraph begins; what is in brackets is no short form of what precedes."""
    before = text[text.rfind("\n", 0, span.start) + 1 : span.start]
    found = None if before.strip() else _PLACE.match(text, span.start, span.end)
    return found if found and "".join(_INITIAL.findall(found[1])) != found[2] else None


def stands_alone(text: str, span: Span) -> bool:
    """Say whether a sentence of ``text`` can be read without the one before it, and says who said what is quoted."""
    words = span.cut(text)
    return _reports(text, span) and not _leans(words) and not _NAMELESS.search(_QUOTED.sub(" ", words))


def _leans(words: str) -> bool:
    late = _LATE.match(words)
    return bool(_LEANS.match(words)) or (late is not None and not _CAPITAL.search(late[0]))


def wants_a_name(text: str, span: Span) -> bool:
    """Say whether a sentence could be read alone if one knew whom the "he" or "she" that opens it stands for."""
    return bool(_PERSON.match(span.cut(text))) and _reports(text, span)


def _reports(text: str, span: Span) -> bool:
    words = span.cut(text)
    told = _QUOTED.sub(" ", words)
    return (
        _SHORTEST <= _length(words) <= _LONGEST
        and _ENDED.search(words) is not None
        and not _BROKEN.match(words)
        and not _NO_VERB.match(told)
        and not is_furniture(words, told)
        and not _TO_READERS.search(told)
        and not _POINTS.search(told)
        and not _FIRST_PERSON.search(told)
        and not _SHORT_FORM.search(words)
        and not _GOES_ON.match(text, span.end)
        and not _CLOCK.search(text, max(0, span.start - 8), span.start)
        and not _STREET.search(text, max(0, span.start - 8), span.start)
        and not _STREET.search(words)
        and words.count('"') % 2 == 0
        and words.count("“") == words.count("”")
        and (told == words or len(told.split()) > 1)
        and not _within_quote(text, span.start)
        and (_YEAR.search(words) is not None or not _within_chronology(text, span.start))
        and not is_passed_on(text, span)
    )


def _length(words: str) -> int:
    """Count words; where a script has no spaces, two of its letters are taken for one."""
    return len(words.split()) + len(_UNSPACED.findall(words)) // 2


def _within_chronology(text: str, start: int) -> bool:
    """Say whether a sentence stands in an entry of a chronology: its day is told over it, not in it."""
    lines = _entries(text)
    before = [end for end in lines if end <= start]
    return len(lines) >= _ENTRIES and bool(before) and start - before[-1] <= _ENTRY_LONG


@lru_cache(maxsize=512)
def _entries(text: str) -> tuple[int, ...]:
    return tuple(found.end() for found in _ENTRY.finditer(text))


def _within_quote(text: str, start: int) -> bool:
    """Say whether a quote that opens earlier in the paragraph is still open: its speaker is named elsewhere."""
    before = text[text.rfind("\n", 0, start) + 1 : start]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1
