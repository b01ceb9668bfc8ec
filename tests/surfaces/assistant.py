"""An assistant for tests: it asks the server over the protocol and keeps what it is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import anyio
import pytest
from mcp import Client, MCPError
from mcp_types import CallToolResult

from onrecord.settings import load
from onrecord.surfaces.cli.assistants import opened_later
from onrecord.surfaces.mcp import server

DATE = "2025-09-30"


def desk(archive: object) -> Callable:
    return opened_later(load({"archive": str(archive)})[0])


class Assistant:
    """Connects anew for each question; ``mode`` is ``auto`` for the newest protocol, ``legacy`` for those before."""

    def __init__(self, desk: Callable, mode: str = "auto", kept: Callable = lambda: None) -> None:
        self.served = server(desk, kept=kept, who=lambda _: "assistant")
        self.mode = mode

    def with_client(self, work: Callable) -> Any:
        async def connected() -> Any:
            async with Client(self.served, mode=self.mode) as client:
                return await work(client)

        return anyio.run(connected)

    def call(self, name: str, **arguments: object) -> CallToolResult:
        return self.with_client(lambda client: client.call_tool(name, arguments))

    def told(self, name: str, **arguments: object) -> dict:
        """Return the structured answer of a call that went well."""
        result = self.call(name, **arguments)
        assert not result.is_error, result.content[0].text
        return result.structured_content

    def refused(self, name: str, **arguments: object) -> str:
        """Return what is said of a call that could not be answered."""
        result = self.call(name, **arguments)
        assert result.is_error
        return result.content[0].text

    def unread(self, uri: str) -> str:
        """Return what is said of a resource that is not there."""

        async def asked(client: Client) -> str:
            with pytest.raises(MCPError) as refused:
                await client.read_resource(uri)
            return str(refused.value)

        return self.with_client(asked)

    def pages(self, name: str, **arguments: object) -> list[dict]:
        """Return all answers to a call, going on as long as there is more."""
        told = [self.told(name, **arguments)]
        while told[-1]["truncated"]:
            told.append(self.told(name, cursor=told[-1]["next_cursor"], **arguments))
        return told
