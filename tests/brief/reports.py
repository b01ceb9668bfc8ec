"""Reports of a few words as what was found, for what is made of them."""

from datetime import date
from functools import cache, partial

from onrecord.data import Candidate, Coverage, Found, Memento, Run, Span, document
from onrecord.verify import bear_out
from onrecord.wiring import SHIPPED, make_verifier

AS_OF = date(2025, 9, 30)
RUN = Run(version="0", as_of=AS_OF, archive_revision="r")


def found_of(*reports):
    """Find reports of (words, date of publication), each of a publisher of its own or of the one named third."""
    candidates = []
    for number, (words, published, *publisher) in enumerate(reports):
        made = document(
            words,
            title="The quay",
            url=f"https://p{number}.example/",
            published_at=published,
            publisher=publisher[0] if publisher else None,
        )
        span = Span(start=0, end=len(words))
        candidates.append(Candidate(memento=Memento(document=made, origin=made.id), span=span, score=0.8))
    return Found(candidates=tuple(candidates), coverage=Coverage())


@cache
def said():
    """Return what says whether one sentence states another, by the shipped verifier."""
    return partial(bear_out, verifier=make_verifier(SHIPPED, threads=1))
