"""The catalogues of the desk's words, brought up to date: ``python -m onrecord.surfaces.web.catalogues``.

Needs Babel, which the desk itself does not: it reads the compiled catalogues with the standard library.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from jinja2 import nodes
from jinja2.ext import extract_from_ast

from onrecord.data import Label, Length, RemovalKind
from onrecord.render import references, svg, wording, words
from onrecord.surfaces.web import kinds, spoken
from onrecord.surfaces.web.checked import Stage
from onrecord.surfaces.web.keys import KEYS
from onrecord.surfaces.web.languages import FOLDER, LANGUAGES
from onrecord.surfaces.web.screens import DATES, KINDS, STATES, WAYS, templates


def messages() -> tuple[str, ...]:
    """Return everything the desk says, each once: from its templates, and from the tables beside them."""
    tables = (
        *(each.does for each in KEYS),
        *STATES.values(),
        *KINDS.values(),
        *DATES.values(),
        *WAYS.values(),
        *(label.words for label in Label),
        *words.SHORT_LABELS.values(),
        *words.MEANINGS.values(),
        *words.ACTS.values(),
        *references.STATUSES.values(),
        *wording.MADE,
        words.NO_SERIES,
        *kinds.REASONS.values(),
        *kinds.PROBLEMS.values(),
        *spoken.STANCES,
        *map(words.kind, RemovalKind),
        *(stage.words for stage in Stage),
        *Length,
    )
    return tuple(dict.fromkeys((*_in_templates(), *_in_code(), *map(str, tables))))


def compiled(path: Path) -> bytes:
    """Return a catalogue as the desk reads it: the same words give the same bytes, whichever Babel writes them."""
    from babel.messages.catalog import Catalog  # noqa: PLC0415 (needed by whoever translates, not by the desk)
    from babel.messages.mofile import write_mo  # noqa: PLC0415
    from babel.messages.pofile import read_po  # noqa: PLC0415

    with path.open("rb") as stream:
        known = read_po(stream, charset="utf-8")
    heads = {"mime_headers": (("Content-Type", "text/plain; charset=utf-8"),)}
    bare: Catalog = type("Bare", (Catalog,), heads)(charset="utf-8", fuzzy=False)
    for message in known:
        if message.id:
            bare.add(message.id, string=message.string)
    written = BytesIO()
    write_mo(written, bare)
    return written.getvalue()


def update(path: Path) -> int:
    """Bring a catalogue up to date and compile it; return how much of it lacks a translation."""
    from babel.messages.catalog import Catalog  # noqa: PLC0415
    from babel.messages.pofile import read_po, write_po  # noqa: PLC0415

    known = Catalog()
    if path.exists():
        with path.open("rb") as stream:
            known = read_po(stream, charset="utf-8")
    said = {message.id: message.string for message in known if message.id}
    made = Catalog(charset="utf-8", fuzzy=False)
    for message in messages():
        made.add(message, string=said.get(message, ""))
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as stream:
        write_po(stream, made, width=120, omit_header=True)
    path.with_suffix(".mo").write_bytes(compiled(path))
    return sum(not message.string for message in made if message.id)


def _in_templates() -> Iterator[str]:
    environment = templates(next(iter(LANGUAGES)))
    for name in sorted(environment.list_templates(["html"])):
        source, _, _ = environment.loader.get_source(environment, name) if environment.loader else ("", None, None)
        tree: nodes.Template = environment.parse(source)
        for _, _, message in extract_from_ast(tree, gettext_functions=("_",)):
            first = message[0] if isinstance(message, tuple) else message
            if first:
                yield first


def _in_code() -> Iterator[str]:
    """Yield what is said in code: the first argument of each call of ``self._``."""
    trees = (ast.parse(inspect.getsource(module)) for module in (spoken, svg))
    for node in (node for tree in trees for node in ast.walk(tree)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "_":
            said = node.args[0]
            if isinstance(said, ast.Constant) and isinstance(said.value, str):
                yield said.value


if __name__ == "__main__":
    for tag in list(LANGUAGES)[1:]:
        lacking = update(FOLDER / tag / "LC_MESSAGES" / "onrecord.po")
        print(f"{tag}: {lacking} without translation")  # noqa: T201
