"""The people and bodies of one text: their fullest names, their roles, and the pronoun each goes by."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from onrecord.data import Span
from onrecord.text.names import BODIES, Name
from onrecord.text.names.given import PRONOUN_OF

_SHE_ROLES = frozenset(
    "spokeswoman congresswoman councilwoman chairwoman businesswoman actress queen princess duchess lady dame mrs "
    "ms miss".split()
) | {"first lady"}
_HE_ROLES = frozenset("spokesman congressman councilman businessman king prince duke mr sir lord emperor pope".split())
_AGED = re.compile(r",(?: (?:1[01]\d|[1-9]\d),(?= )| who\b)")
_FARED = re.compile(
    r"(?:,[^,;.]{1,80})?,?\s(?:(?:was|is|has been|had been|will be)\s(?:\w+ly\s)?(?:jailed|imprisoned|arrested|born"
    r"|sworn in|remanded|hospitali[sz]ed|widowed|knighted|buried|found (?:dead|alive)"
    r"|sentenced to (?:life|[\w-]+ (?:days|weeks|months|years)))\b|testified\b|resigned\b"
    r"|(?:(?:has|have|had)\s)?(?:drowned\b|died\b(?! (?:out|down))|tested positive\b"
    r"|failed (?:a|his|her) (?:doping|drugs?) test\b))"
)
"""Behind a name what only people do and suffer; a firm may be fined, tried and sold."""
_TRADES = re.compile(
    r"\b(?:[a-z]{2,}(?:ologist|ographer|icist|omist|emist|ician|woman|sman|keeper)|contractor|builder|farmer|baker|painter"
    r"|singer|dancer|swimmer|runner|plumber|carpenter|banker|preacher|chef|nurse|pensioner|novelist|pianist|violinist"
    r"|guitarist|tourist|cyclist|activist|artist|scientist|dentist|pharmacist|journalist|designer|architect|sculptor"
    r"|surgeon|fisherman|fireman|firefighter|poet|historian|librarian|comedian)\s$"
)
"""Before a name what somebody is for a living, where no office goes with it."""
_TRADE = 24
"""Characters before a name in which that stands."""
_NUMERAL = re.compile(r"(?:[IVX]+|[JS]r\.?)$")
_NO_PERSON = re.compile(
    r"\b(?:the|in|at|of|from|near|to|across|native|nearby|neighbou?ring|northern|southern|eastern|western) $",
    re.IGNORECASE,
)
"""What stands before a name of one word that is a place's or a thing's: "a man from Tarn, who …", "the Hawks, who"."""
_NO_SURNAMES = frozenset(
    "show award awards prize act law bill center centre hospital university college school library museum "
    "foundation institute airport stadium arena bridge park street avenue road square hall tower house cup trophy "
    "day fund theatre theater church court lane drive place county city valley island beach lake river band "
    "orchestra campaign administration company group inc corp district team initiative assembly league "
    "building office".split()
)
"""Last words of names that begin with somebody's and are no person's: "Anne Holt Library"."""
_CLUBS = frozenset("athletic united rovers wanderers rangers albion villa hotspur town county".split())
_NO_GIVEN = frozenset(
    "storm hurricane typhoon cyclone tropical lake mount port cape fort saint st north south east west new great upper "
    "lower old the".split()
)
"""First words of names that are no person's, and go by their last word too: "Storm Ottilie", "Ottilie"."""
_SAME_ROLE = (
    frozenset(("spokesman", "spokeswoman", "spokesperson", "press secretary")),
    frozenset(("senator", "sen")),
    frozenset(("governor", "gov")),
    frozenset(("congressman", "congresswoman", "representative", "rep")),
    frozenset(("chair", "chairman", "chairwoman", "chairperson")),
    frozenset(("chief executive", "chief executive officer", "ceo")),
    frozenset(("professor", "prof")),
    frozenset(("general", "gen")),
    frozenset(("lawyer", "attorney")),
    frozenset(("adviser", "advisor")),
)
"""Roles that are one under several names."""


_WITHIN = re.compile(r"[\w,’']\s$")
_TURN = re.compile(r"^[-*•–\s]{0,3}(?P<label>[A-Z][\w.’'-]{0,20}(?:\s[A-Z][\w.’'-]{0,20}){0,2}):\s", re.MULTILINE)
_FEWEST_TURNS = 3
"""Labelled lines that make an interview of a text; two stand in many a list."""
_AROUND, _MOST_AROUND = 60, 2_000
"""Characters on either side of a name that say what office is its bearer's; and of all such places together."""
_OTHER_RANKS = (
    "prime",
    "vice",
    "deputy",
    "lieutenant",
    "attorney",
    "solicitor",
    "press",
    "chief",
    "crown",
    "first",
    "under",
    "assistant",
)
"""Words that make of a role another: a prime minister is not "the minister"."""


@dataclass(frozen=True, slots=True)
class Cast:
    """The names of a text, by their last word."""

    fullest: dict[str, str | None]
    """The longest form of each; None where two people share it."""
    roles: dict[str, frozenset[str]]
    """The personal roles that the text gives each, past ones left out."""
    pronouns: dict[str, str | None]
    """``he`` or ``she`` where roles and given names tell; None where they do not agree."""
    spelled: dict[str, str]
    """The last word of the fullest name by its form without capitals, for labels written in capitals."""
    places: dict[str, Span]
    """Where each name stands first, by its words."""
    people: frozenset[str]
    """Last words of names behind which an age or "who" stands, which only people have."""
    described: dict[str, str]
    """What stands around names with a role, in lower case."""
    initials: dict[str, str]
    """People by the initials that stand before their turns in an interview: "OR: We had nine."."""
    takes_turns: bool
    """Two people or more have turns in it, each with a label before it."""
    surnamed: frozenset[str]
    """Last words by which names of several words go too, as people do whose given name nothing tells of."""
    within: frozenset[str]
    """Names that stand behind another word of their sentence, where only a name has a capital."""

    @classmethod
    def of(cls, names: Iterable[Name], text: str = "") -> Cast:
        """Gather the names of a text."""
        forms: dict[str, Counter[str]] = {}
        roles: dict[str, set[str]] = {}
        pronouns: dict[str, set[str]] = {}
        places: dict[str, Span] = {}
        people: set[str] = set()
        described: dict[str, str] = {}
        within: set[str] = set()
        for name in names:
            places.setdefault(name.words, name.span)
            if _WITHIN.search(text, max(0, name.span.start - 3), name.span.start):
                within.add(name.words)
            last = _last(name.words)
            forms.setdefault(last, Counter())[name.words] += 1
            if _is_told_of(text, name):
                people.add(last)
            if name.role and name.role not in BODIES and last.lower() not in _NO_SURNAMES:
                given = roles.setdefault(last, set())
                described[last] = f"{described.get(last, '')} {_around(text, name.span)}"[:_MOST_AROUND]
                if not name.former:
                    given.add(name.role)
            pronouns.setdefault(last, set()).update(_pronouns(name))
        fullest = {last: _fullest(held) for last, held in forms.items()}
        spelled: dict[str, str] = {}
        for last in sorted(forms, key=lambda last: len(fullest[last] or "")):
            spelled[last.casefold()] = last
        cast = cls(
            fullest,
            {last: frozenset(given) for last, given in roles.items()},
            {last: next(iter(told)) if len(told) == 1 else None for last, told in pronouns.items() if told},
            spelled,
            places,
            frozenset(people),
            described,
            {},
            takes_turns=False,
            surnamed=frozenset(last for last, held in forms.items() if _goes_by_surname(last, held)),
            within=frozenset(within),
        )
        return cast._with_turns(text)

    def _with_turns(self, text: str) -> Cast:
        """Return the cast with who has turns in a text that is an interview."""
        labels = [turn["label"] for turn in _TURN.finditer(text)]
        if len(labels) < _FEWEST_TURNS:
            return self
        by_initials: dict[str, set[str]] = {}
        for full in self.fullest.values():
            if full is not None and " " in full and self.is_person(full):
                by_initials.setdefault("".join(word[0] for word in full.split()), set()).add(full)
        initials = {label: min(by_initials[label]) for label in labels if len(by_initials.get(label, ())) == 1}
        turns = [initials.get(label) or self.person(label) for label in labels]
        takes_turns = len([turn for turn in turns if turn]) >= _FEWEST_TURNS and len({*turns} - {None}) > 1
        return replace(self, initials=initials, takes_turns=takes_turns) if takes_turns else self

    def full(self, words: str) -> str:
        """Return the fullest form of a name, itself when that is open."""
        return self.fullest.get(_last(words)) or words

    def stands_within(self, words: str) -> bool:
        """Say whether a name stands anywhere behind another word of its sentence."""
        return words in self.within

    def is_person(self, words: str) -> bool:
        """Say whether the text gives the bearer of this name a personal role, or the name is a person's."""
        last = _last(words)
        return last in self.roles or last in self.pronouns or last in self.people

    def may_be_person(self, words: str) -> bool:
        """Say whether a name that nothing tells to be a person's goes by its last word alone, as people's do."""
        return _last(words) in self.surnamed and not self.is_person(words)

    def person(self, words: str) -> str | None:
        """Return the fullest form of a person's name that is written in capitals or not; None when that is open."""
        full = self.fullest.get(self.spelled.get(_last(words).casefold(), ""))
        if full is None or not self.is_person(full):
            return None
        return full if " " not in words or words.casefold() in full.casefold() else None

    def goes_by(self, words: str, pronoun: str) -> bool:
        """Say whether "he" or "she" may stand for the bearer of this name: a person known to go by no other."""
        return self.is_person(words) and self.pronouns.get(_last(words), pronoun) in (pronoun, None)

    def pronoun_of(self, words: str) -> str | None:
        """Return the "he" or "she" that the bearer of a name is known to go by."""
        return self.pronouns.get(_last(words))

    def is_beside(self, words: str, said: Iterable[str]) -> bool:
        """Say whether all of some words stand beside a name where the text gives its role."""
        around = self.described.get(_last(words), "")
        return all(re.search(rf"\b{re.escape(word.lower())}", around) for word in said)

    def holder(self, role: str) -> str | None:
        """Return the one person of the text whose role this is; None when there is none or are several."""
        same = next((roles for roles in _SAME_ROLE if role in roles), frozenset((role,)))
        held = {self.full(last) for last, roles in self.roles.items() if any(_is_role(own, same) for own in roles)}
        return held.pop() if len(held) == 1 else None


def _is_told_of(text: str, name: Name) -> bool:
    """Say whether what is told of the bearer of a name is told of people alone: an age, a prison, a trade."""
    before, start, end = max(0, name.span.start - _TRADE), name.span.start, name.span.end
    if _AGED.match(text, end):
        return _NO_PERSON.search(text, max(0, start - 14), start) is None
    full = " " in name.words and name.words.split()[-1].lower() not in _NO_SURNAMES
    return full and bool(_FARED.match(text, end) or _TRADES.search(text, before, start))


def _around(text: str, span: Span) -> str:
    """Return what stands around a name in its sentence, in lower case."""
    before = re.split(r"[.!?\n]\s", text[max(0, span.start - _AROUND) : span.start])[-1]
    after = re.split(r"[.!?\n]\s", text[span.end : span.end + _AROUND], maxsplit=1)[0]
    return f"{before} {after}".lower()


def _last(words: str) -> str:
    """Return the word by which a name goes when it is short, with what tells namesakes apart: "George VI"."""
    parts = words.split()
    if parts[0] == "St.":
        return words
    return " ".join(parts[-2:] if _NUMERAL.match(parts[-1]) else parts[-1:])


_CALL = re.compile(r"(?!.*[a-z])[A-Z]+\s(?:THE|OUR|THIS|THAT|YOUR|MY|A|AN|NO|FOR|TO|WITH)\s")
"""What a sign or a shirt reads."""


def _fullest(forms: Counter[str]) -> str | None:
    """Return the longest form of a name; None where forms differ in the given name, and are two people's.

    What stands once before a name that mostly stands without it is no part of it: "AP Lotte Arndal". Nor is a call in
    capitals that ends with a name the name of anybody: "DEFUND THE FBI".
    """
    forms = Counter({words: many for words, many in forms.items() if not _CALL.match(words)}) or forms
    best = max(forms, key=lambda words: (len(words.split()), words))
    for words in forms:
        if " " in words and words.split()[0] != best.split()[0] and not best.endswith(f" {words}"):
            return None
    shorter = [words for words in forms if " " in words and best.endswith(f" {words}") and forms[words] >= forms[best]]
    return max(shorter, key=len, default=best)


def _goes_by_surname(last: str, forms: Counter[str]) -> bool:
    """Say whether a name stands as "Edvard Pell" and as "Pell", as those of storms, lakes and clubs do too."""
    longer = [words.split()[0].lower() for words in forms if " " in words]
    told = last in forms and bool(longer) and not _NO_GIVEN.intersection(longer)
    return told and last.lower() not in _NO_SURNAMES | _CLUBS


def _pronouns(name: Name) -> set[str]:
    told = {pronoun for roles, pronoun in ((_SHE_ROLES, "she"), (_HE_ROLES, "he")) if name.role in roles}
    first, *others = name.words.split()
    if not told and others and first.lower() in PRONOUN_OF and others[-1].lower() not in _NO_SURNAMES:
        told.add(PRONOUN_OF[first.lower()])
    return told


def _is_role(own: str, asked: frozenset[str]) -> bool:
    first, *rest = own.split()
    return own in asked or (bool(rest) and rest[-1] in asked and first not in _OTHER_RANKS)
