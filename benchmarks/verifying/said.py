"""“X said P” against “P”: a report of the one must never put the other on record.

All names, places and events are invented. Each report stands in an archive of its own words; what is printed is the
verdict, by the whole way from search to resolution.
"""

from __future__ import annotations

from datetime import date

from onrecord.data import Label
from onrecord.engine import check_statements, statement_of
from onrecord.find import ArchiveFinder
from onrecord.ports import Verifier
from onrecord.read import read_text
from onrecord.testing import MemoryArchive
from onrecord.wiring import desk

DAY = date(2025, 5, 19)
PEOPLE = (
    "Ines Varga",
    "the harbour union",
    "Deputy Mayor Tomas Reil",
    "a spokesman for Kestrel Lines",
    "opposition leader Mara Olin",
)
VERBS = ("said", "claimed", "suggested", "alleged", "denied", "insisted", "predicted", "doubted", "warned", "argued")
EVENTS = (
    "the ferry Anselm sank off Port Sorrel",
    "the Northgate dam was breached",
    "the council of Harrow sold the old fish market",
    "two miners died in the Cullen pit",
    "the bridge at Tarn was closed to lorries",
    "the treasury lost 40 million crowns on the loan",
    "police in Veldania opened the files on the Orlan strike",
    "the museum in Brask returned the bronze horses",
    "the night train to Sorrel was cancelled for good",
    "farmers in the Lower Vale received no payment",
)


def said_and_so(verifier: Verifier) -> dict[str, float]:
    """Return how many statements of either kind are put on record by a report of the other, of how many."""
    as_so = as_said = 0
    for number, event in enumerate(EVENTS):
        so = sentence(event)
        for turn, verb in enumerate(VERBS):
            said = sentence(f"{PEOPLE[(number + turn) % len(PEOPLE)]} {verb} on Monday that {event}")
            as_so += on_record(so, [said], verifier)
            as_said += on_record(said, [so], verifier)
    kinds = len(EVENTS) * len(VERBS)
    return {
        "said_and_so_statements": 2 * kinds,
        "said_printed_as_so": as_so,
        "so_printed_as_said": as_said,
        "said_and_so_kept_apart": 1 - (as_so + as_said) / (2 * kinds),
        "so_printed_as_so": sum(on_record(sentence(event), [sentence(event)], verifier) for event in EVENTS)
        / len(EVENTS),
    }


def sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."


def on_record(statement: str, reports: list[str], verifier: Verifier) -> bool:
    """Say whether an archive of ``reports`` puts a statement on record."""
    archive = MemoryArchive()
    made = desk(archive, threads=2, verifier="agreement")
    pages = [
        read_text(f"{report}\n\nThe day in brief.", url=f"https://veldania.example/{at}", published=DAY)
        for at, report in enumerate(reports)
    ]
    for _ in made.add(pages):
        pass
    finder = ArchiveFinder(archive, made.embedder)
    (verdict,) = check_statements([(statement_of(statement), DAY)], archive=finder, verifier=verifier)
    return verdict.label is Label.SUPPORTED
