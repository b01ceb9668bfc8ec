"""Who is made to say what: "X said P", "P, X said", "according to X", words in quotation marks.

The frames are those of PARC and PolNeAR (source, cue, content), told by the order of words around a reporting verb.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from onrecord.data import Span
from onrecord.text.sentences import sentences
from onrecord.text.spans import trim
from onrecord.verify.reading.clauses import find_verb
from onrecord.verify.reading.cues import DENYING, PEOPLE, SAYING, VOUCHING, VOUCHING_THAT, is_cue
from onrecord.verify.reading.sources import (
    AFTER_CUE,
    BREAK,
    CONJUNCTIONS,
    JOINING,
    PLACES,
    RELATIVE,
    SUBORDINATE,
    agent,
    doer,
    goes_on_behind_aside,
    governed,
    is_clause,
    measures,
    names_somebody,
    next_clause,
    noun_phrase,
    only_says_how,
    relative_clause,
    tells_behind,
    tells_of,
    until_break,
    without_end_told,
)
from onrecord.verify.reading.standpoints import find_standpoints
from onrecord.verify.reading.tokens import TO_BE, Word, find_words

_AUXILIARIES = frozenset("is are was were has have had will would can could may might should must does did do".split())
_BEING = TO_BE | {"isn't", "aren't", "wasn't", "weren't"}
_NOT = frozenset(
    "not never n't hasn't haven't hadn't didn't doesn't don't isn't wasn't won't wouldn't declined refused".split()
)
_LEADS = frozenset("unlike like but and or with from for to by as than".split())
_TELLING = frozenset("tell tells told telling".split())
_NAMING = frozenset(
    "call calls called dub dubs dubbed brand brands branded describe describes described estimate estimates "
    "estimated".split()
)
"""What has behind it whom or what somebody calls something: "called the price high"."""
_FORESEEN = frozenset("predicted estimated forecast expected thought believed feared hoped".split())
_FAR = 8
"""Words before what was foreseen in which it is compared."""
_AFTER_PARTICIPLE = frozenset("to of by as".split())
"""What follows a participle and no verb: "Lund, accused of fraud, left", "the storm, believed to be the worst, hit"."""
_HELD = frozenset("thought believed said reported estimated alleged".split())
"""Of whom something is held, where "to be" or "to have" follows: nobody named holds it."""
_GOVERNED = _AFTER_PARTICIPLE | frozenset("that about over against for with".split())
"""What follows a verb whose subject stands before it: "Holt, the coach, complained about"."""
_PASSIVE = _NAMING | {"put"}
"""What names or counts something in the passive too, by somebody: "is put at two billion by the insurer"."""
_TWICE_TOLD = re.compile(r"\s(?:an?|the)\s[^,]{2,60},\swho(?:se)?\s[^,]{2,120},\s$")
"""Two asides to a source: "Lund, a former trustee, who resigned in May, said"."""
_OF_A_THING = frozenset("about of against over".split())
"""Behind a verb of saying what leads to a thing, not to a clause: "complained about it"."""
_LONGEST_ADDRESSEE = 5  # words of those who are told: "told reporters", "told the Island Ledger newspaper"

_ACCORDING = re.compile(r"\b[Aa]ccording to\s+((?:(?!\s[–—-]\s)[^,;:.“”\"—]|(?<=\d)[,.](?=\d)){1,200})")
_CONTRARY = re.compile(
    r"\b(?:contrary to|despite|in spite of|unlike)\swhat\s(?:[\w’'-]+\s){1,8}?"
    r"(?:said|says?|claim(?:s|ed)?|report(?:s|ed)?|told|wrote|writes?)\b(?=[^,;:.“”\"—]{0,60},)"
    r"|\bcontrary to\s(?:(?:earlier|previous|initial|early|first|recent|some|many|several|media|press|official|other"
    r"|widespread|local|the|these|those|his|her|their|its|[\w-]+['’]s?)\s){0,4}(?:reports?|claims?|statements?)(?=,)",
    re.IGNORECASE,
)
"""What is told against somebody's word, by the narrator: "Contrary to what the ministry said, no vaccine came"."""
_CLAIMS = re.compile(
    r"\b((?:claim|allegation|accusation|assertion|suggestion|warning|report|complaint)s?) (?:by|from) "
    r"([^,;:.“”\"—]{2,80}?)(?:,[^,;:“”\"]{1,80},)? that ",
    re.IGNORECASE,
)
"""What somebody says as a thing: "claims by two survivors, carried by several newspapers, that"."""
_COUNT = re.compile(r"(?<=[a-z])(?<!\bthe)(?<!\ban)(?<!\ba)\s(?=\d[\d.,]*\s(?!of\b)[a-z])")
"""Before the number that what a source says begins with: "According to the union 31 people were hurt"."""
_NAMED = re.compile(r",\s(?:[A-Z][\w’'-]*\s)+[A-Z][\w’'-]*(?=[,.])")
"""Behind what somebody is, who that is: "said their chair, Ida Holt, …"."""
_APPOSED = re.compile(
    r"[^,]{2,80},\s(?:(?:the|an?|its|his|her|their|our|who|which)\s|\d{1,3},\s)"
    r"|(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|(?:[A-Z][\w-]*\s){0,2}[A-Z][\w-]*[’']s?)\s[^,]{2,80},\s[A-Z]"
)
"""A name and what somebody is, which nobody says: "Lund, the head of the union, said pay had fallen"."""
_AMOUNT = re.compile(r"[$€£]|\d[\d.,]*\s?(?:%|bn|m|million|billion|percent|per cent)\b")
_TAKEN_BACK = re.compile(
    r"(?:,| and)\snot\s[^,;]{1,60}\sas\s(?:we\s)?(?:(?:ha[ds]|have|was|were|been|first|earlier|[a-z]+ly)\s)*$",
    re.IGNORECASE,
)
"""Before the verb of what a newsroom takes back: "30 beds, not 20 as we reported" is its word, the 20 alone was."""
_CLOSING, _OPENING = '”"', '“"'
_GOES_ON_QUOTING = re.compile(r"[“\"].*[”\"]\W*", re.DOTALL)
"""All of a sentence in quotation marks: behind '"P," said Holt.' it is hers too."""
_QUOTED = re.compile(r"[“\"]([^“”\"]{1,2000})[”\"]")
_MOST = 24  # verbs of saying in a sentence; none that people write has half as many
_SHORTEST_QUOTE = 5  # words; fewer between quotation marks are more often a term than somebody's statement


@dataclass(frozen=True, slots=True)
class Saying:
    """A source, the verb that gives its words, and the words given."""

    content: Span
    cue: Span | None = None
    source: Span | None = None
    vouched: bool = False
    """The cue takes the content as so: "confirmed", "announced"."""
    denied: bool = False
    """The content is denied ("denied that"), or not said at all ("has not said that")."""


def find_sayings(text: str, words: Sequence[Word]) -> tuple[Saying, ...]:
    """Return the sayings of ``text``, whose words are ``words``, sentence by sentence."""
    found: list[Saying] = []
    before: tuple[Span, list[Saying]] | None = None
    for sentence in sentences(text):
        inside = [word for word in words if sentence.covers(word.span)]
        held = (Saying(one.content, cue=one.cue, source=one.source) for one in find_standpoints(text, sentence))
        framed = [*_according(text, sentence), *_claims(text, sentence), *_framed(text, sentence, inside), *held]
        quoted = [
            saying
            for saying in _quoted(text, sentence, inside)
            if not any(other.content.overlaps(saying.content) for other in framed)
        ]
        if before and not framed and _GOES_ON_QUOTING.fullmatch(sentence.cut(text)):
            speakers = [saying.source for saying in before[1] if saying.source and _ends_quoted(text, *before)]
            quoted = [replace(saying, source=speakers[-1]) for saying in quoted] if speakers else quoted
        before = sentence, [*framed, *quoted]
        found += [*framed, *quoted]
    return tuple(found)


def _ends_quoted(text: str, sentence: Span, said: Sequence[Saying]) -> bool:
    """Say whether a sentence gives a quotation and who says it, behind which the quotation may go on."""
    quotes = any(text[saying.content.start] in _OPENING or saying.cue is None for saying in said)
    return quotes and sentence.cut(text)[-1:] not in _CLOSING


def headline_source(words: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words of a headline before its reporting verb: whom it gives the word to; none without such a verb."""
    return next((tuple(words[:at]) for at in range(1, len(words)) if is_cue(words, at)), ())


def _according(text: str, sentence: Span) -> list[Saying]:
    found = []
    for match in _ACCORDING.finditer(text, sentence.start, sentence.end):
        leads = match.start() == sentence.start
        count = _COUNT.search(text, match.start(1), match.end(1)) if leads else None
        close = count.start() if count else match.end(1)
        start, end = (close, sentence.end) if leads else (sentence.start, match.start())
        if start < end:
            cue = Span(start=match.start(), end=match.start(1))
            before, behind = (find_words(text[one:other]) for one, other in ((start, end), (close, sentence.end)))
            goes_on = not leads and (_goes_on(before, behind) or (before[-1:] and before[-1].plain in _AUXILIARIES))
            content = Span(start=start, end=sentence.end if goes_on else end)
            found.append(Saying(content, cue=cue, source=Span(start=match.start(1), end=close)))
    return found


def _claims(text: str, sentence: Span) -> list[Saying]:
    return [
        Saying(
            Span(start=match.end(), end=sentence.end),
            cue=Span(start=match.start(1), end=match.end(1)),
            source=Span(start=match.start(2), end=match.end(2)),
        )
        for match in _CLAIMS.finditer(text, sentence.start, sentence.end)
    ]


def _framed(text: str, sentence: Span, words: Sequence[Word]) -> list[Saying]:
    found = []
    cues = (n for n in range(len(words)) if is_cue(words, n) and not _tells_nothing(text, sentence, words, n))
    for at in islice(cues, _MOST):
        saying = _of_which(text, sentence, words, at) or _came_first(text, sentence, words, at)
        saying = saying or _follows(text, sentence, words, at)
        if saying is not None:
            found.append(saying)
    return found


def _of_which(text: str, sentence: Span, words: Sequence[Word], at: int) -> Saying | None:
    """Read "It costs 9 crowns, half of which the town hopes to get"."""
    comma = text.rfind(",", sentence.start, words[at].span.start)
    owner = governed([word for word in words[:at] if word.span.start > comma])
    if comma < 0 or not owner or not words[at + 1 :] or BREAK.match(text, words[at].span.end):
        return None
    return Saying(replace(sentence, start=words[at + 1].span.start), cue=words[at].span, source=noun_phrase(owner))


def _tells_nothing(text: str, sentence: Span, words: Sequence[Word], at: int) -> bool:
    """Say whether a verb of saying gives nobody's words: it only measures, or tells what is denied or taken back."""
    measured = words[at].plain in _FORESEEN and measures(words[max(0, at - _FAR) : at])
    place = words[at].span.start
    against = _CONTRARY.finditer(text, sentence.start, sentence.end)
    denied = any(one.start() <= place < one.end() for one in against)
    return measured or denied or _TAKEN_BACK.search(text, sentence.start, place) is not None


def _came_first(text: str, sentence: Span, words: Sequence[Word], at: int) -> Saying | None:
    """Read "P, the source said on Monday" and '"P," said the source'; what follows is the narrator's again.

    Behind a few words or those of a subject alone, "The blast, it says, began in a pipe", it is the source's.
    """
    cue = words[at]
    breaks = [match.start() for match in BREAK.finditer(text, sentence.start, cue.span.start)]
    hears = cue.plain in _TELLING and at > 0 and words[at - 1].plain in _BEING  # "…, who had been told in writing"
    if not breaks or hears:
        return None
    content = trim(text, Span(start=sentence.start, end=max(breaks[-1], sentence.start + 1)))
    between = [word for word in words[:at] if word.span.start > breaks[-1]]
    opens = bool(between) and between[0].plain in SUBORDINATE  # "…, when it was put at 90"
    adds = between and text[breaks[-1]] == "," and is_cue(words, at - len(between))
    if content is None or adds or opens:  # "Acmar, the owner, said it was insured and vowed to rebuild"
        return None
    said = [word for word in words if content.covers(word.span)]
    rest = words[at + 1 :]
    closes = (
        not rest
        or rest[0].plain in AFTER_CUE
        or BREAK.search(text, cue.span.end, rest[0].span.start)
        or (cue.plain in _TELLING and _is_addressee(text, rest) and (text[breaks[-1]] in _CLOSING or _is_clause(said)))
    )
    if len(said) < 3 or _goes_on(said, rest):
        aside = names_somebody(between) and rest and BREAK.search(text, cue.span.end, rest[0].span.start)
        return _saying(cue, sentence, noun_phrase(between), between) if aside else None
    if names_somebody(between) and closes:
        source = noun_phrase(between)
    elif not between and closes and (named := _behind_clause(text, words, breaks)):
        content, source = replace(content, end=named.start), named
    elif not between and rest and not closes and _may_precede(cue) and rest[0].plain not in _GOVERNED:
        source = until_break(text, rest)
        clause = any(source.covers(word.span) and word.plain in _AUXILIARIES for word in rest)
        clause = clause or (rest[0].plain in PEOPLE and source.end > rest[0].span.end)  # "…, said he expected more"
        placed = said[0].plain in PLACES  # "On Monday, the ferry carries 400, said Lund"
        alone = not placed and find_verb(without_end_told(text, said)) is None
        apposed = alone and _APPOSED.match(text, content.start, content.end)
        clause = clause or goes_on_behind_aside(text, rest, source) or tells_behind(text, said, rest)
        if clause or apposed or _AMOUNT.match(text, source.start):
            return None  # "Lund, a farmer, said the dam is safe", "Lund, who was there, promised 8 million crowns"
        if bearer := _NAMED.match(text, source.end):
            source = replace(source, end=bearer.end())
    else:
        return None
    return _saying(cue, content, source, between)


def _behind_clause(text: str, words: Sequence[Word], breaks: Sequence[int]) -> Span | None:
    """Return who is named with what he is behind a clause: "P, the head of the guild, Ida Holt, said"."""
    named = trim(text, Span(start=breaks[-3] + 1, end=breaks[-1])) if len(breaks) > 2 else None
    if named is None or not (_APPOSED.match(text, named.start) and named.cut(text)[0].isalpha()):
        return None
    inside = [word for word in words if named.covers(word.span)]
    inside = inside[: next((at for at, word in enumerate(inside) if word.plain in RELATIVE), None)]
    said = [word for word in words if word.span.end <= named.start]
    return named if find_verb(inside) is None and _is_clause(said) else None


def _goes_on(subject: Sequence[Word], rest: Sequence[Word]) -> bool:
    """Say whether some words are a subject alone, whose verb stands behind an aside: "the men, police say, lit it"."""
    return find_verb((*subject, *rest)) == len(subject)


def _may_precede(cue: Word) -> bool:
    """Say whether whose words they are may stand behind a verb: "said the union", not "saying it", "told us"."""
    return cue.plain in SAYING - _NAMING - _TELLING and not cue.plain.endswith("ing")


def _is_addressee(text: str, rest: Sequence[Word]) -> bool:
    """Say whether those who are told end a sentence, a clause, or stand before a time and a place."""
    told = until_break(text, rest)
    words = [word for word in rest if told.covers(word.span)]
    return len(words) <= _LONGEST_ADDRESSEE and not any(word.plain in (*_AUXILIARIES, "that") for word in words)


def _is_clause(words: Sequence[Word]) -> bool:
    """Say whether words can be what is told: "the law will pass, the minister told MPs", not "when it passed"."""
    return is_clause(words) and words[0].plain not in CONJUNCTIONS | _LEADS


def _aside(text: str, sentence: Span, words: Sequence[Word], at: int, breaks: Sequence[int]) -> Saying | None:
    """Read what is said of a noun by nobody named: "a moment many thought would come", "Lund, accused of fraud, left".

    Whom or what it is said of is part of it, and what stands behind the next sign is the narrator's again. Where those
    who think so begin, no closed list of words tells.
    """
    cue, after = words[at], words[at + 1].plain if at + 1 < len(words) else ""
    beside = len(breaks) == 1 and not text[breaks[0] : cue.span.start].strip()
    near = [word for word in words[:at] if not breaks or word.span.start >= breaks[-1]]
    within = after in _AUXILIARIES and not any(word.plain in CONJUNCTIONS for word in near)
    done = cue.plain == "accused" and after == "of" and not any(word.plain in _BEING for word in words[:at][-2:])
    done = done and find_verb(words[:at]) is not None  # "Lund went on trial accused of fraud"
    if cue.plain not in SAYING or not (within or done or (beside and after in _AFTER_PARTICIPLE)):
        return None
    start = breaks[-1] if within and breaks else cue.span.start if done else sentence.start
    end = BREAK.search(text, cue.span.end, sentence.end)
    content = trim(text, Span(start=start, end=end.start() if end else sentence.end))
    return Saying(content, cue=cue.span) if content else None


def _follows(text: str, sentence: Span, words: Sequence[Word], at: int) -> Saying | None:
    """Read "the source said that P"."""
    cue = words[at]
    rest = words[at + 1 :]
    for word in ("out", "that"):  # "pointed out that"
        rest = rest[1:] if rest and rest[0].plain in (word, "as") else rest
    breaks = [match.end() for match in BREAK.finditer(text, sentence.start, cue.span.start)]
    if (aside := _aside(text, sentence, words, at, breaks)) is not None:
        return aside
    apart = cue.span.start
    if breaks and not text[breaks[-1] : cue.span.start].strip():
        apart = breaks[-2] if len(breaks) > 1 else apart
        twice = _TWICE_TOLD.match(text, breaks[0], cue.span.start)
        breaks = [] if twice else breaks[:-2]  # "Lund, a farmer, said": the source begins before the aside
    held = [word.plain for word in rest[:2]] in (["to", "be"], ["to", "have"])
    if cue.plain in _HELD and held:  # "a male thought to be three years old"
        return Saying(relative_clause(text, sentence, words, at) or sentence, cue=cue.span)
    start = next((cut for cut in reversed(breaks) if text[cut : cue.span.start].strip()), sentence.start)
    before = [word for word in words[:at] if word.span.start >= start]
    tells = next((n for n, word in enumerate(before) if tells_of(before, n, apart)), len(before))
    before = before[:tells]  # "Lund, a firm that owns the dam, said", "the trust that owns the dam said"
    if before and before[0].plain in RELATIVE and (told := _told_of(words, breaks, start)):
        return _relative(text, sentence, cue, (told, before, rest))
    if [word.plain in JOINING for word in before[-2:]] == [True, False] and only_says_how(before[-1]):
        before = before[:-1]  # "cut its forecast and now expects"
    if before and before[-1].plain in JOINING and find_verb(before) is None:
        before = [word for word in words if word.span.end <= before[-1].span.end]  # "spoke of “need” and promised"
    before = doer(before)
    if not rest or not names_somebody(before):
        return None
    source = noun_phrase(before)
    who = (word for word in before if word.plain == "who")  # "Lund, the builder who admitted it, was fined"
    told_apart = any(not BREAK.search(text, word.span.end, cue.span.start) for word in who)
    close = BREAK.search(text, rest[0].span.end, sentence.end) if told_apart else None
    end = close.start() if close else sentence.end
    end = next_clause(text, words, at, end) if rest[0].plain in _OF_A_THING else end
    saying = _saying(cue, Span(start=rest[0].span.start, end=end), source, before)
    if saying.source is None:  # who is accused, or said to have done it, is part of what is said
        end = sentence.end if words[at + 1].plain == "that" else next_clause(text, words, at, sentence.end)
        content = Span(start=source.start, end=end)
        return replace(saying, content=content, source=agent(text, cue, content) if cue.plain in _PASSIVE else None)
    return saying


def _relative(
    text: str, sentence: Span, cue: Word, parts: tuple[Sequence[Word], Sequence[Word], Sequence[Word]]
) -> Saying | None:
    """Read "Lund, who said that P, left" and "P, which Lund described as a weakness".

    The parts are of whom it is told, and what stands before and behind the verb.
    """
    told, before, rest = parts
    if cue.plain in _NAMING and names_somebody(before[1:]):
        return _saying(cue, sentence, noun_phrase(before[1:]), before)
    close = BREAK.search(text, cue.span.end, sentence.end)
    end = close.start() if close else sentence.end
    given = Span(start=rest[0].span.start, end=end) if rest and rest[0].span.end <= end else None
    return _saying(cue, given, noun_phrase(told), before) if given else None


def _told_of(words: Sequence[Word], breaks: Sequence[int], who: int) -> list[Word]:
    """Return the words of whom a "who" behind a sign tells more: "unlike the governor, who said …"."""
    start = max((cut for cut in breaks if cut < who), default=0)
    some = [word for word in words if start <= word.span.start < who]
    told = next((at for at, word in enumerate(some) if word.plain not in _LEADS), len(some))
    return some[told:] if any(word.content for word in some[told:]) else []


def _saying(cue: Word, content: Span, source: Span, before: Sequence[Word]) -> Saying:
    told = next((n for n, word in enumerate(before) if word.plain in RELATIVE and names_somebody(before[:n])), None)
    close = before[:told][-4:]  # "Lund, who was not there, called it safe" denies nothing
    unsaid = any(word.plain in _NOT or word.plain.endswith("n't") for word in close)
    vouched = cue.plain in VOUCHING or cue.plain in VOUCHING_THAT
    near = [word for word in before[-2:] if not only_says_how(word)]
    passive = bool(near) and near[-1].plain in _BEING  # "twelve are said to", "she has been widely accused of"
    return Saying(
        content,
        cue=cue.span,
        source=None if passive else source,
        vouched=vouched and not unsaid,
        denied=unsaid or cue.plain in DENYING,
    )


def _quoted(text: str, sentence: Span, words: Sequence[Word]) -> list[Saying]:
    spans = (Span(start=m.start(1), end=m.end(1)) for m in _QUOTED.finditer(text, sentence.start, sentence.end))
    return [Saying(span) for span in spans if sum(span.covers(word.span) for word in words) >= _SHORTEST_QUOTE]
