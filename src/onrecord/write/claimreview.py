"""Verdicts as ClaimReview of schema.org. Ratings carry our words and no number: on record is no degree of true."""

from __future__ import annotations

from onrecord.data import Document, Label, Report, StatementKind, Verdict, day_of
from onrecord.text.moments import format_moment
from onrecord.wire import Json

CONTEXT = "https://schema.org"
TERMS = "urn:onrecord:labels"
REVIEWED = (Label.SUPPORTED, Label.REFUTED, Label.CONFLICTING, Label.SUPERSEDED)
"""What was reviewed; that nothing was found, or nothing checked, is no review of a claim."""


def label_address(label: Label) -> str:
    """Return what names a label among all terms of the world."""
    return f"{TERMS}:{label.value}"


def report(given: Report) -> Json:
    """Return the verdicts of a page that say something, as one graph."""
    document = given.restoration.document
    made = [review(one, document) for one in given.verdicts if one.label in REVIEWED]
    return {"@context": CONTEXT, "@graph": made}


def review(verdict: Verdict, document: Document) -> Json:
    """Return a verdict on a statement of ``document``."""
    statement = verdict.statement
    speaker = statement.attribution and statement.attribution.speaker
    claim: Json = {"@type": "Claim", "text": statement.text}
    if document.url:
        claim["appearance"] = {"@type": "CreativeWork", "url": document.url}
    if document.published_at:
        claim["datePublished"] = format_moment(document.published_at)
    if speaker and statement.kind is not StatementKind.QUESTION:
        claim["author"] = {"@type": "Thing", "name": speaker}  # a person, a ministry, a team: which is not known
    return {
        "@type": "ClaimReview",
        "identifier": f"urn:onrecord:verdict:{statement.id}:{format_moment(verdict.as_of)}",
        "claimReviewed": statement.text,
        "datePublished": day_of(verdict.as_of).isoformat(),
        "author": {"@type": "Organization", "name": "onrecord"},
        "itemReviewed": claim,
        "reviewRating": {
            "@type": ["Rating", "DefinedTerm"],
            "alternateName": verdict.label.words,
            "termCode": verdict.label.value,
            "inDefinedTermSet": TERMS,
            "identifier": label_address(verdict.label),
            "ratingExplanation": "; ".join(reason.words for reason in verdict.reasons),
        },
        "citation": [_cited(verdict, place) for place in range(len(verdict.evidence))],
    }


def _cited(verdict: Verdict, place: int) -> Json:
    one = verdict.evidence[place]
    source = one.memento.document
    known = {
        "@type": "Quotation",
        "text": one.quote,
        "url": source.url,
        "publisher": source.publisher and {"@type": "Organization", "name": source.publisher},
        "datePublished": source.published_at and format_moment(source.published_at),
        "description": one.stance.value,
    }
    return {key: value for key, value in known.items() if value}
