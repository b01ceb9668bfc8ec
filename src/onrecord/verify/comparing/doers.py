"""Who does it: not whom the record has it done to, nor who is named in another of its sentences."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import product

from onrecord.data import Reason, ReasonCode, Span
from onrecord.text.names import Name
from onrecord.text.sentences import sentences
from onrecord.verify.comparing.findings import clip
from onrecord.verify.comparing.names import same_bearer, strangers
from onrecord.verify.reading.clauses import find_verb
from onrecord.verify.reading.gist import Gist
from onrecord.verify.reading.tokens import ARTICLES, TO_BE, Word, compared, find_roots, find_words, root

_OPENING = 3
"""Words before which a name that opens a sentence begins, those of its title aside: "On Monday Veldania ..."."""
_OVERCOME = frozenset(
    "beat beats beating beaten defeat defeats defeated defeating overcame overcoming against over by edging edged "
    "trounced trouncing thrashed thrashing ousted ousting succeeding succeeded replacing replaced unseated unseating "
    "accused accusing sued suing killed killing arrested arresting invaded invading attacked attacking struck".split()
)
"""Words whose object is whom it is done to."""
_OWNED = re.compile(r"['’]s?\s((?:[\w-]+\s){0,1}[\w-]+)")
_OWNER = re.compile(r"\b([\w-]+)\s(?:of|to|for)\s(?:the\s)?$")
_BEFORE = 40
"""Characters before a name in which a verb or whom it goes with stands."""
_OWN = frozenset(
    """
    aide aides ally allies adviser advisers advisor advisors allies attorney attorneys backers brother brothers campaign
    chief children coach colleague colleagues company critic critics cousin daughter daughters deputy doctor doctors
    driver family father friend friends husband lawyer lawyers manager minister ministers mother nephew niece
    office opponent opponents parents parliament partner party physician police predecessor president relatives
    representative rival rivals secretary sister sisters son sons spokesman spokesperson spokeswoman staff successor
    supporter supporters team uncle widow wife
    """.split()
)
"""Those who act, and to whom things happen, in place of whom they belong to."""
MUTUAL = frozenset(
    root(compared(word))
    for word in "meet marry wed face fight play date divorce debate embrace kiss equal border battle rival".split()
)
"""Verbs that hold both ways."""
_BESIDE = 5
"""Words to either side of a verb among which its subject and object stand."""
_NO_OBJECT = frozenset("by with for from in on at to of that as than".split())
"""Words behind which a name is not whom it is done to."""
_FROM_TO = re.compile(
    r"\b(?:from ((?:[\w’'-]+ ){1,7}?)to ((?:[\w’'-]+\W?){1,4})"
    r"|(?:left|leaves|leaving|departed) ((?:[\w’'-]+ ){1,6}?)for ((?:[\w’'-]+\W?){1,4}))"
)
"""Where something leads from and to: "from Halme in Corvia to Tarn", "left Halme on Monday for Tarn"."""
_TO_FROM = re.compile(r"\bto ((?:[\w’'-]+ ){1,5}?)from ((?:[\w’'-]+\W?){1,4})")
"""The same, told from its end: "to Tarn from Halme"."""
_ONLY_TO = re.compile(
    r"\b(?:mov|switch|transferr?|promot|return|go|went)(?:e?[ds]|es?|ing)?\s(?:(?:back|on|over)\s|of\s[^,;.]{1,60}?\s)?"
    r"to ((?:[\w’'-]+\W?){1,4})"
)
"""Where something leads to, without where from: "the health minister moves to the foreign ministry"."""
_COMES_FROM = re.compile(r"\b([a-z]+) from ([A-Z][\w’-]*)")
"""Whom, and from where: "a lorry driver from Halme"."""
_LIES_IN = re.compile(r"\b([a-z]+) (?:in|at) ([A-Z][\w’-]*)")
"""What, and where it is: "the rent in Halme"."""
_AHEAD = re.compile(
    r"\b(ahead of|behind|clear of|in front of|north of|south of|east of|west of|above|below"
    r"|(?:old|young|tall|small|larg|bigg|rich|poor|fast|slow|dear|cheap|strong|weak|high|low)i?er than)\s(?=[A-Z])"
)
"""Between two of whom one is before the other."""
_GOES_ON = re.compile(r"[;:.]\s|,?\s(?:but|while|whereas|only|though)\s|,\sand\s")
"""Between what is told of one place and of another."""
_WHERE = re.compile(r"\b(?:in|at|near|outside|from|around|of)\s(?:the\s)?$")
_PLACED = re.compile(r"(?:The|An?)\s((?:[a-z-]+\s){0,2}[a-z-]+)\s(?:in|at|of|near)\s(?:the\s)?$")
_ANSWERED = re.compile(
    r"\b(?:accept|reject|refus|demand|urg|welcom|oppos|criticis|criticiz|condemn|regret|expect|discuss|consider|suggest"
    r"|seek|call(?:s|ed|ing)? for|want|fear|await|need|requir|lack|pend)(?:s|ed|d|ing|es)?\s"
    r"(?:(?:the|a|an|any|his|her|their|its)\s)?(?:(?:[A-Z][\w-]*\s){0,3}[\w-]+['’]s?\s)?"
    r"(?:[a-z]+\s)?$"
    r"|\b(?:request|bid|motion|application|demand|attempt|petition|proposal|plan|effort|offer|threat)s?\sto\s$"
)
"""What is done to another's deed: "accepted the resignation", "needs the approval", "rejected a request to ban"."""
_TAKES_UP = frozenset("the it they he she this that these those".split())
_AFTER = re.compile(r"\b(?:after|by|before|while|since)\s$")
_CUT = re.compile(r"[,;:–—]|\b(?:who|which|that)\b")
"""Between a verb and another finite one of its sentence."""
_ANYTHING = frozenset("it its they their".split())
_PASSIVE = TO_BE | {"got"}


def done_by_another(here: Gist, there: Gist, shared: Collection[int]) -> Reason | None:
    """Find the statement's subject in the record only as another's: its object, its owner, or of another sentence."""
    turned = (
        _exchanged(here, there) or _led_back(here, there) or _from_elsewhere(here, there) or _turned_round(here, there)
    )
    turned = turned or _counted_elsewhere(here, there) or _ahead(here, there)
    if turned is not None:
        words = f"on record the other way round: “{clip(turned.cut(there.text))}”"
        return Reason(code=ReasonCode.ENTITY_DIFFERS, words=words, there=turned)
    subject = _subject(here)
    if subject is None or _only_places(here, subject, there):
        return None
    bearers = [name for name in there.names if same_bearer(subject, name) or name.words == subject.words]
    others = strangers(there, here)
    passive = any(word.plain in _PASSIVE for word in here.words)
    if not bearers or not all(
        _owns_it(there, name, here)
        or (not passive and (_suffers(there, name, others) or _apart(there, name, others, shared)))
        or _may_be_of_others(there, name, others)
        for name in bearers
    ):
        return None
    words = f"on record of another than “{clip(subject.words)}”"
    return Reason(code=ReasonCode.ENTITY_DIFFERS, words=words, here=subject.span, there=bearers[0].span)


def _only_places(here: Gist, name: Name, there: Gist) -> bool:
    """Say whether a name only tells where the subject is, and the record begins with that: "the mine in Korv"."""
    led = _PLACED.match(here.text, 0, name.span.start)
    return (
        led is not None
        and re.match(rf"(?:[^.]{{0,60}}\s[–—-]\s)?(?:The|An?)\s{re.escape(led[1])}\b", there.text) is not None
    )


def _suffers(text: Gist, name: Name, others: list[Name]) -> bool:
    """Say whether it is done to the name, by somebody else named before it."""
    before = find_words(text.text[max(0, name.span.start - _BEFORE) : name.span.start])
    called = len(before) > 1 and before[-1].content and not before[-1].capital  # "beating holders Port Selwyn"
    acted = bool(before) and (before[-1].plain in _OVERCOME or (called and before[-2].plain in _OVERCOME))
    return acted and any(other.span.end <= name.span.start for other in others)


def _may_be_of_others(text: Gist, name: Name, others: list[Name]) -> bool:
    """Say whether "it" takes up a sentence that names somebody else too beside the name."""
    parts = sentences(text.text)
    home = next((at for at, part in enumerate(parts) if part.covers(name.span)), len(parts))
    behind = [find_words(part.cut(text.text))[:1] for part in parts[home + 1 :]]
    taken_up = any(first and first[0].plain in _ANYTHING for first in behind)
    return taken_up and any(parts[home].covers(other.span) for other in others)


def _owns_it(text: Gist, name: Name, here: Gist) -> bool:
    """Say whether the record speaks of people of the name's and the statement does not: "aides of Alder"."""
    after = _OWNED.match(text.text, name.span.end)
    before = _OWNER.search(text.text, max(0, name.span.start - _BEFORE), name.span.start)
    words = find_words(after[1] if after else before[1] if before else "")
    return any(word.plain in _OWN and root(word.stem) not in here.roots for word in words)


def _exchanged(here: Gist, there: Gist) -> Span | None:
    """Return words of the record in which the names on both sides of the statement's verb have changed sides."""
    for at, word in enumerate(here.words):
        sides = _sides(here, at) if word.content and not word.capital and root(word.stem) not in MUTUAL else None
        if sides is None:
            continue
        for place, other in enumerate(there.words):
            turned = _sides(there, place) if root(other.stem) == root(word.stem) else None
            if turned and same_bearer(sides[0], turned[1]) and same_bearer(sides[1], turned[0]):
                first, last = sorted((turned[0].span, turned[1].span), key=lambda span: span.start)
                return Span(start=first.start, end=last.end)
    return None


def _sides(text: Gist, at: int) -> tuple[Name, Name] | None:
    """Return the names next to a verb on either side, whose subject and object they may be; the doer comes first."""
    verb, names = text.words[at].span, text.names
    told = _AFTER.search(text.text, 0, verb.start) if text.words[at].plain.endswith("ing") else None
    before_it = names if told else reversed(names)  # "Voss was sworn in, two days after beating Pesk"
    subject = next((name for name in before_it if name.span.end <= verb.start), None)
    acted_on = next((name for name in names if name.span.start >= verb.end), None)
    if subject is None or acted_on is None or _OWNED.match(text.text, subject.span.end):
        return None
    before = text.within(Span(start=subject.span.end, end=verb.start)) if subject.span.end < verb.start else ()
    after = text.within(Span(start=verb.end, end=acted_on.span.start)) if verb.end < acted_on.span.start else ()
    if (len(before) > _BESIDE and not told) or len(after) > _BESIDE:
        return None
    leads = [text.words[place].plain for place in after if text.words[place].plain in _NO_OBJECT]
    if not told and any(text.words[place].plain in _PASSIVE for place in before):
        joined = text.text[subject.span.end : verb.start]
        return (acted_on, subject) if leads == ["by"] and "," not in joined else None
    return None if leads else (subject, acted_on)


def _led_back(here: Gist, there: Gist) -> Span | None:
    """Return words of the record that lead from where the statement leads to: "from Halme to Tarn"."""
    for (start, end, _), (began, ended, told) in product(_ways(here.text), _ways(there.text)):
        if start & ended and end & began and not (start & began or end & ended):
            return told
    for theirs in _ONLY_TO.finditer(there.text):
        ended, told = find_roots(theirs[1]), Span(start=theirs.start(), end=theirs.end())
        if any((start - end) & ended and not (end - start) & ended for start, end, _ in _ways(here.text)):
            return told
    return None


def _ways(text: str) -> Iterator[tuple[frozenset[str], frozenset[str], Span]]:
    """Yield where something leads from and to, as roots, and the words that tell it."""
    for one in _FROM_TO.finditer(text):
        yield find_roots(one[1] or one[3]), find_roots(one[2] or one[4]), Span(start=one.start(), end=one.end())
    for one in _TO_FROM.finditer(text):
        yield find_roots(one[2]), find_roots(one[1]), Span(start=one.start(), end=one.end())


def _from_elsewhere(here: Gist, there: Gist) -> Span | None:
    """Return whom the record has from another place that the statement names too: "a driver from Halme", not Tarn."""
    own = {root(compared(one[1])): one[2] for one in _COMES_FROM.finditer(here.text)}
    told = [(root(compared(one[1])), one) for one in _COMES_FROM.finditer(there.text)]
    for whom, one in told:
        place = own.get(whom)
        here_too = re.search(rf"\b{re.escape(one[2])}\b", here.text)
        if place and here_too and place not in (other[2] for same, other in told if same == whom):
            return Span(start=one.start(), end=one.end())
    return None


def _counted_elsewhere(here: Gist, there: Gist) -> Span | None:
    """Return what the record counts in one place and the statement in another, which it only names behind that.

    "The rent in Tarn rose to 940 crowns; only Halme is dearer" has no rent in Halme.
    """
    told = [(root(compared(one[1])), one) for one in _LIES_IN.finditer(there.text)]
    for mine in _LIES_IN.finditer(here.text) if told and here.figures else ():
        kind, place = root(compared(mine[1])), mine[2]
        same = [one for what, one in told if what == kind]
        named = [one.start() for one in re.finditer(rf"\b{re.escape(place)}\b", there.text)]
        if not same or not named or any(_WHERE.search(there.text, 0, at) for at in named):
            continue
        cut = _GOES_ON.search(there.text, same[0].end(), named[0]) if same[0].end() < named[0] else None
        values = {one.value for one in there.figures if cut and same[0].end() <= one.span.start < cut.start()}
        if cut and all(figure.value in values for figure in here.figures):
            return Span(start=same[0].start(), end=same[0].end())
    return None


def _ahead(here: Gist, there: Gist) -> Span | None:
    """Return who the record has before, above or past whom, where a statement has it the other way."""
    for mine, theirs in product(_AHEAD.finditer(here.text), _AHEAD.finditer(there.text)):
        if mine[1].lower() != theirs[1].lower():
            continue
        sides = [_beside(text, one) for text, one in ((here, mine), (there, theirs))]
        (own, last), (others, other_last) = sides
        if own and last and other_last and same_bearer(own[-1], other_last):
            back = any(same_bearer(last, one) for one in others)
            if back and not any(same_bearer(own[-1], one) for one in others):
                return Span(start=theirs.start(), end=other_last.span.end)
    return None


def _beside(text: Gist, at: re.Match[str]) -> tuple[list[Name], Name | None]:
    """Return the names before some words in their sentence, and the one right behind them."""
    home = next((one for one in sentences(text.text) if one.start <= at.start() < one.end), None)
    before = [name for name in text.names if home and home.start <= name.span.start and name.span.end <= at.start()]
    behind = next((name for name in text.names if name.span.start == at.end()), None)
    return before, behind


def _turned_round(here: Gist, there: Gist) -> Span | None:
    """Return words of the record that have a verb's subject and object change places, no passive about."""
    if any(word.plain in _PASSIVE or word.plain == "by" for word in (*here.words, *there.words)):
        return None
    places: dict[str, list[int]] = {}
    for at, word in enumerate(there.words):
        if word.content:
            places.setdefault(root(word.stem), []).append(at)
    met = [(at, places[root(word.stem)]) for at, word in enumerate(here.words) if root(word.stem) in places]
    for at, found in met[1:-1]:
        if _is_thing(here, at) or here.words[at].capital or len(found) != 1 or not here.words[at].content:
            continue
        if root(here.words[at].stem) in MUTUAL:
            continue
        verb = found[0]
        before = [place for one, some in met if one < at for place in some]
        after = [place for one, some in met if one > at for place in some]
        if all(place > verb for place in before) and all(place < verb for place in after):
            first, last = min(*after, verb), max(*before, verb)
            return Span(start=there.words[first].span.start, end=there.words[last].span.end)
    return None


def _is_thing(text: Gist, at: int) -> bool:
    """Say whether a word is no verb, for an article or a figure stands before it: "won five awards"."""
    start = text.words[at].span.start
    ends = (figure.span.end for figure in text.figures if figure.span.end <= start)
    counted = any(not text.text[end:start].strip() for end in ends)
    before = text.words[at - 1].plain
    governed = before in _NO_OBJECT and not text.words[at].plain.endswith("ing")  # "83% of illness", not "by beating"
    verb = find_verb(text.words)
    leads = verb is not None and at < verb and not _CUT.search(text.text, start, text.words[verb].span.start)
    return counted or governed or leads or before in ARTICLES


def unmet_deeds(here: Gist, there: Gist) -> tuple[Span, ...]:
    """Return the verb of the statement where the record has it only as another's deed that somebody answers.

    Who accepts a resignation has not resigned, and who calls for an attack has not attacked.
    """
    deed = deed_of(here)
    if deed is None:
        return ()
    met = [word for word in there.words if root(word.stem) == root(deed.stem)]
    answered = [word for word in met if word.plain != deed.plain and _ANSWERED.search(there.text, 0, word.span.start)]
    return (deed.span,) if met and len(answered) == len(met) else ()


def deed_of(text: Gist) -> Word | None:
    """Return what a sentence has somebody do or be: its first finite verb, or the first word of weight behind it."""
    verb = find_verb(text.words)
    return None if verb is None else next((word for word in text.words[verb:] if word.content), None)


def _subject(text: Gist) -> Name | None:
    """Return the name that opens a sentence, unless it only says whose: "Corvia's president"."""
    first = next(iter(text.names), None)
    if (
        first is None
        or _OWNED.match(text.text, first.span.end)
        or len(text.within(Span(start=0, end=first.span.start or 1))) > _OPENING
    ):
        return None
    return first


def _apart(text: Gist, name: Name, others: list[Name], shared: Collection[int]) -> bool:
    """Say whether most of what is shared stands in another sentence than the name, and that one is of others.

    Whom "the storm" or "they" stands for was named before; others that such a sentence names are not of its subject.
    """
    parts = sentences(text.text)
    if len(parts) < 2:
        return False
    told = [text.words[at].span for at in shared if not name.span.covers(text.words[at].span)]
    counts = {part: sum(part.covers(span) for span in told) for part in parts}
    main = max(parts, key=lambda part: (counts[part], -part.start))
    first = text.within(main)[:_BESIDE]
    takes_up = bool(first) and text.words[first[0]].plain in _TAKES_UP
    named = [other.span for other in others if main.covers(other.span)]
    if takes_up:
        named = [span for span in named if span.start <= text.words[first[-1]].span.end]
    return not main.covers(name.span) and bool(named)
