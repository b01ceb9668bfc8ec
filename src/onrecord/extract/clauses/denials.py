"""What somebody else denies of what was told just before: "The mayor says it is safe, a claim engineers deny"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.data import Span
from onrecord.extract.reading.paragraphs import Paragraph
from onrecord.extract.reading.verbs import Form, form_of
from onrecord.extract.tagging.linking import Relation

_DENYING = (
    "den(?:y|ies|ied)|rejects?|rejected|disputes?|disputed|contests?|contested|refutes?|refuted|dismiss(?:es|ed)?"
)
_TOLD = (
    "claims?|charges?|allegations?|accusations?|assertion|suggestion|version|figures?|findings?|conclusion|contention|"
    "characteri[sz]ation"
)
_DENIAL = re.compile(
    rf"(?P<comma>,[”\"’]?)\s(?:which(?=.*\sden)|something|(?:an?\s)?(?:[a-z]+\s)?(?:{_TOLD}))\s(?:that\s)?"
    r"(?P<source>(?:[\w’'.&-]+\s){1,6}?)(?:(?:has|have|had)\s)?(?:[a-z]+ly\s)?"
    rf"(?P<cue>{_DENYING})(?=(?:\son\s\w+day)?[.;]?$)"
)
_AHEAD = re.compile(rf"\b(?:{_DENYING})(?:\son\s\w+day)?[.;]?$")
"""Every denial ends so; most sentences do not."""
_ANOTHER = re.compile(r"[,;]\s(?:and|but|while|whereas|though|although)\s")
"""What parts clauses, of which it is open whether all are denied."""
_LONGEST = 1_000  # characters of a sentence that are searched; longer ones are lists


def find_denials(relations: Sequence[Relation], paragraph: Paragraph) -> Iterator[Relation]:
    """Yield who denies what the same sentence tells before, as reported by ``relations`` or by the text itself."""
    for sentence in paragraph.sentences:
        text = sentence.cut(paragraph.text)
        found = _DENIAL.search(text) if len(text) <= _LONGEST and _AHEAD.search(text) else None
        if found is None or any(form_of(word) not in (None, Form.ENDED) for word in found["source"].lower().split()):
            continue
        comma = sentence.start + (found.start() if len(found["comma"]) == 1 else found.end("comma"))
        denied = _denied(relations, paragraph, Span(start=sentence.start, end=comma))
        if denied is not None and not any(quote.start <= comma < quote.end for quote in paragraph.quotes):
            start, end = sentence.start + found.start("source"), sentence.start + found.end("cue")
            source = Span(start=start, end=start + len(found["source"].rstrip()))
            cue = Span(start=sentence.start + found.start("cue"), end=end)
            apart = Span(start=comma, end=sentence.end)
            yield Relation(source=source, cue=cue, contents=(denied,), telling=True, says=True, apart=apart)


def _denied(relations: Sequence[Relation], paragraph: Paragraph, before: Span) -> Span | None:
    """Return what is denied: what was last reported in the words before, or all of them if nobody reports any."""
    told = [part for one in relations for part in one.contents if before.covers(part)]
    if told:
        return max(told, key=lambda part: part.start)
    return None if _ANOTHER.search(paragraph.text, before.start, before.end) else before
