"""Whom a document credits for its words: the agency in its dateline, byline, imprint or a line of credit.

An outlet that is no agency is known by its name alone, which the other documents at hand give.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.data import Document, Span
from onrecord.text.sentences import sentences

_AGENCIES = {
    "Associated Press": "AP|Associated Press",
    "AFP": "AFP|Agence France[ -]Presse|أ ف ب|فرانس برس|АФП",
    "Reuters": "Reuters|Thomson Reuters|رويترز|Рейтер|ロイター|路透社|로이터",
    "UPI": "UPI|United Press International",
    "dpa": "dpa|DPA|Deutsche Presse-Agentur",
    "epd": "epd",
    "KNA": "KNA",
    "APA": "APA",
    "ANSA": "ANSA|Ansa",
    "EFE": "EFE|Efe|Agencia EFE",
    "Lusa": "Lusa|LUSA|Agência Lusa",
    "ANP": "ANP",
    "Belga": "Belga|BELGA",
    "PTI": "PTI|Press Trust of India|पीटीआई",
    "ANI": "ANI",
    "IANS": "IANS",
    "PA Media": "PA|PA Media|Press Association",
    "AAP": "AAP|Australian Associated Press",
    "The Canadian Press": "CP|Canadian Press",
    "Xinhua": "Xinhua|新华社|新華社",
    "TASS": "TASS|ТАСС",
    "Interfax": "Interfax|Интерфакс",
    "RIA Novosti": "RIA Novosti|РИА Новости",
    "Ukrinform": "Ukrinform|Укринформ|Укрінформ",
    "Kyodo": "Kyodo|Kyodo News|共同",
    "Yonhap": "Yonhap|연합뉴스",
    "Jiji": "Jiji|時事",
    "Anadolu": "Anadolu|Anadolu Agency|Anadolu Ajansı|AA|الأناضول",
    "WAFA": "WAFA",
    "IRNA": "IRNA|ایرنا",
    "Bernama": "Bernama|BERNAMA",
    "Antara": "Antara|ANTARA",
}
"""Agencies and the names they are credited under: the members of MINDS and of the European Alliance of News
Agencies, and those whose copy is carried most. Case tells: ``Pa`` is a state and ``ani`` a word."""

_SHORT = 3
"""Letters of a name that only its case tells from a word or from initials."""
_UNNAMED = "an agency not named"
_OF = {name: agency for agency, names in _AGENCIES.items() for name in names.split("|")}
_GENERIC = r"(?:[A-Z][\w’'-]{1,30} ){1,5}(?:Wire|Newswire|News Agency|Press Agency|News Service|Wire Service)"
"""What an agency that is not listed calls itself."""
_LISTED = {name.casefold(): agency for name, agency in _OF.items() if len(name) > _SHORT}
_NAME = "|".join(sorted(map(re.escape, {*_OF, *(name.upper() for name in _LISTED)}), key=len, reverse=True))
_LETTER = r"[^\W\u3000-\u9fff\uac00-\ud7ff]"
"""A letter that a name may not go on with; where words have no spaces it may."""
_WHO = rf"(?:(?<!{_LETTER})(?:[Tt]he |[Ll]['’])?(?P<who>{_NAME}|{_GENERIC})(?!{_LETTER}))"
_CLOSED = r"[^\n()（）\[\]【】]{0,30}"
_CUE = (
    "source|credit|by|agency|story|copyright|with (?:agency )?inputs? from"
    "|with (?:reporting|material|information) (?:by|from)"
    "|quelle|mit material (?:von|der)|mit informationen (?:von|der)|avec|par|con información de|fuente|agencia"
    "|com informações d[aeo]|fonte|con|met informatie van|bron|kilde|källa|źródło|по материалам|источник|за матеріалами"
    "|джерело|المصدر|kaynak|स्रोत|出典|来源|來源|출처"
)

_HEADS = tuple(
    re.compile(pattern, re.MULTILINE)
    for pattern in (
        rf"^[^\n(（\[【]{{0,60}}[(（\[【]{_CLOSED}?{_WHO}{_CLOSED}[)）\]】]\s*(?:[-–—:.=,−]|$|(?<=[）】]))",
        rf"^[^\n/]{{0,60}}/{_WHO}/",
        rf"^(?:[A-Z][\w.]{{1,30}},? ){{0,4}}{_WHO}\s*[-–—]\s",
        r"^(?P<who>新华社|新華社)[^\n]{0,20}[电電]",
        rf"^[^\n.!?:]{{1,40}}[,|/]\s*{_WHO}\W*$",
    )
)
"""Datelines and bylines: ``LONDON, May 19 (AP) —``, ``Reuters —``, ``МОСКВА, 19 мая. /ТАСС/.``, ``Karl Roe, AFP``."""
_LINE = re.compile(
    rf"^\W*(?i:(?:{_CUE})(?!\w))?[\s\d:：©]*(?:\([cC]\))?[\s\d:：©]*{_WHO}"
    r"(?: (?:Entertainment|Sports?|Business|Politics))?\W*$",
    re.MULTILINE,
)
"""A line that is a credit and nothing else: ``Source: AFP``, ``(mit Material von dpa)``, ``avec AFP``."""
_TAILS = tuple(
    re.compile(pattern, re.MULTILINE)
    for pattern in (
        rf"^\W*(?i:contributing|contributors?)\b(?:[^\n]{{0,300}}?(?:[:;,.]|\band\b|&))?\s*{_WHO}\s*(?=[;,.]|$|and\b)",
        rf"{_WHO}(?: [\w ,.’'-]{{0,120}}?)? contributed (?:to this (?:report|story|article)|from\b)",
        rf"(?i:this (?:report|story|article) (?:includes|contains) (?:information|reporting|material) from) {_WHO}",
        rf"^(?:More )?{_WHO}(?: [\w-]+){{0,4}}: https?://",
    )
)
_NOBODY = re.compile(
    r"^\W*(?i:with (?:agency|agencies) inputs?|with inputs? from (?:news )?agencies|(?:from )?(?:news )?agencies"
    r"|mit agenturmaterial|mit material von (?:nachrichten)?agenturen|avec (?:les )?agences"
    r"|con información de (?:las )?agencias|com (?:informações de )?agências|по материалам агентств"
    r"|एजेंसी|(?:इनपुट[- ])?एजेंसियां)\W*$",
    re.MULTILINE,
)
"""Credits that do not say to which agency."""

_ANY = re.compile(rf"{_WHO}|{_NOBODY.pattern}", re.MULTILINE)
_IMPRINT = re.compile(rf"{_WHO}\W*")
_PART = re.compile(r"\s*(?:,|\||/|;|\band\b|\bfor\b|\bby\b)\s*", re.IGNORECASE)
_DOMAIN = re.compile(r"([\w-]{3,})(?:\.[a-z]{2,})+")
_EDGE = 600
"""Characters at either end of a text where a dateline or a credit stands."""

_KIND = r"(?:(?:news)?paper|daily|weekly|tabloid|magazine|broadcaster|station|channel|(?:news )?(?:web)?site|portal) "
_REPORTS = (
    r"(?:(?:first|also|has|had|exclusively) ){0,2}(?:(?:report|reveal|learn)(?:s|ed)|writes|wrote|written|learnt)"
)
_CREDITS = (
    rf", (?:as )?WHO {_REPORTS}(?=[.,;:]|$| (?:on|in|late|earlier|first|this|last|today|yesterday)\b)",
    rf"^\W*WHO {_REPORTS}(?: (?:on|in|late|earlier|this|last)\b[^,.;]{{0,30}})?,? that\b",
    r"\b[Aa]ccording to (?:an? (?:[a-z]+ )?(?:report|article|story) (?:by|from|in) )?WHO",
    r"\b(?:report|reveal|publish)ed (?:first |exclusively |earlier )?(?:by|in) WHO",
    r"^[^\n(]{0,60}\(WHO\)\s*[-–—:]",
)
"""How the sentence that a report begins with says whose it is: "P, the Ledger reported", "according to the Ledger"."""
_BELOW = r"(?:^|(?<=[.!?”\"]) )\W*(?i:source|via|quelle|fuente|fonte|bron|kilde|källa)s?\s*:\s*"
_CREDITED_BELOW = rf"{_BELOW}WHO\W*$"
_MAY_CREDIT_BELOW = re.compile(_BELOW, re.MULTILINE)
_MAY_CREDIT = re.compile(
    r"\b(?:report|reveal|publish)|\b(?:writes|wrote|written|learn)|\b[Aa]ccording to\b|^[^\n(]{0,60}\("
)
_REJECTS = re.compile(
    r"\b(?:contrary|unlike|wrong(?:ly)?|incorrectly|mistakenly|false(?:ly)?|den(?:y|ies|ied)|disput\w+|reject\w*)\b",
    re.IGNORECASE,
)
"""In a sentence that takes up what another reported to say that it is not so."""
_LEAST_NAME = 3
_SENTENCE = 6
"""Words of the sentence that a report begins with; what is shorter is a heading."""


@dataclass(frozen=True, slots=True)
class Credit:
    """An agency that is credited, and the words that do so: where in the text, unless in byline or imprint."""

    agency: str
    words: str
    span: Span | None = None


def credited(document: Document) -> Credit | None:
    """Return whom a document credits or is published by; not the outlet that credits itself."""
    return next(_credits(document), None)


def _credits(document: Document) -> Iterator[Credit]:
    parts = [part for part in _PART.split(document.byline or "") if part]
    for part in parts:
        if agency := _in_byline(part):
            yield Credit(agency, part)
    publisher = document.publisher or ""
    if (domain := _DOMAIN.fullmatch(publisher)) and (agency := _OF.get(domain[1].upper()) or _listed(domain[1])):
        yield Credit(agency, publisher)
    for name in (publisher, *(parts if len(parts) == 1 else ())):
        if found := _IMPRINT.fullmatch(" ".join(name.split())):
            yield Credit(_agency(found), name)
    text = document.text
    tail = max(0, len(text) - _EDGE)
    for start, end, patterns in ((0, _EDGE, (*_HEADS, _LINE)), (tail, len(text), (_LINE, *_TAILS, _NOBODY))):
        if _ANY.search(text, start, end):
            for pattern in patterns:
                if found := pattern.search(text, start, end):
                    words = found[0].strip()
                    at = text.index(words, found.start())
                    yield Credit(_agency(found), words, Span(start=at, end=at + len(words)))


def _agency(found: re.Match[str]) -> str:
    who = found.groupdict().get("who")
    return _listed(who) or who if who else _UNNAMED


def _listed(name: str) -> str | None:
    return _OF.get(name) or _LISTED.get(name.casefold())


def _in_byline(part: str) -> str | None:
    """Return the agency a part of a byline is of: among other names only a known one, for Wire may be a family's."""
    words = part.split()
    edges = [word for word in words[:1] + words[-1:] if len(word) > _SHORT]
    names = (part.strip(" ."), part.removeprefix("The ").removeprefix("the ").strip(" ."), *edges)
    return next(filter(None, map(_listed, names)), None)


@dataclass(frozen=True, slots=True)
class Opening:
    """The sentence that a report begins with, and where it ends: there it says whose report it is, if it does."""

    text: str
    lead: Span

    @classmethod
    def of(cls, text: str) -> Opening | None:
        """Find the sentence, past headings; None where there is none."""
        told = (span for span in sentences(text[:_EDGE]) if len(span.cut(text).split()) >= _SENTENCE)
        lead = next((span for span in told if span.cut(text).rstrip("”\"')").endswith(".")), None)
        return cls(text, lead) if lead else None

    @property
    def may_credit(self) -> bool:
        """Whether the sentence reads as one that credits somebody, whoever that is."""
        words = self.lead.cut(self.text)
        return _MAY_CREDIT.search(words) is not None and not _REJECTS.search(words)

    @property
    def _tail(self) -> int:
        return max(self.lead.end, len(self.text) - _EDGE)

    @property
    def may_credit_anywhere(self) -> bool:
        """Whether the sentence, or a line at the end, reads so."""
        return self.may_credit or _MAY_CREDIT_BELOW.search(self.text, self._tail) is not None

    def credit_to(self, outlet: str) -> Credit | None:
        """Return the words that credit an outlet by its name for what the report tells."""
        name = outlet.strip().removeprefix("The ").removeprefix("the ")
        if len(name) < _LEAST_NAME or name.islower() or name not in self.text:
            return None
        who = rf"(?:[Tt]he )?(?:{_KIND})?(?:[Tt]he )?(?<!\w){re.escape(name)}(?!\w)"
        words = self.lead.cut(self.text)
        if self.may_credit:
            for pattern in _CREDITS:
                if found := re.search(pattern.replace("WHO", who), words):
                    return _placed(outlet, found, self.lead.start)
        below = re.compile(_CREDITED_BELOW.replace("WHO", who), re.MULTILINE).search(self.text, self._tail)
        return _placed(outlet, below, 0) if below else None


def _placed(outlet: str, found: re.Match[str], start: int) -> Credit:
    words = found[0].strip(" ,.\n")
    at = start + found.start() + found[0].index(words)
    return Credit(outlet, words, Span(start=at, end=at + len(words)))
