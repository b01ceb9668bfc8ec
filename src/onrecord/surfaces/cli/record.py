"""The commands that ask the record: find, brief, stories, series, history, offices."""
# ruff: noqa: PLC0415 (a command imports what it needs when it runs, so that help is there at once)

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from onrecord.errors import UsageError
from onrecord.settings import Settings
from onrecord.settings import as_of as governing
from onrecord.surfaces.cli.desks import absent, open_desk
from onrecord.surfaces.cli.face import Command, Face
from onrecord.surfaces.cli.options import (
    Extent,
    as_of_option,
    asking_options,
    extent_options,
    result_options,
    since_option,
    verifier_option,
)
from onrecord.surfaces.cli.progress import progress
from onrecord.surfaces.cli.result import Result
from onrecord.surfaces.cli.seeking import seeker, web_options
from onrecord.surfaces.cli.streams import STANDARD, opened
from onrecord.surfaces.status import FINDING, OK, status_of

if TYPE_CHECKING:
    from onrecord.data import Moment
    from onrecord.wiring import Desk


def _words(context: click.Context, argument: click.Parameter, value: str) -> str:  # noqa: ARG001
    """Take words to look for."""
    return _sought(value, str(argument.name))


def _sought(value: str, name: str) -> str:
    """Return words to look for; ``-`` is standard input."""
    if value == STANDARD:
        with opened(STANDARD) as stream:
            value = stream.read().decode("utf-8", "replace")
    if not value.strip():
        raise UsageError("there is nothing to look for", why=f"{name} is empty", fix="name a few words")
    return value.strip()


@click.command(
    cls=Command,
    examples=(
        'onrecord find "ferry strike in Port Sorrel"',
        'onrecord find "harbour toll" --as-of 2025-05-19 --limit 5 --json',
        'onrecord find "harbour toll" --web',
    ),
)
@click.argument("query", callback=_words)
@as_of_option
@click.option("--limit", type=click.IntRange(1, 1000), default=10, show_default=True, help="Passages to print at most.")
@asking_options
@web_options
@result_options("json", "md")
def find(*, query: str, as_of: Moment | None, limit: int, web: bool, settings: Settings, result: Result) -> int:
    """Find passages of the archive by wording and meaning.

    With --web dated indexes of the open web are asked first: GDELT, Wikipedia's current events, earlier fact-checks.
    The pages they name are added to the archive and found there like any others, those that are gone or were changed
    later as the Wayback Machine has them. What each source gave, and why one was left out, is told with the result.
    Ends with exit code 1 when nothing is found.
    """
    date = governing(as_of)
    search = seeker(settings, result.face)([query], date) if web else None
    desk = _desk(settings, result.face)
    found = replace(desk.find(query, as_of=date, limit=limit), search=search)
    result.show("found", query, found, date)
    return OK if found.candidates else FINDING


@click.command(
    cls=Command,
    examples=(
        'onrecord brief "Port Sorrel ferry" --as-of 2025-05-19',
        'onrecord brief "harbour toll" --md -o toll.md',
        'onrecord brief "harbour toll" --html toll.html -q',
        'onrecord brief "harbour toll" --length short --max-tokens 800 --json',
        'onrecord brief "harbour toll" --rewrite',
        'onrecord brief diff "harbour toll" --since 2025-05-01 --as-of 2025-05-19',
    ),
)
@click.argument("topic", nargs=-1, required=True, metavar="[diff] TOPIC")
@as_of_option
@extent_options
@asking_options
@result_options("json", "md", html=True)
def brief(topic: tuple[str, ...], as_of: Moment | None, extent: Extent, settings: Settings, result: Result) -> int:
    """Write up a topic as of a date from dated sources.

    Every sentence is cut from its source and numbered with it. Ends with exit code 1 when nothing on the topic is on
    record. With `diff` before the topic: what is new since a date, what was superseded, what came to be disputed.
    With --rewrite each sentence goes to the endpoint that the environment names, and comes back in other words or not.
    """
    from onrecord import wiring
    from onrecord.data import Brief, Changes, Length

    since, length, max_tokens = extent.since, Length(extent.length), extent.max_tokens
    words, date, differing = _topic(topic), _date_after(since, as_of), len(topic) > 1
    if differing and (since is None or max_tokens):
        why, fix = "it takes --since, and no --max-tokens", "onrecord brief diff TOPIC --since DATE"
        raise UsageError("a diff lies between two dates", why=why, fix=fix)
    if extent.rewrite and (differing or max_tokens):
        why, fix = "it takes neither diff nor --max-tokens", "leave it or them out"
        raise UsageError("--rewrite puts a whole brief in other words", why=why, fix=fix)
    rewriter = wiring.rewriter() if extent.rewrite else None
    desk = _desk(settings, result.face)
    made: Brief | Changes
    if differing and since is not None:
        made = desk.changes(words, since=since, as_of=date, length=length)
        result.show("changes", made)
    else:
        made = desk.brief(words, as_of=date, since=since, length=length, max_tokens=max_tokens, rewriter=rewriter)
        result.show("brief", made)
    return OK if made.sentences else FINDING


def _topic(given: tuple[str, ...]) -> str:
    """Return the topic, behind the word ``diff`` where that stands before it."""
    if len(given) > 2 or (len(given) == 2 and given[0] != "diff"):
        raise UsageError("a topic is one argument", why=f"{len(given)} were given", fix="put it in quotes")
    return _sought(given[-1], "topic")


@click.command(
    cls=Command,
    examples=('onrecord stories "Port Sorrel ferry" --as-of 2025-05-19', 'onrecord stories "harbour toll" --json'),
)
@click.argument("topic", callback=_words)
@as_of_option
@since_option
@asking_options
@result_options("json", "md")
def stories(topic: str, as_of: Moment | None, since: Moment | None, settings: Settings, result: Result) -> int:
    """Gather the documents on a topic into the stories they tell, the newest first.

    Ends with exit code 1 when there is none.
    """
    date, desk = _date_after(since, as_of), _desk(settings, result.face)
    made = desk.stories(topic, as_of=date, since=since)
    result.show("stories", made)
    return OK if made.stories else FINDING


@click.command(
    cls=Command,
    examples=(
        'onrecord series "Kessel flood" --as-of 2025-09-30',
        'onrecord series "The Kessel flood killed 31 people" --html killed.html',
        'onrecord series "harbour toll" --since 2025-01-01 --csv -o toll.csv',
    ),
)
@click.argument("topic", callback=_words, metavar="TOPIC|STATEMENT")
@as_of_option
@since_option
@asking_options
@result_options("json", "csv", "md", html=True)
def series(topic: str, as_of: Moment | None, since: Moment | None, settings: Settings, result: Result) -> int:
    """List what was counted and how things stood over time, from the archive alone.

    Each figure stands where it was reported first, with who counted, the origins that report it, and when it was
    superseded: of a statement with a figure, what that counts alone. Ends with exit code 1 when nothing was given anew.
    """
    date, desk = _date_after(since, as_of), _desk(settings, result.face)
    made = desk.series(topic, as_of=date, since=since)
    result.show("series", made)
    return OK if made.figures or made.states else FINDING


@click.command(
    cls=Command,
    examples=(
        'onrecord history "The ferry fare is 4 marks" --as-of 2025-09-30',
        'onrecord history "Mira Tarn is the harbour minister" --since 2025-01-01 --html tarn.html',
    ),
)
@click.argument("statement", callback=_words)
@as_of_option
@since_option
@verifier_option
@asking_options
@result_options("json", "md", html=True)
def history(statement: str, as_of: Moment | None, since: Moment | None, settings: Settings, result: Result) -> int:
    """Replay the verdict on a statement over time, from the archive alone.

    It is judged as of every day on which something that bears on it was published. Without --since it begins on the
    day before the first of these. Where an archive is named and there is none, that is told beside the result, and the
    exit code is 4.
    """
    from onrecord import engine
    from onrecord.data import day_of

    date, desk = _date_after(since, as_of), _desk(settings, result.face)
    steps = enumerate(desk.history(engine.statement_of(statement), as_of=date, since=since and day_of(since)), start=1)
    with progress(result.face) as tell:
        for days, made in steps:  # noqa: B007 (the last is the whole)
            tell(days, f"{days:,} days looked at")
    result.show("history", made)
    missing = absent(settings, desk)
    return status_of(missing).exit if missing else OK


@click.command(
    cls=Command,
    examples=(
        'onrecord offices "premier" --as-of 2025-09-30',
        'onrecord offices "Anders Holt" --since 2024-01-01 --json',
    ),
)
@click.argument("query", callback=_words)
@as_of_option
@since_option
@asking_options
@result_options("json", "md")
def offices(query: str, as_of: Moment | None, since: Moment | None, settings: Settings, result: Result) -> int:
    """Say who held an office when, or which offices somebody held.

    It goes by what the archive calls people; the days are those of the first and the last report that
    says so. Ends with exit code 1 when there is none.
    """
    date, desk = _date_after(since, as_of), _desk(settings, result.face)
    made = desk.offices(query, as_of=date, since=since)
    result.show("offices", made)
    return OK if made.tenures else FINDING


def _date_after(since: Moment | None, as_of: Moment | None) -> Moment:
    """Return the date that governs; there must be time between ``since`` and it."""
    from onrecord.data import latest

    date = governing(as_of)
    if since is not None and latest(since) >= latest(date):
        raise UsageError("there is no time between --since and --as-of", why="--since is not earlier", fix="swap them")
    return date


def _desk(settings: Settings, face: Face) -> Desk:
    """Open a desk, and tell what must be known of its archive, for the result does not say so itself."""
    desk = open_desk(settings, face)
    missing = absent(settings, desk)
    if missing:
        face.complain(missing)
        return desk
    for notice in desk.notices:
        face.say(f"Note: {notice.words}.")
    return desk
