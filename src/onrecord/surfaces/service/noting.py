"""What a note may be about, and where the words of a note stand in another version of their document."""

from __future__ import annotations

import json
from typing import NamedTuple

from onrecord.data import Act, Anchor, Document, Label, Moment, Note, Role, Ruling, Span, Target, Words
from onrecord.errors import InputMissing, NotAllowed, UsageError
from onrecord.surfaces.service.access import Caller
from onrecord.text.anchoring import anchor
from onrecord.wire import Json
from onrecord.wire.load.documents import document_from
from onrecord.wire.view import View
from onrecord.wiring import Kept


class Placed(NamedTuple):
    """A note, and where it stands in the text that is looked at: None for an orphan, whose words are not there."""

    note: Note
    anchor: Anchor | None


def in_document(document: Document, quote: str) -> Target:
    """Return the words of a document that stand in it exactly once.

    Raises:
        UsageError: they stand nowhere in it, or in several places.
    """
    start = document.text.find(quote) if quote.strip() else -1
    if start < 0:
        raise UsageError("the quote is not in the document", why="no such words stand there", fix="copy them from it")
    if document.text.find(quote, start + 1) >= 0:
        why = "the same words stand in several places"
        raise UsageError("the quote could be any of several", why=why, fix="quote a few words more")
    return Target(words=_words(document, Span(start=start, end=start + len(quote))))


def in_report(report: Json, statement_id: str) -> tuple[Target, Label]:
    """Return a statement of a report as what a note is about, and the verdict it has there.

    Raises:
        InputMalformed: it is no report.
        InputMissing: no statement of that id is in it.
    """
    view = View(report)
    document = document_from(view["restoration"]["document"])
    for verdict in view["verdicts"]:
        statement = verdict["statement"]
        if statement["id"].words() == statement_id:
            place = Span(start=statement["span"]["start"].count(), end=statement["span"]["end"].count())
            about = Target(words=_words(document, place), statement_id=statement_id, as_of=verdict["as_of"].moment())
            return about, verdict["label"].among(Label)
    why = "the report has none of that id"
    raise InputMissing(f"there is no statement {statement_id[:64]!r}", why=why, fix="take an id from the report")


def in_check(kept: Kept, check_id: str, statement_id: str) -> tuple[Target, Label]:
    """Return a statement of a check that is kept as what a note is about, and the verdict it has there.

    Raises:
        InputMissing: there is no such check or statement, or the check has not ended.
    """
    report = kept.jobs.result(kept.jobs.get(check_id).id)
    if report is None:
        raise InputMissing("there is no report yet", why="the check has not ended", fix="wait for its job")
    return in_report(json.loads(report), statement_id)


def in_brief(topic: str, as_of: Moment) -> Target:
    """Return a brief as what a note is about.

    Raises:
        UsageError: the topic is empty.
    """
    if not topic.strip():
        raise UsageError("the topic is empty", why="there are no words in it", fix="name it as the brief does")
    return Target(topic=topic.strip(), as_of=as_of)


def ruling(machine: Label, person: Label) -> Ruling:
    """Return a person's word against a verdict.

    Raises:
        UsageError: it says the same.
    """
    if machine is person:
        why = f"its verdict is “{machine.words}” already"
        raise UsageError("there is nothing to overrule", why=why, fix="write a note without a ruling")
    return Ruling(machine=machine, person=person)


def act(kept: Kept, caller: Caller, name: str, done: Act, *, version: int | None, words: str = "") -> Note:
    """Do something to a note for whoever asks: only who wrote it changes it or takes it back; an admin may do the last.

    Raises:
        InputMissing: there is no note of that id.
        NotAllowed: they may not.
        StateConflict: something else was done to it since ``version``, or nothing may be done to it any more.
    """
    held = kept.notes.get(name)
    by_author = done in (Act.CHANGED, Act.WITHDRAWN)
    if by_author and caller.name != held.by and not (caller.role is Role.ADMIN and done is Act.WITHDRAWN):
        fix = "answer it with a note of your own"
        raise NotAllowed("you may not do this", why=f"{held.by} wrote the note", fix=fix)
    return kept.notes.act(name, done, by=caller.name, words=words, version=version)


def on_document(kept: Kept, document: Document) -> tuple[Placed, ...]:
    """Return the notes on a document and on other versions of it, each where its words stand in this one."""
    return tuple(_placed(note, document) for note in kept.notes.on(document_id=document.id, url=document.url))


def _placed(note: Note, document: Document) -> Placed:
    words = note.target.words
    assert words is not None, "found by its document"
    if words.document_id == document.id:
        return Placed(note, Anchor(span=words.span, exact=True, score=1.0))
    return Placed(note, anchor(words.quote, document.text, words.span))


def _words(document: Document, span: Span) -> Words:
    return Words(document_id=document.id, url=document.url, span=span, quote=document.quote(span))
