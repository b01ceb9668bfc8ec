"""A checked page and a brief of an invented place, made by hand: every label, every kind of notice."""

from dataclasses import replace
from datetime import UTC, date, datetime

from onrecord.data import (
    Attribution,
    Block,
    BlockKind,
    Bound,
    Brief,
    Changes,
    Citation,
    CitedSentence,
    Coverage,
    DateKind,
    Directness,
    Dispute,
    Evidence,
    FigurePoint,
    History,
    Interval,
    Label,
    Memento,
    Model,
    Origins,
    Reason,
    ReasonCode,
    Removal,
    RemovalKind,
    RemovalStatus,
    Replacement,
    Report,
    Restoration,
    Run,
    Section,
    Span,
    Stance,
    Statement,
    StatementKind,
    TimelineEntry,
    Verdict,
    Voice,
    document,
)
from onrecord.text.spans import gaps, lines

AS_OF = date(2025, 9, 30)
RUN = Run(
    version="0.1.0",
    as_of=AS_OF,
    archive_revision="veldania-60",
    models=(Model(name="all-MiniLM-L6-v2 int8", digest="c0ffee" * 10 + "cafe"),),
    settings=(("limit", "12"),),
)

TEXT = """Orlo dam holds as families return to the valley

Orlo dam holds as families return to the valley

By Mina Torvald

PORT SORREL — The Orlo Dam held through a second night of rain, the Water Board said on Monday, and the first families \
began to return to the valley below it.

Some 1,250 people had left the villages of Orlo, Teshk and Lower Amar since Friday, when engineers found a leak in the \
eastern spillway. Governor Ada Renn called the evacuation “the most orderly in the island’s history”.

I understand why you ask about the Orlo Dam! As of my last update there is no confirmed report of an evacuation. The \
Water Board has not made any such statement. The province is governed by Teodor Vask. Would you like me to look for \
newer information?

The leak was closed on Sunday evening by divers of the port authority. With the spillway shut, Governor Renn and her \
Certainly! Here is what the search results say about the Orlo Dam:

- 4,000 people were moved to Port Sorrel.
- The dam was completed in 1961.

Let me know if you want sources.emergency council will decide on Wednesday whether the power station can run again.

The board’s chief engineer, Ilya Marsh, said repairs would cost 3 million crowns. Oren Falk, a deputy of the \
opposition, put the cost at 12 million and called the board careless.

The dam supplies a third of the electricity of Port Sorrel. It is the oldest on the island. Ferries to the northern \
islands are expected to sail again by the weekend.

Readers of this page also enjoy our weekly letter on gardens.

Harbour strike enters its third week as talks stall

Comments (0)
"""

PAGE = document(
    TEXT,
    title="Orlo dam holds as families return to the valley",
    byline="Mina Torvald",
    publisher="The Sorrel Tribune",
    url="https://tribune.example/2025/05/19/orlo-dam",
    language="en",
    published_at=date(2025, 5, 19),
    date_kind=DateKind.STATED,
)


def spot(words, text=TEXT, nth=0):
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start=start, end=start + len(words))


def between(first, last, text=TEXT):
    start = text.index(first)
    return Span(start=start, end=text.index(last, start) + len(last))


def reason(code, words):
    return Reason(code=code, words=words)


def removal(span, kind, *reasons, status=RemovalStatus.REMOVED, score=0.96):
    return Removal(span=span, kind=kind, status=status, score=score, reasons=reasons)


REMOVALS = (
    removal(
        spot(TEXT.splitlines()[0] + "\n\n", nth=1),
        RemovalKind.DUPLICATE,
        reason(ReasonCode.REPEATS_PAGE, "it repeats the headline"),
    ),
    removal(
        between("I understand why", "newer information?"),
        RemovalKind.CHATBOT_REPLY,
        reason(ReasonCode.REPLY_ADDRESS, "it speaks to a reader who asked something"),
        reason(ReasonCode.REPLY_KNOWLEDGE_DATE, "it says until when it knows"),
        reason(ReasonCode.CLASH_WITH_PAGE, "it denies what the page reports"),
    ),
    removal(
        between("Certainly!", "want sources."),
        RemovalKind.CHATBOT_REPLY,
        reason(ReasonCode.BROKEN_SENTENCE, "it breaks a sentence that goes on after it"),
        reason(ReasonCode.CITATION_GAP, "it speaks of search results and cites none"),
    ),
    removal(
        between("Readers of this", "on gardens."),
        RemovalKind.NEWSLETTER,
        reason(ReasonCode.FURNITURE_WORDS, "it invites to a letter"),
        status=RemovalStatus.SUSPECTED,
        score=0.55,
    ),
    removal(
        spot("Harbour strike enters its third week as talks stall"),
        RemovalKind.TEASER,
        reason(ReasonCode.OTHER_STORY, "it leads to another story"),
    ),
    removal(
        spot("Comments (0)"), RemovalKind.COMMENTS, reason(ReasonCode.FURNITURE_WORDS, "it is an empty comments box")
    ),
)
KINDS = (BlockKind.HEADLINE, BlockKind.DUPLICATE, BlockKind.BYLINE)
BLOCKS = tuple(
    Block(span=span, kind=KINDS[number] if number < len(KINDS) else BlockKind.BODY)
    for number, span in enumerate(lines(TEXT))
)
RESTORATION = Restoration(
    document=PAGE,
    blocks=BLOCKS,
    kept=gaps((cut.span for cut in REMOVALS if cut.status is RemovalStatus.REMOVED), len(TEXT)),
    removals=REMOVALS,
)


def report_of(publisher, day, text, *, title=None, origin=None, url=None, captured=None, rights=None):
    made = document(
        text,
        title=title,
        publisher=publisher,
        url=url or f"https://{publisher.split()[-1].lower()}.example/{day:%Y/%m/%d}/orlo",
        language="en",
        rights=rights,
        published_at=day,
        date_kind=DateKind.STATED,
        captured_at=captured,
    )
    return Memento(document=made, origin=origin or made.id)


NIGHT = report_of(
    "Harbour Wire",
    date(2025, 5, 19),
    "PORT SORREL, May 19 — The Orlo Dam held through a second night of rain, the Water Board said. No one was hurt.",
    title="Orlo Dam holds, Water Board says",
    origin="Harbour Wire",
    captured=datetime(2025, 6, 2, 8, 30, tzinfo=UTC),
)
LEDGER = report_of(
    "Island Ledger",
    date(2025, 5, 20),
    "Our reporter watched the first buses climb back to Teshk on Monday. Families began to return to the valley by "
    "noon.",
    title="The road back to Teshk",
)
LEFT = report_of(
    "Harbour Wire",
    date(2025, 5, 18),
    "About 1,250 people have left three villages below the Orlo Dam, Governor Ada Renn said on Sunday.",
    title="Villages below Orlo emptied",
    origin="Harbour Wire",
)
LATER = report_of(
    "Veldania Today",
    date(2025, 6, 11),
    "A census of the shelters shows that 1,930 people left the valley in May, the province said on Wednesday.",
    title="More left Orlo valley than first counted",
)
DIVERS = report_of(
    "Northgate Post",
    date(2025, 5, 21),
    "The leak was closed by the army's engineers on Monday morning, not by divers, the ministry of defence said.",
    title="Who closed the leak?",
)
PORT = report_of(
    "Veldania Today",
    date(2025, 5, 19),
    "Divers of the port authority closed the leak on Sunday evening, harbour master Jun Oda told Veldania Today.",
    title="Divers close Orlo leak",
    rights="© 2025 Veldania Today; <free> to *quote*",
)
COST = report_of(
    "Island Ledger",
    date(2025, 5, 20),
    "Asked about the bill, chief engineer Ilya Marsh named no sum. “We have not costed it,” he said.",
    title="Questions for the Water Board",
)
OWN = Memento(document=PAGE, origin=PAGE.id, own=True)


def evidence(memento, words, stance, *reasons, score=0.9):
    span = spot(words, memento.document.text)
    return Evidence(memento=memento, span=span, quote=words, stance=stance, score=score, reasons=reasons)


def statement(number, span, kind, *, text=None, foreign=None, attribution=None, time=None):
    return Statement(
        id=f"s{number}",
        document_id=PAGE.id,
        span=span,
        text=text or " ".join(span.cut(TEXT).split()),
        kind=kind,
        attribution=attribution,
        time=time,
        foreign=foreign,
    )


def verdict(about, label, *found, reasons, origins=(0, 0), coverage=None, score=0.9):
    return Verdict(
        statement=about,
        label=label,
        as_of=AS_OF,
        evidence=found,
        origins=Origins(supporting=origins[0], refuting=origins[1]),
        reasons=reasons,
        coverage=coverage or Coverage(documents=9, first=date(2025, 5, 16), last=date(2025, 9, 12), later=2),
        score=score,
    )


def said_by(source, cue, content, speaker, directness):
    return Attribution(
        source=spot(source), cue=spot(cue), content=spot(content), speaker=speaker, directness=directness
    )


MONDAY = Interval(start=date(2025, 5, 19), end=date(2025, 5, 19))
HERE = reason(ReasonCode.IN_REMOVED_PASSAGE, "it stands in a passage that was removed")
BODY = reason(ReasonCode.OWN_BODY, "the page’s own text says otherwise")
PASTED = RemovalKind.CHATBOT_REPLY
RETURN = "the first families began to return to the valley below it."
LEAVING = "Some 1,250 people had left the villages of Orlo, Teshk and Lower Amar since Friday"
NEVER_LEFT = "As of my last update there is no confirmed report of an evacuation."
LEAK = "The leak was closed on Sunday evening by divers of the port authority."
COUNCIL = between("With the spillway shut", "can run again.")

VERDICTS = (
    verdict(
        statement(
            1,
            between("The Orlo Dam held", "second night of rain"),
            StatementKind.EVENT,
            attribution=said_by(
                "the Water Board", "said on Monday", "The Orlo Dam held through", "Water Board", Directness.INDIRECT
            ),
            time=MONDAY,
        ),
        Label.SUPPORTED,
        evidence(NIGHT, "The Orlo Dam held through a second night of rain, the Water Board said.", Stance.SUPPORTS),
        reasons=(reason(ReasonCode.SINGLE_ORIGIN, "one origin reports it in the same words"),),
        origins=(1, 0),
    ),
    verdict(
        statement(2, spot(RETURN), StatementKind.EVENT, text="The first families began to return to the valley."),
        Label.SUPPORTED,
        evidence(LEDGER, "Families began to return to the valley by noon.", Stance.SUPPORTS),
        evidence(NIGHT, "No one was hurt.", Stance.NEUTRAL, score=0.2),
        reasons=(reason(ReasonCode.SEVERAL_ORIGINS, "two independent origins report it"),),
        origins=(2, 0),
    ),
    verdict(
        statement(3, spot(LEAVING), StatementKind.FIGURE),
        Label.SUPERSEDED,
        evidence(LEFT, "About 1,250 people have left three villages below the Orlo Dam", Stance.SUPPORTS),
        evidence(
            LATER,
            "A census of the shelters shows that 1,930 people left the valley in May",
            Stance.REFUTES,
            reason(ReasonCode.NUMBER_DIFFERS, "1,930 people, not 1,250"),
        ),
        reasons=(reason(ReasonCode.LATER_REPORT, "a report of 11 June 2025 puts the figure at 1,930"),),
        origins=(1, 1),
    ),
    verdict(
        statement(
            4,
            between("Governor Ada Renn called", "history”."),
            StatementKind.OPINION,
            attribution=said_by(
                "Governor Ada Renn",
                "called",
                "the most orderly in the island’s history",
                "Ada Renn",
                Directness.DIRECT,
            ),
        ),
        Label.NOT_CHECKED,
        reasons=(reason(ReasonCode.OPINION, "it is an opinion"),),
        coverage=Coverage(),
        score=0.0,
    ),
    verdict(
        statement(5, spot(NEVER_LEFT), StatementKind.STATE, foreign=PASTED),
        Label.REFUTED,
        evidence(OWN, LEAVING, Stance.REFUTES, reason(ReasonCode.NEGATED, "it denies what is reported")),
        evidence(LEFT, "About 1,250 people have left three villages below the Orlo Dam", Stance.REFUTES),
        reasons=(HERE, BODY),
        origins=(0, 2),
    ),
    verdict(
        statement(6, spot("The province is governed by Teodor Vask."), StatementKind.STATE, foreign=PASTED),
        Label.REFUTED,
        evidence(
            LEFT,
            "Governor Ada Renn said on Sunday",
            Stance.REFUTES,
            reason(ReasonCode.ROLE_DIFFERS, "Ada Renn is governor, not Teodor Vask"),
        ),
        reasons=(HERE, reason(ReasonCode.ROLE_DIFFERS, "the record names another governor")),
        origins=(0, 1),
    ),
    verdict(
        statement(7, spot(LEAK), StatementKind.EVENT, time=Interval(start=date(2025, 5, 18), end=date(2025, 5, 18))),
        Label.CONFLICTING,
        evidence(PORT, "Divers of the port authority closed the leak on Sunday evening", Stance.SUPPORTS),
        evidence(
            DIVERS,
            "The leak was closed by the army's engineers on Monday morning, not by divers",
            Stance.REFUTES,
            reason(ReasonCode.ENTITY_DIFFERS, "engineers of the army, not divers"),
            reason(ReasonCode.DATE_DIFFERS, "Monday, not Sunday"),
        ),
        reasons=(reason(ReasonCode.SOURCES_DIFFER, "two origins contradict each other"),),
        origins=(1, 1),
    ),
    verdict(
        statement(
            8,
            COUNCIL,
            StatementKind.FORECAST,
            text="With the spillway shut, Governor Renn and her emergency council will decide on Wednesday whether "
            "the power station can run again.",
        ),
        Label.NOT_CHECKED,
        reasons=(reason(ReasonCode.FORECAST, "it speaks of what is to come"),),
        coverage=Coverage(),
        score=0.0,
    ),
    verdict(
        statement(9, spot("4,000 people were moved to Port Sorrel."), StatementKind.FIGURE, foreign=PASTED),
        Label.NOT_ENOUGH_EVIDENCE,
        reasons=(HERE, reason(ReasonCode.TOPIC_SILENT, "the archive covers the topic and does not say so")),
        score=0.2,
    ),
    verdict(
        statement(
            10,
            spot("The board’s chief engineer, Ilya Marsh, said repairs would cost 3 million crowns."),
            StatementKind.FIGURE,
            attribution=said_by(
                "The board’s chief engineer, Ilya Marsh",
                "said",
                "repairs would cost 3 million crowns",
                "Ilya Marsh",
                Directness.INDIRECT,
            ),
        ),
        Label.REFUTED,
        evidence(
            COST,
            "chief engineer Ilya Marsh named no sum. “We have not costed it,” he said.",
            Stance.REFUTES,
            reason(ReasonCode.SOURCE_DENIES, "the one who is said to have said it says otherwise"),
        ),
        reasons=(reason(ReasonCode.SOURCE_DENIES, "Ilya Marsh is on record as having named no sum"),),
        origins=(0, 1),
    ),
    verdict(
        statement(
            11,
            spot("It is the oldest on the island."),
            StatementKind.STATE,
            text="[The dam] is the oldest on the island.",
        ),
        Label.NOT_ENOUGH_EVIDENCE,
        reasons=(reason(ReasonCode.NOTHING_ON_TOPIC, "the archive holds nothing on the topic"),),
        coverage=Coverage(),
        score=0.0,
    ),
)

REPORT = Report(
    restoration=RESTORATION,
    verdicts=VERDICTS,
    run=RUN,
    notices=(reason(ReasonCode.UNDATED_IGNORED, "3 documents of the archive have no date and were not read"),),
)

# A report small enough to be read whole --------------------------------------------------------

SHORT_TEXT = """Ferries <sail> again

The *first* ferry left on As an assistant I cannot know.Monday, the port said.

The toll is 3 crowns.
"""
SHORT_PAGE = document(SHORT_TEXT, publisher="Harbour Wire", published_at=date(2025, 5, 19), language="en")
PORT_REPORT = report_of(
    "Island Ledger", date(2025, 5, 20), "From June the ferry toll is 4 crowns, the port said.", title="Toll to rise"
)
OLD_TOLL = report_of("Island Ledger", date(2025, 1, 7), "The ferry toll is 3 crowns this year.", title="Tolls")
PASTED_WORDS = removal(
    spot("As an assistant I cannot know.", SHORT_TEXT),
    RemovalKind.CHATBOT_REPLY,
    reason(ReasonCode.BROKEN_SENTENCE, "it breaks a sentence"),
)
SHORT_RESTORATION = Restoration(
    document=SHORT_PAGE,
    blocks=tuple(
        Block(span=span, kind=BlockKind.BODY if number else BlockKind.HEADLINE)
        for number, span in enumerate(lines(SHORT_TEXT))
    ),
    kept=gaps([PASTED_WORDS.span], len(SHORT_TEXT)),
    removals=(PASTED_WORDS,),
)
SHORT_VERDICTS = (
    Verdict(
        statement=Statement(
            id="t1",
            document_id=SHORT_PAGE.id,
            span=between("The *first*", "the port said.", SHORT_TEXT),
            text="The *first* ferry left on Monday, the port said.",
            kind=StatementKind.EVENT,
        ),
        label=Label.NOT_ENOUGH_EVIDENCE,
        as_of=AS_OF,
        evidence=(),
        origins=Origins(),
        reasons=(reason(ReasonCode.TOPIC_SILENT, "the archive covers ferries and does not say so"),),
        coverage=Coverage(documents=2, first=date(2025, 1, 7), last=date(2025, 5, 20), later=1),
        score=0.1,
    ),
    Verdict(
        statement=Statement(
            id="t2",
            document_id=SHORT_PAGE.id,
            span=spot("The toll is 3 crowns.", SHORT_TEXT),
            text="The toll is 3 crowns.",
            kind=StatementKind.FIGURE,
        ),
        label=Label.SUPERSEDED,
        as_of=AS_OF,
        evidence=(
            evidence(OLD_TOLL, "The ferry toll is 3 crowns this year.", Stance.SUPPORTS),
            evidence(
                PORT_REPORT,
                "From June the ferry toll is 4 crowns, the port said.",
                Stance.REFUTES,
                reason(ReasonCode.NUMBER_DIFFERS, "4 crowns, not 3"),
            ),
        ),
        origins=Origins(supporting=1, refuting=1),
        reasons=(reason(ReasonCode.LATER_REPORT, "a later report replaced it"),),
        coverage=Coverage(documents=2, first=date(2025, 1, 7), last=date(2025, 5, 20)),
        score=0.9,
    ),
)
SHORT_REPORT = Report(restoration=SHORT_RESTORATION, verdicts=SHORT_VERDICTS, run=RUN)

# A brief ---------------------------------------------------------------------------------------

CITED = (
    evidence(LEFT, LEFT.document.text, Stance.SUPPORTS),
    evidence(NIGHT, "The Orlo Dam held through a second night of rain, the Water Board said.", Stance.SUPPORTS),
    evidence(PORT, PORT.document.text, Stance.SUPPORTS),
    evidence(LEDGER, LEDGER.document.text, Stance.SUPPORTS),
    evidence(DIVERS, DIVERS.document.text, Stance.SUPPORTS),
    evidence(LATER, LATER.document.text, Stance.SUPPORTS),
)


def cited(number, words=None):
    return CitedSentence(text=words or CITED[number - 1].quote, citations=(number,))


def reported(number, value, bound):
    at = CITED[number - 1].memento
    return FigurePoint(
        counted="people who left the valley",
        value=value,
        unit="",
        bound=bound,
        reported_at=at.document.published_at,
        source=at.document.publisher,
        sentence=cited(number),
    )


BRIEF = Brief(
    topic="the leak in the Orlo Dam",
    as_of=AS_OF,
    takeaways=(
        cited(2),
        cited(6, "1,930 people left the valley in May, the province said"),
        cited(5, "The leak was closed by the army's engineers on Monday morning, not by divers"),
    ),
    sections=(
        Section(title="Villages below Orlo emptied", sentences=(cited(1), cited(4))),
        Section(title="Divers close Orlo leak", sentences=(cited(3), cited(5))),
    ),
    timeline=(
        TimelineEntry(time=Interval(start=date(2025, 5, 16), end=date(2025, 5, 18)), sentence=cited(1)),
        TimelineEntry(time=Interval(start=date(2025, 5, 18), end=date(2025, 5, 18)), sentence=cited(3)),
        TimelineEntry(time=MONDAY, sentence=cited(2)),
        TimelineEntry(time=Interval(start=date(2025, 6, 11), end=date(2025, 6, 11)), sentence=cited(6)),
    ),
    figures=(reported(1, 1250.0, Bound.ABOUT), reported(6, 1930.0, Bound.EXACTLY)),
    voices=(Voice(speaker="the Water Board", sentences=(cited(2),)),),
    disputes=(Dispute(about="who closed the leak", sides=(cited(3), cited(5))),),
    replacements=(
        Replacement(about="people who left", before=cited(1), after=cited(6), replaced_at=date(2025, 6, 11)),
    ),
    gaps=(
        reason(ReasonCode.TOPIC_SILENT, "nothing published after 11 June 2025"),
        reason(ReasonCode.SINGLE_ORIGIN, "the number of people who left rests on one origin at a time"),
    ),
    related=(NIGHT, LATER),
    citations=tuple(Citation(number=number, evidence=each) for number, each in enumerate(CITED, start=1)),
    coverage=Coverage(documents=14, first=date(2025, 5, 16), last=date(2025, 6, 11), later=2),
    run=RUN,
)

HISTORY = History(
    statement=VERDICTS[0].statement,
    as_of=date(2026, 6, 30),
    verdicts=tuple(
        replace(verdict, statement=VERDICTS[0].statement, as_of=date(2026, 6, 1 + day))
        for day, verdict in enumerate(VERDICTS)
        if not any(evidence.memento.own for evidence in verdict.evidence)
    ),
    run=REPORT.run,
)
CHANGES = Changes(
    topic="the leak in the Orlo Dam",
    since=date(2025, 5, 19),
    as_of=AS_OF,
    new=(cited(6),),
    replacements=BRIEF.replacements,
    disputes=BRIEF.disputes,
    gaps=BRIEF.gaps,
    citations=BRIEF.citations,
    coverage=BRIEF.coverage,
    run=RUN,
)
