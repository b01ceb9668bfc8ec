"""Whether all that a request names is looked at: of a date under another name nobody would hear that it governs not."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from fastapi import Depends
from fastapi.dependencies.models import Dependant
from fastapi.params import Depends as DependsOn
from starlette.requests import Request

from onrecord.errors import UsageError

_SHOWN = 80
"""Characters of a name that are repeated."""


def _require_known(request: Request) -> None:
    """Make sure that each name in the query is one that the route looks at, and stands there once.

    Raises:
        UsageError: one is not, or stands there twice.
    """
    known, seen = parameters_of(request), set()
    for name, _ in request.query_params.multi_items():
        if name not in known:
            raise _unusable(name, f"there is no such parameter here, but {_listed(known)}", "see /api/v1/openapi.json")
        if name in seen:
            raise _unusable(name, "it is given more than once", "give it once")
        seen.add(name)


ALL_KNOWN: DependsOn = Depends(_require_known)
"""Lets nothing pass that names what the route does not look at."""


def require_placed(request: Request, given: Iterable[str], *, read: Collection[str] = ()) -> None:
    """Make sure that no field of a body is one that is looked for in the address only; ``read`` are those of both.

    Raises:
        UsageError: one is.
    """
    for name in parameters_of(request) & set(given) - set(read):
        raise _unusable(name, "it is not looked for in the body", f"give it in the address: ?{name}=…")


def require_fields(given: Iterable[str], known: Collection[str]) -> None:
    """Make sure that a body has no other fields than those that are looked at.

    Raises:
        UsageError: it has.
    """
    for name in given:
        if name not in known:
            raise _unusable(name, f"there is no such field here, but {_listed(known)}", "see /api/v1/openapi.json")


def parameters_of(request: Request) -> frozenset[str]:
    """Return the names that the route of a request looks for in its query."""
    return frozenset(_named(request.scope["route"].dependant))


def _named(dependant: Dependant) -> Iterator[str]:
    yield from (field.alias for field in dependant.query_params)
    for below in dependant.dependencies:
        yield from _named(below)


def _listed(names: Collection[str]) -> str:
    return ", ".join(sorted(names)) or "none at all"


def _unusable(name: str, why: str, fix: str) -> UsageError:
    return UsageError(f"{name[:_SHOWN]} cannot be used as given", why=why, fix=fix)
