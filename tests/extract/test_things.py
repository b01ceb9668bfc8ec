"""A thing that no list holds, told of by what only things have; and who is a person by what only people suffer."""

import time

import pytest

from onrecord.data import Block, BlockKind, Restoration, Span, document
from onrecord.extract.statements import extract


def told(text):
    """The statements of a page with one paragraph."""
    alone = document(text)
    whole = Span(start=0, end=len(text))
    return extract(
        Restoration(document=alone, blocks=(Block(span=whole, kind=BlockKind.BODY),), kept=(whole,), removals=())
    )


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("The collar is around 3,300 years old. It weighs 412 grams.", "The collar"),
        ("The collar is around 3,300 years old. It was discovered by a ploughman in 1871.", "The collar"),
        ("The thieves came on Monday. They got in through a skylight.", "The thieves"),
        ("The victims came from Tarn. They were found on Monday.", "The victims"),
        ("Joris Vandel, the winner of the Tour, has failed a doping test. He has been suspended.", "Joris Vandel"),
        ("Joris Vandel died on Monday. The funeral was held in Tarn. He was a weaver.", "Joris Vandel"),
    ],
)
def test_whom_or_what_it_stands_for_is_said(text, meant):
    last = told(text)[-1]
    assert f"[{meant}]" in last.text
    assert not last.unresolved


@pytest.mark.parametrize(
    "text",
    [
        # another thing is told of, a person or a thought is no such thing, and what happened is not found
        "The collar was bought by the museum. It weighs 412 grams.",
        "The driver is 43. It was found in May.",
        "The decision is final. It was made in Tarn.",
        "The reason is simple. It was found in May.",
        "A collar is worth a million. It was stolen in May.",
        "The collar is worth a million. It wants more.",
        "Golden Heron died down. He left.",
    ],
)
def test_where_it_may_be_another_nothing_is_said(text):
    last = told(text)[-1]
    assert "[" not in last.text


@pytest.mark.parametrize("words", ["The collar is old. It weighs ", "Ida Holt, a weaver, has ", "er ist ian "])
def test_hostile_input_is_read_in_linear_time(words):
    started = time.perf_counter()
    told(words * 1_000)
    assert time.perf_counter() - started < 20
