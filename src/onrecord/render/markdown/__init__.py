"""Markdown (CommonMark with the strikethrough and tables of GitHub), in which nothing that was read is markup."""

from onrecord.render.markdown.layout import plain
from onrecord.render.markdown.pages import report, restoration, statements
from onrecord.render.markdown.record import brief, changes, found, history, news, offices, series, stories

__all__ = (
    "brief",
    "changes",
    "found",
    "history",
    "news",
    "offices",
    "plain",
    "report",
    "restoration",
    "series",
    "statements",
    "stories",
)
