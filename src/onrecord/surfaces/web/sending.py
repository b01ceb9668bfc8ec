"""Results as files: one each, which needs nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from starlette.exceptions import HTTPException
from starlette.responses import Response

from onrecord.surfaces.service import Service

_Noun = TypeVar("_Noun")
_KINDS = {"html": "text/html", "md": "text/markdown", "jsonld": "application/ld+json"}
_ALONE = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
"""What such a file may do where a browser shows it all the same: its style stands in it, and nothing else happens."""


async def sent(
    service: Service,
    make: Callable[[], _Noun],
    name: str,
    ending: str,
    writers: Mapping[str, Callable[[_Noun], str]],
) -> Response:
    """Answer with a file to keep.

    Raises:
        HTTPException: 404 where no file has that ending.
    """
    if ending not in writers:
        raise HTTPException(404)
    written = await service.quick.run(lambda: writers[ending](make()))
    told = {"Content-Disposition": f'attachment; filename="{name}.{ending}"', "Content-Security-Policy": _ALONE}
    return Response(written.encode("utf-8", "replace"), headers=told, media_type=_KINDS[ending])


async def in_markdown(service: Service, make: Callable[[], str]) -> Response:
    """Answer with a page as Markdown, to be read where it is."""
    written = await service.quick.run(make)
    told = {"Cache-Control": "no-cache"}
    return Response(written.encode("utf-8", "replace"), headers=told, media_type=_KINDS["md"])
