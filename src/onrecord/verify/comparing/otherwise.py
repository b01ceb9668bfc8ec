"""What the record has otherwise than the statement, by words of which neither is the other's no."""

from __future__ import annotations

from onrecord.data import Span
from onrecord.verify.comparing.causes import unmet_causes
from onrecord.verify.comparing.opposites import unmet_opposites
from onrecord.verify.comparing.shares import unmet_shares
from onrecord.verify.reading.gist import Gist


def unmet_otherwise(here: Gist, there: Gist) -> tuple[Span, ...]:
    """Return opposites, causes and shares of a statement that the record does not have."""
    return (*unmet_opposites(here, there), *unmet_causes(here, there), *unmet_shares(here, there))
