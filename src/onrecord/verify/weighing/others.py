"""Why words of the record that would bear a statement out do not: they are of others, or of a part."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.data import Reason, ReasonCode
from onrecord.verify.comparing.claims import Claim
from onrecord.verify.comparing.doers import deed_of
from onrecord.verify.comparing.findings import clip
from onrecord.verify.comparing.quotes import Quoted
from onrecord.verify.reading.gist import Gist, gist
from onrecord.verify.reading.tokens import root
from onrecord.verify.weighing.done_by_others import done_by_others
from onrecord.verify.weighing.partly import told_of_a_part
from onrecord.verify.weighing.predicates import told_of_others
from onrecord.verify.weighing.roles import (
    brought_in_instead,
    exchanged,
    paired_otherwise,
    refused_instead,
    told_of_another,
    told_of_who_is_beside,
)
from onrecord.verify.weighing.standing import in_office_elsewhere, leads_others, only_speaks, stands_otherwise


def of_others(claim: Claim, there: Gist, quoted: Quoted, *, beside: Gist, found: Sequence[str]) -> Reason | None:
    """Return why quoted words are of others than a claim, or None where nothing says so.

    A page's own words are of whom what was pasted into it is of, unless they say otherwise. ``found`` are the texts of
    the document, under its headline, and of what else was found.
    """
    here, own, document = claim.gist, quoted.candidate.memento.own, quoted.candidate.memento.document
    around = claim.statement.text
    span = (
        exchanged(here.text, quoted.words, around=around, beside=beside.roots)
        or told_of_another(here, there)
        or brought_in_instead(here, there)
        or refused_instead(here.text, quoted.words)
        or paired_otherwise(here.text, quoted.words)
        or stands_otherwise(here, there, beside)
        or only_speaks(here, there)
        or leads_others(here, there)
        or done_by_others(here, there)
    )
    words = span.cut(quoted.words) if span else None if own else told_of_others(here, there, beside, document.text)
    words = words or in_office_elsewhere(here, there, found)
    words = words or (None if own else _by_its_title(here, there, document.title or "", around))
    if words is None:
        part = told_of_a_part(here, there)
        told = f"on record of a part only: “{clip(part)}”" if part else ""
        return Reason(code=ReasonCode.SAID_NOT_SO, words=told) if told else None
    return Reason(code=ReasonCode.ENTITY_DIFFERS, words=f"on record of others: “{clip(words)}”", there=span)


def _by_its_title(here: Gist, there: Gist, title: str, around: str) -> str | None:
    """Return the title of the record where the deed is told in it alone, and of others: a model reads it too."""
    deed = deed_of(here)
    if deed is None or root(deed.stem) in there.roots:
        return None
    titled = gist(title)
    if root(deed.stem) not in titled.roots:
        return None
    span = exchanged(here.text, title, around=around) or told_of_another(here, titled)
    return title if span or told_of_who_is_beside(here.text, title) else None
