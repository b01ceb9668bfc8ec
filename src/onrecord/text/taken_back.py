"""What a newsroom takes back: notes that tell what it had wrong, on the same page or in a report of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta
from functools import lru_cache

from onrecord.data import Document, Memento, day_of, latest
from onrecord.text.dates import find_times
from onrecord.text.numbers import find_figures
from onrecord.text.origins import publisher_of
from onrecord.text.sentences import sentences
from onrecord.text.words import terms

NOTE = re.compile(
    r"\W*(?:corrections?|clarifications?|editor['’]s note|erratum"
    r"|this (?:article|story|report) (?:was|has been) (?:amended|corrected|updated))\b",
    re.IGNORECASE,
)
"""How a paragraph begins in which a newsroom corrects itself."""
_HEADS_NOTE = re.compile(
    r"\W*(?:corrections?(?: (?:and|&) clarifications?)?|clarifications?|editor['’]s note|erratum)\s*(?:[:|–—-]|$)",
    re.IGNORECASE,
)
"""How a headline over nothing else does: "Corrections officers strike" is none."""
_PRINTED = (
    r"(?:(?:earlier|previous|original|initial|first|online|print(?:ed)?) (?:version|edition)s?"
    r"|article|story|report|item|column|headline|caption|graphic|chart|map|obituary|newsletter|podcast)s?"
)
"""What a newsroom says that it had something in."""
_WRONGLY = (
    r"(?:mis(?:stat|identifi|spell?|spelt|report|quot|attribut|represent|characteri[sz]|nam|dat|plac|label|print|translat"
    r"|calculat|describ|interpret)(?:e?d|led)?|incorrectly|wrongly|erroneously|mistakenly|inaccurately|in error"
    r"|(?:due to|because of|owing to|through) an? (?:[a-z]+ )?(?:error|mistake))"
)
_UNTRUE = r"(?:wrong|incorrect|inaccurate|false|untrue|erroneous|mistaken|not\s(?:true|correct|accurate))"
_PROVED = (
    rf"\b(?:reports?|stor(?:y|ies)|articles?|items?|headlines?)\b(?:(?!\b(?:and|but|sa(?:id|ys?)|f(?:ou|i)nds?|show(?:s|ed))\b)"
    rf"[^.;:“”\"])*?\b(?:that|saying)\b(?:(?!\b(?:and|but)\b)[^.;:“”\"])*\b(?:was|were|is|are|proved|turned\sout)\s(?:to\sbe\s)?"
    rf"(?:\w+ly\s)?{_UNTRUE}(?=\s*(?:[.,;]|$))"
)
"""How a report is called wrong with what it said: "a report on Friday that the line had been reopened was wrong"."""
ITS_OWN = re.compile(rf"\b(?:{_PRINTED}|we|our)\b", re.IGNORECASE)
MENTIONED = re.compile(rf"\b(?:{_PRINTED}|{_WRONGLY})\b", re.IGNORECASE)
WRONG = re.compile(rf"\b{_WRONGLY}\b", re.IGNORECASE)
PROVED_WRONG = re.compile(_PROVED, re.IGNORECASE)
CALLED_WRONG = re.compile(rf"\b(?:{_WRONGLY}|{_UNTRUE})\b", re.IGNORECASE)
"""What a statement has that is itself of a mistake."""
_SAID = re.compile(
    r"\b(?:sa(?:id|ys?)|told|tells|claim(?:s|ed)?|according|accus(?:es|ed)|call(?:s|ed)|insist(?:s|ed)|argue[sd]|complain(?:s|ed)"
    r"|den(?:y|ies|ied)|reject(?:s|ed))\b",
    re.IGNORECASE,
)
"""Outside a note somebody else may say that a report was wrong, of whom the newsroom tells."""
_OURS = re.compile(r"\b(?:we|our)\b", re.IGNORECASE)
_OF_NOTES = frozenset(
    terms(
        "correction clarification editor note erratum article story report item column headline caption graphic "
        "version edition earlier previous original error mistake editing wrong wrongly incorrect incorrectly "
        "inaccurate inaccurately false untrue erroneous erroneously mistakenly misstated misreported misidentified "
        "wrote write reported gave given stated published appeared amended corrected updated true correct accurate"
    )
)
"""Words that tell nothing of what was wrong."""
_SOON = timedelta(31)
"""How long after a report it is taken back."""
_OF_IT, _OF_ITS_MATTER, _FEWEST = 2 / 3, 0.5, 3
"""Share of what was wrong that a sentence has; share of its terms that the correcting report has, and how many."""


def heads_note(title: str | None) -> bool:
    """Say whether a headline stands over a correction."""
    return _HEADS_NOTE.match(title or "") is not None


def taken_back(words: str, memento: Memento, others: Iterable[Memento]) -> tuple[str, Memento] | None:
    """Return the sentence in which the publisher of some words has them for a mistake, and the report that it is of.

    They have the figure that was wrong, if there is one, and nearly all else that was, and are of that report's matter.
    """
    for other in others:
        if not _may_take_back(other, memento):
            continue
        said, values = _bare(words), _values(words)
        matter = said & _bare(f"{other.document.title or ''}\n{other.document.text}")
        if len(matter) < max(_FEWEST, _OF_ITS_MATTER * len(said)):
            continue
        for mistake in mistakes_of(other.document):
            wrong = _bare(mistake)
            if wrong and _has_figure(said, values, mistake) and len(wrong & said) >= _OF_IT * len(wrong):
                return mistake, other
    return None


def _may_take_back(other: Memento, memento: Memento) -> bool:
    """Say whether a report is of the same publisher, and not long after."""
    if not mistakes_of(other.document) or other.document.id == memento.document.id:
        return False
    if other.at is None or memento.at is None or not latest(memento.at) <= latest(other.at):
        return False
    soon = day_of(other.at) - day_of(memento.at) <= _SOON
    return soon and not publisher_of(other).isdisjoint(publisher_of(memento))


@lru_cache(maxsize=1_024)
def mistakes_of(document: Document) -> tuple[str, ...]:
    """Return the sentences in which a newsroom tells what it had wrong itself.

    In a note, and below a headline that calls its report one, those mention a report or a mistake; elsewhere they say
    "we" or name the outlet, and that it was wrong, and nobody else is said to say so.
    """
    headed = heads_note(document.title)
    publisher = document.publisher or ""
    found = []
    for line in document.text.splitlines():
        noted = headed or bool(NOTE.match(line))
        if not (noted or CALLED_WRONG.search(line)):
            continue
        for span in sentences(line):
            told = span.cut(line)
            named = _OURS.search(told) or (publisher and publisher in told)
            own = noted or (named and not _SAID.search(told))
            wrong = WRONG.search(told) or PROVED_WRONG.search(told)
            if own and (wrong or (noted and MENTIONED.search(told))):
                found.append(told)
    return tuple(found)


@lru_cache(maxsize=4_096)
def _bare(words: str) -> frozenset[str]:
    """Return the terms of some words without times, and without what only tells that something was wrong."""
    return frozenset(terms(_timeless(words))) - _OF_NOTES


def _timeless(words: str) -> str:
    kept, end = [], 0
    for time in find_times(words, anchor=None):
        kept.append(words[end : time.span.start])
        end = time.span.end
    return " ".join((*kept, words[end:]))


def _has_figure(said: frozenset[str], values: frozenset[float], mistake: str) -> bool:
    """Say whether words have the one figure that was wrong, of the same things, or none was."""
    wrong = find_figures(mistake)
    same = all(figure.value in values and said.issuperset(terms(figure.counted)) for figure in wrong)
    return same and len({figure.value for figure in wrong}) <= 1


def _values(words: str) -> frozenset[float]:
    return frozenset(figure.value for figure in find_figures(words))
