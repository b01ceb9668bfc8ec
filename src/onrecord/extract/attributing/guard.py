"""What of a reading may be said of a statement: the tagger proposes, these rules decide.

A tagger is wrong in every fourth cue (``docs/measured.md``), and calls more an attribution than is a statement:
wishes, rulings and likings too. A statement is given a speaker only where its cue is a word that often is one, a clause
follows or the words are quoted, and its attribution is the outermost. What somebody plans or hopes to do is no
statement of theirs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.data import Directness, Span
from onrecord.extract.attributing.attribution import directness, is_said
from onrecord.extract.attributing.phrases import set_phrases
from onrecord.extract.clauses.denials import find_denials
from onrecord.extract.clauses.gapping import with_gapped
from onrecord.extract.clauses.voices import BODY, unblurred
from onrecord.extract.reading.code import is_string
from onrecord.extract.reading.paragraphs import Paragraph
from onrecord.extract.reading.quotes import LONG_QUOTATION
from onrecord.extract.reading.verbs import form_of
from onrecord.extract.tagging.linking import Relation, together

_SAYING = (
    "said|says|say|saying|told|tells|added|adds|adding|announced|announces|announcing|stated|states|stating|claimed|"
    "claims|claiming|denied|denies|denying|confirmed|confirms|confirming|warned|warns|warning|insisted|insists|argued|"
    "argues|explained|explains|noted|notes|noting|reported|reports|acknowledged|acknowledges|admitted|admits|alleged|"
    "alleges|suggested|suggests|tweeted|wrote|writes|declared|declares|replied|asked|urged|promised|vowed|recalled|"
    "testified|conceded|emphasized|emphasised|emphasizing|stressed|stresses|believes|believed|thinks|thought|called|calls|"
    "concluded|concludes|responded|responds|continued|mentioned|joked|lamented|cautioned|cautions|reiterated|complained|"
    "described|describes|predicted|pledged|demanded|demands|accused|accuses|estimated|estimates|summarized|summarised|"
    "claim|believe|argue|assert|asserts|asserted|contend|contends|contended|deny|insist|allege|acknowledge|posted|tweets"
)
SAYING = re.compile(rf"\b(?:(?:has|have|had)\s+(?:also\s+)?)?(?:{_SAYING})\b", re.IGNORECASE)
"""A verb of saying or thinking with its auxiliary."""
_FORESEEING = re.compile(r"(?:expect|forecast|predict|project|estimate)s?(?:ed)?|foresees?", re.IGNORECASE)
_MET = re.compile(r"\b(?:dr[ae]w|draws|met with|sparked|prompted|faced)\b", re.IGNORECASE)
"""What others said of it comes to something: "the claim drew doubts from engineers"."""
_DEED = re.compile(
    r"(?:has |have |had )?(?:call(?:s|ed) (?:an end|a halt|a vote|time|an? (?:special )?(?:election|meeting|strike"
    r"|session|recess))"
    r"|den(?:y|ies|ied) (?:(?:him|her|them) )?(?:boarding|entry|access|bail|parole|permission|asylum|service|coverage"
    r"|(?:an?|the|his|her|their) (?:[a-z-]+ )?(?:request|motion|petition|appeal|application|permit|visa"
    r"|licen[cs]e)))\b",
    re.IGNORECASE,
)
"""What such a verb does rather than says: "called an end to it", "denied boarding to some"."""
_COUNTS = re.compile(r"\s[$€£]?\d+(?:[,.]\d+)*(?=[.,;]?$|[.,;]\s|\s(?:and|but|while)\b)")
"""Behind a cue: what it tells is a count."""
_CALLED = re.compile(r"\b(?:known as|so-called|called|dubbed|termed|nicknamed)(?: (?:the|an?))? [“\"]?$", re.IGNORECASE)
"""Before marks that are no quotation's: what's known as the "social cost"."""
_ANSWERING = re.compile(r"\b(?:respond|repl|answer|return)", re.IGNORECASE)
_REQUEST = re.compile(
    r"(?:to\s)?(?:(?:an?|the|several|multiple|repeated|our|its)\s)*(?:\w+\s)?(?:requests?|calls?|messages?|e-?mails?|questions"
    r"|inquir(?:y|ies))\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"^(?:the|an?|its|there|this|that|what|to|as|when|while|if|but|and|because|after|before|is|was|be|not|said|says|asked)$",
    re.IGNORECASE,
)
_ANYBODY = re.compile(r"(?:many|some|most|others|people|everyone|everybody|we|you|one)$", re.IGNORECASE)
_NO_ONE = re.compile(r"(?:nobody|no[ -]one|none|few|no)\b", re.IGNORECASE)
_GAP = re.compile(
    r"(?:would|will|could|should|might|may|can|is|are|was|were|has|had|have|do|does|did)(?:n['’]t)?\b", re.IGNORECASE
)
_CLAUSE = re.compile(
    r"(?:that|how|why|whether|if|what(?!(?:['’]s| is| was) (?:known|called)\b)|when|where|who)\b", re.IGNORECASE
)
_CONDITION = re.compile(r"if\s", re.IGNORECASE)
_AIM = re.compile(r"(?:not )?to\b", re.IGNORECASE)
_PASSIVE = re.compile(r"(?:is|are|was|were|been|being|be)\b.*(?:ed|told|said|known|thought)\b", re.IGNORECASE)

_MARKS = " \t*_“”„‟\"‘’‚'«»‹›"
_AGAINST = re.compile(r"[”“\"’'»«›‹][*_]*[,;]?\s+(?:but|while|although|though|yet)\s")
"""What stands between a quotation and a clause that is held against it."""

_OTHERWISE = re.compile(
    r"(?:(?:^|[,;—–]|\A)\s*|(?<=\s))(?:but|while|although|though|whereas)\s(?:(?!that\b)[\w’'-]+\s){1,5}?"
    r"(?:said|says?|put|puts|told|den(?:ied|ies|y)|called|insist(?:s|ed)?|disput(?:es?|ed)|argu(?:es?|ed)|warn(?:s|ed)"
    r"|report(?:s|ed)|estimat(?:es|ed)|count(?:s|ed)|expects?)\b"
    r"|(?:(?:^|[,;]\s*|(?<=,\s)|\A)(?:but|while|and)|;)\saccording\sto\s?"
)
_AND_ANOTHER = re.compile(
    rf"(?:(?:the|its|local)\s)?(?:[\w’'-]+\s){{0,2}}?{BODY}\s(?:sa(?:id|ys?)|report(?:s|ed)|count(?:s|ed)|puts?)\b",
    re.IGNORECASE,
)
"""What stands behind an "and" of the text's own: "… and the hospital reported 19"."""
_AND = re.compile(r"\sand\s$")
_HELD_AGAINST = re.compile(r"(?<=,\s)(?:but|while|although|though|whereas)\s$")
_OF_ONES_OWN = re.compile(r"[Bb]y \w+ own (?:account|count|estimate|reckoning|admission|telling),?")
"""What says how somebody knows what else is said."""
_AGAINST_IT = re.compile(r"\b(?:but|while|though|although|whereas|yet)\s$")
"""Before "according to": what that source says stands behind it."""
_NAMED_AS = re.compile(r"\b(?:known|referred to|nicknamed|dubbed) (?:as\b|$)", re.IGNORECASE)
_ASKED = re.compile(r"(?:when\s)?asked\b", re.IGNORECASE)
_BEGUN = re.compile(r"(?:,\s+[a-z]+|\swho)$")
_SEEN = re.compile(
    r",?\s(?:seen|obtained|reviewed|viewed|published|released|leaked|shared|provided|sent)\s(?:exclusively\s)?(?:by|with|to)\s$"
)
"""What stands between a document and who has it: that one reports it, and does not say what it says."""
_PARTED = re.compile(r"[,;:“”\"]")
_BEFORE_ASIDE = re.compile(r"(?P<whole>[^,;:“”\"]{2,80}),\s(?:who|whose|which)\s[^,;:“”\"]{3,150},\s$")
"""The subject of a sentence, and behind it what is said of it before the cue."""
_LONGEST_SOURCE = 12  # words
_LONGEST_BEFORE = 400  # characters, which hold these words and a phrase such as "seen by the Courier", or a question


def guarded(relations: Sequence[Relation], paragraph: Paragraph) -> tuple[Relation, ...]:
    """Return the relations that statements may rest on."""
    told = (one for one in unblurred(relations, paragraph) if not _is_asked(one.source, paragraph))
    sure = [relation for relation in (_sure(relation, paragraph) for relation in told) if relation]
    phrases = [one for one in set_phrases(paragraph) if not any(_knows(relation, one) for relation in sure)]
    kept = [_beside(relation, phrases) for relation in sure if not any(_yields(relation, one) for one in phrases)]
    denials = tuple(find_denials((*kept, *phrases), paragraph))
    known = (one for one in (*kept, *phrases) if not any(_shares(one.cue, denial.cue) for denial in denials))
    return tuple(with_gapped((*(_short_of(one, denials) for one in known), *denials), paragraph))


def _short_of(relation: Relation, denials: Sequence[Relation]) -> Relation:
    """Return a relation without the words in which somebody else denies what it reports."""
    apart = [denial.apart for denial in denials if denial.apart is not None]
    own = tuple(part for part in relation.contents if not any(one.overlaps(part) for one in apart))
    return replace(relation, contents=own or relation.contents)


def _beside(relation: Relation, phrases: Sequence[Relation]) -> Relation:
    """Return a relation of the tagger's without what a phrase gives to somebody else."""
    own = tuple(
        part
        for part in relation.contents
        if not any(one.source and one.source.end <= part.start and _shares(part, one.contents[0]) for one in phrases)
    )
    return replace(relation, contents=own or relation.contents)


def _knows(relation: Relation, phrase: Relation) -> bool:
    """Say whether a relation of the tagger's has a phrase already, with who says it and what, or says it of others."""
    cue = phrase.cue
    if relation.cue is not None and cue is not None and any(part.covers(cue) for part in relation.contents):
        return True
    return bool(relation.states and relation.source and relation.contents and _shares(relation.cue, phrase.cue))


def _yields(relation: Relation, phrase: Relation) -> bool:
    """Say whether a phrase tells what a relation of the tagger's leaves out: who says it, or what."""
    alone = relation.cue is None or relation.source is None
    said = alone and all(any(one.covers(part) for one in phrase.contents) for part in relation.contents)
    return said or _shares(relation.cue, phrase.cue)


def _shares(one: Span | None, other: Span | None) -> bool:
    return one is not None and other is not None and one.overlaps(other)


def outermost(relations: Sequence[Relation], sentence: Span) -> int | None:
    """Return which relation's words a sentence is: quoted at length before any other, then said, then the first.

    "Y believes Z, X said" is X's; "X, who hopes for Y, said Z" is what X said; "Asked by Y, X said “Z”" is X's; and
    "Unlike X, who said Y, Z warned of W" is Z's.
    """
    here = [at for at, relation in enumerate(relations) if is_said(relation, sentence)]

    def weight(at: int) -> tuple[bool, bool, bool, bool, int]:
        relation = relations[at]
        first = (relation.cue or relation.contents[0]).start
        return relation.quotes, relation.says, relation.source is not None, not relation.aside, -first

    return max(here, key=weight, default=None)


def _sure(relation: Relation, paragraph: Paragraph) -> Relation | None:
    """Return what is sure of a relation: its words quoted, announced, or said in a telling cue's own sentence."""
    cue, source = relation.cue, relation.source
    if source is not None and cue is not None:
        source = _whole(source, cue, paragraph)
    if source is not None and not _is_source(source.cut(paragraph.text)):
        source = None
    relation = replace(relation, contents=_to_its_end(_own(relation.contents, paragraph), paragraph))
    marked = [part for part in relation.contents if _is_marked(part, paragraph)]
    quotes = any(len(part.cut(paragraph.text).split()) >= LONG_QUOTATION for part in marked)
    if cue is None:
        told = relation.contents if paragraph.announced else tuple(marked)
        return replace(relation, contents=told, quotes=quotes) if told else None
    words = cue.cut(paragraph.text)
    if _says_nothing(relation, cue, paragraph) or (
        source and not marked and _is_deed_of_who(source, relation, paragraph)
    ):
        return None
    says = _is_saying(words) or (_foresees(words) and _states_figure(relation.contents, cue, paragraph.text))
    contents = tuple(part for part in relation.contents if part in marked or together(part, cue, paragraph))
    count = _COUNTS.match(paragraph.text, cue.end) if source is not None else None
    if count is not None:  # "the union says 31, the ministry says 24"
        contents = (Span(start=count.start() + 1, end=count.end()),)
    contents = contents if says else tuple(part for part in contents if not _is_condition(part, cue, paragraph.text))
    if _AGAINST_IT.search(paragraph.text, max(0, cue.start - 12), cue.start) and words.lower() == "according to":
        contents = tuple(part for part in contents if part.start > cue.start)
    clause = any(_CLAUSE.match(paragraph.text, part.start, part.end) for part in contents)
    aims = any(_AIM.match(paragraph.text, part.start, part.end) for part in contents)
    telling = says or clause or (relation.telling and not aims)
    if aims and source is not None and source.cut(paragraph.text).lower().endswith("who"):
        return None  # "who asked not to be named"
    if source is not None and source.end <= cue.start and _PASSIVE.match(words):
        source = None  # "Tolland is accused": not by Tolland
    if not ((telling and source) or quotes or (marked and (says or source))) or _NAMED_AS.search(words):
        return None
    deed = not (says or clause) and not any(_tells(part.cut(paragraph.text)) for part in contents)
    states = bool(marked) or (not deed and _states(relation, paragraph.text))
    aside = source is not None and source.cut(paragraph.text).lower() in ("who", "which")
    return replace(relation, source=source, contents=contents, says=says, quotes=quotes, states=states, aside=aside)


def _is_marked(part: Span, paragraph: Paragraph) -> bool:
    """Say whether words are quoted, and not only called something: what's known as the "social cost"."""
    if directness(part, paragraph.quotes) is Directness.INDIRECT:
        return False
    inside = [quote for quote in paragraph.quotes if quote.overlaps(part)]
    return not all(_CALLED.search(paragraph.text, max(0, quote.start - 24), quote.start) for quote in inside)


def _says_nothing(relation: Relation, cue: Span, paragraph: Paragraph) -> bool:
    """Say whether a cue is none: a link to another story, who was asked or gave no answer, what it met."""
    text, source, words = paragraph.text, relation.source, cue.cut(paragraph.text)
    if words == ":" and text[cue.end : cue.end + 1].isalnum():
        return True  # "MORE:Where it is"
    if _ASKED.match(words) and source is not None and source.start > cue.start:
        return not _is_behind_quotation(cue, paragraph)  # "Asked about the bridge, Holt shrugged"
    if any(_DEED.match(words + text[cue.end : part.end]) for part in relation.contents if part.start >= cue.end):
        return True
    request = _ANSWERING.search(words) and any(_REQUEST.match(part.cut(text)) for part in relation.contents)
    return bool(request or _MET.search(words))


def _is_deed_of_who(source: Span, relation: Relation, paragraph: Paragraph) -> bool:
    """Say whether "who" has announced something rather than said it: "the fan who announced his win"."""
    who = source.cut(paragraph.text).lower() == "who"
    return who and not any(_tells(part.cut(paragraph.text)) for part in relation.contents)


def _is_asked(source: Span | None, paragraph: Paragraph) -> bool:
    """Say whether a question asks who it is: "Who believes him?"."""
    if source is None or source.cut(paragraph.text).lower() not in ("who", "what"):
        return False
    end = next((one.end for one in paragraph.sentences if one.start <= source.start < one.end), source.end)
    return paragraph.text.find("?", source.end, min(end, source.end + _LONGEST_BEFORE)) >= 0


def _is_condition(part: Span, cue: Span, text: str) -> bool:
    """Say whether words before a cue say on what it depends: "If it was read, the ministry knew"."""
    return part.start < cue.start and _CONDITION.match(text, part.start) is not None


def _is_behind_quotation(cue: Span, paragraph: Paragraph) -> bool:
    """Say whether a cue follows what is quoted: “Is it safe?” asked Mia Feld."""
    return any(0 <= cue.start - quote.end <= len("” ") for quote in paragraph.quotes)


def _whole(source: Span, cue: Span, paragraph: Paragraph) -> Span:
    """Return a source without a word that begins another phrase, and what it is that speaks where that stands before.

    "An official with the works, who asked not to be named, said …": the official did. "The letter, seen by the Courier,
    says …": the letter does. "The board, whose papers were lost, says …": the board.
    """
    words = source.cut(paragraph.text)
    start = max((one.start for one in paragraph.sentences if one.start <= source.start), default=0)
    if words.count("(") > words.count(")") and paragraph.text[source.end : source.end + 1] == ")":
        return Span(start=source.start, end=source.end + 1)
    aside = _BEFORE_ASIDE.fullmatch(paragraph.text, start, cue.start)
    inside = source.start > start or paragraph.text[source.end : cue.start].strip(" ,")
    if aside is not None and inside and source.end > aside.end("whole") + 1:
        return Span(start=start, end=aside.end("whole"))
    begun = _BEGUN.search(words)
    if begun is not None and begun.start() > 0:
        return Span(start=source.start, end=source.start + begun.start())
    if source.start - start > _LONGEST_BEFORE:
        return source
    before = paragraph.text[start : source.start]
    seen = _SEEN.search(before)
    who = words.lower() == "who" and "," in paragraph.text[source.end : cue.start]
    before = before[: seen.start()] if seen is not None else before.rstrip(" ,")
    plain = 0 < len(before.split()) <= _LONGEST_SOURCE and not _PARTED.search(before)
    return Span(start=start, end=start + len(before)) if plain and (who or seen is not None) else source


def _own(contents: tuple[Span, ...], paragraph: Paragraph) -> tuple[Span, ...]:
    """Return contents without what somebody else is said to say against it: "…, but the mayor said it was not".

    A string of a program is nobody's words.
    """
    text, quotes = paragraph.text, paragraph.quotes
    found: list[Span] = []
    contents = tuple(part for part in contents if not is_string(text, part.start))
    for part in contents:
        joint = _HELD_AGAINST.search(text, max(0, part.start - 12), part.start)
        other = _OTHERWISE.search(text, joint.start() if joint else part.start, part.end)
        another = _AND.search(text, max(0, part.start - 5), part.start) and _AND_ANOTHER.match(
            text, part.start, part.end
        )
        if found and another:
            continue
        quoted = other is not None and any(quote.start <= other.start() < quote.end for quote in quotes)
        if other is None or quoted:
            found.append(part)
        elif other.start() > part.start:
            found.append(Span(start=part.start, end=other.start()))
    more = tuple(part for part in found if not _OF_ONES_OWN.fullmatch(part.cut(text)))
    return more or tuple(found) or contents


def _to_its_end(contents: tuple[Span, ...], paragraph: Paragraph) -> tuple[Span, ...]:
    """Return contents that begin with a quotation without the clause in which the text goes on against it.

    “We were wrong,” but her office has not opened it again: what stands behind the quotation is the text's own.
    """
    text, quotes = paragraph.text, paragraph.quotes
    start = contents[0].start if contents else len(text)
    first = next((quote for quote in quotes if quote.start >= start), None)
    if first is None or text[start : first.start].strip(_MARKS) or len(first.cut(text).split()) < LONG_QUOTATION:
        return contents
    against = _AGAINST.match(text, first.end)
    end = next((one.end for one in paragraph.sentences if one.start <= start < one.end), len(text))
    if against is None or any(first.end < quote.start < end for quote in quotes):
        return contents
    cut = (Span(start=part.start, end=min(part.end, first.end + 1)) for part in contents if part.start <= first.end)
    return (*cut, *(part for part in contents if part.start >= end))


def _states(relation: Relation, text: str) -> bool:
    """Say whether what is reported without quotation marks is somebody's statement, and not the text's own.

    Nobody states what "few believed", nor what is said of a noun of the text's: "a moment many thought would never
    come". Those who speak are told by it all the same.
    """
    source, cue = relation.source, relation.cue
    if source is None or cue is None:
        return True
    teller, behind = source.cut(text), [part.start for part in relation.contents if part.start > cue.end]
    goes_on = any(text[cue.end : start].isspace() and _GAP.match(text, start) for start in behind)
    return not (_NO_ONE.match(teller) or (goes_on and source.end < cue.start and _ANYBODY.match(teller)))


def _tells(content: str) -> bool:
    """Say whether a content has a verb: who "rejected the plan" has done something, and reported nothing."""
    return any(form_of(word) is not None for word in content.lower().split())


def _is_saying(cue: str) -> bool:
    """Say whether a cue holds a verb of saying or thinking, or is "according to" or a colon."""
    return bool(SAYING.search(cue)) or cue.strip().lower() in ("according to", "in the words of", ":")


def _foresees(cue: str) -> bool:
    return _FORESEEING.fullmatch(cue.strip()) is not None


def _states_figure(contents: Sequence[Span], cue: Span, text: str) -> bool:
    """Say whether what is expected is a figure: "forecasts growth of 2 percent"."""
    behind = [part.cut(text) for part in contents if part.start >= cue.end]
    return any(any(sign.isdigit() for sign in words) and not _AIM.match(words) for words in behind)


def _is_source(words: str) -> bool:
    """Say whether words can be a source: more than a conjunction or an empty pronoun."""
    return not _NOBODY.match(words) and ";" not in words and any(sign.isalnum() for sign in words)
