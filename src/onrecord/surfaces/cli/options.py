"""The options that several commands share, handed to them ready to use."""

from __future__ import annotations

from collections.abc import Callable
from functools import update_wrapper
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from onrecord.errors import UsageError
from onrecord.settings import load, moment
from onrecord.settings import published as dated
from onrecord.surfaces.cli.face import Face
from onrecord.surfaces.cli.result import Result
from onrecord.surfaces.cli.streams import Output, source
from onrecord.text.addresses import is_address, site_of

if TYPE_CHECKING:
    from onrecord.data import Moment

Function = Callable[..., Any]

LENGTHS = ("short", "standard", "long")
"""Of a brief; the values of ``onrecord.data.Length``, without its import, so that help is there at once."""

FORMS = {
    "json": "Print one JSON object.",
    "jsonl": "Read JSON Lines; print one JSON object a line.",
    "md": "Print Markdown.",
    "csv": "Print CSV, a row for each report.",
    "claimreview": "Print verdicts as ClaimReview, JSON-LD of schema.org.",
}


class Extent(NamedTuple):
    """How much a brief is to tell, from when on, and in whose words."""

    since: Moment | None = None
    length: str = LENGTHS[1]
    max_tokens: int | None = None
    rewrite: bool = False


class About(NamedTuple):
    """What a page may not say of itself."""

    url: str | None = None
    published: Moment | None = None


def file_argument(command: Function) -> Function:
    """Take a file to work on; ``-``, or nothing with a pipe before it, is standard input."""
    return click.argument("file", required=False, callback=source, metavar="[FILE]")(command)


def as_of_option(command: Function) -> Function:
    """Take the date that governs; nothing published later is used."""
    words = "Use nothing published after this day or instant; now when not given."
    return click.option("--as-of", type=moment, metavar="DATE", help=words)(command)


def since_option(command: Function) -> Function:
    """Take the date after which something was published to be used."""
    words = "Use nothing published up to this day or instant."
    return click.option("--since", type=moment, metavar="DATE", help=words)(command)


def settings_options(command: Function) -> Function:
    """Take the settings that a command may change, and hand it all of them as ``settings``."""
    words = "Folder or bucket of the archive."
    return click.option("--archive", metavar="DIR|s3://…", help=words)(_with_settings(command))


def asking_options(command: Function) -> Function:
    """Take the settings of a command that reads, which may ask several archives as one."""
    words = "Folder or bucket of the archive; given again, another that is asked as well."
    return click.option("--archive", multiple=True, metavar="DIR|s3://…", help=words)(_with_settings(command))


def _with_settings(command: Function) -> Function:
    def with_settings(
        *args: Any,  # noqa: ANN401
        archive: str | tuple[str, ...] | None,
        threads: str | None,
        verifier: str | None = None,
        service: str | None = None,
        **rest: Any,  # noqa: ANN401
    ) -> Any:  # noqa: ANN401
        first, *also = archive if isinstance(archive, tuple) and archive else (archive or None,)
        given = {"archive": first, "threads": threads, "verifier": verifier, "service": service}
        settings, _ = load({**given, "color": _face().color}, also=also)
        return command(*args, settings=settings, **rest)

    wrapped = update_wrapper(with_settings, command)
    return click.option("--threads", metavar="N", help="Threads the models may use.")(wrapped)


def verifier_option(command: Function) -> Function:
    """Take the model that judges; above ``settings_options``, which hands it over."""
    words = "What judges: shipped, agreement, endpoint, or a model's folder."
    return click.option("--verifier", metavar="NAME|DIR", help=words)(command)


def ray_option(command: Function) -> Function:
    """Take whether the processes of Ray share the work."""
    words = "Share the work out to processes of Ray, those of RAY_ADDRESS or of this machine; needs onrecord[ray]."
    return click.option("--ray", is_flag=True, help=words)(command)


def service_option(command: Function) -> Function:
    """Take the folder of what the service keeps; above ``settings_options`` where that is used, which hands it over."""
    return click.option("--service", metavar="DIR", help="Folder of what the service keeps.")(command)


def page_options(command: Function) -> Function:
    """Take what a page does not say of itself, and hand it over as ``about``."""

    def with_about(*args: Any, url: str | None, published: Moment | None, **rest: Any) -> Any:  # noqa: ANN401
        return command(*args, about=About(url, published), **rest)

    wrapped = update_wrapper(with_about, command)
    words = "When the page was published; goes before what it says itself."
    wrapped = click.option("--published", type=dated, metavar="DATE", help=words)(wrapped)
    return click.option("--url", type=_address, metavar="URL", help="Where the page stands.")(wrapped)


def extent_options(command: Function) -> Function:
    """Take how much a brief is to tell, from when on and in whose words, and hand it over as ``extent``."""

    def with_extent(**given: Any) -> Any:  # noqa: ANN401
        extent = Extent(**{name: given.pop(name) for name in Extent._fields})
        return command(extent=extent, **given)

    wrapped = update_wrapper(with_extent, command)
    words = "Let the endpoint put the prose in other words, each sentence compared with what was cut."
    wrapped = click.option("--rewrite", is_flag=True, help=words)(wrapped)
    words = "Tell no more than fits into N tokens of four characters, sources among them."
    wrapped = click.option("--max-tokens", type=click.IntRange(1), metavar="N", help=words)(wrapped)
    words, kinds = "How much to tell.", click.Choice(LENGTHS)
    wrapped = click.option("--length", type=kinds, default=LENGTHS[1], show_default=True, help=words)(wrapped)
    return since_option(wrapped)


def result_options(*forms: str, html: bool = False) -> Callable[[Function], Function]:
    """Take the form of the result and where it goes, and hand both over as ``result``."""

    def decorated(command: Function) -> Function:
        def with_result(
            *args: Any,  # noqa: ANN401
            html: str | None = None,
            output: str | None,
            force: bool,
            **rest: Any,  # noqa: ANN401
        ) -> Any:  # noqa: ANN401
            named = [form for form in forms if rest.pop(form)]
            if len(named) > 1:
                why = f"--{named[0]} and --{named[1]} are both given"
                raise UsageError("a result is written in one form", why=why, fix="name one of them")
            face = _face()
            page = Output.to(html, overwrite=force) if html else None
            form = named[0] if named else None
            result = Result(form=form, page=page, output=Output.to(output, overwrite=force), face=face)
            return command(*args, result=result, **rest)

        wrapped = update_wrapper(with_result, command)
        wrapped = click.option("-f", "--force", is_flag=True, help="Write over files that are there.")(wrapped)
        wrapped = click.option("-o", "--output", metavar="FILE", help="Write the result to FILE.")(wrapped)
        if html:
            wrapped = click.option("--html", metavar="FILE", help="Write a page of HTML to FILE as well.")(wrapped)
        for form in reversed(forms):
            wrapped = click.option(f"--{form}", is_flag=True, help=FORMS[form])(wrapped)
        return wrapped

    return decorated


def _address(words: str) -> str:
    """Take the address of a page."""
    if not (is_address(words) and site_of(words)):
        fix = "begin it with https://, or leave it out"
        raise UsageError(f"no page stands at {words!r}", why="it is no address of the web", fix=fix)
    return words


def _face() -> Face:
    """Return the face of the run."""
    face: Face = click.get_current_context().obj
    return face
