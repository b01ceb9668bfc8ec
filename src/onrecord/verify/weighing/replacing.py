"""A later report's figure for what a statement gives one for, in whatever words: the statement's is then out of date.

A count of the dead and the like grows; rates, prices and bids are moved. What is told of a later figure contradicts
nothing, it only comes after, so words need not meet as closely as where one is held against the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.data import Figure, Judgement, Reason, ReasonCode, Standing
from onrecord.text.offices import Office, find_offices, same_place, unlike
from onrecord.verify.comparing.counted import piece_of
from onrecord.verify.comparing.figures import given_up, is_elsewhere
from onrecord.verify.comparing.findings import clash
from onrecord.verify.comparing.names import goes_without_saying, is_of, mentions, place_phrase
from onrecord.verify.comparing.values import entails
from onrecord.verify.reading.gist import Gist
from onrecord.verify.reading.tokens import find_roots, root
from onrecord.verify.weighing.tenures import several_hold

_GROWS = tuple(
    re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for words in (
        r"kill(?:ed|s|ing)?|die[ds]?|dead|deaths?|fatalit(?:y|ies)|lost their lives|lives lost|has cost|have cost|"
        r"bodies|toll|claimed|perished|lives",
        r"injur(?:ed|ies|ing)|wounded|hurt",
        r"infect(?:ed|ions?)|cases|fallen ill|sickened",
        r"displaced|evacuat(?:ed|ions?)|fled|homeless|left their homes|forced from their homes",
        r"arrest(?:ed|s)|detained|taken into custody|custody",
        r"burn(?:ed|t)|hectares|acres|scorched",
    )
)
"""What is counted and can only become more, each in the words of news."""
_MOVES = tuple(
    re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for words in (
        r"rates?",
        r"prices?|costs?|priced|budget|bills?",
        r"offer(?:ed|ing|s)?|bids?|bidding",
        r"seats?",
        r"wages?|pay|salar(?:y|ies)",
        r"tariffs?|dut(?:y|ies)|levy|levies",
        r"unemploy(?:ed|ment)|jobless",
        r"inflation",
        r"stakes?|shares? of|owns?|holds?",
        r"members|employees|staff|workforce|employs?",
        r"protect(?:s|ed|ion)?|effective(?:ness)?|efficacy",
        r"sentence[ds]?|prison|jail(?:ed)?",
    )
)
"""What is moved up and down."""
_MOVED = re.compile(
    r"\b(?:rais|lower|cut|lift|increas|hik|reduc|slash|trim|drop|f[ae]ll|r[io]s|climb|grow|grew|jump|edg|revis|correct|bump|sweeten"
    r"|improv|put|brought|bring|slip|sank|sink)\w*\b[^.;]{0,70}?\bto\s(?:about\s|around\s|nearly\s|an?\s\w+\s)?[$€£]?$"
    r"|\bnow\b[^.;,]{0,30}$",
    re.IGNORECASE,
)
"""Before the figure that something was moved to."""
_PAST = re.compile(r"\b(?:had|earlier|previous(?:ly)?|initial(?:ly)?|originally|until|not(?=\s$))\b", re.IGNORECASE)
"""What tells, before a figure, that it is an old one, or given up: "71 percent, not 88"."""
_NEAR = 40
"""Characters before a figure in which a word makes it only possible."""
_SURE = 0.8
"""How likely a model must find the record against a statement where no verb says that the figure was moved."""
_MOST_GROWTH = 5.0
"""Times a count may have grown and still be of one thing, not of all the war or year."""
_HEADS = ("director", "leader")
"""Titles that many bodies have, and each body one."""
_BARE = frozenset(
    root(word)
    for word in "stand number total far now peopl person current put amount count least report known confirm".split()
)
"""Roots that tell nothing of what a figure is of."""
_DISASTERS = tuple(
    find_roots(words)
    for words in (
        "earthquake quake tremor",
        "sinking sank capsized capsizing shipwreck",
        "fire blaze wildfire inferno",
        "flood floods flooding deluge",
        "crash collision derailment",
        "storm cyclone hurricane typhoon tornado",
        "explosion blast bombing",
        "outbreak epidemic",
    )
)
"""Words by which reports call one disaster in turn."""
_ANY_DISASTER = find_roots("disaster tragedy catastrophe accident")


def newer_figure(
    here: Gist, there: Gist, whole: str, others: Sequence[str], judged: Judgement, *, record: str
) -> Reason | None:
    """Return what words of the record have for a figure of a statement, where it is another and may come after it.

    ``whole`` is the document that the words are of, ``others`` are the others found, ``judged`` is what a model makes
    of the two.
    """
    if not there.figures or any(bool(entails(other, one)) for one in here.figures for other in _standing(here, there)):
        return None
    for figure in here.figures:
        for other in there.figures:
            if _replaces(other, figure, here, there, judged) and _of_one_thing(here, there, whole, others):
                said, recorded = (here.text, figure.span), (there.text, other.span)
                return clash(ReasonCode.NUMBER_DIFFERS, said, recorded, record=record)
    return None


def _standing(here: Gist, there: Gist) -> list[Figure]:
    """Return the figures of the record that it does not tell as those of before, or only as possible."""
    hedged = [there.words[hedge.at].span.start for hedge in there.hedges]
    return [
        other
        for other in there.figures
        if not any(
            max(piece_of(other, there).start, other.span.start - _NEAR) <= at < other.span.start for at in hedged
        )
        and not _PAST.search(there.text, piece_of(other, there).start, other.span.start)
        and not any(given_up(there, other, figure, here) for figure in here.figures)
    ]


def _replaces(other: Figure, figure: Figure, here: Gist, there: Gist, judged: Judgement) -> bool:
    """Say whether a figure of the record measures what the statement's does, has grown, or was moved."""
    if other.unit != figure.unit or other not in _standing(here, there) or is_elsewhere(other, there, here):
        return False
    asked, told = piece_of(figure, here).cut(here.text), piece_of(other, there).cut(there.text)
    given_up_for_it = other.value != figure.value and _is_given_up(figure, here, there)
    if any(grows.search(asked) and grows.search(told) for grows in _GROWS):
        return given_up_for_it or figure.value < other.value <= _MOST_GROWTH * figure.value
    measured = any(moves.search(asked) and moves.search(told) for moves in _MOVES)
    moved = _MOVED.search(there.text, 0, other.span.start) is not None or judged.refutes >= _SURE
    return measured and (moved or given_up_for_it) and entails(other, figure) is False


def corrects(here: Gist, there: Gist) -> bool:
    """Say whether the record has a statement's figure as one that no longer holds."""
    return any(_is_given_up(figure, here, there) for figure in here.figures)


def _is_given_up(figure: Figure, here: Gist, there: Gist) -> bool:
    """Say whether a figure of a statement is on record as an old one: "from 63 to 61", "71 percent, not 88 percent"."""
    same = [other for other in there.figures if other.value == figure.value and other.unit in (figure.unit, "")]
    return any(there.text[: one.span.start].endswith(" not ") or given_up(there, one, figure, here) for one in same)


def newer_holder(here: Gist, there: Gist, clashes: Sequence[Reason], whole: str, *, record: str) -> Reason | None:
    """Return what has an office left by whom a statement has in it, or held by somebody else.

    Who left some office has left this one where ``whole``, the document, tells of it and names no other place's.
    """
    left = next((one for one in clashes if one.code is ReasonCode.ROLE_DIFFERS), None)
    elsewhere = any(
        place_phrase(there.text, name) and is_of(whole, name) and not mentions(here, name) for name in there.names
    )
    if left and not elsewhere and _told(here) <= find_roots(whole):
        return left
    for office in find_offices(here.text):
        for other in find_offices(there.text):
            if office.standing is Standing.HOLDS is other.standing and _of_another(office, other):
                said, recorded = (here.text, office.span), (there.text, other.span)
                return clash(ReasonCode.ROLE_DIFFERS, said, recorded, record=record)
    return None


def _of_another(office: Office, other: Office) -> bool:
    """Say whether one office, which only one person holds at a time, is somebody else's."""
    one = office.office in _HEADS or not several_hold(office.office)
    same = one and office.office == other.office and same_place(office.of, other.of)
    return bool(same) and unlike(office.person, other.person)


def _of_one_thing(here: Gist, there: Gist, whole: str, others: Sequence[str]) -> bool:
    """Say whether a document names all that a statement names, and has half of what it says beside its figure."""
    told = _told(here)
    named = all(
        mentions(there, name) or name.words in whole or goes_without_saying(here, name, whole, others)
        for name in here.names
    )
    roots = find_roots(whole)
    had = [
        one
        for one in told
        if one in roots or any(one in kind and roots & (kind | _ANY_DISASTER) for kind in _DISASTERS)
    ]
    return named and bool(here.names or told) and 2 * len(had) >= len(told)


def _told(here: Gist) -> frozenset[str]:
    """Return the roots of what a statement says beside its names and what it measures."""
    names = [name.span for name in here.names]
    told = {
        root(word.stem)
        for word in here.words
        if word.content
        and word.plain[0].isalpha()
        and not any(name.overlaps(word.span) for name in names)
        and not any(words.fullmatch(word.plain) for words in (*_GROWS, *_MOVES))
    }
    return frozenset(told) - _BARE
