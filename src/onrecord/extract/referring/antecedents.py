"""What the subject of a sentence stands for where it is a pronoun or a description: "they", "the company", "its".

Exactly one thing that was named fits, or nothing is said: a wrong name makes true news look false.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.data import Span
from onrecord.extract.attributing.guard import SAYING
from onrecord.extract.reading.cast import Cast
from onrecord.extract.reading.subjects import DETERMINERS, OWNERS, PREPOSITIONS, SCOPES, Clause, Words, find_asked
from onrecord.extract.referring.deeds import deed_of, told_deeds
from onrecord.text.names import Name

PRONOUNS = {
    "he": "he",
    "she": "she",
    "they": "they",
    "it": "it",
    "his": "he",
    "her": "she",
    "their": "they",
    "its": "it",
}
"""Subjects and owners of subjects, by the pronoun that stands for the same."""

_KINDS = (
    frozenset(
        "company firm corporation manufacturer maker carmaker automaker drugmaker retailer startup business".split()
    ),
    frozenset("group organization organisation nonprofit charity".split()),
    *(
        frozenset((kind,))
        for kind in (
            "agency airline association authority bank board bureau "
            "chain charity church club coalition college commission "
            "committee council court department district federation foundation fund hospital institute league ministry "
            "museum network newspaper office panel party school union university"
        ).split()
    ),
)
"""Nouns by which a body is spoken of again; those in one set may stand for each other."""
_KIND_OF = {noun: kinds for kinds in _KINDS for noun in kinds}
_SMALL = PREPOSITIONS | SCOPES | frozenset("and or but".split())
_IN = re.compile(r"\b(?:in|at|from|near|to|across) $")
_COMPANY = re.compile(
    r"\b(?:Inc|Corp|Corporation|Co|Ltd|LLC|PLC|plc|GmbH|AG|Motors|Airlines|Airways|Holdings|Industries|Foods|Lines|Trams"
    r"|Trains|Pharma|Pharmaceuticals|Technologies|Breweries|Supermarkets|Telecom)\b\.?$"
)
_BESIDE = re.compile(r",? (?:an?|the|one of the) (?:[\w’'.&-]+ ){0,4}?(?P<kind>[a-z]+)\b")
_BEFORE = re.compile(r"\b(?P<kind>[a-z]+) $")
_CHIEF = re.compile(r"(?:['’]s?)? (?:CEO|CFO|[Cc]hief [Ee]xecutive|shares|stock|investors|customers)\b")
_PLURAL_VERBS = frozenset("are were have".split())
_SINGULAR_VERBS = frozenset("is was has does".split())
_ENDS_IN_S = re.compile(r"(?:ss|us|is)$")
_PEOPLE = re.compile(
    r"^(?:[a-z]+(?:ers|ors|ists|ants|ents|ees|ians|men|women)|people|men|women|children|kids|officials|police|families|troops|"
    r"relatives|parents|voters|couples?|girls|boys|friends|brothers|sisters|companies|firms|groups|states|countries|"
    r"cities|teams|agencies|banks|schools|hospitals|universities|thieves|victims|suspects|guards|nurses|pupils|pilots|crews"
    r"|judges|neighbou?rs|academics|physicians|fans|sons|daughters|wives|widows|spouses|clerks|monks|clubs|unions|mps)$"
)
"""What "they" most often stands for: people and bodies."""
_DOING = frozenset(
    "expects expected wants wanted plans planned hopes hoped declined refused apologised apologized sued appealed "
    "hired employs employed pays paid voted ruled decided agreed argues argued asked urged".split()
)
_EVENTS = frozenset(
    "followed follows came comes means meant marks marked happened took takes began starts started ended ends "
    "remains seems seemed appears appeared rained snowed turns turned depends matters was's".split()
)
"""Verbs whose "it" is what was told rather than somebody or something that was named."""
_THINGS = frozenset(
    "dam bridge road highway tunnel tower building house hall wall fence ship boat ferry vessel plane jet "
    "helicopter train tram bus truck lorry car van rocket missile satellite spacecraft probe telescope rover "
    "capsule drone engine reactor plant factory mill mine well pipeline cable turbine grid airport station "
    "stadium arena port harbour harbor canal reservoir lake river island park statue painting film movie book "
    "novel album song play show series game app website phone device chip battery vaccine drug virus bacterium "
    "storm hurricane cyclone typhoon flood fire wildfire blaze quake earthquake eruption volcano glacier "
    "asteroid comet planet bill law treaty tax tariff budget deal letter report study survey poll document map "
    "machine instrument camera sensor".split()
)
"""Heads of subjects that "it" stands for: nouns of neither people nor bodies, which may speak and act."""
_MADE = frozenset("weighs weighed measures measured dates contains contained consists stands".split())
"""Verbs whose "it" is a thing that was just told of, whatever it is: "The collar is old. It weighs 400 grams"."""
_FOUND = frozenset(
    "made built found discovered stolen painted carved cast forged founded designed unearthed dug insured".split()
)
"""What is done to such a thing: "It was found in 1871"."""
_NO_THINGS = re.compile(
    r".*(?:(?<!pap)(?<!towe)(?<!numb)(?<!wat)(?<!bann)(?<!lett)er|or|ist|ian|ant|man|woman|ness|ment|tion|sion|ity|ship|ism|ance|ence)$"
    r"|(?:reason|answer|problem|question|idea|fact|result|aim|goal|truth|point|issue|case|news|hope|claim|girl|boy|child|chief|head"
    r"|king|queen|judge|guard|nurse|pilot|victim|widow|wife|son|crew|staff|police|vote|talk|match|game|race|price|rate|cost|sum)$"
)
"""Heads of subjects that are, or may be, no things that weigh and are found: people, and what is only thought of."""
_RIVALLED = DETERMINERS - frozenset(
    "some all each every both no any several many few most these those more fewer two three four five six seven eight "
    "nine ten".split()
)
_TIMES = frozenset("day week weekend month year decade morning afternoon evening night hour minute end time".split())
_LONGEST_NAME = 3  # words of a person's
_TITLES = re.compile(r"^(?:the\s+)?(?:two|pair|couple|duo)$")


@dataclass(slots=True)
class Mentions:
    """What was named so far in a text, by the kind of thing it is, and the subject of the sentence before."""

    cast: Cast
    _bodies: dict[str, dict[str, Span]] = field(default_factory=dict)
    """Of each kind of body the names, with where each stands first."""
    _deeds: dict[str, dict[str, Span]] = field(default_factory=dict)
    """Of each noun such as "plan" the plans that it was said of what they are, with where each stands first."""
    _last: set[str] = field(default_factory=set)
    """The names that are no person's in the last sentence that has any."""
    _subject: _Subject | None = None
    begun: bool = False
    """A sentence was read: the decision that a text begins with stands for nothing that was told before."""

    def antecedent(self, words: Words, clause: Clause) -> Span | None:
        """Return where what a subject stands for is named; None when it is open, or the subject is itself a name."""
        low = words.low[clause.first : clause.last]
        first = low[0]
        if first in ("it", "its", "they", "their"):
            return self._again(words, clause, PRONOUNS[first], owns=first in OWNERS)
        if first == "the" and len(low) == 2 and low[1] in _KIND_OF:
            name = self._body(low[1])
            return self._bodies_of(low[1])[name] if name is not None else None
        deed = deed_of(words, clause)
        if deed is not None:
            return self.deed(deed)
        if _TITLES.match(" ".join(low)) and self._subject is not None and self._subject.people == 2:
            return self._subject.span
        return None

    def teller(self, source: str, sentence: str, named: Sequence[Name]) -> str | None:
        """Return the name of the body that a source such as "the company" stands for in a sentence with these names."""
        the, _, noun = source.lower().partition(" ")
        name = self._body(noun) if the == "the" and noun in _KIND_OF else None
        others = self._others(sentence, named) - {name}
        return name if not others else None

    def deed(self, noun: str) -> Span | None:
        """Return where the one deed of its kind is told that it was said of what it is."""
        told = tuple(self._deeds.get(noun, {}).values())
        return told[0] if len(told) == 1 else None

    def forget(self) -> None:
        """Let "they" and "it" look back no further: somebody else speaks."""
        self._subject = None

    def _bodies_of(self, noun: str) -> dict[str, Span]:
        return {name: span for kind in _KIND_OF[noun] for name, span in self._bodies.get(kind, {}).items()}

    def _body(self, noun: str) -> str | None:
        """Return the one name of its kind, if it is the last that was named beside people and places."""
        fitting = self._bodies_of(noun)
        return next(iter(fitting)) if len(fitting) == 1 and {*fitting} == self._last else None

    def _others(self, sentence: str, named: Sequence[Name]) -> set[str]:
        """Return the names that are neither a person's nor a place's."""
        return {name.words for name in named if not self.cast.is_person(name.words) and not _is_place(sentence, name)}

    def _again(self, words: Words, clause: Clause, pronoun: str, *, owns: bool) -> Span | None:
        before = self._subject
        if before is None or before.plural is not (pronoun == "they"):
            return None
        if pronoun == "they":
            return before.span if before.animate and not before.rivals else None
        verb = words.low[clause.verb]
        opens = 1 if ":" not in words.low[: clause.first] else clause.first
        if clause.first > opens or (not owns and (verb in _EVENTS or _tells_what_happened(words, clause))):
            return None
        thing = before.thing or (before.concrete and _is_made(words, clause))
        return before.span if before.body or (thing and not self._speaks(words, clause)) else None

    @staticmethod
    def _speaks(words: Words, clause: Clause) -> bool:
        """Say whether what a subject does is what only people and bodies do."""
        return words.low[clause.verb] in _DOING or SAYING.fullmatch(words.low[clause.verb]) is not None

    def pass_on(
        self, words: Words, clause: Clause | None, named: Sequence[Name], start: int, meant: Span | None
    ) -> None:
        """Go on to the next sentence.

        Args:
            words: those of this one.
            clause: its main clause.
            named: its names.
            start: where it begins in the text.
            meant: what its subject stands for.
        """
        if not any(word[0].isalnum() for word in words.low):
            return  # marks of stress behind a sentence
        self.begun = True
        self._last = self._others(words.text, named) or self._last
        for name in named:
            for kind in _kinds_of(words.text, name):
                place = Span(start=start + name.span.start, end=start + name.span.end)
                self._bodies.setdefault(kind, {}).setdefault(name.words, place)
        for noun, span in told_deeds(words.text):
            place = Span(start=start + span.start, end=start + span.end)
            self._deeds.setdefault(noun, {}).setdefault(span.cut(words.text).lower(), place)
        clause = clause or find_asked(words)
        self._subject = self._subject_of(words, clause, named, start, meant) if clause else None

    def _subject_of(
        self, words: Words, clause: Clause, named: Sequence[Name], start: int, meant: Span | None
    ) -> _Subject | None:
        """Return the subject of a sentence, when it is known what it is."""
        before = self._subject
        span = words.span(clause.first, clause.last)
        low = words.low[clause.first : clause.last]
        if low[0] in PRONOUNS:
            if meant is None or before is None or before.span != meant:
                return None
            return before if len(low) == 1 else None
        inside = [name for name in named if span.covers(name.span)]
        people = [name for name in inside if self.cast.is_person(name.words)]
        head = _head(words, clause)
        plural = is_plural(words, clause)
        if plural is None:
            return None
        whole = len(inside) == 1 and words.text[span.start : inside[0].span.start].strip().lower() in ("", "the")
        rest = words.text[inside[0].span.end : span.end].strip() if whole else ""
        whole = whole and (not rest or rest in _KIND_OF) and not self._only_opens(inside[0])  # "the FWU union"
        rivals = any(_PEOPLE.match(word) for word in words.low[clause.end :])
        rivals = rivals or any(
            words.low[at] in _PLURAL_VERBS or words.low[at] == "they" for at in range(clause.end, len(words.low))
        )
        alone = plural is False and not people and low[0] != "no" and not self._others_in(words, span, named)
        return _Subject(
            span=meant or Span(start=start + span.start, end=start + span.end),
            plural=plural,
            animate=bool(_PEOPLE.match(head)) or len(people) > 1,
            body=whole and not people and not plural,
            people=len(people) if "and" in low and len(inside) == len(people) else 0,
            rivals=rivals,
            thing=alone and head in _THINGS,
            concrete=alone and low[0] in ("the", "its", "their") and not inside and _NO_THINGS.match(head) is None,
        )

    def _only_opens(self, name: Name) -> bool:
        """Say whether a word may have its capital from where it stands: "Revenue rose"."""
        alone = name.span.start == 0 and name.words.isalpha() and not name.words.isupper()
        return alone and not name.role and not self.cast.stands_within(name.words)

    def _others_in(self, words: Words, subject: Span, named: Sequence[Name]) -> bool:
        """Say whether a sentence has something else in the singular besides its subject that "it" may stand for."""
        for at, span in enumerate(words.spans):
            behind = words.low[at + 1 : at + 4]
            rival = words.low[at] in _RIVALLED and not subject.covers(span) and not _TIMES & {*behind}
            if rival and words.form(at + 1) is None:
                return True
        names = [name for name in named if not subject.overlaps(name.span)]
        return bool(self._others(words.text, names))


@dataclass(frozen=True, slots=True)
class _Subject:
    """The subject of a sentence, or what it stands for."""

    span: Span
    plural: bool
    animate: bool
    """It is people, or bodies."""
    body: bool
    """It is one thing or body that has a name, and no person."""
    people: int
    """How many people it names."""
    rivals: bool
    """Its sentence has others that "they" may stand for."""
    thing: bool
    """It is one thing that neither speaks nor acts, and its sentence has no other that "it" may stand for."""
    concrete: bool
    """It may be such a thing, for all that its noun tells."""


def _head(words: Words, clause: Clause) -> str:
    """Return the noun of a subject: its last word before a preposition; "dozens of protesters" are protesters."""
    low = words.low[clause.first : clause.last]
    at = next(
        (n for n, word in enumerate(low) if n and word in ("of", "in", "on", "at", "for", "from", "with", "to")),
        len(low),
    )
    if at < len(low) and low[at] == "of" and low[at - 1] in _MEASURES:
        return low[-1]
    return low[at - 1]


_MEASURES = frozenset(
    "dozens hundreds thousands millions scores some many most all several number group lot lots".split()
)


def is_plural(words: Words, clause: Clause) -> bool | None:
    """Say whether a subject is plural by its verb, else by its noun; None where they do not agree."""
    head = _head(words, clause)
    verb = words.low[clause.verb]
    looks = "and" in words.low[clause.first : clause.last] or (head.endswith("s") and not _ENDS_IN_S.search(head))
    looks = looks or head in ("people", "police", "men", "women", "children", "troops")
    if verb in _PLURAL_VERBS:
        return True if looks or words.is_capital(clause.last - 1) else None
    if verb in _SINGULAR_VERBS:
        return None if "and" in words.low[clause.first : clause.last] else False
    return looks


def _is_made(words: Words, clause: Clause) -> bool:
    """Say whether what is told of a subject is told of things alone: what it weighs, when it was found."""
    verb = words.low[clause.verb]
    done = words.low[clause.verb : clause.end + 1]
    return verb in _MADE or (verb in ("is", "was", "has") and any(word in _FOUND for word in done))


def _tells_what_happened(words: Words, clause: Clause) -> bool:
    """Say whether "it" may stand for what was told before: "it was a sluggish start"."""
    after = words.low[clause.verb + 1 : clause.verb + 2]
    return words.low[clause.verb] in ("is", "was", "'s") and after in (("a",), ("an",), ("the",), ("one",))


def unknown_subject(words: Words, named: Sequence[Name], cast: Cast) -> str | None:
    """Return a name with a verb behind it of which nothing tells whether it is a person's."""
    for name in named:
        if cast.is_person(name.words) or len(name.words.split()) > _LONGEST_NAME or _kinds_of(words.text, name):
            continue
        if words.text[: name.span.start].lower().endswith("the "):
            continue
        after = words.past_adverbs(bisect_left(words.spans, name.span.end, key=lambda span: span.start))
        opens = not words.text[: name.span.start].strip() or words.text[: name.span.start].endswith(", ")
        if after < len(words.low) and words.low[after] == "," and opens:
            after += 1
        if words.form(after) is not None or (opens and _may_do(words, after)):
            return name.words
    return None


def _may_do(words: Words, at: int) -> bool:
    """Say whether the word behind a name that opens a clause may be a verb: no sign, no name and no small word."""
    return at < len(words.low) and words.low[at].isalpha() and not words.is_capital(at) and words.low[at] not in _SMALL


def _is_place(text: str, name: Name) -> bool:
    """Say whether what stands before a name is what stands before a place's."""
    return bool(_IN.search(text, max(0, name.span.start - 6), name.span.start))


def _kinds_of(text: str, name: Name) -> set[str]:
    """Return the kinds that a name is of: by a word in it, or by what stands beside it."""
    inside = name.words.lower().replace(".", "").split()
    kinds = {word for word in inside if word in _KIND_OF} if len(inside) > 1 else set()
    if _COMPANY.search(name.words) or _CHIEF.match(text, name.span.end):
        kinds.add("company")
    beside = _BESIDE.match(text, name.span.end, name.span.end + 60)
    before = _BEFORE.search(text, max(0, name.span.start - 20), name.span.start)
    kinds |= {found["kind"] for found in (beside, before) if found and found["kind"] in _KIND_OF}
    return kinds
