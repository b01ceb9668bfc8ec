"""Extracting: what a restored text states, sentence by sentence, with who said it, when, and its figures.

Statements of the page are read from the kept text, so that a sentence broken by a pasted passage is read whole.
Statements of the removed passages are read too, and marked: they are judged, but are never evidence.
"""

from __future__ import annotations

from onrecord.extract.alone import statement_of
from onrecord.extract.citations import find_references
from onrecord.extract.statements import extract, extract_at
from onrecord.extract.worth import most_worth

__all__ = ("extract", "extract_at", "find_references", "most_worth", "statement_of")
