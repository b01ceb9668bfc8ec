"""What an archive does not say of a topic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.brief.days import in_words, tells_of_later, times_of
from onrecord.brief.naming import names_in, spelled_out
from onrecord.brief.sentences import Sentence
from onrecord.data import Coverage, Moment, Reason, ReasonCode, day_of
from onrecord.text.origins import count_origins
from onrecord.text.words import terms

_STALE = 30
"""Days between the latest report and the date asked for from which the silence since is a gap."""


def gaps(
    topic: str, told: Sequence[Sentence], coverage: Coverage, as_of: Moment, since: Moment | None = None
) -> Iterator[Reason]:
    """Say what is missing: all of it, a word of the topic, a second origin, what came since, what came too late."""
    if not told:
        yield _nothing(topic, coverage, since)
    else:
        yield from _unspoken(topic, told)
        if count_origins(sentence.memento for sentence in told) == 1:
            yield Reason(
                code=ReasonCode.SINGLE_ORIGIN, words="all that was found comes from one origin; no other bears it out"
            )
        yield from _since(told, as_of, "that was read" if coverage.more else "found")
        yield from _dated_wrongly(told)
    if coverage.later:
        are = "document on the topic was" if coverage.later == 1 else "documents on the topic were"
        words = f"{coverage.later:,} later {are} left out, published after the date asked for"
        yield Reason(code=ReasonCode.ONLY_LATER, words=words)
    if coverage.changed:
        are = "document on the topic was" if coverage.changed == 1 else "documents on the topic were"
        words = f"{coverage.changed:,} {are} left out, changed after the date asked for"
        yield Reason(code=ReasonCode.CHANGED_LATER, words=words)
    if coverage.undated:
        have, are = (
            ("document on the topic has", "is") if coverage.undated == 1 else ("documents on the topic have", "are")
        )
        words = f"{coverage.undated:,} {have} no date and {are} left out"
        yield Reason(code=ReasonCode.UNDATED_IGNORED, words=words)


def out_of_budget(max_tokens: int) -> Reason:
    """Say that not one sentence fits into a budget."""
    hold = "token holds" if max_tokens == 1 else "tokens hold"
    words = f"{max_tokens:,} {hold} no sentence with its source; ask for more"
    return Reason(code=ReasonCode.BUDGET, words=words)


def _nothing(topic: str, coverage: Coverage, since: Moment | None) -> Reason:
    after = f" after {in_words(day_of(since))}" if since is not None else ""
    if coverage.documents:
        words = f"not on record{after}: no sentence found speaks of “{topic}” and can be read alone"
        return Reason(code=ReasonCode.TOPIC_SILENT, words=words)
    words = f"not on record{after}: nothing on “{topic}” up to the date asked for"
    return Reason(code=ReasonCode.NOTHING_ON_TOPIC, words=words)


def _unspoken(topic: str, told: Sequence[Sentence]) -> Iterator[Reason]:
    said = frozenset(term for sentence in told for term in sentence.terms)
    named = names_in("\n".join(sentence.words for sentence in told))
    for word in dict.fromkeys(spelled_out(topic).split()):
        stems = frozenset(terms(word))
        names = names_in(word)
        if (stems or names) and not stems & said and not names & named:
            yield Reason(code=ReasonCode.TOPIC_SILENT, words=f"no sentence found speaks of “{word}”")


def _since(told: Sequence[Sentence], as_of: Moment, seen: str) -> Iterator[Reason]:
    last = max(day_of(sentence.memento.at) for sentence in told if sentence.memento.at is not None)
    days = (day_of(as_of) - last).days
    if days >= _STALE:
        words = f"nothing {seen} was published after {in_words(last)}, {days:,} days before the date asked for"
        yield Reason(code=ReasonCode.TOPIC_SILENT, words=words)


def _dated_wrongly(told: Sequence[Sentence]) -> Iterator[Reason]:
    """Say how many documents tell as done what they date later than themselves."""
    wrong = {one.memento.document.id for one in told if any(tells_of_later(one, time) for time in times_of(one))}
    if wrong:
        tell = "document on the topic tells" if len(wrong) == 1 else "documents on the topic tell"
        words = (
            f"{len(wrong):,} {tell} as done what is dated there after its publication: one of the two dates is wrong"
        )
        yield Reason(code=ReasonCode.DATE_DIFFERS, words=words)
