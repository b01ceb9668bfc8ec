from __future__ import annotations

from onrecord.text.rewording import pairs
from onrecord.text.runs import longest_run
from onrecord.text.shingles import containment

TOLD = "The ferry stayed in port because its pilots had not been paid since the spring, and nobody knows for how long."


def test_quotations_names_and_lists_say_nothing_of_rewording():
    said = "“We will sail when we are paid and not a day before,” said Ann Marsh of the Harbour Pilots Union.\nBest Film\nBest Ferry"
    assert len(pairs(said)) <= 1
    assert containment(pairs(said), pairs(TOLD)) == 0.0


def test_other_order_and_function_words_leave_the_pairs():
    turned = "Nobody knows for how long: since its pilots were not paid that spring, the ferry stayed in this port."
    assert containment(pairs(turned), pairs(TOLD)) > 0.5


def test_unspaced_scripts_are_told_by_longer_runs():
    one, other = "船员们从春天起就没有拿到工资，所以渡轮留在港口。", "市长说船员们应该回到工作岗位，渡轮必须开航。"
    assert containment(pairs(one), pairs(other)) == 0.0
    assert containment(pairs(one), pairs("据说，" + one)) == 1.0


def test_the_longest_run_and_its_places():
    one = "Before. " + TOLD + " After that, more."
    other = (
        "Elsewhere they say that the ferry stayed in port because its pilots had not been paid since the spring. End."
    )
    here, there = longest_run(one, other) or (None, None)
    assert here
    assert here.cut(one) == TOLD[: TOLD.index(", and")]
    assert there
    assert there.cut(other).lower() == here.cut(one).lower()


def test_short_texts_share_no_run():
    assert longest_run("a b c d e", "a b c d e") is None
    assert longest_run("", TOLD) is None


def test_runs_of_letters():
    one = "船员们从春天起就没有拿到工资"
    here, there = longest_run("据说" + one, one + "。") or (None, None)
    assert here
    assert there
    assert here.cut("据说" + one) == one


def test_a_megabyte_of_one_word_takes_linear_time():
    assert longest_run("a " * 200_000, "a " * 200_000)
