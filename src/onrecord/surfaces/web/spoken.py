"""What is said around verdicts and sources, in the language of a page: counts, sides, days, kinds of reasons.

What is quoted stays in the language it is in, and so do the details of a reason, which are written where it is found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from types import SimpleNamespace

from onrecord.data import (
    Bound,
    Brief,
    Changes,
    CitedSentence,
    Coverage,
    Directness,
    Document,
    Evidence,
    Figure,
    FigurePoint,
    Found,
    History,
    Interval,
    Label,
    Memento,
    Moment,
    Observation,
    OriginRuling,
    Origins,
    Reason,
    ReasonCode,
    Removal,
    RemovalKind,
    RemovalStatus,
    Restoration,
    Section,
    Series,
    State,
    Statement,
    Stories,
    Story,
    TieKind,
    day_of,
)
from onrecord.render import words
from onrecord.render.phrases import heading, sentence
from onrecord.render.svg import Charts
from onrecord.render.words.sources import RIGHTS_SHOWN, TIES_SHOWN, named_origin
from onrecord.render.words.statements import words_said
from onrecord.surfaces.web.kinds import PROBLEMS, REASONS
from onrecord.surfaces.web.languages import speaker
from onrecord.surfaces.web.locales import LOCALES, Locale
from onrecord.text.origins import count_origins

STANCES = ("Says so", "Says otherwise", "On the topic", "Said so", "Since then")


@cache
def words_in(language: str) -> dict[str, object]:
    """Return what the templates of pages in another language than ours are given in place of our own words."""
    if language not in LOCALES:
        return {}
    say, locale = speaker(language), LOCALES[language]
    theirs = Spoken(_=say, locale=locale)
    said = {name: getattr(theirs if hasattr(Spoken, name) else words, name) for name in words.__all__}
    return {
        "say": SimpleNamespace(**said),
        "draw": Charts(
            _=say,
            date=locale.date,
            dates=locale.dates,
            figure=theirs.figure,
            months=locale.short_months,
            mark=locale.mark,
        ),
        "kinds_of": theirs.kinds,
        "problem_of": theirs.problem,
        "date": locale.date,
        "dates": locale.dates,
        "number": locale.number,
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """Says in another language what functions of the same names in ``onrecord.render.words`` say in English."""

    _: Callable[..., str]
    locale: Locale

    def kinds(self, reasons: Iterable[Reason]) -> str:
        """Name the kinds of reasons; where a statement stands is said beside them already."""
        codes = dict.fromkeys(each.code for each in reasons)
        others = [code for code in codes if code is not ReasonCode.IN_REMOVED_PASSAGE]
        return "; ".join(self._(REASONS[code]) for code in others or codes)

    def problem(self, code: str) -> str:
        """Name the kind of an error."""
        return self._(PROBLEMS[code])

    def figure(self, point: Figure | FigurePoint) -> str:
        """Return a figure with its bound, and the unit that its source gives it in."""
        bounds = {
            Bound.EXACTLY: "%(figure)s",
            Bound.ABOUT: self._("about %(figure)s"),
            Bound.MORE_THAN: self._("more than %(figure)s"),
            Bound.AT_LEAST: self._("at least %(figure)s"),
            Bound.LESS_THAN: self._("less than %(figure)s"),
            Bound.AT_MOST: self._("at most %(figure)s"),
        }
        unit = words.unit(point)
        return bounds[point.bound] % {"figure": self.locale.number(point.value) + unit}

    def origins(self, counted: Origins, on: Label) -> str | None:
        """Say how many independent origins stand on either side."""
        past = on is Label.SUPERSEDED
        sides = (
            (self._("for it before") if past else self._("for it"), counted.supporting),
            (self._("against it since") if past else self._("against it"), counted.refuting),
        )
        return ", ".join(f"{side}: {self.counted_of(many)}" for side, many in sides if many) or None

    def counted_of(self, side: int) -> str:
        """Count origins."""
        return (
            self._("1 origin") if side == 1 else self._("%(count)s independent origins", count=self.locale.number(side))
        )

    def stance(self, evidence: Evidence, on: Label) -> str:
        """Say how evidence stands to a statement."""
        return self._(words.stance(evidence, on))

    def coverage(self, held: Coverage, as_of: Moment) -> str:
        """Say what the archive held on a topic."""
        if not held.consulted:
            return self._("There is no archive, so no record was consulted.")
        if held.more:
            found = self._(
                "The archive holds more on the topic than was read, of which the nearest documents: %(count)s",
                count=self.locale.number(held.documents),
            )
        elif not held.documents:
            found = self._("The archive holds no document on the topic up to %(date)s", date=self.locale.date(as_of))
        elif held.documents == 1:
            found = self._("The archive holds 1 document on the topic")
        else:
            found = self._(
                "The archive holds %(count)s documents on the topic", count=self.locale.number(held.documents)
            )
        if held.first and held.last:
            found += f", {self.locale.dates(Interval(start=day_of(held.first), end=day_of(held.last)))}"
        day = self.locale.date(as_of)
        unread = (
            (held.later, self._("published after %(date)s", date=day)),
            (held.changed, self._("changed after %(date)s", date=day)),
            (held.undated, self._("without a date")),
        )
        told = ", ".join(f"{number} {which}" for number, which in unread if number)
        return f"{found}; {self._('not read: %(which)s', which=told)}." if told else f"{found}."

    def found(self, given: Found, as_of: Moment) -> str:
        """Say how much was found for a query."""
        if not given.candidates:
            return self.coverage(given.coverage, as_of)
        days = [day_of(each.memento.at) for each in given.candidates if each.memento.at]
        many = len({each.memento.document.id for each in given.candidates})
        told = self._(
            "Nearest passages: %(count)s, documents: %(many)s",
            count=self.locale.number(len(given.candidates)),
            many=many,
        )
        return f"{told}, {self.locale.dates(Interval(start=min(days), end=max(days)))}." if days else f"{told}."

    def covered(self, brief: Brief | Changes | Series) -> str:
        """Say what a brief is made from."""
        cited = count_origins(citation.evidence.memento for citation in brief.citations)
        told = self._("Nothing is cited.")
        if cited:
            count, origins = len(brief.citations), self.counted_of(cited)
            told = self._("Citations: %(count)s, from %(origins)s.", count=count, origins=origins)
        return f"{self.coverage(brief.coverage, brief.as_of)} {told}"

    def told_on(self, given: Brief | Changes, cited: CitedSentence) -> str:
        """Return the day on which the source of a sentence was published."""
        at = given.citations[cited.citations[0] - 1].evidence.memento.at
        return self.locale.date(day_of(at)) if at else ""

    def dated(self, brief: Brief, section: Section) -> tuple[tuple[str, CitedSentence], ...]:
        """Return the sentences of a section, each with its day where that is another than the one before."""
        days = ("", *(self.told_on(brief, cited) for cited in section.sentences))
        marks = ("" if now == before else now for before, now in pairwise(days))
        return tuple(zip(marks, section.sentences, strict=True))

    def since(self, brief: Brief | Stories | Series) -> str:
        """Say from when on a brief cites what was published, where that was asked for."""
        return f", {self._('published after %(date)s', date=self.locale.date(brief.since))}" if brief.since else ""

    def attested(self, given: Brief | Changes, cited: CitedSentence) -> str:
        """Say who published the source of a sentence, when, and where its words come from."""
        source = given.citations[cited.citations[0] - 1].evidence.memento
        who = source.document.publisher or self._("publisher unknown")
        return ", ".join(filter(None, (who, self.told_on(given, cited), self.origin(source, shown=False))))

    def reporter(self, point: FigurePoint) -> str:
        """Say who counted, where that is known, and who published it."""
        source = point.source or self._("publisher unknown")
        if not point.counted_by:
            return source
        return self._("%(who)s, told by %(source)s", who=point.counted_by, source=source)

    def observed(self, each: Observation) -> str:
        """Say who counted, how many origins report it, and when it was superseded."""
        return self._passed(f"{self.reporter(each.point)} · {self.counted_of(each.origins)}", each.superseded_at)

    def stood(self, state: State) -> str:
        """Say who published how something stood, and when it was superseded."""
        return self._passed(state.source or self._("publisher unknown"), state.superseded_at)

    def _passed(self, told: str, at: Moment | None) -> str:
        return f"{told} · {self._('superseded %(date)s', date=self.locale.date(at))}" if at else told

    def turns(self, given: History) -> str:
        """Say how often the verdict changed, and from when to when the record was read."""
        many = self._("changes of the verdict: %(count)s", count=len(given.transitions))
        read = Interval(start=day_of(given.verdicts[0].as_of), end=day_of(given.as_of))
        return f"{many}, {self.locale.dates(read)}"

    def told_by(self, story: Story) -> str:
        """Say when a story was told, and by how many."""
        documents = self._("Documents: %(count)s", count=self.locale.number(len(story.mementos)))
        return f"{self.locale.dates(story.days)} · {documents} · {self.counted_of(count_origins(story.mementos))}"

    def also(self, event: Sequence[Memento]) -> str:
        """Name who else published what the first of some documents tells."""
        others = tuple(dict.fromkeys(one.document.publisher or self._("publisher unknown") for one in event[1:]))
        named = ", ".join(others[: words.NAMED])
        if len(others) <= words.NAMED:
            return self._("also in %(names)s", names=named)
        return self._("also in %(names)s and %(count)s more", names=named, count=len(others) - words.NAMED)

    def imprint(self, page: Document) -> tuple[str, ...]:
        """Say who published a document, who wrote it and when."""
        dated = self._("publication date unknown")
        if page.published_at:
            dated = self._("published %(date)s", date=self.locale.date(page.published_at))
        changed = self._("changed %(date)s", date=self.locale.date(page.modified_at)) if page.modified_at else None
        first, *others = (part for part in (page.publisher, page.byline, dated, changed) if part)
        return (heading(first), *others)

    def credit(self, source: Memento) -> tuple[str, ...]:
        """Say who published a piece of evidence and when."""
        if source.own:
            return (self._("this page itself"),)
        page = source.document
        parts = [page.publisher or self._("publisher unknown")]
        parts += [self.locale.date(page.published_at) if page.published_at else self._("date unknown")]
        if page.captured_at and (page.published_at is None or day_of(page.captured_at) != day_of(page.published_at)):
            parts += [self._("copy taken %(date)s", date=self.locale.date(day_of(page.captured_at)))]
        return (*parts, self._("a part of its text only")) if page.partial else tuple(parts)

    def rights(self, page: Document) -> str | None:
        """Return what a document states of its rights, the beginning where it is long."""
        return self._("rights: %(stated)s", stated=words.shortened(page.rights, RIGHTS_SHOWN)) if page.rights else None

    def rights_unstated(self, given: Brief | Changes | Series) -> str | None:
        """Say once which of the sources state nothing of their rights."""
        silent = [str(each.number) for each in given.citations if not each.evidence.memento.document.rights]
        if len(silent) == len(given.citations):
            return self._("Licence not stated by any of the sources.") if silent else None
        return self._("Licence not stated: %(numbers)s.", numbers=", ".join(silent)) if silent else None

    def origin(self, source: Memento, *, shown: bool = True) -> str | None:
        """Name the origin of a piece of evidence where it is not who published it, and what it is counted once with."""
        if source.own:
            return None
        named = named_origin(source)
        parts = [self._("origin: %(name)s", name=named)] if named else []
        others = [tie for tie in source.ties if tie.kind is not TieKind.CREDIT or tie.document_id is not None]
        for tie in others[:TIES_SHOWN]:
            dated = f", {self.locale.date(tie.at)}" if tie.at and shown else ""
            both = f": “{words.shortened(tie.quote, 90)}”" if tie.quote and shown else ""
            parts.append(self._("counted once with %(other)s", other=f"{tie.other}{dated}{both}"))
        if len(others) > TIES_SHOWN:
            parts.append(self._("and with %(count)s more", count=len(others) - TIES_SHOWN))
        return "; ".join((*parts, *map(self.overruled, source.rulings))) or None

    def overruled(self, given: OriginRuling) -> str:
        """Say what a person ruled on two documents, when and why."""
        said = {
            True: self._("one origin"),
            False: self._("two origins"),
            None: self._("as they are found to be again"),
        }[given.together]
        one, other = (key[:12] for key in given.documents)
        ruled = self._("ruled by %(who)s", who=given.by)
        return f"{one}, {other}: {said}, {ruled}, {self.locale.date(given.at)}: “{given.reason}”"

    def about(self, statement: Statement, text: str, _place: str | None = None) -> tuple[str, ...]:
        """Say where a statement stands, who is said to have made it, and what time it speaks of."""
        told = []
        if statement.foreign:
            told.append(self._("stands in a passage that does not belong to this page"))
        said = statement.attribution
        if said is not None:
            how = {
                Directness.DIRECT: self._("quoted"),
                Directness.INDIRECT: self._("in reported speech"),
                Directness.MIXED: self._("partly quoted"),
            }[said.directness]
            named = said.speaker or (f"“{said.source.cut(text)}”" if said.source else self._("nobody by name"))
            what = words_said(statement, text)
            told.append(what + self._("attributed to %(whom)s, %(how)s", whom=named, how=how))
        if statement.time:
            told.append(self._("speaks of %(days)s", days=self.locale.dates(statement.time)))
        return tuple(told)

    def kind(self, what: RemovalKind) -> str:
        """Return the name of a kind of passage."""
        return self._(words.kind(what))

    def removed(self, found: Removal) -> str:
        """Say what a passage is, and that it does not belong to its page or may not."""
        surely = found.status is RemovalStatus.REMOVED
        belonging = self._("does not belong to this page") if surely else self._("may not belong to this page")
        size = self._("%(count)s characters", count=self.locale.number(len(found.span)))
        return f"{belonging}: {self.kind(found.kind)}, {size}"

    def removal(self, found: Removal) -> str:
        """Say what a passage is and why it does not belong to its page."""
        return f"{self.removed(found)} ({self.kinds(found.reasons)})"

    def removed_kinds(self, page: Restoration) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return what the removed passages are, each kind with the letters of its passages."""
        return tuple((self._(kind), letters) for kind, letters in words.removed_kinds(page))

    def removals(self, page: Restoration) -> str:
        """Say how much of a page does not belong to it."""
        cut, doubted = page.removed, len(page.removals) - len(page.removed)
        told = self._("no passage was found that does not belong to this page")
        if cut:
            size = sum(map(len, cut))
            told = self._(
                "removed passages: %(count)s, %(size)s characters", count=len(cut), size=self.locale.number(size)
            )
        if doubted:
            told += f"; {self._('doubted ones, which stay in the text: %(count)s', count=doubted)}"
        return sentence(told)
