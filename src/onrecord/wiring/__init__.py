"""From settings to objects: the only part that names concrete adapters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.wiring.archives import archive_or_empty, back_up, bring_back, new_archive, open_archive, several
from onrecord.wiring.asking import fetch, polite, private_permitted
from onrecord.wiring.desks import Desk, desk, newest, warm
from onrecord.wiring.keeping import Kept, open_store
from onrecord.wiring.models import SHIPPED, compared_models, embedder, make_verifier, rewriter

if TYPE_CHECKING:
    from onrecord.adapters.fetch import Fetched as Fetched
    from onrecord.adapters.polite import Polite as Polite

__all__ = (
    "SHIPPED",
    "Desk",
    "Kept",
    "archive_or_empty",
    "back_up",
    "bring_back",
    "compared_models",
    "desk",
    "embedder",
    "fetch",
    "make_verifier",
    "new_archive",
    "newest",
    "open_archive",
    "open_store",
    "polite",
    "private_permitted",
    "rewriter",
    "several",
    "warm",
)
