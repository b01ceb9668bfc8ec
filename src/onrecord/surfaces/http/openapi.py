"""The OpenAPI description of the service, made from its routes and the schemas of ``schema/``.

``python -m onrecord.surfaces.http.openapi schema > src/onrecord/surfaces/http/openapi.json`` writes it anew; what is
served is that file, so that a change of it is looked at.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from onrecord import __version__
from onrecord.surfaces.http.routes import ROUTERS

_PROMISE = (
    "onrecord over HTTP. Within /api/v1 things are only added: a program passes over fields, events and codes that it "
    "does not know. JSON is what the command line prints with `--json`. `as_of` governs every read, and every answer "
    "says which date and which state of the archive it is of (`Onrecord-As-Of`, `Onrecord-Archive-Revision`); "
    "what a job made names that state in its `run`."
)
_URN = "urn:onrecord:1:"


def made(schemas: Path) -> str:
    """Make the description from the routes and the folder of schemas."""
    app = FastAPI()
    for router in ROUTERS:
        app.include_router(router)
    shape = get_openapi(
        title="onrecord", version=__version__, openapi_version="3.1.0", description=_PROMISE, routes=app.routes
    )
    problem = {"$ref": "#/components/schemas/service.problem"}
    shape["components"] = {
        "schemas": dict(sorted(_components(schemas).items())),
        "responses": {
            "problem": {
                "description": "What went wrong, why, and what to try.",
                "content": {"application/problem+json": {"schema": problem}},
            }
        },
        "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
    }
    shape["security"] = [{}, {"token": []}]
    for operations in shape["paths"].values():
        for operation in operations.values():
            operation["responses"].pop("422", None)
            operation["responses"] |= {key: {"$ref": "#/components/responses/problem"} for key in ("4XX", "5XX")}
    return json.dumps(shape, indent=1, ensure_ascii=False) + "\n"


def _components(folder: Path) -> dict[str, Any]:
    """Return every schema under one name; those that others are made of are called ``nouns.document`` and the like."""
    found: dict[str, Any] = {}
    for path in sorted(folder.glob("*.schema.json")):
        name = path.name.removesuffix(".schema.json")
        schema = _moved(json.loads(path.read_text(encoding="utf-8")), name)
        below = schema.pop("$defs", {})
        found |= {f"{name}.{key}": value for key, value in below.items()}
        if schema.keys() & {"type", "allOf", "anyOf"}:
            found[name] = {key: value for key, value in schema.items() if not key.startswith("$")}
    return found


def _moved(schema: Any, name: str) -> Any:  # noqa: ANN401 (JSON is anything)
    """Return a schema of the file ``name`` whose references lead to components."""
    if isinstance(schema, list):
        return [_moved(each, name) for each in schema]
    if not isinstance(schema, dict):
        return schema
    moved = {key: _moved(value, name) for key, value in schema.items()}
    if isinstance(reference := schema.get("$ref"), str):
        file, _, pointer = reference.removeprefix(_URN).partition("#")
        below = pointer.removeprefix("/$defs/")
        moved["$ref"] = "#/components/schemas/" + ".".join(filter(None, (file or name, below)))
    return moved


if __name__ == "__main__":
    sys.stdout.write(made(Path(sys.argv[1])))
