"""Cohesion: lines on another matter stand apart, those of one story do not, and no page is too long to be compared."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.assets import HERE, digest
from onrecord.data import RemovalKind, RemovalStatus
from onrecord.read import read_text
from onrecord.restore import restore
from onrecord.restore.pasted.cohesion import FEATURES, Cohesion, weights
from onrecord.restore.pasted.tokens import read_tokens
from onrecord.text.spans import lines
from onrecord.wiring.models import stage_models

FERRY = """The ferry between Harrow and the island of Senn will not sail until the spring, the harbour board said on Monday.
Its hull was found to be cracked along nine metres when divers looked at it last week.
The board has asked two shipyards on the mainland for their price, and expects the repair to cost 3.1 million.
Some 400 islanders take the ferry to work and to school, and the last crossing is at seven in the evening.
"We have been told of every storm since my childhood, and never of a winter without a boat," said Olla Brandt, who runs the bakery on Senn.
A smaller boat, which the fishermen's union lends, will take passengers but no cars or lorries across the sound.
The board's chairman, Peer Lind, said that the ferry, built 38 years ago, would be replaced once parliament pays for a new vessel.
Islanders have asked for a bridge since 1974; the ministry of transport has refused it four times because of the shipping lane."""
CHESS = """Grandmaster Irina Vasko beat the defending champion in 61 moves on Sunday, with a knight sacrifice that the commentators first took for a blunder.
Vasko, 19, leads the tournament by a point and a half with two rounds left to play, and meets the Norwegian on Wednesday with the white pieces.
No woman has won the tournament since it was founded, and her opening, the Caro-Kann defence, has not lost a game this year."""

FILM = """The film, which opened in theaters on Friday, made $41 million in its first weekend, according to the studio.
Critics were less kind than audiences: director Sal Moretti's third movie about a lonely astronaut has been called too long by half.
Moretti, who also wrote the screenplay, told reporters that he would make a fourth if actress Dana Whitlock agrees to star in it again."""


def compared(text: str) -> Cohesion:
    every = lines(text)
    return Cohesion(read_tokens(text, every), [line.start for line in every])


def far(text: str) -> list[tuple[int, int]]:
    return compared(text).far(np.ones(len(lines(text)), dtype=np.bool_))


def pasted(at: int, other: str = CHESS) -> str:
    own = FERRY.split("\n")
    return "\n".join([*own[:at], other, *own[at:]])


def test_the_lines_of_one_story_stand_together():
    assert not far(FERRY)


def test_those_of_another_one_stand_furthest_apart():
    for at in range(2, 8):
        cohesion = compared(pasted(at))
        part = cohesion.parts[0]
        assert max(part.runs(), key=lambda run: cohesion.apart(run[0], run[1] - 1)) == (at, at + 3)


@pytest.mark.parametrize("at", [2, 7])
def test_a_story_pasted_between_paragraphs_is_removed(at: int):
    restoration = restore(read_text(pasted(at, FILM)))
    (removal,) = restoration.removals
    assert (removal.kind, removal.status) == (RemovalKind.OTHER_ARTICLE, RemovalStatus.REMOVED)
    assert removal.span.cut(restoration.document.text).strip() == FILM
    assert restoration.restored.split() == FERRY.split()


def test_a_page_of_few_lines_has_no_matter_to_be_apart_from():
    cohesion = compared("\n".join(FERRY.split("\n")[:2] + CHESS.split("\n")[:1]))
    assert cohesion.apart(2, 2) == float("-inf")
    assert not cohesion.far(np.ones(3, dtype=np.bool_))


def test_long_pages_are_compared_in_parts():
    text = "\n".join([FERRY] * 99 + [CHESS] + [FERRY] * 100)
    cohesion, places = compared(text), np.arange(len(lines(text)))
    assert len({len(part.sizes) for part in cohesion.parts[:-1]}) == 1
    assert far(text) == [(792, 794)]
    assert cohesion.far(places == 793) == [(792, 794)]
    assert not cohesion.far(places == 795)


def test_a_run_names_every_model_that_reads_a_page():
    tables = ("blocks.npz", "cohesion.npz", "register.npz", "splices.npz")
    networks = ("attribution", "embedder", "register", "splices")
    files = (*tables, *(f"{name}.int8.onnx" for name in networks))
    assert {model.digest for model in stage_models()} == set(map(digest, files))
    assert digest("cohesion.npz") in (HERE / "cohesion.md").read_text(encoding="utf-8")


def test_every_feature_has_a_weight():
    assert weights().layers[0][0].shape[0] == len(FEATURES)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=120), max_size=30).map("\n".join))
def test_no_text_is_too_odd_to_be_compared(text: str):
    every = lines(text)
    cohesion = compared(text)
    for first, last in far(text):
        assert 0 < first <= last < len(every)
        assert cohesion.apart(first, last) > weights().far
