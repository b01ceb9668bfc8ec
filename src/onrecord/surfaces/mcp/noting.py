"""The tool that writes: a note, on words of a document, on a brief, or in answer to another. It overrules nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from mcp.server.mcpserver import Context
from mcp_types import CallToolResult
from pydantic import Field

from onrecord import wire
from onrecord.data import LONGEST_NOTE
from onrecord.errors import InputMissing, UsageError
from onrecord.settings import as_of as governing
from onrecord.surfaces.mcp import shapes
from onrecord.surfaces.mcp.tools import AsOf, Tools
from onrecord.surfaces.service.noting import in_brief, in_document
from onrecord.wire import Json
from onrecord.wiring import Desk, Kept

Who = Callable[[Context[Any, Any]], str]
"""Returns who asks, and refuses whoever may not write."""


class Noting:
    """Writes notes into the store of the service."""

    def __init__(self, tools: Tools, desk: Callable[[], Desk], kept: Callable[[], Kept], who: Who) -> None:
        """Work as the other tools do; keep notes in ``kept``, by the name that ``who`` returns."""
        self._tools, self._desk, self._kept, self._who = tools, desk, kept, who

    async def add_note(
        self,
        ctx: Context[Any, Any],
        *,
        words: Annotated[str, Field(description="what the note says", min_length=1, max_length=LONGEST_NOTE)],
        document_id: Annotated[str | None, Field(description="of the document it is about")] = None,
        quote: Annotated[str, Field(description="the exact words of it, as they stand there", max_length=10_000)] = "",
        topic: Annotated[str | None, Field(description="of the brief it is about", max_length=1_000)] = None,
        as_of: AsOf = None,
        reply_to: Annotated[str | None, Field(description="id of the note that it answers")] = None,
    ) -> Annotated[CallToolResult, shapes.Noted]:
        """Write a note."""

        def work(_: object) -> Json:
            by = self._who(ctx)
            if sum(one is not None for one in (document_id, topic, reply_to)) != 1:
                fix = "give one of `document_id`, `topic` and `reply_to`"
                raise UsageError("a note is about one thing", why="none is given, or several", fix=fix)
            target = None
            if document_id is not None:
                found = self._desk().archive.mementos([document_id])
                if not found:
                    why = "the archive holds none of that id"
                    raise InputMissing("there is no such document", why=why, fix="take the document_id of a quote")
                target = in_document(found[0].document, quote)
            elif topic is not None:
                target = in_brief(topic, governing(as_of))
            made = self._kept().notes.write(words, by=by, target=target, reply_to=reply_to)
            return {"schema": wire.SCHEMA, **wire.note_shape(made)}

        return await self._tools.answered(ctx, work)
