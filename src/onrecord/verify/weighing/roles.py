"""Who does what to whom: deeds that a statement and the record both tell, but of one another's parties.

"The ferry struck the freighter" has all the words of "the freighter struck the ferry". Deeds and those they are told
of are read off the sentences' trees (``grammar.py``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.data import Span
from onrecord.text.names import Name
from onrecord.text.sentences import sentences
from onrecord.verify.comparing.names import mentions
from onrecord.verify.reading.gist import Gist
from onrecord.verify.reading.grammar import Node, parse
from onrecord.verify.reading.tokens import compared, find_roots, find_words, root

DOER, DONE_TO, _MUCH = "by", "", "by how much"
"""Names of the two first roles; all others go by their prepositions."""
_ROLES = {"nsubj": DOER, "csubj": DOER, "obl:agent": DOER, "nsubj:pass": DONE_TO, "obj": DONE_TO, "iobj": "to"}
_SUBJECTS = ("nsubj", "csubj", "nsubj:pass")
_PASSIVE = ("aux:pass", "nsubj:pass", "obl:agent")
_NO_DEEDS = ("aux", "aux:pass", "cop")
_SAME_PARTY = ("flat", "compound", "appos", "conj")
"""How the words of a name and those who go with it hang together: "Lund, the mayor, and Holt"."""
_MARKS = ("compound", "amod", "nmod:poss", "nmod")
_NAMING = ("NOUN", "PROPN", "ADJ", "NUM")
_RELATIVE = frozenset("who which that whom".split())
_COUNTS = frozenset(
    "number percent per cent share part half third quarter majority group total dozen most some".split()
)
"""What a party is counted by: "the number of cases" is of cases."""
_OF_VOTES = frozenset("percent % points".split())
"""By how much something is won or lost, which is not what: "won 46 percent of the vote"."""
_REFUSING = frozenset(
    root(compared(word)) for word in "reject refuse decline drop scrap abandon oppose shelve dismiss avoid veto".split()
)
"""Verbs of those who do not do what they have as their object."""
_LED_BY = frozenset((DONE_TO, *"for with against to into about over".split()))
"""Roles whose party may be told of by another word each time; where and when something is done is told in many ways."""
_FIRST = 6
"""Words among which what comes in with "a" stands, that and its preposition counted."""
_BEYOND = 120
"""Characters behind a deed in which its clause goes on."""
_LOOSE = 3
"""Words of weight that may stand between those of a deed for these to be in order."""

_NEW, _NEW_BEFORE = (re.compile(rf"\b(?:an?|another|his|her|their|its)\s{end}", re.IGNORECASE) for end in ("", "$"))
"""What makes somebody another than whoever has been named: "a rival", "his backup"."""

Roots = frozenset[str]


@dataclass(frozen=True, slots=True)
class Party:
    """Whom or what a deed is told of, as roots of words."""

    roots: frozenset[str]
    """What it goes by; empty for a pronoun, which may be anybody."""
    marks: frozenset[str]
    """What tells it from others of its kind: "freight" of "a freight train"."""


@dataclass(frozen=True, slots=True)
class Deed:
    """What somebody does, by its verb's root, with its parties by role, and the words from the first of them on."""

    verb: str
    passive: bool
    span: Span
    parties: tuple[tuple[str, Party], ...]

    @property
    def subjects(self) -> tuple[Party, ...]:
        """Its grammatical subjects: whoever does it, or to whom it is done."""
        return self.of(DONE_TO if self.passive else DOER)

    def of(self, role: str) -> tuple[Party, ...]:
        """Return its parties in a role."""
        return tuple(party for named, party in self.parties if named == role)


def exchanged(here: str, there: str, *, around: str = "", beside: Roots = frozenset()) -> Span | None:
    """Return a deed of the record where all of that name are told of another than by the statement.

    Both must speak of both: who is in the place of the other by either must be named by each, the statement that a
    clause is of (``around``) and what stands beside the quoted words included.
    """
    told = find_deeds(there)
    known = _named(here) | _named(around), find_roots(there) | beside
    for deed in find_deeds(here):
        same = [other for other in told if other.verb == deed.verb]
        kept = any(other.passive is deed.passive and _in_order(deed, here, other, there) for other in same)
        if same and not kept and all(_is_of_others(deed, other, *known) for other in same):
            return same[0].span
    return None


def paired_otherwise(here: str, there: str) -> Span | None:
    """Return words of the record in which two have done one deed to two others, where the statement crosses these.

    "Lund blamed the sewers, the audit had blamed his plans" has not the audit blame the sewers.
    """
    for deed in find_deeds(here)[:1]:
        doer, done_to = _roots(*deed.of(DOER)), _roots(*deed.of(DONE_TO))
        same = [other for part in there.split(";") for other in find_deeds(part) if other.verb == deed.verb]
        theirs = [(_roots(*other.of(DOER)), _roots(*other.of(DONE_TO))) for other in same]
        if not (doer and done_to) or len(theirs) < 2 or not all(one and other for one, other in theirs):
            continue
        together = any(doer & one and done_to & other for one, other in theirs)
        apart = any(doer & one for one, _ in theirs) and any(done_to & other for _, other in theirs)
        if apart and not together:
            return Span(start=0, end=len(there))
    return None


def refused_instead(here: str, there: str) -> Span | None:
    """Return what is done to something else by the record, which has refused what it is done to by the statement.

    "The town put up signs, but rejected a fence" has no fence put up.
    """
    told = find_deeds(there)
    refused = _roots(*(one for deed in told if deed.verb in _REFUSING for one in deed.of(DONE_TO)))
    for deed in find_deeds(here)[:1] if refused else ():
        mine = _roots(*deed.of(DONE_TO))
        same = [other for other in told if other.verb == deed.verb]
        others = [_roots(*other.of(DONE_TO)) for other in same]
        if mine and mine <= refused and others and all(theirs and not theirs & mine for theirs in others):
            return same[0].span
    return None


def told_of_another(here: Gist, there: Gist) -> Span | None:
    """Return what a name of the statement does by it where the record has that deed of somebody else alone.

    Of one with another name, or of whom it calls "a rival" or "his backup" when it has told of the statement's.
    """
    told = find_deeds(here.text)
    cues = {root(word.stem) for saying in here.sayings if saying.cue for word in find_words(saying.cue.cut(here.text))}
    if told and told[0].verb in cues:
        return None  # who says it is told by the sayings
    same = [other for other in find_deeds(there.text) if told and other.verb == told[0].verb]
    return same[0].span if same and all(_is_of_another(told[0], here, other, there) for other in same) else None


def brought_in_instead(here: Gist, there: Gist) -> Span | None:
    """Return a deed that the record tells of something it brings in anew, and the statement of what it named before.

    "Renn, who sued Acmar, works for a bank" has her work for no Acmar.
    """
    told = find_deeds(there.text)
    for deed in find_deeds(here.text):
        same = [other for other in told if other.verb == deed.verb and other.passive is deed.passive]
        for role, party in deed.parties if same else ():
            names = [name for name in here.names if find_roots(name.words) & party.roots]
            alike = _roots(*(one for other in same for one in other.of(role))) & party.roots
            led = len(names) == 1 and role in _LED_BY and not alike
            if led and all(_is_new(role, names[0], one, there) for one in same):
                return same[0].span
    return None


def told_of_who_is_beside(here: str, there: str) -> bool:
    """Say whether another alone does a deed, and who does it by a statement stands beside: "broke off talks with"."""
    for deed in find_deeds(here)[:1]:
        same = [one for one in find_deeds(there) if one.verb == deed.verb and one.passive is deed.passive]
        mine, theirs = _roots(*deed.subjects), [_roots(*one.subjects) for one in same]
        beside = (_roots(*(party for _, party in one.parties)) for one in same)
        if mine and theirs and all(one and not one & mine for one in theirs) and all(one & mine for one in beside):
            return True
    return False


def _is_new(role: str, name: Name, deed: Deed, there: Gist) -> bool:
    """Say whether what has a role in a deed comes in with "a" behind a name, which does not stand in its clause."""
    mine, theirs = find_roots(name.words), _roots(*deed.of(role))
    if not theirs or not all(one.roots for one in deed.of(role)):
        return False
    new = re.compile(rf"\b{re.escape(role)}\san?\s[^,;.:]*" if role else r"\san?\s[^,;.:]*")
    phrase = new.search(there.text, deed.span.start, deed.span.end + _BEYOND)
    first = find_roots(" ".join(phrase[0].split()[:_FIRST])) if phrase else frozenset()
    if phrase is None or phrase.start() > deed.span.end or not first & theirs or find_roots(phrase[0]) & mine:
        return False
    return any(one.span.start < phrase.start() and find_roots(one.words) & mine for one in there.names)


def _is_of_another(deed: Deed, here: Gist, other: Deed, there: Gist) -> bool:
    mine, theirs = _roots(*deed.subjects), _roots(*other.subjects)
    names = [name for name in here.names if find_roots(name.words) & mine]
    unsaid = not all(one.roots for one in other.subjects)
    if not (names and theirs) or theirs & mine or unsaid or other.passive is not deed.passive:
        return False
    named = ((name, find_roots(name.words)) for name in there.names)
    bearers = [name for name, roots in named if roots and roots <= theirs]
    if bearers:
        return not any(mentions(here, one) for one in bearers)
    start = other.span.start
    new = _NEW.match(there.text, start) or _NEW_BEFORE.search(there.text, max(0, start - 9), start)
    return bool(new) and any(find_roots(name.words) & mine and name.span.end <= start for name in there.names)


def _in_order(deed: Deed, here: str, other: Deed, there: str) -> bool:
    """Say whether the record has the words of a deed in the statement's order, however it is read off a tree."""
    sentence = next(span for span in sentences(there) if span.covers(other.span))
    mine, theirs = (
        [root(word.stem) for word in find_words(words) if word.content]
        for words in (deed.span.cut(here), sentence.cut(there))
    )
    windows = (iter(theirs[start : start + len(mine) + _LOOSE]) for start in range(len(theirs)))
    return any(all(one in window for one in mine) for window in windows)


def _is_of_others(here: Deed, there: Deed, stated: Roots, recorded: Roots) -> bool:
    doers, done_to, theirs = _roots(*here.of(DOER)), _roots(*here.of(DONE_TO)), _roots(*there.of(DONE_TO))
    if doers & theirs and done_to & theirs and not doers & done_to:
        return False  # "lost Acmar a million": Acmar lost a million
    mine, theirs = (_roots(*(party for _, party in deed.parties)) for deed in (here, there))
    for role in dict.fromkeys(role for role, _ in here.parties):
        # "In protest at their wages" is read off a tree as "at" or as "in": whom the deed is told of in another way too
        # has to have changed places.
        moved = role not in (DOER, DONE_TO) and _roots(*here.of(role)) & theirs
        if _differ(here.of(role), there.of(role), mine if moved else stated, recorded):
            return True
    return False


def _differ(mine: Sequence[Party], theirs: Sequence[Party], stated: Roots, recorded: Roots) -> bool:
    if not (mine and theirs and all(one.roots for one in (*mine, *theirs))):
        return False
    if any(one.roots & other.marks or other.roots & one.marks for one in mine for other in theirs):
        return False  # "two doses of the vaccine are given" as "the vaccine is given in two doses"
    alike = [(one, other) for one in mine for other in theirs if one.roots & other.roots]
    if alike:
        return all(_marked_otherwise(one, other, stated, recorded) for one, other in alike)
    numbers = all(one[:1].isdigit() for one in _roots(*mine, *theirs))  # "in 1959", where the record has "in 1966"
    return (numbers or bool(_roots(*theirs) & stated)) and bool(_roots(*mine) & recorded)


def _roots(*parties: Party) -> Roots:
    return frozenset[str]().union(*(party.roots for party in parties))


def _marked_otherwise(mine: Party, theirs: Party, stated: Roots, recorded: Roots) -> bool:
    apart = not (mine.marks & (theirs.marks | theirs.roots) or theirs.marks & mine.roots)
    return apart and bool(mine.marks) and mine.marks <= recorded and bool(theirs.marks & stated)


@lru_cache(maxsize=256)
def find_deeds(text: str) -> tuple[Deed, ...]:
    """Return what a text tells to be done, sentence by sentence."""
    found = []
    for span in sentences(text):
        tree = _Tree(parse(span.cut(text)))
        for at, node in enumerate(tree.nodes):
            if node.part not in ("VERB", "AUX") or node.relation in _NO_DEEDS:
                continue
            told = (*_own(tree, at), *_taken_up(tree, at))
            places = [at, *(place for _, place in told)]
            ends = [tree.nodes[one].span for place in places for one in (place, *tree.hanging(place, *_MARKS[:-1]))]
            words = Span(
                start=span.start + min(one.start for one in ends), end=span.start + max(one.end for one in ends)
            )
            passive = bool(tree.hanging(at, *_PASSIVE)) and not _is_measured(tree, at)
            found.append(
                Deed(_root(tree, at), passive, words, tuple((role, _party(tree, place)) for role, place in told))
            )
    return tuple(found)


class _Tree:
    """The words of a sentence with those that hang on each."""

    def __init__(self, nodes: tuple[Node, ...]) -> None:
        self.nodes = nodes
        self.below: list[list[int]] = [[] for _ in nodes]
        for at, node in enumerate(nodes):
            if node.head >= 0:
                self.below[node.head].append(at)

    def hanging(self, at: int, *relations: str) -> list[int]:
        """Return the places of the words that hang on one in any of these ways."""
        return [kid for kid in self.below[at] if self.nodes[kid].relation in relations]


def _own(tree: _Tree, at: int) -> Iterator[tuple[str, int]]:
    """Yield the roles and places of those that hang on a verb; "emphasising" alone has no subject of its own."""
    bare = tree.nodes[at].text.lower().endswith("ing") and not tree.hanging(at, "aux")
    passive = bool(tree.hanging(at, "aux:pass"))
    measured = _is_measured(tree, at)
    for kid in tree.below[at]:
        relation = tree.nodes[kid].relation
        if measured and relation in ("obl:agent", "nsubj:pass"):
            relation = "obl" if relation == "obl:agent" else "nsubj"
        if relation in _ROLES and not (bare and relation in _SUBJECTS):
            role = DONE_TO if passive and relation in _SUBJECTS else _ROLES[relation]
            measure = relation == "obj" and tree.nodes[kid].text.lower() in _OF_VOTES and _is_amount(tree, kid)
            yield _MUCH if measure else role, _meant(tree, kid, at)
        elif relation in ("obl", "nmod") and (case := tree.hanging(kid, "case")):
            yield _MUCH if _is_amount(tree, kid) else tree.nodes[case[0]].text.lower(), kid


def _is_measured(tree: _Tree, at: int) -> bool:
    """Say whether "by" tells by how much something changed, "fell by 22 per cent", and not by whom."""
    amounts = (kid for kid in tree.hanging(at, "obl", "obl:agent") if _is_amount(tree, kid))
    return not tree.hanging(at, "aux:pass") and any(
        tree.nodes[case].text.lower() == "by" for kid in amounts for case in tree.hanging(kid, "case")
    )


def _is_amount(tree: _Tree, at: int) -> bool:
    return tree.nodes[at].part in ("NUM", "SYM") or bool(tree.hanging(at, "nummod"))


def _meant(tree: _Tree, kid: int, verb: int) -> int:
    """Return whom a relative pronoun stands for, or else the word itself."""
    relative = tree.nodes[verb].relation == "acl:relcl" and tree.nodes[kid].text.lower() in _RELATIVE
    return tree.nodes[verb].head if relative and tree.nodes[verb].head >= 0 else kid


def _taken_up(tree: _Tree, at: int) -> list[tuple[str, int]]:
    """Return the doer that an infinitive takes from its verb: "ordered Nantak to pay" has Nantak pay.

    What else has no subject of its own, "after falling", is told of one by the sense as often as by the tree.
    """
    above = tree.nodes[at].head
    if tree.nodes[at].relation != "xcomp" or above < 0 or tree.hanging(at, *_SUBJECTS):
        return []
    givers = tree.hanging(above, "obj", "iobj") or tree.hanging(above, *_SUBJECTS)
    passive = bool(tree.hanging(at, *_PASSIVE))
    return [(DONE_TO if passive else DOER, _meant(tree, kid, above)) for kid in givers]


def _party(tree: _Tree, at: int) -> Party:
    names, marks, left = set[int](), set[int](), [at]
    while left:
        one = left.pop()
        names.add(one)
        for kid in tree.below[one]:
            node = tree.nodes[kid]
            named = node.part == "PROPN" if node.relation == "compound" else node.relation in _SAME_PARTY
            some = tree.nodes[one]
            counted = node.relation == "nmod" and (some.part == "NUM" or some.text.lower() in _COUNTS)
            is_it = node.relation == "nsubj" and bool(tree.hanging(one, "cop"))  # "Lund, who is a rower who won"
            if named or counted or is_it:
                left.append(kid)
            elif node.relation in _MARKS and node.part in _NAMING and not tree.hanging(kid, "nummod"):
                marks.add(kid)  # "the stage over 148 kilometres" is no other stage
    if tree.nodes[at].part in ("PRON", "DET"):
        return Party(frozenset(), frozenset())
    roots, telling = (frozenset(filter(None, (_root(tree, one) for one in places))) for places in (names, marks))
    return Party(roots, telling)


def _named(text: str) -> Roots:
    """Return the roots of what a text names, not of what it has them do: of those "suspected" none is "the suspect"."""
    trees = [_Tree(parse(span.cut(text))) for span in sentences(text)]
    return frozenset(_root(tree, at) for tree in trees for at, node in enumerate(tree.nodes) if node.part in _NAMING)


def _root(tree: _Tree, at: int) -> str:
    return root(compared(tree.nodes[at].text.lower()))
