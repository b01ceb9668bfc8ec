"""States that are over where the record tells of them: what was closed for two hours, or has reopened, is not closed.

What a report has as past, or ends in the same breath, bears out no statement that it is so.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from onrecord.data import Reason, ReasonCode
from onrecord.text.sentences import sentences
from onrecord.verify.comparing.findings import clip
from onrecord.verify.reading.gist import Gist
from onrecord.verify.reading.grammar import Node, parse, words_of
from onrecord.verify.reading.tokens import Word, compared, find_roots, find_words, root
from onrecord.verify.weighing.predicates import Party, find_predicates

_IS = frozenset("is are".split())
_NOW = frozenset("is are has have remains remain stays stay".split())
_STAYS = frozenset("remains remain stays stay".split())
_NEAR = 4
"""Words before a state among which "had" or "was" stands: "who had only just been suspended"."""
_BEHIND = 2
"""Sentences behind the quoted words in which a state is ended."""
_LONGEST = 600
"""Characters of these."""
_FOR_A_TIME = re.compile(
    r"[^.;,]{0,30}?\bfor\s(?:[\w-]+\s){1,3}(?:minutes|hours|days|weeks|months|years|hour|day|week|month|year)\b(?!\s(?:now|already))"
)
"""Behind what was so for a time: "was closed for two hours"."""
_THEN = re.compile(
    r"\b(?:before (?:that|then)|previously|formerly|until then|at the time|in those days)\b", re.IGNORECASE
)
_NOT = re.compile(r"\b(?:not|never|yet|to|be|when|if|until|once|before|after)\s(?:[a-z]+ly\s)?$|n['’]t\s(?:[a-z]+\s)?$")
"""Before what has not ended it: "has not been reopened", "is to be reopened", "until it reopened"."""
_BEEN = re.compile(r"\bbeen\s$")
_ENDING = {
    root(compared(word)): re.compile(rf"\b(?:{ends})\b")
    for words, ends in (
        ("close closed shut closure", r"reopened|opened again|(?:is|are) open again"),
        ("suspend suspended", "reinstated|resumed|restored"),
        ("custody arrest detain jail prison imprison", "(?:was|were|been) (?:freed|released)|set free|walked free"),
        ("strike", "returned to work|went back to work|called off"),
        ("miss missing", "found (?:safe|unharmed|alive|dead)|(?:was|were) found|turned up"),
        ("ban banned forbid prohibit", "(?:was|were|been) lifted|allowed again"),
        ("evacuate evacuated", "returned home|allowed (?:back|home)"),
        ("strand stranded trap trapped", "(?:was|were|been) (?:rescued|freed|refloated)|refloated"),
    )
    for word in words.split()
}
"""What is over by what, by the root of the word for the state."""
_IN_FORCE = re.compile(r"\b(?:in (?:force|effect|place)|valid|appl(?:y|ies))\b")
_LIFTED = re.compile(
    r"\b(?:lifted|withdrawn|revoked|repealed|scrapped|cancell?ed|rescinded|expired|removed|suspended|dropped|abolished)\b"
)
"""What is no longer in force."""
_IN = re.compile(r"\b(?:is|are|was|were|remains?|stays?|back)\s(?:back\s|still\s)?in\s([a-z]+)\b")
_OUT_OF = re.compile(r"\bout\sof\s([a-z]+)\b")
"""Out of service, office, danger, and in it."""
_OPEN_TO = re.compile(
    r"\b(clos(?:ed|es?)|shut|reopen(?:ed|s)?|open(?:ed|s)?|barred|restricted|limited|available|off[- ]limits)\sto\s"
    r"((?:the\s|all\s|heavy\s)?[a-z][\w-]+)"
)
"""For whom something is open or closed."""
_AND_TO = re.compile(
    r"(?:(?!\b(?:but|clos|shut|open|reopen)\w*)[^.;]){0,60}?\band\sto\s(?:the\s|all\s|heavy\s)?([a-z][\w-]+)"
)
"""Behind it, for whom else it is so: "open to pedestrians on 1 May and to lorries in June"."""


def is_over(here: Gist, quoted: str, behind: str) -> Reason | None:
    """Return why quoted words have as past what a statement has as so, or None where they do not.

    Args:
        here: the statement.
        quoted: the words of the record.
        behind: what stands behind them in its document.
    """
    others = _for_others(here.text, quoted) or _out_of(here.text, quoted)
    if others is not None:
        return Reason(code=ReasonCode.SAID_NOT_SO, words=f"on record only with “{clip(others)}”, not as so")
    state = _state(here.text) if _may_be_over(here, quoted, behind) else None
    over = state and (_lifted(here, quoted) or _past(state, quoted) or _ended(state, here, quoted, behind))
    return Reason(code=ReasonCode.SAID_NOT_SO, words=f"on record as over: “{clip(over)}”") if over else None


def _may_be_over(here: Gist, quoted: str, behind: str) -> bool:
    """Say whether the record may have as over anything that a statement says: parsing it takes longer than all else."""
    if _IN_FORCE.search(here.text) and _LIFTED.search(quoted):
        return True
    said = {word[0].lower() for word in words_of(here.text)}
    told = said if said & (_IS | _STAYS) else {word for word in said if word.endswith("s")}
    states = {root(compared(word)) for word in told}
    if any(ends.search(f"{quoted}\n{behind[:_LONGEST]}") for state, ends in _ENDING.items() if state in states):
        return True
    return any(_was(at, words) for _, words, at in _places(states, quoted))


def _state(text: str) -> str | None:
    """Return the root of the word by which a statement says how things are, or None where it tells of a deed."""
    nodes = parse(text)
    at = next((place for place, node in enumerate(nodes) if node.relation == "root"), None)
    if at is None:
        return None
    kids = [node for node in nodes if node.head == at]
    plain = nodes[at].text.lower()
    if plain in _STAYS:
        left = (node for node in kids if node.relation in ("xcomp", "obl", "advcl", "conj") and node.part != "PUNCT")
        return next((_root(node) for node in left), None)
    now = any(kid.relation in ("cop", "aux", "aux:pass") and kid.text.lower() in _IS for kid in kids)
    holds = nodes[at].part == "VERB" and plain.endswith("s") and not any(kid.relation.startswith("aux") for kid in kids)
    return _root(nodes[at]) if now or holds else None


def _root(node: Node) -> str:
    return root(compared(node.text.lower()))


def _past(state: str, quoted: str) -> str | None:
    """Return how the record tells of a state as past alone: "had been closed", "was closed for two hours"."""
    told = [_as_past(at, words, sentence) for sentence, words, at in _places((state,), quoted)]
    return told[0] if told and all(told) else None


def _places(states: Collection[str], quoted: str) -> Iterator[tuple[str, tuple[Word, ...], int]]:
    """Yield where one of some states is told of, by the roots of their words."""
    for span in sentences(quoted):
        words = find_words(span.cut(quoted))
        yield from ((span.cut(quoted), words, at) for at, word in enumerate(words) if root(word.stem) in states)


def _as_past(at: int, words: tuple[Word, ...], sentence: str) -> str | None:
    was = _was(at, words)
    if was is None or _is_now(at, words) or re.search(r"[,;:]", sentence[was.span.end : words[at].span.start]):
        return None
    until = _FOR_A_TIME.match(sentence, words[at].span.end)
    if was.plain == "had" or until:
        return sentence[was.span.start : until.end() if until else words[at].span.end]
    then = _THEN.search(sentence)
    return sentence[min(then.start(), was.span.start) : words[at].span.end] if then else None


def _was(at: int, words: tuple[Word, ...]) -> Word | None:
    """Return the word before another one that has it as past."""
    before = words[max(0, at - _NEAR) : at]
    return next((word for word in reversed(before) if word.plain in ("was", "were", "had")), None)


def _is_now(at: int, words: tuple[Word, ...]) -> bool:
    """Say whether a word stands in the present: "is closed", "has been closed", "holds"."""
    before = words[max(0, at - _NEAR) : at]
    now = any(word.plain in _NOW for word in before)
    return now or (
        words[at].plain.endswith("s") and not any(word.plain in ("was", "were", "had") for word in before[-2:])
    )


def _ended(state: str, here: Gist, quoted: str, behind: str) -> str | None:
    """Return by what the record ends a state right where it tells of it: "The mine shut in May. It reopened today"."""
    ends = _ENDING.get(state)
    told = [_is_now(at, words) for _, words, at in _places((state,), quoted)]
    if ends is None or ends.search(here.text) or not told or any(told):
        return None
    next_ = behind[:_LONGEST].lstrip().partition("\n")[0]
    for words in (quoted, *(span.cut(next_) for span in sentences(next_)[:_BEHIND])):
        for ending in ends.finditer(words):
            before = words[: ending.start()]
            if not _NOT.search(_BEEN.sub("", before)) and _is_of_it(here, words, ending.group()):
                return words
    return None


def _is_of_it(here: Gist, words: str, ending: str) -> bool:
    """Say whether what is told to have ended is what the statement is of, or what a pronoun stands for."""
    mine = next((one.subject for one in find_predicates(here.text) if one.main and one.subject), None)
    by = find_roots(ending)
    theirs = [one.subject for one in find_predicates(words) if one.word in by and one.subject]
    if mine is None:
        return False
    return any(not one.head or (one.roots & mine.roots and not _are_others(one, mine)) for one in theirs)


def _are_others(one: Party, other: Party) -> bool:
    names, own = ({name.words for name in some.names} for some in (one, other))
    return bool(names and own) and not names & own


def _lifted(here: Gist, quoted: str) -> str | None:
    """Return where the record has lifted what is in force by a statement: "the red warning has been lifted"."""
    mine = next((one.subject for one in find_predicates(here.text) if one.main and one.subject), None)
    if mine is None or here.negations or not _IN_FORCE.search(here.text):
        return None
    for words in (span.cut(quoted) for span in sentences(quoted)):
        lifted = None if _IN_FORCE.search(words) else _LIFTED.search(words)
        told = find_roots(words[: lifted.start()]) if lifted else frozenset[str]()
        if lifted and mine.around <= told and not _NOT.search(_BEEN.sub("", words[: lifted.start()])):
            return words
    return None


def _out_of(stated: str, quoted: str) -> str | None:
    """Return of what the record has out what is in it by a statement: "out of service"."""
    mine = {one[1] for one in _IN.finditer(stated)}
    told = next((one[0] for one in _OUT_OF.finditer(quoted) if one[1] in mine), None)
    inside = any(re.search(rf"\b(?:in|into|to)\s{what}\b", quoted) for what in mine)
    return None if told is None or inside else told


def _for_others(stated: str, quoted: str) -> str | None:
    """Return for whom else the record has something closed, or open: "closed to lorries", of a statement "to cars"."""
    told = [(root(compared(one[1])), root(compared(one[2].split()[-1])), one[0]) for one in _OPEN_TO.finditer(quoted)]
    if not told:
        return None
    own = _OPEN_TO.search(stated)
    if own is not None:
        kind, whom = root(compared(own[1])), root(compared(own[2].split()[-1]))
        same = [(other, words) for one, other, words in told if one == kind]
        too = {root(compared(one[1])) for one in _also_to(quoted)}
        return same[0][1] if same and whom not in too and all(other != whom for other, _ in same) else None
    ways = {one for one, _, _ in told}
    mine = [(one, words) for one, _, words in told if one in find_roots(stated)]
    return mine[0][1] if mine and len(ways) > 1 else None


def _also_to(quoted: str) -> Iterator[re.Match[str]]:
    found = (_AND_TO.match(quoted, one.end()) for one in _OPEN_TO.finditer(quoted))
    return (one for one in found if one)
