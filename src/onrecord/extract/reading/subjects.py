"""Subject and finite verb of a clause, found from its first word on, or not at all where that is not sure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.data import Span
from onrecord.extract.reading.verbs import PARTICIPLES, Form, end_of_verb, form_of, is_adverb

LONGEST = 12
"""Words of a subject; longer ones are clauses."""

DETERMINERS = frozenset(
    "the a an this that these those his her its their our my your some many several most all both each every no "
    "another such other one two three four five six seven eight nine ten more fewer".split()
)
PREPOSITIONS = frozenset(
    "of in on at by for from with to into onto over under about against between among through during after before "
    "since until without within across along around behind below beside beyond despite down near off out outside "
    "past per toward towards up upon via as than "
    "like unlike amid including following ahead because according due".split()
)
PRONOUNS = frozenset("he she it they".split())
OWNERS = frozenset("his her its their".split())
"""What owns a subject: "her office"."""
SCOPES = frozenset("if unless whether that who which whom whose where when while because how why what although".split())
"""Words behind which a verb may be that of another clause."""
_LEADS = PREPOSITIONS | frozenset(
    "when while although though as because once meanwhile later earlier then still today yesterday now however "
    "but and so instead also recently prior asked".split()
)
"""What opens words that stand before the subject, up to a comma."""
_NO_SUBJECT = SCOPES | frozenset(
    "and but or nor to not there here i we you me us them him whatever yet so rather get go make take see come "
    "give keep find let put say use try visit check watch read call set don't do be have".split()
)
"""What no subject begins with, verbs that order and advise among it."""
_COUNTS = frozenset(
    "two three four five six seven eight nine ten some many most all several both another others one".split()
)
"""Determiners that stand for what they count as well: "the two agreed"."""
_NOT_WITHIN = SCOPES | PRONOUNS | frozenset("to i we you".split())
_BEFORE_DETERMINERS = PREPOSITIONS | DETERMINERS | frozenset("and or".split())
_APPOSED = frozenset(
    "the a an its his her their one both all each which who which also now then former formerly".split()
)
"""What opens the words between commas that describe a subject."""
_LABEL = 4
"""Words before a colon that are no clause: "Business: …"."""
_THEY_SAY = frozenset(
    "say claim believe argue think warn fear assert contend allege insist deny note suggest hope report "
    "predict estimate".split()
)
"""Verbs of saying in the plural, which are spelled as nouns are."""
_ABOUT = frozenset("about around nearly almost some over more than up to".split())
"""What stands before a figure."""
_LOOK = 9
"""Words behind "put" among which its figure stands."""
_CLITICS = frozenset("'s 're 've 'll 'd".split())
_WITHIN = frozenset("- ’ ' $ € £ % & “ ” \"".split())
"""Signs that may stand inside a subject."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words and signs of a sentence."""

    text: str
    spans: tuple[Span, ...]
    low: tuple[str, ...]
    shouted: bool = False
    """All is in capitals, which then tell a name from no other word."""

    @classmethod
    def of(cls, text: str, tokens: Sequence[Span]) -> Words:
        """Take a sentence with its tokens."""
        low = tuple(token.cut(text).lower().replace("’", "'") for token in tokens)
        return cls(text, tuple(tokens), low, text.isupper())

    def before(self, end: int) -> Words:
        """Return the words and signs that stand before a character."""
        many = sum(span.end <= end for span in self.spans)
        return replace(self, text=self.text[:end], spans=self.spans[:many], low=self.low[:many])

    def form(self, at: int) -> Form | None:
        """Return which finite form the word at ``at`` can be; a capital inside a sentence says that it is a name."""
        if at >= len(self.low) or self.is_capital(at):
            return None
        if self.low[at] in _CLITICS:  # "it's", which is no "'s" of an owner
            return Form.AUXILIARY if at and self.low[at - 1] in (*PRONOUNS, "that", "who", "there") else None
        if self.low[at] in ("put", "puts"):
            return Form.PAST if self._puts_a_figure(at) else None
        if self.low[at] == "cost":
            return Form.PAST if self._costs_a_figure(at) else None
        return form_of(self.low[at])

    def _puts_a_figure(self, at: int) -> bool:
        """Say whether "put" is the verb of a subject: "put the toll at 74"."""
        end = min(len(self.low), at + _LOOK)
        to = next((to for to in range(at + 2, end) if self.low[to] in ("at", "to")), end)
        return any(self.low[next_][0].isdigit() for next_ in range(to + 1, min(len(self.low), to + 4)))

    def _costs_a_figure(self, at: int) -> bool:
        """Say whether "cost" is the verb of a subject: "cost about 40 million"."""
        behind = [word for word in self.low[at + 1 : at + 4] if word not in _ABOUT]
        return bool(behind) and (behind[0][0].isdigit() or behind[0] in ("$", "€", "£"))

    def is_capital(self, at: int) -> bool:
        """Say whether the word at ``at`` has a capital."""
        return not self.shouted and at < len(self.low) and self.text[self.spans[at].start].isupper()

    def past_adverbs(self, at: int) -> int:
        """Return the first place from ``at`` on that holds no adverb."""
        while at < len(self.low) and is_adverb(self.low[at]):
            at += 1
        return at

    def span(self, first: int, last: int) -> Span:
        """Return the characters from word ``first`` to before word ``last``."""
        return Span(start=self.spans[first].start, end=self.spans[last - 1].end)


@dataclass(frozen=True, slots=True)
class Clause:
    """A subject and its verb, as numbers of words: the subject reaches from ``first`` to before ``last``."""

    first: int
    last: int
    verb: int
    end: int
    """Behind the whole verb: "has not been closed" is one."""
    aside: bool = False
    """Something stands between commas behind the subject."""


def clause_at(words: Words, first: int) -> Clause | None:
    """Return the clause whose subject begins at ``first``: a noun phrase without a verb, then a finite one."""
    low = words.low
    opens = words.past_adverbs(first)
    if not _may_open(words, first, opens):
        return None
    nouns = 0
    plural = False
    for at in range(opens, min(len(low), opens + LONGEST + 1)):
        word = low[at]
        if nouns and (found := _verb(words, opens, at)) is not None:
            return found
        if not _may_belong(words, at) or (at > opens and _ends_a_noun(words, at)):
            return None
        if plural and word in _THEY_SAY:
            return None  # "opponents of the plan claim Tarn is …"
        plural = plural or (nouns == 0 and word.endswith("s") and not word.endswith(("ss", "us", "is")))
        nouns += word not in DETERMINERS and word not in PREPOSITIONS and not is_adverb(word) and word[0].isalnum()
        nouns += word in _COUNTS
        nouns += word in ("this", "that", "these", "those") and at == opens
    return None


def _may_open(words: Words, first: int, opens: int) -> bool:
    """Say whether a subject can begin with the word ``opens``, the first behind adverbs."""
    low = words.low
    if opens >= len(low) or low[opens] in PREPOSITIONS or low[first] in ("not", "never"):
        return False
    if low[opens] in _NO_SUBJECT:
        return opens == 0 and low[0] == "that"
    return words.is_capital(opens) or not (low[opens].endswith("ing") or form_of(low[opens]) is not None)


def _may_belong(words: Words, at: int) -> bool:
    word = words.low[at]
    return word[0].isalnum() or word in _WITHIN or word == "'s" or _abbreviates(words, at)


def _ends_a_noun(words: Words, at: int) -> bool:
    """Say whether no noun phrase goes on with a word; "scientists note some of our …" had its verb before it."""
    word, before = words.low[at], words.low[at - 1]
    if word in _NOT_WITHIN or words.form(at) is Form.AUXILIARY:
        return True
    return word in DETERMINERS and before.isalpha() and before not in _BEFORE_DETERMINERS


def _verb(words: Words, first: int, at: int) -> Clause | None:
    """Return the clause whose verb begins at ``at``, when a subject that begins at ``first`` may end there."""
    low = words.low
    verb = words.past_adverbs(at)
    form = words.form(verb)
    last = low[at - 1]
    if form is None or last in PREPOSITIONS or last in ("and", "or", "but", "“", '"'):
        return None
    if last in DETERMINERS - _COUNTS and at - 1 > first:
        return None  # "the armed men"
    passive = form is Form.ENDED or words.low[verb] in PARTICIPLES
    if passive and words.low[verb + 1 : verb + 2] == ("by",):
        return None  # "experiences shared by pilots"
    if form is not Form.AUXILIARY and not (verb == at and low[first] in PRONOUNS) and not goes_on(words, verb, form):
        return None
    return Clause(first, at, verb, end_of_verb(low, verb))


def _abbreviates(words: Words, at: int) -> bool:
    """Say whether a full stop is that of "Dr." or "St."."""
    return words.low[at] == "." and words.is_capital(at - 1) and len(words.low[at - 1]) <= 4


def goes_on(words: Words, verb: int, form: Form) -> bool:
    """Say whether what follows a word is what follows a verb: no bare noun, of which it may be the adjective."""
    if verb + 1 >= len(words.low):
        return True
    after = words.low[verb + 1]
    if form is Form.PAST or words.is_capital(verb + 1) or not after[0].isalpha():
        return after != "-"
    return after in DETERMINERS or after in PREPOSITIONS or after in SCOPES or is_adverb(after) or after in _OBJECTS


_OBJECTS = frozenset(
    "he she they him her it them us me himself herself itself themselves and or not being having what whether "
    "nothing everything something anything people out back away".split()
)


def find_main(words: Words) -> Clause | None:
    """Return the main clause that a sentence begins with, behind what leads up to it."""
    low = words.low
    start = 1 if low[0] in ("but", "and", "yet", "so", "yes", "no") else 0
    colon = next((at for at in range(start, min(len(low), start + _LABEL)) if low[at] == ":"), None)
    start = start if colon is None else colon + 1
    while start < len(low) and not low[start][0].isalnum():
        start += 1
    if start < len(low) and (low[start] in _LEADS or is_adverb(low[start]) or _is_a_time(low, start)):
        commas = [at for at in range(start + 1, min(len(low), start + 40)) if low[at] == ","]
        return next((found for at in commas if (found := _at(words, at + 1)) is not None), None)
    return _at(words, start)


def find_asked(words: Words) -> Clause | None:
    """Return the clause of a question whose subject is a name: "When did the Harrow bridge reopen?"."""
    low = words.low
    start = next((at for at, word in enumerate(low) if word[0].isalnum()), len(low))
    start += 2 if low[start + 1 : start + 2] == (":",) else 0  # "Q: "
    verb = next((at for at in range(start, min(len(low), start + 4)) if words.form(at) is Form.AUXILIARY), None)
    if "?" not in low[-3:] or verb is None or (verb > start and low[start] not in _ASKING):
        return None
    first = verb + 1
    named = first + (low[first : first + 1] in (("the",), ("a",), ("an",)))
    last = next((at for at in range(named, len(low)) if not words.is_capital(at)), len(low))
    return Clause(first, last, verb, last) if last > named else None


def _is_a_time(low: Sequence[str], start: int) -> bool:
    """Say whether "a decade earlier," or "two days later," stands there."""
    comma = next((at for at in range(start, min(len(low), start + 6)) if low[at] == ","), start)
    return comma > start and low[comma - 1] in ("earlier", "later", "ago", "before", "after", "afterward")


def _at(words: Words, first: int) -> Clause | None:
    """Return the clause at ``first``; what stands between commas behind its subject may part them."""
    found = clause_at(words, first)
    if found is not None:
        return found
    low = words.low
    comma = next((at for at in range(first, min(len(low), first + LONGEST)) if low[at] == ","), None)
    if comma is None or comma == first or comma + 1 >= len(low):
        return None
    # behind another name it may be where that is: "the town of Tarn, Harrow,"
    named = low[first] in DETERMINERS and words.is_capital(comma + 1) and not words.is_capital(comma - 1)
    if low[first] in PREPOSITIONS or low[first] in _NO_SUBJECT:
        return None
    if any(words.form(at) for at in range(first + 1, comma)) or any(word in SCOPES for word in low[first:comma]):
        return None
    if named:
        return _named_aside(words, first, comma)
    return _behind_aside(words, first, comma) if low[comma + 1] in _APPOSED else None


def _behind_aside(words: Words, first: int, comma: int) -> Clause | None:
    """Return the clause whose subject ends before a comma and whose verb stands behind the next one."""
    low = words.low
    relative = low[comma + 1] in ("who", "which")
    for at in range(comma + 1, min(len(low) - 1, comma + 30)):
        if low[at] == "," and words.form(verb := words.past_adverbs(at + 1)) is not None:
            by = low[verb + 1 : verb + 2] == ("by",) and words.form(verb) is not Form.AUXILIARY
            return None if by else Clause(first, comma, verb, end_of_verb(low, verb), aside=True)
        if not relative and words.form(at) is Form.AUXILIARY:
            return None
    return None


def _named_aside(words: Words, first: int, comma: int) -> Clause | None:
    """Return the clause whose subject is named between commas: "the mayor, Anna Renn, resigned"."""
    end = next((at for at in range(comma + 1, min(len(words.low), comma + LONGEST)) if words.low[at] == ","), comma)
    names = end > comma + 1 and all(words.is_capital(at) or words.low[at] in _IN_NAMES for at in range(comma + 1, end))
    found = _behind_aside(words, first, comma) if names else None
    return replace(found, first=comma + 1, last=end, aside=False) if found is not None and found.verb > end else None


_IN_NAMES = frozenset("and of the de van von di da - ’ '".split())
_ASKING = frozenset("what when where who why how which".split())
_IT_IS_SAID = frozenset(
    "believed said thought expected hoped feared understood reported alleged known estimated unknown clear "
    "unclear".split()
)


def is_empty(words: Words, clause: Clause) -> bool:
    """Say whether "it" stands for nothing: "it is clear that", "it was the first time"."""
    after = words.low[clause.verb : clause.verb + 12]
    if after[0] in ("rained", "snowed") or (after[0] in ("takes", "took") and "to" in after[1:8]):
        return True
    if after[0] in ("is", "was", "'s") and after[1:2] and after[1] in _IT_IS_SAID:
        return True
    return after[0] in ("is", "was", "will", "would", "may", "'s", "has", "had", "can", "could", "does") and (
        bool({"that", "to", "who", "when", "whether", "how", "why", "time", "possible", "clear", "unclear"} & {*after})
    )
