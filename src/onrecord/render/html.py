"""Pages for a browser or a printer: one file each, without script, that needs no other file and no network."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from onrecord.data import (
    Brief,
    Changes,
    Evidence,
    History,
    Note,
    Reason,
    Reference,
    Report,
    Restoration,
    Run,
    Search,
    Series,
    Verdict,
)
from onrecord.render import phrases, references, svg, wording, words
from onrecord.render.cases import cases, rulings, runs, tally
from onrecord.render.column import column
from onrecord.render.noted import noted
from onrecord.render.visible import ODD, address, address_at, spelled, visible
from onrecord.text.moments import format_moment

_TEMPLATES = Path(__file__).parent / "templates"
STYLE = _TEMPLATES / "style.css"


def report(given: Report, notes: Iterable[Note] = ()) -> str:
    """Return a checked page, with what people say of its statements."""
    return _checked(
        given.restoration,
        given.verdicts,
        run=given.run,
        notices=given.notices,
        references=given.references,
        notes=notes,
        search=given.search,
    )


def restoration(given: Restoration) -> str:
    """Return a page with what does not belong to it struck out."""
    return _checked(given)


def brief(given: Brief) -> str:
    """Return a brief, every sentence of it linked to where it is cut from."""
    return _page("brief.html", brief=given, run=given.run)


def changes(given: Changes) -> str:
    """Return what changed on a topic, every sentence of it linked to where it is cut from."""
    return _page("changes.html", brief=given, run=given.run)


def series(given: Series) -> str:
    """Return the series on a topic, each drawn and told, every report linked to where it is cut from."""
    return _page("series.html", brief=given, run=given.run)


def history(given: History) -> str:
    """Return how the verdict on a statement changed, drawn and told."""
    return _page("history.html", history=given, run=given.run)


def _checked(
    page: Restoration,
    verdicts: tuple[Verdict, ...] = (),
    *,
    run: Run | None = None,
    notices: tuple[Reason, ...] = (),
    references: tuple[Reference, ...] = (),
    notes: Iterable[Note] = (),
    search: Search | None = None,
) -> str:
    rows = column(page, [verdict.statement for verdict in verdicts])
    told = cases(page, verdicts)
    return _page(
        "report.html",
        page=page,
        rows=rows,
        verdicts=verdicts,
        tally=tally(told),
        rulings=rulings(told),
        run=run,
        notices=notices,
        references=references,
        noted=noted(notes),
        search=search,
    )


def _page(template: str, **values: Any) -> str:  # noqa: ANN401 (nouns of any kind)
    return _environment().get_template(template).render(**values)


@cache
def _environment() -> Environment:
    made = environment()
    style = STYLE.read_text(encoding="utf-8")
    made.globals.update(style=Markup(style), style_digest=_digest(style))
    return made


def environment(*folders: Path) -> Environment:
    """Return what sets pages; a template in one of ``folders`` goes before one of ours of the same name."""
    made = Environment(
        loader=FileSystemLoader([*folders, _TEMPLATES]),
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals.update(
        say=words,
        worded=wording,
        citing=references,
        write=phrases,
        draw=svg.Charts(),
        runs=runs,
        address=address,
        address_at=address_at,
        held_at=_nowhere,
        kinds_of=_as_it_is,
        problem_of=_as_it_is,
        _=phrases.filled,
        date=phrases.day,
        dates=phrases.days,
        number=phrases.number,
    )
    made.filters.update(plain=_plain, moment=format_moment)
    return made


def _nowhere(_evidence: Evidence) -> None:
    """Say that no page shows a piece of evidence in its document: a file that needs no other has none beside it."""


def _as_it_is(_told: object) -> str:
    """Name no kind of a reason or an error: in our own language its words do."""
    return ""


def _shown(value: object) -> object:
    """Escape whatever a template prints, characters that would steer the screen spelled out."""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    escaped = escape(value)
    return escaped if value.isprintable() else Markup(ODD.sub(_spelled, str(escaped)))  # what is odd is not printable


def _spelled(found: re.Match[str]) -> str:
    if found[0] == "\r":  # a browser shows it as white space, and the text stays what it was
        return "&#13;"
    return f'<span class="odd" data-code="{ord(found[0]):x}">⟨{spelled(found[0])}⟩</span>'


def _plain(value: str) -> Markup:
    """Return text for an attribute, where nothing can be marked up."""
    return escape(visible(value))


def _digest(style: str) -> str:
    """Return the name under which the policy of a page lets its own style in (Content Security Policy, level 3)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
