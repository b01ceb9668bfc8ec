"""What a sentence tells: one statement or several, each worded so that it can be read alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.data import Attribution, Directness, Span
from onrecord.extract.clauses.splitting import Part, split
from onrecord.extract.reading.cast import Cast
from onrecord.extract.reading.paragraphs import Paragraph
from onrecord.extract.reading.subjects import OWNERS
from onrecord.extract.referring.antecedents import PRONOUNS, is_plural
from onrecord.extract.referring.references import refers
from onrecord.extract.referring.speakers import Heard, names_in
from onrecord.extract.tagging.linking import Relation
from onrecord.extract.wording import Insertion, Worded, unmarked, word


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One statement of a sentence, its spans those of the paragraph."""

    pieces: tuple[Span, ...]
    worded: Worded
    attribution: Attribution | None
    said: bool
    """Somebody is said to have said it."""
    unresolved: tuple[Span, ...]

    @property
    def span(self) -> Span:
        """From its first character to its last."""
        return Span(start=self.pieces[0].start, end=self.pieces[-1].end)


@dataclass(frozen=True, slots=True)
class Teller:
    """Words what a sentence states."""

    paragraph: Paragraph
    heard: Heard
    """The sentence, one of the paragraph's."""
    text: str
    """All that is read."""
    start: int
    """Where the paragraph begins in it."""
    cast: Cast
    announcing: Span | None
    """Where the sentence stands in it that announces the list which the paragraph is an item of."""

    def tell(self, *, headline: bool, whole: bool) -> Iterator[Telling]:
        """Yield what the sentence states, all as one if it is to stay ``whole``; ``headline`` says that it is one."""
        uncut = Part(pieces=(Span(start=0, end=len(self.heard.sentence)),))
        parts = self._parts(headline=headline) if not whole and not self.heard.labelled else ()
        for part in parts or (uncut,):
            yield self._tell(part)

    @property
    def _words(self) -> str:
        return self.heard.words.text

    def _parts(self, *, headline: bool) -> tuple[Part, ...]:
        """Return the parts of the sentence; none where one of them could not be read alone."""
        sentence = self.heard.sentence
        quotes = [_inside(quote, sentence) for quote in self.paragraph.quotes if quote.overlaps(sentence)]
        relations = [_relation_inside(relation, sentence) for relation in self.heard.relations]
        found = split(self.heard.words, self.heard.clause, closed=quotes, relations=relations, headline=headline)
        return found if len(found) > 1 and all(self._stands(part) for part in found) else ()

    def _stands(self, part: Part) -> bool:
        """Say whether the subject of a part is known."""
        if part.told is not None and self._is_pronoun(part.told.source) and self._teller_of(part) is None:
            return False
        return part.subject is None or self._meant(part.subject, part.pronoun) is not None

    def _is_pronoun(self, source: Span | None) -> bool:
        return source is not None and source.cut(self._words).lower() in (*PRONOUNS, "who", "which")

    def _teller_of(self, part: Part) -> Span | None:
        """Return where the one who reports a part is named."""
        attribution = self.heard.attribution(self.paragraph, self._pieces(part))
        return self.cast.places.get(attribution.speaker) if attribution and attribution.speaker else None

    def _pieces(self, part: Part) -> tuple[Span, ...]:
        return tuple(_outside(piece, self.heard.sentence) for piece in part.pieces)

    def _meant(self, subject: Span, pronoun: Span | None) -> Span | None:
        """Return where in the text the subject of a part is named."""
        own = self.heard.subject
        if own is None and pronoun is None and subject.cut(self._words).lower() == "it":
            return None
        if own is not None and own.meant is None and own.span == subject:
            return None
        if own is not None and subject.covers(own.span) and own.span.cut(self._words).lower() in PRONOUNS:
            word = own.span.cut(self._words).lower()
            same = pronoun is None or PRONOUNS[pronoun.cut(self._words).lower()] == PRONOUNS[word]
            return own.meant if same and subject == own.span else None
        if pronoun is not None:
            word = pronoun.cut(self._words).lower()
            rivals = word in OWNERS and (word == "their" or self._names_others(subject, pronoun))
            if rivals or not self._agrees(subject, PRONOUNS[word]):
                return None
        return self._placed(subject)

    def _names_others(self, subject: Span, pronoun: Span) -> bool:
        """Say whether another than the subject is named before a pronoun: either may own what it owns."""
        return any(subject.end <= name.span.start < pronoun.start for name in names_in(self._words))

    def _agrees(self, subject: Span, pronoun: str) -> bool:
        """Say whether a pronoun can stand for a subject."""
        named = [name for name in names_in(self._words) if subject.covers(name.span)]
        if pronoun in ("he", "she"):
            ends = len(named) == 1 and named[0].span.end == subject.end
            return ends and self.cast.goes_by(named[0].words, pronoun)
        if subject.cut(self._words).lower() in ("this", "that", "these", "those", "it", "they", "there"):
            return False
        if pronoun == "it" and named and not subject.cut(self._words).lower().startswith(("the ", "a ", "an ")):
            return False
        clause = self.heard.clause
        plural = (
            is_plural(self.heard.words, clause)
            if clause and subject.start == self.heard.words.spans[clause.first].start
            else None
        )
        return plural is (pronoun == "they")

    def _placed(self, span: Span) -> Span:
        start = self.start + self.heard.sentence.start
        return Span(start=start + span.start, end=start + span.end)

    def _tell(self, part: Part) -> Telling:
        """Word one part."""
        sentence = self.heard.sentence
        pieces = self._pieces(part)
        attribution = self.heard.attribution(self.paragraph, pieces)
        insertions = tuple(self._insertions(part, attribution))
        worded = word(self._words, unmarked(self._words, part.pieces), insertions)
        worded = replace(worded, pieces=tuple(_outside(one, sentence) for one in worded.pieces))
        subject = self.heard.subject
        open_ = subject is not None and subject.meant is None and any(one.covers(subject.span) for one in part.pieces)
        credited = part.before is not None or part.behind is not None
        return Telling(
            pieces=pieces,
            worded=worded,
            attribution=attribution,
            said=attribution is not None
            and (
                credited
                or attribution.cue is not None
                or attribution.source is not None
                or attribution.directness is Directness.DIRECT
            ),
            unresolved=(
                *((_outside(subject.span, sentence),) if subject is not None and open_ else ()),
                *self._put(attribution),
            ),
        )

    def _put(self, attribution: Attribution | None) -> Iterator[Span]:
        """Yield the "it" that somebody puts at a figure: what is counted was told before."""
        if attribution is None or attribution.cue is None:
            return
        words = attribution.content.cut(self.paragraph.text)
        if attribution.cue.cut(self.paragraph.text).lower() in ("put", "puts") and words.startswith("it "):
            yield Span(start=attribution.content.start, end=attribution.content.start + len("it"))

    def _insertions(self, part: Part, attribution: Attribution | None) -> Iterator[Insertion]:
        """Yield what stands in brackets, each place once."""
        begin, end = part.span.start, part.span.end
        taken = set()
        if self.announcing is not None and begin == 0 and self._is_fragment:
            yield self._insertion(begin, self.announcing, leads=True)
        if part.before is not None:
            yield from (self._insertion(begin, one, leads=True) for one in self._credit(part, part.before))
        if part.subject is not None:
            meant = self._meant(part.subject, part.pronoun)
            if meant is not None and part.pronoun is None:
                yield self._insertion(begin, meant, leads=True)
            elif meant is not None and part.pronoun is not None:
                taken.add(part.pronoun.end)
                yield self._insertion(part.pronoun.end, meant)
        yield from (self._insertion(at, self._placed(left)) for at, left in part.fills)
        subject = self.heard.subject
        if subject is not None and subject.meant is not None and any(one.covers(subject.span) for one in part.pieces):
            taken.add(subject.span.end)
            yield self._insertion(subject.span.end, subject.meant)
        yield from (self._insertion(end, one) for one in self._following(part))
        if attribution is not None and attribution.source is not None and attribution.speaker is not None:
            source = _inside(attribution.source, self.heard.sentence)
            named = self.cast.places.get(attribution.speaker)
            last = attribution.speaker.rsplit(maxsplit=1)[-1]
            told = " ".join(source.cut(self._words).split())
            if named is not None and source.end not in taken and refers(told) and last not in self._words:
                yield self._insertion(source.end, named)

    def _following(self, part: Part) -> Iterator[Span]:
        """Yield where the words stand that follow a part: who reports it, and what it denies."""
        if part.behind is not None:
            yield from self._credit(part, part.behind)
        if part.denied is not None:
            yield self._placed(part.denied)

    @property
    def _is_fragment(self) -> bool:
        """Whether the sentence says nothing without what announces it: it goes on in small letters, or has no verb."""
        words = self.heard.words
        first = next((span.cut(words.text) for span in words.spans if span.cut(words.text)[0].isalpha()), "")
        return first[:1].islower() or not any(words.form(at) for at in range(len(words.low)))

    def _credit(self, part: Part, credit: Span) -> tuple[Span, ...]:
        """Return where the words stand that say who reports a part, by name."""
        if part.told is None or part.told.cue is None or not self._is_pronoun(part.told.source):
            return (self._placed(credit),)
        named = self._teller_of(part)
        return (named, self._placed(part.told.cue)) if named is not None else ()

    def _insertion(self, at: int, span: Span, *, leads: bool = False) -> Insertion:
        return Insertion(at, span, " ".join(span.cut(self.text).split()), leads)


def _inside(span: Span, sentence: Span) -> Span:
    """Return what of a span lies in a sentence, as a span of it."""
    start, end = max(span.start, sentence.start), min(span.end, sentence.end)
    return Span(start=start - sentence.start, end=end - sentence.start)


def _outside(span: Span, sentence: Span) -> Span:
    return Span(start=sentence.start + span.start, end=sentence.start + span.end)


def _relation_inside(relation: Relation, sentence: Span) -> Relation:
    """Return what of a relation lies in a sentence, its spans those of the sentence."""

    def inside(span: Span | None) -> Span | None:
        return _inside(span, sentence) if span is not None and sentence.covers(span) else None

    contents = tuple(_inside(one, sentence) for one in relation.contents if one.overlaps(sentence))
    return replace(
        relation,
        source=inside(relation.source),
        cue=inside(relation.cue),
        contents=contents,
        apart=inside(relation.apart),
        fills=tuple((at - sentence.start, _inside(left, sentence)) for at, left in relation.fills),
    )
