"""JSON back to nouns, and nothing taken on trust: ids are computed again and quotes cut again.

Evidence on the wire names its document without the text, so what cites documents is loaded with them, by id.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from onrecord.data import (
    Brief,
    Changes,
    Document,
    Found,
    History,
    Judgement,
    Report,
    Restoration,
    Series,
    Statement,
    Transition,
    Update,
    Verdict,
)
from onrecord.errors import InputMalformed
from onrecord.wire.json import SCHEMA
from onrecord.wire.load.briefs import brief_from, changes_from, update_from
from onrecord.wire.load.documents import document_from, restoration_from
from onrecord.wire.load.findings import found_from
from onrecord.wire.load.histories import history_from, transition_from
from onrecord.wire.load.series import series_from
from onrecord.wire.load.statement import statement_from
from onrecord.wire.load.verdicts import judgement_from, report_from, verdict_from
from onrecord.wire.view import Documents, View

Noun = TypeVar("Noun")


def _whole(read: Callable[[View], Noun], given: Any) -> Noun:  # noqa: ANN401 (JSON is anything)
    """Read a noun from its JSON, after a look at the schema it claims.

    Raises:
        InputMalformed: it is of another schema, out of shape, or no such noun can exist.
    """
    view = View(given)
    if view["schema"].words() != SCHEMA:
        view["schema"].refuse(f"is not {SCHEMA}")
    try:
        return read(view)
    except (ValueError, OverflowError) as error:
        fix = "write it again from where it came"
        raise InputMalformed("the JSON contradicts itself", why=str(error), fix=fix) from error


def document(given: Any) -> Document:  # noqa: ANN401
    """Load what :func:`onrecord.wire.document` gives."""
    return _whole(document_from, given)


def restoration(given: Any) -> Restoration:  # noqa: ANN401
    """Load what :func:`onrecord.wire.restoration` gives."""
    return _whole(restoration_from, given)


def statements(given: Any) -> tuple[Statement, ...]:  # noqa: ANN401
    """Load what :func:`onrecord.wire.statements` gives."""
    return _whole(lambda view: view["statements"].each(statement_from), given)


def judgement(given: Any) -> Judgement:  # noqa: ANN401
    """Load what :func:`onrecord.wire.judgement` gives."""
    return _whole(judgement_from, given)


def verdict(given: Any, documents: Documents) -> Verdict:  # noqa: ANN401
    """Load what :func:`onrecord.wire.verdict` gives."""
    return _whole(partial(verdict_from, documents), given)


def report(given: Any, documents: Documents) -> Report:  # noqa: ANN401
    """Load what :func:`onrecord.wire.report` gives; the page itself need not be among the documents."""
    return _whole(partial(report_from, documents), given)


def found(given: Any, documents: Documents) -> Found:  # noqa: ANN401
    """Load what :func:`onrecord.wire.found` gives."""
    return _whole(partial(found_from, documents), given)


def history(given: Any, documents: Documents) -> History:  # noqa: ANN401
    """Load what :func:`onrecord.wire.history` gives."""
    return _whole(partial(history_from, documents), given)


def transition(given: Any, documents: Documents) -> Transition:  # noqa: ANN401
    """Load what :func:`onrecord.wire.transition` gives."""
    return _whole(partial(transition_from, documents), given)


def update(given: Any, documents: Documents) -> Update:  # noqa: ANN401
    """Load what :func:`onrecord.wire.update` gives."""
    return _whole(partial(update_from, documents), given)


def brief(given: Any, documents: Documents) -> Brief:  # noqa: ANN401
    """Load what :func:`onrecord.wire.brief` gives."""
    return _whole(partial(brief_from, documents), given)


def changes(given: Any, documents: Documents) -> Changes:  # noqa: ANN401
    """Load what :func:`onrecord.wire.changes` gives."""
    return _whole(partial(changes_from, documents), given)


def series(given: Any, documents: Documents) -> Series:  # noqa: ANN401
    """Load what :func:`onrecord.wire.series` gives."""
    return _whole(partial(series_from, documents), given)
