"""Fact-checks and corrections: words that repeat what is examined or taken back bear out nothing by themselves."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.data import Document, Reason, ReasonCode
from onrecord.text.sentences import sentences
from onrecord.verify.findings import clip

_CHECK = (
    "fact[- ]?check(?:s|ed|ing)?|fact focus|reality check|faktencheck|faktenfuchs|faktisk|faktatarkistus|factcheck"
    "|vérification|vrai ou faux|fake off|désintox|les décodeurs|verificación|verificamos|chequeo|checamos|fato ou fake"
    "|verifica dei fatti|fałsz|weryfikacja|проверка фактов|фактчек|перевірка фактів|doğrulama|doğruluk kontrolü"
    "|फैक्ट चेक|फ़ैक्ट चेक|事实查核|事實查核|ファクトチェック|팩트체크|تحقق|تدقيق"
)
"""What the press calls its fact-checks."""
_RULING = (
    "no|false|fake|fake news|hoax|debunked|misleading|misattributed|altered|doctored|satire|unproven|missing context"
    "|nein|falsch|non|faux|infox|intox|falso|bulo|es falso|es falso que|é falso|é falso que|é enganoso|bufala|фейк"
)
"""How a headline begins that rules on a claim."""
_TITLE = re.compile(
    rf"^\W*(?:\w+ ){{0,2}}(?:{_CHECK})\s*(?:[:|–—\]】：]|-\s)|^\W*(?:{_CHECK})\b.*\?\s*$|[|–—\[(]\s*(?:{_CHECK})\W*$"
    rf"|^\W*(?:{_RULING})\s*[:,|–—!]|^\W*(?:es falso que|é falso que|false claims?)\s",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"(?:^|[/.-])(?:\w*fact-?check\w*|faktencheck|faktenfuchs|reality-?check|fake-?off|desintox|verificacion|checamos"
    r"|snopes|politifact|fullfact|leadstories|maldita|chequeado|africacheck|teyit|aosfatos|correctiv|mimikama|boomlive"
    r"|altnews|stopfake|demagog|pagellapolitica)(?=[/.-]|$)|/(?:hoax(?:es)?|fake-?news|debunk(?:ed)?)/",
    re.IGNORECASE,
)
"""Parts of addresses: what sections are called, and houses that check facts only, of the signatories of the
International Fact-Checking Network."""
_CLAIM = re.compile(
    r"^\W*(?:the |viral |la |die )?(?:claims?|what was claimed|behauptung|affirmation|afirmación)\s*[:：]", re.I | re.M
)
_VERDICT = re.compile(
    r"^\W*(?:the |our |la |das )?(?:verdict|rating|ruling|conclusion|facts?|truth|bewertung|urteil|conclusión)\s*[:：]",
    re.I | re.M,
)
"""Labels of the lines of a fact-check."""
_HEAD = 4_000
"""Characters in which its labels stand."""
_NOTE = re.compile(
    r"\W*(?:corrections?|clarifications?|editor['’]s note|erratum"
    r"|this (?:article|story|report) (?:was|has been) (?:amended|corrected|updated))\b",
    re.IGNORECASE,
)
"""How a paragraph begins in which a newsroom corrects itself."""
_PRINTED = (
    r"(?:(?:earlier|previous|original|initial|first|online|print(?:ed)?) (?:version|edition)s?"
    r"|article|story|report|item|column|headline|caption|graphic|chart|map|obituary|newsletter|podcast)s?"
)
"""What a newsroom says that it had something in."""
_WRONGLY = (
    r"(?:mis(?:stat|identifi|spell?|spelt|report|quot|attribut|represent|characteri[sz]|nam|dat|plac|label|print|translat"
    r"|calculat|describ|interpret)(?:e?d|led)?|incorrectly|wrongly|erroneously|mistakenly|inaccurately|in error"
    r"|(?:due to|because of|owing to|through) an? (?:[a-z]+ )?(?:error|mistake))"
)
_ITS_OWN = re.compile(rf"\b(?:{_PRINTED}|we|our)\b", re.IGNORECASE)
_MENTIONED = re.compile(rf"\b(?:{_PRINTED}|{_WRONGLY})\b", re.IGNORECASE)
_WRONG = re.compile(rf"\b{_WRONGLY}\b", re.IGNORECASE)


@lru_cache(maxsize=1_024)
def examines_claims(document: Document) -> Reason | None:
    """Return why the words of a document may be those of a claim it examines, or None where it is no fact-check."""
    title = document.title or document.text.lstrip().partition("\n")[0]
    labelled = _CLAIM.search(document.text[:_HEAD]) and _VERDICT.search(document.text[:_HEAD])
    if not (document.reviews_claim or labelled or _TITLE.search(title[:400]) or _ADDRESS.search(document.url or "")):
        return None
    words = f"stands in a fact-check, “{clip(title)}”, which repeats what it examines"
    return Reason(code=ReasonCode.SAID_NOT_SO, words=words)


def takes_back(quoted: str, paragraph: str, stated: str) -> Reason | None:
    """Return why quoted words may be those of a report that its newsroom takes back, or None where they are not.

    In a correction, which ``paragraph`` begins with, that is whatever mentions a report or a mistake; elsewhere what
    mentions both. ``stated`` is the statement, which may itself be of the mistake.
    """
    noted = _NOTE.match(paragraph)
    told = _MENTIONED.search(quoted) if noted else _ITS_OWN.search(quoted) and _WRONG.search(quoted)
    if not told or _WRONG.search(stated):
        return None
    return Reason(code=ReasonCode.SAID_NOT_SO, words="tells what was reported wrongly")


@lru_cache(maxsize=1_024)
def mistakes_in(text: str) -> tuple[str, ...]:
    """Return the sentences in which a newsroom tells what it had wrong on this very page."""
    notes = (line for line in text.splitlines() if _NOTE.match(line))
    told = (span.cut(note) for note in notes for span in sentences(note))
    return tuple(words for words in told if _MENTIONED.search(words))
