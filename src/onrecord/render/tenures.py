"""The words for who held an office when."""

from __future__ import annotations

from onrecord.data import OfficeMention, Standing, Tenure
from onrecord.render.phrases import count, days


def office(tenure: Tenure) -> str:
    """Name a person and the office: "Orla Venn, former premier (Veldania)"."""
    standing = "" if tenure.standing is Standing.HOLDS else f"{_STANDINGS.get(tenure.standing, tenure.standing)} "
    whose = f" ({tenure.of})" if tenure.of else ""
    return f"{tenure.person}, {standing}{tenure.office}{whose}"


_STANDINGS = {Standing.ELECT: "elected", Standing.THEN: "then"}


def told_of(tenure: Tenure) -> str:
    """Say from when to when somebody is called so, in how many documents and by how many origins."""
    return f"{days(tenure.days)} · {count(tenure.documents, 'document')} · {count(tenure.origins, 'origin')}"


def ends(tenure: Tenure) -> tuple[OfficeMention, ...]:
    """Return the first and the last mention, once where they are one."""
    return tuple(dict.fromkeys((tenure.first, tenure.last)))


def mention(said: OfficeMention) -> str:
    """Return the words of a mention on one line."""
    return " ".join(said.quote.split())
