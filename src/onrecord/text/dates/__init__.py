"""Time expressions resolved to days, by rules of news usage."""

from onrecord.text.dates.counted import is_lasting
from onrecord.text.dates.expressions import TimeExpression, find_times

__all__ = ("TimeExpression", "find_times", "is_lasting")
