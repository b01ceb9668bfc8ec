"""Nouns to JSON and back.

The functions here give each noun the JSON shape that programs read; ``load`` holds their counterparts. The shapes are
frozen in ``schema/*.schema.json``: within one ``SCHEMA`` fields are only added, never renamed, moved or taken away.
Spans are code points of the document's text, moments ISO 8601, and what is not known is ``null``.
"""

from onrecord.wire.dump import (
    brief,
    changes,
    document,
    error,
    found,
    history,
    judgement,
    news,
    offices,
    report,
    restoration,
    rulings,
    series,
    statements,
    stats,
    stories,
    transition,
    update,
    verdict,
)
from onrecord.wire.dump.documents import reason_shape
from onrecord.wire.dump.notes import note_shape
from onrecord.wire.dump.verdicts import run_shape
from onrecord.wire.json import SCHEMA, Json, encode

__all__ = (
    "SCHEMA",
    "Json",
    "brief",
    "changes",
    "document",
    "encode",
    "error",
    "found",
    "history",
    "judgement",
    "news",
    "note_shape",
    "offices",
    "reason_shape",
    "report",
    "restoration",
    "rulings",
    "run_shape",
    "series",
    "statements",
    "stats",
    "stories",
    "transition",
    "update",
    "verdict",
)
