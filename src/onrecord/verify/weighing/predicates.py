"""Of whom a sentence tells what it tells: the record may have a statement's predicate of another alone.

"His deputy, Ida Holt, was found guilty and sentenced to three years" has all the words of "Lund was sentenced to three
years" beside the sentence that names Lund. Verbs take their subject over from the one that they are joined to, and what
somebody is ("Her husband, Tom Lund, is a judge", "Lund, the champion, lost") is told of him as a deed is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from onrecord.data import Span
from onrecord.text.names import Name, find_names
from onrecord.text.sentences import sentences
from onrecord.verify.comparing.names import DATELINE, abbreviates, mentions
from onrecord.verify.reading.gist import KIN, Gist, gist
from onrecord.verify.reading.grammar import parse
from onrecord.verify.reading.tokens import compared, find_roots, root
from onrecord.verify.weighing.introduced import is_somebody_else, told_apart

_SUBJECTS = ("nsubj", "csubj", "nsubj:pass")
_PASSIVE = ("aux:pass", "nsubj:pass")
_SAME_PARTY = ("flat", "appos", "conj")
_OF_IT = (*_SAME_PARTY, "compound", "amod", "nmod", "nmod:poss", "nummod")
_WHOSE = ("nmod", "nmod:poss")
_RELATIVE = frozenset("who which that whom".split())
_NEW = frozenset("another similar comparable previous earlier".split())
_SOME = re.compile(r"\b(?:including|such as|like|among them)\b(?P<some>.*)", re.DOTALL)
"""Behind those of whom something is told, some of them: "lenders including Kredita"."""
_LIGHT = frozenset(
    "have has had do does did make makes made take takes took get gets got give gives gave become becomes "
    "became".split()
)
"""Verbs that say little by themselves: what one has, another may be told to employ, and others become other things."""
ANYBODY = frozenset(
    root(compared(word))
    for word in """
    man woman boy girl person people suspect defendant driver victim patient pair couple group company firm maker
    business operator manufacturer retailer team side club hosts visitor champion player striker party body agency
    government ministry authority official police officer investigator prosecutor leader president minister mayor
    chairman director head coach captain resident villager worker employee staff member family relative expert
    scientist researcher study report survey poll figure number one other building house home vehicle vessel ship boat
    storm flood fire accident crash attack incident event case matter deal agreement plan project law measure move
    decision vote election game match race final season trial court judge jury site place area town city village region
    country state nation island work artist author writer painter singer actor star series programme program drug
    rate level total sum count toll share value cost amount average blast explosion blaze collision quake earthquake
    hurricane cyclone tornado gust wind water rain snow weather council councillor mp lawmaker deputy senator assembly
    chamber parliament voter union policymaker soldier troops fighter force
    """.split()
)
"""What may be called by another word in the next sentence: the firm, the man, the game."""


@dataclass(frozen=True, slots=True)
class Party:
    """Those of whom something is told."""

    head: str
    """The root of the word that they go by; empty where a pronoun stands for them."""
    roots: frozenset[str]
    around: frozenset[str]
    """The roots of all that hangs on them too: of "two doses of the vaccine" the vaccine."""
    names: tuple[Name, ...]
    whose: tuple[Name, ...]
    """Names of whom they are: "the body of Lund", "Lund's body"."""
    new: bool
    """Whether it is told apart from one like it: "a similar drug", "the previous ceasefire"."""
    counted: bool
    """Whether a number says how many they are."""
    one: bool
    """Whether a name alone stands for them: one person, or one body."""
    pronoun: str = ""
    """The pronoun that stands for them."""
    brought_in: bool = False
    """Whether they come in as somebody not told of yet: "a man"."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """What is told, by the root of its word, with whom it is told of."""

    word: str
    main: bool
    """Whether it is what its sentence tells in the first place."""
    span: Span
    passive: bool | None
    """None where a verb takes its subject over, which may be done by them or to them."""
    subject: Party | None
    object: Party | None
    agent: Party | None
    """Whom it is done by, where it says so."""


def told_of_others(here: Gist, there: Gist, beside: Gist, whole: str) -> str | None:
    """Return words in which the record has a statement's predicate, if it has it of others each time.

    ``beside`` is what stands around the quoted words, ``there``, and is heard where these do not have it; ``whole`` is
    the text of their document, which brings some in only behind them.
    """
    mine = next((one for one in find_predicates(here.text) if one.main), None)
    if mine is None or mine.subject is None or any(one.cue and one.cue.end == mine.span.end for one in here.sayings):
        return None  # who says it is told by the sayings
    if before := _before_named(mine, there, whole):
        return before
    for text in (there.text, _below_title(mine, beside.text)):
        same = [one for one in find_predicates(text) if one.word == mine.word]
        if same:
            told = [one.span.cut(text) for one in same]
            some = " ".join(one["some"] for one in map(_SOME.search, told) if one)
            listed = any(name.words in some for name in mine.subject.names)
            others = all(
                _is_of_others(mine, one, here.roots, beside) or _is_of_somebody_else(mine, one, here.roots, text, whole)
                for one in same
            )
            return told[0] if others and not listed else None
        if mine.word in there.roots or here.figures:
            return None  # it is told there in another way: "the flood" of what has flooded, "with 27 seats" of "won 27"
    return None


def _before_named(mine: Predicate, there: Gist, whole: str) -> str | None:
    """Return words of the record that are told before their document brings in those of a statement as others."""
    names, start = mine.subject.names if mine.subject else (), whole.find(there.text)
    if not names or start < 0:
        return None
    told = ((at, gist(there.text[at:end])) for at, end in _clauses(there.text))
    named = (at for at, sentence in told if any(mentions(sentence, name) for name in names))
    cut = next(named, len(there.text))
    before = there.text[:cut]
    behind = mine.word in find_roots(there.text[cut:])
    return before if before and not behind and all(told_apart(one, before, start, whole) for one in names) else None


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the sentences of a text begin and end, each cut at its semicolons."""
    for span in sentences(text):
        cuts = [span.start, *(span.start + one.end() for one in re.finditer(";", span.cut(text))), span.end]
        yield from pairwise(cuts)


def _below_title(mine: Predicate, beside: str) -> str:
    """Return what stands around the record below its title, which leaves out whom it is of, if it tells the like."""
    body = beside.partition("\n")[2]
    return body if any(one.word == mine.word for one in find_predicates(body)) else beside


def _is_of_others(mine: Predicate, theirs: Predicate, stated: frozenset[str], beside: Gist) -> bool:
    party = same_part(mine, theirs)
    return mine.subject is not None and party is not None and _differ(mine.subject, party, stated, beside)


def same_part(mine: Predicate, theirs: Predicate) -> Party | None:
    """Return those who have the part in one predicate that the subject has in the other."""
    alike = theirs.passive is None or theirs.passive is mine.passive
    return theirs.subject if alike else theirs.object if mine.passive else theirs.agent


def _is_of_somebody_else(mine: Predicate, theirs: Predicate, stated: frozenset[str], text: str, whole: str) -> bool:
    """Say whether "he", "a man" or whoever the words are of is none of a statement's names by where these come in."""
    party, names = same_part(mine, theirs), mine.subject.names if mine.subject else ()
    if party is None or party.names or party.head in stated or not names:
        return False
    sentence = next((span.cut(text) for span in sentences(text) if span.covers(theirs.span)), "")
    start = whole.find(sentence) if sentence else -1
    if start < 0 or any(mentions(gist(sentence), name) for name in names):
        return False
    place = Span(start=start, end=start + len(sentence))
    return all(
        is_somebody_else(name, place, whole, pronoun=party.pronoun, new=party.brought_in)
        or told_apart(name, sentence, start, whole)
        for name in names
    )


def _differ(mine: Party, theirs: Party, stated: frozenset[str], beside: Gist) -> bool:
    """Say whether two parties are not one; a name may stand for a noun, and some nouns for others.

    Of two nouns that go by other words the record has to tell of each: nurses strike and doctors do not.
    Of those whom the statement names in another place ``exchanged`` tells: "the clinic was sent 45 samples".
    """
    if not theirs.head:
        return False
    if theirs.new and not theirs.names and not mine.new:
        return mine.head == theirs.head or (bool(mine.names) and not mine.roots & theirs.roots)
    if mine.names and theirs.names:
        return not any(_may_be_one(one, other) for one in mine.names for other in theirs.names)
    if theirs.names:
        return (mine.counted and theirs.one and theirs.head not in stated) or _is_office_of_another(
            mine, theirs, beside
        )
    if mine.whose and theirs.whose and mine.head == theirs.head:
        return not any(_may_be_one(one, other) for one in mine.whose for other in theirs.whose)
    apart = not (mine.roots & theirs.around or theirs.roots & mine.around) and theirs.head not in stated
    may_be = mine.names or not apart or {mine.head, theirs.head} & ANYBODY
    told = () if may_be else (one.subject for one in find_predicates(beside.text))
    return any(one is not None and one.head == mine.head for one in told)


def _is_office_of_another(mine: Party, theirs: Party, beside: Gist) -> bool:
    """Say whether a statement has it of who holds an office, "the minister", which the record gives to others alone."""
    if mine.names or mine.whose or mine.head in theirs.around:
        return False
    holders = [name for name in beside.names if name.role and root(compared(name.role.split()[-1])) == mine.head]
    return bool(holders) and not any(_may_be_one(one, other) for one in holders for other in theirs.names)


def _may_be_one(one: Name, other: Name) -> bool:
    first, second = ([part.casefold() for part in name.words.replace(".", "").split()] for name in (one, other))
    if len(first) > 1 and len(second) > 1 and first[-1] == second[-1]:
        return bool(set(first[:-1]) & set(second[:-1]))  # two of one surname
    begun = {part[:KIN] for part in first} & {part[:KIN] for part in second}
    called = mentions(gist(one.words), other) or mentions(gist(other.words), one)  # the UK, Britain
    return bool(begun) or called or abbreviates(one.words, other.words) or abbreviates(other.words, one.words)


@lru_cache(maxsize=512)
def find_predicates(text: str) -> tuple[Predicate, ...]:
    """Return what a text tells, sentence by sentence; the main thing of a sentence first."""
    return tuple(one for span in sentences(text) for one in _Sentence(text, span).predicates())


class _Sentence:
    """A sentence's tree, with the names in it."""

    def __init__(self, text: str, span: Span) -> None:
        line = DATELINE.match(span.cut(text))
        self.start = span.start + (line.end() if line else 0)
        self.text = text[self.start : span.end]
        self.nodes = parse(self.text)
        self.names = find_names(self.text)

    def predicates(self) -> Iterator[Predicate]:
        order = sorted(range(len(self.nodes)), key=lambda at: self.nodes[at].relation != "root")
        for at in order:
            node = self.nodes[at]
            copular = bool(self.below(at, "cop"))
            if copular or (node.part == "VERB" and node.text.lower() not in _LIGHT):
                yield self._predicate(at, copular=copular)
            elif node.relation == "appos" and node.part == "NOUN":
                yield Predicate(self.root(at), False, self._at(at), False, self._party(node.head), None, None)
            elif node.part == "NOUN" and (named := self._called(at)):
                yield Predicate(self.root(at), False, self._at(at), False, self._party(named[0]), None, None)

    def below(self, at: int, *relations: str) -> list[int]:
        """Return the places of the words that hang on one in any of these ways."""
        return [kid for kid, node in enumerate(self.nodes) if node.head == at and node.relation in relations]

    def _called(self, at: int) -> list[int]:
        """Return the name behind a comma of whom a word says what he is: "the teacher at Tarn, Ida Holt"."""
        kids = (kid for kid in self.below(at, "appos") if self.nodes[kid].part == "PROPN")
        return [kid for kid in kids if self.text[: self.nodes[kid].span.start].endswith(", ")]

    def root(self, at: int) -> str:
        return root(compared(self.nodes[at].text.lower()))

    def _predicate(self, at: int, *, copular: bool) -> Predicate:
        own = self._subjects(at)
        passive: bool | None = not copular and bool(self.below(at, *_PASSIVE))
        subject = self._meant(own[0], at) if own else None
        if not own and self.nodes[at].relation in ("conj", "xcomp"):
            subject, passive = self._taken_over(at), None
        elif not own and (opened := self._opened(at)):
            subject, passive = self._meant(opened[0], at), None
        objects, agents = (
            [kid for kid in self.below(at, relation) if self.nodes[kid].span.start > self.nodes[at].span.start]
            for relation in ("obj", "obl:agent")
        )
        return Predicate(
            word=self.root(at),
            main=self.nodes[at].relation == "root",
            span=self._at(at),
            passive=passive,
            subject=None if subject is None else self._party(subject, *own[1:]),
            object=self._party(objects[0], *self._apposed(objects[0], at)) if objects else None,
            agent=self._party(agents[0]) if agents else None,
        )

    def _taken_over(self, at: int) -> int | None:
        """Return the subject that a verb without its own has from the one that it is joined to, or hangs on."""
        seen = {at}
        while self.nodes[at].relation in ("conj", "xcomp") and self.nodes[at].head not in seen:
            ordered = self.nodes[at].relation == "xcomp" and bool(self.below(self.nodes[at].head, "obj", "iobj"))
            at = self.nodes[at].head
            seen.add(at)
            if ordered:
                return None  # "ordered Nantak to pay"
            if own := self._subjects(at):
                return self._meant(own[0], at)
        return None

    def _subjects(self, at: int) -> list[int]:
        """Return the subjects of a verb, or the name before it that a tree has apart from it."""
        own = self.below(at, *_SUBJECTS)
        verb = min([at, *self.below(at, "aux", "aux:pass")])
        titled = self._right_before(verb) if self.nodes[verb - 1].text != "," else None
        if titled is not None and titled not in own and self._is_alone(titled, min(own, default=0)):
            return [*own, titled]  # "Foreign Minister Tom Lund spoke"
        if own or self.nodes[at].relation != "root":
            return own
        start = self.nodes[at].span.start
        roots = (kid for kid, node in enumerate(self.nodes) if node.relation == "root" and node.part == "PROPN")
        return [kid for kid in roots if self.nodes[kid].span.start < start][:1]

    def _opened(self, at: int) -> list[int]:
        """Return the subject of the sentence that a participle opens: "Born in Tarn, she studied law"."""
        if at or not self.nodes[at].text.endswith(("ed", "n")):
            return []
        subjects = [kid for kid, node in enumerate(self.nodes) if node.relation in _SUBJECTS]
        first = self.nodes[subjects[0]].head if subjects else at
        return [kid for kid in subjects if self.nodes[kid].head == first][-1:]

    def _meant(self, kid: int, verb: int) -> int:
        """Return whom a relative pronoun stands for, or else the word itself.

        Right behind a name "who" stands for it, save where that only says whose or where another is.
        """
        pronoun = self.nodes[kid].text.lower()
        relative = pronoun in _RELATIVE and self.nodes[verb].relation == "acl:relcl" and self.nodes[verb].head >= 0
        above = self.nodes[verb].head if relative else kid
        named = self._right_before(kid) if pronoun == "who" else None
        return above if named is None or (relative and named in self._hanging(above)) else named

    def _right_before(self, kid: int) -> int | None:
        """Return the first word of the name that stands right before a word, a comma between aside."""
        last = kid - 2 if kid and self.nodes[kid - 1].text == "," else kid - 1
        if last < 0 or self.nodes[last].part != "PROPN":
            return None
        named = next((name.span for name in self.names if name.span.overlaps(self.nodes[last].span)), None)
        return next((at for at, node in enumerate(self.nodes) if named and named.overlaps(node.span)), None)

    def _is_alone(self, at: int, first: int) -> bool:
        """Say whether a name with a role has nobody beside it from the word ``first`` on."""
        beside = {node.text for node in self.nodes[first:at]} & {"and", "or", ","}
        return not beside and any(name.role and name.span.overlaps(self.nodes[at].span) for name in self.names)

    def _party(self, at: int, *others: int) -> Party:
        """Return those of whom a word stands, and ``others`` that a tree has beside it: "his brother Tom Lund"."""
        inside, left = set[int](), [at, *others]
        while left:
            one = left.pop()
            inside.add(one)
            named = (kid for kid in self.below(one, "compound", "amod", *_WHOSE) if self._names_it(kid, one))
            left += [kid for kid in (*self.below(one, *_SAME_PARTY), *named) if kid not in inside]
        head = self.nodes[at]
        pronoun = head.part in ("PRON", "DET")
        return Party(
            head="" if pronoun else self.root(at),
            roots=frozenset(self.root(one) for one in inside),
            around=frozenset(self.root(one) for one in self._hanging(at)),
            names=self._named(inside),
            whose=self._named(
                {one for kid in self.below(at, *_WHOSE) if kid not in inside for one in self._hanging(kid)}
            ),
            pronoun=head.text.lower() if pronoun else "",
            brought_in=any(self.nodes[kid].text.lower() in ("a", "an", "another") for kid in self.below(at, "det")),
            new=any(self.nodes[kid].text.lower() in _NEW for kid in self.below(at, "amod", "det")),
            counted=bool(self.below(at, "nummod")),
            one=any(
                one == at or self.nodes[one].relation == "appos" for one in inside if self.nodes[one].part == "PROPN"
            )
            and not any(self.nodes[one].relation == "conj" for one in inside),
        )

    def _apposed(self, at: int, verb: int) -> list[int]:
        """Return the name that stands behind a word and a comma, where a tree hangs it on the verb."""
        end = self.nodes[at].span.end
        kids = (kid for kid in self.below(verb, "parataxis") if self.nodes[kid].part == "PROPN")
        return [kid for kid in kids if self.text[end : self.nodes[kid].span.start] == ", "]

    def _names_it(self, kid: int, at: int) -> bool:
        """Say whether a name goes with a word, and does not say whose or where it is."""
        node = self.nodes[kid]
        between = self.text[self.nodes[at].span.end : node.span.start]
        behind = node.relation in _WHOSE and between in (" ", ", ")
        return node.part == "PROPN" and (node.relation not in _WHOSE or (behind and not self.below(kid, "case")))

    def _named(self, inside: set[int]) -> tuple[Name, ...]:
        spans = [self.nodes[one].span for one in inside if self.nodes[one].part == "PROPN"]
        return tuple(name for name in self.names if any(name.span.overlaps(span) for span in spans))

    def _hanging(self, at: int) -> set[int]:
        """Return the places of a word and of all that hang on it, clauses aside."""
        found, left = set[int](), [at]
        while left:
            one = left.pop()
            found.add(one)
            left += [kid for kid in self.below(one, *_OF_IT) if kid not in found]
        return found

    def _at(self, at: int) -> Span:
        """Return where a predicate stands, from its subject on where that is before it."""
        node = self.nodes[at]
        starts = [self.nodes[kid].span.start for kid in self.below(at, *_SUBJECTS)]
        return Span(start=self.start + min([node.span.start, *starts]), end=self.start + node.span.end)
