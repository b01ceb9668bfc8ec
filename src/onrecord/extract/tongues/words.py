"""The words by which texts in other languages than English say who said what, as ``tongues.toml`` lists them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

Row = tuple[str, ...]
_TABLE = files("onrecord.extract").joinpath("tongues.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """The words of one language."""

    saying: Row
    """Finite forms of the third person: "sagte"."""
    helping: Row = ()
    """What stands before a participle: "a", "ha", "hat"."""
    said: Row = ()
    """Participles: "déclaré"."""
    parted: Row = ()
    """Finite forms with what belongs to them further on: "teilte:mit"."""
    taking: Row = ()
    """Those of ``saying`` that as often have an object: behind a clause without quotation marks they say nothing."""
    told: Row = ()
    """Phrases with nobody as their subject: "hieß es"."""
    that: Row
    according: Row
    """Phrases before who says it: "selon"."""
    behind: Row = ()
    """What stands behind who says it: "zufolge"."""
    thus: Row = ()
    """What stands between words and who says them: "so", "aldus"."""
    like: Row
    """What opens "as the police said"."""
    calling: Row
    """What may stand between a verb and quoted words: "von" in "sprach von"."""
    towards: Row = ()
    """What stands before those who are told: "à" in "a dit à la presse"."""
    turning: Row = ()
    """What at the end of a clause makes another verb of one of saying: "sagte … ab"."""
    opening: Row = ()
    """What opens a clause behind a comma that is not what is said."""
    joining: Row
    """Conjunctions before a clause."""
    pronouns: Row
    clitics: Row = ()
    """Pronouns hung on a verb: "dit-elle"."""
    articles: Row = ()
    links: Row = ()
    """What joins a noun to another that belongs to it: "de"."""
    contracted: Row = ()
    """Articles run into what stands before them: "du", "dal"."""
    bare: Row = ()
    """Nouns that speak without an article: "fuentes"."""
    stops: Row
    """What ends a noun phrase and cannot stand in it: prepositions, conjunctions, days, what begins another clause."""
    adverbs: Row = ()
    """What may stand between a subject and its verb."""
    negations: Row
    mute: Row
    """Nouns that say nothing though they stand where a source does: "selon les cas", "ha detto la verità"."""
    roles: Row
    """Words before a name that are no part of it; where nouns have capitals, the ends of such words."""
    subjunctive: Row = ()
    """Verbs that alone say that a clause is reported."""
    bodies: Row = ()
    """The ends of nouns with capitals that are bodies, and what stands behind them no name of anybody."""
    capitals: bool = False
    """Every noun has a capital, so that one word with a capital names nobody."""
    bareheaded: bool = False
    """Nouns need no article to speak: "polisen", "мэр"."""
    comma: bool = False
    """A comma parts a clause with "that" from its verb."""
    cases: bool = False
    """Names take endings, and what belongs to a noun stands behind it without a word between."""
    silent: bool = False
    """A verb needs no subject: "añadió"."""
    dashes: bool = False
    """Speech may stand behind a dash instead of in quotation marks."""
    verbs_second: bool = False
    """A verb follows what opens a sentence: "Volgens de politie is …"."""


def tongue_of(language: str | None) -> Tongue | None:
    """Return the words of a language by its tag; None where none are listed."""
    tag = language.partition("-")[0].lower() if language else ""
    return _tongues().get("no" if tag in ("nb", "nn") else tag)


@cache
def _tongues() -> dict[str, Tongue]:
    table: dict[str, dict[str, str | bool]] = tomllib.loads(_TABLE.read_text("utf-8"))
    return {tag: _tongue(rows) for tag, rows in table.items()}


def _tongue(rows: Mapping[str, str | bool]) -> Tongue:
    words = {name: _words(row) for name, row in rows.items() if isinstance(row, str)}
    traits = {name: row for name, row in rows.items() if isinstance(row, bool)}
    return Tongue(**words, **traits)  # type: ignore[arg-type]  # the names are in the file


def _words(row: str) -> Row:
    return tuple(word.replace("_", " ") for word in row.split())
