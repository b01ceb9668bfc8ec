from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.codes import code_words
from onrecord.text.shingles import containment, copies, may_copy, shingles, sketch

VOCABULARY = tuple(
    f"{first}{second}" for first in "bdfgklmnprst" for second in ("al", "en", "ir", "os", "um", "ax", "ot")
)


def story(seed: int, length: int = 200) -> str:
    return " ".join(random.Random(seed).choices(VOCABULARY, k=length))


def test_a_run_of_words_is_one_shingle():
    assert len(shingles("one two three four five six")) == 1
    assert len(shingles("one two three four five six seven")) == 2
    assert len(shingles("one two")) == 1
    assert len(shingles("...")) == 0


def test_shingles_are_the_same_everywhere():
    """An archive keeps a sketch of them: a change makes a new archive format, see ``adapters.lance_place.FORMAT``."""
    assert shingles("The harbour of Port Sorrel stayed shut").tolist() == [8798271422871565819, 14550404644451073690]


def test_case_and_punctuation_do_not_count():
    shouted, plain = (
        shingles("The ferry, at Port Sorrel, DID not sail"),
        shingles("the ferry at port sorrel did not sail."),
    )
    assert np.array_equal(shouted, plain)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("don’t stop 1,250", 5),
        ("fer\u200bry", 1),
        ("首都で地震", 5),
        ("ก็ดี", 2),
        ("שָׁלוֹם עולם", 2),
        ("हिन्दी में", 2),
        ("\ud800 _ … ", 0),
        ("x" * 5_000, 1),
    ],
)
def test_words_of_any_script_are_counted(text: str, count: int):
    assert len(code_words(text)) == count


@given(st.lists(st.text("aé9ßД", min_size=1, max_size=70), max_size=8), st.sampled_from([" ", ", ", "\n", " — “"]))
def test_equal_words_and_no_others_have_equal_codes(told: list[str], between: str):
    codes = code_words(between.join(told)).tolist()
    plain = [word.lower() for word in told]
    assert [codes.index(code) for code in codes] == [plain.index(word) for word in plain]


def test_containment_is_the_share_of_the_part():
    whole = story(1)
    assert containment(shingles(whole[:400]), shingles(whole)) > 0.9
    assert containment(shingles(whole), shingles(whole[:400])) < 0.6
    assert containment(shingles("..."), shingles(whole)) == 0.0


def test_sketches_estimate_containment():
    wrong = []
    for seed in range(100):
        whole = story(seed, 2_000)
        part = whole[: len(whole) // 2] + story(seed + 100, 1_000)
        exact = containment(shingles(part), shingles(whole))
        wrong.append(containment(sketch(shingles(part)), sketch(shingles(whole))) - exact)
    assert abs(np.mean(wrong)) < 0.015  # without bias: .0045 is its standard error
    assert np.std(wrong) < 0.06


def test_of_a_brief_a_sketch_keeps_all():
    assert np.array_equal(sketch(shingles(story(1, 40))), shingles(story(1, 40)))


def groups(*texts: str) -> tuple[int, ...]:
    return copies([shingles(text) for text in texts])


def test_copies_are_of_the_first():
    full = story(1)
    assert groups(full, story(2), full, "Editor's note. " + full, full[: len(full) // 3]) == (0, 1, 0, 0, 0)


def test_a_round_up_does_not_make_two_stories_one():
    assert groups(story(1), story(2), story(1) + " " + story(2)) == (0, 1, 0)


def test_a_shared_quote_is_no_copy():
    quote = story(9, 60)
    assert groups(story(1) + quote, story(2) + quote) == (0, 1)


def test_texts_without_words_are_no_copies():
    assert groups("...", "!!!", "...") == (0, 1, 2)


@given(st.lists(st.integers(0, 4), max_size=12))
def test_equal_texts_share_their_first(seeds: list[int]):
    assert groups(*(story(seed) for seed in seeds)) == tuple(seeds.index(seed) for seed in seeds)


PIECES = st.lists(st.integers(0, 12), max_size=12)


@given(PIECES, PIECES, st.integers(1, 9))
def test_what_shares_too_little_is_no_copy_however_closely_it_is_looked_at(one, other, length):
    texts = [shingles(" ".join(story(seed, length) for seed in seeds)) for seeds in (one, other)]
    if not may_copy(*texts):
        assert copies(texts, lambda *_: True) == (0, 1)


@pytest.mark.parametrize("seed", range(4))
def test_copies_are_told_as_by_counting_every_pair(seed: int):
    # More texts than a crowd, of few pieces: some stand in nearly all texts, as a site's furniture does.
    chance = random.Random(seed)
    texts = [
        shingles(" ".join(story(min(chance.randrange(30), chance.randrange(30)), 20) for _ in range(6)))
        for _ in range(250)
    ]
    found: list[int] = []
    firsts: list[int] = []
    held: list[list[int]] = []
    having: dict[int, int] = {}
    for text in (text.tolist() for text in texts):
        told = {shingle for shingle in text if having.get(shingle, 0) < 64}
        shared = {first: len(told & set(one)) for first, one in zip(firsts, held, strict=True)}
        enough = {first: max(0.5 * min(len(text), len(texts[first])), 4) for first in shared}
        copied = [first for first in shared if shared[first] >= enough[first]]
        share = {first: shared[first] / min(len(text), len(texts[first])) for first in copied}
        found.append(min(copied, key=lambda first: (-share[first], first)) if copied else len(found))
        if not copied:
            firsts.append(len(found) - 1)
            held.append(text)
            for shingle in text:
                having[shingle] = having.get(shingle, 0) + 1
    assert copies(texts) == tuple(found)
    assert len(firsts) > 64
