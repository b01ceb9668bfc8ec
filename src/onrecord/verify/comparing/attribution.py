"""Comparing who says it: "X said P" is neither "P" nor "Y said P"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.data import Reason, ReasonCode, Span
from onrecord.text.names import find_names
from onrecord.verify.comparing.denials import says_no
from onrecord.verify.comparing.doers import deed_of
from onrecord.verify.comparing.findings import clip
from onrecord.verify.comparing.intentions import (
    COUNTING,
    demands_it,
    demands_it_too,
    foresees_it_too,
    is_anothers_demand,
    plans_it,
    wants_it,
)
from onrecord.verify.comparing.names import mentions, same_bearer
from onrecord.verify.comparing.sources import same_source
from onrecord.verify.reading.company import DATELINE
from onrecord.verify.reading.cues import PEOPLE
from onrecord.verify.reading.gist import Gist
from onrecord.verify.reading.sayings import Saying
from onrecord.verify.reading.tokens import TO_BE, Word, compared, find_roots, find_words, root

_OWNING_UP = frozenset(compared(word) for word in "acknowledge concede admit accept".split())
_ASKING = frozenset(compared(word) for word in "ask call urge appeal beg order instruct invite plead request".split())
"""What somebody does who wants others to do something."""
_DONE_BY_SAYING = frozenset(
    root(compared(word))
    for word in "credit blame thank praise condemn denounce criticise criticize welcome congratulate defend".split()
)
"""What somebody does by saying something."""
_SUFFERED = TO_BE | {"to", "not", "never"}
_WHEN = re.compile(r"\b(?:after|before|because|when|since|while)\s(?:the\s)?$", re.IGNORECASE)
_NAMED_SO = re.compile(
    r"\b(?:dismiss|describ|call|brand|label|hail|condemn|denounc|criticis|criticiz|prais|dub)(?:e?d|es|s|led|ling|ing)\b"
    r"[^“”\".;]{0,80}?[“\"]([^“”\"]{8,})[”\"]\W*$"
)
"""Somebody's word for something, in quotation marks, and nothing else: "dismissed it as “theatre for home”"."""
_TOLD_OF = re.compile(r"\b(?:who|which|that|whose)\b")
_CONTRAST = re.compile(r",?\s(?:whereas|while|but)\b")
_FIRM = re.compile(
    r"the (?:[a-z-]+ )?"
    r"(?:company|firm|bank|airline|operator|retailer|manufacturer|maker|carmaker|drugmaker|group|carrier)"
)
_UNTRUE = re.compile(
    r"\b(?:false|untrue|wrong|invented|baseless|unfounded|nonsense|lies?|absurd|fabricated|deni(?:ed|es))\b"
)
_TAKEN_UP = re.compile(r"\b(?:it|they|them|its|their)\b")
_REASON = re.compile(
    r",\s((?:because|since)\s(?:the|its?|his|her|their|they|he|she|an?|[a-z]+s)\s[^.;]*|and\s[^,.;]{1,60}?\swould\s[^.;]*)"
)
"""Behind "Lund said", why it is so, or what would be too: his words as well."""
_IT, _BY = re.compile(r"\bits?\b"), re.compile(r"\bby\s(?:the\s)?[A-Z]")
_RESULTS = re.compile(
    r"(?:an?\s|its\s|net\s|[a-z]+-quarter\s|record\s|lower\s|higher\s)[^,;:A-Z]{0,60}?"
    r"\b(?:profits?|loss(?:es)?|revenues?|sales|earnings|income|turnover)\b(?!\s(?:at|of|for|by|in)\s(?:the\s)?[A-Z])"
)
"""Results that a firm gives as its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """In whose words the record gives what a statement states."""

    said_by: frozenset[str] = frozenset()
    """Words that name the source, as stems; empty when the record speaks for itself."""
    source: str = ""
    """The source as the record names it."""
    counts: bool = False
    """Whether the source is a body or paper that publishes counts, and the statement names no other."""
    caveat: Reason | None = None
    """Why these words do not bear the statement out: they are somebody's, or somebody else's."""
    denial: Reason | None = None
    """The statement's own source on record denying it; ``there`` is the denial."""


def hear(sources: Collection[str], here: Gist, there: Gist, shared: Collection[int], *, beside: Gist | None) -> Voice:
    """Tell in whose words the record has it, and whether a statement with these sources may rest on them.

    Args:
        sources: by whom the statement says that it is said; empty for a bare statement.
        here: the statement, which may itself give its content as said by somebody it does not name.
        there: the quoted words of the record.
        shared: indices of the words of ``there`` that the statement shares.
        beside: what stands around the quoted words, where the person behind a pronoun may be named.
    """
    sources = [name for name in sources if name.lower() not in PEOPLE] or sources  # "Lund said he thought"
    saying = _carrier(there, shared, deed_of(here))
    if saying is None:
        if sources and all(
            _says_so_too(name, here, there, beside)
            or _says_it(name, here, there, beside)
            or _concedes_too(name, here, there)
            or _asks_it_too(name, here, there)
            or demands_it_too(name, here, there)
            for name in sources
        ):
            return Voice()
        words = f"the record does not give it as the words of “{clip(min(sources))}”" if sources else ""
        return Voice(caveat=Reason(code=ReasonCode.SAID_NOT_SO, words=words) if sources else None)
    accusing = _accusing(sources, saying, there, shared, beside) if saying.denied else None
    misgiven = None if accusing else _misgiven(here, there, beside)
    going_on = None if accusing or misgiven else _going_on(sources, saying, there, beside)
    saying = accusing or misgiven or going_on or saying
    named = [there.words[at] for at in there.within(saying.source)] if saying.source else []
    source = f"“{clip(saying.source.cut(there.text))}”" if saying.source else "somebody quoted"
    own = misgiven is None and any(
        same_source(name, saying, there, beside)
        or _is_them(name, saying, here, there)
        or _is_the_firm(name, saying, here, there)
        for name in _speaking(here, saying, there) or sources
    )
    own = own and not is_anothers_demand(here, saying, there)
    denial = caveat = None
    denied_too = own and any(one.denied for one in here.sayings) and not here.negations
    denied_too = denied_too or (own and says_no(here, saying, there))
    if saying.denied and not denied_too:
        what = "it" if own else "what is quoted"  # which may be something else than the statement
        words = f"{source} is on record denying {what}"
        caveat = Reason(code=ReasonCode.SOURCE_DENIES, words=words, there=_frame(saying))
        denial = caveat if own else None
    elif own and not saying.denied and _denies_it(here, saying, there):
        words = f"on record as said by {source}, not as denied"
        caveat = Reason(code=ReasonCode.SAID_NOT_SO, words=words, there=_frame(saying))
    elif sources and not own:
        other = min((name for name in sources if name not in source), default="")
        words = f"on record as the words of {source}" + (f", not of “{clip(other)}”" if other else "")
        caveat = Reason(code=ReasonCode.SAID_NOT_SO, words=words, there=_frame(saying))
    elif not (sources or saying.vouched or any(so(here, saying, there) for so in _SO_TOO)):
        words = f"on record as the words of {source}"
        caveat = Reason(code=ReasonCode.SAID_NOT_SO, words=words, there=_frame(saying))
    return Voice(
        said_by=frozenset(word.stem for word in named if word.content),
        source=clip(saying.source.cut(there.text)) if saying.source else "",
        counts=not sources and (any(word.plain in COUNTING for word in named) or _tells_results(saying, there)),
        caveat=caveat,
        denial=denial,
    )


def _denies_it(here: Gist, saying: Saying, there: Gist) -> bool:
    """Say whether a statement has denied what the record has as said: "denies having taken it, says it was a syrup"."""
    said = saying.content
    unsaid = any(said.covers(one.cue) for one in there.negations) or _UNTRUE.search(there.text, said.start, said.end)
    told = find_roots(said.cut(there.text))
    own = (one for one in here.sayings if one.denied and one.source)
    denied = [find_roots(one.content.cut(here.text)) for one in own if not _is_called(one, here)]
    return not unsaid and not here.negations and any(one and 2 * len(one & told) > len(one) for one in denied)


def _is_called(saying: Saying, here: Gist) -> bool:
    """Say whether somebody only has a bad word for something: "dismissed the promise as worthless"."""
    cue = saying.cue.cut(here.text).lower() if saying.cue else ""
    return cue.startswith(("dismiss", "reject")) and " as " in saying.content.cut(here.text)


def _tells_results(saying: Saying, there: Gist) -> bool:
    """Say whether a firm gives its own results, which are on record as counted by it: "reported a drop in profit"."""
    reports = saying.cue is not None and saying.cue.cut(there.text).startswith("report")
    return reports and _RESULTS.match(saying.content.cut(there.text)) is not None


def _carrier(there: Gist, shared: Collection[int], deed: Word | None) -> Saying | None:
    """Return the saying that has more than half of the shared words in its content, its own source and verb aside.

    Of two sentences the first tells whom and what it is about: there a third will do that the rest does not have; and
    what the statement has somebody do will do by itself, where it is told there alone. Of several such the one with
    most of them.
    """
    several = len(there.sentences) > 1
    done = {at for at, word in enumerate(there.words) if deed and root(word.stem) == root(deed.stem)}
    carriers: list[tuple[int, Saying]] = []
    for saying in there.sayings:
        frame = {at for part in (saying.source, saying.cue) if part for at in there.within(part)}
        said = set(shared) - frame
        inside = set(there.within(saying.content)) & said
        roots, rest = ({root(there.words[at].stem) for at in some} for some in (said, said - inside))
        told = bool(done) and done <= inside
        if told or 2 * len(inside) > len(said) or (several and 3 * len(roots - rest) >= len(roots) > 0):
            carriers.append((len(inside), saying))
    own = [one for one in carriers if not _is_passed_on(one[1], [other for _, other in carriers])]
    return max(own, key=lambda one: one[0])[1] if own else None


def _is_passed_on(saying: Saying, others: Collection[Saying]) -> bool:
    """Say whether what shows something is told by another: "X-rays showed that he had broken it, his team said"."""
    cue = saying.cue if saying.vouched else None
    return cue is not None and any(other is not saying and other.content.covers(cue) for other in others)


def _accusing(
    sources: Collection[str], denial: Saying, there: Gist, shared: Collection[int], beside: Gist | None
) -> Saying | None:
    """Return what a statement's sources say and another denies: "eight dancers accused her of it, which she denies"."""
    spoken = [
        one for one in there.sayings if one is denial or (not one.denied and set(there.within(one.content)) & {*shared})
    ]
    theirs = [one for one in spoken if any(same_source(name, one, there, beside) for name in sources)]
    return theirs[0] if theirs and denial not in theirs else None


def _going_on(sources: Collection[str], saying: Saying, there: Gist, beside: Gist | None) -> Saying | None:
    """Return what a statement's sources say of what another has spoken of just before, and take up.

    "The party said the wall was too low. Renn said a commission would find out why it had failed" has Renn speak of it.
    """
    if not sources or any(same_source(name, saying, there, beside) for name in sources):
        return None
    for own in there.sayings:
        behind = own.source and own.content.start > saying.content.end and not own.denied
        taken_up = behind and _TAKEN_UP.search(own.content.cut(there.text))
        if taken_up and all(same_source(name, own, there, beside) for name in sources):
            return own
    return None


def _misgiven(here: Gist, there: Gist, beside: Gist | None) -> Saying | None:
    """Return the words of another, of several who speak in the record, that the statement gives to somebody."""
    spoken = [one for one in there.sayings if one.source]
    for own in here.sayings if len({one.source for one in spoken}) > 1 else ():
        if own.source is None or own.cue is None or own.source.cut(here.text).lower() in PEOPLE:
            continue
        name, said = own.source.cut(here.text), find_roots(_CONTRAST.split(own.content.cut(here.text))[0])
        shares = [(len(said & find_roots(one.content.cut(there.text))), one) for one in spoken]
        theirs = max((count for count, one in shares if same_source(name, one, there, beside)), default=0)
        most, other = max(shares, key=lambda share: share[0])
        if 2 * most >= len(said) and most > 2 * theirs:
            return other
        if (later := _said_of_it(said, spoken, name, there, beside)) is not None:
            return later
    return None


def _said_of_it(
    said: frozenset[str], spoken: Sequence[Saying], name: str, there: Gist, beside: Gist | None
) -> Saying | None:
    """Return what another says behind a source, and of the same, where it alone has words of the statement."""
    for own, other in pairwise(spoken):
        theirs, later = (one.content.cut(there.text) for one in (own, other))
        new = (said & find_roots(later)) - find_roots(theirs)
        if new and _TAKEN_UP.search(later) and same_source(name, own, there, beside):
            return None if same_source(name, other, there, beside) else other
    return None


def _says_so_too(name: str, here: Gist, there: Gist, beside: Gist | None) -> bool:
    """Say whether both only tell by it when or why: "resigned a day after the firm had admitted its mistake"."""
    own = [one for one in _in_passing(here) if one.source and one.source.cut(here.text) == name]
    cues = {stem for one in own for stem in _stems(here, one)}
    return any(_stems(there, one) & cues and same_source(name, one, there, beside) for one in _in_passing(there))


def _says_it(name: str, here: Gist, there: Gist, beside: Gist | None) -> bool:
    """Say whether most of what the statement has somebody say is in that one's words in the record."""
    contents = [one.content for one in here.sayings if one.source and name in one.source.cut(here.text)]
    said = frozenset[str]().union(*(find_roots(content.cut(here.text)) for content in contents))
    theirs = (one for one in there.sayings if not one.denied and same_source(name, one, there, beside))
    return any(2 * len(said & find_roots(_with_reason(one, there.text))) > len(said) for one in theirs)


def _with_reason(saying: Saying, text: str) -> str:
    """Return what somebody says, with the reason behind the verb: "there will be none, Lund said, since it was off"."""
    end = max(part.end for part in (saying.source, saying.cue, saying.content) if part)
    quoted = text[saying.content.start] in '“"' or text[saying.content.end - 1] in '”"'
    behind = _REASON.match(text, end) if saying.content.end < end and not quoted else None  # why Lund says it is told
    return saying.content.cut(text) + (f" {behind[1]}" if behind else "")


def _concedes_too(name: str, here: Gist, there: Gist) -> bool:
    """Say whether both have the same one own up to a thing, in no words of his: "acknowledged defeat", "conceded"."""
    own = any(
        one.source and name.endswith(one.source.cut(here.text)) and _stems(here, one) & _OWNING_UP
        for one in here.sayings
    )
    told = next((word for word in there.words if word.stem in _OWNING_UP), None)
    before = there.text[: told.span.start] if told else ""
    return own and any(same_bearer(mine, other) for mine in find_names(name) for other in find_names(before)[-1:])


def _asks_it_too(name: str, here: Gist, there: Gist) -> bool:
    """Say whether both have the same one ask others, in no words of his: "called on them to act", "asked them to"."""
    own = any(one.source and one.source.cut(here.text) == name and _stems(here, one) & _ASKING for one in here.sayings)
    told = next((word for word in there.words if word.stem in _ASKING), None)
    before = find_roots(there.text[: told.span.start]) if told else frozenset()
    return own and bool(before) and before <= find_roots(name)


def _in_passing(text: Gist) -> list[Saying]:
    return [one for one in text.sayings if one.source and _WHEN.search(text.text, 0, one.source.start)]


def _speaking(here: Gist, saying: Saying, there: Gist) -> tuple[str, ...]:
    """Return whom the statement names as saying it by the record's own verb: "A said that B promised"."""
    named = tuple(one.source.cut(here.text) for one in _by_same_verb(here, saying, there) if one.source)
    return () if any(name.lower() in PEOPLE for name in named) else named


def _unnamed(here: Gist, saying: Saying, there: Gist) -> bool:
    """Say whether the statement has it as said by nobody named, with the record's own verb: "she is accused of"."""
    return any(one.source is None for one in _by_same_verb(here, saying, there))


def _asks_too(here: Gist, saying: Saying, there: Gist) -> bool:
    """Say whether both have the same one ask others to do something, which is a deed: "called on them to vote"."""
    asker = next(iter(here.names), None)
    if asker is None or saying.source is None or not _stems(there, saying) & _ASKING:
        return False
    taken_up = saying.source.cut(there.text).lower() in PEOPLE
    source = [name for name in there.names if taken_up or saying.source.covers(name.span)]
    deed = deed_of(here)
    return deed is not None and deed.stem in _ASKING and any(same_bearer(asker, name) for name in source)


def _does_it_by_saying(here: Gist, saying: Saying, there: Gist) -> bool:
    """Say whether the statement has the same one do what is done by saying it: "credited the dam with saving them"."""
    deed = deed_of(here)
    doer = next(iter(here.names), None)
    if deed is None or doer is None or saying.source is None or root(deed.stem) not in _DONE_BY_SAYING:
        return False
    source = [name for name in there.names if saying.source.covers(name.span)]
    between = find_words(here.text[doer.span.end : deed.span.start])
    active = doer.span.end <= deed.span.start and not any(word.plain in _SUFFERED for word in between)
    return active and any(same_bearer(doer, name) for name in source)


def _by_same_verb(here: Gist, saying: Saying, there: Gist) -> list[Saying]:
    cue = _stems(there, saying)
    return [one for one in here.sayings if _stems(here, one) & cue]


def _quotes_them(here: Gist, saying: Saying, there: Gist) -> bool:
    """Say whether the statement has whom the record quotes name something so: "dismissed it as “theatre”"."""
    told = _NAMED_SO.search(here.text)
    named = next(iter(here.names), None)
    if told is None or named is None or saying.source is None or named.span.start > told.start():
        return False
    if _TOLD_OF.search(here.text, 0, told.start()):
        return False  # "Lund, who won, called it": what is told of him beside may be his word alone
    source = [name for name in there.names if saying.source.covers(name.span)]
    return told[1] in saying.content.cut(there.text) and any(same_bearer(named, name) for name in source)


def _holds_it_too(here: Gist, saying: Saying, there: Gist) -> bool:
    """Say whether the statement has the same one say or hold it, to its end: "Lund is convinced that P"."""
    own = (one for one in _by_same_verb(here, saying, there) if one.source and one.content.end >= len(here.text) - 1)
    return any(one.source and same_source(one.source.cut(here.text), saying, there, None) for one in own)


_SO_TOO = (
    *(_unnamed, _asks_too, _quotes_them, _holds_it_too, wants_it, demands_it, _does_it_by_saying, plans_it),
    foresees_it_too,
)
"""Ways in which a statement without a source of its own gives somebody's words as theirs."""


def _stems(text: Gist, saying: Saying) -> frozenset[str]:
    return frozenset(text.words[at].stem for at in text.within(saying.cue)) if saying.cue else frozenset()


def _frame(saying: Saying) -> Span:
    parts = [part for part in (saying.source, saying.cue) if part] or [saying.content]
    return Span(start=min(part.start for part in parts), end=max(part.end for part in parts))


def _is_them(name: str, saying: Saying, here: Gist, there: Gist) -> bool:
    """Say whether "she said" is of whom the statement names, and the record has it of: "Ida Holt phoned, she said"."""
    spoken = [one for one in there.names if saying.source and saying.source.covers(one.span)]
    people = {one.words for one in here.names if " " in one.words}
    return name.lower() in PEOPLE and len(people) == 1 and any(mentions(here, one) for one in spoken)


def _is_the_firm(name: str, saying: Saying, here: Gist, there: Gist) -> bool:
    """Say whether "the company" that speaks is whom its words begin with: "Acmar will close, the company said".

    A statement that goes on with "it" has a firm speak, and nobody whose firm it is.
    """
    source = saying.source.cut(there.text) if saying.source else ""
    if not (_FIRM.fullmatch(source) and _IT.search(here.text)):
        return False
    dateline = DATELINE.match(there.text, saying.content.start)
    start = dateline.end() if dateline else saying.content.start
    content = there.text[start : saying.content.end].removeprefix("The ")
    named = any(one.words == name for one in there.names)
    return named and content.startswith(f"{name} ") and _BY.search(content) is None
