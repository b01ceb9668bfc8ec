"""What pages bring with them: one style, small scripts, one mark; under a digest of all of it, so they can be kept."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from onrecord.render.html import STYLE

_FOLDER = Path(__file__).parent / "static"
_KINDS = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
_A_YEAR = "public, max-age=31536000, immutable"


def address_of(name: str) -> str:
    """Return where a file is found."""
    return f"/static/{_digest()}/{name}"


async def static(request: Request) -> Response:
    """Answer with a file; one of an earlier digest is answered with as it is now, and not kept."""
    digest, name = request.path_params["digest"], request.path_params["name"]
    if name not in _files():
        raise HTTPException(404)
    kept = _A_YEAR if digest == _digest() else "no-cache"
    return Response(_files()[name], media_type=_KINDS[Path(name).suffix], headers={"Cache-Control": kept})


@cache
def _files() -> Mapping[str, bytes]:
    """Return the files by name; the style of reports goes before the desk's own."""
    found = {path.name: path.read_bytes() for path in sorted(_FOLDER.iterdir()) if path.suffix in _KINDS}
    return {**found, "desk.css": STYLE.read_bytes() + found["desk.css"]}


@cache
def _digest() -> str:
    return sha256(b"".join(name.encode() + data for name, data in _files().items())).hexdigest()[:16]
