"""The tagger: what it reads, that it reads alike each time, and what it makes of anything else."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.data import Span
from onrecord.extract.attributing.attribution import find_relations
from onrecord.extract.reading.paragraphs import paragraph_of, parts
from onrecord.extract.reading.tokens import tokenize
from onrecord.extract.tagging.linking import Relation, link
from onrecord.extract.tagging.tagger import Piece, Role, shipped


def read(text):
    """Relations as words: (source, cue, contents)."""
    paragraph = paragraph_of(text)
    return [
        (
            relation.source and relation.source.cut(text),
            relation.cue and relation.cue.cut(text),
            [content.cut(text) for content in relation.contents],
        )
        for relation in find_relations([paragraph])[0]
    ]


READ = [
    (
        "“The wall will hold,” engineer Olga Renn told reporters.",
        [("engineer Olga Renn", "told", ["“The wall will hold,”"])],
    ),
    (
        "The premier denied that he had known of the report.",
        [("The premier", "denied", ["that he had known of the report"])],
    ),
    (
        "“We will appeal,” she said. “And we will win.”",
        [("she", "said", ["“We will appeal,”", "“And we will win.”"])],
    ),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_plain_sentences_are_read(text, expected):
    assert read(text) == expected


def test_the_same_text_is_read_the_same():
    lines = ("Officials said on Monday that the quay, closed since May, would open again.", "“It is safe,” Renn said.")
    paragraphs = [paragraph_of(line) for line in lines * 40]
    assert shipped().read(paragraphs) == shipped().read(paragraphs)


def test_nothing_is_read_of_a_text_without_paragraphs():
    assert shipped().read([]) == []


def piece(role, start, end, *, leads=False):
    return Piece(role=role, span=Span(start=start, end=end), leads=leads)


def test_parts_go_to_the_cue_they_point_to():
    text = "Renn, who hopes to win, said on Friday that the quay is safe."
    cut = {word: text.index(word) for word in ("Renn", "who", "hopes", "to win", "said", "that")}
    pieces = [
        piece(Role.SOURCE, cut["Renn"], cut["Renn"] + 4, leads=True),
        piece(Role.SOURCE, cut["who"], cut["who"] + 3, leads=True),
        piece(Role.CUE, cut["hopes"], cut["hopes"] + 5),
        piece(Role.CONTENT, cut["to win"], cut["to win"] + 6),
        piece(Role.CUE, cut["said"], cut["said"] + 4),
        piece(Role.CONTENT, cut["that"], len(text) - 1),
    ]
    linked = link(pieces, paragraph_of(text))
    assert [(r.source.cut(text), r.cue.cut(text)) for r in linked] == [("who", "hopes"), ("Renn", "said")]
    assert [r.contents[0].cut(text) for r in linked] == ["to win", "that the quay is safe"]


def test_contents_without_a_cue_stand_alone():
    text = "“We will appeal.”"
    assert link([piece(Role.CONTENT, 0, len(text))], paragraph_of(text)) == (
        Relation(contents=(piece(Role.CONTENT, 0, len(text)).span,)),
    )


def test_long_paragraphs_are_read_in_parts_that_miss_no_sentence():
    text = "“The wall will hold,” Olga Renn said on Friday. " * 400
    paragraph = paragraph_of(text)
    cut = list(parts(paragraph))
    assert len(cut) > 1
    assert sum((part.tokens for part in cut), ()) == paragraph.tokens
    assert sum((part.sentences for part in cut), ()) == paragraph.sentences


@given(st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_tokens_cover_all_but_white_space(text):
    tokens = tokenize(text)
    assert "".join(token.cut(text) for token in tokens) == "".join(text.split())


@given(st.text(min_size=1, max_size=300))
@settings(max_examples=100, deadline=None)
def test_whatever_is_read_parts_lie_inside_in_order(text):
    read = [part for line in text.splitlines() for part in parts(paragraph_of(line))]
    for part, found in zip(read, shipped().read(read), strict=True):
        assert all(one.span.end <= other.span.start for one, other in pairwise(found))
        assert all(one.span.end <= len(part.text) for one in found)
