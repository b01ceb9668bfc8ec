"""Assistants over HTTP: the tools behind the service's gate."""

import anyio
import httpx2
import pytest
from assistant import DATE
from mcp import Client
from mcp.client.streamable_http import streamable_http_client

from onrecord.data import Role

CALL = {"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {}}
ACCEPTED = {"Accept": "application/json, text/event-stream", "Content-Type": "application/json"}


def asked(base: str, mode: str, token: str | None = None):
    async def call():
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        async with httpx2.AsyncClient(headers=headers, trust_env=False, timeout=60) as http:
            transport = streamable_http_client(f"{base}/mcp", http_client=http)
            async with Client(transport, mode=mode) as client:
                tools = [tool.name for tool in (await client.list_tools()).tools]
                shares = []

                async def heard(progress, total, message):
                    shares.append(progress)

                result = await client.call_tool(
                    "check_statements",
                    {"statements": ["The dam at Kessel gave way."], "as_of": DATE},
                    progress_callback=heard,
                )
                read = await client.read_resource(result.content[1].uri)
                return tools, result, read, shares

    return anyio.run(call)


@pytest.mark.parametrize("mode", ["auto", "legacy"])
def test_a_client_of_either_protocol_is_served(client, mode):
    tools, result, read, shares = asked(str(client.base_url).rstrip("/"), mode)
    assert tools[:5] == ["restore_text", "extract_statements", "check_statements", "write_brief", "find_news"]
    assert [each["label"] for each in result.structured_content["verdicts"]] == ["supported"]
    assert "quote" in read.contents[0].text
    assert shares
    assert shares == sorted(set(shares))


def test_verdicts_are_those_of_the_api(client):
    _, result, _, _ = asked(str(client.base_url).rstrip("/"), "auto")
    body = {"statements": [{"text": "The dam at Kessel gave way."}]}
    told = client.post("/api/v1/verdicts", params={"as_of": DATE}, json=body).json()
    (ours,), (theirs,) = result.structured_content["verdicts"], told["verdicts"]
    assert ours["evidence"][0]["quote"] == theirs["evidence"][0]["quote"]
    assert ours["label"] == theirs["label"]


@pytest.mark.parametrize(
    ("headers", "status"),
    [({"Host": "evil.example"}, 403), ({"Origin": "https://evil.example"}, 403), ({"Authorization": "Bearer no"}, 401)],
)
def test_the_gate_stands_before_it(client, headers, status):
    assert client.post("/mcp", json=CALL, headers={**ACCEPTED, **headers}).status_code == status


def test_whoever_may_only_read_is_refused_and_whoever_may_check_is_not(serve):
    with serve() as (client, service):
        reader, checker = (service.kept.people.add(role.name.lower(), role) for role in (Role.READ, Role.CHECK))
        refused = client.post("/mcp", json=CALL, headers={**ACCEPTED, "Authorization": f"Bearer {reader}"})
        assert refused.status_code == 403
        assert client.post("/mcp", json=CALL, headers=ACCEPTED).status_code == 401
        tools, *_ = asked(str(client.base_url).rstrip("/"), "auto", checker)
        assert tools


def test_whoever_writes_a_note_is_named_and_must_be_allowed_to(serve):
    with serve() as (client, service):
        base = str(client.base_url).rstrip("/")
        tokens = {
            name: service.kept.people.add(name, role) for name, role in (("ada", Role.WRITE), ("ben", Role.CHECK))
        }

        def noted(token):
            async def call():
                headers = {"Authorization": f"Bearer {token}"}
                asked = {"words": "Too short.", "topic": "dam", "as_of": DATE}
                async with (
                    httpx2.AsyncClient(headers=headers, trust_env=False, timeout=60) as http,
                    Client(streamable_http_client(f"{base}/mcp", http_client=http)) as assistant,
                ):
                    return await assistant.call_tool("add_note", asked)

            return anyio.run(call)

        assert noted(tokens["ada"]).structured_content["by"] == "ada"
        refused = noted(tokens["ben"])
        assert refused.is_error
        assert "may not do this" in refused.content[0].text
        assert len(service.kept.notes.on()) == 1
