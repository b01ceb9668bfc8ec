"""“X said P” against “P”: a report of the one must never put the other on record.

All names, places and events are invented. Each report stands in an archive of its own words; what is printed is the
verdict, by the whole way from search to resolution.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from onrecord.data import Label
from onrecord.engine import check_statements, statement_of
from onrecord.find import ArchiveFinder
from onrecord.ports import Verifier
from onrecord.read import read_text
from onrecord.wiring import desk, new_archive

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
    reports, asked = [], []
    for number, event in enumerate(EVENTS):
        for turn in range(len(VERBS) // 2):
            verb, person = VERBS[(number + 2 * turn) % len(VERBS)], PEOPLE[(number + turn) % len(PEOPLE)]
            reports.append(f"{person[0].upper()}{person[1:]} {verb} on Monday that {event}.")
        asked.append(f"{event[0].upper()}{event[1:]}.")
    so = [f"On Monday {event.replace('the ', 'the ', 1)}." for event in EVENTS]
    sayings = [
        f"{PEOPLE[at % len(PEOPLE)][0].upper()}{PEOPLE[at % len(PEOPLE)][1:]} said that {event}."
        for at, event in enumerate(EVENTS)
    ]
    printed = _printed(reports, asked, verifier)
    turned = _printed(so, sayings, verifier)
    return {
        "said_not_so_statements": len(asked) + len(sayings),
        "said_printed_as_so": printed,
        "so_printed_as_said": turned,
        "said_and_so_kept_apart": 1 - (printed + turned) / (len(asked) + len(sayings)),
    }


def _printed(reports: list[str], asked: list[str], verifier: Verifier) -> int:
    with TemporaryDirectory() as folder, new_archive(Path(folder) / "archive") as archive:
        made = desk(archive, threads=2, verifier="agreement")
        pages = [
            read_text(f"{report}\n\nThe day in brief.", url=f"https://veldania.example/{at}", published=DAY)
            for at, report in enumerate(reports)
        ]
        for _ in made.add(pages):
            pass
        found = ArchiveFinder(archive, made.embedder)
        verdicts = check_statements([(statement_of(text), DAY) for text in asked], archive=found, verifier=verifier)
        return sum(verdict.label is Label.SUPPORTED for verdict in verdicts)
