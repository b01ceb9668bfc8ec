"""Who speaks in a line with words of a site: the site to its readers, or a story about such things.

A story tells of cookies, newsletters and subscribers as of anything else. The site asks: it says "our" and "here", begins
with what it wants done, and reports nobody's words. Where that is in doubt, the line is the story's.
"""
# ruff: noqa: E501 (a pattern cut into lines cannot be read)

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from onrecord.data import (
    ARTICLE_KINDS,
    FURNITURE_KINDS,
    Block,
    BlockKind,
    Reason,
    ReasonCode,
    Removal,
    RemovalKind,
    RemovalStatus,
    Span,
)
from onrecord.restore.furniture import SHORT
from onrecord.restore.words import ENDED, furniture_of
from onrecord.text.sentences import sentences

_SCORE = 0.8
_REASON = Reason(code=ReasonCode.FURNITURE_WORDS, words="its words are those of the site, not of the story")
_LABEL = 5  # words; what is shorter is a label or a button, which asks for nothing
_ASKED = 12  # words of a site that asks for comments
_TELLS = re.compile(
    r"\b(?:said|says?|told|tells|asked|added|adds|warned|announced|found|ruled|reads?(?= *$)|according to|sagten?|sagt|laut|teilten?|erklärt\w*|rügt|"
    r"selon|d['’]après|a (?:déclaré|dit)|según|dijo|secondo|ha detto|enligt|ifølge|volgens|göre|açıkladı\w*)\b",
    re.IGNORECASE,
)
_QUOTES = re.compile(r"[“”„«»\"]")
_ASKS = re.compile(
    r"(?:\W*|[^.?!:]{1,60}[:?!]\s*|(?:for|to|if you)\b[^.?!:]{1,60}, )(?:please )?(?:"
    r"sign(?:ing)? (?:me )?up|subscribe|join (?:us|the (?:conversation|discussion)|[\d,]+)|get (?:the|our|more|all|my|[A-Z])|click|tap|accept (?:all|cookies)|reject|manage|enter (?:your|an?) e-?mail|"
    r"register|log ?in|sign in|follow (?:us|@)|support|become|stay|never miss|don['’]t miss|enjoying|already a|thank(?:s| you) for (?:signing|subscribing|reading|your)|leave a|"
    r"be the first|there are no comments|start the conversation|sort by|(?:\d+ )?comments|your e-?mail address|name \(|show|view|load|hide|write a|post a|add a|want (?:more|to|the|our)|like (?:this|what)|unsubscribe|start (?:the|your) day|"
    r"subscriber exclusive|do not use|this (?:article|content|story) is (?:for|available)|there was an error|"
    r"(?:newsletter|anmeldung|registrieren|jetzt|hier|melden|bestellen|abonnieren|inscri\w+|abonnez|recevez|iscriviti|suscr[ií]b\w*|acept\w+|accett\w+|akzeptier\w+|aceit\w+|godkänn|godta|acceptér|"
    r"artikel|article|contenido|contenu|artículo|articolo|contenuto|nur für|exklusiv für|réservée?|exclusi\w+|dieser|cet)\b(?!.*[.]$))\b",
    re.IGNORECASE,
)
_ITS_OWN = re.compile(
    r"\bour\s+(?:[\w'’-]+\s+){0,4}?(?:newsletters?|briefings?|(?:web)?site|partners|privacy|cookies?|use|terms|policy|alerts?|updates|e-?mails?|experts|magazine|apps?|inbox)\b|"
    r"\bwe (?:and our|use|value|store|process|earn|may earn)\b|\bthis (?:web)?site (?:uses?|earns|may)\b|\bsign(?:ing)? up (?:here|now|for free|today)\b|\bclick(?:ing)? here\b|"
    r"\b(?:in|to) your (?:inbox|phone|e-?mail)\b|\byour (?:privacy choices|e-?mail address)\b|\bby (?:clicking|continuing|using|signing|submitting|subscribing|browsing|providing)\b.{1,120}\b(?:you|i) (?:agree|consent|accept)\b|^(?:yes, )?i (?:agree|consent|accept)\b|\bbecome a subscriber\b|\bunsubscribe at any time\b|"
    r"\bto (?:view|read|see|continue|access|unlock|watch) (?:this|the rest|reading|the full)\b.{0,60}\byou\b|\bcontains? affiliate links|\baffiliate links? in this\b|\bhave[- ]to be a subscriber to\b|"
    r"\b(?:wir|unsere?[mnrs]?|deine?[mnrs]?|vous|votre|vos|notre|nos|nuestr[oa]s?|usted|nostr[oaie]|nossos?|nossas?|você|wij|onze|jouw|uw|vores|våre?|din|ditt|dit)\b|\w+[ıiuü]yoruz\b|\bsitemiz\w*",
    re.IGNORECASE,
)
_FORMAL = re.compile(r"(?<=[\w,] )(?:Sie|Ihnen|Ihre?[mnrs]?)\b")
"""The German of address, which "they" and "she" begin sentences like."""
_MORE = re.compile(
    r"(?:recommended|related|trending|up next|watch|listen|in pictures|mehr (?:aus|von))\b", re.IGNORECASE
)


_NAMED = re.compile(
    r"newsletter|subscri|inbox|e-?mail|advert|sponsor|promot|facebook|twitter|instagram|whatsapp|linkedin|copyright|©|http|www\.|follow us|rights reserved|"
    r"\b(?:signing up[!.]|sign(?:ed)? up (?:here|now|today|for (?:our|free|the)))|\bcookies? (?:settings|policy|preferences|consent|is|are)|th(?:is|ese) cookies?|session cookies|"
    r"\b(?:click|tap|download|apps?|share|sharing|comments?|log ?in|sign in|register|terms|loading|gif|our|your)\b|\bshow (?:more|less)\b|\bskip (?:to|ads?)\b|@\w|\bdelivered to\b|\bback to top\b|\bmin(?:ute)? read\b|"
    r"\bread more\b|\bnever miss\b|\bmore from\b|\bprint this\b|\bcontinues? (?:reading )?below\b|\bno description\b|\bpaid (?:content|post)\b|\bbecome a member\b|\bcontinues? after\b|\breply report\b|\bposted by\b|\btoggle\b|\b(?:accept|reject) all\b|\bcookie (?:is|consent)\b|\bgdpr\b|\b\d{4},? (?:at|-) \d|\b\d+ (?:months?|years?) ",
    re.IGNORECASE,
)


_ADDRESSED = re.compile(
    r"\b(?:(?<!if )(?<!when )you|your|our|we(?=['’]| (?:and|use|value|store|want|may|need|will|earn|love))|us|my|me|th(?:is|ese) cookies?|cookie is (?:set|used)|session cookies|(?:shop|order|buy|book|sign up|subscribe) (?:now|today)|terms apply|offer ends)\b|(?:sponsored|promoted|paid content|ad)\b|©|@\w",
    re.IGNORECASE,
)


_ABOUT = re.compile(
    r"cookies?\b|\bconsent|\bprivacy|newsletter|subscri|advert|\bcomments?\b|\bsign\w* up\b", re.IGNORECASE
)


def tells_of_site(words: str) -> bool:
    """Say whether a passage tells of such things in whole sentences, and speaks to nobody."""
    spoken = _ADDRESSED.search(words) or _ASKS.match(words)
    return spoken is None and ENDED.search(words) is not None and _ABOUT.search(words) is not None


def names_site(words: str) -> bool:
    """Say whether a passage has a word that sites have more than stories; a heading of a story seldom does."""
    return _NAMED.search(words) is not None


@lru_cache(maxsize=1024)
def parts_of_site(words: str) -> tuple[Span, ...]:
    """Return what of a block that has words of a site is the site's: all of it, some of its sentences, or nothing."""
    kind = furniture_of(words)
    if kind not in FURNITURE_KINDS:
        return ()
    whole = (Span(start=0, end=len(words)),)
    count = len(words.split())
    if kind is BlockKind.TEASER:
        return () if count >= _LABEL and words.endswith((".", "!")) and _MORE.match(words) else whole
    if kind is BlockKind.INTERFACE or (count < _LABEL and not (kind is BlockKind.COMMENTS and words.endswith("."))):
        return whole
    said = sentences(words, None)
    asks = [_speaks(sentence.cut(words)) for sentence in said]
    own = [n for n, sentence in enumerate(said) if asks[n] and furniture_of(sentence.cut(words)) in FURNITURE_KINDS]
    if kind is BlockKind.COMMENTS and count > _ASKED and not _ITS_OWN.search(words):
        return ()
    if all(asks) and (own or len(said) == 1):
        return whole
    edge = [n for n in own if n in (0, len(said) - 1) and _ITS_OWN.search(said[n].cut(words))]
    return tuple(said[n] for n in edge)


def _speaks(sentence: str) -> bool:
    """Say whether a sentence speaks to whoever reads the site."""
    own = _ITS_OWN.search(sentence) or _FORMAL.search(sentence)
    if _TELLS.search(sentence) or (
        _QUOTES.search(sentence) and not re.search(r"\b(?:you|i) (?:agree|consent)\b", sentence, re.IGNORECASE)
    ):
        return False
    return (
        own is not None
        or _ASKS.match(sentence) is not None
        or (len(sentence.split()) < _LABEL and not ENDED.search(sentence))
    )


def sentences_of_site(blocks: Sequence[Block], text: str) -> Iterator[Removal]:
    """Yield what a site asks of its readers at either end of a paragraph of plain text, with the space beside it."""
    for block in blocks:
        if block.element is not None or block.kind not in ARTICLE_KINDS or len(block.span) > SHORT:
            continue
        words = block.span.cut(text)
        for part in parts_of_site(words):
            if len(part) == len(words):
                continue
            start = len(words[: part.start].rstrip())
            end = part.end if start else len(words) - len(words[part.end :].lstrip())
            yield Removal(
                span=Span(start=block.span.start + start, end=block.span.start + end),
                kind=RemovalKind((furniture_of(part.cut(words)) or BlockKind.INTERFACE).value),
                status=RemovalStatus.REMOVED,
                score=_SCORE,
                reasons=(_REASON,),
            )
