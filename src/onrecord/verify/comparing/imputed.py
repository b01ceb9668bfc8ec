"""What somebody is only charged with, cleared of or kept from: that a deed is named does not say that it was done.

"Acquitted of taking bribes" has all the words of "took bribes".
"""

from __future__ import annotations

import re

from onrecord.data import Span
from onrecord.verify.comparing.doers import deed_of
from onrecord.verify.reading.gist import Gist
from onrecord.verify.reading.tokens import compared, root

_FAR = r"(?:[^.;:,]|,(?!\s(?:and|but|while)\b)){0,90}?"
"""What stands between such a word and the deed, in one clause: "acquitted teacher Ida Holt, 41, on Friday of"."""
_IMPUTED = tuple(
    re.compile(rf"\b{words}\s{_FAR}\b(?:{behind})\s", re.IGNORECASE)
    for words, behind in (
        (
            r"(?:acquit\w*|clear(?:ed|s|ing)|absolv\w+|exonerat\w+|exculpat\w+|innocent|not guilty|suspect(?:s|ed)?"
            r"|on suspicion)",
            "of|in|from",
        ),
        (r"(?:charg(?:ed|es|ing)|indict\w*)", "with|on charges of|for|over"),
        (r"(?:charges?|allegations?|accusations?|suspicions?|rumours?|rumors?|claims)", "of|that"),
        (
            r"(?:claim|reports|theor(?:y|ies)|belief|notion|assertions?|suggestions?|speculation|misconception|myth)",
            "that",
        ),
        (
            r"(?:tried|trial|prosecut\w+|investigat\w+|arrest(?:ed|s|ing)?|detained|wanted|questioned|interrogated"
            r"|blam(?:e[sd]?|ing)|suing|sue[sd]?)",
            "for|over|about|on suspicion of",
        ),
        (
            r"(?:overturn\w*|quash\w*|annul\w*|vacat\w+|threw out|throws? out|set aside|drop(?:s|ped)|dismiss\w*)\s"
            rf"{_FAR}(?:convictions?|verdicts?|sentences?|charges?|cases?|lawsuits?|complaints?)",
            "for|of|over|against|that",
        ),
        (
            r"(?:prevent\w*|bar(?:s|red)|bann?(?:s|ed)|stop(?:s|ped)|block(?:s|ed)|deter(?:s|red)|discourag\w+|kept|keeps"
            r"|refrain\w*|abstain\w*|dissuad\w+|talked)",
            r"from|out of",
        ),
        (r"rul(?:ed|es|ing)", "out"),
        (r"(?:short|shy|instead|incapable|dream\w*|thought|spoke|talk\w*)", "of"),
        (r"(?:far|away)", "from"),
        (r"(?:came|come|comes|got|was|were|is|are)\s(?:very\s)?(?:close|near)", "to"),
    )
)
"""Words of charging, clearing and keeping, each with what then leads to the deed."""
_ANY = re.compile(
    r"\b(?:acquit|clear|absolv|exon|excul|innocent|not guilty|susp|charg|indict|alleg|accus|rumou?r|claim|tri(?:ed|al)"
    r"|prosec|investig|arrest|detain|wanted|question|interrog|blam|su(?:e|ing)|overturn|quash|annul|vacat|thr[eo]w"
    r"|set aside|drop|dismiss|prevent|bar|ban|stop|block|deter|discour|ke[ep]|refrain|abstain|dissuad|talk|short|shy"
    r"|instead|incap|rul(?:e|ing)|dream|thought|spoke|far|away|close|near|reports|theor|belief|notion|assert|suggest|specul|misconc|myth)",
    re.IGNORECASE,
)
"""What one of them begins with."""
_ENDS = re.compile(r"[.;:]\s|,\s(?:and|but|while|who|which)\s|\s(?:but|after|before|because|while|when)\s")
_COMMA = re.compile(",")
_BEFORE = 60  # characters
_ASIDE = re.compile(r",\s(?:(?:who|which)\s(?:[\w’']+\s){0,4})?$")
"""Before a word that only tells more of somebody, up to the next comma: "Lund, who is charged with fraud, closed"."""
_SAYS_SO = frozenset(
    root(compared(word))
    for word in """
    acquit clear absolve exonerate exculpate innocent suspect suspicion charge indict indictment allege allegation
    accuse accusation rumour rumor claim try trial prosecute prosecution investigate investigation arrest detain wanted
    question interrogate blame sue overturn quash annul vacate prevent bar ban stop block deter discourage keep refrain
    abstain rule dissuade short shy instead close near theory belief notion assertion suggestion speculation
    """.split()
)
"""Words by which a statement itself tells of charging, clearing or keeping."""
_GERUND = re.compile(r"\w+ing\b")


def only_imputed(here: Gist, there: Gist) -> Span | None:
    """Return by what words the record has somebody charged with what he has done by the statement, or cleared of it."""
    if _ANY.search(there.text) is None or here.negations:
        return None
    told = {root(word.stem) for word in here.words} & _SAYS_SO
    mine = {root(word.stem) for word in here.words if word.content and not word.capital}
    done = None if here.sayings else deed_of(here)
    for pattern in _IMPUTED:
        for found in pattern.finditer(there.text):
            aside = _ASIDE.search(there.text, max(0, found.start() - _BEFORE), found.start())
            end = (_COMMA if aside else _ENDS).search(there.text, found.end())
            reach = Span(start=found.end() - 1, end=end.start() + 1 if end else len(there.text))
            inside = {root(word.stem) for word in there.words if reach.covers(word.span)}
            outside = {root(word.stem) for word in there.words if not reach.covers(word.span)}
            deed = _GERUND.match(there.text, found.end())
            led = root(compared(deed[0].lower())) if deed else ""
            if told - inside:
                continue
            alone = done is not None and root(done.stem) in inside - outside  # whoever else is told of beside
            if (led in mine or mine & inside) and (alone or not (mine & outside) - {led}):
                return Span(start=found.start(), end=found.end() - 1)
    return None
