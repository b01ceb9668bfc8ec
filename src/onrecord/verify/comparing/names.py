"""Looking the names of a statement up in the record."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from onrecord.data import Span
from onrecord.text.names import Name
from onrecord.text.words import STOP_WORDS, stem
from onrecord.verify.comparing.findings import Finding
from onrecord.verify.reading.clauses import VERBS, find_verb
from onrecord.verify.reading.gist import KIN, Gist
from onrecord.verify.reading.tokens import Word, find_words

_SAME = (
    frozenset("us usa america american united-states".split()),
    frozenset("uk britain british united-kingdom great-britain".split()),
    frozenset("eu european-union".split()),
    frozenset("un united-nations".split()),
    frozenset("uae united-arab-emirates".split()),
    frozenset("nyc new-york new-york-city".split()),
)
"""Names of one country, union or city by which the news calls it in turn."""
_OF_PLACES = frozenset("west east north south new western eastern northern southern upper lower".split())
"""Words that make another place of a name."""
_APART = 3
"""Words that may stand between the parts of one name: "Acmar's old laboratory in Halme" is its Halme Laboratory."""
_WHOSE = re.compile(r"['’]s?\s(?=[a-z\d])")
_OF = re.compile(r"\sof\s(?:the\s)?$")
_WITHIN = re.compile(r"(?<=\bin [A-Z])[\w-]*(?:\s[A-Z][\w-]*)?(,\s)$")
"""Before the country that a place is in: "in Hesk Dol, Marovia"."""
_ENDS_PLACE = re.compile(r",(?!\s(?:[A-Z]|and\b|or\b))|[.;]|$")
"""Behind it; "in Hesk Dol, Marovia and Tarn" are three."""
_ENDS = re.compile(r"\s[a-z(]|[,.;:]|$")
_DEMONYM = re.compile(r"(?:an|ese|ish|[^i]i|ic)$")
_LEADS = frozenset("in the from of at to for and but as since when while with across near outside both".split())
"""Words that open a sentence before a place; any other capital before a name makes it somebody's: "Rolf Tennant"."""
DATELINE = re.compile(
    r"[A-Z][A-Z’'-]{2,}(?:\s[A-Z’'-]{2,}){0,3}(?:,\s[^—–:\n]{2,40}?)?\s?(?:\([\w ]{2,20}\)\s?)?(?:[—–:]|(?<=\s)-)\s"
)
"""Where a report was written, before its first words: "SORREL, Jan 13 (CPA) - "."""
_OF_HERE = frozenset("State Government Union Republic Province Centre Parliament Cabinet".split())
"""Names by which each paper calls what is its own place's: "the State"."""
_BEHIND = re.compile(r"\s([a-z][\w’'-]*)")
_FEWEST_LETTERS = 3
"""Letters of an acronym that tells a name: shorter ones are many bodies' at once."""


def compare_names(here: Gist, *records: Gist, bearers: Collection[str] = ()) -> Finding:
    """Look each name of a statement up in the record: the quoted words, and what stands around them if given.

    ``bearers`` are names of more than one word: where the text of the statement has one Tom Lund, its Lund is no Ida.
    """
    finding = Finding()
    for name in here.names:
        if titles(here, name) or any(figure.span.overlaps(name.span) for figure in here.figures):
            continue
        met = any(
            mentions(record, called) and not _only_namesakes(record, _in_full(called, bearers))
            for called in (name, *_without_title(name))
            for record in records
        )
        met = met or (name.span.start == 0 and any(_is_word(record, name, here) for record in records))
        finding += Finding(met=(name.span,)) if met else Finding(missing=(name.span,))
    return finding


def _without_title(name: Name) -> Iterator[Name]:
    """Yield the name behind a word that only opens a sentence: "Builder Rolf Stannick" is Rolf Stannick."""
    first, *rest = name.words.split()
    if name.span.start == 0 and len(rest) > 1 and first.lower() not in _OF_PLACES:
        yield replace(name, words=" ".join(rest))


def _is_word(text: Gist, name: Name, here: Gist) -> bool:
    """Say whether a capital that opens a sentence is but a word for which a text has another: "Petrol", gasoline.

    Before a noun that the text has too it may be the same word: "Library spending fell", spending on libraries.
    """
    parts, noun = _parts(name.words), here.words[1:2]
    led = bool(noun) and noun[0].content and not noun[0].capital and noun[0].stem in text.stems
    led = led and (find_verb(here.words) or 0) > 1
    return len(parts) == 1 and any(
        word.stem == parts[0].stem and not word.capital and (led or stem(word.plain) != stem(parts[0].plain))
        for word in text.words
    )


def _in_full(name: Name, bearers: Collection[str]) -> str:
    """Return a name as its text has it in full, where it has one so."""
    full = [one for one in bearers if one.split()[-1] == name.words] if " " not in name.words else []
    return full[0] if len(full) == 1 else name.words


def _only_namesakes(text: Gist, name: str) -> bool:
    """Say whether all whom a text calls by the last part of a full name have another first one."""
    parts = _plain(name)
    named = (_plain(other.words) for other in text.names)
    same = [other for other in named if other[-1:] == parts[-1:]]
    return len(parts) > 1 and bool(same) and all(len(other) > 1 and parts[0] not in other for other in same)


@lru_cache(maxsize=4_096)
def _plain(name: str) -> tuple[str, ...]:
    """Return the parts of a name as they are compared: U.K. as UK."""
    return tuple(name.casefold().replace(".", "").split())


def titles(text: Gist, name: Name) -> bool:
    """Say whether a name only goes with a title, "the Veldanian president Orla Venn", and names nothing by itself."""
    holders = (other for other in text.names if other.role and other.span.start > name.span.end)
    return any(text.text[name.span.end : other.span.start].strip().casefold() == other.role for other in holders)


def mentions(text: Gist, name: Name) -> bool:
    """Say whether ``text`` has the name, in full, by its last part, as initials, or as the people of the place."""
    parts = _parts(name.words)
    alone = len(parts) == 1
    if all(_has(text, part, alone=alone) for part in parts) and _stand_together(text, parts):
        return not parts or not _only_of_another(text, parts[0])
    called = _called(parts)
    if any(called in names and _is_called(text, names) for names in _SAME):
        return True
    if alone and any(abbreviates(name.words, other.words) for other in text.names):
        return True
    if not alone and any(abbreviates(word.span.cut(text.text), name.words) for word in text.words if word.capital):
        return True
    return any(same_bearer(name, other) for other in text.names)


def strangers(there: Gist, here: Gist) -> list[Name]:
    """Return the names of a text that the other does not have, where it was written and "the State" left out."""
    line = DATELINE.match(there.text)
    start = line.end() if line else 0
    named = (name for name in there.names if name.span.start >= start and name.words not in _OF_HERE)
    return [name for name in named if not mentions(here, name)]


def place_phrase(text: str, name: Name) -> Span | None:
    """Return the words by which a name only says whose something is: "of Corvia", "Corvia's", "Corvian", ", Corvia".

    Where something happened is not left out: "closed its plant in Tarn".
    """
    if " " in name.words:
        return None
    start, end = name.span.start, name.span.end
    if behind := _WHOSE.match(text, end):
        return Span(start=start, end=behind.end())
    if (before := _OF.search(text, 0, start)) and _ENDS.match(text, end):
        return Span(start=before.start(), end=end)
    if (before := _WITHIN.search(text, 0, start)) and _ENDS_PLACE.match(text, end):
        return Span(start=before.start(1), end=end)
    if _DEMONYM.search(name.words) and (behind := _BEHIND.match(text, end)) and _is_noun(behind[1]):
        return Span(start=start, end=behind.start(1))
    return None


def _is_noun(word: str) -> bool:
    """Say whether a word behind a name may be what is called by it: the "Corvian parliament", not "Norvani was"."""
    return word not in VERBS and word not in STOP_WORDS and not word.endswith(("ed", "ly"))


def goes_without_saying(here: Gist, name: Name, whole: str, others: Iterable[str]) -> bool:
    """Say whether a document tells of a place, or else another does with somebody whom both and the statement name.

    A paper of Corvia does not say in every report that it is Corvia's parliament.
    """
    if is_of(whole, name):
        return True
    known = [one.words for one in here.names if one != name and one.words in whole]
    return any(is_of(other, name) and any(one in other for one in known) for other in others)


def without_places(here: Gist, there: Gist, whole: str, others: Iterable[str]) -> Gist:
    """Return a statement as a model can hold it against words of a document, of which some things go without saying.

    What a sentence leaves out for that, a model takes for something it does not bear out.
    """
    text = here.text
    for name in reversed(here.names):
        phrase = place_phrase(text, name)
        if phrase and not mentions(there, name) and goes_without_saying(here, name, whole, others):
            text = (text[: phrase.start] + text[phrase.end :]).lstrip()
    return here if text == here.text else Gist(text=text, anchor=here.anchor, said_of=here.said_of)


def is_of(whole: str, name: Name) -> bool:
    """Say whether a document tells of a place, by its name or its people's, and has no such name for anybody else."""
    if re.search(rf"\b{re.escape(name.words[: max(KIN, len(name.words) - 2)])}", whole) is None:
        return False
    before = re.finditer(rf"\b([A-Z]\w+)\s{re.escape(name.words)}\b", whole)
    return all(one[1].lower() in _LEADS for one in before)


@lru_cache(maxsize=16_384)
def abbreviates(short: str, name: str) -> bool:
    """Say whether a word in capitals is made of a name's initials, its country before it or its last ones left out.

    The Harbour and Ports Trust of the UK is the HPT, and the Centre for Dyke Building and Repair the CDB.
    """
    letters = short.replace(".", "")
    if len(letters) < _FEWEST_LETTERS or not (letters.isalpha() and letters.isupper()):
        return False
    words = [part.span.cut(name) for part in _parts(name) if part.capital]
    words = words[1:] if words and words[0].replace(".", "").isupper() else words
    return len(words) >= _FEWEST_LETTERS and "".join(word[0] for word in words).startswith(letters)


def _stand_together(text: Gist, parts: tuple[Word, ...]) -> bool:
    """Say whether the parts of a name stand side by side somewhere, and are not gathered from several names."""
    if len(parts) < 2:
        return True
    places = [
        [at for at, word in enumerate(text.words) if word.stem == part.stem or word.stem[:KIN] == part.stem[:KIN]]
        for part in parts
    ]
    reach = len(parts) + _APART
    return any(all(any(abs(at - first) < reach for at in some) for some in places) for first in places[0])


@lru_cache(maxsize=4_096)
def _parts(name: str) -> tuple[Word, ...]:
    return tuple(word for word in find_words(name) if word.content)


def _only_of_another(text: Gist, first: Word) -> bool:
    """Say whether a text has a name only as part of another place's: Virginia in West Virginia."""
    before = [one for one, word in pairwise(text.words) if word.stem == first.stem]
    leads = bool(text.words) and text.words[0].stem == first.stem
    return bool(before) and not leads and all(one.capital and one.plain in _OF_PLACES for one in before)


def _has(text: Gist, part: Word, *, alone: bool) -> bool:
    """Say whether a text has a part of a name; one of one word is no other form of a common word: Fields, a field."""
    if part.stem in text.stems and (
        not alone or any(word.stem == part.stem and (word.capital or word.plain == part.plain) for word in text.words)
    ):
        return True
    return len(part.stem) >= KIN and part.stem[:KIN] in text.begun


def _called(words: Iterable[Word]) -> str:
    return "-".join(word.plain.replace(".", "") for word in words)


def _is_called(text: Gist, names: frozenset[str]) -> bool:
    """Say whether a text has one of several names of one or two words."""
    pairs = (_called(pair) for pair in pairwise(text.words) if pair[0].capital and pair[1].capital)
    return any(_called([word]) in names for word in text.words if word.capital) or any(pair in names for pair in pairs)


def same_bearer(one: Name, other: Name) -> bool:
    """Say whether two names may stand for one person: the last part is shared and no first name differs."""
    first, second = _plain(one.words), _plain(other.words)
    if not first or not second or first[-1] != second[-1]:
        return False
    return len(first) == 1 or len(second) == 1 or first[0] == second[0]
