"""The words for what a page cites."""

from __future__ import annotations

from onrecord.data import Document, Reference, ReferenceStatus
from onrecord.render.words import shortened

STATUSES = {
    ReferenceStatus.CARRIED: "Carried",
    ReferenceStatus.CONTRADICTED: "Says otherwise",
    ReferenceStatus.NOT_CARRIED: "Not found in it",
    ReferenceStatus.NOT_CHECKED: "Not checked",
    ReferenceStatus.GIVEN: "Given",
    ReferenceStatus.MISSING: "Missing",
}


def cites(reference: Reference, page: Document) -> str:
    """Say where a page cites: its words, and the sentence they stand in."""
    said = " ".join(reference.span.cut(page.text).split())
    sentence = reference.sentence and shortened(" ".join(reference.sentence.cut(page.text).split()))
    return f"“{shortened(said)}”" + (f" in “{sentence}”" if sentence and sentence != said else "")
