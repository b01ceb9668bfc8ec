"""Lines of a site to learn from, by the grammar in ``site_lines.txt``: labels, invitations, notices, readers' words."""

from __future__ import annotations

import random
import re
from functools import cache
from pathlib import Path

_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_PART = re.compile(r"(?<!\\)\|")
_SLOT = re.compile(r"\{(\w+)\}")
_STYLES = (
    "{the}{place} {paper}", "{the}{place} {paper}", "{paper} {paper2}", "{place}{paper}", "{place}.com", "{the}{paper}",
    "{place} & {last}", "{last} {place}", "{place} Today", "{last} Media", "{paper} UK", "{paper} Online", "{place}TV",
    "{the}{paper}_",
)  # fmt: skip
_SHORT = "mad old real the not just big one mr sir truth fan cat dog".split()


def spoken(template: str, rng: random.Random, given: dict[str, str]) -> str:
    """Return what a template says: its choices made, its slots filled, from ``given`` where that has the slot."""
    while "[" in template:
        template = _CHOICE.sub(lambda at: rng.choice(_PART.split(at[1])), template)
    template = template.replace("\\|", "|")
    return " ".join(_SLOT.sub(lambda at: given.get(at[1]) or _slot(at[1], rng, given), template).split())


def templates(kind: str) -> tuple[str, ...]:
    """Return the templates for lines of a kind, and for ``subhead`` those of an article's own."""
    return _grammar()["= " + kind]


@cache
def _grammar() -> dict[str, tuple[str, ...]]:
    """Return words by their name, and templates by theirs behind "= "."""
    written = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8")
    parts = (part.partition("\n") for part in re.split(r"^=(?==? )", written, flags=re.MULTILINE)[1:])
    return {
        name.strip(): tuple(said.strip().splitlines() if name[0] == "=" else " ".join(said.split()).split("; "))
        for name, _, said in parts
    }


def _person(rng: random.Random) -> str:
    middle = f" {rng.choice('ABCDEFGHJKLMPRSTW')}." if rng.random() < 0.1 else ""
    return f"{rng.choice(_grammar()['first'])}{middle} {rng.choice(_grammar()['last'])}"


def _brand(rng: random.Random) -> str:
    """Return the name of an outlet or a firm that is made up."""
    words = _grammar()
    paper, other = rng.choice(words["papers"]), rng.choice(words["papers"])
    place, last, the = rng.choice(words["places"]), rng.choice(words["last"]), rng.choice(("The ", ""))
    return rng.choice(_STYLES).format(the=the, place=place, paper=paper, paper2=other, last=last)


def _handle(rng: random.Random) -> str:
    """Return a name that somebody logs in with."""
    first, last, place = (rng.choice(_grammar()[name]) for name in ("first", "last", "places"))
    number = rng.choice(("", "", str(rng.randrange(100)), str(rng.randrange(1950, 2012))))
    word, other = rng.choice(_SHORT), rng.choice(_SHORT)
    names = (
        f"{first}{number}", f"{first}_{last}{number}", f"{word}{last}{number}", f"{word}_{first}",
        f"{word}{other}{number}",         f"{first}.{last[0]}", f"{word}{place}is{other}",
    )  # fmt: skip
    shown = (f"{first}{last[0]}{number}", f"{place}{first}{number}", f"{last}{number}")
    return rng.choice((*map(str.lower, names), *shown))


def _slot(name: str, rng: random.Random, given: dict[str, str]) -> str:
    if name == "remark":
        return spoken(rng.choice(templates("remarks")), rng, given)
    if name in ("n", "m"):
        return str(rng.randrange(2, 90))
    if name == "year":
        return str(rng.randrange(2008, 2026))
    made = {"person": _person, "brand": _brand, "handle": _handle, "date": _date, "clock": _clock}
    if name in made:
        return made[name](rng)
    return rng.choice(_grammar()[{"section": "sections", "network": "networks", "goods": "goods"}[name]])


def _date(rng: random.Random) -> str:
    month, day, year = rng.choice(_grammar()["months"]), rng.randrange(1, 29), rng.randrange(2009, 2026)
    number = rng.randrange(1, 13)
    return rng.choice(
        (
            f"{month} {day}, {year}", f"{day} {month} {year}", f"{month[:3]} {day}, {year}", f"{month[:3]}. {day}",
            f"{day}/{number}/{year}", f"{year}-{number:02}-{day:02}", f"{month} {day}",
        )
    )  # fmt: skip


def _clock(rng: random.Random) -> str:
    hour, minute = rng.randrange(1, 13), rng.randrange(60)
    half = rng.choice(("am", "pm", "a.m.", "p.m.", "AM", "PM"))
    return rng.choice((f"{hour}:{minute:02} {half}", f"{hour + 9}:{minute:02}"))
