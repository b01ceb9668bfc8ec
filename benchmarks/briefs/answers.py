"""How often the sentence that answers a dated question of a news quiz is in the brief on that question.

Data: ``news/questions.jsonl.gz``, which names for two questions in three the sentence that bears the answer out. Quizzes
ask for what a week was remembered by, so it is a measure of what a brief should not miss, if a rough one: some of the evidence
is not in the archive at all, and the share that was found says how much there was to choose from.
"""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterable
from datetime import date

from benchmarks.data import data
from benchmarks.finding.questions import Figures
from onrecord.text.words import terms
from onrecord.wiring import Desk

QUESTIONS, SEED = 20, 11
SAYS_IT = 0.6
"""Share of the terms of the evidence from which a sentence says it."""
FOUND = 200
"""Passages that a brief chooses from."""


def answered(desk: Desk) -> Figures:
    with gzip.open(data("news/questions.jsonl.gz"), "rt", encoding="utf-8") as lines:
        held = [one for one in map(json.loads, lines) if terms(one["evidence"])]
    found = told = short = 0
    for one in random.Random(SEED).sample(held, QUESTIONS):
        day, evidence = date.fromisoformat(one["date"]), one["evidence"]
        passages = desk.find(one["question"], as_of=day, limit=FOUND).candidates
        if not says(evidence, (each.span.cut(each.memento.document.text) for each in passages)):
            continue
        found += 1
        brief = desk.brief(one["question"], as_of=day)
        told += says(evidence, (citation.evidence.quote for citation in brief.citations))
        short += says(evidence, (sentence.text for sentence in brief.takeaways))
    return {
        "questions": QUESTIONS,
        "answer_found_share": found / QUESTIONS,
        "answer_in_brief_share": told / QUESTIONS,
        "answer_in_takeaways_share": short / QUESTIONS,
    }


def says(evidence: str, texts: Iterable[str]) -> bool:
    sought = frozenset(terms(evidence))
    return any(len(sought & frozenset(terms(text))) >= SAYS_IT * len(sought) for text in texts)
