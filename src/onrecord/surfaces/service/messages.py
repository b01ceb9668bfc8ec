"""What is told of what is followed: news put down when it is noticed, and the message that a delivery makes of it."""

from __future__ import annotations

import json

from onrecord import wire
from onrecord.data import Alert, Message, Notice, NoticeKind, Told, Transition, Update
from onrecord.render import feeds
from onrecord.render.visible import line
from onrecord.text.moments import format_moment
from onrecord.wire import Json


def notice(news: Transition | Update) -> Notice:
    """Put news down to be told."""
    if isinstance(news, Transition):
        kind, shape = NoticeKind.TRANSITION, wire.transition(news)
    else:
        kind, shape = NoticeKind.UPDATE, wire.update(news)
    words = {"id": feeds.name_of(news), "title": feeds.headline(news), "text": feeds.body(news)}
    return Notice(kind=kind, shape=wire.encode(shape), **words)


def message(told: Told) -> Message:
    """Return what a delivery says; the same each time it is tried."""
    alerts, held = told.alerts, told.held_back
    lines = [f"{one.notice.title}\n\n{one.notice.text}" for one in alerts]
    if held:
        lines.append(f"{held} of these {'was' if held == 1 else 'were'} held back: enough had been told that day.")
    return Message(
        id=told.delivery.id,
        subject=line(alerts[0].notice.title) if len(alerts) == 1 else f"{len(alerts)} changes in what you follow",
        text="\n\n———\n\n".join(lines) + "\n",
        body=wire.encode(_body(told)),
    )


def _body(told: Told) -> Json:
    return {
        "schema": wire.SCHEMA,
        "type": "digest" if told.delivery.together else "alert",
        "timestamp": format_moment(told.delivery.made_at),
        "data": {"id": told.delivery.id, "alerts": [_alert(one) for one in told.alerts], "held_back": told.held_back},
    }


def _alert(one: Alert) -> Json:
    return {
        "id": one.notice.id,
        "followed": one.followed,
        "noticed_at": format_moment(one.noticed_at),
        "title": one.notice.title,
        "text": one.notice.text,
        "kind": one.notice.kind,
        one.notice.kind.value: json.loads(one.notice.shape),
    }
