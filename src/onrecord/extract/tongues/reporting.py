"""The patterns of one language: how its sentences say who said what, built from its row in ``tongues.toml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from onrecord.extract.tongues.nouns import CAPITAL, END, MARKS, OPEN, SPACE, Parts, one_of
from onrecord.extract.tongues.words import Tongue, tongue_of

_OUT_OF = r"(?:aus|von|bei|vom|beim|seitens|in|im|bij|uit|fra|i)"
"""Before who says it behind "hieß es"."""
_AFTER = r"[,.]?\s*(?:[—–-]\s*)?"
_INSIDE = r"(?:,\s(?:[—–-]\s)?|\s?[—–]\s?)"
_ON = r"(?=[,.]|\s?[—–-])"
_DASHED = r"(?:\s?[—–-]\s?|[,!?.…]\s(?:[—–-]\s)?)"
_LEAD = rf"(?:{OPEN}{{1,60}},\s)?"
_REST = rf"(?=(?:[\s,][^,;:{MARKS}]{{0,60}})?[.!]?\s*$)"
"""The end of a sentence, with a clause at most before it."""
_COLON = rf"[^:{MARKS}]{{0,100}}:\s*"


@dataclass(frozen=True, slots=True)
class Patterns:
    """Each has a group ``cue`` and most a group ``source``; what is said stands where the name says."""

    tongue: Tongue
    behind_quote: tuple[re.Pattern[str], ...]
    """Matched where a quotation was closed."""
    before_quote: tuple[re.Pattern[str], ...]
    """Matched from where a sentence begins to where a quotation opens."""
    that: tuple[re.Pattern[str], ...]
    """Matched to a sentence, of which ``content`` is said."""
    trailing: tuple[re.Pattern[str], ...]
    """Searched in a sentence that begins with what is said."""
    leading: tuple[re.Pattern[str], ...]
    """Matched to a sentence that ends with what is said."""
    within: tuple[re.Pattern[str], ...]
    """Searched in a sentence, on both sides of which something is said."""
    inside: tuple[re.Pattern[str], ...]
    """Searched in quoted words that a verb of saying parts."""
    dashed: tuple[re.Pattern[str], ...]
    """Searched in a paragraph that opens with a dash."""
    turned: re.Pattern[str]
    """Matched behind who says it."""
    no: re.Pattern[str]
    article: re.Pattern[str]
    mute: re.Pattern[str]
    reported: re.Pattern[str]
    """Searched in what stands behind a comma and no "that"."""
    another: re.Pattern[str]
    """Searched in what somebody says: a comma, behind which another speaks."""


@cache
def patterns(language: str | None) -> Patterns | None:
    """Return the patterns of a language by its tag; None where it has no row."""
    tongue = tongue_of(language)
    return _built(Parts(tongue)) if tongue is not None else None


def _built(parts: Parts) -> Patterns:
    """Return the patterns that are made of some parts; each is tried in the order it has here."""
    tongue, verb, adverbs, phrase, beside = parts.tongue, parts.verb, parts.adverbs, parts.phrase, parts.beside
    small = rf"|(?=\s(?!{CAPITAL})\w)" if tongue.capitals else ""
    small = rf"|(?=\s{one_of(tongue.links)}\s)" if tongue.bareheaded else small
    ends = rf"(?:{END}{small}|(?=\s(?:{parts.article})?{parts.stop})|(?=\s{parts.article}))"
    to = rf"(?:\s{one_of(tongue.towards, parted=SPACE)}[\w-]+)?"
    source = rf"(?P<source>{parts.pronoun}|{parts.nouns}{ends})"
    teller = rf"(?P<source>{parts.pronoun}|{parts.nouns}(?:{beside})?{ends})"
    near, far = (rf"(?P<cue>{verb}){adverbs}{to}\s{who}" for who in (source, teller))
    subject = rf"(?P<source>{phrase}(?P<beside>{beside}(?=,))?)(?(beside),|)"
    straight = rf"(?:(?i:{one_of(tongue.joining)})\s)?{subject}{adverbs}\s(?P<cue>{verb})"
    noun = "".join(rf"(?<!\b{one})" for one in tongue.articles if one.isalpha())  # "en la denuncia"
    inverted = rf"(?:{OPEN}{{1,60}}{noun}\s)?(?i:(?P<cue>{verb})){adverbs}\s{teller}"
    hung = parts.hung()
    thus = _if(tongue.thus, rf"(?P<cue>{one_of(tongue.thus)})\s{teller}")
    told = _if(tongue.told, rf"(?P<cue>{one_of(tongue.told)})(?:\s{_OUT_OF}\s{source})?")
    alone = _if(tongue.silent, rf"(?P<cue>{verb})(?:{END}|(?=\s{parts.stop}))")
    behind = _if(tongue.behind, rf"(?P<source>{phrase}|{parts.owned})\s(?P<cue>{one_of(tongue.behind)})")
    according, described = rf"{parts.according})", rf"{parts.according}(?:{beside})?)"
    like = rf"(?i:{one_of(tongue.like, parted=SPACE)})"
    free = rf"{OPEN}{{0,80}}," if tongue.comma else rf"(?:\s(?:{parts.article})?{parts.stop}{OPEN}{{0,50}}?)?"
    that = rf"{free},?\s{parts.that}(?P<content>.+)"
    calling = rf"(?:\s{one_of(tongue.calling)})?\s*(?:{one_of(tongue.articles)}\s+)?"
    titled = "" if tongue.capitals else rf"(?:{parts.article})?(?:\w+\s)?"
    reported = _if(tongue.subjunctive, rf"{OPEN}{{0,60}},\s(?P<reported>.+)")
    return Patterns(
        tongue=tongue,
        behind_quote=_made(
            *(_joined(_AFTER, one) for one in (hung, far, near, thus, told, alone)),
            rf",\s{straight}{END}",
            rf"[,.]?\s{described}{END}",
        ),
        before_quote=_made(
            rf"{_LEAD}{straight}(?:{_COLON}|{calling})$", rf"{inverted}{_COLON}$", _joined(alone, rf"{_COLON}$")
        ),
        that=_made(
            rf"{_LEAD}{straight}{that}",
            rf"{inverted}{that}",
            _if(tongue.silent, rf"{_LEAD}(?i:(?P<cue>{verb})){that}"),
            _if(tongue.opening, rf"{straight},\s(?!{one_of(tongue.opening)}\b)(?P<content>.+)"),
            _joined(straight, reported),
            _joined(rf"{OPEN}{{1,60}}\s(?P<cue>{verb}){adverbs}\s{parts.source}", reported),
        ),
        trailing=_made(
            *(_joined(r",\s", one, _REST) for one in (hung, far, thus, told, behind)),
            rf",\s{like}{straight}{_REST}",
            rf",\s{like}{near}{_REST}",
            rf",?\s{described}(?=[.!]?\s*$)",
        ),
        leading=_made(
            rf"{like}{far}[^,;:{MARKS}]{{0,60}},\s",
            rf"{like}{parts.source}{OPEN}{{0,40}}?\s(?P<cue>{verb}){OPEN}{{0,40}},\s",
            _joined(behind, r"\s"),
            rf"{according},\s",
            parts.unparted(),
        ),
        within=_made(
            rf",\s{according},\s",
            rf",\s{near},\s",
            _if(tongue.capitals, rf"(?<=\w)\s{according}(?=\s(?!{CAPITAL})\w)"),
        ),
        inside=_made(
            _joined(_INSIDE, hung, _ON),
            rf"{_INSIDE}(?P<cue>{verb})\s(?P<source>{titled}{parts.names}){_ON}",
        ),
        dashed=_made(*(_if(tongue.dashes, _joined(_DASHED, one)) for one in (hung, far, near, alone))),
        turned=re.compile(rf"[^,;:{MARKS}]{{0,80}}\s(?P<turn>{one_of(tongue.turning)})\s*(?:[,.;:!]|$)"),
        no=re.compile(rf"(?<![\w-]){one_of(tongue.negations)}(?!\w)", re.IGNORECASE),
        article=re.compile(parts.article),
        mute=re.compile(rf"(?:{parts.article}|\w+\s)?(?i:{one_of(tongue.mute)})\b"),
        reported=re.compile(rf"\b{one_of(tongue.subjunctive)}\b"),
        another=re.compile(rf",\s(?={straight})"),
    )


def _if(given: object, pattern: str | None) -> str | None:
    """Return a pattern where a language has what it is made of."""
    return pattern if given else None


def _joined(*parts: str | None) -> str | None:
    """Return parts of a pattern as one; None where a language does not have one of them."""
    return None if None in parts else "".join(part for part in parts if part is not None)


def _made(*given: str | None) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(one) for one in given if one is not None)
