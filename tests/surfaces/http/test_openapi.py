"""The description is what the service does: generated requests, held against it."""

import json

import schemathesis
from commandline import ROOT
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    ignored_auth,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

from onrecord.surfaces.http.describing import description
from onrecord.surfaces.http.openapi import made

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    unsupported_method,
    ignored_auth,
]
SHAPE = json.loads(description())


def test_the_description_is_current():
    written = "python -m onrecord.surfaces.http.openapi schema > src/onrecord/surfaces/http/openapi.json"
    assert made(ROOT / "schema") == description(), f"run: {written}"


def test_the_description_is_served(client):
    assert client.get("/api/v1/openapi.json").text == description()


def test_everything_is_described():
    assert SHAPE["openapi"].startswith("3.1")
    for path, operations in SHAPE["paths"].items():
        for method, operation in operations.items():
            assert operation["summary"], (method, path)
            assert operation["description"], (method, path)
            assert any(status[0] in "23" for status in operation["responses"]), (method, path)


@schemathesis.openapi.from_dict(SHAPE).parametrize()
@settings(
    max_examples=4,
    derandomize=True,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_generated_requests_are_answered_as_described(case, served):
    client, _ = served
    case.call_and_validate(base_url=str(client.base_url), checks=CHECKS, timeout=60)
