"""Notes in words: who says what of which verdict, and what became of it."""

from __future__ import annotations

from onrecord.data import Act, Note
from onrecord.render.phrases import day

ACTS = {
    Act.WRITTEN: "written",
    Act.CHANGED: "changed",
    Act.RESOLVED: "settled",
    Act.REOPENED: "opened again",
    Act.WITHDRAWN: "taken back",
}
"""What was done to a note."""


def who_says(note: Note) -> str:
    """Say who wrote a note and, of one that overrules, what our reading said and what the person says."""
    if note.ruling is None:
        return f"{note.by} {'answers' if note.reply_to else 'notes'}"
    as_of = f", as of {day(note.target.as_of)}" if note.target.as_of else ""
    machine, person = note.ruling.machine.words, note.ruling.person.words
    return f"{note.by} overrules our reading, “{machine}”{as_of}, with “{person}”"


def what_said(note: Note) -> str:
    """Return the words of a note after when it was written and what was done to it last."""
    last = note.revisions[-1]
    done = f"; {ACTS[last.act]} by {last.by}, {day(last.at)}" if note.version > 1 else ""
    return f"({day(note.at)}{done}): {note.words}"
