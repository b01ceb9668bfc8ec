"""What the open web was asked, from JSON."""

from __future__ import annotations

from datetime import datetime

from onrecord.data import Asked, AskedState, Capture, Lead, LeadDate, Review, Search
from onrecord.wire.view import View


def search_from(view: View) -> Search | None:
    """Read what was asked; older results say nothing of it."""
    return view.later("search", None).maybe(_search)


def _search(view: View) -> Search:
    return Search(
        queries=view["queries"].each(View.words),
        as_of=view["as_of"].moment(),
        asked=view["sources"].each(_asked),
        pages=view["pages"].each(_capture),
        unread=view["unread"].count(),
    )


def _asked(view: View) -> Asked:
    since = view["since"].maybe(View.moment)
    if since is not None and not isinstance(since, datetime):
        view["since"].refuse("is no instant")
    return Asked(
        source=view["source"].words(),
        state=view["state"].among(AskedState),
        why=view["why"].maybe(View.words),
        since=since,
        leads=view["leads"].each(_lead),
        copies=view.later("copies", None).maybe(View.count),
    )


def _lead(view: View) -> Lead:
    return Lead(
        url=view["url"].words(),
        title=view["title"].maybe(View.words),
        at=view["at"].maybe(View.moment),
        dated=view["dated"].maybe(lambda kind: kind.among(LeadDate)),
        review=view["review"].maybe(_review),
    )


def _review(view: View) -> Review:
    return Review(
        claim=view["claim"].words(),
        rating=view["rating"].words(),
        claimant=view["claimant"].maybe(View.words),
        publisher=view["publisher"].maybe(View.words),
    )


def _capture(view: View) -> Capture:
    return Capture(
        url=view["url"].words(),
        sources=view["sources"].each(View.words),
        document_id=view["document_id"].maybe(View.words),
        copy=view["copy"].maybe(View.words),
        why=view["why"].maybe(View.words),
    )
