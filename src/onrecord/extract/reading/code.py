"""Lines of a program, markup or data in a text: they state nothing, and their strings are nobody's words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.data import Span

_FENCE = re.compile(r"\s*(?:```|~~~)")
_NAME = r"[A-Za-z_$][\w$]*(?:(?:\.|::|->)[\w$]+|\[[^\[\]]*\])*"
_CODE = re.compile(
    rf"""\s*(?:
    //|/\*|\*/|\#!|\#include\b|\#define\b|<!--|<\?|>>>\s|\$\s[a-z]|"{{3}}|'{{3}}
    |(?:</?[a-z][^<>]*>\s*)+$
    |@[\w.]+\(
    |(?:const|let|var|final|static|auto|int|float|double|char|bool|string|String)\s{_NAME}\s*(?::\s*[\w<>\[\]]+\s*)?=
    |(?:public|private|protected|internal)\s(?:[\w<>\[\]]+\s)+{_NAME}\s*[({{;=]
    |(?:def|function|func|fn|sub)\s{_NAME}\s*[(<]
    |(?:class|struct|interface|enum|trait|impl)\s{_NAME}\s*(?:\([^()]*\))?\s*[:{{]\s*$
    |from\s[\w.]+\simport\s|import\s[\w.*]+(?:\sas\s\w+)?;?\s*$|import\s[{{*\w].{{0,80}}\sfrom\s['"]
    |(?:if|for|while|switch|catch)\s?\(.*\)\s*\{{|(?:else|try|do|finally)\s*\{{
    |(?:if|elif|while)\s[^.!?]*(?:[=<>]=?|\))[^.!?]*:\s*$|for\s\w+\sin\s\S+:\s*$|with\s\S+\sas\s\w+:\s*$
    |(?:return|raise|throw|yield)\s(?:new\s)?{_NAME}\(|return\b[^.!?]*;\s*$
    |(?:SELECT\s.+\sFROM|INSERT\sINTO|CREATE\sTABLE|UPDATE\s\w+\sSET)\s
    |{_NAME}\s*(?:[-+*/|&:]?=|=>)(?!=)\s*(?:["'\[{{(\w$-].*[;)\]}}"']|-?\d[\w.]*)\s*$
    |{_NAME}\(.*\)\s*[;{{]?\s*$
    |[{{\[]\s*[{{\[]?\s*"[\w.-]+"\s*:.*[}}\]],?\s*$
    |"[\w.-]+"\s*:\s*(?:["\[{{\d-]|true|false|null)
    |[}}\]){{(;]+[,;]?\s*$
    )""",
    re.VERBOSE,
)
_LIKE_PROSE = re.compile(r"[.!?…][\"'”’)]*\s*$")
_TICKED = re.compile(r"`[^`\n]{1,200}`")
_ASSIGNED = re.compile(r"=\s?$")
_LONGEST = 400  # characters of a line that is looked at; longer ones are prose, or are passed over as no sentence


def is_code(line: str) -> bool:
    """Say whether a line belongs to a program, to markup or to data."""
    words = line[:_LONGEST]
    if not _CODE.match(words):
        return False
    return not (_LIKE_PROSE.search(words) and words.lstrip()[:1].isalpha() and words.count(" ") > words.count("(") * 8)


def fenced(text: str, lines: Sequence[Span]) -> frozenset[int]:
    """Return the numbers of the lines between fences of Markdown, these included; a fence left open holds none."""
    found: set[int] = set()
    opened: int | None = None
    for at, line in enumerate(lines):
        if not _FENCE.match(text, line.start, line.end):
            continue
        if opened is None:
            opened = at
        else:
            found.update(range(opened, at + 1))
            opened = None
    return frozenset(found)


def is_string(text: str, start: int) -> bool:
    """Say whether what begins at ``start``, behind a quotation mark or with it, is a string of a program.

    Such are ``print("…")``, ``title="…"`` and what stands in backticks; in prose a bracket stands behind a space.
    """
    if any(one.start() < start < one.end() for one in _TICKED.finditer(text, max(0, start - 200), start + 200)):
        return True
    mark = start - 1 if start and text[start - 1] in "\"'" else start
    before = text[max(0, mark - 2) : mark]
    called = len(before) == 2 and before[1] in "([{" and (before[0].isalnum() or before[0] in "_)]")
    return called or bool(_ASSIGNED.search(before))
