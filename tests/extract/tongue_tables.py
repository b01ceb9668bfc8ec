"""Tables of sentences in many languages, marked with who says what: "{S …}" source, "{C …}" cue, "{N …}" content.

Behind the bar stands the speaker's one name, or "-" where there is none. What is marked in no way is nobody's.
"""

import re
from dataclasses import dataclass, replace
from pathlib import Path

from onrecord.extract import extract
from onrecord.read import read_text
from onrecord.restore import restore

TABLES = Path(__file__).parent / "tongues"
_MARK = re.compile(r"\{(?P<role>[SCN]) (?P<words>[^{}]*)\}")
_THAT = re.compile(r"(?:dass|daß|ob|que|qu[’']|che|dat|of|si|se|że|что|що|att|at)\s*", re.IGNORECASE)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Case:
    language: str
    line: str
    text: str
    parts: dict[str, tuple[tuple[int, int], ...]]
    speaker: str | None


def read_tables(folder: str) -> dict[str, list[Case]]:
    return {
        path.stem: [_case(path.stem, line) for line in path.read_text(encoding="utf-8").splitlines() if line]
        for path in sorted((TABLES / folder).glob("*.txt"))
    }


def _case(language: str, line: str) -> Case:
    marked, _, speaker = line.rpartition(" | ")
    text, parts, at = "", {"S": [], "C": [], "N": []}, 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        parts[mark["role"]].append((len(text), len(text) + len(mark["words"])))
        text, at = text + mark["words"], mark.end()
    return Case(
        language,
        line,
        text + marked[at:],
        {role: tuple(some) for role, some in parts.items()},
        speaker.replace("-", "") or None,
    )


def judge(case: Case) -> tuple[str, object]:
    """Say how well a case is read: right, inexact (the right speaker), missed, wrong."""
    page = read_text(case.text)
    page = replace(page, document=replace(page.document, language=case.language))
    given = [one.attribution for one in extract(restore(page)) if one.attribution]
    text = page.document.text
    assert text == case.text
    cut = [
        (a.speaker, a.source and a.source.cut(text), a.cue and a.cue.cut(text), a.content.cut(text), str(a.directness))
        for a in given
    ]
    told = [one for one in given if one.source or one.speaker or one.cue]
    if not case.parts["C"]:
        return ("wrong" if told else "right"), cut
    if not told:
        return "missed", cut
    for one in told:
        source = (one.source.start, one.source.end) if one.source else None
        if one.speaker not in (None, case.speaker):
            return "wrong", cut
        if source and (not case.parts["S"] or not _meets(source, case.parts["S"][0])):
            return "wrong", cut
    exact = (
        any(one.speaker == case.speaker for one in told)
        and (not case.parts["S"] or any(one.source for one in told))
        and any(one.cue and any(_meets((one.cue.start, one.cue.end), part) for part in case.parts["C"]) for one in told)
        and _alike(case, [(one.content.start, one.content.end) for one in given])
    )
    return ("right" if exact else "inexact"), cut


def _meets(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _alike(case: Case, got: list[tuple[int, int]]) -> bool:
    """Say whether contents are nearly those marked: of one that is parted, the longest part."""
    longest = max(case.parts["N"], key=lambda part: part[1] - part[0])
    that = _THAT.match(case.text, *longest)
    start = that.end() if that else longest[0]
    marked = set(range(start, longest[1]))
    return any(2 * len(marked & set(range(*one))) >= 0.85 * (len(marked) + one[1] - one[0]) for one in got)
