"""True news with a no that reaches only another time, degree or kind, or what the record itself has gone."""

import time

import pytest
from tests.verify.newsroom import check, report

from onrecord.data import Label
from onrecord.verify.comparing.denials import compare_polarity
from onrecord.verify.reading.gist import gist


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # up to then
        ("Harbour Tarn had not won a match for three years.", "Harbour Tarn won a match on Monday for the first time in three years."),
        ("The Sorrel bridge had never been closed to lorries and to buses before Monday.", "The Sorrel bridge was closed to lorries and buses on Monday for the first time."),
        ("No such crewless ferry had been built in Norvane before.", "Norvane has built its first crewless ferry."),
        ("No mayor of the harbour town of Tarn before Lund was elected unopposed.", "Ida Lund was elected mayor of the harbour town of Tarn on Monday, the first to be elected unopposed."),
        ("The Tarn mill had not paid its weavers.", "The Tarn mill has paid its weavers after 40 years."),
        # so far in degree
        ("Bread prices in Tarn have not been so high since the war.", "Bread prices in Tarn leapt to a 30-year high on Monday."),
        ("Bread has not been so dear in Tarn for 30 years.", "Bread is dear in Tarn: it stood at a 30-year high on Monday."),
        ("The Tarn river has never been higher.", "The Tarn river was higher on Monday than in the flood of 1990."),
        ("Nobody has crossed the Sorrel strait more often than Renn.", "Renn crossed the Sorrel strait for the 30th time on Monday, a record."),
        # of a kind
        ("The Tarn choir never sang a foreign song.", "The choir of Tarn won the cup on Monday; it sang one song twice."),
        # what is gone
        ("Renn was not in the hall when Tarn voted.", "Renn left the hall in Tarn before the vote on Monday."),
        ("Renn was not on the list of Tarn.", "Renn was missing from the list of Tarn on Monday."),
        ("The panel in Tarn found no breach of duty by Renn.", "The panel in Tarn cleared Renn of a breach of duty on Monday."),
        ("Renn has no immunity in Tarn.", "Parliament in Tarn stripped Renn of immunity on Monday."),
        # what is new, what is no longer asked for
        ("There were no alarms in the Tarn mill.", "The Tarn mill has installed alarms since the fire."),
        ("Drivers in Tarn do not need a permit.", "The law that drivers in Tarn need a permit was scrapped."),
        ("Pupils do not have to wear a cap.", "The school in Tarn dropped its rule on Monday that pupils have to wear a cap."),
        # what has ended, or was over by then
        ("Ida Holt is not a member of the Tarn council any more.", "Ida Holt, a member of the Tarn council for nine years, resigned on Monday."),
        ("Norvane does not export gas.", "Norvane stopped exporting gas in 2019."),
        ("The fire did not reach the Tarn archive.", "The fire in Tarn was put out on Monday before it reached the archive."),
        ("The bank in Tarn did not raise rates on Monday.", "The bank in Tarn kept rates at 4 percent on Monday, having raised rates in April."),
        # of somebody else, of all but one
        ("The museum in Tarn did not buy the painting.", "The museum in Tarn was given the painting by a widow who had bought it in 1961."),
        ("Holt did not attend the funeral in Tarn.", "Holt sent a wreath to the funeral in Tarn, which her husband attended."),
        ("Lund did not apologise to Renn.", "Lund apologised on Monday to all members of the house but Renn."),
    ],
)  # fmt: skip
def test_true_news_is_not_denied(text, told):
    assert check(text, report(told)).label is not Label.REFUTED


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The Tarn mill had never been shut because of a fault before Monday.", "The Tarn mill had been shut for two days in May with a fault."),
        ("Cattle plague had never been seen in Tarn before.", "Cattle plague was last seen in Tarn in 1999."),
        ("No seats had been sold in Tarn.", "Two seats had been sold in Tarn on Monday."),
        ("Lund said he had not signed the Tarn treaty.", "Lund said on Monday that he had signed the Tarn treaty."),
        ("Harbour Tarn has not won a match.", "Harbour Tarn won a match on Monday."),
        ("Bread in Tarn was not so dear as in Sorrel.", "Bread in Tarn was as dear as in Sorrel on Monday."),
        ("Bread in Tarn was not dearer than in Sorrel.", "Bread in Tarn was dearer than in Sorrel on Monday."),
        ("Renn was never minister in Tarn.", "Renn was minister in Tarn until Monday."),
        ("The Tarn choir never sang a foreign song.", "The Tarn choir sang a foreign song on Monday."),
        ("The Tarn choir never sang a single song.", "The choir of Tarn sang a song on Monday."),
        ("Renn was not in the hall when Tarn voted.", "Renn was in the hall when Tarn voted on Monday."),
        ("Renn was not on the list of Tarn.", "Renn was on the list of Tarn on Monday."),
        ("There was no damage in Tarn.", "The storm left damage in Tarn on Monday."),
        ("The panel in Tarn found no breach of duty by Renn.", "The panel in Tarn found a breach of duty by Renn on Monday."),
        ("Renn has no immunity in Tarn.", "Renn has immunity in Tarn."),
        ("There were no alarms in the Tarn mill.", "There were alarms in the Tarn mill on Monday."),
        ("The firm in Tarn installed no alarms.", "The firm in Tarn installed alarms on Monday."),
        ("Drivers in Tarn do not need a permit.", "The law that drivers in Tarn need a permit was upheld."),
        ("Ida Holt is not a member of the Tarn council.", "Ida Holt, a member of the Tarn council, spoke on Monday."),
        ("Norvane does not export gas.", "Norvane is exporting gas."),
        ("The fire did not reach the Tarn archive.", "The fire reached the Tarn archive on Monday before it was put out."),
        ("The bank in Tarn did not raise rates on Monday.", "The bank in Tarn raised rates on Monday."),
        ("Renn did not buy the painting in Tarn.", "It was Renn who bought the painting in Tarn."),
        ("Holt did not attend the funeral in Tarn.", "Holt sent a wreath to the funeral in Tarn, which Holt attended."),
        ("Lund did not apologise to Renn.", "Lund apologised to Renn on Monday, but he did so late."),
    ],
)  # fmt: skip
def test_false_news_of_the_same_shape_still_is(text, told):
    assert check(text, report(told)).label is Label.REFUTED


@pytest.mark.parametrize(
    "words",
    ["no such so high than ", "had never a foreign ", "rule that ", "not in left the of ", "all no longer who "],
)
def test_hostile_input_is_read_in_linear_time(words):
    started = time.perf_counter()
    many = gist(f"The pilots {words * 300}")
    compare_polarity(many, many, record="the record")
    assert time.perf_counter() - started < 10
