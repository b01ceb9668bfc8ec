"""What somebody says of what is before him, or before others: that it is planned, wanted, foreseen."""

from __future__ import annotations

import re

from onrecord.text.names import find_names
from onrecord.verify.comparing.names import mentions, same_bearer
from onrecord.verify.reading.clauses import find_verb
from onrecord.verify.reading.gist import Gist
from onrecord.verify.reading.sayings import Saying
from onrecord.verify.reading.tokens import compared, find_roots, find_words, root

COUNTING = frozenset(
    """
    ministry department police officials authorities agency office service services government court bank bureau
    institute council commission military army navy hospital hospitals administration organization organisation
    association company centre center statistics census data figures report study survey poll scientists
    researchers
    """.split()
)
"""Bodies and papers that publish counts; a count of theirs is on record as counted by them."""
_WANTS = re.compile(
    r"(?:that\s)?(?:he|she|it|they)\s(?:\w+ly\s)?"
    r"((?:want|hope|plan|intend|expect|prefer|fear|regret)(?:e?d|s|ned|red|ted)?)\b"
)
"""What somebody wants or plans, by his word."""
_WOULD = re.compile(
    r"(?:on\s[A-Z][a-z]+day\s)?(?:that\s)?(?:he|she|it|they)\s(?:would|will)\s([a-z]+)\b(?:[^,;.]{1,80}?\sand\s([a-z]+)\b)?"
)
_IS_TO = re.compile(r"\s(?:(?:is|are)\s(?:planning\s|going\s|set\s|due\s)?|plans?\s|intends?\s)to\s([a-z]+)")
"""What somebody says he will do, and plans to."""
_FORESEEN = re.compile(
    r"\b(?:is|are|was|were)\s(?:now\s|still\s)?(?:forecast|projected|predicted|expected)\sto\b(?![^.;]*\sby\s(?:the\s)?[A-Z])"
)
_FORESEEING = frozenset(
    "expects expect forecasts forecast predicts predict projects project expected predicted projected".split()
)
_FORECASTERS = frozenset("economists analysts forecasters experts it".split())
"""What is foreseen by nobody named, by which verbs and, beside those who count, by whom."""
_DEMANDS = re.compile(
    r"\s(?:(?:has|have|had|is|are)\s)?(?:(?:now|also|again|repeatedly)\s)?(?:demand(?:s|ed|ing)?\b|want(?:s|ed)?\b|urg(?:es|ed|ing)\b"
    r"|(?:call|ask|press|appeal)(?:s|ed|es|ing)?\sfor\b)"
)
_DEMANDING = re.compile(r"(?:demand|want|urg|call|ask|press|appeal)", re.IGNORECASE)
"""What somebody does who wants something done, which a report has of him without a doubt: "called for a ban"."""


def demands_it(here: Gist, saying: Saying, there: Gist) -> bool:
    """Say whether both have the same one want something done: "called for shorter shifts", "wants shorter shifts".

    A person by a name, a body by nothing but words of its name.
    """
    demand = _DEMANDS.search(here.text)
    if demand is None or saying.source is None or saying.cue is None or saying.denied or here.negations:
        return False
    cue, behind = saying.cue.cut(there.text), there.text[saying.cue.end :].split(maxsplit=1)[:1]
    asking = _DEMANDING.match(cue) and (cue.lower().startswith(("demand", "want", "urg")) or behind == ["for"])
    before = find_roots(here.text[: demand.start()])
    return bool(asking and before) and before <= find_roots(saying.source.cut(there.text))


def demands_it_too(name: str, here: Gist, there: Gist) -> bool:
    """Say whether both have the same one want something done, in no words of his: "called for it", "demanded it"."""
    own = any(
        one.source and one.source.cut(here.text) == name and one.content.cut(here.text).startswith("for ")
        for one in here.sayings
    )
    told = _DEMANDS.search(there.text) if own else None
    bearer = next(iter(there.names), None) if told else None
    if told is None or bearer is None or not any(same_bearer(mine, bearer) for mine in find_names(name)):
        return False
    between = find_words(there.text[bearer.span.end : told.start()]) if bearer.span.end <= told.start() else ()
    return bearer.span.end <= told.start() and find_verb(between) is None


def is_anothers_demand(here: Gist, saying: Saying, there: Gist) -> bool:
    """Say whether it is another who calls for it by the words of whom the statement has do so: "Lund said Holt had"."""
    calls = any(one.source and one.content.cut(here.text).startswith("for ") for one in here.sayings)
    told = _DEMANDS.search(there.text, saying.content.start, saying.content.end) if calls else None
    return told is not None and any(
        saying.content.start <= name.span.start < told.start() and not mentions(here, name) for name in there.names
    )


def plans_it(here: Gist, saying: Saying, there: Gist) -> bool:
    """Say whether the statement has planned by the same one what this said it would do: "said it would close"."""
    would = None if saying.denied else _WOULD.match(saying.content.cut(there.text))
    planned = _IS_TO.search(here.text) if would and saying.source else None
    if would is None or planned is None or saying.source is None:
        return False
    deed = root(compared(planned[1]))
    if all(deed != root(compared(one)) for one in would.groups() if one):
        return False
    whom, before = next(iter(here.names), None), find_roots(here.text[: planned.start()])
    if whom is None or before != find_roots(whom.words):
        return bool(before) and before == find_roots(saying.source.cut(there.text))
    return any(saying.source.covers(name.span) and same_bearer(whom, name) for name in there.names)


def wants_it(here: Gist, saying: Saying, there: Gist) -> bool:
    """Say whether both have the same one want or plan something, which he alone can tell: "Holt said she wanted it"."""
    wanted = _WANTS.match(saying.content.cut(there.text))
    bearer = next(iter(here.names), None)
    if wanted is None or bearer is None or saying.source is None:
        return False
    source = [name for name in there.names if saying.source.covers(name.span)]
    return root(compared(wanted[1])) in here.roots and any(same_bearer(bearer, name) for name in source)


def foresees_it_too(here: Gist, saying: Saying, there: Gist) -> bool:
    """Say whether the statement has foreseen by nobody what those foresee whose office it is: "is forecast to"."""
    cue = saying.cue.cut(there.text).lower() if saying.cue and saying.source and not saying.denied else ""
    by = {word.plain for word in find_words(saying.source.cut(there.text))} if saying.source else set()
    own = not saying.content.cut(there.text).lower().startswith("to ")
    return (
        own and cue in _FORESEEING and bool(by & (COUNTING | _FORECASTERS)) and _FORESEEN.search(here.text) is not None
    )
