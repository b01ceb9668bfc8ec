"""Statements that name nobody but the newsroom: whose matter they are of, the names around them tell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from onrecord.data import Span
from onrecord.verify.reading.gist import Gist
from onrecord.verify.reading.tokens import compared, find_words, root

_MANY = 6
"""Names around a statement from which on the record must have two of them: one alone, such as a country, is of many
matters. Of 46 articles, 88 statements bore on something in other words; of these 45 on another matter, most by a
sentence that could stand in any article ("The images were released on Thursday")."""
_SURE = 2
"""Names around a statement and figures in it that make sure together that a record is of its matter."""
_CERTAIN = 3
"""As many make it certain, for a statement that names nobody and that the record has in quite other words."""
DATELINE = re.compile(r"[A-Z][A-Z .’'-]{2,40}(?:, [A-Z][\w.’' -]{1,30})?(?: \([^()]{2,40}\))?\s[–—-]\s+")
"""What a report begins with: "TARN (Agency) - "."""
_INNER = re.compile(r"\b[a-z]{1,2}[A-Z]\w+")
"""A name that begins small: "iPhone"."""
_DATED = re.compile(r"(?:\d{1,2} )?[A-Z][a-z]+\.?(?: \d{1,2},)? (?:19|20)\d\d")
"""A month with its year: "March 2020"."""
_CAPITAL = re.compile(r"(?<=[a-z,’'] )[A-Z][\w-]{2,}")
_DAYS = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
    "September October November December".split()
)
_SEVERAL = 2
"""Words of names of a statement's text that stand in a document of its matter, where what it counts is told."""
_RUN = 10
"""Words in a row that reports of two matters do not have alike."""
_SMALL, _LARGE = 20, 1_000
_EVENTS = frozenset(
    word.stem
    for word in find_words(
        "attack blast coup crash cup derailment earthquake election eruption explosion festival final fire flood "
        "hurricane inquiry landslide protest quake referendum riot shooting siege storm strike summit trial vote war "
        "wildfire"
    )
)
"""Kinds of what happens: where a text names one alone, "the Kessel flood", that is its matter."""
_OF_MANY = frozenset(
    compared(word)
    for word in """
    congress congressional senate house parliament parliamentary assembly court supreme justice ministry minister
    department office government president governor mayor king queen prince council commission committee board party
    democrat democratic republican conservative liberal labour union nation national federal state district county
    city constitution election first second act bill news press times post image images getty reuters associated day
    """.split()
)
"""Words of names that stand in reports of every matter: "Parliament House" and the "House of Lords" are no sign."""
_DOCUMENTS = frozenset(
    "law bill measure ordinance legislation act ruling report study survey policy rule regulation proposal amendment "
    "lawsuit suit complaint indictment plan deal agreement treaty resolution".split()
)
"""What a text calls by its kind, having named it, or whose it is, before."""
_CALLED = re.compile(r"(?:The|This|That) (?:new |proposed |[a-z]+-[a-z]+ )?([a-z]+)\b")
_ALIKE = {compared(one): compared(other) for one, other in (("wildfire", "fire"), ("bushfire", "fire"))}
"""Kinds by which a report calls what it elsewhere calls by a wider one."""


@dataclass(frozen=True, slots=True)
class Company:
    """What a text names around a statement."""

    names: frozenset[str] = frozenset()
    """What its names are made of, as stems."""
    called: frozenset[tuple[str, str]] = frozenset()
    """What it names by its kind, ("kessel", "flood"), where it names no other of that kind: "the flood" is that one."""


def company(taken: Iterable[Gist]) -> Company:
    """Return what a text names, from its statements."""
    texts = tuple(taken)
    named = ((one, name.span) for one in texts for name in one.names)
    called = frozenset(pair for one in texts for pair in _called(one))
    of_kind = Counter(kind for _, kind in called)
    return Company(
        frozenset(one.words[at].stem for one, span in named for at in one.within(span) if one.words[at].content),
        frozenset(pair for pair in called if of_kind[pair[1]] == 1),
    )


def _called(text: Gist) -> Iterator[tuple[str, str]]:
    """Yield the names in a text that go with a kind, each with the stem of its kind.

    "The Kessel flood"; of what happens one word may stand between: "the Kessel valley flood".
    """
    ends = {name.span.end + 1: name.words.casefold() for name in text.names}
    for at, word in enumerate(text.words):
        if not word.content or word.capital:
            continue
        kind = _ALIKE.get(word.stem, word.stem)
        before = text.words[at - 1] if at else None
        if word.span.start in ends:
            yield ends[word.span.start], kind
        elif kind in _EVENTS and before and before.span.start in ends and before.span.end + 1 == word.span.start:
            yield ends[before.span.start], kind


def newsroom_of(publisher: str) -> str:
    """Return a publisher, or the address it goes by, as its name is compared: ``cnn.com`` and CNN as ``cnn``."""
    return _letters(publisher if " " in publisher else publisher.removeprefix("www.").partition(".")[0])


def unmet_company(here: Gist, *there: Gist, company: Company, newsroom: str) -> tuple[Span, ...]:
    """Return the whole of a statement that names nobody, or is of "the law", where the record has few names around it.

    That a newsroom names itself says nothing: it has spoken with experts on every matter. Nor does what "the law"
    names tell which one it is: "The law bans fishing where the Tarn treaty does not hold".
    """
    named = any(_letters(name.words) != newsroom for name in here.names) or _INNER.search(here.text) is not None
    others = company.names - here.stems
    if not company.names or (named and (len(others) < _MANY or not _is_a_document(here))):
        return ()
    few = 2 if len(company.names) >= _MANY else 1
    met = _names_met(others - _OF_MANY if few > 1 else others, there, newsroom)
    alike = met + _counted_alike(here, there[0]) >= _SURE or _called_alike(here, there, company)
    if met >= few or alike or _is_within(here, there[0]):
        return ()
    return (Span(start=0, end=len(here.text)),)


def in_its_document(here: Gist, there: Gist, whole: str, *, bearers: frozenset[str], company: Company) -> bool:
    """Say whether a record that counts what a statement counts, in most of its words, names somebody of its text.

    Anywhere in its document, by the whole name: "exports fell 1.8 percent" in a report of the minister Ida Holt is of
    the exports that she is asked about, where the record's own words name nobody else.
    """
    told = {root(word.stem) for word in here.words if word.content}
    values = {(one.value, one.unit) for one in there.figures}
    counted = bool(here.figures) and all((one.value, one.unit) in values for one in here.figures)
    if here.names or not counted or 3 * len(told & there.roots) < 2 * len(told):
        return False
    dateline = DATELINE.match(there.text)
    named = [one for one in there.names if dateline is None or one.span.start >= dateline.end()]
    own = all(
        there.words[at].stem in company.names
        for one in named
        for at in there.within(one.span)
        if there.words[at].content
    )
    person = any(re.search(rf"\b{re.escape(name)}\b", whole) for name in bearers if _is_a_person(name))
    return own and (person or len(company.names & _capitals(whole) - _OF_MANY) >= _SEVERAL)


@lru_cache(maxsize=64)
def _capitals(whole: str) -> frozenset[str]:
    """Return the words of a document that have a capital within a sentence, months and days left out, as stems."""
    return frozenset(compared(word.lower()) for word in _CAPITAL.findall(whole) if word not in _DAYS)


def _is_a_person(name: str) -> bool:
    """Say whether a name may be somebody's, and is none of what many reports name: "Ida Holt", "the Supreme Court"."""
    words = name.split()
    return len(words) in (2, 3) and not any(compared(word.lower()) in _OF_MANY for word in words)


def of_its_matter(here: Gist, *there: Gist, company: Company, newsroom: str) -> bool:
    """Say whether a record has so many names of a statement's text around it that it is of the same matter."""
    met = _names_met(company.names - here.stems - _OF_MANY, there, newsroom)
    return met + _counted_alike(here, there[0]) >= _CERTAIN


def _names_met(others: frozenset[str], texts: Iterable[Gist], newsroom: str) -> int:
    """Return how many names with words among ``others`` texts have: New York is one, Renn and Anna Renn are too.

    Whose report it is says nothing of its matter.
    """
    met: list[set[str]] = []
    for text in texts:
        for name in text.names:
            own = _own_words(name.words, newsroom)
            if own is None:
                continue
            stems = ({text.words[at].stem for at in text.within(name.span)} & others) - own
            again = [one for one in met if one & stems]
            if stems:
                met = [one for one in met if not one & stems] + [stems.union(*again)]
    return len(met)


def _is_within(here: Gist, there: Gist) -> bool:
    """Say whether a record has a statement of so many words word for word that both are of one report."""
    mine, theirs = (" ".join(word.plain for word in text.words) for text in (here, there))
    return len(here.words) >= _RUN and f" {mine} " in f" {theirs} "


def _is_a_document(text: Gist) -> bool:
    """Say whether a statement is of a law, a study or the like that it only calls so."""
    called = _CALLED.match(text.text)
    return called is not None and called[1] in _DOCUMENTS


def _own_words(name: str, newsroom: str) -> frozenset[str] | None:
    """Return by what words a name ends in its newsroom's, "Tarn CNN"; None where it begins so: "CNN Politics"."""
    words = name.split()
    if not newsroom:
        return frozenset()
    if any(_letters("".join(words[:end])) == newsroom for end in range(1, len(words) + 1)):
        return None
    ends = (words[start:] for start in range(1, len(words)) if _letters("".join(words[start:])) == newsroom)
    return frozenset(compared(word.lower()) for some in ends for word in some)


def _counted_alike(here: Gist, there: Gist) -> int:
    """Return how many figures two texts share that are of few matters: thousands, and others that are not round.

    Shares of a hundred are of many; a month of a year is of few.
    """
    mine, theirs = ({one.value for one in text.figures if one.unit != "percent"} for text in (here, there))
    days = [{one.words.lower() for one in text.times if _DATED.fullmatch(one.words)} for text in (here, there)]
    figures = sum(
        value >= _LARGE or (value > _SMALL and value % 10 ** (len(str(int(value))) - 1) != 0) for value in mine & theirs
    )
    return len(days[0] & days[1]) + int(figures)


def _called_alike(here: Gist, there: Sequence[Gist], company: Company) -> bool:
    """Say whether the record names what a statement calls by its kind, "the flood", or what its text is of, alike.

    It may name it in its title or beside, if it names no other of that kind there.
    """
    kinds = {_ALIKE.get(word.stem, word.stem) for before, word in pairwise(here.words) if before.plain == "the"}
    events = {kind for _, kind in company.called if kind in _EVENTS}
    kinds |= events if len(events) == 1 else set()
    around = {pair for text in there for pair in _called(text)}
    of_kind = Counter(kind for _, kind in around)
    named = company.called.intersection(_called(there[0]))
    named |= {pair for pair in company.called & around if of_kind[pair[1]] == 1 and pair[1] in _EVENTS}
    return any(kind in kinds for _, kind in named)


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))
