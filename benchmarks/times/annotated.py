"""The annotated sentences: their words cut from the news set, and what ``guidelines.md`` makes of them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.data import DataMissing
from benchmarks.times.draw import articles

from onrecord.data import Bound, Figure, Interval, Span

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """Words that name a time, the days they mean if they mean any, and whether they need be found."""

    span: Span
    means: str
    interval: Interval | None
    optional: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence, the day its article was published, and its times and figures, those that are optional apart."""

    text: str
    published: date
    times: tuple[Time, ...]
    figures: tuple[Figure, ...]
    optional_figures: tuple[Span, ...]


def sentences(part: str) -> list[Sentence]:
    """Return the sentences of ``development`` or ``measure``.

    Raises:
        DataMissing: the news set is not there, or is another than the one that was annotated.
    """
    lines = (HERE / "annotations.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [row for row in map(json.loads, lines) if row["part"] == part]
    wanted = {row["article"] for row in rows}
    texts = {article["id"]: article["text"] for article in articles() if article["id"] in wanted}
    return [_sentence(row, texts.get(row["article"], "")[row["start"] : row["end"]]) for row in rows]


def _sentence(row: dict, text: str) -> Sentence:
    if hashlib.sha256(text.encode()).hexdigest()[:16] != row["digest"]:
        raise DataMissing(f"article {row['article']} of the news set is not the one whose sentence was annotated")
    return Sentence(
        text=text,
        published=date.fromisoformat(row["published"]),
        times=tuple(_times(row["times"])),
        figures=tuple(_figure(each) for each in row["figures"] if not each.get("optional")),
        optional_figures=tuple(_span(each) for each in row["figures"] if each.get("optional")),
    )


def _span(each: dict) -> Span:
    return Span(start=each["start"], end=each["end"])


def _figure(each: dict) -> Figure:
    return Figure(span=_span(each), value=each["value"], unit=each["unit"], bound=Bound(each["bound"]))


def _times(rows: list[dict]) -> Iterator[Time]:
    for each in rows:
        days = [date.fromisoformat(each[end]) for end in ("first", "last") if end in each]
        interval = Interval(start=days[0], end=days[1]) if days else None
        optional = each.get("optional", False)
        yield Time(span=_span(each), means=each["means"], interval=interval, optional=optional)
