"""What chat assistants say in other languages than English: fixed formulas only, which no reporter writes."""

from __future__ import annotations

import re
from functools import cache

from onrecord.data import ReasonCode
from onrecord.restore.alternatives import by_letter
from onrecord.restore.phrases import REPLIES

_SORRY = rf"(?:(?:{REPLIES['beside']['sorry']})[,،，、]?\s*(?:{REPLIES['beside']['but']})?\s*)?"
"""What a formula may begin with."""
_APART = r"(?<![^\W\u3040-\u30ff\u4e00-\u9fff])"
"""Where a word begins, in scripts with spaces."""
FORMULAS = tuple(
    (ReasonCode(code), re.compile(rf"{_APART}{_SORRY}(?:{pattern})", re.IGNORECASE))
    for code, pattern in REPLIES["elsewhere"].items()
)
ABOUT = re.compile(REPLIES["beside"]["assistants_elsewhere"], re.IGNORECASE)
"""What a page on chat assistants has again and again."""


def may_be_in(text: str) -> bool:
    """Say whether any of them may be in a text; where not, none is tried."""
    return _in_small_letters().search(text.lower().replace("i\u0307", "i")) is not None  # a Turkish I with its dot


@cache
def _in_small_letters() -> re.Pattern[str]:
    return re.compile(rf"{_APART}(?:{by_letter('|'.join(REPLIES['elsewhere'].values()))})")
