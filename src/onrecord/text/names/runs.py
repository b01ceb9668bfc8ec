"""Names of people, bodies and places in Latin script, with the role a text gives them.

A name is a run of capitalised words, with the particles inside it, as far as no role, possessive or sentence parts it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.data import Span
from onrecord.text.names.openers import CALENDAR, OPENERS, opens_without_naming
from onrecord.text.names.roles import ROLES, Role, former_before, office_of, role_after, role_before


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name where it stands: its words, the role given beside it, and whether that role is past."""

    span: Span
    words: str
    role: str = ""
    former: bool = False


_LETTER = r"(?:[^\W\d_][\u0300-\u036f]*)"
"""A letter with the accents that are written behind it."""
_WORD = re.compile(
    r"(?:[A-Za-z]\.){2,}|[A-Z]\.(?=\s[A-Z])"
    r"|(?:St|Ste|Mt|Ft|Dr|Mr|Mrs|Ms|Jr|Sr|Rep|Reps|Sen|Sens|Gov|Gen|Lt|Maj|Col|Sgt|Cpl|Capt|Adm|Det|Rev|Prof|Supt|Hon)\.(?=\s)"
    rf"|&|(?<!\d){_LETTER}+(?:[.’'-]{_LETTER}+)*"
)
_PERSONAL = frozenset("de da di del della der den van von bin ibn al el la le du dos y".split())
_OF = frozenset("of for the on".split())
_BODY_HEADS = frozenset(
    "academy agency alliance army assembly association authority bank bay board bureau cape center centers centre "
    "centres chamber "
    "church city coalition college commission committee company confederation conference congress cooperation corps "
    "council court department directorate federation forum foundation front fund gulf guild house institute isle "
    "institutes isles justice kingdom league library ministry mount movement museum national office order "
    "organisation organization "
    "palace parliament party people port republic school secretariat senate service services sea society state states "
    "straits syndicate trust union united university".split()
)
"""Words that "of" and "for" may follow inside one name: "Ministry of Works", "Bank of Veldania"."""
_NO_ROLE_BEFORE = frozenset(
    "department street road avenue county league motors mills electric dynamics atomics assembly election elections "
    "office building station square island "
    "party party's mansion house hospital university court park association".split()
)
"""After these a role is part of a name: "Justice Department", "King Street"."""
_LONGEST = 8  # words back in which a head still says that "of" goes on with its name
_OFFICES_OF = frozenset(("secretary", "minister", "undersecretary"))
"""Offices behind which "of" says of what: "Minister of Public Safety Karl Holt"."""
_OFFICE_FIRST = re.compile(rf"(?:{'|'.join(sorted(_OFFICES_OF))}) of ")
_SMALLEST = frozenset("a an the of in on at to for by as and or but nor with from over after into via vs is up".split())
"""What headlines in title case leave small."""
AND_HEADS = frozenset(
    "department ministry office secretariat committee commission bureau center centers centre centres "
    "institutes".split()
)
"""After these "and" joins too: "Ministry of Roads and Harbours"."""
_PEOPLE = re.compile(r"(?:ian|ean|can|ese|ish|ench|utch|i)$|^U\.?[SK]\.?(?:A\.?)?$|^E\.?U\.?$|^U\.?N\.?$")
"""Peoples and powers before a role say whose office it is: "U.S. President", "Veldanian Premier"."""
_NUMERAL = re.compile(r"^(?:I{1,3}|I?V|VI{0,3}|IX|XI{0,3}|X|Jr\.?|Sr\.?)$")
_POSSESSIVE = re.compile(r"['’][sS]?$")
_OPENING = re.compile(r"(?:^|[.!?:;…]\s*[”\"’)\]]*\s*|[“\"«(\[]\s*|^\W+|\n\s*|[-–—*#>|]\s)$")
_LETTERS = re.compile(r"[^\W\d_]")


def find_names(text: str) -> tuple[Name, ...]:
    """Return the names in ``text`` in order.

    A capitalised word that opens a sentence counts unless it looks like a common word; where nearly every word is
    capitalised, as in some headlines, only names with a role or a possessive ending do.
    """
    found: list[Name] = []
    start = 0
    for line in text.splitlines(keepends=True):
        found += _names(text, start, start + len(line))
        start += len(line)
    return tuple(found)


def _names(text: str, start: int, end: int) -> Iterator[Name]:
    words = list(_WORD.finditer(text, start, end))
    titled = _is_titled([word.group() for word in words])
    for run in _runs(text, words):
        for name in _named(text, run, titled):
            if not titled:
                yield name
            elif name.role or _POSSESSIVE.match(text[name.span.end : name.span.end + 2]):
                yield _shortened(name)


def _shortened(name: Name) -> Name:
    """Return a name without what a headline's capitals made of the words after it: two words, to a function word."""
    words = name.words.split()[:2]
    if len(words) == 2 and words[1].lower() in OPENERS:
        words.pop()
    kept = " ".join(words)
    return replace(name, span=Span(start=name.span.start, end=name.span.start + len(kept)), words=kept)


def _is_titled(words: Sequence[str]) -> bool:
    """Say whether capitals tell nothing here: a headline in which only the smallest words have none."""
    small = [word for word in words if word[0].islower()]
    return len(words) - len(small) >= 4 and len(words) >= 5 and all(word in _SMALLEST for word in small)


def _is_capital(word: str) -> bool:
    return word[0].isupper() or (len(word) > 3 and word[1:3] in ("l-", "l’", "’") and word[3:4].isupper())


def _runs(text: str, words: list[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """Yield runs of capitalised words that may be one name."""
    run: list[re.Match[str]] = []
    bridge: list[re.Match[str]] = []
    for at, word in enumerate(words):
        joined = bool(run) and text[(bridge or run)[-1].end() : word.start()] in (" ", "\u00a0", "")
        parted = bool(run) and not bridge and bool(_POSSESSIVE.search(run[-1].group()))
        if run and (not joined or parted):
            yield run
            run, bridge = [], []
        if _is_capital(word.group()) and not _is_common(
            text, word, words[at + 1] if at + 1 < len(words) else None, bool(run)
        ):
            run += [*bridge, word]
            bridge = []
        elif run and len(bridge) < 2 and _bridges(run, word.group()):
            bridge.append(word)
        elif run:
            yield run
            run, bridge = [], []
    if run:
        yield run


def _is_common(text: str, word: re.Match[str], following: re.Match[str] | None, inside: bool) -> bool:
    plain = _POSSESSIVE.sub("", word.group()).lower().replace("’", "'")
    if (
        plain in CALENDAR
        or plain == "i"
        or plain.endswith("-year-old")
        or plain.split("'")[0] in ("i", "we", "you", "they", "he", "she", "it", "that")
    ):
        return True
    if inside:
        return False
    alone = following is None or not _is_capital(following.group()) or text[word.end() : following.start()] != " "
    if text[word.end() : word.end() + 1] == "&":
        return False  # AT&T
    if not alone:
        return plain in _FUNCTION
    if not _OPENING.search(text, max(0, word.start() - 8), word.start()):
        return (
            plain in OPENERS
            and not word.group().isupper()
            and plain not in _BODY_HEADS
            and plain not in ROLES
            and plain != "new"
        )
    return opens_without_naming(word.group(), following.group() if following else "")


_FUNCTION = frozenset(
    "a an the this that these those in on at by for from with to of as and but or if when while after before since "
    "during under over through about against between despite although though because until unless where who what "
    "which why how he she they we it his her their our its my your no not some many most several both all each every "
    "another other only even also yet so then now here there last next earlier later meanwhile however according "
    "former ex can could will would should did does do is are was were has have had may might must let following "
    "like unlike amid via per near inside outside within without besides beyond plus including added adds "
    "continued continues stated tweeted replied".split()
)


def _bridges(run: Sequence[re.Match[str]], word: str) -> bool:
    if word in _PERSONAL:
        return True
    heads = {part.group().lower().rstrip(".") for part in run[-_LONGEST:]}
    if word == "and":
        return bool(heads & AND_HEADS)
    office = word == "of" and run[-1].group().lower() in _OFFICES_OF
    return word == "&" or office or (word in _OF and bool(heads & _BODY_HEADS))


def _named(text: str, run: list[re.Match[str]], titled: bool) -> Iterator[Name]:
    """Yield the names in a run: what stands before a role in it, and its bearer after it."""
    words = [_POSSESSIVE.sub("", part.group()) for part in run]
    first, last = _role_in(words)
    if last == 0:
        name = _name(text, run, Role())
        if name:
            yield name
        return
    common = first == 1 and (_PEOPLE.search(words[0]) or words[0].lower() in OPENERS)
    if first and not titled and not common:
        name = _name(text, run[:first], Role())
        if name:
            yield name
    role = " ".join(word.rstrip(".") for word in words[first:last]).lower()
    role = office_of(role) or role
    former = former_before(text, run[first].start() if not first else run[0].start())
    name = _name(text, run[last:], Role(role, former))
    if name:
        yield name


def _role_in(words: Sequence[str]) -> tuple[int, int]:
    """Return from where to where the last role in a run stands that a name follows; twice 0 when there is none."""
    plain = [word.rstrip(".").lower() for word in words]
    for last in range(len(words) - 1, 2, -1):
        for first in range(max(0, last - 4), last - 2):
            if office_of(" ".join(plain[first:last])) is not None and _is_capital(words[last]):
                return first, last
    for last in range(len(words) - 1, 0, -1):
        if plain[last] in _NO_ROLE_BEFORE or _NUMERAL.match(words[last]) or not _is_capital(words[last]):
            continue
        for first in range(max(0, last - 3), last):
            if " ".join(plain[first:last]) in ROLES:
                return first, last
    return 0, 0


def _name(text: str, run: Sequence[re.Match[str]], role: Role) -> Name | None:
    run = [*run]
    while run and run[0].group().lower().rstrip(".") in ("former", "ex", "late", "the", "mr", "mrs", "ms", "dr", "&"):
        run = run[1:]
    titles = 1 if len(run) > 1 and run[-1].group() in ("CEO", "CFO", "COO") else 0
    run = run[: len(run) - titles]  # "the Kessel CEO" is Kessel's
    if not run:
        return None
    start, end = run[0].start(), run[-1].end()
    possessive = _POSSESSIVE.search(run[-1].group())
    end -= len(possessive.group()) if possessive else 0
    words = text[start:end]
    plain = words.lower().rstrip(".")
    if not words or plain in ROLES or _OFFICE_FIRST.match(plain) or not _LETTERS.search(words):
        return None
    if not titles:
        role = role if role.words else role_before(text, start, end)
        role = role if role.words else role_after(text, start, end)
    return Name(span=Span(start=start, end=end), words=words, role=role.words, former=role.former)
