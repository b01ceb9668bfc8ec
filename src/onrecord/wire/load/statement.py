"""Statements from JSON."""

from __future__ import annotations

from onrecord.data import (
    Addition,
    Attribution,
    Bound,
    Directness,
    Figure,
    RemovalKind,
    Statement,
    StatementKind,
    Time,
    TimeKind,
    Worth,
    WorthPart,
)
from onrecord.wire.load.documents import interval_from, span_from
from onrecord.wire.view import View


def statement_from(view: View) -> Statement:
    """Read a statement."""
    return Statement(
        id=view["id"].words(),
        document_id=view["document_id"].words(),
        span=span_from(view["span"]),
        text=view["text"].words(),
        kind=view["kind"].among(StatementKind),
        attribution=view["attribution"].maybe(attribution_from),
        time=view["time"].maybe(interval_from),
        times=view.later("times", []).each(time_from),
        figures=view["figures"].each(figure_from),
        foreign=view["foreign"].maybe(lambda kind: kind.among(RemovalKind)),
        pieces=view.later("pieces", []).each(span_from),
        additions=view.later("additions", []).each(addition_from),
        unresolved=view.later("unresolved", []).each(span_from),
        worth=view.later("worth", {"parts": []})["parts"].each(worth_from),
    )


def addition_from(view: View) -> Addition:
    """Read an addition."""
    return Addition(at=span_from(view["at"]), span=span_from(view["span"]))


def worth_from(view: View) -> Worth:
    """Read what one thing adds to the worth of a statement."""
    return Worth(part=view["part"].among(WorthPart), points=view["points"].number())


def attribution_from(view: View) -> Attribution:
    """Read an attribution."""
    return Attribution(
        source=view["source"].maybe(span_from),
        cue=view["cue"].maybe(span_from),
        content=span_from(view["content"]),
        speaker=view["speaker"].maybe(View.words),
        directness=view["directness"].among(Directness),
    )


def time_from(view: View) -> Time:
    """Read a time expression."""
    return Time(span=span_from(view), kind=view["kind"].among(TimeKind), interval=view["interval"].maybe(interval_from))


def figure_from(view: View) -> Figure:
    """Read a figure."""
    return Figure(
        span=span_from(view),
        value=view["value"].number(),
        unit=view["unit"].words(),
        counted=view["counted"].words(),
        bound=view["bound"].among(Bound),
    )
