"""What people read in a terminal. Colours and strokes only repeat what the words say, for a pipe has neither."""

from onrecord.render.terminal.briefs import brief, changes, series
from onrecord.render.terminal.pages import report, restoration, statements
from onrecord.render.terminal.record import document, found, history, news, offices, stats, stories

__all__ = (
    "brief",
    "changes",
    "document",
    "found",
    "history",
    "news",
    "offices",
    "report",
    "restoration",
    "series",
    "statements",
    "stats",
    "stories",
)
