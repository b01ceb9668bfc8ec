"""What the record has otherwise than the statement, by words of which neither is the other's no."""

from __future__ import annotations

from onrecord.data import Span
from onrecord.verify.comparing.beside_figures import unmet_sides
from onrecord.verify.comparing.causes import unmet_causes
from onrecord.verify.comparing.opposites import unmet_opposites
from onrecord.verify.comparing.owed import unmet_owed
from onrecord.verify.comparing.shares import unmet_shares
from onrecord.verify.comparing.threats import unmet_threats
from onrecord.verify.comparing.weighty import unmet_weighty
from onrecord.verify.reading.gist import Gist


def unmet_otherwise(here: Gist, there: Gist) -> tuple[Span, ...]:
    """Return opposites, causes, shares, deeds and sides of a figure that the record does not have."""
    return (
        *unmet_opposites(here, there),
        *unmet_causes(here, there),
        *unmet_shares(here, there),
        *unmet_weighty(here, there),
        *unmet_owed(here, there),
        *unmet_threats(here, there),
        *unmet_sides(here, there),
    )
