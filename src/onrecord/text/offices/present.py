"""Whether a sentence has somebody act in an office now, or on a day it names.

A title in passing says nothing of the day it is used on: "a law signed by President Venn", "President Venn's plan".
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from onrecord.data import Interval
from onrecord.text.offices.given import Office
from onrecord.text.offices.vocabulary import GOVERNMENT

RECENT = timedelta(days=90)
"""For how long a report tells who is in an office: who left one is back in it within a season in hardly any case."""
SETTLED = timedelta(days=2)
"""Days after which reports agree on who is in an office; around a change each has it otherwise."""
YEAR = timedelta(days=365)
"""In which two who were in an office side by side are seen to have been: there are two such offices."""
_LONGEST = timedelta(days=31)
"""A time that tells on which side of a change of office it lies; a year may hold both."""
_PRESENT = (
    r"(?:is|are|isn['’]t|aren['’]t|has|hasn['’]t|does|doesn['’]t|says|remains|continues|wants|plans|leads|heads|governs"
    r"|insists|denies)"
)
_ASIDE = r"(?:, [^,.;]{1,80},|,)?(?: (?:and|or) (?:his|her|their|the) \w+)?"
_OF_OTHERS = r"(?:said|thought|believed|known|remembered|credited|accused|blamed)"
_ACTS = re.compile(rf"{_ASIDE} (?:\w+ly |also |still |now )?{_PRESENT}\b(?! {_OF_OTHERS} )")
_ACTED = re.compile(rf"{_ASIDE} (?:\w+ly |also )?(?:said|told|announced|met|signed|[a-z]{{2,}}ed)\b")
_UNDER = re.compile(r"(?:^|, )under\s(?:the\s)?$", re.IGNORECASE)
_BEING = re.compile(r"\b(?:is|are)\s(?:\w+\s)?being\s(?:\w+\s){1,3}by\s(?:the\s)?$")
_UNHEARD = re.compile(r"\bthere\s(?:is|has\sbeen)\sno\s(?:[\w-]+\s){1,5}(?:from|by)\s(?:the\s)?$", re.IGNORECASE)
_SUBJECT = re.compile(
    r"(?:^|[,;:—–“”\"(]\s?|\b(?:but|that|though|although|yet|so|then|said|says|now|today)\s)(?:the\s)?$", re.IGNORECASE
)
"""What stands before a subject; behind any other word a name may be an object: "a law signed by President Venn"."""
_TELLS = re.compile(r"\b(?:is|are|has|have|isn['’]t|aren['’]t|hasn['’]t|haven['’]t)\b")
_TOLD = re.compile(r"\b(?:was|were|had|did|wasn['’]t|weren['’]t|hadn['’]t|didn['’]t|would|once|since|until|during)\b")
_COPULA = re.compile(r"\s(?:is|remains)\s")
_COURTESY = re.compile(r"(?:[A-Z]\w+ )*(?:Gov|Sen|Rep|Amb|Gen|Lt)\. ")
"""A title cut short is one of courtesy, which Americans keep for life: "Gov. Christie"."""
_QUOTES = re.compile(r"[“”\"]")
_LOOK = 120


def day_in_office(text: str, office: Office, *, time: Interval | None, as_of: date) -> date | None:
    """Return the day on which ``text`` has somebody act in ``office``: ``as_of`` where it speaks of now.

    ``time`` is when what it states is said to be. None when it does not say, or it is somebody else's words.
    """
    start, end = office.span.start, office.span.end
    if len(_QUOTES.findall(text[:start])) % 2 or _COURTESY.match(office.span.cut(text)):
        return None
    acted = _ACTED.match(text, end) and _SUBJECT.search(text[:start])
    if time is not None:
        sure = as_of - time.end <= _LONGEST or str(time.end.year) in text  # "Jan. 6" may be of any year
        if time.end - time.start > _LONGEST or time.start > as_of or not sure:
            return None
        return min(time.end, as_of) if acted or _acts_now(text, office) else None
    return as_of if not acted and _acts_now(text, office) else None


def _acts_now(text: str, office: Office) -> bool:
    start, end = office.span.start, office.span.end
    before = text[max(0, start - _LOOK) : start]
    if _SUBJECT.search(before) and (_ACTS.match(text, end) or _COPULA.search(office.span.cut(text))):
        return True
    if office.office == GOVERNMENT and (_BEING.search(before) or _UNHEARD.search(before)):
        return True
    set_off = text[end : end + 1] == "," and _UNDER.search(before)
    return bool(set_off and _TELLS.search(text) and not _TOLD.search(text))
