"""The phrases of every report."""

from dataclasses import replace
from datetime import UTC, date, datetime
from io import StringIO

import pytest
import veldania
from rich.console import Console

from onrecord.data import (
    Asked,
    AskedState,
    Bound,
    Coverage,
    FigurePoint,
    Interval,
    Label,
    Memento,
    OriginRuling,
    Origins,
    Search,
    Span,
    Stance,
    Tie,
    TieKind,
    day_of,
    document,
)
from onrecord.render import html, markdown, phrases, terminal, words

MAY = date(2025, 5, 19)


@pytest.mark.parametrize(
    ("moment", "said"),
    [(MAY, "19 May 2025"), (datetime(2025, 5, 9, 8, 5, tzinfo=UTC), "9 May 2025, 08:05 UTC")],
)
def test_days(moment, said):
    assert phrases.day(moment) == said


@pytest.mark.parametrize(
    ("end", "said"),
    [
        (date(2025, 5, 19), "19 May 2025"),
        (date(2025, 5, 21), "19–21 May 2025"),
        (date(2025, 6, 1), "19 May – 1 June 2025"),
        (date(2026, 1, 1), "19 May 2025 – 1 January 2026"),
    ],
)
def test_stretches_of_days(end, said):
    assert phrases.days(Interval(start=MAY, end=end)) == said


@pytest.mark.parametrize(
    ("value", "bound", "unit", "said"),
    [
        (1250.0, Bound.ABOUT, "", "about 1,250"),
        (12.5, Bound.EXACTLY, "percent", "12.5%"),
        (1234567.5, Bound.AT_LEAST, "USD", "at least 1,234,567.5 USD"),
        (600.0, Bound.ABOUT, "day", "about 600 days"),
        (1.0, Bound.EXACTLY, "year", "1 year"),
        (float("inf"), Bound.EXACTLY, "", "inf"),
    ],
)
def test_figures(value, bound, unit, said):
    point = FigurePoint(
        counted="", value=value, unit=unit, bound=bound, reported_at=MAY, source=None, sentence=veldania.cited(1)
    )
    assert words.figure(point) == said


@pytest.mark.parametrize(("number", "name"), [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (702, "ZZ"), (703, "AAA")])
def test_passages_go_by_letters(number, name):
    assert phrases.letter(number) == name


@pytest.mark.parametrize(
    ("supporting", "refuting", "label", "said"),
    [
        (0, 0, Label.NOT_ENOUGH_EVIDENCE, None),
        (1, 0, Label.SUPPORTED, "1 origin says so"),
        (2, 0, Label.SUPPORTED, "2 independent origins say so"),
        (0, 1, Label.REFUTED, "1 origin says otherwise"),
        (2, 1, Label.CONFLICTING, "2 independent origins say so, 1 says otherwise"),
        (1, 2, Label.SUPERSEDED, "1 origin said so, 2 have said otherwise since"),
    ],
)
def test_origins(supporting, refuting, label, said):
    assert words.origins(Origins(supporting=supporting, refuting=refuting), label) == said


@pytest.mark.parametrize(
    ("coverage", "said"),
    [
        (Coverage(), "The archive holds no document on the topic up to 19 May 2025."),
        (
            Coverage(later=2),
            "The archive holds no document on the topic up to 19 May 2025; "
            "2 published after 19 May 2025 were not read.",
        ),
        (
            Coverage(documents=200, more=True, first=date(2025, 5, 1), last=MAY),
            "The archive holds more on the topic than was read: the 200 documents nearest to it, 1–19 May 2025.",
        ),
        (
            Coverage(documents=3, first=date(2025, 5, 1), last=MAY),
            "The archive holds 3 documents on the topic, 1–19 May 2025.",
        ),
        (
            Coverage(later=1, changed=2, undated=1),
            "The archive holds no document on the topic up to 19 May 2025; "
            "1 published after 19 May 2025, 2 changed after 19 May 2025, 1 without a date were not read.",
        ),
    ],
)
def test_coverage(coverage, said):
    assert words.coverage(coverage, MAY) == said


def test_what_was_not_looked_for_is_not_said_to_be_missing():
    unchecked = next(each for each in veldania.VERDICTS if each.label is Label.NOT_CHECKED)
    missing = next(each for each in veldania.VERDICTS if each.label is Label.NOT_ENOUGH_EVIDENCE)
    assert not words.shows_coverage(unchecked)
    assert words.shows_coverage(missing)


def test_beside_evidence_from_a_document_none_is_said_to_be_missing():
    borne = next(each for each in veldania.VERDICTS if each.label is Label.SUPPORTED)
    assert words.shows_coverage(borne)
    assert not words.shows_coverage(replace(borne, coverage=Coverage(later=2)))


def test_what_a_passage_is_and_why():
    assert words.removal(veldania.REMOVALS[1]) == (
        "does not belong to this page: chatbot reply, 251 characters (it speaks to a reader who asked "
        "something; it says until when it knows; it denies what the page reports)"
    )
    assert words.removal(veldania.REMOVALS[3]).startswith("may not belong to this page: newsletter")


def test_what_is_counted_once_and_why():
    credit = Tie(kind=TieKind.CREDIT, other="AFP", quote="Source: AFP", here=Span(start=0, end=11))
    copy = Tie(
        kind=TieKind.SAME_WORDS,
        other="Island Ledger",
        document_id=veldania.LEDGER.document.id,
        at=date(2025, 5, 20),
        quote="The Orlo Dam held",
    )
    moved = replace(copy, kind=TieKind.SAME_PAGE, at=None, quote="")
    told = [
        words.origin(replace(veldania.PORT, origin=origin, ties=ties))
        for origin, ties in (("AFP", (credit,)), (veldania.PORT.origin, (copy, moved)), ("AFP", (moved, moved, moved)))
    ]
    assert told == [
        "origin: AFP, because it is credited: “Source: AFP”",
        "counted once with Island Ledger, 20 May 2025, because both have the same words: “The Orlo Dam held”; "
        "counted once with Island Ledger, because both are versions of one page",
        "origin: AFP; counted once with Island Ledger, because both are versions of one page; "
        "counted once with Island Ledger, because both are versions of one page; and with 1 more",
    ]


def test_a_ruling_says_who_and_why():
    ids = veldania.PORT.document.id, veldania.LEDGER.document.id
    made = OriginRuling(documents=ids, together=False, by="Ana Petrov", reason="two reporters", at=date(2026, 11, 26))
    said = f"{ids[0][:12]} and {ids[1][:12]} are of two origins, ruled Ana Petrov on 26 November 2026: “two reporters”"
    assert words.overruled(made) == said
    assert words.origin(replace(veldania.PORT, origin=ids[0], ties=(), rulings=(made,))) == said


def printed(report):
    console = Console(file=StringIO(), width=400)
    console.print(terminal.report(report))
    return console.file.getvalue()


@pytest.mark.parametrize("shown", [html.report, markdown.report, printed])
def test_every_face_says_what_is_counted_once(shown):
    tie = Tie(
        kind=TieKind.REWORDED, other="Island Ledger", document_id=veldania.LEDGER.document.id, quote="held through"
    )
    found = veldania.evidence(replace(veldania.NIGHT, ties=(tie,)), "The Orlo Dam held", Stance.SUPPORTS)
    case = replace(veldania.VERDICTS[0], evidence=(found, *veldania.VERDICTS[0].evidence))
    report = replace(veldania.REPORT, verdicts=(case, *veldania.VERDICTS[1:]))
    said = " ".join(shown(report).split())
    assert "counted once with Island Ledger, because one is reworded from the other: “held through”" in said


def test_how_much_does_not_belong():
    assert words.removals(veldania.RESTORATION) == (
        "5 passages, 539 characters, do not belong to this page; 1 passage may not, and stays in the text."
    )
    clean = "No passage was found that does not belong to this page."
    whole = veldania.Restoration(
        document=veldania.PAGE, blocks=(), kept=(veldania.Span(start=0, end=len(veldania.TEXT)),), removals=()
    )
    assert words.removals(whole) == clean


def test_removed_passages_are_named_by_kind():
    assert words.removed_kinds(veldania.RESTORATION) == (
        ("duplicate", ("A",)),
        ("chatbot reply", ("B", "C")),
        ("teaser", ("D",)),
        ("comments", ("E",)),
    )


def test_a_day_is_said_once_before_what_was_published_on_it():
    section = veldania.Section(title="Dam", sentences=(veldania.cited(1), veldania.cited(1), veldania.cited(2)))
    said = [day for day, _ in words.dated(veldania.BRIEF, section)]
    at = [citation.evidence.memento.at for citation in veldania.BRIEF.citations[:2]]
    assert said == [phrases.day(day_of(at[0])), "", "" if at[1] == at[0] else phrases.day(day_of(at[1]))]


def test_what_a_ruling_says_is_not_said_of_its_evidence_again():
    verdict = next(each for each in veldania.VERDICTS if each.evidence and each.evidence[0].reasons)
    (first, *_) = verdict.evidence
    assert words.besides(first, verdict) == phrases.sentence(words.because(first.reasons))
    assert words.besides(first, replace(verdict, reasons=first.reasons)) == ""


def test_a_page_without_a_title_goes_by_its_first_line():
    assert words.title(document("\n\n  Ferries sail again  \nThe first left.")) == "Ferries sail again"
    assert words.title(document("x" * 500)) == "x" * 119 + "…"


def test_an_unknown_date_is_said_to_be_unknown():
    assert words.imprint(document("Ferries sail.")) == ("Publication date unknown",)


def test_no_verdict_is_called_true_or_false():
    said = " ".join((*words.MEANINGS.values(), *(label.words for label in Label), *words.SHORT_LABELS.values()))
    assert not {"true", "false", "ai", "fake", "lie"} & set(said.lower().split())


def test_evidence_that_is_a_teaser_says_so():
    teaser = document("The quay reopens …", publisher="The Post", published_at=date(2025, 5, 19), partial=True)
    assert words.credit(Memento(document=teaser, origin=teaser.id)) == (
        "The Post",
        "19 May 2025",
        "a part of its text only",
    )


def with_rights(given, rights):
    """Return a brief all of whose sources state these."""

    def stated(citation):
        source = citation.evidence.memento
        known = replace(source, document=replace(source.document, rights=rights))
        return replace(citation, evidence=replace(citation.evidence, memento=known))

    return replace(given, citations=tuple(map(stated, given.citations)))


def in_a_terminal(given):
    console = Console(file=StringIO(), width=100)
    console.print(terminal.brief(given))
    return console.file.getvalue()


@pytest.mark.parametrize("form", [markdown.brief, html.brief, in_a_terminal])
def test_what_a_source_states_of_its_rights_stands_with_it_and_what_none_states_is_said_once(form):
    told = form(veldania.BRIEF)
    assert told.count("© 2025 Veldania Today;") == 1
    assert "Licence not stated: 1, 2, 4, 5, 6." in told
    assert "Licence not stated by any of the sources." in form(with_rights(veldania.BRIEF, None))
    assert "Licence not stated" not in form(with_rights(veldania.BRIEF, "CC BY 4.0"))


@pytest.mark.parametrize("form", [markdown.brief, html.brief, in_a_terminal])
def test_what_is_known_of_a_document_is_said_where_it_is_cited_first(form):
    first, second, third, *others = veldania.BRIEF.citations
    ruled = OriginRuling(
        documents=(veldania.PORT.document.id, "other"), together=True, by="Ada", reason="one reporter", at=MAY
    )
    cited = replace(veldania.PORT, rulings=(ruled,))
    words_of = "closed the leak on Sunday evening"
    again = replace(third, number=7, evidence=veldania.evidence(cited, words_of, Stance.SUPPORTS))
    third = replace(third, evidence=replace(third.evidence, memento=cited))
    told = form(replace(veldania.BRIEF, citations=(first, second, third, *others, again), disputes=(), related=()))
    assert told.count("the same document as 3") == 1
    assert (told.count("one reporter"), told.count("© 2025 Veldania Today;")) == (1, 1)


def test_long_rights_are_shown_in_part_and_kept_whole():
    long = document("Ferries sail.", rights="All rights are reserved. " * 19)
    assert len(words.rights(long)) <= len("rights: ") + 240
    assert words.rights(long).endswith("…")
    assert words.rights(document("Ferries sail.")) is None


@pytest.mark.parametrize(
    ("copies", "why", "told"),
    [
        (2, None, "gave 2 pages as they stood"),
        (0, None, "has no copy of what it was asked for"),
        (1, "it answers with status 429", "failed: it answers with status 429; gave 1 page as they stood before that"),
        (None, None, "answered with nothing to name"),
    ],
)
def test_an_archive_of_the_web_says_what_it_gave(copies, why, told):
    state = AskedState.FAILED if why else AskedState.ANSWERED
    one = Asked(source="wayback", state=state, why=why, copies=copies)
    search = Search(queries=("a toll",), as_of=date(2025, 9, 5), asked=(one,), pages=())
    assert [said for _, said, _ in words.searched(search)] == [told]


def test_who_else_tells_of_an_event_is_named():
    assert words.also((veldania.NIGHT,)) is None
    assert words.also((veldania.NIGHT, veldania.PORT, veldania.PORT, veldania.LEDGER)) == (
        "also in Veldania Today, Island Ledger"
    )
    many = [replace(veldania.NIGHT, document=document("Dam.", publisher=f"Paper {n}")) for n in range(8)]
    assert words.also(many) == "also in Paper 1, Paper 2, Paper 3, Paper 4, Paper 5 and 2 others"
