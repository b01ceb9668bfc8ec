"""Symbolic comparison of a statement with words of the record: every difference gets a name and two spans."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from onrecord.data import Interval, Reason, ReasonCode, Span
from onrecord.text.names import find_names
from onrecord.verify.comparing.alike import in_its_no
from onrecord.verify.comparing.attribution import Voice, hear
from onrecord.verify.comparing.bounds import keeps_bounds
from onrecord.verify.comparing.clausewise import unmet_clause
from onrecord.verify.comparing.degrees import unmet_degrees
from onrecord.verify.comparing.denials import compare_notices, compare_polarity, denied_alike, unmet_denials
from onrecord.verify.comparing.directions import unmet_directions, unmet_moves
from onrecord.verify.comparing.doers import unmet_deeds
from onrecord.verify.comparing.doubts import compare_undoing, find_doubt
from onrecord.verify.comparing.entities import compare_entities
from onrecord.verify.comparing.fates import unmet_fates
from onrecord.verify.comparing.figures import compare_figures
from onrecord.verify.comparing.findings import Finding
from onrecord.verify.comparing.grounds import unmet_grounds
from onrecord.verify.comparing.names import (
    compare_names,
    goes_without_saying,
    mentions,
    place_phrase,
    strangers,
    titles,
)
from onrecord.verify.comparing.offices import compare_offices, names_office_left
from onrecord.verify.comparing.otherwise import unmet_otherwise
from onrecord.verify.comparing.pairing import unmet_pairs
from onrecord.verify.comparing.quotations import compare_quotations
from onrecord.verify.comparing.quotes import TAKES_UP
from onrecord.verify.comparing.sharing import least_share, share, units_of, unmet_numbers, unmet_tail
from onrecord.verify.comparing.subjects import unmet_subject
from onrecord.verify.comparing.times import are_weeks_apart, compare_times, unmet_durations
from onrecord.verify.comparing.told_of import unmet_whom
from onrecord.verify.reading.company import Company, in_its_document, of_its_matter, unmet_company
from onrecord.verify.reading.gist import Gist, gist
from onrecord.verify.reading.tokens import root
from onrecord.verify.reading.tongues import unread


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """How words of the record meet a statement."""

    shared: float
    """Share of the statement's names, figures, times and content words that the record has, 0 to 1; where it gives
    somebody's words, the share of those words if that is less."""
    same: float
    """That share in the quoted words alone and without what clashes: whether both speak of one thing."""
    missing: tuple[Span, ...]
    """Names, figures, times, quotations and denials of the statement that the record says nothing of."""
    absent: tuple[Span, ...]
    """What is missing from the quoted words, whatever stands around them."""
    named: int
    """How many names of the statement the quoted words have."""
    around: bool
    """Whether the statement has names, and all of them stand in the quoted words or around them."""
    matter: bool
    """Whether the statement names nobody, and several names of its text stand in the quoted words or around them."""
    told: int
    """How many words with content the statement has beside its names."""
    counts: bool
    """Whether the statement has a figure."""
    quoted: bool
    """Whether words between the statement's quotation marks are on record word for word."""
    verbatim: bool
    """Whether the record has the statement word for word, or the quotation that all but its speaker is."""
    bounds: bool | None
    """Whether the record's nearest figures and days keep all bounds of the statement, "more than 50", or cross one."""
    clashes: tuple[Reason, ...]
    answered: bool
    """Whether those who by the statement have not spoken are on record speaking."""
    voice: Voice
    """In whose words the record has it."""
    doubt: Reason | None
    """The record has it only denied, possible, planned or rumoured."""
    hedged: bool
    """Whether the statement itself only has it so, or gives the words of several, of which each is its own."""

    @property
    def caveat(self) -> Reason | None:
        """What keeps the record from bearing the statement out although it says the like."""
        return self.voice.caveat or self.doubt


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What the texts alone do not tell: who speaks, of what, when, and how to name the record."""

    sources: tuple[str, ...] = ()
    """By whom the statement says that it is said."""
    topic: frozenset[str] = frozenset()
    """Roots of what the statement takes up from the one before it."""
    company: Company = field(default_factory=Company)
    """What the statement's text names."""
    bearers: frozenset[str] = frozenset()
    """Names of more than one word in the statement's text."""
    speakers: frozenset[str] = frozenset()
    """Names of those that the statement's text gives the word to."""
    newsroom: str = ""
    """Whose report the quoted words are, as :func:`~onrecord.verify.reading.company.newsroom_of` writes it."""
    beside: Gist | None = None
    """What stands around the quoted words and in their title."""
    before: str = ""
    """The sentence right before the quoted words, in the same passage."""
    reported: Interval | None = None
    """The days in which the quoted words were published."""
    whole: str = ""
    """The text of the document that the quoted words are of."""
    others: tuple[str, ...] = ()
    """The texts of what was found beside it."""
    language: str | None = None
    """The language of the record, where it is known."""
    examined: Reason | None = None
    """Why the quoted words are not simply reported: those of a claim that is examined, of an opinion, of a list."""
    early: Reason | None = None
    """Why the quoted words, unless they are the statement's own, were published too early to be of it."""
    record: str = "the record"
    """How reasons name the record, such as "the record of 19 May 2025"."""


def compare(here: Gist, there: Gist, setting: Setting) -> Comparison:
    """Compare a statement, ``here``, with quoted words of the record, ``there``."""
    if _is_copied(gist(in_its_no(here.text, there.text)), there) and not are_weeks_apart(here, there):
        voice = hear(setting.sources, here, there, range(len(there.words)), beside=setting.beside)
        return _the_same(here, voice, setting.examined)
    record = setting.record
    near = [setting.beside] if setting.beside else []
    # Whom "it" and "they" stand for is named in the sentence before, which is quoted with it.
    around = [] if _names_others(there, here) else near
    if around and TAKES_UP.match(there.text):
        around = _taken_up(here, there, setting)
    quotations = compare_quotations(here, there)
    title = gist(setting.beside.text.partition("\n")[0]) if setting.beside else None
    figures = compare_figures(here, there, record=record, title=title)
    times = compare_times(here, there, record=record, reported=setting.reported, whole=setting.whole)
    met = figures + times + quotations + compare_undoing(here, there) + Finding(met=denied_alike(here, there))
    quoted, known = (compare_names(here, there, *more, bearers=setting.bearers) for more in ((), around))
    known = _with_setting(here, there, _with_places(here, known, setting), setting)
    known = _without_others(here, there, known, quoted, before=setting.before)
    notices = compare_notices(here, there, topic=setting.topic, record=record)
    lacking = (
        *(() if notices else unmet_denials(here, there)),
        *unmet_numbers(here, there, met, *around),
        *unmet_pairs(here, there),
        *unmet_degrees(here, there),
        *unmet_directions(here, there),
        *unmet_moves(here, there),
        *unmet_fates(here.text, there.text),
        *(unmet_grounds(here, there, setting.beside) if setting.beside else ()),
        *unmet_durations(here, there),
        *unmet_subject(here, there, *around),
        *unmet_deeds(here, there),
        *unmet_clause(here, there),
        *unmet_tail(here, there, *around),
        *unmet_whom(here, there, before=setting.before, title=title.text if title else ""),
    )
    lacking = lacking or (() if met.missing else unmet_otherwise(here, there))
    other_matter = unmet_company(here, there, *near, company=setting.company, newsroom=setting.newsroom)
    counted = in_its_document(here, there, setting.whole, bearers=setting.bearers, company=setting.company)
    other_matter = () if counted else other_matter
    shared = [at for at, word in enumerate(there.words) if word.content and root(word.stem) in here.roots]
    foreign = unread(here, there, setting.language)
    silent = bool(notices or foreign)
    voice = Voice() if silent else hear(setting.sources, here, there, shared, beside=setting.beside)
    clashes = (
        *met.clashes,
        *notices,
        *compare_polarity(here, there, record=record),
        *compare_offices(here, there, speakers=setting.speakers, record=record),
        *compare_entities(here, there, record=record),
        *((replace(voice.denial, here=Span(start=0, end=len(here.text))),) if voice.denial else ()),
    )
    told_apart = any(reason.code in (ReasonCode.NEGATED, ReasonCode.ROLE_DIFFERS) for reason in clashes)
    apart = [reason.here for reason in clashes if reason.here and reason.code is not ReasonCode.ENTITY_DIFFERS]

    def is_apart(span: Span) -> bool:
        return any(span.overlaps(other) for other in apart)

    on_record = least_share(here, units_of(here, there, met + known))
    left = names_office_left(here, there, clashes)
    alike = [(span, had) for span, had in units_of(here, there, met + quoted) if not is_apart(span)]
    absent = [span for span in (*met.missing, *quoted.missing, *lacking) if not is_apart(span)]
    if left:  # it is the same office of the same person, and whose it is goes without saying
        whose = {name.span for name in here.names if place_phrase(here.text, name)}
        alike = [unit for unit in alike if unit[0] not in whose]
        absent = [span for span in absent if span not in whose]
    return Comparison(
        shared=on_record,
        same=share(alike) if alike or not left else 1.0,
        missing=(*met.missing, *known.missing, *lacking, *other_matter),
        absent=(*absent, *other_matter),
        named=sum(not is_apart(span) for span in quoted.met),
        around=bool(known.met) and not known.missing,
        matter=counted
        or (not here.names and of_its_matter(here, there, *near, company=setting.company, newsroom=setting.newsroom)),
        told=_told(here),
        counts=bool(here.figures),
        quoted=bool(quotations.met),
        verbatim=on_record == 1.0 and _is_quotation(here, quotations.met),
        bounds=keeps_bounds(here, there),
        clashes=clashes,
        answered=bool(notices),
        voice=voice,
        hedged=bool(here.hedges) or _of_several(here),
        doubt=setting.examined or foreign or find_doubt(here, there, shared, told_apart=told_apart) or setting.early,
    )


_COPIED = 8
"""Words that two reporters do not hit on alike: as many in the same order are a copy."""


def _with_places(here: Gist, known: Finding, setting: Setting) -> Finding:
    """Take whose something is for met where that goes without saying."""
    if not (known.met and known.missing):
        return known
    told = {
        name.span
        for name in here.names
        if name.span in known.missing
        and place_phrase(here.text, name)
        and goes_without_saying(here, name, setting.whole, setting.others)
    }
    left = tuple(span for span in known.missing if span not in told)
    return replace(known, met=known.met + tuple(sorted(told, key=lambda span: span.start)), missing=left)


def _with_setting(here: Gist, there: Gist, known: Finding, setting: Setting) -> Finding:
    """Take what the record's title names for met where the quoted words tell of no other such.

    That is where something was, "at Lorrimar", and what they call by its kind, "the storm" for Storm Ottilie.
    """
    title = setting.beside.text.partition("\n")[0] if setting.beside else ""
    lacking = (name for name in here.names if name.span in known.missing and name.words in title)
    titled = [name for name in lacking if re.search(rf"\b{re.escape(name.words)}s?\b", title)]
    if not titled:
        return known
    placed = any(
        _PLACED.search(there.text, 0, name.span.start) and there.text[name.span.end : name.span.end + 2] not in _WHOSE
        for name in there.names
    )
    met = []
    for name in titled:
        kinds = {name.words.split()[at] for at in (0, -1)} if " " in name.words else set()
        kinds |= {kind[1] for kind in [_KIND.match(here.text, name.span.end)] if kind}
        called = [kind for kind in kinds if re.search(rf"\b[Tt]he {re.escape(kind.lower())}\b", there.text)]
        others = any(_is_another(setting.whole, kind, name.words) for kind in called)
        at = _SET.search(here.text, 0, name.span.start) and not placed
        if at or (called and not others):
            met.append(name.span)
    left = tuple(span for span in known.missing if span not in met)
    return replace(known, met=known.met + tuple(met), missing=left)


def _is_another(whole: str, kind: str, name: str) -> bool:
    """Say whether a document names another of a kind, a storm or a museum, than the one of this name."""
    of_kind = re.findall(rf"\b{re.escape(kind)} [A-Z]\w+|[A-Z]\w+ {re.escape(kind)}\b", whole)
    return any(one.removeprefix("The ") not in name for one in of_kind)


def _without_others(here: Gist, there: Gist, known: Finding, quoted: Finding, *, before: str) -> Finding:
    """Take where something happened for missing where the quoted words have it elsewhere: "near Tarn", "near Halme".

    So they have it by "there", which is where the sentence before was.
    """
    placed = {one[1].lower(): one for one in _AT.finditer(there.text)}
    elsewhere = set(_not_there(here, there, before))
    for name in here.names:
        at = _AT.search(here.text[: name.span.start] + "X") if name.span in quoted.missing else None
        other = placed.get(at[1].lower()) if at and at.end() == name.span.start else None
        named = next((one for one in there.names if other and one.span.start == other.end()), None)
        if named and not mentions(here, named):
            elsewhere.add(name.span)
    lost = tuple(span for span in known.met if span in elsewhere)
    return replace(known, met=tuple(span for span in known.met if span not in elsewhere), missing=known.missing + lost)


def _not_there(here: Gist, there: Gist, before: str) -> Iterator[Span]:
    """Yield where something happened by a statement, where the record has it "there", where the sentence before was.

    "In" may be in a larger place as well.
    """
    told = [span.cut(there.text) for span in there.sentences]
    for last, words in pairwise((before, *told)):
        if not _THERE.search(words):
            continue
        places = [name for name in find_names(last) if _PLACED.search(last, 0, name.span.start)]
        if not places:
            continue
        for name in here.names:
            exact = _EXACT.search(here.text, 0, name.span.start)
            if exact and not mentions(gist(last), name) and not mentions(gist(words), name):
                yield name.span


def _is_copied(here: Gist, there: Gist) -> bool:
    words = [word.plain for word in here.words]
    return len(words) >= _COPIED and words == [word.plain for word in there.words]


_ATTRIBUTION = 4
"""Words that say who is quoted, such as "Pia Lund told reporters"; more of them state something of their own."""


def _is_quotation(here: Gist, quoted: tuple[Span, ...]) -> bool:
    inside = {at for span in quoted for at in here.within(span)}
    return len(inside) >= _COPIED and len(here.words) - len(inside) <= _ATTRIBUTION


def _the_same(here: Gist, voice: Voice, doubt: Reason | None) -> Comparison:
    """Return the comparison of a statement with its own words: whoever speaks in the one speaks in the other."""
    return Comparison(
        shared=1.0,
        same=1.0,
        missing=(),
        absent=(),
        named=len(here.names),
        around=bool(here.names),
        matter=False,
        told=_told(here),
        counts=bool(here.figures),
        quoted=any(saying.cue is None for saying in here.sayings),
        verbatim=True,
        bounds=None,
        clashes=(),
        answered=False,
        voice=replace(voice, caveat=None, denial=None),
        doubt=doubt,
        hedged=bool(here.hedges),
    )


def _told(here: Gist) -> int:
    names = [name.span for name in here.names]
    return sum(word.content and not any(name.overlaps(word.span) for name in names) for word in here.words)


def _of_several(text: Gist) -> bool:
    """Say whether a text gives the words of several: "unlike Lund, who said it is safe, Holt said it is not"."""
    return len({saying.source for saying in text.sayings if saying.source and saying.cue}) > 1


_SHE = re.compile(r"(?:he|she|his|her)\b", re.IGNORECASE)
"""Who alone is whom the sentence before begins with: "it" may be anything of that."""
_QUOTES = re.compile(r"[“”\"]")
_AT = re.compile(r"\b([Aa]t|[Nn]ear|[Oo]utside|[Oo]ff)\s(?:the\s[a-z]+\sof\s)?(?=[A-Z])")
"""Before a name of where exactly; "in" may be in a larger place as well."""
_WHOSE = ("'s", "’s")
_KIND = re.compile(r"\s([a-z]{4,}[^s\W])\b")
"""What is called by a name before it: "the Silver Heron ceremony"."""
_SET = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear)\s(?:the\s)?$")
_THERE = re.compile(
    r"\b(?<!and\s)there\b(?!\s(?:is|was|are|were|has|have|had|will|would|may|might|can|could|must|should|seems?|remains?|came|be)\b)"
)
"""Where something was, and not that it is: "there was a fire"."""
_EXACT = re.compile(r"\b(?:at|near|outside)\s(?:the\s)?$")
_PLACED = re.compile(
    r"\b(?:in|at|near|outside|from|around|off|under|along|across|beside|behind|beneath)\s(?:the\s)?$", re.IGNORECASE
)
"""Before a name of where, not of whom."""
_TOLD = re.compile(r"\b(?:told|tells|telling)\s(?:the\s)?(?:[a-z]+\s){1,2}$")
"""Before the name of those who hear it: "told broadcaster KTV"."""


def _taken_up(here: Gist, there: Gist, setting: Setting) -> list[Gist]:
    """Return the words before that name whom the quoted ones call "she": up to the first name, in nobody's mouth.

    Who is in an office, and who has left it, is read where it is named.
    """
    called = _SHE.match(there.text)
    name = next(iter(find_names(setting.before)), None)
    words = setting.before[: name.span.end] if name else ""
    if called is None or name is None or _PLACED.search(words, 0, name.span.start) or _QUOTES.search(words):
        return []
    named = gist(f"{name.words}{there.text[called.end() :]}")
    return [] if compare_offices(here, named, speakers=setting.speakers, record=setting.record) else [gist(words)]


def _names_others(there: Gist, here: Gist) -> bool:
    """Say whether the quoted words name somebody the statement does not: then they are not of those named around."""
    beside = (_PLACED, _TOLD)
    others = (name for name in strangers(there, here) if not titles(there, name))  # "Transport minister Ida Holt"
    return any(not any(kind.search(there.text, 0, name.span.start) for kind in beside) for name in others)
