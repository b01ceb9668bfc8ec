"""What speaks for a sentence."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from onrecord.brief.salience import Part, alike, salience
from onrecord.data import Memento, Span, document

WORDS = "board quay crane storm tide boat ledger mayor vote toll bridge flood".split()


def part(said, origin="a", start=0):
    words = " ".join(sorted(said)) or "x"
    return Part(
        memento=Memento(document=document(words), origin=origin),
        span=Span(start=start, end=start + len(words)),
        words=words,
        terms=frozenset(said),
        near=0.5,
    )


parts = st.builds(
    part, st.frozensets(st.sampled_from(WORDS), min_size=1), st.sampled_from("abcd"), st.integers(0, 5000)
)


@given(st.lists(parts, max_size=12))
def test_support_counts_every_origin_that_says_much_the_same(told):
    expected = [len({other.memento.origin for other in told if alike(one.terms, other.terms) >= 0.6}) for one in told]
    assert [support for support, _ in salience(frozenset(), told)] == expected


@given(st.lists(parts, min_size=1, max_size=12), st.randoms())
def test_the_order_in_which_sentences_were_found_changes_no_score(told, chance):
    shuffled = list(told)
    chance.shuffle(shuffled)
    scores = dict(zip(map(id, told), salience(frozenset(("quay",)), told), strict=True))
    assert salience(frozenset(("quay",)), shuffled) == [scores[id(one)] for one in shuffled]


def test_what_others_say_too_early_and_on_the_topic_speaks_for_a_sentence():
    ours, others = part(("board", "quay", "vote")), part(("board", "quay", "storm"), "b")
    alone = part(("mayor", "toll", "ledger"))
    scores = dict(zip("oxa", (score for _, score in salience(frozenset(), [ours, others, alone])), strict=True))
    assert scores["o"] > scores["a"]
    late = replace(ours, span=Span(start=4000, end=4010))
    (_, early), (_, behind), _ = salience(frozenset(), [ours, late, others])
    assert early > behind
    (_, asked), (_, aside) = salience(frozenset(("quay",)), [part(("quay", "vote")), part(("board", "vote"), "b")])
    assert asked > aside
