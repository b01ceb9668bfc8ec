"""Attribution in set phrases, which the tagger reads past: "in the words of Renn", "the hospital put it at 15"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.data import Span
from onrecord.extract.reading.paragraphs import Paragraph
from onrecord.extract.reading.quotes import LONG_QUOTATION
from onrecord.extract.reading.verbs import Form, form_of
from onrecord.extract.tagging.linking import Relation

_TRIGGER = re.compile(
    r"\b(?:words|view|opinion|eyes|telling|account|count|estimate|reckoning|quote|puts?|per|according)\b|\btell\sit\b"
    r"|\b(?:den(?:ied)|reject(?:ed)|disput(?:ed)|contest(?:ed)|refut(?:ed)|dismissed)\s(?:[\w“”\"’'-]+\s){0,8}?by\b"
    r"|\b(?:dismiss|hail|condemn|denounc|brand|slamm|ridicul|mock|derid|portray)ed\b"
    r"|\b(?:sa(?:id|ys?)|reported|counted|estimated?s?|expects?)\s(?:[a-z]+\s){0,2}[$€£]?\d",
    re.IGNORECASE,
)
"""Every phrase has one of these; most paragraphs have none."""
_NAMED = (
    r"(?=\w)(?!(?:while|but|and|whereas|though|although|that|as|when|if|which|who|where|because|to|in|on|at|by|for|from|with"
    r"|of)\b)"
    r"(?:(?:the|an?|its|their|our)\s)?(?:[\w’'.&-]+\s){0,5}?[\w’&-]+"
)
_ABOUT = r"(?:(?:about|around|nearly|almost|some|over|at\sleast|more\sthan|less\sthan|up\sto|just|only|closer\sto)\s)?"
_FIGURE = rf"{_ABOUT}[$€£]?\d"
_OPENS = r"(?:^[“\"]?|[,;:]\s|\b(?:while|but|and|whereas|though|although|as)\s)"
_FINITE = (Form.AUXILIARY, Form.PAST, Form.PRESENT)
_LONGEST = 1_000  # characters of a sentence that are searched; longer ones are lists

_BESIDE = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?P<cue>in\sthe\s(?:words|view|opinion|eyes|telling|estimation|reckoning)\sof)\s(?P<source>{_NAMED})(?=[,;.]|\s[“\"]|$)",
        rf"\bin\s(?P<source>(?!his\b|her\b|its\b|their\b|my\b|our\b|your\b|other\b){_NAMED})['’]s?\s"
        r"(?P<cue>words|view|opinion|telling|phrase)(?=[,;.]|\s[“\"]|$)",
        rf"\bby\s(?P<source>(?!his\b|her\b|its\b|their\b|my\b|our\b|your\b|all\b){_NAMED})['’]s?\s(?:own\s|latest\s)?"
        r"(?P<cue>account|count|estimate|reckoning)(?=[,;.]|$)",
        rf"\bas\s(?P<source>{_NAMED})\s(?P<cue>(?:once\s|later\s)?puts?\sit)(?=[,;:.]|\s[“\"]|$)",
        r"(?:(?<=^)|(?<=,\s))(?P<cue>per)\s(?P<source>(?-i:the|[A-Z]\w+)\s?(?:[\w’-]+\s){0,4}[\w’-]+)(?=[,.]|$)",
        rf"(?:(?<=^)|(?<=,\s))(?P<cue>to\squote)\s(?P<source>{_NAMED})(?=[,:]|\s[“\"])",
        rf"(?:(?<=^)|(?<=,\s))to\shear\s(?P<source>{_NAMED})\s(?P<cue>tell\sit)(?=,)",
    )
)
"""Who says it beside what is said: all the rest of the sentence."""
_BEHIND = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_OPENS}(?P<source>(?i:{_NAMED}))\s(?:(?:had|has|have|on\s\w+day)\s)?(?P<cue>puts?)\s"
        rf"(?P<content>(?:it|them|(?:the|its|their|that|a)\s(?:[\w’'-]+\s){{0,5}}?[\w’'-]+)\s(?:at|to)\s{_FIGURE}(?:[^;,“”\"]|,(?=\d))*?)"
        r"(?=[.;]?$|,?\s(?:while|but|and|whereas|though|although)\s|[;,]\s)",
        rf"{_OPENS}(?P<source>(?i:{_NAMED}))\s(?:(?:had|has|have)\s)?"
        r"(?P<cue>sa(?:id|ys?)|reported|counted|estimated?s?|expects?)\s"
        rf"(?P<content>{_FIGURE}(?:[^;,“”\"]|,(?=\d))*?)(?=[.;]?$|,?\s(?:while|but|whereas|though|although)\s|[;,]\s"
        r"|\sand\s(?:[\w’-]+\s){1,5}(?:said|says?|reported|counted|put)\s)",
        rf"{_OPENS}(?P<source>(?i:{_NAMED}))(?:,\sfor\s(?:his|her|its|their)\spart,)?\s"
        r"(?P<cue>dismissed|hailed|condemned|denounced|branded|slammed|ridiculed|mocked|derided|portrayed)\s"
        r"(?P<content>[^;,“”\"]{2,80}?\sas\s[^;,]+?)(?=[.;]?$|[;,]\s)",
        r"(?:^|[,;]\s|\b(?:while|but|and)\s)(?P<cue>(?i:according\sto))\s"
        rf"(?P<source>(?:the|an?)\s(?:[\w-]+\s)?[\w-]+?|[A-Z][\w-]+(?:\s[A-Z][\w-]+)*),?\s(?P<content>{_FIGURE}(?:[^;,“”\"]|,(?=\d))*?)"
        r"(?=[.;]?$|[;,]\s)",
        r"(?:,\s(?:but|while|and)\s|;\s)(?P<cue>according\sto)\s"
        rf"(?P<source>(?i:{_NAMED})),\s(?P<content>[^;“”\"]{{8,240}}?)(?=[.;]?$|;\s)",
    )
)
"""Who says it before what is said, each in a clause."""


_CLAIM = (
    r"(?:claims?|allegations?|accusations?|assertions?|suggestions?|reports?|rumou?rs?|findings?|figures?|account"
    r"|version)"
)
_DENIED_BY = re.compile(
    rf"(?:^|[,;]\s|\b(?:while|but|and)\s)(?P<content>(?:(?i:the|that|this|these|those|an?|such|his|her|its|their)\s)?(?:[a-z-]+\s){{0,2}}?(?i:{_CLAIM})\b"
    r"[^;“”\"]{0,160}?)\s(?:was|were|is|are|(?:has|have|had)\sbeen)\s(?:[a-z]+ly\s)?"
    r"(?P<cue>denied|rejected|disputed|contested|refuted|dismissed)(?:\sas\s(?P<as>[^;]{2,80}?))?\sby\s"
    rf"(?P<source>{_NAMED}(?:,\s[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){{0,3}})?)(?=[.;]?$|,\s|\s(?:on|in|who|which|and|but|while)\b)"
)
"""Who denies what is told of as a claim: "the claim that it leaked was denied by the ministry"."""
_JUDGING = re.compile(r"\b(?:judges?|courts?|jury|panel|tribunal|voters)\b", re.IGNORECASE)
"""Whose dismissal is a ruling."""


_OWN = re.compile(
    r"(?:^|,\s)(?P<cue>by\s(?:his|her|its|their)\sown\s(?:account|count|estimate|reckoning|admission|telling))"
    r"(?:,\s(?=\w)|[.;]?$)",
    re.IGNORECASE,
)
"""Who says it is the subject: "By his own account, Holt left"."""
_LONGEST_SUBJECT = 6  # words
_WORDS = re.compile(r"[\w.’'-]+(?=\s)")


def set_phrases(paragraph: Paragraph) -> Iterator[Relation]:
    """Yield who is said to have said what in set phrases, sentence by sentence."""
    own = paragraph.sentences  # the text may be that of a long paragraph of which these are a part
    if not own or not _TRIGGER.search(paragraph.text, own[0].start, own[-1].end):
        return
    for sentence in paragraph.sentences:
        text = sentence.cut(paragraph.text)
        if len(text) <= _LONGEST and _TRIGGER.search(text):
            for found in (*_beside(text), *_behind(text), *_owned(text), *_denied(text)):
                relation = found.moved(sentence.start)
                if relation.cue and not any(quote.overlaps(relation.cue) for quote in paragraph.quotes):
                    yield replace(relation, quotes=_quotes(relation, paragraph))


def _beside(text: str) -> Iterator[Relation]:
    for pattern in _BESIDE:
        found = pattern.search(text)
        if found is None:
            continue
        sides = ((0, found.start()), (found.end(), len(text)))
        contents = tuple(one for start, end in sides if (one := _bare(text, start, end)) is not None)
        if contents:
            yield _relation(found, contents)


def _owned(text: str) -> Iterator[Relation]:
    found = _OWN.search(text)
    if found is None:
        return
    leads = found.start() == 0
    content = _bare(text, *((found.end(), len(text)) if leads else (0, found.start())))
    source = content and _subject(text, content.start)
    if content is not None and source is not None:
        cue = Span(start=found.start("cue"), end=found.end("cue"))
        yield Relation(source=source, cue=cue, contents=(content,), telling=True, says=True)


def _denied(text: str) -> Iterator[Relation]:
    for found in _DENIED_BY.finditer(text):
        if not _JUDGING.search(found["source"]):
            part = "as" if found["as"] else "content"
            yield _relation(found, (Span(start=found.start(part), end=found.end(part)),))


def _subject(text: str, start: int) -> Span | None:
    """Return the words from ``start`` on that a verb follows with nothing but white space between them."""
    word = _WORDS.match(text, start)
    for _ in range(_LONGEST_SUBJECT):
        following = word and _WORDS.match(text, word.end() + 1)
        if word is None or following is None:
            return None
        if form_of(following.group().lower()) is not None:
            return Span(start=start, end=word.end())
        word = following
    return None


def _behind(text: str) -> Iterator[Relation]:
    for pattern in _BEHIND:
        for found in pattern.finditer(text):
            if not any(form_of(word) in _FINITE for word in found["source"].lower().split()):
                yield _relation(found, (Span(start=found.start("content"), end=found.end("content")),))


def _quotes(relation: Relation, paragraph: Paragraph) -> bool:
    """Say whether some of what is said is a quotation of several words."""
    inside = (quote for quote in paragraph.quotes if any(quote.overlaps(part) for part in relation.contents))
    return any(len(quote.cut(paragraph.text).split()) >= LONG_QUOTATION for quote in inside)


def _relation(found: re.Match[str], contents: tuple[Span, ...]) -> Relation:
    source, cue = (Span(start=found.start(part), end=found.end(part)) for part in ("source", "cue"))
    return Relation(source=source, cue=cue, contents=contents, telling=True, says=True)


def _bare(text: str, start: int, end: int) -> Span | None:
    """Return one side of a phrase without the commas beside it; None where no word stands there."""
    while start < end and text[start] in " ,;:":
        start += 1
    while end > start and text[end - 1] in " ,;:.":
        end -= 1
    return Span(start=start, end=end) if any(sign.isalnum() for sign in text[start:end]) else None
