"""What a statement says, without the ways of putting it that a model takes for something else.

"Brekk later raised its bid" goes on with a story that the report does not tell, "five were killed in all" sums it up,
and a firm that received a fine was fined. What they state the comparison has read word by word.
"""

from __future__ import annotations

import re

from onrecord.verify.comparing.alike import in_its_no
from onrecord.verify.reading.clauses import find_verb
from onrecord.verify.reading.tokens import find_words

_IN_ALL = re.compile(r",?\s(?:in all|in total|altogether|all told)(?=[.,;]|$)", re.IGNORECASE)
_LEADS_ON = re.compile(r"(?:however|meanwhile|separately|in addition|furthermore|moreover|besides), ", re.IGNORECASE)
_LATER = re.compile(r"\s(?:later|subsequently|since then)(?=\s[a-z])")
_FINED = re.compile(
    r"\b(?:(?:(?:has|have|had) )?(?:received|got)"
    r"|(?:was|were|has been|have been|had been) (?:given|handed|issued(?: with)?)) an? fines? of (?=[$€£\d])",
    re.IGNORECASE,
)
_BOUND = re.compile(
    r"\b(over|more than|at most|no more than|not more than|at least|no fewer than|no less than|not less than)"
    r" (\d[\d.,]*\d|\d)",
    re.IGNORECASE,
)
_OVER = re.compile(r"\bover (\w+ (?:days|weeks|months|years|decades))\b(?! (?:ago|old)\b)")
"""How long something lasts: "for 22 years"."""
_ALIKE = {
    own: tuple(other for other in row if other != own)
    for row in (
        ("over", "more than"),
        ("at most", "no more than", "not more than"),
        ("at least", "no fewer than", "no less than", "not less than"),
    )
    for own in row
}
"""Of each bound the others that say the same, of which a model may know one only."""


def put_plainly(stated: str, told: str) -> str:
    """Return a statement as a model can hold it against words of the record, ``told``."""
    text = _IN_ALL.sub("", stated)
    if leads := _LEADS_ON.match(text):
        text = text[leads.end() :][:1].upper() + text[leads.end() + 1 :]
    later = _LATER.search(text)
    if later and " later" not in told and find_verb(find_words(text[: later.start()])) is None:
        text = text[: later.start()] + text[later.end() :]  # "resigned and later died" is told in turn
    if re.search(r"\bfined\b", told):
        text = _FINED.sub("was fined ", text)
    text = _OVER.sub(lambda found: f"for {found[1]}" if f"for {found[1]}" in told else found[0], text)
    return _BOUND.sub(lambda found: _in_its_words(found, told), in_its_no(text, told))


def _in_its_words(found: re.Match[str], told: str) -> str:
    """Return "more than 40" for "over 40" where the record has it so."""
    said = told.lower()
    known = (f"{other} {found[2]}" for other in _ALIKE[found[1].lower()])
    alike = next((one for one in known if one in said), None)
    if alike is None or found[0].lower() in said:
        return found[0]
    return alike[:1].upper() + alike[1:] if found[1][:1].isupper() else alike
