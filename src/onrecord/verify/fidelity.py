"""Whether other words for a sentence say what it says: no more, no less, and by the same people.

What can be compared without a model is compared first, both ways: quotations, numbers, dates, names, what is denied,
what is held possible, and who says it. Then the comparison and the model that verdicts rest on must find that each of
the two bears the other out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from string import ascii_letters, digits

from onrecord.data import Judgement, Pair, Reason, ReasonCode, Span
from onrecord.ports import Verifier
from onrecord.text.sentences import sentences
from onrecord.verify.comparing.compare import Setting, compare
from onrecord.verify.comparing.offices import speakers_of
from onrecord.verify.pairs import is_silent
from onrecord.verify.reading.gist import Gist, gist
from onrecord.verify.reading.tokens import root
from onrecord.verify.weighing.combine import combine
from onrecord.verify.weighing.stance import bears_out
from onrecord.verify.weighing.thresholds import SUPPORTED

_QUOTED = re.compile(r"[“\"]([^“”\"]*)[”\"]")
_SHORTLY = re.compile(r"(?:\s(?!that\b)\w+){0,3}\s")
"""What stands between a verb of saying and when it was said: "told reporters late on"."""
_ADDED = re.compile(r"\[[^\]]*\]")
_BRACKET = re.compile(r"[\[\]]")
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_PLAIN = frozenset(f"{ascii_letters}{digits} .,;:'’“”\"!?-–—()%")
"""Signs that a sentence may have which the one it is made from has not; any other is markup, or worse."""
_NEUTRAL = frozenset(("say", "tell", "add"))
"""Verbs that may stand for each other; "confirmed" or "claimed" in their place would take a side."""
_BESIDE = 2
"""Words to either side of a name that tell its place."""
_LOST = 0.25
"""Share of its words with content that a sentence may exchange or lose: turned round it keeps its nouns and verbs."""
_LONGER = 1.5
"""How many times as long as before it may be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewording:
    """A sentence as it was cut, other words for it, and the day that its "Monday" is counted from."""

    cut: str
    offered: str
    day: date
    language: str | None = None

    def gists(self) -> tuple[Gist, Gist]:
        """Take both apart; what was added to the cut in brackets is part of it."""
        cut, offered = (_BRACKET.sub("", text) for text in (self.cut, self.offered))
        return gist(cut, anchor=self.day, language=self.language), gist(
            offered, anchor=self.day, language=self.language
        )


def judge_rewordings(offers: Sequence[Rewording], *, verifier: Verifier) -> tuple[Reason | None, ...]:
    """Return for each offer why it may not stand for what was cut; None where it may."""
    reasons = [next(_differences(offer), None) for offer in offers]
    alike = [offer for offer, reason in zip(offers, reasons, strict=True) if reason is None]
    ways = [way for offer in alike for way in (offer.gists(), offer.gists()[::-1])]
    pairs = [Pair(premise=there.text, hypothesis=here.text) for there, here in ways]
    judged = verifier.judge(pairs) if pairs else ()
    unborne = iter([_unborne(*way, judgement) for way, judgement in zip(ways, judged, strict=True)])
    both = zip(unborne, unborne, strict=True)
    return tuple(reason or next((one for one in next(both) if one), None) for reason in reasons)


def _unborne(there: Gist, here: Gist, judgement: Judgement) -> Reason | None:
    """Return why one text does not bear the other out."""
    if is_silent(judgement):
        return judgement.reasons[0]
    setting = Setting(sources=_sources(here), speakers=speakers_of(here), record="the source")
    comparison = compare(here, there, setting)
    judged = combine(judgement, comparison)
    if bears_out(comparison) and judged.supports >= max(SUPPORTED, judged.refutes, judged.neutral):
        return None
    words = next((clash.words for clash in comparison.clashes), "the verifier does not find that both say the same")
    return Reason(code=ReasonCode.NOT_BORNE_OUT, words=words)


def _differences(offer: Rewording) -> Iterator[Reason]:
    """Yield what differs by the words alone, the plainest first."""
    cut, offered = offer.cut, offer.offered
    strange = frozenset(offered) - frozenset(cut) - _PLAIN
    if len(offered) > _LONGER * len(cut) or strange or len(sentences(offered)) != len(sentences(cut)):
        yield Reason(code=ReasonCode.NOT_ONE_SENTENCE, words="what came back is not one plain sentence")
    there, here = offer.gists()
    if _quotations(cut) != _quotations(offered):
        yield Reason(code=ReasonCode.QUOTATION_DIFFERS, words="it quotes other words than its source")
    if Counter(_ADDED.findall(cut)) != Counter(_ADDED.findall(offered)):
        yield Reason(code=ReasonCode.WORDS_DIFFER, words="what was added in brackets does not stand there as it was")
    for code, what, aspect in (
        (ReasonCode.NUMBER_DIFFERS, "number", _numbers),
        (ReasonCode.DATE_DIFFERS, "time", _times),
        (ReasonCode.NEGATED, "denial", _denials),
        (ReasonCode.LIKELIHOOD_DIFFERS, "plan, attempt or doubt", _hedges),
        (ReasonCode.SAID_NOT_SO, "speaker, or verb of saying", _speakers),
    ):
        if aspect(there) != aspect(here):
            yield Reason(code=code, words=f"it has another {what} than its source, or one more or less")
    if _unnamed(there, here) or _unnamed(here, there):
        yield Reason(code=ReasonCode.ENTITY_DIFFERS, words="it has another name than its source, or one more or less")
    if _changed_places(there, here):
        yield Reason(code=ReasonCode.ENTITY_DIFFERS, words="a name stands in it where its source has another")
    if (_narrated(here) - _narrated(there)) & there.roots:
        yield Reason(code=ReasonCode.SAID_NOT_SO, words="it states what its source gives as somebody's words")
    fresh, lost = here.roots - there.roots, there.roots - here.roots
    if len(fresh) > len(lost) or len(lost) > _LOST * len(there.roots):
        yield Reason(code=ReasonCode.WORDS_DIFFER, words="it has words more than its source, or too many others")


def _quotations(words: str) -> Counter[str]:
    """Count what stands between quotation marks, whatever stop or comma the sentence puts before the closing one."""
    return Counter(quoted.rstrip(".,") for quoted in _QUOTED.findall(words))


def _numbers(text: Gist) -> Counter[object]:
    figures = ((figure.value, figure.unit, figure.bound) for figure in text.figures)
    return Counter((*_NUMBER.findall(text.text), *figures))


def _times(text: Gist) -> frozenset[object]:
    """Return the times that are named, and whether each is when something was said: "said on Friday"."""
    cues = [saying.cue.end for saying in text.sayings if saying.cue]
    return frozenset(
        (time.interval or time.words.lower(), any(_SHORTLY.fullmatch(text.text[end : time.span.start]) for end in cues))
        for time in text.times
    )


def _denials(text: Gist) -> Counter[str]:
    return Counter(root(text.words[negation.head].stem) for negation in text.negations)


def _hedges(text: Gist) -> Counter[int]:
    return Counter(hedge.kind for hedge in text.hedges)


def _speakers(text: Gist) -> Counter[object]:
    """Count who is made to say something, by what verb."""
    return Counter(
        (_stems(text, saying.source), _stems(text, saying.cue) - _NEUTRAL, saying.denied)
        for saying in text.sayings
        if saying.cue
    )


def _stems(text: Gist, span: Span | None) -> frozenset[str]:
    inside = (text.words[at] for at in text.within(span)) if span else ()
    return frozenset(word.stem for word in inside if word.content)


def _unnamed(text: Gist, other: Gist) -> bool:
    """Say whether a text has a name that the other has not."""
    known = {word.stem for word in other.words}
    named = (word for word in text.words if any(name.span.covers(word.span) for name in text.names))
    inside = (word for word in text.words[1:] if word.capital)
    return any(word.content and word.stem not in known for word in (*named, *inside))


def _changed_places(there: Gist, here: Gist) -> bool:
    """Say whether a name stands among the words that another one stood among."""
    was, now = _places(there), _places(here)
    return any(
        len(around & was[other]) > len(around & was[name])
        for name, around in now.items()
        for other in was
        if name in was and other != name
    )


def _places(text: Gist) -> dict[str, frozenset[str]]:
    """Return for each name the words next to it, each with its side."""
    found: dict[str, frozenset[str]] = {}
    for name in text.names:
        words = [word for word in text.words if not name.span.overlaps(word.span)]
        before = [f"-{word.stem}" for word in words if word.span.end <= name.span.start][-_BESIDE:]
        after = [f"+{word.stem}" for word in words if word.span.start >= name.span.end][:_BESIDE]
        found[name.words] = found.get(name.words, frozenset()).union(before, after)
    return found


def _narrated(text: Gist) -> frozenset[str]:
    """Return the roots of what a text does not give as somebody's words."""
    said = {at for saying in text.sayings for at in text.within(saying.content)}
    return frozenset(root(word.stem) for at, word in enumerate(text.words) if word.content and at not in said)


def _sources(text: Gist) -> tuple[str, ...]:
    return tuple(saying.source.cut(text.text) for saying in text.sayings if saying.source)
