"""A topic with 5,000 documents: what a brief, stories and series of it take, each in a process of its own.

The reports are invented here, drawn by a fixed seed: half a year of one flood, told by sixty papers and two agencies, a
quarter of the reports copies of the one before, every fiftieth without a date.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from benchmarks.archive.command import onrecord
from benchmarks.finding.questions import Figures

TOPIC, FIRST, LAST = "the flood in Marrow", date(2025, 3, 1), date(2025, 8, 31)
DOCUMENTS, SEED = 5_000, 11
COPIED, UNDATED = 4, 50
ASKED = (("brief", "--length", "long"), ("stories",), ("series",))

_PAPERS = tuple(f"{place} {kind}" for place in "Orlo Tarn Sorrel Teshk Amar Vell".split() for kind in (
    *("Post", "Tribune", "Ledger", "Courier", "Mirror", "Evening News", "Gazette", "Observer", "Star", "Sentinel"),
))  # fmt: skip
_CREDITS = (*("",) * 6, " (Harbour Wire)", " (Inland Press)")
_WHO = (
    *("the interior ministry", "Governor Ada Renn", "the water board", "mayor Olle Brandt", "the hospital union"),
    *(
        "chief engineer Ilya Marsh",
        "the rescue service",
        "harbour master Jun Oda",
        "the insurers",
        "Ines Varga, a farmer",
    ),
)
_WHERE = ("Marrow", "Lower Marrow", "the valley of Marrow", "Tarn", "Port Sorrel", "the villages above Marrow", "Amar")
_SENTENCES = (
    "The flood in Marrow killed {number} people, {who} said on {day}.",
    "At least {number} people were missing after the flood in {where}, {who} said.",
    "Some {number} families have left {where} since the flood, according to {who}.",
    "The road from {where} to Tarn {road} on {day}, {who} said.",
    "“Nobody told us the dyke at Marrow was weak,” {who} said on {day}.",
    "Repairs to the dyke at {where} will cost {number} million crowns, {who} said.",
    "{Who} denied that the flood gates in {where} were opened too late.",
    "{Who} said the flood gates in {where} were opened too late.",
    "The school in {where} {road} again on {day} for the first time since the flood.",
    "Engineers found {number} cracks in the dyke that protects {where} from the flood waters of the Kess.",
    "The court in Tarn heard {number} witnesses on the flood in Marrow on {day}.",
    "She said the pumps in {where} ran for {number} hours.",
    "Volunteers filled {number} sandbags in {where} before the water rose, {who} said.",
    "The price of wheat in {where} rose by {number} percent after the fields were flooded.",
    "The water in {where} stood {number} centimetres high on {day}, {who} said.",
)
_ROAD = ("was closed", "reopened", "was under water", "stayed closed", "opened")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def reports() -> Iterator[dict[str, str]]:
    """Yield the reports as lines of JSON have them, in order of time."""
    draw = random.Random(SEED)
    span, text, title = (LAST - FIRST).days, "", ""
    for number in range(DOCUMENTS):
        if not text or number % COPIED:
            told = [_filled(draw, template) for template in draw.sample(_SENTENCES, 6)]
            title, credit = _filled(draw, draw.choice(_SENTENCES)).rstrip("."), draw.choice(_CREDITS)
            text = f"MARROW{credit} — {' '.join(told[:3])}\n\n{' '.join(told[3:])}"
        report = {
            "url": f"https://paper{number % len(_PAPERS)}.example/{number}",
            "title": title,
            "text": text,
            "publisher": _PAPERS[number % len(_PAPERS)],
            "published": (FIRST + timedelta(days=span * number // DOCUMENTS)).isoformat(),
        }
        yield {key: value for key, value in report.items() if key != "published" or number % UNDATED}


def _filled(draw: random.Random, template: str) -> str:
    who = draw.choice(_WHO)
    return template.format(
        number=f"{draw.randint(2, 2_000):,}",
        who=who,
        Who=who[:1].upper() + who[1:],
        where=draw.choice(_WHERE),
        road=draw.choice(_ROAD),
        day=draw.choice(_DAYS),
    )


def at_width(folder: Path) -> Figures:
    """Fill an archive in ``folder`` with all of them, unless it is there, and ask it."""
    source, archive = folder / "wide.jsonl", folder / "wide"
    if not archive.exists():
        source.write_text("".join(f"{json.dumps(one)}\n" for one in reports()), encoding="utf-8")
        ended = onrecord("add", str(source), "--archive", str(archive))
        assert ended.code == 0, ended.told
    figures: Figures = {"wide_topic_documents": DOCUMENTS}
    for command, *options in ASKED:
        asked = (command, TOPIC, *options, "--as-of", LAST.isoformat(), "--archive", str(archive), "--json")
        ended = onrecord(*asked)
        assert ended.code == 0, ended.told
        figures |= {
            f"wide_topic_{command}_seconds": ended.seconds,
            f"wide_topic_{command}_cpu_seconds": ended.cpu,
            f"wide_topic_{command}_peak_mb": ended.peak_mb,
            f"wide_topic_{command}_read": json.loads(ended.said)["coverage"]["documents"],
        }
    return figures
