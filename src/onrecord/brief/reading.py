"""Reading the sentences of a brief in their paragraphs: who says what, and whom "he" and "she" stand for."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from onrecord.brief.sentences import Sentence
from onrecord.data import Attribution, Document, Span, Statement, StatementKind
from onrecord.text.names import ROLES, find_names, is_office
from onrecord.text.sentences import sentences
from onrecord.text.words import content_words

Reader = Callable[[Document, Sequence[Span]], Sequence[Statement]]
"""Returns the statements of the paragraphs of a document that some spans stand in."""

_THE = "the "
_TELLING, _LONGEST = 2, 12  # words with content at least, and words at most, by which a source is told
_EXPECTED = re.compile(r"^[^“\"]*?\b(?:is|are) (?:widely )?(?:expected|set|due|scheduled|slated|poised|likely) to\b")
_LOOK = 600  # characters in which the sentence before stands
_BODY = re.compile(
    r"\b(?:agency|army|association|authority|board|bureau|campaign|chamber|charity|church|club|commission|committee|"
    r"company|council|court|department|embassy|federation|forces|foundation|fund|government|group|guard|hospital|"
    r"institute|league|military|ministry|navy|office|palace|parliament|party|police|school|secretariat|senate|"
    r"service|team|treasury|tribunal|union|university)$",
    re.IGNORECASE,
)
"""How what is no name ends that speaks: "the interior ministry"; "the site's formula" does not."""
_OUTLET = re.compile(
    r"\b(?:Associated Press|AP|AFP|Reuters|Bloomberg|CNN|BBC|NBC|CBS|ABC|NPR|Fox|Politico|Axios|Times|Post|Tribune|"
    r"Herald|Journal|Gazette|Guardian|Telegraph|Chronicle|News|Register|Dispatch|Courier|Observer|Globe|Sun|Ledger|Today|"
    r"USA TODAY|Oklahoman|Magazine|newspaper|media)\b(?:\s(?:news agency|newspaper|website))?$"
)
_OTHERS = re.compile(
    r"\b(?:fans|supporters|followers|users|customers|critics|opponents|rivals|voters|victims|readers)$"
)
"""How a source ends that is named by whom it follows: "Tarn Boats fans" are not Tarn Boats."""
_PASSES_ON = re.compile(r"report|reveal|publish|say|said|accord|writ|wrote|obtain|not", re.IGNORECASE)
"""A paper or an agency is no voice on what it passes on."""
_OF = re.compile(r"\s(?:of|for|in|at)\s")
_BESIDE = re.compile(r"(?:The|An?|Its|His|Her|Their)\s[^,]*,\s((?:[A-Z][\w.’'-]+\s){1,2}[A-Z][\w’'-]+)\b")
"""A source that is described and then named: "The second-ranking councillor, Ida Marsh of Tarn"."""
_OWNED = re.compile(r"(?:[\w’'-]+\s){0,3}[\w-]+['’]s\s[A-Z]")
"""A body told by whose it is: "Veldania's Foreign Ministry"."""
_LABEL, _TURNS = re.compile(r"\s?:\s"), 2
"""What stands behind somebody who takes turns, and how many of them make a talk."""
_FROM = re.compile(r"^[A-Z][\w’'-]*-(?:born|based|raised|educated|owned|area|led)\s")
"""What stands before a name and is none of it."""
_BEFORE = re.compile(
    r"^(?!the\b|van\b|von\b|de\b|al-|el-|bin\b|ibn\b|da\b|di\b)(?:[a-z]+\s){1,3}(?=[A-Z])|"
    r"^(?:Senator|Representative|Congressman|Governor|Mayor|Minister|President|Professor|Judge|Lawmaker|Sen|Rep|Gov|Dr)s\.?\s(?=[A-Z])"
)
"""Common words before one, "draft US Supreme Court", "the same day Boeing", and the title of several people."""
_STORM = r"(?:Hurricane|Typhoon|Cyclone|(?:Tropical |Winter )?Storm)"
"""Before a name that nobody has who speaks."""
_SET_IN = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear)\s(?:[A-Z][\w.’'-]*\s?)+,\s$")
"""What stands before the state that a town lies in: "in Port Sorrel, Veldania, will hold a talk"."""
_GIVEN = re.compile(r"[A-Z][a-zà-ÿ’'.-]*(?:\s[A-Z][a-zà-ÿ’'.-]*)?")
_GIVEN_LAST = re.compile(r"[A-Z][a-zà-ÿ’'-]+\s[A-Z][\w’'-]+")
_NAMED_WITHIN = 40
"""Characters before a last name in which the first one stands."""
_OPENER = re.compile(r"^(?:He|She) \[([^\]]+)\]")


def read_in_place(told: Sequence[Sentence], read: Reader) -> dict[tuple[str, int], Sentence]:
    """Return the sentences by place, each with who says it; one that leans on a name nobody is sure of is left out."""
    by_document: dict[str, list[Sentence]] = {}
    for sentence in told:
        by_document.setdefault(sentence.memento.document.id, []).append(sentence)
    found = {}
    for of_one in by_document.values():
        statements = read(of_one[0].memento.document, [sentence.span for sentence in of_one])
        for sentence in of_one:
            spoken = _spoken(sentence, [one for one in statements if one.span.overlaps(sentence.span)])
            if spoken.opener or not sentence.leans:
                found[sentence.place] = spoken
    return found


def _spoken(sentence: Sentence, statements: Sequence[Statement]) -> Sentence:
    """Return a sentence with its one speaker; where parts of it are different people's, it has none."""
    opening = next((one for one in statements if one.span.start == sentence.span.start), None)
    opener = _OPENER.match(opening.text) if opening else None
    text = sentence.memento.document.text
    said = [one.attribution for one in statements if one.attribution]
    speakers = {attribution.speaker for attribution in said}
    alone = said[0] if len(speakers) == 1 and len(said) == 1 else None
    speaker = _named(text, alone) if alone else None
    return replace(
        sentence,
        speaker=speaker,
        said=alone.content if alone and speaker else None,
        given=_given(sentence, alone, speaker) if alone and speaker else None,
        ahead=any(one.kind is StatementKind.FORECAST for one in statements) or bool(_EXPECTED.search(sentence.words)),
        opener=opener[1] if opener and _is_sure(text, sentence.span.start, opener[1]) else None,
    )


def _named(text: str, said: Attribution) -> str | None:
    """Name a source: a body in full, somebody by their name, and "the interior ministry", but no "officials"."""
    words = " ".join(said.source.cut(text).split()) if said.source else ""
    if (
        words.startswith(("'", "’"))
        or _OTHERS.search(words)
        or _is_no_name(text, said)
        or _SET_IN.search(words[: words.find(said.speaker or words)])
        or (_OUTLET.search(words) and _PASSES_ON.match(said.cue.cut(text) if said.cue else ""))
    ):
        return None  # "a look at the Terns’ cup shows": the rest of something that is no source; a paper passes on
    whole = words[len(_THE) :] if words.lower().startswith(_THE) and len(words.split()) <= _LONGEST else ""
    if said.speaker:
        if beside := _BESIDE.match(words):
            return beside[1]
        name = _BEFORE.sub("", _FROM.sub("", said.speaker))
        if _OWNED.match(words) and words.endswith(name):
            return words
        if name not in words and not _stands_alone(text, name):
            return words if words[:1].isupper() else None
        name = _in_full(text, name, said)
        role = whole.removesuffix(name).lower().split()[-1:]
        return whole if name in whole and not (whole.endswith(name) and ROLES.issuperset(role) and role) else name
    head = _OF.split(whole, maxsplit=1)[0]
    speaks = _BODY.search(head) or is_office(head)
    return words if speaks and len(content_words(whole)) >= _TELLING else None


def _in_full(text: str, name: str, said: Attribution) -> str:
    """Return a last name with the one that the text gives before it ahead of what was said, where that is one only."""
    before = text[: said.source.start if said.source else 0]
    places = [found.start() for found in re.finditer(rf"(?<=\s){re.escape(name)}\b", before)] if " " not in name else []
    near = (before[max(0, at - _NAMED_WITHIN) : at + len(name)] for at in places)
    full = {whole for part in near for one in find_names(part)[-1:] if _GIVEN_LAST.fullmatch(whole := one.words)}
    return full.pop() if len(full) == 1 else name


def _is_no_name(text: str, said: Attribution) -> bool:
    """Say whether what was read as a name heads a paragraph, or is a word of the text: "Relatives sued"."""
    name = said.speaker or ""
    word = name.isalpha() and re.search(rf"\b{name.lower()}\b", text)
    storm = name and re.search(rf"\b{_STORM}\s{re.escape(name.split()[-1])}\b", text)
    return bool(word or storm or re.match(_STORM, name)) or (said.source is not None and _heads(text, said.source))


def _heads(text: str, label: Span) -> bool:
    """Say whether a name before a colon takes no turns: "Tarn: The board met" is headed by a place."""
    turns = rf"^{re.escape(label.cut(text))}\s?:"
    return bool(_LABEL.match(text, label.end)) and len(re.findall(turns, text, re.MULTILINE)) < _TURNS


def _given(sentence: Sentence, said: Attribution, speaker: str) -> tuple[int, str] | None:
    """Return what goes before the last name by which alone a sentence names its speaker: "[Ida] Marsh said"."""
    source = said.source.cut(sentence.memento.document.text) if said.source else ""
    names, _, last = speaker.rpartition(" ")
    known = speaker in sentence.words or not _GIVEN.fullmatch(names)
    if said.source is None or source != last or known or not sentence.span.covers(said.source):
        return None
    return said.source.start - sentence.span.start, names


def _stands_alone(text: str, name: str) -> bool:
    """Say whether a name that a source was given stands anywhere as one, and not as "Tarn Air Boats 737"."""
    return bool(re.search(rf"\b{re.escape(name)}\b(?!\s\d)", text)) or name not in text


def _is_sure(text: str, start: int, name: str) -> bool:
    """Say whether the sentence before names that person, by whatever part of the name, and nobody and nothing else."""
    before = text[max(0, start - _LOOK) : start].rstrip()
    last = [span.cut(before) for span in sentences(before)][-1:]
    named = [one.words.split()[-1] for one in find_names(last[0])] if last else []
    return bool(named) and set(named) == {name.rsplit(maxsplit=1)[-1]}
