"""The whole way, in order. Read it aloud: this file is the architecture.

Everything it needs comes in through a port; nothing here opens a file, a socket or a model.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence, Set
from datetime import date
from functools import partial

from onrecord.brief import prose, tell_series, tell_stories, with_wordings, write_brief, write_changes, write_update
from onrecord.data import (
    Brief,
    Changes,
    CitedSentence,
    Document,
    Found,
    History,
    Length,
    Moment,
    Offices,
    Page,
    Reason,
    ReasonCode,
    Report,
    Restoration,
    Run,
    Series,
    Span,
    Statement,
    Stories,
    Update,
    Verdict,
    day_of,
)
from onrecord.extract import extract, extract_at, find_references, most_worth, statement_of
from onrecord.find import (
    PageFinder,
    gather,
    gather_changes,
    gather_cited,
    gather_record,
    gather_tenures,
    gather_topic,
    query_of,
    search,
)
from onrecord.follow import (
    begun,
    due,
    ended,
    failed,
    put_off,
    replay,
    settled,
    stands_aside,
    succeeded,
    trace,
    transition,
)
from onrecord.ports import Embedder, Finder, Verifier
from onrecord.restore import restore
from onrecord.verify import (
    Rewording,
    bear_out,
    judge_pairs,
    judge_references,
    judge_rewordings,
    leave_unchecked,
    oppose,
    verify,
    verify_in_turn,
)

__all__ = (
    "begun",
    "brief",
    "changes",
    "check",
    "check_statements",
    "due",
    "ended",
    "extract",
    "failed",
    "find",
    "history",
    "judge_pairs",
    "look_again",
    "most_worth",
    "offices",
    "put_off",
    "query_of",
    "restore",
    "reword",
    "series",
    "stands_aside",
    "statement_of",
    "stories",
    "succeeded",
    "transition",
    "update",
)

_TOLD_AT_ONCE = 4
"""Statements judged before their verdicts are told: with more the first come late, with fewer cores stand idle."""

Tell = Callable[[Restoration | tuple[Statement, ...] | tuple[Verdict, ...]], None]
"""Hears what a check has found so far: the restored page, its statements, then verdicts, in order."""

Reword = Callable[[Sequence[str]], Sequence[str | Reason]]
"""Returns for each sentence other words, or why there are none."""


def check(
    page: Page,
    *,
    archive: Finder,
    embedder: Embedder,
    verifier: Verifier,
    as_of: Moment,
    run: Run,
    notices: tuple[Reason, ...] = (),
    max_statements: int | None = None,
    tell: Tell | None = None,
) -> Report:
    """Say which words belong to the page, and what the record says of each statement as of a date.

    ``tell`` hears what is known already while the rest is worked on; what it raises ends the work.
    """
    tell = tell or _no_one
    restoration = restore(page)
    tell(restoration)
    statements = extract(restoration)
    tell(statements)
    within = most_worth(statements, max_statements)
    body = PageFinder(restoration, embedder)
    found = gather(within, archive=archive, page=body, as_of=as_of)
    told = page.document.published_at
    verdicts = _judged(within, found, verifier=verifier, as_of=as_of, told=told, tell=tell)
    chosen = {statement.id for statement in within}
    verdicts += leave_unchecked([one for one in statements if one.id not in chosen], as_of=as_of)
    places = {statement.id: place for place, statement in enumerate(statements)}
    verdicts = tuple(sorted(verdicts, key=lambda verdict: places[verdict.statement.id]))
    references = find_references(restoration, page.links, statements)
    by_span: dict[Span | None, Statement] = {statement.span: statement for statement in statements}
    cited = gather_cited(references, by_span, archive=archive, as_of=as_of)
    references = judge_references(references, by_span, cited, verifier=verifier, as_of=as_of)
    known = (*_notices(page.document), *notices)
    return Report(restoration=restoration, verdicts=verdicts, run=run, notices=known, references=references)


def check_statements(
    asked: Sequence[tuple[Statement, Moment]], *, archive: Finder, verifier: Verifier, tell: Tell | None = None
) -> tuple[Verdict, ...]:
    """Say what the record says of statements that stand on no page, each as of its own date.

    ``tell`` hears the verdicts as they come; what it raises ends the work.
    """
    tell = tell or _no_one
    verdicts: dict[int, Verdict] = {}
    for as_of in dict.fromkeys(at for _, at in asked):
        places = [place for place, (_, at) in enumerate(asked) if at == as_of]
        statements = [asked[place][0] for place in places]
        found = gather(statements, archive=archive, page=archive, as_of=as_of)
        judged = _judged(statements, found, verifier=verifier, as_of=as_of, tell=tell)
        verdicts |= zip(places, judged, strict=True)
    return tuple(verdicts[place] for place in range(len(asked)))


def _judged(
    statements: Sequence[Statement],
    found: Sequence[Found],
    *,
    verifier: Verifier,
    as_of: Moment,
    tell: Tell,
    told: Moment | None = None,
) -> tuple[Verdict, ...]:
    """Judge statements by what was found, a few at a time, and tell their verdicts as they come."""
    judged: tuple[Verdict, ...] = ()
    asked = partial(verify_in_turn, verifier=verifier, as_of=as_of, told=told, at_once=_TOLD_AT_ONCE)
    for some in asked(statements, found):
        judged += some
        tell(some)
    return judged


def brief(
    topic: str,
    *,
    archive: Finder,
    as_of: Moment,
    run: Run,
    since: Moment | None = None,
    length: Length = Length.STANDARD,
    max_tokens: int | None = None,
) -> Brief:
    """Write up a topic as of a date, every sentence cut from a dated source published after ``since``."""
    found = gather_topic(topic, archive=archive, as_of=as_of, since=since)
    return write_brief(
        topic,
        found,
        as_of=as_of,
        run=run,
        read=extract_at,
        oppose=oppose,
        since=since,
        length=length,
        max_tokens=max_tokens,
    )


def reword(made: Brief, *, by: Reword, verifier: Verifier) -> Brief:
    """Put the prose of a brief in other words; what is not found to say the same stays as it was cut, with why."""
    told = prose(made)
    asked = list(zip(told, by([sentence.text for sentence in told]), strict=True))
    offered = {sentence: wording for sentence, wording in asked if isinstance(wording, str)}
    offers = [_rewording(made, sentence, wording) for sentence, wording in offered.items()]
    reasons = dict(zip(offered, judge_rewordings(offers, verifier=verifier), strict=True))
    return with_wordings(made, {sentence: reasons.get(sentence) or wording for sentence, wording in asked})


def _rewording(made: Brief, sentence: CitedSentence, wording: str) -> Rewording:
    source = made.citations[sentence.citations[0] - 1].evidence.memento
    day = day_of(source.at or made.as_of)
    return Rewording(cut=sentence.text, offered=wording, day=day, language=source.document.language)


def changes(
    topic: str,
    *,
    archive: Finder,
    verifier: Verifier,
    since: Moment,
    as_of: Moment,
    run: Run,
    length: Length = Length.STANDARD,
) -> Changes:
    """Say what is new on a topic, what was replaced and what came to be disputed between two dates."""
    found = gather_changes(topic, archive=archive, since=since, as_of=as_of)
    said = partial(bear_out, verifier=verifier)
    return write_changes(
        topic, found, since=since, as_of=as_of, run=run, read=extract_at, oppose=oppose, said=said, length=length
    )


def stories(topic: str, *, archive: Finder, as_of: Moment, run: Run, since: Moment | None = None) -> Stories:
    """Gather the documents on a topic into the stories they tell."""
    found = gather_topic(topic, archive=archive, as_of=as_of, since=since)
    return tell_stories(topic, found, as_of=as_of, run=run, since=since)


def series(topic: str, *, archive: Finder, as_of: Moment, run: Run, since: Moment | None = None) -> Series:
    """Return what was counted and how things stood on a topic over time, or what a statement counts."""
    found = gather_record(topic, archive=archive, as_of=as_of, since=since)
    return tell_series(topic, found, as_of=as_of, run=run, read=extract_at, oppose=oppose, since=since)


def offices(query: str, *, archive: Finder, as_of: Moment, run: Run, since: Moment | None = None) -> Offices:
    """Say who held an office when, or which offices somebody held, by what the archive calls them."""
    tenures = gather_tenures(query, archive=archive, as_of=as_of, since=since)
    return Offices(query=query, as_of=as_of, since=since, tenures=tenures, run=run)


def find(query: str, *, archive: Finder, as_of: Moment, limit: int) -> Found:
    """Return the passages nearest to a query as of a date, best first."""
    return search(query, archive=archive, as_of=as_of, limit=limit)


def history(
    statement: Statement, *, archive: Finder, verifier: Verifier, as_of: Moment, run: Run, since: date | None = None
) -> Iterator[History]:
    """Say how the verdict on a statement changed from day to day, from the archive alone.

    Yields what is known after every day that was looked at; the last one is the whole history.
    """
    told: list[Verdict] = []

    def judge(day: Moment) -> tuple[Verdict, Found]:
        (found,) = gather((statement,), archive=archive, page=archive, as_of=day)
        (verdict,) = verify((statement,), (found,), verifier=verifier, as_of=day)
        return verdict, found

    for verdict in replay(judge, as_of=as_of, since=since):
        told.append(verdict)
        yield History(statement=statement, as_of=as_of, verdicts=settled(told), run=run)


def look_again(
    asked: Sequence[tuple[Statement, str | None]], *, archive: Finder, verifier: Verifier, as_of: Moment
) -> tuple[tuple[str, Verdict | None], ...]:
    """Check statements again, each with the trace of the last look at it.

    Returns for each the trace of this look, and its verdict; None where nothing else was found than the last time.
    """
    statements = [statement for statement, _ in asked]
    found = gather(statements, archive=archive, page=archive, as_of=as_of)
    traces = [trace(one, verifier.models) for one in found]
    anew = [place for place, (_, before) in enumerate(asked) if traces[place] != before]
    told = verify([statements[n] for n in anew], [found[n] for n in anew], verifier=verifier, as_of=as_of)
    verdicts = dict(zip(anew, told, strict=True))
    return tuple((traces[place], verdicts.get(place)) for place in range(len(asked)))


def update(
    topic: str, *, archive: Finder, verifier: Verifier, since: Moment, as_of: Moment, seen: Set[str] | None
) -> tuple[Update | None, frozenset[str]]:
    """Say what is new on a topic in documents that were published after ``since`` and are not among those seen.

    Where ``seen`` is None, it is the first look, which finds nothing new. Returns what there is to tell, None where
    that is nothing, and the ids of all documents published after ``since``.
    """
    found = gather_changes(topic, archive=archive, since=since, as_of=as_of)
    said = partial(bear_out, verifier=verifier)
    return write_update(topic, found, seen=seen, since=since, as_of=as_of, read=extract_at, said=said)


def _no_one(_: object) -> None:
    """Hear nothing."""


def _notices(page: Document) -> tuple[Reason, ...]:
    """Say what a reader must know of the page as a whole."""
    if page.published_at is not None:
        return ()
    words = "the page states no publication date, so days such as “Monday” stay open"
    return (Reason(code=ReasonCode.DATE_UNKNOWN, words=words),)
