"""Figures in a text: value, unit, what is counted and how it is bounded."""

from onrecord.text.numbers.figures import find_figures
from onrecord.text.numbers.numerals import in_ascii

__all__ = ("find_figures", "in_ascii")
