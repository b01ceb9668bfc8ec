"""Statements made of a question and a choice, by word order alone: "Who won X?" and "Y" make "Y won X."

Only questions that read as a statement once the choice stands in for the question word are kept; the others are
counted as left out.
"""

from __future__ import annotations

import gzip
import json
import re
import zlib

from benchmarks.data import data

_AUXILIARY = "is|are|was|were|has|have|had|will|can|could|would|may|might|must"
_PAST = (
    "won|led|became|made|took|got|hit|beat|broke|said|saw|set|went|gave|left|lost|met|held|sold|sent|cut|came|began|"
    "found|kept|told|drew|fell|rose|ran|put|paid|bought|built|brought|chose|shut|spent|struck|topped|faces|plans|"
    "hosts|wants|makes|contains"
)
_VERB = rf"(?:{_AUXILIARY}|{_PAST}|[a-z]{{3,}}ed)"
_NOUN = r"(?:[\w’'&$%.,“”\"-]+ ){0,7}?"
_RIGHT_SIDE = r"(?=[^?]*\?$)"

_WHO = re.compile(rf"^Who (?P<rest>(?:was|is|has|will|{_PAST}|[a-z]{{3,}}ed) [^?]+)\?$")
_WHICH = re.compile(
    rf"^(?:Which|What)(?: of (?:the following|these|the))? (?!(?:{_AUXILIARY}|did|does|do) )(?P<noun>{_NOUN}[\w’'-]+) (?P<rest>{_VERB} [^?]+)\?$"
)
_WHAT_IS = re.compile(r"^What (?P<verb>is|was|are|were) (?P<thing>(?:the|a|an|[A-Z])[^?]+)\?$")
_HOW_MANY = re.compile(
    rf"^(?:About |Approximately )?[Hh]ow many (?P<noun>{_NOUN}[\w’'-]+) (?P<rest>(?:were|have|are|was|had|{_PAST}) [^?]+)\?$"
)
_WITHIN = re.compile(
    r"^(?P<left>(?![^?]*\b(?:Which|What|Who|How|Where|When|Why)\b)[^?.]{12,}? (?:to|in|on|by|for|from|of|at|with|after|into|"
    r"against|as|over|"
    rf"{_PAST}|[a-z]{{3,}}ed|[a-z]{{3,}}ing)) (?P<word>which|what|how many|how much) (?P<right>[^?]*)\?$"
)
_NOUN_IN_PLACE = re.compile(
    rf"^(?:(?:type|kind|sort|form|species) of )?(?:[\w’'&.,“”\"-]+ ){{0,4}}?[\w’'“”\"-]+(?=$|,| (?:{_PAST}|to|in|on|by|for|from|of|at|with|after|this|last|that|who|and|as|during|over|"
    r"because|despite|due|when|while|before|until|since|is|was|were|are|has|have|will)\b)"
)
_INVERTED = re.compile(rf"^(?:{_AUXILIARY}|did|does|do) (?:the|a|an|its|his|her|their|he|she|they|it|you|[A-Z])")
_POSSESSED = re.compile(r"['’]s ")
_NEGATIVE = re.compile(r"\b(?:not|isn't|wasn't|isn’t|wasn’t|except|NOT)\b")


def asked(*, half: int) -> list[dict]:
    """Return the dated questions whose id has an even (0) or odd (1) digest and whose choices make statements.

    Thresholds and rules are tuned on the even half; the odd half is for figures.
    """
    with gzip.open(data("news/questions.jsonl.gz"), "rt", encoding="utf-8") as lines:
        found = [json.loads(line) for line in lines]
    return [one for one in found if zlib.crc32(one["id"].encode()) % 2 == half and all(choices(one))]


def choices(question: dict) -> tuple[str | None, str | None]:
    """Return the statements that the right choice of a question and the one after it make."""
    given, answer = question["choices"], question["answer"]
    right, wrong = (statement(question["question"], given[(answer + step) % len(given)]) for step in (0, 1))
    return right, wrong


def statement(question: str, choice: str) -> str | None:
    """Return the statement that ``choice`` makes of ``question``, or None when it would not read as one."""
    question, choice = " ".join(question.split()), " ".join(choice.split()).rstrip(".")
    if _NEGATIVE.search(question) or not choice or choice.upper() in ("TRUE", "FALSE") or len(choice.split()) > 8:
        return None
    made = _of_thing(question, choice) or _subject(question, choice) or _in_place(question, choice)
    return f"{made[0].upper()}{made[1:].rstrip()}." if made else None


def _subject(question: str, choice: str) -> str | None:
    found = _WHO.match(question) or _WHICH.match(question)
    if found and not _INVERTED.match(found["rest"]) and not _POSSESSED.search(found.groupdict().get("noun") or ""):
        return f"{choice} {found['rest']}"
    counted = _HOW_MANY.match(question)
    if counted and not _INVERTED.match(counted["rest"]):
        return f"{choice} {counted['noun']} {counted['rest']}"
    return None


def _of_thing(question: str, choice: str) -> str | None:
    found = _WHAT_IS.match(question)
    return f"{found['thing']} {found['verb']} {choice}" if found else None


def _in_place(question: str, choice: str) -> str | None:
    found = _WITHIN.match(question)
    if found is None:
        return None
    noun = _NOUN_IN_PLACE.match(found["right"])
    if noun is None:
        return None
    counted = f" {noun.group()}" if found["word"] == "how many" else ""
    return f"{found['left']} {choice}{counted}{found['right'][noun.end() :]}"
