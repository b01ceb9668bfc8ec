"""What the OpenAPI description says of request bodies; the routes read them themselves, as they came."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from pydantic import BaseModel

from onrecord.surfaces.service.asked import JSON, PAGES

_WORDS = {"type": "string"}
_PAGE = {
    "type": "object",
    "description": "A page: its text or its HTML, and what is known of it; or its address alone, where it is fetched.",
    "properties": {
        "text": _WORDS,
        "html": _WORDS,
        **dict.fromkeys(("id", "url", "title", "published", "captured", "publisher", "language"), _WORDS),
        "authors": {"type": ["array", "string"], "items": _WORDS},
    },
    "anyOf": [{"required": ["text"]}, {"required": ["html"]}, {"required": ["url"]}],
}
PAGE_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {JSON: {"schema": _PAGE}, **{kind: {"schema": _WORDS} for kind in PAGES}},
    }
}
STATEMENTS_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            JSON: {
                "schema": {
                    "type": "object",
                    "required": ["statements"],
                    "additionalProperties": False,
                    "properties": {
                        "statements": {
                            "type": "array",
                            "minItems": 1,
                            "maxItems": 32,
                            "items": {
                                "type": "object",
                                "required": ["text"],
                                "properties": {"id": {"type": ["string", "integer"]}, "text": _WORDS},
                            },
                        }
                    },
                }
            }
        },
    }
}
DOCUMENTS_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {"application/octet-stream": {"schema": {"type": "string", "minLength": 1}}},
    }
}


@cache
def description() -> str:
    """Return the whole description as it is served; ``openapi`` makes it."""
    return files("onrecord.surfaces.http").joinpath("openapi.json").read_text(encoding="utf-8")


def body_of(model: type[BaseModel]) -> dict[str, Any]:
    """Describe a body that ``model`` checks."""
    return {"requestBody": {"required": True, "content": {JSON: {"schema": model.model_json_schema()}}}}


def answers(**schemas: str) -> dict[int | str, dict[str, Any]]:
    """Describe what a route answers: for ``ok`` and ``accepted`` the schema of the JSON."""
    statuses = {"ok": 200, "accepted": 202}
    return {
        statuses[name]: {
            "description": {"ok": "Here it is.", "accepted": "It is worked on."}[name],
            "content": {JSON: {"schema": {"$ref": f"#/components/schemas/{schema}"}}},
        }
        for name, schema in schemas.items()
    }


EVENTS: dict[int | str, dict[str, Any]] = {
    200: {"description": "Server-sent events.", "content": {"text/event-stream": {"schema": _WORDS}}}
}
FEED: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "A feed.",
        "content": {
            "application/atom+xml": {"schema": _WORDS},
            "application/feed+json": {"schema": {"type": "object"}},
        },
    }
}
LINK_LIST: dict[int | str, dict[str, Any]] = {
    200: {"description": "A TimeMap.", "content": {"application/link-format": {"schema": _WORDS}}}
}
REDIRECT: dict[int | str, dict[str, Any]] = {302: {"description": "It is found there."}}
