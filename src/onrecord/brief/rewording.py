"""What of a brief may be put in other words, and a brief with such words in their places.

That is its prose. Figures, disputes, what was superseded and who says what are told for their very words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from onrecord.data import Brief, CitedSentence, Reason


def prose(brief: Brief) -> tuple[CitedSentence, ...]:
    """Return the sentences in short, in the sections and in order of time, each once."""
    in_sections = (sentence for section in brief.sections for sentence in section.sentences)
    return tuple(dict.fromkeys((*brief.takeaways, *in_sections, *(entry.sentence for entry in brief.timeline))))


def with_wordings(brief: Brief, wordings: Mapping[CitedSentence, str | Reason]) -> Brief:
    """Return a brief with each sentence of its prose in other words, or with the reason why it stays as it was cut."""

    def worded(sentence: CitedSentence) -> CitedSentence:
        wording = wordings[sentence]
        if isinstance(wording, Reason):
            return replace(sentence, kept=wording)
        return replace(sentence, reworded=wording) if wording != sentence.text else sentence

    return replace(
        brief,
        takeaways=tuple(map(worded, brief.takeaways)),
        sections=tuple(replace(section, sentences=tuple(map(worded, section.sentences))) for section in brief.sections),
        timeline=tuple(replace(entry, sentence=worded(entry.sentence)) for entry in brief.timeline),
    )
