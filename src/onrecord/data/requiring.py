"""How a noun refuses what it cannot be."""

from __future__ import annotations


def require(condition: bool, message: str) -> None:
    """Raise ``ValueError`` with ``message`` unless ``condition`` holds."""
    if not condition:
        raise ValueError(message)


def require_score(score: float) -> None:
    """Check that ``score`` lies between 0 and 1."""
    if not 0.0 <= score <= 1.0:
        raise ValueError(f"a score lies between 0 and 1, not {score}")
