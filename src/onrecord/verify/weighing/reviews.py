"""Documents that are no reports, and words that a report only passes on: they bear out nothing by themselves.

A fact-check repeats what it examines; an opinion piece says what its author holds, satire what is made up, and a page
from the archive what was so long before its day.
"""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.data import Document, Reason, ReasonCode, Span
from onrecord.text.passed_on import is_of_a_leaked_paper, is_of_a_plot, is_passed_on, tells_of_fiction
from onrecord.verify.comparing.findings import clip

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
_PIECES = "opinion|op-?ed|commentary|comment|editorial|guest (?:essay|column)|column|perspective|letters? to the editor"
_OPINION = re.compile(rf"^\W*(?:{_PIECES})\s*(?:[:|–—]|-\s)|[|–—]\s*(?:{_PIECES})\W*$", re.IGNORECASE)
_SO_HEADED = re.compile(rf"\s*(?:{_PIECES})\s*(?:[.:|–—]\s|\n)", re.IGNORECASE)
_OPINION_ADDRESS = re.compile(
    r"/(?:opinions?|op-?ed|editorials?|commentisfree|commentary|columns?|columnists?|letters(?:-to-the-editor)?)/",
    re.IGNORECASE,
)
_SATIRE = re.compile(
    r"^\W*(?:satire|parody)\s*[:|–—.]|\b(?:this|the above)(?: \w+)? (?:is|was) (?:a (?:work|piece) of )?(?:an? )?"
    r"(?:satire|satirical|parody|fiction)\b",
    re.IGNORECASE,
)
_SATIRE_ADDRESS = re.compile(
    r"/(?:satire|humou?r|parody)/|(?:theonion|babylonbee|der-postillon|thedailymash)\.", re.IGNORECASE
)
_OLD = re.compile(
    r"^\W*(?:from (?:our|the) (?:edition|issue|archives?|pages|files)\b|reprinted from\b|(?:on )?this day in \d{4}\b"
    r"|(?:\w+[ -]){1,3}years ago(?: today)?\s*[:|–—])",
    re.IGNORECASE,
)
_KINDS = (
    ("satire", "which is made up", _SATIRE, _SATIRE, _SATIRE_ADDRESS),
    ("an opinion piece", "which says what its author holds", _OPINION, _SO_HEADED, _OPINION_ADDRESS),
    ("a page from the archive", "which tells of its own day", _OLD, _OLD, None),
)
"""Kinds of documents that are no reports, and why: how a title and a text of one begin, and parts of its address."""


@lru_cache(maxsize=1_024)
def no_report(document: Document) -> Reason | None:
    """Return why the words of a document are not simply reported, or None where nothing says that it is no report."""
    title = document.title or document.text.lstrip().partition("\n")[0]
    labelled = _CLAIM.search(document.text[:_HEAD]) and _VERDICT.search(document.text[:_HEAD])
    address = document.url or ""
    kind = None
    for named, why, titled, begun, addressed in _KINDS:
        of_kind = titled.search(title[:400]) or begun.match(document.text[:_HEAD])
        if kind is None and (of_kind or (addressed and addressed.search(address))):
            kind = f"{named}, “{clip(title)}”, {why}"
    if (
        document.reviews_claim
        or labelled
        or (kind is None and (_TITLE.search(title[:400]) or _ADDRESS.search(address)))
    ):
        kind = f"a fact-check, “{clip(title)}”, which repeats what it examines"
    return None if kind is None else Reason(code=ReasonCode.SAID_NOT_SO, words=f"stands in {kind}")


def passed_on(document: Document, quoted: Span, stated: str) -> Reason | None:
    """Return why quoted words may only be passed on.

    They are of a claim that the document rejects, of a list of somebody's, of a leaked paper, or of something made up,
    which what is ``stated`` does not say itself.
    """
    words = None
    if is_passed_on(document.text, quoted):
        words = "is only passed on as the words of others"
    elif is_of_a_leaked_paper(document.text, quoted):
        words = "may be what a leaked paper has"
    elif not tells_of_fiction(stated) and is_of_a_plot(document.text, quoted):
        words = "may be what happens in something made up"
    return Reason(code=ReasonCode.SAID_NOT_SO, words=words) if words else None
