"""What the service keeps, as JSON. A moment is an instant in UTC."""

from __future__ import annotations

import json

from onrecord.data import Deed, Job, JobKind, Person
from onrecord.text.moments import format_moment
from onrecord.wire import SCHEMA, Json

_RESULTS = {
    JobKind.CHECK: "/api/v1/checks/{}",
    JobKind.BRIEF: "/api/v1/briefs/{}",
    JobKind.HISTORY: "/api/v1/histories/{}",
    JobKind.ADD: "/api/v1/jobs/{}/result",
}
"""Where what a job makes is found."""


def job(given: Job) -> Json:
    """Return a job; ``result`` is where what it made is found."""
    return {
        "schema": SCHEMA,
        "id": given.id,
        "kind": given.kind,
        "title": given.title,
        "by": given.by,
        "state": given.state,
        "done": given.done,
        "total": given.total,
        "asked_at": format_moment(given.asked_at),
        "began_at": given.began_at and format_moment(given.began_at),
        "ended_at": given.ended_at and format_moment(given.ended_at),
        "error": None if given.error is None else json.loads(given.error),
        "self": f"/api/v1/jobs/{given.id}",
        "events": f"/api/v1/jobs/{given.id}/events",
        "result": _RESULTS[given.kind].format(given.id),
    }


def person(given: Person) -> Json:
    """Return a person; of their token nothing is told."""
    return {"name": given.name, "role": given.role.name.lower(), "added_at": format_moment(given.added_at)}


def deed(given: Deed) -> Json:
    """Return a line of the audit log."""
    return {
        "at": format_moment(given.at),
        "by": given.by,
        "action": given.action,
        "target": given.target,
        "status": given.status,
        "request_id": given.request_id,
    }
