"""What documents that came in lately say of a topic that nothing before them said, in as few sentences as will do."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set

from onrecord.brief.citing import Citations
from onrecord.brief.reading import Reader, read_in_place
from onrecord.brief.salience import alike
from onrecord.brief.sentences import Sentence, gather_sentences, numbers_of
from onrecord.data import Found, Moment, Pair, Update, Window
from onrecord.text.numbers import find_figures

_MOST = 3
"""Sentences told of a topic at one time, each of another origin: an alert is read at a glance."""
_CONSIDERED = 8
"""Sentences looked at for them, the best."""
_KNOWN = 0.9
"""Share of terms from which an earlier sentence with the same numbers said it already. Far fewer are shared by "the
minister denied it" and "the minister resigned over it"; what is said in other words is for ``said`` to find."""
_NEAREST = 4
"""Earlier sentences, those with the most terms in common, that may have said it in other words."""

_SPELLED = 10
"""Smaller numbers are spelled out anywhere, and are often no counts."""

Said = Callable[[Sequence[Pair]], Sequence[bool]]
"""Says of each pair whether the premise states what the hypothesis does."""


def write_update(
    topic: str, found: Found, *, seen: Set[str] | None, since: Moment, as_of: Moment, read: Reader, said: Said
) -> tuple[Update | None, frozenset[str]]:
    """Say what is new on ``topic`` in documents published after ``since`` and not seen before.

    Where ``seen`` is None, it is the first look, and all that is there was. Returns the update, None where there is
    nothing to tell, and the ids of all documents published after ``since``.
    """
    lately = Window(until=as_of, after=since)
    dated = [one for one in found.candidates if one.memento.at is not None]
    came = frozenset(one.memento.document.id for one in dated if lately.admits(one.memento.at))
    fresh = came - (came if seen is None else seen)
    best = [one for one in gather_sentences(topic, dated) if one.memento.document.id in fresh] if fresh else []
    before = gather_sentences(topic, [one for one in dated if one.memento.document.id not in fresh]) if best else ()
    told = _new(best, before, read, said)
    cited = Citations()
    new = tuple(map(cited.cite, told))
    update = Update(topic=topic, as_of=as_of, new=new, citations=tuple(cited.listed)) if new else None
    return update, came


def _new(best: Sequence[Sentence], before: Sequence[Sentence], read: Reader, said: Said) -> list[Sentence]:
    """Return the sentences that say something new, beside what was known and beside each other."""
    unknown = [one for one in best if not any(_says_again(one, other) for other in before)][:_CONSIDERED]
    placed = read_in_place(unknown, read)
    told: list[Sentence] = []
    for sentence in (placed[one.place] for one in unknown if one.place in placed):
        known = sorted((*told, *before), key=lambda one: (-alike(sentence.terms, one.terms), one.key))[:_NEAREST]
        heard = any(one.memento.origin == sentence.memento.origin for one in told)
        if heard or any(said([Pair(premise=_in_digits(one), hypothesis=_in_digits(sentence)) for one in known])):
            continue
        told.append(sentence)
        if len(told) == _MOST:
            break
    return told


def _in_digits(sentence: Sentence) -> str:
    """Return the words of a sentence with its numbers in digits: at the start of a sentence editors spell them out."""
    parts, end = [], 0
    for figure in find_figures(sentence.words):
        spelled = figure.span.cut(sentence.words)
        if figure.value >= _SPELLED and figure.value.is_integer() and spelled.replace("-", "").isalpha():
            parts += [sentence.words[end : figure.span.start], f"{figure.value:.0f}"]
            end = figure.span.end
    return "".join((*parts, sentence.words[end:]))


def _says_again(sentence: Sentence, earlier: Sentence) -> bool:
    return numbers_of(sentence) == numbers_of(earlier) and alike(sentence.terms, earlier.terms) >= _KNOWN
