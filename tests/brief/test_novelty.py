"""What is new: a sentence that shares nearly all its words with an earlier one may say something else, or the same."""

from datetime import date

import pytest

from brief.reports import AS_OF, RUN, found_of, said
from onrecord.brief import write_changes, write_update
from onrecord.extract import extract_at
from onrecord.verify import oppose

BEFORE, SINCE, AFTER = date(2025, 9, 3), date(2025, 9, 7), date(2025, 9, 8)

NEW = {
    "another deed": (
        "The council of Kessel approved the bridge over the Tarn.",
        "The council of Kessel cancelled the bridge over the Tarn.",
    ),
    "another actor": (
        "Transport minister Ada Lind promised money for the bridge at Tarn in the spring.",
        "Transport minister Bo Krag promised money for the bridge at Tarn in the spring.",
    ),
    "another company": (
        "Engineers of the company Varda inspected the bridge at Tarn in April.",
        "Engineers of the company Holm inspected the bridge at Tarn in April.",
    ),
    "no longer": (
        "The ministry of finance warned that the bridge at Tarn is too dear for the town.",
        "The ministry of finance no longer warned that the bridge at Tarn is too dear for the town.",
    ),
    "a reason as well": (
        "Ada Lind resigned over the bridge at Tarn on Monday.",
        "Ada Lind resigned over the bridge at Tarn on Monday after the police found money in her house.",
    ),
    "roles the other way round": (
        "The court ruled that Varda must pay Holm for the delay of the bridge at Tarn.",
        "The court ruled that Holm must pay Varda for the delay of the bridge at Tarn.",
    ),
    "another figure": (
        "The bridge at Tarn costs 31 million marks, the ministry said.",
        "The bridge at Tarn costs 58 million marks, the ministry said.",
    ),
    "another time": (
        "The bridge at Tarn will reopen in June, the company said.",
        "The bridge at Tarn will reopen in September, the company said.",
    ),
}
KNOWN = {
    "word for word": ("The bridge at Tarn was closed.", "The  bridge at Tarn was closed."),
    "another order": (
        "The council of Kessel approved the bridge over the Tarn on Friday.",
        "On Friday the council in Kessel approved the bridge across the Tarn.",
    ),
    "less of it": (
        "The council of Kessel approved the bridge over the Tarn after a long debate.",
        "The council of Kessel approved the bridge over the Tarn.",
    ),
    "other words": (
        "Divers found bodies in a bus that was swept off the bridge at Tarn.",
        "Bodies were found by divers in a bus swept off the Tarn bridge.",
    ),
}
CASES = [
    pytest.param(*pair, new, id=name) for cases, new in ((NEW, True), (KNOWN, False)) for name, pair in cases.items()
]


@pytest.mark.parametrize(("earlier", "later", "new"), CASES)
def test_between_two_dates(earlier, later, new):
    found = found_of((earlier, BEFORE, "Tarn Times"), (later, AFTER, "Harbour Wire"))
    changes = write_changes(
        "bridge Tarn", found, since=SINCE, as_of=AS_OF, run=RUN, read=extract_at, oppose=oppose, said=said()
    )
    assert bool(changes.new) == new
    assert not any("can be read alone" in gap.words for gap in changes.gaps)


@pytest.mark.parametrize(("earlier", "later", "new"), CASES)
def test_of_a_topic_that_is_followed(earlier, later, new):
    found = found_of((earlier, BEFORE, "Tarn Times"), (later, AFTER, "Harbour Wire"))
    update, _ = write_update(
        "bridge Tarn", found, seen=frozenset(), since=SINCE, as_of=AS_OF, read=extract_at, said=said()
    )
    assert (update is not None) == new
