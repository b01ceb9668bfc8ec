"""Words that only share a stem are not one word; those that mean one still are."""

import pytest
from tests.verify.newsroom import check, report

from onrecord.data import Label
from onrecord.verify.reading.lookalikes import own_stem
from onrecord.verify.reading.tokens import compared, root

APART = [
    ("plane", "plan"), ("planes", "planned"), ("care", "car"), ("wines", "wins"), ("rates", "rats"), ("fares", "far"),
    ("governor", "government"), ("officer", "office"), ("reporter", "report"), ("station", "state"),
    ("statement", "state"), ("million", "mill"), ("apartment", "apart"), ("signal", "sign"), ("mineral", "miner"),
    ("university", "universal"), ("executive", "execution"), ("generals", "generation"), ("news", "new"),
    ("customers", "custom"), ("recession", "recess"), ("mission", "missed"), ("portion", "port"), ("former", "form"),
]  # fmt: skip
ALIKE = [
    ("plane", "aircraft"), ("planes", "airliners"), ("reporters", "journalist"), ("apartments", "flat"),
    ("goods", "merchandise"), ("statements", "statement"), ("cared", "cares"), ("publication", "published"),
    ("governors", "governor"), ("reports", "reported"), ("governed", "government"), ("offices", "office"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), APART)
def test_words_of_one_stem_are_apart(one, other):
    assert root(compared(one)) != root(compared(other))


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_words_that_mean_one_still_meet(one, other):
    assert root(compared(one)) == root(compared(other))


def test_a_word_without_a_lookalike_has_its_stem():
    assert own_stem("ferries") == own_stem("ferry")


@pytest.mark.parametrize(
    ("statement", "text"),
    [
        ("The planes of Acmar were dropped.", "The plans of Acmar were dropped on Monday."),
        ("The governor of Sorrel closed the harbour.", "The government of Sorrel closed the harbour on Monday."),
    ],
)
def test_a_statement_of_the_one_is_not_on_record_by_the_other(statement, text):
    assert check(statement, report(text)).label is not Label.SUPPORTED
