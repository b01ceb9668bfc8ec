"""The schemas hold for whatever goes out, and stand still."""

import hashlib
import json
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

import strategies
from onrecord import wire
from onrecord.errors import InputMissing

FOLDER = Path(__file__).resolve().parents[2] / "schema"
FILES = {path.name.removesuffix(".schema.json"): path for path in sorted(FOLDER.glob("*.json"))}
SCHEMAS = {name: json.loads(path.read_text(encoding="utf-8")) for name, path in FILES.items()}
REGISTRY = Registry().with_resources((schema["$id"], Resource.from_contents(schema)) for schema in SCHEMAS.values())
VALIDATORS = {name: Draft202012Validator(schema, registry=REGISTRY) for name, schema in SCHEMAS.items()}


def wrong(name, shape):
    """Return what the schema says against ``shape`` once it was sent."""
    return [f"{error.json_path}: {error.message}" for error in VALIDATORS[name].iter_errors(sent(shape))]


def sent(shape):
    return json.loads(wire.encode(shape))


DUMPS = {
    "document": strategies.documents().map(wire.document),
    "restoration": strategies.restorations().map(wire.restoration),
    "statements": st.lists(strategies.statements(), max_size=3).map(wire.statements),
    "verdict": strategies.verdicts().map(wire.verdict),
    "report": strategies.reports().map(wire.report),
    "judgement": strategies.judgements().map(wire.judgement),
    "hits": strategies.founds().map(lambda found: wire.found("dam", found, date(2025, 5, 19))),
    "brief": strategies.briefs().map(wire.brief),
    "history": strategies.histories().map(wire.history),
    "news": strategies.news().map(wire.news),
    "series": strategies.series().map(wire.series),
    "stories": strategies.told_stories().map(wire.stories),
    "offices": strategies.offices().map(wire.offices),
    "changes": strategies.changes().map(wire.changes),
}


@pytest.mark.parametrize("name", DUMPS)
def test_what_goes_out_holds_to_its_schema(name):
    @strategies.unhurried
    @given(DUMPS[name])
    def holds(shape):
        assert not wrong(name, shape)
        assert wrong(name, {key: value for key, value in shape.items() if key != "schema"})

    holds()


@dataclass(frozen=True)
class Counted:
    documents: int = 60
    passages: int = 181
    origins: int = 24
    undated: int = 0
    first: date | None = date(2025, 3, 1)
    last: date | None = None
    revision: str = "v7"
    bytes: int = 4096


def test_counts_and_errors_hold_to_theirs():
    assert not wrong("stats", wire.stats(Counted()))
    assert not wrong("error", wire.error(InputMissing("cannot read it", why="no such file", fix="check the path")))


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_one(name):
    Draft202012Validator.check_schema(SCHEMAS[name])
    assert SCHEMAS[name]["$id"] == f"urn:onrecord:1:{name}"


@strategies.unhurried
@given(strategies.verdicts(), st.data())
def test_no_field_may_be_missing_and_one_may_be_added(verdict, data):
    shape = sent(wire.verdict(verdict))
    missing = data.draw(st.sampled_from(sorted(shape)))
    assert wrong("verdict", {key: value for key, value in shape.items() if key != missing})
    shape["statement"]["more"] = 1
    assert not wrong("verdict", {**shape, "id": 7})


@strategies.unhurried
@given(strategies.verdicts())
def test_the_schema_too_wants_evidence(verdict):
    shape = {**wire.verdict(verdict), "evidence": []}
    assert bool(wrong("verdict", shape)) == (shape["label"] not in {"not_enough_evidence", "not_checked"})


def test_the_schemas_stand_still():
    listed = dict(re.findall(r"\]\((\w+)\.schema\.json\).*`(\w{64})`", (FOLDER / "README.md").read_text("utf-8")))
    assert listed == {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in FILES.items()}
