"""Hypothesis strategies for every noun: any value here is one that onrecord could hold."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate, pairwise

from hypothesis import assume, settings
from hypothesis import strategies as st

from onrecord.data import (
    Addition,
    Asked,
    AskedState,
    Attribution,
    Block,
    BlockKind,
    Bound,
    Brief,
    Candidate,
    Capture,
    Changes,
    Citation,
    CitedSentence,
    Coverage,
    DateKind,
    Directness,
    Dispute,
    Evidence,
    Figure,
    FigurePoint,
    FigureSeries,
    Found,
    History,
    Interval,
    Judgement,
    Label,
    Lead,
    LeadDate,
    Memento,
    Model,
    News,
    Observation,
    OfficeMention,
    Offices,
    OriginRuling,
    Origins,
    Reason,
    ReasonCode,
    Reference,
    ReferenceKind,
    ReferenceStatus,
    Removal,
    RemovalKind,
    RemovalStatus,
    Replacement,
    Report,
    Restoration,
    Review,
    Run,
    Search,
    Section,
    Series,
    Span,
    Stance,
    Standing,
    State,
    Statement,
    StatementKind,
    StateSeries,
    Stories,
    Story,
    Tenure,
    Tie,
    TieKind,
    Time,
    TimeKind,
    TimelineEntry,
    Update,
    Verdict,
    Voice,
    Worth,
    WorthPart,
    day_of,
    document,
    latest,
)

# Of the surrogates only those that stand for undecodable bytes: a pair of them is one character once it was JSON.
LETTERS = st.one_of(
    st.sampled_from(
        "the dam at Orlo Gorge, 1,250 people. “No” — said \n\t\r\x00\x1b\x9b\u202e\u200d\ufeff\u2028[]<&>`*_|"
    ),
    st.characters(exclude_categories=["Cs"]),
    st.characters(min_codepoint=0xDC80, max_codepoint=0xDCFF),
)
unhurried = settings(deadline=None, max_examples=30)
"""For tests of whole reports and briefs: each example is many values."""

words = st.text(LETTERS, min_size=1, max_size=30).filter(str.strip)
texts = st.text(LETTERS, min_size=1, max_size=120).filter(str.strip)
days = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1))
moments = st.one_of(
    days,
    st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
)
scores = st.floats(0.0, 1.0)
spans = st.builds(lambda start, size: Span(start=start, end=start + size), st.integers(0, 999), st.integers(1, 99))
counts = st.integers(0, 9999)
ids = st.text("0123456789abcdef", min_size=32, max_size=32)
numbers = st.floats(allow_nan=False, allow_infinity=False)


def maybe(strategy):
    return st.none() | strategy


def few(strategy, *, least=0):
    return st.lists(strategy, min_size=least, max_size=3).map(tuple)


def span_in(text):
    edges = st.lists(st.integers(0, len(text)), min_size=2, max_size=2, unique=True)
    return edges.map(lambda pair: Span(start=min(pair), end=max(pair)))


def spans_in(text, *, most=4):
    """Spans of ``text`` in order that share no character."""
    edges = st.lists(st.integers(0, len(text)), max_size=2 * most, unique=True).map(sorted)
    return edges.map(lambda cuts: [Span(start=a, end=b) for a, b in zip(cuts[::2], cuts[1::2], strict=False)])


maybe_moments = maybe(moments)
reasons = st.builds(Reason, code=st.sampled_from(ReasonCode), words=words, here=maybe(spans), there=maybe(spans))
intervals = st.builds(
    lambda start, length: Interval(start=start, end=start + timedelta(days=length)), days, st.integers(0, 400)
)
coverages = st.builds(
    Coverage,
    documents=counts,
    more=st.booleans(),
    first=maybe(moments),
    last=maybe(moments),
    later=counts,
    changed=counts,
    undated=counts,
)
models = st.builds(Model, name=words, digest=st.text("0123456789abcdef", min_size=64, max_size=64))
run_settings = st.dictionaries(words, words, max_size=3).map(lambda given: tuple(given.items()))
runs = st.builds(Run, version=words, as_of=moments, archive_revision=words, models=few(models), settings=run_settings)


@st.composite
def documents(draw, published=maybe_moments, modified=maybe_moments):
    published_at = draw(published)
    known = [kind for kind in DateKind if kind is not DateKind.UNKNOWN]
    return document(
        draw(texts),
        title=draw(maybe(words)),
        byline=draw(maybe(words)),
        publisher=draw(maybe(words)),
        url=draw(maybe(words | st.just("https://ledger.example/orlo?a=1&b=2"))),
        language=draw(maybe(st.sampled_from(["en", "ar", "zh"]))),
        rights=draw(maybe(words)),
        published_at=published_at,
        modified_at=draw(modified),
        captured_at=draw(maybe(moments)),
        date_kind=draw(st.sampled_from(known)) if published_at else None,
        source_id=draw(maybe(words)),
        partial=draw(st.booleans()),
    )


@st.composite
def restorations(draw):
    page = draw(documents())
    blocks = tuple(
        Block(
            span=span,
            kind=draw(st.sampled_from(BlockKind)),
            element=draw(maybe(words)),
            score=draw(scores),
            reasons=draw(few(reasons)),
        )
        for span in draw(spans_in(page.text))
    )
    removals = tuple(
        Removal(
            span=span,
            kind=draw(st.sampled_from(RemovalKind)),
            status=draw(st.sampled_from(RemovalStatus)),
            score=draw(scores),
            reasons=draw(few(reasons, least=1)),
        )
        for span in draw(spans_in(page.text))
    )
    removed = [removal.span for removal in removals if removal.status is RemovalStatus.REMOVED]
    extra = draw(st.sets(st.integers(1, len(page.text)), max_size=2))
    edges = sorted({0, len(page.text), *extra, *(edge for span in removed for edge in (span.start, span.end))})
    parts = (Span(start=start, end=end) for start, end in pairwise(edges))
    kept = tuple(part for part in parts if not any(part.overlaps(span) for span in removed))
    return Restoration(document=page, blocks=blocks, kept=kept, removals=removals)


@st.composite
def statements(draw, page=None):
    """A statement, of the document ``page`` where one is given."""
    page = page or draw(documents())
    inside = span_in(page.text)
    attributions = st.builds(
        Attribution,
        content=inside,
        source=maybe(inside),
        cue=maybe(inside),
        speaker=maybe(words),
        directness=st.sampled_from(Directness),
    )
    figures = st.builds(
        Figure, span=inside, value=numbers, unit=words | st.just(""), counted=words, bound=st.sampled_from(Bound)
    )
    undated = st.sampled_from([TimeKind.DURATION, TimeKind.AGE, TimeKind.SET, TimeKind.UNRESOLVED])
    dated = st.sampled_from([TimeKind.DAYS, TimeKind.DURATION])
    times = st.builds(Time, span=inside, kind=undated) | st.builds(Time, span=inside, kind=dated, interval=intervals)
    return Statement(
        id=draw(words),
        document_id=page.id,
        span=draw(inside),
        text=draw(words),
        kind=draw(st.sampled_from(StatementKind)),
        attribution=draw(maybe(attributions)),
        time=draw(maybe(intervals)),
        times=draw(few(times)),
        figures=draw(few(figures)),
        foreign=draw(maybe(st.sampled_from(RemovalKind))),
        pieces=draw(few(inside)),
        additions=draw(few(st.builds(Addition, at=inside, span=inside))),
        unresolved=draw(few(inside)),
        worth=draw(few(st.builds(Worth, part=st.sampled_from(WorthPart), points=st.floats(-9, 9)))),
    )


@st.composite
def ties(draw):
    """What shows an origin: a credit or another document."""
    kind = draw(st.sampled_from(TieKind))
    return Tie(
        kind=kind,
        other=draw(words),
        document_id=None if kind is TieKind.CREDIT else document("text").id,
        at=draw(maybe(moments)),
        quote=draw(st.just("") | words),
        here=draw(maybe(spans)),
        there=draw(maybe(spans)),
    )


@st.composite
def rulings(draw):
    """A person's word on two documents."""
    ids = draw(st.lists(words, min_size=2, max_size=2, unique=True))
    together = draw(st.sampled_from([True, False, None]))
    return OriginRuling(documents=tuple(ids), together=together, by=draw(words), reason=draw(words), at=draw(moments))


@st.composite
def evidence(draw, stance=None, until=date(2100, 1, 1)):
    """Evidence from a document published and changed not later than the end of ``until``."""
    known = st.dates(max_value=until)
    cited = draw(documents(known, maybe(known)))
    span = draw(span_in(cited.text))
    return Evidence(
        memento=Memento(document=cited, origin=draw(words), ties=draw(few(ties())), rulings=draw(few(rulings()))),
        span=span,
        quote=span.cut(cited.text),
        stance=stance or draw(st.sampled_from(Stance)),
        score=draw(scores),
        reasons=draw(few(reasons)),
    )


@st.composite
def verdicts(draw, page=None):
    """A verdict, on a statement of ``page`` where one is given, with all the evidence its label needs."""
    as_of = draw(moments)
    until = day_of(as_of) - timedelta(days=1)
    cited = [draw(evidence(stance, until)) for stance in (Stance.SUPPORTS, Stance.REFUTES)]
    return Verdict(
        statement=draw(statements(page)),
        label=draw(st.sampled_from(Label)),
        as_of=as_of,
        evidence=(*cited, *draw(few(evidence(until=until)))),
        origins=Origins(supporting=draw(counts), refuting=draw(counts)),
        reasons=draw(few(reasons, least=1)),
        coverage=draw(coverages),
        score=draw(scores),
    )


@st.composite
def histories(draw):
    """A history of up to three verdicts, each some days after all the evidence there is."""
    first = draw(verdicts())
    told = [first, *(replace(each, statement=first.statement) for each in draw(few(verdicts())))][:3]
    begin = max(day_of(each.as_of) for each in told)
    assume(begin.year < 9000)
    gaps = draw(st.lists(st.integers(1, 99), min_size=len(told), max_size=len(told)))
    days = [begin + timedelta(days=total) for total in accumulate(gaps)]
    return History(
        statement=first.statement,
        as_of=days[-1],
        verdicts=tuple(replace(each, as_of=day) for each, day in zip(told, days, strict=True)),
        run=draw(runs),
    )


@st.composite
def news(draw):
    told = tuple(each for history in draw(few(histories())) for each in history.transitions)
    return News(as_of=date(9999, 1, 1), looked=draw(counts), transitions=told, updates=draw(few(updates())))


@st.composite
def leads(draw):
    at = draw(maybe(moments))
    review = st.builds(Review, claim=words, rating=words, claimant=maybe(words), publisher=maybe(words))
    dated = draw(st.sampled_from(LeadDate)) if at else None
    return Lead(url=draw(words), title=draw(maybe(words)), at=at, dated=dated, review=draw(maybe(review)))


@st.composite
def searches(draw):
    def asked():
        state = draw(st.sampled_from(AskedState))
        since = draw(maybe(moments.filter(lambda moment: isinstance(moment, datetime))))
        why = None if state is AskedState.ANSWERED else draw(words)
        copies = draw(maybe(st.integers(min_value=0, max_value=30)))
        named = draw(few(leads())) if copies is None else ()
        return Asked(source=draw(words), state=state, why=why, since=since, leads=named, copies=copies)

    taken = st.builds(
        Capture, url=words, sources=few(words), document_id=ids, copy=maybe(words), why=maybe(words)
    ) | st.builds(Capture, url=words, sources=few(words), why=words)
    return Search(
        queries=draw(few(words)),
        as_of=draw(moments),
        asked=tuple(asked() for _ in range(draw(st.integers(0, 2)))),
        pages=draw(few(taken)),
        unread=draw(counts),
    )


@st.composite
def reports(draw):
    page = draw(restorations())
    return Report(
        restoration=page,
        verdicts=draw(few(verdicts(page.document))),
        run=draw(runs),
        notices=draw(few(reasons)),
        references=draw(few(references(page.document.text))),
        search=draw(maybe(searches())),
    )


@st.composite
def references(draw, text):
    status = draw(st.sampled_from(ReferenceStatus))
    stance = {ReferenceStatus.CARRIED: Stance.SUPPORTS, ReferenceStatus.CONTRADICTED: Stance.REFUTES}.get(status)
    return Reference(
        span=draw(span_in(text)),
        kind=draw(st.sampled_from(ReferenceKind)),
        status=status,
        sentence=draw(maybe(span_in(text))),
        urls=tuple(draw(few(words))),
        reasons=(draw(reasons),),
        evidence=(draw(evidence(stance)),) if stance else (),
    )


@st.composite
def founds(draw):
    def candidate(cited):
        span = draw(span_in(cited.text))
        memento = Memento(document=cited, origin=draw(words), ties=draw(few(ties())), own=draw(st.booleans()))
        return Candidate(memento=memento, span=span, score=draw(scores))

    candidates = tuple(candidate(cited) for cited in draw(few(documents())))
    return Found(candidates=candidates, coverage=draw(coverages), search=draw(maybe(searches())))


@st.composite
def citings(draw, until):
    cited = draw(few(evidence(until=until), least=1))
    return tuple(Citation(number=number, evidence=each) for number, each in enumerate(cited, start=1))


@st.composite
def cited_sentences(draw, citations):
    citation = draw(st.sampled_from(citations))
    quote = citation.evidence.quote
    reworded, kept = draw(st.sampled_from(((None, None), ("so told anew", None), (None, draw(reasons)))))
    text = draw(span_in(quote)).cut(quote)
    return CitedSentence(text=text, citations=(citation.number,), reworded=reworded, kept=kept)


def disputes(sentences):
    return few(st.builds(Dispute, about=words, sides=few(sentences, least=2)))


def replacements(sentences):
    return few(st.builds(Replacement, about=words, before=sentences, after=sentences, replaced_at=moments))


@st.composite
def changes(draw):
    as_of = draw(days.filter(lambda day: day > date.min))
    citations = draw(citings(as_of))
    sentences = cited_sentences(citations)
    return Changes(
        topic=draw(words),
        since=as_of - timedelta(1),
        as_of=as_of,
        new=draw(few(sentences)),
        replacements=draw(replacements(sentences)),
        disputes=draw(disputes(sentences)),
        gaps=draw(few(reasons)),
        citations=citations,
        coverage=draw(coverages),
        run=draw(runs),
    )


@st.composite
def updates(draw):
    as_of = draw(days)
    citations = draw(citings(as_of).filter(bool))
    new = draw(few(cited_sentences(citations)).filter(bool))
    return Update(topic=draw(words), as_of=as_of, new=new, citations=citations)


@st.composite
def told_stories(draw):
    as_of = draw(days)
    citations = draw(citings(as_of))
    mementos = sorted((one.evidence.memento for one in citations), key=lambda one: latest(one.at))
    return Stories(
        topic=draw(words),
        as_of=as_of,
        stories=(Story(title=draw(words), mementos=tuple(mementos), events=(tuple(mementos),)),),
        coverage=draw(coverages),
        run=draw(runs),
    )


@st.composite
def offices(draw):
    as_of = draw(days)
    told = sorted((one.evidence for one in draw(citings(as_of))), key=lambda one: latest(one.memento.at))
    named = words.filter(lambda name: bool(name.strip()))
    mentions = [
        OfficeMention(
            memento=one.memento,
            span=one.span,
            person=draw(named),
            office=draw(named),
            of=draw(words | st.just("")),
            standing=draw(st.sampled_from(Standing)),
        )
        for one in told
    ]
    tenure = Tenure(
        person=mentions[0].person,
        office=mentions[0].office,
        of=mentions[0].of,
        standing=mentions[0].standing,
        first=mentions[0],
        last=mentions[-1],
        documents=len(mentions),
        origins=1,
    )
    return Offices(query=draw(words), as_of=as_of, tenures=(tenure,), run=draw(runs))


@st.composite
def briefs(draw):
    as_of = draw(days)
    citations = draw(citings(as_of))
    sentences = cited_sentences(citations)
    named = words.filter(lambda name: bool(name.strip()))
    points = st.builds(
        FigurePoint,
        counted=words,
        value=numbers,
        unit=words | st.just(""),
        bound=st.sampled_from(Bound),
        reported_at=moments,
        source=maybe(words),
        counted_by=maybe(words),
        sentence=sentences,
    )
    return Brief(
        topic=draw(words),
        as_of=as_of,
        takeaways=draw(few(sentences)),
        sections=draw(few(st.builds(Section, title=words, sentences=few(sentences)))),
        timeline=draw(few(st.builds(TimelineEntry, time=intervals, sentence=sentences))),
        figures=draw(few(points)),
        voices=draw(few(st.builds(Voice, speaker=named, sentences=few(sentences, least=1)))),
        disputes=draw(disputes(sentences)),
        replacements=draw(replacements(sentences)),
        gaps=draw(few(reasons)),
        related=draw(few(st.sampled_from([citation.evidence.memento for citation in citations]))),
        citations=citations,
        coverage=draw(coverages),
        run=draw(runs),
    )


@st.composite
def series(draw):
    as_of = draw(days)
    citations = draw(citings(as_of).filter(lambda cited: len(cited) > 1))
    told = sorted(citations, key=lambda one: latest(one.evidence.memento.at))
    counted, unit = draw(words), draw(words | st.just(""))

    def cited(one):
        quote = one.evidence.quote
        return CitedSentence(text=draw(span_in(quote)).cut(quote), citations=(one.number,))

    def place(one):
        within = draw(span_in(one.evidence.quote))
        return Span(start=one.evidence.span.start + within.start, end=one.evidence.span.start + within.end)

    observations = tuple(
        Observation(
            point=FigurePoint(
                counted=counted,
                value=draw(numbers),
                unit=unit,
                bound=draw(st.sampled_from(Bound)),
                reported_at=one.evidence.memento.at,
                source=draw(maybe(words)),
                counted_by=draw(maybe(words)),
                sentence=cited(one),
            ),
            span=place(one),
            origins=draw(st.integers(1, 9)),
        )
        for one in told
    )
    moments = [one.evidence.memento.at for one in told]
    states = tuple(
        State(sentence=cited(one), span=place(one), reported_at=at, source=draw(maybe(words)), superseded_at=ended)
        for one, at, ended in zip(told, moments, [*moments[1:], None], strict=True)
    )
    return Series(
        topic=draw(words),
        as_of=as_of,
        figures=draw(st.sampled_from(((), (FigureSeries(observations=observations),)))),
        states=draw(st.sampled_from(((), (StateSeries(states=states),)))),
        citations=citations,
        coverage=draw(coverages),
        run=draw(runs),
    )


@st.composite
def judgements(draw):
    supports = draw(scores)
    refutes = draw(st.floats(0.0, 1.0 - supports))
    return Judgement(
        supports=supports, refutes=refutes, neutral=max(0.0, 1.0 - supports - refutes), reasons=draw(few(reasons))
    )
