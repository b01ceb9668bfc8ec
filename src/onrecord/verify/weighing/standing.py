"""What somebody is, by a statement, that the record has of another: of whom he is the son, or who stands beside him.

"Top seed Mats Kroll takes on Ben Ashdown" has Ashdown no top seed, "the daughter of a coal merchant" is no merchant,
and "Jonas Petty of the growers' association" is not with the plant health service, which the report names too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from onrecord.data import Span
from onrecord.text.names import Name
from onrecord.text.sentences import sentences
from onrecord.verify.comparing.names import mentions, same_bearer
from onrecord.verify.reading.gist import KIN, Gist
from onrecord.verify.reading.sayings import Saying
from onrecord.verify.reading.tokens import find_roots, find_words, root

_IS = re.compile(
    r"\s(?:is|was|are|were|has been|had been|remains|became|works as|served as|serves as)\s"
    r"(?:(?:also|still|now|once|only)\s)?(?P<with>with\s)?(?:(?:an?|the|one of the)\s)?"
    r"(?P<what>[\w’'-]+(?:\s[\w’'-]+){0,4})"
)
"""What somebody is by a statement, or whom he is with."""
_BEHIND = re.compile(r"\b(?:of|for|at|in|from|with|who|and|since|until|when|after|by|to|on)\b")
"""What ends the words for it."""
_OF = re.compile(r"\s(?:of|for|at|in)\s(?:the\s)?(?P<of>[\w’'-]+(?:\s[\w’'-]+){0,3})")
_RELATED = re.compile(
    r"(?:,\s(?:the\s|an?\s)?)?\b(?:sons?|daughters?|child(?:ren)?|wi[fv]es?|husbands?|widow(?:er)?s?|brothers?|sisters?|mothers?"
    r"|fathers?|parents|nephews?|nieces?|cousins?|grand(?:son|daughter|child|children|father|mother)s?|uncles?|aunts?|heirs?"
    r"|friends?|partners?|lovers?|rivals?|aides?|advis[eo]rs?|assistants?|deput(?:y|ies)|pupils?|students?|critics?|opponents?"
    r"|colleagues?|neighbours?|neighbors?|lawyers?|bodyguards?)\s(?:of|to)\s(?P<whose>an?|two|several|the|his|her)\s(?:[\w-]+\s){0,3}$"
)
"""Before the word for those whose relative or helper somebody is."""
_PARTY = re.compile(
    r"\b(?:party|list|league|union|alliance|coalition|movement|front|greens?|labour|liberals?|conservatives?|democrats?)\b",
    re.IGNORECASE,
)
"""Behind "of" what somebody belongs to, who is minister of a place."""
_HELD = re.compile(
    r"\s(?:is|was|remains)\s(?:the\s)?(?P<office>[a-z]+(?:\s[a-z]+)?)\sof\s(?:the\s)?(?P<place>[A-Z][\w’-]+)"
)
_LEADS = re.compile(
    r"\s(?:leads|led|heads|headed|chairs|chaired|runs|ran|manages|managed|coaches|coached|owns|owned|captains|captained"
    r"|plays for|played for|works for|worked for|belongs to)\s((?:[\w’'-]+\s?){1,5})"
)
_THEIR_LEADER = re.compile(r"\b(?:its|their)\s(?:[a-z-]+\s){0,3}[a-z-]+,\s(?=[A-Z])")
"""Before the name of whom those belong to who were named before."""
_CALLED = re.compile(r"\b(?:is|was|are|were|been|became|remains?)\s(?:an?|the|his|her|their|its|one)\b")
_IN_OFFICE = find_roots(
    "lead head run chair manage direct represent defend advise coach command captain work serve own teach speak belong "
    "found live stand say tell claim think believe want call criticise praise blame"
)
"""What somebody may be told to do by his title, or by what he says."""
_ANY = frozenset("a an two several".split())
_BEFORE_NAME = re.compile(r",?\s(?=[A-Z])")
_BEFORE = 120
"""Characters before a word in which it is told whose relative somebody is."""


def stands_otherwise(here: Gist, there: Gist, beside: Gist) -> Span | None:
    """Return words by which the record has another be what the statement has somebody be, or him with others.

    Args:
        here: the statement.
        there: the words of the record.
        beside: what stands around them.
    """
    name = next(iter(here.names), None)
    what = _IS.match(here.text, name.span.end) if name else None
    if name is None or what is None or name.span.start > len("The "):
        return None
    if what["with"]:
        return _with_others(name, find_roots(what["what"]), there, beside)
    told = find_words(_BEHIND.split(what["what"])[0])
    if not told or not told[-1].content:
        return None
    places = [word.span for word in there.words if root(word.stem) == root(told[-1].stem)]
    others = [_other_at(span, name, there) for span in places]
    if others and all(others):
        return others[0]
    of = _OF.match(here.text, what.start("what") + told[-1].span.end)
    return _of_other(name, of["of"], places, there, beside) if of else None


def _other_at(span: Span, name: Name, there: Gist) -> Span | None:
    """Return by what another than a name, or his relative, is called what stands at ``span``."""
    before_name = _BEFORE_NAME.match(there.text, span.end)
    at = before_name.end() if before_name else -1
    named = next((one for one in there.names if one.span.start <= at < one.span.end), None)
    if named and same_bearer(name, named):
        return None
    related = _RELATED.search(there.text, max(0, span.start - _BEFORE), span.start)
    if related:
        his = any(one.span.end == related.start() and same_bearer(name, one) for one in there.names)
        return Span(start=related.start(), end=span.end) if his or related["whose"] in _ANY else None
    title = named is not None and before_name is not None and "," not in before_name[0]
    return Span(start=span.start, end=named.span.end) if named and title else None


def _of_other(name: Name, of: str, places: list[Span], there: Gist, beside: Gist) -> Span | None:
    """Return of what the record has somebody be who is so of something else: "Minister Ida Holt of Marovia"."""
    asked = _begun(of)
    titled = [one for one in there.names if places and same_bearer(name, one) and one.span.start <= places[0].end + 1]
    if len(places) != 1 or not titled or not asked or not asked <= _begun(beside.text):
        return None
    behind = _OF.match(there.text, titled[-1].span.end)
    place = behind is not None and bool(_begun(behind["of"])) and not _PARTY.search(behind["of"])
    apart = behind is not None and place and not asked & _begun(there.text[: behind.end()])
    return Span(start=places[0].start, end=behind.end()) if behind and apart else None


def _with_others(name: Name, asked: frozenset[str], there: Gist, beside: Gist) -> Span | None:
    """Return with whom the record has somebody, where it names those of the statement too, and not with him."""
    behind = (_OF.match(there.text, one.span.end) for one in there.names if same_bearer(name, one))
    told = [Span(start=one.start("of"), end=one.end("of")) for one in behind if one]
    if not told or not asked or not asked <= beside.roots:
        return None
    return None if any(asked & find_roots(one.cut(there.text)) for one in told) else told[0]


def _begun(words: str) -> frozenset[str]:
    """Return how the words with capitals begin: a place and its people begin alike."""
    return frozenset(one[:KIN].casefold() for one in re.findall(r"[A-Z][\w-]*", words))


def in_office_elsewhere(here: Gist, there: Gist, reports: Iterable[str]) -> str | None:
    """Return where a report has somebody in office whom the statement has so of a place that the record leaves out."""
    name = next(iter(here.names), None)
    held = _HELD.match(here.text, name.span.end) if name and name.span.start == 0 else None
    if name is None or held is None or mentions(there, replace(name, words=held["place"])):
        return None
    told = re.compile(
        rf"\b{re.escape(held['office'])} of (?P<place>[A-Z]\w+),? {re.escape(name.words)}\b"
        rf"|\b{re.escape(name.words)}, (?:the )?{re.escape(held['office'])} of (?P<other>[A-Z]\w+)",
        re.IGNORECASE,
    )
    found = [one for report in reports for one in told.finditer(report)]
    elsewhere = [one[0] for one in found if (one["place"] or one["other"])[:KIN] != held["place"][:KIN]]
    return elsewhere[0] if elsewhere and len(elsewhere) == len(found) else None


def leads_others(here: Gist, there: Gist) -> Span | None:
    """Return whose leader the record has somebody be, whom the statement has lead another that it names elsewhere.

    "The League rose to 33 seats. The Democrats fell to 22; their leader, Ida Holt, resigned" has Holt lead no league.
    """
    name = next(iter(here.names), None)
    led = _LEADS.match(here.text, name.span.end) if name and name.span.start == 0 else None
    asked = _begun(led[1]) if led else frozenset()
    if name is None or not asked:
        return None
    for told in _THEIR_LEADER.finditer(there.text):
        named = next((one for one in there.names if one.span.start == told.end()), None)
        home = next(
            (one for one in sentences(there.text) if one.covers(Span(start=told.start(), end=told.end()))), None
        )
        if named is None or home is None or not same_bearer(name, named):
            continue
        own = _begun(there.text[home.start : told.start()])
        return Span(start=home.start, end=named.span.end) if own and not own & asked else None
    return None


def only_speaks(here: Gist, there: Gist) -> Span | None:
    """Return the words of somebody of whom a statement tells a deed, where that is all the record has of him.

    "Babies are in danger, says Dr Holt" has none of the words of "Holt has whooping cough", which a model may still
    take for borne out.
    """
    names = [name.span for name in here.names]
    told = {
        root(word.stem) for word in here.words if word.content and not any(name.overlaps(word.span) for name in names)
    }
    first = next(iter(here.names), None)
    if first is None or first.span.start > len("The ") or not told or told & (there.roots | _IN_OFFICE):
        return None
    if _CALLED.search(here.text) or any(saying.cue for saying in here.sayings):
        return None
    same = [name.span for name in there.names if same_bearer(first, name)]
    sources = [one.source for one in there.sayings if one.source and one.cue and _is_all_he_does(one, there.text)]
    return same[0] if same and all(any(one.covers(name) for one in sources) for name in same) else None


def _is_all_he_does(saying: Saying, text: str) -> bool:
    """Say whether the verb of a saying stands right by its source: not "Lund left, saying he was tired"."""
    source, cue = saying.source, saying.cue
    if source is None or cue is None or cue.cut(text).endswith("ing"):
        return False
    between = text[source.end : cue.start] if source.end <= cue.start else text[cue.end : source.start]
    return not find_roots(between)
