"""What a statement is, who is said to have made it, when and of how many it speaks, in words."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.data import Attribution, Bound, Directness, Figure, FigurePoint, RemovalKind, Statement, TimeKind
from onrecord.render.phrases import days, number
from onrecord.render.words.passages import NOT_BELONGING, kind
from onrecord.render.words.sources import shortened

_DIRECTNESS_WORDS = {
    Directness.DIRECT: "quoted",
    Directness.INDIRECT: "in reported speech",
    Directness.MIXED: "partly quoted",
}
_BOUND_WORDS = {
    Bound.EXACTLY: "",
    Bound.ABOUT: "about ",
    Bound.MORE_THAN: "more than ",
    Bound.AT_LEAST: "at least ",
    Bound.LESS_THAN: "less than ",
    Bound.AT_MOST: "at most ",
}
_MANY = (
    {"foot": "feet", "inch": "inches"}
    | {
        unit: f"{unit}s"
        for unit in (
            "second minute hour day week month year decade mile metre meter acre hectare pound ounce gallon litre "
            "liter barrel ton tonne degree point"
        ).split()
    }
    | {"percentage point": "percentage points"}
)
"""Units of more than one."""
_LEAST_LEFT = 25
"""Characters outside what somebody said that are the text's own statement."""
_MOST_SAID = 60


def figure(point: Figure | FigurePoint) -> str:
    """Return a figure with its bound and unit."""
    return f"{_BOUND_WORDS[point.bound]}{number(point.value)}{unit(point)}"


def unit(point: Figure | FigurePoint) -> str:
    """Return what stands behind the number of a figure."""
    many = _MANY.get(point.unit, point.unit) if abs(point.value) != 1 else point.unit
    return {"": "", "percent": "%"}.get(point.unit, f" {many}")


def speaker(attribution: Attribution, text: str | None) -> str | None:
    """Say who is said to have said it; a name that could not be resolved stands as the text has it."""
    name = attribution.speaker
    if name is None and text is not None and attribution.source is not None:
        name = f"“{attribution.source.cut(text)}”"
    if name is None and text is not None:
        name = "nobody by name"
    return f"{name}, {_DIRECTNESS_WORDS[attribution.directness]}" if name else None


def not_of_page(foreign: RemovalKind) -> str:
    """Name a passage from which a statement was taken."""
    return f"a passage that {NOT_BELONGING} ({kind(foreign)})"


def about(statement: Statement, text: str | None = None, place: str | None = None) -> tuple[str, ...]:
    """Say where a statement stands, who is said to have said it and what time it speaks of.

    Without the text it stands in, a source that could not be resolved to a name stays unnamed.
    """
    found = []
    if statement.foreign:
        found.append(place or f"stands in {not_of_page(statement.foreign)}")
    said = statement.attribution and speaker(statement.attribution, text)
    if said:
        found.append(f"{words_said(statement, text)}attributed to {said}")
    if statement.time:
        found.append(f"speaks of {days(statement.time)}")
    return tuple(found)


def read_from(statement: Statement, text: str | None) -> tuple[str, ...]:
    """Say what else was read from a statement: its figures, and what in it is open."""
    counts = (f"{figure(one)} {one.counted}".rstrip() for one in statement.figures if not _is_a_time(statement, one))
    return (*_listed("counts", tuple(counts)), *_open(statement, text))


def _listed(what: str, which: tuple[str, ...]) -> tuple[str, ...]:
    return (f"{what} {', '.join(which)}",) if which else ()


def _is_a_time(statement: Statement, given: Figure) -> bool:
    """Say whether a figure is an age or says when, and not how long."""
    here = (time for time in statement.times if time.span.overlaps(given.span))
    return any(time.interval is not None or time.kind is not TimeKind.DURATION for time in here)


def _open(statement: Statement, text: str | None) -> Iterator[str]:
    """Say which words stand for nobody knows whom or when."""
    if text is None:
        return
    if statement.unresolved:
        words = " and ".join(f"“{span.cut(text)}”" for span in statement.unresolved)
        yield f"whom or what {words} stands for is open"
    when = [time.span.cut(text) for time in statement.times if time.kind is TimeKind.UNRESOLVED]
    if when:
        yield f"when is open: {', '.join(f'“{words}”' for words in when)}"


def words_said(statement: Statement, text: str | None) -> str:
    """Return the words that somebody is said to have said, where much else is the text's own."""
    told = statement.attribution
    if told is None or (told.directness is Directness.DIRECT and told.source is None):
        return ""
    parts = (part for part in (told.content, told.source, told.cue) if part is not None)
    left = len(statement.text) - sum(len(part) for part in parts)
    if left < _LEAST_LEFT or left < len(told.content):
        return ""
    if text is None:
        return "in part "
    said = shortened(told.content.cut(text), _MOST_SAID).strip('“”" ,.')
    return f"“{said}” "
