"""The commands for notes: what people say of statements, of words of a document, and of briefs."""
# ruff: noqa: PLC0415 (a command imports what it needs when it runs, so that help is there at once)

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from onrecord.errors import InputMalformed, UsageError
from onrecord.settings import Settings
from onrecord.settings import as_of as governing
from onrecord.surfaces.cli.face import Group
from onrecord.surfaces.cli.options import as_of_option, result_options, service_option, settings_options
from onrecord.surfaces.cli.result import Result
from onrecord.surfaces.cli.serving import kept_in
from onrecord.surfaces.cli.streams import STANDARD, opened, read

if TYPE_CHECKING:
    from onrecord.data import Document, Moment, Note, Ruling, Target
    from onrecord.surfaces.service.noting import Placed

_LABELS = ("supported", "refuted", "conflicting", "superseded", "not_enough_evidence", "not_checked")
"""The values of ``onrecord.data.Label``, without its import, so that help is there at once."""


@click.group(
    cls=Group,
    examples=(
        'onrecord note add "Which ministry?" --document 3f9c2a --quote "the ministry said"',
        "onrecord note list --document 3f9c2a",
    ),
)
def note() -> None:
    """Write and read notes: on words, statements and briefs."""


@note.command(
    examples=(
        'onrecord note add "Which ministry?" --document 3f9c2a --quote "the ministry said"',
        'onrecord note add "Seen on paper." --report report.json --statement 0f1e2d3c4b5a6978 --overrule supported',
        'onrecord note add "Too short." --topic "harbour toll" --as-of 2025-05-19',
        'onrecord note add "The interior one." --reply-to 5f0c1e2d3a4b5c6d',
    )
)
@click.argument("words")
@click.option("--document", metavar="ID", help="A document of the archive.")
@click.option("--quote", metavar="WORDS", help="Words of it that the note is about.")
@click.option("--report", metavar="FILE", help="What `onrecord check --json` printed.")
@click.option("--statement", metavar="ID", help="A statement of it.")
@click.option("--overrule", type=click.Choice(_LABELS), help="What you hold the statement to be; WORDS are the reason.")
@click.option("--topic", metavar="TOPIC", help="The topic of a brief.")
@click.option("--reply-to", metavar="NOTE", help="A note to answer.")
@click.option("--by", metavar="NAME", help="Who writes; you, when not given.")
@as_of_option
@service_option
@settings_options
@result_options("json")
def add(  # noqa: PLR0917 (options)
    words: str,
    document: str | None,
    quote: str | None,
    report: str | None,
    statement: str | None,
    overrule: str | None,
    topic: str | None,
    reply_to: str | None,
    by: str | None,
    as_of: Moment | None,
    settings: Settings,
    result: Result,
) -> None:
    """Write a note.

    WORDS are what it says; `-` is standard input. A verdict that is overruled stays: both are shown, yours with name,
    reason and date.
    """
    from onrecord.data import Label
    from onrecord.surfaces.cli.holdings import named
    from onrecord.surfaces.service.noting import in_brief, in_document, in_report, ruling

    about = [name for name, given in (("--document", document), ("--report", report), ("--topic", topic)) if given]
    if len(about) + bool(reply_to) != 1:
        fix = "give one of --document, --report, --topic and --reply-to"
        raise UsageError("a note is about one thing", why=f"{' and '.join(about) or 'nothing'} is given", fix=fix)
    if words == STANDARD:
        with opened(STANDARD) as stream:
            words = stream.read().decode("utf-8", "replace").strip()
    if not words.strip():
        raise UsageError(
            "there is nothing to keep", why="the note has no words", fix="say something, or `-` to pipe it in"
        )
    target: Target | None = None
    ruled: Ruling | None = None
    if document:
        from onrecord import wiring

        target = in_document(named(wiring.open_archive(settings.archive), document), quote or "")
    elif report:
        target, machine = in_report(_object(report), statement or "")
        ruled = ruling(machine, Label(overrule)) if overrule else None
    elif topic:
        target = in_brief(topic, governing(as_of))
    if overrule and ruled is None:
        why = "only a verdict of a report can be overruled"
        raise UsageError("there is nothing to overrule", why=why, fix="add --report and --statement")
    with kept_in(settings.service) as kept:
        made = kept.notes.write(words, by=by or _me(), target=target, reply_to=reply_to, ruling=ruled)
    from onrecord import wire

    result.say(made.id, wire.note_shape(made))


@note.command("list", examples=("onrecord note list", "onrecord note list --document 3f9c2a --json"))
@click.option("--document", metavar="ID", help="Those on a document, and on other versions of it.")
@click.option("--statement", metavar="ID", help="Those on a statement.")
@click.option("--topic", metavar="TOPIC", help="Those on briefs of a topic.")
@service_option
@settings_options
@result_options("json")
def list_(document: str | None, statement: str | None, topic: str | None, settings: Settings, result: Result) -> None:
    """List notes, the oldest first.

    With --document, those too whose words are not in that version any more, which is said of them.
    """
    from onrecord import wire, wiring
    from onrecord.surfaces.cli.holdings import named
    from onrecord.surfaces.service.noting import Placed, on_document

    page = named(wiring.open_archive(settings.archive), document) if document else None
    with kept_in(settings.service) as kept:
        if page:
            found = on_document(kept, page)
        else:
            found = tuple(Placed(one, None) for one in kept.notes.on(statement_id=statement, topic=topic))
    shapes = [wire.note_shape(one.note, one.anchor) for one in found]
    lines = (_line(one, page) for one in found)
    result.say("\n".join(lines) or "no notes", {"notes": shapes})


@note.command(examples=("onrecord note resolve 5f0c1e2d3a4b5c6d",))
@click.argument("name", metavar="NOTE")
@click.option("--by", metavar="NAME", help="Who settles it; you, when not given.")
@service_option
@settings_options
@result_options("json")
def resolve(name: str, by: str | None, settings: Settings, result: Result) -> None:
    """Say that what a note asks for is settled."""
    from onrecord import wire
    from onrecord.data import Act

    with kept_in(settings.service) as kept:
        made = kept.notes.act(name, Act.RESOLVED, by=by or _me())
    result.say(f"{made.id} is resolved", wire.note_shape(made))


@note.command(examples=("onrecord note export -o notes.jsonld",))
@service_option
@settings_options
@result_options()
def export(settings: Settings, result: Result) -> None:
    """Write all notes as W3C Web Annotations (JSON-LD)."""
    from onrecord import wire
    from onrecord.write.annotations import page

    with kept_in(settings.service) as kept:
        result.output.write(wire.encode(page(kept.notes.on())))


def _line(placed: Placed, page: Document | None) -> str:
    from onrecord.render.phrases import day
    from onrecord.render.visible import line
    from onrecord.render.words import shortened

    given: Note = placed.note
    state = "withdrawn" if given.is_withdrawn else "resolved" if given.is_resolved else "open"
    where = [] if page is None or placed.anchor else ["its words are not in this version"]
    ruled = given.ruling
    said = [f"overrules “{ruled.machine.words}” with “{ruled.person.words}”"] if ruled else []
    quoted = [f"on “{shortened(given.target.words.quote.exact, 60)}”"] if given.target.words else []
    parts: Iterable[str] = (day(given.at), given.by, state, *said, *quoted, *where)
    return line(f"{given.id}  {', '.join(parts)}: {given.words}")


def _object(name: str) -> dict[str, object]:
    try:
        found = json.loads(read(name))
    except (ValueError, RecursionError) as error:
        fix = "print one with `onrecord check --json`"
        raise InputMalformed(f"{name} is no report", why=str(error), fix=fix) from error
    return found if isinstance(found, dict) else {}


def _me() -> str:
    from getpass import getuser

    try:
        return getuser()
    except (OSError, KeyError):
        return "somebody"
