"""Statements made ready to be compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from onrecord.data import Directness, RemovalKind, Span, Statement
from onrecord.verify.comparing.denials import content_after
from onrecord.verify.comparing.offices import speakers_of
from onrecord.verify.comparing.quotes import LONGEST
from onrecord.verify.reading.clauses import find_clauses, find_heads, find_verb
from onrecord.verify.reading.company import Company, company
from onrecord.verify.reading.cues import PEOPLE
from onrecord.verify.reading.gist import Gist, gist
from onrecord.verify.reading.tokens import ARTICLES, find_words

_PLAIN = frozenset("say says said state states stated tell tells told according".split())
"""Cues that only say that something was said."""
_HELD = frozenset(
    "find finds found claim claims claimed maintain maintains maintained insist insists insisted argue argues argued "
    "report reports reported conclude concludes concluded".split()
)
"""Cues by which it is found or held, where the record has another verb."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What the text of a statement tells beside it."""

    company: Company
    """What it names."""
    bearers: frozenset[str]
    """Names of more than one word, which tell whom it means by a surname."""
    speakers: frozenset[str]
    """Names of those whom it gives the word to, in whatever sentence."""
    told: date | None
    """When it was published, where that is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A statement, or one clause of it, taken apart, with what its text alone does not tell."""

    statement: Statement
    gist: Gist
    start: int
    """Where the clause begins in ``statement.text``."""
    sources: tuple[str, ...]
    """By whom it says that it is said."""
    topic: frozenset[str]
    """Roots of what it takes up from the statement before it."""
    around: Around
    parts: tuple[Claim, ...] = ()
    """Its clauses, when it states several things."""

    heads: tuple[Claim, ...] = ()
    """Beginnings of it that say something by themselves."""

    @property
    def whole(self) -> tuple[Claim, ...]:
        """The claim, its parts and its heads."""
        return (self, *self.parts, *self.heads)


def read_claims(statements: Sequence[Statement], *, told: date | None = None) -> tuple[Claim, ...]:
    """Take statements apart, each with what it takes up from the others of its text, published on the day ``told``."""
    gists = [Gist(text=statement.text[:LONGEST], said_of=statement.time) for statement in statements]
    texts: dict[Home, list[Gist]] = {}
    for statement, taken in zip(statements, gists, strict=True):
        texts.setdefault(_home(statement), []).append(taken)
    around = {home: _around(some, told=None if home[1] else told) for home, some in texts.items()}
    claims = []
    before: dict[Home, Gist] = {}
    for statement, taken in zip(statements, gists, strict=True):
        home = _home(statement)
        claims.append(_claim(statement, taken, before.get(home), around[home]))
        before[home] = taken
    return tuple(claims)


Home = tuple[str, RemovalKind | None]
"""The text that a statement belongs to: a document's own, or what was pasted into it."""


def _home(statement: Statement) -> Home:
    return statement.document_id, statement.foreign


def _around(texts: Sequence[Gist], *, told: date | None) -> Around:
    return Around(
        company=company(texts),
        bearers=frozenset(name.words for one in texts for name in one.names if " " in name.words),
        speakers=frozenset(name for one in texts for name in speakers_of(one)),
        told=told,
    )


def _claim(statement: Statement, taken: Gist, before: Gist | None, around: Around) -> Claim:
    # The attribution knows whom a pronoun stands for; whether the sentence reports words at all, both must agree on.
    # A sentence of a longer quotation names nobody itself, and is its speaker's all the same.
    named = _named(taken)
    told = statement.attribution
    speaker = told.speaker if told and (named or told.directness is Directness.DIRECT) else None
    whole = Claim(
        statement=statement,
        gist=taken,
        start=0,
        sources=tuple(dict.fromkeys([speaker, *named] if speaker else named)),
        topic=_content(before) if before and any(word.plain == "such" for word in taken.words) else frozenset(),
        around=around,
    )
    clauses = find_clauses(taken.text)
    parts, heads = (tuple(_part(whole, span) for span in spans) for spans in (clauses, find_heads(taken.text, clauses)))
    return replace(whole, parts=parts, heads=heads)


def _named(taken: Gist) -> list[str]:
    """Return whom a text names as saying something; an article alone names nobody."""
    sources = [saying.source.cut(taken.text) for saying in taken.sayings if saying.source]
    return [name for name in sources if name.lower() not in ARTICLES]


def _part(whole: Claim, span: Span) -> Claim:
    """Return a clause of a claim, said by those whom it names itself, where it names any."""
    taken = gist(span.cut(whole.gist.text))
    own = tuple(dict.fromkeys(name for name in _named(taken) if name.lower() not in PEOPLE))
    return replace(whole, gist=taken, start=span.start, sources=own or whole.sources)


def _content(taken: Gist) -> frozenset[str]:
    """Return the roots of what a statement is about: all after what it says no to."""
    return content_after(taken, max((negation.head for negation in taken.negations), default=-1))


def content_of(text: Gist, there: Gist) -> Span | None:
    """Return the clause that a statement gives as what one person or body said; None where it states more, or less.

    By which verb counts only where the record, ``there``, has another.
    """
    framed = [saying for saying in text.sayings if saying.cue]
    if len(framed) != 1 or framed[0].source is None or framed[0].denied:
        return None
    saying = framed[0]
    words = [text.words[at] for at in text.within(saying.content)]
    cue = find_words(text.text[saying.cue.start : saying.cue.end])[0] if saying.cue else None
    plainly = cue is not None and (cue.plain in _PLAIN or (cue.plain in _HELD and cue.stem not in there.stems))
    return saying.content if plainly and find_verb(words, loose=True) is not None else None
