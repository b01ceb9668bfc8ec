"""The charts: well formed, named, and drawn whatever they are given."""

import math
from dataclasses import replace
from datetime import date, timedelta

import pytest
import veldania
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

import strategies
from onrecord.data import Bound, FigurePoint, Interval, TimelineEntry
from onrecord.render.svg import WIDTH, Charts

NS = {"s": "http://www.w3.org/2000/svg"}
DRAW = Charts()
SENTENCE = veldania.cited(1)


def parsed(drawing):
    return etree.fromstring(str(drawing).encode("utf-8"))


def point(value, day=date(2025, 5, 19), source="Harbour Wire"):
    return FigurePoint(
        counted="people", value=value, unit="", bound=Bound.ABOUT, reported_at=day, source=source, sentence=SENTENCE
    )


def entry(start, length=0):
    return TimelineEntry(time=Interval(start=start, end=start + timedelta(days=length)), sentence=SENTENCE)


def labels(drawing):
    """Return the labels of the axis."""
    return [node.text for node in parsed(drawing).xpath("//s:text[not(@class)]", namespaces=NS)]


def test_a_timeline_says_what_it_shows():
    tree = parsed(DRAW.timeline(veldania.BRIEF.timeline))
    assert tree.findtext("s:title", namespaces=NS) == "Timeline"
    assert tree.findtext("s:desc", namespaces=NS) == (
        "Entries: 4, 16 May – 11 June 2025; what stands beside it says the same."
    )
    marks = tree.xpath("//s:g", namespaces=NS)
    assert [mark.findtext("s:text", namespaces=NS) for mark in marks] == ["1", "2", "3", "4"]
    assert marks[2].findtext("s:title", namespaces=NS).startswith("19 May 2025: The Orlo Dam held")


def test_figures_fill_the_last_report_only():
    tree = parsed(DRAW.figures([point(1930.0, date(2025, 6, 11)), point(1250.0)]))
    assert tree.xpath("//s:circle/@class", namespaces=NS) == ["before", "last"]
    heights = [float(y) for y in tree.xpath("//s:circle/@cy", namespaces=NS)]
    assert heights[0] > heights[1]
    assert "about 1,250, 19 May 2025, Harbour Wire" in tree.xpath("//s:g/s:title/text()", namespaces=NS)


def test_the_last_report_of_each_who_counted_is_filled():
    later = (point(1600.0, date(2025, 6, 1), "the union"), point(1700.0, date(2025, 6, 3), "the union"))
    tree = parsed(DRAW.figures([point(1250.0), point(1930.0, date(2025, 6, 2)), *later]))
    assert tree.xpath("//s:circle/@class", namespaces=NS) == ["before", "before", "last", "last"]


def test_no_line_joins_what_different_sources_counted():
    told = [point(12.0, date(2025, 5, 1)), point(71.0, date(2025, 5, 2), "Tribune"), point(74.0, date(2025, 5, 3))]
    (path,) = parsed(DRAW.figures(told)).xpath("//s:path/@d", namespaces=NS)
    assert [path.count(step) for step in "MHV"] == [2, 1, 1]


def test_a_line_joins_what_one_counted_whoever_reports_it():
    told = [point(12.0, date(2025, 5, 1)), point(31.0, date(2025, 5, 2), "Tribune")]
    joined = [replace(each, counted_by="the ministry") for each in told]
    (path,) = parsed(DRAW.figures(joined)).xpath("//s:path/@d", namespaces=NS)
    assert [path.count(step) for step in "MHV"] == [1, 1, 1]


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        (date(2025, 5, 19), ["19 May 2025"]),
        (date(2025, 5, 22), ["19 May 2025", "20 May", "21 May", "22 May"]),
        (date(2025, 9, 2), ["Jun 2025", "Jul", "Aug", "Sep"]),
        (date(2026, 6, 2), ["Jul 2025", "Oct", "Jan 2026", "Apr"]),
        (date(2029, 3, 1), ["2026", "2027", "2028", "2029"]),
        (date(2055, 3, 1), ["2030", "2035", "2040", "2045", "2050", "2055"]),
    ],
)
def test_an_axis_is_divided_at_round_dates(last, expected):
    assert labels(DRAW.timeline([entry(date(2025, 5, 19)), entry(last)])) == expected


def test_events_of_one_day_stand_above_each_other():
    tree = parsed(DRAW.timeline([entry(date(2025, 5, 19))] * 3))
    assert len(set(tree.xpath("//s:rect/@y", namespaces=NS))) == 3


@strategies.unhurried
@given(st.lists(st.builds(entry, st.dates(max_value=date(9000, 1, 1)), st.integers(0, 9999)), min_size=1, max_size=6))
def test_any_timeline_is_drawn_inside_its_frame(entries):
    tree = parsed(DRAW.timeline(entries))
    for rect in tree.xpath("//s:rect", namespaces=NS):
        assert float(rect.get("x")) >= 0
        assert float(rect.get("x")) + float(rect.get("width")) <= WIDTH
        assert float(rect.get("y")) >= 0


@strategies.unhurried
@given(st.lists(st.builds(point, st.floats(), strategies.days, st.text(strategies.LETTERS)), min_size=1, max_size=6))
def test_any_figures_are_drawn_inside_their_frame(points):
    finite = [each for each in points if math.isfinite(each.value)]
    assert bool(DRAW.figures(points)) == bool(finite)
    tree = parsed(DRAW.figures(points) or DRAW.figures([point(0.0)]))
    height = float(tree.get("viewBox").split()[3])
    for circle in tree.xpath("//s:circle", namespaces=NS):
        assert 0 <= float(circle.get("cx")) <= WIDTH
        assert 0 <= float(circle.get("cy")) <= height
