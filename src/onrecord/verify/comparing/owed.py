"""What somebody has yet to do: who must pay has not paid, and a way cleared for charges is no charge."""

from __future__ import annotations

import re

from onrecord.data import Span
from onrecord.verify.comparing.doers import deed_of
from onrecord.verify.reading.gist import Gist
from onrecord.verify.reading.tokens import root

_OWED = re.compile(
    r"\b(?:must|(?:has|have|had|needs?|needed|ought|yet) to"
    r"|(?:required|obliged|ordered|told|asked|urged|instructed|supposed|due)\s(?:[\w’'-]+\s){0,4}?to"
    r"|(?:way|order|time|bill|law|power|deadline|right)\s(?:for\s(?:[\w’'-]+\s){1,3})?to)"
    r"\s(?:(?:be|have|been|now|soon|also|still|first|only|then)\s){0,3}$",
    re.IGNORECASE,
)
"""Before a verb that tells what is still to be done."""
_DONE = re.compile(r"\b(?:has|have|had|was|were)\s(?:\w+\s)?$", re.IGNORECASE)
_OPEN = re.compile(r"\b(?:will|would|must|can|could|may|might|should|to)\b", re.IGNORECASE)
_LEAD = 80
"""Characters before a verb in which that stands."""


def unmet_owed(here: Gist, there: Gist) -> tuple[Span, ...]:
    """Return the deed that is done by a statement where each time the record only has it still to be done."""
    deed = None if here.negations or here.hedges else deed_of(here)
    before = here.text[: deed.span.start] if deed else ""
    if deed is None or _OPEN.search(before) or not (deed.plain.endswith("ed") or _DONE.search(before)):
        return ()
    told = [word.span.start for word in there.words if root(word.stem) == root(deed.stem)]
    owed = bool(told) and all(_OWED.search(there.text, max(0, at - _LEAD), at) for at in told)
    return (deed.span,) if owed else ()
