"""Who held which office, and how many stand behind it."""

from datetime import date

import pytest

from onrecord.read import read_text
from onrecord.testing import MemoryArchive
from onrecord.wiring import desk


@pytest.mark.parametrize(("other", "origins"), [("ledger", 2), ("www.times", 1)])
def test_what_one_paper_tells_twice_has_one_origin(other, origins):
    first = "Veldanian foreign minister Orla Venn opened the quay of Tarn on Monday and spoke of the toll."
    second = "The toll of the bridge rises in May, Veldanian foreign minister Orla Venn told the captains."
    made = desk(MemoryArchive(), threads=1)
    told = ((first, date(2025, 9, 3), "times"), (second, date(2025, 9, 5), other))
    pages = (read_text(words, url=f"https://{by}.example/{day}", published=day) for words, day, by in told)
    assert sum(added.new for added in made.add(pages)) == 2
    (venn,) = made.offices("foreign minister", as_of=date(2025, 9, 30)).tenures
    assert (venn.person, venn.documents, venn.origins) == ("Orla Venn", 2, origins)
