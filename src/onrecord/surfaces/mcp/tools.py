"""The tools: each takes what an assistant asks, has the engine do it, and keeps nothing of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, Literal

from anyio import from_thread
from mcp.server.mcpserver import Context
from mcp_types import CallToolResult, TextContent
from pydantic import Field

from onrecord import engine, wire
from onrecord.data import Brief, Length, Page, latest
from onrecord.errors import OnrecordError, UsageError
from onrecord.read import read_text
from onrecord.settings import as_of as governing
from onrecord.settings import moment
from onrecord.surfaces.mcp import answers, shapes
from onrecord.surfaces.mcp.budget import cursor as at
from onrecord.surfaces.mcp.budget import date_of
from onrecord.surfaces.mcp.checks import Checks, Tell
from onrecord.surfaces.mcp.records import links
from onrecord.surfaces.service.lanes import Lane
from onrecord.wire import Json
from onrecord.wiring import Desk

LARGEST_PAGE = 8_000_000
"""Characters of a page to restore: the largest take from two seconds to forty, by how they are broken into lines."""
LARGEST_TEXT = 200_000
"""Characters of a text whose statements are looked for: long reports have 60,000."""
MOST_STATEMENTS = 200
MOST_HITS = 100
CHARACTERS = 24_000
"""Characters of an answer when nothing is said of it, about 6,000 tokens."""
BRIEF_CHARACTERS = 40_000
"""Of a brief, which is told whole: one of standard length has some 32,000, two thirds of it sources."""
PER_TOKEN = 4
"""Characters a token, as briefs reckon."""

Given = Annotated[str, Field(description="the text as it is, plain or HTML", max_length=LARGEST_TEXT)]
Url = Annotated[str | None, Field(description="where it was published, if known", max_length=2_000)]
Published = Annotated[str | None, Field(description="when it was published, if it does not say: 2025-05-19")]
AsOf = Annotated[str | None, Field(description="use nothing published after this day or instant; now, when not given")]
Characters = Annotated[int, Field(description="about how many characters to answer with", ge=1_000, le=200_000)]
Next = Annotated[str | None, Field(description="`next_cursor` of the answer before, to go on", max_length=80)]


class Tools:
    """The tools over a desk."""

    def __init__(self, desk: Callable[[], Desk], lane: Lane) -> None:
        """Ask ``desk`` at each call, so that the newest state of the archive is read; work in ``lane``."""
        self._desk, self._lane = desk, lane
        self._checks = Checks()

    async def restore_text(
        self,
        ctx: Context[Any, Any],
        *,
        text: Annotated[str, Field(description="the page as it is, plain or HTML", max_length=LARGEST_PAGE)],
        url: Url = None,
        published: Published = None,
        max_chars: Characters = CHARACTERS,
        cursor: Next = None,
    ) -> Annotated[CallToolResult, shapes.Restored]:
        """Say which words belong to a page."""

        def work(tell: Tell) -> Json:
            page = _page(text, url, published)
            place = at(cursor, "restored", page.document.id)
            tell(0.0, "restoring the page")
            return answers.restored(engine.restore(page), place, max_chars)

        return await self.answered(ctx, work)

    async def extract_statements(
        self,
        ctx: Context[Any, Any],
        *,
        text: Given,
        url: Url = None,
        published: Published = None,
        max_chars: Characters = CHARACTERS,
        cursor: Next = None,
    ) -> Annotated[CallToolResult, shapes.Extracted]:
        """List what a text states."""

        def work(tell: Tell) -> Json:
            page = _page(text, url, published)
            place = at(cursor, "stated", page.document.id)
            tell(0.0, "reading the text")
            return answers.extracted(page.document, engine.extract(engine.restore(page)), place, max_chars)

        return await self.answered(ctx, work)

    async def check_statements(
        self,
        ctx: Context[Any, Any],
        *,
        text: Given = "",
        statements: Annotated[
            list[Annotated[str, Field(max_length=4_000)]] | None,
            Field(description="single statements, each readable alone", max_length=MOST_STATEMENTS),
        ] = None,
        as_of: AsOf = None,
        url: Url = None,
        published: Published = None,
        max_statements: Annotated[
            int,
            Field(description="check so many of a text; the others come back not checked", ge=1, le=MOST_STATEMENTS),
        ] = 60,
        max_chars: Characters = CHARACTERS,
        cursor: Next = None,
    ) -> Annotated[CallToolResult, shapes.Checked]:
        """Say what the record has on statements."""

        def work(tell: Tell) -> Json:
            if bool(text.strip()) == bool(statements):
                why = "both are given" if statements else "neither is given, or it is empty"
                raise UsageError("there must be a text or statements", why=why, fix="give `text` or `statements`")
            tell(0.0, "reading the text")
            date, desk = governing(date_of(cursor) or as_of), self._desk()
            asked = tuple(statements) if statements else _page(text, url, published)
            name = repr(asked) if isinstance(asked, tuple) else asked.document.id
            place = at(cursor, "checked", name, desk.archive.revision, f"{as_of} {max_statements}", as_of=date)
            key = str(place._replace(place=0))
            check = self._checks.made(desk, asked, date, max_statements, tell=tell, key=key)
            page = None if isinstance(asked, tuple) else asked.document
            return answers.with_notices(answers.checked(page, check, place, max_chars), check.notices)

        return await self.answered(ctx, work)

    async def write_brief(
        self,
        ctx: Context[Any, Any],
        *,
        topic: Annotated[str, Field(description="what it is about, in a few words", max_length=1_000)],
        as_of: AsOf = None,
        since: Annotated[str | None, Field(description="use nothing published up to this day or instant")] = None,
        length: Annotated[Literal["short", "standard", "long"], Field(description="how much to tell")] = "standard",
        max_chars: Characters = BRIEF_CHARACTERS,
    ) -> Annotated[CallToolResult, shapes.Written]:
        """Write up a topic."""

        def work(tell: Tell) -> Json:
            words, date, after = _sought(topic), governing(as_of), moment(since) if since else None
            if after is not None and latest(after) >= latest(date):
                why = "`since` is not earlier than `as_of`"
                raise UsageError("there is no time between the two dates", why=why, fix="swap them, or leave one out")
            tell(0.0, "searching the record")
            desk = self._desk()

            def brief(room: int | None) -> Brief:
                return desk.brief(words, as_of=date, since=after, length=Length(length), max_tokens=room)

            return answers.with_notices(_shortened(brief, max_chars), desk.notices)

        return await self.answered(ctx, work)

    async def find_news(
        self,
        ctx: Context[Any, Any],
        *,
        query: Annotated[str, Field(description="a few words", max_length=4_000)],
        as_of: AsOf = None,
        limit: Annotated[int, Field(description="passages in all", ge=1, le=MOST_HITS)] = 10,
        max_chars: Characters = CHARACTERS,
        cursor: Next = None,
    ) -> Annotated[CallToolResult, shapes.Found]:
        """Find passages."""

        def work(tell: Tell) -> Json:
            tell(0.0, "searching the record")
            words, date, desk = _sought(query), governing(date_of(cursor) or as_of), self._desk()
            place = at(cursor, "found", words, desk.archive.revision, f"{as_of} {limit}", as_of=date)
            found = desk.find(words, as_of=date, limit=limit)
            shape = answers.found(words, found, desk.run(date, limit=limit), place, max_chars)
            return answers.with_notices(shape, desk.notices)

        return await self.answered(ctx, work)

    async def answered(self, ctx: Context[Any, Any], work: Callable[[Tell], Json]) -> CallToolResult:
        """Do the work in a thread; what cannot be worked on is answered with what to try instead."""
        told_of = -1.0

        def tell(share: float, words: str) -> None:
            nonlocal told_of
            from_thread.check_cancelled()
            if share > told_of:  # the protocol wants progress that only grows
                told_of = share
                from_thread.run(ctx.report_progress, share, 1.0, words)

        try:
            shape = await self._lane.run(work, tell)
        except OnrecordError as error:
            told = TextContent(text=str(error))
            return CallToolResult(content=[told], structured_content=wire.error(error), is_error=True)
        told = TextContent(text=wire.encode(shape))
        return CallToolResult(content=[told, *links(answers.quotes(shape))], structured_content=shape)


def _page(text: str, url: str | None, published: str | None) -> Page:
    return read_text(text, url=url, published=moment(published) if published else None)


def _sought(words: str) -> str:
    if not words.strip():
        raise UsageError("there is nothing to look for", why="no word is given", fix="name a few words")
    return words.strip()


def _shortened(brief: Callable[[int | None], Brief], characters: int) -> Json:
    """Write a brief, and again with two thirds of the room each time, until it fits."""
    shape = answers.written(brief(None), shortened=False)
    room = characters
    while len(wire.encode(shape)) > characters and room >= PER_TOKEN:
        shape = answers.written(brief(room // PER_TOKEN), shortened=True)
        room = room * 2 // 3
    return shape
