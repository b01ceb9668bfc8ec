from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.data import (
    Block,
    BlockKind,
    Reason,
    ReasonCode,
    Removal,
    RemovalKind,
    RemovalStatus,
    Restoration,
    Span,
    document,
)
from onrecord.find import cut_passages
from onrecord.text.sentences import sentences
from onrecord.text.spans import gaps

BODY, HEADLINE, CAPTION, SUBHEAD = BlockKind.BODY, BlockKind.HEADLINE, BlockKind.CAPTION, BlockKind.SUBHEAD


def page(*blocks: tuple[BlockKind, str], pasted: tuple[str, ...] = (), suspected: tuple[str, ...] = ()) -> Restoration:
    """A page of blocks, one a line, in which the given words are removed or suspected."""
    text = "\n".join(words for _, words in blocks)
    labelled, start = [], 0
    for kind, words in blocks:
        labelled.append(Block(span=Span(start=start, end=start + len(words)), kind=kind))
        start += len(words) + 1
    removals = [
        Removal(
            span=Span(start=text.index(words), end=text.index(words) + len(words)),
            kind=RemovalKind.FOREIGN,
            status=status,
            score=0.9,
            reasons=(Reason(code=ReasonCode.GLUED_JOIN, words="glued"),),
        )
        for given_words, status in ((pasted, RemovalStatus.REMOVED), (suspected, RemovalStatus.SUSPECTED))
        for words in given_words
    ]
    removals.sort(key=lambda removal: removal.span.start)
    removed = [removal.span for removal in removals if removal.status is RemovalStatus.REMOVED]
    return Restoration(
        document=document(text, language="en"),
        blocks=tuple(labelled),
        kept=gaps(removed, len(text)),
        removals=tuple(removals),
    )


def cut(restoration: Restoration) -> list[str]:
    return [passage.span.cut(restoration.document.text) for passage in cut_passages(restoration)]


def sentence(words: int, number: int) -> str:
    return f"Sentence {number} " + "goes on " * ((words - 2) // 2) + "here."


def test_the_headline_stands_alone():
    restored = page((HEADLINE, "Ferries stay in port"), (BODY, "The crews struck. No ferry sailed."))
    assert cut(restored) == ["Ferries stay in port", "The crews struck. No ferry sailed."]


def test_short_paragraphs_run_on():
    restored = page((BODY, "The crews struck."), (BODY, "No ferry sailed."), (BODY, "The port was shut."))
    assert cut(restored) == ["The crews struck.\nNo ferry sailed.\nThe port was shut."]


def test_passages_have_two_to_four_sentences():
    restored = page((BODY, " ".join(sentence(20, n) for n in range(11))))
    assert [len(sentences(passage, "en")) for passage in cut(restored)] == [3, 3, 3, 2]
    restored = page((BODY, " ".join(sentence(6, n) for n in range(9))))
    assert [len(sentences(passage, "en")) for passage in cut(restored)] == [4, 4, 1]


def test_a_sentence_left_alone_joins_what_stands_before_it():
    restored = page((BODY, " ".join(sentence(32, n) for n in range(3))))
    assert [len(sentences(passage, "en")) for passage in cut(restored)] == [3]


def test_long_sentences_are_not_crowded():
    restored = page((BODY, f"{sentence(100, 1)} {sentence(100, 2)}"))
    assert cut(restored) == [sentence(100, 1), sentence(100, 2)]


@pytest.mark.parametrize("kind", [CAPTION, SUBHEAD, BlockKind.TEASER, BlockKind.ADVERT, BlockKind.PULL_QUOTE])
def test_a_passage_does_not_cross_another_kind(kind: BlockKind):
    restored = page((BODY, "The crews struck."), (kind, "Seen from above."), (BODY, "No ferry sailed."))
    assert cut(restored) == ["The crews struck.", "No ferry sailed."]


def test_live_entries_stand_each_alone():
    restored = page((BlockKind.LIVE_ENTRY, "10:00 Ferries sail."), (BlockKind.LIVE_ENTRY, "11:00 No ferry sails."))
    assert len(cut(restored)) == 2


def test_a_correction_note_is_a_passage_of_its_own():
    note = "Correction: An earlier version said that six ferries sailed. No ferry sailed."
    restored = page((BODY, "The crews struck."), (BlockKind.CORRECTION, note), (BODY, "The port was shut."))
    assert cut(restored) == ["The crews struck.", note, "The port was shut."]


def test_a_passage_does_not_cross_a_removal():
    pasted = " Sure! Here is a summary of ferries."
    restored = page((BODY, f"The crews struck.{pasted} No ferry sailed."), pasted=(pasted,))
    assert cut(restored) == ["The crews struck.", "No ferry sailed."]


def test_a_sentence_that_a_removal_breaks_is_left_out():
    pasted = "As an assistant I can help. "
    restored = page(
        (BODY, f"The crews struck. The mayor did not {pasted}resign on Monday. No ferry sailed."), pasted=(pasted,)
    )
    assert cut(restored) == ["The crews struck.", "No ferry sailed."]


def test_a_sentence_broken_over_paragraphs_is_left_out():
    pasted = "resign, it was said.\nHere is a summary. The mayor will not"
    restored = page(
        (BODY, f"It rained there. The mayor did not {pasted} sign the bill. It rained on."), pasted=(pasted,)
    )
    assert cut(restored) == ["It rained there.", "It rained on."]


def test_a_removed_paragraph_leaves_its_neighbours_whole():
    restored = page(
        (HEADLINE, "Ferries stay in port"),
        (BODY, "Certainly! Here is your article."),
        (BODY, "The crews struck."),
        pasted=("Certainly! Here is your article.",),
    )
    assert cut(restored) == ["Ferries stay in port", "The crews struck."]


def test_what_is_only_suspected_is_no_evidence_either():
    restored = page(
        (BODY, "The crews struck."), (BODY, "Would you like more?"), (BODY, "No ferry sailed."),
        suspected=("Would you like more?",),
    )  # fmt: skip
    assert cut(restored) == ["The crews struck.", "No ferry sailed."]


def test_a_page_without_text_of_its_own():
    assert cut(page((CAPTION, "Seen from above."))) == []
    assert cut(page((BODY, "All of it."), pasted=("All of it.",))) == []


def test_endless_sentences_are_left_out():
    endless = "And on " + "and on " * 2_000 + "it went."
    assert cut(page((BODY, f"It rained there. {endless} It rained again."))) == ["It rained there.", "It rained again."]


def test_a_stub_states_nothing():
    assert cut(page((BODY, "Advertisement"), (CAPTION, "A ferry."), (BODY, "Read more"))) == []


def test_many_blocks_and_removals():
    blocks = [(BODY, f"Sentence {n} is here. Pasted {n}, too.") for n in range(5_000)]
    restored = page(*blocks, pasted=tuple(f" Pasted {n}, too." for n in range(0, 5_000, 50)))
    assert not any("Pasted 50," in passage for passage in cut(restored))
    assert sum(passage.count("is here") for passage in cut(restored)) == 5_000


kinds = st.sampled_from((BODY, HEADLINE, CAPTION, BlockKind.LIST, BlockKind.LIVE_ENTRY))
prose = st.lists(
    st.sampled_from(("The crews struck.", "No ferry sailed!", "Why?", "and so on")), min_size=1, max_size=7
)


@given(blocks=st.lists(st.tuples(kinds, prose.map(" ".join)), min_size=1, max_size=8), data=st.data())
def test_passages_are_ordered_own_text(blocks: list[tuple[BlockKind, str]], data: st.DataObject):
    text = "\n".join(words for _, words in blocks)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    restored = page(*blocks, pasted=(text[start:end],)) if text.find(text[start:end]) == start else page(*blocks)
    spans = [passage.span for passage in cut_passages(restored)]
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert not any(span.overlaps(removed) for span in spans for removed in restored.removed)
    captions = [block.span for block in restored.blocks if block.kind is CAPTION]
    assert not any(span.overlaps(caption) for span in spans for caption in captions)
