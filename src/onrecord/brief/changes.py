"""What a topic's record gained between two dates."""

from __future__ import annotations

from itertools import islice

from onrecord.brief.budget import BUDGETS
from onrecord.brief.citing import Citations
from onrecord.brief.doubts import without_doubted_days
from onrecord.brief.gaps import gaps
from onrecord.brief.novelty import Said, is_new, reworded
from onrecord.brief.reading import Reader, read_in_place
from onrecord.brief.sections import OF_ONE_ORIGIN, choose
from onrecord.brief.sentences import gather_sentences
from onrecord.brief.states import Oppose, all_disputes, all_replacements, opposed
from onrecord.brief.things import series
from onrecord.data import Changes, Found, Length, Moment, Run, Window

_CONSIDERED = 4
"""Times as many sentences are held against what was known, the best, as there is room for."""
_SPARE = 4
"""One in so many is read in its paragraph beyond that: some of them lean on a name that nobody is sure of."""


def write_changes(
    topic: str,
    found: Found,
    *,
    since: Moment,
    as_of: Moment,
    run: Run,
    read: Reader,
    oppose: Oppose,
    said: Said,
    length: Length = Length.STANDARD,
) -> Changes:
    """Say what is new on ``topic``, what was replaced, and what came to be disputed after ``since``."""
    lately = Window(until=as_of, after=since)
    most = BUDGETS[length].sentences
    gathered = gather_sentences(topic, [one for one in found.candidates if one.memento.at is not None])
    told = without_doubted_days(gathered)
    earlier = [one for one in told if not lately.admits(one.memento.at)]
    late = [one for one in told if lately.admits(one.memento.at)]
    distinct = choose(reworded(late, earlier), most=_CONSIDERED * most, of_one=most // OF_ONE_ORIGIN)
    fresh = (one for one in distinct if is_new(one, earlier, said))
    chosen = list(islice(fresh, most + most // _SPARE))
    known = read_in_place(chosen, read)
    new = [known[one.place] for one in chosen if one.place in known][:most]
    plain = [one for one in told if not one.leans]
    counted = [one for reported in series(topic, plain).values() for one, _ in reported]
    by_whom = read_in_place(counted, read)
    counts = series(topic, [by_whom.get(one.place, one) for one in plain])
    apart = opposed(told, oppose)
    cited = Citations()
    return Changes(
        topic=topic,
        since=since,
        as_of=as_of,
        new=tuple(cited.cite(one) for one in sorted(new, key=lambda one: one.told)),
        replacements=tuple(all_replacements(counts, apart, cited, lately)),
        disputes=tuple(all_disputes(counts, apart, cited, lately)),
        gaps=tuple(gaps(topic, late, found.coverage, as_of, since)),
        citations=tuple(cited.listed),
        coverage=found.coverage,
        run=run,
    )
