"""Lines that only name: they state nothing, and headlines that look like them do."""

import pytest

from onrecord.verify.reading.verbless import only_names


@pytest.mark.parametrize(
    "text",
    [
        "NASA/ESA/CSA",
        "Harrow",
        "resigned",
        "Anna Renn",
        "A: Anna Renn.",
        "Harrow Dam.",
        "Anna Renn, Karl Holt, Ilse Vogt, Olga Stross",
        "Dorvane Renn and Hesperio Holt.",
        "Harrow, Dunmore —",
        "– Anna Renn",
        "The Harrow Journal",
        "Anna Renn/Island Images/Getty Images",
        "KARL HOLT/AFP via Getty Images",
        "Rep. Anna Renn, R-Tarn.",
        "; and Rep. Karl Holt, D-Dun.",
        "“The River Between” (2017)",
        "according to data of the Harrow Bank.",
        "Courtesy Anna Renn, Karl Holt and Mira Stross",
        "Commander Jan Vale, left, and pilot Mira Stross in Harrow on 3 May. (Photo: Olga Renn/Island Wire)",
    ],
)
def test_what_only_names_states_nothing(text):
    assert only_names(text)


@pytest.mark.parametrize(
    "text",
    [
        "Dam Bursts in Harrow, Hundreds Flee",
        "The Dam Bursts",
        "Renn quits",
        "A: Renn quits.",
        "Renn Quits",
        "Dam burst in Harrow",
        "ハロー市長のレン氏が辞任した",
        "According to the bank, prices rise in Harrow.",
        "Rep. Anna Renn, R-Tarn, voted against it.",
        "Anna Renn, left, broke the record in Harrow.",
        "Harrow United 2-1 Dunmore Rovers",
        "Anna Renn Quits, Karl Holt Stays",
        "Renn, right, and Holt hold the cup in Harrow.",
        "Prices rise in Harrow, Dunmore and Tarn.",
    ],
)
def test_headlines_and_captions_that_tell_something_do_not(text):
    assert not only_names(text)
