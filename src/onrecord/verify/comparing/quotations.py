"""Comparing words in quotation marks: they are on record word for word, or not at all."""

from __future__ import annotations

import re

from onrecord.data import Span
from onrecord.verify.comparing.findings import Finding
from onrecord.verify.reading.gist import Gist

_QUOTED = re.compile(r"[“\"]([^“”\"]{1,2000})[”\"]")


def compare_quotations(here: Gist, there: Gist) -> Finding:
    """Look each quotation of a statement up in the record, by its words in their order."""
    recorded = f" {' '.join(word.plain for word in there.words)} "
    finding = Finding()
    for match in _QUOTED.finditer(here.text):
        span = Span(start=match.start(1), end=match.end(1))
        words = " ".join(here.words[at].plain for at in here.within(span))
        if words:
            finding += Finding(met=(span,)) if f" {words} " in recorded else Finding(missing=(span,))
    return finding
