"""A second source whose verb is left out: "The ministry says 53,010 have died, the media office 61,700".

Only where the first one's words begin with a figure, and the second is a body or a group that speaks: in "says the navy
has 4,000 men, the army 61,700" the army says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.data import Span
from onrecord.extract.clauses.voices import BODY, LONGEST
from onrecord.extract.reading.paragraphs import Paragraph
from onrecord.extract.tagging.linking import Relation

_ABOUT = r"(?:(?:about|around|nearly|almost|some|over|at\sleast|more\sthan|less\sthan|up\sto|just|only)\s)?"
_FIGURE = rf"{_ABOUT}[$€£]?\d[\d.,]*(?<=\d)(?:\s(?:thousand|million|billion|per\s?cent)|%)?"
_SECOND = re.compile(
    rf"(?P<joint>,\s(?:and\s|but\s)?|\sand\s)(?P<source>(?:(?:the|its|local)\s)?(?:[\w’'-]+\s){{0,2}}?{BODY})\s"
    rf"(?P<content>(?:at\s)?{_FIGURE})(?=[.;]?$|;\s)",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"\s(?P<cue>sa(?:id|ys?)|reports?|reported|counts?|counted|claims?|claimed|estimates?|estimated|puts?)"
    rf"(?P<head>\s(?:that\s)?|\s(?:[\w’'-]+\s){{1,6}}?(?=at\s))(?:at\s)?{_FIGURE}(?P<rest>(?:\s[^;,“”\"]{{1,80}})?)$",
    re.IGNORECASE,
)


def with_gapped(relations: Sequence[Relation], paragraph: Paragraph) -> Iterator[Relation]:
    """Yield relations without the words of those whose verb is left out, and these."""
    short = (sentence for sentence in paragraph.sentences if len(sentence) <= LONGEST)
    gapped = [second for sentence in short if (second := _gapped(sentence, paragraph)) is not None]
    heard = [(joint, one) for joint, one in gapped if any(one.cue == told.cue and told.source for told in relations)]
    for relation in relations:
        own = relation.contents
        for joint, one in heard:
            end = one.contents[0].end
            own = tuple(
                part if part.end <= joint or part.start >= end else Span(start=part.start, end=joint)
                for part in own
                if not (part.start >= joint and part.start < end)
            )
        yield replace(relation, contents=own)
    yield from (one for _, one in heard)


def _gapped(sentence: Span, paragraph: Paragraph) -> tuple[int, Relation] | None:
    """Return who speaks last in a sentence without a verb, and where the joint before stands."""
    text = sentence.cut(paragraph.text)
    second = _SECOND.search(text)
    first = second and _FIRST.search(text[: second.start()])
    if not second or not first or any(quote.overlaps(sentence) for quote in paragraph.quotes):
        return None
    if (first["head"].strip() not in ("", "that")) != second["content"].startswith("at "):
        return None
    cue, source, content = (
        Span(start=found.start(part), end=found.end(part))
        for found, part in ((first, "cue"), (second, "source"), (second, "content"))
    )
    verb = Span(start=cue.start, end=first.end("head")) if second["content"].startswith("at ") else cue
    fills = [(source.end, verb)]
    if first["rest"]:
        fills.append((content.end, Span(start=first.start("rest") + 1, end=first.end("rest"))))
    relation = Relation(source=source, cue=cue, contents=(content,), telling=True, says=True, fills=tuple(fills))
    return sentence.start + second.start("joint"), relation.moved(sentence.start)
