"""What chat assistants say in other languages than English: fixed formulas only, which no reporter writes."""

from __future__ import annotations

import re

from onrecord.data import ReasonCode
from onrecord.restore.phrases import REPLIES

_SORRY = rf"(?:(?:{REPLIES['beside']['sorry']})[,،，、]?\s*(?:{REPLIES['beside']['but']})?\s*)?"
"""What a formula may begin with."""
_APART = r"(?<![^\W\u3040-\u30ff\u4e00-\u9fff])"
"""Where a word begins, in scripts with spaces."""
FORMULAS = tuple(
    (ReasonCode(code), re.compile(rf"{_APART}{_SORRY}(?:{pattern})", re.IGNORECASE))
    for code, pattern in REPLIES["elsewhere"].items()
)
SPOKEN = re.compile(rf"{_APART}(?:{'|'.join(REPLIES['elsewhere'].values())})")
"""Whether any of them may be in a text in small letters (:func:`in_small_letters`); where not, none is tried."""
ABOUT = re.compile(REPLIES["beside"]["assistants_elsewhere"], re.IGNORECASE)
"""What a page on chat assistants has again and again."""


def in_small_letters(text: str) -> str:
    """Return a text as :data:`SPOKEN` reads it, a Turkish I with its dot as i."""
    return text.lower().replace("i\u0307", "i")
