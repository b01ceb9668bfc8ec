"""Series of figures and states: on the example world, from a real archive on disk, and on reports of a few words."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brief.reports import AS_OF, RUN, found_of
from onrecord import wire
from onrecord.brief import tell_series
from onrecord.data import Moment, latest
from onrecord.extract import extract_at
from onrecord.verify import oppose

KILLED = (
    (datetime(2025, 9, 2, 6, 40, tzinfo=UTC), 12, "the interior ministry", datetime(2025, 9, 3, 17, 15, tzinfo=UTC)),
    (datetime(2025, 9, 3, 17, 15, tzinfo=UTC), 31, "the interior ministry", datetime(2025, 9, 5, 16, 30, tzinfo=UTC)),
    (datetime(2025, 9, 5, 16, 30, tzinfo=UTC), 58, "the interior ministry", datetime(2025, 9, 8, 15, 0, tzinfo=UTC)),
    (date(2025, 9, 6), 71, "the hospital union", date(2025, 9, 16)),
    (datetime(2025, 9, 8, 15, 0, tzinfo=UTC), 74, "the interior ministry", None),
    (date(2025, 9, 16), 81, "the hospital union", None),
)
"""What the wire reports of the dead of the flood: when, how many, who counted, and when that was superseded."""


def told(series):
    """Return each figure of a series as (when, how many, who counted, when that was superseded)."""
    return tuple(
        (one.reported_at, one.point.value, one.point.counted_by, one.superseded_at) for one in series.observations
    )


def series_of(*reports, topic="quay", as_of=AS_OF, since=None):
    """Return the series on a topic from reports of (words, date of publication, publisher)."""
    found = found_of(*reports)
    return tell_series(topic, found, as_of=as_of, run=RUN, read=extract_at, oppose=oppose, since=since)


def values(series):
    return [[one.point.value for one in each.observations] for each in series.figures]


# On the example world ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "asked", ["Kessel flood", "people killed by the Kessel flood", "The Kessel flood killed 40 people"]
)
def test_the_dead_of_the_flood_by_who_counted_them(world, asked):
    (killed,) = world.series(asked, as_of=AS_OF).figures
    assert killed.points[0].counted == "people killed"
    assert told(killed) == KILLED


def test_five_newspapers_with_one_wire_report_are_one_origin(world):
    (killed,) = world.series("Kessel flood", as_of=AS_OF).figures
    assert {one.origins for one in killed.observations} == {1}


@pytest.mark.parametrize("day", [date(2025, 9, 4), date(2025, 9, 7), date(2025, 9, 8)])
def test_nothing_later_is_told_and_nothing_later_supersedes(world, day):
    (killed,) = world.series("Kessel flood", as_of=day).figures
    known = [one for one in KILLED if latest(one[0]) <= latest(day)]
    assert told(killed) == tuple(
        (*one[:3], one[3] if one[3] and latest(one[3]) <= latest(day) else None) for one in known
    )


def test_nothing_up_to_since_is_told(world):
    (killed,) = world.series("Kessel flood", as_of=AS_OF, since=date(2025, 9, 6)).figures
    assert [point.value for point in killed.points] == [74, 81]


def test_every_span_is_the_figure_in_a_stored_document(world):
    made = world.series("Kessel flood", as_of=AS_OF)
    for one in made.figures[0].observations:
        evidence = made.citations[one.sentence.citations[0] - 1].evidence
        (stored,) = world.archive.mementos([evidence.memento.document.id])
        assert float(one.span.cut(stored.document.text)) == one.point.value
        assert evidence.span.cut(stored.document.text) == evidence.quote


def test_the_same_bytes_twice(world):
    one, other = (wire.encode(wire.series(world.series("Kessel flood", as_of=AS_OF))) for _ in range(2))
    assert one == other


def test_a_statement_asks_for_what_it_counts_alone(world):
    assert not world.series("The Kessel flood left 4,000 houses without power", as_of=AS_OF).figures


def test_what_nobody_wrote_of_has_no_series(world):
    made = world.series("quantum chromodynamics lattice", as_of=AS_OF)
    assert (made.figures, made.states, made.citations) == ((), (), ())


# Figures -------------------------------------------------------------------------------------------

FIRE = "The fire at the quay of Tarn has killed {} people, the fire chief said."
MAYOR = "The fire at the quay of Tarn has killed {} people, the mayor of Tarn said."


@pytest.mark.parametrize(("other", "origins"), [("Island Ledger", 2), ("The Tarn Times", 1)])
def test_a_figure_given_again_is_one_with_the_origins_that_give_it(other, origins):
    made = series_of(
        (FIRE.format(3), date(2025, 9, 3), "Tarn Times"),
        (
            "Three people were killed in the fire at the quay of Tarn and the search goes on, the fire chief said.",
            date(2025, 9, 4),
            other,
        ),
        (FIRE.format(5), date(2025, 9, 5), "Tarn Times"),
    )
    (fire,) = made.figures
    assert [(one.point.value, one.origins) for one in fire.observations] == [(3, origins), (5, 1)]


def test_a_toll_that_says_who_died_begins_the_series():
    first = ("A fire at the quay killed four workers on Wednesday, the harbour guard said.", date(2025, 9, 10), "Post")
    rises = (
        "The death toll from the fire at the quay has risen to six, the harbour guard said.",
        date(2025, 9, 12),
        "Post",
    )
    (killed,) = series_of(first, rises).figures
    assert killed.points[0].counted == "people killed"
    assert told(killed) == (
        (date(2025, 9, 10), 4, "the harbour guard", date(2025, 9, 12)),
        (date(2025, 9, 12), 6, "the harbour guard", None),
    )


@pytest.mark.parametrize(
    "other",
    [
        "A fire at the quay killed six people on Wednesday, among them four sailors, the harbour guard said.",
        "A fire at the quay killed four horses on Wednesday, the harbour guard said.",
        "A fire at the quay hurt four sailors on Wednesday, the harbour guard said.",
    ],
)
def test_some_of_the_dead_or_no_people_begin_no_series(other):
    rises = (
        "The death toll from the fire at the quay has risen to nine, the harbour guard said.",
        date(2025, 9, 12),
        "Post",
    )
    series = values(series_of((other, date(2025, 9, 10), "Post"), rises))
    assert not any(4 in told for told in series)


def test_what_another_counts_supersedes_nothing():
    made = series_of(
        (FIRE.format(3), date(2025, 9, 3), "Tarn Times"), (MAYOR.format(5), date(2025, 9, 6), "Tarn Times")
    )
    assert [(one[1], one[3]) for one in told(made.figures[0])] == [(3, None), (5, None)]


def test_two_fires_a_season_apart_are_two_series():
    spring = [(FIRE.format(n), date(2025, 3, n), "Tarn Times") for n in (3, 5)]
    autumn = [(FIRE.format(n), date(2025, 9, n), "Tarn Times") for n in (4, 9)]
    assert sorted(values(series_of(*spring, *autumn))) == [[3, 5], [4, 9]]


def test_a_count_neither_leaps_nor_falls_by_half():
    reports = [(FIRE.format(n), date(2025, 9, at), "Tarn Times") for at, n in enumerate((12, 14, 4, 200), start=3)]
    assert values(series_of(*reports)) == [[12, 14]]


STORM = "The storm sank {} boats at the quay, the board said."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (STORM, "The storm sank {} boats at the quay in Tarn, the board said."),
        (STORM, "In May the storm sank {} boats at the quay, the board said."),
        (STORM.replace("boats", "hours of boats"), STORM.replace("boats", "hours of boats")),
        (STORM.replace("{} boats", "the {}-boat fleet"), STORM.replace("{} boats", "the {}-boat fleet")),
        (STORM.replace("boats", "voters"), STORM.replace("boats", "voters")),
        (
            "The storm hurt {} people and sank boats at the quay, the board said.",
            "The storm sank {} people with their boats at the quay, the board said.",
        ),
    ],
)
def test_what_is_counted_of_something_else_stands_in_no_series(one, other):
    reports = [(words.format(n), date(2025, 9, n), "Tarn Times") for words, n in ((one, 12), (other, 14))]
    assert values(series_of(*reports)) == []


def test_what_is_counted_of_one_thing_does():
    assert values(series_of(*((STORM.format(n), date(2025, 9, n), "Tarn Times") for n in (12, 14)))) == [[12, 14]]


def test_who_puts_their_count_at_a_figure_counts():
    made = series_of(
        (FIRE.format(3), date(2025, 9, 3), "Tarn Times"),
        (
            "The fire chief on Friday raised his count of people killed in the fire at the quay of Tarn to at least 5.",
            date(2025, 9, 5),
            "Ledger",
        ),
    )
    assert [one[1:] for one in told(made.figures[0])] == [
        (3, "the fire chief", date(2025, 9, 5)),
        (5, "the fire chief", None),
    ]


def test_one_value_is_no_series():
    assert series_of((FIRE.format(3), date(2025, 9, 3)), (FIRE.format(3), date(2025, 9, 5))).figures == ()


# States --------------------------------------------------------------------------------------------


def test_how_a_quay_stood():
    stood = ("closed", "open", "closed")
    reports = [
        (f"The quay at Northgate is {how} to foreign ships.", date(2025, 9, 1) + timedelta(7 * at), "Tarn Times")
        for at, how in enumerate(stood)
    ]
    made = series_of(*reports, ("The quay at Northgate is open to foreign ships.", date(2025, 9, 10), "Island Ledger"))
    (quay,) = made.states
    cut = [one.span.cut(made.citations[at].evidence.memento.document.text) for at, one in enumerate(quay.states)]
    assert cut == list(stood)
    assert [one.reported_at for one in quay.states] == [day for _, day, _ in reports]
    assert [one.superseded_at for one in quay.states] == [date(2025, 9, 8), date(2025, 9, 15), None]


def test_an_office_held_and_left():
    made = series_of(
        ("Energy Minister Mira Tarn opened the quay at Northgate.", date(2025, 9, 1), "Tarn Times"),
        ("Former energy minister Mira Tarn opened the quay at Northgate.", date(2025, 9, 20), "Tarn Times"),
    )
    assert [[one.source for one in each.states] for each in made.states] in ([], [["Tarn Times"] * 2])


# Whatever was found --------------------------------------------------------------------------------

DAYS = st.integers(-3, 40)
REPORT = st.tuples(
    st.sampled_from((FIRE, MAYOR, "At least {} people died when the quay of Tarn burned.", "{} people left the quay.")),
    st.integers(0, 2_000),
    DAYS,
    st.sampled_from(("Tarn Times", "Island Ledger")),
)


@settings(max_examples=60, deadline=None)
@given(reports=st.lists(REPORT, max_size=12), seed=st.randoms(use_true_random=False))
def test_series_are_in_order_cut_exactly_and_never_of_later(reports, seed):
    """The nouns refuse what is not so; here they are made from anything, in any order."""
    dated = [(words.format(n), AS_OF - timedelta(ago), by) for words, n, ago, by in reports]
    known = [one for one in dated if one[1] <= AS_OF]
    made = series_of(*known)
    for series in made.figures:
        for one in series.observations:
            text = made.citations[one.sentence.citations[0] - 1].evidence.memento.document.text
            assert one.span.cut(text).replace(",", "") == f"{one.point.value:.0f}"
            assert _on(one.reported_at) <= AS_OF
        given_by = [(one.point.value, one.point.counted_by) for one in series.observations]
        assert len(given_by) == len(set(given_by))
    found = found_of(*known)
    shuffled = list(found.candidates)
    seed.shuffle(shuffled)
    again = replace(found, candidates=tuple(shuffled))
    assert tell_series("quay", again, as_of=AS_OF, run=RUN, read=extract_at, oppose=oppose) == made


@settings(max_examples=30, deadline=None)
@given(reports=st.lists(REPORT, max_size=12, unique_by=lambda each: (each[1], each[3])))
def test_copies_add_no_figure(reports):
    dated = [(words.format(n), AS_OF - timedelta(abs(ago)), by) for words, n, ago, by in reports]
    every = found_of(*dated, *((*one[:2], "Veldania Today") for one in dated)).candidates
    found = replace(found_of(), candidates=every[: len(dated)])
    copied = [
        replace(twin, memento=replace(twin.memento, origin=one.memento.origin))
        for one, twin in zip(found.candidates, every[len(dated) :], strict=True)
    ]
    asked = {"as_of": AS_OF, "run": RUN, "read": extract_at, "oppose": oppose}
    alone = tell_series("quay", found, **asked)
    both = tell_series("quay", replace(found, candidates=(*found.candidates, *copied)), **asked)
    assert values(both) == values(alone)
    assert [[one.origins for one in each.observations] for each in both.figures] == [
        [one.origins for one in each.observations] for each in alone.figures
    ]


def _on(moment: Moment) -> date:
    return latest(moment).date()
