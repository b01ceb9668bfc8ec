"""Notes as W3C Web Annotations (JSON-LD, Recommendation of 23 February 2017)."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.data import Label, Note
from onrecord.text.moments import format_moment
from onrecord.wire import Json
from onrecord.write.claimreview import label_address

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def page(notes: Iterable[Note]) -> Json:
    """Return notes as one AnnotationPage; those that were withdrawn are left out."""
    items = [annotation(note) for note in notes if not note.is_withdrawn]
    return {"@context": CONTEXT, "type": "AnnotationPage", "items": items}


def annotation(note: Note) -> Json:
    """Return a note as an Annotation; a ruling has both verdicts as tags beside its reason."""
    body: list[Json] = [{"type": "TextualBody", "value": note.words, "format": "text/plain", "purpose": _purpose(note)}]
    if note.ruling is not None:
        body += [_tag("overruled", note.ruling.machine), _tag("held", note.ruling.person)]
    changed = max((one.at for one in note.revisions if one.words), default=note.at)
    made = {
        "id": _address(note.id),
        "type": "Annotation",
        "motivation": _purpose(note),
        "creator": {"type": "Person", "name": note.by},
        "created": format_moment(note.at),
        "modified": format_moment(changed) if changed != note.at else None,
        "body": body,
        "target": _address(note.reply_to) if note.reply_to else _target(note),
    }
    return {key: value for key, value in made.items() if value is not None}


def _purpose(note: Note) -> str:
    if note.ruling is not None:
        return "assessing"
    return "replying" if note.reply_to else "commenting"


def _address(name: str) -> str:
    return f"urn:onrecord:note:{name}"


def _tag(which: str, label: Label) -> Json:
    return {
        "type": "SpecificResource",
        "source": label_address(label),
        "purpose": "classifying",
        "rdfs:label": f"{which}: {label.words}",
    }


def _target(note: Note) -> Json:
    target = note.target
    if target.words is None:
        about: Json = {"source": f"urn:onrecord:brief:{target.topic}"}
    else:
        words = target.words
        quote: Json = {"type": "TextQuoteSelector", "exact": words.quote.exact}
        quote |= {"prefix": words.quote.prefix} if words.quote.prefix else {}
        quote |= {"suffix": words.quote.suffix} if words.quote.suffix else {}
        place = {"type": "TextPositionSelector", "start": words.span.start, "end": words.span.end}
        about = {"source": words.url or f"urn:onrecord:doc:{words.document_id}", "selector": [quote, place]}
    if target.as_of is not None:
        about["state"] = {"type": "TimeState", "sourceDate": format_moment(target.as_of)}
    return about
