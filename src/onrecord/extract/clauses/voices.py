"""Sentences in which several speak: "The union claims 31 were hurt, while the ministry says 24".

The tagger reads past where one ends and the next begins more often there than elsewhere, so the order of words says it:
behind a joint, a noun phrase next to a verb of saying is who says what follows. And such a joint parts two statements.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from onrecord.data import Span
from onrecord.extract.reading.paragraphs import Paragraph
from onrecord.extract.reading.subjects import DETERMINERS, PREPOSITIONS, PRONOUNS, SCOPES
from onrecord.extract.reading.verbs import Form, form_of, is_adverb
from onrecord.extract.tagging.linking import Relation
from onrecord.text.spans import trim

_JOINT = r"(?:,?\s(?:and|but|while|whereas|though|although|yet)\s|[;—–]\s(?:(?:and|but|while)\s)?|,\s)"
_CONTRAST = re.compile(r"\b(?:and|but|while|whereas|though|although|yet)\s$")
_OPENED = re.compile(
    rf"(?P<joint>^[“\"]?(?:(?:While|Although|Though|Whereas|But|And|Yet)\s)?|{_JOINT})"
    r"(?P<source>(?:[\w’'&.-]+\s){0,5}?[\w’'&-]+(?:,\s(?-i:[A-Z]|(?:the|an?|its)\s)[^,;:“”\"]{2,60},)?)\s$"
)
"""Who stands at the beginning of a clause, next to its verb."""
_FINITE_CUE = re.compile(
    r"(?:said|says?|told|tells?|claim(?:s|ed)?|insist(?:s|ed)?|argue[sd]?|warn(?:s|ed)?|testified|report(?:s|ed)|den(?:y|ies|ied)"
    r"|wrote|writes|replied|announced|confirm(?:s|ed)|believe[sd]?|calls|accuses|state[sd]|contend(?:s|ed)?)\b"
    r"(?!\s(?:of|by|to|as|about|from)\b)",
    re.IGNORECASE,
)
BODY = (
    r"(?:ministry|minister|media\soffice|office|officials?|authorities|police|army|military|rebels|fighters|union|unions|council"
    r"|government|hospitals?|doctors|medics|rescuers|agency|organi[sz]ers|opposition|prosecutors|witnesses|residents"
    r"|activists|monitors|observatory|institute|bank|city\shall|commission|party|campaign|company|firm|airline|operator|charity"
    r"|charities|crew|family|families|experts|lawyers|engineers|scientists)"
)
"""Who speaks, and is no thing that is spoken of beside another."""
_SPEAKING = re.compile(rf"\b(?:{BODY}|others|another|[A-Z]\w+)$")
_BEGINS = frozenset("the a an its his her their some many most other others both one two three several".split())
_INSIDE = frozenset("of in at for from with on and".split())
"""What may stand inside the words for somebody: "the hospital in Tarn"."""
_FINITE = (Form.AUXILIARY, Form.PAST, Form.PRESENT)
LONGEST = 1_000
"""Characters of a sentence that is looked at; longer ones are lists."""
_LOOK = 160  # characters before a cue in which its subject stands

_TURN = re.compile(rf"(?P<tail>[”\"’']?[^,;:“”\"—–]{{0,60}}?)(?P<joint>[”\"’']?{_JOINT})$")
"""What stands between two who speak: what is left of the first one's clause, and the joint."""
_LEADING = re.compile(r"(?:While|Although|Though|Whereas)\s")
_OPEN = SCOPES | frozenset("as since until after before not nor neither than".split())
"""Words before somebody's words that leave open whether they were said: "If the union says so, the ministry …"."""


def unblurred(relations: Sequence[Relation], paragraph: Paragraph) -> tuple[Relation, ...]:
    """Return relations whose source opens a clause with that as source, and no other with words of that clause."""
    found = list(relations)
    starts = [one.start for one in paragraph.sentences]
    together: dict[int, list[int]] = {}
    for at, relation in enumerate(relations):
        if relation.cue is not None:
            together.setdefault(bisect_right(starts, relation.cue.start) - 1, []).append(at)
    for number, here in together.items():
        sentence = paragraph.sentences[number] if number >= 0 else None
        if sentence is None or len(sentence) > LONGEST:
            continue
        for at in here:
            relation, cue = found[at], found[at].cue
            opened = cue and _opened(cue, sentence, paragraph)
            beside = [found[n] for n in here if n != at]
            if not cue or not opened or not _is_blurred(relation, opened.source, beside, paragraph.text):
                continue
            for n in here:
                found[n] = _until(found[n], opened, cue, paragraph.text)
            mine = tuple(part for part in relation.contents if part.start >= cue.end)
            found[at] = replace(relation, source=opened.source, contents=mine or relation.contents)
    return tuple(_with_count(one, paragraph) for one in found)


@dataclass(frozen=True, slots=True)
class _Opened:
    """Where a clause opens, and who speaks in it."""

    start: int
    """Where the joint before it begins."""
    source: Span


def _opened(cue: Span, sentence: Span, paragraph: Paragraph) -> _Opened | None:
    """Return who opens the clause of a cue, where nothing but this stands between the joint and the verb."""
    text = paragraph.text
    if not _FINITE_CUE.match(text, cue.start) or any(quote.overlaps(cue) for quote in paragraph.quotes):
        return None
    start = max(sentence.start, cue.start - _LOOK)
    before = text[start : cue.start]
    joints = [joint.start() for joint in re.finditer(_JOINT, before)]
    for at in (*reversed(joints), *((0,) if start == sentence.start else ())):
        match = _OPENED.match(before, at) if at else _OPENED.match(before)
        if match is not None and _is_somebody(match["source"], first=at == 0):
            source = Span(start=start + match.start("source"), end=start + match.end("source"))
            source = replace(source, end=source.end - (text[source.end - 1] == ","))
            bare = match["joint"].strip() == "and"
            if bare and not (_SPEAKING.search(match["source"]) and _has_verb(before[: match.start()])):
                continue  # "farmers and fishermen say", "runs a mine and a smelter and says"
            return None if any(quote.overlaps(source) for quote in paragraph.quotes) else _Opened(start + at, source)
    return None


def _is_somebody(words: str, *, first: bool) -> bool:
    """Say whether words are those for somebody, and no clause, nothing beside a noun and no pronoun."""
    head, _, _ = words.partition(",")
    own = head.split()
    low = [word.lower() for word in own]
    opens = low[0] in _BEGINS or (own[0][0].isupper() and not first) or (len(own) == 1 and low[0].endswith(("s", "ce")))
    opens = opens or re.fullmatch(BODY, low[0]) is not None
    if first and own[0][0].isupper():
        opens = low[0] in _BEGINS or len(own) <= 3
    if any(form_of(word.lower()) in _FINITE for word in words.replace(",", " ").split()):
        return False
    nested = any(word in DETERMINERS and last not in PREPOSITIONS for last, word in pairwise(low))
    return (
        opens
        and not nested
        and not any(word in _OPEN or (word in PREPOSITIONS and word not in _INSIDE) for word in low)
        and low[-1]
        not in (*PREPOSITIONS, "and", "or", *DETERMINERS - {"others", "both", "one", "two", "three", "some", "many"})
        and not any(word in PRONOUNS for word in low)
        and not any(is_adverb(word) for word in low)
    )


def _has_verb(words: str) -> bool:
    return any(form_of(word.strip(",;")) is not None for word in words.lower().split())


def _is_blurred(relation: Relation, source: Span, relations: Sequence[Relation], text: str) -> bool:
    """Say whether the source of a relation is another's who speaks too, or a piece of who opens its clause."""
    own, cue = relation.source, relation.cue
    if own is None or cue is None:
        return not any(cue and any(part.covers(cue) for part in one.contents) for one in relations)
    shared = any(one.source == own for one in relations)
    if not own.overlaps(source):
        return shared or (own.start > cue.end and re.search(_JOINT, text[cue.end : own.start]) is not None)
    within = source.start <= own.start and own.end <= source.end + len(",")
    piece = own.start > source.start or own.cut(text).lower() in DETERMINERS
    others = own.start < source.start and shared and _CONTRAST.search(text, own.start, source.start)
    return bool(others) or (within and piece)


def _until(relation: Relation, opened: _Opened, cue: Span, text: str) -> Relation:
    """Return a relation without the words of a clause in which somebody else speaks."""

    def own(part: Span) -> Span | None:
        if part.end <= opened.start or part.start >= cue.end:
            return part
        return trim(text, Span(start=part.start, end=opened.start)) if part.start < opened.start else None

    source = relation.source
    if source is not None and source.start < opened.start < source.end:
        source = own(source)
    contents = tuple(rest for part in relation.contents if (rest := own(part)) is not None)
    return replace(relation, source=source, contents=contents)


_COUNTED = re.compile(r"(?<=[a-z])\s(?=[\d.,]*\d$)")


def _with_count(relation: Relation, paragraph: Paragraph) -> Relation:
    """Return a relation with the number as content that ends its source: "According to the ministry 53,010 fled"."""
    source, cue = relation.source, relation.cue
    if source is None or cue is None or source.start < cue.end:
        return relation
    found = _COUNTED.search(paragraph.text, source.start, source.end)
    following = next((at for at, part in enumerate(relation.contents) if part.start - source.end == 1), None)
    if found is None or following is None:
        return relation
    contents = list(relation.contents)
    contents[following] = replace(contents[following], start=found.end())
    return replace(relation, source=replace(source, end=found.start()), contents=tuple(contents))


@dataclass(frozen=True, slots=True)
class Turns:
    """Where in a sentence another begins to speak."""

    begins: frozenset[int]
    """The characters with which somebody else's clause begins."""
    leading: int = 0
    """The characters of a "while" that opens the sentence, and stands before no part of it."""


def find_turns(text: str, relations: Sequence[Relation]) -> Turns:
    """Return where others begin to speak, whose words are known, in a sentence."""
    telling = {
        _hull(one): one
        for one in relations
        if one.states and one.apart is None and one.source and one.cue and one.contents
    }
    hulls = sorted(telling, key=lambda hull: hull.start)
    if len(hulls) < 2 or any(one.overlaps(other) for one, other in pairwise(hulls)):
        return Turns(frozenset())
    lead = _LEADING.match(text)
    before = text[lead.end() if lead else 0 : hulls[0].start].lower().split()
    if _OPEN & {word.strip(',;:“”"') for word in before}:
        return Turns(frozenset())
    start = lead.end() if lead else 0
    begins = frozenset(
        other.start
        for one, other in pairwise(hulls)
        if not telling[one].aside
        and (one.start == start or not _is_alone(text, one, other))
        and (_begins(text, telling[one], one.start) or not _is_alone(text, one, other))
        and _turns(text, one, other)
        and _begins(text, telling[other], other.start)
    )
    return Turns(begins, start if hulls[0].start == start and hulls[1].start in begins else 0)


def _begins(text: str, relation: Relation, start: int) -> bool:
    """Say whether a clause begins with who speaks in it, named and next to the verb, or with a quotation."""
    source, cue = relation.source, relation.cue
    if source is None or cue is None or not any(sign.isalpha() for sign in source.cut(text)):
        return False
    if relation.fills or source.start != start:
        return bool(relation.fills) or text[start] in '“"' or cue.cut(text).lower() == "according to"
    between = text[source.end : cue.start].strip()
    own = source.cut(text).lower() not in (*PRONOUNS, *SCOPES)
    return own and (not between or between.startswith(","))


def _hull(relation: Relation) -> Span:
    cue = None if relation.fills else relation.cue
    parts = [part for part in (relation.source, cue, *relation.contents) if part is not None]
    return Span(start=min(part.start for part in parts), end=max(part.end for part in parts))


def _is_alone(text: str, one: Span, other: Span) -> bool:
    """Say whether a comma alone parts what two say: what stands before it must be a clause then."""
    return text[one.end : other.start].strip("”\"’' ") == ","


def _turns(text: str, one: Span, other: Span) -> bool:
    """Say whether nothing but a joint, and words without a verb, stands between what two say."""
    found = _TURN.fullmatch(text[one.end : other.start])
    if found is None or _has_verb(found["tail"]):
        return False
    alone = found["joint"].strip("”\"’' ") == ","
    return not (alone and found["tail"].strip("”\"’' "))
