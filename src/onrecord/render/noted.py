"""What people say of statements: notes with their answers, and whether one of them overrules a verdict.

What our reading says and what a person says stand beside each other, each under its own name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.data import Note, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """A note, and what was answered to it and to its answers."""

    note: Note
    replies: tuple[Note, ...] = ()
    """The oldest first."""

    @property
    def all(self) -> tuple[Note, ...]:
        """The note and its answers."""
        return (self.note, *self.replies)


@dataclass(frozen=True, slots=True)
class Noted:
    """The notes on the statements of a report."""

    by_statement: Mapping[str, tuple[Thread, ...]]

    def on(self, verdict: Verdict) -> tuple[Thread, ...]:
        """Return what is said of a statement, whatever its verdict was when it was said."""
        return self.by_statement.get(verdict.statement.id, ())

    def overruling(self, verdict: Verdict) -> tuple[Note, ...]:
        """Return the notes that stand against this verdict: its label is the one they overrule."""
        notes = (note for thread in self.on(verdict) for note in thread.all)
        return tuple(
            note for note in notes if note.ruling and note.ruling.machine is verdict.label and not note.is_withdrawn
        )


def noted(notes: Iterable[Note]) -> Noted:
    """Gather notes by the statement that they are on."""
    found: dict[str, list[Note]] = defaultdict(list)
    for note in notes:
        if note.target.statement_id:
            found[note.target.statement_id].append(note)
    return Noted({statement: threads(some) for statement, some in found.items()})


def threads(notes: Sequence[Note]) -> tuple[Thread, ...]:
    """Return notes with their answers; what answers a note that is not among them stands for itself."""
    first: dict[str, str] = {}
    answers: dict[str, list[Note]] = {}
    for note in notes:  # an answer is written after what it answers
        head = first[note.id] = first.get(note.reply_to or "", note.id)
        if head == note.id:
            answers[head] = []
        else:
            answers[head].append(note)
    heads = {note.id: note for note in notes if note.id in answers}
    return tuple(Thread(note=heads[head], replies=tuple(replies)) for head, replies in answers.items())
