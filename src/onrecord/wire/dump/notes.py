"""Notes to JSON."""

from __future__ import annotations

from onrecord.data import Anchor, Note, Target
from onrecord.text.moments import format_moment
from onrecord.wire.dump.documents import edges, moment_shape
from onrecord.wire.json import Json


def note_shape(given: Note, anchor: Anchor | None = None) -> Json:
    """Return the shape of a note with its history; ``anchor`` is where its words stand in the text looked at."""
    return {
        "id": given.id,
        "version": given.version,
        "by": given.by,
        "at": format_moment(given.at),
        "words": given.words,
        "resolved": given.is_resolved,
        "withdrawn": given.is_withdrawn,
        "reply_to": given.reply_to,
        "ruling": given.ruling and _ruling(given),
        "target": _target(given.target),
        "anchor": anchor and {**edges(anchor.span), "exact": anchor.exact, "score": anchor.score},
        "history": [
            {"act": one.act, "by": one.by, "at": format_moment(one.at), "words": one.words} for one in given.revisions
        ],
    }


def _ruling(given: Note) -> Json:
    """Return both verdicts: the machine's, and the person's with name, reason and date."""
    assert given.ruling is not None
    machine, person = given.ruling.machine, given.ruling.person
    return {
        "machine": {"label": machine, "words": machine.words},
        "person": {
            "label": person,
            "words": person.words,
            "by": given.by,
            "at": format_moment(given.at),
            "reason": given.words,
        },
    }


def _target(given: Target) -> Json:
    words = given.words
    return {
        "document_id": words and words.document_id,
        "url": words and words.url,
        "start": words and words.span.start,
        "end": words and words.span.end,
        "quote": words and words.quote.exact,
        "prefix": words and words.quote.prefix,
        "suffix": words and words.quote.suffix,
        "statement_id": given.statement_id,
        "topic": given.topic,
        "as_of": moment_shape(given.as_of),
    }
