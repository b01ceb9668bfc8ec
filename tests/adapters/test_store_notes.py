"""Notes are kept with all that was done to them, by whom and when, and none is lost once it was accepted."""

import os
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from onrecord import wiring
from onrecord.data import Act, Label, Ruling, Span, Target, Words, document
from onrecord.errors import InputMissing, StateConflict, UsageError

TEXT = "The dam gave way before dawn. The ministry said on Friday that 58 people were killed."
PAGE = document(TEXT, url="https://wire.example/dam")
SPAN = Span(start=30, end=len(TEXT))
WORDS = Words(document_id=PAGE.id, url=PAGE.url, span=SPAN, quote=PAGE.quote(SPAN))
ON_STATEMENT = Target(words=WORDS, statement_id="a1b2c3d4e5f60718")
OVERRULED = Ruling(machine=Label.NOT_ENOUGH_EVIDENCE, person=Label.SUPPORTED)


@pytest.fixture
def kept(tmp_path):
    opened = wiring.open_store(tmp_path / "kept")
    with opened.store:
        yield opened.notes


def test_a_note_comes_back_as_it_was_written(kept):
    note = kept.write("The figure is the ministry's.", by="ada", target=ON_STATEMENT, ruling=OVERRULED)
    assert kept.get(note.id) == note
    assert (note.words, note.by, note.version) == ("The figure is the ministry's.", "ada", 1)
    assert kept.on(statement_id=ON_STATEMENT.statement_id) == (note,)
    assert kept.on(document_id=PAGE.id) == (note,)
    assert kept.on(url=PAGE.url) == (note,)
    assert kept.on(document_id="another") == ()
    brief = kept.write("Too short.", by="ben", target=Target(topic="dam", as_of=date(2025, 9, 30)))
    assert kept.on(topic="dam") == (brief,)
    assert kept.on() == (note, brief)


def test_history_is_kept_and_nothing_is_overwritten(kept):
    note = kept.write("First.", by="ada", target=ON_STATEMENT)
    kept.act(note.id, Act.CHANGED, by="ada", words="Second.", version=1)
    kept.act(note.id, Act.RESOLVED, by="ben", version=2)
    assert kept.get(note.id).is_resolved
    kept.act(note.id, Act.REOPENED, by="cleo")
    last = kept.act(note.id, Act.WITHDRAWN, by="ada")
    assert kept.get(note.id) == last
    assert [(one.act, one.by, one.words) for one in last.revisions] == [
        (Act.WRITTEN, "ada", "First."),
        (Act.CHANGED, "ada", "Second."),
        (Act.RESOLVED, "ben", ""),
        (Act.REOPENED, "cleo", ""),
        (Act.WITHDRAWN, "ada", ""),
    ]
    assert last.words == "Second."
    assert not last.is_resolved
    with pytest.raises(StateConflict, match="not changed"):
        kept.act(note.id, Act.CHANGED, by="ada", words="Third.")


def test_whoever_saw_an_older_version_changes_nothing(kept):
    note = kept.write("First.", by="ada", target=ON_STATEMENT)
    kept.act(note.id, Act.CHANGED, by="ben", words="Second.", version=1)
    with pytest.raises(StateConflict):
        kept.act(note.id, Act.CHANGED, by="ada", words="Mine.", version=1)
    assert kept.get(note.id).words == "Second."


def test_replies_are_about_what_they_answer(kept):
    note = kept.write("Is that so?", by="ada", target=ON_STATEMENT)
    reply = kept.write("It is.", by="ben", reply_to=note.id)
    assert reply.target == note.target
    assert reply.reply_to == note.id
    with pytest.raises(InputMissing):
        kept.write("To whom?", by="ben", reply_to="0" * 16)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"words": " "}, "has words"),
        ({"words": "x" * 10_001}, "10,000"),
        ({"by": "a\nb"}, "name"),
        ({"by": ""}, "name"),
        ({"target": None}, "neither"),
        ({"target": Target(words=WORDS), "ruling": OVERRULED}, "on a statement"),
    ],
)
def test_what_cannot_be_a_note_is_refused(kept, given, said):
    with pytest.raises(UsageError, match=said):
        kept.write(**{"words": "So.", "by": "ada", "target": ON_STATEMENT, **given})
    assert kept.on() == ()


WRITER = """
import sys
from pathlib import Path
from onrecord import wiring
from onrecord.data import Target
from datetime import date
kept = wiring.open_store(Path(sys.argv[1])).notes
while True:
    print(kept.write("Noted.", by="ada", target=Target(topic="dam", as_of=date(2025, 9, 30))).id, flush=True)
"""


@pytest.mark.parametrize("turn", range(3))
def test_accepted_notes_survive_a_kill(tmp_path: Path, turn):
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(tmp_path)], stdout=subprocess.PIPE, env=dict(os.environ)
    )
    assert process.stdout is not None
    accepted = [process.stdout.readline().strip().decode() for _ in range(20 + turn)]
    process.send_signal(signal.SIGKILL)
    accepted += process.stdout.read().decode().split()
    process.wait()
    opened = wiring.open_store(tmp_path)
    with opened.store:
        held = [note.id for note in opened.notes.on()]
    whole = [name for name in accepted if len(name) == 16]
    assert held[: len(whole)] == whole
    assert len(held) - len(whole) <= 1  # one may be on the disk that nobody was told of any more
